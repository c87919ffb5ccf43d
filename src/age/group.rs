//! Groups of ages, as data that protect persons state them.

use super::{Age, AgeUnit, is_possible};

/// A group of ages: `40-49`, `40 - 49 years`, `[40-50)`, which leaves its end out.
pub(super) fn in_group(text: &str, unit: &str) -> Option<Age> {
    let (text, is_open) = match text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    // Elsewhere a comma is one of decimals.
    let comma = if is_open { ',' } else { '-' };
    let (low, high) = text.split_once(['-', '–', comma])?;
    let high = high.trim();
    let digits = high
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(high.len());
    let (high, own_unit) = high.split_at(digits);
    let unit = [own_unit.trim(), unit.trim(), "years"];
    let unit = AgeUnit::read(unit.into_iter().find(|text| !text.is_empty())?)?;
    let days = |text: &str| Some(f64::from(text.trim().parse::<u32>().ok()?) * unit.days());
    let (from, high) = (days(low)?, days(high)?);
    let below = if is_open { high } else { high + unit.days() };
    (from < below && is_possible(high)).then_some(Age::Stated { from, below })
}

#[cfg(test)]
mod tests {
    use super::super::AgePoint;
    use super::*;

    #[test]
    fn a_group_of_ages_covers_all_of_it() {
        for (text, point, expected) in [
            ("40-49", "40 y", Some(true)),
            ("40-49", "45 y", None),
            ("40-49", "50 y", Some(false)),
            ("40 – 49 years", "50 y", Some(false)),
            ("[40-50)", "50 y", Some(false)),
            ("0-11 months", "1 y", Some(false)),
            ("80+", "80 y", Some(true)),
            ("80+", "81 y", None),
        ] {
            let point = AgePoint::read(point).expect("an age");
            assert_eq!(Age::read(text, "").reached(point), expected, "{text:?}");
        }
        for text in ["49-40", "40-", "40-x", "2020-03-01", "40-490", "(40-50]"] {
            assert_eq!(Age::read(text, ""), Age::Unknown, "{text:?}");
        }
    }
}
