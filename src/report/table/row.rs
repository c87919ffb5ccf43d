//! One result, reduced to what the table prints of it.

use std::borrow::Cow;

use super::bar::Bar;
use super::heading;
use super::interval;
use super::text::{cut, harmless, width};
use crate::interpretation::{Flag, Interpretation, Usability};
use crate::notice::Code;
use crate::report::reason::{self, Standing};
use crate::report::{cells, wording};
use crate::units::spelling::UnitTable;
use crate::value::Value;

/// Order within a sample: what must be seen first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Critical,
    Spoiled,
    Flagged,
    Caution,
    NotJudged,
    Normal,
}

/// A row of the table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) rank: Rank,
    pub(super) flag: Option<Flag>,
    pub(super) usability: Option<Usability>,
    pub(super) name: Box<str>,
    /// The laboratory's own name, shown where the other does not fit.
    pub(super) reported: Box<str>,
    pub(super) value: Box<str>,
    /// False for words: they take the column of the unit too.
    pub(super) numeric: bool,
    pub(super) unit: Box<str>,
    pub(super) interval: Box<str>,
    pub(super) bar: Option<Bar>,
    pub(super) remarks: Vec<String>,
    /// Rows that share it may be folded into one line.
    pub(super) fold: Option<Code>,
    /// The specimen, where it is not blood.
    pub(super) fluid: &'static str,
}

impl Row {
    pub(super) fn of(result: &Interpretation<'_>, units: &UnitTable) -> Row {
        let observation = &result.observation;
        let standing = reason::standing(result);
        let rank = rank(result, standing);
        let numeric = matches!(
            result.reading.value,
            Value::Number(_) | Value::Censored(..) | Value::Range(..)
        );
        let reported = [observation.name, observation.code, observation.loinc]
            .into_iter()
            .find(|name| !name.trim().is_empty())
            .unwrap_or("(no name)");
        // The name of the reference data: one word for one thing. Where its mass may be counted as
        // another molecule (urea, urea nitrogen), only the reported name says which one it is.
        let name = match result.analyte {
            Some(analyte) if analyte.variants.is_empty() => analyte.name.as_str(),
            _ => reported,
        };
        let unit = match result.unit {
            "" => observation.unit,
            unit => units.printed(unit),
        };
        Row {
            rank,
            flag: result.flag,
            usability: result.usability,
            name: harmless(name).into(),
            reported: harmless(reported).into(),
            value: value(result).into(),
            numeric,
            unit: if numeric { harmless(unit).into() } else { "".into() },
            interval: match &result.limits {
                Some(limits) => interval::shown(limits, result, units).into(),
                None => "".into(),
            },
            bar: Bar::of(result),
            remarks: wording::remarks(result, units),
            fold: match standing {
                _ if rank != Rank::NotJudged => None,
                Standing::SetAside(code) => Some(code),
                Standing::Absent => Some(Code::ResultAbsent),
                Standing::NotJudged(code) => code,
                Standing::Critical | Standing::Outside | Standing::Normal => None,
            },
            fluid: heading::specimen(result.specimen),
        }
    }

    /// The usability, where there is something to say about it.
    pub(super) fn word(&self) -> &'static str {
        match self.usability {
            None | Some(Usability::Usable) => "",
            Some(usability) => usability.as_str(),
        }
    }

    /// The name that fits best.
    pub(super) fn name_in(&self, room: usize) -> Cow<'_, str> {
        if width(&self.name) > room && width(&self.reported) <= room {
            Cow::Borrowed(&self.reported)
        } else {
            cut(&self.name, room)
        }
    }

    /// The shorter one of both names.
    pub(super) fn shortest_name(&self) -> &str {
        if width(&self.reported) < width(&self.name) {
            &self.reported
        } else {
            &self.name
        }
    }

    /// `Potassium 6.8 mmol/L`, with the name that is given.
    pub(super) fn in_one_text(&self, name: &str) -> String {
        let mut text = name.to_owned();
        for part in [&self.value, &self.unit] {
            if !part.is_empty() {
                text.push(' ');
                text.push_str(part);
            }
        }
        text
    }

    /// True if one remark may stand for both rows. A critical row always has its own.
    pub(super) fn shares_remarks_with(&self, other: &Row) -> bool {
        self.rank != Rank::Critical
            && !self.remarks.is_empty()
            && self.rank == other.rank
            && self.remarks == other.remarks
            && self.word() == other.word()
    }
}

fn rank(result: &Interpretation<'_>, standing: Standing) -> Rank {
    match standing {
        // An earlier critical value is still shown where it can be seen.
        Standing::SetAside(Code::Superseded) if reason::is_critical(result) => Rank::Critical,
        Standing::SetAside(_) => Rank::NotJudged,
        Standing::Critical => Rank::Critical,
        _ if result
            .usability
            .is_some_and(|usability| usability >= Usability::Indeterminate) =>
        {
            Rank::Spoiled
        }
        Standing::Outside => Rank::Flagged,
        _ if result.usability == Some(Usability::Caution)
            || result.notices.has(Code::FlagDisagrees)
            || result.notices.has(Code::RepeatDiffers)
            || result.notices.has(Code::ImplausibleValue) =>
        {
            Rank::Caution
        }
        Standing::Absent | Standing::NotJudged(_) => Rank::NotJudged,
        Standing::Normal => Rank::Normal,
    }
}

/// The value as read: `<5`, `140`, a word, or what stands where the result should be.
fn value(result: &Interpretation<'_>) -> String {
    match result.reading.value {
        Value::Number(number) => number.to_string(),
        Value::Censored(comparator, number) => format!("{}{number}", comparator.as_str()),
        Value::Range(low, high) => format!("{low}-{high}"),
        Value::Text(_) | Value::Absent(_) => harmless(&cells::value(&result.observation)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    #[test]
    fn the_urgent_ranks_first() {
        let units = cases::units();
        let ranks: Vec<Rank> = cases::hemolyzed_sample()
            .iter()
            .map(|result| Row::of(result, &units).rank)
            .collect();
        use Rank::{Caution, Critical, Flagged, Normal, NotJudged, Spoiled};
        assert_eq!(
            ranks,
            [
                Critical, Normal, Flagged, Spoiled, Spoiled, Caution, NotJudged, NotJudged,
                NotJudged, NotJudged
            ]
        );
    }
}
