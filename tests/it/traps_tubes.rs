//! How a tube looked, by what and from where it was measured, and which tubes are nobody's; each beside its look-alikes.

use crate::run::{Run, file};
use crate::traps::said_of;

const CONTROL: &str = "potassium - - quality-control";
const USABLE: &str = "potassium N usable -";

/// What is said of a potassium of 4.1 mmol/L of nobody told, with one more column.
#[track_caller]
fn of_tube(column: &str, cell: &str) -> String {
    let text = format!(
        "sample,test,result,unit,low,high,{column}\nA7,Potassium,4.1,mmol/L,3.5,5.1,{cell}\n"
    );
    said_of(&text).remove(0)
}

#[test]
fn tubes_of_nobody() {
    for (sample, expected) in [
        ("QC2-1120", CONTROL),
        ("CTRL1", CONTROL),
        ("CAL1", CONTROL),
        ("NEQAS 455", CONTROL),
        ("Standard 1", CONTROL),
        ("C.f.a.s.", CONTROL),
        ("CAL10023", USABLE),
        ("STD2024-01", USABLE),
    ] {
        let row = "Potassium,4.1,mmol/L,3.5,5.1";
        let text = format!("Sample ID,Test,Result,Unit,Low,High\n{sample},{row}\n");
        assert_eq!(said_of(&text), [expected], "{sample}");
        // On one thread or by memory of other rows: the same.
        let text = format!(
            "Sample ID,Test,Result,Unit,Low,High\nA1,{row}\nA2,{row}\n{sample},{row}\nA3,{row}\n"
        );
        assert_eq!(said_of(&text)[2], expected, "{sample}");
    }
    for (column, cell, expected) in [
        ("Order Type", "Control", CONTROL),
        ("Result Type", "Control", CONTROL),
        ("Assay Type", "Control", CONTROL),
        ("Assay Type", "Standard", USABLE),
        ("Order Type", "Standard", USABLE),
        ("Order Type", "Control visit", USABLE),
        ("Result Type", "Final", USABLE),
    ] {
        assert_eq!(of_tube(column, cell), expected, "{column}: {cell}");
    }
    for cell in ["Blank", "Std 1", "EQA", "Pool", "Cal 2"] {
        let said = of_tube("Sample Type", cell);
        assert!(said.ends_with("quality-control"), "{cell}: {said}");
    }
    assert_eq!(
        of_tube("Sample Type", "Standard"),
        "potassium N caution specimen-unknown"
    );
}

const RED: &str = "potassium N indeterminate hemolysis-raises masked-low-possible";
const DOUBTFUL: &str = "potassium N caution sample-doubtful";
const DILUTED: &str = "potassium N indeterminate iv-fluid-possible";

#[test]
fn how_a_sample_looks() {
    for column in [
        "Sample appearance",
        "Serum Appearance",
        "Appearance",
        "Specimen Condition",
        "Serum color",
        "Plasma colour",
        "Condition on receipt",
    ] {
        for (cell, expected) in [
            ("Cherry red", RED),
            ("Red", RED),
            ("pink tinged", RED),
            ("Rötlich", RED),
            ("Brown", DOUBTFUL),
            ("Green", DOUBTFUL),
            ("Warm", DOUBTFUL),
            ("Clear", USABLE),
            ("Yellow", USABLE),
            ("Straw", USABLE),
            ("Normal", USABLE),
            ("Good", USABLE),
            ("", USABLE),
        ] {
            assert_eq!(of_tube(column, cell), expected, "{column}: {cell}");
        }
    }
    assert_eq!(
        of_tube("Serum color", "Milky"),
        of_tube("Appearance", "Milky")
    );
    let text = "id,Potassium (mmol/L),Sodium (mmol/L),Color,Appearance,Specific gravity\n1,4.1,140,Red,Red,1.020\n";
    let said = said_of(text);
    assert!(
        !said.iter().any(|said| said.contains("hemolysis")),
        "{said:?}"
    );
    // Lights, caps of tubes, and codes.
    for (column, cell) in [
        ("Quality", "Green"),
        ("Sample Quality", "Red"),
        ("Priority", "Red"),
        ("Specimen color", "Red"),
        ("Tube color", "Red"),
        ("Container", "Red"),
        ("Specimen", "RED"),
        ("Triage", "Red"),
    ] {
        let said = of_tube(column, cell);
        assert!(!said.contains("hemolysis"), "{column}: {cell}: {said}");
    }
}

#[test]
fn how_a_sample_looks_in_a_row_of_its_own() {
    for (row, expected) in [
        ("Serum Appearance,Red", RED),
        ("Serum color,Pink", RED),
        ("Specimen condition,Cherry red", RED),
        ("Serum Appearance,Green", DOUBTFUL),
        ("Serum Appearance,Clear", USABLE),
        ("Color,Red", USABLE),
        ("Appearance,Red", USABLE),
        ("UA Color,Red", USABLE),
        ("Urine appearance,Red", USABLE),
        ("Urine color,Brown", USABLE),
    ] {
        let text = format!(
            "sample,test,result,unit,low,high\nS1,Potassium,4.1,mmol/L,3.5,5.1\nS1,{row},,,\n"
        );
        assert_eq!(said_of(&text)[0], expected, "{row}");
    }
    let text = "sample,specimen,test,result,unit,low,high\nS1,Serum,Potassium,4.1,mmol/L,3.5,5.1\nS1,Urine,Sample Appearance,Red,,,\n";
    assert_eq!(said_of(text)[0], USABLE);
}

#[test]
fn what_a_column_of_any_header_says_of_the_tube() {
    for column in [
        "QUALIFIER",
        "MISC",
        "warning",
        "error_msg",
        "Instrument Message",
    ] {
        for (cell, expected) in [
            ("HEMOL", RED),
            ("Drawn above IV", DILUTED),
            ("FIN", USABLE),
            ("No clot in sample", USABLE),
        ] {
            assert_eq!(of_tube(column, cell), expected, "{column}: {cell}");
        }
        // A short sample makes no result of serum doubtful, as in a comment.
        let said = of_tube(column, "Sample clot detected");
        assert_ne!(said, USABLE, "{column}");
    }
    // Tests, and what is wrong with a patient.
    for (column, cell) in [
        ("Abbrev", "HEMOL\nA8,Potassium,4.1,mmol/L,3.5,5.1,K"),
        ("Diagnosis", "Short sample of bone"),
        ("Handling instructions", "Reject clotted sample"),
        ("Ward", "Short stay"),
    ] {
        assert_eq!(of_tube(column, cell), USABLE, "{column}: {cell}");
    }
}

/// The specimen that is read, and what is said, of a potassium beside one more column.
#[track_caller]
fn specimen_of(columns: &str, cells: &str) -> String {
    let text = format!(
        "sample,test,result,unit,low,high,{columns}\nA7,Potassium,4.1,mmol/L,3.5,5.1,{cells}\n"
    );
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).rows()[0]["specimen"].clone()
}

#[test]
fn what_measured_it_and_how_it_was_drawn() {
    for (column, cell, expected) in [
        ("Instrument", "i-STAT", "whole-blood"),
        ("Analyzer", "ABL90 FLEX", "whole-blood"),
        ("Performed On", "GEM Premier 5000", "whole-blood"),
        ("Source_System", "epoc", "whole-blood"),
        ("Instrument", "cobas 8000", "serum"),
        ("Device", "Architect ci4100", "serum"),
        // Serum may be spun from a drop.
        ("Collection Method", "Heel stick", "serum"),
        ("Draw Method", "Capillary", "serum"),
        ("specimen,Instrument", "Blood,i-STAT", "whole-blood"),
        ("Collection Method", "Venipuncture", "serum"),
        ("Collection Method", "Arterial line", "serum"),
        ("Collection Method", "Butterfly", "serum"),
        ("Draw site", "Right AC", "serum"),
        ("specimen,Instrument", "Serum,i-STAT", "serum"),
    ] {
        assert_eq!(specimen_of(column, cell), expected, "{column}: {cell}");
    }
    assert_eq!(
        of_tube("Instrument", "i-STAT"),
        of_tube("specimen", "i-STAT")
    );
    for column in ["Draw site", "Collection Site", "Collection Method"] {
        assert_eq!(of_tube(column, "Left arm above IV"), DILUTED, "{column}");
        assert_eq!(of_tube(column, "same arm as infusion"), DILUTED, "{column}");
        assert_eq!(of_tube(column, "IV line"), DOUBTFUL, "{column}");
        assert_eq!(of_tube(column, "Left arm"), USABLE, "{column}");
    }
    // Each row by its own device, however many rows are known already.
    let row = |sample: &str, device: &str| {
        format!("{sample},2026-10-12 07:10,Potassium,4.1,mmol/L,3.5,5.1,{device}\n")
    };
    let rows: String = (0..40)
        .map(|at| {
            row(
                &format!("A{at}"),
                if at % 3 == 0 { "epoc" } else { "Vitros" },
            )
        })
        .collect();
    let (_folder, path) = file(
        "labs.csv",
        format!("sample,collected,test,result,unit,low,high,Instrument\n{rows}"),
    );
    for (at, row) in Run::check(&path).rows().iter().enumerate() {
        let expected = if at % 3 == 0 { "whole-blood" } else { "serum" };
        assert_eq!(row["specimen"], expected, "{at}");
    }
    let text = "sample,test,result,unit,low,high\n1,Glucose Meter,90,mg/dL,70,115\n2,Accu-Chek Glucose,90,mg/dL,70,115\n";
    let (_folder, path) = file("labs.csv", text);
    for row in Run::check(&path).rows() {
        assert_eq!(row["analyte"], "glucose");
        assert_eq!(row["specimen"], "whole-blood");
    }
}

#[test]
fn more_headers_of_hemolysis() {
    const INDEX: &str = "potassium N caution hemolysis-index-without-unit";
    for (column, cell, expected) in [
        ("Hemolysis (0-4)", "0", USABLE),
        (
            "Hemolysis (0=none 1=slight 2=moderate 3=gross)",
            "0",
            USABLE,
        ),
        ("HEMOLYSIS_YN", "Y", RED),
        ("HEMOLYSIS_YN", "N", USABLE),
        ("Hemolysis detected", "Yes", RED),
        ("Hemolysis detected", "No", USABLE),
        ("Hemolysis interference", "Yes", RED),
        ("S-Index H", "300", INDEX),
        ("Hb index", "300", INDEX),
        ("Free Hb (g/L)", "2.0", RED),
        ("Plasma Hb (mg/dL)", "200", RED),
        ("Free Hb (g/L)", "0.0", USABLE),
    ] {
        assert_eq!(of_tube(column, cell), expected, "{column}: {cell}");
    }
    for column in [
        "Hemolysis (0-4)",
        "Hemolysis (0=none 1=slight 2=moderate 3=gross)",
    ] {
        assert_ne!(of_tube(column, "3"), USABLE, "{column}");
    }
}
