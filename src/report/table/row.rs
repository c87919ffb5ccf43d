//! One result, reduced to what the table prints of it.

use rust_decimal::Decimal;

use super::bar::Bar;
use super::heading;
use super::text::harmless;
use crate::interpretation::{Flag, Interpretation, Limits, RangeSource, Usability};
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
        // The name of the reference data where it is known: one word for one thing.
        let name = match result.analyte {
            Some(analyte) => analyte.name.as_str(),
            None if !observation.name.trim().is_empty() => observation.name,
            None if !observation.code.trim().is_empty() => observation.code,
            None => observation.loinc,
        };
        let unit = match result.unit {
            "" => observation.unit,
            unit => units.printed(unit),
        };
        Row {
            rank,
            flag: result.flag,
            usability: result.usability,
            name: match harmless(name) {
                name if name.is_empty() => "(no name)".into(),
                name => name.into(),
            },
            value: value(result).into(),
            numeric,
            unit: if numeric { harmless(unit).into() } else { "".into() },
            interval: match &result.limits {
                Some(limits) => interval(limits, result, units).into(),
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

/// `3.5-5.0`, `≤ 35`, `≥ 60`; with its unit where that is not the unit of the value.
fn interval(limits: &Limits<'_>, result: &Interpretation<'_>, units: &UnitTable) -> String {
    let mut text = match (limits.low, limits.high) {
        (Some(low), Some(high)) => {
            // Both ends with the same number of decimals: 3.5-5.0.
            let scale = low.value.scale().max(high.value.scale());
            let (from, to) = (at_scale(low.value, scale), at_scale(high.value, scale));
            let joint = if low.value.is_sign_negative() || high.value.is_sign_negative() {
                " to "
            } else {
                "-"
            };
            let (over, under) = (
                if low.inclusive { "" } else { ">" },
                if high.inclusive { "" } else { "<" },
            );
            format!("{over}{from}{joint}{under}{to}")
        }
        (Some(low), None) => format!("{} {}", if low.inclusive { '≥' } else { '>' }, low.value),
        (None, Some(high)) => format!("{} {}", if high.inclusive { '≤' } else { '<' }, high.value),
        (None, None) => return String::new(),
    };
    let same = match limits.source {
        RangeSource::Report => {
            limits.unit.trim().is_empty()
                || limits.unit.trim() == result.observation.unit.trim()
                || limits.unit == result.unit
        }
        RangeSource::Lab | RangeSource::Profile(_) => {
            limits.unit == result.unit
                || units.printed(limits.unit) == units.printed(result.unit)
        }
    };
    if !same {
        text.push(' ');
        text.push_str(&harmless(units.printed(limits.unit)));
    }
    text
}

fn at_scale(mut number: Decimal, scale: u32) -> Decimal {
    number.rescale(scale);
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases::{self, case};

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
    fn intervals_read_like_a_laboratory_prints_them() {
        let units = cases::units();
        for (low, high, expected) in [
            ("3.5", "5", "3.5-5.0"),
            ("136", "145", "136-145"),
            ("", "35", "≤ 35"),
            ("60", "", "≥ 60"),
            ("-2", "3", "-2 to 3"),
        ] {
            let result = case("potassium", "K", "4", "mmol/L").report(low, high).0;
            assert_eq!(&*Row::of(&result, &units).interval, expected);
        }
        let mut result = case("potassium", "K", "4", "mmol/L").report("3.5", "5.0").0;
        if let Some(limits) = &mut result.limits {
            limits.unit = "mg/dL";
            limits.low = limits.low.map(|low| crate::interpretation::Limit {
                inclusive: false,
                ..low
            });
        }
        assert_eq!(&*Row::of(&result, &units).interval, ">3.5-5.0 mg/dL");
    }
}
