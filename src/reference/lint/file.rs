//! One analyte's file: its form, its head, and then all its parts.

use std::path::Path;

use serde::Deserialize as _;

use super::spans::{Spans, Step, parse_error, place};
use super::{Checked, Finding, Severity, ages, critical, effects, interval, loinc, sources};
use crate::error::Error;
use crate::reference::build;
use crate::reference::schema::AnalyteFile;
use crate::units::Unit;
use crate::units::spelling::UnitTable;

/// Collects findings about one file.
pub(super) struct Report<'f> {
    pub(super) label: &'f str,
    pub(super) spans: &'f Spans<'f>,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl Report<'_> {
    pub(super) fn error(&mut self, path: &[Step<'_>], problem: String, advice: &str) {
        self.add(path, Severity::Error, problem, advice);
    }

    pub(super) fn warning(&mut self, path: &[Step<'_>], problem: String, advice: &str) {
        self.add(path, Severity::Warning, problem, advice);
    }

    fn add(&mut self, path: &[Step<'_>], severity: Severity, problem: String, advice: &str) {
        self.findings.push(Finding {
            file: self.label.to_string(),
            place: Some(self.spans.place(path)),
            severity,
            problem,
            advice: advice.to_string(),
        });
    }

    /// The unit with this code; a finding if there is none.
    pub(super) fn unit(&mut self, path: &[Step<'_>], code: &str) -> Option<&'static Unit> {
        let unit = Unit::from_code(code);
        if unit.is_none() {
            self.error(
                path,
                format!("unit `{code}` is not known"),
                "write it in UCUM as in units.toml (mmol/L, ug/dL, m[IU]/L), or add it there and to the table of types",
            );
        }
        unit
    }
}

/// Checks one file; gives it back for the checks across files, if it can be read at all.
pub(super) fn check<'t>(
    label: &str,
    text: &'t str,
    units: Option<&UnitTable>,
    findings: &mut Vec<Finding>,
) -> Option<Checked<'t>> {
    let (spans, file) = match read(label, text, findings) {
        Ok(read) => read,
        Err(error) => {
            findings.push(Finding::of(&error));
            return None;
        }
    };
    let mut report = Report {
        label,
        spans: &spans,
        findings,
    };
    head(&file, &mut report);
    used_units(&file, units, &mut report);
    sources::check(&file, &mut report);
    let analyte = build::core(&mut file.clone()).ok();
    if let Some(analyte) = &analyte {
        convertible(&file, analyte, &mut report);
        loinc::check(&file, &mut report);
        let rows = interval::check(&file, analyte, &mut report);
        ages::check_file(&file, &rows, &mut report);
        critical::check(&file, analyte, &rows, &mut report);
        effects::hemolysis(&file, analyte, &mut report);
        effects::interference(&file, &mut report);
    }
    Some(Checked {
        label: label.to_string(),
        spans,
        file,
        analyte,
    })
}

/// Reads the file. Unknown keys are findings, and what is left is read without them.
fn read<'t>(
    label: &str,
    text: &'t str,
    findings: &mut Vec<Finding>,
) -> Result<(Spans<'t>, AnalyteFile), Error> {
    const UNKNOWN: &str = "unknown field `";
    let mut unknown: Vec<usize> = Vec::new();
    loop {
        let table = Spans::parse(label, text)?.without(&unknown);
        let error = match AnalyteFile::deserialize(toml::de::Deserializer::from(table)) {
            Ok(file) => return Ok((Spans::parse(label, text)?, file)),
            Err(error) => error,
        };
        let key = error.message().strip_prefix(UNKNOWN);
        let at = error.span().map(|span| span.start);
        let (Some(rest), Some(at)) = (key, at.filter(|at| !unknown.contains(at))) else {
            return Err(parse_error(label, text, &error));
        };
        let (key, known) = rest.split_once('`').unwrap_or((rest, ""));
        findings.push(Finding {
            file: label.to_string(),
            place: Some(place(text, at)),
            severity: Severity::Error,
            problem: format!("unknown key `{key}`"),
            advice: known
                .trim_start_matches(", ")
                .replace("expected one of", "a slip? Known here are")
                .replace('`', ""),
        });
        unknown.push(at);
    }
}

/// Id, group, name and plausible limits.
fn head(file: &AnalyteFile, report: &mut Report<'_>) {
    let path = Path::new(report.label);
    let stem = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or("");
    if stem != file.id {
        report.error(
            &["id".into()],
            format!("the id is `{}`, the file is named `{stem}.toml`", file.id),
            "name the file by its id",
        );
    }
    let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if file.id.is_empty() || !file.id.chars().all(snake) {
        report.error(
            &["id".into()],
            format!("the id `{}` is not in snake_case", file.id),
            "use lower-case letters, digits and _",
        );
    }
    let folder = path
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str());
    if folder.is_some_and(|folder| folder != file.group) {
        report.error(
            &["group".into()],
            format!(
                "the group is `{}`, the folder is `{}`",
                file.group,
                folder.unwrap_or("")
            ),
            "move the file into its group's folder, or correct the group",
        );
    }
    let ordered = file.plausible.low < file.plausible.high;
    if !ordered {
        report.error(
            &["plausible".into()],
            format!(
                "plausible limits are reversed: {} to {}",
                file.plausible.low, file.plausible.high
            ),
            "write the lowest believable value first",
        );
    }
}

/// Every unit that the file writes is known, and spelled in the table of units.
fn used_units(file: &AnalyteFile, units: Option<&UnitTable>, report: &mut Report<'_>) {
    let mut all: Vec<(Vec<Step<'_>>, &str)> = vec![(vec!["unit".into()], &file.unit)];
    for (i, code) in file.units.iter().enumerate() {
        all.push((vec!["units".into(), i.into()], code));
    }
    for (i, row) in file.conversions.iter().enumerate() {
        all.push((
            vec!["conversions".into(), i.into(), "unit".into()],
            &row.unit,
        ));
    }
    for (i, row) in file.intervals.iter().enumerate() {
        all.push((vec!["intervals".into(), i.into(), "unit".into()], &row.unit));
    }
    for (i, row) in file.critical.iter().enumerate() {
        all.push((vec!["critical".into(), i.into(), "unit".into()], &row.unit));
    }
    for (i, row) in file.ambiguous.iter().enumerate() {
        for (k, code) in row.units.iter().enumerate() {
            let path = vec!["ambiguous".into(), i.into(), "units".into(), k.into()];
            all.push((path, code));
        }
    }
    for (path, code) in all {
        if let Some(unit) = report.unit(&path, code)
            && let Some(table) = units
            && !table.is_listed(unit)
        {
            report.error(
                &path,
                format!("unit `{code}` has no block in units.toml"),
                "add one with the spellings that exports use",
            );
        }
    }
}

/// Every unit listed converts to the canonical one.
fn convertible(file: &AnalyteFile, analyte: &crate::reference::Analyte, report: &mut Report<'_>) {
    for (i, code) in file.units.iter().enumerate() {
        if let Some(unit) = Unit::from_code(code)
            && analyte.conversion(unit, None).is_none()
        {
            report.error(
                &["units".into(), i.into()],
                analyte.why_not(unit, None),
                "take the unit away, or give molar_mass, valence or a conversion with its source",
            );
        }
    }
    for (i, row) in file.conversions.iter().enumerate() {
        if !(row.factor.is_finite() && row.factor > 0.0) {
            report.error(
                &["conversions".into(), i.into(), "factor".into()],
                format!("the factor {} is no factor", row.factor),
                "write a positive number",
            );
        }
    }
    for (key, value) in [("molar_mass", file.molar_mass), ("valence", file.valence)] {
        if value.is_some_and(|value| !(value.is_finite() && value > 0.0)) {
            report.error(
                &[key.into()],
                format!("{key} is not positive"),
                "write a positive number",
            );
        }
    }
}
