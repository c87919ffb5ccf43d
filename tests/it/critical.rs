//! Generated from the data: every critical limit of every list, in every usual unit.

use std::collections::BTreeMap;

use serumcheck::interpretation::Limit;
use serumcheck::notice::Code;
use serumcheck::observation::Observation;
use serumcheck::reference::{Analyte, CriticalLimit};
use serumcheck::{Interpreter, Options};

use crate::boundaries::{COLLECTED, born, value_at};
use crate::judge::{Stated, by, ways, words};
use crate::run::{Run, file};

/// Names that two forms share; the code tells which one is meant.
const BY_CODE: &[(&str, &str)] = &[("anion_gap", "10466-1")];

/// Judges by one list, where one condition is known, or none.
fn judging(list: &str, condition: Option<&str>) -> Interpreter {
    Interpreter::with(Options {
        critical_list: list.to_string(),
        conditions: condition.map(ToString::to_string).into_iter().collect(),
        ..Options::default()
    })
    .expect("bundled data")
}

/// A context in which a list does not call, as the option names it.
fn as_condition(context: &str, known: &[String]) -> String {
    let bare = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    known
        .iter()
        .find(|name| bare(name) == bare(context))
        .unwrap_or_else(|| panic!("no condition states \"{context}\""))
        .clone()
}

/// The first day of the row's age and the last; of any age if it has none.
fn births(row: &CriticalLimit) -> Vec<String> {
    let first = row.from.map(|from| born(&from.to_string(), 0));
    let last = row.below.map(|below| born(&below.to_string(), -1));
    let mut births: Vec<String> = [first, last]
        .into_iter()
        .flatten()
        .map(|day| day.to_string())
        .collect();
    if births.is_empty() {
        births.push(born("40 y", 0).to_string());
    }
    births
}

/// One row in one unit: just inside, on and just beyond each of its limits. With `muted`, the context
/// is known in which the list does not call.
fn check(
    interpreter: &Interpreter,
    analyte: &Analyte,
    row: &CriticalLimit,
    way: &Stated<'_>,
    muted: bool,
) -> usize {
    let code = BY_CODE.iter().find(|(id, _)| *id == analyte.id);
    let specimens: Vec<String> = match row.specimens.as_slice() {
        [] => vec![String::new()],
        some => some.iter().map(|specimen| words(*specimen)).collect(),
    };
    let collected = COLLECTED.to_string();
    let mut judged = 0;
    for (birth, specimen) in births(row)
        .iter()
        .flat_map(|birth| specimens.iter().map(move |specimen| (birth, specimen)))
    {
        for (limit, high) in [(row.stated.low, false), (row.stated.high, true)] {
            let Some(Limit {
                value: limit,
                inclusive,
            }) = limit
            else {
                continue;
            };
            for (step, critical) in [(-1, false), (0, inclusive), (1, true)] {
                let critical = critical && !muted;
                let towards = if high { step } else { -step };
                let value = value_at(limit, towards, row.stated.conversion, way.to_canonical);
                if value.starts_with('-') {
                    continue; // No concentration is below zero.
                }
                let result = interpreter.interpret(Observation {
                    name: way.name,
                    loinc: code.map_or("", |(_, code)| code),
                    value: &value,
                    unit: way.unit.code,
                    specimen,
                    sex: row.sex.map_or("", |sex| sex.as_str()),
                    birth,
                    collected: &collected,
                    ..Observation::default()
                });
                let context = format!(
                    "{}: {} {value} {} ({} {limit} {}{}), born {birth}",
                    row.list,
                    analyte.id,
                    way.unit.code,
                    if high { "high" } else { "low" },
                    row.stated.unit.code,
                    row.condition
                        .as_ref()
                        .map_or(String::new(), |needed| format!(" in {needed}")),
                );
                let call = result.critical.as_ref();
                assert_eq!(
                    call.map(|call| call.high),
                    critical.then_some(high),
                    "{context}"
                );
                assert!(
                    call.is_none_or(|call| call.limit == row),
                    "another row called: {context}"
                );
                assert_eq!(
                    result.notices.has(Code::CriticalLimit),
                    critical,
                    "{context}"
                );
                assert_eq!(
                    result.notices.has(Code::CriticalContext),
                    critical && row.unless.is_some(),
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
    }
    judged
}

#[test]
fn every_critical_limit_of_every_list_in_every_unit() {
    let any = by("us");
    let catalog = any.rules().catalog();
    // Rows with a multiple of the upper limit are skipped here: what they call hangs on the interval that
    // judged. `a_multiple_of_the_upper_limit` prints one.
    let mut multiples = Vec::new();
    for list in any.rules().critical_lists() {
        let mut judging_with = BTreeMap::new();
        let known_conditions = judging(list, None).rules().known_conditions();
        let (mut rows, mut judged) = (0, 0);
        for analyte in catalog.analytes() {
            for row in analyte.critical.iter().filter(|row| row.list == list) {
                if row.high_uln.is_some() {
                    multiples.push(format!("{list} {}", analyte.id));
                    continue;
                }
                if row.stated.low.is_none() && row.stated.high.is_none() {
                    continue;
                }
                rows += 1;
                // Without the context in which the list does not call, and with it.
                let muting = row
                    .unless
                    .as_deref()
                    .map(|context| as_condition(context, &known_conditions));
                for muted in [false, true]
                    .into_iter()
                    .take(1 + usize::from(muting.is_some()))
                {
                    let known = if muted { &muting } else { &row.condition };
                    let interpreter = judging_with
                        .entry(known.clone())
                        .or_insert_with(|| judging(list, known.as_deref()));
                    assert_eq!(interpreter.rules().unknown_condition(), None, "{list}");
                    let before = judged;
                    for way in &ways(analyte) {
                        judged += check(interpreter, analyte, row, way, muted);
                    }
                    assert!(
                        before < judged,
                        "{list} {}: a row was not tried",
                        analyte.id
                    );
                }
            }
        }
        println!("{list}: {judged} values at the limits of {rows} rows");
        assert!(0 < rows, "{list}");
    }
    println!("multiples of an upper limit, below: {multiples:?}");
    multiples.sort_unstable();
    assert_eq!(multiples, ["rcpath-2017 alt", "rcpath-2017 amylase"]);
}

#[test]
fn a_multiple_of_the_upper_limit() {
    let (mut rows, mut uppers) = (0, 0);
    let any = by("us");
    for analyte in any.rules().catalog().analytes() {
        for row in &analyte.critical {
            let Some(multiple) = row.high_uln else {
                continue;
            };
            rows += 1;
            let interpreter = judging(&row.list, row.condition.as_deref());
            for upper in ["35", "40", "100"] {
                let limit =
                    multiple.value * upper.parse::<rust_decimal::Decimal>().expect("a number");
                for (step, critical) in [(-1, false), (0, multiple.inclusive), (1, true)] {
                    let value = (limit + rust_decimal::Decimal::new(step, 1)).to_string();
                    let judge = |high: &str| {
                        let result = interpreter.interpret(Observation {
                            name: &analyte.name,
                            value: &value,
                            unit: analyte.unit.code,
                            high,
                            age: "40",
                            ..Observation::default()
                        });
                        (
                            result
                                .critical
                                .is_some_and(|call| call.limit == row && call.high),
                            result.notices.has(Code::ImplausibleValue),
                        )
                    };
                    assert_eq!(
                        judge(upper),
                        (critical, false),
                        "{}: {} {value}, upper limit {upper}",
                        row.list,
                        analyte.id
                    );
                    uppers += 1;
                }
            }
        }
    }
    assert!(0 < rows && uppers == 9 * rows);
}

#[test]
fn a_multiple_without_an_interval() {
    // No age, a child, and profiles without an interval: the number that the source prints beside its multiple.
    for (profile, row, critical) in [
        ("us", "1,,,ALT,9000,U/L", "HH critical-limit"),
        ("us", "1,,,ALT,899,U/L", " age-missing"),
        ("us", "1,F,3,ALT,900,U/L", "HH no-interval critical-limit"),
        ("anz", "1,M,45,ALT,9000,U/L", "HH critical-limit"),
        ("us", "1,,,Amylase,3000,U/L", "HH critical-limit"),
        (
            "uk",
            "1,M,45,Amylase,3000,U/L",
            "HH no-interval critical-limit",
        ),
    ] {
        let (_folder, path) = file(
            "labs.csv",
            format!("patient,sex,age,test,result,unit\n{row}\n"),
        );
        let rows = Run::check(&path).args(["--profile", profile]).rows();
        let said = format!("{} {}", rows[0]["flag"], rows[0]["notices"]);
        let parts = |part: &str| said.contains(part);
        assert!(critical.split(' ').all(parts), "{profile} {row}: {said}");
        let done = Run::check(&path)
            .args(["--profile", profile, "--fail-on", "critical"])
            .done();
        assert_eq!(done.code, i32::from(critical.starts_with("HH")), "{row}");
    }
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

#[test]
fn a_list_says_what_it_does_not_call() {
    for (list, expected) in [
        ("rcpath-2017", ""),
        (
            "ansari",
            "critical list ansari has no limit for potassium high, sodium high, glucose low, glucose high: none of these is called",
        ),
    ] {
        let done = Run::check("samples/preop_panel.csv")
            .args(["--critical-list", list, "--to", "csv"])
            .ok();
        let said: Vec<&str> = (done.stderr.lines())
            .filter(|line| {
                line.starts_with("critical list ") && line.contains(" has no limit for ")
            })
            .collect();
        assert_eq!(said.join(" "), expected);
    }
}

/// A page that names no age calls a child as it calls everybody.
#[test]
fn children_are_called_where_the_list_names_no_age() {
    let rows = "Potassium,8.5,mmol/L|Sodium,105,mmol/L|Glucose,1.0,mmol/L|Calcium,1.2,mmol/L";
    for list in [
        "rcpath-2017",
        "halland",
        "haraldsplass-2023",
        "rmh",
        "hawkes-bay",
        "swlp",
        "houston-methodist",
    ] {
        for age in ["3 d", "6", "17", "45"] {
            let lines: String = (rows.split('|').zip(1..))
                .map(|(row, at)| format!("{at},M,{age},{row}\n"))
                .collect();
            let text = format!("patient,sex,age,test,result,unit\n{lines}");
            let (_folder, path) = crate::run::file("labs.csv", &text);
            let run = Run::check(&path).args(["--critical-list", list]);
            let called: Vec<String> = (run.rows().iter())
                .filter(|row| row["notices"].contains("critical-limit"))
                .map(|row| row["analyte"].clone())
                .collect();
            // What a list does not have it does not call, at any age: South West London no
            // low glucose, Houston neither potassium nor sodium in the part that was read.
            let expected = match list {
                "swlp" => "potassium sodium calcium_total",
                "houston-methodist" => "glucose calcium_total",
                _ => "potassium sodium glucose calcium_total",
            };
            assert_eq!(called.join(" "), expected, "{list} at {age}");
        }
    }
    // Printed for adults.
    let text = "patient,sex,age,test,result,unit\n1,M,6,Potassium,8.5,mmol/L\n2,M,18,Potassium,8.5,mmol/L\n";
    let (_folder, path) = crate::run::file("labs.csv", text);
    let rows = Run::check(&path)
        .args(["--critical-list", "kost-us-mean"])
        .rows();
    let called = |row: &crate::run::Row| row["notices"].contains("critical-limit");
    assert_eq!(rows.iter().map(called).collect::<Vec<_>>(), [false, true]);
}
