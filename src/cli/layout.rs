//! `serumcheck layout`: how a file is read, and a layout file to edit.

use std::io::Write as _;
use std::sync::Arc;

use serumcheck::error::Error;
use serumcheck::import::{Companions, Export, ImportOptions, Layout};
use serumcheck::interpret::{Options, Rules};
use serumcheck::report::Output;

use super::args::LayoutArgs;
use super::{Answer, Outcome};

pub fn run(args: &LayoutArgs) -> Answer {
    let rules = Rules::bundled(Options::default())?;
    let known = |name: &str| rules.knows_name(name);
    let differ = |one: &str, other: &str| rules.names_differ(one, other);
    let companions = Arc::new(Companions::read(
        &args.import.codes,
        &args.import.patients,
        args.import.encoding.as_deref(),
    )?);
    let options = ImportOptions {
        layout: args
            .import
            .layout
            .as_deref()
            .map(Layout::read)
            .transpose()?,
        encoding: args.import.encoding.clone(),
        date_order: args.import.date_order.map(Into::into),
        known_analyte: &known,
        names_differ: &differ,
    };
    let export = Export::inspect(&args.file, &companions, &options)?;
    let mut out = Output::stdout();
    write!(out, "{}", export.describe()).map_err(|error| Error::io("standard output", error))?;
    out.commit()?;
    if let Some(path) = &args.output {
        super::session::not_an_input(path, std::slice::from_ref(&args.file), &args.import)?;
        let mut file = Output::file(path)?;
        let name = path.display().to_string();
        write!(file, "{}", export.to_toml()).map_err(|error| Error::io(name, error))?;
        file.commit()?;
        anstream::eprintln!("layout written to {}", path.display());
    }
    Ok(Outcome::Worked)
}
