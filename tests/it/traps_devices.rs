//! What a device prints where it can measure no number: in `check` as on the sheet it is taken for critical.

use crate::run::{Run, file};

const CALLED: &str = "value-unreadable past-the-device";

#[test]
fn a_word_past_the_range_of_a_device_is_called() {
    const HEAD: &str = "MRN,Sex,Age,Collected,Test,Result,Unit,Specimen\n";
    for (row, expected) in [
        ("Glucose,LO,mg/dL,Capillary blood", CALLED),
        ("Glucose,HI,mg/dL,Capillary blood", CALLED),
        ("Glucose,Hi,,", CALLED),
        ("INR,HI,,", CALLED),
        ("Potassium,LO,mmol/L,", CALLED),
        // In words, where a number in a unit was to stand, and the list calls on that side.
        ("Glucose,LOW,mmol/L,", CALLED),
        ("Glucose,HIGH,mmol/L,", CALLED),
        ("Sodium,L,mmol/L,", CALLED),
        ("Glucose,HI (> 600 mg/dL),mg/dL,", CALLED),
        ("Glucose,Above measuring range,mg/dL,", CALLED),
        ("Sodium,OOR LO,mmol/L,", CALLED),
        ("CRP,below range,mg/L,", "value-unreadable"),
        ("Potassium,H (moved),mmol/L,", "value-unreadable"),
        ("Glucose,High,,", "value-unreadable"),
        ("CRP,LOW,mg/L,", "value-unreadable"),
        // The laboratory's flag in the cell of the result.
        (
            "Potassium,CRITICAL HIGH,mmol/L,",
            "value-unreadable critical-by-laboratory",
        ),
        (
            "Potassium,HH,mmol/L,",
            "value-unreadable critical-by-laboratory",
        ),
        ("Potassium,not critical,mmol/L,", "value-unreadable"),
        ("Potassium,see chart,mmol/L,", "value-unreadable"),
        ("Potassium,normal,mmol/L,", "not-numeric"),
        // Nothing is called of urine, nor of an index.
        ("Glucose,HI,mg/dL,Urine", "specimen-not-serum not-numeric"),
        ("Hemolysis index,HI,,Serum", "sample-index sample-not-told"),
    ] {
        let text = format!("{HEAD}1,M,60,2026-11-20,{row}\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert_eq!(rows[0]["notices"], expected, "{row}");
        let called = expected.contains("device") || expected.contains("laboratory");
        let done = Run::check(&path).args(["--fail-on", "critical"]).done();
        assert_eq!(done.code == 1, called, "{row}: {}", done.stdout);
        assert_eq!(done.stdout.contains("!!"), called, "{row}: {}", done.stdout);
    }
}
