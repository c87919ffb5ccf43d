//! What a quiet front must not hide: rows that name nobody, children, earlier stops, tubes that were turned away.

use serumcheck::preop::Sheet;

use crate::bench::{TODAY, of_files, plan, said};

/// The sheet of an export with these rows, as a laboratory lists them by the day.
fn list(rows: &[&str]) -> Sheet {
    of(
        "patient,sample,collected,sex,birth_date,specimen,test,result,unit,reference_range,flag,status,comment",
        rows,
    )
}

fn of(header: &str, rows: &[&str]) -> Sheet {
    let lines = [header].into_iter().chain(rows.iter().copied());
    let lines: Vec<String> = lines.map(str::to_string).collect();
    of_files(&plan("minor asa-1 no-diabetes"), TODAY, &[&lines])
}

#[track_caller]
fn check(sheet: &Sheet, expected: &str) {
    let found = said(sheet);
    assert_eq!(found, expected, "{:#?}\n{:#?}", sheet.items, sheet.notices);
}

const HIGH: &str = "2026-11-28 08:00,M,1980-01-03,Serum,Potassium,6.9,mmol/L,3.5-5.1,HH,final,";
const CALM: &str = "2026-11-30 10:00,M,1980-01-03,Serum,Potassium,4.1,mmol/L,3.5-5.1,,final,";

#[test]
fn of_rows_that_name_nobody_none_takes_another_away() {
    let nobody = "sample,collected,test,result,unit,reference_range";
    let sheet = of(
        nobody,
        &[
            "a,2026-11-28,Potassium,6.9,mmol/L,3.5-5.1",
            "b,2026-11-29,Potassium,4.1,mmol/L,3.5-5.1",
        ],
    );
    let found = said(&sheet);
    assert!(
        found.starts_with("action_needed: A stop potassium"),
        "{found}"
    );
    assert!(
        sheet.items[0].action.contains("another person's"),
        "{}",
        sheet.items[0].action
    );
    let other_birth = CALM.replace("1980-01-03", "1947-01-03");
    for (rows, expected) in [
        ([format!(",a,{HIGH}"), format!(",b,{other_birth}")], true),
        // One day of birth on every row: one person's.
        ([format!(",a,{HIGH}"), format!(",b,{CALM}")], false),
    ] {
        let sheet = list(&[&rows[0], &rows[1]]);
        let stops = said(&sheet).contains("A stop potassium");
        assert_eq!(stops, expected, "{rows:?}: {}", said(&sheet));
    }
}

#[test]
fn a_child_is_called_for_like_anybody() {
    for (row, expected) in [
        (
            "Blood,Hemoglobin,55,g/L,110-140,LL,final,",
            "review_needed: B review hemoglobin, D refused adult policy",
        ),
        (
            "Serum,Potassium,6.9,mmol/L,3.5-5.1,HH,final,hemolyzed",
            "review_needed: B review potassium, C unusable potassium, D refused adult policy",
        ),
        (
            "Serum,Foobarin,9,U/L,,critical,final,",
            "review_needed: B review foobarin, D refused adult policy",
        ),
        (
            "Serum,Potassium,,mmol/L,3.5-5.1,,final,clotted",
            "incomplete: C unusable potassium, D refused adult policy",
        ),
        (
            "Serum,Potassium,5.4,mmol/L,3.5-5.1,H,final,",
            "incomplete: D refused adult policy, D not_interpreted potassium 5.4 mmol/l [h]",
        ),
        // The list in use has no limit for blood counts.
        (
            "Blood,Hemoglobin,39,g/L,110-140,,final,",
            "incomplete: D refused adult policy, D not_interpreted hemoglobin 39 g/l [l]",
        ),
        (
            "Plasma,INR,7.1,,,,final,",
            "incomplete: D refused adult policy, D not_interpreted inr 7.1 inr",
        ),
        (
            "Serum,Potassium,4.4,mmol/L,3.5-5.1,,final,",
            "incomplete: D refused adult policy",
        ),
    ] {
        let sheet = list(&[&format!("C1,a,2026-11-29 08:00,M,2023-06-03,{row}")]);
        check(&sheet, expected);
    }
}

#[test]
fn a_name_that_may_mean_one_molecule_or_the_other_is_called_by_either_and_asked() {
    for (value, expected) in [
        ("95", "action_needed: A stop urea, D not_interpreted urea"),
        ("250", "action_needed: A stop urea, D not_interpreted urea"),
        ("30", "incomplete: D not_interpreted urea"),
    ] {
        let row = format!("Serum,Urea (BUN),{value},mg/dL,,,final,");
        let sheet = list(&[&format!("U1,a,2026-11-29 08:00,M,1980-06-03,{row}")]);
        check(&sheet, expected);
        assert_eq!(sheet.items[0].name, "Urea (BUN)");
        let asks = sheet.items[0].action.contains("ask which it is");
        assert_eq!(asks, value != "30", "{}", sheet.items[0].action);
    }
}

#[test]
fn a_pregnancy_at_fourteen_is_read_by_somebody() {
    for row in [
        "Serum,hCG,1200,IU/L,<5,H,final,",
        "Urine,hCG,positive,,negative,,final,",
    ] {
        let sheet = list(&[&format!("G1,a,2026-11-29 08:00,F,2012-06-03,{row}")]);
        let item = sheet.items.iter().find(|item| item.confidential);
        let item = item.unwrap_or_else(|| panic!("{row}: {}", said(&sheet)));
        assert!(item.action.contains("ask in private"), "{}", item.action);
        assert_eq!(sheet.verdict.key(), "review_needed", "{row}");
    }
    let quiet = list(&["G1,a,2026-11-29 08:00,F,2012-06-03,Serum,hCG,1,IU/L,<5,,final,"]);
    check(&quiet, "incomplete: D refused adult policy");
}

#[test]
fn an_earlier_stop_is_told_and_nobody_is_told_not_to_repeat_it() {
    let calm = format!("Z1,b,{CALM}");
    let zinc = |day: &str, value: &str, flag: &str| {
        format!(
            "Z1,z{day},2026-11-{day} 08:00,M,1980-01-03,Serum,Zinc,{value},umol/L,11-24,{flag},final,"
        )
    };
    for rows in [
        vec![format!("Z1,a,{HIGH}"), calm.clone()],
        // Past a limit still, and no stop any more.
        vec![format!("Z1,a,{HIGH}"), calm.replace(",4.1,", ",5.9,")],
        // Critical by the laboratory's flag alone.
        vec![zinc("28", "2", "LL"), zinc("29", "15", "")],
    ] {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let sheet = list(&rows);
        assert!(sheet.has_followed_stop(), "{rows:?}: {}", said(&sheet));
        assert!(!said(&sheet).contains("E "), "{rows:?}: {}", said(&sheet));
    }
    // Nothing that may be used came since: the flag stands.
    let lost = zinc("29", "15", "").replace("final,", "preliminary,");
    let sheet = list(&[&zinc("28", "2", "LL"), &lost]);
    assert!(said(&sheet).contains("B review zinc"), "{}", said(&sheet));
}

#[test]
fn a_tube_that_was_turned_away_is_collected_again() {
    let good = "I1,a,2026-11-20 08:00,M,1980-01-03,Serum,Potassium,4.2,mmol/L,3.5-5.1,,final,";
    let lost = "I1,b,2026-11-29 08:00,M,1980-01-03,Serum,Potassium,,mmol/L,3.5-5.1,,rejected,hemolyzed - please resend";
    check(&list(&[good, lost]), "incomplete: C unusable potassium");
}

#[test]
fn what_lacks_and_why_is_named() {
    let action = |rows: &[&str], name: &str| {
        let sheet = list(rows);
        let item = sheet.items.iter().find(|item| item.analyte == name);
        let item = item.unwrap_or_else(|| panic!("{name}: {}", said(&sheet)));
        item.action.clone()
    };
    let tsh = "M8,a,2026-11-29 08:00,M,1980-01-03,Serum,TSH,0.01,mIU/L,0.4-4.0,L,final,";
    let t4 = "M8,a,2026-11-29 08:00,M,1980-01-03,Serum,Free T4,15,pmol/L,12-22,,final,";
    let said = action(&[tsh, t4], "tsh");
    assert!(
        said.contains("a usable Triiodothyronine, free (fT3),"),
        "{said}"
    );
    let sodium = "K2,a,2026-11-29 08:00,M,1980-01-03,Serum,Sodium,112,mmol/L,135-145,LL,cancelled,";
    let said = action(&[sodium], "sodium");
    assert!(said.contains("(cancelled)"), "{said}");
    let ahead = "V1,a,2026-12-13 08:00,M,1980-01-03,Blood,Hemoglobin,60,g/L,130-175,,final,";
    let said = action(&[ahead], "hemoglobin");
    assert!(said.contains("ahead of today"), "{said}");
    let grave =
        "T5,a,2026-11-29 08:00,M,1980-01-03,Serum,Potassium,6.9,mmol/L,3.5-5.1,HH,final,hemolyzed";
    let sheet = list(&[grave]);
    let review = sheet.items.iter().find(|item| item.section.letter() == "B");
    let review = review.expect("a review");
    assert!(!review.limit.is_empty() && review.limit_owner.starts_with("critical list"));
}
