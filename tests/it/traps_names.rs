//! Names, codes and specimens that contradict each other, and printed intervals in more languages: each beside what is to
//! stay as it is.

use crate::run::{Run, file};
use crate::traps::said_of;
use crate::traps_words::check_under;

const HEADER: &str =
    "patient,sample,collected,sex,age,code,loinc,specimen type,test,result,unit,range";

/// Analyte, flag, usability and notices of rows, given from the code on, each of a person of its own.
#[track_caller]
fn check(rows: &[(&str, &str)]) {
    check_under(HEADER, rows, |said| {
        let cell = |column: &str| match said[column].as_str() {
            "" => "-".to_string(),
            text => text.to_string(),
        };
        ["analyte", "flag", "usability", "notices"]
            .map(cell)
            .join(" ")
    });
}

#[test]
fn a_code_of_the_house_does_not_speak_against_its_name() {
    let unknown = "- N - analyte-unknown";
    for (code, name, value, unit, range, expected) in [
        (
            "SODIUM",
            "Sodium change from baseline",
            "140",
            "mmol/L",
            "135-145",
            unknown,
        ),
        (
            "_K",
            "Potassium (mmol/L) change from previous visit",
            "0.1",
            "",
            "-0.2-0.2",
            unknown,
        ),
        (
            "CREAT",
            "Creatinine Clearance",
            "0.9",
            "mg/dL",
            "0.5-1.1",
            unknown,
        ),
        ("ALB", "Microalbumin", "40", "g/L", "35-50", unknown),
        ("PROT", "Protein C activity", "70", "g/L", "60-80", unknown),
        ("GLU", "Glutamate", "90", "mg/dL", "70-99", unknown),
        ("NA", "Not applicable", "140", "mmol/L", "135-145", unknown),
        // Alone, beside a name in another script, or beside one that holds a name of the same analyte, it is one.
        (
            "SODIUM",
            "",
            "140",
            "mmol/L",
            "135-145",
            "sodium N usable -",
        ),
        (
            "K",
            "\u{94be}",
            "4.1",
            "mmol/L",
            "3.5-5.1",
            "potassium N usable -",
        ),
        (
            "K",
            "Kalium lt. ISE",
            "4.1",
            "mmol/L",
            "3.5-5.1",
            "potassium N usable -",
        ),
        (
            "CREAT",
            "Creatinine, Jaffe rate-blanked X",
            "0.9",
            "mg/dL",
            "0.5-1.1",
            unknown,
        ),
        (
            "CREAT",
            "Creatinine, Jaffe blanked X",
            "0.9",
            "mg/dL",
            "0.5-1.1",
            "creatinine N usable -",
        ),
    ] {
        let row = format!("{code},,,\"{name}\",{value},{unit},{range}");
        check(&[(&row, expected)]);
    }
}

#[test]
fn a_code_of_loinc_is_believed_unless_the_name_says_another_quantity() {
    check(&[
        (
            ",2823-3,,Potassium infusion rate,4.1,mmol/L,3.5-5.1",
            "- N - loinc-disagrees",
        ),
        (
            ",2951-2,,Sodium excretion,140,mmol/L,135-145",
            "- N - loinc-disagrees",
        ),
        (
            ",2823-3,,Kaliumwert vom Labor,4.1,mmol/L,3.5-5.1",
            "potassium N usable -",
        ),
        (
            ",2951-2,,Peritoneal drain sodium,140,mmol/L,135-145",
            "- - - specimen-not-serum",
        ),
    ]);
}

#[test]
fn blood_in_a_name_of_loinc_is_whole_blood() {
    for (name, specimen) in [
        ("Potassium [Moles/volume] in Blood", "whole-blood"),
        ("Potassium [Moles/volume] in Venous blood", "whole-blood"),
        ("Potassium [Moles/volume] in Arterial blood", "whole-blood"),
        ("Potassium [Moles/volume] in Serum or Plasma", "serum"),
        ("Hemoglobin [Mass/volume] in Blood", "whole-blood"),
        // Elsewhere it says nothing.
        ("Potassium in blood", "serum"),
        ("Potassium, Blood", "serum"),
    ] {
        let rows =
            format!("{HEADER}\nP,S,2026-10-12 07:10,F,45,,,,\"{name}\",4.1,mmol/L,3.5-5.1\n");
        let (_folder, path) = file("labs.csv", rows);
        assert_eq!(Run::check(&path).rows()[0]["specimen"], specimen, "{name}");
    }
}

#[test]
fn specimens_that_are_no_serum() {
    let other = "- - - specimen-not-serum";
    for (specimen, expected) in [
        ("Aszites", other),
        ("CAPD effluent", other),
        ("Drain", other),
        ("24hU", other),
        ("Breast milk", other),
        ("Pleurapunktat", other),
        ("Synovial", other),
        ("Arterial", "potassium N usable hemolysis-not-visible"),
        ("Capillary", "potassium N usable hemolysis-not-visible"),
        // What it is nobody knows: its own interval judges it, with caution.
        ("Moon dust", "potassium N caution specimen-unknown"),
        // Citrate dilutes what it does not bind.
        ("Citrate", "potassium N unusable specimen-unsuitable"),
        ("Serum", "potassium N usable -"),
    ] {
        check(&[(
            &format!(",,{specimen},Potassium,4.1,mmol/L,3.5-5.1"),
            expected,
        )]);
    }
}

#[test]
fn printed_intervals_in_more_languages() {
    for (value, range, expected) in [
        ("5.0", "at\u{e9} 4.8", "H usable"),
        ("5.0", "At\u{e9} 4.8", "H usable"),
        ("4.8", "at\u{e9} 4.8", "N usable"),
        ("5.0", "de 3.5 at\u{e9} 4.8", "H usable"),
        ("3.4", "de 3.5 at\u{e9} 4.8", "L usable"),
        ("4.1", "de 3.5 a 4.8", "N usable"),
        ("5.0", "von 3.5 bis 4.8", "H usable"),
        ("3.4", "von 3.5 bis 4.8", "L usable"),
        ("5.0", "tot 4.8", "H usable"),
        ("5.0", "3.5 tot 4.8", "H usable"),
        ("5.0", "fra 3.5 til 4.8", "H usable"),
        ("5.0", "da 3.5 a 4.8", "H usable"),
        // The half of the person, who is a woman.
        (
            "4.9",
            "Mulheres: at\u{e9} 4.8 Homens: at\u{e9} 4.9",
            "H usable",
        ),
    ] {
        let rows =
            format!("{HEADER}\nP,S,2026-10-12 07:10,F,45,,,,Potassium,{value},mmol/L,{range}\n");
        let (_folder, path) = file("labs.csv", rows);
        let row = &Run::check(&path).rows()[0];
        let shown = format!("{} {}", row["flag"], row["usability"]);
        assert_eq!(shown, expected, "{value} in {range}");
    }
}

#[test]
fn the_molecule_of_a_code_and_of_a_name() {
    for (loinc, name, value, unit, expected) in [
        // Urea or its nitrogen: a factor of two, where a mass is reported.
        ("3094-0", "Urea", "40", "mg/dL", "- - - loinc-disagrees"),
        (
            "3094-0",
            "Harnstoff",
            "40",
            "mg/dL",
            "- - - loinc-disagrees",
        ),
        ("3091-6", "BUN", "15", "mg/dL", "- - - loinc-disagrees"),
        ("3094-0", "BUN", "15", "mg/dL", "urea N usable -"),
        ("3091-6", "Harnstoff", "30", "mg/dL", "urea N usable -"),
        (
            "50210-4",
            "eGFR cystatin C",
            "80",
            "mL/min/1.73m2",
            "egfr_cystatin_c - usable no-interval",
        ),
        // Free or total: the unit says it, or nobody does.
        (
            "",
            "Tiroxina",
            "15",
            "pmol/L",
            "free_t4 - usable no-transferable-interval",
        ),
        (
            "",
            "Tiroxina",
            "100",
            "nmol/L",
            "total_t4 N usable method-dependent",
        ),
        ("", "Tiroxina", "15", "", "- - - analyte-ambiguous"),
        (
            "",
            "Trijodthyronin",
            "5",
            "pmol/L",
            "free_t3 - usable no-transferable-interval",
        ),
        // Five cells of a sediment are no blood count.
        ("", "Leukocyty", "5", "/uL", "- - - analyte-ambiguous"),
        ("", "Leukocyty", "7.1", "10^9/L", "wbc N usable -"),
    ] {
        check(&[(&format!(",{loinc},,{name},{value},{unit},"), expected)]);
    }
}

/// The national short names of Finland have the system in two characters in front; those of Denmark say in brackets whose it is.
#[test]
fn short_names_of_finland_and_denmark() {
    for (name, expected) in [
        ("P -K", "potassium|plasma"),
        ("P -Na", "sodium|plasma"),
        ("P -Krea", "creatinine|plasma"),
        ("P -ALAT", "alt|plasma"),
        ("S -TSH", "tsh|serum"),
        ("fP-Gluk", "glucose|plasma"),
        ("U -K", "|urine"),
        ("U -Na", "|urine"),
        ("P(vB)-Kalium", "potassium|plasma"),
        ("P-", "|"),
        ("P -", "|"),
    ] {
        let text = format!("Patient,Test,Result,Unit\nP1,{name},4.1,mmol/L\n");
        let rows = crate::run::said(&text, &["analyte", "specimen"]);
        assert_eq!(rows, [expected], "{name}");
    }
}

#[test]
fn a_number_of_the_house_is_no_name() {
    let head = "stay_id,charttime,itemid,name,value,unit\n1,2026-05-02 07:15,1001,Heart rate,88,/min\n\
                1,2026-05-02 07:15,1002,SpO2,98,%\n1,2026-05-02 07:15,1003,Temperature,37,C\n";
    for name in ["Potassium", "Potassium [Moles/volume] in Serum or Plasma"] {
        let text = format!("{head}1,2026-05-02 07:15,1004,{name},6.6,mmol/L\n");
        let said = said_of(&text);
        assert!(said[3].starts_with("potassium HH"), "{name}: {said:?}");
    }
}
