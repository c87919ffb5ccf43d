//! Which sample a row is of, where files tell it in other ways: what is said of a sample must reach its results, or they must
//! say that it did not.

use crate::run::{Run, file};

/// Usability and notices of the first result.
fn first(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    format!("{} {}", rows[0]["usability"], rows[0]["notices"])
}

const REACHED: &str = "indeterminate hemolysis-raises masked-low-possible";
const UNTOLD: &str = "caution sample-not-told";

#[test]
fn rows_that_name_nobody_may_be_of_the_spoiled_sample() {
    for other in [
        "Hemolysis Index,120,mg/dL,",
        "Sodium,140,mmol/L,grossly hemolyzed",
    ] {
        for (header, id) in [
            ("Patient ID,Collected", ",2026-05-18 08:28"),
            ("Collected", "2026-05-18 08:28"),
            ("Collected", "2026-05-18"),
        ] {
            let text = format!(
                "{header},Sex,Age,Test,Result,Unit,Comment\n{id},M,50,Potassium,4.1,mmol/L,\n{id},M,50,{other}\n"
            );
            assert_eq!(first(&text), UNTOLD, "{text}");
            let later = text
                .replacen("08:28", "09:28", 1)
                .replacen("05-18,", "05-19,", 1);
            assert_eq!(first(&later), "usable ", "{later}");
        }
    }
}

#[test]
fn headers_of_patients_and_samples() {
    for header in [
        "Numer pacjenta,Numer próbki",
        "Identifiant patient,N° de demande",
        "N. paziente,Campione",
        "Číslo pacienta,Vzorek",
        "登録番号,検体番号",
        "№ карты,Номер пробы",
        // One of them that nobody filled in.
        "MRN,Sample ID,Patient ID",
        "Hospital Number,Sample ID,patient",
    ] {
        let rest = ",".repeat(header.matches(',').count() - 1);
        let text = format!(
            "{header},Collected,Sex,Age,Test,Result,Unit\nP1,S1{rest},2026-05-18 08:28,M,50,Potassium,4.1,mmol/L\n\
             P1,S1{rest},2026-05-18 08:28,M,50,Hemolysis Index,120,mg/dL\n"
        );
        assert_eq!(first(&text), REACHED, "{text}");
        let (_folder, path) = file("labs.csv", &text);
        assert_eq!(Run::check(&path).rows()[0]["patient"], "P1", "{header}");
    }
}

#[test]
fn an_order_is_no_sample_where_a_sample_is_told() {
    for (sample, order) in [
        ("Sample", "Order Number"),
        ("Sample", "Order ID"),
        ("Sample", "Requisition"),
        ("Specimen", "Order Number"),
        ("Muestra", "Nº petición"),
        ("Probe", "Auftragsnummer"),
        ("Échantillon", "N° demande"),
        ("Vzorek", "Číslo žádanky"),
        ("Образец", "Номер заявки"),
        ("标本", "申请单号"),
        ("検体", "受付番号"),
    ] {
        let text = |one: &str, other: &str| {
            format!(
                "Patient ID,{sample},{order},Collected,Sex,Age,Test,Result,Unit\n\
                 P1,{one},M,50,Potassium,4.1,mmol/L\nP1,{other},M,50,Hemolysis Index,120,mg/dL\n"
            )
        };
        // One tube under two orders, and two tubes under one.
        let same = text(
            "S24-001,501,2026-05-18 08:28",
            "S24-001,502,2026-05-18 08:28",
        );
        assert_eq!(first(&same), REACHED, "{same}");
        let another = text(
            "S24-001,501,2026-05-18 08:28",
            "S24-002,501,2026-05-18 18:28",
        );
        assert_eq!(first(&another), "usable ", "{another}");
    }
    // An order alone tells it.
    let text = "Patient ID,Order Number,Age,Test,Result,Unit\nP1,501,50,Potassium,4.1,mmol/L\nP1,501,50,Hemolysis Index,120,mg/dL\n";
    assert_eq!(first(text), REACHED);
    // A number within the order is none of a tube.
    let text = "Order Number,Sample,Patient,Age,Test,Result,Unit\n1001,1,P1,50,Potassium,4.1,mmol/L\n1001,2,P1,50,Hemolysis index,120,mg/dL\n\
                1002,1,P1,50,Potassium,4.1,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let said: Vec<&str> = rows.iter().map(|row| row["usability"].as_str()).collect();
    assert_eq!(said, ["indeterminate", "", "usable"]);
    assert_eq!(rows[2]["notices"], "");
    assert_eq!(rows[2]["sample"], "1002");
}

#[test]
fn a_short_number_of_a_sample_that_joins_orders() {
    let rows = |sample: &str, rows: [[&str; 3]; 3]| {
        let lines =
            rows.map(|[number, order, rest]| format!("P1,{number},{order},2026-05-18 {rest}\n"));
        format!(
            "Patient ID,{sample},Collected,Sex,Age,Test,Result,Unit\n{}",
            lines.concat()
        )
    };
    const POTASSIUM: &str = "08:28,M,50,Potassium,4.1,mmol/L";
    const SODIUM: &str = "08:28,M,50,Sodium,140,mmol/L";
    const INDEX: &str = "08:28,M,50,Hemolysis Index,120,mg/dL";
    for (headers, number) in [
        ("Sample,Order ID", "S1"),
        ("Sample,Order ID", "1"),
        ("Specimen,Order Number", "T1"),
        ("Probe,Auftragsnummer", "12"),
        ("Sample,Accession", "S001"),
        ("Sample,Accession", "S1"),
        ("Sample,Lab number", "S001"),
    ] {
        let text = rows(
            headers,
            [
                [number, "88000", POTASSIUM],
                [number, "88000", SODIUM],
                [number, "88001", INDEX],
            ],
        );
        assert_eq!(first(&text), REACHED, "{text}");
        // At another time it is one within its order.
        let later = "18:28,M,50,Hemolysis Index,120,mg/dL";
        let text = rows(
            headers,
            [
                [number, "88000", POTASSIUM],
                [number, "88000", SODIUM],
                [number, "88001", later],
            ],
        );
        assert_eq!(first(&text), "usable ", "{text}");
    }
    // A number of a tube stays one.
    let text = rows(
        "Sample,Barcode",
        [
            ["S1", "88000", POTASSIUM],
            ["S1", "88000", SODIUM],
            ["S1", "88001", INDEX],
        ],
    );
    let (_folder, path) = file("labs.csv", &text);
    assert_eq!(Run::check(&path).rows()[0]["sample"], "88000");
}

#[test]
fn indices_in_a_file_of_their_own_that_names_no_patient() {
    let (_folder, labs) = file(
        "labs.csv",
        "Patient ID,Sample ID,Collected,Sex,Age,Test,Result,Unit\nP1,S1,2026-05-18 08:28,M,50,Potassium,4.1,mmol/L\n\
         P2,S2,2026-05-18 08:28,M,50,Potassium,4.1,mmol/L\n",
    );
    for indices in [
        "sample,Hemolysis Index (mg/dL),Icterus index (mg/dL)\nS1,120,3\n",
        "sample,test,result,unit\nS1,Hemolysis Index,120,mg/dL\n",
    ] {
        let (_folder, other) = file("indices.csv", indices);
        let other = other.to_str().expect("a path");
        let rows = Run::check(&labs).args([other]).rows();
        assert_eq!(rows[0]["notices"], "sample-not-told", "{indices}");
        assert_eq!(rows[1]["notices"], "", "{indices}");
    }
}

#[test]
fn a_line_below_a_table_says_nothing_of_its_columns() {
    for header in ["Specimen", "Amostra", "Проба", "标本"] {
        let text = format!(
            "Patient ID,{header},Collected,Sex,Age,Test,Result,Unit\nP1,S1,2026-05-18 08:28,M,50,Potassium,4.1,mmol/L\n\
             P1,S1,2026-05-18 08:28,M,50,Hemolysis Index,120,mg/dL\nSigned,Dr. Low\n"
        );
        assert_eq!(first(&text), REACHED, "{header}");
    }
}

#[test]
fn a_number_of_a_register_is_nobody_in_a_long_file() {
    for header in ["Reg. No.", "File No", "Registration Number"] {
        let text = format!(
            "{header},Patient,Test,Result,Unit,Low,High\n7,Anna,Potassium,6.9,mmol/L,3.5,5.1\n7,Goran,Potassium,4.3,mmol/L,3.5,5.1\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).rows();
        let whose: Vec<&str> = rows.iter().map(|row| row["patient"].as_str()).collect();
        assert_eq!(whose, ["Anna", "Goran"], "{header}");
    }
}

#[test]
fn urea_and_its_nitrogen_of_one_number_are_two_results() {
    let notices = |rows: [&str; 2]| {
        let [one, other] = rows.map(|row| format!("1,S1,F,50,{row}\n"));
        let text = format!("patient,sample,sex,age,test,result,unit\n{one}{other}");
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).rows();
        [rows[0]["notices"].clone(), rows[1]["notices"].clone()]
    };
    for (rows, expected) in [
        // One of the two names is wrong: 40 mg/dL is normal as urea, and twice too much as its nitrogen.
        (["Urea,40,mg/dL", "BUN,40,mg/dL"], "repeat-differs"),
        (["BUN,40,mg/dL", "Urea,40,mg/dL"], "repeat-differs"),
        // Moles are moles of either, and a name for the same is the same.
        (["Urea,6.7,mmol/L", "BUN,6.7,mmol/L"], ""),
        (["Urea nitrogen,14,mg/dL", "BUN,14,mg/dL"], ""),
        (["Urea,40,mg/dL", "Serum urea,40,mg/dL"], ""),
    ] {
        assert_eq!(notices(rows), [expected; 2], "{rows:?}");
    }
}

/// A row that asks what a column may ask, and answers yes.
#[test]
fn a_row_that_says_yes_to_a_fault() {
    for (name, answer, expected) in [
        ("Clotted", "yes", "indeterminate"),
        ("Clotted", "no", "usable"),
        ("Contaminated", "Y", "indeterminate"),
        ("Wrong patient", "yes", "unusable"),
        ("Wrong patient", "3", "usable"),
        ("Sample rejected", "ja", "indeterminate"),
        ("Drip arm", "yes", "indeterminate"),
        ("Fasting", "yes", "usable"),
        ("Clotted", "1", "indeterminate"),
        ("Clotted", "0", "usable"),
        ("Contaminated", "1", "indeterminate"),
        ("Wrong patient", "1", "unusable"),
        ("Rejected", "yes", "indeterminate"),
        ("Rejected", "1", "indeterminate"),
        ("Rejected", "no", "usable"),
        ("Sample OK", "no", "indeterminate"),
        ("Sample OK", "0", "indeterminate"),
        ("Sample OK", "yes", "usable"),
        ("Suitable for testing", "No", "indeterminate"),
        // No answer, and nothing that says that all is well.
        ("Clotted", "partially", "indeterminate"),
        ("Clotted", "?", "indeterminate"),
        ("Clotted", "no clot", "usable"),
        ("Rejected", "maybe", "indeterminate"),
        ("Rejected", "n/a", "usable"),
    ] {
        beside(name, answer, expected);
    }
}

/// Rows of a long file about how the sample is say what a column so called says.
#[test]
fn a_row_about_how_the_sample_is() {
    for (name, answer, expected) in [
        ("Serum appearance", "3+", "caution"),
        ("Serum appearance", "gross", "caution"),
        ("Serum appearance", "red", "caution"),
        ("Serum appearance", "clear", "usable"),
        ("Serum appearance", "yellow", "usable"),
        ("Sample condition", "poor", "caution"),
        ("Sample condition", "good", "usable"),
        ("Sample quality", "2+", "caution"),
        ("Sample quality", "H3 I0 L0", "caution"),
        ("Sample quality", "acceptable", "usable"),
        ("Serum quality", "poor", "caution"),
        ("Specimen integrity", "no", "caution"),
        ("Sample status", "rejected", "caution"),
        ("Sample status", "QNS", "caution"),
        ("Sample status", "received", "usable"),
        ("Sample status", "pending", "usable"),
        ("Sample status", "N/A", "usable"),
        ("Specimen adequacy", "inadequate", "caution"),
        ("Specimen adequacy", "adequate", "usable"),
        ("HIL", "2+", "caution"),
        ("HIL", "negative", "usable"),
        ("LIH", "yes", "caution"),
        // Of urine, or of anything.
        ("Appearance", "red", "usable"),
        ("Color", "red", "usable"),
    ] {
        beside(name, answer, expected);
    }
}

/// A row that denies it in one word denies it, in whatever language.
#[test]
fn a_row_that_denies_hemolysis() {
    for (name, answer, expected) in [
        ("Hemólisis", "ausente", "usable"),
        ("Hemólisis", "negativo", "usable"),
        ("Hemólisis", "no se observa", "usable"),
        ("Emolisi", "assente", "usable"),
        ("Hemoliza", "nie stwierdzono", "usable"),
        ("Гемолиз", "не обнаружен", "usable"),
        ("Гемолиз", "не выявлен", "usable"),
        ("Hämolyse", "unauffällig", "usable"),
        ("Hemólise", "não", "usable"),
        ("Hemólise", "presente", "caution"),
        ("Hemolysis", "not assessed", "caution"),
        ("Hemolysis", "Fail", "caution"),
    ] {
        beside(name, answer, expected);
    }
}

/// How far a potassium can be used beside a row about its sample; that of another sample can be in any case.
#[track_caller]
fn beside(name: &str, answer: &str, expected: &str) {
    let text = format!(
        "Patient,Sample,Test,Result,Unit\nP1,S1,Potassium,4.2,mmol/L\nP1,S1,{name},{answer},\nP2,S2,Potassium,4.2,mmol/L\n"
    );
    let said = crate::run::said(&text, &["usability"]);
    assert_eq!(
        (said[0].as_str(), said[2].as_str()),
        (expected, "usable"),
        "{name} {answer}"
    );
}
