//! `serumcheck explain`: what an analyte, a notice code or one line of a file means.

use std::path::{Path, PathBuf};

use serumcheck::error::Error;
use serumcheck::explain;
use serumcheck::reference::Catalog;

use super::args::ExplainArgs;
use super::{Answer, Outcome, session};

pub fn run(args: &ExplainArgs) -> Answer {
    let text = match (&args.what, args.line) {
        (Some(file), Some(line)) => {
            let rules = session::rules(&args.judgement)?;
            let exports = session::open(&[PathBuf::from(file)], &args.import, rules)?;
            match exports.first() {
                Some(export) => explain::line(rules, export, line, session::look())?,
                None => String::new(),
            }
        }
        (Some(what), None) if !args.list => {
            let catalog = Catalog::bundled()?;
            explain::topic(catalog, what, session::look()).map_err(|error| hint(what, error))?
        }
        _ => explain::list(Catalog::bundled()?),
    };
    session::print(&text)?;
    Ok(Outcome::Worked)
}

/// A file without a line is most likely a forgotten `--line`.
fn hint(what: &str, error: Error) -> Error {
    if Path::new(what).is_file() {
        Error::new(
            "",
            format!("{what} is a file"),
            "add --line N to explain the results on a line",
        )
    } else {
        error
    }
}
