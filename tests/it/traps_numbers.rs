//! What stands around a number in its cell: signs of a flag, a unit that begins with a number, words of comparison; and its
//! unit where only its limits have one.

use crate::run::{Run, file, said, sheet_or_stop};

/// Flag and notices of an analyte with these limits and this cell.
#[track_caller]
fn check(test: &str, unit: &str, range: &str, cell: &str, expected: &str) {
    let text = format!(
        "MRN,Sex,Age,Collected,Test,Result,Unit,Reference range\n\
         1,M,60,2026-11-20,{test},\"{cell}\",{unit},\"{range}\"\n\
         2,M,60,2026-11-20,Bilirubin,10.5,umol/L,0-21\n"
    );
    let said = &said(&text, &["flag", "notices"])[0];
    assert_eq!(said, expected, "{test} {cell} {unit} {range}");
}

#[test]
fn signs_behind_a_number_are_the_flag_of_a_quantity() {
    for (test, unit, range, cell, expected) in [
        ("Sodium", "mmol/L", "135-145", "112 --", "LL|critical-limit"),
        (
            "Sodium",
            "mmol/L",
            "135-145",
            "125 --",
            "L|critical-by-laboratory",
        ),
        ("Sodium", "mmol/L", "135-145", "132 -", "L|"),
        (
            "Potassium",
            "mmol/L",
            "3.5-5.1",
            "2.1 --",
            "LL|critical-limit",
        ),
        (
            "Potassium",
            "mmol/L",
            "3.5-5.1",
            "7 ++",
            "HH|critical-limit",
        ),
        (
            "Potassium",
            "mmol/L",
            "3.5-5.1",
            "6.8 +++",
            "HH|critical-limit",
        ),
        ("CRP", "mg/L", "<5", "311 +", "H|"),
        (
            "CRP",
            "mg/L",
            "<5",
            ">300 ++",
            "H|value-censored critical-by-laboratory",
        ),
        // By limits of its own, or by those of the profile.
        ("Sodium", "", "135-145", "132 -", "L|unit-missing"),
        ("Sodium", "mmol/L", "", "132 -", "L|"),
        ("Sodium", "", "", "112 --", "|unit-missing value-unreadable"),
        // With its unit between.
        ("Sodium", "", "", "112 mmol/L --", "LL|critical-limit"),
        // On the other side than the value.
        ("Potassium", "mmol/L", "3.5-5.1", "5 +", "N|flag-disagrees"),
        ("Potassium", "mmol/L", "3.5-5.1", "4 --", "N|flag-disagrees"),
        ("Potassium", "mmol/L", "3.5-5.1", "5 -", "N|flag-disagrees"),
        // Grades, and what is cut off.
        ("Potassium", "mmol/L", "3.5-5.1", "3 +", "|value-unreadable"),
        ("Glucose", "mg/dL", "negative", "1 +", "|value-unreadable"),
        ("Glucose", "mg/dL", "negative", "300 +", "|value-unreadable"),
        (
            "Hemolysis index",
            "",
            "",
            "3 +",
            "|sample-index sample-not-told",
        ),
        ("Potassium", "mmol/L", "3.5-5.1", "3+", "|not-numeric"),
        ("Potassium", "mmol/L", "3.5-5.1", "7--", "|value-unreadable"),
        (
            "Urine ketones",
            "",
            "negative",
            "3 +",
            "|specimen-not-serum not-numeric",
        ),
        (
            "HBsAg",
            "",
            "negative",
            "3 +",
            "|analyte-unknown not-numeric",
        ),
    ] {
        check(test, unit, range, cell, expected);
    }
    let done = sheet_or_stop(
        "Parameter;Einheit;Referenzbereich;20.11.2026\nNatrium;mmol/l;135-145;112 --\nHb;g/dl;13,5-17,2;12,1 -\n",
    );
    assert_eq!(done.code, 1, "{}", done.stdout);
}

#[test]
fn dashes_are_a_flag_beside_plus_signs() {
    let rows = |cells: [&str; 4]| {
        let [potassium, sodium, chloride, calcium] = cells;
        said(
            &format!(
                "MRN,Sex,Age,Test,Result,Unit,Range,Flag\n1,M,60,Potassium,5.9,mmol/L,3.5-5.1,{potassium}\n\
                 1,M,60,Sodium,125,mmol/L,135-145,{sodium}\n1,M,60,Chloride,100,mmol/L,95-105,{chloride}\n\
                 1,M,60,Calcium,2.0,mmol/L,2.1-2.6,{calcium}\n"
            ),
            &["flag", "notices"],
        )
    };
    let called = "critical-by-laboratory";
    assert_eq!(
        rows(["++", "--", "", "-"]),
        [&format!("H|{called}"), &format!("L|{called}"), "N|", "L|"]
    );
    assert_eq!(
        rows(["+", "---", "--", ""]),
        ["H|", &format!("L|{called}"), "N|flag-disagrees", "L|"]
    );
    // Nothing at all.
    for filler in ["--", "-"] {
        let filled = rows([filler; 4]);
        assert_eq!(filled, ["H|", "L|", "N|", "L|"], "{filler}");
    }
    assert_eq!(rows(["H", "--", "--", "L"]), ["H|", "L|", "N|", "L|"]);
    // Beside blank cells a dash says something.
    assert_eq!(
        rows(["H", "", "-", ""]),
        ["H|", "L|", "N|flag-disagrees", "L|"]
    );
}

#[test]
fn a_unit_that_begins_with_a_number_is_none_of_the_result() {
    for (cell, range) in [
        ("18 10*9/L", "150 - 400 10*9/L"),
        ("18 10^9/L", "150 - 400 10^9/L"),
        ("18 10^3/uL", "150-400 10^3/uL"),
        ("18 10**9/L", ""),
        ("18 10E9/l", "150 - 400 10E9/l"),
        ("18 10⁹/L", "150 - 400 10⁹/L"),
        ("18*10^9/L", ""),
        ("18·10⁹/L", ""),
        ("18 x10^9/L", ""),
        ("18 K/uL", ""),
    ] {
        check("Platelets", "", range, cell, "L|");
    }
    check("Platelets", "", "", "< 10 10*9/L", "L|value-censored");
    check("Platelets", "", "150-400", "140 10*9/L L", "L|");
    check("WBC", "", "4 - 10 10^9/L", "5.7 10*9/L", "N|");
    check("WBC", "", "", "5.7 10*9", "|unit-missing value-unreadable");
    // Groups apart by blanks are not read in front of a unit: nor as anything else.
    let text = "Analyse;Résultat;Valeurs de référence\nLeucocytes;5,7 10*9/L;4,0 - 10,0 10*9/L\nPlaquettes;1 250 10*9/L;150 - 400 10*9/L\n";
    assert_eq!(said(text, &["canonical_value", "flag"]), ["5.7|N", "|"]);
}

/// One list for results and printed limits.
#[test]
fn words_of_comparison() {
    const BELOW: &str = "Inferior a|Menor que|abaixo de|menor do que|kleiner dan|minder dan|mindre än|under|mindre enn|mindre end|alle|poniżej|\
        mniejsze niż|minore di|inf. a|menor a|menos de|< di|inferiore a|inférieur à|kleiner als|менее|less than|méně než|kisebb mint";
    const ABOVE: &str = "Superior a|Maior que|acima de|maior do que|groter dan|meer dan|större än|över|over|större enn|større enn|større end|yli|powyżej|\
        większe niż|> di|maggiore di|sup. a|mayor que|mayor a|mayor de|superiore a|supérieur à|größer als|более|greater than|více než|nagyobb mint";
    const AT_MOST: &str = "menor o igual a|até|up to|hasta|jusqu'à|höchstens|не более";
    const AT_LEAST: &str = "mayor o igual a|at least|mindestens|не менее";
    for (words, sign) in [
        (BELOW, "<"),
        (ABOVE, ">"),
        (AT_MOST, "<="),
        (AT_LEAST, ">="),
    ] {
        for word in words.split('|') {
            let text = format!("Test;Result;Unit;Range\nCRP;{word} 5,5;mg/L;{word} 8,5\n");
            let limits = match sign.starts_with('<') {
                true => "|8.5",
                false => "8.5|",
            };
            assert_eq!(
                said(&text, &["canonical_value", "low", "high"]),
                [format!("{sign}5.5|{limits}")],
                "{word}"
            );
        }
    }
    // Of limits they say it, of a result nothing.
    for word in ["from", "max", "de", "do", "tot", "min"] {
        check("CRP", "mg/L", "", &format!("{word} 8"), "|value-unreadable");
    }
    check(
        "Potassium",
        "mmol/L",
        "",
        "Superior a 6.9",
        "HH|value-censored critical-limit",
    );
}

#[test]
fn a_raised_point_is_a_decimal_point() {
    check("Potassium", "mmol/L", "3·5-5·1", "6·9", "HH|critical-limit");
    check("Potassium", "mmol/L", "3·5 - 5·1 mmol/L", "4·10", "N|");
    check("Potassium", "mmol/L", "", "<4·1·2", "|value-unreadable");
}

#[test]
fn a_unit_printed_with_the_limits_alone() {
    for (test, range, cell, expected) in [
        (
            "Potassium",
            "3.5 - 5.1 mmol/L",
            "6.9",
            "H|critical-limit unit-missing",
        ),
        (
            "Sodium",
            "135 - 145 mmol/L",
            "108",
            "L|critical-limit unit-missing",
        ),
        ("Potassium", "3.5 - 5.1 mmol/L", "4.1", "N|unit-missing"),
        (
            "Potassium",
            "3.5 - 5.1 mmol/L",
            "7 see note",
            "|unit-missing value-unreadable critical-limit",
        ),
        (
            "Glucose",
            "70 - 100 mg/dL",
            "30",
            "L|critical-limit unit-missing",
        ),
        ("Glucose", "3.9 - 5.5 mmol/L", "6.0", "H|unit-missing"),
        // Printed without one.
        ("Potassium", "3.5 - 5.1", "6.9", "H|unit-missing"),
    ] {
        check(test, "", range, cell, expected);
    }
    let done = sheet_or_stop(
        "MRN,Sex,Age,Collected,Test,Result,Range\n1,M,60,2026-11-20,Potassium,6.9,3.5 - 5.1 mmol/L\n",
    );
    assert_eq!(done.code, 1, "{}", done.stdout);
}

/// "Mil" is a thousand beside a Portuguese or Spanish name, and a million of English; there what would be critical is called.
#[test]
fn a_thousand_that_may_be_a_million() {
    for (name, unit, value, expected) in [
        (
            "Plaquetas",
            "mil/mm3",
            "12",
            "12|LL|adult-assumed critical-limit",
        ),
        ("Plaquetas", "mil/mm³", "250", "250|N|adult-assumed"),
        ("Leucócitos", "mil/mm3", "5.2", "5.2|N|adult-assumed"),
        (
            "Platelets",
            "mil/mm3",
            "12",
            "||adult-assumed unit-unknown critical-limit",
        ),
        (
            "Platelets",
            "mil/uL",
            "12",
            "||adult-assumed unit-unknown critical-limit",
        ),
        (
            "Platelets",
            "mil/mm3",
            "250",
            "||adult-assumed unit-unknown",
        ),
        // A thousand, or a million in short.
        (
            "Plaquetas",
            "milh/mm3",
            "250",
            "||adult-assumed unit-unknown",
        ),
    ] {
        let text = format!("patient,sex,test,result,unit\n1,F,{name},{value},{unit}\n");
        let (_folder, path) = file("labs.csv", &text);
        let run = Run::check(&path).args(["--critical-list", "mayo", "--adults"]);
        let rows = run.rows();
        let said = ["canonical_value", "flag", "notices"].map(|column| rows[0][column].as_str());
        assert_eq!(said.join("|"), expected, "{name} {value} {unit}");
    }
}

#[test]
fn one_result_in_two_units_is_one_result() {
    for headers in [
        "Résultat;Unité;Résultat;Unité",
        "Résultat;Unité;Résultat 2;Unité 2",
    ] {
        for (cells, expected) in [
            ("0,95;g/L;5,3;mmol/L", "condition-needed"),
            ("5,3;mmol/L;0,95;g/L", "condition-needed"),
            ("0,95;g/L;7,3;mmol/L", "column-differs condition-needed"),
            ("0,95;g/L;0,95;g/L", "condition-needed"),
        ] {
            let text = format!("Analyse;{headers}\nGlycémie;{cells}\n");
            assert_eq!(said(&text, &["notices"]), [expected], "{headers} {cells}");
            let (_folder, path) = file("labs.csv", &text);
            let told = Run::check(&path).ok().stderr;
            assert!(
                !told.contains("column-differs"),
                "{headers} {cells}: {told}"
            );
        }
    }
}

/// A point without a figure in front belongs to its number, behind words too.
#[test]
fn a_point_behind_a_word_of_comparison() {
    for (test, unit, range, cell, expected) in [
        (
            "Glucose",
            "mmol/L",
            "3.9-5.5",
            "less than .9",
            "LL|value-censored critical-limit",
        ),
        (
            "Glucose",
            "mmol/L",
            "3.9-5.5",
            "menor de .9",
            "LL|value-censored critical-limit",
        ),
        (
            "Potassium",
            "mmol/L",
            "3.5-5.1",
            "more than .9",
            "|value-censored flag-undetermined",
        ),
        ("Troponin I", "ng/mL", "less than .04", "0.5", "H|"),
        ("Troponin I", "ng/mL", "up to .04", "0.5", "H|"),
        ("CRP", "mg/L", "max.5", "4", "N|"),
    ] {
        check(test, unit, range, cell, expected);
    }
}
