//! What a bare index number or a grade means with `--index-platform`.

use serumcheck::Options;

use crate::bench::check_with;

#[test]
fn bare_numbers_and_grades_by_platform() {
    const HIDDEN: &str = "K: indeterminate hemolysis-raises masked-low-possible";
    const REMARK: &str = "K: caution hemolysis-raises";
    const UNKNOWN: &str = "K: caution hemolysis-index-without-unit";
    const GROSS: &str = "K: unusable hemolysis-gross";
    for (platform, index, expected) in [
        // Roche: 1.0 to 1.25 mg/dL per unit, judged at the upper end.
        ("roche", "15", "K: usable"),
        ("roche", "16", REMARK),
        ("roche", "39", REMARK),
        ("roche", "40", HIDDEN),
        ("roche", "200", HIDDEN),
        ("roche", "800", GROSS),
        ("roche", "<15", "K: usable"),
        // Abbott: mg/dL, but 1 to 4 may be grades.
        ("abbott", "19", "K: usable"),
        ("abbott", "120", HIDDEN),
        ("abbott", "2", UNKNOWN),
        ("abbott", "2+", HIDDEN),
        // Beckman AU: grades, often exported as a number.
        ("beckman", "N", "K: usable"),
        ("beckman", "0", "K: usable"),
        ("beckman", "1", HIDDEN),
        ("beckman", "+++", HIDDEN),
        ("beckman", "5", GROSS),
        ("beckman", "120", UNKNOWN),
        // Siemens ADVIA: plus signs only; a number may be Dimension's or Vista's scale.
        ("siemens", "-", "K: usable"),
        ("siemens", "++", HIDDEN),
        ("siemens", "3", UNKNOWN),
    ] {
        let options = Options {
            index_platform: Some(platform.to_string()),
            ..Options::default()
        };
        check_with(
            &format!("K 4.1 mmol/L; H-index {index}"),
            &[expected],
            options,
        );
    }
}

#[test]
fn a_stated_unit_is_stronger_than_the_platform() {
    let beckman = || Options {
        index_platform: Some("beckman".to_string()),
        ..Options::default()
    };
    check_with(
        "K 4.1 mmol/L; H-index 2 g/L",
        &["K: indeterminate hemolysis-raises masked-low-possible"],
        beckman(),
    );
    check_with("K 4.1 mmol/L; H-index 2 mg/dL", &["K: usable"], beckman());
}
