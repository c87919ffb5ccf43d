//! Words about a sample that were damaged on their way, or stand where no word was looked for; each beside a look-alike.

use crate::run::{Run, file};
use crate::traps::said_of;

/// A potassium with this in its comment, and what is made of it.
#[track_caller]
fn comments(table: &[(&str, &str)]) {
    for (comment, expected) in table {
        let text = format!(
            "patient,sample,test,value,unit,low,high,comment\nA,1,Potassium,4.1,mmol/L,3.5,5.1,\"{comment}\"\n"
        );
        assert_eq!(said_of(&text)[0], *expected, "{comment}");
    }
}

const NORMAL: &str = "potassium N usable -";
const HEMOLYZED: &str = "potassium N indeterminate hemolysis-raises masked-low-possible";

#[test]
fn letters_that_were_lost() {
    comments(&[
        ("Probe hämolytisch", HEMOLYZED),
        ("Probe h\u{fffd}molytisch", HEMOLYZED),
        ("Probe hÃ¤molytisch", HEMOLYZED),
        ("hÃ©molysÃ©", HEMOLYZED),
        ("h&auml;molytisch", HEMOLYZED),
        ("h&#228;molytisch", HEMOLYZED),
        ("h?molytisch", HEMOLYZED),
        ("h„molytisch", HEMOLYZED),
        ("nicht h\u{fffd}molytisch", NORMAL),
        ("keine H?molyse", NORMAL),
        (
            "Kontrolle empfohlen f\u{fffd}r n\u{fffd}chste Woche",
            NORMAL,
        ),
        ("repeat? if needed", NORMAL),
        ("A&E; seen", NORMAL),
    ]);
}

#[test]
fn a_file_that_is_not_the_utf_8_it_is_said_to_be() {
    let rows =
        b"patient;test;value;unit;low;high;comment\nA;Kalium;4,1;mmol/l;3,5;5,1;h\xe4molytisch\n";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("labs.csv");
    std::fs::write(&path, rows).expect("written");
    let run = Run::check(&path)
        .args(["--encoding", "utf-8", "--to", "csv"])
        .ok();
    assert!(run.stderr.contains("letters-lost"), "{}", run.stderr);
    assert!(run.stdout.contains("hemolysis-raises"), "{}", run.stdout);
    let run = Run::check(&path).args(["--to", "csv"]).ok();
    assert!(!run.stderr.contains("letters-lost"), "{}", run.stderr);
}

#[test]
fn what_is_said_of_hemolysis_and_what_is_not() {
    comments(&[
        ("Hemolysis not assessed", NORMAL),
        // A word for its degree, or of the sample, goes before what is said in general.
        (
            "Gross hemolysis may increase potassium",
            "potassium N unusable hemolysis-gross",
        ),
        ("Hemolyzed - index not reported", HEMOLYZED),
        ("ward HEM2", NORMAL),
        ("no HEM2", NORMAL),
        ("hemolyzed; HEM0", HEMOLYZED),
        ("hémolyse : néant", NORMAL),
        ("Hémolyse: absence", NORMAL),
        ("HEM0", NORMAL),
        // A name with its number.
        ("HEM2: 320", NORMAL),
        ("HEM2", HEMOLYZED),
        ("HEM3", "potassium N unusable hemolysis-gross"),
        ("hemólisis marcada", "potassium N unusable hemolysis-gross"),
        (
            "potassium not measured, hemolyzed",
            "potassium N indeterminate hemolysis-raises masked-low-possible comment-disowns",
        ),
        ("Hemolysis may increase K; sample hemolyzed", HEMOLYZED),
    ]);
}

#[test]
fn why_a_specimen_was_rejected() {
    const DOUBTFUL: &str = "potassium N caution sample-doubtful";
    for header in [
        "specimen reject reason",
        "SPM-21",
        "sample rejection reason",
    ] {
        for (cell, expected) in [
            ("", NORMAL),
            ("none", NORMAL),
            ("N/A", NORMAL),
            ("OK", NORMAL),
            ("not rejected", NORMAL),
            ("accepted", NORMAL),
            ("RC", DOUBTFUL),
            ("EX", DOUBTFUL),
            ("rack empty", DOUBTFUL),
            ("RH", HEMOLYZED),
            (
                "Identification problem",
                "potassium N unusable sample-mix-up comment-disowns",
            ),
        ] {
            let text = format!(
                "patient,sample,test,value,unit,low,high,{header}\nA,1,Potassium,4.1,mmol/L,3.5,5.1,{cell}\n"
            );
            assert_eq!(said_of(&text)[0], expected, "{header}: {cell}");
        }
    }
}

#[test]
fn two_columns_of_results_that_differ() {
    for (value, number, expected) in [
        ("4.1", "4.1", NORMAL),
        ("4.10", "4.1", NORMAL),
        ("", "4.1", NORMAL),
        ("4.1", "", NORMAL),
        // What would be critical in either is called.
        (
            "4.1",
            "6.9",
            "potassium N caution column-differs critical-limit",
        ),
        (
            "4.1",
            "10",
            "potassium N caution column-differs critical-limit",
        ),
        ("4.1", "5.9", "potassium N caution column-differs"),
        ("4.1", "99", "potassium N caution column-differs"),
        // Fillers, and a flag in front.
        ("4.1", "-1", NORMAL),
        ("4.1", "0", NORMAL),
        ("4.1", "9999999", NORMAL),
        ("H 4.1", "4.1", "potassium N usable flag-disagrees"),
        (
            "<5.0",
            "5.0",
            "potassium - usable value-censored flag-undetermined",
        ),
        (
            "HEMOLYZED",
            "6.9",
            "potassium HH indeterminate column-differs critical-limit hemolysis-raises",
        ),
        // No number, as a database writes it.
        ("HEMOLYZED", "9999999", "potassium - unusable result-absent"),
        ("not done", "", "potassium - - result-absent"),
    ] {
        let text = format!(
            "patient,sample,test,VALUE,VALUENUM,unit,low,high\nA,1,Potassium,{value},{number},mmol/L,3.5,5.1\n"
        );
        assert_eq!(said_of(&text)[0], expected, "{value}, {number}");
    }
}

#[test]
fn an_inequality_beyond_belief() {
    for (test, value, unit, expected) in [
        ("Sodium", "<14", "mmol/L", "sodium - indeterminate"),
        ("Sodium", "<140", "mmol/L", "sodium - usable"),
        ("Potassium", "<-5", "mmol/L", "potassium - indeterminate"),
        ("Creatinine", ">5000", "mg/dL", "creatinine - indeterminate"),
        ("TSH", "<0.01", "mIU/L", "tsh LL usable"),
    ] {
        let text = format!("test,value,unit,low,high\n{test},{value},{unit},1,2\n");
        let said = said_of(&text);
        if expected.contains("indeterminate") {
            assert!(said[0].starts_with(expected), "{test} {value}: {}", said[0]);
            assert!(
                said[0].contains("implausible-value"),
                "{test} {value}: {}",
                said[0]
            );
        } else {
            assert!(
                !said[0].contains("implausible"),
                "{test} {value}: {}",
                said[0]
            );
        }
    }
}

#[test]
fn a_list_of_codes_that_contradicts_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    };
    let labs = write(
        "labs.csv",
        "patient,code,result,unit,low,high\nA,X1,5,mg/dL,1,9\nA,X2,4.1,mmol/L,3.5,5.1\n",
    );
    for (list, first, second) in [
        ("X1,Creatinine\nX1,Urea\nX2,Potassium\n", "", "potassium"),
        ("X1,Urea\nX1,Creatinine\nX2,Potassium\n", "", "potassium"),
        (
            "X1,Creatinine\nX1,Kreatinin\nX2,Potassium\n",
            "creatinine",
            "potassium",
        ),
        (
            "X1,Calcium\nX1,Calcium ionized\nX2,Potassium\n",
            "",
            "potassium",
        ),
        (
            "X1,Creatinine\nX1,\"Creatinine, serum\"\nX2,Potassium\n",
            "creatinine",
            "potassium",
        ),
    ] {
        let list = write("list.csv", &format!("code,name\n{list}"));
        let other = write("other.csv", "code,name\nX2,Sodium\n");
        let analytes = |lists: &[&std::path::Path]| -> Vec<String> {
            let mut run = Run::check(&labs).args(["--to", "csv"]);
            for list in lists {
                run = run.args(["--codes", list.to_str().expect("a path")]);
            }
            let said = run.ok().stdout;
            let rows = said.lines().skip(1);
            rows.map(|row| row.split(',').nth(5).unwrap_or_default().to_string())
                .collect()
        };
        assert_eq!(analytes(&[&list]), [first, second]);
        // Two lists that contradict each other say nothing of that code.
        assert_eq!(analytes(&[&list, &other]), [first, ""]);
        assert_eq!(analytes(&[&other, &list]), [first, ""]);
    }
}

#[test]
fn intervals_of_a_laboratory_are_not_written_over() {
    let (folder, labs) = file("labs.csv", "test,value,unit\nPotassium,4.1,mmol/L\n");
    let ranges = folder.path().join("ours.csv");
    let text = "analyte,low,high,unit\npotassium,3.6,5.2,mmol/L\n";
    std::fs::write(&ranges, text).expect("written");
    let name = ranges.to_str().expect("a path");
    let run = Run::check(&labs)
        .args(["--ranges", name, "--to", "csv", "-o", name])
        .done();
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("would be overwritten"),
        "{}",
        run.stderr
    );
    assert_eq!(std::fs::read_to_string(&ranges).expect("there"), text);
    // Nor is a file of a folder of them, however deep.
    let deep = folder.path().join("ours/deep");
    std::fs::create_dir_all(&deep).expect("a folder");
    let toml = deep.join("potassium.toml");
    std::fs::write(&toml, "").expect("written");
    let (ours, output) = (folder.path().join("ours"), toml.to_str().expect("a path"));
    let ours = ours.to_str().expect("a path");
    let run = Run::check(&labs)
        .args(["--ranges", ours, "-o", output])
        .done();
    assert_eq!(run.code, 2, "{}", run.stderr);
    // A table without a row is no table.
    std::fs::write(&ranges, "analyte,low,high,unit\n").expect("written");
    let run = Run::check(&labs).args(["--ranges", name]).done();
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("no interval below it"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_group_of_two_words_behind_its_interval() {
    for (range, expected) in [
        ("30-400 (male)", "30,400"),
        ("30 - 400 (adult male)", "30,400"),
        ("30-400 male adults", "30,400"),
        ("15-150 (adult female) 30-400 (adult male)", "30,400"),
        ("15-150 female; 30-400 male", "30,400"),
        ("15-150 (adult female)", "24,336"),
        ("30-400 (child)", "24,336"),
    ] {
        let text = format!(
            "patient,test,result,unit,sex,age,range\nA,Ferritin,35,ug/L,M,40,\"{range}\"\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let said = Run::check(&path).args(["--to", "csv"]).ok().stdout;
        let row = said.lines().nth(1).unwrap_or_default().to_string();
        assert!(row.contains(&format!(",{expected},")), "{range}: {row}");
    }
}
