//! What a sheet said of a patient and a further row took from it, although it answers nothing: a try in vain, a result of years
//! ago, an empty correction. Each with what has to be in front.

use serumcheck::preop::Sheet;

use crate::bench::{TODAY, of_files, plan, said};

/// The sheet of these rows, by patient's number left out: `sample,collected,test,result,unit,range,status,flag,comment`.
fn sheet_of(words: &str, rows: &[&str]) -> Sheet {
    let header = "patient,sex,birth_date,sample,collected,test,result,unit,reference_range,status,flag,comment";
    let lines = rows.iter().map(|row| format!("1,M,1980-05-01,{row}"));
    let lines: Vec<String> = [header.to_string()].into_iter().chain(lines).collect();
    of_files(&plan(words), TODAY, &[&lines])
}

/// Checks it, in both orders of the rows.
#[track_caller]
fn check(rows: &[&str], expected: &str) {
    let mut rows = rows.to_vec();
    for _ in 0..2 {
        let sheet = sheet_of("minor asa-1 no-diabetes", &rows);
        assert_eq!(said(&sheet), expected, "{rows:#?}\n{:#?}", sheet.items);
        rows.reverse();
    }
}

#[test]
fn a_try_of_which_nothing_came_takes_nothing_away() {
    let old = "o,2026-11-20 08:00,Potassium,4.1,mmol/L,,final,,";
    for (newer, expected) in [
        (
            "h,2026-11-24 08:00,Potassium,7.5,,,final,,",
            "incomplete: D not_interpreted potassium",
        ),
        (
            "h,2026-11-24 08:00,Potassium,QNS,mmol/L,,final,,",
            "incomplete: C unusable potassium",
        ),
        (
            "h,2026-11-24 08:00,Potassium,4.4,mmol/L,,final,,hemolyzed",
            "incomplete: C unusable potassium",
        ),
        (
            "h,2026-11-24 08:00,Potassium,pending,mmol/L,,final,,",
            "incomplete: D absent potassium",
        ),
        (
            "h,2026-11-24 08:00,Potassium,6.8,mmol/L,,final,,",
            "action_needed: A stop potassium",
        ),
    ] {
        check(&[old, newer], expected);
        for vain in [
            "n,2026-11-26 08:00,Potassium,not done,mmol/L,,final,,",
            "n,2026-11-26 08:00,Potassium,,mmol/L,,final,,",
            "n,2026-11-26 08:00,Potassium,N/A,mmol/L,,final,,",
            "n,2026-11-26 08:00,Potassium,,mmol/L,,cancelled,,",
        ] {
            check(&[old, newer, vain], expected);
        }
    }
    // Nor a note, nor does it count as another try since.
    let lipase = "a,2026-11-24 08:00,Lipase,1500,U/L,0-60,final,H,";
    let noted = "nothing_outside_policy: F note lipase 1500 u/l [h]";
    check(&[lipase], noted);
    check(
        &[lipase, "n,2026-11-25 08:00,Lipase,not done,U/L,,final,,"],
        noted,
    );
    let long_ago = [
        "a,2026-05-02 08:00,Potassium,6.8,mmol/L,,final,,",
        "n,2026-11-26 08:00,Potassium,not done,mmol/L,,final,,",
    ];
    let sheet = sheet_of("minor asa-1", &long_ago);
    assert!(sheet.items[0].action.contains("Nothing came since"));
    // Where nothing else is there it is the answer.
    check(&long_ago[1..], "incomplete: D absent potassium");
}

#[test]
fn a_grave_number_on_a_spoiled_tube_stands_until_a_later_result_settles_it() {
    let spoiled = "h,2026-11-24 08:00,Potassium,7.5,mmol/L,,final,,hemolyzed";
    let grave = "review_needed: B review potassium, C unusable potassium";
    check(&[spoiled], grave);
    check(&[spoiled, "u,,Potassium,4.1,mmol/L,,final,,"], grave);
    check(
        &[
            "h,,Potassium,7.5,mmol/L,,final,,hemolyzed",
            "b,2016-01-02 08:00,Potassium,4.2,mmol/L,,final,,",
        ],
        grave,
    );
    // Preliminary: the tube is another, and the number may change.
    check(
        &[
            spoiled,
            "p,2026-11-25 08:00,Potassium,4.1,mmol/L,,preliminary,,",
        ],
        "review_needed: B review potassium, D not_interpreted potassium",
    );
    check(
        &[spoiled, "p,2026-11-25 08:00,Potassium,4.1,mmol/L,,final,,"],
        "nothing_outside_policy: ",
    );
    // Which of the two was first, nobody knows: nothing has to be collected again, and somebody has to ask.
    check(
        &[
            "h,2026-11-24,Sodium,118,mmol/L,,final,,grossly hemolyzed",
            "b,2026-11-24 08:00,Sodium,140,mmol/L,,final,,",
        ],
        "review_needed: B review sodium",
    );
    // Not grave, and repeated on the day.
    check(
        &[
            "h,2026-11-24,Potassium,4.4,mmol/L,,final,,hemolyzed",
            "b,2026-11-24,Potassium,4.1,mmol/L,,final,,",
        ],
        "nothing_outside_policy: ",
    );
    // But for one of any day.
    check(
        &[
            "h,2026-11-24,Potassium,QNS,mmol/L,,final,,",
            "b,,Potassium,4.1,mmol/L,,final,,",
        ],
        "incomplete: C unusable potassium",
    );
}

#[test]
fn a_partner_of_years_ago_answers_nothing() {
    let tsh = "a,2026-11-24 08:30,TSH,40,mIU/L,0.4-4.0,final,H,";
    let needed = "incomplete: D not_interpreted tsh";
    check(&[tsh], needed);
    for t4 in [
        "b,2016-01-01 08:00,Free T4,15,pmol/L,12-22,final,,",
        "b,,Free T4,15,pmol/L,12-22,final,,",
    ] {
        check(&[tsh, t4], needed);
    }
    // Older than one that cannot be used.
    check(
        &[
            tsh,
            "b,2026-11-20 08:00,Free T4,15,pmol/L,12-22,final,,",
            "c,2026-11-24 08:30,Free T4,QNS,pmol/L,12-22,final,,",
        ],
        "incomplete: C unusable free_t4, D not_interpreted tsh",
    );
    check(
        &[tsh, "b,2026-11-20 08:00,Free T4,15,pmol/L,12-22,final,,"],
        "nothing_outside_policy: F note tsh",
    );
}

#[test]
fn what_is_outside_without_a_unit_or_by_the_laboratory_alone_is_noted() {
    for (rows, expected) in [
        (
            "Lipase,1500,,0-60,final,H,",
            "nothing_outside_policy: F note lipase 1500 [h]",
        ),
        (
            "Lipase,1500,furlong,0-60,final,,",
            "nothing_outside_policy: F note lipase 1500 furlong [h]",
        ),
        ("Lipase,30,,0-60,final,,", "nothing_outside_policy: "),
        (
            "Total protein,20,g/L,60-80,final,L,slightly hemolyzed",
            "nothing_outside_policy: F note protein, total 20 g/l [l]",
        ),
        (
            "Lactate,3.4,mmol/L,,final,H,",
            "incomplete: D not_interpreted lactate",
        ),
        ("Lactate,3.4,mmol/L,,final,,", "nothing_outside_policy: "),
    ] {
        let row = format!("a,2026-11-24 08:30,{rows}");
        check(&[&row], expected);
    }
}

#[test]
fn an_inequality_of_which_the_context_is_open_is_asked_for() {
    let sheet = sheet_of(
        "minor asa-1 no-diabetes",
        &["a,2026-11-24 08:30,BNP,>70,ng/L,,final,,"],
    );
    assert_eq!(
        said(&sheet),
        "incomplete: D not_stated bnp",
        "{:#?}",
        sheet.items
    );
}

#[test]
fn an_empty_correction_takes_no_stop_away() {
    let stop = "a,2026-11-24 08:30,Potassium,7.5,mmol/L,,final,,";
    for correction in [
        "pending,mmol/L,,corrected,,",
        "see comment,mmol/L,,corrected,,",
        ",mmol/L,,corrected,,",
        "QNS,mmol/L,,corrected,,",
        "4.1,,,corrected,,",
    ] {
        let row = format!("a,2026-11-24 08:30,Potassium,{correction}");
        let sheet = sheet_of("minor asa-1 no-diabetes", &[stop, &row]);
        let first = &sheet.items[0];
        assert!(
            said(&sheet).starts_with("action_needed: A stop potassium"),
            "{correction}: {}",
            said(&sheet)
        );
        assert!(
            first.action.contains("IN DOUBT"),
            "{correction}: {}",
            first.action
        );
    }
    check(
        &[stop, "a,2026-11-24 08:30,Potassium,4.1,mmol/L,,corrected,,"],
        "nothing_outside_policy: E not_indicated potassium",
    );
}

#[test]
fn nobody_is_told_not_to_repeat_what_the_laboratory_asks_about() {
    for beside in [",final,,please repeat", ",final,HH,"] {
        let row = format!("a,2026-11-24 08:30,Potassium,4.2,mmol/L,3.5-5.1{beside}");
        let sheet = sheet_of("minor asa-1 no-diabetes", &[&row]);
        assert!(
            !said(&sheet).contains("E not_indicated"),
            "{beside}: {}",
            said(&sheet)
        );
    }
}

#[test]
fn an_old_negative_answer_does_not_stand_whatever_the_test_is_called() {
    for (test, day, expected) in [
        ("Urine pregnancy test", "2025-01-01 08:00", "D expired"),
        ("Pregnancy test", "2025-01-01 08:00", "D expired"),
        ("Urine pregnancy test", "", "D undated"),
    ] {
        let header = "patient,sex,birth_date,sample,collected,test,result,unit".to_string();
        let row = format!("1,F,1996-05-01,a,{day},{test},negative,");
        let plan = plan("minor asa-1 no-diabetes childbearing-potential");
        let sheet = of_files(&plan, TODAY, &[&[header, row]]);
        assert!(
            said(&sheet).contains(expected),
            "{test} {day}: {}",
            said(&sheet)
        );
    }
}

#[test]
fn the_age_on_the_day_hangs_on_no_day_of_collection() {
    let sheet = sheet_of(
        "minor asa-1 no-diabetes",
        &["a,24/11/26,Potassium,4.2,mmol/L,3.5-5.1,final,,"],
    );
    assert!(sheet.patient.age.starts_with("46"), "{}", sheet.patient.age);
    assert!(!said(&sheet).contains("D not_stated"), "{}", said(&sheet));
}

#[test]
fn a_denial_against_a_context_that_means_it_is_told() {
    let rows = ["a,2026-11-24 08:30,Potassium,4.2,mmol/L,3.5-5.1,final,,"];
    let sheet = sheet_of("minor asa-1 dialysis no-ckd", &rows);
    let told = sheet
        .notices
        .iter()
        .find(|notice| notice.code == "context-denied");
    assert!(told.is_some_and(|told| told.text.contains("no-ckd against dialysis")));
    let sheet = sheet_of("minor asa-1 dialysis", &rows);
    assert!(
        sheet
            .notices
            .iter()
            .all(|notice| notice.code != "context-denied")
    );
}
