//! Across samples: other tubes, reported values, series, one person.

use super::*;

#[test]
fn another_tube_within_a_day() {
    let text = sample(&[("AST", "40", "U/L"), ("ALT", "40", "U/L")]).replace(",F,60,", ",F,50,");
    let at = |time: &str| format!("{text}P1,S9,{time},Platelets,200,10^9/L,F,50,EDTA blood,F\n");
    run(&at("2026-01-05 20:00")).gives("fib_4", "1.58 derived-other-tube");
    run(&at("2026-01-06 08:00")).gives("fib_4", "1.58 derived-other-tube");
    run(&at("2026-01-06 08:01"))
        .gives("fib_4", "")
        .refuses("fib_4: platelets-missing");
    // Below 35 years the score does not hold.
    run(&at("2026-01-05 20:00").replace(",F,50,", ",F,34,")).refuses("fib_4: outside-validity");
}

#[test]
fn what_the_laboratory_reports_stands() {
    let rows = [
        ("Creatinine", "106.08", "umol/L"),
        ("eGFR", "71", "mL/min/1.73m2"),
    ];
    let male = |text: String| text.replace(",F,60,", ",M,55,");
    let agrees = run(&male(sample(&rows)));
    agrees
        .gives("egfr", "")
        .refuses("egfr: reported-by-laboratory");
    assert!(
        agrees
            .notices
            .iter()
            .all(|notice| notice.code != Code::DerivedDisagrees)
    );
    let differs = run(&male(sample(&rows)).replace("eGFR,71", "eGFR,64"));
    let said: Vec<&FileNotice> = differs
        .notices
        .iter()
        .filter(|notice| notice.code == Code::DerivedDisagrees)
        .collect();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].line, Some(3));
    assert!(
        said[0]
            .message
            .contains("64 is reported, 71.4 by CKD-EPI 2021"),
        "{}",
        said[0].message
    );
    // ">60" says nothing against 71.
    let above = run(&male(sample(&rows)).replace("eGFR,71", "eGFR,>60"));
    assert!(
        above
            .notices
            .iter()
            .all(|notice| notice.code != Code::DerivedDisagrees)
    );
}

#[test]
fn a_series_of_creatinines() {
    let series = |values: &[(&str, &str)]| {
        let mut text = HEAD.to_string();
        for (i, (time, value)) in values.iter().enumerate() {
            text += &format!("P1,S{i},{time},Creatinine,{value},umol/L,M,60,serum,F\n");
        }
        run(&text)
    };
    series(&[("2026-01-05 08:00", "80")]).refuses("aki_kdigo: earlier-creatinine-missing");
    // Lowest of seven days.
    series(&[("2026-01-01 08:00", "80"), ("2026-01-05 08:00", "165")])
        .gives("aki_kdigo", "2 derived-other-tube critical-limit");
    series(&[("2026-01-05 08:00", "165"), ("2026-01-01 08:00", "80")])
        .gives("aki_kdigo", "2 derived-other-tube critical-limit");
    // A rise of 26.5 within 48 hours, and not a minute later.
    series(&[("2026-01-01 08:00", "100"), ("2026-01-03 08:00", "126.5")])
        .gives("aki_kdigo", "1 derived-other-tube");
    series(&[("2026-01-01 08:00", "100"), ("2026-01-03 08:01", "126.5")])
        .gives("aki_kdigo", "0 derived-other-tube");
    // None within seven days: the median of 8 to 365 days before.
    let older = series(&[
        ("2025-06-01 08:00", "70"),
        ("2025-07-01 08:00", "80"),
        ("2025-12-20 08:00", "200"),
        ("2026-01-05 08:00", "250"),
    ]);
    assert!(
        older
            .derived
            .contains(&"aki_kdigo 3 derived-other-tube critical-limit".to_string()),
        "{:?}",
        older.derived
    );
    // Another patient's creatinine is none of it.
    let text = HEAD.to_string()
        + "P1,S1,2026-01-04 08:00,Creatinine,60,umol/L,M,60,serum,F\n\
           P2,S2,2026-01-05 08:00,Creatinine,250,umol/L,M,60,serum,F\n";
    run(&text).gives("aki_kdigo", "");
}

#[test]
fn a_weight_is_of_one_person() {
    let derive = DeriveOptions {
        weight_kg: Some(72.0),
        ..DeriveOptions::default()
    };
    let options = || Options {
        derive: Some(derive),
        ..Options::default()
    };
    let text = sample(&[("Creatinine", "123.76", "umol/L")]);
    run_with(options(), &text).gives("creatinine_clearance_estimated", "48.6");
    let two = text.clone() + &text.replace("P1,S1", "P2,S2").replace(HEAD, "");
    run_with(options(), &two)
        .gives("creatinine_clearance_estimated", "")
        .refuses("creatinine_clearance_estimated: more-than-one-patient");
}
