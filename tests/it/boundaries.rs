//! Generated from the data: for every interval of the four profiles and both of its limits, in every
//! usual unit of the analyte, a value just inside, on, and just outside.

use jiff::{
    Span, ToSpan,
    civil::{Date, date},
};
use rust_decimal::Decimal;
use serumcheck::Interpreter;
use serumcheck::interpretation::{Interpretation, Limit};
use serumcheck::notice::Code;
use serumcheck::observation::Observation;
use serumcheck::person::Sex;
use serumcheck::reference::{Analyte, Conversion, Interval, Transferable};
use serumcheck::value::to_f64;

use crate::judge::{PROFILES, Stated, by, ways, words};

/// The day on which every made-up sample is collected: no month is shorter.
pub const COLLECTED: Date = date(2026, 6, 15);

/// Someone who is exactly `age` ("18 y") old, and `days` days more.
pub fn born(age: &str, days: i64) -> Date {
    let (count, unit) = age.split_once(' ').expect("a count and a unit");
    let count: i64 = count.parse().expect("a count");
    let span: Span = match unit {
        "y" => count.years(),
        "mo" => count.months(),
        "wk" => count.weeks(),
        _ => count.days(),
    };
    COLLECTED
        .checked_sub(span)
        .and_then(|day| day.checked_sub(days.days()))
        .expect("a date")
}

/// Where a value lies: the step from the limit, in units of "just", away from the inside.
const STEPS: [(&str, i8); 3] = [("inside", -1), ("on", 0), ("outside", 1)];

/// A value at a limit: with the same unit one decimal finer than the limit, after a conversion a millionth
/// of it (a thousand times the tolerance).
pub fn value_at(limit: Decimal, step: i8, from: Conversion, to: Conversion) -> String {
    if from == to {
        let just = Decimal::new(1, limit.scale() + 1);
        return (limit + just * Decimal::from(step)).to_string();
    }
    let there = to.invert(from.apply(to_f64(limit)));
    format!(
        "{}",
        there + f64::from(step) * (there.abs() * 1e-6).max(1e-9)
    )
}

fn expected(step: i8, inclusive: bool, outside: i8) -> i8 {
    match step {
        0 if inclusive => 0,
        -1 => 0,
        _ => outside,
    }
}

fn check(
    interpreter: &Interpreter,
    analyte: &Analyte,
    row: &Interval,
    sex: Sex,
    way: &Stated<'_>,
) -> usize {
    // A source that states its limits in this unit is judged by those.
    let stated = row
        .also
        .iter()
        .find(|also| also.unit == way.unit)
        .unwrap_or(&row.stated);
    let born = born(&row.from.to_string(), 0).to_string();
    let collected = COLLECTED.to_string();
    let mut judged = 0;
    for specimen in &row.specimens {
        let specimen = words(*specimen);
        for (limit, outside) in [(stated.low, -1), (stated.high, 1)] {
            let Some(Limit {
                value: limit,
                inclusive,
            }) = limit
            else {
                continue;
            };
            for (place, step) in STEPS {
                let value = value_at(limit, step * outside, stated.conversion, way.to_canonical);
                if value.starts_with('-') {
                    continue; // No concentration is below zero.
                }
                let result = interpreter.interpret(Observation {
                    name: way.name,
                    value: &value,
                    unit: way.unit.code,
                    specimen: &specimen,
                    sex: sex.as_str(),
                    birth: &born,
                    collected: &collected,
                    condition: row.condition.as_deref().unwrap_or(""),
                    ..Observation::default()
                });
                let context = format!(
                    "{} {} {value} {} ({} as {}), {place} {limit} {} of {row:?}\n{result:?}",
                    row.profile, specimen, way.unit.code, analyte.id, way.name, stated.unit.code
                );
                verdict(&result, row, expected(step, inclusive, outside), &context);
                judged += 1;
            }
        }
    }
    judged
}

fn verdict(result: &Interpretation<'_>, row: &Interval, direction: i8, context: &str) {
    if result.notices.has(Code::ImplausibleValue) {
        assert!(
            result.flag.is_none() && direction != 0,
            "implausible inside: {context}"
        );
        return;
    }
    let limits = result
        .limits
        .as_ref()
        .unwrap_or_else(|| panic!("not judged: {context}"));
    assert_eq!(limits.rows, [row], "another interval: {context}");
    let flag = result.flag.unwrap_or_else(|| panic!("no flag: {context}"));
    assert_eq!(
        flag.direction(),
        direction,
        "{} at {context}",
        flag.as_str()
    );
}

#[test]
fn every_limit_in_every_unit() {
    for profile in PROFILES {
        let interpreter = by(profile);
        let (mut intervals, mut judged) = (0, 0);
        for analyte in interpreter.rules().catalog().analytes() {
            let rows = analyte
                .intervals
                .iter()
                .filter(|row| row.profile == profile && row.is_sourced());
            for row in rows.filter(|_| analyte.transferable != Transferable::No) {
                intervals += 1;
                let sexes = row
                    .sex
                    .map_or(vec![Sex::Female, Sex::Male], |sex| vec![sex]);
                for sex in sexes {
                    for way in &ways(analyte) {
                        judged += check(&interpreter, analyte, row, sex, way);
                    }
                }
            }
        }
        println!("{profile}: {judged} values at the limits of {intervals} intervals");
        assert!(
            8 < intervals && 100 < judged,
            "{profile}: {intervals} intervals, {judged} values"
        );
    }
}

#[test]
fn what_must_not_be_judged_from_elsewhere_is_not() {
    for profile in PROFILES {
        let interpreter = by(profile);
        let closed = interpreter
            .rules()
            .catalog()
            .analytes()
            .filter(|a| a.transferable == Transferable::No);
        for analyte in closed.filter(|analyte| analyte.group != "serum_indices") {
            for value in ["0.5", "5", "50", "500"] {
                let result = interpreter.interpret(Observation {
                    name: &analyte.name,
                    value,
                    unit: analyte.unit.code,
                    sex: "F",
                    age: "40",
                    ..Observation::default()
                });
                let flag = result.flag.filter(|flag| !flag.is_critical());
                assert_eq!(flag, None, "{} {value}: {result:?}", analyte.id);
            }
        }
    }
}
