//! Columns of public exports that once were passed over into a calm N, by the words of their headers or by what their cells
//! hold, each with a look-alike that changes nothing.

use std::fmt::Write;

use crate::run::{Run, file};
use crate::traps::{check, said_of};

const N: &str = "potassium N usable -";

/// What is said of a potassium of 4.4 mmol/L beside one more column.
#[track_caller]
fn beside(column: &str, cell: &str) -> String {
    let text = format!(
        "patient,sample,collected,sex,age,test,result,unit,{column}\n\
         1,S1,2026-05-02 07:15,F,44,Potassium,4.4,mmol/L,{cell}\n"
    );
    said_of(&text).remove(0)
}

/// One column after the other, with a cell and what is to be said.
#[track_caller]
fn each(table: &[(&str, &str, &str)]) {
    for (columns, cell, expected) in table {
        for column in columns.split('|') {
            assert_eq!(&beside(column, cell), expected, "{column}: {cell}");
        }
    }
}

#[test]
fn a_comparator_in_words_is_one() {
    let undetermined = "potassium - usable value-censored flag-undetermined";
    let unread = "potassium - - number-unreadable";
    each(&[
        ("comparator", "GT", undetermined),
        ("comparator", "gt", undetermined),
        ("comparator", "LE", undetermined),
        ("comparator", "Greater than", undetermined),
        ("operator_concept_name", "less than", undetermined),
        ("operator_concept_id", "4172704", undetermined),
        ("TVAL_CHAR", "G", undetermined),
        ("TVAL_CHAR", "E", N),
        ("RESULT_MODIFIER", "EQ", N),
        ("comparator", "~", unread),
        ("comparator", "ad", unread),
        ("comparator", "", N),
    ]);
    check(
        "patient,sample,collected,sex,age,test,comparator,result,unit",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,GT,6.0,mmol/L",
                "potassium H usable value-censored",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,Potassium,LT,3.0,mmol/L",
                "potassium L usable value-censored",
            ),
            ("1,S3,2026-05-02 07:15,F,44,Potassium,=,4.4,mmol/L", N),
            // One sign, said twice; and two that contradict each other.
            (
                "1,S4,2026-05-02 07:15,F,44,Potassium,LT,<3.0,mmol/L",
                "potassium L usable value-censored",
            ),
            (
                "1,S5,2026-05-02 07:15,F,44,Potassium,GT,<3.0,mmol/L",
                "potassium - - number-unreadable",
            ),
        ],
    );
}

#[test]
fn a_column_of_comparators_is_one_whatever_its_header() {
    let undetermined = "potassium - usable value-censored flag-undetermined";
    each(&[
        (
            "Operator|RESULT_MODIFIER|Modifier|Prefix|Sign|Qualifier|Comparison|Result Comparator|valueComparator|opr|value1|lt_gt",
            ">",
            undetermined,
        ),
        ("Operator", "GT", undetermined),
        ("whatever", "n/a", N),
        // A country, initials.
        ("Country|State|whatever", "LT", N),
        ("Initials", "NE", N),
        // A technician, a flag, a modifier of a limit, a letter.
        ("Operator", "Jane", N),
        ("Qualifier", "J", N),
        ("Range Flag|NORM_MODIFIER_LOW", "GE", N),
        ("whatever", "L", N),
    ]);
}

#[test]
fn limits_by_the_words_of_their_headers() {
    let pairs = "Low Range,High Range|low_normal,hi_normal|NORM_RANGE_LOW,NORM_RANGE_HIGH|Normal min,Normal max|LabLow,LabHigh|\
                 StdLow,StdHigh|Normal Range Lower,Normal Range Upper|Lower Normal Limit,Upper Normal Limit|A1LO,A1HI|\
                 Reference Range Lower Limit,Reference Range Upper Limit|Ondergrens,Bovengrens|Nedre gräns,Övre gräns|\
                 Nedre grænse,Øvre grænse|Limite inférieure,Limite supérieure|Mínimo,Máximo|Alaraja,Yläraja|limit_low,limit_high";
    for pair in pairs.split('|') {
        check(
            &format!("patient,sex,age,test,result,unit,{pair}"),
            &[
                (
                    "1,F,44,Potassium,4.8,mmol/L,3.5,4.7",
                    "potassium H usable -",
                ),
                ("1,F,44,Potassium,4.2,mmol/L,3.5,4.7", N),
            ],
        );
    }
    for header in [
        "Biological Ref. Interval",
        "Expected Values",
        "Ranges",
        "参考范围",
        "Референсные значения",
        "Lab Normal",
    ] {
        check(
            &format!("patient,sex,age,test,result,unit,{header}"),
            &[
                (
                    "1,F,44,Potassium,4.8,mmol/L,3.5-4.7",
                    "potassium H usable -",
                ),
                ("1,F,44,Sodium,139,mmol/L,140-145", "sodium L usable -"),
            ],
        );
    }
    // Of the measurement, or of an alarm: no limits of health.
    for pair in [
        "Measuring range low,Measuring range high",
        "Age low,Age high",
        "LOD low,LOD high",
    ] {
        check(
            &format!("patient,sex,age,test,result,unit,{pair}"),
            &[("1,F,44,Potassium,4.8,mmol/L,3.5,4.7", N)],
        );
    }
    // Of a call: no limits of health either.
    check(
        "patient,sex,age,test,result,unit,Critical low,Critical high",
        &[
            (
                "1,F,44,Potassium,5.8,mmol/L,3.0,5.7",
                "potassium H usable critical-by-laboratory",
            ),
            ("1,F,44,Potassium,4.2,mmol/L,3.0,5.7", N),
            // Within the interval in use: of something else.
            (
                "1,F,44,Potassium,4.8,mmol/L,3.5,4.7",
                "potassium N usable critical-limit-unread",
            ),
        ],
    );
}

#[test]
fn whatever_names_a_fluid_says_the_specimen() {
    for header in "Lab Panel|Test Category|Test Panel|Form Name|DataPageName|ItemGroupOID|Procedure Name|Component Group|RAW_PANEL|\
                   Exam|Service|Report Name|Biomaterial|Source Name|Method"
        .split('|')
    {
        for (cell, expected) in [
            ("Urine Chemistry", "- - - specimen-not-serum"),
            ("CSF", "- - - specimen-not-serum"),
            ("Chemistry", "sodium N usable -"),
            ("Basic metabolic panel", "sodium N usable -"),
        ] {
            let text = format!(
                "patient,sex,age,{header},test,result,unit\n1,F,44,{cell},Sodium,139,mmol/L\n1,F,44,Chemistry,Chloride,101,mmol/L\n"
            );
            assert_eq!(said_of(&text)[0], expected, "{header}: {cell}");
        }
    }
    // Behind a section that says nothing, and as another name of the test.
    check(
        "patient,sex,age,LBCAT,LBSCAT,LBTEST,LBORRES,LBORRESU",
        &[
            (
                "1,F,44,CHEMISTRY,URINE,Sodium,139,mmol/L",
                "- - - specimen-not-serum",
            ),
            (
                "1,F,44,CHEMISTRY,ELECTROLYTES,Sodium,139,mmol/L",
                "sodium N usable -",
            ),
        ],
    );
    check(
        "patient,sex,age,DE_EXAME,DE_ANALITO,DE_RESULTADO,unit",
        &[
            (
                "1,F,44,Dosagem de Sódio na urina,Sódio,139,mmol/L",
                "- - - specimen-not-serum",
            ),
            (
                "1,F,44,Dosagem de Sódio,Sódio,139,mmol/L",
                "sodium N usable -",
            ),
        ],
    );
    check(
        "patient,sex,age,Sample,test,result,unit",
        &[
            (
                "1,F,44,24h Urine,Sodium,139,mmol/L",
                "- - - specimen-not-serum",
            ),
            ("1,F,44,Serum,Sodium,139,mmol/L", "sodium N usable -"),
        ],
    );
    // Where somebody is, what is the matter with him, and what he is called.
    for (header, cell) in [
        ("Validated by", "UA"),
        ("Surname", "Stuhl"),
        ("Also ordered", "Urine sodium"),
        ("Info", "urine lost"),
        ("Project", "CSF biobank"),
        ("Country", "UA"),
        ("Site", "arterial line"),
        ("Panel", "Capillary electrophoresis"),
        ("Ward", "Peritoneal dialysis unit"),
        ("Diagnosis", "Ascites"),
        ("Service", "Gastric surgery"),
    ] {
        check(
            &format!("patient,sex,age,{header},test,result,unit"),
            &[(
                &format!("1,F,44,{cell},Sodium,139,mmol/L"),
                "sodium N usable -",
            )],
        );
    }
}

/// Whether the row of a hemolyzed sample reaches another of the same person and time, and not one of another person.
#[track_caller]
fn reaches(header: &str) -> bool {
    let comma = ",".repeat(header.matches(',').count());
    let rows = [
        ("A1", "Sodium", "139", "specimen grossly hemolyzed"),
        ("A1", "Potassium", "4.1", ""),
        ("B2", "Potassium", "4.1", ""),
    ];
    let lines = rows.map(|(id, test, value, comment)| {
        format!("{id}{comma},2026-05-02 07:10,F,44,{test},{value},mmol/L,{comment}\n")
    });
    let text = format!(
        "{header},Collected,Sex,Age,Test Name,Result,Unit,Comment\n{}",
        lines.concat()
    );
    let said = said_of(&text);
    assert_eq!(said[2], N, "{header}");
    said[1].contains("hemolysis")
}

#[test]
fn persons_by_the_words_of_their_headers() {
    for header in "PAT_MRN_ID|eid|EMPI|PatientICN|PatientSID|UHID|HN|LopNr|SEQN|Study ID|patient_cpr|FINNGENID|Person|\
                   Donor ID|Member ID|Screening Number|Reg No|ID|Visit ID"
        .split('|')
    {
        assert!(reaches(header), "{header}");
    }
    // Two people of one hospital, and of one ward.
    for header in [
        "hospital_id",
        "hospitalid",
        "Hospital",
        "Ward ID",
        "Provider ID",
    ] {
        let text = format!(
            "{header},patientunitstayid,Collected,Sex,Age,Test Name,Result,Unit,Comment\n\
             H1,A1,2026-05-02 07:10,F,44,Sodium,139,mmol/L,specimen grossly hemolyzed\n\
             H1,B2,2026-05-02 07:10,F,44,Potassium,4.1,mmol/L,\n"
        );
        assert_eq!(said_of(&text)[1], N, "{header}");
    }
    // A number of lines counts in every order anew.
    let text = "No,Sample ID,Collected,Sex,Age,Test Name,Result,Unit,Comment\n\
                1,A,2026-05-02,F,44,Sodium,139,mmol/L,specimen grossly hemolyzed\n\
                2,A,2026-05-02,F,44,Potassium,4.1,mmol/L,\n\
                1,B,2026-05-02,F,44,Potassium,4.1,mmol/L,\n2,B,2026-05-02,F,44,Sodium,139,mmol/L,\n";
    assert_eq!(said_of(text)[2], N);
    // The number of a test is no person's.
    let text = "ID,Collected,Sex,Age,Test Name,Result,Unit\n1,2026-05-02,F,44,Potassium,4.1,mmol/L\n\
                2,2026-05-02,F,44,Sodium,139,mmol/L\n1,2026-05-02,F,44,Potassium,4.1,mmol/L\n";
    assert_eq!(said_of(text)[2], N);
}

#[test]
fn rows_that_do_not_stand_are_no_results() {
    let absent = "potassium - - result-absent";
    each(&[
        (
            "voided|Deleted|isDeleted|Exclude|Suppressed|Inactive",
            "1",
            absent,
        ),
        (
            "voided|Deleted|isDeleted|Exclude|Suppressed|Inactive",
            "true",
            absent,
        ),
        (
            "voided|Deleted|isDeleted|Exclude|Suppressed|Inactive",
            "Yes",
            absent,
        ),
        (
            "voided|Deleted|isDeleted|Exclude|Suppressed|Inactive",
            "No",
            N,
        ),
        (
            "voided|Deleted|isDeleted|Exclude|Suppressed|Inactive",
            "",
            N,
        ),
        ("deleted_at", "2026-05-03 10:00", absent),
        ("deleted_at", "NULL", N),
        ("Valid|Accepted|Active", "No", absent),
        ("Valid|Accepted|Active", "Yes", N),
        ("Verified", "No", "potassium N usable preliminary"),
        ("Verified", "Yes", N),
        ("Verified", "2026-05-03 10:00", N),
        ("Record Status", "Deleted", absent),
        ("status", "Technical rejected", absent),
        ("status", "Finalized", N),
        ("LBPERF|Done", "N", absent),
        ("LBPERF|Done", "Y", N),
        ("Not Done|lab_not_done", "X", absent),
        ("Not Done|lab_not_done", "1", absent),
        ("Not Done|lab_not_done", "", N),
        ("Not Done", "No", N),
    ]);
}

#[test]
fn means_are_no_results() {
    let absent = "potassium - - result-absent";
    each(&[
        ("DTYPE", "AVERAGE", absent),
        ("DTYPE", "LOCF", absent),
        ("DTYPE", "", N),
        ("DTYPE", "float64", N),
        ("LBDRVFL", "Y", absent),
        ("LBDRVFL", "", N),
        ("Statistic", "Mean", absent),
        ("Statistic", "Max", absent),
        ("Statistic", "single value", N),
    ]);
    let describe = said_of(
        ",Potassium (mmol/L),Sodium (mmol/L)\ncount,120.0,120.0\nmean,4.4,139.2\nstd,0.4,3.1\nmin,3.6,136\n25%,4.1,138\n",
    );
    assert!(
        describe.iter().all(|said| said.ends_with("result-absent")),
        "{describe:?}"
    );
    // Rows that only look like it.
    let rows = said_of("row,Potassium (mmol/L),Sodium (mmol/L)\nmax,4.4,139\nmin,4.4,139\n");
    assert!(
        rows.iter().all(|said| !said.contains("result-absent")),
        "{rows:?}"
    );
}

#[test]
fn alarms_of_the_analyzer_are_never_silent() {
    let doubtful = "potassium N caution sample-doubtful";
    each(&[
        ("Data Alarm", "Samp.C", doubtful),
        ("Data Alarm", ">React", doubtful),
        ("Data Alarm|Error|Error Code", "", N),
        ("Data Alarm|Error|Error Code", "0", N),
        ("Data Alarm|Error|Error Code", "OK", N),
        (
            "Error",
            "Aspiration error",
            "potassium N indeterminate sample-doubtful comment-disowns",
        ),
        ("Error", "0.05", N),
        ("Flags|Flag", "Clot", doubtful),
        (
            "Flags|Flag",
            "Invalid",
            "potassium N caution flag-unknown sample-doubtful",
        ),
        (
            "Flags|Flag",
            "Error",
            "potassium N caution flag-unknown sample-doubtful",
        ),
        ("Flags|Flag", "N", N),
        ("Flags|Flag", "delta", N),
        (
            "Integrity|Quality",
            "Hemolyzed",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        ("Integrity|Quality", "Good", N),
    ]);
    for column in ["Error", "Data Alarm"] {
        let said = beside(column, "Clot detected");
        assert!(!said.contains(" usable "), "{said}");
    }
}

#[test]
fn controls_and_calibrators_are_no_patients() {
    for (column, cell, expected) in [
        ("Sample Kind", "QC", "potassium - - quality-control"),
        ("Sample Kind", "Calibrator", "potassium - - quality-control"),
        ("Sample Kind", "Control", "potassium - - quality-control"),
        ("Sample Kind", "Patient", N),
        ("Sample Type", "QC", "quality-control"),
        ("Sample Type", "Calibrator", "quality-control"),
        ("Sample Type", "Control", "quality-control"),
        ("Sample Type", "Serum", N),
        ("Gruppe", "Control", N),
        // Of an age: of a study.
        ("Order Type", "Control", N),
        ("Order Type", "Standard", N),
        ("Order Type", "Routine", N),
        ("Result Type", "QC", "potassium - - quality-control"),
        ("Result Type", "Numeric", N),
        ("Assay Type", "Calibrator", "potassium - - quality-control"),
    ] {
        let said = beside(column, cell);
        assert!(said.ends_with(expected), "{column}: {cell}: {said}");
    }
}

#[test]
fn standardized_values_are_no_concentrations() {
    let text = "Patient ID,Hemoglobin (g/dL),Platelets (10^9/L),Potassium (mmol/L),Sodium (mmol/L)\n\
                a,-0.0223,-0.5174,4.1,140.2\nb,-0.9,-1.1,0.9,0.2\nc,0.9,1.1,4.2,0.5\n";
    let (_folder, path) = file("labs.csv", text);
    let run = Run::check(&path).args(["--to", "csv"]).ok();
    assert!(
        run.rows()
            .iter()
            .all(|row| row["flag"].is_empty() && row["notices"] == "result-absent")
    );
    assert_eq!(
        run.stderr.matches("values-standardized").count(),
        1,
        "{}",
        run.stderr
    );
    // Numbers that stand for a missing result, and one typing error.
    let text = "Patient ID,Sex,Age,Hemoglobin (g/dL),Platelets (10^9/L),Potassium (mmol/L),Sodium (mmol/L)\n\
                a,F,44,-9,-99,4.1,140\nb,F,44,13.1,-9.0,4.2,-999\nc,F,44,13.1,250,-4.2,141\n";
    let (_folder, path) = file("labs.csv", text);
    assert!(
        Run::check(&path)
            .rows()
            .iter()
            .any(|row| row["flag"] == "N")
    );
}

#[test]
fn a_status_may_be_the_flag_in_words() {
    each(&[
        ("status", "Above range", "potassium N usable flag-disagrees"),
        ("status", "High", "potassium N usable flag-disagrees"),
        ("status", "In range", N),
        ("status", "Normal", N),
        ("status", "final", N),
        ("status", "preliminary", "potassium N usable preliminary"),
        // A letter is a status of anything, and an unknown word stays one.
        ("status", "H", "potassium N usable status-unknown"),
        ("status", "Zzz", "potassium N usable status-unknown"),
    ]);
}

#[test]
fn answers_that_a_row_stands() {
    each(&[
        ("Valid|Is valid|Result valid", "valid", N),
        ("Zrušeno", "ne", N),
        ("Error flag", "false", N),
        ("Error code", "00", N),
        ("Error code", "E0", N),
        ("Quality flag", "G", N),
        ("voided", "1", "potassium - - result-absent"),
    ]);
    // An order in the place of a name leaves the code.
    check(
        "patient,sex,age,code,test,result,unit",
        &[
            ("1,F,44,K,U&E,4.4,mmol/L", N),
            ("1,F,44,K,Chemistry panel,4.4,mmol/L", N),
            ("1,F,44,K,Kryptonite,4.4,mmol/L", "- - - analyte-unknown"),
        ],
    );
}

/// Whatever a column is called, what it says of a sample is heard; of a patient, it is not of the sample.
#[test]
fn columns_that_speak_of_the_sample_by_their_cells() {
    for (header, cells) in [
        ("Technician Notes", ["Specimen grossly hemolyzed", ""]),
        ("NumuneKalite", ["Hemolizli", "Uygun"]),
        ("sampleStateName", ["轻度溶血", "正常"]),
        ("Huomautus", ["Näyte hemolysoitunut", ""]),
    ] {
        let text = format!(
            "patient,sample,sex,age,test,result,unit,{header}\n1,1,F,45,Potassium,4.1,mmol/L,{}\n2,2,F,45,Potassium,4.1,mmol/L,{}\n",
            cells[0], cells[1]
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert_ne!(rows[0]["usability"], "usable", "{header}");
        assert_eq!(rows[1]["usability"], "usable", "{header}");
    }
    for (header, cell) in [
        ("Diagnosis", "Hemolysis"),
        ("Working impression", "Hemolytic anemia"),
        ("Second name", "Hemolysis index"),
        ("Rejection criteria", "Gross hemolysis"),
        ("Standing text", "Hemolysis may increase results"),
    ] {
        let text = format!(
            "patient,sample,sex,age,test,result,unit,{header}\n1,1,F,45,Potassium,4.1,mmol/L,{cell}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(
            Run::check(&path).rows()[0]["usability"],
            "usable",
            "{header}"
        );
    }
}

/// In a column about the condition of the sample a word that is not understood is a doubt; a letter is a code of anything.
#[test]
fn conditions_of_a_sample_that_are_not_understood() {
    for (expected, cells) in [
        (
            "usable",
            "Good|received|OK|E0|0|Not hemolyzed|合格|удовлетворительное|conforme|Sample OK|Accessioned|No concerns|Undiluted|未见异常|\
             acceptable|adequate|satisfactory|normal|no visible hemolysis|ok|unauffällig|N/A|Clear, pale yellow|Good - received on ice|\
             In Ordnung|adecuada|标本合格|No hemolysis, OK|centrifuged|Unknown|S|7|4471|S-4471B|received 10:30|2026-03-05|false|\
             XYZ|zerdrückt|Good, meh|muestra validada|Przyjęto|冷藏|EDTA|not fasting",
        ),
        (
            "caution",
            "patient_mismatch|TOO_OLD|DILUTED|thawed|TEMPERATURE_DEVIATION|1+|異常|Improperly labeled|не пригоден|\
             HEM0 1+|HEM0/1+|HEM0, 1+|No hemolysis, leaking",
        ),
    ] {
        for cell in cells.split('|') {
            let text = format!(
                "patient,sample,sex,age,test,result,unit,Specimen condition\n1,1,F,45,Potassium,4.1,mmol/L,\"{cell}\"\n"
            );
            let (_folder, path) = file("labs.csv", text);
            assert_eq!(Run::check(&path).rows()[0]["usability"], expected, "{cell}");
        }
    }
}

/// A word or a code that nobody knows is told where it is the exception, among at least eight rows; elsewhere it may be anything.
#[test]
fn what_nobody_knows_in_a_column_about_the_sample() {
    for (header, others, rows, cell, expected) in [
        ("Specimen condition", "OK", 9, "E17", "caution"),
        ("Specimen condition", "", 9, "E17", "caution"),
        ("Specimen condition", "0", 9, "Q3", "caution"),
        ("sample quality", "good", 9, "meh", "caution"),
        ("LBSPCCND", "", 9, "CRUSHED", "caution"),
        ("Specimen condition", "OK", 9, "Good, crushed", "caution"),
        ("Specimen condition", "OK", 7, "crushed", "usable"),
        ("Specimen condition", "OK", 1, "E17", "usable"),
        ("Specimen condition", "E17", 9, "E17", "usable"),
        ("Specimen condition", "meh", 9, "crushed", "usable"),
        ("Specimen condition", "4471", 9, "4472", "usable"),
        ("Sample quality", "1", 9, "0", "usable"),
        ("LBSPCCND", "", 1, "HEMOLYZED", "indeterminate"),
        ("Conformité", "oui", 1, "non", "caution"),
        ("Sample integrity", "Yes", 1, "No", "caution"),
        ("Idoneità campione", "SI", 1, "NO", "caution"),
        ("Idoneità campione", "sì", 9, "SI", "usable"),
        // How far it has come.
        ("Sample status", "Logged", 9, "Accessed", "usable"),
        ("Specimen status", "Labelled", 9, "Split", "usable"),
        ("Specimen status", "OK", 1, "Leaking", "caution"),
    ] {
        let mut text = format!("patient,sample,sex,age,test,result,unit,{header}\n");
        for at in 0..=rows {
            let cell = if at == rows { cell } else { others };
            let _ = writeln!(text, "{at},{at},F,45,Potassium,4.1,mmol/L,\"{cell}\"");
        }
        let (_folder, path) = file("labs.csv", text);
        let judged = Run::check(&path).rows();
        let found = (&judged[0]["usability"], &judged[rows]["usability"]);
        assert_eq!(found.1, expected, "{header}: {others}, {cell}");
        assert_eq!(found.0, "usable", "{header}: {others}, {cell}");
    }
}

/// A word against the sample is heard beside a comment that only says what the sample is not, and in every layout.
#[test]
fn a_condition_in_every_place() {
    for text in [
        "patient,sample,sex,age,test,result,unit,Specimen condition,comment\n1,1,F,45,Potassium,4.1,mmol/L,leaking,not hemolyzed\n",
        "patient,sample,sex,age,Potassium (mmol/L),Sodium (mmol/L),Specimen condition\n1,1,F,45,4.1,140,leaking\n",
        "patient,sample,sex,age,Potassium (mmol/L),Potassium specimen condition,Sodium (mmol/L)\n1,1,F,45,4.1,leaking,140\n",
    ] {
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let said = format!("{} {}", row["usability"], row["notices"]);
        assert_eq!(said, "caution sample-doubtful", "{text}");
    }
}

/// Limits are read where some of a column are, and half of a pair is none.
#[test]
fn limits_are_all_read_or_none() {
    let text = "patient,sex,age,test,result,unit,Reference\n\
        1,F,45,Potassium,5.05,mmol/L,3.5-5.1\n\
        1,F,45,Creatinine,0.9,mg/dL,x0.65-1.07 y0.46-0.79\n\
        1,F,45,GGT,38,U/L,see below\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let said = |at: usize| format!("{} {}", rows[at]["flag"], rows[at]["usability"]);
    assert_eq!([0, 1, 2].map(said), ["N usable", "N caution", "N caution"]);
    let text = "patient;sex;age;test;result;unit;Min;Qaks\nA;F;44;Ferritin;1850;ng/mL;11;3060\n";
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path).ok();
    assert!(done.stderr.contains("\"Qaks\""), "{}", done.stderr);
    assert_eq!(Run::check(&path).rows()[0]["range_source"], "us");
}

/// Limits in a column for each sex are those of an adult of that sex; of nobody else.
#[test]
fn limits_of_each_sex_in_a_column_of_its_own() {
    for headers in [
        "Normal Range (Male),Normal Range (Female)",
        "normal_range_male,normal_range_female",
    ] {
        let text = format!(
            "Patient ID,Sex,Age,Test,Result,Unit,{headers}\n\
             P1,M,44,Creatinine,1.25,mg/dL,0.7-1.2,0.6-1.1\n\
             P2,F,44,Creatinine,1.15,mg/dL,0.7-1.2,0.6-1.1\n\
             P3,M,44,Creatinine,1.15,mg/dL,0.7-1.2,0.6-1.1\n\
             P4,,44,Creatinine,1.15,mg/dL,0.7-1.2,0.6-1.1\n\
             P5,M,4,Potassium,5.3,mmol/L,3.5-5.1,3.4-5.0\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let said = |row: &crate::run::Row| format!("{} {}", row["range_source"], row["flag"]);
        let said: Vec<String> = rows.iter().map(said).collect();
        assert_eq!(
            said[..4],
            ["report H", "report H", "report N", " "],
            "{headers}"
        );
        assert_ne!(rows[4]["range_source"], "report");
    }
    let text = "Patient ID,Sex,Age,Test,Result,Unit,min_male,max_male,min_female,max_female\n\
        P2,F,44,Creatinine,1.15,mg/dL,0.7,1.2,0.6,1.1\n";
    let (_folder, path) = file("labs.csv", text);
    assert_eq!(Run::check(&path).rows()[0]["flag"], "H");
}

/// A column of another time beside the age is no unit of it.
#[test]
fn what_is_no_unit_of_an_age() {
    for (header, cell, expected) in [
        ("Unit", "months", "142..335"),
        ("Age type", "Months", "142..335"),
        ("Follow-up", "months", "30..120"),
        ("Frequency", "Weeks", "30..120"),
    ] {
        let text = format!("Patient,Sex,Age,{header},Test,Result\nP1,F,60,{cell},ALP,100 U/L\n");
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        assert_eq!(
            format!("{}..{}", row["low"], row["high"]),
            expected,
            "{header}"
        );
    }
}

/// A column that shows the test by another name may name the fluid.
#[test]
fn a_displayed_name_names_the_fluid() {
    let text = "Patient,Collected,Sex,Age,Test Name,Display Name,Result,Units\n\
        P1,2026-01-05 08:00,F,40,Sodium,Urine Sodium,140,mmol/L\n\
        P1,2026-01-05 08:00,F,40,Protein,Protein (CSF),45,mg/dL\n\
        P1,2026-01-05 08:00,F,40,Potassium,Potassium,4.1,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let said = |at: usize| format!("{} {}", rows[at]["specimen"], rows[at]["flag"]);
    assert_eq!([0, 1, 2].map(said), ["urine ", "csf ", "serum N"]);
}

/// The name of a test goes before what it is called in general, and an operation names no fluid.
#[test]
fn names_and_procedures_beside_the_test() {
    let text = "PAT_ID,SEX,AGE,COMPONENT_NAME,COMMON_NAME,ORD_VALUE,REFERENCE_UNIT\n\
        1,F,60,\"CALCIUM, IONIZED\",CALCIUM,4.8,mg/dL\n\
        1,F,60,BUN POST DIALYSIS,BUN,18,mg/dL\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    assert_eq!(rows[0]["analyte"], "calcium_ionized");
    assert_eq!(rows[1]["analyte"], "");
    let text = "ID,Sex,Age,Procedure,Test,Result,Unit\n\
        1,F,40,URINALYSIS,Sodium,138,mmol/L\n\
        2,F,40,CSF chemistry,Chloride,110,mmol/L\n\
        3,F,40,Bone marrow biopsy,Potassium,4.1,mmol/L\n\
        4,F,40,Sweat Test,Chloride,100,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let specimens: Vec<&str> = rows.iter().map(|row| row["specimen"].as_str()).collect();
    assert_eq!(specimens, ["urine", "csf", "serum", "body-fluid"]);
}

/// Of somebody whose sex is not known: judged where the limits of both sexes say the same, and not where they differ.
#[test]
fn limits_by_sex_of_a_patient_of_unknown_sex() {
    let said = |text: &str| -> Vec<String> {
        let (_folder, path) = file("labs.csv", text);
        let said = |row: &crate::run::Row| {
            let limits = format!("{}..{}", row["low"], row["high"]);
            format!(
                "{} {limits} {} {}",
                row["range_source"], row["flag"], row["notices"]
            )
        };
        Run::check(&path).rows().iter().map(said).collect()
    };
    let rows = said(
        "patient,sex,age,test,result,units,male low,male high,female low,female high\n\
         P1,,40,ALT,38,U/L,0,50,0,35\n\
         P2,,40,Ferritin,200,ng/mL,30,400,13,150\n\
         P3,,40,Ferritin,100,ng/mL,30,400,13,150\n\
         P4,,40,Ferritin,450,ng/mL,30,400,13,150\n\
         P5,F,40,Ferritin,200,ng/mL,30,400,13,150\n",
    );
    for (row, expected) in rows.iter().zip([
        " ..  sex-missing",
        " ..  sex-missing",
        "report 30..150 N limits-combined",
        "report 30..150 H limits-combined",
        "report 13..150 H",
    ]) {
        assert!(row.starts_with(expected), "{row:?} {expected:?}");
    }
    let rows = said(
        "patient,sex,age,test,result,units,reference\n\
         P1,,40,Creatinine,1.0,mg/dL,M 0.7-1.3 / F 0.5-0.9\n\
         P2,,40,Creatinine,0.8,mg/dL,M 0.7-1.3 / F 0.5-0.9\n\
         P3,,40,Sodium,140,mmol/L,Adults: 135-145\n",
    );
    for (row, expected) in rows.iter().zip([
        " ..  sex-missing",
        "report 0.7..0.9 N limits-combined",
        "report 135..145 N ",
    ]) {
        assert!(row.starts_with(expected), "{row:?} {expected:?}");
    }
}

/// Limits that are whole numbers lie around the results; numbers of orders do not.
#[test]
fn whole_numbers_that_are_limits() {
    for (header, cells, expected) in [
        ("reference", ["135-145", "98-110"], ["report N", "report N"]),
        ("Normal", ["26-101", "26-102"], ["us L", "us H"]),
    ] {
        let text = format!(
            "patient,sex,age,test,result,units,{header}\n\
             P1,F,40,Sodium,135,mmol/L,{}\n\
             P1,F,40,Chloride,108,mmol/L,{}\n",
            cells[0], cells[1]
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let said = |at: usize| format!("{} {}", rows[at]["range_source"], rows[at]["flag"]);
        assert_eq!([0, 1].map(said), expected, "{header}");
    }
}

/// A column of specimens by its header that holds codes is one, and one of counted codes has numbers of samples.
#[test]
fn codes_of_specimens_are_no_numbers_of_samples() {
    for (header, cells, expected) in [
        ("specimen", ["UR", "UR"], ["urine ", "urine "]),
        ("Sample", ["UA", "UA"], ["urine ", "urine "]),
        ("specimen", ["UR1", "UR2"], ["serum UR1", "serum UR2"]),
        ("specimen", ["AB", "CD"], ["serum AB", "serum CD"]),
        ("Sample", ["S", "P"], ["serum ", "plasma "]),
    ] {
        let text = format!(
            "patient,sex,age,{header},test,result,units\n\
             P1,F,40,{},Potassium,4.0,mmol/L\n\
             P2,F,40,{},Potassium,4.0,mmol/L\n",
            cells[0], cells[1]
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        let said = |at: usize| format!("{} {}", rows[at]["specimen"], rows[at]["sample"]);
        assert_eq!([0, 1].map(said), expected, "{header} {cells:?}");
    }
    let text = "patient,sex,age,specimen,test,result,units\nP1,F,40,K2EDTA,Potassium,4.0,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    assert_ne!(Run::check(&path).rows()[0]["usability"], "usable");
}

/// What only a LOINC code names is as many tests as there are codes; what is stated for two people is no repetition.
#[test]
fn what_is_no_repetition() {
    let notices = |text: &str| -> Vec<String> {
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        rows.iter().map(|row| row["notices"].clone()).collect()
    };
    let of_codes = notices(
        "patient,sample,sex,age,loinc,value,unit\n\
         P1,S1,F,45,2342-4,60,mg/dL\n\
         P1,S1,F,45,9999-9,60,mg/dL\n\
         P1,S1,F,45,2161-8,95,mg/dL\n\
         P1,S1,F,45,2161-8,95,mg/dL\n",
    );
    let of_two = notices(
        "patient,sample,sex,age,test,result,unit\n\
         P1,A,F,40,Hemoglobin,12.5,g/dL\n\
         P1,A,M,40,Hemoglobin,12.5,g/dL\n",
    );
    let is_repeated = |said: &String| said.contains("duplicate") || said.contains("repeat");
    let repeated: Vec<bool> = of_codes.iter().map(is_repeated).collect();
    assert_eq!(repeated, [false, false, false, true], "{of_codes:?}");
    assert!(!of_two.iter().any(is_repeated), "{of_two:?}");
}
