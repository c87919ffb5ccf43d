//! Names across files: each belongs to one analyte, or says what settles it.

use std::collections::{BTreeMap, HashMap};

use super::file::Report;
use super::spans::Step;
use super::{Checked, Finding, Severity};
use crate::reference::schema::AmbiguousName;
use crate::text::fold_name;
use crate::units::Unit;

/// A claim on a name.
struct Claim<'f> {
    file: usize,
    variant: Option<usize>,
    path: Vec<Step<'f>>,
    name: &'f str,
    ambiguous: bool,
    /// Other names beside it settle it, and perhaps others again: `II` beside `HI`, and beside `IH`.
    is_beside: bool,
}

pub(super) fn check(files: &[Checked<'_>], findings: &mut Vec<Finding>) {
    let mut claims: BTreeMap<String, Vec<Claim<'_>>> = BTreeMap::new();
    for (file, checked) in files.iter().enumerate() {
        for claim in claims_of(file, checked) {
            claims.entry(fold_name(claim.name)).or_default().push(claim);
        }
        let mut report = Report {
            label: &checked.label,
            spans: &checked.spans,
            findings,
        };
        conditions(checked, &mut report);
        settling(checked, &mut report);
    }
    own_names(files, &claims, findings);
    for (key, claims) in &claims {
        let same = |a: &Claim<'_>, b: &Claim<'_>| a.file == b.file && a.variant == b.variant;
        for (i, claim) in claims.iter().enumerate() {
            let checked = &files[claim.file];
            let mut say = |severity, problem: String, advice: &str| {
                findings.push(Finding {
                    file: checked.label.clone(),
                    place: Some(checked.spans.place(&claim.path)),
                    severity,
                    problem,
                    advice: advice.to_string(),
                });
            };
            if key.is_empty() {
                say(
                    Severity::Error,
                    format!("the name {:?} has no letter or digit", claim.name),
                    "take it away",
                );
                continue;
            }
            let other = claims.iter().find(|other| !same(other, claim));
            if let Some(other) = other
                && !(claim.ambiguous && other.ambiguous)
                && !claim.ambiguous
            {
                say(
                    Severity::Error,
                    format!(
                        "the name {:?} is claimed twice, also in {} ({:?})",
                        claim.name, files[other.file].label, other.name
                    ),
                    "list it under [[ambiguous]] in each, with what settles it",
                );
            }
            let are_settled = |other: &Claim<'_>| other.is_beside && claim.is_beside;
            let before = &mut claims[..i].iter();
            if before.any(|other| same(other, claim) && !are_settled(other)) {
                say(
                    Severity::Error,
                    format!("the name {:?} is listed twice in this file", claim.name),
                    "names are compared without case, spaces, punctuation and accents: keep one",
                );
            }
        }
    }
}

/// Id and printed name are names too, and belong to the file alone.
fn own_names(
    files: &[Checked<'_>],
    claims: &BTreeMap<String, Vec<Claim<'_>>>,
    findings: &mut Vec<Finding>,
) {
    let mut owners: HashMap<String, usize> = HashMap::new();
    for (at, checked) in files.iter().enumerate() {
        for (key, name) in [("id", &checked.file.id), ("name", &checked.file.name)] {
            let folded = fold_name(name);
            let claimed = claims.get(&folded).into_iter().flatten();
            // An id that is an ambiguous name too (`pt`) is settled like any other.
            if claimed
                .clone()
                .any(|claim| claim.file == at && claim.ambiguous)
            {
                continue;
            }
            let claimed = claimed.map(|claim| claim.file).find(|file| *file != at);
            let owned = owners.insert(folded, at).filter(|owner| *owner != at);
            if let Some(other) = claimed.or(owned) {
                findings.push(Finding {
                    file: checked.label.clone(),
                    place: Some(checked.spans.place(&[key.into()])),
                    severity: Severity::Error,
                    problem: format!(
                        "the {key} {name:?} is claimed twice, also in {}",
                        files[other].label
                    ),
                    advice: "id and printed name must mean this analyte alone".to_string(),
                });
            }
        }
    }
}

/// Every name of a file but its id and printed name, which may stand among the names too.
fn claims_of<'f>(file: usize, checked: &'f Checked<'_>) -> Vec<Claim<'f>> {
    let mut claims = Vec::new();
    let mut add = |variant, path, name, ambiguous, is_beside| {
        claims.push(Claim {
            file,
            variant,
            path,
            name,
            ambiguous,
            is_beside,
        });
    };
    let parts = std::iter::once((None, &checked.file.names, &checked.file.ambiguous));
    let variants = checked.file.variants.iter().enumerate();
    let variants = variants.map(|(i, part)| (Some(i), &part.names, &part.ambiguous));
    for (variant, names, ambiguous) in parts.chain(variants) {
        let root = || -> Vec<Step<'f>> {
            match variant {
                None => Vec::new(),
                Some(i) => vec!["variants".into(), i.into()],
            }
        };
        for (language, list) in names {
            for (i, name) in list.iter().enumerate() {
                let steps: [Step<'f>; 3] = ["names".into(), language.as_str().into(), i.into()];
                let path = [root(), steps.to_vec()].concat();
                add(variant, path, name.as_str(), false, false);
            }
        }
        for (i, row) in ambiguous.iter().enumerate() {
            let steps: [Step<'f>; 2] = ["ambiguous".into(), i.into()];
            let path = [root(), steps.to_vec()].concat();
            add(
                variant,
                path,
                row.name.as_str(),
                true,
                !row.beside.is_empty(),
            );
        }
    }
    claims
}

/// Names that state a condition are names, and the condition is one that an interval needs.
fn conditions(checked: &Checked<'_>, report: &mut Report<'_>) {
    let file = &checked.file;
    let known: Vec<String> = file
        .names
        .values()
        .flatten()
        .chain(file.ambiguous.iter().map(|row| &row.name))
        .map(|name| fold_name(name))
        .collect();
    let mut stated: HashMap<String, &str> = HashMap::new();
    for (condition, names) in &file.conditions {
        let path = ["conditions".into(), condition.as_str().into()];
        let needed = file
            .intervals
            .iter()
            .any(|row| row.condition.as_ref() == Some(condition));
        if !needed {
            report.error(
                &path,
                format!("condition `{condition}` is needed by no interval"),
                "write it as the intervals of the file do",
            );
        }
        for (i, name) in names.iter().enumerate() {
            let path = [path[0], path[1], i.into()];
            if !known.contains(&fold_name(name)) {
                report.error(
                    &path,
                    format!("{name:?} states a condition and is no name of the analyte"),
                    "list it under [names] too",
                );
            }
            if let Some(other) = stated.insert(fold_name(name), condition) {
                report.error(
                    &path,
                    format!("{name:?} states both `{other}` and `{condition}`"),
                    "keep one",
                );
            }
        }
    }
}

/// The units that settle an ambiguous name are units of the analyte.
fn settling(checked: &Checked<'_>, report: &mut Report<'_>) {
    let Some(analyte) = &checked.analyte else {
        return;
    };
    let rows = checked.file.ambiguous.iter().enumerate();
    for (i, row) in rows {
        let AmbiguousName { units, .. } = row;
        for (k, code) in units.iter().enumerate() {
            if let Some(unit) = Unit::from_code(code)
                && analyte.conversion(unit, None).is_none()
            {
                report.error(
                    &["ambiguous".into(), i.into(), "units".into(), k.into()],
                    analyte.why_not(unit, None),
                    "a name is settled by a unit in which the analyte can be stated",
                );
            }
        }
    }
}
