//! What a line says its rows are: controls, or of a specimen.

use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::interpret::reported;
use crate::specimen::Specimen;

/// True for "Type: Quality control" and "QC: Level 1". "QC: passed", "QC: Level 1 and 2 within limits" and "Released by: Quality
/// control" speak of the laboratory.
pub(super) fn is_of_controls(key: &str, value: &str) -> bool {
    let is_kind = || match vocabulary::role(key) {
        Some(role) => matches!(
            role,
            Role::Category
                | Role::SampleKind
                | Role::Specimen
                | Role::Sample
                | Role::Patient
                | Role::Name
        ),
        None => {
            let folded = vocabulary::fold(key);
            KINDS.iter().any(|word| folded.ends_with(word))
        }
    };
    (reported::heads_controls(value) && is_kind())
        || (reported::heads_controls(key)
            && reported::names_level(value)
            && reported::is_nothing_but_control(value))
}

/// In their own words: the controls of a study are people, where their ages stand.
pub(super) fn of_controls(text: &str) -> String {
    match reported::heads_controls(text) {
        true => text.to_string(),
        false => reported::OF_CONTROL.to_string(),
    }
}

/// What stands before the kind of the rows, folded.
const KINDS: &[&str] = &["type", "kind", "typ", "tipo", "тип", "类型", "種別", "종류"];

/// "Blood" is any of it.
pub(super) fn is_blood(text: &str) -> bool {
    fluid::words().is_some_and(|words| words.as_one(text) == Some(Specimen::Unstated))
        && !text.eq_ignore_ascii_case("patient")
}

/// True for "Blood", and for what is taken of it: "Serum", "EDTA plasma".
pub(super) fn names_blood(text: &str) -> bool {
    is_blood(text) || specimen(text).is_some_and(Specimen::is_blood)
}

pub(super) fn specimen(text: &str) -> Option<Specimen> {
    let found = fluid::words()?.in_cell(text)?;
    (found != Specimen::Unstated).then_some(found)
}
