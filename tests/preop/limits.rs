//! Generated from the policy: every limit in force, in every unit, one last digit to either side of it
//! and on it; in its contexts and outside them.

use serumcheck::preop::policy::schema::{LimitRow, Tier};
use serumcheck::preop::sheet::Verdict;

use crate::bench::{Case, asks, policy, sheets};
use crate::limit::{At, hangs, holding, in_force, patient, said, section_of, values};

/// All that is tried of a run: patients, and what is known of each.
type Tried = (Vec<Case>, Vec<(&'static LimitRow, At<'static>)>);

fn all(mut of: impl FnMut(&'static LimitRow, &At<'static>) -> Option<Case>) -> Tried {
    let (mut cases, mut tried) = (Vec::new(), Vec::new());
    for limit in in_force() {
        for at in values(limit) {
            if let Some(case) = of(limit, &at) {
                cases.push(case);
                tried.push((limit, at));
            }
        }
    }
    (cases, tried)
}

/// Crossed by its own number and, where both ends of a span are of one analyte, inside the other end.
fn is_crossed(limit: &LimitRow, at: &At<'_>) -> bool {
    let own_partner = limit
        .with
        .iter()
        .any(|text| text.starts_with(&limit.analyte));
    // A stage of 2 is beyond "stage 1 exactly".
    let in_span = !(own_partner && at.stated.unit == "{score}" && 0 < at.step);
    at.stated.is_crossed(at.step) && in_span
}

fn context(limit: &LimitRow, at: &At<'_>) -> String {
    format!(
        "{} {} {}, limit {} ({:?} {}), step {}",
        at.row.name, at.row.value, at.row.unit, limit.crossed, limit.tier, limit.owner, at.step
    )
}

#[test]
fn every_limit_in_every_unit_is_crossed_exactly_where_its_operator_says() {
    let (cases, tried) = all(|limit, at| {
        let (words, sex) = holding(&limit.when);
        Some(patient(limit, at, &words, sex, true))
    });
    let mut wrong = Vec::new();
    for (sheet, (limit, at)) in sheets(&cases).iter().zip(&tried) {
        let found = said(sheet, limit, &at.stated);
        let right = match found {
            None => !is_crossed(limit, at),
            // Beside a graver one it is listed in that one's section.
            Some(section) => is_crossed(limit, at) && section <= section_of(limit.tier),
        };
        if !right {
            wrong.push(format!(
                "{}: {found:?}\n{:?}",
                context(limit, at),
                sheet.items
            ));
        }
    }
    let limits = in_force().count();
    println!("{} values at {limits} limits", tried.len());
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        tried.len(),
        wrong.join("\n\n")
    );
    assert!(90 < limits && 9 * limits < 2 * tried.len());
}

#[test]
fn a_context_in_which_a_limit_does_not_hold_silences_it() {
    let mut tried = 0;
    for limit in in_force().filter(|limit| !limit.unless.is_empty()) {
        for unless in &limit.unless {
            let at = values(limit)
                .into_iter()
                .find(|at| is_crossed(limit, at))
                .expect("a value");
            let (words, sex) = holding(&limit.when);
            // The sex stands in the file, the rest is said.
            let (holds, fails) = match unless.as_str() {
                "male" => (("", "M"), ("", "F")),
                _ => ((unless.as_str(), sex), (unless.as_str(), sex)),
            };
            let of = |no: &str, (context, sex): (&str, &str)| {
                let said = if context.is_empty() {
                    String::new()
                } else {
                    format!("{no}{context}")
                };
                patient(limit, &at, &format!("{words} {said}"), sex, true)
            };
            let (with, denied) = (of("", holds), of("no-", fails));
            let sheets = sheets(&[with, denied]);
            assert_eq!(
                said(&sheets[0], limit, &at.stated),
                None,
                "{unless}: {}",
                context(limit, &at)
            );
            assert!(
                said(&sheets[1], limit, &at.stated).is_some(),
                "no-{unless}: {}",
                context(limit, &at)
            );
            tried += 1;
        }
    }
    assert!(5 < tried, "{tried}");
}

#[test]
fn a_context_that_is_not_known_makes_a_question_and_one_that_is_denied_makes_nothing() {
    let mut tried = 0;
    for limit in in_force().filter(|limit| !limit.when.is_empty()) {
        for at in values(limit) {
            // Not known: nothing is said of the surgery, nor of the patient's sex.
            let unknown = patient(limit, &at, "", "", true);
            let denied: Vec<String> = limit
                .when
                .iter()
                .map(|name| match name.as_str() {
                    "major" => "minor".to_string(),
                    "male" => String::new(),
                    name => format!("no-{name}"),
                })
                .collect();
            let denied = patient(limit, &at, &denied.join(" "), "F", true);
            let sheets = sheets(&[unknown, denied]);
            let place = context(limit, &at);
            let because = format!("{} ({}", at.stated.printed(), limit.owner);
            for sheet in &sheets {
                assert_eq!(said(sheet, limit, &at.stated), None, "{place}");
            }
            // What a surgery is, the head of the sheet asks.
            let can_be_asked = limit
                .when
                .iter()
                .any(|name| policy().contexts().iter().any(|row| row.name == *name));
            // A row of another day was not taken on the day of surgery: nobody is asked.
            let is_settled = limit.when.iter().any(|name| {
                let mut rows = policy().contexts().iter();
                rows.any(|row| row.name == *name && row.taken.as_deref() == Some("day-of-surgery"))
            });
            let expected = is_crossed(limit, &at) && can_be_asked && !is_settled;
            assert_eq!(
                asks(&sheets[0], &because).is_some(),
                expected,
                "{place}\n{:#?}",
                sheets[0].questions
            );
            // What may be grave stands in front, too.
            if expected && Tier::Review <= limit.tier {
                assert!(hangs(&sheets[0], limit), "{place}\n{:#?}", sheets[0].items);
                assert!(sheets[0].verdict != Verdict::NothingOutside, "{place}");
            }
            assert!(asks(&sheets[1], &because).is_none(), "denied: {place}");
            tried += 1;
        }
    }
    assert!(60 < tried, "{tried}");
}

#[test]
fn a_limit_of_two_analytes_needs_both() {
    let mut tried = 0;
    for limit in in_force() {
        if limit
            .with
            .iter()
            .all(|text| text.starts_with(&limit.analyte))
        {
            continue;
        }
        let at = values(limit)
            .into_iter()
            .find(|at| is_crossed(limit, at))
            .expect("a value");
        let (words, sex) = holding(&limit.when);
        let untrue = patient(limit, &at, &words, sex, false);
        let mut alone = patient(limit, &at, &words, sex, true);
        alone.rows = vec![at.row.clone()];
        let sheets = sheets(&[untrue, alone]);
        let place = context(limit, &at);
        assert_eq!(
            said(&sheets[0], limit, &at.stated),
            None,
            "partner untrue: {place}"
        );
        assert_eq!(
            said(&sheets[1], limit, &at.stated),
            None,
            "partner absent: {place}"
        );
        // What would be grave is said to hang on the other analyte.
        let printed = at.stated.printed();
        let hangs = sheets[1].items.iter().any(|item| {
            item.section.letter() == "D"
                && item.state.key() == "not_interpreted"
                && item.analyte == limit.analyte
                && item.action.contains("hangs on")
        });
        assert_eq!(hangs, Tier::Review <= limit.tier, "{printed}: {place}");
        tried += 1;
    }
    assert!(6 <= tried, "{tried}");
}
