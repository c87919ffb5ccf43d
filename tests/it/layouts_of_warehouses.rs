//! Tables of research data and of systems, as they are published: OMOP, SDTM, Epic, CPRD. Each states a result in more than
//! one place, or calls its columns in words of its own.

use crate::run::{Run, file};
use crate::traps::{check, said_of};

const N: &str = "potassium N usable -";

/// Value and unit of each row, as they are read.
fn read_as(text: &str) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    let shown = |row: &std::collections::BTreeMap<String, String>| {
        let cells = ["analyte", "value", "unit", "flag"].map(|cell| row[cell].as_str());
        cells.join(" ").trim_end().to_string()
    };
    Run::check(&path).rows().iter().map(shown).collect()
}

/// Each row with what it is read as.
#[track_caller]
fn reads(header: &str, rows: &[(&str, &str)]) {
    let lines: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
    let read = read_as(&format!("{header}\n{}\n", lines.join("\n")));
    assert_eq!(read.len(), rows.len(), "{header}");
    for (read, (row, expected)) in read.iter().zip(rows) {
        assert_eq!(read, expected, "{row}");
    }
}

/// What is said of a file on standard error.
fn told_of(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).done().stderr
}

const OMOP: &str = "person_id,gender_concept_id,age,measurement_concept_name,measurement_datetime,value_as_number,\
                    unit_concept_name,unit_source_value,value_source_value,range_low,range_high";

#[test]
fn omop_states_a_number_in_the_unit_of_its_concept() {
    reads(
        OMOP,
        &[
            (
                "1,8532,60,Magnesium,2020-03-01 08:00,0.37,millimole per liter,,0.9,,",
                "magnesium 0.37 millimole per liter LL",
            ),
            (
                "1,8532,60,Glucose,2020-03-02 08:00,16.6,millimole per liter,mg/dL,299,3.9,5.5",
                "glucose 16.6 millimole per liter H",
            ),
            // The source's pair, where the number has no unit; the limits are not of it.
            (
                "1,8532,60,Calcium,2020-03-03 08:00,2.1,,mg/dL,8.4,2.2,2.6",
                "calcium 8.4 mg/dL L",
            ),
            (
                "1,8532,60,Potassium,2020-03-04 08:00,,millimole per liter,mmol/L,<3.0,,",
                "potassium <3.0 mmol/L L",
            ),
            (
                "1,8532,60,Potassium,2020-03-05 08:00,3.0,millimole per liter,mmol/L,<3.0,,",
                "potassium <3.0 mmol/L L",
            ),
            (
                "1,8532,60,Potassium,2020-03-06 08:00,,millimole per liter,mmol/L,HEMOLYZED,,",
                "potassium HEMOLYZED mmol/L",
            ),
            // A number that is in no unit.
            (
                "1,8532,60,Potassium,2020-03-07 08:00,,millimole per liter,,4.1,,",
                "potassium 4.1",
            ),
        ],
    );
    check(
        OMOP,
        &[
            (
                "1,8532,60,Potassium,2020-03-01 08:00,4.1,millimole per liter,mmol/L,4.1,3.5,5.1",
                N,
            ),
            (
                "1,8532,60,Potassium,2020-03-02 08:00,4.1,millimole per liter,mmol/L,6.9,,",
                "potassium N caution column-differs",
            ),
            (
                "1,8532,60,Potassium,2020-03-03 08:00,4.1,,,6.9,,",
                "potassium - caution column-differs,unit-missing",
            ),
        ],
    );
    // Two units, one result: nothing to be said of the columns.
    let told = told_of(&format!(
        "{OMOP}\n1,8532,60,Glucose,2020-03-02 08:00,16.6,millimole per liter,mg/dL,299,,\n"
    ));
    assert!(!told.contains("column-differs"), "{told}");
}

const SDTM: &str = "USUBJID,SEX,AGE,LBDTC,LBTEST,LBORRES,LBORRESU,LBORNRLO,LBORNRHI,LBSTRESC,LBSTRESN,LBSTRESU,LBSTNRLO,\
                    LBSTNRHI,LBSTAT";

#[test]
fn a_standard_result_stands_in_with_its_own_unit_and_limits() {
    reads(
        SDTM,
        &[
            (
                "1,F,44,2026-05-02T07:15,Potassium,,,,,6.9,6.9,mmol/L,3.5,5.1,",
                "potassium 6.9 mmol/L HH",
            ),
            (
                "1,F,44,2026-05-03T07:15,Potassium,6.9,,,,6.9,6.9,mmol/L,3.5,5.1,",
                "potassium 6.9 mmol/L HH",
            ),
            (
                "1,F,44,2026-05-04T07:15,Calcium,8.4,mg/dL,,,2.1,2.1,mmol/L,2.2,2.6,",
                "calcium 8.4 mg/dL L",
            ),
            // Limits of the same unit hold, and of another they do not.
            (
                "1,F,44,2026-05-05T07:15,Potassium,5.6,mmol/L,,,5.6,5.6,mmol/L,3.5,5.8,",
                "potassium 5.6 mmol/L N",
            ),
            (
                "1,F,44,2026-05-06T07:15,Potassium,5.6,mmol/L,,,56,56,mmol/dL,35,58,",
                "potassium 5.6 mmol/L H",
            ),
            (
                "1,F,44,2026-05-07T07:15,Potassium,,,,,,4.1,mmol/L,,,NOT DONE",
                "potassium",
            ),
            (
                "1,F,44,2026-05-08T07:15,Potassium,HEMOLYZED,,,,,4.1,mmol/L,,,",
                "potassium HEMOLYZED",
            ),
        ],
    );
}

#[test]
fn the_text_of_a_code_is_what_its_code_is() {
    let header = "PAT_ID,ORDER_PROC_ID,COMP_OBS_INST_TM,SEX_C_NAME,AGE,COMPONENT_ID,COMPONENT_ID_NAME,COMPON_LNC_ID,ORD_VALUE,\
                  REFERENCE_UNIT,RESULT_FLAG_C_NAME,RESULT_STATUS_C_NAME";
    check(
        header,
        &[
            (
                "Z1,9,2026-05-02 07:15,Female,44,1520,POTASSIUM,4997,4.4,mmol/L,,Final result",
                N,
            ),
            (
                "Z1,9,2026-05-02 07:15,Female,44,1521,SODIUM,4998,140,mmol/L,,Final result",
                "sodium N usable -",
            ),
            (
                "Z1,8,2026-05-02 07:15,Female,44,1522,CREATININE URINE,4999,0.9,mg/dL,,Final result",
                "- - - specimen-not-serum",
            ),
            (
                "Z1,7,2026-05-02 07:15,Female,44,1520,POTASSIUM,4997,4.4,mmol/L,,Canceled",
                "potassium - - status-cancelled",
            ),
        ],
    );
    // Their own codes where they are codes: a code of urine goes before the usual specimen.
    check(
        "PAT_ID,COMP_OBS_INST_TM,SEX_C_NAME,AGE,COMPONENT_ID,COMPONENT_ID_NAME,COMPON_LNC_ID,ORD_VALUE,REFERENCE_UNIT",
        &[(
            "Z1,2026-05-02 07:15,Female,44,1520,POTASSIUM,2951-2,4.4,mmol/L",
            "- - - loinc-disagrees",
        )],
    );
}

#[test]
fn a_column_of_names_is_one_whatever_its_header() {
    for header in "term|Code Term|CTV3Text|LabTestName|lab_component|obs_name|event_name|feature|BASE_NAME".split('|') {
        check(
            &format!("patid,sex,age,collected,{header},value,unit"),
            &[
                (
                    "1,F,44,2026-05-02 07:15,Serum potassium level,4.4,mmol/L",
                    N,
                ),
                (
                    "1,F,44,2026-05-02 07:15,Serum sodium level,140,mmol/L",
                    "sodium N usable -",
                ),
            ],
        );
    }
    // What was ordered names none.
    for header in ["test", "investigation", "Bezeichnung"] {
        check(
            &format!("patid,sex,age,collected,{header},thing,value,unit"),
            &[
                ("1,F,44,2026-05-02 07:15,BMP,Potassium,4.4,mmol/L", N),
                (
                    "1,F,44,2026-05-02 07:15,BMP,Sodium,140,mmol/L",
                    "sodium N usable -",
                ),
            ],
        );
    }
}

#[test]
fn what_is_called_like_an_analyte_is_none_everywhere() {
    for header in ["drug", "medication", "order", "country", "supplement"] {
        let text = format!(
            "patient,sex,age,collected,{header},value,unit\n1,F,44,2026-05-02 07:15,Calcium,4.4,mmol/L\n\
             1,F,44,2026-05-02 07:15,Magnesium,4.4,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        assert!(Run::check(&path).done().stderr.contains("none with the name"), "{header}");
    }
    // A name by its header goes before.
    check(
        "patient,sex,age,collected,test,thing,value,unit",
        &[("1,F,44,2026-05-02 07:15,Potassium,Serum sodium,4.4,mmol/L", N)],
    );
}

#[test]
fn rows_that_differ_in_a_column_that_is_not_read_are_no_repetition() {
    for (header, one, other) in [
        ("obs_when", "2026-05-02 07:15", "2026-05-03 07:15"),
        ("local", "A", "B"),
        ("row", "1", "2"),
    ] {
        let row = |cell: &str| format!("1,F,44,{cell},Potassium,4.4,mmol/L\n");
        let text = format!(
            "patient,sex,age,{header},test,result,unit\n{}{}{}",
            row(one),
            row(other),
            row(one)
        );
        let repeated = "potassium N usable duplicate";
        assert_eq!(said_of(&text), [N, N, repeated], "{header}");
    }
    // One sample is one, whatever stands beside it.
    assert_eq!(
        said_of(
            "patient,sample,collected,sex,age,row,test,result,unit\n1,S,2026-05-02 07:15,F,44,1,Potassium,4.4,mmol/L\n\
             1,S,2026-05-02 07:15,F,44,2,Potassium,4.4,mmol/L\n"
        ),
        [N, "potassium N usable duplicate"]
    );
}

#[test]
fn dates_that_are_not_read_are_named() {
    let told = told_of(
        "patient,sex,age,obs_when,test,result,unit\n1,F,44,2026-05-02,Potassium,4.4,mmol/L\n",
    );
    assert!(told.contains("columns of dates that are not read"), "{told}");
    assert!(told.contains("\"obs_when\""), "{told}");
    let told = told_of(
        "patient,sex,age,collected,seen,test,result,unit\n1,F,44,2026-05-02 07:15,2026-05-01,Potassium,4.4,mmol/L\n",
    );
    assert!(!told.contains("columns of dates"), "{told}");
}
