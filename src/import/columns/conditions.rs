//! Columns about the condition of the sample: which of their cells are words that nobody here knows.

use super::look::is_perhaps_of_urine;
use super::{Columns, Seen};
use crate::import::cells::standing::{is_no, is_yes};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::quality::appearance::{self, Light};
use crate::quality::condition::{self, Cell};
use crate::quality::hil;

/// Cells about the condition of the sample, in words: those of a column, or of a row of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ConditionCells {
    /// A word or a code that nobody knows is the exception in it: nearly all rows have none, or say that the sample is fine.
    /// Elsewhere it may be the word of this laboratory for that, or a number of anything.
    tells: bool,
    /// Asks whether the sample is fit: "no" is a word against it.
    asks_fit: bool,
    /// Holds nothing but indices: a number or a letter alone says that there is something, and so does "yes".
    of_indices: bool,
    /// Holds a verdict, of which a color may be the light: and whether a green one is among its cells.
    lights: Option<bool>,
}

/// Rows that are seen, at least, before anything is an exception.
const ROWS: usize = 8;

/// Of so many rows one, at most, may be an exception.
const ONE_OF: usize = 10;

/// Headers that ask how far a sample has come, not how it is. Chinese has one word for both.
const OF_PROGRESS: &[&str] = &["specimenstatus", "samplestatus", "samplestatename"];

/// Headers that ask whether it is fit.
const OF_FITNESS: &[&str] = &[
    "conformite",
    "integrity",
    "sampleintegrity",
    "specimenintegrity",
    "idoneitacampione",
    "idoneitadelcampione",
];

/// Headers of indices of all three, however they are written.
const OF_INDICES: &[&str] = &[
    "lih",
    "lihindex",
    "lihindices",
    "indices",
    "serumindices",
    "serumindex",
    "sampleindices",
    "hilindices",
    "hilinterference",
    "hilflag",
    "hilflags",
    "interference",
    "interferences",
];

/// Parts of headers of a verdict on the sample. Elsewhere a color is that of its serum.
const OF_VERDICTS: &[&str] = &[
    "qualit",
    "kvalit",
    "kalite",
    "calidad",
    "jakosc",
    "integrity",
    "conform",
    "idoneita",
    "качеств",
    "якість",
    "质量",
];

impl Columns {
    /// Columns of which a word that is not known is told.
    pub(crate) fn conditions(&self, seen: &Seen) -> Vec<(usize, ConditionCells)> {
        let columns = self.of(Role::SpecimenCondition).iter().copied();
        let of_words = |column: &usize| {
            let header = &seen.headers[*column];
            let entry = vocabulary::entry(header);
            let folded = vocabulary::fold(header);
            entry.is_some_and(|entry| {
                entry.role == Role::SpecimenCondition && entry.kind == Kind::Plain
            }) && !OF_PROGRESS.contains(&folded.as_str())
                && !is_perhaps_of_urine(seen, *column)
        };
        let columns = columns.filter(of_words).map(|column| {
            let cells: Vec<&str> = seen.rows.iter().filter_map(|row| row.get(column)).collect();
            (column, ConditionCells::of(&seen.headers[column], &cells))
        });
        columns.collect()
    }
}

impl ConditionCells {
    /// What cells are below a header, or behind a name, of the condition of the sample in words.
    pub(crate) fn of(header: &str, cells: &[&str]) -> ConditionCells {
        let header = vocabulary::fold(header);
        let unknown = cells
            .iter()
            .filter(|cell| condition::of(cell) != Cell::Fine);
        let is_verdict = OF_VERDICTS.iter().any(|part| header.contains(part));
        let is_green = |cell: &&str| appearance::light(cell) == Some(Light::Green);
        ConditionCells {
            tells: ROWS <= cells.len() && unknown.count() * ONE_OF <= cells.len(),
            asks_fit: OF_FITNESS.contains(&header.as_str()),
            of_indices: OF_INDICES.contains(&header.as_str()),
            lights: is_verdict.then(|| cells.iter().any(is_green)),
        }
    }

    /// True for a cell that says, as an exception, something of the sample which nobody here knows, or that it is not fit.
    pub(crate) fn is_told(self, cell: &str) -> bool {
        let cell = cell.trim();
        if is_blank(cell) {
            return false;
        }
        let light = || {
            self.lights
                .and_then(|green| Some((appearance::light(cell)?, green)))
        };
        if let Some((light, beside_green)) = light() {
            return light.warns(beside_green);
        }
        let is_refused = || self.asks_fit && 1 < cell.len() && is_no(cell);
        let is_index = || self.of_indices && (hil::is_alone(cell) || is_yes(cell));
        match condition::of(cell) {
            Cell::Fine => is_refused() || is_index(),
            Cell::Code | Cell::Unknown => {
                self.tells
                    || condition::is_grade(cell)
                    || appearance::look(cell).is_some()
                    || is_index()
            }
        }
    }
}
