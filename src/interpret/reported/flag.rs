//! Flags: what the laboratory's own mark beside a result says.

mod quality;
mod words;

use crate::interpretation::ReportedFlag;
use crate::text::trim;
use quality::{beside_quality, tokens};
use words::{ABNORMAL, BESIDE, CRITICAL, CRITICAL_STEMS, DENIALS, HIGH, LOW, NORMAL, OF_OPTIMUM};

pub(crate) use quality::{is_doubt, remarks};

/// Reads a flag as exports write it: one word of a list, several of them (`H~A`), the code of an HL7 field, or a phrase that
/// names one direction ("above upper panic limits"). Only whole words count.
#[must_use]
pub fn flag(text: &str) -> ReportedFlag {
    let text = bare(text);
    if text.is_empty() {
        return ReportedFlag::None;
    }
    if let Some(known) = exactly(text) {
        return known;
    }
    // `H^High^HL70078`, `H~A`, `H, D`.
    let parts = text.split(['~', ',', ';', '|', '/']);
    let parts = parts.map(|part| bare(part.split('^').next().unwrap_or(part)));
    let said = parts.filter_map(|part| exactly(part).or_else(|| in_phrase(part)));
    one_of(said.filter(|flag| *flag != ReportedFlag::Normal))
        .unwrap_or_else(|| beside_quality(text))
}

/// Without what stands around it.
fn bare(text: &str) -> &str {
    trim(text).trim_matches(['(', ')', '[', ']', '@']).trim()
}

/// What all say, if they say one thing.
fn one_of(mut all: impl Iterator<Item = ReportedFlag>) -> Option<ReportedFlag> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

fn exactly(text: &str) -> Option<ReportedFlag> {
    let lists = [
        (NORMAL, ReportedFlag::Normal),
        (LOW, ReportedFlag::Low),
        (HIGH, ReportedFlag::High),
    ];
    // Nearly every flag is of ASCII.
    let lower = (!text.is_ascii()).then(|| text.to_lowercase());
    let is = |word: &str| match &lower {
        None => text.eq_ignore_ascii_case(word),
        Some(text) => word.chars().flat_map(char::to_lowercase).eq(text.chars()),
    };
    let mut lists = lists.into_iter();
    lists.find_map(|(words, flag)| words.iter().any(|word| is(word)).then_some(flag))
}

/// The direction that a phrase names, if it names one and says nothing else.
fn in_phrase(text: &str) -> Option<ReportedFlag> {
    let words = text
        .split([' ', '_', '-', '.'])
        .filter(|word| !word.is_empty());
    let beside = |word: &str| BESIDE.contains(&word.to_lowercase().as_str());
    let mut said = Vec::new();
    for word in words {
        match exactly(word).filter(|flag| *flag != ReportedFlag::Normal) {
            Some(flag) => said.push(flag),
            None if beside(word) => {}
            None => return None,
        }
    }
    one_of(said.into_iter())
}

/// True for a flag that says "abnormal" and not in which direction.
#[must_use]
pub(crate) fn is_abnormal_mark(text: &str) -> bool {
    let text = bare(text);
    let mark = !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '!'));
    let is_word = |text: &str| ABNORMAL.iter().any(|word| text.eq_ignore_ascii_case(word));
    mark || is_word(text) || is_word(&crate::text::fold_words(text))
}

/// True for a flag that says how far a result is from what is best, and nothing of the interval.
#[must_use]
pub(crate) fn is_of_optimum(text: &str) -> bool {
    let folded = crate::text::fold_words(bare(text)).replace('_', " ");
    OF_OPTIMUM.contains(&folded.as_str())
}

/// True if the laboratory's own flag calls the result critical, in either direction.
#[must_use]
pub fn is_critical_flag(text: &str) -> bool {
    // Often a cell without a flag.
    if trim(text).bytes().all(|byte| byte == b'-') {
        return false;
    }
    let parts = text.split(['^', '~', ',', ';', '|']).map(bare);
    let is_listed = |part: &str| CRITICAL.iter().any(|word| part.eq_ignore_ascii_case(word));
    parts.into_iter().any(is_listed) || {
        // Most flags are a letter.
        let folded = match text.len() <= 2 {
            true => String::new(),
            false => crate::text::fold_words(text),
        };
        let is_stem = |word: &str| CRITICAL_STEMS.iter().any(|stem| word.starts_with(stem));
        let is_denied = |word: &str| DENIALS.contains(&word);
        (tokens(&folded).any(|word| word == "crit" || is_stem(word)) || is_alert(&folded))
            && !tokens(&folded).any(is_denied)
    }
}

/// True for an alert with its direction and nothing else, "Low Alert": such laboratories flag the rest as low. "Alert" alone is
/// abnormal to some of them.
fn is_alert(folded: &str) -> bool {
    let is_side =
        |word: &str| matches!(exactly(word), Some(ReportedFlag::Low | ReportedFlag::High));
    let mut words: Vec<&str> = tokens(folded).collect();
    words.retain(|word| *word != "alert");
    words.len() == 1 && words.iter().all(|word| is_side(word)) && folded.contains("alert")
}

/// True for a flag that is there and says nothing that is known.
#[must_use]
pub(crate) fn is_unknown_flag(text: &str) -> bool {
    let text = bare(text);
    let says = [
        "delta",
        "d",
        "c",
        "corrected",
        "not critical",
        "non-critical",
        "verified",
        "reviewed",
        "final",
        "done",
        "standard",
        "unspecified",
        "*unspecified",
        "non",
        "нет",
        "green",
    ];
    // ">I.H", "I/L": of an analyzer about the sample.
    let is_index = |word: &str| ["h", "i", "l"].contains(&word.to_lowercase().as_str());
    let is_of_sample = tokens(text).all(is_index);
    !text.is_empty()
        && flag(text) == ReportedFlag::NoDirection
        && !is_abnormal_mark(text)
        && !is_critical_flag(text)
        && !is_doubt(text)
        && !is_no_alarm(text)
        && !is_of_optimum(text)
        && (!is_of_sample || tokens(text).next().is_none())
        && !tokens(text).any(quality::is_quality)
        && !says.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// True if the laboratory's own flag calls the result abnormal and gives no direction. "Positive" does of what is found or
/// not; of a number it may be anything.
#[must_use]
pub fn is_abnormal_flag(text: &str) -> bool {
    let folded = crate::text::fold_words(bare(text));
    is_abnormal_mark(text) || ["positive", "pos"].contains(&folded.as_str())
}

/// True for a cell of flags that speaks against the measurement, and not of where the result lies.
#[must_use]
pub(crate) fn is_alarm(flag: &str) -> bool {
    let alarms = ["clot", "error", "invalid", "fail", "aspirat", "rejected"];
    let folded = flag.trim().to_lowercase();
    let holds_one = alarms.iter().any(|word| folded.contains(word));
    // Alone: "HIL OK", "no EDTA contamination".
    let mut words = tokens(&folded);
    let only = words.next().filter(|_| words.next().is_none());
    let is_word = only.is_some_and(|word| word == "hil" || word.starts_with("contam"));
    2 < folded.len() && (holds_one || is_word)
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
        "accepted",
        "not rejected",
        "no rejection",
        "not applicable",
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
mod tests;
