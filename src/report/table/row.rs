//! One result, reduced to what the table prints of it.

use std::borrow::Cow;

use super::bar::Bar;
use super::heading;
use super::interval;
use crate::interpretation::{Flag, Interpretation, Usability};
use crate::notice::Code;
use crate::report::filter;
use crate::report::harmless::harmless;
use crate::report::reason::{self, Standing};
use crate::report::text::{cut, width};
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
    /// What is printed of flag and grade: `HH`, `H 2-3`.
    pub(super) flag_text: Box<str>,
    /// Derived, so that it stands below what was measured.
    pub(super) derived: bool,
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
            flag_text: flag_text(result).into(),
            derived: result.derived.is_some(),
            usability: result.usability,
            name: harmless(name).into(),
            reported: harmless(reported).into(),
            value: value(result).into(),
            numeric,
            unit: if numeric {
                harmless(unit).into()
            } else {
                "".into()
            },
            interval: match &result.limits {
                Some(limits) => interval::shown(limits, result, units).into(),
                None => "".into(),
            },
            bar: Bar::of(result),
            remarks: wording::remarks(result, units),
            fold: match standing {
                _ if rank != Rank::NotJudged => None,
                // What it says has to be read beside it.
                _ if result.notices.has(Code::NumberInComment) => None,
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

    /// The name that fits best: the full one, the one without its abbreviation, the
    /// laboratory's own, the abbreviation; else as much of it as fits.
    pub(super) fn name_in(&self, room: usize) -> Cow<'_, str> {
        let (long, short) = abbreviation(&self.name);
        [&self.name, long, &self.reported, short]
            .into_iter()
            .find(|name| !name.is_empty() && width(name) <= room)
            .map_or_else(|| cut(&self.name, room), Cow::Borrowed)
    }

    /// The shorter one of both names.
    pub(super) fn shortest_name(&self) -> &str {
        let (long, _) = abbreviation(&self.name);
        if width(&self.reported) < width(long) {
            &self.reported
        } else {
            long
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
            && self.derived == other.derived
            && self.remarks == other.remarks
            && self.word() == other.word()
    }
}

/// `Alanine aminotransferase (ALT)` in its two parts. What stands in parentheses and is no
/// abbreviation (`as phosphorus`) belongs to the name.
fn abbreviation(name: &str) -> (&str, &str) {
    let parts = || {
        let (long, rest) = name.split_once(" (")?;
        let short = rest.strip_suffix(')')?.split(',').next()?.trim();
        let is_short = short.len() >= 2
            && short
                .chars()
                .all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.'));
        is_short.then_some((long, short))
    };
    parts().unwrap_or((name, ""))
}

fn rank(result: &Interpretation<'_>, standing: Standing) -> Rank {
    match standing {
        // An earlier critical value is still shown where it can be seen.
        Standing::SetAside(Code::Superseded) if reason::is_critical(result) => Rank::Critical,
        Standing::SetAside(_) => Rank::NotJudged,
        Standing::Critical => Rank::Critical,
        _ if reason::is_called_by_others(result) => Rank::Critical,
        _ if result
            .usability
            .is_some_and(|usability| usability >= Usability::Indeterminate) =>
        {
            Rank::Spoiled
        }
        Standing::Outside => Rank::Flagged,
        _ if result.usability == Some(Usability::Caution)
            || result.notices.has(Code::FlagDisagrees)
            || result.notices.has(Code::FlagUnknown)
            || filter::is_flagged_by_the_laboratory_alone(result)
            || result.notices.has(Code::RepeatDiffers)
            || result.notices.has(Code::ImplausibleValue) =>
        {
            Rank::Caution
        }
        // An index is told by the line above the rows: it stands quietly at their end.
        Standing::NotJudged(Some(Code::SampleIndex)) => Rank::Normal,
        Standing::Absent | Standing::NotJudged(_) => Rank::NotJudged,
        Standing::Normal => Rank::Normal,
    }
}

/// Flag and grade. A grade of a result without a flag stands alone in brackets.
fn flag_text(result: &Interpretation<'_>) -> String {
    // A normal result that must not be relied on is not called normal.
    let unread = result.usability == Some(Usability::Caution)
        && result.notices.has(Code::IntervalUnreadable);
    let whose = result.notices.has(Code::TwoPatientsPossible)
        || result.notices.has(Code::SampleOfTwoPatients);
    let doubtful = unread || whose || Some(Usability::Indeterminate) <= result.usability;
    let flag = result.flag.map(|flag| match flag {
        Flag::Normal if doubtful => "N?",
        flag => flag.as_str(),
    });
    let grade = result.grade.as_ref().map(crate::grade::Grade::shown);
    match (
        flag,
        grade.filter(|grade| !grade.is_empty() && grade != "0"),
    ) {
        (Some(flag), Some(grade)) => format!("{flag} {grade}"),
        (Some(flag), None) => flag.to_string(),
        (None, Some(grade)) => format!("({grade})"),
        (None, None) => String::new(),
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

    #[test]
    fn the_best_name_that_fits() {
        let units = cases::units();
        let mut row = Row::of(&cases::hemolyzed_sample()[4], &units);
        for (name, reported, room, expected) in [
            ("Thyrotropin (TSH)", "TSH basal", 20, "Thyrotropin (TSH)"),
            ("Thyrotropin (TSH)", "TSH basal", 12, "Thyrotropin"),
            ("Thyrotropin (TSH)", "TSH basal", 10, "TSH basal"),
            ("Thyrotropin (TSH)", "TSH basal", 8, "TSH"),
            (
                "Creatine kinase (CK, total)",
                "Creatine Kinase (CK)",
                10,
                "CK",
            ),
            (
                "Phosphate (as phosphorus)",
                "Phosphate inorg.",
                12,
                "Phosphate (…",
            ),
        ] {
            row.name = name.into();
            row.reported = reported.into();
            assert_eq!(row.name_in(room), expected, "{name} in {room}");
        }
    }
}
