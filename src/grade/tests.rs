//! Every boundary of every criterion of every scheme: just below, on, just above.
//!
//! What is expected is worked out in decimals from the file itself, by a few lines that share nothing
//! with the evaluation they test.

use rust_decimal::Decimal;

use super::scheme::{Baseline, Criterion, Of, Scheme};
use super::{NotGraded, Outcome};
use crate::interpreter::Interpreter;
use crate::observation::Observation;
use crate::rules::Options;

mod answers;

fn interpreter(scheme: &str) -> Interpreter {
    Interpreter::with(Options {
        grade: Some(scheme.to_string()),
        adults: true,
        ..Options::default()
    })
    .expect("bundled data")
}

fn dec(number: f64) -> Decimal {
    number.to_string().parse().expect("a decimal")
}

/// Grade as printed, or the reason in brackets.
fn grade(interpreter: &Interpreter, row: Observation<'_>) -> String {
    let result = interpreter.interpret(row);
    let grade = result.grade.expect("a scheme was asked for");
    match &grade.outcome {
        Outcome::NotGraded(why) => format!("[{}]", why.as_str()),
        _ => grade.shown(),
    }
}

/// An interval that makes sense beside the criteria of an analyte, in their unit.
fn interval(criteria: &[&Criterion]) -> (Decimal, Decimal) {
    let of = |low: bool, wanted: Of| {
        criteria
            .iter()
            .any(|c| (if low { c.low_of } else { c.high_of }) == Some(wanted))
    };
    let numbers = |direction: &str| -> Vec<Decimal> {
        criteria
            .iter()
            .filter(|c| c.direction.as_deref() == Some(direction))
            .flat_map(|c| {
                let low = c.low.filter(|_| c.low_of.is_none());
                low.into_iter()
                    .chain(c.high.filter(|_| c.high_of.is_none()))
            })
            .map(dec)
            .collect()
    };
    // Where there are only multiples, any interval will do that is believable.
    let typical = match criteria.first().map(|c| c.unit.as_str()) {
        Some("g/L" | "mmol/L") => 1.0,
        Some("umol/L") => 60.0,
        _ => 30.0,
    };
    let above_all = numbers("L").into_iter().max().unwrap_or(dec(typical));
    let below_all = numbers("H").into_iter().min();
    let low = if of(false, Of::Lln) {
        above_all * dec(1.05)
    } else {
        above_all
    };
    // One that is too wide judges nothing.
    let high = below_all.map_or(low * dec(1.5), |least| {
        (least * dec(0.97)).min(low * dec(10.0))
    });
    (low.min(high), high.max(low))
}

/// The ends of a criterion as decimals, with this interval.
fn ends(c: &Criterion, (lln, uln): (Decimal, Decimal)) -> [Option<Decimal>; 2] {
    let end = |end: Option<f64>, of: Option<Of>| {
        end.map(|end| match of {
            None => dec(end),
            Some(Of::Uln) => dec(end) * uln,
            Some(Of::Lln) => dec(end) * lln,
            Some(Of::AboveUln) => dec(end) + uln,
            Some(Of::Baseline) => unreachable!("no baseline is known"),
        })
    };
    [end(c.low, c.low_of), end(c.high, c.high_of)]
}

fn expected(
    scheme: &Scheme,
    criteria: &[&Criterion],
    value: Decimal,
    limits: (Decimal, Decimal),
) -> String {
    let mut met: Vec<&&Criterion> = criteria
        .iter()
        .filter(|c| {
            let [low, high] = ends(c, limits);
            low.is_none_or(|low| low < value || (low == value && c.low_op.as_deref() == Some(">=")))
                && high.is_none_or(|high| {
                    value < high || (high == value && c.high_op.as_deref() == Some("<="))
                })
        })
        .collect();
    met.sort_by_key(|c| scheme.rank(&c.grade));
    match (met.first(), met.last()) {
        (Some(_), Some(last)) if last.symptoms.is_none() => last.grade.clone(),
        (Some(first), Some(last)) if first.grade == last.grade => first.grade.clone(),
        (Some(first), Some(last)) => format!("{}-{}", first.grade, last.grade),
        _ => "0".to_string(),
    }
}

#[test]
fn every_boundary_of_every_criterion() {
    let mut run = 0;
    for name in Scheme::names() {
        let interpreter = interpreter(&name);
        let catalog = interpreter.rules().catalog();
        let scheme = Scheme::bundled(&name, catalog).expect("a scheme");
        let usable = |c: &&Criterion| c.baseline.is_none_or(|needed| needed == Baseline::Normal);
        for one in scheme.criteria.iter().filter(usable) {
            let all: Vec<&Criterion> = scheme
                .criteria
                .iter()
                .filter(usable)
                .filter(|c| c.analyte == one.analyte)
                .collect();
            if one.condition.is_some() {
                continue;
            }
            let limits = interval(&all);
            let analyte = catalog.analyte(&one.analyte).expect("an analyte");
            for end in ends(one, limits).into_iter().flatten() {
                let step = (end * dec(0.001)).max(dec(0.001));
                for value in [end - step, end, end + step] {
                    if one.unit == "{score}" && !value.fract().is_zero() {
                        // A stage is a whole number.
                        continue;
                    }
                    let (text, low, high) = (
                        value.to_string(),
                        limits.0.to_string(),
                        limits.1.to_string(),
                    );
                    let row = Observation {
                        name: &analyte.id,
                        value: &text,
                        unit: &one.unit,
                        low: &low,
                        high: &high,
                        ..Observation::default()
                    };
                    let found = grade(&interpreter, row);
                    // An open condition, and hyperglycemia without numbers, are other tests.
                    if found.starts_with('[') && analyte.id == "glucose" {
                        continue;
                    }
                    // The made-up limits of urate in umol/L are its limits in mg/L.
                    if found == "[interval-unit-doubtful]" && analyte.id == "urate" {
                        continue;
                    }
                    let mut wanted = expected(&scheme, &all, value, limits);
                    // A multiple of the baseline may apply where nothing else does.
                    let of_baseline = scheme.criteria.iter().any(|c| {
                        c.analyte == one.analyte
                            && matches!(c.baseline, Some(Baseline::Any | Baseline::BelowLln))
                    });
                    if wanted == "0" && of_baseline {
                        wanted = "[baseline-missing]".to_string();
                    }
                    assert_eq!(
                        found, wanted,
                        "{name} {} {value} in {low}..{high}",
                        analyte.id
                    );
                    run += 1;
                }
            }
        }
    }
    assert!(900 < run, "{run}");
}

#[test]
fn categories_have_names() {
    let kdigo = interpreter("kdigo");
    for (value, expected) in [
        ("90", "G1"),
        ("89.9", "G2"),
        ("59", "G3a"),
        ("44.9", "G3b"),
        ("15", "G4"),
        ("14.9", "G5"),
        (">60", "[value-censored]"),
        (">90", "G1"),
    ] {
        let row = Observation {
            name: "eGFR",
            value,
            unit: "mL/min/1.73m2",
            ..Observation::default()
        };
        assert_eq!(grade(&kdigo, row), expected, "{value}");
    }
    let ukka = interpreter("ukka");
    for (value, expected) in [
        ("5.4", "0"),
        ("5.5", "mild"),
        ("6.0", "moderate"),
        ("6.49", "moderate"),
        ("6.5", "severe"),
    ] {
        let row = Observation {
            name: "Potassium",
            value,
            unit: "mmol/L",
            ..Observation::default()
        };
        assert_eq!(grade(&ukka, row), expected, "{value}");
    }
}
