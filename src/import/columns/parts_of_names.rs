//! Names of patients in two columns, the family's and the given one: who somebody is, where no number tells.

use super::{Columns, Seen, unused};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// Why the column of given names has no role of its own.
const GIVEN: &str = "the given name, behind the family name";

impl Columns {
    /// Takes the two for the patient where nothing else names one. Of two doctors, or of a mother, a third column would speak,
    /// and a name alone may be anybody's.
    pub(super) fn take_parts_of_names(&mut self, seen: &Seen) {
        let stated = seen
            .layout
            .is_some_and(|layout| layout.columns.contains_key(&Role::Patient));
        if stated || self.has(Role::Patient) {
            return;
        }
        let single = |is_one: fn(&str) -> bool| {
            let headers = seen.headers.iter().enumerate();
            let mut columns = headers.filter(|(_, header)| is_one(header));
            match (columns.next(), columns.next()) {
                (Some((at, _)), None) => Some(at),
                _ => None,
            }
        };
        let family = single(vocabulary::is_family_name);
        let given = single(vocabulary::is_given_name);
        // "Nom, Prénom", "Apellidos, Nombre".
        let bare = || single(vocabulary::is_bare_name);
        let found = match (family, given) {
            (None, None) => None,
            (family, given) => family.or_else(bare).zip(given.or_else(bare)),
        };
        let Some((family, given)) = found else {
            return;
        };
        let is_free = |at: usize| {
            self.uses[at].role.is_none()
                && holds_words(seen, at)
                && (!vocabulary::is_bare_name(&seen.headers[at]) || holds_no_figures(seen, at))
        };
        if is_free(family) && is_free(given) {
            self.use_for(family, Role::Patient, "the family name, with the given one");
            self.uses[given] = unused(GIVEN);
            self.given_name = Some(given);
        }
    }
}

/// Are the cells there, and not names of analytes?
fn holds_words(seen: &Seen, column: usize) -> bool {
    let cells = || seen.cells(column).filter(|cell| !is_blank(cell));
    let known = cells().filter(|cell| (seen.known)(cell)).count();
    known * 2 < cells().count()
}

/// "Name" may be of anything with a number. A surname has one where a control stands in its place, or "Baby 2".
fn holds_no_figures(seen: &Seen, column: usize) -> bool {
    let mut cells = seen.cells(column);
    !cells.any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
}
