//! Words about the sample in a cell of flags.

use super::{flag, is_abnormal_mark, is_critical_flag};
use crate::interpretation::ReportedFlag;
use crate::text::trim;

/// Words about the sample that stand in a cell of flags, beside a direction or alone.
const QUALITY: &[&str] = &[
    "HEM",
    "HEMO",
    "HEMOL",
    "HAEM",
    "HAEMOL",
    "HEMOLYZED",
    "HEMOLYSED",
    "HAEMOLYSED",
    "HEMOLYSIS",
    "HAEMOLYSIS",
    "HML",
    "HMLZ",
    "LIP",
    "LIPEMIC",
    "LIPAEMIC",
    "ICT",
    "ICTERIC",
    "HIL",
    "CLOT",
    "CLOTTED",
    "SUSPECT",
    "CONTAM",
    "INDET",
];

/// The words of a cell of flags.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| !c.is_alphanumeric();
    text.split(between).filter(|token| !token.is_empty())
}

pub(super) fn is_quality(token: &str) -> bool {
    QUALITY.iter().any(|word| token.eq_ignore_ascii_case(word))
}

/// The direction beside words about the sample: "H HEM", "N~HEMO".
pub(super) fn beside_quality(text: &str) -> ReportedFlag {
    let mut others = tokens(text).filter(|token| !is_quality(token));
    let direction = match (others.next(), others.next()) {
        (Some(only), None) if tokens(text).any(is_quality) => flag(only),
        _ => ReportedFlag::NoDirection,
    };
    match direction {
        ReportedFlag::None => ReportedFlag::NoDirection,
        // "HIL negative".
        ReportedFlag::Normal if !tokens(text).any(|token| token.eq_ignore_ascii_case("N")) => {
            ReportedFlag::NoDirection
        }
        direction => direction,
    }
}

/// What a cell of flags says besides a direction: its parts where it says no more than words, and its words about the sample.
pub(crate) fn remarks(flag_cell: &str) -> Vec<&str> {
    let is_plain = flag(flag_cell) != ReportedFlag::NoDirection || is_abnormal_mark(flag_cell);
    let parts = flag_cell.split([',', ';', '|']).filter(|_| !is_plain);
    // "No HEM": what else stands there may deny it.
    let is_mark = |token: &str| flag(token) != ReportedFlag::NoDirection || is_abnormal_mark(token);
    let is_open = tokens(flag_cell).any(is_quality)
        && tokens(flag_cell).all(|token| is_quality(token) || is_mark(token));
    let words = tokens(flag_cell).filter(|token| is_open && is_quality(token));
    parts.chain(words).collect()
}

/// True for a flag that doubts the result itself.
pub(crate) fn is_doubt(text: &str) -> bool {
    // Mostly there is no flag.
    let text = trim(text);
    if text.is_empty() {
        return false;
    }
    let mark = text.trim_matches(['(', ')', '[', ']', '*']).trim();
    let doubts = [
        "suspect",
        "indet",
        "questionable",
        "doubtful",
        "unreliable",
        "qcf",
    ];
    (!mark.is_empty() && mark.chars().all(|c| c == '?'))
        || parts_of_alarm(text).any(is_alarm_of_analyzer)
        || tokens(mark).any(|token| doubts.iter().any(|word| token.eq_ignore_ascii_case(word)))
}

/// What stands beside each other in a cell: `>React H`, `H, > Test`.
fn parts_of_alarm(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';', '~', '|', '/']);
    parts.flat_map(|part| {
        let at = part.find(['>', '<']);
        let (before, sign) = part.split_at(at.unwrap_or(part.len()));
        let behind = sign.get(1..).unwrap_or("").trim_start();
        let word = behind.split(' ').next().unwrap_or("");
        let is_alone = before.trim().len() <= 2;
        (is_alone && !word.is_empty()).then_some(word)
    })
}

/// `>React`, `>Samp`, `>Test`: alarms of analyzers. `>ULN` and `>High` speak of where the result lies, `>I.H` of its sample.
fn is_alarm_of_analyzer(word: &str) -> bool {
    let of_limits = [
        "uln",
        "normal",
        "norm",
        "ref",
        "range",
        "limit",
        "upper",
        "max",
        "cutoff",
        "lln",
        "lower",
        "min",
        "low",
        "high",
        "the",
        "detection",
        "lod",
        "loq",
        "than",
        "threshold",
        "previous",
        "baseline",
        "expected",
    ];
    2 < word.len()
        && word.chars().all(|c| c.is_alphabetic())
        && flag(word) == ReportedFlag::NoDirection
        && !is_abnormal_mark(word)
        && !is_critical_flag(word)
        && !of_limits
            .iter()
            .any(|other| word.eq_ignore_ascii_case(other))
}
