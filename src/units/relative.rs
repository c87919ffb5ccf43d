//! What stands in the place of a unit and is none: `x ULN`, MoM, z-scores, percentiles, changes.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold_words;

/// Where limits lie that are printed in such a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Around {
    /// In multiples of a median.
    One,
    /// In standard deviations.
    Zero,
    /// In multiples of a limit, or of a first result.
    Multiples,
    /// In ranks of a hundred.
    Ranks,
    /// Nobody prints any.
    Nothing,
}

/// `reference_ranges/results/relative_units.toml`.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct File {
    around_one: Vec<&'static str>,
    around_zero: Vec<&'static str>,
    multiples: Vec<&'static str>,
    ranks: Vec<&'static str>,
    other: Vec<&'static str>,
    begins: Vec<&'static str>,
}

#[derive(Default)]
struct Words {
    one: HashSet<String>,
    zero: HashSet<String>,
    multiples: HashSet<String>,
    ranks: HashSet<String>,
    other: HashSet<String>,
    begins: Vec<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let file: Result<File, serde_json::Error> = bundled!("results/relative_units");
        // A test reads the bundled file.
        file.map_or_else(
            |_| Words::default(),
            |file| {
                let all = |words: Vec<&str>| words.into_iter().map(key).collect();
                Words {
                    one: all(file.around_one),
                    zero: all(file.around_zero),
                    multiples: all(file.multiples),
                    ranks: all(file.ranks),
                    other: all(file.other),
                    begins: file.begins.into_iter().map(key).collect(),
                }
            },
        )
    })
}

/// What a text counts in that stands in the place of a unit, if that is not an amount.
pub(crate) fn around(unit: &str) -> Option<Around> {
    let (key, words) = (key(unit), words());
    if words.one.contains(&key) {
        Some(Around::One)
    } else if words.zero.contains(&key) {
        Some(Around::Zero)
    } else if words.multiples.contains(&key) {
        Some(Around::Multiples)
    } else if words.ranks.contains(&key) {
        Some(Around::Ranks)
    } else {
        let begins = words.begins.iter().any(|begin| key.starts_with(begin));
        (words.other.contains(&key) || begins).then_some(Around::Nothing)
    }
}

impl Around {
    /// May these be limits that are printed in it? A single one, or two.
    pub(crate) fn fits(self, low: Option<f64>, high: Option<f64>) -> bool {
        let is_multiple = |limit: f64| (1.0..=MOST).contains(&limit);
        match (self, low, high) {
            (Around::One, Some(low), Some(high)) => {
                low < 1.0 && 1.0 < high && (low != 0.0 || high <= MOST)
            }
            (Around::Multiples, Some(low), Some(high)) => low <= 1.0 && is_multiple(high),
            (Around::One, Some(low), None) => (1.0 / MOST..=MOST).contains(&low),
            (Around::One | Around::Multiples, low, high) => low.or(high).is_some_and(is_multiple),
            (Around::Zero, Some(low), Some(high)) => low < 0.0 && 0.0 < high,
            (Around::Zero, low, high) => low.or(high).is_some_and(|limit| limit.abs() <= MOST),
            (Around::Ranks, Some(low), Some(high)) => low < high && low + high == RANKS,
            (Around::Ranks | Around::Nothing, ..) => false,
        }
    }
}

/// As many times a median or limit, or as many deviations from a mean, as limits are.
const MOST: f64 = 3.0;

/// The highest rank.
const RANKS: f64 = 100.0;

/// True if a printed interval names such a unit: `< 1 x ULN`.
pub(crate) fn names(printed: &str, unit: &str) -> bool {
    key(printed).contains(&key(unit))
}

fn key(text: &str) -> String {
    let folded = fold_words(text).replace('×', "x");
    folded
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '_' | '*'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::spelling::UnitTable;

    #[test]
    fn what_is_no_amount() {
        for (unit, expected) in [
            ("x ULN", Some(Around::Multiples)),
            ("×ULN", Some(Around::Multiples)),
            ("% uln", Some(Around::Nothing)),
            ("xULN (40)", Some(Around::Nothing)),
            ("log10 U/L", Some(Around::Nothing)),
            ("% change", Some(Around::Nothing)),
            ("MoM", Some(Around::One)),
            ("Z-score", Some(Around::Zero)),
            ("z_score", Some(Around::Zero)),
            ("SD", Some(Around::Zero)),
            ("", None),
            ("%", None),
            ("U/L", None),
            ("mmol/L", None),
            ("ratio", None),
            ("index", None),
            ("ng/mL SDS", None),
        ] {
            assert_eq!(around(unit), expected, "{unit}");
        }
    }

    /// No spelling of a unit is such a word.
    #[test]
    fn no_unit_is_one() {
        let (table, words) = (UnitTable::bundled(), words());
        let all = [
            &words.one,
            &words.zero,
            &words.multiples,
            &words.ranks,
            &words.other,
        ];
        assert!(all.iter().all(|words| !words.is_empty()));
        for word in all.into_iter().flatten() {
            assert!(table.read(word).is_empty(), "{word}");
        }
    }
}
