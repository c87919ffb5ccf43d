//! Item codes and patients from other files.

use super::*;
use crate::notice::Code;

fn joined(text: &str, companions: &Arc<Companions>) -> (Vec<String>, Vec<(Code, String)>) {
    let export = open_with(text.as_bytes(), "", companions).expect("understood");
    let mut rows = export.rows().expect("readable");
    let mut seen = Vec::new();
    while let Some(observation) = rows.next().expect("readable") {
        seen.push(shown(&observation));
    }
    let notices = export.notices().iter().cloned().chain(rows.notices());
    let notices = notices.map(|notice| {
        let words: Vec<&str> = notice
            .message
            .split(' ')
            .filter(|word| !word.contains('/'))
            .collect();
        (notice.code, words.join(" "))
    });
    (seen, notices.collect())
}

#[test]
fn codes_give_names_loinc_and_specimen() {
    let list = "ROW_ID,ITEMID,LABEL,FLUID,CATEGORY,LOINC_CODE\n1,50971,Potassium,Blood,Chemistry,2823-3\n2,51100,Sodium,Urine,Chemistry,bad\n";
    let (seen, notices) = joined(
        "HADM_ID,ITEMID,CHARTTIME,VALUE,VALUEUOM\n7,50971,2115-05-13,4.1,mEq/L\n7,51100,2115-05-13,80,\n7,9,2115-05-13,1,\n",
        &companions(&[list], &[]),
    );
    assert_eq!(
        seen,
        [
            "2 patient=7 collected=2115-05-13 name=Potassium code=50971 loinc=2823-3 specimen=Blood category=Chemistry value=4.1 unit=mEq/L",
            "3 patient=7 collected=2115-05-13 name=Sodium code=51100 specimen=Urine category=Chemistry value=80",
            "4 patient=7 collected=2115-05-13 code=9 value=1",
        ]
    );
    assert_eq!(
        notices,
        [(
            Code::CodeUnknown,
            "tells nothing of the item code of 1 row".to_string()
        )]
    );
}

#[test]
fn a_list_keyed_by_name_and_one_of_concepts() {
    let (seen, _) = joined(
        "Patient,Test,Result\n1,Kal.,4.1\n",
        &companions(&["Test;Name;Unit\nKal.;Potassium;mmol/L\n"], &[]),
    );
    assert_eq!(seen, ["2 patient=1 name=Potassium value=4.1 unit=mmol/L"]);
    let concepts = "concept_id,concept_name,domain_id,vocabulary_id,concept_code\n\
                    3023103,Potassium serum,Measurement,LOINC,2823-3\n50971,Wrong,Measurement,SNOMED,1\n5,x,Drug,RxNorm,2\n";
    let (seen, _) = joined(
        "person_id,measurement_concept_id,measurement_date,measurement_source_value,value_as_number\n1,3023103,2115-05-13,50971,4.1\n1,0,2115-05-13,50971,4.2\n",
        &companions(&[concepts], &[]),
    );
    assert_eq!(
        seen,
        [
            "2 patient=1 collected=2115-05-13 name=Potassium serum code=50971 loinc=2823-3 value=4.1",
            "3 patient=1 collected=2115-05-13 code=50971 value=4.2",
        ]
    );
}

#[test]
fn patients_through_a_chain() {
    let admissions = "ROW_ID,SUBJECT_ID,HADM_ID\n1,77,7\n2,78,8\n";
    let patients = "SUBJECT_ID,GENDER,DOB\n77,F,3/25/1994 0:00\n78,M,3/5/1988 0:00\n";
    for files in [[admissions, patients], [patients, admissions]] {
        let (seen, notices) = joined(
            "HADM_ID,ITEMID,VALUE\n7,1,4.1\n8,1,4.2\n9,1,4.3\n,1,4.4\n",
            &companions(&[], &files),
        );
        assert_eq!(
            seen,
            [
                "2 patient=77 sex=F birth=1994-03-25 code=1 value=4.1",
                "3 patient=78 sex=M birth=1988-03-05 code=1 value=4.2",
                "4 patient=9 code=1 value=4.3",
                "5 code=1 value=4.4",
            ]
        );
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert_eq!(notices[0].0, Code::PatientUnknown);
    }
}

#[test]
fn what_the_row_itself_says_stands() {
    let (seen, _) = joined(
        "USUBJID,LBTEST,LBORRES,SEX\nA,K,4.1,F\nB,K,4.2,\n",
        &companions(&[], &["USUBJID,SEX,AGE,AGEU\nA,M,44,YEARS\nB,M,3,MONTHS\n"]),
    );
    assert_eq!(
        seen,
        [
            "2 patient=A sex=F age=44 age_unit=YEARS name=K value=4.1",
            "3 patient=B sex=M age=3 age_unit=MONTHS name=K value=4.2",
        ]
    );
}

#[test]
fn ages_anchored_in_a_year_and_rows_that_contradict() {
    let (seen, _) = joined(
        "subject_id,hadm_id,itemid,charttime,value\n1,5,50971,2152-03-15 10:00:00,4.1\n2,6,50971,2152-03-15 10:00:00,4.2\n",
        &companions(
            &[],
            &["subject_id,gender,anchor_age,anchor_year\n1,F,40,2150\n2,M,30,2150\n2,F,30,2150\n"],
        ),
    );
    assert_eq!(
        seen,
        [
            "2 patient=1 collected=2152-03-15 10:00:00 sex=F age=42 age_unit=years code=50971 value=4.1",
            "3 patient=2 collected=2152-03-15 10:00:00 age=32 age_unit=years code=50971 value=4.2",
        ]
    );
}

#[test]
fn a_file_with_nothing_in_common_is_said() {
    let (_, notices) = joined(
        "Test,Result\nK,4.1\n",
        &companions(&["code,name\nx,y\n"], &["patient,sex\n1,f\n"]),
    );
    let codes: Vec<Code> = notices.iter().map(|(code, _)| *code).collect();
    // The list of codes is tried on the names.
    assert_eq!(codes, [Code::PatientUnknown, Code::CodeUnknown]);
}

#[test]
fn rows_of_one_patient_are_taken_together() {
    let labs = "patient,test,value\n1,K,4.1\n2,K,4.2\n3,K,4.3\n4,K,4.4\n";
    let patients = "patient,sex,birth date,age\n\
                    1,F,1950-03-01,\n1,,,\n1,female,1950-03-01,\n\
                    2,F,1950-03-01,\n2,M,1950-03-01,\n2,F,1950-03-01,\n\
                    3,M,1960-03-01,\n3,M,1961-03-01,\n\
                    4,M,,40\n4,M,,41\n";
    let (seen, notices) = joined(labs, &companions(&[], &[patients]));
    assert_eq!(
        seen,
        [
            "2 patient=1 sex=F birth=1950-03-01 name=K value=4.1",
            "3 patient=2 birth=1950-03-01 name=K value=4.2",
            "4 patient=3 sex=M name=K value=4.3",
            "5 patient=4 sex=M name=K value=4.4",
        ]
    );
    assert_eq!(
        notices,
        [(
            Code::TwoPatientsPossible,
            "gives two sexes or two dates of birth for 2 identifiers: perhaps two people; neither is taken"
                .to_string()
        )]
    );
}

#[test]
fn two_columns_that_contradict_each_other_say_nothing() {
    let export = "patient,test,result\nA,K,4.1\nB,K,4.2\n";
    for (file, seen, said) in [
        (
            "patient,sex,sex,age\nA,F,M,40\nB,F,F,50\n",
            ["2 patient=A sex=unclear age=40", "3 patient=B sex=F age=50"],
            Some(Code::TwoPatientsPossible),
        ),
        (
            "patient,birth_date,dob\nA,1980-01-02,1990-01-02\nB,1980-01-02,\n",
            ["2 patient=A", "3 patient=B birth=1980-01-02"],
            Some(Code::TwoPatientsPossible),
        ),
        (
            "patient,dob,dob\nA,1980-01-02,1990-01-02\nB,1980-01-02,1980-01-02\n",
            ["2 patient=A", "3 patient=B birth=1980-01-02"],
            Some(Code::TwoPatientsPossible),
        ),
        (
            "patient,sex,age\nA,F,440\nB,F,-4\n",
            ["2 patient=A sex=F age=440", "3 patient=B sex=F age=-4"],
            Some(Code::AgeMissing),
        ),
        (
            "patient,ward\nA,x\nB,y\n",
            ["2 patient=A", "3 patient=B"],
            Some(Code::ColumnUnknown),
        ),
    ] {
        let (found, notices) = joined(export, &companions(&[], &[file]));
        let expected = [
            format!("{} name=K value=4.1", seen[0]),
            format!("{} name=K value=4.2", seen[1]),
        ];
        assert_eq!(found, expected, "{file}");
        let codes: Vec<Code> = notices.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, Vec::from_iter(said), "{file}");
    }
}
