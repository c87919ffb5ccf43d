//! Shapes of exports of which a column was taken for another thing, or the file refused.

use crate::run::{Run, file, said};

/// Patient, when, analyte, flag and notices of each row.
#[track_caller]
fn rows_are(text: &str, expected: &[&str]) {
    let columns = ["patient", "collected", "analyte", "flag", "notices"];
    assert_eq!(said(text, &columns), expected, "{text}");
}

#[test]
fn a_value_that_a_network_worked_out_is_one() {
    rows_are(
        "patient_id,encounter_id,code_system,code,date,lab_result_num_val,lab_result_text_val,units_of_measure,derived_by_TriNetX,source_id\n\
         P1,E1,LOINC,2823-3,20240101,6.9,,mmol/L,T,S\n",
        &["P1|20240101|potassium|HH|age-missing critical-limit"],
    );
}

#[test]
fn a_pregnancy_that_a_survey_tells_by_a_code() {
    // 1 is yes, 2 is no, 3 is not known.
    rows_are(
        "SEQN,RIAGENDR,RIDAGEYR,RIDEXPRG,LBXSAL,LBXSCR\n1,2,31,1,3.6,1.0\n2,2,31,2,3.6,1.0\n3,2,31,3,3.6,\n4,2,31,,3.6,\n",
        &[
            "1||albumin||no-interval",
            "1||creatinine||no-interval",
            "2||albumin|N|method-dependent",
            "2||creatinine|N|method-dependent",
            "3||albumin|N|method-dependent",
            "4||albumin|N|method-dependent",
        ],
    );
}

#[test]
fn a_text_of_the_result_that_is_the_name_of_the_test() {
    rows_are(
        "pid,date_collected,result_code,result_text,result,units,range,abnormal,result_status\n\
         7,2024-01-01 10:00:00,K01,Potassium,6.9,mmol/L,3.5-5.1,high,final\n\
         7,2024-01-01 10:00:00,2160-0,Creatinine,1.1,mg/dL,0.7-1.3,no,final\n",
        &[
            "7|2024-01-01 10:00:00|potassium|HH|critical-limit",
            "7|2024-01-01 10:00:00|creatinine|N|",
        ],
    );
    // The result in words.
    rows_are(
        "pid,date,test,result,result_text,units,range\n7,2024-01-01,Potassium,6.9,6.9,mmol/L,3.5-5.1\n7,2024-01-01,Sodium,,140,mmol/L,135-145\n",
        &[
            "7|2024-01-01|potassium|HH|critical-limit",
            "7|2024-01-01|sodium|N|",
        ],
    );
}

#[test]
fn suspected_of_what_is_said_of_the_person_where_a_row_holds_many_results() {
    rows_are(
        "ID,Sex,Age,POT (mmol/L),K (mmol/L),Suspect\n1,M,56,4.1,4.1,1\n",
        &["1||potassium|N|", "1||potassium|N|"],
    );
    rows_are(
        "ID,Sex,Age,Test,Result,Unit,Suspect\n1,M,56,Potassium,4.1,mmol/L,1\n",
        &["||potassium|N|status-failed"],
    );
}

#[test]
fn days_of_a_check_up_and_words_of_other_laboratories() {
    rows_are(
        "受診者ID,氏名,性別,生年月日,健診年月日,カリウム(mEq/L)\n1,山田,男,1965/04/01,2024/05/01,4.1\n",
        &["1|2024/05/01|potassium|N|"],
    );
    for header in [
        "Análise",
        "Análises",
        "Teste",
        "Ensaio",
        "Determinação",
        "Nome do exame",
    ] {
        rows_are(
            &format!(
                "Utente;Data Colheita;{header};Resultado;Unidades;Valores de Referência\nU1;12-03-2024;Potássio;6,8;mEq/L;3,5 - 5,1\n"
            ),
            &["U1|12-03-2024|potassium|HH|critical-limit"],
        );
    }
}

#[test]
fn parts_of_a_record_with_the_place_in_a_list() {
    for header in [
        "id,status,code_coding_0_code,code_coding_0_display,subject_reference,effectiveDateTime,valueQuantity_value,valueQuantity_unit",
        "resource.id,resource.status,resource.code.coding[0].code,resource.code.coding[0].display,resource.subject.reference,resource.effectiveDateTime,resource.valueQuantity.value,resource.valueQuantity.unit",
        "resource_id,resource_status,resource_code_coding_0_code,resource_code_coding_0_display,resource_subject_reference,resource_effectiveDateTime,resource_valueQuantity_value,resource_valueQuantity_unit",
    ] {
        rows_are(
            &format!("{header}\no1,final,2823-3,Potassium,Patient/1,2024-01-01,6.9,mmol/L\n"),
            &["Patient/1|2024-01-01|potassium|HH|age-missing critical-limit"],
        );
    }
}

#[test]
fn a_file_of_patients_with_several_numbers_is_joined_by_the_one_that_the_export_has() {
    let people = "Id,BIRTHDATE,SSN,DRIVERS,PASSPORT,FIRST,LAST,GENDER\n\
                  34a4,1968-08-06,999-18-3267,S99934033,X26840237X,Mariano,Okon,M\n\
                  77b1,1990-01-06,999-18-3268,S99934034,X26840238X,Anna,Okon,F\n";
    let (_first, patients) = file("patients.csv", people);
    let patients = patients.to_str().expect("a path");
    for (header, id, expected) in [
        ("PATIENT", "34a4", "HH|us|critical-limit"),
        ("PATIENT", "999-18-3267", "HH|us|critical-limit"),
        ("PATIENT", "X26840237X", "HH|us|critical-limit"),
        ("PATIENT", "9999", "HH||age-missing critical-limit"),
    ] {
        let text = format!("DATE,{header},CODE,VALUE,UNITS\n2024-06-05,{id},2823-3,6.9,mmol/L\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).args(["--patients", patients]).rows();
        let row = &rows[0];
        let said = ["flag", "range_source", "notices"].map(|column| row[column].as_str());
        assert_eq!(said.join("|"), expected, "{id}");
    }
}
