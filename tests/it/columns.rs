//! Columns and cells that are easy to pass over: each decides whether a result may be called normal.

use crate::run::{Run, file};

/// Usability of a potassium of 4.1 mmol/L beside one column about the sample.
#[track_caller]
fn usability(column: &str, cell: &str) -> String {
    let text = format!(
        "patient,sample,sex,age,test,result,unit,range,{column}\n\
         1,C,F,50,Potassium,4.1,mmol/L,3.5-5.1,{cell}\n"
    );
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).rows()[0]["usability"].clone()
}

#[test]
fn a_long_export_may_have_a_column_about_hemolysis() {
    for column in ["hemolysis", "Hemolyzed", "Hämolyse", "Haemolysis grade"] {
        for (cell, expected) in [
            ("", "usable"),
            ("none", "usable"),
            ("N", "usable"),
            ("false", "usable"),
            ("0", "usable"),
            ("Y", "indeterminate"),
            ("true", "indeterminate"),
            ("2+", "indeterminate"),
            ("grossly hemolyzed", "unusable"),
        ] {
            assert_eq!(usability(column, cell), expected, "{column}: {cell:?}");
        }
    }
    for column in ["Hemolysis Index", "H_index", "HIL"] {
        for (cell, expected) in [
            ("none", "usable"),
            // A number of unknown unit: anything from a trace to gross.
            ("120", "caution"),
            ("120 mg/dL", "indeterminate"),
            ("grossly hemolyzed", "unusable"),
        ] {
            assert_eq!(usability(column, cell), expected, "{column}: {cell:?}");
        }
    }
}

#[test]
fn two_units_in_one_row_settle_nothing() {
    for (test, result, unit, judged) in [
        ("Glucose", "90 mg/dL", "mmol/L", false),
        ("Potassium", "4.1 mg/dL", "mmol/L", false),
        ("Potassium", "4.1 U/L", "mmol/L", false),
        ("Glucose [mg/dL]", "90", "mmol/L", false),
        // The same amount in two spellings.
        ("Potassium", "4.1 mEq/L", "mmol/L", true),
        ("Platelets", "250 K/uL", "10^9/L", true),
        ("Potassium", "4.1 mmol/L", "", true),
    ] {
        let text = format!("patient,sex,age,test,result,unit\n1,F,50,{test},{result},{unit}\n");
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let shown = format!("{test} {result} {unit}: {}", row["notices"]);
        assert_eq!(row["flag"].is_empty(), !judged, "{shown}");
        assert_eq!(row["notices"].contains("unit-conflict"), !judged, "{shown}");
        assert_eq!(row["canonical_value"].is_empty(), !judged, "{shown}");
    }
}

#[test]
fn a_wide_column_that_is_not_known_is_a_result_or_is_named() {
    let text = "patient,sex,age,Sodium [mmol/L],Potassium [mmol/L],Magnezium [mmol/L],Fluffiness\n\
                1,F,50,139,4.1,0.2,3\n";
    let (_folder, path) = file("wide.csv", text);
    let done = Run::check(&path).args(["--to", "csv"]).ok();
    let names: Vec<String> = done.rows().iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, ["Sodium", "Potassium", "Magnezium"]);
    assert!(
        done.stderr.contains("not read: \"Fluffiness\""),
        "{}",
        done.stderr
    );
}

#[test]
fn tubes_with_names_are_samples_and_specimens_are_specimens() {
    for (cells, sample, specimen) in [
        (["RED", "BLUE"], "RED", "serum"),
        (["tube a", "tube b"], "tube a", "serum"),
        (["serum", "plasma"], "", "serum"),
        (["Urine", "Serum"], "", "urine"),
    ] {
        let [first, second] = cells;
        let text = format!(
            "patient,sample,test,result,unit\n\
             1,{first},Potassium,4.1,mmol/L\n2,{second},Potassium,4.1,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        assert_eq!(
            (row["sample"].as_str(), row["specimen"].as_str()),
            (sample, specimen)
        );
    }
}

#[test]
fn a_struck_out_value_gives_way_to_the_number_beside_it() {
    let text = "subject_id,label,value,valuenum,valueuom\n\
                1,Potassium,___,7.9,mEq/L\n1,Sodium,___,,mEq/L\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    assert_eq!(
        (rows[0]["value"].as_str(), rows[0]["flag"].as_str()),
        ("7.9", "HH")
    );
    assert_eq!(rows[1]["value"], "___");
    assert!(rows[1]["notices"].contains("result-absent"));
}

#[test]
fn an_export_is_not_overwritten_by_its_own_report() {
    let text = "patient,test,result,unit\n1,Potassium,4.1,mmol/L\n";
    let (folder, path) = file("labs.csv", text);
    for output in ["labs.csv", "./labs.csv"] {
        let done = Run::new(["check", "labs.csv", "--to", "csv", "-o", output])
            .current_dir(folder.path())
            .done();
        assert_eq!(done.code, 2);
        assert!(
            done.stderr.contains("would be overwritten"),
            "{}",
            done.stderr
        );
        assert_eq!(std::fs::read_to_string(&path).expect("the export"), text);
    }
}

#[test]
fn a_result_that_is_a_word_about_the_sample() {
    for (cell, flag, usability, notice) in [
        ("hemolysed repeat", "", "unusable", "result-absent"),
        // With its number it is what a comment beside the number is.
        ("4.1 HEMOLYZED", "N", "indeterminate", "masked-low-possible"),
        ("not hemolyzed", "", "", "value-unreadable"),
    ] {
        let text = format!(
            "patient,sample,sex,age,test,result,unit\n\
             1,C,F,50,Potassium,{cell},mmol/L\n1,C,F,50,LDH,200,U/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert_eq!(rows[0]["usability"], usability, "{cell}");
        assert!(
            rows[0]["notices"].contains(notice),
            "{cell}: {}",
            rows[0]["notices"]
        );
        assert_eq!(rows[0]["flag"], flag, "{cell}");
    }
}

#[test]
fn two_columns_of_units_that_disagree_settle_nothing() {
    let text = "patientunitstayid,labname,labresult,labmeasurenamesystem,labmeasurenameinterface\n\
                1,ionized calcium,1.1,mg/dL,mmol/L\n1,potassium,4.1,mmol/L,mEq/L\n";
    let (_folder, path) = file("lab.csv", text);
    let rows = Run::check(&path).args(["--age", "50"]).rows();
    assert_eq!(rows[0]["notices"], "unit-conflict");
    assert_eq!(rows[1]["flag"], "N");
}

#[test]
fn a_sign_stated_twice_is_shown_once() {
    let text = "person_id,measurement_source_value,value_source_value,operator_concept_id,unit_source_value\n\
                1,Troponin T,<5,4171756,ng/L\n1,Troponin T,5,4171756,ng/L\n";
    let (_folder, path) = file("measurement.csv", text);
    let rows = Run::check(&path).rows();
    assert_eq!(
        (rows[0]["value"].as_str(), rows[1]["value"].as_str()),
        ("<5", "<5")
    );
}

#[test]
fn a_loinc_code_for_another_kind_of_unit_is_remarked() {
    for (test, loinc, result, unit, remarked) in [
        // Mass per volume in the code, moles per volume in the unit.
        ("Glucose", "2345-7", "5.4", "mmol/L", true),
        ("Glucose", "2345-7", "90", "mg/dL", false),
        ("Creatinine", "14682-9", "0.9", "mg/dL", true),
        ("Creatinine", "14682-9", "80", "umol/L", false),
        ("Potassium", "2823-3", "4.1", "mEq/L", false),
    ] {
        let text = format!(
            "patient,sex,age,test,loinc,result,unit\n1,F,50,{test},{loinc},{result},{unit}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let notices = &row["notices"];
        assert_eq!(
            notices.contains("loinc-unit-disagrees"),
            remarked,
            "{test} {unit}"
        );
        assert!(!row["canonical_value"].is_empty(), "{test} {unit}");
    }
}

/// Only the names beside it say what `H` is; repeated, it is repeated all the same.
#[test]
fn an_index_named_by_its_letter_may_be_repeated() {
    let text = "patient,sample,test,result,unit\n\
                1,S,H,10,\n\
                1,S,H,10,\n\
                1,S,I,1,\n\
                1,S,L,2,\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let repeated: Vec<bool> = rows
        .iter()
        .map(|row| row["notices"].contains("duplicate"))
        .collect();
    assert_eq!(repeated, [false, true, false, false]);
    assert_eq!(rows[1]["analyte"], "hemolysis_index");
}
