//! LOINC codes: check digit, property, owner.

use std::collections::HashMap;

use super::file::Report;
use super::spans::Step;
use super::{Checked, Finding, Severity};
use crate::reference::LoincProperty;
use crate::reference::schema::{AnalyteFile, LoincRow};
use crate::units::{Kind, Unit};

/// Is the digit behind the hyphen the check digit of the number before it (Luhn, mod 10)?
pub(crate) fn check_digit_holds(code: &str) -> bool {
    let Some((number, check)) = code.split_once('-') else {
        return false;
    };
    let (Some(check), true) = (digit(check), !number.is_empty()) else {
        return false;
    };
    let mut sum = 0;
    for (i, c) in number.chars().rev().enumerate() {
        let Some(value) = c.to_digit(10) else {
            return false;
        };
        let doubled = if i % 2 == 0 { value * 2 } else { value };
        sum += doubled / 10 + doubled % 10;
    }
    (sum + check).is_multiple_of(10)
}

fn digit(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => c.to_digit(10),
        _ => None,
    }
}

/// The rows of a file with their places, those of its variants too.
fn rows(file: &AnalyteFile) -> Vec<(Vec<Step<'static>>, &LoincRow)> {
    let own = file.loinc.iter().enumerate();
    let own = own.map(|(i, row)| (vec!["loinc".into(), i.into()], row));
    let variants = file.variants.iter().enumerate().flat_map(|(v, variant)| {
        let rows = variant.loinc.iter().enumerate();
        rows.map(move |(i, row)| {
            let path = vec!["variants".into(), v.into(), "loinc".into(), i.into()];
            (path, row)
        })
    });
    own.chain(variants).collect()
}

pub(super) fn check(file: &AnalyteFile, report: &mut Report<'_>) {
    let kinds: Vec<Kind> = file
        .units
        .iter()
        .filter_map(|code| Some(Unit::from_code(code)?.kind))
        .collect();
    let conditions: Vec<&str> = file
        .intervals
        .iter()
        .filter_map(|row| row.condition.as_deref())
        .collect();
    for (path, row) in rows(file) {
        if !check_digit_holds(&row.code) {
            report.error(
                &path,
                format!("LOINC code {} has a wrong check digit", row.code),
                "look the code up; a digit is wrong or two are exchanged",
            );
        }
        let fits: &[Kind] = match row.property {
            // A molecule can be weighed and counted, whether or not its units convert.
            LoincProperty::Mass | LoincProperty::Molar => &[Kind::Mass, Kind::Molar, Kind::Charge],
            LoincProperty::Catalytic => &[Kind::EnzymeUnits, Kind::Katal],
            LoincProperty::Arbitrary => &[Kind::Arbitrary, Kind::EnzymeUnits],
            LoincProperty::Other => continue,
        };
        if !kinds.iter().any(|kind| fits.contains(kind)) {
            report.error(
                &path,
                format!(
                    "LOINC code {} counts {:?}, and no unit of {} does",
                    row.code, row.property, file.name
                ),
                "correct the property, or add a unit of that kind",
            );
        }
        if let Some(condition) = &row.condition
            && !conditions.contains(&condition.as_str())
        {
            report.error(
                &path,
                format!(
                    "condition `{condition}` of {} is needed by no interval",
                    row.code
                ),
                "write it as the intervals of the file do",
            );
        }
    }
}

/// Each code belongs to one analyte.
pub(super) fn check_owners(files: &[Checked<'_>], findings: &mut Vec<Finding>) {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    for checked in files {
        for (path, row) in rows(&checked.file) {
            if let Some(owner) = owners.insert(&row.code, &checked.label) {
                findings.push(Finding {
                    file: checked.label.clone(),
                    place: Some(checked.spans.place(&path)),
                    severity: Severity::Error,
                    problem: format!("LOINC code {} is claimed twice, also in {owner}", row.code),
                    advice: "leave it with the analyte that the code names".to_string(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check_digit_holds;

    #[test]
    fn check_digits() {
        for code in ["2823-3", "2951-2", "98979-8", "17856-6", "3094-0"] {
            assert!(check_digit_holds(code), "{code}");
        }
        for code in ["2823-4", "2832-3", "2823", "2823-33", "-3", "x-1", ""] {
            assert!(!check_digit_holds(code), "{code}");
        }
    }
}
