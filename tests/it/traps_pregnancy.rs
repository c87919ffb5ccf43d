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
        &[("F,3", PREGNANT), ("F,1st", PREGNANT), ("F,", JUDGED)],
    );
    // Under another header a number is none.
    check("sex,fasting", &[("F,1", JUDGED)]);
}
