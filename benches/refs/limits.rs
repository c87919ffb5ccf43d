//! Intervals and critical limits by code, sex and age in whole years.
//!
//! The interval is asked of the library, by a result put before it: so the table holds what the program
//! does and not what another reading of the files would make of them.

use serumcheck::age::Age;
use serumcheck::person::Sex;
use serumcheck::reference::CriticalLimit;
use serumcheck::value::to_f64;
use serumcheck::{Interpreter, Observation};

use crate::codes::Code;
use crate::export::{Left, Table};

/// Ages of the table, in years.
pub const AGES: std::ops::RangeInclusive<u8> = 0..=120;

/// Sexes as exports write them.
pub const SEXES: [&str; 3] = ["M", "F", ""];

/// Limits of one code for one person, in the canonical unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    pub code: String,
    pub sex: &'static str,
    pub age: u8,
    pub low: f64,
    pub high: f64,
    pub critical_low: Option<f64>,
    pub critical_high: Option<f64>,
}

/// Everything that sex and whole years settle.
pub fn by_age(interpreter: &Interpreter, codes: &[Code<'_>], left: &mut Left) -> Vec<Limits> {
    let mut all = Vec::new();
    for code in codes.iter().filter(|code| !code.is_hemolysis()) {
        for sex in SEXES {
            for age in AGES {
                match interval(interpreter, code, sex, age) {
                    Found::One(low, high) => {
                        let critical =
                            |side: Side| critical(interpreter, code, sex, age, side, high);
                        all.push(Limits {
                            code: code.code.to_string(),
                            sex,
                            age,
                            low,
                            high,
                            critical_low: critical(Side::Low),
                            critical_high: critical(Side::High),
                        });
                    }
                    Found::Several => left.add("years in which more than sex and years decide"),
                    Found::None => {}
                }
            }
        }
    }
    all
}

enum Found {
    One(f64, f64),
    Several,
    None,
}

/// The interval that judges a believable result of this person.
fn interval(interpreter: &Interpreter, code: &Code<'_>, sex: &str, age: u8) -> Found {
    let (least, most) = code.analyte.plausible;
    let (value, age) = (((least + most) / 2.0).to_string(), age.to_string());
    let result = interpreter.interpret(Observation {
        name: code.name(),
        value: &value,
        unit: code.analyte.unit.code,
        sex,
        age: &age,
        ..Observation::default()
    });
    let Some(limits) = result.limits else {
        return Found::None;
    };
    let same = |a: &serumcheck::reference::Interval, b: &serumcheck::reference::Interval| {
        a.stated == b.stated
    };
    if limits.rows.windows(2).any(|pair| !same(pair[0], pair[1])) {
        return Found::Several;
    }
    match limits.canonical {
        // The job knows no open ends: a concentration begins at zero, and nothing ends above.
        Some((low, high)) if low.is_some() || high.is_some() => {
            let floor = if least < 0.0 { f64::NEG_INFINITY } else { 0.0 };
            Found::One(low.unwrap_or(floor), high.unwrap_or(f64::INFINITY))
        }
        _ => Found::None,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Low,
    High,
}

/// The limit that is reached whichever row of the list may hold.
fn critical(
    interpreter: &Interpreter,
    code: &Code<'_>,
    sex: &str,
    age: u8,
    side: Side,
    upper: f64,
) -> Option<f64> {
    let (sex, age) = (Sex::read(sex), Age::read(&age.to_string(), ""));
    let list = &interpreter.rules().options().critical_list;
    let may_hold = |row: &&CriticalLimit| {
        &row.list == list
            && row.condition.is_none()
            && row.from.is_none_or(|from| age.reached(from) != Some(false))
            && row
                .below
                .is_none_or(|below| age.reached(below) != Some(true))
            && row
                .sex
                .is_none_or(|only| only == sex || sex == Sex::Unknown)
            && (row.specimens.is_empty() || row.specimens.contains(&code.analyte.specimen))
    };
    let limit = |row: &CriticalLimit| {
        let stated = match side {
            Side::Low => row.stated.low,
            Side::High => row.stated.high,
        };
        match (stated, row.high_uln) {
            (Some(limit), _) => Some(row.stated.conversion.apply(to_f64(limit.value))),
            (None, Some(multiple)) if side == Side::High => Some(upper * to_f64(multiple.value)),
            _ => None,
        }
    };
    let rows = code.analyte.critical.iter().filter(may_hold);
    rows.filter_map(limit).reduce(match side {
        Side::Low => f64::min,
        Side::High => f64::max,
    })
}

fn cells(limits: &Limits) -> [String; 4] {
    let blank = |limit: Option<f64>| limit.map_or_else(String::new, |limit| limit.to_string());
    [
        limits.low.to_string(),
        limits.high.to_string(),
        blank(limits.critical_low),
        blank(limits.critical_high),
    ]
}

/// One line per code, sex and year.
pub fn table(all: &[Limits]) -> Table {
    let mut table = Table::new(
        "ranges_by_age.csv",
        &["code", "sex", "age", "low", "high", "crit_low", "crit_high"],
    );
    for limits in all {
        let key = [
            limits.code.clone(),
            limits.sex.to_string(),
            limits.age.to_string(),
        ];
        table.push(key.into_iter().chain(cells(limits)));
    }
    table
}

/// The same, with the years that have the same limits in one line.
pub fn bands(all: &[Limits]) -> Table {
    let mut table = Table::new(
        "ranges.csv",
        &[
            "code",
            "sex",
            "age_lo",
            "age_hi",
            "low",
            "high",
            "crit_low",
            "crit_high",
        ],
    );
    let continues = |a: &Limits, b: &Limits| {
        let next = Limits {
            age: a.age + 1,
            ..a.clone()
        };
        next == *b
    };
    for band in all.chunk_by(continues) {
        let (first, last) = (&band[0], &band[band.len() - 1]);
        let key = [
            first.code.clone(),
            first.sex.to_string(),
            first.age.to_string(),
            (u16::from(last.age) + 1).to_string(),
        ];
        table.push(key.into_iter().chain(cells(first)));
    }
    table
}
