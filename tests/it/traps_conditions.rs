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
        ("Interference", "3|yes|Y|true", DOUBT),
        ("HIL flag", "Y|yes", DOUBT),
        // Lights of a verdict.
        ("Sample quality", "amber|Orange|red", DOUBT),
        ("Sample integrity", "amber|red", DOUBT),
        // Nothing against the sample, a number of anything, a code of this laboratory.
        (
            "Sample quality",
            "OK|good|3|A|XYZ|n/a|red top|yellow|high|green|Grün",
            "usable|",
        ),
        ("Sample integrity", "green|yes", "usable|"),
        ("Interference", "no|N|false|0|none", "usable|"),
        ("HIL flag", "N|no", "usable|"),
        (
            "Serum indices",
            "0|000|none|OK|H0 I0 L0|H-0 I-0 L-0|L-N I-N H-N|H-|H<10 I<2 L<5|<10|0-10",
            "usable|",
        ),
        // A dash between an index and its grade.
        (
            "Serum indices",
            "H-3|L-N I-N H-3|L-0;I-0;H-3|H - 3",
            "caution|hemolysis-index-without-unit",
        ),
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
fn a_yellow_light_warns_beside_green_ones() {
    let rows = |cells: &str| {
        let row = |(at, cell)| format!("S{at},P{at},Potassium,4.2,mmol/L,3.5-5.1,{cell}\n");
        let rows: String = cells.split('|').enumerate().map(row).collect();
        let text = format!("Sample,Patient,Test,Result,Unit,Ref,Sample quality\n{rows}");
        said(&text, &["usability"]).join(" ")
    };
    assert_eq!(
        rows("green|yellow|red|green"),
        "usable caution caution usable"
    );
    assert_eq!(rows("yellow|straw|red"), "usable usable caution");
}

#[test]
fn headers_of_the_north_and_of_how_serum_looks() {
    const RAISED: &str = "indeterminate|hemolysis-raises masked-low-possible";
    for (header, cells, expected) in [
        ("Hemolyysi", "+|kyllä|lievä|1", RAISED),
        ("Hemolyysi", "ei|-|0", "usable|"),
        ("Hemolys", "lätt|ja", RAISED),
        ("Hemolys", "nej|ingen|0", "usable|"),
        (
            "fHb (g/L)",
            "12",
            "unusable|hemolysis-gross in-vivo-hemolysis-possible",
        ),
        ("fHb (g/L)", "0.1", "usable|"),
        ("Aussehen", "rötlich", RAISED),
        ("Aussehen", "klar|gelb", "usable|"),
        // Which tube it was drawn into.
        ("Specimen", "Serum rot|Serum red", "usable|"),
    ] {
        for cell in cells.split('|') {
            assert_eq!(with(header, cell), expected, "{header}: {cell}");
        }
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
            "sample pink|pink specimen|Serum rötlich verfärbt|Sérum rosé|siero rossastro|suero rojizo|soro avermelhado|haemoglobin present in serum|\
             Serum rot|Probe rötlich|röd serum|rødt serum|roze serum|serum slightly red|serum pinkish|pink sample received",
            RAISED,
        ),
        (
            "serum clear|red top|rosacea|no pink specimen|haemoglobin 140 g/L|rote Backen|red serum tube|Serum rot Röhrchen|serum red cell folate|\
             pink sample tube|pink specimen bag|pink samples for transfusion|sample pink top",
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
        ("Sample quality,pink", "caution|sample-doubtful"),
        ("Sample quality,gross", "caution|sample-doubtful"),
        ("Sample quality,amber", "caution|sample-doubtful"),
        ("LIH,003", "caution|sample-doubtful"),
        ("Serum indices,3", "caution|sample-doubtful"),
        ("HIL,300", "caution|sample-doubtful"),
        ("LIH,H-3", "caution|hemolysis-index-without-unit"),
        // Short names that nothing settles: perhaps the index.
        ("HI,350", "caution|sample-doubtful"),
        ("IH,350", "caution|sample-doubtful"),
        ("H,2+", "indeterminate|hemolysis-raises masked-low-possible"),
        ("HI,0", "usable|"),
        ("HI,3.5", "usable|"),
        ("HEM,42", "usable|"),
        ("Interference,yes", "caution|sample-doubtful"),
        ("LIH,000", "usable|"),
        ("LIH,0/0/0", "usable|"),
        ("Serum indices,0", "usable|"),
        ("HIL,done", "usable|"),
        ("Interference,no", "usable|"),
        ("Sample quality,green", "usable|"),
        ("Sample quality,yellow", "usable|"),
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
    let free = "Sample,Patient,Test,Result,Unit,Ref\nS1,P1,Potassium,4.2,mmol/L,3.5-5.1\nS1,P1,fHb,1.2,g/L,\n";
    assert_eq!(
        said(free, &["usability", "notices"])[0],
        "indeterminate|hemolysis-raises masked-low-possible"
    );
}

#[test]
fn indices_in_short_settle_each_other() {
    const UNKNOWN: &str = "caution|hemolysis-index-without-unit";
    for (rows, expected) in [
        ("HI,350,;II,0,;LI,0,", UNKNOWN),
        ("HI,350,;II,0,", UNKNOWN),
        ("IH,350,;II,0,;IL,0,", UNKNOWN),
        ("IH,350,;II,0,", UNKNOWN),
        ("I_H,350,;I_I,0,;I_L,0,", UNKNOWN),
        ("HEM2,350,;ICT2,0,", UNKNOWN),
        ("IH,0,;II,0,;IL,0,", "usable|"),
        // Inside its limits; with what else the row says.
        ("IH,12,0-50;II,0,;IL,0,", "usable|"),
    ] {
        let lines: Vec<String> = rows
            .split(';')
            .map(|row| row.rsplit_once(',').expect("a row"))
            .map(|(row, limits)| format!("S1,P1,{row},,{limits}\n"))
            .collect();
        let text = format!(
            "Sample,Patient,Test,Result,Unit,Ref\nS1,P1,Potassium,4.2,mmol/L,3.5-5.1\n{}",
            lines.concat()
        );
        assert_eq!(
            said(&text, &["usability", "notices"])[0],
            expected,
            "{rows}"
        );
    }
    // Columns of them.
    for (header, cells, expected) in [
        ("IH,II,IL", "350,0,0", UNKNOWN),
        ("IH,II", "350,0", UNKNOWN),
        ("HI,II,LI", "350,0,0", UNKNOWN),
        ("IH,II,IL", "0,0,0", "usable|"),
    ] {
        let text = format!(
            "Sample,Patient,Test,Result,Unit,Ref,{header}\nS1,P1,Potassium,4.2,mmol/L,3.5-5.1,{cells}\n"
        );
        assert_eq!(
            said(&text, &["usability", "notices"])[0],
            expected,
            "{header}"
        );
    }
}
