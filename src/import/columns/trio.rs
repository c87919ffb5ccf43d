//! Short names of the indices of hemolysis, icterus and lipemia, which say what they are beside each other.

use super::Seen;
use crate::import::headers::header_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Entry};
use crate::import::shapes::wide::unread;
use crate::interpret::reported;
use crate::value::interval::is_missing;

/// Short names of the three, which are indices beside each other: alone `H` says nothing, `HI` is a limit, as it is beside a
/// low one, and `LIP` an enzyme. Some analyzers give turbidity for lipemia.
const SHORT: &[[&[&str]; 3]] = &[
    [&["h"], &["i"], &["l", "t"]],
    [&["hi"], &["ii"], &["li"]],
    [&["ih"], &["ii"], &["il"]],
    [&["hilh"], &["hili"], &["hill"]],
    [&["sih"], &["sii"], &["sil"]],
    WORDS,
];

/// The longer ones among them: each is a grade where its cells are words for one.
const WORDS: [&[&str]; 3] = [
    &["hem", "haem", "hemo", "haemo"],
    &["ict"],
    &["lip", "turb"],
];

/// What the three are called in full.
const INDICES: [&str; 3] = ["hemolysisindex", "icterusindex", "lipemiaindex"];
pub(super) const GRADES: [&str; 3] = ["hemolysis", "icterus", "lipemia"];

/// `H` beside `I` and `L`, `HI` beside `II` and `LI`, `HEM` beside `ICT` and `LIP`: all of them, or none.
pub(super) fn about_index(seen: &Seen, column: usize, wide: bool) -> Option<Entry> {
    if wide {
        return None;
    }
    let headers = seen.headers;
    let (set, place) = of_trio(headers, &headers[column], in_short)?;
    let all_fit = (0..headers.len()).all(|at| {
        let Some((name, unit)) = in_short(&headers[at]) else {
            return true;
        };
        let is_amount = |cell: &str| {
            let number = cell.trim_start_matches(['<', '>', '=']).replace(',', ".");
            !unit.is_empty() && number.trim().parse::<f64>().is_ok()
        };
        let fits = |cell: &str| is_index(cell) || is_amount(cell) || is_nothing(cell);
        place_in(set, &vocabulary::fold(name)).is_none() || seen.cells(at).all(fits)
    });
    all_fit.then(|| vocabulary::entry(INDICES[place]))?
}

/// The short names among which a header is, beside the others of them, and its place; `split` takes its unit off.
fn of_trio(
    headers: &[String],
    header: &str,
    split: fn(&str) -> Option<(&str, &str)>,
) -> Option<(&'static [&'static [&'static str]; 3], usize)> {
    let (name, _) = split(header)?;
    let header = vocabulary::fold(name);
    let name_of =
        |header: &String| vocabulary::fold(split(header).map_or(header, |(name, _)| name));
    let folded = || headers.iter().map(name_of);
    let has = |names: &&[&str]| folded().any(|header| names.contains(&header.as_str()));
    let is = |set: &[&[&str]; 3], role: Role, header: &String| {
        let entry = vocabulary::entry(header);
        place_in(set, &name_of(header)).is_none() && entry.is_some_and(|entry| entry.role == role)
    };
    // `II` is nothing else: beside it `HI` is an index where the third one was left out. `H`, `L` and `HI` may be limits,
    // where one beside a low one is not called by another name.
    let fits = |set: &[&[&str]; 3]| {
        let has_limit = |role: Role| headers.iter().any(|header| is(set, role, header));
        let perhaps_limit = has_limit(Role::Low) && !has_limit(Role::High);
        (*set == WORDS || !perhaps_limit)
            && (set.iter().all(has) || (set[1] == ["ii"] && has(&set[0]) && has(&set[1])))
    };
    let mut sets = SHORT.iter().filter(|set| fits(set));
    sets.find_map(|set| Some((set, place_in(set, &header)?)))
}

/// True for a header of the three in short beside each other, whatever their units and their cells are: not read, it is named.
pub(crate) fn is_of_trio(headers: &[String], header: &str) -> bool {
    of_trio(headers, header, split_short).is_some()
}

/// A cell of an index that was not measured: nothing is said of the sample. A single dash is a grade.
pub(crate) fn is_unmeasured(cell: &str) -> bool {
    const WORDS: &[&str] = &["err", "error", "nd", "n/d", "not done", "not measured", "."];
    (1 < cell.len() && cell.bytes().all(|c| c == b'-'))
        || WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// A cell that says that there is no index, or why.
fn is_nothing(cell: &str) -> bool {
    is_missing(cell)
        || is_unmeasured(cell)
        || cell.eq_ignore_ascii_case("qns")
        || reported::leaves_no_result(cell)
}

/// A header that may be one of the three in short, and the unit behind it: `HI (mg/dL)`. Arbitrary units are none, and one of an
/// enzyme or an electrolyte is of another thing.
pub(super) fn in_short(header: &str) -> Option<(&str, &str)> {
    let (name, unit) = split_short(header)?;
    let folded = unit.to_lowercase();
    let of_mass = folded.contains("g/");
    let of_amount = ["umol/", "µmol/", "μmol/"]
        .iter()
        .any(|of| folded.starts_with(of));
    match of_mass || of_amount || !folded.contains('/') {
        true => Some((name, if of_mass || of_amount { unit } else { "" })),
        false => None,
    }
}

/// A header that may be one of the three in short, and what stands behind it as a unit.
fn split_short(header: &str) -> Option<(&str, &str)> {
    let is_short = |name: &str| {
        let folded = vocabulary::fold(name);
        SHORT.iter().any(|set| place_in(set, &folded).is_some())
    };
    let in_brackets = || {
        let (name, unit) = header
            .trim()
            .strip_suffix([')', ']'])?
            .split_once(['(', '['])?;
        is_short(name).then_some((name.trim_end(), unit))
    };
    header_unit::split_known(header, &is_short).or_else(in_brackets)
}

/// `HEM` alone, where its cells are words for a grade: a number under it may be of anything.
pub(super) fn about_grade(seen: &Seen, column: usize) -> Option<Entry> {
    let place = place_in(&WORDS, &vocabulary::fold(&seen.headers[column]))?;
    let is_word = |cell: &str| !cell.bytes().all(|c| c.is_ascii_digit());
    let is_grade = |cell: &str| is_index(cell) || unread::speaks_of_sample(cell);
    let fits = seen.cells(column).any(is_word) && seen.cells(column).all(is_grade);
    fits.then(|| vocabulary::entry(GRADES[place]))?
}

/// True for a header that may be one of the three in short: `HEM`, and no letter alone.
pub(crate) fn may_be_about_one(header: &str) -> bool {
    let name = in_short(header).map_or(header, |(name, _)| name);
    place_in(&WORDS, &vocabulary::fold(name)).is_some()
}

/// Which of the three a folded header is among short names.
fn place_in(names: &[&[&str]; 3], header: &str) -> Option<usize> {
    names.iter().position(|names| names.contains(&header))
}

/// A whole number, a grade, or a word for one.
pub(super) fn is_index(cell: &str) -> bool {
    let number = cell.trim_start_matches(['<', '+']).trim_end_matches('+');
    let words = [
        "-", "n", "no", "neg", "negative", "nil", "none", "trace", "slight", "mild", "moderate",
        "marked", "severe", "gross",
    ];
    number.bytes().all(|c| c.is_ascii_digit())
        || words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}
