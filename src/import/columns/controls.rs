//! Columns that say which rows are of no patient: `IsQC` with yes and no, `QC Level`, "Result Type" with "Liquid QC".

use csv::StringRecord;

use super::suspects::are_answers;
use super::{Columns, Seen};
use crate::import::cells::standing::{is_no, is_yes};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::interpret::reported;
use crate::text::{is_null, is_one_of};

/// How a cell of such a column says that its row is of no patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Controls {
    /// By yes.
    Asked,
    /// By the level of the control.
    Level,
    /// By a word for one.
    Kind,
    /// By its name or lot, whichever it is.
    Named,
    /// By a ward of the laboratory's own, by which middleware tells controls.
    Ward,
}

/// Headers, folded. `is_control` is none: of a study it is a group of people.
const ASKED: &str = "isqc isqcsample qcsample qcflag qcyn isqualitycontrol qualitycontrolsample isqcmaterial controlsample iscontrolsample \
    iscontrolmaterial iscalibrator iscalibration calibratorsample testpatient istestpatient simulated issimulated simulatedpatient \
    dummypatient isdummypatient isdummy";
const LEVELS: &str = "qclevel controllevel levelofcontrol levelofqc";
const KINDS: &str =
    "resulttype testmode runtype measurementtype measurementmode recordtype testtype runmode";

/// Of a control, where no patient stands beside it: a lot may be the one by which a patient's result was released.
const NAMED: &str = "qclot qclotno qclotnumber controllot controllotno controllotnumber controlname qcname qcmaterial controlmaterial \
    controlid qcid qcmaterialname controlmaterialname";
/// Which of these are its own name.
const NAMES: &str =
    "controlname qcname qcmaterial controlmaterial qcmaterialname controlmaterialname";
const LEVELS_BESIDE: &str = "level qclevel controllevel levelofcontrol levelofqc";
/// A department may be one of a factory, and its workers patients.
const WARDS: &str = "ward wardname wardcode station patientward location patientlocation requestinglocation requestlocation";
/// `QC` is Quebec, too.
const OF_LABORATORY: &[&str] = &[
    "quality control",
    "internal quality control",
    "external quality control",
    "external quality assessment",
    "external quality assurance",
    "iqc",
    "eqa",
    "eqas",
    "neqas",
    "uk neqas",
    "qualitätskontrolle",
    "ringversuch",
];

impl Controls {
    /// True for a cell that says it.
    pub(crate) fn are_told(self, cell: &str) -> bool {
        let cell = cell.trim();
        match self {
            Controls::Asked => is_yes(cell),
            Controls::Named => {
                let is_none = is_blank(cell) || is_null(cell) || is_no(cell) || cell == "0";
                let is_patient = is_one_of(cell, &["patient", "not applicable", "patient sample"]);
                !is_none && !is_patient && cell.contains(char::is_alphanumeric)
            }
            Controls::Ward => is_one_of(cell, OF_LABORATORY),
            Controls::Level => {
                let is_level =
                    reported::names_level(cell) || cell.bytes().any(|c| c.is_ascii_digit());
                (is_level || is_one_of(cell, &["low", "normal", "high"])) && !is_no(cell)
            }
            Controls::Kind => {
                let kinds = [
                    "qc",
                    "quality control",
                    "control",
                    "calibration",
                    "calibrator",
                    "iqc",
                    "eqa",
                    "eqas",
                ];
                reported::is_kind_of_control(cell) || is_one_of(cell, &kinds)
            }
        }
    }
}

impl Columns {
    /// Such columns that have no other role.
    pub(super) fn find_controls(&mut self, seen: &Seen) -> Vec<(usize, Controls)> {
        let mut found = Vec::new();
        for (column, header) in seen.headers.iter().enumerate() {
            if self.uses[column].role.is_some() || !self.is_unknown(column) {
                continue;
            }
            let tells = |controls: Controls| {
                let mut cells = seen
                    .cells(column)
                    .filter(|cell| !is_blank(cell) && !is_null(cell));
                cells.any(|cell| controls.are_told(cell))
            };
            let is = |words: &str| vocabulary::is_among(header, words);
            let controls = if is(ASKED) && are_answers(seen, column) {
                Controls::Asked
            } else if is(LEVELS) && tells(Controls::Level) {
                Controls::Level
            } else if is(KINDS) && tells(Controls::Kind) {
                Controls::Kind
            } else if is(NAMED) && tells(Controls::Named) && self.are_of_nobody(seen, column) {
                Controls::Named
            } else if is(WARDS) && tells(Controls::Ward) {
                Controls::Ward
            } else {
                continue;
            };
            self.uses[column].reason = "says which rows are of no patient".to_string();
            found.push((column, controls));
        }
        found
    }

    /// True if no row with something in a column tells of a patient or a sample, and each of them is a control's for all that the
    /// file tells: the lot of a control stands beside what was released by it, too, of whomever that is.
    fn are_of_nobody(&self, seen: &Seen, column: usize) -> bool {
        let of_somebody = [
            Role::Patient,
            Role::Sample,
            Role::Sex,
            Role::Age,
            Role::Birth,
        ];
        let told_by: Vec<usize> = of_somebody
            .iter()
            .flat_map(|role| self.of(*role).iter().copied())
            .collect();
        let headed = |words: &str| -> Vec<usize> {
            let columns = 0..seen.headers.len();
            let is_headed = |at: &usize| vocabulary::is_among(&seen.headers[*at], words);
            columns.filter(is_headed).collect()
        };
        let (names, levels) = (headed(NAMES), headed(LEVELS_BESIDE));
        let cell = |row: &StringRecord, at: usize| row.get(at).unwrap_or("").trim().to_string();
        let is_told = |row: &StringRecord, by: Controls, columns: &[usize]| {
            columns.iter().any(|at| by.are_told(&cell(row, *at)))
        };
        let tells_somebody =
            |row: &StringRecord| told_by.iter().any(|at| !is_blank(&cell(row, *at)));
        let is_own = |row: &StringRecord| {
            is_told(row, Controls::Named, &names) || is_told(row, Controls::Level, &levels)
        };
        let (with, without): (Vec<&StringRecord>, Vec<&StringRecord>) = seen
            .rows
            .iter()
            .partition(|row| is_told(row, Controls::Named, &[column]));
        let others_are_named = without.into_iter().any(tells_somebody);
        with.iter().all(|row| !tells_somebody(row))
            && (others_are_named || with.into_iter().all(is_own))
    }
}
