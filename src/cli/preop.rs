//! `serumcheck preop`: exports in, one review sheet per patient out.

use std::collections::HashMap;

use jiff::civil::Date;
use serumcheck::error::{Error, Result};
use serumcheck::import::surgeries;
use serumcheck::preop::policy::schema::SurgeryGrade;
use serumcheck::preop::sheet::{Section, Verdict};
use serumcheck::preop::{self, Patient, Plan, Policy, Provenance, Sheet, Surgeries, fold_id};
use serumcheck::reference::Catalog;
use serumcheck::report;
use serumcheck::text::counted;

use super::args::{GradeArg, PreopArgs, SheetCondition};
use super::{Answer, Outcome, session, sheets};

pub fn run(args: &PreopArgs) -> Answer {
    if args.example_policy {
        session::print(Policy::bundled_text())?;
        return Ok(Outcome::Worked);
    }
    if args.schema {
        session::print(report::sheet::SCHEMA)?;
        return Ok(Outcome::Worked);
    }
    let policy = policy(args)?;
    let surgeries = planned(args, &policy)?;
    let rules = session::rules_deriving(&args.judgement, &surgeries.said_of_all())?;
    let exports = session::open(&args.files, &args.import, rules)?;
    let mut inputs = args.files.clone();
    inputs.extend(args.policy.iter().chain(&args.surgeries).cloned());
    let said = (&args.import, &args.judgement);
    let mut out = session::output(args.output.as_deref(), &inputs, said)?;
    let patients = sheets::gather(rules, &exports)?;
    let now = jiff::Zoned::now();
    let today = args.today.unwrap_or(now.date());
    if let Some(day) = args.surgery_date {
        refuse_impossible(day, &patients)?;
    }
    let made = |patient: &Patient| {
        let mut plan = surgeries.of(&patient.id);
        plan.judged_as_not_pregnant = plan.is_pregnant() && !rules.holds_pregnancy();
        preop::sheet(&policy, &plan, patient, today, rules.catalog())
    };
    let (chosen, others) = of_interest(patients, &surgeries);
    let sheets: Vec<Sheet> = chosen.iter().map(made).collect();
    let stops_off_the_list = others
        .iter()
        .filter(|other| made(other).is_urgent())
        .count();
    tell_of_others(&others, stops_off_the_list);
    let mut provenance = Provenance {
        policy: format!("{} {}", policy.head().id, policy.head().version),
        policy_title: policy.head().title.clone(),
        policy_owner: policy.head().owner.clone(),
        policy_is_example: policy.head().example,
        policy_digest: sheets::digest(policy.text()),
        when: match args.today {
            Some(day) => day.to_string(),
            None => now.strftime("%Y-%m-%d %H:%M").to_string(),
        },
        ..sheets::provenance(
            &args.files,
            (&args.import, &args.judgement),
            rules,
            |text| policy.is_confidential_name(text),
        )?
    };
    if let Some(list) = &args.surgeries {
        provenance.beside.push(sheets::known("surgeries", list)?);
    }
    let style = sheets::style(args.output.is_none(), args.color);
    report::sheet::write(args.to, &mut out, &sheets, &provenance, style)?;
    out.commit()?;
    // Somebody off the list whose result is to be phoned about is no less to be phoned about.
    let met = args.fail_on.iter().any(|condition| {
        sheets.iter().any(|sheet| is_met(*condition, sheet))
            || (*condition != SheetCondition::Incomplete && 0 < stops_off_the_list)
    });
    Ok(if met {
        Outcome::ConditionMet
    } else {
        Outcome::Worked
    })
}

/// Refuses a day of surgery on which no patient here can have been there: a slip in its year. Databases without names live in
/// another century, and where nobody's birth is known nothing is said.
fn refuse_impossible(day: Date, patients: &[Patient]) -> Result<()> {
    let known: Vec<bool> = (patients.iter())
        .filter_map(|patient| patient.may_live_on(day))
        .collect();
    if known.is_empty() || known.contains(&true) {
        return Ok(());
    }
    Err(Error::new(
        "",
        format!(
            "--surgery-date {day}: before the birth of every patient, or later than anybody lives"
        ),
        "correct the day",
    ))
}

/// With a list, its patients in its order, those without results too; without one, everybody. Behind
/// them whom the list does not name.
fn of_interest(patients: Vec<Patient>, surgeries: &Surgeries) -> (Vec<Patient>, Vec<Patient>) {
    let mut known: HashMap<String, Patient> = HashMap::new();
    let mut order = Vec::new();
    for patient in patients {
        order.push(patient.id.clone());
        known.insert(patient.id.clone(), patient);
    }
    let mut chosen: Vec<Patient> = surgeries
        .listed
        .iter()
        .map(|(id, _)| {
            let own = known.remove(id);
            own.unwrap_or_else(|| Patient::without_results(id))
        })
        .collect();
    let rest = order.iter().filter_map(|id| known.remove(id));
    let patients: Vec<Patient> = rest.collect();
    if surgeries.listed.is_empty() && patients.is_empty() {
        // An export without a single row: a sheet that says so, not an empty page.
        chosen.push(Patient::without_results(""));
    }
    let near: HashMap<String, &str> = patients
        .iter()
        .map(|other| (fold_id(&other.id), other.id.as_str()))
        .collect();
    let missed = chosen.iter().filter(|own| own.rows() == 0);
    for (own, near) in missed.filter_map(|own| Some((own, near.get(&fold_id(&own.id))?))) {
        anstream::eprintln!(
            "{:?} on the list of surgeries has no result; the export has {near:?}: did you mean it?",
            own.id
        );
    }
    if surgeries.listed.is_empty() {
        chosen.extend(patients);
        return (chosen, Vec::new());
    }
    (chosen, patients)
}

/// Whom the list does not name gets no sheet; how many they are is said, and how many of them have a
/// result that is to be phoned about. Nobody is named.
fn tell_of_others(others: &[Patient], stops: usize) {
    if others.is_empty() {
        return;
    }
    let rows: usize = others.iter().map(Patient::rows).sum();
    let rows = counted(rows, "row", "rows");
    anstream::eprintln!(
        "{} not on the list of surgeries: no sheet",
        counted(
            others.len(),
            &format!("patient of the export ({rows}) is"),
            &format!("patients of the export ({rows}) are"),
        )
    );
    if 0 < stops {
        anstream::eprintln!(
            "{} a critical result or a stop of this policy, to be phoned about now: run without --surgeries for the sheets of everybody",
            counted(stops, "of them has", "of them have")
        );
    }
}

fn policy(args: &PreopArgs) -> Result<Policy> {
    let catalog = Catalog::bundled()?;
    match &args.policy {
        None => Policy::bundled(catalog),
        Some(path) => {
            let (label, text) = sheets::read(path)?;
            Policy::parse(&label, &text, catalog)
        }
    }
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
        ..Plan::default()
    };
    let known: Vec<&str> = policy
        .contexts()
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    if let Some((problem, advice)) = everybody.contexts_wrong(&known) {
        return Err(Error::new("", problem, advice));
    }
    let Some(path) = &args.surgeries else {
        return Ok(Surgeries {
            everybody,
            listed: Vec::new(),
        });
    };
    let list = surgeries::read(
        path,
        args.import.encoding.as_deref(),
        args.import.date_order.map(Into::into),
        &known,
    )?;
    for notice in &list.notices {
        anstream::eprintln!("{notice}");
    }
    let surgeries = Surgeries {
        everybody,
        listed: list.listed,
    };
    tell_of_contradictions(&surgeries);
    Ok(surgeries)
}

/// An option speaks of everybody, a row of the list of one: the row goes before it, and nobody who gave
/// both is left to find that out from the sheets.
fn tell_of_contradictions(surgeries: &Surgeries) {
    let contradicted: Vec<String> = (surgeries.contradicted().into_iter())
        .map(|(option, patients)| format!("{option} ({patients})"))
        .collect();
    if !contradicted.is_empty() {
        anstream::eprintln!(
            "the list of surgeries says otherwise than these options and goes before them; in brackets for how many of its {}: {}",
            counted(surgeries.listed.len(), "patient", "patients"),
            contradicted.join(", ")
        );
    }
}

fn is_met(condition: SheetCondition, sheet: &Sheet) -> bool {
    let has = |section| sheet.items.iter().any(|item| item.section == section);
    match condition {
        // A number to be called now on a sample that is not usable is no stop of the policy, and no less urgent.
        SheetCondition::Stop => sheet.is_urgent(),
        // A stop is a review as well.
        SheetCondition::Review => has(Section::A) || has(Section::B) || 0 < sheet.counts.optimize,
        SheetCondition::Incomplete => {
            has(Section::C) || has(Section::D) || sheet.verdict == Verdict::Incomplete
        }
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
