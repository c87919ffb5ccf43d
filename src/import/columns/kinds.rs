//! Columns that say by their cells what was put into the analyzer: a patient's sample, a control, a calibrator, another fluid.

use super::{Columns, Seen};
use crate::import::fluid;
use crate::import::role::Role;
use crate::import::vocabulary;
use crate::text::fold_words;

/// Headers that may be of anything, folded.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "type", "typ", "tipo", "kind", "art", "role", "mode", "class", "category", "racktype", "rack", "recordtype", "rowtype",
    "runtype", "testtype", "testmode", "runmode", "measurementtype", "measurementmode", "analysismode", "materialtype",
    "positiontype", "purpose", "usage", "samplemode", "specimenclass", "sampleuse",
];

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
    "paciente", "pat", "smp", "pt", "s", "p", "r", "n", "primary", "single", "batch",
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
            let may_be = HEADERS.contains(&vocabulary::fold(header).as_str());
            if may_be && (free || is_category) && are_kinds(seen, column) {
                self.by_role[Role::SampleKind.index()].push(column);
                if free {
                    self.uses[column].role = Some(Role::SampleKind);
                    self.uses[column].reason = "its cells name controls, or another fluid".into();
                }
                return;
            }
        }
    }
}

fn are_kinds(seen: &Seen, column: usize) -> bool {
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let mut kinds: Vec<String> = cells.map(fold_words).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let is = |words: &[&str], kind: &String| words.contains(&kind.as_str());
    let perhaps = kinds.iter().any(|kind| is(PERHAPS, kind));
    let all_fit = || {
        kinds
            .iter()
            .all(|kind| is(PERHAPS, kind) || is(OF_NOBODY, kind) || is(BESIDE, kind))
    };
    kinds.iter().any(|kind| is(OF_NOBODY, kind))
        || (perhaps && all_fit())
        || kinds.iter().any(|kind| fluid::is_in(kind, ""))
}
