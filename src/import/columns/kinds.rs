//! Columns that say by their cells what was put into the analyzer: a patient's sample, a control, a calibrator, another fluid.

use super::{Columns, Seen};
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::text::fold_words;

/// Headers that may be of anything, folded.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "type", "typ", "tipo", "kind", "art", "role", "mode", "class", "category", "racktype", "rack", "recordtype", "rowtype",
    "runtype", "testtype", "testmode", "runmode", "measurementtype", "measurementmode", "analysismode", "materialtype",
    "positiontype", "purpose", "usage", "samplemode", "specimenclass", "sampleuse",
];

/// Headers of orders, folded: what is standard there is no urgent one.
const OF_ORDERS: &[&str] = &["ordertype", "resulttype", "assaytype"];

/// Cells that are of no patient, folded.
#[rustfmt::skip]
const OF_NOBODY: &[&str] = &[
    "qc", "q.c.", "iqc", "eqa", "eqc", "quality control", "qc sample", "qc material", "control sample", "control material",
    "calibrator", "calibrators", "calibration", "calibrant", "cal", "blank", "blanks", "reagent blank", "water blank",
    "kalibrator", "kalibration", "qualitatskontrolle", "calibrateur", "calibrador", "calibratore", "linearity", "proficiency",
    "proficiency testing",
];

/// Controls of an analyzer, or of a study.
const PERHAPS: &[&str] = &[
    "control",
    "controls",
    "ctrl",
    "kontrolle",
    "controle",
    "controllo",
    "standard",
];

/// What stands beside the controls of an analyzer.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "", "patient", "patients", "patient sample", "sample", "samples", "specimen", "routine", "stat", "unknown", "unk", "rerun",
    "repeat", "emergency", "urgent", "normal", "serum", "plasma", "blood", "whole blood", "urine", "csf", "probe", "paziente",
    "paciente", "pat", "smp", "pt", "primary", "single", "batch",
];

impl Columns {
    /// Finds columns of kinds of samples by their cells, whatever else their headers might mean.
    pub(super) fn add_kinds(&mut self, seen: &Seen) {
        if self.has(Role::SampleKind) {
            return;
        }
        for (column, header) in seen.headers.iter().enumerate() {
            let free = self.uses[column].role.is_none() && self.is_unknown(column);
            let is_category = self.uses[column].role == Some(Role::Category);
            let header = vocabulary::fold(header);
            let is_one = |headers: &[&str]| headers.contains(&header.as_str());
            let may_be = is_one(HEADERS) || (is_one(OF_ORDERS) && !holds(seen, column, STANDARD));
            if may_be && (free || is_category) && are_kinds(seen, column) {
                match free {
                    true => {
                        let why = "its cells name controls, or another fluid";
                        self.use_for(column, Role::SampleKind, why);
                    }
                    // It stays a category, too.
                    false => self.by_role[Role::SampleKind.index()].push(column),
                }
                return;
            }
        }
    }
}

/// A calibrator, or what is not urgent.
const STANDARD: &str = "standard";

/// Is a cell of a column this word?
fn holds(seen: &Seen, column: usize, word: &str) -> bool {
    let mut cells = seen.rows.iter().filter_map(|row| row.get(column));
    cells.any(|cell| fold_words(cell) == word)
}

fn are_kinds(seen: &Seen, column: usize) -> bool {
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let mut kinds: Vec<String> = cells.map(fold_words).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let is = |words: &[&str], kind: &String| words.contains(&kind.as_str());
    // A letter may be any mode, and a control of a study is a person: of an age.
    let is_letter = |kind: &String| kind.chars().count() == 1;
    let of_analyzer = kinds.iter().any(|kind| is(OF_NOBODY, kind));
    if kinds.iter().any(is_letter) || (!of_analyzer && has_persons(seen, column)) {
        return false;
    }
    let perhaps = kinds.iter().any(|kind| is(PERHAPS, kind));
    let all_fit = || {
        kinds
            .iter()
            .all(|kind| is(PERHAPS, kind) || is(OF_NOBODY, kind) || is(BESIDE, kind))
    };
    of_analyzer || (perhaps && all_fit()) || kinds.iter().any(|kind| fluid::is_in(kind, ""))
}

/// Do the rows that a column calls controls state an age or a date of birth? Nobody is that old in an analyzer.
fn has_persons(seen: &Seen, column: usize) -> bool {
    let of_person = |header: &String| {
        let entry = vocabulary::entry(header);
        entry.is_some_and(|entry| matches!(entry.role, Role::Age | Role::Birth))
    };
    let ages: Vec<usize> = (0..seen.headers.len())
        .filter(|at| of_person(&seen.headers[*at]))
        .collect();
    let is_control = |row: &&csv::StringRecord| {
        let kind = row.get(column).map(fold_words).unwrap_or_default();
        PERHAPS.contains(&kind.as_str())
    };
    let states = |row: &csv::StringRecord| {
        ages.iter()
            .any(|at| row.get(*at).is_some_and(|cell| !cell.trim().is_empty()))
    };
    seen.rows.iter().filter(is_control).any(states)
}
