//! Whether the rows of a patient's day, of which none tells its sample, can be of one draw.

use std::hash::{BuildHasher, Hash};

use foldhash::quality::FixedState;
use foldhash::{HashMap, HashSet};

use super::items::Valued;
use super::persons::is_day_of_birth;
use crate::age::Age;
use crate::interpret::Rules;
use crate::interpret::reported::{self, Status};
use crate::observation::Observation;
use crate::resolve::Resolution;
use crate::text::{fold_name, fold_words, trim};
use crate::value::{Reading, Value, to_f64};

/// What of a row tells it apart from others of its day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::survey) struct DayRow {
    /// What was measured, as a hash, whether a pattern looks at it or not.
    pub(in crate::survey) test: u64,
    /// Its analyte: the place in the catalog.
    pub(in crate::survey) analyte: u32,
    pub(in crate::survey) status: Rank,
    /// A result in words, or what stands beside a number: its sign, and a unit that is not understood.
    pub(in crate::survey) words: u64,
    /// A number, in the canonical unit, half of its last digit, and the unit in which it was printed.
    pub(in crate::survey) value: f64,
    pub(in crate::survey) half: f64,
    pub(in crate::survey) scale: u64,
    /// Whose it is, as far as sex and day of birth do not tell: the age, and a birth that is no day, in half of the bits each;
    /// zero where one is not stated.
    pub(in crate::survey) whose: u64,
    /// What else may tell its draw: times, and all that nobody reads.
    pub(in crate::survey) draw: u64,
}

/// What a status makes of a result beside another one of the same test: a higher one replaces it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::survey) enum Rank {
    Preliminary,
    #[default]
    Final,
    Corrected,
}

impl Rank {
    pub(in crate::survey) const ALL: [Rank; 3] = [Rank::Preliminary, Rank::Final, Rank::Corrected];

    fn of(status: Status) -> Rank {
        match status {
            Status::Preliminary => Rank::Preliminary,
            Status::Corrected => Rank::Corrected,
            _ => Rank::Final,
        }
    }
}

impl DayRow {
    /// Of a row of a file, by its number; none where it has no result.
    pub(in crate::survey) fn of(
        rules: &Rules,
        row: &Observation<'_>,
        reading: &Reading<'_>,
        resolution: &Resolution<'_>,
        file: usize,
    ) -> Option<DayRow> {
        let name = [row.name, row.code, row.loinc];
        let name = name.iter().find(|name| !trim(name).is_empty());
        let test = match resolution.analyte {
            Some(analyte) => bits((true, analyte.id.as_str())),
            None => bits((
                false,
                name.map(|name| fold_name(name)),
                fold_words(row.specimen),
            )),
        };
        let (number, sign) = match reading.value {
            Value::Absent(_) => return None,
            Value::Number(number) => (Some(number), None),
            Value::Censored(sign, number) => (Some(number), Some(sign.as_str())),
            Value::Range(..) | Value::Text(_) => (None, None),
        };
        let printed = DayRow {
            test,
            analyte: rules.catalog.place(resolution.analyte),
            status: Rank::of(reported::status(row.status)),
            whose: whose(row),
            draw: bits((file, row.every_cell.draw())),
            ..DayRow::default()
        };
        Some(match (number, resolution.conversion) {
            (Some(number), Some(conversion)) => {
                let value = conversion.apply(to_f64(number));
                let step = last_digit(number.scale());
                DayRow {
                    words: bits(sign),
                    value,
                    half: (conversion.apply(to_f64(number) + step) - value).abs() / 2.0,
                    scale: bits([0.0, 1.0].map(|one| conversion.apply(one).to_bits())),
                    ..printed
                }
            }
            (Some(number), None) => DayRow {
                words: bits((sign, fold_words(row.unit), fold_words(reading.unit))),
                value: to_f64(number),
                ..printed
            },
            (None, _) => DayRow {
                words: bits(fold_words(row.value)),
                ..printed
            },
        })
    }

    /// True if both say the same, in one unit or to the digits that are printed in two.
    fn is_same_as(&self, other: &DayRow) -> bool {
        let apart = (self.value - other.value).abs();
        self.words == other.words
            && match self.scale == other.scale {
                true => self.value.to_bits() == other.value.to_bits(),
                false => apart <= self.half + other.half,
            }
    }
}

/// One in the last of so many digits.
fn last_digit(digits: u32) -> f64 {
    10_f64.powi(-(digits as i32))
}

/// What a row states of a person in whatever words: "45" and "45 y" are one. Sexes and days of birth are compared by patient.
fn whose(row: &Observation<'_>) -> u64 {
    // Never zero.
    let half = |what: u64| what >> (u32::BITS + 1) << 1 | 1;
    let age = match Age::read(row.age, row.age_unit) {
        Age::Stated { from, below } => half(bits([from.to_bits(), below.to_bits()])),
        _ => 0,
    };
    let is_open = !trim(row.birth).is_empty() && !is_day_of_birth(row.birth);
    let birth = if is_open {
        half(bits(trim(row.birth)))
    } else {
        0
    };
    age << u32::BITS | birth
}

fn bits(what: impl Hash) -> u64 {
    FixedState::with_seed(0).hash_one(what)
}

/// What the rows of a day can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::survey) enum Day {
    /// Of one draw, for all that is told.
    One,
    /// Of several.
    Several,
    /// Perhaps of two people.
    OfTwo,
}

/// The results of one test that stand: those of the highest rank.
#[derive(Debug, Default)]
struct Standing {
    rank: Rank,
    /// One for each unit: a patient may have thousands of results.
    by_unit: Vec<DayRow>,
    /// Two in one unit are not the same.
    differs: bool,
}

impl Standing {
    fn add(&mut self, row: &DayRow) {
        if self.by_unit.is_empty() || self.rank < row.status {
            *self = Standing {
                rank: row.status,
                ..Standing::default()
            };
        }
        if row.status != self.rank {
            return;
        }
        match self.by_unit.iter_mut().find(|it| it.scale == row.scale) {
            None => self.by_unit.push(*row),
            // The one with more digits says more.
            Some(known) if known.is_same_as(row) => known.half = known.half.min(row.half),
            Some(_) => self.differs = true,
        }
    }

    /// True if two of them are not the same.
    fn differs(&self) -> bool {
        let mut all = self.by_unit.iter();
        self.differs || all.any(|one| self.by_unit.iter().any(|other| !one.is_same_as(other)))
    }
}

/// The rows of a day as they come, each with its result if a pattern looks at that.
#[derive(Debug, Default)]
pub(in crate::survey) struct Rows(Vec<(DayRow, Option<Valued>)>);

impl Rows {
    pub(in crate::survey) fn add(&mut self, row: DayRow, result: Option<Valued>) {
        self.0.push((row, result));
    }

    /// What they can be, and the results that stand. `is_often`: what is measured again and again, whatever else is drawn, is
    /// left out where it differs, and says nothing of the rest.
    pub(in crate::survey) fn settle(&self, is_often: impl Fn(u32) -> bool) -> (Day, Vec<Valued>) {
        let rows = || self.0.iter().map(|(row, _)| row);
        let mut tests: HashMap<u64, Standing> = HashMap::default();
        for row in rows() {
            tests.entry(row.test).or_default().add(row);
        }
        let differing: HashSet<u64> = tests
            .iter()
            .filter(|(_, standing)| standing.differs())
            .map(|(test, _)| *test)
            .collect();
        let is_out = |row: &DayRow| differing.contains(&row.test) && is_often(row.analyte);
        let is_one = |of: fn(&DayRow) -> u64| {
            let mut all = rows().map(of);
            let first = all.next();
            all.all(|other| Some(other) == first)
        };
        let is_of_one = |part: fn(u64) -> u64| {
            let mut stated = rows().map(|row| part(row.whose)).filter(|part| *part != 0);
            let first = stated.next();
            stated.all(|other| Some(other) == first)
        };
        let day = if !(is_of_one(|whose| whose >> u32::BITS)
            && is_of_one(|whose| whose & u64::from(u32::MAX)))
        {
            Day::OfTwo
        } else if !is_one(|row| row.draw)
            || rows().any(|row| differing.contains(&row.test) && !is_often(row.analyte))
        {
            Day::Several
        } else {
            Day::One
        };
        let stands = |row: &DayRow| {
            let rank = tests.get(&row.test).map(|standing| standing.rank);
            rank == Some(row.status) && !is_out(row)
        };
        let standing = self.0.iter().filter(|(row, _)| stands(row));
        (day, standing.filter_map(|(_, result)| *result).collect())
    }
}

#[cfg(test)]
mod tests;
