//! A pregnancy that is stated in the cell of the sex, in a comment, by its trimester or under other headers; and its denials.

use crate::run::{Run, file};

/// What the notices of a creatinine are that is judged for a woman who is not pregnant, and for one who is.
const JUDGED: &str = "N method-dependent";
const PREGNANT: &str = " no-interval";

/// A creatinine that has an interval for adults and none for a pregnancy, three times: what is remembered is the same.
#[track_caller]
fn check(header: &str, rows: &[(&str, &str)]) {
    let mut text = format!("patient,sample,collected,age,{header},test,result,unit\n");
    for time in 0..3 {
        for (at, (cells, _)) in rows.iter().enumerate() {
            text +=
                &format!("P{at},S{time}{at},2026-10-12 07:10,30,{cells},Creatinine,0.95,mg/dL\n");
        }
    }
    let (_folder, path) = file("labs.csv", text);
    let said = Run::check(&path).rows();
    let expected = rows.iter().cycle();
    for (row, (cells, expected)) in said.iter().zip(expected) {
        let shown = format!("{} {}", row["flag"].as_str(), row["notices"].as_str());
        assert_eq!(shown, *expected, "{header}: {cells}");
    }
}

#[test]
fn a_pregnancy_beside_the_sex() {
    check(
        "sex",
        &[
            ("Female", JUDGED),
            ("Female (pregnant)", PREGNANT),
            ("F", JUDGED),
            ("F - pregnant", PREGNANT),
            ("Female", JUDGED),
            ("M", JUDGED),
        ],
    );
    check(
        "sex",
        &[(
            "Female (not pregnant)",
            "N limits-combined method-dependent",
        )],
    );
}

#[test]
fn a_pregnancy_in_a_comment() {
    check(
        "sex,comment",
        &[
            ("F,32 weeks pregnant", PREGNANT),
            ("F,Patient is pregnant", PREGNANT),
            ("F,Pregnant (28 weeks). On iron", PREGNANT),
            ("F,not pregnant", JUDGED),
            ("F,pregnancy test negative", JUDGED),
            ("F,exclude pregnancy", JUDGED),
            ("F,previous pregnancy", JUDGED),
            ("F,Pregnant women: 0.4-0.8", JUDGED),
            ("F,pregnant?", JUDGED),
            ("M,wife of 30 weeks pregnant", JUDGED),
            ("M,pregnant", JUDGED),
            ("F,", JUDGED),
        ],
    );
}

/// Any word may stand under a header of pregnancy: one for no is no, and one that is not known is told.
#[test]
fn words_under_a_header_of_pregnancy() {
    const UNREAD: &str = " condition-unread no-interval";
    check(
        "sex,pregnant",
        &[
            ("F,Yes", PREGNANT),
            ("F,No", JUDGED),
            ("F,no.", JUDGED),
            ("F,0.0", JUDGED),
            ("F,Not applicable", JUDGED),
            ("F,not known", JUDGED),
            ("F,No - not pregnant", JUDGED),
            ("F,Post-menopausal", JUDGED),
            ("F,postpartum", JUDGED),
            ("F,6 weeks postpartum", JUDGED),
            ("F,non enceinte", JUDGED),
            ("F,nicht schwanger", JUDGED),
            ("F,keine", JUDGED),
            ("F,sans objet", JUDGED),
            ("F,no complications and pregnant 32 weeks", UNREAD),
            ("F,see notes", UNREAD),
            ("F,yes/no", UNREAD),
            ("F,2nd", PREGNANT),
            // A code, and no weeks.
            ("F,2", UNREAD),
            ("F,-1", UNREAD),
            // Nobody's own.
            ("M,Yes", JUDGED),
            ("M,Not applicable", JUDGED),
            ("M,see notes", JUDGED),
            ("Male,39", JUDGED),
            // And a sex that is not known may be hers.
            (",Yes", PREGNANT),
        ],
    );
    for (header, no, yes) in [
        ("беременность", "нет", "да"),
        ("是否怀孕", "否", "是"),
        ("妊娠", "なし", "あり"),
        ("임신여부", "아니오", "예"),
        ("schwanger", "nein", "ja"),
        ("embarazada", "no", "sí"),
    ] {
        let (no, yes) = (format!("F,{no}"), format!("F,{yes}"));
        check(
            &format!("sex,{header}"),
            &[(&no, JUDGED), (&yes, PREGNANT), ("F,~", UNREAD)],
        );
    }
}

/// A number of weeks beside a small child is that in which it was born.
#[test]
fn a_pregnancy_beside_a_small_child() {
    let mut text = "patient,sex,age,gestation,test,result,unit\n".to_string();
    for sex in ["F", "M", "F"] {
        for (age, weeks) in [("3 d", "39"), ("3 d", ""), ("11 mo", "yes"), ("30", "39")] {
            text += &format!("P,{sex},{age},{weeks},Potassium,5.4,mmol/L\n");
        }
    }
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).args(["--profile", "uk"]).rows();
    let shown: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", row["flag"], row["notices"]))
        .collect();
    assert_eq!(shown[0], shown[1]);
    assert_eq!(shown[4], shown[5]);
    assert_ne!(shown[3], shown[7]);
    assert_eq!(shown[..4], shown[8..]);
}

/// Under its own header a trimester is one, as it is among the conditions.
#[test]
fn a_trimester_under_a_header_of_pregnancy() {
    let judged = |header: &str, cells: &str| {
        let text = format!(
            "patient,sex,age,{header},test,result,unit\nP,F,30,{cells},ALT,30,U/L\nP,F,30,{cells},ALT,30,U/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).args(["--profile", "uk"]).rows();
        rows[1]["flag"].clone()
    };
    for cells in [
        "third trimester",
        "pregnancy-t3",
        "Trimester 3",
        "Yes - 3rd trimester",
    ] {
        assert_eq!(
            judged("Condition", cells),
            judged("Pregnancy", cells),
            "{cells}"
        );
        assert_eq!(judged("Pregnancy", cells), "H", "{cells}");
    }
    assert_eq!(judged("Condition,Pregnant", "third trimester,yes"), "H");
    assert_eq!(judged("Condition,Pregnant", "fasting,yes"), "");
    assert_eq!(judged("Pregnancy", "pregnant"), "");
}

#[test]
fn a_pregnancy_by_its_weeks_and_its_trimester() {
    for header in ["Weeks of gestation", "pregnancy week", "gravid"] {
        check(
            &format!("sex,{header}"),
            &[("F,32", PREGNANT), ("F,", JUDGED), ("F,no", JUDGED)],
        );
    }
    check(
        "sex,trimester",
        &[
            ("F,3", PREGNANT),
            ("F,1st", PREGNANT),
            ("F,2.0", PREGNANT),
            ("F,none", JUDGED),
            ("F,0", JUDGED),
            ("F,Q2", " condition-unread no-interval"),
            ("F,", JUDGED),
            ("M,2", JUDGED),
        ],
    );
    // Under another header a number is none.
    check("sex,fasting", &[("F,1", JUDGED)]);
}

/// What a file of patients says of a pregnancy was passed over without a word.
#[test]
fn a_pregnancy_that_a_file_of_patients_tells() {
    for (header, cells) in [
        (
            "pregnant",
            &[
                ("yes", PREGNANT),
                ("no", JUDGED),
                ("", JUDGED),
                ("N", JUDGED),
                ("Y", PREGNANT),
            ][..],
        ),
        ("RIDEXPRG", &[("1", PREGNANT), ("2", JUDGED), ("3", JUDGED)]),
        ("gestational weeks", &[("20", PREGNANT), ("", JUDGED)]),
        (
            "trimester",
            &[
                ("2", PREGNANT),
                ("III", PREGNANT),
                ("1st trimester", PREGNANT),
                ("0", JUDGED),
                ("none", JUDGED),
                ("", JUDGED),
            ],
        ),
        (
            "pregnancy status",
            &[("qwxyz", " condition-unread no-interval")],
        ),
    ] {
        let mut people = format!("patient,sex,age,{header}\n");
        let mut labs = "patient,sample,collected,test,result,unit\n".to_string();
        for time in 0..3 {
            for (at, (cell, _)) in cells.iter().enumerate() {
                if time == 0 {
                    people += &format!("P{at},F,30,{cell}\n");
                }
                labs += &format!("P{at},S{time}{at},2026-10-12 07:10,Creatinine,0.95,mg/dL\n");
            }
        }
        let (_folder, people) = file("people.csv", people);
        let (_other, path) = file("labs.csv", labs);
        let run = Run::check(&path).args(["--patients".as_ref(), people.as_os_str()]);
        for (row, (cell, expected)) in run.rows().iter().zip(cells.iter().cycle()) {
            let shown = format!("{} {}", row["flag"].as_str(), row["notices"].as_str());
            assert_eq!(shown, *expected, "{header}: {cell}");
        }
    }
}

/// Whoever holds the sheet learns on the confidential part, and there alone, what a row of the file says.
#[test]
fn a_sheet_of_somebody_whose_rows_say_that_she_is_pregnant() {
    const TOLD: &str = "stands on the confidential part alone";
    const ASKED: &str = "A row of the file says that she is pregnant";
    for (sex, cell, is_told) in [
        ("F", "yes", true),
        ("F", "28 weeks", true),
        ("F", "no", false),
        ("F", "qwxyz", false),
        ("F", "", false),
        ("M", "yes", false),
    ] {
        let text = format!(
            "patient,collected,sex,age,test,result,unit,range,pregnant\nP1,2026-11-20,{sex},31,Potassium,4.2,mmol/L,3.5-5.1,{cell}\n"
        );
        let sheet = crate::run::sheet_or_stop(&text).stdout;
        let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
        let (open, secret) = sheet.split_once(" CONFIDENTIAL: ").unwrap_or((&sheet, ""));
        assert_eq!(open.contains(TOLD), is_told, "{sex} {cell}: {open}");
        assert_eq!(secret.contains(ASKED), is_told, "{sex} {cell}: {secret}");
        assert!(!open.contains("pregnan"), "{sex} {cell}: {open}");
    }
}
