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
        "Reg No,Sample No",
        "File No,Sample No",
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
        let same = text("S1,501,2026-05-18 08:28", "S1,502,2026-05-18 08:28");
        assert_eq!(first(&same), REACHED, "{same}");
        let another = text("S1,501,2026-05-18 08:28", "S2,501,2026-05-18 18:28");
        assert_eq!(first(&another), "usable ", "{another}");
    }
    // An order alone tells it.
    let text = "Patient ID,Order Number,Age,Test,Result,Unit\nP1,501,50,Potassium,4.1,mmol/L\nP1,501,50,Hemolysis Index,120,mg/dL\n";
    assert_eq!(first(text), REACHED);
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
