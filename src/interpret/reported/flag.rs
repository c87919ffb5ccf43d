//! Flags: what the laboratory's own mark beside a result says.

use crate::interpretation::ReportedFlag;

/// Reads a flag as exports write it. `CH` is no `H`: only whole words count.
#[must_use]
pub fn flag(text: &str) -> ReportedFlag {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    if text.is_empty() {
        return ReportedFlag::None;
    }
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&[
        "N",
        "NORMAL",
        "NORM",
        "NRM",
        "IN RANGE",
        "WITHIN RANGE",
        "WNL",
        "0",
        "NEG",
        "NEGATIVE",
    ]) {
        ReportedFlag::Normal
    } else if is(&[
        "L",
        "LL",
        "LOW",
        "LO",
        "L*",
        "*L",
        "LL*",
        "LLL",
        "CRITICAL LOW",
        "PANIC LOW",
        "LP",
        "PL",
        "CL",
        "BELOW",
        "BELOW RANGE",
        "-",
        "--",
        "↓",
        "↓↓",
        "<",
        "niedrig",
        "erniedrigt",
        "bas",
        "bajo",
        "basso",
        "LOW PANIC",
        "VERY LOW",
        "L!",
        "L-",
    ]) {
        ReportedFlag::Low
    } else if is(&[
        "H",
        "HH",
        "HIGH",
        "HI",
        "H*",
        "*H",
        "HH*",
        "HHH",
        "CRITICAL HIGH",
        "PANIC HIGH",
        "HP",
        "PH",
        "ABOVE",
        "ABOVE RANGE",
        "+",
        "++",
        "+++",
        "↑",
        "↑↑",
        ">",
        "hoch",
        "erhöht",
        "élevé",
        "haut",
        "alto",
        "HIGH PANIC",
        "VERY HIGH",
        "H!",
        "H+",
    ]) {
        ReportedFlag::High
    } else {
        ReportedFlag::NoDirection
    }
}

/// True for a flag that says "abnormal" and not in which direction.
#[must_use]
pub(crate) fn is_abnormal_mark(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    let words = [
        "A",
        "AA",
        "ABN",
        "ABNORMAL",
        "ABNORM",
        "CRIT",
        "CRITICAL",
        "PANIC",
        "anormal",
        "auffällig",
        "pathologisch",
        "patologico",
    ];
    let mark = !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '!'));
    mark || words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// True if the laboratory's own flag calls the result critical, in either direction.
#[must_use]
pub fn is_critical_flag(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    [
        "HH", "LL", "HH*", "LL*", "HHH", "LLL", "HP", "PH", "LP", "PL", "CL", "AA", "H*", "L*",
        "*H", "*L", "++", "+++", "--", "↑↑", "↓↓", "PANIC", "CRITICAL", "CRIT",
    ]
    .iter()
    .any(|word| text.eq_ignore_ascii_case(word))
        || text.to_ascii_uppercase().contains("CRITICAL ")
        || text.to_ascii_uppercase().contains("PANIC")
}

/// True if the laboratory's own flag calls the result abnormal and gives no direction. "Positive" does of what is found or
/// not; of a number it may be anything.
#[must_use]
pub fn is_abnormal_flag(text: &str) -> bool {
    let folded = crate::text::fold_words(text.trim().trim_matches(['(', ')', '[', ']']));
    is_abnormal_mark(text)
        || is_abnormal_mark(&folded)
        || [
            "abnl",
            "positive",
            "pos",
            "auffallig",
            "anormale",
            "anomalo",
            "afwijkend",
            "unormal",
            "onormal",
        ]
        .contains(&folded.as_str())
}

/// True for a cell of flags that speaks against the measurement, and not of where the result lies.
#[must_use]
pub(crate) fn is_alarm(flag: &str) -> bool {
    let alarms = ["clot", "error", "invalid", "fail", "aspirat", "rejected"];
    let folded = flag.trim().to_lowercase();
    2 < folded.len() && alarms.iter().any(|word| folded.contains(word))
}

/// True for a cell about alarms that says that there is none; a number with a fraction is no alarm.
#[must_use]
pub(crate) fn is_no_alarm(cell: &str) -> bool {
    let cell = cell.trim();
    let none = [
        "",
        "0",
        "n",
        "no",
        "none",
        "ok",
        "okay",
        "g",
        "good",
        "normal",
        "false",
        "f",
        "pass",
        "passed",
        "valid",
        "acceptable",
        "adequate",
        "null",
        "nan",
        "na",
        "n/a",
        "-",
        "--",
        ".",
        "no error",
        "no errors",
        "no alarm",
        "no flag",
        "h",
        "l",
        "hh",
        "ll",
    ];
    // "00", "E0".
    let zeros = cell.trim_start_matches(['e', 'E']);
    none.iter().any(|word| cell.eq_ignore_ascii_case(word))
        || (!zeros.is_empty() && zeros.bytes().all(|c| c == b'0'))
        || (cell.contains('.')
            && cell
                .bytes()
                .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b'-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_whole_words() {
        for (text, expected) in [
            ("", ReportedFlag::None),
            ("H", ReportedFlag::High),
            ("HIGH", ReportedFlag::High),
            ("(H)", ReportedFlag::High),
            ("LL", ReportedFlag::Low),
            ("NORMAL", ReportedFlag::Normal),
            ("abnormal", ReportedFlag::NoDirection),
            ("delta", ReportedFlag::NoDirection),
            ("CH", ReportedFlag::NoDirection),
            ("A", ReportedFlag::NoDirection),
            ("↑", ReportedFlag::High),
        ] {
            assert_eq!(flag(text), expected, "{text:?}");
        }
    }
}
