//! Rows with a pair of numbers beside a result, each with what is known of its test.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::Stated;
use crate::import::cells::fluid;
use crate::import::columns::Seen;
use crate::import::columns::limits::{FAR, column_of_values, number};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::interpret::{may_be_limits, room};
use crate::observation::Observation;
use crate::reference::{Analyte, Conversion};
use crate::resolve::meanings;
use crate::text::fold_words;

/// A row that states a pair of numbers beside a result.
pub(super) struct Row {
    /// What it calls its test, folded.
    pub(super) test: String,
    pub(super) pair: (f64, f64),
    pub(super) value: f64,
    /// The pair says of itself that it is an interval.
    pub(super) says: bool,
    /// The result lies not far from the pair.
    pub(super) is_near: bool,
    /// The pair may be the limits of its test; nothing where that is not known.
    pub(super) fits: Option<bool>,
    /// By how much the pair is wider than limits of its test that are known.
    room: Option<f64>,
    /// The years of the patient.
    age: Option<f64>,
}

impl Row {
    /// A lower number in front of a higher one.
    pub(super) fn is_ordered(&self) -> bool {
        self.pair.0 < self.pair.1
    }

    /// The pair as bits, for maps.
    pub(super) fn bits(&self) -> (u64, u64) {
        (self.pair.0.to_bits(), self.pair.1.to_bits())
    }
}

/// The rows of a file that state a pair.
pub(super) fn read(seen: &Seen, stated: impl Fn(&StringRecord) -> Option<Stated>) -> Vec<Row> {
    let Some(value) = column_of_values(seen) else {
        return Vec::new();
    };
    let columns = [Role::Name, Role::Code, Role::Loinc, Role::Unit].map(|role| first(seen, role));
    let age = first(seen, Role::Age);
    let mut known = BTreeMap::new();
    let read = |row: &StringRecord| {
        let (low, high, says) = stated(row)?;
        // `0-0`, `4-4`, `60-0`: a program fills what it has not.
        if low == high || high == 0.0 {
            return None;
        }
        let (value, unit_in_value) = result(row.get(value)?)?;
        let [name, code, loinc, unit] =
            columns.map(|at| at.and_then(|at| row.get(at)).unwrap_or("").trim());
        let wording = [name, code, loinc, unit, unit_in_value].map(String::from);
        let meanings = known
            .entry(wording)
            .or_insert_with(|| meanings_of([name, code, loinc, unit], unit_in_value));
        let each = || meanings.iter();
        let fits = each().filter_map(|(analyte, by)| may_be_limits(analyte, *by, (low, high)));
        let rooms = each().filter_map(|(analyte, by)| room(analyte, *by, (low, high)));
        let test = [name, code, loinc].into_iter().find(|text| !is_blank(text));
        Some(Row {
            test: fold_words(test.unwrap_or("")),
            pair: (low, high),
            value,
            says,
            is_near: low <= value * FAR && value <= high * FAR,
            fits: fits.reduce(|one, other| one || other),
            room: rooms.reduce(f64::max),
            age: age.and_then(|at| number(row.get(at)?.trim())),
        })
    };
    seen.rows.iter().filter_map(read).collect()
}

fn meanings_of(
    [name, code, loinc, unit]: [&str; 4],
    unit_in_value: &str,
) -> Vec<(&'static Analyte, Conversion)> {
    let row = Observation {
        name,
        code,
        loinc,
        unit,
        ..Observation::default()
    };
    let words = fluid::words();
    words.map_or_else(Vec::new, |words| meanings(&row, unit_in_value, words))
}

/// The first column of a role by its header that says something.
fn first(seen: &Seen, role: Role) -> Option<usize> {
    (0..seen.headers.len()).find(|at| {
        let entry = vocabulary::entry(&seen.headers[*at]);
        entry.is_some_and(|entry| entry.may_be(role)) && !seen.cells(*at).all(is_blank)
    })
}

/// The number of a result, and what stands behind it: `38 U/L`, `38*`, `38 H`.
fn result(cell: &str) -> Option<(f64, &str)> {
    let cell = cell.trim();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = cell.find(|c: char| c.is_ascii_digit())?;
    let length = cell[start..].find(|c| !is_part(c));
    let end = length.map_or(cell.len(), |length| start + length);
    let behind = cell[end..].trim();
    Some((number(&cell[..end])?, behind)).filter(|_| !behind.starts_with(['-', ':', '/']))
}

/// `1-2`, `3-4`, `5-6`: whole numbers, and each pair begins where the one before it ended.
pub(super) fn are_pages(rows: &[Row]) -> bool {
    const FEWEST: usize = 3;
    let is_whole = |row: &Row| row.pair.0.fract() == 0.0 && row.pair.1.fract() == 0.0;
    let follows = |two: &[Row]| [0.0, 1.0].contains(&(two[1].pair.0 - two[0].pair.1));
    FEWEST <= rows.len() && rows.iter().all(is_whole) && rows.windows(2).all(follows)
}

/// Limits that are called, what a method measures: each pair is a little wider than those of its test, and one much.
pub(super) fn have_room(rows: &[Row]) -> bool {
    const LITTLE: f64 = 0.1;
    const MUCH: f64 = 0.5;
    let rooms = || rows.iter().filter_map(|row| row.room);
    rooms().any(|room| MUCH <= room) && rooms().all(|room| LITTLE <= room)
}

/// The ages at which one is grown up, and those that are the end of an age without one.
const GROWN: std::ops::RangeInclusive<f64> = 12.0..=21.0;
const OLD: std::ops::RangeInclusive<f64> = 90.0..=150.0;

/// Whole numbers of years, around those of each patient; where these are not known, those of adults, or up to an age that few
/// reach.
pub(super) fn may_be_ages(rows: &[Row]) -> bool {
    let are_years = rows.iter().all(|row| {
        let (low, high) = row.pair;
        // Many limits begin between the ages of birth and those of the grown.
        let begins = low <= 1.0 || *GROWN.start() <= low;
        begins && low.fract() == 0.0 && high.fract() == 0.0 && high <= *OLD.end()
    });
    let is_around = |row: &Row| {
        row.age
            .map(|age| row.pair.0 <= age && age <= row.pair.1 + 1.0)
    };
    let known: Vec<bool> = rows.iter().filter_map(is_around).collect();
    let are_usual = rows.iter().all(|row| {
        let (low, high) = row.pair;
        OLD.contains(&high) || (GROWN.contains(&low) && *GROWN.end() < high)
    });
    are_years
        && match known.is_empty() {
            true => are_usual,
            false => known.iter().all(|is_around| *is_around),
        }
}
