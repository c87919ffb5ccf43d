//! Generated from the data: every critical limit of the list in use, in every usual unit.

use serumcheck::Interpreter;
use serumcheck::interpretation::Limit;
use serumcheck::notice::Code;
use serumcheck::observation::Observation;
use serumcheck::reference::{Analyte, CriticalLimit};

use crate::boundaries::{COLLECTED, born, value_at};
use crate::judge::{Stated, by, ways};

const LIST: &str = "rcpath-2017";

fn check(
    interpreter: &Interpreter,
    analyte: &Analyte,
    row: &CriticalLimit,
    way: &Stated<'_>,
) -> usize {
    // The first day of the row's age, or the last before its end.
    let birth = match (row.from, row.below) {
        (Some(from), _) => born(&from.to_string(), 0),
        (None, Some(below)) => born(&below.to_string(), -1),
        (None, None) => born("40 y", 0),
    };
    let (birth, collected) = (birth.to_string(), COLLECTED.to_string());
    let mut judged = 0;
    for (limit, high) in [(row.stated.low, false), (row.stated.high, true)] {
        let Some(Limit {
            value: limit,
            inclusive,
        }) = limit
        else {
            continue;
        };
        for (step, critical) in [(-1, false), (0, inclusive), (1, true)] {
            let towards = if high { step } else { -step };
            let value = value_at(limit, towards, row.stated.conversion, way.to_canonical);
            let result = interpreter.interpret(Observation {
                name: way.name,
                value: &value,
                unit: way.unit.code,
                birth: &birth,
                collected: &collected,
                condition: row.condition.as_deref().unwrap_or_default(),
                sex: row.sex.map_or("", |sex| sex.as_str()),
                specimen: row.specimens.first().map_or("", |specimen| specimen.as_str()),
                ..Observation::default()
            });
            let context = format!(
                "{} {value} {} at {limit} of {row:?}\n{result:?}",
                analyte.id, way.unit.code
            );
            assert_eq!(
                result.notices.has(Code::CriticalLimit),
                critical,
                "{context}"
            );
            assert_eq!(
                result.critical.as_ref().map(|call| call.high),
                critical.then_some(high),
                "{context}"
            );
            if critical && !result.notices.has(Code::ImplausibleValue) {
                let flag = if high { "HH" } else { "LL" };
                assert_eq!(
                    result.flag.map(|flag| flag.as_str()),
                    Some(flag),
                    "{context}"
                );
            }
            judged += 1;
        }
    }
    judged
}

#[test]
fn every_critical_limit_in_every_unit() {
    let interpreter = by("us");
    let mut judged = 0;
    for analyte in interpreter.rules().catalog().analytes() {
        for row in analyte.critical.iter().filter(|row| row.list == LIST) {
            for way in &ways(analyte) {
                judged += check(&interpreter, analyte, row, way);
            }
        }
    }
    println!("{judged} values at critical limits");
    assert!(100 < judged, "only {judged} values");
}

#[test]
fn a_critical_limit_needs_no_interval_condition() {
    // Glucose has intervals for fasting people only; the call does not wait for that.
    let interpreter = by("us");
    let result = interpreter.interpret(Observation {
        name: "Glucose",
        value: "1.9",
        unit: "mmol/L",
        age: "50",
        ..Observation::default()
    });
    assert!(result.notices.has(Code::CriticalLimit) && result.notices.has(Code::ConditionNeeded));
    assert_eq!(result.flag.map(|flag| flag.as_str()), Some("LL"));
}
