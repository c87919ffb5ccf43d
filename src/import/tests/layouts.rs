//! Layouts: what is stated, and what is written to be edited.

use super::*;

#[test]
fn a_layout_overrides_field_by_field() {
    expect(
        "Kürzel;Zahl;Dim;wer\nGLU;1,234;mmol/l;7\nK;4,1;;7\n",
        "decimal = \",\"\n[columns]\npatient = \"wer\"\ncode = \"Kürzel\"\nvalue = \"Zahl\"\nunit = \"Dim\"\n\
         [[analytes]]\ncode = \"k\"\nunit = \"mmol/L\"\nspecimen = \"serum\"\n\
         [[analytes]]\ncode = \"GLU\"\nunit = \"mg/dL\"\n",
        &[
            "2 patient=7 code=GLU value=1,234 unit=mmol/l comma",
            "3 patient=7 code=K specimen=serum value=4,1 unit=mmol/L comma",
        ],
    );
    expect(
        "who,x1,x2,x2\n7,140,4.1,5\n",
        "[columns]\npatient = \"who\"\n[[analytes]]\ncolumn = \"x1\"\nname = \"sodium\"\nunit = \"mmol/L\"\nlow = 135\n\
         [[analytes]]\ncolumn = \"#4\"\nname = \"potassium\"\nspecimen = \"plasma\"\n",
        &[
            "2 patient=7 name=sodium value=140 unit=mmol/L low=135",
            "2 patient=7 name=potassium specimen=plasma value=5",
        ],
    );
    // No column at all for a role that would be detected.
    expect(
        "Patient,Test,Result,Flag\n7,K,4.1,x\n",
        "[columns]\nflag = []\n",
        &["2 patient=7 name=K value=4.1"],
    );
}

#[test]
fn a_layout_that_does_not_fit_says_so() {
    for (layout, expected) in [
        (
            "[columns]\nvalue = \"Wert\"\n",
            "FILE:1: the layout names a column \"Wert\" that is not in the header\n  the header has: Patient, Test, Result",
        ),
        (
            "[columns]\nvalue = []\nname = \"Test\"\n",
            "FILE:1: the header names",
        ),
        (
            "shape = \"long\"\n[columns]\nvalue = []\n",
            "FILE:1: the layout says shape = \"long\", but a column with the result",
        ),
        ("delimiter = \";\"\n", "FILE:1: this is no table"),
        ("header_line = 9\n", "FILE:9: line 9 is no header"),
    ] {
        let error = open(b"Patient,Test,Result\n7,K,4.1\n", layout).expect_err("refused");
        assert!(
            error.starts_with(expected),
            "{error:?} instead of {expected:?}"
        );
    }
}

#[test]
fn a_written_layout_reads_back_to_the_same() {
    for text in [
        "patient_id,sample_id,collected_at,sex,age_days,analyte,loinc,value,unit\nP1,S1,2024-01-02,F,44,K,2823-3,5.6,mmol/L\n",
        "subject_id,hadm_id,itemid,charttime,value,valuenum,valueuom\n1,2,3,2150-03-15 10:00:00,,4.1,mEq/L\n",
        "x\ny\n\nPatID;Analyse;Ergebnis;Einheit\n1;K;3,40;mmol/l\n1;K;1.003,40;mmol/l\n",
        "Patient no.;Date;ALB;;K+;\n2;12/10/2014;3,40;g/dL;8,50;mmol/L\n",
        "id,Sodium,Potassium\n,mmol/L,mmol/L\n1,140,4.1\n",
        "id,K,K,Sodium [mmol/L],Sodium low\n1,4.1,4.2,140,135\n",
        "Patient,Test,Result\n1,P1,K,4.1\n2,P1,Na,140\n",
        "USUBJID,PARAM,AVAL,AVALC,LBSTRESU\nA-1,Sodium (mmol/L),140,,x\n",
        "USUBJID,LBTEST,LBORRES,LBORRESU,LBSTRESN,LBSTRESU\nA-1,Sodium,140,mmol/L,1,x\n",
        "USUBJID,LBTEST,LBORRES,LBORRESU,LBSTRESC,LBSTRESN,LBSTRESU\nA-1,Sodium,,,150,150,mmol/L\n",
        "person_id,measurement_concept_name,value_as_number,unit_concept_name,unit_source_value,value_source_value\n1,Glucose,16.6,mmol/L,mg/dL,299\n",
        "PATID,RAW_LAB_NAME,RESULT_NUM,RESULT_UNIT,RAW_RESULT,RAW_UNIT\n1,Glucose,,mmol/L,299,mg/dL\n",
        "Patient,Test,Result,\"The \"\"odd\"\"\none\"\n1,K,4.1,x\n",
        "Test,Result,Result\nK,4.1,x\n",
    ] {
        let export = open(text.as_bytes(), "").expect("understood");
        let written = export.to_toml();
        let again =
            open(text.as_bytes(), &written).unwrap_or_else(|error| panic!("{error}\n{written}"));
        assert_eq!(again.layout(), export.layout(), "{written}");
        assert_eq!(observations(&again), observations(&export), "{written}");
        assert_eq!(
            again.to_toml().lines().skip(1).collect::<Vec<_>>(),
            written.lines().skip(1).collect::<Vec<_>>()
        );
        assert!(export.describe().contains("columns\n"));
    }
}

#[test]
fn a_file_that_is_not_understood_can_be_described() {
    let options = ImportOptions {
        layout: None,
        encoding: None,
        date_order: None,
        known_analyte: &known,
        names_differ: &|one, other| one != other,
    };
    let file = file(b"who;what;how much\n7;K;4,1\n");
    let export = Export::inspect(file.path(), &Arc::default(), &options).expect("a table");
    assert_eq!(export.shape(), None);
    assert!(export.rows().is_err());
    let written = export.to_toml();
    assert!(
        written.contains("# Not used: \"who\", \"what\", \"how much\""),
        "{written}"
    );
    assert!(Layout::parse("l", &written).is_ok());
    assert!(export.describe().contains("not understood"));
}
