//! The linter: a folder with every kind of fault, each found where it is.

mod faults;

use std::fmt::Write as _;

use crate::run::{Run, file};
use faults::{FAULTS, SOUND};

/// Writes a folder like ours, and lints it.
fn lint(files: &[(&str, &str)]) -> (i32, String) {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let done = Run::new(["ranges", "check"]).args([folder.path()]).done();
    (done.code, done.stdout)
}

#[test]
fn a_sound_file_is_clean() {
    assert_eq!(
        lint(&[("electrolytes/potassium.toml", SOUND)]),
        (0, String::new())
    );
}

#[test]
fn every_kind_of_fault_is_found() {
    let mut missed = String::new();
    for (sound, broken, expected) in FAULTS {
        assert!(SOUND.contains(sound), "{sound} stands in the sound file");
        let text = SOUND.replacen(sound, broken, 1);
        let (code, found) = lint(&[("electrolytes/potassium.toml", &text)]);
        let errors = found.contains(": error: ");
        if !found.contains(expected) || code != i32::from(errors) {
            let _ = writeln!(
                missed,
                "{broken}\n  expected {expected}\n  found ({code})\n{found}"
            );
        }
    }
    assert!(missed.is_empty(), "{missed}");
}

#[test]
fn many_faults_in_one_folder_are_all_found() {
    // A key that is unknown does not hide what else is wrong.
    let mut text = SOUND.replace(
        "transferable = \"yes\"",
        "transferable = \"yes\"\nloincs = []",
    );
    let together = [
        "2823-4",
        "low = 5.5, high = 5,",
        "high = 0.56, unit = \"U/L\"",
    ];
    for wanted in together {
        let (sound, broken, _) = FAULTS
            .iter()
            .find(|(_, broken, _)| *broken == wanted)
            .expect("a fault");
        text = text.replacen(sound, broken, 1);
    }
    let other = SOUND.replace(
        "id = \"potassium\"\nname = \"Potassium\"",
        "id = \"kalium\"\nname = \"Kalium\"",
    );
    let (code, found) = lint(&[
        ("electrolytes/potassium.toml", &text),
        (
            "electrolytes/kalium.toml",
            &other.replace("\"2823-3\"", "\"6298-4\""),
        ),
        (
            "electrolytes/twin.toml",
            &SOUND
                .replace("\"potassium\"", "\"twin\"")
                .replace("\"Potassium\"", "\"Twin\"")
                .replace("K+", "Kk"),
        ),
        ("electrolytes/no.toml", "id = \"no\""),
    ]);
    assert_eq!(code, 1);
    for expected in [
        "unknown key `loincs`",
        "LOINC code 2823-4 has a wrong check digit",
        "the low limit 5.5 is not below the high limit 5",
        "`U/L` is no unit of Potassium",
        "the name \"K+\" is claimed twice",
        "the name \"Serum potassium\" is claimed twice",
        "missing field",
    ] {
        assert!(found.contains(expected), "{expected}\n{found}");
    }
}

#[test]
fn two_owners_of_a_code_or_an_id() {
    let twin = SOUND
        .replace("name = \"Potassium\"", "name = \"Kalium\"")
        .replace("id = \"potassium\"", "id = \"kalium\"")
        .replace("en = [\"K+\", \"Serum potassium\"]", "en = [\"Potassium\"]");
    let (_, found) = lint(&[
        ("electrolytes/potassium.toml", SOUND),
        ("electrolytes/kalium.toml", &twin),
    ]);
    for expected in [
        "LOINC code 2823-3 is claimed twice",
        "the id \"potassium\" is claimed twice",
    ] {
        assert!(found.contains(expected), "{expected}\n{found}");
    }
}

/// Rows of a laboratory's table, and what must be said about each.
const ROWS: &[(&str, &str)] = &[
    (
        "moonstone,,18 y,,1,2,mmol/L",
        ":2:1: error: \"moonstone\" is not an analyte",
    ),
    (
        "potassium,,18 y,,5.3,3.5,mmol/L",
        ":2:5: error: the low limit 5.3 is above the high limit 3.5",
    ),
    (
        "potassium,,18 y,,3.5,5.3,U/L",
        ":2:7: error: Potassium cannot be stated in \"U/L\"",
    ),
    (
        "potassium,,18 y,,3.5,53,mmol/L",
        ":2:6: error: a limit of Potassium lies outside what is plausible",
    ),
    (
        "potassium,,18 y,,2.4,5.3,mmol/L",
        ":2:5: warning: a critical limit of Potassium (rcpath-2017) lies inside",
    ),
    (
        "potassium,,18 y,,3.5,5.3,mmol/L\npotassium,F,50 y,,3.4,5.2,mmol/L",
        ":3:1: error: this row of Potassium and that of line 2 hold for the same person",
    ),
    (
        "potassium,,0 d,16 y,3.5,5.3,mmol/L\npotassium,,18 y,,3.4,5.2,mmol/L",
        ":3:3: warning: Potassium has no row from 16 y to 18 y",
    ),
    (
        "glucose,,18 y,,70,99,mg/dL\nglucose,,18 y,,3.9,9.9,mmol/L",
        ":3:5: error: 99 mg/dL and 9.9 mmol/L are not the same limit",
    ),
    (
        "potassium,,60,18,3.5,5.3,mmol/L",
        ":2:4: error: the row begins at 60 y and ends at 18 y",
    ),
    (
        "potassium,,18,16,,,mmol/L",
        ":2:5: error: the row has no limit",
    ),
];

#[test]
fn a_laboratory_table_is_checked_too() {
    for (rows, expected) in ROWS {
        let text = format!("analyte,sex,age_from,age_below,low,high,unit\n{rows}\n");
        let (_folder, path) = file("ranges.csv", text);
        let done = Run::new(["ranges", "check"]).args([&path]).done();
        assert!(
            done.stdout.contains(expected),
            "{rows}\n  expected {expected}\n{}",
            done.stdout
        );
        assert_eq!(
            done.code,
            i32::from(expected.contains("error")),
            "{}",
            done.stdout
        );
    }
    let (_folder, path) = file(
        "ranges.csv",
        "analyte,low,high,unit,specimen\nsodium,40,220,mmol/L,urine\n",
    );
    let done = Run::new(["ranges", "check"]).args([&path]).done();
    assert!(
        done.stdout
            .contains(":2:5: warning: an interval of Sodium for a specimen that is not blood"),
        "{}",
        done.stdout
    );
    let (_folder, path) = file(
        "ranges.csv",
        "analyte,low,high,unit,colour\nsodium,133,146,mmol/L,red\n",
    );
    let done = Run::new(["ranges", "check"]).args([&path]).done();
    assert!(
        done.stdout
            .contains(":1:5: warning: the column \"colour\" is not used"),
        "{}",
        done.stdout
    );
}

#[test]
fn what_cannot_be_read_is_status_2() {
    let (_folder, path) = file("ranges.csv", "this is no table\n");
    assert_eq!(Run::new(["ranges", "check"]).args([&path]).done().code, 2);
    assert_eq!(Run::new(["ranges", "check", "nowhere"]).done().code, 2);
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(
        Run::new(["ranges", "check"])
            .args([empty.path()])
            .done()
            .code,
        2
    );
}

#[test]
fn the_samples_of_a_laboratory_are_sound() {
    let done = Run::new(["ranges", "check", "samples/lab_ranges.csv"]).done();
    let mut said = String::new();
    let _ = write!(said, "{}{}", done.stdout, done.stderr);
    assert_eq!(done.code, 0, "{said}");
}
