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

/// Creatinines of one man, µmol/L, and the stage of the last with its baselines.
#[test]
fn the_lower_of_two_baselines_stages() {
    for (series, expected, lines) in [
        // The injury itself is within seven days on the next draw, and no baseline.
        (
            &[
                ("2025-12-02", "80"),
                ("2026-01-01", "250"),
                ("2026-01-02", "255"),
            ][..],
            "3",
            // The last of 48 hours too.
            &[4, 2, 3][..],
        ),
        (&[("2025-12-02", "80"), ("2026-01-01", "250")], "3", &[3, 2]),
        // Lower within seven days.
        (
            &[
                ("2025-12-02", "100"),
                ("2026-01-01", "80"),
                ("2026-01-02", "160"),
            ],
            "2",
            &[4, 3],
        ),
        // Both the same: the recent one.
        (
            &[
                ("2025-12-02", "80"),
                ("2026-01-01", "80"),
                ("2026-01-02", "160"),
            ],
            "2",
            &[4, 3],
        ),
        // Two in the middle: 70 and 90.
        (
            &[
                ("2025-10-02", "70"),
                ("2025-12-02", "90"),
                ("2026-01-02", "119"),
            ],
            "0",
            &[4, 2, 3],
        ),
        (
            &[
                ("2025-10-02", "70"),
                ("2025-12-02", "90"),
                ("2026-01-02", "120"),
            ],
            "1",
            &[4, 2, 3],
        ),
        // No gap between the windows: seven days, a minute and a day more.
        (
            &[("2026-01-01 08:00", "80"), ("2026-01-08 08:00", "165")],
            "2",
            &[3, 2],
        ),
        (
            &[("2026-01-01 08:00", "80"), ("2026-01-08 08:01", "165")],
            "2",
            &[3, 2],
        ),
        (
            &[("2026-01-01 08:00", "80"), ("2026-01-09 07:59", "165")],
            "2",
            &[3, 2],
        ),
        (
            &[("2026-01-01 08:00", "80"), ("2026-01-09 08:00", "165")],
            "2",
            &[3, 2],
        ),
        // A year is the end of it.
        (&[("2025-01-02", "80"), ("2026-01-02", "165")], "2", &[3, 2]),
        (&[("2025-01-01", "80"), ("2026-01-02", "165")], "", &[]),
    ] {
        let mut text = HEAD.to_string();
        for (i, (time, value)) in series.iter().enumerate() {
            text += &format!("P1,S{i},{time},Creatinine,{value},umol/L,M,50,serum,F\n");
        }
        let run = run(&text);
        let last = format!("@{}", series.len() + 1);
        let of_stage = |input: &&String| input.starts_with("aki_kdigo");
        let inputs: Vec<&String> = run.inputs.iter().filter(of_stage).collect();
        let from = inputs.iter().rposition(|input| input.ends_with(&last));
        let named: Vec<&str> = inputs[from.unwrap_or(inputs.len())..]
            .iter()
            .filter_map(|input| Some(input.split_once('@')?.1))
            .collect();
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(named, lines, "{series:?}");
        let stages = run.derived.iter().rev();
        let stage = stages
            .filter_map(|said| said.strip_prefix("aki_kdigo ")?.split(' ').next())
            .next();
        assert_eq!(stage.unwrap_or_default(), expected, "{series:?}");
    }
}

/// A boy of eight: stage by creatinine alone, and with his height.
#[test]
fn a_childs_filtration_rate_is_a_stage_too() {
    for (age, height, first, second, expected) in [
        // 0.413 x 110 x 88.4 / 155 = 25.9; / 115 = 34.9; / 114 = 35.2.
        (
            "8",
            Some(110.0),
            "100",
            "155",
            "3 derived-other-tube critical-limit",
        ),
        (
            "8",
            Some(110.0),
            "75",
            "115",
            "3 derived-other-tube critical-limit",
        ),
        ("8", Some(110.0), "75", "114", "1 derived-other-tube"),
        // The rate is low, and nothing has risen.
        ("8", Some(110.0), "150", "155", "0 derived-other-tube"),
        ("8", None, "100", "155", ">=1 derived-other-tube"),
        (
            "8",
            None,
            "70",
            "155",
            ">=2 derived-other-tube critical-limit",
        ),
        (
            "8",
            None,
            "50",
            "155",
            "3 derived-other-tube critical-limit",
        ),
        ("8", None, "150", "155", "0 derived-other-tube"),
        // No rate by this equation.
        ("17", Some(110.0), "100", "155", ">=1 derived-other-tube"),
        ("18", Some(110.0), "100", "155", "1 derived-other-tube"),
        ("", None, "100", "155", "1 derived-other-tube"),
    ] {
        let text = HEAD.to_string()
            + &format!("P1,S1,2026-01-01,Creatinine,{first},umol/L,M,{age},serum,F\n")
            + &format!("P1,S2,2026-01-05,Creatinine,{second},umol/L,M,{age},serum,F\n");
        let derive = DeriveOptions {
            height_cm: height,
            ..DeriveOptions::default()
        };
        let options = Options {
            derive: Some(derive),
            ..Options::default()
        };
        run_with(options, &text).gives("aki_kdigo", expected);
    }
    // The laboratory's own rate.
    let text = HEAD.to_string()
        + "P1,S1,2026-01-01,Creatinine,100,umol/L,M,8,serum,F\n\
           P1,S2,2026-01-05,Creatinine,155,umol/L,M,8,serum,F\n\
           P1,S2,2026-01-05,Schwartz GFR,26,mL/min/1.73m2,M,8,serum,F\n";
    run(&text).gives("aki_kdigo", "3 derived-other-tube critical-limit");
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

/// A stage that the laboratory reports stands, unless the series gives a higher one.
#[test]
fn a_reported_stage_stands() {
    for (reported, expected) in [("", 1), ("2", 0), ("3", 0), ("1", 1)] {
        let mut text = "Patient,Sample,Sex,Birth date,Collected,Test,Result,Unit\n\
            1,R1,F,1950-02-01,2026-11-20 08:00,Creatinine,82,umol/L\n\
            1,R3,F,1950-02-01,2026-11-27 08:00,Creatinine,171,umol/L\n"
            .to_string();
        if !reported.is_empty() {
            text += &format!("1,R3,F,1950-02-01,2026-11-27 08:00,AKI stage,{reported},\n");
        }
        let run = run(&text);
        let stages = run
            .derived
            .iter()
            .filter(|said| said.starts_with("aki_kdigo"));
        assert_eq!(stages.count(), expected, "{reported}: {:?}", run.derived);
    }
}
