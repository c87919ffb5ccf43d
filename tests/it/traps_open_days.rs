//! Days whose day and month could be exchanged: what is looked for over time on one such day, and what is told where it takes
//! their order.

use crate::run::{Run, file};

const HEAD: &str = "patient,sample,collected,sex,age,test,result,unit\n";

/// Two creatinines of one patient, at these times.
fn creatinines(times: [&str; 2]) -> String {
    let [one, other] = times;
    format!(
        "{HEAD}P1,S101,{one},F,50,Creatinine,80,umol/L\nP1,S102,{other},F,50,Creatinine,160,umol/L\n"
    )
}

#[test]
fn hours_of_one_day_are_known_in_either_order() {
    for (times, stage, is_told) in [
        (["2026-03-05 07:15", "2026-03-05 13:40"], "2", false),
        (["03/05/2026 07:15", "03/05/2026 13:40"], "2", false),
        (["03/05/2026 07:15", "3/5/2026 13:40"], "2", false),
        (["05/05/2026 07:15", "05/05/2026 13:40"], "2", false),
        (["13/05/2026 07:15", "14/05/2026 13:40"], "2", false),
        (["2026-03-05 07:15", "2026-04-05 13:40"], "2", false),
        // A day or a month later: nobody knows.
        (["03/05/2026 07:15", "04/05/2026 13:40"], "", true),
        (["03/05/2026 13:40", "03/05/2026 07:15"], "", false),
        (["04/05/2026 13:40", "03/05/2026 07:15"], "", true),
        // Beside one that is known.
        (["05/05/2026 07:15", "06/05/2026 13:40"], "", true),
        (["03/05/2026 07:15", "2026-05-03 13:40"], "", true),
        (["03/05/1992 07:15", "03/05/2026 13:40"], "", true),
    ] {
        let (_folder, path) = file("labs.csv", creatinines(times));
        let done = Run::check(&path).args(["--derive", "--to", "csv"]).done();
        assert_eq!(
            done.stderr.matches("[date-ambiguous]").count(),
            usize::from(is_told),
            "{times:?}: {}",
            done.stderr
        );
        let rows = Run::check(&path).args(["--derive"]).rows();
        let found = rows
            .iter()
            .filter(|row| row["sample"] == "S102" && row["analyte"] == "aki_kdigo");
        let found: Vec<&str> = found.map(|row| row["value"].as_str()).collect();
        assert_eq!(found.concat(), stage, "{times:?}");
    }
}

#[test]
fn a_dilution_against_the_sample_before_on_such_a_day() {
    let before = [
        "70,g/L",
        "40,g/L",
        "2.35,mmol/L",
        "80,U/L",
        "80,umol/L",
        "6.0,mmol/L",
    ];
    let now = [
        "52,g/L",
        "30,g/L",
        "1.76,mmol/L",
        "60,U/L",
        "60,umol/L",
        "4.5,mmol/L",
    ];
    let tests = [
        "Total protein",
        "Albumin",
        "Calcium",
        "ALP",
        "Creatinine",
        "Urea",
    ];
    let rows = |sample: &str, time: &str, results: [&str; 6]| {
        let lines = tests.iter().zip(results);
        let lines =
            lines.map(|(test, result)| format!("P1,{sample},{time},F,50,{test},{result}\n"));
        lines.collect::<String>()
    };
    for (day, next, expected) in [
        ("2026-03-05", "2026-03-05", true),
        ("03/05/2026", "03/05/2026", true),
        ("03/05/2026", "04/05/2026", false),
    ] {
        let text = [
            HEAD.to_string(),
            rows("S101", &format!("{day} 07:15"), before),
            rows("S102", &format!("{next} 13:40"), now),
        ];
        let (_folder, path) = file("labs.csv", text.concat());
        let rows = Run::check(&path).rows();
        let is_found = rows[8]["notices"].contains("iv-fluid-possible");
        assert_eq!(is_found, expected, "{day}, {next}");
    }
}

#[test]
fn what_is_told_once() {
    let birth = "patient,sample,collected,sex,birth_date,test,result,unit\n";
    for (text, expected) in [
        (creatinines(["03/05/2026 07:15", "04/05/2026 07:15"]), 1),
        // Days of birth lie nowhere between two results; an age that needs them is told of in its row.
        (
            format!(
                "{birth}P1,S1,2026-05-03 07:15,F,03/05/1980,ALP,60,U/L\nP1,S2,2026-05-04 07:15,F,03/05/1980,ALP,60,U/L\n"
            ),
            1,
        ),
        (
            format!(
                "{HEAD}P1,S1,03/05/2026 07:15,F,50,ALP,60,U/L\nP2,S2,03/05/2026 07:20,F,50,ALP,60,U/L\n"
            ),
            0,
        ),
        (
            format!(
                "{HEAD}P1,S1,03.05.2026 07:15,F,50,ALP,60,U/L\nP2,S2,04.05.2026 07:20,F,50,ALP,60,U/L\n"
            ),
            0,
        ),
    ] {
        let (_folder, path) = file("labs.csv", &text);
        let told = Run::check(&path).args(["--to", "csv"]).done().stderr;
        assert_eq!(
            told.matches("[date-ambiguous]").count(),
            expected,
            "{text}{told}"
        );
        let settled = ["--date-order", "dmy", "--to", "csv"];
        let told = Run::check(&path).args(settled).done().stderr;
        assert!(!told.contains("[date-ambiguous]"), "{told}");
    }
}

#[test]
fn a_sheet_names_the_option() {
    let text = format!("{HEAD}P1,S1,03/05/2026 07:15,F,50,Potassium,4.1,mmol/L\n");
    let (_folder, path) = file("labs.csv", &text);
    let path = path.to_str().expect("a path");
    let sheet = |more: &[&str]| {
        let args = [
            "preop",
            path,
            "--surgery-grade",
            "major",
            "--asa",
            "3",
            "--surgery-date",
            "2026-05-10",
            "--today",
            "2026-05-08",
        ];
        let said = Run::new(args).args(more).done();
        said.stdout + &said.stderr
    };
    let open = sheet(&[]);
    assert!(open.contains("its numbers could be exchanged"), "{open}");
    let settled = sheet(&["--date-order", "dmy"]);
    assert!(!settled.contains("could be exchanged"), "{settled}");
}
