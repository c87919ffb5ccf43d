//! The cover before several sheets, which is a work list.

use super::*;

#[test]
fn the_cover_is_a_work_list_and_stands_only_before_several() {
    assert!(!of(cases::full("1")).contains("Phone first"));
    let sheets = [
        cases::empty(""),
        cases::full("48213"),
        cases::confidential("77121"),
    ];
    let page = page(&sheets, &cases::provenance());
    let cover = page
        .split("<article class=\"page\" id=\"sheet-1\"")
        .next()
        .expect("a cover");
    in_order(
        &text(cover),
        &[
            "3 patients",
            "do not put it into any patient's notes",
            "ACTION NEEDED BEFORE SURGERY 1 48213",
            "REVIEW NEEDED 0 none",
            "INCOMPLETE 2 not named (sheet 1) + 5 missing, 0 unusable 77121",
            "Phone first STOP 48213 surgery 2026-12-01",
            "Sodium 118 mmol/L · limit ≤ 120 mmol/L, clinic policy v3",
            "read back",
            "Recollect",
            "48213 serum, sample 48213, 2026-11-20 08:05 hemolyzed, about 2.4 g/L (index 240) Potassium, LDH before 2026-12-01",
            "Who lacks what",
            "not named (sheet 1) MISSING Creatinine, Potassium, Sodium, Hemoglobin, Platelets",
            "48213 EXPIRED Creatinine MISSING Hemoglobin, Platelets",
            "77121 see the confidential part (separate page)",
        ],
    );
    let cover = cover.split("<body>").nth(1).expect("a body").to_lowercase();
    assert!(!cover.contains("pregnan") && !cover.contains("hcg"));
    for at in 1..=3 {
        assert!(page.contains(&format!("href=\"#sheet-{at}\"")));
        assert_eq!(page.matches(&format!("id=\"sheet-{at}\"")).count(), 1);
    }
}

#[test]
fn the_nearest_surgery_is_phoned_about_first_and_sheets_are_numbered() {
    let mut soon = cases::full("2222");
    soon.surgery.days_to = Some(1);
    let page = page(&[cases::full("1111"), soon], &cases::provenance());
    let shown = text(&page);
    in_order(
        &shown,
        &["Phone first", "STOP 2222", "STOP 1111", "Recollect"],
    );
    in_order(
        &shown,
        &["Patient 1111", "sheet 1", "Patient 2222", "sheet 2"],
    );
    assert!(!text(&of(cases::full("1"))).contains("sheet 1"));
}
