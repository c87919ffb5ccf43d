//! `serumcheck check`: exports in, every result judged, out in the form asked for.

use std::io::{IsTerminal, Write as _};

use serumcheck::check::{Closing, Results, Stream, Work, stream};
use serumcheck::error::Error;
use serumcheck::import::Export;
use serumcheck::interpret::Rules;
use serumcheck::report::{self, Form, Meta, Output, Settings, Style, Summary};

use super::args::{CheckArgs, When};
use super::{Answer, Outcome, options, progress, session};

pub fn run(args: &CheckArgs) -> Answer {
    if args.schema {
        let mut out = Output::stdout();
        out.write_all(report::SCHEMA.as_bytes())
            .map_err(|error| Error::io("standard output", error))?;
        out.commit()?;
        return Ok(Outcome::Worked);
    }
    let rules = session::rules(&args.judgement)?;
    // The table is sorted, and one object has its end: both go row by row.
    let in_pieces = args.to.is_of_pieces();
    let mut exports = match in_pieces {
        true => session::open_presuming(&args.files, &args.import, rules)?,
        false => session::open(&args.files, &args.import, rules)?,
    };
    let bytes = exports.iter().map(Export::len_bytes).sum();
    let bar = progress::bar(bytes);

    // The output is opened before the work: a wrong path is said at once.
    let said = (&args.import, &args.judgement);
    let mut out = session::output(args.output.as_deref(), &args.files, said)?;
    let settings = Settings {
        meta: meta(args, rules),
        units: rules.catalog().units(),
        style: style(args),
        spreadsheet: args.spreadsheet,
        graded: args.judgement.grade.is_some(),
    };
    let work = Work {
        threads: session::threads(args.threads, bytes),
        ..Work::default()
    };
    let closing = if in_pieces {
        let mut run = |exports: &[Export]| {
            let job = Stream {
                rules,
                exports,
                form: args.to,
                settings: &settings,
                work,
            };
            stream(job, &mut out, |read| bar.set_position(read))
        };
        match run(&exports) {
            Err(error) if error.is_presumption() => {
                exports = session::open(&args.files, &args.import, rules)?;
                run(&exports)?
            }
            closing => closing?,
        }
    } else {
        let mut results = Results::of(rules, &exports, work, |read| bar.set_position(read))?;
        let mut report = report::open(args.to, &mut out, settings)?;
        let mut summary = Summary::default();
        let mut count: u64 = 0;
        while let Some(result) = results.next()? {
            summary.add(&result);
            report.write(&result)?;
            count += 1;
            if count.is_multiple_of(4096) {
                bar.set_position(2 * bytes + results.bytes_read());
            }
        }
        summary.not_derived(results.not_derived());
        report.finish(&summary, results.file_notices())?;
        Closing {
            notices: results.file_notices().to_vec(),
            summary,
        }
    };
    bar.finish_and_clear();
    out.commit()?;

    let Closing { summary, notices } = closing;
    for notice in &notices {
        anstream::eprintln!("{notice}");
    }
    if args.to != Form::Table {
        // A program reads the results; who started it still wants to know how it went.
        anstream::eprintln!("{summary}");
        anstream::eprintln!("{}", versions(args));
    }
    let met = args.fail_on.iter().any(|condition| summary.met(*condition));
    Ok(if met {
        Outcome::ConditionMet
    } else {
        Outcome::Worked
    })
}

fn meta(args: &CheckArgs, rules: &Rules) -> Meta {
    let mut meta = Meta::new(
        serumcheck::reference::DATA_VERSION,
        args.judgement.profile.as_str(),
        Some(&rules.options().critical_list),
    );
    let derives = rules.options().derive;
    let mut set = |name: &str, value: String| {
        meta.options.insert(name.to_string(), value);
    };
    for (name, value) in options::given(&args.judgement, &args.import, derives.as_ref()) {
        set(name, value);
    }
    if derives.is_some() {
        set("derive", "true".to_string());
    }
    if args.judgement.ranges.is_some() {
        set("ranges", "laboratory".to_string());
    }
    meta
}

fn versions(args: &CheckArgs) -> String {
    format!(
        "serumcheck {}, reference data {}, profile {}, critical list {}",
        env!("CARGO_PKG_VERSION"),
        serumcheck::reference::DATA_VERSION,
        args.judgement.profile.as_str(),
        args.judgement.critical_list,
    )
}

fn style(args: &CheckArgs) -> Style {
    let terminal = args.output.is_none() && std::io::stdout().is_terminal();
    // A terminal that does not tell its width is taken as the narrowest in use.
    let width = session::width(terminal, if terminal { 80 } else { 100 });
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
