//! What a laboratory says beside its numbers that once was lost: signs, verdicts, summaries, alarms; each beside a look-alike.

use crate::run::{Run, file};
use crate::traps::{check, said_of};

/// What is told of a file beside its rows.
fn told_of(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).ok().stderr
}

/// A qualifier beside a ferritin of 40, and what is said; the second row has another one.
#[track_caller]
fn qualifiers(header: &str, table: &[(&str, &str, &str)]) {
    for (cell, beside, expected) in table {
        let text = format!(
            "test,{header},value,unit,low,high\nFerritin,{cell},40,ug/L,30,400\nZinc,{beside},15,umol/L,11,19\n"
        );
        assert_eq!(said_of(&text)[0], *expected, "{header}: {cell}, {beside}");
    }
}

const OPEN: &str = "ferritin - usable value-censored flag-undetermined";
const NOT_READ: &str = "ferritin - - value-unreadable";
const NORMAL: &str = "ferritin N usable -";

#[test]
fn a_sign_among_letters_of_a_qualifier() {
    for header in ["qualifier", "numeric_prefix", "result_qualifier", "prefix"] {
        qualifiers(
            header,
            &[
                ("<", "U", OPEN),
                ("U", "<", NOT_READ),
                ("J", "≤", NOT_READ),
                ("", "<", NORMAL),
                ("=", "<", NORMAL),
            ],
        );
    }
    // Letters alone may be anything: told.
    let text = "test,qualifier,value,unit,low,high\nFerritin,U,40,ug/L,30,400\n";
    assert_eq!(said_of(text), [NORMAL]);
    assert!(told_of(text).contains("\"qualifier\""), "{}", told_of(text));
    // Who measured it.
    let text = "test,operator,value,unit,low,high\nFerritin,MJ,40,ug/L,30,400\n";
    assert_eq!(said_of(text), [NORMAL]);
    assert!(!told_of(text).contains("operator"), "{}", told_of(text));
}

#[test]
fn below_a_limit_by_an_answer() {
    for header in [
        "is_below_lod",
        "below_loq",
        "left_censored",
        "nondetect",
        "BDL",
        "lod_flag",
    ] {
        qualifiers(
            header,
            &[
                ("TRUE", "FALSE", OPEN),
                ("1", "0", OPEN),
                ("yes", "", OPEN),
                ("FALSE", "TRUE", NORMAL),
                ("0", "1", NORMAL),
                ("", "yes", NORMAL),
                ("N", "Y", NORMAL),
            ],
        );
    }
    for header in ["censored", "is_censored", "detection_limit_flag"] {
        qualifiers(
            header,
            &[
                ("TRUE", "FALSE", NOT_READ),
                ("1", "0", NOT_READ),
                ("FALSE", "TRUE", NORMAL),
                ("", "1", NORMAL),
                ("<", "", OPEN),
            ],
        );
    }
    // A sign in the cell, or in a column of its own, says on which side.
    check(
        "test,censored,value,unit,low,high",
        &[(
            "Ferritin,TRUE,<5,ug/L,30,400",
            "ferritin L usable value-censored",
        )],
    );
    check(
        "test,censored,mark,value,unit,low,high",
        &[
            (
                "Ferritin,TRUE,<,5,ug/L,30,400",
                "ferritin L usable value-censored",
            ),
            ("Ferritin,TRUE,,5,ug/L,30,400", NOT_READ),
        ],
    );
    // Not understood: told.
    let text = "test,detection_flag,value,unit,low,high\nFerritin,1,40,ug/L,30,400\n";
    assert!(
        told_of(text).contains("\"detection_flag\""),
        "{}",
        told_of(text)
    );
    let wide = "patient,Ferritin (ug/L),Ferritin_below_lod,Sodium (mmol/L)\n1,40,FALSE,140\n2,40,TRUE,140\n3,,FALSE,140\n";
    let (_folder, path) = file("labs.csv", wide);
    let values: Vec<String> = Run::check(&path)
        .rows()
        .iter()
        .map(|row| row["value"].clone())
        .collect();
    assert_eq!(values, ["40", "140", "<40", "140", "140"]);
}

#[test]
fn rows_of_no_day() {
    let head = "Date,Potassium (mmol/L),Creatinine (umol/L)\nReference,3.5-5.1,60-110\n";
    let aside = [
        "potassium - - quality-control",
        "creatinine - - quality-control",
    ];
    let normal = ["potassium N usable -", "creatinine N usable -"];
    for (day, expected) in [
        ("Optimal", aside),
        ("Target", aside),
        ("Goal", aside),
        ("Ideal", aside),
        ("Average", aside),
        ("Avg", aside),
        ("Mean", aside),
        ("Median", aside),
        ("SD", aside),
        ("Min", aside),
        ("Max", aside),
        ("Change", aside),
        ("Units", aside),
        ("Optimal range", aside),
        ("Reference", aside),
        ("High", aside),
        ("2024-02-02", normal),
        ("Mar 5 2024", normal),
        ("baseline", normal),
        ("", normal),
    ] {
        let text = format!("{head}2023-02-02,3.9,77\n{day},4.2,80\n");
        assert_eq!(said_of(&text)[2..], expected, "{day}");
    }
    // The same words beside a patient.
    for (patient, day, expected) in [
        ("1", "Average", aside),
        ("1", "Normal", normal),
        ("Max", "2024-02-02", normal),
        ("Goal", "2024-02-02", normal),
        ("Goal", "", normal),
        ("Optimal", "", aside),
        ("Delta", "", normal),
    ] {
        let text = format!(
            "Patient,Date,Potassium (mmol/L),Creatinine (umol/L)\nReference,,3.5-5.1,60-110\nP1,2023-02-02,3.9,77\n{patient},{day},4.2,80\n"
        );
        assert_eq!(said_of(&text)[2..], expected, "{patient} {day}");
    }
}

#[test]
fn blank_counts_and_titles_of_an_analyzer() {
    let head = "Sample ID,Mode,WBC,Neu#,Neu%,HGB,PLT,Note";
    let rows = "0001,WB-CBC,12.1,9.01,74.5,95,88,\nBackground,,0.0,0.0,,0,1,\n";
    let units = "Unit,,10^9/L,10^9/L,%,g/L,10^9/L,\n";
    let ranges = "Ref. range,,4.00-10.00,2.00-7.00,50.0-70.0,110-160,100-300,\n";
    let judged = [
        "wbc H usable -",
        "hemoglobin L usable -",
        "platelets L usable -",
        "wbc - - quality-control",
        "hemoglobin - - quality-control",
        "platelets - - quality-control",
    ];
    for head_rows in [format!("{units}{ranges}"), format!("{ranges}{units}")] {
        assert_eq!(said_of(&format!("{head}\n{head_rows}{rows}")), judged);
    }
    // A result of the first patient is no row of limits.
    let text = format!("{head}\n{units}0001,WB-CBC,4.00-10.00,2.00-7.00,,110-160,100-300,\n{rows}");
    assert_eq!(said_of(&text).len(), 9);
}

#[test]
fn m_alone_beside_hombre_and_mujer_is_nobody_s() {
    let open = "hemoglobin N caution interval-unreadable";
    for (header, man, woman, limits, of_man, of_woman) in [
        ("Sexo", "Hombre", "Mujer", "M: 12-16", open, open),
        ("Sexo", "H", "M", "M: 12-16", open, open),
        // One word of another language among English ones.
        (
            "Sexo",
            "M",
            "Mujer",
            "M: 12-16",
            "hemoglobin N usable -",
            open,
        ),
        ("Sexo", "Homem", "Mulher", "M: 12-16", open, open),
        (
            "Sexo",
            "Masculino",
            "Femenino",
            "M: 12-16",
            "hemoglobin N usable -",
            open,
        ),
        ("Sex", "M", "F", "M: 12-16", "hemoglobin N usable -", open),
        (
            "Sexo",
            "Hombre",
            "Mujer",
            "M: 13-16 F: 12-15",
            "hemoglobin N usable -",
            "hemoglobin N usable -",
        ),
    ] {
        let head = format!("Paciente,{header},Edad,Prueba,Resultado,Unidad,Valores de referencia");
        let row = |sex: &str| format!("1,{sex},44,Hemoglobina,14.2,g/dL,{limits}");
        let text = format!(
            "{head}\n{}\n{}\n",
            row(man),
            row(woman).replacen('1', "2", 1)
        );
        assert_eq!(said_of(&text), [of_man, of_woman], "{man} {limits}");
    }
}

#[test]
fn cholesterol_that_nobody_has() {
    check(
        "sex,age,test,value,unit",
        &[
            (
                "M,44,LDL,4.9,mg/dL",
                "cholesterol_ldl - indeterminate implausible-value",
            ),
            (
                "M,44,LDL,0.127,mmol/L",
                "cholesterol_ldl - indeterminate implausible-value",
            ),
            // Under an inhibitor of PCSK9.
            (
                "M,44,LDL,0.2,mmol/L",
                "cholesterol_ldl N usable decision-limit method-dependent",
            ),
            (
                "M,44,LDL,8,mg/dL",
                "cholesterol_ldl N usable decision-limit method-dependent",
            ),
            (
                "M,44,LDL,15,mg/dL",
                "cholesterol_ldl N usable decision-limit method-dependent",
            ),
        ],
    );
}

#[test]
fn verdicts_under_headers_of_anything() {
    let row = |header: &str, cell: &str, beside: &str| {
        format!(
            "sex,age,test,value,unit,{header}\nF,44,Potassium,4.1,mmol/L,{cell}\nF,44,Sodium,140,mmol/L,{beside}\n"
        )
    };
    let plain = "potassium N usable -";
    let other = "potassium N usable flag-disagrees";
    let critical = "potassium N usable flag-disagrees critical-by-laboratory";
    for (header, cell, beside, expected) in [
        ("In Range", "Above Range", "In Range", other),
        ("In Range?", "no", "yes", other),
        ("In Range", "yes", "no", plain),
        ("In Range", "FALSE", "TRUE", other),
        ("is_in_range", "0", "1", other),
        ("is_out_of_range", "yes", "no", other),
        ("is_out_of_range", "no", "yes", plain),
        ("outOfRangeType", "high", "", other),
        ("Rating", "Low", "Normal", other),
        ("Verdict", "Out of range", "In range", other),
        ("Severity", "Critical", "Normal", critical),
        ("Zone", "High", "Normal", other),
        ("Risk Level", "High", "Normal", other),
        ("Color", "", "", plain),
    ] {
        assert_eq!(
            said_of(&row(header, cell, beside))[0],
            expected,
            "{header}: {cell}"
        );
    }
    // Of a disease, a person, or in words that are no flags: not read; where it may be of a result, told.
    for (header, cell, beside, is_told) in [
        ("severity", "mild", "moderate", false),
        ("severity", "Critical", "mild", true),
        ("severity", "Critical", "", true),
        ("Risk", "High", "Low", true),
        ("Rating", "5", "4", true),
        ("Verdict", "guilty", "", true),
        ("Grade", "1", "2", false),
        ("Color", "yellow", "red", false),
        ("Zone", "A", "B", false),
    ] {
        let text = row(header, cell, beside);
        assert_eq!(said_of(&text)[0], plain, "{header}: {cell}");
        let told = told_of(&text).contains(&format!("\"{header}\""));
        assert_eq!(told, is_told, "{header}: {cell}: {}", told_of(&text));
    }
}

#[test]
fn suspicions_of_an_analyzer_in_columns() {
    let head = "Sample No.,Patient ID,Sex,Age,HGB(g/dL),PLT(10^3/uL),IP SUS(RBC)Turbidity/HGB Interf?,IP SUS(PLT)PLT Clumps?,IP ABN(RBC)Anemia";
    for (cells, hemoglobin, platelets) in [
        (",,", "hemoglobin N usable -", "platelets N usable -"),
        ("0,0,0", "hemoglobin N usable -", "platelets N usable -"),
        (",,1", "hemoglobin N usable -", "platelets N usable -"),
        (
            "0,1,0",
            "hemoglobin N usable -",
            "platelets N indeterminate sample-spoiled comment-disowns",
        ),
        (
            "1,0,0",
            "hemoglobin N caution lipemia-effect-unknown",
            "platelets N caution lipemia-effect-unknown",
        ),
    ] {
        let text = format!("{head}\n1,P1,F,44,13.1,210,{cells}\n2,P2,F,44,13.1,210,,,\n");
        let said = said_of(&text);
        assert_eq!(said[..2], [hemoglobin, platelets], "{cells}");
        assert_eq!(
            said[2..],
            ["hemoglobin N usable -", "platelets N usable -"],
            "{cells}"
        );
        assert!(!told_of(&text).contains("IP SUS"), "{}", told_of(&text));
    }
}

#[test]
fn blood_of_a_gas_analyzer_is_whole_blood() {
    let whole = "potassium - usable no-interval hemolysis-not-visible";
    let serum = "potassium N usable -";
    for (kind, beside, expected) in [
        ("Venous", "Mixed venous", whole),
        ("Venous", "Arterial", whole),
        ("Capillary", "QC", whole),
        ("Serum", "Venous", serum),
    ] {
        let text = format!(
            "Sample #,Patient ID,Sex,Age,Type,pH,pCO2 (mmHg),K+ (mmol/L)\n101,P1,F,44,{kind},7.33,48,4.1\n102,P2,F,44,{beside},7.34,45,4.0\n"
        );
        assert_eq!(said_of(&text)[0], expected, "{kind} {beside}");
    }
    // No gas, or nothing said of blood.
    for head in ["Type,CO2 (mmol/L),Note", "Mode,pH,pCO2 (mmHg)"] {
        let text = format!(
            "Sample #,Patient ID,Sex,Age,{head},K+ (mmol/L),Na+ (mmol/L)\n101,P1,F,44,Venous,24,48,4.1,140\n"
        );
        let said = said_of(&text);
        assert!(said.contains(&serum.to_string()), "{head}: {said:?}");
    }
}

#[test]
fn dilutions_and_pairs_of_limits_are_told() {
    let long = |header: &str, one: &str, other: &str| {
        format!(
            "sample,test,result,unit,{header},low,high\nA1,Ferritin,210,ng/mL,{one},30,400\nA1,Prolactin,18,ng/mL,{other},4,23\n"
        )
    };
    for (header, one, other, is_told) in [
        ("dilution_factor", "10", "1", true),
        ("Dilution", "1:100", "", true),
        ("DF", "x5", "x1", true),
        ("Dil.", "2", "1", true),
        ("Auto dilution", "1", "1/4", true),
        ("dilution_factor", "1", "1", false),
        ("Dilution", "", "none", false),
        ("diluent", "10", "20", false),
    ] {
        let told = told_of(&long(header, one, other));
        assert_eq!(
            told.contains("columns of dilutions"),
            is_told,
            "{header}: {told}"
        );
    }
    for (low, high, is_told) in [
        ("optimal_low", "optimal_high", true),
        ("optimal_low", "optimal", false),
        ("age_min", "age_max", false),
        ("dose_min", "dose_max", false),
    ] {
        let told = told_of(&long(&format!("{low},{high}"), "50,150", "5,15"));
        let both = [low, high]
            .iter()
            .all(|header| told.contains(&format!("\"{header}\"")));
        assert_eq!(both, is_told, "{low}: {told}");
    }
}

#[test]
fn limits_of_a_group_are_nobody_else_s_beside_columns_that_are_not_read() {
    for label in ["0-1 y", ">60 y", "18-25", "Women"] {
        let text = format!(
            "Patient,Sex,Age,Creatinine (umol/L),Potassium (mmol/L),BMI\n{label},,,40-200,2.8-6.2,18-25\nP1,F,50,150,6.0,22\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).rows();
        let of_person: Vec<&str> = (rows.iter().filter(|row| row["patient"] == "P1"))
            .map(|row| row["range_source"].as_str())
            .collect();
        assert_eq!(of_person, ["us", "us"], "{label}");
    }
}
