//! Reported values that differ from what their sample gives by the formula.

use std::collections::BTreeMap;

use super::aside::Said;
use super::collect::Collector;
use super::group::At;
use super::recipe::Recipe;
use super::remarks::Remarks;
use crate::notice::{Code, FileNotice};

/// Disagreements told one by one; the rest is a count.
const TOLD: usize = 5;

/// What disagreed, by file and analyte.
#[derive(Debug, Default)]
pub(super) struct Disagreements {
    found: BTreeMap<(u32, &'static str), Found>,
}

#[derive(Debug, Default)]
struct Found {
    count: u64,
    first: Vec<(u64, String)>,
}

impl Collector<'_> {
    /// Compares a reported value with the derived one. `slack` is what rounding of the inputs may do.
    pub(super) fn compare(
        &self,
        at: At,
        (value, slack): (f64, f64),
        recipe: &Recipe,
        remarks: &mut Remarks,
    ) {
        let reported = self.stored(at);
        let far = reported.half_digit() + slack + 1e-9 * value.abs();
        let differs = match reported.kind.comparator {
            None => far < (reported.value - value).abs(),
            Some(comparator) if comparator.is_below() => reported.value + far < value,
            Some(_) => value < reported.value - far,
        };
        if !differs {
            return;
        }
        let sign = reported.kind.comparator;
        let sign = sign.map_or("", |comparator| comparator.as_str());
        let said = format!(
            "{sign}{} is reported, {:.*} by {}",
            reported.text(),
            recipe.decimals,
            value,
            recipe.version
        );
        remarks
            .disagreements
            .add((reported.file, recipe.id), (reported.line, said));
        if remarks.keeps_asides() {
            let differs = Said::Differs {
                derived: value,
                shown: format!("{value:.*}", recipe.decimals),
                formula: recipe.stated(&self.options),
            };
            remarks.add_aside(self.aside(at, recipe.id, differs));
        }
    }
}

impl Disagreements {
    fn add(&mut self, key: (u32, &'static str), first: (u64, String)) {
        let found = self.found.entry(key).or_default();
        found.count += 1;
        if found.first.len() < TOLD {
            found.first.push(first);
        }
    }

    /// Adds those of results behind these.
    pub(super) fn merge(&mut self, other: Disagreements) {
        for (key, more) in other.found {
            let found = self.found.entry(key).or_default();
            found.count += more.count;
            let room = TOLD.saturating_sub(found.first.len());
            found.first.extend(more.first.into_iter().take(room));
        }
    }

    pub(super) fn notices(&self, files: &[String]) -> Vec<FileNotice> {
        let mut notices = Vec::new();
        for ((file, id), found) in &self.found {
            let mut say = |line, message| {
                notices.push(FileNotice {
                    file: files.get(*file as usize).cloned().unwrap_or_default(),
                    line,
                    code: Code::DerivedDisagrees,
                    message,
                });
            };
            for (line, said) in &found.first {
                say(
                    Some(*line).filter(|line| 0 < *line),
                    format!("{id}: {said}"),
                );
            }
            let more = found.count - found.first.len() as u64;
            if 0 < more {
                say(
                    None,
                    format!("{id}: {more} more reported values differ from the formula"),
                );
            }
        }
        notices
    }
}
