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
                "calcium_total 8.4 mg/dL L",
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
            (
                "1,8532,60,Calcium,2020-03-08 08:00,2.1,No matching concept,mg/dL,8.4,2.2,2.6",
                "calcium_total 8.4 mg/dL L",
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
                "potassium N caution column-differs critical-limit",
            ),
            (
                "1,8532,60,Potassium,2020-03-03 08:00,4.1,,,6.9,,",
                "potassium - caution column-differs unit-missing",
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
                "calcium_total 8.4 mg/dL L",
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
                "potassium 4.1 mmol/L N",
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
                "potassium - - result-absent",
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
    for header in
        "term|Code Term|CTV3Text|LabTestName|lab_component|obs_name|event_name|feature|BASE_NAME"
            .split('|')
    {
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
        assert!(
            Run::check(&path)
                .done()
                .stderr
                .contains("none with the name"),
            "{header}"
        );
    }
    // A name by its header goes before.
    check(
        "patient,sex,age,collected,test,thing,value,unit",
        &[(
            "1,F,44,2026-05-02 07:15,Potassium,Serum sodium,4.4,mmol/L",
            N,
        )],
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
    assert!(
        told.contains("columns of dates that are not read"),
        "{told}"
    );
    assert!(told.contains("\"obs_when\""), "{told}");
    let told = told_of(
        "patient,sex,age,collected,seen,test,result,unit\n1,F,44,2026-05-02 07:15,2026-05-01,Potassium,4.4,mmol/L\n",
    );
    assert!(!told.contains("columns of dates"), "{told}");
}

#[test]
fn protein_is_total_protein_where_serum_is_stated() {
    let header = "USUBJID,SEX,AGE,LBDTC,LBTESTCD,LBTEST,LBCAT,LBSPEC,LBORRES,LBORRESU";
    check(
        header,
        &[
            (
                "1,F,44,2026-05-02T07:15,PROT,Protein,CHEMISTRY,SERUM,7.0,g/dL",
                "total_protein N usable -",
            ),
            (
                "1,F,44,2026-05-02T07:15,PROT,Protein,URINALYSIS,URINE,7.0,g/dL",
                "- - - specimen-not-serum",
            ),
            (
                "1,F,44,2026-05-02T07:15,PROTS,Protein S,COAGULATION,SERUM,7.0,g/dL",
                "- - - analyte-unknown",
            ),
        ],
    );
    // Of which fluid nobody says.
    check(
        "patient,sample,collected,sex,age,test,result,unit",
        &[(
            "1,S1,2026-05-02 07:15,F,44,Protein,70,g/L",
            "- - - analyte-ambiguous",
        )],
    );
}

#[test]
fn i2b2_says_by_its_type_where_the_value_is() {
    check(
        "patient_num,start_date,sex,age,test,VALTYPE_CD,TVAL_CHAR,NVAL_NUM,unit",
        &[
            (
                "1,2026-05-02 07:15,F,44,Potassium,T,>6.5,,mmol/L",
                "potassium HH usable value-censored critical-limit",
            ),
            (
                "1,2026-05-03 07:15,F,44,Potassium,T,HEMOLYZED,,mmol/L",
                "potassium - unusable result-absent",
            ),
            ("1,2026-05-04 07:15,F,44,Potassium,N,E,4.4,mmol/L", N),
            (
                "1,2026-05-05 07:15,F,44,Potassium,N,G,6.5,mmol/L",
                "potassium HH usable value-censored critical-limit",
            ),
            (
                "1,2026-05-06 07:15,F,44,Potassium,T,6.9,4.4,mmol/L",
                "potassium HH caution column-differs critical-limit",
            ),
        ],
    );
}

#[test]
fn pcornet_keeps_what_is_no_number_as_it_came() {
    let header = "PATID,SPECIMEN_DATE,SEX,AGE,RAW_LAB_NAME,RESULT_QUAL,RESULT_NUM,RESULT_MODIFIER,RESULT_UNIT,RAW_RESULT,RAW_UNIT";
    reads(
        header,
        &[
            (
                "1,2026-05-02,F,44,Potassium,NI,4.4,EQ,mmol/L,4.4,mmol/L",
                "potassium 4.4 mmol/L N",
            ),
            (
                "1,2026-05-03,F,44,Potassium,NI,,TX,mmol/L,>6.5,mmol/L",
                "potassium >6.5 mmol/L HH",
            ),
            (
                "1,2026-05-04,F,44,Potassium,NI,,OT,mmol/L,HEMOLYZED,",
                "potassium HEMOLYZED",
            ),
            // Its own unit, not that of the number that is missing.
            (
                "1,2026-05-05,F,44,Calcium,NI,,UN,mmol/L,8.4,mg/dL",
                "calcium_total 8.4 mg/dL L",
            ),
            (
                "1,2026-05-06,F,44,Potassium,NEGATIVE,,NI,mmol/L,,",
                "potassium NEGATIVE mmol/L",
            ),
            (
                "1,2026-05-07,F,44,Potassium,UN,,NI,mmol/L,,",
                "potassium  mmol/L",
            ),
        ],
    );
}

#[test]
fn a_header_says_what_its_digits_mean() {
    for (header, female, male) in [
        ("Gender (1=male; 2=female)", "2", "1"),
        ("\"Sex (0=Male, 1=Female)\"", "1", "0"),
    ] {
        check(
            &format!("patient,sample,collected,{header},age,test,result,unit"),
            &[
                (
                    &format!("1,S1,2026-05-02 07:15,{female},44,Hemoglobin,12.5,g/dL"),
                    "hemoglobin N usable -",
                ),
                (
                    &format!("2,S2,2026-05-02 07:15,{male},44,Hemoglobin,12.5,g/dL"),
                    "hemoglobin L usable -",
                ),
            ],
        );
    }
    // Nobody says which is which.
    check(
        "patient,sample,collected,Sex,age,test,result,unit",
        &[(
            "1,S1,2026-05-02 07:15,2,44,Hemoglobin,12.5,g/dL",
            "hemoglobin - usable sex-missing",
        )],
    );
}

#[test]
fn a_year_of_birth_is_an_age_but_for_a_year() {
    for header in ["year_of_birth", "yob", "birth_year"] {
        check(
            &format!("patient,sample,collected,sex,{header},test,result,unit"),
            &[
                ("1,S1,2026-05-02 07:15,F,1980,Potassium,4.4,mmol/L", N),
                (
                    "2,S2,2026-05-02 07:15,F,2008,Potassium,4.4,mmol/L",
                    "potassium - usable age-missing",
                ),
            ],
        );
    }
    check(
        "patient,sample,collected,sex,age_group,test,result,unit",
        &[
            ("1,S1,2026-05-02 07:15,F,40-49,Potassium,4.4,mmol/L", N),
            ("2,S2,2026-05-02 07:15,F,80+,Potassium,4.4,mmol/L", N),
            (
                "3,S3,2026-05-02 07:15,F,10-19,Potassium,4.4,mmol/L",
                "potassium - usable age-missing",
            ),
        ],
    );
}

#[test]
fn several_results_in_one_row_are_refused() {
    for (header, row) in [
        (
            "patient,collected,Test,Result,Unit,Test,Result,Unit",
            "1,2026-05-02 07:15,Potassium,4.4,mmol/L,Sodium,150,mmol/L",
        ),
        (
            "患者番号,項目名,材料,検査値,装置名,項目名,材料,検査値,装置名",
            "1,K,血清,4.4,A,Na,血清,150,A",
        ),
    ] {
        let told = told_of(&format!("{header}\n{row}\n"));
        assert!(told.contains("each row holds several results"), "{told}");
    }
    // The same test twice is one result, measured again.
    let told = told_of(
        "patient,collected,Test,Result,Unit,Test,Result,Unit\n1,2026-05-02 07:15,Potassium,4.4,mmol/L,Potassium,4.4,mmol/L\n",
    );
    assert!(!told.contains("each row holds several results"), "{told}");
}

#[test]
fn what_was_done_to_a_person_is_no_specimen() {
    for header in ["procedure", "procedure_description"] {
        check(
            &format!("patient,sample,collected,sex,age,{header},test,result,unit"),
            &[
                (
                    "1,S1,2026-05-02 07:15,F,44,Bone marrow biopsy,Potassium,4.4,mmol/L",
                    N,
                ),
                (
                    "1,S2,2026-05-02 07:15,F,44,Urethral catheterization,Potassium,4.4,mmol/L",
                    N,
                ),
            ],
        );
    }
    check(
        "patient,sample,collected,sex,age,procedure,test,result,unit",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Urinalysis,Glucose,90,mg/dL",
                "- - - specimen-not-serum",
            ),
            ("1,S2,2026-05-02 07:15,F,44,BMP,Potassium,4.4,mmol/L", N),
        ],
    );
}

#[test]
fn minutes_since_a_stay_began_are_of_that_stay() {
    let rows = |first: &str, second: &str| {
        said_of(&format!(
            "uniquepid,patientunitstayid,labresultoffset,sex,age,labname,labresult,labmeasurenamesystem\n\
             1,{first},60,F,44,potassium,4.4,mmol/L\n1,{second},60,F,44,potassium,5.9,mmol/L\n"
        ))
    };
    assert_eq!(rows("7", "8"), [N, "potassium H usable -"]);
    assert_eq!(
        rows("7", "7"),
        [
            "potassium N usable repeat-differs",
            "potassium H usable repeat-differs"
        ]
    );
}

#[test]
fn a_code_without_a_name_is_named() {
    let told = told_of(
        "patient,collected,sex,age,loinc,result,unit\n1,2026-05-02 07:15,F,44,99999-7,4.4,mmol/L\n",
    );
    assert!(told.contains("\"99999-7\" (1)"), "{told}");
}

/// A result, and the same in standard units.
const TWICE: &str = "patient,sex,age,test,value,unit,si value,si unit";

#[test]
fn what_is_not_stated_in_standard_units_stands_as_it_was_reported() {
    reads(
        &format!("{TWICE},si low,si high"),
        &[
            (
                "1,F,60,Glucose,90,mg/dL,5.0,mmol/L,3.9,5.6",
                "glucose 5.0 mmol/L N",
            ),
            ("1,F,60,Potassium,7.1,mmol/L,,,,", "potassium 7.1 mmol/L HH"),
            ("1,F,60,Sodium,119,mmol/L,-,,,", "sodium 119 mmol/L LL"),
            ("1,F,60,Sodium,119,mmol/L,NA,,,", "sodium 119 mmol/L LL"),
            (
                "1,F,60,Creatinine,1.0,mg/dL,88,,53,106",
                "creatinine 1.0 mg/dL N",
            ),
            // Words are a result.
            ("1,F,60,Sodium,140,mmol/L,not done,,,", "sodium not done"),
            ("1,F,60,Sodium,,mmol/L,,mmol/L,,", "sodium  mmol/L"),
        ],
    );
}

#[test]
fn the_only_limits_may_be_those_of_the_standard_units() {
    let behind = format!("{TWICE},low,high");
    reads(
        &behind,
        &[
            (
                "1,F,60,Glucose,90,mg/dL,5.0,mmol/L,3.9,5.6",
                "glucose 5.0 mmol/L N",
            ),
            (
                "1,F,60,Creatinine,1.4,mg/dL,124,umol/L,53,106",
                "creatinine 124 umol/L H",
            ),
            (
                "1,F,60,Sodium,140,mEq/L,140,mmol/L,135,145",
                "sodium 140 mmol/L N",
            ),
            (
                "1,F,60,Potassium,7.1,mmol/L,,,3.5,5.1",
                "potassium 7.1 mmol/L HH",
            ),
        ],
    );
    reads(
        &format!("{TWICE},reference range")
            .replace("value,unit", "conventional value,conventional unit"),
        &[
            (
                "1,F,60,Glucose,90,mg/dL,5.0,mmol/L,3.9-5.6",
                "glucose 5.0 mmol/L N",
            ),
            (
                "1,F,60,Creatinine,1.4,mg/dL,124,umol/L,53-106",
                "creatinine 124 umol/L H",
            ),
        ],
    );
    // Of the result as reported, of either, and of one row that may be of anything: as before.
    for rows in [
        [
            "Glucose,90,mg/dL,5.0,mmol/L,70,99",
            "Creatinine,1.4,mg/dL,124,umol/L,0.6,1.2",
        ],
        [
            "Glucose,90,mg/dL,5.0,mmol/L,70,99",
            "Creatinine,1.4,mg/dL,124,umol/L,53,106",
        ],
        [
            "Sodium,140,mEq/L,140,mmol/L,135,145",
            "Creatinine,1.4,mg/dL,124,umol/L,53,106",
        ],
    ] {
        let text = format!("{behind}\n1,F,60,{}\n1,F,60,{}\n", rows[0], rows[1]);
        assert!(
            read_as(&text)[1].starts_with("creatinine 1.4 mg/dL"),
            "{rows:?}"
        );
    }
    // Very ill, by limits of the result as reported.
    let text = format!(
        "{behind}\n1,M,44,Glucose,600,mg/dL,33.3,mmol/L,70,99\n1,M,44,Urea,200,mg/dL,33.3,mmol/L,15,45\n\
         1,M,44,Potassium,6.0,mmol/L,6.0,mmol/L,3.5,5.1\n"
    );
    assert_eq!(
        read_as(&text),
        [
            "glucose 600 mg/dL HH",
            "urea 200 mg/dL HH",
            "potassium 6.0 mmol/L H"
        ]
    );
    // They stand behind the result as reported.
    let text = "patient,sex,age,test,value,unit,low,high,si value,si unit\n\
                1,F,60,Glucose,90,mg/dL,3.9,5.6,5.0,mmol/L\n1,F,60,Creatinine,1.4,mg/dL,53,106,124,umol/L\n";
    assert_eq!(read_as(text), ["glucose 90 mg/dL", "creatinine 1.4 mg/dL"]);
}

#[test]
fn each_analyte_may_have_a_column_of_values_and_one_of_units() {
    for header in [
        "sodium_value,sodium_unit,potassium_value,potassium_unit",
        "Sodium Result,Sodium Units,Potassium Result,Potassium Units",
        "value_sodium,unit_sodium,value_potassium,unit_potassium",
        "Na Wert,Na Einheit,K Wert,K Einheit",
    ] {
        let text = format!("patient,sex,age,{header}\n1,F,60,140,mmol/L,6.8,mmol/L\n");
        assert_eq!(
            read_as(&text),
            ["sodium 140 mmol/L N", "potassium 6.8 mmol/L HH"],
            "{header}"
        );
    }
    let text = "patient,sex,age,sodium_value,sodium_unit,sodium_low,sodium_high,potassium_value,potassium_unit,potassium_flag\n\
                1,F,60,140,mmol/L,141,145,410,mg/L,H\n";
    assert_eq!(
        read_as(text),
        ["sodium 140 mmol/L L", "potassium 410 mg/L HH"]
    );
    // A word beside the number, under another word for results: none is a second result.
    for (cell, expected) in [
        ("High", "6.0 mmol/L|H|usable|"),
        ("", "6.0 mmol/L|H|usable|"),
        ("Hemolyzed", "6.0 mmol/L|H|indeterminate|hemolysis-raises"),
    ] {
        let text = format!(
            "patient,sex,age,potassium_value,potassium_unit,potassium_result,sodium_value,sodium_unit\n\
             1,F,60,6.0,mmol/L,{cell},140,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).rows();
        let row = &rows[0];
        let said = format!(
            "{} {}|{}|{}|{}",
            row["value"], row["unit"], row["flag"], row["usability"], row["notices"]
        );
        assert_eq!(said, expected, "{cell}");
        assert_eq!(rows.len(), 2, "{cell}");
    }
    // One analyte, beside somebody and a unit.
    let text = "patient,sex,age,sodium_value,sodium_unit\n1,F,60,140,mmol/L\n";
    assert_eq!(read_as(text), ["sodium 140 mmol/L N"]);
    // The analyte has a column of its own; and a word that is no analyte is none with it.
    let text = "patient,sex,age,sodium,sodium_value,potassium,potassium_value,target_value\n1,F,60,140,1,6.8,1,2\n";
    assert_eq!(read_as(text), ["sodium 140", "potassium 6.8"]);
}

#[test]
fn the_log_of_a_sensor_is_no_laboratorys() {
    let text = "patient,sex,age,timestamp,Glucose Value (mg/dL),Insulin Value (u)\n\
                1,F,60,2026-05-18T07:15:00,110,4\n1,F,60,2026-05-18T07:20:00,112,\n";
    let (_folder, path) = file("labs.csv", text);
    let done = Run::check(&path).done();
    assert_eq!(done.code, 2, "{}", done.stderr);
}

#[test]
fn a_zero_fills_no_dash() {
    let text = "USUBJID,SEX,AGE,LBTESTCD,LBTEST,LBORRES,LBORRESU,LBSTRESC,LBSTRESN,LBSTRESU\n\
                1,F,60,SODIUM,Sodium,--,mmol/L,,0,mmol/L\n\
                2,F,60,SODIUM,Sodium,140,mmol/L,140,140,mmol/L\n";
    assert_eq!(read_as(text), ["sodium -- mmol/L", "sodium 140 mmol/L N"]);
}
