//! Every limit of every list: on it, just before and just beyond, as its operator says.

use rust_decimal::Decimal;

use crate::interpreter::Interpreter;
use crate::notice::Code;
use crate::observation::Observation;
use crate::reference::CriticalLimit;
use crate::rules::Options;

fn interpreter(list: &str, conditions: &[&str]) -> Interpreter {
    Interpreter::with(Options {
        critical_list: list.to_string(),
        conditions: conditions.iter().map(|name| (*name).to_string()).collect(),
        ..Options::default()
    })
    .expect("bundled data")
}

#[test]
fn every_limit_of_every_list() {
    let mut run = 0;
    let lists: Vec<String> = {
        let any = interpreter("rcpath-2017", &[]);
        any.rules()
            .critical_lists()
            .iter()
            .map(|list| (*list).to_string())
            .collect()
    };
    assert_eq!(lists.len(), 17);
    for list in &lists {
        let plain = interpreter(list, &[]);
        let catalog = plain.rules().catalog();
        for analyte in catalog.analytes() {
            // Beside a multiple of an upper limit a number holds only where nothing judged: below.
            let own = |row: &&CriticalLimit| row.list == *list && row.high_uln.is_none();
            for row in analyte.critical.iter().filter(own) {
                let conditional;
                let interpreter = match &row.condition {
                    Some(condition) => {
                        conditional = self::interpreter(list, &[condition]);
                        &conditional
                    }
                    None => &plain,
                };
                let age = row
                    .from
                    .or(row.below)
                    .map_or("40 y".to_string(), |age| age.to_string());
                // Just inside the band of ages.
                let age = match (row.from, row.below) {
                    (None, Some(below)) => format!("{} d", (below.days() - 1.0).max(0.0) as u32),
                    _ => age,
                };
                let (number, unit_of_age) = age.split_once(' ').expect("an age");
                let sex = row.sex.map_or("", |sex| sex.as_str());
                let specimen = row
                    .specimens
                    .first()
                    .map_or("", |specimen| specimen.as_str());
                for (limit, high) in [(row.stated.low, false), (row.stated.high, true)] {
                    let Some(limit) = limit else { continue };
                    let step =
                        (limit.value * "0.01".parse::<Decimal>().expect("a decimal")).normalize();
                    let step = if high { step } else { -step };
                    for (value, expected) in [
                        (limit.value - step, false),
                        (limit.value, limit.inclusive),
                        (limit.value + step, true),
                    ] {
                        let text = value.to_string();
                        // A mass of urea nitrogen is told from urea by its name.
                        let nitrogen = analyte.id == "urea" && row.stated.unit.code == "mg/dL";
                        let result = interpreter.interpret(Observation {
                            name: if nitrogen { "BUN" } else { &analyte.id },
                            // Two forms share this name; the code tells them apart.
                            loinc: if analyte.id == "anion_gap" {
                                "10466-1"
                            } else {
                                ""
                            },
                            value: &text,
                            unit: row.stated.unit.code,
                            age: number,
                            age_unit: unit_of_age,
                            sex,
                            specimen,
                            ..Observation::default()
                        });
                        let called = result
                            .critical
                            .as_ref()
                            .is_some_and(|call| call.high == high);
                        assert_eq!(called, expected, "{list} {} {text} at {age}", analyte.id);
                        if called {
                            assert_eq!(
                                row.unless.is_some(),
                                result.notices.has(Code::CriticalContext)
                            );
                        }
                        run += 1;
                    }
                }
            }
        }
    }
    assert!(900 < run, "{run}");
}

fn calls(interpreter: &Interpreter, row: Observation<'_>) -> bool {
    interpreter.interpret(row).critical.is_some()
}

#[test]
fn contexts() {
    let glucose = |value| Observation {
        name: "Glucose",
        value,
        unit: "mmol/L",
        age: "30",
        ..Observation::default()
    };
    // "pregnancy" is known where its trimester is; nobody is pregnant whom the run cannot mean.
    let bile_acids = |sex, age| Observation {
        name: "Bile acids",
        value: "46",
        unit: "umol/L",
        sex,
        age,
        ..Observation::default()
    };
    for (conditions, sex, age, expected) in [
        (&[][..], "F", "30", false),
        (&["pregnancy"], "F", "30", true),
        (&["pregnancy-t2"], "F", "30", true),
        (&["pregnancy"], "", "", true),
        (&["pregnancy"], "M", "30", false),
        (&["pregnancy-t2"], "F", "6 d", false),
    ] {
        let called = calls(&interpreter("homerton", conditions), bile_acids(sex, age));
        assert_eq!(called, expected, "{conditions:?} {sex} {age}");
    }
    // The college has no limit of its own for pregnancy.
    assert!(!calls(
        &interpreter("rcpath-2017", &["pregnancy"]),
        glucose("12")
    ));
    // Of a patient on dialysis two lists call no creatinine.
    for (list, conditions, expected) in [
        ("halland", &[][..], true),
        ("halland", &["dialysis"], false),
        ("swlp", &["dialysis"], false),
        ("homerton", &[], true),
    ] {
        let creatinine = Observation {
            name: "Creatinine",
            value: "700",
            unit: "umol/L",
            age: "30",
            ..Observation::default()
        };
        let called = calls(&interpreter(list, conditions), creatinine);
        assert_eq!(called, expected, "{list} {conditions:?}");
    }
    // A known diabetic is called later, not earlier.
    assert!(calls(&interpreter("hawkes-bay", &[]), glucose("20")));
    assert!(!calls(
        &interpreter("hawkes-bay", &["known-diabetes"]),
        glucose("20")
    ));
    let cortisol = Observation {
        name: "Cortisol",
        value: "45",
        unit: "nmol/L",
        age: "30",
        ..Observation::default()
    };
    assert!(calls(&interpreter("hawkes-bay", &[]), cortisol));
    assert!(!calls(
        &interpreter("hawkes-bay", &["post-dexamethasone"]),
        cortisol
    ));
    let potassium = |value, age, specimen| Observation {
        name: "Potassium",
        value,
        unit: "mmol/L",
        age,
        age_unit: "mo",
        specimen,
        ..Observation::default()
    };
    let list = interpreter("rcpa-aacb-2018", &[]);
    assert!(!calls(&list, potassium("6.8", "3", "serum")));
    assert!(calls(&list, potassium("6.8", "3", "plasma")));
    assert!(calls(&list, potassium("6.8", "30", "serum")));
}

#[test]
fn multiples_of_the_upper_limit() {
    let list = interpreter("rcpath-2017", &[]);
    let alt = |value, high| Observation {
        name: "ALT",
        value,
        unit: "U/L",
        high,
        age: "30",
        ..Observation::default()
    };
    assert!(!calls(&list, alt("599", "40")));
    assert!(calls(&list, alt("600", "40")));
    assert!(!calls(&list, alt("600", "45")));
    assert!(calls(&list, alt(">1000", "45")));
    // Without an interval the number holds that the source prints beside its multiple.
    for (name, value, unit, age, called) in [
        ("ALT", "899", "U/L", "", false),
        ("ALT", "900", "U/L", "", true),
        ("ALT", "9000", "U/L", "3", true),
        ("ALT", "15.1", "µkat/L", "3", true),
        ("ALT", "14.9", "µkat/L", "3", false),
        ("Amylase", "499", "U/L", "", false),
        ("Amylase", "500", "U/L", "", true),
        // And with one it does not.
        ("ALT", "899", "U/L", "30", true),
        ("ALT", "599", "U/L", "30", false),
    ] {
        let row = Observation {
            name,
            value,
            unit,
            age,
            ..Observation::default()
        };
        assert_eq!(
            calls(&list, row),
            called,
            "{name} {value} {unit} at {age:?}"
        );
    }
    let printed = Observation {
        value: "950",
        ..alt("", "70")
    };
    assert!(!calls(&list, printed));
}
