//! Lines below or among the rows of a long export that are of no patient, though they stand in the column of patients:
//! `*** End of report ***`, "Total records: 2".

use csv::StringRecord;

use super::columns::Columns;
use super::fluid;
use super::layout::Shape;
use super::plan::Plan;
use super::role::Role;
use super::rows::heads_section;
use super::table::{begins_like_number, is_blank};
use super::vocabulary;
use super::wide::unread::speaks_of_sample;

/// Does the patient stand in the first column of a long export? Elsewhere a text alone there may be a test, or the title of a
/// section.
pub(crate) fn stands_first(columns: &Columns, shape: Shape) -> bool {
    shape == Shape::Long && columns.of(Role::Patient).first() == Some(&0)
}

/// Is a record such a line? Nearly every row shows at its result that it is none.
#[inline]
pub(crate) fn is_one(plan: &Plan, record: &StringRecord) -> bool {
    if !plan.patient_stands_first {
        return false;
    }
    let result = plan.pick(Role::Value).columns().next();
    let result = result.and_then(|at| record.get(at)).unwrap_or("");
    !begins_like_number(result) && is_line(record)
}

#[cold]
fn is_line(record: &StringRecord) -> bool {
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
        && says_that_it_ends(text)
        && !is_statement()
        && !speaks_of_sample(text)
        && !heads_section(text)
        && fluid::words().is_none_or(|words| words.in_cell(text).is_none())
}

/// Words with which such a line begins, folded.
#[rustfmt::skip]
const BEGINS: &[&str] = &[
    "end of", "printed", "exported", "generated", "report generated", "report printed", "fin de", "fin du", "fine del", "fim do", "ende der",
    "ende des", "gedruckt", "erstellt", "imprime", "edite", "impreso", "generado", "impresso", "stampato", "afgedrukt", "einde",
    "wydrukowano", "koniec", "utskriven", "slut",
];

/// The same, if something is counted behind them: "Total Smith" may be somebody, and so may Page.
const COUNTS: &[&str] = &[
    "page", "seite", "pagina", "total", "totals", "totale", "gesamt", "summe",
];

/// Only some words and rules are nobody's: whatever else stands there may be somebody, or say what his samples are worth.
fn says_that_it_ends(text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '*' | '-' | '=' | '_' | '#' | '~');
    let is_ruled = text.starts_with(is_mark) && text.ends_with(is_mark);
    let folded = crate::text::fold_words(text);
    let begins = |words: &&str| {
        let rest = folded.strip_prefix(*words);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let is_counted = text.contains(|c: char| c == ':' || c.is_ascii_digit());
    is_ruled || BEGINS.iter().any(begins) || (is_counted && COUNTS.iter().any(begins))
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
        for (text, expected) in [
            ("*** End of report ***", true),
            ("--- 2 records ---", true),
            ("Total records: 2", true),
            ("Printed by John", true),
            ("Printed 2026-11-20 07:12", true),
            ("Ende der Liste", true),
            // Of the samples, or of somebody.
            ("Confidential, for the ward only", false),
            ("Samples of 1001 and 1002: tubes swapped", false),
            ("van der Berg", false),
            ("Total Smith", false),
            // Identifiers of patients of whom nothing was measured.
            ("3", false),
            ("PAT-003", false),
            ("1001 (b)", false),
            ("Total", false),
            ("Smith", false),
            ("Totalova Jana", false),
            // Read elsewhere.
            ("Patient: Jones Mary", false),
            ("* slightly hemolyzed sample", false),
            ("Urine results", false),
        ] {
            let record = StringRecord::from(vec![text, "", ""]);
            assert_eq!(is_line(&record), expected, "{text}");
        }
    }
}
