//! Headers with a number behind them: the first of several results, and several tests in one row.

use crate::run::{Run, file, said};

/// Value, unit, flag and notices of each row, without what is missing of the person.
#[track_caller]
fn judged(header: &str, row: &str) -> Vec<String> {
    let text = format!("Patient;Sex;Age;{header}\n1;M;40;{row}\n");
    said(&text, &["value", "unit", "flag", "notices"])
}

/// The last of them was the result of the row, in no unit: the first was in the output nowhere.
#[test]
fn the_first_of_several_results_is_the_result() {
    for header in [
        "Test;Result 1;Unit 1;Result 2;Unit 2",
        "Test;Value 1;Unit 1;Value 2;Unit 2",
        "Test;Ergebnis 1;Einheit 1;Ergebnis 2;Einheit 2",
        "Analyse;Résultat 1;Unité 1;Résultat 2;Unité 2",
        "Analyse;Résultat1;Unité1;Résultat2;Unité2",
        "Prueba;Resultado 1;Unidad 1;Resultado 2;Unidad 2",
        "Esame;Risultato 1;Unità 1;Risultato 2;Unità 2",
        "Bepaling;Uitslag 1;Eenheid 1;Uitslag 2;Eenheid 2",
        "Badanie;Wynik 1;Jednostka 1;Wynik 2;Jednostka 2",
        "Test;Result;Unit;Result 2;Unit 2",
    ] {
        for (row, expected) in [
            // An earlier one, or the same in another unit.
            (
                "Potassium;6.9;mmol/L;4.1;mmol/L",
                "6.9|mmol/L|HH|column-differs critical-limit",
            ),
            (
                "Potassium;4.1;mmol/L;7.1;mmol/L",
                "4.1|mmol/L|N|column-differs critical-limit",
            ),
            (
                "Potassium;6.9;mmol/L;6.9;mEq/L",
                "6.9|mmol/L|HH|critical-limit",
            ),
            (
                "Creatinine;90;umol/L;1.02;mg/dL",
                "90|umol/L|N|method-dependent",
            ),
            // Without a unit it may be the same in another one: asked, and not called.
            (
                "Glucose;110;mg/dL;6.1;",
                "110|mg/dL||column-differs condition-needed",
            ),
            (
                "Glucose;110;mg/dL;30;",
                "110|mg/dL||column-differs condition-needed critical-limit",
            ),
            // What stands in is in its own unit.
            (
                "Creatinine;;mg/dL;90;umol/L",
                "90|umol/L|N|method-dependent",
            ),
            ("Potassium;;;6.9;mmol/L", "6.9|mmol/L|HH|critical-limit"),
            ("Potassium;6.9;mmol/L;;", "6.9|mmol/L|HH|critical-limit"),
        ] {
            assert_eq!(judged(header, row), [expected], "{header}: {row}");
        }
    }
}

#[test]
fn of_several_other_results_the_furthest_is_looked_at() {
    let header = "Test;Unit;Result 1;Result 2;Result 3";
    for (row, expected) in [
        (
            "Potassium;mmol/L;4.1;5.2;6.9",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        (
            "Potassium;mmol/L;4.1;6.9;5.2",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        (
            "Potassium;mmol/L;4.1;4.1;6.9",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        (
            "Potassium;mmol/L;4.1;hemolyzed;6.9",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        // As far below as the other is above.
        (
            "Potassium;mmol/L;4.1;2.3;6.0",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        (
            "Potassium;mmol/L;4.1;>6.9;5.0",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        (
            "Potassium;mmol/L;4.1;5.0;6.9 H",
            "4.1|mmol/L|N|column-differs critical-limit",
        ),
        ("Potassium;mmol/L;4.1;;5.2", "4.1|mmol/L|N|column-differs"),
        ("Potassium;mmol/L;4.1;4.1;4.1", "4.1|mmol/L|N|"),
    ] {
        assert_eq!(judged(header, row), [expected], "{row}");
    }
}

#[test]
fn the_flag_of_the_first_result_is_heard() {
    let rows = said(
        "Patient;Sex;Age;Test;Result 1;Flag 1;Result 2;Flag 2;Unit\n1;M;40;Potassium;6.1;HH;6.1;;mmol/L\n\
         1;M;40;Sodium;140;;140;;mmol/L\n",
        &["reported_flag", "notices"],
    );
    assert_eq!(rows, ["HH|critical-by-laboratory", "|"]);
}

/// The name of one stood with the result of another.
#[test]
fn several_tests_in_one_row_are_refused() {
    for header in [
        "Test 1;Result 1;Unit 1;Test 2;Result 2;Unit 2",
        "Test1;Value1;Unit1;Test2;Value2;Unit2",
        "Analyse 1;Résultat 1;Unité 1;Analyse 2;Résultat 2;Unité 2",
        "Test;Ergebnis;Einheit;Test 2;Ergebnis 2;Einheit 2",
        "Test1;Result1;Einheit;Test2;Result2;Unit",
        "OBX-3;OBX-5;OBX-6;OBX-3;OBX-5;OBX-6",
    ] {
        let row = "1;Creatinine;90;umol/L;Potassium;7.1;mmol/L\n";
        for more in ["", "2;Creatinine;90;umol/L;Sodium;141;mmol/L\n"] {
            let (_folder, path) = file("labs.csv", format!("Patient;{header}\n{row}{more}"));
            let done = Run::check(&path).done();
            assert_eq!(done.code, 2, "{header}: {}", done.stdout);
            let said = "each row holds several results";
            assert!(done.stderr.contains(said), "{header}: {}", done.stderr);
        }
    }
}
