//! Headers that mean another thing beside a column for the analyte: "Observation", "Name", "Level".

use super::Seen;
use super::beside::names_analyte;
use super::cells::cells_are;
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells, Entry, Kind};
use crate::import::shapes::wide::unread;
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

/// "result_text" is the result in words, or, in OpenEMR, what the test is called: where its cells are names of tests.
pub(super) fn named_in_text(seen: &Seen, column: usize) -> Option<Entry> {
    let is_one = vocabulary::fold(&seen.headers[column]) == "resulttext"
        && cells_are(seen, column, Cells::Analytes)
        && !seen.cells(column).any(unread::speaks_of_sample);
    is_one.then(|| vocabulary::entry("test"))?
}

/// A profile is what was ordered, or who somebody is in an app: the cells are of a family; or, under `profile_name`, each is a
/// word that is no test's and no abbreviation, and has the same tests as another one.
pub(super) fn person_of_profile(seen: &Seen, column: usize) -> Option<Entry> {
    let header = vocabulary::fold(&seen.headers[column]);
    let is_one = ["profile", "profilename"].contains(&header.as_str())
        && !has_patients(seen)
        && names_analyte(seen, column);
    if !is_one || seen.is_empty(column) {
        return None;
    }
    let is_of_family = |cell: &str| FAMILY.contains(&fold_words(cell).as_str());
    let is_name = |cell: &str| {
        let folded = fold_words(cell);
        let is_word =
            cell.chars().any(char::is_lowercase) && !cell.bytes().any(|c| c.is_ascii_digit());
        is_word && !OF_TESTS.iter().any(|word| folded.contains(word)) && !(seen.known)(cell)
    };
    let are_names = || {
        header == "profilename" && seen.cells(column).all(is_name) && tells_persons(seen, column)
    };
    let is_told = seen.cells(column).any(is_of_family) || are_names();
    is_told.then(|| vocabulary::entry("patient name"))?
}

/// Does another column say who somebody is?
fn has_patients(seen: &Seen) -> bool {
    let of_patient = |header: &String| {
        let entry = vocabulary::entry(header);
        entry.is_some_and(|entry| entry.role == Role::Patient && entry.kind == Kind::Plain)
    };
    seen.headers.iter().any(of_patient)
}

/// Words for the members of a family, folded.
#[rustfmt::skip]
const FAMILY: &[&str] = &[
    "me", "myself", "self", "mum", "mom", "mama", "mother", "dad", "papa", "father", "wife", "husband", "partner", "spouse",
    "son", "daughter", "kid", "child", "baby", "brother", "sister", "grandma", "grandpa", "grandmother", "grandfather",
];

/// Parts of words for what is ordered, and for where it is done.
#[rustfmt::skip]
const OF_TESTS: &[&str] = &[
    "panel", "profil", "test", "chem", "metabol", "count", "blood", "serum", "urin", "function", "liver", "renal", "lipid",
    "perfil", "hemogram", "gas", "hospital", "clinic", "lab", "dr.", "ward",
];

/// The patient's name under a header of any name, beside one for the analyte: two words or more, and no panel's.
pub(super) fn whose(seen: &Seen, column: usize) -> Option<Entry> {
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

/// True for a number that is no row's and no test's: it stands on several rows, others on others, and with several tests.
pub(super) fn tells_persons(seen: &Seen, column: usize) -> bool {
    let is_test = |header: &String| {
        let entry = vocabulary::entry(header);
        entry.is_some_and(|entry| matches!(entry.role, Role::Name | Role::Code | Role::Loinc))
    };
    // A bare number counts rows, of the file or of an order.
    let header = vocabulary::fold(&seen.headers[column]);
    let counts = ["no", "nr"].contains(&header.as_str());
    let mut others = (0..seen.headers.len()).filter(|at| *at != column);
    let Some(test) = others.find(|at| !counts && is_test(&seen.headers[*at])) else {
        return false;
    };
    let mut pairs: Vec<(&str, &str)> = seen
        .rows
        .iter()
        .filter_map(|row| Some((row.get(column)?.trim(), row.get(test)?.trim())))
        .filter(|(number, _)| !number.is_empty())
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let distinct = |mut texts: Vec<&str>| {
        texts.sort_unstable();
        texts.dedup();
        texts.len()
    };
    let numbers = distinct(pairs.iter().map(|(number, _)| *number).collect());
    let tests = distinct(pairs.iter().map(|(_, test)| *test).collect());
    1 < numbers && numbers < pairs.len() && tests < pairs.len()
}

/// A drug is what is given, calcium for one; beside limits it is what was measured.
pub(super) fn is_given(seen: &Seen, column: usize) -> bool {
    let is_limit = |header: &String| {
        let entry = vocabulary::entry(header);
        entry.is_some_and(|entry| matches!(entry.role, Role::Low | Role::High | Role::Range))
    };
    vocabulary::fold(&seen.headers[column]).starts_with("drug")
        && !seen.headers.iter().any(is_limit)
}
