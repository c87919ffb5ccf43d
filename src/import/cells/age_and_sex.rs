//! Age and sex in one cell: `45 Y / M`, under `Age/Sex`.

use crate::import::columns::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::observation::Observation;

/// "Age/Sex", "Sexe & Age".
pub(in crate::import) fn is_header(header: &str) -> bool {
    let Some((one, other)) = header.split_once(['/', '&']) else {
        return false;
    };
    let roles = [one, other].map(|part| vocabulary::role(part.trim()));
    roles.contains(&Some(Role::Age)) && roles.contains(&Some(Role::Sex))
}

/// What a cell says of each: the part that begins with a digit is the age.
pub(in crate::import) fn parts(cell: &str) -> impl Iterator<Item = (Role, &str)> {
    let parts = cell.split(['/', ',', '|']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(|part| {
        let is_age = part.starts_with(|c: char| c.is_ascii_digit());
        (if is_age { Role::Age } else { Role::Sex }, part)
    })
}

/// The column, where no other says one of them.
pub(in crate::import) fn column(seen: &Seen, columns: &mut Columns) -> Option<usize> {
    let said = [Role::Age, Role::Sex, Role::Birth];
    if said.iter().any(|role| columns.has(*role)) {
        return None;
    }
    let at = seen.headers.iter().position(|header| is_header(header))?;
    if columns.uses[at].role.is_some() {
        return None;
    }
    columns.uses[at].reason = "age and sex in one cell".to_string();
    Some(at)
}

/// Reads a cell of it.
pub(in crate::import) fn fill<'a>(seen: &mut Observation<'a>, cell: &'a str) {
    for (role, text) in parts(cell) {
        let own = match role {
            Role::Age => &mut seen.age,
            _ => &mut seen.sex,
        };
        if is_blank(own) {
            *own = text;
        }
    }
}
