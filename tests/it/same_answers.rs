//! One truth: what is written from memory, in blocks, on several threads, is byte for byte what the
//! library says row by row.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::Index;
use serumcheck::check::{Results, Stream, Work, stream};
use serumcheck::derive::DeriveOptions;
use serumcheck::import::{Companions, Export, ImportOptions};
use serumcheck::interpret::Rules;
use serumcheck::report::{self, Form, Meta, Settings, Style, Summary};
use serumcheck::text::fold_name;
use serumcheck::{Options, Result};

use crate::mutations::{Blow, blow, sample, strike};
use crate::run::root;

mod apart;
mod made_up;
mod shapes;

/// Everything that a run says.
type Said = std::result::Result<(String, Vec<String>, Summary), String>;

/// What is asked of it.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    form: Form,
    spreadsheet: bool,
    abnormal_only: bool,
}

/// A profile with everything that looks at more than one row, and one without.
static RULES: LazyLock<[Rules; 2]> = LazyLock::new(|| {
    let rules = |options| Rules::bundled(options).expect("bundled data");
    [
        rules(Options::default()),
        rules(Options {
            profile: "uk".to_string(),
            adults: true,
            changes: true,
            grade: Some("ctcae-v5".to_string()),
            derive: Some(DeriveOptions::default()),
            ..Options::default()
        }),
    ]
});

fn open(rules: &Rules, paths: &[PathBuf], companions: &Arc<Companions>) -> Result<Vec<Export>> {
    let known = |name: &str| rules.catalog().by_name(&fold_name(name)).next().is_some();
    let options = ImportOptions {
        layout: None,
        encoding: None,
        date_order: None,
        known_analyte: &known,
        names_differ: &|one, other| one != other,
    };
    let open = |path: &PathBuf| Export::open(path, companions, &options);
    paths.iter().map(open).collect()
}

fn settings<'r>(rules: &'r Rules, asked: Asked) -> Settings<'r> {
    Settings {
        meta: Meta::new("data", "profile", None),
        units: rules.catalog().units(),
        style: Style {
            abnormal_only: asked.abnormal_only,
            ..Style::default()
        },
        spreadsheet: asked.spreadsheet,
        graded: rules.options().grade.is_some(),
    }
}

/// As the library gives it, one row after the other, each understood anew.
fn row_by_row(rules: &Rules, exports: &[Export], asked: Asked) -> Said {
    let said = || -> Result<_> {
        let work = Work {
            by_memory: false,
            ..Work::default()
        };
        let mut results = Results::of(rules, exports, work, |_| {})?;
        let mut out = Vec::new();
        let mut summary = Summary::default();
        let mut report = report::open(asked.form, &mut out, settings(rules, asked))?;
        while let Some(result) = results.next()? {
            summary.add(&result);
            report.write(&result)?;
        }
        summary.not_derived(results.not_derived());
        report.finish(&summary, &[])?;
        let notices = results.file_notices().iter().map(ToString::to_string);
        Ok((utf8(out), notices.collect(), summary))
    };
    said().map_err(|error| error.to_string())
}

fn streamed(rules: &Rules, exports: &[Export], asked: Asked, work: Work) -> Said {
    let said = || -> Result<_> {
        let mut out = Vec::new();
        let job = Stream {
            rules,
            exports,
            form: asked.form,
            settings: &settings(rules, asked),
            work,
        };
        let closing = stream(job, &mut out, |_| {})?;
        let notices = closing.notices.iter().map(ToString::to_string);
        Ok((utf8(out), notices.collect(), closing.summary))
    };
    said().map_err(|error| error.to_string())
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// Threads, and whether rows are remembered by their bytes.
const WAYS: [(usize, bool); 4] = [(1, true), (2, true), (3, true), (2, false)];

/// Compares the ways on these files.
#[track_caller]
fn compare(paths: &[PathBuf], companions: &Arc<Companions>, asked: Asked, block: usize) {
    let remembered = Work::default().remembered;
    // Which lines are written and how their cells are escaped does not depend on the way.
    let ways = match asked.spreadsheet || asked.abnormal_only {
        true => &WAYS[1..2],
        false => &WAYS[..],
    };
    for rules in &*RULES {
        compare_by(rules, ways, paths, companions, (asked, block, remembered));
    }
}

/// Compares these ways, with what is asked, bytes of a block, and rows that are remembered.
#[track_caller]
fn compare_by(
    rules: &Rules,
    ways: &[(usize, bool)],
    paths: &[PathBuf],
    companions: &Arc<Companions>,
    (asked, block, remembered): (Asked, usize, usize),
) {
    let Ok(exports) = open(rules, paths, companions) else {
        return;
    };
    let expected = row_by_row(rules, &exports, asked);
    for &(threads, by_memory) in ways {
        let work = Work {
            threads,
            by_memory,
            remembered,
            block,
        };
        let said = streamed(rules, &exports, asked, work);
        assert!(
            said == expected,
            "{paths:?} with {work:?}, {asked:?}:\n{said:?}\nnot\n{expected:?}"
        );
    }
}

fn companions() -> Arc<Companions> {
    Arc::default()
}

/// Everything that is asked for in turn.
const ASKED: [Asked; 4] = [
    Asked {
        form: Form::Csv,
        spreadsheet: false,
        abnormal_only: false,
    },
    Asked {
        form: Form::Csv,
        spreadsheet: true,
        abnormal_only: false,
    },
    Asked {
        form: Form::Csv,
        spreadsheet: false,
        abnormal_only: true,
    },
    Asked {
        form: Form::Jsonl,
        spreadsheet: false,
        abnormal_only: false,
    },
];

#[test]
fn samples() {
    let folder = std::fs::read_dir(root().join("samples")).expect("samples");
    let mut all: Vec<PathBuf> = folder
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .collect();
    all.sort();
    for path in &all {
        for asked in ASKED {
            compare(std::slice::from_ref(path), &companions(), asked, 300);
        }
    }
    // Several files, in which samples and repetitions meet.
    let twice = [&all[..], &all[..]].concat();
    compare(&twice, &companions(), ASKED[0], 1000);
}

#[test]
fn rows_that_take_others_back() {
    let mut text =
        "patient,sample,collected,reported,sex,age,test,result,unit,status\n".to_string();
    for (at, (value, status)) in [
        ("4.1", "W"),
        ("7.2", "entered in error"),
        ("", "D"),
        ("4.1", "X"),
        ("9.9", "W"),
        ("", "X"),
    ]
    .into_iter()
    .enumerate()
    {
        for (order, (given, taken)) in [("", ""), ("10:00", "12:00"), ("12:00", "10:00")]
            .into_iter()
            .enumerate()
        {
            for is_first in [true, false] {
                for value_given in ["4.1", "7.2"] {
                    let row = |value: &str, status: &str, time: &str| {
                        let reported = match time {
                            "" => String::new(),
                            time => format!("2026-05-02 {time}"),
                        };
                        format!(
                            "P{at},S{order}{is_first}{value_given},2026-05-02 07:15,{reported},F,44,Potassium,{value},mmol/L,{status}\n"
                        )
                    };
                    let given = row(value_given, "F", given);
                    let taken = row(value, status, taken);
                    text += &match is_first {
                        true => given + &taken,
                        false => taken + &given,
                    };
                }
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("taken_back.csv");
    std::fs::write(&path, text).expect("written");
    for asked in ASKED {
        compare(std::slice::from_ref(&path), &companions(), asked, 300);
    }
}

/// A row of no sample repeats another by all of its cells, those that are not read and those of double width too.
#[test]
fn rows_of_no_sample() {
    let mut text = "patient,collected,sex,age,test,result,unit,local,comment\n".to_string();
    for round in 0..2 {
        for local in ["A", "Ａ", "B", "\"B\"", "\"a, b\"", "ｱﾐ", "", "1", "１"] {
            for value in ["4.4", "4.40", "<5", "HEMOLYZED"] {
                for comment in ["", "\"one \"\"two\"\"\""] {
                    let other = if round == 0 { "" } else { comment };
                    text +=
                        &format!("P1,2026-05-02,F,44,Potassium,{value},mmol/L,{local},{other}\n");
                }
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("no_sample.csv");
    std::fs::write(&path, text).expect("written");
    for asked in ASKED {
        compare(std::slice::from_ref(&path), &companions(), asked, 300);
    }
}

/// Rows that tell patient and day, and no sample: what shows across a day is said of its rows, and what a row says of its own
/// sample of that row alone.
#[test]
fn rows_of_a_day() {
    let mut text = "patient,collected,sex,age,test,result,unit,comment\n".to_string();
    for patient in 0..60 {
        let day = patient % 4;
        for (test, unit, values) in [
            ("Potassium", "mmol/L", ["7.2", "4.1", "6.3"]),
            ("Calcium", "mmol/L", ["1.6", "2.3", "2.3"]),
            ("ALP", "U/L", ["12", "80", "80"]),
            ("LDH", "U/L", ["180", "600", "600"]),
            ("AST", "U/L", ["20", "90", "90"]),
            ("Platelets", "10*9/L", ["220", "300", "900"]),
            ("H-Index", "mg/dL", ["5", "120", "5"]),
            ("Sodium", "mmol/L", ["140", "141", "142"]),
        ] {
            let value = values[patient % 3];
            let comment = if patient % 7 == 0 {
                "slightly hemolyzed"
            } else {
                ""
            };
            // Of some the day is not stated, and of some a result is there twice.
            let when = if day == 3 {
                String::new()
            } else {
                format!("2026-05-0{}", 1 + day)
            };
            for _ in 0..=usize::from(patient % 11 == 0) {
                text += &format!("P{patient},{when},F,44,{test},{value},{unit},{comment}\n");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("days.csv");
    std::fs::write(&path, text).expect("written");
    for asked in ASKED {
        compare(std::slice::from_ref(&path), &companions(), asked, 700);
    }
}

/// What is judged of a control, of nobody, or of somebody who may be two holds for no patient beside them who is like them
/// in everything else.
#[test]
fn patients_beside_controls() {
    let who = [
        ("QC Level 2", "1", "F"),
        ("P1", "QC-1", "F"),
        ("P2", "2", "F"),
        ("", "", "F"),
        ("P3", "3", "F"),
        ("P3", "3", "M"),
        ("P4", "4", "F"),
        ("P5", "4", "F"),
        ("P6", "6", "F"),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    // Whoever comes first is the one whose answer others might be given.
    for first in 0..who.len() {
        let mut text = "patient,sample,collected,sex,age,test,result,unit,low,high\n".to_string();
        for round in 0..2 {
            for at in 0..who.len() {
                let (patient, sample, sex) = who[(first + at) % who.len()];
                for value in ["7.0", "7.4", "4.1"] {
                    let sample = if sample.is_empty() {
                        String::new()
                    } else {
                        format!("{sample}{round}{value}")
                    };
                    text += &format!(
                        "{patient},{sample},2026-03-01,{sex},40,Potassium,{value},mmol/L,3.5,5.1\n"
                    );
                }
            }
        }
        let path = folder.path().join(format!("controls{first}.csv"));
        std::fs::write(&path, text).expect("written");
        for asked in ASKED {
            compare(std::slice::from_ref(&path), &companions(), asked, 300);
        }
    }
}

#[test]
fn with_companions() {
    let path = |name: &str| root().join("samples").join(name);
    let read = Companions::read(
        &[path("local_codes_items.csv")],
        &[path("local_codes_patients.csv")],
        None,
    );
    let all = Arc::new(read.expect("readable"));
    let read = Companions::read(&[path("local_codes_items.csv")], &[], None);
    let codes = Arc::new(read.expect("readable"));
    for companions in [all, codes] {
        for asked in ASKED {
            compare(&[path("local_codes.csv")], &companions, asked, 200);
        }
    }
}

#[test]
fn exports_that_nobody_here_wrote() {
    let folder = root().join("../shared/real_exports");
    if !folder.exists() {
        println!("skipped: {} is not here", folder.display());
        return;
    }
    let mut files = Vec::new();
    walk(&folder, &mut files);
    files.sort();
    let remembered = Work::default().remembered;
    for path in files {
        for (rules, ways, asked) in [
            (&RULES[0], &WAYS[..2], ASKED[0]),
            (&RULES[1], &WAYS[2..], ASKED[3]),
        ] {
            let path = std::slice::from_ref(&path);
            compare_by(
                rules,
                ways,
                path,
                &companions(),
                (asked, 1 << 14, remembered),
            );
        }
    }
}

/// Stays, each of a patient who is in another file.
#[test]
fn patients_of_another_file() {
    let folder = root().join("../shared/real_exports/mimic3_demo");
    if !folder.exists() {
        println!("skipped: {} is not here", folder.display());
        return;
    }
    let path = |name: &str| folder.join(name);
    let read = Companions::read(
        &[path("D_LABITEMS.csv")],
        &[path("ADMISSIONS.csv"), path("PATIENTS.csv")],
        None,
    );
    let companions = Arc::new(read.expect("readable"));
    let text = std::fs::read_to_string(path("LABEVENTS.csv")).expect("text");
    let start: String = text.split_inclusive('\n').take(3000).collect();
    let temporary = tempfile::tempdir().expect("a folder");
    let short = temporary.path().join("events.csv");
    std::fs::write(&short, start).expect("written");
    for asked in [ASKED[0], ASKED[3]] {
        compare(std::slice::from_ref(&short), &companions, asked, 1 << 14);
    }
}

/// Tables of a size that a test can read.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    const LARGEST: u64 = 400_000;
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_table = path
            .extension()
            .is_some_and(|extension| extension == "csv" || extension == "tsv");
        if path.is_dir() {
            walk(&path, files);
        } else if is_table && path.metadata().expect("metadata").len() < LARGEST {
            files.push(path);
        }
    }
}

/// A sample with its rows doubled, moved and struck.
fn mutated(name: &str, moves: &[(Index, Index)], blows: &[Blow], end: &str, mark: bool) -> Vec<u8> {
    let bytes = sample(name);
    let mut lines: Vec<&[u8]> = bytes
        .trim_ascii_end()
        .split(|byte| *byte == b'\n')
        .collect();
    let header = lines.remove(0);
    // Enough rows that some say what others said.
    let mut lines = lines.repeat(3);
    for (from, to) in moves {
        let line = lines.remove(from.index(lines.len()));
        lines.insert(to.index(lines.len() + 1), line);
    }
    lines.insert(0, header);
    let mut bytes = lines.join(end.as_bytes());
    if mark {
        bytes.splice(0..0, *b"\xef\xbb\xbf");
    }
    blows.iter().for_each(|blow| strike(&mut bytes, blow));
    bytes
}

proptest! {
    // Each case has one profile and one way: more files are compared than with all ways of each.
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn mutated_samples(
        name in prop_oneof![
            Just("preop_panel"), Just("hemolyzed"), Just("censored"), Just("multi_patient"),
            Just("sdtm_lb"), Just("messy"), Just("wide_german"), Just("pediatric"),
        ],
        moves in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..20),
        blows in proptest::collection::vec(blow(), 0..3),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n")],
        mark in any::<bool>(),
        by in (0..RULES.len(), 0..WAYS.len()),
        asked in 0..ASKED.len(),
        block in 1_usize..3000,
        remembered in prop_oneof![Just(50_000_usize), 1_usize..20],
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mutated.csv");
        let bytes = mutated(name, &moves, &blows, end, mark);
        std::fs::write(&path, bytes).expect("written");
        let (rules, way) = by;
        compare_by(&RULES[rules], &[WAYS[way]], &[path], &companions(), (ASKED[asked], block, remembered));
    }
}

/// Tables with what seldom stands in one: said of one analyte, in place of a result, above and among the rows.
#[test]
fn tables_of_every_kind() {
    let wide = |line: usize| {
        let who = format!("P{},F,44,2026-05-0{},", line % 7, 1 + line % 3);
        let rest = [
            "4.1,,140,,,Final,",
            "4.1,Cancelled,140,,<,,",
            "4.4,P,140,seen,,,clotted",
            ",,,,,,Hemolyzed - recollect",
            ",HEM,140,hemolyzed,,,",
            ",,,,,X,",
            "6.9,H,,,>,QNS,\"a \"\"word\"\"\"",
            "4.1,,141,,,,",
        ];
        format!("{who}{}", rest[(line * 5 + line / 7) % rest.len()])
    };
    let codebook = |line: usize| {
        let rest = [
            "5.9,,140",
            ",521.6,140",
            "0.9,79.56,140",
            "0.9,521.6,",
            ",,\"140\"",
            "\"0.9\",79.56,140",
            ",,",
        ];
        format!("{line},2,44,{}", rest[(line * 3 + line / 11) % rest.len()])
    };
    let long = |line: usize| {
        let rest = [
            "4.1,,",
            "4.1,6.9,",
            "4.1,,4.1",
            ",,6.9",
            "4.1,4.1,6.9",
            "hemolyzed,4.1,",
        ];
        format!(
            "P{},2026-05-02,F,44,Potassium,{},mmol/L",
            line % 9,
            rest[(line * 5 + line / 3) % rest.len()]
        )
    };
    let header =
        "Patient,Sex,Age,Collected,K (mmol/L),K status,Na (mmol/L),Na comment,K op,Status,Comment";
    let with = |above: &str, header: &str, row: &dyn Fn(usize) -> String, among: &str| {
        let rows: Vec<String> = (0..200)
            .map(|line| match line % 90 {
                89 => format!("{among}\n{}", row(line)),
                _ => row(line),
            })
            .collect();
        format!("{above}{header}\n{}\n", rows.join("\n"))
    };
    let later = "Patient,Collected,Sex,Age,Test,Result,Corrected Result,Repeat Result,Unit";
    let folder = tempfile::tempdir().expect("a folder");
    for (number, text) in [
        with("", header, &wide, header),
        with("", header, &wide, "URINE,\"\",,,,,,,,,"),
        with(
            "Comment: slightly hemolyzed\n\n",
            header,
            &wide,
            "Mean,,,,4.4,,140,,,,",
        ),
        with(
            "",
            "SEQN,RIAGENDR,RIDAGEYR,LBXSCR,LBDSCRSI,LBXSNASI",
            &codebook,
            ",,,,,",
        ),
        with("", later, &long, later),
        with(
            "",
            "Patient,Collected,Sex,Age,Test,Result,Unit",
            &|line| {
                format!(
                    "P{},2026-05-02,F,44,Potassium,4.{},mmol/L",
                    line % 9,
                    line % 8
                )
            },
            "Urine,,,,,,",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let path = folder.path().join(format!("{number}.csv"));
        std::fs::write(&path, text).expect("written");
        let asked = ASKED[number % ASKED.len()];
        compare(std::slice::from_ref(&path), &Arc::default(), asked, 2_000);
    }
}
