//! Headers that mean another thing beside a column for the analyte: "Observation", "Name", "Level".

use super::Seen;
use super::candidates::names_analyte;
use crate::import::header_unit;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Entry};
use crate::import::wide::unread;
use crate::text::fold_words;

/// "Observation" is what was measured, or what somebody remarked: where another column names the analyte, and its own cells
/// do not.
pub(super) fn remark_of(seen: &Seen, column: usize) -> Option<Entry> {
    let names = |cell: &str| (seen.known)(cell.trim()) && !unread::speaks_of_sample(cell);
    let mut cells = seen.rows.iter().filter_map(|row| row.get(column));
    let is_one = vocabulary::fold(&seen.headers[column]) == "observation"
        && names_analyte(seen, column)
        && !cells.any(names);
    is_one.then(|| vocabulary::entry("comment"))?
}

/// The patient's name under a header of any name, beside one for the analyte: two words or more, and no panel's.
pub(super) fn whose(seen: &Seen, column: usize) -> Option<Entry> {
    const OF_TESTS: &[&str] = &[
        "panel", "profil", "test", "chem", "metabol", "count", "blood", "serum", "urin",
        "function", "liver", "renal", "lipid", "perfil", "hemogram", "gas", "hospital", "clinic",
        "lab", "dr.", "ward",
    ];
    let is_name = |cell: &str| {
        let folded = fold_words(cell);
        folded.contains([' ', ','])
            && !folded.bytes().any(|c| c.is_ascii_digit())
            && !OF_TESTS.iter().any(|word| folded.contains(word))
            && !(seen.known)(cell.trim())
    };
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let mut cells = cells.filter(|cell| !is_blank(cell)).peekable();
    let header = vocabulary::fold(&seen.headers[column]);
    let fits = ["name", "nombre", "nom", "nome"].contains(&header.as_str())
        && names_analyte(seen, column)
        && cells.peek().is_some()
        && cells.all(is_name);
    fits.then(|| vocabulary::entry("patient name"))?
}

/// Do several headers name analytes, each with a column of its own?
pub(super) fn are_analytes(seen: &Seen) -> bool {
    let names = |header: &&String| {
        vocabulary::entry(header).is_none()
            && header_unit::split_known(header, seen.known).is_some()
    };
    1 < seen.headers.iter().filter(names).count()
}
