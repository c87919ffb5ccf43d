//! `serumcheck check`: exports in, every result judged, out in the form asked for.

use std::io::{IsTerminal, Write as _};
use std::sync::Arc;

use serumcheck::age::Age;
use serumcheck::check::Results;
use serumcheck::error::{Error, Result};
use serumcheck::import::{Companions, Export, ImportOptions, Layout};
use serumcheck::interpret::{Options, Rules};
use serumcheck::person::Sex;
use serumcheck::report::{self, Form, Meta, Output, Settings, Style, Summary};
use serumcheck::text::fold_name;

use super::args::{CheckArgs, ImportArgs, SexArg, When};
use super::{Answer, Outcome, progress};

pub fn run(args: &CheckArgs) -> Answer {
    if args.schema {
        let mut out = Output::stdout();
        out.write_all(report::SCHEMA.as_bytes())
            .map_err(|error| Error::io("standard output", error))?;
        out.commit()?;
        return Ok(Outcome::Worked);
    }
    let rules = rules(args)?;
    let exports = open(&args.files, &args.import, &rules)?;
    let bytes = exports.iter().map(Export::len_bytes).sum();
    let bar = progress::bar(bytes);

    // The output is opened before the work: a wrong path is said at once.
    let mut out = match &args.output {
        Some(path) => Output::file(path)?,
        None => Output::stdout(),
    };
    let mut results = Results::of(&rules, &exports, |read| bar.set_position(read))?;
    let settings = Settings {
        meta: meta(args, &rules),
        units: rules.catalog().units(),
        style: style(args),
        spreadsheet: args.spreadsheet,
    };
    let mut report = report::open(args.to, &mut out, settings)?;
    let mut summary = Summary::default();
    let mut count: u64 = 0;
    while let Some(result) = results.next()? {
        summary.add(&result);
        report.write(&result)?;
        count += 1;
        if count.is_multiple_of(4096) {
            bar.set_position(bytes + results.bytes_read());
        }
    }
    bar.finish_and_clear();
    report.finish(&summary, results.file_notices())?;
    out.commit()?;

    for notice in results.file_notices() {
        anstream::eprintln!("{notice}");
    }
    if args.to != Form::Table {
        // A program reads the results; who started it still wants to know how it went.
        anstream::eprintln!("{summary}");
        anstream::eprintln!("{}", versions(args));
    }
    let met = args.fail_on.iter().any(|condition| summary.met(*condition));
    Ok(if met { Outcome::ConditionMet } else { Outcome::Worked })
}

/// Opens exports as the import options say.
pub fn open(files: &[std::path::PathBuf], args: &ImportArgs, rules: &Rules) -> Result<Vec<Export>> {
    let companions = Arc::new(Companions::read(
        &args.codes,
        &args.patients,
        args.encoding.as_deref(),
    )?);
    let catalog = rules.catalog();
    let known = |name: &str| catalog.by_name(&fold_name(name)).next().is_some();
    let options = ImportOptions {
        layout: args.layout.as_deref().map(Layout::read).transpose()?,
        encoding: args.encoding.clone(),
        date_order: args.date_order.map(Into::into),
        known_analyte: &known,
    };
    files
        .iter()
        .map(|path| Export::open(path, &companions, &options))
        .collect()
}

fn rules(args: &CheckArgs) -> Result<Rules> {
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
        index_platform: args.index_platform.map(|family| family.as_str().to_string()),
        ..Options::default()
    })?;
    if let Some(path) = &args.ranges {
        for notice in rules.add_laboratory(path)? {
            anstream::eprintln!("{notice}");
        }
    }
    if let Some(condition) = rules.unknown_condition() {
        return Err(Error::new(
            "",
            format!("--condition {condition:?} is not one that any interval knows"),
            format!("known are: {}", rules.known_conditions().join(", ")),
        ));
    }
    Ok(rules)
}

fn meta(args: &CheckArgs, rules: &Rules) -> Meta {
    let mut meta = Meta::new(
        serumcheck::reference::DATA_VERSION,
        args.profile.as_str(),
        Some(&rules.options().critical_list),
    );
    let mut set = |name: &str, value: String| {
        meta.options.insert(name.to_string(), value);
    };
    if args.adults {
        set("adults", "true".to_string());
    }
    if !args.condition.is_empty() {
        set("condition", args.condition.join(","));
    }
    if let Some(sex) = args.sex {
        set("sex", Sex::from(sex).as_str().to_string());
    }
    if let Some(age) = &args.age {
        set("age", age.clone());
    }
    if let Some(order) = args.import.date_order {
        set(
            "date-order",
            serumcheck::import::DateOrder::from(order).as_str().to_string(),
        );
    }
    if args.changes {
        set("changes", "true".to_string());
    }
    if let Some(family) = args.index_platform {
        set("index-platform", family.as_str().to_string());
    }
    if args.ranges.is_some() {
        set("ranges", "laboratory".to_string());
    }
    meta
}

impl From<SexArg> for Sex {
    fn from(sex: SexArg) -> Sex {
        match sex {
            SexArg::Female => Sex::Female,
            SexArg::Male => Sex::Male,
        }
    }
}

fn versions(args: &CheckArgs) -> String {
    format!(
        "serumcheck {}, reference data {}, profile {}, critical list {}",
        env!("CARGO_PKG_VERSION"),
        serumcheck::reference::DATA_VERSION,
        args.profile.as_str(),
        Options::default().critical_list,
    )
}

fn style(args: &CheckArgs) -> Style {
    let terminal = args.output.is_none() && std::io::stdout().is_terminal();
    let width = match terminal_size::terminal_size() {
        Some((width, _)) if terminal => usize::from(width.0),
        _ => std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
            .unwrap_or(100),
    };
    let color = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    Style {
        width,
        color,
        abnormal_only: args.abnormal,
    }
}
