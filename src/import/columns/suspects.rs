//! Columns that say by their headers what is wrong with a sample, and by yes or no whether it is: `IP SUS(PLT)PLT Clumps?` with a
//! 1 below it, as analyzers suspect it, "Clot detected", `is_sample_rejected`.

use std::sync::OnceLock;

use super::{Columns, Seen};
use crate::import::cells::standing::{Standing, is_no, is_yes};
use crate::import::file::table::is_blank;
use crate::quality::condition;
use crate::text::{fold_words, is_null};
use crate::value::ResultWords;

/// How Sysmex begins such a header: suspected, abnormal.
const BEGINS: &[&str] = &["ip sus", "ip abn", "ip_sus", "ip_abn"];

impl Columns {
    /// Such columns that have no other role, each with the words of its header behind the channel.
    pub(super) fn find_suspects(&mut self, seen: &Seen) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (column, header) in seen.headers.iter().enumerate() {
            let is_free = self.uses[column].role.is_none() && self.is_unknown(column);
            if !is_free {
                continue;
            }
            if let Some(words) = words(header) {
                self.uses[column].reason =
                    "a suspicion of the analyzer, a comment where it is set".to_string();
                found.push((column, words.to_string()));
            } else if are_mostly_answers(seen, column)
                && let Some(words) = fault(seen.headers, header)
            {
                self.uses[column].reason =
                    "what is wrong with a sample, a comment where it does not say no".to_string();
                found.push((column, words));
                self.faults.push(column);
            }
        }
        found
    }
}

/// The words behind `IP SUS(PLT)`.
fn words(header: &str) -> Option<&str> {
    let header = header.trim();
    let begins = |begin: &&str| {
        let head = header.get(..begin.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(begin))
    };
    let (channel, words) = header.split_once(')')?;
    let is_one = BEGINS.iter().any(begins) && channel.contains('(');
    Some(words.trim()).filter(|words| is_one && !words.is_empty())
}

/// True for a column of yes and no and nothing else.
pub(super) fn are_answers(seen: &Seen, column: usize) -> bool {
    let is_one = |cell: &str| is_blank(cell) || is_null(cell) || is_yes(cell) || is_no(cell);
    seen.cells(column).all(is_one)
}

/// True for a column of answers, or of nothing in the rows that were looked at: a word that is none, "partially", takes the others
/// no meaning, and the first yes may stand far below. Beside a number that is none it is a column of amounts, such as an index.
fn are_mostly_answers(seen: &Seen, column: usize) -> bool {
    let is_amount = |cell: &str| cell.parse::<f64>().is_ok() && !is_yes(cell) && !is_no(cell);
    seen.is_mostly(column, is_no_answer, is_amount)
}

/// Words for absent results, read when they are first asked for.
pub(crate) fn result_words() -> &'static ResultWords {
    static WORDS: OnceLock<ResultWords> = OnceLock::new();
    WORDS.get_or_init(ResultWords::bundled)
}

/// What a header says against a sample to which the answer is yes, if it does: in words that a comment would be understood by.
fn fault(headers: &[String], header: &str) -> Option<String> {
    let words = spoken(header);
    if REJECTIONS.contains(&words.as_str()) {
        // Of a graft it is another one.
        return (!is_of_grafts(headers)).then(|| "sample rejected".to_string());
    }
    if DRAWN.contains(&words.as_str()) {
        return Some(words);
    }
    let of_others = |word: &str| OF_OTHERS.iter().any(|other| word.starts_with(other));
    let is_elsewhere = words.split(|c: char| !c.is_alphanumeric()).any(of_others);
    let is_fault = !is_elsewhere && result_words().fault_in(&words).is_some();
    is_fault.then_some(words)
}

/// What a test so called asks of its sample, by this answer, in words that a comment would be understood by: "Clotted", yes; "Rejected",
/// 1; "Sample OK", no.
pub(crate) fn answered(name: &str, answer: &str) -> Option<String> {
    let answer = answer.trim();
    match Standing::of_header(name) {
        Standing::Fit => is_no(answer).then(|| "sample unsuitable".to_string()),
        _ if is_yes(answer) || is_no_answer(answer) => {
            fault(&[], name).or_else(|| Some(name.to_string()))
        }
        _ => None,
    }
}

/// True for the name of a test that asks whether a sample is fit, or rejected.
pub(crate) fn asks_of_sample(name: &str) -> bool {
    Standing::of_header(name) == Standing::Fit || fault(&[], name).is_some()
}

/// A header as it would be said: `isClotted` and `is_clotted?` are "clotted".
fn spoken(header: &str) -> String {
    let mut apart = String::new();
    let mut before = ' ';
    for c in header.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            apart.push(' ');
        }
        apart.push(if matches!(c, '_' | '.' | '-' | '?' | ':') {
            ' '
        } else {
            c
        });
        before = c;
    }
    let folded = fold_words(&apart);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let is_question = |word: &&&str| ["is", "was", "has"].contains(*word);
    let asked = words.iter().take_while(is_question).count();
    let is_end = |word: &&&str| ["flag", "yn", "ind", "indicator"].contains(*word);
    let ends = words[asked..].iter().rev().take_while(is_end).count();
    words[asked..words.len() - ends].join(" ")
}

/// Headers of a rejection, of whatever.
const REJECTIONS: &[&str] = &["rejection", "reject", "rejected"];

/// Headers of what leaves a sample in doubt, and is no fault in the words of a comment.
#[rustfmt::skip]
const DRAWN: &[&str] = &[
    "line draw", "line sample", "drip arm", "drawn from drip arm", "drawn from line", "drawn from catheter", "sample on hold", "specimen on hold", "sample hold",
];

/// How words begin of what is no sample of blood, folded.
#[rustfmt::skip]
const OF_OTHERS: &[&str] = &[
    "wound", "graft", "transplant", "organ", "histor", "diag", "disease", "disorder", "anem", "anaem", "food", "water", "protocol", "consent",
    "urine", "stool", "csf", "cultur", "previous", "prior", "risk", "family", "anamn", "antecedent",
];

fn is_of_grafts(headers: &[String]) -> bool {
    const GRAFTS: &[&str] = &[
        "transplant",
        "graft",
        "tacro",
        "ciclosporin",
        "cyclosporin",
        "donor",
        "biops",
    ];
    headers.iter().any(|header| {
        let folded = fold_words(header);
        GRAFTS.iter().any(|word| folded.contains(word))
    })
}

/// True for a header that says what is wrong with a sample, and cells of which one does not say no.
pub(crate) fn may_speak<'c>(
    headers: &[String],
    header: &str,
    mut cells: impl Iterator<Item = &'c str>,
) -> bool {
    fault(headers, header).is_some() && cells.any(is_set)
}

/// True for a cell by which the suspicion holds, or may hold.
pub(crate) fn is_set(cell: &str) -> bool {
    let cell = cell.trim();
    match cell.parse::<f64>() {
        Ok(number) => 0.0 < number,
        Err(_) => may_be_at_fault(cell),
    }
}

/// True for a cell that says that what the header names is wrong with a sample, or may be. A number that is no answer is of
/// something else.
pub(crate) fn may_be_at_fault(cell: &str) -> bool {
    is_yes(cell.trim()) || is_no_answer(cell)
}

/// True for a word that is neither yes nor no, and not that all is well: "partially", "small clot", "?".
fn is_no_answer(cell: &str) -> bool {
    let cell = cell.trim();
    let is_answer = is_blank(cell) || is_null(cell) || is_yes(cell) || is_no(cell);
    let is_word = || condition::is_doubt(cell) || condition::of(cell) != condition::Cell::Fine;
    !is_answer && (cell == "?" || is_word())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_headers_say_against_a_sample() {
        let of = |header: &str| fault(&[], header);
        for header in "Clotted|is_clotted|isClotted|Clot detected?|QNS|Short sample|Sample rejected|Specimen Rejected|is_sample_rejected|\
                       Rejection|Contaminated|IV contamination|Wrong tube|Mislabeled|WBIT|Wrong patient|EDTA contamination|Unsuitable|\
                       Do not use|Old sample|coagulada|coagulato|coagulé|geronnen|gestold|Muestra coagulada|Recollect|Underfilled"
            .split('|')
        {
            assert!(of(header.trim()).is_some(), "{header}");
        }
        for header in "Smoker|Clotting disorder|History of clots|Blood clots|IV fluids|Central line|Urgent|Renal insufficiency|Mixed race|\
                       Contaminated wound|Contaminated food|Deceased|On dialysis|Anticoagulated|Pregnant|Lost to follow up|Diabetic|\
                       Repeat|Fasting|Screened|Consent withdrawn"
            .split('|')
        {
            assert_eq!(of(header.trim()), None, "{header}");
        }
    }

    #[test]
    fn headers_and_cells() {
        for (header, expected) in [
            ("IP SUS(PLT)PLT Clumps?", Some("PLT Clumps?")),
            ("IP ABN(RBC)Anemia", Some("Anemia")),
            ("IP SUS(PLT)", None),
            ("IP address (office)", None),
            ("PLT Clumps?", None),
        ] {
            assert_eq!(words(header), expected, "{header}");
        }
        for (cell, expected) in [
            ("1", true),
            ("100", true),
            ("Y", true),
            ("0", false),
            ("", false),
            ("-", false),
            ("partially", true),
            ("small clot", true),
            ("maybe", true),
            ("?", true),
            ("no clot", false),
            ("OK", false),
            ("n/a", false),
        ] {
            assert_eq!(is_set(cell), expected, "{cell}");
        }
    }
}
