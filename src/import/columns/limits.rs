//! Headers that are limits beside each other, and may be anything alone; and the limit whose other one is not known.

use super::Seen;
use super::likely::{self, Likely};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Entry, Side};
use crate::text::fold_words;

/// `Desde` and `Hasta`, `UG` and `OG`.
const PAIRS: &[(&str, &str)] = &[
    ("desde", "hasta"),
    ("ug", "og"),
    ("dm", "hm"),
    ("von", "bis"),
    ("van", "tot"),
    ("od", "do"),
    ("de", "ate"),
    ("vmin", "vmax"),
    ("lrl", "url"),
    ("lin", "lsn"),
    ("rlo", "rhi"),
    ("nrlo", "nrhi"),
    ("lnr", "unr"),
    ("rbu", "rbo"),
    ("nbvon", "nbbis"),
];

/// The same where only the numbers below tell, beside their tests and results: from which age to which, of which page, by which
/// limits of a method.
const BY_NUMBERS: &[(&str, &str)] = &[
    ("ll", "ul"),
    ("from", "to"),
    ("lo", "up"),
    ("bi", "bs"),
    ("ref1", "ref2"),
];

/// The same where they stand one behind the other, the lower one first: `L` and `H` may be indices of a sample, and `LI` is lithium.
const NEIGHBORS: &[(&str, &str)] = &[("l", "h"), ("li", "ls")];

/// Beside one of these the least and the most are those of a series of results.
#[rustfmt::skip]
const SERIES: &[&str] = &[
    "mean", "avg", "average", "median", "mediana", "moyenne", "mittelwert", "ortalama", "srednia", "gemiddelde", "sd",
    "stddev", "std", "count", "lastvalue", "firstvalue", "latestvalue", "lastresult", "firstresult", "latestresult",
];

/// The same alone, where numbers stand below: First and Last may be names.
const SERIES_ALONE: &[&str] = &["n", "first", "last", "latest", "previous"];

/// True for a header of numbers that counts or averages a series of results, or gives one of them.
pub(super) fn is_of_a_series(seen: &Seen, column: usize) -> bool {
    let header = &seen.headers[column];
    let folded = vocabulary::fold(header);
    let is_series = |word: &str| SERIES.contains(&word);
    let words = header.split(|c: char| !c.is_alphanumeric());
    let counts = is_series(&folded)
        || SERIES_ALONE.contains(&folded.as_str())
        || words
            .map(vocabulary::fold)
            .any(|word| is_series(&word) && word != "count");
    counts && are_numbers(seen, column)
}

/// The other one of two columns of which only the numbers tell, and whether it is that of the high limit.
pub(super) fn partner(seen: &Seen, column: usize) -> Option<(usize, bool)> {
    let own = folded(seen, column);
    let mut pairs = BY_NUMBERS.iter();
    let pair = pairs.find(|pair| pair.0 == own || pair.1 == own)?;
    let is_low = pair.0 == own;
    let wanted = if is_low { pair.1 } else { pair.0 };
    let other = (0..seen.headers.len()).find(|at| folded(seen, *at) == wanted)?;
    Some((other, is_low))
}

/// What two columns are of which only the numbers tell, the low limit first.
fn by_numbers(seen: &Seen, column: usize) -> Option<(bool, Likely)> {
    let (other, is_low) = partner(seen, column)?;
    let (low, high) = in_place(column, other, is_low);
    let filled = are_numbers(seen, low) && are_numbers(seen, high);
    filled.then(|| (is_low, likely::columns(seen, low, high)))
}

/// True for one of two headers that are limits where the numbers below tell so, but for those that are of anything else more often.
pub(crate) fn is_one_of_two(headers: &[String], header: &str) -> bool {
    let own = vocabulary::fold(header);
    let has = |wanted: &str| {
        headers
            .iter()
            .any(|other| vocabulary::fold(other) == wanted)
    };
    let mut pairs = BY_NUMBERS.iter().filter(|pair| pair.0 != "from");
    pairs.any(|(low, high)| (*low == own && has(high)) || (*high == own && has(low)))
}

/// True for one of two columns that only their numbers make limits, or perhaps some.
pub(super) fn is_told_by_numbers(seen: &Seen, column: usize) -> bool {
    by_numbers(seen, column).is_some_and(|(_, likely)| likely != Likely::Other)
}

/// True for two columns that may be limits, and nobody can tell.
pub(super) fn is_open_pair(seen: &Seen, column: usize) -> bool {
    by_numbers(seen, column).is_some_and(|(_, likely)| likely == Likely::Open)
}

/// The limit that one of two headers is beside the other, where both hold numbers.
pub(super) fn of_a_pair(seen: &Seen, column: usize) -> Option<Entry> {
    if let Some((is_low, likely)) = by_numbers(seen, column)
        && likely != Likely::Other
    {
        return limit(is_low);
    }
    let own = folded(seen, column);
    let (pairs, neighbors) = (PAIRS.iter(), NEIGHBORS.iter());
    let mut pairs = pairs
        .map(|pair| (pair, false))
        .chain(neighbors.map(|pair| (pair, true)));
    let (pair, is_neighbor) = pairs.find(|(pair, _)| pair.0 == own || pair.1 == own)?;
    let is_low = pair.0 == own;
    let wanted = if is_low { pair.1 } else { pair.0 };
    let other = (0..seen.headers.len()).find(|at| folded(seen, *at) == wanted)?;
    let (low, high) = in_place(column, other, is_low);
    let fits = !is_neighbor || (low + 1 == high && !is_an_index(seen) && in_order(seen, low, high));
    let filled = fits && are_numbers(seen, low) && are_numbers(seen, high);
    filled.then(|| limit(is_low))?
}

/// The limit that a header is by its words, beside one that has the same words but for the side: "Alt Değer" and "Üst Değer",
/// `min_value` and `max_value`. Where another column is a limit or an interval, they may be anything.
pub(super) fn by_words(seen: &Seen, column: usize) -> Option<Entry> {
    let (side, rest) = vocabulary::side(&seen.headers[column])?;
    let rules_out = |header: &String| {
        let found = vocabulary::role(header);
        let is_series = |word: &str| SERIES.contains(&vocabulary::fold(word).as_str());
        let mut words = header.split(|c: char| !c.is_alphanumeric());
        matches!(found, Some(Role::Low | Role::High | Role::Range))
            || is_series(header)
            || words.any(is_series)
    };
    if seen.headers.iter().any(rules_out) {
        return None;
    }
    let is_other = |at: &usize| {
        let found = vocabulary::side(&seen.headers[*at]);
        found.is_some_and(|(other, words)| other != side && words == rest)
    };
    let other = (0..seen.headers.len()).find(is_other)?;
    let is_low = side == Side::Low;
    let (low, high) = in_place(column, other, is_low);
    let filled = are_numbers(seen, low) && are_numbers(seen, high);
    let fits = filled && in_order(seen, low, high) && !are_met(seen, low, high);
    fits.then(|| limit(is_low))?
}

/// True for `HI` beside no low limit: it may be the index of hemolysis as well.
pub(super) fn may_be_index(seen: &Seen, column: usize) -> bool {
    let is_low = |header: &String| vocabulary::role(header) == Some(Role::Low);
    folded(seen, column) == "hi" && !seen.headers.iter().any(is_low)
}

/// True for a limit without its other one, next to numbers under a header that is not known, and which lie where that
/// other one would: half of an interval calls normal what lies beyond the other half.
pub(super) fn is_half(
    seen: &Seen,
    column: usize,
    is_low: bool,
    is_unknown: impl Fn(usize) -> bool,
) -> bool {
    let Some(other) = beside(column, is_low) else {
        return false;
    };
    let (low, high) = in_place(column, other, is_low);
    other < seen.headers.len()
        && is_unknown(other)
        && are_numbers(seen, other)
        && in_order(seen, low, high)
}

/// The column where the other limit of one is, if it is there.
pub(super) fn beside(column: usize, is_low: bool) -> Option<usize> {
    match is_low {
        true => Some(column + 1),
        false => column.checked_sub(1),
    }
}

/// Two columns, that of the low limit first.
fn in_place(column: usize, other: usize, is_low: bool) -> (usize, usize) {
    match is_low {
        true => (column, other),
        false => (other, column),
    }
}

/// True for therapeutic limits of a test whose result they leave abnormal: an INR of 2.5 is none of a healthy person.
pub(super) fn are_of_anticoagulants(seen: &Seen, column: usize, names: &[usize]) -> bool {
    const COAGULATION: &[&str] = &[
        "inr",
        "prothrombin",
        "quick",
        "ptt",
        "clotting",
        "coag",
        "factor x",
        "xa",
    ];
    let is_of_it = |row: &&csv::StringRecord| {
        let is_filled = row.get(column).is_some_and(|cell| !is_blank(cell));
        let cells = names.iter().filter_map(|at| row.get(*at));
        let mut cells = cells.map(fold_words);
        is_filled && cells.any(|cell| COAGULATION.iter().any(|word| cell.contains(word)))
    };
    vocabulary::is_therapeutic(&seen.headers[column]) && seen.rows.iter().any(|row| is_of_it(&row))
}

fn limit(is_low: bool) -> Option<Entry> {
    vocabulary::entry(if is_low { "low" } else { "high" })
}

fn folded(seen: &Seen, column: usize) -> String {
    vocabulary::fold(&seen.headers[column])
}

/// `H`, `I` and `L` are indices.
fn is_an_index(seen: &Seen) -> bool {
    (0..seen.headers.len()).any(|at| folded(seen, at) == "i")
}

/// The first column that is named for results.
pub(super) fn column_of_values(seen: &Seen) -> Option<usize> {
    let is_value = |header: &String| vocabulary::role(header) == Some(Role::Value);
    seen.headers.iter().position(is_value)
}

/// By how much a result may lie beyond a limit and be near it.
pub(super) const FAR: f64 = 3.0;

pub(super) fn number(cell: &str) -> Option<f64> {
    let digits = cell.replace(',', ".");
    digits
        .trim_start_matches(['<', '>', '=', '≤', '≥', ' '])
        .parse()
        .ok()
}

/// Nearly all filled cells are numbers, and one is.
pub(super) fn are_numbers(seen: &Seen, column: usize) -> bool {
    let (mut filled, mut fit) = (0usize, 0usize);
    for cell in seen.cells(column) {
        filled += 1;
        fit += usize::from(number(cell).is_some());
    }
    0 < fit && (filled - fit) * 10 <= filled
}

/// Wherever both are numbers the lower one is; and somewhere both are.
fn in_order(seen: &Seen, low: usize, high: usize) -> bool {
    let both = |row: &csv::StringRecord| {
        Some((
            number(row.get(low)?.trim())?,
            number(row.get(high)?.trim())?,
        ))
    };
    let mut pairs = seen.rows.iter().filter_map(both).peekable();
    pairs.peek().is_some() && pairs.all(|(low, high)| low < high)
}

/// True if a quarter of the results lie on one of the two: the least and the most of a series are results.
fn are_met(seen: &Seen, low: usize, high: usize) -> bool {
    let Some(value) = column_of_values(seen) else {
        return true;
    };
    let met = |row: &csv::StringRecord| {
        let cell = |at: usize| row.get(at).and_then(|cell| number(cell.trim()));
        let value = cell(value)?;
        Some(cell(low) == Some(value) || cell(high) == Some(value))
    };
    let (mut results, mut on_one) = (0usize, 0usize);
    for is_met in seen.rows.iter().filter_map(met) {
        results += 1;
        on_one += usize::from(is_met);
    }
    0 < on_one && results <= on_one * 4
}
