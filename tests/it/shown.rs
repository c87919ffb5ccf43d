//! What the samples are there to show, said one by one.
//!
//! A line of a table: patient, name, value, flag, usability, notices that must be there. `-` is an empty cell.

use crate::run::{Row, Run, file};

/// Checks a sample against a table.
#[track_caller]
fn check(rows: &[Row], table: &str) {
    for line in table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let cells: Vec<&str> = line
            .split('|')
            .map(str::trim)
            .map(|cell| if cell == "-" { "" } else { cell })
            .collect();
        let [patient, name, value, flag, usability, notices] = cells[..] else {
            panic!("not six cells: {line}");
        };
        let row = rows
            .iter()
            .find(|row| row["patient"] == patient && row["name"] == name && row["value"] == value)
            .unwrap_or_else(|| panic!("no such row: {line}"));
        assert_eq!(
            (row["flag"].as_str(), row["usability"].as_str()),
            (flag, usability),
            "{line}\n{row:?}"
        );
        for notice in notices.split_whitespace() {
            assert!(
                row["notices"].split(' ').any(|code| code == notice),
                "{notice} of {line}\n{row:?}"
            );
        }
    }
}

fn sample(name: &str) -> Vec<Row> {
    Run::check(format!("samples/{name}.csv")).rows()
}

#[test]
fn preop_panel() {
    let rows = sample("preop_panel");
    check(&rows, "
        # 4.1 at 2 g/L of free hemoglobin: the true potassium may be below 3.5. The index stands 20 rows further down.
        PA-2058 | Potassium  | 4.1  | N  | indeterminate | masked-low-possible hemolysis-raises
        PA-2058 | AST        | 52   | H  | indeterminate | hemolysis-raises
        PA-2058 | Sodium     | 138  | N  | usable        |
        PA-2058 | Glucose    | 104  | -  | usable        | condition-needed
        PA-2063 | Sodium     | 118  | LL | usable        | critical-limit
        PA-2063 | Potassium  | 5.9  | H  | usable        | superseded
        PA-2063 | Potassium  | 3.2  | L  | usable        |
        PA-2077 | CRP        | <0.3 | N  | usable        | value-censored
        PA-2077 | Magnesium  | QNS  | -  | unusable      | result-absent
        PA-2077 | TSH        | 2.1  | -  | usable        | no-transferable-interval
        PA-2077 | Hemoglobin | 10.7 | L  | usable        |
    ");
    let first = rows
        .iter()
        .filter(|row| row["patient"] == "PA-2041" && row["analyte"] != "hemolysis_index");
    for row in first {
        assert_eq!(
            (row["flag"].as_str(), row["usability"].as_str()),
            ("N", "usable"),
            "{row:?}"
        );
    }
}

#[test]
fn hemolyzed() {
    check(
        &sample("hemolyzed"),
        "
        # The index stands before its sample, far behind it, or is words in a comment.
        H-01 | Potassium | 4.4 | N | indeterminate | masked-low-possible
        H-01 | Sodium    | 139 | N | usable        |
        H-02 | Kalium    | 5.9 | H | unusable      | hemolysis-gross
        H-03 | Potassium | 4.0 | N | usable        |
        # Low in spite of hemolysis is low, and lower still.
        H-04 | Potassium | 3.1 | L | caution       | hemolysis-true-value-lower
        H-05 | Potasio   | 4.8 | N | indeterminate | masked-low-possible
        H-06 | Potassio  | 4.2 | N | indeterminate | masked-low-possible
        # A disease is no fault of the sample; nor is a sentence that says 'may'.
        H-07 | Potassium | 4.1 | N | usable        |
        H-14 | Potassium | 4.6 | N | usable        |
        # The word stands where the potassium should be: the other results of the tube know it too.
        H-08 | Potassium | HEMOLYZED | - | unusable | result-absent
        H-08 | AST       | 46  | N  | indeterminate | hemolysis-raises
        # No hemolysis: really critical. Hemolysis: critical all the same, until it is known.
        H-09 | Potassium | 6.9 | HH | usable        | critical-limit
        H-10 | Potassium | 6.8 | HH | indeterminate | critical-limit hemolysis-raises
        # An index without a unit is no number.
        H-11 | Potassium | 4.5 | N  | caution       | hemolysis-index-without-unit
        H-12 | Potassium | 2.3 | LL | caution       | critical-either-way
        H-13 | Potassium | 4.3 | N  | unusable      | hemolysis-gross
    ",
    );
}

#[test]
fn censored() {
    check(
        &sample("censored"),
        "
        Z-1 | CRP           | <5                    | N  | usable | value-censored
        Z-1 | Ferritin      | LESS THAN 10          | L  | usable | value-censored
        Z-2 | Insulin       | <10                   | -  | usable | flag-undetermined
        Z-2 | Testosterone  | GREATER THAN 20 NG/ML | H  | usable | value-censored
        Z-2 | Potassium     | >10.0                 | HH | usable | critical-limit
        Z-2 | Creatinine    | 5.9 H                 | HH | usable | critical-limit
        Z-3 | Lipase        | 10-20                 | -  | usable | flag-undetermined
        Z-3 | Glucose       | < 2.5                 | LL | usable | critical-limit
    ",
    );
}

#[test]
fn messy() {
    let rows = sample("messy");
    check(&rows, "
        51         | Creat.           | 71          | N | usable        |
        51         | Serum Fluffiness | 12          | - | -             | analyte-unknown
        62         | Potassium        | 3,9         | N | usable        |
        62         | Calcium          | 2,4         | - | -             | unit-missing
        62         | GGT              | 44          | - | -             | unit-not-for-analyte
        62         | Chloride         | 101         | - | usable        | interval-reversed
        62         | Magnesium        | See comment | - | -             | number-in-comment result-absent
        62         | Sodium           | 14,1        | - | indeterminate | implausible-value critical-limit
        62         | -                | -           | - | -             | result-absent row-ragged
        QC-LEVEL-1 | Potassium        | 2,9         | - | -             | quality-control
        77         | Phosphate        | 1,9         | H | usable        | flag-disagrees
        77         | Glucose          | HOLD        | - | -             | result-absent
        77         | Urate            | 312         | N | usable        | row-ragged
        77         | Urine creatinine | 8,1         | - | -             | specimen-not-serum
    ");
    let duplicates = rows
        .iter()
        .filter(|row| row["notices"].contains("duplicate"))
        .count();
    assert_eq!(duplicates, 1);
}

#[test]
fn implausible_values_are_shown_and_not_flagged() {
    let layout = ["--layout", "samples/wide_no_units.layout.toml"];
    check(
        &Run::check("samples/wide_no_units.csv").args(layout).rows(),
        "
        W4 | sodium    | 4.5 | - | indeterminate | implausible-value critical-limit
        W4 | potassium | 47  | - | indeterminate | implausible-value critical-limit
        W2 | potassium | 5.7 | H | usable        |
    ",
    );
}

#[test]
fn conventional_and_si_units_get_the_same_judgement() {
    let judged = |name| -> Vec<[String; 3]> {
        let keep = |row: &Row| ["analyte", "flag", "notices"].map(|column| row[column].clone());
        sample(name).iter().map(keep).collect()
    };
    let us = judged("us_conventional");
    assert_eq!(us, judged("si_units"));
    assert!(
        us.iter().all(|[_, flag, _]| !flag.is_empty()),
        "every result is judged: {us:?}"
    );
}

#[test]
fn pregnancy_is_judged_by_its_own_intervals_only() {
    check(
        &sample("pregnancy"),
        "
        G-21 | Hemoglobin           | 11.9 | N | usable |
        G-21 | Ferritin             | 18   | - | usable | no-interval
        # 186 U/L is high for others, and printed as normal for her.
        G-34 | Alkaline phosphatase | 186  | N | usable |
        G-34 | Albumin              | 3.0  | - | usable | no-interval
        G-34 | Potassium            | 3.6  | - | usable | no-interval
        G-40 | Progesterone         | 0.4  | N | usable |
    ",
    );
}

#[test]
fn no_child_gets_an_adult_s_interval() {
    check(&sample("pediatric"), "
        # Nothing is printed and the profile has adults only: not judged. A critical limit needs no interval.
        K-101 | Bilirubin total      | 142  | -  | usable | no-interval
        K-108 | Sodium               | 128  | LL | usable | critical-limit no-interval
        K-115 | Potassium            | 4.4  | -  | usable | no-interval
        K-122 | ALT                  | 24   | -  | usable | no-interval
        # Normal for a boy of 14, nearly three times an adult's upper limit.
        K-122 | Alkaline phosphatase | 322  | N  | usable |
        # Normal for a man, high for a girl of four.
        K-115 | Creatinine           | 70   | H  | usable |
        # The sex is not known; at ten it does not matter.
        K-131 | Alkaline phosphatase | 350  | N  | usable |
    ");
}

#[test]
fn what_cannot_be_called_normal_has_no_grade_0() {
    let rows = Run::check("samples/derive.csv")
        .args(["--grade", "ctcae-v5"])
        .rows();
    for row in rows.iter().filter(|row| row["flag"] == "N") {
        let relied_on = ["usable", "caution"].contains(&row["usability"].as_str());
        assert!(
            relied_on || row["grade"] != "0",
            "line {}: {} {}, {}, grade 0",
            row["line"],
            row["analyte"],
            row["value"],
            row["usability"]
        );
    }
}

#[test]
fn a_table_and_standard_error_say_what_grades_take_for_granted() {
    let (_folder, path) = file(
        "labs.csv",
        "patient,test,result,unit,low,high\n1,Creatinine,2.0,mg/dL,0.7,1.3\n1,ALT,300,U/L,5,40\n1,Potassium,5.7,mmol/L,3.5,5.1\n",
    );
    const SAID: &str =
        "2 grades take for granted that the baseline, which is not known, was normal";
    let graded = || Run::check(&path).args(["--grade", "ctcae-v5"]);
    assert!(graded().ok().stdout.contains(SAID));
    assert!(graded().args(["--to", "csv"]).ok().stderr.contains(SAID));
    assert!(!Run::check(&path).ok().stdout.contains("baseline"));
    // Its stages need none.
    let staged = Run::check(&path).args(["--grade", "kdigo"]).ok().stdout;
    assert!(!staged.contains("baseline"), "{staged}");
}
