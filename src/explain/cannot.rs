//! What cannot be said about an analyte, and why.

use super::page::Page;
use super::words;
use crate::reference::overview::PROFILES;
use crate::reference::{Analyte, Interval, Transferable};
use crate::specimen::Specimen;
use crate::units::{Kind, Unit};

pub(super) fn write(page: &mut Page, analyte: &Analyte) {
    page.heading("What it cannot do");
    let mut said = Vec::new();
    said.extend(units(analyte));
    if analyte.transferable == Transferable::No {
        said.push(
            "No flag from a bundled profile: only the interval printed on the report, or the \
             laboratory's own (--ranges), judges it."
                .to_string(),
        );
    }
    said.extend(profiles(analyte));
    if analyte.hemolysis.is_none() && analyte.specimen != Specimen::WholeBlood {
        said.push("No source says what hemolysis does to it.".to_string());
    }
    if analyte.critical.is_empty() {
        said.push("No critical limit: no list that was read has one.".to_string());
    }
    for text in said {
        page.hanging(2, 4, &format!("- {text}"));
    }
}

/// Kinds of unit in which others state such things and this analyte cannot be stated.
fn units(analyte: &Analyte) -> Vec<String> {
    let others = match analyte.unit.kind {
        Kind::Molar => ["mg/L", "mEq/L"].as_slice(),
        Kind::Mass => ["mmol/L"].as_slice(),
        Kind::Arbitrary | Kind::EnzymeUnits => ["mg/L", "mmol/L"].as_slice(),
        _ => [].as_slice(),
    };
    others
        .iter()
        .filter_map(|code| Unit::from_code(code))
        // Only of an ion would anybody ask for charges.
        .filter(|unit| unit.kind != Kind::Charge || analyte.group == "electrolytes")
        .filter(|unit| analyte.conversion(unit, None).is_none())
        .map(|unit| format!("Refused in {}: {}", unit.code, analyte.why_not(unit, None)))
        .collect()
}

/// Profiles without an interval, without one for children, or with conditions only.
fn profiles(analyte: &Analyte) -> Vec<String> {
    let mut said = Vec::new();
    let sourced = |profile: &str| -> Vec<&Interval> {
        let rows = analyte.intervals.iter();
        rows.filter(|row| row.is_sourced() && row.profile == profile)
            .collect()
    };
    let none: Vec<&str> = PROFILES
        .into_iter()
        .filter(|profile| sourced(profile).is_empty())
        .collect();
    if !none.is_empty() {
        said.push(format!(
            "No interval in profile {}: such a result is reported as \"no interval\", never as normal.",
            words::listed(&none)
        ));
    }
    let mut youngest: Vec<(String, Vec<&str>)> = Vec::new();
    let mut conditional: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for profile in PROFILES {
        let rows = sourced(profile);
        let first = rows
            .iter()
            .min_by(|a, b| a.from.days().total_cmp(&b.from.days()));
        if let Some(first) = first.filter(|row| 0.0 < row.from.days()) {
            push(&mut youngest, first.from.to_string(), profile);
        }
        let mut conditions: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.condition.as_deref())
            .collect();
        conditions.dedup();
        if !rows.is_empty() && rows.iter().all(|row| row.condition.is_some()) {
            push(&mut conditional, conditions, profile);
        }
    }
    for (age, profiles) in youngest {
        said.push(format!(
            "No interval below {age} in profile {}; an adult's is not used for a child.",
            words::listed(&profiles)
        ));
    }
    for (conditions, profiles) in conditional {
        said.push(format!(
            "In profile {} it is judged only where the condition is known: {}.",
            words::listed(&profiles),
            words::listed(&conditions)
        ));
    }
    said
}

/// Adds a profile to those of which the same is to be said.
fn push<'p, T: PartialEq>(said: &mut Vec<(T, Vec<&'p str>)>, what: T, profile: &'p str) {
    match said.iter_mut().find(|(known, _)| *known == what) {
        Some((_, profiles)) => profiles.push(profile),
        None => said.push((what, vec![profile])),
    }
}
