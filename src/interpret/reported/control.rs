//! Rows of nobody: controls, calibrators, and what stands below a table.

use crate::observation::Observation;
use crate::text::trim;

/// True for a quality-control, calibration or blank row: never a patient.
#[must_use]
pub fn is_quality_control(row: &Observation<'_>) -> bool {
    is_control(row.patient)
        || is_control(row.sample)
        || [
            "QC",
            "CONTROL",
            "QUALITY CONTROL",
            "Q",
            "CALIBRATOR",
            "CALIBRATION",
            "CALIBRATORS",
            "QC MATERIAL",
            "QC SAMPLE",
            "CONTROL MATERIAL",
            "CONTROL SAMPLE",
        ]
        .iter()
        .any(|word| row.specimen.trim().eq_ignore_ascii_case(word))
        || [OF_CONTROL, OF_CALIBRATION]
            .iter()
            .any(|word| row.category.trim().eq_ignore_ascii_case(word))
}

/// The section of a control, as an import finds it out from the kind of its sample.
pub(crate) const OF_CONTROL: &str = "quality control";

/// The section of a calibrator.
pub(crate) const OF_CALIBRATION: &str = "calibration";

/// True for what stands in place of a patient before a row of limits or means. Two letters may be somebody's.
fn is_of_a_table(text: &str) -> bool {
    let words = [
        "LLN",
        "ULN",
        "MEAN",
        "MEDIAN",
        "AVERAGE",
        "STDEV",
        "STD DEV",
        "UNITS",
        "LOWER LIMIT",
        "UPPER LIMIT",
        "REFERENCE RANGE",
        "REFERENCE INTERVAL",
        "REF RANGE",
        "REF. RANGE",
        "REFERENCE RANGES",
        "NORMAL RANGE",
        "NORMAL VALUES",
        "Referenzbereich",
        "Normbereich",
        "Normwerte",
        "Einheit",
        "Einheiten",
        "Mittelwert",
        "unités",
        "unité",
        "unidades",
        "moyenne",
    ];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// True for a patient or sample identifier that is none.
#[inline]
pub(crate) fn is_control(text: &str) -> bool {
    let text = trim(text);
    // Most identifiers begin with a digit, or with another letter than these words.
    let first = text.as_bytes().first().map(u8::to_ascii_uppercase);
    first.is_some_and(|first| matches!(first, b'Q' | b'C' | b'K' | b'L' | b'B')) && is_word(text)
        // Nor is one without a digit usual.
        || first.is_some_and(|first| first.is_ascii_alphabetic())
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && is_of_a_table(text)
}

fn is_word(text: &str) -> bool {
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    [
        "QC",
        "CONTROL",
        "CTRL",
        "CALIBRATOR",
        "CAL",
        "KONTROLLE",
        "QUALITYCONTROL",
        "LINEARITY",
        "BLANK",
    ]
    .iter()
    .any(|control| word.eq_ignore_ascii_case(control))
        || (2 < text.len()
            && text.get(..2).is_some_and(|head| head == "QC")
            && text[2..].chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_rows_are_no_patients() {
        let row = |patient, sample| Observation {
            patient,
            sample,
            ..Observation::default()
        };
        assert!(is_quality_control(&row("QC", "")));
        assert!(is_quality_control(&row("", "QC-LEVEL-1")));
        assert!(is_quality_control(&row("CONTROL 2", "")));
        assert!(is_quality_control(&row("QC1", "")));
        assert!(!is_quality_control(&row("QCumber", "")));
        assert!(!is_quality_control(&row("4711", "S1")));
    }
}
