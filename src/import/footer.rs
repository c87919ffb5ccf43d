//! Lines below or among the rows of a long export that are of no patient, though they stand in the column of patients:
//! `*** End of report ***`, "Total records: 2".

use csv::StringRecord;

use super::columns::{Columns, Seen};
use super::fluid;
use super::layout::Shape;
use super::plan::Plan;
use super::role::Role;
use super::rows::heads_section;
use super::table::{begins_like_number, is_blank};
use super::vocabulary;
use super::wide::unread::speaks_of_sample;

/// How the first column names those whose rows they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum FirstCell {
    /// It does not: a text alone in it may be a test, or the title of a section.
    #[default]
    Other,
    /// By numbers and words without blanks.
    OneWord,
    /// Some by several words: by their names.
    SeveralWords,
}

impl FirstCell {
    /// What the rows that say more than who it is have there.
    pub(crate) fn of(seen: &Seen, columns: &Columns, shape: Shape) -> FirstCell {
        if shape != Shape::Long || columns.of(Role::Patient).first() != Some(&0) {
            return FirstCell::Other;
        }
        let rows = seen.rows.iter().filter(|row| only_cell(row).is_none());
        let mut cells = rows.filter_map(|row| row.get(0)).map(str::trim);
        match cells.any(|cell| cell.contains(char::is_whitespace)) {
            true => FirstCell::SeveralWords,
            false => FirstCell::OneWord,
        }
    }
}

/// Is a record such a line? Nearly every row shows at its result that it is none.
#[inline]
pub(crate) fn is_one(plan: &Plan, record: &StringRecord) -> bool {
    if plan.first_cell == FirstCell::Other {
        return false;
    }
    let result = plan.pick(Role::Value).columns().next();
    let result = result.and_then(|at| record.get(at)).unwrap_or("");
    !begins_like_number(result) && is_line(plan.first_cell, record)
}

#[cold]
fn is_line(first: FirstCell, record: &StringRecord) -> bool {
    let Some(text) = only_cell(record) else {
        return false;
    };
    let has_letters = text.contains(char::is_alphabetic);
    // Whose the rows below are, how samples are, what comes next: that is for others to read.
    let is_statement = || {
        text.split_once(':')
            .is_some_and(|(key, _)| vocabulary::entry(key).is_some())
    };
    has_letters
        && says_that_it_ends(text, first)
        && !is_statement()
        && !speaks_of_sample(text)
        && !heads_section(text)
        && fluid::words().is_none_or(|words| words.in_cell(text).is_none())
}

/// Words with which such a line begins, folded.
#[rustfmt::skip]
const BEGINS: &[&str] = &[
    "end of", "total", "totals", "printed", "exported", "generated", "report generated", "report printed", "fin de", "fin du",
    "fine del", "fim do", "ende der", "ende des", "gesamt", "summe", "gedruckt", "erstellt", "imprime", "edite", "impreso",
    "generado", "impresso", "stampato", "totale", "afgedrukt", "einde", "wydrukowano", "koniec", "utskriven", "slut",
];

/// Not by what it may share with a person: where people are told by their names, only some words are nobody's.
fn says_that_it_ends(text: &str, first: FirstCell) -> bool {
    let is_mark = |c: char| matches!(c, '*' | '-' | '=' | '_' | '#' | '~');
    let is_ruled = text.starts_with(is_mark) && text.ends_with(is_mark);
    let folded = crate::text::fold_words(text);
    let begins = |words: &&str| {
        let rest = folded.strip_prefix(*words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let is_sentence = || {
        let mut words = text.split_whitespace();
        let is_number = |word: &str| word.bytes().any(|c| c.is_ascii_digit());
        let first = words.next().is_some_and(|word| !is_number(word));
        first && words.next().is_some() && !may_be_name(text)
    };
    is_ruled
        || BEGINS.iter().any(begins) && text.contains(char::is_whitespace)
        || first == FirstCell::OneWord && is_sentence()
}

/// Words with capitals and no number: somebody's name, perhaps.
fn may_be_name(text: &str) -> bool {
    let is_part = |word: &str| word.starts_with(char::is_uppercase);
    !text.contains([':', '*'])
        && text.split_whitespace().all(is_part)
        && !text.bytes().any(|c| c.is_ascii_digit())
}

/// The first cell of a record that has no other.
fn only_cell(record: &StringRecord) -> Option<&str> {
    let first = record
        .get(0)
        .map(str::trim)
        .filter(|cell| !is_blank(cell))?;
    record.iter().skip(1).all(is_blank).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_of_no_patient() {
        for (text, among_numbers, among_names) in [
            ("*** End of report ***", true, true),
            ("--- 2 records ---", true, true),
            ("Total records: 2", true, true),
            ("Printed by John", true, true),
            ("Ende der Liste", true, true),
            ("Page 1 of 2", true, false),
            ("Confidential, for the ward only", true, false),
            // Identifiers of patients of whom nothing was measured.
            ("3", false, false),
            ("PAT-003", false, false),
            ("1001 (b)", false, false),
            ("Total", false, false),
            ("Smith", false, false),
            ("Maria Smith", false, false),
            ("Totalova Jana", false, false),
            // Read elsewhere.
            ("Patient: Jones Mary", false, false),
            ("* slightly hemolyzed sample", false, false),
            ("Urine results", false, false),
        ] {
            let record = StringRecord::from(vec![text, "", ""]);
            let said = [
                FirstCell::OneWord,
                FirstCell::SeveralWords,
                FirstCell::Other,
            ];
            assert_eq!(
                said.map(|first| first != FirstCell::Other && is_line(first, &record)),
                [among_numbers, among_names, false],
                "{text}"
            );
        }
    }
}
