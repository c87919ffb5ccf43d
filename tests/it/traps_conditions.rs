//! A condition of the sample that is told in a file of two or three rows, where nothing is an exception.

use crate::run::{Run, file, said};

/// Usability and notices of a potassium with this cell in a column.
#[track_caller]
fn with(header: &str, cell: &str) -> String {
    let text = format!(
        "Sample,Patient,Test,Result,Unit,Ref,{header}\nS1,P1,Potassium,4.2,mmol/L,3.5-5.1,{cell}\nS2,P2,Potassium,4.2,mmol/L,3.5-5.1,\n"
    );
    said(&text, &["usability", "notices"])[0].clone()
}

#[test]
fn a_condition_that_is_told_in_one_word() {
    const DOUBT: &str = "caution|sample-doubtful";
    for (header, cells, expected) in [
        (
            "Sample quality",
            "gross|Slight|marked|moderate|pink|red|brown|rötlich",
            DOUBT,
        ),
        ("Quality", "gross|pink", DOUBT),
        ("Serum indices", "3|HHH|H|12", DOUBT),
        ("LIH", "3|HHH", DOUBT),
        ("Interference", "3", DOUBT),
        // Nothing against the sample, a number of anything, a code of this laboratory.
        (
            "Sample quality",
            "OK|good|3|A|XYZ|n/a|red top|yellow|high",
            "usable|",
        ),
        ("Serum indices", "0|000|none|OK|H0 I0 L0", "usable|"),
        ("Specimen status", "3|received|gross", "usable|"),
    ] {
        for cell in cells.split('|') {
            assert_eq!(with(header, cell), expected, "{header}: {cell}");
        }
    }
}

#[test]
fn a_column_of_colors_is_named_where_it_may_be_of_the_serum() {
    let named = |header: &str, cells: [&str; 2]| {
        let row = |cell| format!("S1,P1,Potassium,4.2,mmol/L,3.5-5.1,{cell},1.01\n");
        let header = format!("Sample,Patient,Test,Result,Unit,Ref,{header}\n");
        let (_folder, path) = file("labs.csv", [header, row(cells[0]), row(cells[1])].concat());
        Run::check(&path).ok().stderr.contains("column-unknown")
    };
    for (header, cells, expected) in [
        ("Color,X", ["red", "turbid"], true),
        ("Colour,X", ["straw", "pink"], true),
        ("Color,X", ["yellow", "clear"], false),
        // Of a verdict, of caps, and of urine.
        ("Color,X", ["red", "yellow"], false),
        ("Color,X", ["red", "lavender"], false),
        ("Color,Specific gravity", ["red", "turbid"], false),
    ] {
        assert_eq!(named(header, cells), expected, "{header}: {cells:?}");
    }
}

#[test]
fn another_fluid_that_is_told_beside_the_result() {
    for (cells, expected) in [
        (
            "dialysate|urine|Pleural fluid|CSF|Punktat|CSF sample|Liquor|LCR|Harn|virtsa|pleuravocht|PD fluid|this is urine",
            "caution|comment-disowns",
        ),
        // What is the matter with the patient, what he was given, when he was drawn.
        (
            "pleural effusion|ascites|random|fluids given|fluid restricted|dialysis patient|urine to follow|drain in place|\
             fluid overload|on dialysis|ascitic tap done|urine also sent|urine collected",
            "usable|",
        ),
    ] {
        for cell in cells.split('|') {
            assert_eq!(with("Comment", cell), expected, "{cell}");
        }
    }
    let text = "Patient,Date,Test,Result,Unit,Ref,Phase\nD1,2026-11-03,Potassium,5.0,mmol/L,3.5-5.1,pre-HD\n\
                D1,2026-11-03,Potassium,2.0,mmol/L,,dialysate\n";
    assert_eq!(
        said(text, &["flag", "notices"]),
        ["N|", "|specimen-not-serum"]
    );
    // Each cell for itself.
    let rows = |cells: &str| {
        let row = |cell| format!("D1,2026-11-03,Potassium,2.0,mmol/L,3.5-5.1,{cell}\n");
        let rows: String = cells.split('|').map(row).collect();
        let text = format!("Patient,Date,Test,Result,Unit,Ref,Phase\n{rows}");
        said(&text, &["notices"])
    };
    let (serum, other) = ("critical-limit", "specimen-not-serum");
    for (cells, expected) in [
        (
            "pre-HD|Dialysate|Urine collection",
            vec![serum, other, other],
        ),
        ("pre-HD|dialysate out|drain", vec![serum, other, serum]),
        ("pre-HD|dializado", vec![serum, other]),
        (
            "dialysate|fluid resuscitation|random",
            vec![other, serum, serum],
        ),
    ] {
        assert_eq!(rows(cells), expected, "{cells}");
    }
}

#[test]
fn grades_in_a_word_and_a_figure_and_ticks() {
    let row = |value: &str| {
        let text = format!(
            "Sample,Patient,Test,Result,Unit,Ref\nS1,P1,Potassium,4.1,mmol/L,3.5-5.1\nS1,P1,hemolysis_index,{value},,\n"
        );
        said(&text, &["usability", "notices"])[0].clone()
    };
    let wide = |value: &str| {
        let text = format!(
            "Patient,Collected,Potassium (mmol/L),Hemolyzed,Sex,Age\nP1,2026-11-03,4.1,{value},F,40\n"
        );
        said(&text, &["usability", "notices"])[0].clone()
    };
    const RAISED: &str = "indeterminate|hemolysis-raises masked-low-possible";
    for (value, expected) in [
        ("GROSS_4+", "unusable|hemolysis-gross"),
        ("3_MODERATE", RAISED),
        ("MODERATE_2+", RAISED),
        ("1+ slight", RAISED),
        ("1_NONE", "usable|"),
        ("NONE_0", "usable|"),
        ("2+ none", "caution|hemolysis-index-without-unit"),
        ("3_UNSEEN", "caution|hemolysis-index-without-unit"),
    ] {
        assert_eq!(row(value), expected, "{value}");
        if !value.contains("2+ none") && !value.contains("UNSEEN") {
            assert_eq!(with("hemolysis_grade", value), expected, "{value}");
        }
    }
    for value in ["Y", "x", "yes", "✓"] {
        assert_eq!(wide(value), RAISED, "{value}");
    }
    assert_eq!(wide("N"), "usable|");
}

#[test]
fn remarks_on_too_little_sample_and_on_its_color() {
    const RAISED: &str = "indeterminate|hemolysis-raises masked-low-possible";
    for (cells, expected) in [
        (
            "insufficient sample|QNS|zu wenig Material|muestra insuficiente|Prélèvement insuffisant|campione insufficiente",
            "caution|comment-disowns",
        ),
        (
            "insufficient for ammonia|zu wenig Material für Glukose|sufficient sample",
            "usable|",
        ),
        (
            "sample pink|pink specimen|Serum rötlich verfärbt|Sérum rosé|siero rossastro|suero rojizo|soro avermelhado|haemoglobin present in serum",
            RAISED,
        ),
        (
            "serum clear|red top|rosacea|no pink specimen|haemoglobin 140 g/L|rote Backen",
            "usable|",
        ),
    ] {
        for cell in cells.split('|') {
            assert_eq!(with("Comment", cell), expected, "{cell}");
        }
    }
}

#[test]
fn a_row_of_the_same_tube_that_says_how_it_is() {
    for (row, expected) in [
        ("Sample integrity,Fail", "caution|sample-doubtful"),
        ("Specimen quality,poor", "caution|sample-doubtful"),
        ("Lab note,H=3", "caution|hemolysis-index-without-unit"),
        ("Sample integrity,Pass", "usable|"),
        ("Lab note,H=0", "usable|"),
        ("Lab note,seen", "usable|"),
        // Of which tube of the order, is not told.
        ("Tube received,EDTA", "usable|"),
    ] {
        let text = format!(
            "Sample,Patient,Test,Result,Unit,Ref\nS1,P1,Potassium,4.2,mmol/L,3.5-5.1\nS1,P1,{row},,\n"
        );
        assert_eq!(said(&text, &["usability", "notices"])[0], expected, "{row}");
    }
}

/// A line that names nobody: which rows it means is not told, unless a mark tells it.
#[test]
fn lines_about_samples_that_no_row_owns() {
    let usable = |text: &str| {
        let rows = said(text, &["analyte", "usability"]);
        let of_results = rows
            .into_iter()
            .filter(|row| row.starts_with("potassium") || row.starts_with("sodium"));
        of_results.collect::<Vec<_>>().join(" ")
    };
    let header = "Patient,Test,Result,Unit,Ref,Collected\n";
    let p1 = "P1,Potassium,4.9,mmol/L,3.5-5.1,2026-11-03\n";
    let p2 = "P2,Sodium,141,mmol/L,135-145,2026-11-03\n";
    for (line, expected) in [
        (
            ",Sample haemolysed - interpret with care,,,,\n",
            "potassium|caution sodium|caution",
        ),
        (
            "Proben hämolytisch,,,,,\n",
            "potassium|caution sodium|caution",
        ),
        (
            ",No sample haemolysed,,,,\n",
            "potassium|usable sodium|usable",
        ),
        (
            ",Reject sample if haemolysed,,,,\n",
            "potassium|usable sodium|usable",
        ),
        (",Hemolysis index,,,,\n", "potassium|usable sodium|usable"),
        (",Biochemistry,,,,\n", "potassium|usable sodium|usable"),
    ] {
        assert_eq!(usable(&[header, p1, line, p2].concat()), expected, "{line}");
    }
    let marked = p1.replace("4.9", "4.9*");
    let text = [header, &marked, p2, "* haemolysed sample,,,,,\n"].concat();
    assert_eq!(usable(&text), "potassium|caution sodium|usable");
    let above = "\"All samples haemolysed grade 2\",,,\nTest,Result,Unit,Ref\nPotassium,4.9,mmol/L,3.5-5.1\n";
    assert_eq!(usable(above), "potassium|indeterminate");
}
