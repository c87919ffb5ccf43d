//! Files of cohorts, warehouses and interfaces: what their columns and codes say was passed over, or taken for another thing.

use crate::run::{Run, file};
use crate::traps_columns_more::potassium;

/// Flag, usability and notices of every row.
fn all(text: &str) -> Vec<[String; 3]> {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let said = |row: &crate::run::Row| ["flag", "usability", "notices"].map(|c| row[c].clone());
    rows.iter().map(said).collect()
}

/// The same of the first row.
#[track_caller]
fn said(text: &str) -> [String; 3] {
    all(text)[0].clone()
}

#[test]
fn a_loinc_code_beside_its_system() {
    // 2955-3 is of urine, 2951-2 of serum.
    for (header, code, expected) in [
        ("code.code", "http://loinc.org|2955-3", "analyte-ambiguous"),
        (
            "code.coding",
            "\"[{'system': 'http://loinc.org', 'code': '2955-3'}]\"",
            "analyte-ambiguous",
        ),
        ("loinc_code", "LOINC:2955-3", "analyte-ambiguous"),
        ("test_code", "2955-3^Sodium Ur^LN", "analyte-ambiguous"),
        ("test_code", "http://loinc.org|2951-2", ""),
        ("test_code", "LAB-2955", ""),
    ] {
        let text =
            format!("pid,{header},test,result,unit,low,high\n1,{code},Sodium,140,mmol/L,136,145\n");
        assert_eq!(said(&text)[2], expected, "{header}: {code}");
    }
}

#[test]
fn a_flag_of_an_interface_and_alarms_of_analyzers() {
    for (header, cell, usability, notices) in [
        (
            "interpretation.code",
            "HH",
            "usable",
            "flag-disagrees critical-by-laboratory",
        ),
        ("interpretation_code", "N", "usable", ""),
        ("classification", "High", "usable", "flag-disagrees"),
        ("classification", "Biochemistry", "usable", ""),
        // Of a disease.
        ("severity", "Critical", "usable", ""),
        ("flag", "HU", "usable", "flag-disagrees"),
        ("flag", ">React", "caution", "comment-disowns"),
        ("flag", ">Samp", "caution", "comment-disowns"),
        ("flag", ">React H", "caution", "comment-disowns"),
        ("flag", "> Test", "caution", "comment-disowns"),
        ("flag", ">ULN", "usable", "flag-unknown"),
        ("flag", "QCF", "caution", "comment-disowns"),
    ] {
        let [_, u, n] = said(&potassium(header, cell));
        assert_eq!(
            (u.as_str(), n.as_str()),
            (usability, notices),
            "{header}: {cell}"
        );
    }
    // A mark beside the number is the laboratory's flag.
    for (value, notices) in [
        ("4.1*", "flag-disagrees"),
        ("4.1!", "flag-disagrees"),
        ("4.1", ""),
        ("5.9*", ""),
    ] {
        let text =
            format!("sample,test,result,unit,low,high\nS,Potassium,{value},mmol/L,3.5,5.1\n");
        assert_eq!(said(&text)[2], notices, "{value}");
    }
}

#[test]
fn columns_that_take_a_result_back_or_doubt_it() {
    for (header, cell, notices) in [
        ("LBSPCUFL", "N", "result-absent"),
        ("LBSPCUFL", "Y", ""),
        ("LBEXCLFL", "Y", "result-absent"),
        ("LBEXCLFL", "", ""),
        ("Exclusion Flag", "EX", "result-absent"),
        ("Exclude from analysis", "Yes", "result-absent"),
        ("Exclude from analysis", "No", ""),
        ("del_flag", "1", "result-absent"),
        ("del_flag", "0", ""),
        ("superseded_by", "R77", "result-absent"),
        ("superseded_by", "", ""),
        // Of a person, of a notification.
        ("retired", "1", ""),
        ("hidden", "0", ""),
        ("void_reason", "entered in error", "result-absent"),
        ("void_reason", "", ""),
        ("reportable", "N", ""),
        ("accept", "0", "result-absent"),
        ("released", "0", "preliminary"),
        ("released", "2026-01-05 08:00", "collection-assumed"),
        ("authorised", "No", "preliminary"),
        ("superseded_by", "<NA>", ""),
        ("hidden", "visible", ""),
        ("Specimen Acceptable", "Unacceptable", "status-failed"),
        ("sample_ok", "hemolyzed", "status-failed"),
        ("QC OK", "ok", ""),
        ("imputed", "LOCF", "result-absent"),
        ("is_preliminary", "TRUE", "preliminary"),
        ("is_preliminary", "FALSE", ""),
        ("qc_failed", "1", "status-failed"),
        ("qc_failed", "0", ""),
        ("QC OK", "N", "status-failed"),
        ("sample_ok", "0", "status-failed"),
        ("sample_ok", "1", ""),
        ("Specimen Acceptable", "No", "status-failed"),
        ("outlier", "1", "status-failed"),
        ("redraw", "1", "status-failed"),
        ("imputed", "1", "result-absent"),
        ("imputed", "0", ""),
    ] {
        assert_eq!(
            said(&potassium(header, cell))[2],
            notices,
            "{header}: {cell}"
        );
    }
    // What leaves no result counts before what is not released.
    let text = potassium("authorised,superseded_by", "No,R77");
    assert_eq!(said(&text)[2], "result-absent");
}

#[test]
fn a_row_that_says_how_it_was_drawn_goes_before_what_is_said_of_all() {
    let text = "patient,sex,age,test,value,unit\n1,F,50,Random glucose,120,mg/dL\n1,F,50,Glucose,120,mg/dL\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).args(["--condition", "fasting"]).rows();
    let flags: Vec<&str> = rows.iter().map(|row| row["flag"].as_str()).collect();
    assert_eq!(flags, ["", "H"]);
}

#[test]
fn a_column_of_the_unit_of_an_index() {
    for (cells, usability, notices) in [
        (
            "400,mg/dL",
            "indeterminate",
            "hemolysis-raises masked-low-possible",
        ),
        ("2,mg/dL", "usable", ""),
        ("400,", "caution", "hemolysis-index-without-unit"),
    ] {
        let [_, u, n] = said(&potassium("hemolysis_index,hemolysis_index_units", cells));
        assert_eq!((u.as_str(), n.as_str()), (usability, notices), "{cells}");
    }
}

#[test]
fn groups_of_ages_are_no_years() {
    // A boy of five has up to 335 U/L, a man of 60 up to 120.
    for (header, cell, expected) in [
        ("age_group", "5", ["", "age-missing"]),
        ("Age Category", "2", ["", "age-missing"]),
        ("age_band", "60-69", ["H", "method-dependent"]),
        ("age_group", "65+", ["H", "method-dependent"]),
        ("age", "5", ["N", "method-dependent"]),
    ] {
        let [flag, _, notices] = said(&format!(
            "id,Sex,{header},ALP (U/L)\n1,F,{cell},250\n2,M,{cell},250\n"
        ));
        assert_eq!(
            [flag.as_str(), notices.as_str()],
            expected,
            "{header}: {cell}"
        );
    }
}

#[test]
fn an_age_without_a_unit_beside_ages_in_days() {
    let rows = all("pid,sex,age,age_unit,ALP (U/L)\n1,M,9,D,250\n2,M,9,,250\n3,M,60,Y,250\n");
    assert_eq!([&rows[0][0], &rows[1][0], &rows[2][0]], ["H", "", "H"]);
    assert_eq!(rows[1][2], "age-missing");
    let rows = all("pid,sex,age,age_unit,ALP (U/L)\n1,M,9,Y,250\n2,M,9,,250\n");
    assert_eq!([&rows[0][0], &rows[1][0]], ["N", "N"]);
}

#[test]
fn a_row_of_limits_under_any_label() {
    for label in ["", "RI", "Ref", "Limits"] {
        let text = format!(
            "SubjID,Sex,Age,Creatinine,Potassium\n,,years,umol/L,mmol/L\n{label},,,45-84,3.5-5.1\nS1,F,44,90,5.0\n"
        );
        let rows = all(&text);
        assert_eq!(rows.len(), 2, "{label}");
        assert_eq!([&rows[0][0], &rows[1][0]], ["H", "N"], "{label}");
    }
    // Limits of another kind, or of some of the persons.
    for label in ["Critical", "Panic", "Men", "AMR", "Previous", "Urine"] {
        let text = format!(
            "SubjID,Sex,Age,Creatinine (umol/L),Potassium (mmol/L)\n{label},,,40-400,2.8-6.2\nS1,F,44,300,6.0\n"
        );
        let rows = all(&text);
        let flags = rows[rows.len() - 2..].iter().map(|row| row[0].as_str());
        assert_eq!(flags.collect::<Vec<_>>(), ["H", "H"], "{label}");
    }
    // Results below a limit of detection are results.
    let rows = all(
        "SubjID,Sex,Age,Creatinine (umol/L),Potassium (mmol/L)\nS1,F,44,<15,<1.5\nS2,F,44,60,4\n",
    );
    assert_eq!(rows.len(), 4);
}

#[test]
fn statistics_below_a_table_have_ages_too() {
    let rows = all(
        "SubjID,Sex,Age,Creatinine (umol/L),Potassium (mmol/L)\nS1,F,44,60,4.1\nMean,,45,75,4.15\nSD,,1,21,0.07\nIQR,,3,10,0.3\n\
         Max,M,45,80,6.9\n",
    );
    let notices: Vec<&str> = rows.iter().map(|row| row[2].as_str()).collect();
    assert_eq!(notices[2..8], ["quality-control"; 6]);
    // Numbers of persons, none of which is a percentile or a quartile.
    let persons = all(
        "patient,potassium (mmol/L),sodium (mmol/L)\nP4,4.2,140\nP5,7.1,118\nP50,4,140\nQ1,6.9,140\n",
    );
    let flags: Vec<&str> = persons.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(flags, ["", "", "HH", "LL", "", "", "HH", ""]);
    // Somebody is called Max.
    assert_eq!(rows[9][0], "HH");
}

#[test]
fn signs_limits_and_results_in_columns_of_their_own() {
    let text =
        "Request ID,Analysis,Result,DetectionLimitOperand,Unit,Min,Max\nS1,ALT,55,>,U/L,0,55\n";
    assert_eq!(said(text)[0], "H");
    let text = "id,sex,test,result,unit,low,high,NONSPECREFS\n1,F,Ferritin,210,ug/L,,,13-150\n1,F,Potassium,4.4,mmol/L,3.5,5.1,\n";
    assert_eq!([&all(text)[0][0], &all(text)[1][0]], ["H", "N"]);
    for (pair, expected) in [
        ("Original Result,Amended Result", "L"),
        // Which of two counts nobody says.
        ("First Result,Repeat Result", "N column-differs"),
        ("Result 1,Result 2", "N column-differs"),
    ] {
        let text = format!(
            "sample,Test,{pair},Unit,Low,High\nS1,Potassium,6.9,,mmol/L,3.5,5.1\nS2,Sodium,141,131,mmol/L,136,145\n"
        );
        let rows = all(&text);
        assert_eq!(rows[0][0], "HH", "{pair}");
        let second = format!("{} {}", rows[1][0], rows[1][2]);
        assert_eq!(second.trim_end(), expected, "{pair}");
    }
    // One result in two units.
    let rows =
        all("id,sex,age,creatinine_mg_dl,creatinine_umol_l\n1,F,29,0.84,74.3\n2,F,29,0.84,120\n");
    assert_eq!(rows.len(), 3);
    assert!(rows[1][2].contains("repeat-differs"));
    // Rounded so far that it may be another one.
    for cells in ["1,130", "10,90"] {
        let text = format!("id,sex,age,creatinine (mg/dL),creatinine (umol/L)\n1,M,29,{cells}\n");
        assert_eq!(all(&text).len(), 2, "{cells}");
    }
    let text = "id,sex,age,Calcium (mg/dL),Calcium (mmol/L)\n1,M,29,10.2,2.57\n";
    assert_eq!(all(text).len(), 2);
    // In one unit it is there twice.
    let rows = all("id,sex,age,Potassium (mmol/L),Potassium (mEq/L)\n1,F,29,4.2,4.2\n");
    assert_eq!(rows.len(), 2);
}

#[test]
fn pregnancy_by_an_answer_and_what_is_none() {
    for (sex, header, cell, expected) in [
        ("F", "Pregnant(Y/N)", "1", "no-interval"),
        ("F", "Pregnant(Y/N)", "0", "method-dependent"),
        ("F", "preg", "Y", "no-interval"),
        // How often, and when somebody was born.
        ("F", "gravida", "3", "method-dependent"),
        ("F", "gravida", "sim", "no-interval"),
        ("M", "gestational_age", "39", "method-dependent"),
        ("F", "gestational_age", "39", "no-interval"),
    ] {
        let text =
            format!("id,sex,age,{header},ALP (U/L)\n1,{sex},30,{cell},80\n2,{sex},30,{cell},80\n");
        assert_eq!(said(&text)[2], expected, "{sex} {header}: {cell}");
    }
}

#[test]
fn whether_somebody_is_male_and_animals() {
    for (header, cell, expected) in [
        ("male", "0", "H"),
        ("male", "1", "N"),
        ("is_female", "yes", "H"),
        ("Female", "0", "N"),
    ] {
        let text = format!("{header},age,creatinine (mg/dL),Potassium (mmol/L)\n{cell},46,1.2,4\n");
        assert_eq!(said(&text)[0], expected, "{header}: {cell}");
    }
    for (header, cell, expected) in [
        ("organism", "Mus musculus", "result-absent"),
        ("organism", "E. coli", "method-dependent"),
        ("Pet Name", "Rex", "result-absent"),
        ("PET", "positive", "method-dependent"),
        ("strain", "Omicron", "method-dependent"),
        ("strain", "BALB/c", "result-absent"),
        ("Animal ID", "A17", "result-absent"),
        ("Species", "Hum", "method-dependent"),
    ] {
        let text = format!(
            "id,{header},sex,age,Creatinine (mg/dL),Potassium (mmol/L)\n1,{cell},M,26,0.9,4.8\n"
        );
        assert_eq!(said(&text)[2], expected, "{header}: {cell}");
    }
}

#[test]
fn layouts_of_hospitals_and_registers() {
    for text in [
        "IDINGRESO;LAB_DATE;ITEM_LAB;VAL_RESULT;UD_RESULT;REF_VALUES\n4;24/03/2020;K -- POTASIO;5.4;mmol/L;3.5 - 5.1\n",
        "subject,test_name,test_result,test_result_unit,sample_collected_date_time,result_lower_range,result_upper_range\n\
         A1,potassium,5.4,mmol/L,2021-03-01 08:10,3.5,5.1\n",
        "patient,code_display,val_quantity,val_unit,low,high\n1,Potassium,5.4,mmol/L,3.5,5.1\n",
    ] {
        assert_eq!(said(text)[0], "H", "{text}");
    }
    // Two different analytes are not one.
    let text = "sample;ITEM_LAB;RESULT;UNIT;REF\nS;NA -- POTASIO;5.4;mmol/L;3.5 - 5.1\n";
    assert_eq!(said(text)[2], "analyte-unknown");
}
