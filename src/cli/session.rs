//! What several commands share: exports opened, rules set, the width of the terminal.

use std::collections::BTreeSet;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serumcheck::age::Age;
use serumcheck::derive::{DeriveOptions, EgfrEquation};
use serumcheck::error::{Error, Result};
use serumcheck::explain::Look;
use serumcheck::import::{Companions, Export, ImportOptions, Layout};
use serumcheck::interpret::{Options, Rules};
use serumcheck::person::{self, Sex};
use serumcheck::reference::laboratory::toml_files;
use serumcheck::report::Output;

use super::args::{Egfr, ImportArgs, JudgementArgs, SexArg};

/// Opens exports as the import options say.
pub fn open(files: &[PathBuf], args: &ImportArgs, rules: &Rules) -> Result<Vec<Export>> {
    open_or_presume(files, args, rules, false)
}

/// The same, presuming of a long file by its beginning that it is UTF-8. What can be read only once is read to
/// its end: it could not be opened again.
pub fn open_presuming(files: &[PathBuf], args: &ImportArgs, rules: &Rules) -> Result<Vec<Export>> {
    open_or_presume(files, args, rules, true)
}

fn open_or_presume(
    files: &[PathBuf],
    args: &ImportArgs,
    rules: &Rules,
    presume: bool,
) -> Result<Vec<Export>> {
    let companions = Arc::new(Companions::read(
        &args.codes,
        &args.patients,
        args.encoding.as_deref(),
    )?);
    let known = |name: &str| rules.knows_name(name);
    let differ = |one: &str, other: &str| rules.names_differ(one, other);
    let options = ImportOptions {
        layout: args.layout.as_deref().map(Layout::read).transpose()?,
        encoding: args.encoding.clone(),
        date_order: args.date_order.map(Into::into),
        known_analyte: &known,
        names_differ: &differ,
    };
    files
        .iter()
        .map(
            |path| match presume && path.as_os_str() != "-" && path.is_file() {
                true => Export::open_presuming(path, &companions, &options),
                false => Export::open(path, &companions, &options),
            },
        )
        .collect()
}

/// The rules by which results are judged, as the options say.
pub fn rules(args: &JudgementArgs) -> Result<&'static Rules> {
    rules_with(args, args.derive, &BTreeSet::new())
}

/// The same for a sheet, where values are always derived, and `said` of everybody who gets one.
pub fn rules_deriving(args: &JudgementArgs, said: &BTreeSet<String>) -> Result<&'static Rules> {
    rules_with(args, true, said)
}

fn rules_with(
    args: &JudgementArgs,
    derives: bool,
    said: &BTreeSet<String>,
) -> Result<&'static Rules> {
    let age = match &args.age {
        None => None,
        Some(text) => match Age::read(text, "") {
            Age::Unknown => {
                return Err(Error::new(
                    "",
                    format!("--age {text:?} is no age"),
                    "write it as 44, 6 mo, 3 wk or 12 d",
                ));
            }
            age if age.reached(person::NOBODY_REACHES) == Some(true) => {
                return Err(Error::new(
                    "",
                    format!("--age {text:?}: nobody reaches that age"),
                    "correct the age",
                ));
            }
            age if args.adults && age.reached(person::ADULT) == Some(false) => {
                return Err(Error::new(
                    "",
                    format!("--age {text:?} and --adults contradict each other"),
                    "leave one of them out",
                ));
            }
            age => Some(age),
        },
    };
    let mut rules = Rules::bundled(Options {
        profile: args.profile.as_str().to_string(),
        conditions: args
            .condition
            .iter()
            .map(|name| serumcheck::text::fold_words(name).replace([' ', '_'], "-"))
            .collect(),
        adults: args.adults,
        sex: args.sex.map(Sex::from),
        age,
        changes: args.changes,
        critical_list: args.critical_list.clone(),
        derive: derive(args, derives)?,
        grade: args.grade.clone(),
        index_platform: args
            .index_platform
            .map(|family| family.as_str().to_string()),
    })?;
    if let Some(known) = rules.unknown_critical_list() {
        return Err(Error::new(
            "",
            format!(
                "--critical-list {:?} is not one of the lists",
                args.critical_list
            ),
            format!("known are: {}", known.join(", ")),
        ));
    }
    if let Some(covered) = rules.narrow_critical_list() {
        anstream::eprintln!(
            "critical list {} covers only {}: nothing else is called",
            args.critical_list,
            covered.join(", ")
        );
    }
    let uncalled = rules.uncalled();
    if !uncalled.is_empty() {
        anstream::eprintln!(
            "critical list {} has no limit for {}: none of these is called",
            args.critical_list,
            uncalled.join(", ")
        );
    }
    if let Some(path) = &args.ranges {
        for notice in rules.add_laboratory(path)? {
            anstream::eprintln!("{notice}");
        }
    }
    rules.hold(said);
    if let Some(condition) = rules.unknown_condition() {
        return Err(Error::new(
            "",
            format!("--condition {condition:?} is not one that any interval knows"),
            format!("known are: {}", rules.known_conditions().join(", ")),
        ));
    }
    // They serve to the end of the program: to take them apart then would be the twentieth part of a short run.
    Ok(Box::leak(Box::new(rules)))
}

/// The choices for derived values; none without `--derive`.
fn derive(args: &JudgementArgs, derives: bool) -> Result<Option<DeriveOptions>> {
    let defaults = DeriveOptions::default();
    let options = DeriveOptions {
        egfr: match args.egfr {
            Egfr::CkdEpi2021 => EgfrEquation::CkdEpi2021,
            Egfr::CkdEpi2009 => EgfrEquation::CkdEpi2009,
        },
        calcium_slope: args.calcium_slope.unwrap_or(defaults.calcium_slope),
        calcium_albumin: args.calcium_albumin.unwrap_or(defaults.calcium_albumin),
        weight_kg: args.weight,
        height_cm: args.height,
    };
    // What nobody gave is believable, and every run would pay for asking.
    if options != defaults
        && let Some(refused) = options.unbelievable()
    {
        return Err(Error::new("", refused.problem, refused.advice));
    }
    if !derives && options != defaults {
        return Err(Error::new(
            "",
            "--egfr, --calcium-slope, --calcium-albumin, --weight and --height say how to derive",
            "add --derive",
        ));
    }
    Ok(derives.then_some(options))
}

impl From<SexArg> for Sex {
    fn from(sex: SexArg) -> Sex {
        match sex {
            SexArg::Female => Sex::Female,
            SexArg::Male => Sex::Male,
        }
    }
}

/// As many threads as asked for, else as many as there are processors to work on; never more than
/// there is work for in `bytes`: a thread's memory costs more than a small file.
pub fn threads(asked: Option<std::num::NonZeroU16>, bytes: u64) -> usize {
    const WORTH_A_THREAD: u64 = 1 << 20;
    let all = || std::thread::available_parallelism().map_or(1, usize::from);
    let wanted = asked.map_or_else(all, |count| count.get().into());
    let useful = 1 + bytes / WORTH_A_THREAD;
    wanted.min(usize::try_from(useful).unwrap_or(usize::MAX))
}

/// Width of the terminal, if that is where the text goes; else what `COLUMNS` says, or `otherwise`.
pub fn width(terminal: bool, otherwise: usize) -> usize {
    match terminal_size::terminal_size() {
        Some((width, _)) if terminal => usize::from(width.0),
        _ => std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
            .unwrap_or(otherwise),
    }
}

/// How a page looks: as wide as the terminal, at most a width that is still read with ease.
pub fn look() -> Look {
    const WIDEST: usize = 100;
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let terminal = std::io::stdout().is_terminal();
    Look {
        width: width(terminal, 80).min(WIDEST),
        bold: terminal && !plain,
    }
}

/// Prints a text on standard output.
pub fn print(text: &str) -> Result<()> {
    let mut out = Output::stdout();
    out.write_all(text.as_bytes())
        .map_err(|error| Error::io("standard output", error))?;
    out.commit()
}

/// The output: a file that is none of those that are read, or standard output.
pub fn output(
    path: Option<&Path>,
    files: &[PathBuf],
    (import, judgement): (&ImportArgs, &JudgementArgs),
) -> Result<Output<'static>> {
    let Some(path) = path else {
        return Ok(Output::stdout());
    };
    let mut read = files.to_vec();
    if let Some(ranges) = &judgement.ranges {
        match ranges.is_dir() {
            // What cannot be listed cannot be read either, which is said then.
            true => read.extend(toml_files(ranges).unwrap_or_default()),
            false => read.push(ranges.clone()),
        }
    }
    not_an_input(path, &read, import)?;
    Output::file(path)
}

/// An output that would replace one of the files it is made from is a slip, and the export is gone.
pub fn not_an_input(output: &Path, files: &[PathBuf], import: &ImportArgs) -> Result<()> {
    let Ok(target) = std::fs::canonicalize(output) else {
        return Ok(()); // There is no such file yet.
    };
    let inputs = files
        .iter()
        .chain(&import.layout)
        .chain(&import.codes)
        .chain(&import.patients);
    for input in inputs {
        if std::fs::metadata(&target).is_ok_and(|meta| meta.is_file())
            && std::fs::canonicalize(input).is_ok_and(|input| input == target)
        {
            return Err(Error::new(
                output.display().to_string(),
                "this file is read in the same run, and would be overwritten",
                "name another file behind -o",
            ));
        }
    }
    Ok(())
}
