//! Columns that state one result twice: as measured, and converted.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::WideColumn;
use crate::import::file::table::is_blank;
use crate::import::headers::codebook;
use crate::observation::NumberStyle;
use crate::reference::{Catalog, Conversion};
use crate::text::fold_name;
use crate::value::{read_number, to_f64};

/// The column before one that states the same result in another unit, and what makes their numbers comparable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Twin {
    column: usize,
    own: Conversion,
    other: Conversion,
    /// By a codebook, which says that the one is worked out from the other.
    is_told: bool,
}

impl Twin {
    /// True if the other column of a record states the result of this one, and states it once: where it is blank, or another
    /// number than rounding explains, this one is a result of its own.
    pub(crate) fn states<'c>(
        &self,
        own: &str,
        cell: impl FnOnce(usize) -> &'c str,
        style: NumberStyle,
    ) -> bool {
        let other = cell(self.column).trim();
        if is_blank(other) {
            return false;
        }
        let numbers = read_number(own.trim(), style).zip(read_number(other, style));
        numbers.is_some_and(|(own, other)| {
            let apart = self.own.apply(to_f64(own)) - self.other.apply(to_f64(other));
            let rounding = self.own.factor * place(own) + self.other.factor * place(other);
            if self.is_told {
                return apart.abs() <= rounding;
            }
            // What is rounded to "1" may be another result.
            let amount = self.own.apply(to_f64(own)).abs();
            // The same to the last digit: 4.1 g/dL and 41 g/L.
            let finer = (self.own.factor * place(own)).min(self.other.factor * place(other));
            let is_same = apart.abs() <= finer * MOST_ROUNDED;
            is_same || (apart.abs() * 2.0 <= rounding && rounding <= amount * MOST_ROUNDED)
        })
    }
}

/// Of an amount, what its rounding may be for two numbers to be one result.
const MOST_ROUNDED: f64 = 0.03;

/// What the last digit of a number counts.
fn place(number: Decimal) -> f64 {
    Decimal::new(1, number.scale()).to_f64().unwrap_or(0.0)
}

/// Says of each column which one before it states the same result: by a codebook, or by its name, in another unit.
pub(super) fn pair(headers: &[String], wide: &mut [WideColumn]) {
    for at in 1..wide.len() {
        let (before, from) = wide.split_at_mut(at);
        let own = &mut from[0];
        let measured = |column: &WideColumn| codebook::measured(&headers[column.value]);
        let (code, name) = (measured(own), fold_name(&own.name));
        let named = |other: &WideColumn| {
            !own.unit.is_empty()
                && !other.unit.is_empty()
                && own.unit != other.unit
                && own.specimen == other.specimen
                // A flag of its own would be lost.
                && own.beside().next().is_none()
                && fold_name(&other.name) == name
        };
        let same = |other: &&WideColumn| match code.is_some() {
            true => measured(other) == code,
            false => named(other),
        };
        own.twin = before.iter().find(same).and_then(|other| {
            let twin = Twin {
                column: other.value,
                own: conversion(own)?,
                other: conversion(other)?,
                is_told: code.is_some(),
            };
            // In the same unit it is not converted: a repeated result.
            (code.is_some() || twin.own != twin.other).then_some(twin)
        });
    }
}

/// How the numbers of a column come to the unit of its analyte.
fn conversion(column: &WideColumn) -> Option<Conversion> {
    let catalog = Catalog::bundled().ok()?;
    let mut meanings = catalog.by_name(&fold_name(&column.name));
    let meaning = meanings.next()?;
    // "g/L" is a thousand million per liter as well, and no unit of a protein then.
    let units = catalog.units().read(&column.unit).iter();
    let mut known = units.filter_map(|unit| meaning.analyte.conversion(unit, meaning.variant));
    let first = known.next()?;
    known.all(|other| other == first).then_some(first)
}
