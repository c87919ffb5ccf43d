//! Columns that hold nothing but how hemolyzed, icteric or lipemic the sample is.

use super::look::is_perhaps_of_urine;
use super::questions::about_question;
use super::trio::{about_grade, about_index, in_short};
use super::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::quality::appearance;

/// What such a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    Hemolysis,
    Icterus,
    Lipemia,
    /// All three, in the order of its header: lipemia first.
    LipemiaFirst,
    /// The sample, where a letter alone is a code.
    Sample,
    /// How the sample looks: there a color says how it is.
    Look,
}

impl About {
    /// What is said in front of a cell, so that "2+" is not anything.
    pub(crate) fn heading(self, as_index: bool) -> &'static str {
        match (self, as_index) {
            (About::Hemolysis, true) => "Hemolysis index: ",
            (About::Hemolysis, false) => "Hemolysis: ",
            (About::Icterus, true) => "Icterus index: ",
            (About::Icterus, false) => "Icterus: ",
            (About::Lipemia, true) => "Lipemia index: ",
            (About::Lipemia, false) => "Lipemia: ",
            (About::LipemiaFirst, _) => "LIH: ",
            (About::Sample | About::Look, _) => "",
        }
    }
}

/// What cells say that hold nothing but how hemolyzed, icteric or lipemic samples are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HemolysisCells {
    pub(crate) about: About,
    /// Their numbers are those of an index.
    pub(crate) is_index: bool,
    /// Their unit, if the header or a column of its own states it.
    pub(crate) unit: String,
}

/// A column of such cells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HemolysisColumn {
    pub(crate) column: usize,
    pub(crate) cells: HemolysisCells,
    /// The column of their unit.
    pub(crate) unit_column: Option<usize>,
}

impl HemolysisCells {
    /// Those of a row of a sheet, with one for each date, by the name in front of them.
    pub(crate) fn of_row(label: &str) -> Option<HemolysisCells> {
        let (name, unit) = hemolysis_with_unit(label).unwrap_or((label, ""));
        let entry = vocabulary::entry(name)?;
        Some(HemolysisCells {
            about: about(name, entry.kind)?,
            is_index: names_numbers(label) || !unit.is_empty(),
            unit: header_unit::plain_unit(unit),
        })
    }
}

/// True for the name of what is counted, and not graded.
fn names_numbers(name: &str) -> bool {
    let words = name.to_lowercase();
    // Free hemoglobin is the amount that an index stands for.
    ["ind", "idx", "hil", "hb", "hgb", "moglobin"]
        .iter()
        .any(|word| words.contains(word))
}

impl Columns {
    /// A number in a column "grade" is a grade, in a column "index" or of a unit it is an index.
    pub(super) fn about_hemolysis(&self, seen: &Seen) -> Vec<HemolysisColumn> {
        let columns = self.of(Role::SpecimenCondition).iter().copied();
        let of_serum = |column: &usize| !is_perhaps_of_urine(seen, *column);
        columns
            .filter(of_serum)
            .filter_map(|column| {
                let header = seen.headers[column].as_str();
                let beside_others = about_index(seen, column, false);
                let short = beside_others
                    .or_else(|| about_grade(seen, column))
                    .or_else(|| about_question(seen, column));
                let in_short = || short.and(in_short(header).or(Some((header, ""))));
                let (name, unit) = hemolysis_with_unit(header).or_else(in_short)?;
                let entry = short.or_else(|| vocabulary::entry(name));
                let beside = unit_beside(seen, header).filter(|_| unit.is_empty());
                let (unit_column, unit) =
                    beside.map_or((None, unit), |(at, unit)| (Some(at), unit));
                let cells = HemolysisCells {
                    about: about(name, entry?.kind)?,
                    is_index: names_numbers(header) || beside_others.is_some() || !unit.is_empty(),
                    unit: header_unit::plain_unit(unit),
                };
                Some(HemolysisColumn {
                    column,
                    cells,
                    unit_column,
                })
            })
            .collect()
    }
}

/// The column of the unit of an index, and the unit, if all its cells say the same: `hemolysis_index_units`.
fn unit_beside<'s>(seen: &Seen<'s>, header: &str) -> Option<(usize, &'s str)> {
    let folded = vocabulary::fold(header);
    let is_unit = |other: &String| {
        let other = vocabulary::fold(other);
        let end = other.strip_prefix(folded.as_str());
        end.is_some_and(|end| ["unit", "units", "uom"].contains(&end))
    };
    let column = seen.headers.iter().position(is_unit)?;
    let mut cells = seen.cells(column).filter(|cell| !is_blank(cell));
    let first = cells.next()?;
    cells.all(|cell| cell == first).then_some((column, first))
}

/// What a column of a kind is about; `None` if its cells say so themselves.
fn about(header: &str, kind: Kind) -> Option<About> {
    let header = vocabulary::fold(header);
    match kind {
        Kind::Hemolysis => Some(About::Hemolysis),
        Kind::Icterus => Some(About::Icterus),
        Kind::Lipemia => Some(About::Lipemia),
        Kind::Plain if header.starts_with("lih") => Some(About::LipemiaFirst),
        Kind::Plain if SAMPLE.contains(&header.as_str()) => Some(About::Sample),
        Kind::Plain if appearance::is_header(&header) => Some(About::Look),
        _ => None,
    }
}

/// Headers of a condition of the sample, where `H` is a code. Of its quality it may be "high".
const SAMPLE: &[&str] = &[
    "lbspccnd",
    "specimencondition",
    "samplecondition",
    "probenzustand",
];

/// Is a header the name of an index, with or without a unit? Then it is a result. `HIL` is none: `H3 I0 L0`.
pub(super) fn names_index(seen: &Seen, header: &str) -> bool {
    header_unit::split_known(header, seen.known).is_some()
}

/// True for a column about one of the three.
pub(super) fn is_about_one(kind: Kind) -> bool {
    matches!(kind, Kind::Hemolysis | Kind::Icterus | Kind::Lipemia)
}

/// A header that speaks of nothing else, and the unit behind it.
pub(super) fn hemolysis_with_unit(header: &str) -> Option<(&str, &str)> {
    let speaks_of_it = |name: &str| {
        let entry = vocabulary::entry(name);
        entry.is_some_and(|entry| {
            entry.role == Role::SpecimenCondition && about(name, entry.kind).is_some()
        })
    };
    header_unit::split_known(header, &speaks_of_it)
}
