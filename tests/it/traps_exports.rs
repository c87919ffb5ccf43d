//! Exports of unknown make: headers, rows of units, footers and times as they come.

use crate::run::{Run, file, said};

/// What is said of a file beside its rows.
fn told(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).ok().stderr
}

#[test]
fn times_in_other_forms() {
    for (collected, minutes_later) in [
        ("11/20/2026 0712", "11/20/2026 0715"),
        ("20.11.2026 07.12", "20.11.2026 07.15"),
        ("20/11/2026 à 07:12", "20/11/2026 à 07:15"),
        ("7:12 20/11/2026", "7:15 20/11/2026"),
        ("20.11.2026 r. 07:12", "20.11.2026 r. 07:15"),
        ("20.11.2026 um 7:12 Uhr", "20.11.2026 um 7:15 Uhr"),
    ] {
        // A time is known: an index of the same minute is of the tube, one of another minute is not.
        let of = |index: &str| {
            let text = format!(
                "MRN;Sex;Age;Collected;Test;Result;Unit;Ref\n\
                 1;M;60;{collected};Potassium;4.1;mmol/L;3.5-5.1\n\
                 1;M;60;{index};Hemolysis index;300;mg/dL;\n"
            );
            assert!(!told(&text).contains("date-unreadable"), "{collected}");
            said(&text, &["usability"])
        };
        assert_eq!(of(collected), ["indeterminate", ""], "{collected}");
        assert_eq!(of(minutes_later), ["usable", ""], "{collected}");
    }
}

#[test]
fn dates_that_are_not_read_are_named_with_what_to_write() {
    for (collected, says) in [
        ("46346", "as a spreadsheet counts days"),
        ("46346.3", "as a spreadsheet counts days"),
        ("20.11.2026 7.5", "write it as YYYY-MM-DD HH:MM"),
        ("20/11/2026 07:12 approx", "write it as YYYY-MM-DD HH:MM"),
        ("2026 week 47", "write it as YYYY-MM-DD HH:MM"),
    ] {
        let text = format!(
            "MRN;Sex;Age;Collected;Test;Result;Unit\n1;M;60;{collected};Potassium;4.1;mmol/L\n"
        );
        let told = told(&text);
        assert!(told.contains(says), "{collected}: {told}");
        assert!(!told.contains(collected), "patient text: {told}");
    }
    // Read, or words that are no dates, or minutes since a stay began.
    for collected in [
        "2026-11-20",
        "20.11.2026 7:05",
        "baseline",
        "Visit 2",
        "345",
        "",
    ] {
        let text = format!(
            "MRN;Sex;Age;Collected;Test;Result;Unit\n1;M;60;{collected};Potassium;4.1;mmol/L\n"
        );
        assert!(!told(&text).contains("date-unreadable"), "{collected}");
    }
}

#[test]
fn a_row_of_units_is_one_whatever_figures_it_holds() {
    for (label, unit) in [
        ("", "mL/min/1.73m2"),
        ("", "ml/min/1.73m²"),
        ("Unit", "mL/min/1.73m2"),
        ("", "mL/min/{1.73_m2}"),
    ] {
        let text = format!(
            "Patient,Sex,Age,Collected,Potassium,Creatinine,eGFR\n\
             {label},,,,mmol/L,umol/L,{unit}\n\
             1,M,60,2026-11-20,6.9,188,32\n"
        );
        assert_eq!(
            said(&text, &["line", "analyte", "unit", "flag"]),
            [
                "3|potassium|mmol/L|HH".to_string(),
                "3|creatinine|umol/L|H".to_string(),
                format!("3|egfr|{unit}|L"),
            ],
            "{label} {unit}"
        );
    }
    // A unit below a column that is not read says nothing against it.
    let text = "Patient,Sex,Age,BMI,Potassium,Creatinine\n\
                ,,,kg/m2,mmol/L,umol/L\n\
                1,M,60,24,4.1,80\n";
    assert_eq!(said(text, &["line", "flag"]), ["3|N", "3|N"]);
    // Words below tests are results, and whose they are stands in front.
    let text = "Patient,Sex,Age,HBsAg,Potassium mmol/L\n\
                1,M,60,neg/pos,4.1\n";
    assert_eq!(said(text, &["line", "patient"]), ["2|1"]);
}

#[test]
fn an_interval_in_the_brackets_of_a_header() {
    for (header, value, expected) in [
        ("K (3.5-5.1 mmol/L)", "6.9", "report|HH"),
        ("K (3.5-5.1 mmol/L)", "4.1", "report|N"),
        ("Potassium [3.5 - 5.1 mmol/L]", "5.3", "report|H"),
        // What is not like the limits of the test may be anything: ages.
        ("Potassium (18-65 mmol/L)", "5.8", "us|H"),
        ("K (mmol/L)", "4.1", "us|N"),
    ] {
        let text = format!(
            "MRN,Sex,Age,Collected,{header},Na (136-145 mmol/L)\n1,M,60,2026-11-20,{value},140\n"
        );
        assert_eq!(
            said(&text, &["range_source", "flag"]),
            [expected, "report|N"],
            "{header}"
        );
    }
    let doubted = "MRN,Sex,Age,Potassium (18-65 mmol/L),Na (136-145 mmol/L)\n1,M,60,4.1,140\n";
    assert_eq!(
        said(doubted, &["usability", "notices"]),
        ["usable|interval-unreadable flag-undetermined", "usable|"]
    );
}

#[test]
fn signs_as_a_web_page_escapes_them() {
    for (value, unit, range, expected) in [
        ("6.9", "mmol&#x2F;L", "3.5&ndash;5.1", "mmol/L|HH"),
        ("6.9", "mmol&#47;L", "3.5&#8211;5.1", "mmol/L|HH"),
        ("6.9", "mmol&sol;L", "&lt;&nbsp;5.1", "mmol/L|HH"),
        ("&lt;2", "mmol/L", "3.5-5.1", "mmol/L|LL"),
    ] {
        let text =
            format!("MRN,Sex,Age,Test,Result,Unit,Ref\n1,M,60,Potassium,{value},{unit},{range}\n");
        assert_eq!(said(&text, &["unit", "flag"]), [expected], "{unit} {range}");
    }
}

#[test]
fn footers_are_no_patients() {
    let table = "MRN,Sex,Age,Collected,Test,Result,Unit,Ref\n\
                 1,M,60,2026-11-20,Potassium,6.9,mmol/L,3.5-5.1\n\
                 2,M,60,2026-11-20,Potassium,4.9,mmol/L,3.5-5.1\n";
    for footer in [
        "*** End of report ***",
        "Total records: 2,,,",
        "Printed by John,,,,,,,",
        "Page 1 of 1",
    ] {
        let text = format!("{table}{footer}\n");
        assert_eq!(said(&text, &["patient"]), ["1", "2"], "{footer}");
        assert!(told(&text).contains("[footer-skipped]"), "{footer}");
    }
    // Somebody of whom nothing was measured, as the others are called.
    for patient in [
        "3",
        "PT-3",
        "1001 (b)",
        "Total",
        // A line that says something of somebody, whatever ends.
        "*** Results of 1002 phoned: K 7.1 ***",
        "End of list. Result of 1001 belongs to 1002",
        "Generated sample 1003 from tube of 1001",
    ] {
        let text = format!("{table}{patient},,,,,,,\n");
        assert_eq!(said(&text, &["patient"]), ["1", "2", patient]);
    }
    let names = table
        .replace("\n1,", "\nSmith John,")
        .replace("\n2,", "\nJones Mary,");
    let text = format!("{names}Peter van Dam,,,,,,,\nTotal records: 3,,\n");
    assert_eq!(
        said(&text, &["patient"]),
        ["Smith John", "Jones Mary", "Peter van Dam"]
    );
    // Where the test stands first, it is one without a result.
    let text = "Test,Result,Unit,MRN\nPotassium,4.1,mmol/L,1\nTotal protein,,,\n";
    assert_eq!(said(text, &["name"]), ["Potassium", "Total protein"]);
}

#[test]
fn the_line_by_which_a_spreadsheet_cuts() {
    for line in ["sep=;", "\"sep=;\"", "SEP=;"] {
        let text = format!(
            "{line}\nMRN;Sex;Age;Test;Result;Unit;Ref\n1;M;60;Potassium;4.9;mmol/L;3.5-5.1\n"
        );
        assert_eq!(said(&text, &["flag"]), ["N"], "{line}");
        assert!(!told(&text).contains("preamble-unread"), "{line}");
    }
    let other =
        "sep=; Ward 3\nMRN;Sex;Age;Test;Result;Unit;Ref\n1;M;60;Potassium;4.9;mmol/L;3.5-5.1\n";
    assert!(told(other).contains("preamble-unread"));
}

#[test]
fn names_of_tests_in_other_systems() {
    for (name, unit, analyte) in [
        ("P-Kreatininium", "umol/L", "creatinine"),
        ("Kreatininium", "umol/L", "creatinine"),
        ("Glukose nüchtern", "mmol/L", "glucose"),
        ("Glucose nü.", "mmol/L", "glucose"),
        ("BZ nüchtern", "mg/dL", "glucose"),
        ("Thrombo", "10^9/L", "platelets"),
        ("Troponina I ultrassensível", "ng/L", "hs_troponin_i"),
        ("Prothrombin Intl. Normalized Ratio", "RATIO", "inr"),
    ] {
        let text = format!("MRN,Sex,Age,Test,Result,Unit\n1,M,60,{name},5,{unit}\n");
        assert_eq!(said(&text, &["analyte"]), [analyte], "{name}");
    }
}

#[test]
fn what_is_asked_for_is_said() {
    let (_folder, path) = file(
        "labs.csv",
        "MRN,Age/Sex,Test,Result,Unit\n1,67/M,Potassium,4.1,mmol/L\n",
    );
    let path = path.to_str().expect("a path");
    let surgery = ["--surgery-date", "2026-12-01", "--surgery-grade", "major"];
    // Age and sex in one cell are read.
    let done = Run::check(path).ok();
    assert!(
        !done.stderr.contains("not known and not read"),
        "{}",
        done.stderr
    );
    for (asa, expected) in [
        ("3", 0),
        ("III", 0),
        ("ii", 0),
        ("ASA 2", 0),
        ("5", 2),
        ("x", 2),
    ] {
        let done = Run::new(["preop", path, "--asa", asa]).args(surgery).done();
        assert_eq!(done.code, expected, "{asa}: {}", done.stderr);
        assert_eq!(
            done.stderr.contains("write 1, 2, 3 or 4"),
            expected == 2,
            "{asa}"
        );
    }
    let done = Run::new(["review", path]).done();
    assert_eq!(done.code, 2);
    assert!(
        done.stderr
            .contains("--for acne-hirsutism|hair-loss|pruritus"),
        "{}",
        done.stderr
    );
    let (_list, list) = file("list.csv", "patient,surgery_date\n1,05/06/2027\n");
    let done = Run::new(["preop", path, "--surgeries"]).args([list]).done();
    assert!(done.stderr.contains("--date-order"), "{}", done.stderr);
}

#[test]
fn shapes_that_no_layout_reads_are_asked_for_in_rows() {
    for text in [
        "Field;Value\nName;Smith\nPotassium;4.1\n",
        "Test,Smith,Jones\nPotassium,4.1,4.2\nSodium,140,141\n",
        "Patient,K 2026-11-20,Na 2026-11-20\nSmith,4.1,140\n",
    ] {
        let (folder, path) = file("labs.csv", text);
        let layout = folder.path().join("layout.toml");
        let done = Run::new(["layout"])
            .args([&path])
            .args(["-o"])
            .args([&layout])
            .ok();
        assert!(
            done.stdout.contains("one row per result"),
            "{}",
            done.stdout
        );
        let written = std::fs::read_to_string(layout).expect("a layout");
        assert!(written.contains("one row per result"), "{written}");
        let refused = Run::check(&path).done();
        assert!(
            refused.stderr.contains("one row per result"),
            "{}",
            refused.stderr
        );
    }
}

/// What laboratories call by is no interval, also in the header of a wide column, whether a layout names that or not.
#[test]
fn limits_in_a_wide_header_that_are_too_wide() {
    let text = "patient,sex,age,Potassium (2.5-6.5 mmol/L),Sodium (120-160 mmol/L),Chloride (98-107 mmol/L)\n1,F,40,6.2,128,110\n";
    let expected = [
        "Potassium|H|interval-unreadable",
        "Sodium|L|interval-unreadable",
        "Chloride|H|",
    ];
    assert_eq!(said(text, &["name", "flag", "notices"]), expected);
    let (folder, path) = file("labs.csv", text);
    let layout = folder.path().join("layout.toml");
    Run::new(["layout"])
        .args([&path])
        .args(["-o".as_ref(), layout.as_path()])
        .ok();
    let rows = Run::check(&path)
        .args(["--layout".as_ref(), layout.as_path()])
        .rows();
    let found = rows
        .iter()
        .map(|row| format!("{}|{}|{}", row["name"], row["flag"], row["notices"]));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}
