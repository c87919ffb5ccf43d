//! What a sheet says besides its findings, as it is printed: what it rests on, counts in words, by when, what is kept apart.

use serde_json::Value;

use crate::run::{Run, file};

const HEADER: &str = "patient,sex,age,sample,collected,test,value,unit,low,high,comment\n";

/// The sheets of these rows, in one form.
#[track_caller]
fn sheet(rows: &[&str], args: &[&str]) -> String {
    let (_folder, path) = file("labs.csv", format!("{HEADER}{}\n", rows.join("\n")));
    let surgery = [
        "--surgery-date",
        "2026-12-01",
        "--surgery-grade",
        "intermediate",
        "--asa",
        "2",
        "--today",
        "2026-11-20",
    ];
    Run::new(["preop".as_ref(), path.as_os_str()])
        .args(surgery)
        .args(args)
        .columns(400)
        .ok()
        .stdout
}

#[track_caller]
fn json(rows: &[&str], args: &[&str]) -> Value {
    let text = sheet(rows, &[args, &["--to", "json"]].concat());
    serde_json::from_str(&text).expect("JSON")
}

const CREATININE: &str = "1,M,66,S1,2026-11-18 08:00,Creatinine,300,umol/L,60,110,";

#[test]
fn options_that_change_a_number_stand_on_the_sheet() {
    for (args, option, expected) in [
        (&[][..], "egfr", Value::Null),
        (&["--egfr", "2009"], "egfr", "2009".into()),
        (
            &["--calcium-slope", "0.025"],
            "calcium-slope",
            "0.025".into(),
        ),
        (&["--calcium-albumin", "42"], "calcium-albumin", "42".into()),
        (&["--weight", "70"], "weight", "70".into()),
        (&["--height", "170"], "height", "170".into()),
        (&["--adults"], "adults", "true".into()),
        (&["--sex", "male"], "sex", "male".into()),
        (&["--condition", "fasting"], "condition", "fasting".into()),
        // Of everybody, and told on no open page.
        (&["--condition", "pregnancy-t3"], "condition", Value::Null),
    ] {
        let meta = &json(&[CREATININE], args)["meta"];
        assert_eq!(
            meta["options"].get(option).unwrap_or(&Value::Null),
            &expected,
            "{args:?}"
        );
        let text = sheet(&[CREATININE], args);
        let given: Vec<&str> = text
            .lines()
            .filter(|line| line.contains("Options: "))
            .collect();
        let told = match &expected {
            Value::Null => vec![],
            Value::String(value) if value == "true" => vec![format!("  Options: --{option}")],
            value => vec![format!(
                "  Options: --{option} {}",
                value.as_str().unwrap_or("")
            )],
        };
        assert_eq!(given, told, "{args:?}");
    }
}

#[test]
fn the_formula_is_named_with_what_it_gave() {
    let rows = [
        CREATININE,
        "1,M,66,S1,2026-11-18 08:00,Calcium,2.05,mmol/L,2.10,2.60,",
        "1,M,66,S1,2026-11-18 08:00,Albumin,30,g/L,35,50,",
    ];
    for (args, id, expected) in [
        (&[][..], "egfr", "CKD-EPI 2021 creatinine"),
        (
            &["--egfr", "2009"],
            "egfr",
            "CKD-EPI 2009 creatinine, without the ethnicity term",
        ),
        (
            &["--calcium-albumin", "42"],
            "calcium_adjusted",
            "Ca + slope (reference albumin - albumin); slope 0.02 mmol/L per g/L, reference albumin 42 g/L",
        ),
    ] {
        let run = json(&rows, args);
        assert_eq!(run["meta"]["equations"][id], expected, "{args:?}");
        let results = run["patients"][0]["results"].as_array().expect("results");
        let own = results
            .iter()
            .find(|row| row["analyte"] == id)
            .expect("derived");
        assert_eq!(own["formula"], expected, "{args:?}");
        let text = sheet(&rows, args);
        // With the item or the row, and at the foot.
        assert!(text.contains(&format!("derived by {expected}")), "{text}");
        let foot = format!("where it is derived here: {expected}");
        assert!(text.contains(&foot), "{text}");
    }
    // Of no other row.
    let run = json(&rows, &["--weight", "70"]);
    let results = run["patients"][0]["results"].as_array().expect("results");
    for row in results {
        assert_eq!(row["formula"].is_string(), row["derived"] == true, "{row}");
    }
    let own = results
        .iter()
        .find(|row| row["analyte"] == "creatinine_clearance_estimated");
    assert_eq!(
        own.map(|row| row["formula"].clone()),
        Some("Cockcroft-Gault 1976, weight as given; weight 70 kg".into())
    );
}

#[test]
fn files_beside_the_export_are_known_by_their_contents() {
    let (_folder, ours) = file(
        "ours.csv",
        "analyte,low,high,unit\npotassium,3.4,5.2,mmol/L\n",
    );
    let (_other, persons) = file("persons.csv", "patient,sex,birth_date\n1,M,1960-01-01\n");
    let ours = ours.to_str().expect("a path");
    let persons = persons.to_str().expect("a path");
    let run = json(&[CREATININE], &["--ranges", ours, "--patients", persons]);
    let beside = run["meta"]["beside"].as_array().expect("a list");
    let told: Vec<(&str, &str, usize)> = beside
        .iter()
        .map(|file| {
            let text = |key: &str| file[key].as_str().unwrap_or("");
            (text("option"), text("file"), text("sha256").len())
        })
        .collect();
    assert_eq!(told, [("ranges", ours, 16), ("patients", persons, 16)]);
    let text = sheet(&[CREATININE], &["--ranges", ours]);
    assert!(
        text.contains(&format!("  --ranges {ours}, SHA-256 ")),
        "{text}"
    );
    let page = sheet(&[CREATININE], &["--ranges", ours, "--to", "html"]);
    assert!(page.contains("; --ranges <bdi>"), "{page}");
}

/// A page without its tags.
fn text_of(page: &str) -> String {
    let body = page.split_once("<body").map_or(page, |(_, body)| body);
    let mut text = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

#[test]
fn a_cover_asks_for_a_tube_by_when_the_sheet_does() {
    let tube = |patient: &str, potassium: &str| {
        [
            format!(
                "{patient},M,66,S{patient},2026-11-18 08:00,Potassium,{potassium},mmol/L,3.5,5.1,"
            ),
            format!("{patient},M,66,S{patient},2026-11-18 08:00,Hemolysis index,400,mg/dL,,,"),
        ]
    };
    let rows = [tube("1", "4.9"), tube("2", "6.8"), tube("3", "8.9")].concat();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let text = sheet(&rows, &[]);
    let (cover, rest) = text.split_once("WHO LACKS WHAT").expect("a cover");
    let tube = "of 2026-11-18 08:00: sample hemolyzed (about 4 g/L): Potassium,";
    let expected = format!(
        "RECOLLECT (3)\n  2, sample S2 {tube} AT ONCE, today\n  3, sample S3 {tube} AT ONCE, today\n  1, sample S1 {tube} before 2026-12-01\n"
    );
    assert!(cover.contains(&expected), "{cover}");
    // Whoever phones knows that the tube was hemolyzed.
    assert!(
        cover.contains("3: Potassium 8.9 mmol/L (sample hemolyzed, about 4 g/L): "),
        "{cover}"
    );
    assert_eq!(rest.matches("on a fresh sample at once, today.").count(), 2);
    assert_eq!(
        rest.matches("on a fresh sample before the day of surgery.")
            .count(),
        1
    );
    let page = text_of(&sheet(&rows, &["--to", "html"]));
    let (cover, _) = page.split_once("Who lacks what").expect("a cover");
    let (phone, tubes) = cover.split_once("Recollect").expect("tubes");
    assert_eq!(tubes.matches("AT ONCE, today").count(), 2, "{tubes}");
    assert_eq!(tubes.matches("before 2026-12-01").count(), 1, "{tubes}");
    for call in ["STOP 3", "CALL 2", "sample hemolyzed, about 4 g/L"] {
        assert!(phone.contains(call), "{phone}");
    }
}

#[test]
fn a_reported_rate_that_its_creatinine_contradicts_is_on_the_front() {
    let rate = |value: &str| format!("1,M,66,S1,2026-11-18 08:00,eGFR,{value},mL/min/1.73m2,60,,");
    let past = "derived-past-a-limit";
    for (creatinine, reported, code) in [
        ("300", "90", Some(past)),
        // The reported one is past limits, and the other is not.
        ("90", "20", Some(past)),
        // Another equation, and the same side of every limit: only beside the row.
        ("90", "80", None),
        ("300", "19", None),
        // Within what rounding explains: nothing.
        ("90", "81.6", None),
    ] {
        let own = format!("1,M,66,S1,2026-11-18 08:00,Creatinine,{creatinine},umol/L,60,110,");
        let rows = [own.as_str(), &rate(reported)];
        let run = json(&rows, &[]);
        let patient = &run["patients"][0];
        let notices = patient["notices"].as_array().expect("notices");
        let mut told = notices.iter().filter(|notice| {
            notice["code"]
                .as_str()
                .is_some_and(|code| code.starts_with("derived-"))
        });
        let found = told.next();
        assert_eq!(
            found.and_then(|notice| notice["code"].as_str()),
            code,
            "{creatinine} {reported}"
        );
        if let Some(notice) = found {
            assert_ne!(patient["verdict"], "nothing_outside_policy");
            let text = notice["text"].as_str().unwrap_or("");
            assert!(
                text.contains(&format!(": {reported} mL/min/1.73 m² is reported, and ")),
                "{text}"
            );
            assert!(
                text.contains(" mL/min/1.73 m² follows by CKD-EPI 2021 creatinine"),
                "{text}"
            );
        }
        let text = sheet(&rows, &[]);
        let beside = text.contains(" mL/min/1.73 m² by CKD-EPI 2021 creatinine\n");
        assert_eq!(beside, reported != "81.6" && reported != "19", "{text}");
    }
    // In every form, in front of the sections.
    let own = [CREATININE, &rate("90")].map(String::from);
    for form in ["text", "markdown", "html"] {
        let text = text_of(&sheet(&[&own[0], &own[1]], &["--to", form]));
        let (front, _) = text.split_once("Stop: phone now").expect("section A");
        assert!(
            front.contains("90 mL/min/1.73 m² is reported, and 19.2 mL/min/1.73 m²"),
            "{front}"
        );
    }
}

#[test]
fn why_a_value_that_the_policy_limits_was_not_derived() {
    const AT: &str = "S1,2026-11-18 08:00";
    for (rows, person, expected) in [
        (
            &["Calcium,2.05,mmol/L", "Albumin,18,g/L"][..],
            "1,M,66",
            "Calcium, albumin-adjusted not derived: the equation does not hold for this patient or these values",
        ),
        (
            &["Calcium,2.05,mmol/L"],
            "1,M,66",
            "Calcium, albumin-adjusted not derived: Albumin is not in its sample",
        ),
        (
            &["Calcium,2.05,mmol/L", "Albumin,not done,g/L"],
            "1,M,66",
            "Calcium, albumin-adjusted not derived: Albumin of its sample is no input: no result",
        ),
        (
            &[
                "Chloride,100,mmol/L",
                "Sodium,14,mmol/L",
                "Bicarbonate,25,mmol/L",
            ],
            "1,M,66",
            "Anion gap without potassium not derived: Sodium of its sample is no input: implausible",
        ),
        (
            &["Creatinine,90,umol/L"],
            "1,M,",
            "Not in the file and not derived: the age is not certain.",
        ),
        (
            &["Creatinine,90,umol/L"],
            "1,,66",
            "Not in the file and not derived: the sex is not known.",
        ),
        // Nothing that it could be derived from.
        (
            &["Potassium,4.0,mmol/L"],
            "1,M,66",
            "Not in the file and not derived: an input, the age or the sex is missing.",
        ),
    ] {
        let rows: Vec<String> = rows
            .iter()
            .map(|row| format!("{person},{AT},{row},,,"))
            .chain([format!("1,M,66,{AT},Urea,5.0,mmol/L,,,")])
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let text = sheet(&rows, &[]);
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    // A refusal for a pregnancy is not told on the open part.
    let text = sheet(
        &["1,F,30,S1,2026-11-18 08:00,Creatinine,60,umol/L,,,"],
        &["--condition", "pregnancy-t3"],
    );
    let (open, _) = text.split_once("CONFIDENTIAL").unwrap_or((&text, ""));
    assert!(!open.to_lowercase().contains("pregnan"), "{open}");
}

#[test]
fn one_day_is_no_days() {
    let row = |day: &str| format!("1,M,66,S1,{day} 08:00,Potassium,6.8,mmol/L,3.5,5.1,");
    for (day, surgery) in [
        ("2026-11-19", "2026-11-19"),
        ("2026-11-20", "2026-11-19"),
        ("2026-10-20", "2026-11-21"),
    ] {
        for form in ["text", "markdown", "html"] {
            let (_folder, path) = file("labs.csv", format!("{HEADER}{}\n", row(day)));
            let args = [
                "--today",
                "2026-11-20",
                "--surgery-date",
                surgery,
                "--to",
                form,
            ];
            let text = Run::new(["preop".as_ref(), path.as_os_str()])
                .args(args)
                .ok()
                .stdout;
            for wrong in [" 1 days", " 1 results", " 1 rows", "(1 rows", " 1 tests"] {
                assert!(!text.contains(wrong), "{wrong}: {text}");
            }
        }
    }
}

#[test]
fn no_result_is_outside_but_for_what_is_said_in_the_same_sentence() {
    let full = [
        "1,M,66,S1,2026-11-18 08:00,Creatinine,80,umol/L,60,110,",
        "1,M,66,S1,2026-11-18 08:00,Urea,5.0,mmol/L,2.5,7.8,",
        "1,M,66,S1,2026-11-18 08:00,Sodium,140,mmol/L,135,145,",
    ];
    for (potassium, expected) in [
        ("4.0", "+ 0 missing, 0 unusable"),
        (
            "3.4",
            "but for 1 result past a limit that is only noted: + 0 missing, 0 unusable, 1 noted",
        ),
    ] {
        let row = format!("1,M,66,S1,2026-11-18 08:00,Potassium,{potassium},mmol/L,3.5,5.1,");
        let rows: Vec<&str> = full.into_iter().chain([row.as_str()]).collect();
        let run = json(&rows, &[]);
        let patient = &run["patients"][0];
        assert_eq!(patient["verdict"], "nothing_outside_policy", "{run}");
        assert_eq!(
            patient["verdict_words"],
            "NO ENTERED RESULT OUTSIDE THIS POLICY'S LIMITS"
        );
        assert_eq!(patient["verdict_added"], expected);
        for (form, between) in [("text", "\n"), ("markdown", "** "), ("html", " ")] {
            let text = text_of(&sheet(&rows, &["--to", form])).replace("&#39;", "'");
            let line = format!("NO ENTERED RESULT OUTSIDE THIS POLICY'S LIMITS{between}{expected}");
            assert!(text.contains(&line), "{form}: {text}");
        }
    }
}

#[test]
fn what_is_measured_in_pregnancy_alone_stands_apart() {
    let of = |test: &str, comment: &str| format!("1,F,34,S1,2026-11-18 08:00,{test},,,{comment}");
    for (test, comment, apart) in [
        ("PAPP-A,2.1,IU/L", "", true),
        ("Free beta-hCG,40,ug/L", "", true),
        ("Free beta subunit,40,ug/L", "", true),
        ("sFlt-1/PlGF ratio,38,", "", true),
        ("PlGF,138,pg/mL", "", true),
        ("sFlt1,138,pg/mL", "", true),
        ("AFP MoM,1.1,MoM", "", true),
        ("Maternal AFP,5,ug/L", "", true),
        ("AFP quadruple test,5,ug/L", "", true),
        ("Unconjugated estriol,5,nmol/L", "", true),
        ("Sodium,140,mmol/L", "IVF cycle day 8", true),
        ("Sodium,140,mmol/L", "after embryo transfer", true),
        // A tumor marker, a hormone of others, fluid into a vein, a therapy.
        ("AFP,5,ug/L", "", false),
        ("Inhibin A,138,pg/mL", "", false),
        ("Inhibin B,138,pg/mL", "", false),
        ("Pappenheimer bodies,138,", "", false),
        ("Sodium,140,mmol/L", "maternal history of CKD", false),
        ("Sodium,140,mmol/L", "Pappenheimer bodies seen", false),
        ("Carcinoembryonic Ag II,3,ug/L", "", false),
        ("Estradiol,500,pmol/L", "", false),
        ("Sodium,140,mmol/L", "IVF running in same arm", false),
        ("Sodium,140,mmol/L", "on quadruple therapy", false),
    ] {
        let text = sheet(&[&of(test, comment)], &[]);
        let (open, hidden) = text.split_once("CONFIDENTIAL").unwrap_or((&text, ""));
        let said = match comment {
            "" => test.split(',').next().unwrap_or(test),
            comment => comment,
        };
        let said = match said {
            "AFP" => "Alpha-fetoprotein",
            said => said,
        };
        assert_eq!(open.contains(said), !apart, "{test} {comment}: {open}");
        assert_eq!(hidden.contains(said), apart, "{test} {comment}: {text}");
    }
}

#[test]
fn what_right_inputs_cannot_give_is_not_usable_without_a_word() {
    let of = |rows: &[&str], id: &str| {
        let rows = rows
            .iter()
            .map(|row| format!("1,M,66,S1,2026-11-18 08:00,{row},,,\n"));
        let (_folder, path) = file("labs.csv", HEADER.to_string() + &rows.collect::<String>());
        let rows = Run::check(&path).args(["--derive"]).rows();
        let own = rows
            .iter()
            .find(|row| row["line"].is_empty() && row["analyte"] == id);
        own.map_or(String::new(), |row| {
            let suspect = row["notices"].contains("derived-from-suspect");
            format!("{} {} {suspect}", row["value"], row["usability"])
        })
    };
    let gap = |chloride: &str| {
        of(
            &[
                "Sodium,140,mmol/L",
                &format!("Chloride,{chloride},mmol/L"),
                "Bicarbonate,24,mmol/L",
            ],
            "anion_gap",
        )
    };
    assert_eq!(gap("104"), "12.0 usable false");
    assert_eq!(gap("116"), "0.0 usable false");
    assert_eq!(gap("117"), "-1.0 caution true");
    let saturation = |iron: &str| {
        of(
            &[&format!("Iron,{iron},umol/L"), "TIBC,30,umol/L"],
            "transferrin_saturation",
        )
    };
    assert_eq!(saturation("15"), "50.0 usable false");
    assert_eq!(saturation("30"), "100.0 usable false");
    assert_eq!(saturation("40"), "133.3 caution true");
    let rest = |hdl: &str| {
        of(
            &[
                "Cholesterol,4.0,mmol/L",
                &format!("HDL cholesterol,{hdl},mmol/L"),
            ],
            "cholesterol_non_hdl",
        )
    };
    assert_eq!(rest("1.2"), "2.80 usable false");
    assert_eq!(rest("4.5"), "");
}
