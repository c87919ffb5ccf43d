//! Titles among the rows that name a person, or describe one, without a colon.

use crate::run::said;
use crate::traps_restated::{SMITH, report};

#[test]
fn another_person_in_a_title() {
    for (among, is_same) in [
        ("Patient 1002,,", false),
        ("Hospital number 1002,,", false),
        ("Patient 1002 - Jones Mary,,", false),
        ("Next patient,,", false),
        ("--- 1002 ---,,", false),
        ("Smith John (M; 60),,", false),
        ("Bed 4: Smith John,,", false),
        ("Jones Mary 1002,,", false),
        ("1002 Jones Mary,,", false),
        ("Donor,,", false),
        ("Mother's results,,", false),
        ("Newborn: 1002,,", false),
        ("Baby of 1001,,", false),
        ("Jones Mary (1002),,", false),
        ("Jones Mary #1002,,", false),
        ("\"Jones, Mary - 1002\",,", false),
        ("Pt 1002,,", false),
        ("Pt: 1002,,", false),
        ("Twin B,,", false),
        ("Spouse,,", false),
        ("Smith John (1001),,", true),
        ("Pt 1001,,", true),
        ("Pt: 12.1 s,,", true),
        ("Patient 1001,,", true),
        ("--- 1001 ---,,", true),
        ("Patient results,,", true),
        ("Patient 45 years old,,", true),
        ("--- 2 ---,,", true),
        ("Bed 4,,", true),
        ("Smith John 1001,,", true),
        ("Room 1002,,", true),
        ("Report November 2026,,", true),
        ("Mother tongue,,", true),
        ("Newborn screening,,", true),
        (",,,,Patient 2 of the day", true),
    ] {
        let rows = report("Patient: 1001,Sex: M,Age: 45", among);
        assert_eq!(rows[0], "1001|N", "{among}");
        let expected = if is_same { "1001|N" } else { "||sex-missing" };
        assert_eq!(rows[1], expected, "{among}");
    }
    let rows = report("Patient: Smith John,Sex: M,Age: 45", "Smith John (M; 45),,");
    assert_eq!(rows, SMITH);
}

/// What a title says of somebody in words: a name, a sex with an age, a day of birth. Judged as the man above the table, a
/// creatinine of 105 umol/L of a woman was normal.
#[test]
fn a_title_describes_another_person() {
    for among in [
        "Jones Mary F 50,,",
        "Jones Mary - F - 50 y,,",
        "Jones Mary (50 F),,",
        "Female 50 years,,",
        "\"F, 50 y\",,",
        "50 years old female,,",
        "Sex F Age 50,,",
        "Patient Jones Mary Sex F Age 50,,",
        "Patient Jones Mary,,",
        "\"Patient Jones, Mary\",,",
        "Name Jones Mary,,",
        "Jones Mary DOB 1970-01-02,,",
        "DOB 02/01/1970,,",
        "Date of birth 2 Jan 1970,,",
        "The next patient,,",
        "Jones Mary 50F,,",
        "Mrs Jones Mary,,",
        "Ms. Mary Jones,,",
        "Frau Meier,,",
        "Pt Jones Mary,,",
        "Pt: Jones Mary,,",
        "Mrs Jones Mary 50/F,,",
        // His wife.
        "Mrs Smith,,",
        "Frau Smith,,",
        "Mrs John Smith,,",
        "患者: 山田花子,,",
    ] {
        let above = "Patient: Smith John,Sex: M,Age: 45,DOB: 1981-03-12";
        assert_eq!(report(above, among)[1], "||sex-missing", "{among}");
    }
    for among in [
        "Smith John M 45,,",
        "Mr John Smith M 45,,",
        "Male 45 years,,",
        "Sex M Age 45,,",
        "Patient Smith John,,",
        "Patient John Smith Sex M Age 45,,",
        "Name Smith John,,",
        "Smith John DOB 1981-03-12,,",
        "DOB 12.03.1981,,",
        "Mr Smith,,",
        "Mr Smith John,,",
        "Mr Smith John 45 M,,",
        "Pt Smith John,,",
        "Pt: fasting,,",
        // Of a doctor, a test, what he takes.
        "Dr Jones Mary,,",
        "MS Method Validated,,",
        "Patient On Warfarin,,",
        "Patient Post Dialysis,,",
        // Of a report, a place, a test, limits.
        "Patient Results,,",
        "Patient Laboratory Report,,",
        "Patient Blood Results,,",
        "Patient Care Unit,,",
        "Ward F 12,,",
        "Room F 3,,",
        "Factor F 8,,",
        "Hormones female 45,,",
        "PSA (F 50),,",
        "Panel A (F; 60),,",
        "Reference (F; 18-60),,",
        "Limits for female 50 years,,",
        "Elevated in female > 50 years,,",
        "Valid for women of 50 years and older,,",
    ] {
        let above = "Patient: Smith John,Sex: M,Age: 45,DOB: 1981-03-12";
        assert_eq!(report(above, among), SMITH, "{among}");
    }
    // At the end of a report limits and formulas take nothing from the rows above.
    // Nor does a signature, and what is headed there and has no row.
    for line in [
        "eGFR (45 y female),,",
        "Limits (female 18-60 y),,",
        "Mrs Jones Mary,,",
        "Frau Meier,,",
        "Next patient,,",
    ] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 45\nTest,Result,Unit\nCreatinine,105,umol/L\n{line}\n"
        );
        assert_eq!(said(&text, &["flag"])[0], "N", "{line}");
    }
}
