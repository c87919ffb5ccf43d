//! `serumcheck preop`: exports in, one review sheet per patient out.

use std::io::IsTerminal as _;
use std::path::Path;

use serumcheck::check::Results;
use serumcheck::error::{Error, Result};
use serumcheck::import::{Export, surgeries};
use serumcheck::interpret::Rules;
use serumcheck::preop::policy::schema::SurgeryGrade;
use serumcheck::preop::sheet::{Section, Verdict};
use serumcheck::preop::{self, Gatherer, Patient, Plan, Policy, Provenance, Sheet, Surgeries};
use serumcheck::report::{self, Output, Style};
use sha2::{Digest as _, Sha256};

use super::args::{GradeArg, PreopArgs, SheetCondition, When};
use super::{Answer, Outcome, progress, session};

pub fn run(args: &PreopArgs) -> Answer {
    if args.example_policy {
        session::print(Policy::bundled_text())?;
        return Ok(Outcome::Worked);
    }
    if args.schema {
        session::print(report::sheet::SCHEMA)?;
        return Ok(Outcome::Worked);
    }
    let rules = session::rules_deriving(&args.judgement)?;
    let (policy, digest) = policy(args, &rules)?;
    let surgeries = planned(args, &policy)?;
    let exports = session::open(&args.files, &args.import, &rules)?;
    let mut out = match &args.output {
        Some(path) => {
            session::not_an_input(path, &args.files, &args.import)?;
            Output::file(path)?
        }
        None => Output::stdout(),
    };
    let patients = gather(&rules, &exports)?;
    let now = jiff::Zoned::now();
    let today = args.today.unwrap_or(now.date());
    let sheets: Vec<Sheet> = of_interest(patients, &surgeries)
        .iter()
        .map(|patient| {
            let plan = surgeries.of(&patient.id);
            preop::sheet(&policy, &plan, patient, today, rules.catalog())
        })
        .collect();
    let provenance = Provenance {
        tool: env!("CARGO_PKG_VERSION").to_string(),
        data: serumcheck::reference::DATA_VERSION.to_string(),
        policy: format!("{} {}", policy.head().id, policy.head().version),
        policy_title: policy.head().title.clone(),
        policy_owner: policy.head().owner.clone(),
        policy_is_example: policy.head().example,
        policy_digest: digest,
        profile: args.judgement.profile.as_str().to_string(),
        critical_list: args.judgement.critical_list.clone(),
        inputs: inputs(args)?,
        when: match args.today {
            Some(day) => day.to_string(),
            None => now.strftime("%Y-%m-%d %H:%M").to_string(),
        },
    };
    report::sheet::write(args.to, &mut out, &sheets, &provenance, style(args))?;
    out.commit()?;
    let met = args
        .fail_on
        .iter()
        .any(|condition| sheets.iter().any(|sheet| is_met(*condition, sheet)));
    Ok(if met {
        Outcome::ConditionMet
    } else {
        Outcome::Worked
    })
}

fn gather(rules: &Rules, exports: &[Export]) -> Result<Vec<Patient>> {
    let bytes = exports.iter().map(Export::len_bytes).sum();
    let bar = progress::bar(bytes);
    let mut results = Results::of(rules, exports, 1, |read| bar.set_position(read))?;
    let mut gatherer = Gatherer::new(rules.catalog());
    while let Some((result, resolution)) = results.next_traced()? {
        gatherer.see(&result, &resolution);
    }
    bar.finish_and_clear();
    for notice in results.file_notices() {
        anstream::eprintln!("{notice}");
    }
    Ok(gatherer.patients())
}

/// With a list, its patients in its order, those without results too; then whom it does not name.
fn of_interest(patients: Vec<Patient>, surgeries: &Surgeries) -> Vec<Patient> {
    let mut patients = patients;
    let mut chosen = Vec::new();
    for (id, _) in &surgeries.listed {
        let at = patients.iter().position(|patient| patient.id == *id);
        chosen.push(match at {
            Some(at) => patients.remove(at),
            None => Patient::without_results(id),
        });
    }
    if surgeries.listed.is_empty() && patients.is_empty() {
        // An export without a single row: a sheet that says so, not an empty page.
        chosen.push(Patient::without_results(""));
    }
    if !surgeries.listed.is_empty() && !patients.is_empty() {
        let rows: usize = patients.iter().map(Patient::rows).sum();
        anstream::eprintln!(
            "{} patients of the export ({rows} rows) are not on the list of surgeries: no sheet",
            patients.len()
        );
        return chosen;
    }
    chosen.extend(patients);
    chosen
}

fn policy(args: &PreopArgs, rules: &Rules) -> Result<(Policy, String)> {
    let policy = match &args.policy {
        None => Policy::bundled(rules.catalog())?,
        Some(path) => {
            let label = path.display().to_string();
            let text = std::fs::read_to_string(path).map_err(|error| Error::io(&label, error))?;
            Policy::parse(&label, &text, rules.catalog())?
        }
    };
    let digest = short(&Sha256::digest(policy.text().as_bytes()));
    Ok((policy, digest))
}

fn planned(args: &PreopArgs, policy: &Policy) -> Result<Surgeries> {
    let everybody = Plan {
        date: args.surgery_date,
        procedure: args.procedure.clone().unwrap_or_default(),
        grade: args.surgery_grade.map(SurgeryGrade::from),
        asa: args.asa,
        contexts: args
            .context
            .iter()
            .map(|name| name.trim().to_lowercase().replace([' ', '_'], "-"))
            .filter(|name| !name.is_empty())
            .collect(),
    };
    let listed = match &args.surgeries {
        None => Vec::new(),
        Some(path) => surgeries::read(
            path,
            args.import.encoding.as_deref(),
            args.import.date_order.map(Into::into),
        )?,
    };
    let plans = std::iter::once(("", &everybody))
        .chain(listed.iter().map(|(id, plan)| (id.as_str(), plan)));
    for (id, plan) in plans {
        for said in &plan.contexts {
            let name = said.strip_prefix("no-").unwrap_or(said);
            if policy.contexts().iter().all(|row| row.name != name) {
                let known: Vec<&str> = policy
                    .contexts()
                    .iter()
                    .map(|row| row.name.as_str())
                    .collect();
                let place = match (&args.surgeries, id) {
                    (Some(path), id) if !id.is_empty() => path.display().to_string(),
                    _ => String::new(),
                };
                return Err(Error::new(
                    place,
                    format!("context {said:?} is not one of this policy's"),
                    format!("known are: {}", known.join(", ")),
                ));
            }
        }
    }
    Ok(Surgeries { everybody, listed })
}

fn inputs(args: &PreopArgs) -> Result<Vec<(String, String)>> {
    let mut inputs = Vec::new();
    for path in &args.files {
        let label = path.display().to_string();
        if path.as_os_str() == "-" {
            inputs.push(("standard input".to_string(), "not known".to_string()));
            continue;
        }
        inputs.push((label, digest_of(path)?));
    }
    Ok(inputs)
}

/// The digest of a file, read block by block.
fn digest_of(path: &Path) -> Result<String> {
    let label = path.display().to_string();
    let mut file = std::fs::File::open(path).map_err(|error| Error::io(&label, error))?;
    let mut hasher = Sha256::new();
    std::io::copy(&mut file, &mut Hashed(&mut hasher)).map_err(|error| Error::io(&label, error))?;
    Ok(short(&hasher.finalize()))
}

struct Hashed<'h>(&'h mut Sha256);

impl std::io::Write for Hashed<'_> {
    fn write(&mut self, block: &[u8]) -> std::io::Result<usize> {
        self.0.update(block);
        Ok(block.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Enough digits to tell two files apart, few enough to read out.
fn short(digest: &[u8]) -> String {
    const BYTES: usize = 8;
    digest[..BYTES]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn is_met(condition: SheetCondition, sheet: &Sheet) -> bool {
    let has = |section| sheet.items.iter().any(|item| item.section == section);
    match condition {
        SheetCondition::Stop => sheet.verdict == Verdict::Action,
        SheetCondition::Review => has(Section::B) || 0 < sheet.counts.optimize,
        SheetCondition::Incomplete => {
            has(Section::C) || has(Section::D) || sheet.verdict == Verdict::Incomplete
        }
    }
}

fn style(args: &PreopArgs) -> Style {
    let terminal = args.output.is_none() && std::io::stdout().is_terminal();
    Style {
        width: session::width(terminal, if terminal { 80 } else { 100 }),
        color: match args.color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        },
        abnormal_only: false,
    }
}

impl From<GradeArg> for SurgeryGrade {
    fn from(grade: GradeArg) -> SurgeryGrade {
        match grade {
            GradeArg::Minor => SurgeryGrade::Minor,
            GradeArg::Intermediate => SurgeryGrade::Intermediate,
            GradeArg::Major => SurgeryGrade::Major,
        }
    }
}
