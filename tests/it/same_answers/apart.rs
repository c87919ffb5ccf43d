//! What is said of a patient's rows is the same whoever else is in the file, and in whatever order the rows come.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use serumcheck::check::Work;

use super::{ASKED, RULES, open, streamed};

/// Names, codes and units: of tests that are known and of some that are not, of indices, and of rows that say something of the
/// sample themselves. None whose meaning hangs on the others of the file.
const TESTS: &[(&str, &str, &[&str])] = &[
    ("Potassium", "2823-3", &["mmol/L", "mEq/L", ""]),
    ("Kalium", "", &["mmol/L"]),
    ("Potassium (hemolyzed)", "2823-3", &["mmol/L"]),
    ("Sodium", "2951-2", &["mmol/L"]),
    ("Calcium", "17861-6", &["mg/dL", "mmol/L"]),
    ("Phosphate", "", &["mmol/L"]),
    ("AST", "1920-8", &["U/L"]),
    ("LDH", "", &["U/L"]),
    ("ALP", "", &["U/L"]),
    ("Fluff", "", &["", "mmol/L"]),
    ("Gruff", "", &[""]),
    ("Hemolysis check", "", &[""]),
    ("Sample quality", "", &[""]),
    ("Clotted", "", &[""]),
    ("LIH", "", &[""]),
    ("Hemolysis index", "", &["", "mg/dL", "g/L"]),
    ("Hemolysis grade", "", &[""]),
    ("Lipemia index", "", &["mg/dL", ""]),
    ("Serum appearance", "", &[""]),
];

const VALUES: &[&str] = &[
    "4.1", "4.6", "6.9", "3.0", "140", "118", "0", "1", "3", "350", "0.2", "2.3", "22", "600",
    "2+", "<10", "red", "poor", "3/0/0", "",
];

/// Lower and upper limit.
const LIMITS: &[&str] = &[",", ",", "3.5,5.1", "135,145", "0,40", ",5", "5,3"];

const COMMENTS: &[&str] = &[
    "",
    "",
    "",
    "",
    "Sample hemolyzed",
    "not hemolyzed",
    "Hemolysis index 250",
    "H3+ I0 L0",
    "EDTA contamination suspected",
    "drip arm",
    "wrong patient",
    "Delayed separation",
    "lipemic",
    "phoned",
];

const CONDITIONS: &[&str] = &["", "", "", "", "HEM", "clotted", "good", "3"];

const PEOPLE: &[&str] = &["F,34", "M,71", ",8", "M,", "F,0.5"];

/// Of which draw of a patient a row is, and what it says.
fn row() -> impl Strategy<Value = (usize, String)> {
    let pick = |from: &'static [&'static str]| prop::sample::select(from);
    let test = prop::sample::select(TESTS).prop_flat_map(|(name, code, units)| {
        (
            Just(name),
            prop::sample::select(vec!["", code]),
            prop::sample::select(units),
        )
    });
    let beside = (
        pick(LIMITS),
        pick(&["", "", "H", "N", "Hem"]),
        pick(CONDITIONS),
        pick(COMMENTS),
    );
    (0_usize..3, test, pick(VALUES), beside).prop_map(
        |(draw, (name, code, unit), value, beside)| {
            let (limits, flag, condition, comment) = beside;
            (
                draw,
                format!("{name},{code},{value},{unit},{limits},{flag},{condition},{comment}"),
            )
        },
    )
}

const HEADER: &str = "Patient,Sex,Age,Sample,Collected,Test,LOINC,Result,Unit,Low,High,Flag,Sample condition,Comment\n";

/// Rows of each patient, in draws of which the last has no number.
fn rows_of(patients: &[Vec<(usize, String)>]) -> Vec<(usize, String)> {
    let of_patient = |(number, rows): (usize, &Vec<(usize, String)>)| {
        let line = move |(draw, row): &(usize, String)| {
            let (who, day) = (PEOPLE[number % PEOPLE.len()], draw + 1);
            let sample = match draw {
                2 => String::new(),
                draw => format!("S{number}-{draw}"),
            };
            (
                number,
                format!("P{number:03},{who},{sample},2026-03-1{day} 08:15,{row}\n"),
            )
        };
        rows.iter().map(line).collect::<Vec<_>>()
    };
    patients.iter().enumerate().flat_map(of_patient).collect()
}

/// What is said of each row, without the place of the row.
fn said<'r>(rows: impl Iterator<Item = &'r str>, threads: usize) -> Vec<String> {
    let text: String = std::iter::once(HEADER).chain(rows).collect();
    let (_folder, path) = crate::run::file("rows.csv", text);
    let rules = &RULES[0];
    let exports = open(rules, &[path], &Arc::default()).expect("readable");
    let work = Work {
        threads,
        ..Work::default()
    };
    let (out, ..) = streamed(rules, &exports, ASKED[0], work).expect("read");
    let without_place = |line: &str| line.splitn(3, ',').last().unwrap_or("").to_string();
    out.lines().skip(1).map(without_place).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn alone_and_among_others(
        patients in proptest::collection::vec(proptest::collection::vec(row(), 1..12), 40..90),
    ) {
        let rows = rows_of(&patients);
        let among = said(rows.iter().map(|(_, row)| row.as_str()), 2);
        prop_assert_eq!(among.len(), rows.len());
        let mut of_patient: BTreeMap<usize, Vec<&String>> = BTreeMap::new();
        for ((number, _), said) in rows.iter().zip(&among) {
            of_patient.entry(*number).or_default().push(said);
        }
        for (number, among) in of_patient {
            let own = rows.iter().filter(|(of, _)| *of == number).map(|(_, row)| row.as_str());
            let alone = said(own, 1);
            prop_assert_eq!(alone.iter().collect::<Vec<_>>(), among);
        }
    }

    #[test]
    fn in_any_order(
        patients in proptest::collection::vec(proptest::collection::vec(row(), 1..12), 40..90),
        seed in any::<u64>(),
    ) {
        let rows = rows_of(&patients);
        let in_order = said(rows.iter().map(|(_, row)| row.as_str()), 2);
        let mut places: Vec<usize> = (0..rows.len()).collect();
        places.sort_by_key(|at| (seed | 1).wrapping_mul(*at as u64 + 1));
        let mixed = said(places.iter().map(|at| rows[*at].1.as_str()), 2);
        // Of two equal rows the later is the duplicate.
        let plain = |said: &String| said.replace(" duplicate", "").replace("duplicate", "");
        for (at, said) in places.iter().zip(&mixed) {
            prop_assert_eq!(plain(said), plain(&in_order[*at]), "{}", rows[*at].1);
        }
    }
}
