//! Columns under short, odd or general headers: each was passed over in silence, or took another's place.

use crate::run::{Run, file};

/// Flag, usability and notices of the first row.
#[track_caller]
fn said(text: &str) -> [String; 3] {
    let (_folder, path) = file("labs.csv", text);
    let row = &Run::check(&path).rows()[0];
    ["flag", "usability", "notices"].map(|column| row[column].clone())
}

/// One potassium of 4.0 mmol/L beside columns of others.
pub fn potassium(headers: &str, cells: &str) -> String {
    format!(
        "patient,sample,sex,age,test,result,units,low,high,{headers}\n\
         1,C,F,40,Potassium,4.0,mmol/L,3.5,5.1,{cells}\n"
    )
}

#[test]
fn short_headers_of_hemolysis() {
    for header in [
        "HEM_INDEX",
        "Hem",
        "HEMO",
        "Haem Index",
        "Hgb Index",
        "Hemolysis Level",
        "Hemolysis_idx",
        "Hemolysis (H)",
    ] {
        for (cell, expected) in [
            ("gross", "unusable"),
            ("Hemolyzed", "indeterminate"),
            ("3+", "indeterminate"),
            ("none", "usable"),
            ("", "usable"),
        ] {
            assert_eq!(
                said(&potassium(header, cell))[1],
                expected,
                "{header}: {cell}"
            );
        }
    }
    for (headers, cells, expected) in [
        ("HEM_INDEX", "250", "caution"),
        // A number under a word alone may be of anything.
        ("Hem", "250", "usable"),
        ("Hem,Ict,Lip", "3+,0,0", "indeterminate"),
        ("Hem,Ict,Lip", "250,0,0", "caution"),
        ("H,I,L", "3+,0,0", "indeterminate"),
        ("HI,II,LI", "3+,0,0", "indeterminate"),
        ("HIL_H,HIL_I,HIL_L", "250,0,0", "caution"),
        ("SI-H,SI-I,SI-L", "250,0,0", "caution"),
        ("Problem", "Hemolyzed", "indeterminate"),
        ("Interference", "Hemolyzed", "indeterminate"),
        ("Interference", "none", "usable"),
        ("Problem", "Hemolytic anemia", "usable"),
        ("Problem", "Diabetes", "usable"),
        ("Lip", "30", "usable"),
        ("Lipid index", "250", "usable"),
        ("Hem", "Dr. Who", "usable"),
    ] {
        let text = potassium(headers, cells);
        assert_eq!(said(&text)[1], expected, "{headers}: {cells}");
    }
    // Here HI is the upper limit.
    let text =
        "patient,sex,age,test,result,unit,lo,HI,II,LI\n1,F,40,Potassium,6.0,mmol/L,3.5,5,1,0\n";
    assert_eq!(said(text)[0], "H");
}

#[test]
fn a_column_of_units_under_an_unknown_header() {
    for (headers, first, second, unit) in [
        ("Lab Unit", "mmol/L", "mmol/L", "mmol/L"),
        ("SI Unit", "mmol/L", "mmol/L", "mmol/L"),
        ("unit_code", "mmol/L", "mg/dL", "mmol/L"),
        ("Foo", "mmol/L", "mg/dL", "mmol/L"),
        ("Foo,Bar", "mmol/L,mmol/L", "mg/dL,mg/dL", "mmol/L"),
        // They disagree, and nobody knows which is that of the result.
        ("Foo,Bar", "mmol/L,mEq/L", "mmol/L,mg/dL", ""),
        (
            "SI Unit,Conventional Unit",
            "mmol/L,mEq/L",
            "mmol/L,mg/dL",
            "",
        ),
        // Units of something else, and what is no unit.
        ("Dose Unit", "mg/mL", "mg/mL", ""),
        ("Foo", "L", "L", ""),
        ("Foo", "mmol/L", "pending", ""),
        ("Unit,Foo", ",mmol/L", "mg/dL,mmol/L", ""),
    ] {
        let text = format!(
            "patient,sex,age,test,result,{headers}\n\
             1,F,40,Potassium,6.9,{first}\n1,F,40,Glucose,5.0,{second}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let done = Run::check(&path).args(["--to", "csv"]).ok();
        assert_eq!(done.rows()[0]["unit"], unit, "{headers}: {first}");
        let told = done.stderr.contains("column-unknown");
        assert_eq!(
            told,
            headers.contains(',') && unit.is_empty() && !headers.starts_with("Unit,"),
            "{headers}: {first}: {}",
            done.stderr
        );
    }
}

/// The unit of the standard result is none of the reported one.
#[test]
fn a_standard_unit_beside_a_reported_result() {
    let text = "USUBJID,SEX,AGE,LBTESTCD,LBTEST,LBORRES,LBSTRESN,LBSTRESU\n\
        001,F,60,CREAT,Creatinine,1.3,114.92,umol/L\n\
        002,F,60,CREAT,Creatinine,0.9,79.56,umol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    assert_eq!(
        (rows[0]["value"].as_str(), rows[0]["unit"].as_str()),
        ("114.92", "umol/L")
    );
}

#[test]
fn what_the_laboratory_calls_critical_in_a_column_of_its_own() {
    for (headers, cells, is_critical) in [
        ("critical", "Y", true),
        ("Critical Flag", "Yes", true),
        ("Is Critical", "TRUE", true),
        ("Panic", "Y", true),
        ("Crit", "1", true),
        ("Alert", "Y", true),
        ("critical", "H", true),
        ("flag,critical", "H,Y", true),
        ("flag,critical", "N,Y", true),
        ("critical", "N", false),
        ("critical", "", false),
        ("critical", "-", false),
        ("flag,critical", "H,N", false),
        ("Critical care", "Y", false),
    ] {
        let text = format!(
            "patient,sex,age,test,result,units,low,high,{headers}\n1,F,40,ALT,90,U/L,3,50,{cells}\n"
        );
        let [flag, _, notices] = said(&text);
        assert_eq!(flag, "H", "{headers}: {cells}");
        let expected = if is_critical {
            "critical-by-laboratory"
        } else {
            ""
        };
        assert_eq!(notices, expected, "{headers}: {cells}");
    }
    // Limits that are read are not named; answers under their headers are.
    for (cells, is_told) in [("2.8,6", false), ("no,no", true)] {
        let (_folder, path) = file("labs.csv", potassium("critical low,critical high", cells));
        let stderr = Run::check(&path).args(["--to", "csv"]).ok().stderr;
        for header in ["\"critical low\"", "\"critical high\""] {
            assert_eq!(stderr.contains(header), is_told, "{stderr}");
        }
    }
}

#[test]
fn statuses_under_other_headers() {
    for (header, cell, notice) in [
        ("Result_Flag", "Cancelled", "result-absent"),
        ("Result_Flag", "Not done", "result-absent"),
        ("Result_Flag", "D", ""),
        ("Validated", "N", "preliminary"),
        ("Validated", "Y", ""),
        ("Validation", "non", "preliminary"),
        ("Validation", "oui", ""),
        ("Validation", "Final", ""),
        ("Verification", "No", "preliminary"),
        ("Approval", "Pending", "preliminary"),
        ("Processing Status", "Cancelled", "result-absent"),
        ("Completion", "Cancelled", "result-absent"),
        ("Outcome", "Cancelled", "result-absent"),
        ("Outcome", "Discharged", ""),
        ("Outcome", "Died", ""),
    ] {
        let notices = said(&potassium(header, cell))[2].clone();
        assert_eq!(notices, notice, "{header}: {cell}");
    }
}

#[test]
fn an_observation_is_a_remark_where_another_column_names_the_analyte() {
    for cell in ["Hemolyzed", "Hemolysis", "sample hemolyzed"] {
        let [_, usability, _] = said(&potassium("Observation", cell));
        assert_eq!(usability, "indeterminate", "{cell}");
    }
    for (headers, cells) in [
        ("Observation", "Potassium"),
        ("test,Observation", "CMP,Potassium"),
        ("test,Observation", ",Potassium"),
    ] {
        let text = format!("patient,sex,age,{headers},result,unit\n1,F,40,{cells},4.0,mmol/L\n");
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(Run::check(&path).rows()[0]["name"], "Potassium", "{cells}");
    }
}

#[test]
fn results_under_general_headers() {
    for header in [
        "Res",
        "Level",
        "Finding",
        "Findings",
        "Test Value",
        "Report Value",
    ] {
        let text = format!("patient,sex,age,test,{header},unit\n1,F,40,Potassium,6.9,mmol/L\n");
        assert_eq!(said(&text)[0], "HH", "{header}");
    }
    for (text, name, value) in [
        // Another column gives the result, or several do.
        (
            "patient,test,result,level,unit\n1,Potassium,6.9,3,mmol/L\n",
            "Potassium",
            "6.9",
        ),
        (
            "id,code,level,Sodium (mmol/L),Potassium (mmol/L)\n1,A,3,140,4.0\n",
            "Sodium",
            "140",
        ),
        (
            "patient,sex,age,Potassium (mmol/L)\n1,F,40,6.9\n",
            "Potassium",
            "6.9",
        ),
        (
            "patient,Creatinine_mg_dL,Potassium_mmolL\n1,1.0,6.9\n",
            "Creatinine",
            "1.0",
        ),
    ] {
        let (_folder, path) = file("labs.csv", text);
        let row = &Run::check(&path).rows()[0];
        let found = (row["name"].as_str(), row["value"].as_str());
        assert_eq!(found, (name, value), "{text}");
    }
    for text in [
        "patient,sex,age,Potassium\n1,F,40,6.9\n",
        "patient,sex,weight (kg)\n1,F,40\n",
    ] {
        let (_folder, path) = file("labs.csv", text);
        assert_eq!(Run::check(&path).done().code, 2, "{text}");
    }
}

#[test]
fn headers_and_words_of_persons() {
    for (headers, cells, flag) in [
        ("Sex (M/F),age", "M,40", "L"),
        ("Sex at birth,age", "M,40", "L"),
        ("PtSex,age", "M,40", "L"),
        ("sex,age", "Mr,40", "L"),
        ("sex,age", "Mrs,40", "N"),
        ("sex,age", "Ms,40", "N"),
        ("sex,DOB (yyyy-mm-dd)", "F,1980-01-02", "N"),
        ("sex,Pt DOB", "F,1980-01-02", "N"),
        ("sex,Born", "F,1980-01-02", "N"),
        // Surgery, or symptoms.
        ("Sx,age", "M,40", ""),
        ("sex,Born", "F,Paris", ""),
    ] {
        let text = format!(
            "patient,{headers},test,result,unit,collected\n1,{cells},Hemoglobin,12.5,g/dL,2020-01-01\n"
        );
        assert_eq!(said(&text)[0], flag, "{headers}: {cells}");
    }
    for (header, cell, patient) in [
        ("patient_name", "Jane Roe", "Jane Roe"),
        ("Patientenname", "Jane Roe", "Jane Roe"),
        ("Nombre", "Jane Roe", "Jane Roe"),
        ("Name", "Jane Roe", "Jane Roe"),
        // A panel; a number of the patient goes before a name.
        ("Name", "Basic metabolic panel", ""),
        ("Name", "Chemistry", ""),
        ("Name,mrn", "Jane Roe,77", "77"),
        ("patient_name,住院号", "Jane Roe,Z77", "Z77"),
    ] {
        let text = format!("{header},sex,age,test,result,unit\n{cell},F,40,Potassium,4.0,mmol/L\n");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert_eq!(rows[0]["patient"], patient, "{header}: {cell}");
    }
}

#[test]
fn limits_and_flags_under_other_headers() {
    for (headers, cells, flag) in [
        ("LRL,URL", "20,50", "H"),
        ("RR", "20.0-50.0", "H"),
        ("Healthy Range", "20-50", "H"),
        ("Acceptable Range", "20-50", "H"),
        ("Reference Range", ">=20 and <=50", "H"),
        // Two of anything.
        ("Reference Range", "20.5 50.5", ""),
        ("RR", "18", ""),
        ("URL", "50", ""),
        // The least and the most of a series, hours, ages.
        ("From,To", "20,50", ""),
        ("Acceptable", "Y", ""),
    ] {
        let text =
            format!("patient,sex,age,test,result,unit,{headers}\n1,F,40,Fooase,60,U/L,{cells}\n");
        assert_eq!(said(&text)[0], flag, "{headers}: {cells}");
    }
    for header in ["Ind", "OOR", "Range Flag", "Evaluation", "Assessment"] {
        let notices = said(&potassium(header, "H"))[2].clone();
        assert_eq!(notices, "flag-disagrees", "{header}");
        let notices = said(&potassium(header, "stable"))[2].clone();
        assert_eq!(notices, "", "{header}");
    }
}

#[test]
fn a_row_of_nothing_is_no_result() {
    let text = "patient,test,result,unit\n1,Potassium,4.0,mmol/L\n,,,\n , ,,\n1,,,\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let lines: Vec<&str> = rows.iter().map(|row| row["line"].as_str()).collect();
    assert_eq!(lines, ["2", "5"]);
}

#[test]
fn the_name_of_a_laboratory_is_no_analyte() {
    for text in [
        "date,lab_name,marker,value,unit,low,high\n2025-02-20,Quest Diagnostics,Potassium,6.9,mmol/L,3.5,5.1\n2025-02-20,Quest Diagnostics,MCV,90,fL,80,100\n",
        "date,lab_name,marker_name,value,unit,low,high\n2025-02-20,Quest Diagnostics,Potassium,6.9,mmol/L,3.5,5.1\n2025-02-20,Quest Diagnostics,MCV,90,fL,80,100\n",
        "date,lab_name,test_name,value,unit,low,high\n2025-02-20,Quest Diagnostics,Potassium,6.9,mmol/L,3.5,5.1\n2025-02-20,Quest Diagnostics,Sodium,140,mmol/L,135,145\n",
        "date,lab_name,code,value,unit,low,high\n2025-02-20,Potassium,K,6.9,mmol/L,3.5,5.1\n2025-02-20,Foo,FOO,90,fL,80,100\n",
    ] {
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        assert_eq!(rows[0]["flag"], "HH", "{text}");
    }
}

/// Urine is not judged as serum for one word among them that is not known.
#[test]
fn specimens_under_an_unknown_header() {
    for (header, cells, expected) in [
        (
            "Zdroj",
            ["Serum (x)", "Urine", "Spot urine", "Urine 2"],
            ["serum", "urine", "urine", "urine"],
        ),
        (
            "Zdroj",
            ["Serum gel", "Urine", "Sérum", ""],
            ["serum", "urine", "serum", "serum"],
        ),
        // A place, a person, what is the matter with him.
        ("Ward", ["Serum (x)", "Urine", "A5", ""], ["serum"; 4]),
        (
            "Surname",
            ["Stuhl", "Urine", "Serum (x)", "Blut"],
            ["serum"; 4],
        ),
        (
            "Because",
            ["Urine infection", "Urine retention", "Urine", ""],
            ["serum"; 4],
        ),
        // What states none beside words for specimens; and what was ordered besides, or who asked.
        (
            "Zdroj",
            ["Serum", "Urine", "n/a", "?"],
            ["serum", "urine", "serum", "serum"],
        ),
        (
            "Extra",
            ["Urine culture", "Blood culture", "Urine culture", ""],
            ["serum"; 4],
        ),
        (
            "Project",
            ["Urine study", "Serum study", "Urine study", ""],
            ["serum"; 4],
        ),
    ] {
        let rows: String = cells
            .iter()
            .map(|cell| format!("1,Potassium,4.1,mmol/L,{cell}\n"))
            .collect();
        let text = format!("MRN,Test,Result,Unit,{header}\n{rows}");
        assert_eq!(
            crate::run::said(&text, &["specimen"]),
            expected,
            "{header}: {cells:?}"
        );
    }
    // Such a column is told, and hides no critical value.
    let text = "MRN,Extra,Test,Result,Unit\n1,Urine culture,Potassium,6.9,mmol/L\n2,Blood culture,Potassium,4.2,mmol/L\n";
    let (_folder, path) = crate::run::file("labs.csv", text);
    let done = crate::run::Run::check(&path).args(["--to", "csv"]).ok();
    assert_eq!(done.rows()[0]["flag"], "HH");
    assert!(
        done.stderr.contains("are not read: \"Extra\""),
        "{}",
        done.stderr
    );
}
