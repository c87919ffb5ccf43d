//! Persons, by the cells that say who they are.

use super::Numbers;
use crate::import::date::DateOrders;
use crate::import::{PlainRow, Role};
use crate::person::{self, PersonReading};
use crate::text::trim;

/// Persons remembered at most.
const REMEMBERED: usize = 2_000;

/// Sex and age as rows state them, read once each. A birth date is read with each row: its age is of
/// the day.
#[derive(Debug, Default)]
pub(crate) struct Persons {
    numbers: Numbers,
    known: Vec<PersonReading>,
    key: Vec<u8>,
}

impl Persons {
    /// The person of a row that was drawn then, with a number if others say the same; none where a cell is
    /// not plain.
    pub(crate) fn read(
        &mut self,
        row: &PlainRow<'_>,
        collected: &str,
        orders: DateOrders,
    ) -> Option<(PersonReading, Option<usize>)> {
        let sex = row.text(Role::Sex)?;
        let age = row.text(Role::Age)?;
        let unit = match row.text(Role::AgeUnit)? {
            "" => row.age_unit,
            unit => unit,
        };
        let birth = row.text(Role::Birth)?;
        let read = || person::read(sex, age, unit, birth, collected, orders);
        if !trim(birth).is_empty() {
            return Some((read(), None));
        }
        self.key.clear();
        for text in [sex, age, unit] {
            self.key.extend_from_slice(text.as_bytes());
            // No byte of any text.
            self.key.push(u8::MAX);
        }
        if let Some(number) = self.numbers.find(0, &self.key) {
            return Some((*self.known.get(number)?, Some(number)));
        }
        let who = read();
        if REMEMBERED <= self.known.len() {
            return Some((who, None));
        }
        self.known.push(who);
        Some((who, Some(self.numbers.number(0, &self.key))))
    }
}
