//! Years of two digits: times that are read where they can mean one thing, births of which one century is possible.

use crate::run::{Run, file};

/// Time of collection as it is read (`?` where it is not), age and flag of each row, and whether the run says how to settle
/// the order.
fn said_with(text: &str, more: &[&str]) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    said_of(Run::check(&path).args(more))
}

fn said_of(run: Run) -> Vec<String> {
    let done = run.args(["--to", "json"]).ok();
    let run: serde_json::Value = serde_json::from_str(&done.stdout).expect("JSON");
    let results = run["results"].as_array().expect("results").iter();
    let mut said: Vec<String> = results
        .map(|row| {
            let age = &row["person"]["age_years"];
            let flag = row["flag"].as_str().unwrap_or("-");
            let time = row["collected_iso"].as_str().unwrap_or("?");
            format!("{time} {age} {flag}").replace("null", "?")
        })
        .collect();
    if done.stderr.contains("give --date-order dmy, mdy or ymd") {
        said.push("asks".to_string());
    }
    said
}

fn said(text: &str) -> Vec<String> {
    said_with(text, &[])
}

/// A potassium for each line of `collected,birth`.
fn rows(lines: &[&str]) -> String {
    let mut text = "patient,sex,test,result,unit,range,collected,birth\n".to_string();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(&format!("P{at},F,Potassium,4.1,mmol/L,3.5-5.1,{line}\n"));
    }
    text
}

#[test]
fn times_of_one_meaning() {
    for (lines, expected) in [
        (
            &["18-MAY-26 08:15,1960-03-02"][..],
            &["2026-05-18T08:15 66 N"][..],
        ),
        (
            &["18-MAY-26 08.15.00.000000 PM,1960-03-02"],
            &["2026-05-18T20:15:00 66 N"],
        ),
        (&["18/mai/26,1960-03-02"], &["2026-05-18 66 N"]),
        // One day above 12 settles the others, in whichever row it stands.
        (
            &["05/06/26 08:15,1960-03-02", "5/18/26,1960-03-02"],
            &["2026-05-06T08:15 66 N", "2026-05-18 66 N"],
        ),
        (
            &["18.05.26,02.03.1960", "06.05.26,02.03.1960"],
            &["2026-05-18 66 N", "2026-05-06 66 N"],
        ),
        (&["18/05/26,25/12/1960"], &["2026-05-18 65 N"]),
        // A birth of 60 is no day: its year is last.
        (&["18.05.26,02.03.60"], &["2026-05-18 66 N"]),
        (&["18.05.98,02.03.60"], &["1998-05-18 38 N"]),
        // A child, or somebody very old: nobody knows.
        (
            &["18.05.26,02.03.15", "18.05.26,02.03.60"],
            &["2026-05-18 ? N", "2026-05-18 66 N"],
        ),
        // What is open stays open, and is told.
        (&["18.05.26,1960-03-02"], &["? ? N", "asks"]),
        (&["26-05-18,1960-03-02"], &["? ? N", "asks"]),
        (&["18/05/26,1960-03-02"], &["? ? N", "asks"]),
        (&["05/06/26,1960-03-02"], &["? ? N", "asks"]),
        (
            &[
                "5/18/26,1960-03-02",
                "18/5/26,1960-03-02",
                "05/06/26,1960-03-02",
            ],
            &["2026-05-18 66 N", "? ? N", "? ? N", "asks"],
        ),
        // Neither century is of a laboratory.
        (&["18-MAY-62,1960-03-02"], &["? ? N"]),
        // Years in front of a month that is a word.
        (
            &["26-MAY-18,1960-03-02", "94-MAY-18,1960-03-02"],
            &["? ? N", "? ? N"],
        ),
    ] {
        assert_eq!(said(&rows(lines)), expected, "{lines:?}");
        let turned: Vec<&str> = lines.iter().rev().copied().collect();
        let mut back = said(&rows(&turned));
        back[..lines.len()].reverse();
        assert_eq!(back, expected, "{turned:?}");
    }
}

#[test]
fn a_stated_order_settles_it() {
    for (order, collected, expected) in [
        ("dmy", "18.05.26", "2026-05-18 66 N"),
        ("dmy", "05/06/26", "2026-06-05 66 N"),
        ("mdy", "05/06/26", "2026-05-06 66 N"),
        ("ymd", "26-05-18 08:15", "2026-05-18T08:15 66 N"),
        ("ymd", "26/5/8", "2026-05-08 66 N"),
        ("ymd", "18.05.26", "2018-05-26 58 N"),
        // Against the order.
        ("dmy", "5/18/26", "? ? N"),
        ("ymd", "5/18/26", "? ? N"),
    ] {
        let text = rows(&[&format!("{collected},1960-03-02")]);
        let found = said_with(&text, &["--date-order", order]);
        assert_eq!(found, [expected], "{order} {collected}");
    }
    let layout = "date_order = \"ymd\"\n";
    let (_labs, labs) = file("labs.csv", rows(&["26-05-18,1960-03-02"]));
    let (_folder, layout) = file("layout.toml", layout);
    let run = Run::check(&labs).args(["--layout".as_ref(), layout.as_os_str()]);
    assert_eq!(said_of(run), ["2026-05-18 66 N"]);
}

#[test]
fn one_rule_in_every_kind_of_table() {
    let wide = "patient,sex,birth,collected,Potassium (mmol/L),Sodium (mmol/L)\n\
                P1,F,02.03.60,18.05.26 08:15,4.1,140\n";
    let above = "Patient: P1\nCollected: 18/05/26\nBirth date: 02/03/60\nSex: F\n\
                 Test,Result,Unit,Range\nPotassium,4.1,mmol/L,3.5-5.1\nSodium,140,mmol/L,136-145\n";
    let two = ["2026-05-18T08:15 66 N", "2026-05-18T08:15 66 N"];
    assert_eq!(said(wide), two);
    assert_eq!(said(above), ["2026-05-18 66 N"; 2]);
    for (dates, expected) in [
        ("5/6/26,5/18/26", &["2026-05-06 ? N", "2026-05-18 ? H"][..]),
        ("06.05.26,18.05.26", &["? ? N", "? ? H", "asks"]),
        ("6.5.26,18.05.26", &["2026-05-06 ? N", "2026-05-18 ? H"]),
        ("18-MAY-26,19-MAY-26", &["2026-05-18 ? N", "2026-05-19 ? H"]),
    ] {
        let text = format!("Test,Unit,Reference,{dates}\nPotassium,mmol/L,3.5-5.1,4.2,5.9\n");
        assert_eq!(said(&text), expected, "{dates}");
    }
}

/// The order of the file of patients is its own.
#[test]
fn births_in_a_file_of_patients() {
    let labs = "patient,test,result,unit,collected\nP1,Potassium,4.1,mmol/L,05/18/26\n";
    for (births, age) in [
        (&["02/06/60", "25/12/70"][..], "65"),
        (&["06/02/60", "12/25/70"], "65"),
        (&["02/06/15", "25/12/70"], "?"),
        (&["02-JUN-60"], "65"),
    ] {
        let mut patients = "patient,sex,birth_date\n".to_string();
        for (at, birth) in births.iter().enumerate() {
            patients.push_str(&format!("P{},F,{birth}\n", at + 1));
        }
        let (_labs, labs) = file("labs.csv", labs);
        let (_folder, patients) = file("patients.csv", &patients);
        let run = Run::check(&labs).args(["--patients".as_ref(), patients.as_os_str()]);
        let found = said_of(run);
        assert!(
            found[0].starts_with(&format!("2026-05-18 {age} ")),
            "{births:?} {found:?}"
        );
    }
}

/// A report behind another replaces it, by the times that are read.
#[test]
fn what_was_reported_later_is_told_by_moments() {
    let text = |times: [&str; 2]| {
        format!(
            "patient,sample,collected,reported,sex,age,test,result,unit,range,status\n\
             P1,S1,18-MAY-26 07:00,{},F,50,Potassium,4.1,mmol/L,3.5-5.1,F\n\
             P1,S1,18-MAY-26 07:00,{},F,50,Potassium,4.1,mmol/L,3.5-5.1,W\n",
            times[0], times[1]
        )
    };
    let notices = |text: String| {
        let (_folder, path) = file("labs.csv", text);
        Run::check(&path).rows()[0]["notices"].clone()
    };
    for [before, behind] in [
        ["18-MAY-26 09:00", "18-MAY-26 10:00"],
        ["30-APR-26 09:00", "01-MAY-26 09:00"],
    ] {
        let full = |time: &str| time.replace("-26 ", "-2026 ");
        let (one, other) = (
            notices(text([before, behind])),
            notices(text([behind, before])),
        );
        assert_ne!(one, other, "{before}");
        assert_eq!(
            one,
            notices(text([&full(before), &full(behind)])),
            "{before}"
        );
        assert_eq!(
            other,
            notices(text([&full(behind), &full(before)])),
            "{before}"
        );
    }
}

#[test]
fn a_time_with_a_short_year_is_one_sample() {
    let said = |own: &str, index: &str| {
        let text = format!(
            "patient,collected,sex,age,specimen,test,value,unit,range\n\
             P1,{own},F,50,Serum,Potassium,4.1,mmol/L,3.5-5.1\nP1,{index},F,50,Serum,Hemolysis index,200,mg/dL,\n"
        );
        let (_folder, path) = file("labs.csv", text);
        Run::check(&path).rows()[0]["usability"].clone()
    };
    for (own, index, expected) in [
        ("18-MAY-26 07:15", "18-May-26 7:15:00", "indeterminate"),
        ("18.05.26 07:15", "18.5.26 7:15", "indeterminate"),
        ("18-MAY-26 07:15", "18-MAY-26 08:15", "usable"),
        ("18-MAY-26 07:15", "19-MAY-26 07:15", "usable"),
    ] {
        assert_eq!(said(own, index), expected, "{own}, {index}");
    }
}

/// The same bytes on one thread or many: the row that settles the order is the last of many.
#[test]
fn the_row_that_settles_it_may_stand_anywhere() {
    let mut lines: Vec<String> = (0..20_000)
        .map(|at| format!("0{}/0{}/26 08:15,1960-03-02", at % 9 + 1, at % 8 + 1))
        .collect();
    lines.push("05/18/26,1960-03-02".to_string());
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (_folder, path) = file("labs.csv", rows(&lines));
    let written = |threads: &str| {
        let run = Run::check(&path).args(["--to", "csv", "--threads", threads]);
        run.ok().stdout
    };
    let one = written("1");
    assert_eq!(one, written("2"));
    assert!(!one.contains("date-ambiguous"), "an order is settled");
}

#[test]
fn the_year_that_stays_and_the_language_of_a_header() {
    let days = ["18", "02", "09", "19", "22"];
    let with_points: Vec<String> = days
        .iter()
        .map(|day| format!("{day}.05.26,1960-03-02"))
        .collect();
    let year_first: Vec<String> = days
        .iter()
        .map(|day| format!("26.05.{day},1960-03-02"))
        .collect();
    for lines in [with_points, year_first] {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(said(&rows(&lines))[0], "2026-05-18 66 N");
        assert_eq!(said(&rows(&lines[..4])).last().expect("one"), "asks");
    }
    for (header, cell, expected) in [
        ("Abnahmedatum", "18.05.26", "2026-05-18 66 N"),
        ("Tarih", "05.06.26 08:15", "2026-06-05T08:15 66 N"),
        ("Abnahmedatum", "18/05/26", "? ? N"),
        ("Date", "18.05.26", "? ? N"),
    ] {
        let text = rows(&[&format!("{cell},1960-03-02")]).replace("collected", header);
        assert_eq!(said(&text)[0], expected, "{header} {cell}");
    }
}

#[test]
fn years_of_the_republic_of_china() {
    let taiwan = "病歷號,性別,生日,採檢日期,檢驗項目,結果,單位,參考值";
    let english = "Chart No,Sex,Birthday,Collected,Test,Result,Unit,Range";
    let mainland = "病历号,性别,出生日期,采样日期,检验项目,结果,单位,参考值";
    for (header, birth, collected, expected) in [
        // A birth before 2011 has a year of two digits: it was read as one of the last century, eleven years too early.
        (taiwan, "99/05/26", "115/11/18", "2026-11-18 16 N"),
        (
            taiwan,
            "70/05/26",
            "115/11/18 08:15",
            "2026-11-18T08:15 45 N",
        ),
        (taiwan, "70.05.26", "115.11.18", "2026-11-18 45 N"),
        (taiwan, "099/05/26", "115/11/18", "2026-11-18 16 N"),
        (taiwan, "112/05/26", "99/11/18", "2010-11-18 ? N"),
        // Of which calendar, nobody knows.
        (taiwan, "99/05/26", "2026/11/18", "2026-11-18 ? N"),
        (taiwan, "1981/05/26", "99/11/30", "? ? N"),
        (english, "99/05/26", "115/11/18", "2026-11-18 ? N"),
        (mainland, "99/05/26", "2026/11/18", "2026-11-18 27 N"),
        (english, "99/05/26", "2026/11/18", "2026-11-18 27 N"),
    ] {
        let text = format!("{header}\nP1,F,{birth},{collected},Potassium,4.1,mmol/L,3.5-5.1\n");
        assert_eq!(said(&text), [expected], "{header}: {birth} {collected}");
        // An order of the numbers is none of the calendar.
        let stated = said_with(&text, &["--date-order", "ymd"]);
        assert_eq!(stated, [expected], "{header}: {birth} {collected}");
    }
}
