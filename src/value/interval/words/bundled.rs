//! Words around printed limits, as they are bundled: `reference_ranges/results/printed.toml`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::key;
use crate::value::Comparator;

/// `reference_ranges/results/printed.toml`.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct File {
    heading: Vec<&'static str>,
    heading_behind: Vec<&'static str>,
    before: Comparators,
    between: Between,
    behind: Comparators,
    female: Vec<&'static str>,
    male: Vec<&'static str>,
    female_beside_male: Vec<&'static str>,
    either: Vec<&'static str>,
    adult: Vec<&'static str>,
    unit_doubtful: UnitDoubtful,
}

/// Words that stand on one side of the number.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct Comparators {
    at_most: Vec<&'static str>,
    below: Vec<&'static str>,
    at_least: Vec<&'static str>,
    above: Vec<&'static str>,
    /// Those of them that say nothing of a result.
    #[serde(default)]
    of_limits_only: Vec<&'static str>,
}

/// Words around two numbers.
#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    bound(deserialize = "'de: 'static")
)]
struct Between {
    before: Vec<&'static str>,
    and: Vec<&'static str>,
}

impl Comparators {
    fn each(self) -> impl Iterator<Item = (&'static str, Comparator)> {
        let lists = [
            (self.at_most, Comparator::LessOrEqual),
            (self.below, Comparator::Less),
            (self.at_least, Comparator::GreaterOrEqual),
            (self.above, Comparator::Greater),
        ];
        let of_one = |(texts, comparator): (Vec<&'static str>, Comparator)| {
            texts.into_iter().map(move |text| (text, comparator))
        };
        lists.into_iter().flat_map(of_one)
    }
}

/// By how much an interval must miss the bundled ones, that its unit is in doubt.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnitDoubtful {
    /// Ratio of the middles of two intervals that do not overlap.
    pub two_sided: f64,
    /// Ratio of single limits.
    pub one_sided: f64,
    /// Ratio of the limits of two intervals that are alike.
    pub alike: f64,
    /// Part of the width of the interval in use, by which one that may be of critical limits reaches beyond it.
    pub room: f64,
    /// Part of the width of an interval, by which the limits of the same one differ between laboratories.
    pub same: f64,
}

/// Of whom an interval is, by the word in front of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value::interval) enum Group {
    Female,
    Male,
    /// One of them, and nobody knows which.
    Either,
    Adult,
}

#[derive(Default)]
pub(in crate::value::interval) struct Words {
    pub(super) comparators: HashMap<String, Comparator>,
    /// Those of them that say nothing of a result.
    pub(super) of_limits_only: HashSet<String>,
    /// Those behind the number.
    pub(super) behind: HashMap<String, Comparator>,
    pub(super) headings: Vec<String>,
    pub(super) headings_behind: Vec<String>,
    pub(super) between: Vec<String>,
    /// What stands between the two numbers then, with its blanks.
    pub(super) and: Vec<String>,
    pub(in crate::value::interval) groups: HashMap<String, Group>,
    /// Letters of a female and a male that mean these only beside each other.
    pub(in crate::value::interval) pairs: Vec<(String, String)>,
    pub(super) unit_doubtful: Option<UnitDoubtful>,
}

pub(in crate::value::interval) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        // A test reads the bundled file.
        bundled!("results/printed").map_or_else(|_: serde_json::Error| Words::default(), of_file)
    })
}

fn of_file(file: File) -> Words {
    let mut words = Words::default();
    let only = file.before.of_limits_only.iter();
    words.of_limits_only = only.map(|text| key(text)).collect();
    let before = file.before.each();
    words.comparators = before
        .map(|(text, comparator)| (key(text), comparator))
        .collect();
    let behind = file.behind.each();
    words.behind = behind
        .map(|(text, comparator)| (key(text), comparator))
        .collect();
    words.between = file.between.before.iter().map(|text| key(text)).collect();
    let and = file.between.and.iter();
    words.and = and.map(|text| format!(" {text} ")).collect();
    for (texts, group) in [
        (file.female, Group::Female),
        (file.male, Group::Male),
        (file.either, Group::Either),
        (file.adult, Group::Adult),
    ] {
        for text in texts {
            words.groups.insert(key(text), group);
        }
    }
    let pairs = file.female_beside_male.iter();
    let pairs = pairs.filter_map(|pair| pair.split_once(' '));
    words.pairs = pairs.map(|(f, m)| (f.to_string(), m.to_string())).collect();
    words.unit_doubtful = Some(file.unit_doubtful);
    words.headings = file.heading.iter().map(|text| key(text)).collect();
    let behind = file.heading_behind.iter();
    words.headings_behind = behind.map(|text| key(text)).collect();
    words
}
