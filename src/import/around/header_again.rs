//! A header among the rows: the same one once more, or that of another table, whose rows stand under other names.

use csv::StringRecord;

use crate::error::Error;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit::split_known;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::shapes::sheet;
use crate::reference::Catalog;
use crate::text::fold_name;

/// A header that is met where a row was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderAgain {
    /// The one of the file.
    Same,
    /// Of another table.
    Other,
}

/// Is a record a header? Nearly every row has a number in the first cell that is looked at.
#[inline]
pub(crate) fn find(plan: &Plan, record: &StringRecord) -> Option<HeaderAgain> {
    if plan.shape == Shape::Cumulative {
        return sheet::is_header_again(plan, record).then(|| beside(plan, record));
    }
    let cell = |at: usize| record.get(at).unwrap_or("");
    let result = match plan.shape {
        Shape::Long => cell(plan.pick(Role::Value).columns().next()?),
        Shape::Wide | Shape::Cumulative => {
            let mut cells = plan.wide.iter().map(|column| cell(column.value));
            cells.find(|cell| !is_blank(cell)).unwrap_or("")
        }
    };
    match begins_like_number(result) {
        true => None,
        false => among_words(plan, record),
    }
}

/// The same for a record without a number where a result is looked for.
#[cold]
fn among_words(plan: &Plan, record: &StringRecord) -> Option<HeaderAgain> {
    is_header(record.iter()).then(|| beside(plan, record))
}

/// Which one a header is.
fn beside(plan: &Plan, record: &StringRecord) -> HeaderAgain {
    let behind = plan.headers.len().max(record.len());
    let same = (0..behind).all(|at| {
        let header = plan.headers.get(at).map_or("", String::as_str);
        vocabulary::fold(header) == vocabulary::fold(record.get(at).unwrap_or(""))
    });
    match same {
        true => HeaderAgain::Same,
        false => HeaderAgain::Other,
    }
}

/// True for cells of which most are names of columns or of analytes, and none is a number or a date. One name may be a cell of
/// a row, so several have to be; and of two that a row may hold, one says what columns hold.
pub(crate) fn is_header<'c>(cells: impl Iterator<Item = &'c str> + Clone) -> bool {
    const LEAST: usize = 3;
    // Nearly every row has one, and to look a word up takes much longer.
    if cells
        .clone()
        .map(str::trim)
        .any(|cell| !is_blank(cell) && is_value(cell))
    {
        return false;
    }
    let (mut filled, mut columns, mut analytes) = (0usize, Vec::new(), Vec::new());
    for cell in cells.map(str::trim).filter(|cell| !is_blank(cell)) {
        let folded = vocabulary::fold(cell);
        filled += 1;
        // `NA` is no sodium here, and one letter may be a flag.
        if 2 < folded.len() && vocabulary::entry(cell).is_some() {
            columns.push(folded);
        } else if names_analyte(cell) && !["na", "n", "nd"].contains(&folded.as_str()) {
            analytes.push(folded);
        }
    }
    let distinct = |names: &mut Vec<String>| {
        names.sort_unstable();
        names.dedup();
        names.len()
    };
    let (columns, analytes) = (distinct(&mut columns), distinct(&mut analytes));
    let names = columns + analytes;
    // Below a wide header the columns of who and when may have no names.
    let enough = LEAST <= names && (0 < columns || LEAST <= analytes);
    enough && filled < names * 2
}

/// True for a number, with or without what belongs to it, and for a date.
fn is_value(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    begins_like_number(cell) && letters <= 2 || letters == 0
}

/// True for a name of an analyte, with or without a unit.
pub(in crate::import) fn names_analyte(cell: &str) -> bool {
    let Ok(catalog) = Catalog::bundled() else {
        return false;
    };
    let known = |name: &str| catalog.knows_name(&fold_name(name));
    split_known(cell, &known).is_some()
}

/// What stops a run: what is below would be judged under the names of another table.
pub(crate) fn refused(file: &str, line: u64) -> Error {
    Error::new(
        file,
        "a second table begins here, with another header than the first: its results would be taken for others",
        "split the file here, and give both parts",
    )
    .at(line)
}

/// True if the header of a table with results stands among the lines above the header of a file.
pub(crate) fn table_above(records: &[(u64, StringRecord)]) -> bool {
    let of_result = |cell: &str| {
        let entry = vocabulary::entry(cell);
        entry.is_some_and(|entry| entry.role == Role::Value)
            || (entry.is_none() && names_analyte(cell))
    };
    let mut lines = records.iter().enumerate();
    lines.any(|(at, (_, header))| {
        let has_result = |columns: &[usize], row: &StringRecord| {
            let mut cells = columns.iter().filter_map(|at| row.get(*at));
            cells.any(begins_like_number)
        };
        is_header(header.iter()) && {
            let columns: Vec<usize> = (0..header.len())
                .filter(|at| header.get(*at).is_some_and(of_result))
                .collect();
            let mut below = records[at + 1..].iter();
            below.any(|(_, row)| has_result(&columns, row))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_rows_that_only_look_like_one() {
        for (cells, expected) in [
            (
                "Patient|Sex|Age|Date|Albumin (g/dL)|Potassium (mmol/L)",
                true,
            ),
            ("Patient|Date|Test|Result|Unit", true),
            ("Kalium|Natrium|Kreatinin", true),
            ("Patient|Potassium|Sodium", true),
            ("Name|25-OH Vitamin D|Ferritin|TSH", true),
            // Rows without a number.
            ("P1|F|NA|NA|NA|NA", false),
            ("P1|2026-01-01|Potassium|hemolyzed|mmol/L", false),
            ("Smith|Potassium|see comment|Result|", false),
            ("Sodium|pending|Potassium|pending", false),
            ("Urine||||", false),
            ("Comment|Comment|Comment", false),
            ("P1|Date unknown|Potassium|4.1|mmol/L", false),
            ("Unit||mmol/L|mmol/L", false),
            ("Sex|F|Age|44", false),
        ] {
            assert_eq!(is_header(cells.split('|')), expected, "{cells}");
        }
    }
}
