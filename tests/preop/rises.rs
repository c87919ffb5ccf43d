//! A rise counts within its hours, ends included, and nowhere else.

use jiff::ToSpan as _;
use jiff::civil::{DateTime, date};
use rust_decimal::Decimal;
use serumcheck::preop::policy::schema::LimitRow;
use serumcheck::value::to_f64;

use crate::bench::{Case, plan, policy, row, sheets};
use crate::limit::{analyte, read, way_of, ways};

fn rises() -> Vec<&'static LimitRow> {
    let rises = policy().limit_rows().iter();
    rises
        .filter(|row| row.in_force && row.rise_within_hours.is_some())
        .collect()
}

const FIRST: DateTime = date(2026, 11, 23).at(8, 0, 0, 0);

/// Two results so many minutes apart, in these words (`4.0 mmol/L`).
fn pair(name: &str, earlier: &str, later: &str, minutes: i64) -> Case {
    let at = |minutes: i64| {
        let at = FIRST.checked_add(minutes.minutes()).expect("a time");
        at.strftime("%Y-%m-%d %H:%M").to_string()
    };
    Case {
        plan: plan("asa-1"),
        rows: vec![
            row(&format!("{name} | {earlier} | | {}", at(0))),
            row(&format!("{name} | {later} | | {}", at(minutes))),
        ],
    }
}

fn is_said(sheet: &serumcheck::preop::Sheet, limit: &LimitRow) -> bool {
    let of_it = sheet
        .items
        .iter()
        .filter(|item| item.analyte == limit.analyte);
    of_it.into_iter().any(|item| {
        (item.limit.starts_with("rise ") && item.limit_owner == limit.owner)
            || item
                .also_crossed
                .iter()
                .any(|text| text.starts_with("rise "))
    })
}

#[test]
fn a_rise_is_one_from_the_first_to_the_last_minute_of_its_span() {
    assert!(!rises().is_empty());
    for limit in rises() {
        let (from, to) = limit.rise_within_hours.expect("a span");
        let (from, to) = ((from * 60.0) as i64, (to * 60.0) as i64);
        let stated = read(&limit.crossed);
        let name = &analyte(&limit.analyte).name;
        let unit = stated.unit;
        let old = Decimal::new(40, 1);
        let just = Decimal::new(1, stated.value.scale() + 1);
        for (step, by) in [
            (-1, stated.value - just),
            (0, stated.value),
            (1, stated.value + just),
        ] {
            for (minutes, inside) in [
                (from - 1, false),
                // Two tubes of one minute are no rise.
                (from, 0 < from),
                (from + 1, true),
                (to - 1, true),
                (to, true),
                (to + 1, false),
            ] {
                let case = pair(
                    name,
                    &format!("{old} {unit}"),
                    &format!("{} {unit}", old + by),
                    minutes,
                );
                let sheet = &sheets(&[case])[0];
                let expected = inside && stated.is_crossed(step);
                assert_eq!(
                    is_said(sheet, limit),
                    expected,
                    "{by} in {minutes} min: {:?}",
                    sheet.items
                );
            }
        }
        // A fall is no rise.
        let case = pair(
            name,
            &format!("{} {unit}", old + stated.value),
            &format!("{old} {unit}"),
            from,
        );
        assert!(!is_said(&sheets(&[case])[0], limit), "a fall");
    }
}

#[test]
fn a_rise_is_the_same_in_every_unit_and_between_two() {
    for limit in rises() {
        let (_, to) = limit.rise_within_hours.expect("a span");
        let minutes = (to * 60.0) as i64;
        let stated = read(&limit.crossed);
        let analyte = analyte(&limit.analyte);
        let own = way_of(analyte, &stated).conversion;
        for early in ways(analyte) {
            for late in ways(analyte) {
                for (slack, expected) in [(1e-6, true), (-1e-6, false)] {
                    let there = |way: &crate::limit::Way, value: f64| {
                        format!("{} {}", way.conversion.invert(own.apply(value)), way.unit)
                    };
                    let case = pair(
                        early.name,
                        &there(&early, 4.0),
                        &there(&late, 4.0 + to_f64(stated.value) + slack),
                        minutes,
                    );
                    let sheet = &sheets(&[case])[0];
                    let place = format!("{} then {}, {slack}", early.unit, late.unit);
                    assert_eq!(
                        is_said(sheet, limit),
                        expected,
                        "{place}: {:?}",
                        sheet.items
                    );
                }
            }
        }
    }
}

#[test]
fn without_a_time_no_rise_is_told() {
    for limit in rises() {
        let lines = ["2026-11-23", "2026-11-24"].map(|day| {
            let value = if day.ends_with('3') { "4.0" } else { "5.0" };
            format!("Potassium | {value} mmol/L | | {day}")
        });
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert!(!is_said(&crate::bench::sheet("asa-1", &lines), limit));
    }
}

#[test]
fn a_rise_from_an_unusable_result_is_none() {
    let limit = rises()[0];
    let rise = |comment: &str| {
        let early = format!("Potassium | 4.0 mmol/L | | 2026-11-23 08:00 | {comment}");
        let sheet = crate::bench::sheet(
            "asa-1",
            &[
                early.as_str(),
                "Potassium | 5.0 mmol/L | | 2026-11-23 15:00",
            ],
        );
        is_said(&sheet, limit)
    };
    assert!(rise(""));
    assert!(!rise("grossly hemolyzed"));
}
