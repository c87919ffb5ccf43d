//! Forms of exports in which something once was read for another thing, each with what a laboratory scientist expects.

use crate::run::{Run, file};
use crate::traps::{WHO, check, said_of};

#[test]
fn a_limit_is_no_value() {
    // An Observation of FHIR, flattened: the second one has no value.
    check(
        "code.text,subject.reference,effectiveDateTime,valueQuantity.value,valueQuantity.unit,\
         referenceRange.low.value,referenceRange.high.value,gender,age",
        &[
            (
                "Potassium,Patient/1,2026-03-01T08:00:00Z,4.2,mmol/L,3.5,5.1,female,40",
                "potassium N usable -",
            ),
            (
                "Potassium,Patient/2,2026-03-01T08:00:00Z,,mmol/L,3.5,5.1,female,40",
                "potassium - - result-absent",
            ),
            (
                "Sodium,Patient/2,2026-03-01T08:00:00Z,131,mmol/L,135,145,female,40",
                "sodium L usable -",
            ),
        ],
    );
}

#[test]
fn what_was_ordered_and_where_it_came_from_tell_the_specimen() {
    for header in [
        "PROC_NAME",
        "Ordered Test",
        "Order Description",
        "Subsection",
        "Source",
        "System",
        "Container",
        "Sample Material",
        "Specimen Desc",
    ] {
        check(
            &format!("patient,sample,collected,sex,age,{header},component,result,unit"),
            &[
                (
                    "1,S1,2026-05-02 07:15,F,44,Urine,Sodium,139,mmol/L",
                    "- - - specimen-not-serum",
                ),
                (
                    "1,S2,2026-05-02 07:15,F,44,Serum,Sodium,139,mmol/L",
                    "sodium N usable -",
                ),
            ],
        );
    }
    // A source that is none of a specimen.
    check(
        "patient,sample,collected,sex,age,source,test,result,unit",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Ward 3,Sodium,139,mmol/L",
                "sodium N usable -",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,GP,Sodium,139,mmol/L",
                "sodium N usable -",
            ),
        ],
    );
    check(
        "patient,sample,collected,sex,age,container,test,result,unit",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Lavender (EDTA),Potassium,4.9,mmol/L",
                "potassium - unusable no-interval specimen-unsuitable",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,Serum gel,Potassium,4.9,mmol/L",
                "potassium N usable -",
            ),
        ],
    );
}

#[test]
fn edta_is_edta_whatever_stands_beside_it() {
    check(
        "patient,sample,collected,sex,age,specimen,test,result,unit",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,EDTA blood,Potassium,4.1,mmol/L",
                "potassium - unusable no-interval specimen-unsuitable",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,EDTA-Blut,Calcium,2.3,mmol/L",
                "calcium_total - unusable no-interval specimen-unsuitable",
            ),
            (
                "1,S3,2026-05-02 07:15,F,44,EDTA whole blood,Potassium,4.1,mmol/L",
                "potassium - unusable no-interval specimen-unsuitable",
            ),
            (
                "1,S4,2026-05-02 07:15,F,44,EDTA-Blut,Hemoglobin,13.1,g/dL",
                "hemoglobin N usable -",
            ),
        ],
    );
}

#[test]
fn a_number_that_stands_for_a_missing_result_is_none() {
    let none = |analyte: &str| format!("{analyte} - - result-absent");
    let (potassium, sodium, albumin) = (none("potassium"), none("sodium"), none("albumin"));
    check(
        WHO,
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,9999999,mmol/L,",
                &potassium,
            ),
            ("1,S1,2026-05-02 07:15,F,44,Sodium,-99,mmol/L,", &sodium),
            ("1,S1,2026-05-02 07:15,F,44,Albumin,-9,g/L,", &albumin),
            (
                "1,S2,2026-05-02 07:15,F,44,Potassium,999,mmol/L,3.5-5.1",
                &potassium,
            ),
        ],
    );
}

#[test]
fn limits_and_means_below_a_table_are_nobody_s() {
    let header = "Patient,Sex,Age,Potassium (mmol/L),Sodium (mmol/L)";
    let said = said_of(&format!(
        "{header}\n1,F,44,4.4,139\nLLN,,,3.5,135\nULN,,,5.1,145\nMean,,,4.4,139\n"
    ));
    let judged: Vec<&String> = said
        .iter()
        .filter(|said| !said.contains("quality-control"))
        .collect();
    assert_eq!(judged, ["potassium N usable -", "sodium N usable -"]);
    assert_eq!(said.len(), 8);
}

#[test]
fn a_side_without_a_limit_is_no_reason_to_call_it_normal() {
    check(
        WHO,
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,2.9,mmol/L,0-5.1",
                "potassium - caution interval-one-sided",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,Potassium,5.9,mmol/L,3.5-999",
                "potassium H caution interval-unreadable",
            ),
            (
                "1,S3,2026-05-02 07:15,F,44,Potassium,5.9,mmol/L,3.5-51",
                "potassium H caution interval-unreadable",
            ),
            (
                "1,S4,2026-05-02 07:15,F,44,Hemoglobin,70,g/L,0-160",
                "hemoglobin - caution interval-one-sided",
            ),
            (
                "1,S5,2026-05-02 07:15,F,44,Sodium,127,mmol/L,<145",
                "sodium - caution interval-one-sided",
            ),
            (
                "1,S6,2026-05-02 07:15,F,44,Sodium,139,mmol/L,<145",
                "sodium N usable -",
            ),
            (
                "1,S7,2026-05-02 07:15,F,44,Potassium,4.9,mmol/L,0-5.1",
                "potassium N usable -",
            ),
            // No list calls a low one.
            (
                "1,S8,2026-05-02 07:15,F,44,ALT,5,U/L,0-40",
                "alt N usable -",
            ),
            (
                "1,S9,2026-05-02 07:15,F,44,CRP,0.3,mg/L,<5",
                "crp N usable -",
            ),
        ],
    );
}

#[test]
fn limits_that_are_like_ours_in_another_unit() {
    let doubtful = |analyte: &str| format!("{analyte} - indeterminate interval-unit-doubtful");
    let (magnesium, phosphate) = (doubtful("magnesium"), doubtful("phosphate"));
    check(
        WHO,
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Magnesium,1.1,mmol/L,1.6-2.6",
                &magnesium,
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,Phosphate,2.0,mmol/L,2.5-4.5",
                &phosphate,
            ),
            (
                "1,S3,2026-05-02 07:15,F,44,Magnesium,2.0,mg/dL,1.6-2.6",
                "magnesium N usable -",
            ),
            (
                "1,S4,2026-05-02 07:15,F,44,Magnesium,0.9,mmol/L,0.7-1.1",
                "magnesium N usable -",
            ),
            (
                "1,S5,2026-05-02 07:15,F,44,Phosphate,1.0,mmol/L,0.81-1.45",
                "phosphate N usable -",
            ),
        ],
    );
}

#[test]
fn a_result_that_is_taken_back_is_set_aside() {
    let header = "patient,sample,collected,sex,age,test,result,unit,status";
    for word in [
        "W",
        "D",
        "withdrawn",
        "deleted",
        "entered in error",
        "invalid",
        "posted in error",
        "wrong",
    ] {
        let given = "1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,F";
        for value in ["", "4.1"] {
            let taken = format!("1,S1,2026-05-02 07:15,F,44,Potassium,{value},mmol/L,{word}");
            // In which order the rows stand says nothing of which was reported last: either way a question.
            let given = (given, "potassium N caution perhaps-withdrawn");
            let taken = (taken.as_str(), "potassium - - result-absent");
            check(header, &[given, taken]);
            check(header, &[taken, given]);
        }
    }
    // Cancelled, with the result all the same.
    for word in ["X", "void", "rejected", "cancelled", "storniert"] {
        let given = (
            "1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,F",
            "potassium N caution perhaps-withdrawn",
        );
        let voided = format!("1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,{word}");
        let voided = (voided.as_str(), "potassium - - result-absent");
        check(header, &[given, voided]);
        check(header, &[voided, given]);
    }
    // The wrong one is taken back or void, and another order of the same test is not done: the result stands.
    for other in [
        "9.9,mmol/L,W",
        "9.9,mmol/L,X",
        ",mmol/L,X",
        ",mmol/L,cancelled",
        ",mmol/L,annullato",
    ] {
        let other = format!("1,S1,2026-05-02 07:15,F,44,Potassium,{other}");
        check(
            header,
            &[
                (
                    "1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,F",
                    "potassium N usable -",
                ),
                (&other, "potassium - - result-absent"),
            ],
        );
    }
}

#[test]
fn when_both_rows_tell_when_they_were_reported_the_later_one_holds() {
    let header = "patient,sample,collected,sex,age,test,result,unit,status,reported";
    let row = |value: &str, status: &str, reported: &str| {
        format!("1,S1,2026-05-02 07:15,F,44,Potassium,{value},mmol/L,{status},{reported}")
    };
    let (ten, noon) = ("2026-05-02 10:00", "2026-05-02 12:00");
    let (ended, stands) = ("superseded", "-");
    let asked = "perhaps-withdrawn";
    for (given_at, status, value, taken_at, expected) in [
        (ten, "W", "4.1", noon, ended),
        (ten, "entered in error", "", noon, ended),
        (noon, "W", "4.1", ten, stands),
        (noon, "entered in error", "", ten, stands),
        // Of one time, of one of them, or of a day only: nobody knows.
        (ten, "W", "4.1", ten, asked),
        (ten, "W", "4.1", "", asked),
        ("", "W", "4.1", noon, asked),
        (ten, "W", "4.1", "2026-05-02", asked),
        // On clocks that may be hours apart, too.
        (ten, "W", "4.1", "2026-05-02T12:00Z", asked),
        // Cancelled is no taking back, and no row to rely on.
        (ten, "X", "4.1", noon, asked),
        (noon, "X", "4.1", ten, stands),
        (ten, "X", "", noon, stands),
    ] {
        let usable = if expected == asked {
            "caution"
        } else {
            "usable"
        };
        let expected = format!("potassium N {usable} {expected}");
        let (given, taken) = (row("4.1", "F", given_at), row(value, status, taken_at));
        let given = (given.as_str(), expected.as_str());
        let taken = (taken.as_str(), "potassium - - result-absent");
        check(header, &[given, taken]);
        check(header, &[taken, given]);
    }
}

#[test]
fn an_option_speaks_where_the_row_is_silent() {
    let flags = |text: &str, options: &[&str]| -> String {
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::check(&path).args(options).rows();
        rows.iter()
            .map(|row| format!("[{}]", row["flag"]))
            .collect()
    };
    for (age, birth, flag) in [
        ("", "", "[N]"),
        ("unknown", "", "[N]"),
        ("newborn", "", "[]"),
        ("6/12", "", "[]"),
        ("adult?", "", "[]"),
        ("44", "", "[N]"),
        // In whatever order: an adult.
        ("", "03/04/1960", "[N]"),
        ("", "03/04/2015", "[]"),
        ("", "12/03/55", "[N]"),
        // Of 1925, or of 2025.
        ("", "03/04/25", "[]"),
        // A year is an age but for a year: of a child.
        ("", "2025", "[H]"),
        ("", "1960", "[N]"),
    ] {
        let text = format!(
            "patient,collected,sex,age,birth date,test,result,unit\n1,2026-05-22,F,{age},{birth},Creatinine,75,umol/L\n"
        );
        for option in [&["--adults"][..], &["--age", "44"]] {
            assert_eq!(flags(&text, option), flag, "{age:?} {birth:?} {option:?}");
        }
    }
    for (sex, flag) in [
        ("", "[N]"),
        ("U", "[N]"),
        ("unknown", "[N]"),
        ("Mrs", "[H]"),
        ("dame", "[]"),
        ("donna", "[H]"),
        ("F", "[H]"),
    ] {
        let text = format!(
            "patient,collected,sex,age,test,result,unit\n1,2026-05-22,{sex},44,Hemoglobin,16.9,g/dL\n"
        );
        assert_eq!(flags(&text, &["--sex", "male"]), flag, "{sex:?}");
    }
}

#[test]
fn a_ratio_is_none_of_its_parts() {
    check(
        WHO,
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Cholesterol/HDL,3.3,,",
                "- - - analyte-unknown",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,LDL/HDL,2.3,,",
                "- - - analyte-unknown",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,GPT/ALT,23,U/L,",
                "alt N usable method-dependent",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,AST/ALT,0.9,,",
                "de_ritis - - unit-missing",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,PT/INR,1.0,,0.9-1.1",
                "inr N usable -",
            ),
        ],
    );
}

#[test]
fn columns_of_analyzers_about_the_sample() {
    for header in [
        "LIH",
        "HIL",
        "Sample Indices",
        "Serum Indices",
        "quality flag",
    ] {
        check(
            &format!("patient,sample,collected,sex,age,test,result,unit,{header}"),
            &[
                (
                    "1,S1,2026-05-02 07:15,F,44,Potassium,4.3,mmol/L,H+++ I0 L0",
                    "potassium N indeterminate hemolysis-raises masked-low-possible",
                ),
                (
                    "1,S2,2026-05-02 07:15,F,44,Potassium,4.3,mmol/L,",
                    "potassium N usable -",
                ),
            ],
        );
    }
    let said = said_of(
        "Patient,Sample,Sex,Age,Date,K (mmol/L),Na (mmol/L),HIL\n1,S1,F,44,2026-05-02 07:15,4.3,139,H+++ I0 L0\n",
    );
    assert_eq!(
        said,
        [
            "potassium N indeterminate hemolysis-raises masked-low-possible",
            "sodium N usable -"
        ]
    );
}

#[test]
fn numbers_of_persons_and_accounts() {
    // `Unit#` is a number of the patient; an account is a stay.
    for header in [
        "Unit#",
        "Acct#",
        "Participant ID",
        "Client ID",
        "Hasta No",
        "PESEL",
        "Rodné číslo",
    ] {
        check(
            &format!("{header},collected,sex,age,test,result,units"),
            &[
                (
                    "V1,2026-05-02 07:15,F,44,Potassium,4.3,mmol/L",
                    "potassium N indeterminate hemolysis-raises masked-low-possible",
                ),
                (
                    "V2,2026-05-02 07:15,F,44,Potassium,4.3,mmol/L",
                    "potassium N usable -",
                ),
                (
                    "V1,2026-05-02 07:15,F,44,Hemolysis,3+,",
                    "hemolysis_index - - sample-index",
                ),
            ],
        );
    }
}

#[test]
fn headers_of_more_languages_and_systems() {
    for header in [
        "PID-3,OBR-7,PID-8,Age,OBX-3,OBX-5,OBX-6,OBX-7",
        "Pacjent,Data pobrania,Płeć,Wiek,Badanie,Wynik,Jednostka,Zakres referencyjny",
        "Rodné číslo,Datum odběru,Pohlaví,Věk,Vyšetření,Výsledek,Jednotka,Referenční meze",
        "Hasta No,Numune Alma Tarihi,Cinsiyet,Yaş,Tetkik Adı,Sonuç,Birim,Referans Aralığı",
        "Henkilötunnus,Näytteenottoaika,Sukupuoli,Ikä,Tutkimus,Tulos,Yksikkö,Viitearvot",
        "Subject,Collection Date,Sex,Age,Test Name,Conv Result,Conv Units,Reference",
        "Patient,Entnahme,Geschlecht,Alter,Analyse,Ergebnis,Einheit,Normalbereich",
    ] {
        check(
            header,
            &[
                (
                    "1,2026-05-02 07:15,F,44,Kalium,4.9,mmol/L,3.4-4.5",
                    "potassium H usable -",
                ),
                (
                    "1,2026-05-02 07:15,F,44,Natrium,131,mmol/L,135-145",
                    "sodium L usable -",
                ),
            ],
        );
    }
    // A number of an order is no interval.
    check(
        "patient,collected,sex,age,test,result,unit,reference",
        &[
            (
                "1,2026-05-02 07:15,F,44,Kalium,4.9,mmol/L,24-00017",
                "potassium N usable -",
            ),
            (
                "1,2026-05-02 07:15,F,44,Natrium,131,mmol/L,24-00018",
                "sodium L usable -",
            ),
        ],
    );
}

#[test]
fn a_comma_too_many_in_the_comment() {
    check(
        "patient,sample,collected,sex,age,test,result,unit,comment",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,see note,grossly hemolysed",
                "potassium N unusable row-ragged hemolysis-gross",
            ),
            (
                "1,S2,2026-05-03 07:15,F,44,Potassium,4.1,mmol/L,see note",
                "potassium N usable -",
            ),
        ],
    );
}

#[test]
fn an_index_of_a_number_that_others_write_otherwise_or_lack() {
    check(
        WHO,
        &[
            (
                "1,abc-1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,",
                "potassium N indeterminate hemolysis-raises masked-low-possible",
            ),
            (
                "1,ABC-1,2026-05-02 07:15,F,44,Hemolysis index,250,mg/dL,",
                "hemolysis_index - - sample-index",
            ),
            // Perhaps of the tube with the number, perhaps not.
            (
                "2,,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,",
                "potassium N caution sample-not-told",
            ),
            (
                "2,S2,2026-05-02 07:15,F,44,Hemolysis index,250,mg/dL,",
                "hemolysis_index - - sample-index",
            ),
            (
                "2,,2026-05-02 09:15,F,44,Potassium,4.1,mmol/L,",
                "potassium N usable -",
            ),
            (
                "2,S3,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,",
                "potassium N usable -",
            ),
        ],
    );
}

#[test]
fn who_names_the_analyzer_knows_a_bare_letter() {
    let (_folder, path) = file(
        "labs.csv",
        "patient,sample,collected,sex,age,test,result,unit\n\
         1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L\n1,S1,2026-05-02 07:15,F,44,H,250,\n",
    );
    let usability = |args: &[&str]| Run::check(&path).args(args).rows()[0]["usability"].clone();
    assert_eq!(usability(&[]), "usable");
    assert_eq!(usability(&["--index-platform", "roche"]), "indeterminate");
}

#[test]
fn columns_beside_an_analyte() {
    let said = said_of(
        "Subject,Sex,Age,Collection date,ALT(SGPT),ALT UNIT,ALT RANGE,K,K UNIT,K RANGE\n\
         1,F,44,2026-05-02,50,U/L,7-40,4.9,mmol/L,3.4-4.5\n",
    );
    assert_eq!(said, ["alt H usable -", "potassium H usable -"]);
    let said = said_of(
        "Patient,Sex,Age,Serum K mmol/L,S-Creat umol/L,Urine Na mmol/L\n1,F,44,5.9,62,40\n",
    );
    assert_eq!(
        said,
        [
            "potassium H usable -",
            "creatinine N usable method-dependent",
            "- - - specimen-not-serum"
        ]
    );
}

#[test]
fn lines_above_the_header_are_told() {
    let (_folder, path) = file(
        "labs.csv",
        "General laboratory\n\"Specimen: Serum, hemolyzed\"\n\npatient,sex,age,test,result,unit\n1,F,44,Potassium,4.1,mmol/L\n",
    );
    let done = Run::check(&path).ok();
    assert!(done.stderr.contains("[preamble-unread]"), "{}", done.stderr);
    assert!(!done.stderr.contains("hemolyzed"));
    let (_folder, path) = file(
        "labs.csv",
        "\n;;\n\npatient,sex,age,test,result,unit\n1,F,44,Potassium,4.1,mmol/L\n",
    );
    assert!(!Run::check(&path).ok().stderr.contains("preamble"));
}

#[test]
fn nobody_is_called_for_what_no_longer_stands() {
    let header = "patient,sample,collected,sex,age,test,result,unit,status,reported";
    let (ten, noon) = ("2026-05-02 10:00", "2026-05-02 12:00");
    for (right, at, stands) in [
        ("4.1,mmol/L,C", "", false),
        ("7.2,mmol/L,W", noon, false),
        // Which of the two was reported last nobody told: it may stand.
        ("7.2,mmol/L,W", "", true),
    ] {
        let row =
            |result: &str, at: &str| format!("1,S1,2026-05-02 07:15,F,44,Potassium,{result},{at}");
        let (wrong, right) = (row("7.2,mmol/L,F", ten), row(right, at));
        for rows in [[&wrong, &right], [&right, &wrong]] {
            let text = format!("{header}\n{}\n{}\n", rows[0], rows[1]);
            let (_folder, path) = file("labs.csv", text);
            let table = Run::new(["check"]).args([&path]).ok().stdout;
            let gone = table.contains("was CRITICAL, no longer stands");
            assert_eq!(gone, !stands, "{table}");
            assert_eq!(table.contains("call now"), stands, "{table}");
            assert_eq!(table.contains("ask whether it holds"), stands, "{table}");
        }
    }
}

#[test]
fn intervals_as_laboratories_print_them() {
    check(
        WHO,
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Cortisol,12,ug/dL,6.2-19.4",
                "cortisol N usable -",
            ),
            (
                "1,S2,2026-05-02 07:15,F,44,Cortisol,0.8,ug/dL,6.2-19.4",
                "cortisol L usable -",
            ),
            (
                "1,S3,2026-05-02 07:15,F,44,NT-proBNP,12500,pg/mL,<125",
                "nt_probnp H usable -",
            ),
            (
                "1,S4,2026-05-02 07:15,F,44,BNP,20,pg/mL,<35",
                "bnp N usable -",
            ),
            (
                "1,S5,2026-05-02 07:15,F,44,Vitamin B12,120,pg/mL,200-9999",
                "vitamin_b12 L usable -",
            ),
            // After dexamethasone.
            (
                "1,S6,2026-05-02 07:15,F,44,Cortisol,25,nmol/L,<50",
                "cortisol N usable -",
            ),
        ],
    );
}

#[test]
fn an_order_of_several_things_is_no_specimen() {
    for order in [
        "U&E; Urine ACR",
        "Bloods and urine ACR",
        "FBC (EDTA) and U&E",
        "Pleural fluid + LDH",
    ] {
        check(
            "patient,sample,collected,sex,age,request,test,result,unit",
            &[
                (
                    &format!("1,S1,2026-05-02 07:15,F,44,{order},Potassium,7.2,mmol/L"),
                    "potassium HH usable critical-limit",
                ),
                (
                    "1,S1,2026-05-02 07:15,F,44,\"CREATININE, URINE, RANDOM\",Creatinine,4.1,mmol/L",
                    "- - - specimen-not-serum",
                ),
            ],
        );
    }
}

#[test]
fn a_tick_is_no_status_and_a_request_no_interval() {
    check(
        "patient,sample,collected,sex,age,test,result,unit,ver,reference",
        &[
            (
                "1,S1,2026-05-02 07:15,F,44,Potassium,6.1,mmol/L,X,1-7",
                "potassium H usable -",
            ),
            (
                "1,S1,2026-05-02 07:15,F,44,Sodium,140,mmol/L,X,26-101",
                "sodium N usable -",
            ),
        ],
    );
}

#[test]
fn limits_that_stand_for_none() {
    // Low, high, potassium, and what becomes of it: nobody is normal by an interval that says nothing.
    for (low, high, value, expected) in [
        (
            "0",
            "9999999",
            "5.9",
            "potassium H caution interval-unreadable",
        ),
        (
            "0",
            "9999",
            "4.1",
            "potassium N caution interval-unreadable",
        ),
        (
            "-9999999",
            "5.1",
            "3.1",
            "potassium - caution interval-one-sided",
        ),
        ("-9999999", "5.1", "5.4", "potassium H usable -"),
        ("-9999999", "5.1", "4.1", "potassium N usable -"),
        ("3.5", "5.1", "5.9", "potassium H usable -"),
    ] {
        check(
            "patient,sample,collected,sex,age,test,result,unit,low,high",
            &[(
                &format!("1,S1,2026-05-02 07:15,F,44,Potassium,{value},mmol/L,{low},{high}"),
                expected,
            )],
        );
    }
}

#[test]
fn two_columns_about_the_status_of_a_row() {
    for (columns, cells, expected) in [
        ("Status,Is_Final", "Canceled,N", "- result-absent"),
        ("Status,Is_Final", "Final,N", "usable preliminary"),
        ("Status,Is_Final", "Final,Y", "usable -"),
        (
            "ResultStatus,OrderStatus",
            "Final,Canceled",
            "- result-absent",
        ),
        ("ResultStatus,OrderStatus", "Final,Completed", "usable -"),
        (
            "OrderStatus,ResultStatus",
            "Completed,Entered in error",
            "- result-absent",
        ),
    ] {
        check(
            &format!("patient,sample,collected,sex,age,test,result,unit,range,{columns}"),
            &[(
                &format!("1,S1,2026-05-02 07:15,F,44,Potassium,4.1,mmol/L,3.5-5.1,{cells}"),
                &match expected.split_once(' ') {
                    Some(("-", notices)) => format!("potassium - - {notices}"),
                    Some((usability, notices)) => format!("potassium N {usability} {notices}"),
                    None => String::new(),
                },
            )],
        );
    }
}
