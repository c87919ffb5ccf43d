//! Who and when, by the cells of one row of a regular block.

use super::row::PlainRow;
use crate::import::cells::day_and_time;
use crate::import::cells::pregnant;
use crate::import::headers::role::Role;
use crate::import::plan::is_no_identifier;
use crate::import::rows::{Joined, Texts};
use crate::text::is_null;

impl<'r> PlainRow<'r> {
    /// The text for a role that says who or when, empty where there is no column; `None` where it has
    /// to be put together.
    #[inline]
    pub(crate) fn text(&self, role: Role) -> Option<&str> {
        let text = if role == Role::Collected && self.has_time() {
            let together = self.day_and_time.get_or_init(|| self.day_and_time());
            together.as_deref()?
        } else if self.joins.is_empty() {
            self.own_text(role)?
        } else {
            self.joined_text(role)?
        };
        // A sex beside which a pregnancy stands is put together.
        let is_two = role == Role::Sex && pregnant::beside_sex(text).is_some();
        (!is_two).then_some(text)
    }

    /// True if day and time of collection have columns of their own.
    fn has_time(&self) -> bool {
        self.columns.of_the_day[Role::CollectedTime.index()].is_some()
    }

    fn day_and_time(&self) -> Option<String> {
        let day = self.own_text(Role::Collected)?;
        let time = self.own_text(Role::CollectedTime)?;
        // Where signs may be of double width, it is read whole.
        if !time.is_ascii() {
            return None;
        }
        let mut together = String::new();
        day_and_time::join(day, time, &mut together);
        Some(match together.is_empty() {
            true => day.to_string(),
            false => together,
        })
    }

    /// The text for a role, or what the files of patients say for it.
    fn joined_text(&self, role: Role) -> Option<&str> {
        let of_role: for<'t> fn(Texts<'t>) -> &'t str = match role {
            Role::Patient => |texts| texts.patient,
            Role::Sex => |texts| texts.sex,
            Role::Age => |texts| texts.age,
            Role::AgeUnit => |texts| texts.age_unit,
            Role::Birth => |texts| texts.birth,
            _ => return self.own_text(role),
        };
        let joined = self.joined.get_or_init(|| self.look_up()).as_ref()?;
        let own = Texts {
            patient: self.own_text(Role::Patient)?,
            sex: self.own_text(Role::Sex)?,
            age: self.own_text(Role::Age)?,
            age_unit: self.own_text(Role::AgeUnit)?,
            birth: self.own_text(Role::Birth)?,
        };
        Some(of_role(joined.complete(own, self.columns.of_stay)))
    }

    /// What the files of patients say; nothing where one of them lacks the patient, or knows of a pregnancy, which no cell of the
    /// row tells, or an identifier is not plain.
    fn look_up(&self) -> Option<Joined<'r>> {
        let collected = self.own_text(Role::Collected)?;
        let mut joined = Joined::default();
        let mut known = true;
        for join in self.joins {
            known &= self
                .as_it_stands(join.column)
                .is_some_and(|cell| self.unquoted(cell).is_some());
        }
        joined.look_up(
            self.joins,
            |column| self.unquoted(self.as_it_stands(column)?),
            collected,
            |_| known = false,
        );
        (known && joined.pregnancy.is_empty()).then_some(joined)
    }

    /// The text for a role, in its own cell.
    fn own_text(&self, role: Role) -> Option<&'r str> {
        let Some((column, falls_back)) = self.columns.of_the_day[role.index()] else {
            return Some("");
        };
        let cell = self.as_it_stands(column)?;
        let first = cell.as_bytes().first();
        if falls_back && (!first.is_some_and(u8::is_ascii_alphanumeric) || is_null(cell)) {
            return None;
        }
        let text = self.unquoted(cell)?;
        match role {
            Role::Sex => Some(self.columns.sex_letters.read(text)),
            Role::Patient | Role::Sample if is_no_identifier(text) => (!falls_back).then_some(""),
            _ => Some(text),
        }
    }
}
