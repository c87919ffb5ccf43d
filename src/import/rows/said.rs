//! What single cells of a row say: a name of HL7, where blood was drawn, a comparator, the kind of a sample.

use csv::StringRecord;

use crate::import::columns::is_of_whole_blood;
use crate::import::file::table::is_blank;
use crate::interpret::reported;
use crate::value::Comparator;
use crate::value::comparator::{self, Stated};

/// Name and LOINC code of a cell as HL7 writes it: `2823-3^Potassium^LN`, `K^Kalium^L^2823-3^Potassium^LN`. Another cell
/// with a LOINC code goes before it.
pub(super) fn named<'c>(name: &'c str, loinc: &'c str) -> (&'c str, &'c str) {
    if !name.contains('^') {
        return (name, loinc);
    }
    let mut parts = components(name);
    let mut triple = || {
        let mut part = || parts.next().unwrap_or("");
        (part(), part(), part())
    };
    let (first, second) = (triple(), triple());
    let is_loinc = |system: &str| {
        ["LN", "LOINC"]
            .iter()
            .any(|word| system.eq_ignore_ascii_case(word))
    };
    let code = [first, second]
        .into_iter()
        .find(|(_, _, system)| is_loinc(system));
    let texts = [first.1, second.1, first.0, name];
    let text = texts.into_iter().find(|text| !text.is_empty());
    let code = code.map(|(code, _, _)| code).filter(|_| is_blank(loinc));
    (text.unwrap_or(name), code.unwrap_or(loinc))
}

/// What stands between the signs of HL7; `10^9/L` is a power of ten, and one text.
fn components(name: &str) -> impl Iterator<Item = &str> {
    let is_power = |at: usize| {
        let behind = name[at + 1..].bytes().next();
        name[..at].ends_with("10") && behind.is_some_and(|c| c.is_ascii_digit())
    };
    let ends = name.match_indices('^').map(|(at, _)| at);
    let ends = ends.filter(move |at| !is_power(*at)).chain([name.len()]);
    let mut begin = 0;
    ends.map(move |end| {
        let part = &name[begin..end];
        begin = end + 1;
        part.trim()
    })
}

/// What an analyzer of blood gases measures in.
const WHOLE_BLOOD: &str = "whole blood";

/// The specimen of a row, or where none is stated what its columns of devices and of drawing say: whole blood.
pub(super) fn or_whole_blood<'r>(
    specimen: &'r str,
    record: &'r StringRecord,
    drawn: &[usize],
) -> &'r str {
    // "Blood" is any of it.
    let is_open = || is_blank(specimen) || is_drawn_blood(specimen);
    if drawn.is_empty() || !is_open() {
        return specimen;
    }
    let mut cells = drawn.iter().filter_map(|at| record.get(*at));
    cells
        .find(|cell| is_of_whole_blood(cell))
        .unwrap_or(specimen)
}

/// The specimen of a row of an analyzer of blood gases: blood, wherever it was drawn, is whole blood there.
pub(super) fn of_blood_gas<'r>(
    specimen: &'r str,
    record: &'r StringRecord,
    drawn: &[usize],
) -> &'r str {
    let mut cells = drawn.iter().filter_map(|at| record.get(*at));
    match is_drawn_blood(specimen) || (is_blank(specimen) && cells.any(is_drawn_blood)) {
        true => WHOLE_BLOOD,
        false => specimen,
    }
}

/// True for a cell that says only where blood was drawn: `VEN`, "arterial", `C`.
fn is_drawn_blood(cell: &str) -> bool {
    let words = [
        "v",
        "a",
        "c",
        "ven",
        "art",
        "cap",
        "venous",
        "arterial",
        "capillary",
        "venous blood",
        "blood venous",
        "bldv",
        "mixed venous",
        "venös",
        "arteriell",
        "kapillar",
        "kapillär",
        "veineux",
        "venoso",
        "venosa",
        "blood",
        "bld",
        "blut",
        "sang",
        "sangre",
        "sangue",
    ];
    let cell = cell.trim();
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// The condition of the intervals.
pub(in crate::import) const PREGNANCY: &str = "pregnancy";

/// The comparator of a column of its own, as a sign. What is none that is known stands as it is: then the number is
/// not read without it. OMOP keeps "<5" as text and its sign as a concept: one sign is said once.
pub(super) fn beside_value<'c>(value: &str, cell: &'c str) -> &'c str {
    let stated = comparator::stated(cell);
    let own = Comparator::take(value.trim_start()).0;
    match (stated, own) {
        (Stated::Nothing, _) => "",
        (Stated::Sign(sign), Some(own)) if sign.is_below() == own.is_below() => "",
        (Stated::Sign(sign), _) => sign.as_str(),
        // A digit would become one of the number.
        (Stated::Unknown, _) if cell.bytes().any(|c| c.is_ascii_digit()) => "sign unknown: ",
        (Stated::Unknown, _) => cell,
    }
}

/// What is said of a sample, unless it only answers the question whether there is an error.
pub(super) fn condition(cell: &str) -> &str {
    match cell.trim().eq_ignore_ascii_case("false") {
        true => "",
        false => cell,
    }
}

/// What an analyzer's letter for the kind of a sample means; a patient's is not remarked on.
pub(super) fn sample_kind(cell: &str) -> &str {
    let cell = cell.trim();
    let is = |words: &[&str]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
    if is(&[
        "S", "P", "R", "N", "patient", "routine", "sample", "specimen", "normal",
    ]) {
        ""
    } else if is(&[
        "C",
        "Q",
        "QC",
        "control",
        "controls",
        "ctrl",
        "kontrolle",
        "quality control",
        "qc sample",
        "qc material",
        "control sample",
        "control material",
        "iqc",
        "eqa",
        "blank",
        "blanks",
        "reagent blank",
        "water blank",
        "linearity",
        "proficiency",
        "proficiency testing",
        "qualitätskontrolle",
        "controle",
        "contrôle",
        "controllo",
    ]) {
        reported::OF_CONTROL
    } else if is(&[
        "A",
        "K",
        "cal",
        "calibrator",
        "calibrators",
        "calibration",
        "calibrant",
        "kalibrator",
        "kalibration",
        "calibrateur",
        "calibrador",
        "calibratore",
        "standard",
    ]) {
        reported::OF_CALIBRATION
    } else if reported::is_kind_of_control(cell) {
        reported::OF_CONTROL
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_hl7_are_taken_apart() {
        for (cell, loinc, name, code) in [
            ("Potassium", "", "Potassium", ""),
            ("2823-3^Potassium^LN", "", "Potassium", "2823-3"),
            ("K^Kalium^L", "", "Kalium", ""),
            ("K^Kalium^L^2823-3^Potassium^LN", "", "Kalium", "2823-3"),
            ("2823-3^Potassium^LN", "2951-2", "Potassium", "2951-2"),
            ("K^^L", "", "K", ""),
            ("^", "", "^", ""),
            ("WBC (10^9/L)", "", "WBC (10^9/L)", ""),
            ("Platelet count, 10^3/uL", "", "Platelet count, 10^3/uL", ""),
            ("6690-2^WBC (10^9/L)^LN", "", "WBC (10^9/L)", "6690-2"),
            ("10^Kalium^L", "", "Kalium", ""),
        ] {
            assert_eq!(named(cell, loinc), (name, code), "{cell}");
        }
    }

    #[test]
    fn one_sign_is_said_once_and_what_is_none_is_not_dropped() {
        for (value, cell, expected) in [
            ("5", "4171756", "<"),
            ("5", "4172703", ""),
            ("5", "0", ""),
            ("5", " > ", ">"),
            ("5", "less than", "<"),
            ("<5", "LT", ""),
            ("<5", ">", ">"),
            ("5", "ad", "ad"),
            ("5", "", ""),
        ] {
            assert_eq!(beside_value(value, cell), expected, "{cell}");
        }
    }

    #[test]
    fn only_controls_and_calibrators_are_remarked_on() {
        for (cell, expected) in [
            ("S", ""),
            ("C", "quality control"),
            ("A", "calibration"),
            ("QC", "quality control"),
            ("Patient", ""),
            ("Blank", "quality control"),
            ("Urine", "Urine"),
        ] {
            assert_eq!(sample_kind(cell), expected, "{cell}");
        }
    }
}
