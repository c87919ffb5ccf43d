//! Ages: of a person (known exactly, roughly or not at all) and of an interval's ends.

use std::borrow::Cow;

use jiff::{Span, civil::Date};
use unicode_normalization::UnicodeNormalization;

mod group;
mod unit;

use crate::text::trim;
use group::in_group;

pub(crate) use unit::AgeUnit;

/// A point on the scale of age: so many whole years, months, weeks or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AgePoint {
    count: u32,
    unit: AgeUnit,
}

impl AgePoint {
    /// So many years.
    #[must_use]
    pub const fn years(count: u32) -> AgePoint {
        AgePoint {
            count,
            unit: AgeUnit::Years,
        }
    }

    /// Reads `"18 y"`, `"6 mo"`, `"2 wk"`, `"0 d"` as reference data writes it.
    #[must_use]
    pub fn read(text: &str) -> Option<AgePoint> {
        let (count, unit) = text.trim().split_once(' ')?;
        Some(AgePoint {
            count: count.parse().ok()?,
            unit: AgeUnit::read(unit)?,
        })
    }

    /// The same as a number of days, for ordering.
    #[must_use]
    pub fn days(self) -> f64 {
        f64::from(self.count) * self.unit.days()
    }

    fn span(self) -> Span {
        let count = i64::from(self.count.min(10_000));
        match self.unit {
            AgeUnit::Years => Span::new().years(count),
            AgeUnit::Months => Span::new().months(count),
            AgeUnit::Weeks => Span::new().weeks(count),
            AgeUnit::Days => Span::new().days(count),
        }
    }
}

impl std::fmt::Display for AgePoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.count, self.unit.as_str())
    }
}

/// True for a word for a unit of an age.
pub(crate) fn is_unit(text: &str) -> bool {
    AgeUnit::read(text).is_some()
}

/// A person's age at collection.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Age {
    /// Not known.
    #[default]
    Unknown,
    /// Birth and collection are known to the day.
    Dates {
        /// Date of birth.
        born: Date,
        /// Date of collection.
        at: Date,
    },
    /// Stated: at least so many days, less than so many.
    Stated {
        /// Lowest possible age in days, inclusive.
        from: f64,
        /// Age in days from which it is impossible.
        below: f64,
    },
}

/// A number with a decimal comma, with a point: "0,5". No age has three digits behind one.
fn with_point(text: &str) -> Cow<'_, str> {
    let split = text.split_once(',');
    let is_decimal = |(whole, rest): (&str, &str)| {
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        are_digits(whole) && (1..=2).contains(&digits)
    };
    match split.is_some_and(is_decimal) {
        true => text.replacen(',', ".", 1).into(),
        false => text.into(),
    }
}

impl Age {
    /// Reads a stated age. Without a unit it is in years: `44`, `44Y`, `44 years`, `> 89`, `90+`, `6 mo`, `44y 3m`, `P6M`.
    /// A whole number of years covers the whole year. Anything else is unknown: `6M` may be a sex.
    #[must_use]
    pub fn read(text: &str, unit: &str) -> Age {
        // Digits of double width: "４５歳".
        let text: Cow<'_, str> = match text.is_ascii() {
            true => text.into(),
            false => text.nfkc().collect::<String>().into(),
        };
        let text = trim(&text);
        let before = COUNTED.iter().find_map(|word| text.strip_prefix(word));
        let text = before.map_or(text, str::trim_start);
        let (open, text) = match text.strip_prefix(['>', '≥']) {
            Some(rest) => (true, rest.trim_start_matches('=').trim()),
            // "90+": above which ages are not told apart, to protect the oldest.
            None => match text.strip_suffix('+') {
                Some(rest) => (true, rest.trim_end()),
                None => (false, text),
            },
        };
        if let Some(group) = in_group(text, unit).filter(|_| !open && before.is_none()) {
            return group;
        }
        let text = &*with_point(text);
        let digits = text
            .find(|c: char| !(c.is_ascii_digit() || c == '.'))
            .unwrap_or(text.len());
        if let Some(duration) = text.strip_prefix(['P', 'p']).filter(|_| !open) {
            return in_parts(duration).unwrap_or_default();
        }
        let (number, own_unit) = text.split_at(digits);
        let Ok(count) = number.parse::<f64>() else {
            return Age::Unknown;
        };
        let own_unit = own_unit.trim();
        if !open && own_unit.contains(|c: char| c.is_ascii_digit()) {
            return in_parts(text).unwrap_or_default();
        }
        let unit = if !own_unit.is_empty() {
            AgeUnit::read(own_unit)
        } else if !unit.trim().is_empty() {
            AgeUnit::read(unit)
        } else {
            Some(AgeUnit::Years)
        };
        let Some(unit) = unit else {
            return Age::Unknown;
        };
        if !is_possible(count * unit.days()) {
            return Age::Unknown;
        }
        let below = if open {
            f64::INFINITY
        } else if number.contains('.') {
            // A decimal age is as fine as its last digit.
            let decimals = number.len() - number.find('.').unwrap_or(0) - 1;
            let step = 10f64.powi(-i32::try_from(decimals.min(9)).unwrap_or(9));
            (count + step) * unit.days()
        } else {
            (count + 1.0) * unit.days()
        };
        Age::Stated {
            from: count * unit.days(),
            below,
        }
    }

    /// Age of someone born on `born`, on the day `at`.
    #[must_use]
    pub fn between(born: Date, at: Date) -> Age {
        Age::Dates { born, at }
    }

    /// Age of someone born in the year `born`, on the day `at`: on its first day or its last.
    #[must_use]
    pub fn since_year(born: i16, at: Date) -> Option<Age> {
        let days = |from: Date| at.since(from).ok().map(|span| f64::from(span.get_days()));
        let oldest = days(Date::new(born, 1, 1).ok()?)?;
        let youngest = days(Date::new(born, 12, 31).ok()?)?;
        (0.0 <= oldest && is_possible(oldest)).then_some(Age::Stated {
            from: youngest.max(0.0),
            below: oldest + 1.0,
        })
    }

    /// False if nobody lives so long: such a date of birth stands for one that is not known.
    #[must_use]
    pub fn is_possible_between(born: Date, at: Date) -> bool {
        let years = i32::from(at.year()) - i32::from(born.year());
        is_possible(f64::from(years) * 365.25)
    }

    /// At least this old, nothing more known.
    #[must_use]
    pub fn at_least(point: AgePoint) -> Age {
        Age::Stated {
            from: point.days(),
            below: f64::INFINITY,
        }
    }

    /// Has the person reached `point`? `None` where the age is not known well enough.
    #[must_use]
    pub fn reached(self, point: AgePoint) -> Option<bool> {
        match self {
            Age::Unknown => (point.count == 0).then_some(true),
            Age::Dates { born, at } => Some(
                born.checked_add(point.span())
                    .is_ok_and(|birthday| birthday <= at),
            ),
            Age::Stated { from, below } => {
                if point.days() <= from {
                    Some(true)
                } else if below <= point.days() {
                    Some(false)
                } else {
                    None
                }
            }
        }
    }

    /// Whole years completed, where they are certain.
    #[must_use]
    pub fn years(self) -> Option<u32> {
        match self {
            Age::Unknown => None,
            Age::Dates { born, at } => {
                let mut years =
                    u32::try_from(i32::from(at.year()) - i32::from(born.year())).ok()?;
                if self.reached(AgePoint::years(years)) == Some(false) {
                    years = years.checked_sub(1)?;
                }
                Some(years)
            }
            Age::Stated { from, below } => {
                let years = (from / 365.25).floor();
                (below <= (years + 1.0) * 365.25).then_some(years as u32)
            }
        }
    }
}

/// Words in front of an age: "full" years, and since birth.
const COUNTED: &[&str] = &["満", "满", "滿", "만", "生後", "生后", "출생"];

/// 150 years: older than anyone; a larger number is an identifier or a slip.
fn is_possible(days: f64) -> bool {
    (0.0..=150.0 * 365.25).contains(&days)
}

/// An age in units that get smaller, `44y 3m`, `1 year, 2 weeks`, and as a duration of ISO 8601 without its `P`; none of
/// the smaller units may make up one of the larger. Beside other units, `m` is a month.
fn in_parts(text: &str) -> Option<Age> {
    let (mut from, mut last) = (0.0, None::<AgeUnit>);
    let mut rest = text.trim();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let (count, behind) = rest.split_at(digits);
        let behind = behind.trim_start();
        let word = behind
            .find(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == ',')
            .unwrap_or(behind.len());
        let (word, behind) = behind.split_at(word);
        rest = behind.trim_start_matches([' ', ',']);
        let unit = match word.eq_ignore_ascii_case("m") {
            true => AgeUnit::Months,
            false => AgeUnit::read(word)?,
        };
        let days = f64::from(count.parse::<u32>().ok()?) * unit.days();
        if last.is_some_and(|larger| larger.days() <= days || larger.days() <= unit.days()) {
            return None;
        }
        from += days;
        last = Some(unit);
    }
    let below = from + last?.days();
    is_possible(from).then_some(Age::Stated { from, below })
}

#[cfg(test)]
mod tests;
