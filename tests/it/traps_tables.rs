//! Tables in which a header, a column or a row once was taken for another one, each with what a laboratory scientist expects.

use crate::run::{Run, file, said as cells_of};
use crate::traps::said_of;

const N: &str = "potassium N usable -";
const ABSENT: &str = "potassium - - result-absent";

/// What is said of the rows of a file, and on standard error.
fn said_and_told(text: &str) -> (Vec<String>, String) {
    let (_folder, path) = file("labs.csv", text);
    let told = Run::check(&path).args(["--to", "csv"]).ok().stderr;
    (said_of(text), told)
}

/// What stops a run over a file.
fn refused(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path).args(["--to", "csv"]).done();
    assert_ne!(done.code, 0, "{text}");
    assert_eq!(done.stdout, "", "{text}");
    done.stderr
}

/// What is said of the potassium of a wide file beside more columns, with one row.
#[track_caller]
fn beside(columns: &str, cells: &str) -> String {
    let said = said_of(&format!(
        "Patient,Collected,Sex,Age,K (mmol/L),Na (mmol/L),{columns}\n1,2026-05-02 07:15,F,44,4.1,140,{cells}\n"
    ));
    said[0].clone()
}

#[test]
fn a_second_header_stops_the_run_and_the_same_one_is_skipped() {
    let first = "Patient,Sex,Age,Date,Potassium (mmol/L),Magnesium (mmol/L)";
    let row = "1,F,44,2026-01-01,4.1,0.9";
    for (second, line) in [
        ("Patient,Sex,Age,Date,Albumin (g/dL),Potassium (mmol/L)", 3),
        // Of another width, the other way round, without a name for the first column.
        ("Patient,Sex,Age,Date,Albumin (g/dL)", 3),
        (
            "Patient,Sex,Age,Date,Magnesium (mmol/L),Potassium (mmol/L)",
            3,
        ),
        (",,,,Albumin,Sodium,Chloride", 3),
        ("Patient,Date,Test,Result,Unit,Flag", 3),
    ] {
        let told = refused(&format!(
            "{first}\n{row}\n{second}\n2,F,44,2026-01-01,4.1,6.9\n"
        ));
        assert!(
            told.contains(&format!(":{line}: a second table")),
            "{second}: {told}"
        );
    }
    for again in [
        first,
        "PATIENT,SEX,AGE,DATE,POTASSIUM (MMOL/L),MAGNESIUM (MMOL/L)",
    ] {
        let (said, told) = said_and_told(&format!("{first}\n{row}\n{again}\n{row}\n"));
        assert_eq!(said.len(), 4, "{said:?}");
        assert!(
            told.contains("in 1 row, skipped [header-repeated]"),
            "{told}"
        );
    }
    // Far below, where nothing is new any more.
    let rows = format!("{row}\n").repeat(5_000);
    let told = refused(&format!(
        "{first}\n{rows}Patient,Sex,Age,Date,Albumin (g/dL),Potassium (mmol/L)\n{row}\n"
    ));
    assert!(told.contains(":5002: a second table"), "{told}");
}

#[test]
fn a_table_of_another_kind_below_or_above() {
    let long = "Patient,Date,Test,Result,Unit\n1,2026-01-01,Potassium,4.1,mmol/L\n1,2026-01-01,Sodium,140,mmol/L\n";
    let told = refused(&format!(
        "{long}\nPatient,Date,Potassium (mmol/L)\n2,2026-01-01,7.1\n"
    ));
    assert!(told.contains(":5: a second table"), "{told}");
    // The second header says more: what is above it is a table, too.
    let told = refused(&format!(
        "{long}Patient,Sex,Age,Date,Potassium (mmol/L),Sodium (mmol/L)\n2,F,44,2026-01-01,7.1,140\n"
    ));
    assert!(told.contains(":4: a second table"), "{told}");
    let said = said_of(&format!(
        "{long}Patient,Date,Test,Result,Unit\n2,2026-01-01,Potassium,7.1,mmol/L\n"
    ));
    assert_eq!(said.len(), 3, "{said:?}");
    // No tables: who the patient is, and rows of words.
    let (said, told) = said_and_told(
        "Patient,Sex,Age\nX,F,44\n\nPatient,Sex,Age,Date,Potassium (mmol/L),Sodium (mmol/L)\n2,F,44,2026-01-01,4.1,140\n",
    );
    assert_eq!(said[0], N);
    assert!(told.contains("preamble-unread"), "{told}");
    let said = said_of(
        "Patient,Date,Test,Result,Unit\n1,2026-01-01,Potassium,4.1,mmol/L\n1,,Comment,Result,Unit unknown\n",
    );
    assert_eq!(said.len(), 2);
}

#[test]
fn a_later_result_is_not_dropped() {
    let of = |columns: &str, cells: &str| {
        let text = format!(
            "Patient,Collected,Sex,Age,Test,Result,{columns},Unit\n1,2026-05-02,F,44,Sodium,140,,mmol/L\n\
             1,2026-05-02,F,44,Potassium,{cells},mmol/L\n"
        );
        said_of(&text)[1].clone()
    };
    let high = "potassium HH usable critical-limit";
    let doubtful = "potassium N caution column-differs";
    let called = "potassium N caution column-differs critical-limit";
    for (columns, cells, expected) in [
        // What was corrected stands.
        (
            "Corrected Result|Amended result|Final Result|Revised value|Korrigierter Wert|Result (corrected)",
            "4.1,6.9",
            high,
        ),
        ("Corrected Result|Final Result", "6.9,4.1", N),
        ("Corrected Result|Final Result", "4.1,", N),
        ("Corrected Result|Final Result", "4.1,Yes", N),
        // Of two measurements nobody knows which one holds; what would be critical is called.
        (
            "Repeat Result|Result 2|Second result|New value|Retest result|Zweites Ergebnis|Result",
            "4.1,6.9",
            called,
        ),
        (
            "Repeat Result|Result 2|Second result|New value|Retest result|Zweites Ergebnis|Result",
            "4.1,5.7",
            doubtful,
        ),
        (
            "Repeat Result|Result 2|Second result|New value|Retest result|Zweites Ergebnis|Result",
            "4.1,4.1",
            N,
        ),
        (
            "Repeat Result|Result 2|Second result|New value|Retest result|Zweites Ergebnis|Result",
            "4.1,",
            N,
        ),
        ("Repeat Result|Result", ",4.1", N),
        ("Repeat Result|Result", ",6.9", high),
        // However it is written, and whatever stands in front of it.
        ("Repeat Result|Result 2", "4.1,6.9 H", called),
        ("Repeat Result|Result 2", "4.1,6.9*", called),
        ("Repeat Result|Result 2", "4.1,>6.9", called),
        ("Repeat Result|Result 2", "4.1,6.9 mmol/L", called),
        ("Repeat Result|Result 2", "4.1,6.9 by repeat", called),
        ("Repeat Result|Result 2", "4.1,4.1 H", N),
        ("Repeat Result|Result 2", "4.1,5.2 H", doubtful),
        (
            "Repeat Result|Result 2",
            "see repeat,6.9",
            "potassium - - column-differs value-unreadable critical-limit",
        ),
        (
            "Repeat Result|Result 2",
            "cancelled,6.9",
            "potassium - - column-differs result-absent critical-limit",
        ),
        (
            "Repeat Result|Result 2",
            "cancelled,4.2",
            "potassium - - column-differs result-absent",
        ),
        // A code of the word.
        (
            "Repeat Result|Result 2",
            "cancelled,1",
            "potassium - - column-differs result-absent",
        ),
        // A correction in words.
        ("Corrected Result", "4.1,hemolyzed", doubtful),
        // Of another time.
        (
            "Previous result|Delta|Prior value|Last result",
            "4.1,6.9",
            N,
        ),
    ] {
        for column in columns.split('|') {
            assert_eq!(of(column, cells), expected, "{column}: {cells}");
        }
    }
}

#[test]
fn a_result_in_two_units_is_no_second_one() {
    let said = said_of(
        "Patient,Collected,Sex,Age,Test,Result,Unit,Result,Unit\n1,2026-05-02,F,44,Potassium,4.1,mmol/L,16,mg/dL\n\
         2,2026-05-02,F,44,Potassium,,mmol/L,16,mg/dL\n",
    );
    assert_eq!(said, [N, "potassium - - column-differs result-absent"]);
}

#[test]
fn what_voids_a_row_voids_a_wide_one_too() {
    for (columns, cells, expected) in [
        (
            "Rejected|Cancelled|Voided|Deleted|Invalid",
            "Yes|1|TRUE",
            ABSENT,
        ),
        (
            "Rejected|Cancelled|Voided|Deleted|Invalid",
            "No|0|FALSE|",
            N,
        ),
        ("Valid|Accepted|Result valid", "No|0|FALSE", ABSENT),
        ("Valid|Accepted|Result valid", "Yes|1|TRUE|", N),
        ("Verified", "No", "potassium N usable preliminary"),
        ("Verified", "Yes|2026-05-02", N),
        ("Validity", "Invalid", ABSENT),
        ("Validity", "Valid|Yes", N),
        ("Status", "P", "potassium N usable preliminary"),
        ("Status", "X|Cancelled", ABSENT),
        (
            "Status|QC",
            "Fail|Failed",
            "potassium N indeterminate status-failed",
        ),
        ("Status", "QNS", "potassium - unusable result-absent"),
        ("Status", "F|Final|Inpatient|", N),
        // Of a person: dead, alive.
        ("Status", "D|A", N),
        ("Result status", "D", ABSENT),
        ("Active|Withdrawn", "No", N),
        ("QC", "Pass|OK|", N),
        (
            "Rejection reason",
            "Clotted",
            "potassium N indeterminate comment-disowns",
        ),
        ("Rejection reason", "", N),
        ("Reason", "Clotted veins", N),
    ] {
        for column in columns.split('|') {
            for cell in cells.split('|') {
                assert_eq!(beside(column, cell), expected, "{column}: {cell}");
            }
        }
    }
}

#[test]
fn what_stands_beside_one_analyte_is_said_of_it() {
    let hemolyzed = "potassium N indeterminate hemolysis-raises masked-low-possible";
    for (columns, cell, expected) in [
        (
            "K status|K_status|Status K|K (mmol/L) status",
            "Cancelled",
            ABSENT,
        ),
        ("K status|K state", "P", "potassium N usable preliminary"),
        ("K status", "QNS", "potassium - unusable result-absent"),
        ("K status", "Zzz", "potassium N usable status-unknown"),
        ("K status", "High", "potassium N usable flag-disagrees"),
        ("K status", "Final", N),
        ("K valid|K validity", "No", ABSENT),
        ("K valid|K validity", "Yes", N),
        (
            "K op|K sign|K operator|K comparator|K prefix",
            "<",
            "potassium - usable value-censored flag-undetermined",
        ),
        ("K op|K sign|K operator|K comparator|K prefix", "=", N),
        (
            "K message|K warning|K alarm|K error|K QC",
            "Short sample",
            "potassium N caution sample-doubtful",
        ),
        ("K message|K warning|K alarm|K error|K QC", "OK", N),
        ("K QC", "Fail", "potassium N indeterminate status-failed"),
        (
            "K comment|K note|K Kommentar|K remark|Comment K",
            "hemolyzed",
            hemolyzed,
        ),
        (
            "K comment|K note|K Kommentar|K remark|Comment K",
            "not hemolyzed",
            N,
        ),
        ("K quality|K integrity", "hemolyzed", hemolyzed),
        ("K quality|K integrity", "good", N),
        (
            "K specimen|K specimen type|K material",
            "Urine",
            "- - - specimen-not-serum",
        ),
        ("K specimen|K specimen type|K material", "Serum", N),
    ] {
        for column in columns.split('|') {
            assert_eq!(beside(column, cell), expected, "{column}: {cell}");
        }
    }
    // It is said of this one alone, beside what the row says.
    let said = said_of(
        "Patient,Collected,Sex,Age,K (mmol/L),K status,Na (mmol/L),Comment,K comment\n\
         1,2026-05-02 07:15,F,44,4.1,Cancelled,140,,\n2,2026-05-02 07:15,F,44,4.1,,140,clotted,seen\n",
    );
    assert_eq!(said[..2], [ABSENT, "sodium N usable -"]);
    assert!(
        said[2..].iter().all(|said| !said.contains(" usable ")),
        "{said:?}"
    );
    // What is not understood is named, if it holds anything.
    for (column, cell, named) in [
        ("K method", "ISE", true),
        ("K site", "arm", true),
        ("K method", "", false),
        ("Ward", "ISE", false),
    ] {
        let (_, told) = said_and_told(&format!(
            "Patient,Sex,Age,K (mmol/L),Na (mmol/L),{column}\n1,F,44,4.1,140,{cell}\n"
        ));
        assert_eq!(told.contains("column-unknown"), named, "{column}: {told}");
    }
}

#[test]
fn a_codebook_states_a_result_twice_and_each_row_once() {
    let said = |row: &str| {
        let columns =
            "SEQN,RIAGENDR,RIDAGEYR,LBXSCR,LBDSCRSI,LBXSNASI,LBXSCH,LBDSCHSI,LBXTC,LBDTCSI";
        let said = said_of(&format!("{columns}\n1,2,44,{row}\n"));
        let of = |analyte: &str| said.iter().filter(|said| said.starts_with(analyte)).count();
        let first = said.first().cloned().unwrap_or_default();
        (first, of("creatinine"), of("cholesterol"))
    };
    let critical = "creatinine HH usable method-dependent critical-limit critical-context";
    // Measured, converted, both, and two that contradict each other.
    assert_eq!(said("5.9,,140,,,,"), (critical.into(), 1, 0));
    assert_eq!(said(",521.6,140,,,,"), (critical.into(), 1, 0));
    assert_eq!(said("5.9,521.56,140,,,,"), (critical.into(), 1, 0));
    assert_eq!(said("0.9,521.56,140,,,,").1, 2);
    // Two measurements.
    assert_eq!(said("0.9,79.56,140,190,4.91,185,4.78").2, 2);
    let said = said_of("SEQN,RIAGENDR,RIDAGEYR,LBXSOSSI,LBXGLU,LBXFER\n1,2,44,280,95,50\n");
    assert_eq!(
        said[0],
        "osmolality_calculated - usable no-transferable-interval"
    );
    assert!(said[1].contains("condition-needed"), "{said:?}");
}

#[test]
fn what_stands_under_no_header_is_not_lost() {
    let header = "Patient,Sex,Age,Date,Sodium (mmol/L),,Potassium (mmol/L),\n,,,,Baseline,Latest,Baseline,Latest\n";
    let said = said_of(&format!(
        "{header}1,F,44,2026-01-01,140,120,4.1,6.9\n2,F,44,2026-01-01,140,140,,6.9\n"
    ));
    assert_eq!(
        said[2..],
        [
            "sodium N caution column-differs critical-limit",
            "potassium N caution column-differs critical-limit",
            "sodium N usable -",
            "potassium - - column-differs result-absent critical-limit",
        ]
    );
    // Units stand there, or nothing.
    let said = said_of("Patient,Sex,Age,Sodium,,Potassium,\n1,F,44,140,mmol/L,4.1,mmol/L\n");
    assert_eq!(said[1], N);
}

#[test]
fn rows_of_units_and_limits_are_nobody_s_results() {
    let header = "Patient,Date,Sex,Age,Potassium,Sodium";
    let row = "1,2026-01-01,F,44,4.8,137";
    let units = "Unit,,,,mmol/L,mmol/L";
    let own = ["potassium H usable flag-disagrees", "sodium L usable -"];
    let own = [own[0].replace("flag-disagrees", "-"), own[1].to_string()];
    for rows in [
        format!("{units}\nReference range,,,,3.4-4.7,138-145"),
        format!("Reference range,,,,3.4-4.7,138-145\n{units}"),
        format!("{units}\nLow,,,,3.4,138\nHigh,,,,4.7,145"),
        format!("{units}\nRef low,,,,3.4,138\nRef high,,,,4.7,145"),
        "LLN,,,,3.4,138\nULN,,,,4.7,145\n,Unit,,,mmol/L,mmol/L".to_string(),
        "Einheit,,,,mmol/L,mmol/L\nReferenzbereich,,,,3.4-4.7,138-145".to_string(),
        "Reference 2026,,,,3.4-4.7,138-145\nUnit,,,,mmol/L,mmol/L".to_string(),
    ] {
        assert_eq!(
            said_of(&format!("{header}\n{rows}\n{row}\n")),
            own,
            "{rows}"
        );
    }
    // A patient of this name is one; below the table it is a limit that nobody has.
    let said = said_of(&format!(
        "{header}\n{units}\n{row}\nLow,2026-01-01,F,44,4.4,140\nLow,,,,3.4,138\n"
    ));
    assert_eq!(said[2..4], [N, "sodium N usable -"]);
    assert_eq!(
        said[4..],
        [
            "potassium - - quality-control",
            "sodium - - quality-control"
        ]
    );
    // The header has one unit, the row below it another.
    let said = said_of(
        "Patient,Sex,Age,Potassium (mmol/L),Calcium (mmol/L)\nUnit,,,mmol/L,mg/dL\n1,F,44,4.4,2.4\n",
    );
    assert_eq!(said, [N, "calcium_total - - unit-conflict"]);
}

/// A test has one limit, limits in brackets, or none: the row is still one of limits.
#[test]
fn limits_of_all_kinds_in_one_row_below_the_units() {
    let table = |limits: &str| {
        format!(
            "Patient;Sample;Date;Hb;K;CRP;eGFR\n;;;g/dl;mmol/l;mg/l;ml/min/1,73m2\n{limits}\nP1;A1;14.03.2024;12,9;4,7;3;55\n"
        )
    };
    for (limits, flags) in [
        (";;;12-16;3,5-4,5;0-5;60-120", "N H N L"),
        (";;;12-16;3,5-4,5;<5;>60", "N H N L"),
        (";;;12-16;3,5-4,5;bis 5;>=60", "N H N L"),
        (";;;(12-16);[3,5-4,5];(0-5);60-120", "N H N L"),
        (";;;12-16;3,5-4,5;;", "N H - -"),
        (";;;12-16;3,5-4,5;-;n.a.", "N H - -"),
        (";;;12-16;3,5-4,5;neg;-", "N H - -"),
    ] {
        let flags_of = |row: &String| {
            if row.is_empty() {
                "-".to_string()
            } else {
                row.clone()
            }
        };
        let said: Vec<String> = cells_of(&table(limits), &["flag"])
            .iter()
            .map(flags_of)
            .collect();
        assert_eq!(said.join(" "), flags, "{limits}");
    }
    // Somebody's, or no limits at all.
    for row in [
        "P0;A0;14.03.2024;12-16;3,5-4,5;<5;>60",
        ";;;12,1;3,6;<5;>60",
        ";;;;;<5;>60",
        "Ref 1001;;;12,1;3,6;<5;>60",
        "Normal 1001;;;12,1;3,6;3;61",
        "Normal;;;12,1;3,6;3;61",
        "REF2001;;;12,1;3,6;3;61",
    ] {
        assert!(4 < cells_of(&table(row), &["flag"]).len(), "{row}");
    }
    // Levels of a control, and what is to be called: no limits of a potassium of 3.1 or 5.9.
    for rows in [
        "Low,,,,117,2.9\nNormal,,,,140,4.1\nHigh,,,,160,6.9",
        "Low,,,,117,2.9\nHigh,,,,160,6.9",
        "Limits,,,,120-160,2.5-6.5",
        ",,,,120-160,2.5-6.5",
        ",,,,120-160,2.5-6.5\n,,,,135-145,3.5-5.1",
    ] {
        for (result, flag) in [("3.1", "L"), ("5.9", "H")] {
            let text = format!(
                "Patient,Date,Sex,Age,Na (mmol/L),K (mmol/L)\n{rows}\nP1,2026-03-05,F,50,140,{result}\n"
            );
            let found = cells_of(&text, &["patient", "analyte", "flag"]);
            assert_eq!(
                found.last(),
                Some(&format!("P1|potassium|{flag}")),
                "{rows}"
            );
        }
    }
    // Beside a test that nobody here knows.
    let text = "Patient,Date,Sex,Age,Na,K,Zzz\n,,,,mmol/L,mmol/L,%\n,,,,135-145,3.5-5.1,11.5-14.5\n\
        P1,2026-03-05,F,50,140,5.05,12\n";
    assert_eq!(cells_of(text, &["flag"]), ["N", "N"]);
    // Those of an age are nobody else's.
    for (age, flag) in [("", "H"), ("0-1", "N"), ("18-65", "N")] {
        let text = format!(
            "Patient,Date,Sex,Age,ALP (U/L),BMI\nReference,,,{age},30-90,18-25\nP1,2026-03-05,F,50,100,22\n"
        );
        let rows = cells_of(&text, &["patient", "flag"]);
        assert!(rows.contains(&format!("P1|{flag}")), "{age}: {rows:?}");
    }
}

#[test]
fn what_stands_below_a_table_is_nobody_s() {
    let header = "Patient,Sex,Age,Collected,Potassium (mmol/L),Sodium (mmol/L)";
    for label in "Min|Max|SD|N|CV%|Range|95% CI|Geometric mean|Total|Count|Summe|Target|LOD|Normal|Mean|Median|Unit|High".split('|') {
        let said = said_of(&format!("{header}\n1,F,44,2026-05-02,4.4,139\n{label},,,,4.4,139\n"));
        assert_eq!(said[2..], ["potassium - - quality-control", "sodium - - quality-control"], "{label}");
    }
    // People have short names, and a table may have no more than these.
    for name in ["Max", "N", "SD"] {
        let said = said_of(&format!("{header}\n{name},F,44,2026-05-02,4.4,139\n"));
        assert_eq!(said[0], N, "{name}");
    }
}

#[test]
fn what_was_put_into_the_analyzer_is_told_by_the_cells() {
    let of = |column: &str, cell: &str, other: &str| {
        let text = format!(
            "Patient,Collected,Sex,Age,Test,Result,Unit,{column}\n1,2026-05-02,F,44,Potassium,4.1,mmol/L,{cell}\n\
             2,2026-05-02,F,44,Potassium,4.1,mmol/L,{other}\n"
        );
        let wide = beside(column, cell);
        let long = said_of(&text)[0].clone();
        (long, wide)
    };
    let control = "potassium - - quality-control";
    let urine = "- - - specimen-not-serum";
    for column in ["Type", "Rack type", "Kind", "Role", "Mode", "Category"] {
        for (cell, expected) in [
            ("QC", control),
            ("Calibrator", control),
            ("Blank", control),
            ("Urine", urine),
            ("Patient", N),
            ("Routine", N),
            ("Serum", N),
            ("", N),
        ] {
            let (long, wide) = of(column, cell, "Patient");
            assert_eq!(
                [long.as_str(), &wide],
                [expected, expected],
                "{column}: {cell}"
            );
        }
    }
    // What states no age is a control of the analyzer.
    let bare = "Sample ID,Collected,Test,Result,Unit,Type\n1,2026-05-02,Potassium,4.1,mmol/L,Control\n\
                2,2026-05-02,Potassium,4.1,mmol/L,Patient\n";
    assert_eq!(said_of(bare)[0], control);
    // Cases and controls are people, with an age.
    assert_eq!(of("Category", "Control", "Patient").0, N);
    assert_eq!(of("Type", "Control", "Case").0, N);
    assert_eq!(of("Group", "Control", "Treated").0, N);
    assert_eq!(of("Visit type", "Control", "First").0, N);
}

#[test]
fn no_animal_is_judged_as_a_human() {
    for (columns, cells, expected) in [
        ("Species", "Canine|Dog|Felis catus|Mouse", ABSENT),
        ("Breed|Animal", "Labrador|C57BL/6|Cat", ABSENT),
        ("Strain", "C57BL/6|BALB/c|Wistar rat", ABSENT),
        ("Strain", "Omicron|H1N1", N),
        ("Species|Breed|Strain", "Human|Homo sapiens|n/a|", N),
        ("Animal", "No|", N),
    ] {
        for column in columns.split('|') {
            for cell in cells.split('|') {
                assert_eq!(beside(column, cell), expected, "{column}: {cell}");
                let long = said_of(&format!(
                    "Patient,Collected,Sex,Age,Test,Result,Unit,{column}\n1,2026-05-02,F,44,Potassium,4.1,mmol/L,{cell}\n"
                ));
                assert_eq!(long[0], expected, "{column}: {cell}");
            }
        }
    }
}

#[test]
fn rows_without_a_result_say_why() {
    let header = "Patient,Sex,Age,Collected,Potassium (mmol/L),Potassium flag,Sodium (mmol/L),Status,Comment";
    for (row, expected) in [
        ("P8,F,44,2026-05-02,,,,,Hemolyzed - recollect", 2),
        ("P8,F,44,2026-05-02,,,,Cancelled,", 2),
        ("P8,F,44,2026-05-02,,,,QNS,", 2),
        ("P8,F,44,2026-05-02,,HEM,140,,", 2),
        ("P8,F,44,2026-05-02,,,,Final,", 0),
        ("P8,F,44,2026-05-02,,,,,ok", 0),
        ("P8,F,44,2026-05-02,,,140,,seen", 1),
        ("P8,F,44,2026-05-02,,N,140,,", 1),
    ] {
        let said = said_of(&format!("{header}\nP1,F,44,2026-05-02,4.1,,140,,\n{row}\n"));
        assert_eq!(said.len(), 2 + expected, "{row}: {said:?}");
        let absent = said[2..]
            .iter()
            .filter(|said| said.ends_with("result-absent"));
        assert!(expected < 2 || 0 < absent.count(), "{row}: {said:?}");
    }
}

#[test]
fn rows_that_head_a_section_stand_in_the_first_column_too() {
    let unknown = "potassium - usable specimen-unknown";
    for heading in [
        "URINE,,,,",
        "Urine:,,,,",
        "CSF,,,,",
        "Quality control,,,,",
        "URINE,\"\",,,",
    ] {
        let (said, told) = said_and_told(&format!(
            "Patient,Sex,Age,K (mmol/L),Na (mmol/L)\n1,F,44,4.1,140\n{heading}\n1,F,44,4.1,140\n"
        ));
        assert_eq!(said[0], unknown, "{heading}");
        assert_eq!(said[3], unknown, "{heading}");
        assert!(told.contains("section-heading"), "{heading}: {told}");
        let (said, told) = said_and_told(&format!(
            "Patient,Sex,Test,Result,Unit\n1,F,Potassium,4.1,mmol/L\n{heading}\n1,F,Potassium,4.2,mmol/L\n"
        ));
        assert_eq!(said[2], unknown, "{heading}");
        assert!(told.contains("section-heading"), "{heading}: {told}");
    }
    // Other cells of one word.
    for heading in ["P9,,,,", "Chemistry,,,,", ",,,,", "Blood,,,,"] {
        let said = said_of(&format!(
            "Patient,Sex,Age,K (mmol/L),Na (mmol/L)\n1,F,44,4.1,140\n{heading}\n1,F,44,4.1,140\n"
        ));
        assert_eq!(said.len(), 4, "{heading}");
        assert_eq!(said[0], N, "{heading}");
    }
}

#[test]
fn what_stands_above_the_header_is_said_of_every_row() {
    let long =
        "Patient,Collected,Sex,Age,Test,Result,Unit\n1,2026-05-02,F,44,Potassium,4.1,mmol/L\n";
    let urine = "- - - specimen-not-serum";
    for (line, expected) in [
        ("Specimen: Urine", urine),
        ("Specimen type: CSF,,", urine),
        ("Material,Urine", urine),
        ("Urine", urine),
        ("Quality control data", "potassium - - quality-control"),
        (
            "Comment: sample grossly hemolysed",
            "potassium N unusable hemolysis-gross",
        ),
        ("Specimen: Serum", N),
        ("Comment: none", N),
        ("Department of Urology", N),
        ("Printed: 2026-05-02", N),
    ] {
        let said = said_of(&format!("{line}\n\n{long}"));
        // Without a number of the sample the file has others, too.
        assert_eq!(said[0].replace(" sample-not-told", ""), expected, "{line}");
        let wide = said_of(&format!(
            "{line}\n\nPatient,Collected,Sex,Age,K (mmol/L),Na (mmol/L)\n1,2026-05-02,F,44,4.1,140\n"
        ));
        assert_eq!(wide[0], expected, "{line}");
    }
    // A fluid for each column, above the header or below it, its cells merged or not.
    let header = "Patient,Sex,Age,K (mmol/L),Na (mmol/L),Na (mmol/L),Glucose (mmol/L)";
    let row = "1,F,44,4.1,140,140,4.9";
    for fluids in [",,,Serum,,Urine,CSF", "Specimen,,,Serum,Serum,Urine,CSF"] {
        for text in [
            format!("{fluids}\n{header}\n{row}\n"),
            format!("{header}\n{fluids}\n{row}\n"),
        ] {
            assert_eq!(
                said_of(&text),
                [N, "sodium N usable -", urine, urine],
                "{text}"
            );
        }
    }
}

#[test]
fn a_patient_that_stands_once_is_told() {
    let header = "Patient,Collected,Sex,Age,Test,Result,Unit";
    for (rows, told_of) in [
        (
            "1,2026-05-02,F,44,Potassium,4.1,mmol/L\n,2026-05-02,F,44,Sodium,140,mmol/L",
            true,
        ),
        (
            "1,2026-05-02,F,44,Potassium,4.1,mmol/L\n1,2026-05-02,F,44,Sodium,140,mmol/L\n,,,,,,",
            false,
        ),
    ] {
        let (_, told) = said_and_told(&format!("{header}\n{rows}\n"));
        assert_eq!(told.contains("patient-blank"), told_of, "{rows}: {told}");
    }
}

#[test]
fn what_a_blood_gas_analyzer_measures_is_whole_blood() {
    let of = |columns: &str, cells: &str| {
        let (_folder, path) = file(
            "labs.csv",
            format!(
                "Patient,Sex,Age,Sample Type,K (mmol/L),Na (mmol/L),{columns}\n1,F,44,VEN,4.1,140,{cells}\n"
            ),
        );
        Run::check(&path).rows()[0]["specimen"].clone()
    };
    assert_eq!(of("pCO2 (mmHg),pH", "40,7.4"), "whole-blood");
    assert_eq!(of("Chloride (mmol/L),Urea (mmol/L)", "100,5"), "serum");
}

/// A second stray quote closes the cell, and the rows between would be the text of a comment.
#[test]
fn rows_inside_a_quoted_cell_stop_the_run() {
    let text = "patient,test,result,unit,comment\n\
        1,Sodium,140,mmol/L,\"Sample slightly\n\
        2,Potassium,6.9,mmol/L,hemolyzed\"\n\
        3,Sodium,141,mmol/L,\n";
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path).done();
    assert_eq!(done.code, 2, "{}", done.stdout);
    assert!(
        done.stderr.contains("labs.csv:2: a quote is opened here"),
        "{}",
        done.stderr
    );
}
