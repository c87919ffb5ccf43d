//! Rows of nobody: controls, calibrators, and what stands below a table.

mod numbered;
mod somebody;
mod words;

pub(crate) use somebody::{is_in_group, tells_of_somebody};
pub(crate) use words::{
    is_kind_of_control, is_nothing_but_control, names_level, speaks_of_controls,
};

use crate::observation::Observation;
use crate::text::{fold_words, trim};
use words::{BEGINS, OF_THE_LABORATORY, PARTS, holds_one, is_word};

/// True for a quality-control, calibration or blank row: never a patient.
#[must_use]
pub fn is_quality_control(row: &Observation<'_>) -> bool {
    let (specimen, category) = (trim(row.specimen), trim(row.category));
    (is_of_nobody(row.patient) && !somebody::is_somebody(row, row.patient))
        || (is_of_nobody(row.sample) && !somebody::is_tube(row))
        || is_numbered(row)
        || is_statistic_row(row)
        || sums_dates_up(row)
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
        .any(|word| specimen.eq_ignore_ascii_case(word))
        || is_control_serum(row.specimen)
        || (begins_like_one(specimen) && words::is_specimen(specimen))
        || is_flag_of_control(row.flag)
        || is_kind_of_control(row.specimen)
        // Of two letters they may be somebody's.
        || (2 < row.patient.len() && is_kind_of_control(row.patient))
        || [
            OF_CONTROL,
            OF_CALIBRATION,
            "QC",
            "CALIBRATOR",
            "CALIBRATORS",
        ]
        .iter()
        .any(|word| category.eq_ignore_ascii_case(word))
        || (heads_controls(row.category) && !is_in_group(row, row.category))
}

/// True for a control that only a short number tells, in place of a patient, a sample or a specimen: where the row says of
/// nobody how old he is, and of no patient beside a sample.
fn is_numbered(row: &Observation<'_>) -> bool {
    let of_somebody = [row.age, row.birth]
        .iter()
        .any(|text| !trim(text).is_empty());
    let patient = trim(row.patient);
    let free = patient.is_empty() || patient == trim(row.sample);
    let is = |text: &str, tube| {
        text.len() < LONGEST_WORD && numbered::is_short_number(&fold_words(text), tube)
    };
    // Of a named patient it may be one of several in a series.
    let is_level = |text: &str| {
        let folded = fold_words(text);
        ["level", "pcc"].iter().any(|word| folded.starts_with(word))
    };
    let specimens = ["blank", "eqa", "eqas", "iqc", "pool", "ringversuch"];
    let of_specimen = || {
        let specimen = row.specimen.trim();
        specimens
            .iter()
            .any(|word| specimen.eq_ignore_ascii_case(word))
            || (is(row.specimen, true) && (patient.is_empty() || !is_level(specimen)))
    };
    !of_somebody && (is(row.patient, false) || (free && is(row.sample, true)) || of_specimen())
}

/// The flag by which an analyzer tells a control: `CNTL`.
fn is_flag_of_control(flag: &str) -> bool {
    let mut parts = flag.split([' ', ',', ';', '|', '~']);
    flag.len() < LONGEST_WORD && parts.any(|part| part.eq_ignore_ascii_case("CNTL"))
}

/// "Control serum" under the specimen.
fn is_control_serum(specimen: &str) -> bool {
    let folded = || fold_words(specimen);
    holds_one(specimen, PARTS)
        || (!specimen.is_ascii() && is_word(specimen))
        || (specimen.len() < 2 * LONGEST_WORD
            && [
                "control serum",
                "calibrator serum",
                "serum calibrator",
                "calibration serum",
                "qc serum",
                "serum qc",
                "serum, qc",
                "serum control",
                "serum, control",
                "pooled serum",
                "serum pool",
                "serum, pooled",
                "pooled plasma",
                "plasma pool",
                "kontrollserum",
                "контрольная сыворотка",
                "контрольныи материал",
                "контрольна сироватка",
            ]
            .contains(&folded().as_str()))
}

/// True for a cell that heads a section of controls.
pub(crate) fn heads_controls(text: &str) -> bool {
    let words = [
        "qc",
        "quality control",
        "quality controls",
        "quality control data",
        "controls",
        "control samples",
        "calibrators",
        "calibration",
        "kontrollen",
        "qualitätskontrolle",
        "contrôles",
        "controles",
        "controlli",
    ];
    let text = trim(text).trim_end_matches([':', '.']);
    let holds_word =
        || holds_one(text, PARTS) || holds_one(text, &["контроль качества", "контроля качества"]);
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
        || (holds_word() && !holds_one(text, OF_THE_LABORATORY))
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

/// True for a row of nobody below a table: a word that may be somebody's name as well (Max, N), in place of a patient of whom,
/// and of whose sample, nothing else is said.
fn is_statistic_row(row: &Observation<'_>) -> bool {
    let others = [row.sample, row.collected, row.sex, row.birth];
    if LONGEST_WORD < row.patient.len() || !others.iter().all(|text| trim(text).is_empty()) {
        return false;
    }
    let folded = fold_words(row.patient);
    // The ages have a mean, too; but Max has an age.
    NOBODY.contains(&folded.as_str())
        && (trim(row.age).is_empty() || !NAMES.contains(&folded.as_str()))
}

/// True for a row of no day among rows of one person: a statistic, or limits, in place of the time of collection.
fn sums_dates_up(row: &Observation<'_>) -> bool {
    let others = [row.patient, row.sample, row.sex, row.birth];
    let alone = || row.record_is_sample && others.iter().all(|text| trim(text).is_empty());
    // Of a long row with a test of its own "Max" may be that patient's.
    row.record_is_sample && is_no_day(row.collected, alone)
}

/// True for what stands in place of a time of collection before such a row. `alone`: nobody is told of, and a word that may
/// be another thing is none.
pub(crate) fn is_no_day(collected: &str, alone: impl FnOnce() -> bool) -> bool {
    let text = trim(collected);
    if text.is_empty() || LONGEST_WORD < text.len() || text.bytes().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let folded = fold_words(text);
    is_of_a_table(text)
        || OF_DAYS.contains(&folded.as_str())
        || (NOBODY.contains(&folded.as_str()) && alone())
}

/// What stands only before such rows, folded: in place of a patient some are names.
#[rustfmt::skip]
const OF_DAYS: &[&str] = &[
    "avg", "min", "max", "sd", "optimal", "optimal range", "optimal value", "optimum", "goal", "goal range", "goals", "ideal", "ideal range",
    "target", "targets", "target range", "change", "change %", "% change", "difference", "delta", "trend", "desired range", "healthy range",
    "reference", "ref", "unit",
];

/// Which of [`NOBODY`] may be somebody's name or initial.
const NAMES: &[&str] = &[
    "max", "n", "norm", "total", "media", "ci", "se", "sum", "mode", "unit", "target",
];

/// Letters of the longest of [`NOBODY`], and some more.
const LONGEST_WORD: usize = 40;

/// What stands in place of a patient before such a row in other scripts, folded: none of these is a name.
#[rustfmt::skip]
const OF_A_TABLE: &[&str] = &[
    "参考区间", "参考值", "参考范围", "平均值", "标准差", "基準値", "基準範囲", "標準偏差", "참고치", "참고범위", "референсные значения",
];

/// What stands before the rows of statistics and limits, folded.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "min", "minimum", "max", "maximum", "avg", "optimal", "optimal range", "optimum", "sd", "std", "s.d.", "se", "sem", "n", "n=",
    "iqr", "cv", "cv%", "cv %", "% cv", "cv (%)", "range", "95% ci", "ci", "ci 95%", "95 % ci", "geometric mean", "geomean",
    "mode", "total", "totals", "grand total", "sum", "count", "summe", "gesamt", "anzahl", "somme", "suma", "somma", "totale",
    "anz", "nombre", "25%", "50%", "75%", "5%", "95%", "variance", "mean (sd)", "mean ± sd", "mean +/- sd", "mean sd", "median (iqr)",
    "target", "target value", "target range", "sollwert", "zielwert", "lod", "loq", "lloq", "uloq", "detection limit",
    "limit of detection", "normal", "normals", "normal value", "norm", "normwert", "low", "high", "low limit", "high limit",
    "ref low", "ref high", "reference low", "reference high", "lower", "upper", "limits", "limit", "unit", "units", "reference",
    "ref", "reference values", "critical low", "critical high", "panic low", "panic high", "untergrenze", "obergrenze",
    "mittel", "durchschnitt", "standardabweichung", "stabw", "promedio", "media", "ecart type", "desviacion estandar",
    "单位", "均值", "参考値", "単位", "平均", "단위", "평균", "норма", "ед. изм.", "единицы", "среднее", "итого",
];

/// True for a patient or sample identifier that is none, or perhaps none: the rest of its row says which.
#[inline]
pub(crate) fn is_control(text: &str) -> bool {
    is_of_nobody(text)
        || (begins_like_one(text) && numbered::is_short_number(&fold_words(text), true))
}

/// True for a text that begins with a letter of such words, and has no digit behind it. Most identifiers begin with a digit, or
/// with a letter and a digit.
#[inline]
fn begins_like_one(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next().map(|byte| byte.to_ascii_uppercase());
    let lettered = bytes.next().is_some_and(|byte| !byte.is_ascii_digit());
    first.is_some_and(|first| BEGINS.contains(&first) || !first.is_ascii()) && lettered
}

/// True for an identifier that is none, whatever else its row says.
#[inline]
fn is_of_nobody(text: &str) -> bool {
    let text = trim(text);
    let first = text.bytes().next();
    (begins_like_one(text) && is_word(text))
        // Nor is one without a digit usual.
        || first.is_some_and(|first| first.is_ascii_alphabetic())
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && is_of_a_table(text)
        || holds_one(text, PARTS)
        || (!text.is_ascii() && OF_A_TABLE.contains(&fold_words(text).as_str()))
}

#[cfg(test)]
mod tests;
