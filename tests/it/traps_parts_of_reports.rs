//! A report in parts, each with the header of the table again: whose it is counts for all of them.

use crate::run::said;

const ABOVE: &str =
    "Name: DOE JANE,,MRN: 55521,,\nDOB: 1961-02-03,,Sex: F,,\nCollected: 14-Mar-2026 08:10,,,,\n";
const HEADER: &str = "Test,Result,Flag,Units,Reference\n";
const FIRST: &str = "Sodium,118,L,mmol/L,135-145\nPotassium,4.1,,mmol/L,3.5-5.1\n";

/// Patient, time and fluid of the last row of a report with a second part behind these lines.
#[track_caller]
fn last(between: &str, rows: &str) -> String {
    let text = format!("{ABOVE}BIOCHEMISTRY,,,,\n{HEADER}{FIRST}{between}{HEADER}{rows}");
    let columns = ["patient", "collected", "specimen", "flag"];
    said(&text, &columns).pop().unwrap_or_default()
}

#[test]
fn parts_of_one_report_and_another_one() {
    const HERS: &str = "55521|14-Mar-2026 08:10|whole-blood|L";
    const NOBODYS: &str = "||whole-blood|L";
    for (between, expected) in [
        ("HAEMATOLOGY,,,,\n", HERS),
        (",,,,\nHaematology,,,,\n", HERS),
        (
            "Comment: seen by the registrar,,,,\nHAEMATOLOGY,,,,\n",
            HERS,
        ),
        ("CBC,,,,\n", HERS),
        ("Department of Haematology,,,,\n", HERS),
        ("Department: Haematology,,,,\n", HERS),
        ("HAEMATOLOGY (continued),,,,\n", HERS),
        ("Department: Dr Brown,,,,\n", NOBODYS),
        // Perhaps another report.
        ("", NOBODYS),
        ("CITY HOSPITAL,,,,\n", NOBODYS),
        ("CITY HOSPITAL,,,,\nHAEMATOLOGY,,,,\n", NOBODYS),
        ("Patient 2,,,,\nHAEMATOLOGY,,,,\n", NOBODYS),
        (
            "Name: ROE RICHARD,,MRN: 55522,,\nHAEMATOLOGY,,,,\n",
            NOBODYS,
        ),
    ] {
        let found = last(between, "Haemoglobin,62,L,g/L,115-165\n");
        assert_eq!(found, expected, "{between}");
    }
}

#[test]
fn a_part_of_another_fluid() {
    let urine = "Sodium,20,,mmol/L,\nPotassium,4.1,,mmol/L,\n";
    // A title alone does not settle the fluid.
    assert_eq!(last("URINE,,,,\n", urine), "55521|14-Mar-2026 08:10||");
    let behind = format!("URINE,,,,\n{HEADER}{urine}HAEMATOLOGY,,,,\n");
    let found = last(&behind, "Haemoglobin,62,L,g/L,115-165\n");
    assert!(found.starts_with("55521|14-Mar-2026 08:10|"), "{found}");
    assert!(!found.contains("urine"), "{found}");
}
