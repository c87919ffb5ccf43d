//! Generated from the data: an interval holds from its first day to the day before its last, and for nobody else.

use jiff::civil::Date;
use serumcheck::Interpreter;
use serumcheck::observation::Observation;
use serumcheck::person::Sex;
use serumcheck::reference::{Analyte, Interval, Transferable};
use serumcheck::value::to_f64;

use crate::boundaries::{COLLECTED, born};
use crate::judge::{PROFILES, by, words};
use crate::run::{Run, file, said};

/// The rows that judge a value of someone born on `birth`.
fn judged_by(
    interpreter: &Interpreter,
    analyte: &Analyte,
    row: &Interval,
    birth: Option<Date>,
) -> Vec<Interval> {
    let limit = row.stated.low.or(row.stated.high).expect("a limit");
    let value = row.stated.conversion.apply(to_f64(limit.value)).to_string();
    let birth = birth.map_or(String::new(), |day| day.to_string());
    let (collected, specimen) = (COLLECTED.to_string(), words(row.specimens[0]));
    let result = interpreter.interpret(Observation {
        name: &analyte.name,
        value: &value,
        unit: analyte.unit.code,
        specimen: &specimen,
        sex: row.sex.unwrap_or(Sex::Female).as_str(),
        birth: &birth,
        collected: &collected,
        condition: row.condition.as_deref().unwrap_or(""),
        ..Observation::default()
    });
    result.limits.map_or(Vec::new(), |limits| {
        limits.rows.into_iter().cloned().collect()
    })
}

fn each_row(mut check: impl FnMut(&Interpreter, &Analyte, &Interval)) {
    for profile in PROFILES {
        let interpreter = by(profile);
        for analyte in interpreter.rules().catalog().analytes() {
            let open = analyte.transferable != Transferable::No;
            for row in analyte
                .intervals
                .iter()
                .filter(|row| open && row.profile == profile && row.is_sourced())
            {
                check(&interpreter, analyte, row);
            }
        }
    }
}

#[test]
fn an_interval_holds_from_its_first_day() {
    each_row(|interpreter, analyte, row| {
        let from = row.from.to_string();
        let by = |days| judged_by(interpreter, analyte, row, Some(born(&from, days)));
        assert_eq!(
            by(0),
            std::slice::from_ref(row),
            "{}: on the day of {from}",
            analyte.id
        );
        if !from.starts_with("0 ") {
            assert!(
                !by(-1).contains(row),
                "{}: the day before {from}: {row:?}",
                analyte.id
            );
        }
    });
}

#[test]
fn an_interval_holds_to_the_day_before_its_last() {
    each_row(|interpreter, analyte, row| {
        let Some(below) = row.below.map(|below| below.to_string()) else {
            return;
        };
        let by = |days| judged_by(interpreter, analyte, row, Some(born(&below, days)));
        assert_eq!(
            by(-1),
            std::slice::from_ref(row),
            "{}: the day before {below}",
            analyte.id
        );
        assert!(
            !by(0).contains(row),
            "{}: on the day of {below}: {row:?}",
            analyte.id
        );
    });
}

#[test]
fn nobody_of_unknown_age_gets_an_adult_s_interval_alone() {
    each_row(|interpreter, analyte, row| {
        if row.from.days() < 16.0 * 365.25 {
            return;
        }
        let rows = judged_by(interpreter, analyte, row, None);
        // With children's rows that give the same answer it may be one among others.
        let youngest = rows
            .iter()
            .map(|row| row.from.days())
            .fold(f64::INFINITY, f64::min);
        assert!(
            rows.is_empty() || youngest <= 0.0,
            "{}: {rows:?}",
            analyte.id
        );
    });
}

/// A child by its age and an adult by the date of birth: one of the two is wrong, and a result is judged only where both
/// would read the same.
#[test]
fn an_age_that_contradicts_the_birth() {
    for (age, birth, collected, test, expected) in [
        (
            "5",
            "1980-04-03",
            "2026-03-01",
            "ALP,110,U/L",
            " age-missing",
        ),
        ("5", "1980-04-03", "2026-03-01", "ALP,1500,U/L", "H "),
        (
            "45",
            "2021-04-03",
            "2026-03-01",
            "ALP,200,U/L",
            " age-missing",
        ),
        // The age of today beside a sample of long ago, and the other way round.
        ("22", "2004-04-03", "2014-03-01", "ALP,200,U/L", "N "),
        ("17", "2007-04-03", "2026-03-01", "ALP,110,U/L", "N "),
        ("44", "1980-04-03", "2026-03-01", "ALP,110,U/L", "N "),
    ] {
        let text = format!(
            "patient,sample,dob,age,collected,sex,test,result,unit\nP1,S1,{birth},{age},{collected},F,{test}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let said = format!("{} {}", row["flag"], row["notices"]);
        assert!(said.starts_with(expected), "{age} {birth} {test}: {said}");
    }
}

#[test]
fn past_a_newborns_wide_limit_is_past_it() {
    let flag = |age: &str, result: &str, range: &str| {
        let text = format!(
            "patient,collected,sex,age,specimen,test,result,unit,range\n\
             1,2026-05-02 07:15,M,{age},Serum,Bilirubin total,{result},umol/L,{range}\n"
        );
        said(&text, &["flag", "range_source"]).remove(0)
    };
    for range in ["0-200", "24-200", "0-100"] {
        assert_eq!(flag("3 d", "320", range), "H|report", "{range}");
    }
    // Within what may be no interval nothing is called normal.
    assert_eq!(flag("3 d", "80", "0-200"), "|");
    assert_eq!(flag("40", "320", "0-200"), "H|us");
}
