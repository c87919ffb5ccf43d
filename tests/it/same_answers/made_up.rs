//! Exports of made-up rows: enough of enough kinds that most are answered from memory.

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use serumcheck::import::Companions;

use super::{ASKED, Asked, RULES, WAYS, compare_by};

/// Names, codes and units that a made-up export has, alike and unlike.
const TESTS: &[(&str, &str, &[&str])] = &[
    ("Sodium", "2951-2", &["mmol/L", "mEq/L"]),
    ("Na", "", &["mmol/L"]),
    ("Potassium", "2823-3", &["mmol/L", "mmol/l", ""]),
    ("Kalium", "", &["mmol/L"]),
    ("Glucose", "2345-7", &["mmol/L", "mg/dL", ""]),
    ("Creatinine", "2160-0", &["umol/L", "mg/dL"]),
    ("Calcium", "17861-6", &["mmol/L", "mg/dL"]),
    ("Magnesium", "", &["mmol/L"]),
    ("ALP", "", &["U/L"]),
    ("LDH", "", &["U/L"]),
    ("TSH", "", &["mIU/L"]),
    ("Hemoglobin", "", &["g/L", "g/dL"]),
    ("Platelets", "", &["10*9/L", "mil/mm3"]),
    ("HbA1c", "", &["%", "mmol/mol"]),
    ("H-Index", "", &["mg/dL", ""]),
    ("H", "", &["", "mg/dL"]),
    ("I", "", &[""]),
    ("L", "", &[""]),
    ("HIL", "", &[""]),
    ("HEM", "", &[""]),
    ("Fluff", "", &["mmol/L", "furlong", ""]),
    ("Gruff", "", &[""]),
    ("Hemolysis check", "", &[""]),
    ("Sample quality", "", &[""]),
    ("IH", "", &[""]),
    ("Potassium (hemolyzed)", "2823-3", &["mmol/L"]),
];

/// Lower and upper limit, and the interval as one text: of one sex or of adults, too, and one that nobody reads.
const LIMITS: &[(&str, &str, &str)] = &[
    ("", "", ""),
    ("3.5", "5.1", ""),
    ("135", "145", ""),
    ("", "5", ""),
    ("0", "40", ""),
    ("5", "3", ""),
    ("", "", "Men 3.5-5.1 / Women 2.0-5"),
    ("", "", "F: 135-145"),
    ("", "", "Adults 0-40"),
    ("", "", "3.5-5.1 as told"),
    ("", "", "3.5 - 5.1 mmol/L"),
    ("", "", "70-100 mg/dL"),
];

const COMMENTS: &[&str] = &[
    "",
    "",
    "",
    "Sample hemolyzed",
    "slightly lipemic",
    "Fasting",
    "\"one, two\"",
    "EDTA contamination suspected",
    "Results may be affected by hemolysis",
    "Verified. H3+ I0 L0",
    "Blue top tube",
    "On hold",
];

/// When, by draw: some on one day, of which not all state their time.
const TIMES: &[&str] = &[
    "2026-03-01 08:15",
    "2026-03-02 08:15",
    "2026-03-03",
    "2026-03-03",
    "2026-03-01",
];

/// Who, by patient: identifier, sex and age, and how the number of the sample begins, if it has one. Controls are like a
/// patient in all but their identifier.
const PATIENTS: &[(&str, &str, &str, &str)] = &[
    ("P0", "F", "34", "S"),
    ("P1", "M", "71", "S"),
    ("P2", "", "8", "S"),
    ("P3", "M", "", ""),
    ("P4", "F", "19", ""),
    ("P5", "W", "3 mo", "S"),
    ("QC Level 2", "F", "34", "S"),
    ("P7", "M", "71", "QC-"),
    ("", "F", "34", ""),
];

/// A value cell: mostly numbers, many of them on or near a limit.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (1_u32..3000, 0_u32..3).prop_map(|(digits, places)| {
            let number = f64::from(digits) / 10_f64.powi(places as i32);
            format!("{number:.*}", places as usize)
        }),
        3 => prop::sample::select(&["3.5", "5.1", "5.10", "135", "145", "6.5", "2.0", "40", "5"][..])
            .prop_map(str::to_string),
        2 => prop::sample::select(
            &["", "<5", ">600", "HEMOLYZED", "0", "0.0", "5.", "1e3", "007", "see note", " 4.1", "4.1 H", "3.9 mmol/L", "3+", "3+/0/0", "0-0-2", "HEMO", "112 --", "7 ++", "~6.9", "6.9/6.8", "18 10*9/L", "6·9", "yli 7"][..],
        )
        .prop_map(str::to_string),
    ]
}

fn made_up_row() -> impl Strategy<Value = String> {
    let index = || any::<Index>();
    let who = (index(), 0..TIMES.len());
    let what = (index(), index(), value());
    let beside = (
        index(),
        index(),
        prop::sample::select(&["", "", "H", "N", "LL", "H HEM", "?", "HIL", "--", "++"][..]),
    );
    let status = prop::sample::select(&["", "", "F", "P", "C", "X", "W"][..]);
    (who, what, beside, status).prop_map(|(who, what, beside, status)| {
        let patient = who.0.index(PATIENTS.len());
        let (id, sex, age, start) = PATIENTS[patient];
        let draw = who.1;
        let sample = match start {
            "" => String::new(),
            start => format!("{start}{patient}{draw}"),
        };
        let (name, code, units) = TESTS[what.0.index(TESTS.len())];
        let unit = units[what.1.index(units.len())];
        let (low, high, range) = LIMITS[beside.0.index(LIMITS.len())];
        let comment = COMMENTS[beside.1.index(COMMENTS.len())];
        let (value, flag) = (what.2, beside.2);
        format!(
            "{id},{sample},{},{sex},{age},{name},{code},{value},{unit},{low},{high},{range},{flag},{comment},{status}\n",
            TIMES[draw]
        )
    })
}

/// What other files say of patients and codes: nothing; sex and birth; an age in some year; codes. Not of all.
const COMPANIONS: &[&[(&str, &str)]] = &[
    &[],
    &[(
        "patients",
        "patient,sex,date of birth\nP0,F,1950-04-01\nP2,M,2018-01-30\nP3,F,1999-12-31\nP5,,3/4/61\n",
    )],
    &[(
        "patients",
        "patient,gender,anchor_age,anchor_year\nP1,M,40,2020\nP2,F,4,2026\nP3,F,30,2030\n",
    )],
    &[(
        "codes",
        "loinc,label,fluid\n2951-2,Sodium,Blood\n2823-3,Potassium,Urine\n2345-7,Glucose,\n",
    )],
];

fn companions(folder: &Path, which: usize) -> Arc<Companions> {
    let (mut codes, mut patients) = (Vec::new(), Vec::new());
    for (number, (kind, text)) in COMPANIONS[which].iter().enumerate() {
        let path = folder.join(format!("companion{number}.csv"));
        std::fs::write(&path, text).expect("written");
        match *kind {
            "codes" => codes.push(path),
            _ => patients.push(path),
        }
    }
    Arc::new(Companions::read(&codes, &patients, None).expect("readable"))
}

/// Compares on an export, with the companions of this number, a profile and a way of these numbers.
#[track_caller]
fn compare_text(
    text: &str,
    which: usize,
    (rules, way): (usize, usize),
    how: (Asked, usize, usize),
) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("made_up.csv");
    std::fs::write(&path, text).expect("written");
    let companions = companions(folder.path(), which);
    compare_by(&RULES[rules], &[WAYS[way]], &[path], &companions, how);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    /// One result in a row.
    #[test]
    fn long_exports(
        mut rows in proptest::collection::vec(made_up_row(), 200..900),
        heading in proptest::option::weighted(0.2, any::<Index>()),
        by in (0..RULES.len(), 0..WAYS.len()),
        asked in 0..ASKED.len(),
        which in 0..COMPANIONS.len(),
        block in 200_usize..9000,
        remembered in prop_oneof![3 => Just(50_000_usize), 1 => 20_usize..200],
    ) {
        let header = "patient,sample,collected,sex,age,test,loinc,result,unit,low,high,range,flag,comment,status\n";
        if let Some(place) = heading {
            rows.insert(place.index(rows.len()), ",,,,,URINE,,,,,,,,\n".to_string());
        }
        compare_text(&(header.to_string() + &rows.concat()), which, by, (ASKED[asked], block, remembered));
    }
}

/// What stands beside a result in columns of its own: its comparator, whether it was taken back, how it was derived, an
/// alarm, and two columns that may name the fluid.
const MARKS: &[&str] = &[
    ",,,,,",
    ",,,,,",
    ",0,,0,Chemistry,BMP",
    "GT,,,,,",
    "LT,0,,,Urine,",
    "~,,,,,",
    ",1,,,,",
    ",,AVERAGE,,,",
    ",,,Samp.C,,",
    ",,,,Chemistry,Urine",
    ",,,,,CSF",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 15, ..ProptestConfig::default() })]

    /// One result in a row, with columns that say how it is meant and whether it stands.
    #[test]
    fn marked_exports(
        rows in proptest::collection::vec((made_up_row(), prop::sample::select(MARKS)), 200..500),
        by in (0..RULES.len(), 0..WAYS.len()),
        asked in 0..ASKED.len(),
        block in 200_usize..9000,
    ) {
        let header = "patient,sample,collected,sex,age,test,loinc,result,unit,low,high,range,flag,comment,status,\
                      comparator,voided,DTYPE,Data Alarm,Category,RAW_PANEL\n";
        let marked = rows.iter().map(|(row, marks)| format!("{},{marks}\n", row.trim_end()));
        let text = header.to_string() + &marked.collect::<String>();
        compare_text(&text, 0, by, (ASKED[asked], block, 50_000));
    }
}

/// Columns of a made-up wide export: a header, and the cells that may stand beside its value.
const COLUMNS: &[(&str, &[&[&str]])] = &[
    ("Sodium (mmol/L)", &[]),
    (
        "Potassium",
        &[
            &["mmol/L", "mEq/L", ""],
            &["3.5", ""],
            &["5.1", "5"],
            &["", "H"],
        ],
    ),
    ("Glucose (mg/dL)", &[]),
    ("Glucose (mmol/L)", &[]),
    ("Calcium (mmol/L)", &[]),
    ("ALP (U/L)", &[]),
    ("LDH (U/L)", &[]),
    ("H-Index (mg/dL)", &[]),
    ("Urine creatinine (mmol/L)", &[]),
];

/// The headers of cells beside a value.
const BESIDE: &[&str] = &["unit", "low", "high", "flag"];

/// How the columns of the row as a whole are called: with sample numbers and without.
const OF_THE_ROW: &[&str] = &[
    "patient,sample,collected,sex,age,comment,specimen",
    "patient,collected,sex,age,comment,specimen",
    "sex,age,comment,specimen",
];

fn wide_header(which: usize) -> String {
    let mut header = OF_THE_ROW[which].to_string();
    for (name, beside) in COLUMNS {
        header += &format!(",{name}");
        let plain = name.split(" (").next().unwrap_or(name);
        for (_, what) in beside.iter().zip(BESIDE) {
            header += &format!(",{plain} {what}");
        }
    }
    header + "\n"
}

/// Cells of a wide row; about a third of the values are blank.
fn wide_row(which: usize) -> impl Strategy<Value = String> {
    let cells = COLUMNS.iter().map(|(_, beside)| {
        let value = prop_oneof![2 => value(), 1 => Just(String::new())];
        let beside: Vec<_> = beside
            .iter()
            .map(|texts| prop::sample::select(*texts))
            .collect();
        (value, beside)
    });
    let of_row = (
        any::<Index>(),
        0_u32..4,
        any::<Index>(),
        prop::sample::select(&["serum", "", "plasma"][..]),
    );
    let end = prop_oneof![20 => Just(""), 1 => Just(","), 1 => Just(",x")];
    (of_row, cells.collect::<Vec<_>>(), end).prop_map(move |(of_row, cells, end)| {
        let (patient, draw, comment, specimen) = of_row;
        let patient = patient.index(PATIENTS.len());
        let (id, sex, age, _) = PATIENTS[patient];
        let comment = COMMENTS[comment.index(COMMENTS.len())];
        let day = draw + 1;
        let who = match which {
            0 => format!("{id},S{patient}{draw},2026-03-0{day} 08:15,"),
            1 => format!("\"{id}\",2026-03-0{day} 08:15,"),
            _ => String::new(),
        };
        let mut row = format!("{who}{sex},{age},{comment},{specimen}");
        for (value, beside) in cells {
            row += &format!(",{value}");
            for text in beside {
                row += &format!(",{text}");
            }
        }
        row + end + "\n"
    })
}

fn wide_export() -> impl Strategy<Value = String> {
    (0..OF_THE_ROW.len()).prop_flat_map(|which| {
        let rows = proptest::collection::vec(wide_row(which), 40..200);
        rows.prop_map(move |rows| wide_header(which) + &rows.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    /// Several results in a row.
    #[test]
    fn wide_exports(
        export in wide_export(),
        by in (0..RULES.len(), 0..WAYS.len()),
        asked in 0..ASKED.len(),
        which in 0..COMPANIONS.len(),
        block in 200_usize..9000,
        remembered in prop_oneof![3 => Just(50_000_usize), 1 => 20_usize..200],
    ) {
        compare_text(&export, which, by, (ASKED[asked], block, remembered));
    }

    /// And they are read as such.
    #[test]
    fn wide_exports_have_results(export in wide_export()) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("made_up.csv");
        std::fs::write(&path, &export).expect("written");
        let exports = super::open(&super::RULES[0], &[path], &Arc::default()).expect("readable");
        let (out, ..) = super::row_by_row(&super::RULES[0], &exports, ASKED[0]).expect("read");
        prop_assert!(100 < out.lines().count(), "{out}");
    }
}
