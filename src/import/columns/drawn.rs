//! Columns of the device that measured, and of how or where blood was drawn: some of their cells say that it was whole blood.

use super::candidates::Candidate;
use super::{Columns, Seen};
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::specimen::Specimen;

/// Headers of devices, folded.
#[rustfmt::skip]
const DEVICES: &[&str] = &[
    "instrument", "instrumentname", "instrumenttype", "analyzer", "analyzername", "analyser", "analysername", "device", "devicename",
    "equipment", "performedon", "sourcesystem", "measurementdevice", "gerat", "analysegerat", "appareil", "automate", "equipo",
    "analizador", "strumento", "analizzatore",
];

/// Headers of the way and the place of drawing, folded.
#[rustfmt::skip]
const DRAWN: &[&str] = &[
    "collectionmethod", "drawmethod", "collectiontype", "collectiontechnique", "samplingmethod", "collectionsite", "drawsite",
    "samplingsite", "puncturesite",
];

/// True for a header of the way or the place of drawing: serum may be spun from a drop of blood.
pub(super) fn is_of_drawing(header: &str) -> bool {
    DRAWN.contains(&vocabulary::fold(header).as_str())
}

/// The date of a visit says when a sample was drawn where no other column says when anything was. Gives the columns that are
/// left out.
pub(super) fn leave_visits_out(candidates: &mut Vec<Candidate>, seen: &Seen) -> Vec<usize> {
    let is_visit = |c: &Candidate| vocabulary::is_date_of_visit(&seen.headers[c.column]);
    let says_when = |c: &Candidate| matches!(c.entry.role, Role::Collected | Role::Reported);
    if !candidates.iter().any(|c| says_when(c) && !is_visit(c)) {
        return Vec::new();
    }
    let visits = candidates.iter().filter(|c| is_visit(c));
    let visits = visits.map(|c| c.column).collect();
    candidates.retain(|c| !is_visit(c));
    visits
}

impl Columns {
    /// Such columns, for whatever their later cells say.
    pub(super) fn find_drawn(&self, seen: &Seen) -> Vec<usize> {
        let is_one = |column: &usize| {
            let header = vocabulary::fold(&seen.headers[*column]);
            let is_named = [DEVICES, DRAWN].concat().contains(&header.as_str());
            self.uses[*column].role.is_none() && is_named
        };
        (0..seen.headers.len()).filter(is_one).collect()
    }
}

/// True for headers of an analyzer of blood gases: a pH and a pressure of a gas.
pub(crate) fn are_of_blood_gas(headers: &[String]) -> bool {
    let name = |header: &String| {
        let name = header.split(['(', '[', ',']).next().unwrap_or_default();
        vocabulary::fold(name)
    };
    let has = |names: &[&str]| {
        let mut all = headers.iter().map(name);
        all.any(|name| names.contains(&name.as_str()))
    };
    has(&["ph", "phart", "phven", "arterialph", "phblood"])
        && has(&["pco2", "paco2", "pvco2", "pco2mmhg", "pco2kpa"])
}

/// True for a header under which such an analyzer says where the blood is from.
pub(crate) fn is_of_type(header: &str) -> bool {
    ["type", "typ", "tipo", "sampletype", "bloodtype"].contains(&vocabulary::fold(header).as_str())
}

/// True for a device that measures nothing but whole blood; not for an artery or a finger, from which tubes are filled as well.
pub(crate) fn is_of_whole_blood(cell: &str) -> bool {
    const LONGEST: usize = 60;
    // A way to draw it, and serum may be spun from it.
    let way = ["stick", "prick", "puncture", "capill", "heel", "finger"];
    if way.iter().any(|word| cell.to_lowercase().contains(word)) {
        return false;
    }
    if cell.trim().len() < 2 || LONGEST < cell.len() || cell.to_lowercase().contains("art") {
        return false;
    }
    let specimen = fluid::words().and_then(|words| words.in_cell(cell));
    specimen == Some(Specimen::WholeBlood)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_measures_whole_blood() {
        for (cell, expected) in [
            ("i-STAT", true),
            ("i-STAT 1", true),
            ("ABL90 FLEX", true),
            ("ABL 800", true),
            ("GEM Premier 5000", true),
            ("epoc", true),
            ("RAPIDPoint 500", true),
            ("cobas b 221", true),
            ("Accu-Chek Inform II", true),
            ("Nova StatStrip", true),
            ("Heel stick", false),
            ("Fingerstick", false),
            ("Capillary", false),
            ("cobas 8000", false),
            ("cobas c 501", false),
            ("Architect", false),
            ("Atellica", false),
            ("DxC 700 AU", false),
            ("Vitros", false),
            ("Arterial line", false),
            ("Arterial", false),
            ("Venipuncture", false),
            ("Central line", false),
            ("Epic", false),
            ("LIS", false),
            ("", false),
        ] {
            assert_eq!(is_of_whole_blood(cell), expected, "{cell}");
        }
    }
}
