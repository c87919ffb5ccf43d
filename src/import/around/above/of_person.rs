//! A table above that of the results, of the person: "Patient,Sex,Age", and below it "X,F,44".

use csv::StringRecord;

use super::whose;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// True for a line of keys of a person and a draw, and nothing else but dates of whatever.
pub(crate) fn is_of_person(line: &StringRecord) -> bool {
    let cells = line.iter().map(str::trim).filter(|cell| !is_blank(cell));
    let (keys, others): (Vec<&str>, Vec<&str>) = cells.partition(|cell| whose::is_key(cell));
    let is_date = |cell: &&str| {
        let role = vocabulary::role(cell);
        role.is_some_and(|role| [Role::Collected, Role::Received, Role::Reported].contains(&role))
    };
    1 < keys.len() && others.iter().all(is_date)
}

/// True for lines with text in the same two cells or more, of which the second has no keys.
pub(super) fn is_filled_alike(one: &StringRecord, other: &StringRecord) -> bool {
    let filled = |line: &StringRecord| {
        let cells = line.iter().enumerate();
        let filled = cells.filter(|(_, cell)| !is_blank(cell));
        filled.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let own = filled(other);
    1 < own.len() && own == filled(one) && !is_of_person(other)
}
