//! What comments say of a sample by possibility, in short forms and in the notation of indices; each beside its look-alikes.

use crate::run::{Run, file};
use crate::traps_words::{DELAYED, DISOWNED, DOUBTFUL, FINE, HEMOLYZED, MIXED_UP, check, comments};

const INDEX: &str = "caution hemolysis-index-without-unit";

#[test]
fn what_may_be_is_said_of_this_sample() {
    comments(
        HEMOLYZED,
        &[
            "Result may be affected by haemolysis",
            "Results may be affected by hemolysis",
            "Hemolysis interference",
            "Possible hemolysis interference",
            "Hemolysis interference +",
            "Hemolysis interferes with potassium",
            "Potassium subject to hemolysis interference",
            "Hemolysis can increase potassium",
            "Hemolysis may falsely elevate result",
            "If clinically indicated please repeat, sample haemolysed",
            "Hemolysis may interfere with result",
        ],
    );
    comments(
        "caution lipemia-effect-unknown",
        &["Lipemia may affect result"],
    );
    comments(
        "caution icterus-effect-unknown",
        &["Icterus may affect result"],
    );
    comments(
        FINE,
        &[
            "Hemolyzed samples are rejected",
            "Hemolysed samples should not be used",
            "avoid hemolysis",
            "Hemolysis should be avoided",
            "reference range applies to unhemolyzed samples",
            "If hemolyzed, recollect",
            "Reject if hemolyzed",
            "If the sample is lipemic, icteric or hemolyzed it is rejected",
            "No hemolysis interference",
            "Hemolysis interference: none",
            "Tested for hemolysis interference",
            "Hemolysis interferes with this assay",
            "Hemolysis does not affect this result",
            "Not due to hemolysis",
            "Unaffected by hemolysis",
            "w/o hemolysis",
            "Neg. for hemolysis",
            "Zero hemolysis",
        ],
    );
}

#[test]
fn the_notation_of_indices_anywhere_in_a_comment() {
    comments(
        HEMOLYZED,
        &[
            "Verified. H3+ I0 L0",
            "HIL: 3+/0/0 called",
            "(H3+ I0 L0)",
            "H3+ I0 L0 *",
            "H3+ I0 L0 AB",
            "H:3+\u{a0}I:0 L:0",
            "H3+\nI0\nL0",
            "Serum indices H=3+ I=N L=N",
            "Index H: 3+",
            "HI 3+",
            "HI: 3+",
            "LIH: 0/0/3+",
        ],
    );
    comments(
        INDEX,
        &[
            "H,I,L = 3,0,0",
            "HI=150",
            "H.I. 200",
            "HEM:3 ICT:0 LIP:0",
            "H=200 I=0 L=0.",
        ],
    );
    comments("caution lipemia-effect-unknown", &["LIH 3+ N N"]);
    comments(
        FINE,
        &[
            "Verified. H0 I0 L0",
            "HIL: 0/0/0",
            "Serum indices: H N I N L N",
            "Ref L 135 H 145",
            "H 5.1 L 3.5",
            "Said hi 3 times",
            "HIL 12/10/2026",
            "Index case",
            "H. pylori 3+",
        ],
    );
    // What stands beside it counts too.
    comments(
        "indeterminate hemolysis-raises masked-low-possible sample-doubtful comment-disowns",
        &["H3+ I0 L0. Sample clotted"],
    );
}

#[test]
fn short_forms_and_other_languages() {
    comments(
        HEMOLYZED,
        &[
            "SL HEM",
            "Mod hem",
            "2+ HEM",
            "slt haem",
            "1+ HEM",
            "Sample haem",
            "HEMO",
            "Hemol.",
            "HEMOL+",
            "HML",
            "häm.",
            "Checked by AB, HEM",
            "Monster gehemolyseerd",
            "гемолиз",
            "标本溶血",
        ],
    );
    comments(
        "unusable hemolysis-gross",
        &[
            "gross hem",
            "Grossly haem",
            "Gross/hemolysis",
            "|Gross hemolysis|",
        ],
    );
    comments(
        "indeterminate hemolysis-raises masked-low-possible icterus-effect-unknown lipemia-effect-unknown",
        &["HIL positive", "HIL flagged"],
    );
    comments(
        FINE,
        &[
            "Refer to haem",
            "hem consult 2+",
            "seen in HEM clinic",
            "Hem/onc patient",
            "no hem",
            "без гемолиза",
            "未见溶血",
            "溶血性贫血",
            // As often as not the flag of a high result.
            "H flag",
        ],
    );
}

#[test]
fn free_hemoglobin_is_the_amount_itself() {
    comments(
        HEMOLYZED,
        &[
            "Free Hb 2 g/L",
            "cfHb 2.0 g/L",
            "Plasma hemoglobin 200 mg/dL",
        ],
    );
    comments("unusable hemolysis-gross", &["Free Hgb >100 mg/dL"]);
    comments(FINE, &["Free Hb <0.05 g/L", "Plasma hemoglobin requested"]);
}

#[test]
fn another_sample_and_another_tube() {
    comments(
        FINE,
        &[
            "Recollected due to hemolysis",
            "Repeat sample, first one hemolysed",
            "First sample hemolyzed",
            "1st specimen hemolyzed, 2nd OK",
            "Last sample hemolyzed",
            "Previous sample hemolyzed, redraw OK",
            "Original specimen hemolyzed, this is recollect",
            "Previous potassium 6.2 (hemolysed)",
            "Coag sample hemolyzed",
            "INR sample hemolysed",
            "EDTA sample hemolyzed",
            "blue top sample hemolyzed",
            "FBC: clotted. Please repeat.",
            "CBC specimen clotted, recollect",
            "Ammonia not done - hemolyzed",
            "verified by redraw",
            "Delta check failed, sample rechecked, result confirmed",
        ],
    );
    comments(
        HEMOLYZED,
        &[
            "Second sample hemolyzed",
            "First sample hemolyzed, repeat requested",
            "First sample hemolyzed, repeat also hemolyzed",
            "First and second sample hemolyzed",
            "Sample recollected but hemolyzed again",
            "Recollect due to hemolysis",
            // As often a request as a new sample.
            "Redraw due to hemolysis",
            "Potassium not done - hemolyzed",
            "Not entirely due to hemolysis",
            "Hemolysis + Icterus - Lipemia -",
            "Icterus: 0 Lipemia: 0 Hemolysis: 3",
            "Icterus negative hemolysis 3+",
        ],
    );
    comments("indeterminate comment-disowns", &["Delta check failed"]);
}

/// What is made of a potassium by a flag or a status beside it.
#[track_caller]
fn marks(expected: &str, rows: &[(&str, &str)]) {
    let row = |(flag, status): &(&str, &str)| {
        format!(r#"Serum,Potassium,4.1,mmol/L,3.5-5.1,"{flag}",{status},"#)
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|row| (row.as_str(), expected)).collect();
    check(&rows);
}

#[test]
fn flags_with_a_word_about_the_sample() {
    marks(
        HEMOLYZED,
        &[("HEMO", ""), ("N HEMO", ""), ("N~HEM", ""), ("A HEM", "")],
    );
    // The direction beside it still counts.
    marks(
        "indeterminate flag-disagrees hemolysis-raises masked-low-possible",
        &[("H HEM", ""), ("H-HEM", ""), ("L HEM", ""), ("Hem, H", "")],
    );
    marks(DOUBTFUL, &[("HIL", ""), ("CONTAM", "")]);
    marks(
        "caution comment-disowns",
        &[("SUSPECT", ""), ("INDET", ""), ("?", "")],
    );
    marks(FINE, &[("N", ""), ("delta", "")]);
    marks("usable flag-unknown", &[("See note", "")]);
    marks(
        "result-absent",
        &[
            ("", "Unsatisfactory"),
            ("", "unsatisfactory specimen"),
            ("", "Not reportable"),
        ],
    );
    marks("unusable result-absent", &[("", "QNS")]);
}

#[test]
fn the_laboratory_does_not_stand_by_the_number() {
    comments(
        DISOWNED,
        &[
            "Not reportable",
            "Rejected",
            "Cancelled",
            "Void",
            "voided",
            "Result withheld",
            "Results disregarded",
            "Error in result",
            "Aspiration error",
            "Air bubble",
        ],
    );
    comments(
        "caution comment-disowns",
        &[
            "Interpret results with caution",
            "Results should be interpreted with caution",
            "Use with caution",
            "à interpréter avec prudence",
            "Potassium may be falsely elevated",
            "may be falsely low",
            "Recommend recollection",
            "Recollection recommended",
            "Result to be confirmed on new sample",
            "Needs confirmation",
            "Please recheck",
            "Suggest repeat",
            "Questionable specimen integrity",
            "Validity questionable",
            "accuracy not guaranteed",
            "Paraprotein interference",
            "Monoclonal interference",
            "Cryoglobulins present",
            "Interference",
            "Interfering substance present",
            "Hook effect",
            "Prolonged venous stasis",
        ],
    );
    comments(
        "usable preliminary",
        &[
            "Result held",
            "On hold",
            "Held pending repeat",
            "Awaiting repeat",
        ],
    );
    comments(
        MIXED_UP,
        &[
            "Probe vertauscht",
            "erreur de patient",
            "Mis-ID",
            "Not my patient",
            "Details on form and tube differ",
        ],
    );
    comments(
        FINE,
        &[
            "Other tests cancelled",
            "Urine rejected",
            "Duplicate order cancelled",
            "Suggest repeat in 3 months",
            "Please recheck in 6 weeks",
            "To be confirmed with patient",
            "Diagnosis to be confirmed",
            "eGFR should be interpreted with caution in elderly",
            "Warfarin on hold",
            "Result confirmed",
            "No air bubbles",
            "No interference",
            "Interference checked: none",
            "Cryoglobulins not detected",
            "Hook effect excluded",
            // Of a blood count.
            "Cold agglutinins",
            "Platelet satellitism",
        ],
    );
}

#[test]
fn tubes_infusions_and_storage() {
    comments(
        DOUBTFUL,
        &[
            "Collected in citrate",
            "Received in citrate tube",
            "Blue top tube",
            "Citrated plasma",
            "Fluoride oxalate tube",
            "Grey top",
            "Wrong order of draw",
            "Taken after EDTA tube",
            "NaCl 0.9% running",
            "Drip in situ",
            "Sample appears diluted",
        ],
    );
    comments(
        "indeterminate iv-fluid-possible",
        &[
            "taken downstream of infusion",
            "Saline-diluted",
            "prélevé sur voie perfusée",
        ],
    );
    comments(
        DELAYED,
        &[
            "Refrigerated",
            "Stored at 4C",
            "Received after 48 hours",
            "Transit time >24h",
            "Prolonged contact with RBCs",
            "zu lange gestanden",
            "nicht abzentrifugiert",
        ],
    );
    comments(
        FINE,
        &[
            "Blue top tube also received",
            "Serum refrigerated",
            "Serum stored at 4C",
            "Aliquot frozen",
            "Transit time 2h",
            "Received after 1 hour",
            "Diluted 1:10",
            "Sample diluted 1:2 for analysis",
        ],
    );
    // The right tube for it.
    check(&[
        ("Plasma,Glucose,5.1,mmol/L,3.9-5.5,,final,Grey top", FINE),
        (
            "Citrated plasma,INR,1.0,,0.8-1.2,,final,Blue top tube",
            FINE,
        ),
    ]);
}

/// Usability and notices of a potassium with another row, or other columns, beside it.
#[track_caller]
fn potassium(header: &str, lines: &[&str], expected: &str) {
    let (_folder, path) = file("labs.csv", format!("{header}\n{}\n", lines.join("\n")));
    let rows = Run::check(&path).rows();
    assert_eq!(
        crate::traps_words::shown(&rows[0]),
        expected,
        "{header}\n{lines:?}"
    );
}

#[test]
fn rows_about_all_three_or_with_a_short_name() {
    const ROWS: &str = "patient,sample,sex,age,specimen,test,result,unit,range";
    const K: &str = "P,S,F,50,Serum,Potassium,4.1,mmol/L,3.5-5.1";
    for (rows, expected) in [
        (&["HIL,3+/0/0"][..], HEMOLYZED),
        (&["HIL,\"+++,-,-\""], HEMOLYZED),
        (&["LIH,-/-/+++"], HEMOLYZED),
        (&["Serum indices,2/0/0"], INDEX),
        (&["HIL,H2I0L0"], INDEX),
        (&["HIL,3-0-0"], INDEX),
        (&["HIL,0/0/0"], FINE),
        (&["HIL,see comment"], FINE),
        (&["HEM,Moderate"], HEMOLYZED),
        (&["HEM,3+"], HEMOLYZED),
        (&["HI,+++"], HEMOLYZED),
        (&["HEM,neg"], FINE),
        (&["HEM,200"], FINE),
        (&["HEM,200", "ICT,0", "TURB,0"], INDEX),
        (&["H,200", "I,0", "T,0"], INDEX),
        (&["H,200", "I,0", "L,0", "T,0"], INDEX),
        (&["Hemol,2+"], HEMOLYZED),
        (&["HEM FLAG,2+"], HEMOLYZED),
        (&["INDH,3+"], HEMOLYZED),
        (&["Free Hemoglobin,200,mg/dL"], HEMOLYZED),
        (&["Plasma Hemoglobin,200,mg/dL"], HEMOLYZED),
        (&["\"Hemoglobin, free\",200,mg/dL"], HEMOLYZED),
        (&["Plasma Hemoglobin,1,mg/dL"], FINE),
    ] {
        let rows: Vec<String> = rows
            .iter()
            .map(|row| {
                let unit = if row.ends_with("mg/dL") { "," } else { ",," };
                format!("P,S,F,50,Serum,{row}{unit}")
            })
            .collect();
        let lines: Vec<&str> = std::iter::once(K)
            .chain(rows.iter().map(String::as_str))
            .collect();
        potassium(ROWS, &lines, expected);
    }
}

#[test]
fn columns_about_the_sample() {
    const LIPEMIC: &str = "caution lipemia-effect-unknown";
    for (columns, cells, expected) in [
        ("Hemolysis,Icterus,Lipemia", "0,0,3+", LIPEMIC),
        (
            "Hemolysis,Icterus,Lipemia",
            "0,3+,0",
            "caution icterus-effect-unknown",
        ),
        ("Hemolysis,Icterus,Lipemia", "2+,0,0", HEMOLYZED),
        ("Hemolysis,Icterus,Lipemia", "none,none,none", FINE),
        (
            "H_index,I_index,L_index",
            "0,0,600",
            "caution lipemia-index-without-unit",
        ),
        ("HEM,ICT,LIP", "3+,0,0", HEMOLYZED),
        ("HEM,ICT,LIP", "0,0,3+", LIPEMIC),
        ("LIH", "-/-/+++", HEMOLYZED),
        ("HIL", "3+/0/0", HEMOLYZED),
        ("HIL", "-/-/+++", LIPEMIC),
        ("Condition", "Hemolyzed", HEMOLYZED),
        ("Condition", "HEM", HEMOLYZED),
        ("Condition", "fasting", FINE),
        // A disease as well.
        ("Condition", "Hemolysis", FINE),
        ("Specimen condition", "H", HEMOLYZED),
        ("Specimen condition", "OK", FINE),
        ("Alarm", "HEM", HEMOLYZED),
        ("Alarms", ">H", DOUBTFUL),
        ("Alarm", "", FINE),
        ("Indices", "H3+", HEMOLYZED),
        // High quality, the flag of a high result.
        ("Sample quality", "H", FINE),
        ("Instrument flags", "H", FINE),
    ] {
        potassium(
            &format!("patient,sample,collected,sex,age,test,result,unit,range,{columns}"),
            &[&format!(
                "P,S,2026-10-12 07:10,F,50,Potassium,4.1,mmol/L,3.5-5.1,{cells}"
            )],
            expected,
        );
    }
    for (column, cell) in [("LIH", "-/-/+++"), ("Flags", "HEMO"), ("Indices", "H3+")] {
        potassium(
            &format!("patient,sample,sex,age,Potassium (mmol/L),Sodium (mmol/L),{column}"),
            &[&format!("P,S,F,50,4.1,140,{cell}")],
            HEMOLYZED,
        );
    }
}

#[test]
fn samples_in_the_words_of_more_languages() {
    comments(
        HEMOLYZED,
        &[
            "αιμόλυση",
            "Δείγμα αιμολυμένο",
            "ΑΙΜΟΛΥΣΗ",
            "хемолиза",
            "Хемолитичен серум",
            "hemolüüs",
            "hemolüütiline seerum",
            "hemolīze",
            "hemolizė",
            "hämol.",
            "sample appears to be hemolysed",
        ],
    );
    comments(
        FINE,
        &[
            "χωρίς αιμόλυση",
            "без хемолиза",
            "nav hemolīze",
            "nėra hemolizės",
            "False",
            "false",
        ],
    );
    comments(
        "indeterminate sample-doubtful comment-disowns",
        &[
            "sraženo",
            "alvadt minta",
            "zgrušan uzorak",
            "ugrušak",
            "kontamine numune",
            "próbka zanieczyszczona",
            "fejl glas",
        ],
    );
    comments(
        "caution lipemia-effect-unknown",
        &["chylózní sérum", "lipeeminen"],
    );
    comments(
        "caution icterus-effect-unknown",
        &["surowica żółtaczkowa", "ikteerinen"],
    );
}

/// Dutch "matig" is moderate, as German "mäßig": taken as slight, a magnesium that blood cells raise was normal.
#[test]
fn a_moderate_degree_is_no_slight_one() {
    for (comment, other) in [
        ("matig hemolytisch", "moderate hemolysis"),
        ("matige hemolyse", "moderate hemolysis"),
        ("licht hemolytisch", "slight hemolysis"),
        ("matig icterisch", "moderate icterus"),
        ("matig lipemisch", "moderate lipemia"),
    ] {
        let said = |comment: &str| {
            crate::run::said(
                &format!(
                    "patient,sex,age,test,result,unit,comment\n1,M,45,Magnesium,0.9,mmol/L,{comment}\n2,M,45,Creatinine,0.9,mg/dL,{comment}\n"
                ),
                &["flag", "usability", "notices"],
            )
        };
        assert_eq!(said(comment), said(other), "{comment}");
    }
}
