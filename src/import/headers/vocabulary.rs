//! What the header of a column says about its role.
//!
//! Headers are compared without case, accents, blanks and punctuation. A header that is not in the
//! table has no role: nothing is guessed from a likeness.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::role::Role;
use crate::import::cells::sex;
use crate::text::fold_into;
use forms::{
    before_form, behind_table, field_of_hl7, is_record_number, names_sexes, without_places,
};
use known::WORDS;

mod forms;
mod grammar;
mod kinds;
mod known;
mod words;

pub(crate) use forms::{numbered, words};
pub(crate) use kinds::{Cells, Kind};
pub(crate) use known::Entry;

/// A column with results beside the one with results, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Later {
    /// Where it says something, it goes before the other.
    Corrected,
    /// The result as it was measured once more.
    Again,
    /// Perhaps the result in another unit: the column of units is there twice, too.
    Converted,
}

/// True for a header of the names of patients.
pub(crate) fn is_name_of_patient(header: &str) -> bool {
    is_among(header, words::NAMES_OF_PATIENTS) || is_among(header, words::NAMES_IN_OTHER_SCRIPTS)
}

/// True for a header of family names.
pub(crate) fn is_family_name(header: &str) -> bool {
    is_among(header, words::FAMILY_NAMES)
}

/// True for a header of given names.
pub(crate) fn is_given_name(header: &str) -> bool {
    is_among(header, words::GIVEN_NAMES)
}

/// True for a header of names, of whatever.
pub(crate) fn is_bare_name(header: &str) -> bool {
    is_among(header, words::BARE_NAMES)
}

/// True for a header of therapeutic limits.
pub(crate) fn is_therapeutic(header: &str) -> bool {
    is_among(header, words::THERAPEUTIC)
}

/// True for a header of the dates of visits.
pub(crate) fn is_date_of_visit(header: &str) -> bool {
    is_among(header, words::DATES_OF_VISITS)
}

/// True for a header of the day on which blood was drawn or tested.
pub(crate) fn is_day_of_draw(header: &str) -> bool {
    is_among(header, words::DAYS_OF_DRAWS)
}

/// True for a header that asks whether a result is critical.
pub(crate) fn asks_if_critical(header: &str) -> bool {
    is_among(header, words::ASKING_IF_CRITICAL)
}

/// True for a header of dates in a language that writes them with points and the day first.
pub(crate) fn is_of_days_first(header: &str) -> bool {
    is_among(header, words::OF_DAYS_FIRST)
}

/// True for a header of printed intervals with the unit of the result behind them.
pub(crate) fn ends_with_units(header: &str) -> bool {
    is_among(header, words::RANGES_WITH_UNITS)
}

/// True for a header that is one of these words, which are folded.
pub(crate) fn is_among(header: &str, words: &str) -> bool {
    let folded = fold(header);
    words.split_whitespace().any(|word| word == folded)
}

/// Whether a header that is not known is that of a later result.
pub(crate) fn later(header: &str) -> Option<Later> {
    grammar::later(&fold(header))
}

/// A side of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Low,
    High,
}

/// The side of a header that is a limit beside another one, and the other words of it.
pub(crate) fn side(header: &str) -> Option<(Side, String)> {
    grammar::side(&fold(header))
}

/// Looks a header up.
pub(crate) fn entry(header: &str) -> Option<Entry> {
    let header = &without_places(header);
    let folded = fold(header);
    // A scan, unless it is written as a word.
    if folded == "pet" && header.trim() != "Pet" {
        return None;
    }
    if is_record_number(header) {
        return lookup("norekammedis");
    }
    if let Some(found) = field_of_hl7(header).and_then(|field| lookup(&field)) {
        return Some(found);
    }
    // `Unit#` is a number, and no unit.
    if header.trim_end().ends_with('#') {
        return lookup(&format!("{folded}number")).or_else(|| lookup(&format!("{folded}no")));
    }
    lookup(&folded)
        .or_else(|| names_sexes(header).then(|| lookup("sex"))?)
        .or_else(|| sex::coded(header).is_some().then(|| lookup("sex"))?)
        .or_else(|| lookup(&fold(behind_table(header)?)))
        .or_else(|| lookup(&fold(before_form(header)?)))
        .or_else(|| age_with_unit(&folded))
        .or_else(|| by_grammar(&folded))
}

/// The role that a header says; for [`Kind::ByCells`] the usual one.
pub(crate) fn role(header: &str) -> Option<Role> {
    entry(header).map(|entry| entry.role)
}

/// The text of a code that stands in a column of its own: `COMPONENT_ID_NAME` of `COMPONENT_ID`, `SEX_C_NAME` of `SEX_C`.
pub(crate) fn display(header: &str) -> Option<Entry> {
    let upper = header.trim().to_ascii_uppercase();
    let code = upper.strip_suffix("_NAME")?;
    let of = lookup(&fold(code.strip_suffix("_C").unwrap_or(code)))?;
    match of.role {
        Role::Code | Role::Loinc => Some(Entry {
            role: Role::Name,
            kind: Kind::Plain,
            ..of
        }),
        Role::Sex | Role::Flag | Role::Status | Role::Specimen | Role::Unit => Some(of),
        _ => None,
    }
}

/// True for a time that is counted from the beginning of a stay.
pub(crate) fn counts_from_stay(header: &str) -> bool {
    fold(header) == "labresultoffset"
}

/// True for a header that ends with "status" or a word for it, of whatever.
pub(crate) fn ends_with_status(header: &str) -> bool {
    let folded = fold(header);
    let bare = STATUS_ENDS
        .iter()
        .find_map(|end| folded.strip_suffix(end))
        .unwrap_or(&folded);
    bare.ends_with("status") || grammar::status(&folded).is_some()
}

/// What may stand behind it: `_CD_DISP`, `_C_NAME`.
const STATUS_ENDS: &[&str] = &[
    "cddisp", "cname", "disp", "code", "cd", "desc", "text", "name", "c",
];

/// A header that is made of words of one kind: it comes behind all that are known as a whole.
fn by_grammar(folded: &str) -> Option<Entry> {
    const STATUSES: Kind = Kind::ByCells(&[(Role::Status, Cells::Statuses)]);
    const WORDS_OF_STATUS: Kind = Kind::ByCells(&[(Role::Status, Cells::Words)]);
    const INTERVALS: Kind = Kind::ByCells(&[(Role::Range, Cells::Limits)]);
    let (role, kind) = if let Some(role) = grammar::limit(folded) {
        (role, Kind::Plain)
    } else if grammar::is_range(folded) {
        (Role::Range, INTERVALS)
    } else if grammar::is_person(folded) {
        (Role::Patient, Kind::Plain)
    } else if crate::import::cells::standing::by_words(folded).is_some() {
        (Role::Standing, Kind::Plain)
    } else if let Some(status) = grammar::status(folded) {
        let kind = match status {
            grammar::Status::OfResult => WORDS_OF_STATUS,
            grammar::Status::Bare => STATUSES,
        };
        (Role::Status, kind)
    } else if let Some(kind) = grammar::condition(folded) {
        (Role::SpecimenCondition, kind)
    } else {
        return None;
    };
    Some(Entry {
        role,
        kind,
        rank: WORDS,
        age_unit: "",
    })
}

/// Lower case, letters and digits only, no accents.
pub(crate) fn fold(header: &str) -> String {
    let mut folded = String::with_capacity(header.len());
    // "№ пробы"; alone it is the number of a row.
    let numbered = header.trim().strip_prefix('№');
    let header = match numbered.filter(|rest| !rest.trim().is_empty()) {
        Some(rest) => {
            folded.push_str("no");
            rest
        }
        None => header,
    };
    fold_into(header, &mut folded, |c| {
        c.is_alphanumeric() && !matches!(c, 'º' | 'ª')
    });
    folded
}

fn lookup(folded: &str) -> Option<Entry> {
    /// By word: part and row in which it stands, and its place among all words. Small, as every start fills it.
    static TABLE: OnceLock<HashMap<&'static str, (u8, u8, u16)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::with_capacity(WORDS);
        let mut rank = 0;
        for (part, rows) in (0..).zip(words::WORDS) {
            for (row, (_, _, words)) in (0..).zip(rows) {
                for word in words.split_ascii_whitespace() {
                    table.entry(word).or_insert((part, row, rank));
                    rank += 1;
                }
            }
        }
        table
    });
    let (part, row, rank) = *table.get(folded)?;
    let part = words::WORDS.get(usize::from(part))?;
    let (role, kind, _) = *part.get(usize::from(row))?;
    Some(Entry {
        role,
        kind,
        rank: usize::from(rank),
        age_unit: "",
    })
}

/// `age_days`, `Age (y)`, `Alter (Jahre)`.
fn age_with_unit(folded: &str) -> Option<Entry> {
    words::AGE_UNITS.iter().find_map(|(unit, words)| {
        let age = words.split_whitespace().find_map(|word| {
            let age = folded.strip_suffix(word)?;
            // `ageat` would be left of `ageaty`.
            lookup(age.strip_suffix("in").unwrap_or(age)).filter(|found| found.role == Role::Age)
        })?;
        Some(Entry {
            age_unit: unit,
            ..age
        })
    })
}

#[cfg(test)]
mod tests;
