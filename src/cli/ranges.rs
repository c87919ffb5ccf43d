//! `serumcheck ranges`: the reference data listed, checked, exported.

use std::io::Write as _;
use std::path::Path;

use serumcheck::error::{Error, Result};
use serumcheck::preop::Policy;
use serumcheck::reference::laboratory::{text_of, toml_files};
use serumcheck::reference::lint::{self, Finding, Severity};
use serumcheck::reference::schema::AnalyteFile;
use serumcheck::reference::{Catalog, DATA_VERSION, analyte_files, export, overview};
use serumcheck::report::Output;
use serumcheck::resolve::specimen::SpecimenWords;
use serumcheck::text::counted_plainly;
use serumcheck::workup::Workup;

use super::args::{RangesArgs, RangesCommand};
use super::{Answer, Outcome, session};

pub fn run(args: &RangesArgs) -> Answer {
    match &args.command {
        RangesCommand::List => {
            session::print(&overview::table(Catalog::bundled()?))?;
            Ok(Outcome::Worked)
        }
        RangesCommand::Check { path } => check(path.as_deref()),
        RangesCommand::Export { profile, output } => {
            export(profile.map(|profile| profile.as_str()), output.as_deref())
        }
    }
}

fn check(path: Option<&Path>) -> Answer {
    let (findings, what) = match path {
        None => (
            bundled()?,
            format!(
                "{} bundled files, the policy and {}, reference data {DATA_VERSION}",
                analyte_files().len(),
                counted_plainly(Workup::known().len(), "work-up")
            ),
        ),
        Some(path) => (findings(path)?, path.display().to_string()),
    };
    let mut out = Output::stdout();
    let broken = |error| Error::io("standard output", error);
    for finding in &findings {
        writeln!(out, "{finding}").map_err(broken)?;
    }
    out.commit()?;
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    anstream::eprintln!(
        "{what}: {}, {}",
        counted_plainly(errors, "error"),
        counted_plainly(warnings, "warning")
    );
    Ok(if errors == 0 {
        Outcome::Worked
    } else {
        Outcome::ConditionMet
    })
}

/// Every analyte, the policy and the work-ups that come with the program.
fn bundled() -> Result<Vec<Finding>> {
    let catalog = Catalog::bundled()?;
    let mut findings = lint::bundled();
    findings.extend(Policy::lint(
        Policy::BUNDLED,
        Policy::bundled_text(),
        catalog,
    ));
    for name in Workup::known() {
        let text = Workup::bundled_text(&name);
        findings.extend(Workup::lint(&Workup::path(&name), text, catalog));
    }
    Ok(findings)
}

/// A directory or a TOML file in our form; anything else is a laboratory's table.
fn findings(path: &Path) -> Result<Vec<Finding>> {
    let read = |path: &Path| -> Result<(String, String)> {
        let label = path.display().to_string();
        let text = text_of(path)?;
        Ok((label, text))
    };
    if path.is_dir() {
        let files = toml_files(path)?;
        if files.is_empty() {
            return Err(Error::new(
                path.display().to_string(),
                "there is no analyte's file (.toml) in this directory",
                "name a directory like reference_ranges, or a CSV file",
            ));
        }
        let read: Result<Vec<_>> = files.iter().map(|path| read(path)).collect();
        return Ok(lint::files(&read?));
    }
    if path.extension().is_some_and(|end| end == "toml") {
        let (label, text) = read(path)?;
        if Policy::is_policy(&text) {
            return Ok(Policy::lint(&label, &text, Catalog::bundled()?));
        }
        if Workup::is_workup(&text) {
            return Ok(Workup::lint(&label, &text, Catalog::bundled()?));
        }
        return Ok(lint::files(&[(label, text)]));
    }
    let (label, text) = read(path)?;
    lint::csv(
        &label,
        &text,
        Catalog::bundled()?,
        &SpecimenWords::bundled()?,
    )
}

fn export(profile: Option<&str>, output: Option<&Path>) -> Answer {
    // What is exported has been checked.
    Catalog::bundled()?.check()?;
    let files: Vec<AnalyteFile> = analyte_files()
        .iter()
        .filter_map(|(_, text)| toml::from_str(text).ok())
        .collect();
    let mut out = match output {
        Some(path) => Output::file(path)?,
        None => Output::stdout(),
    };
    let name = output.map_or("standard output".to_string(), |path| {
        path.display().to_string()
    });
    {
        let mut table = csv::Writer::from_writer(&mut out);
        let broken = |error: csv::Error| Error::io(&name, error.into());
        table.write_record(export::HEADER).map_err(broken)?;
        for row in export::rows(&files, profile) {
            table.write_record(&row).map_err(broken)?;
        }
        table.flush().map_err(|error| Error::io(&name, error))?;
    }
    out.commit()?;
    Ok(Outcome::Worked)
}
