//! The laboratory's own critical limits beside a result: they add a call, and take none back.

use crate::run::{Run, file};
use crate::traps::said_of;

/// What is said of a potassium beside more columns.
#[track_caller]
fn beside(columns: &str, cells: &str, value: &str) -> String {
    let said = said_of(&format!(
        "Patient,Sex,Age,Collected,Test,Result,Unit,Low,High,{columns}\n\
         1,F,44,2026-05-02 07:15,Potassium,{value},mmol/L,3.5,5.1,{cells}\n"
    ));
    said[0].clone()
}

#[test]
fn a_critical_limit_inside_the_interval_in_use_is_of_another_unit() {
    let text = "patient,sex,age,test,result,unit,critical low,critical high\n1,M,40,Creatinine,130,umol/L,,5.0\n\
                1,M,40,Calcium,2.4,mmol/L,6.5,13\n1,M,40,Potassium,6.1,mmol/L,2.5,6.0\n";
    let (_folder, path) = crate::run::file("labs.csv", text);
    let rows = crate::run::Run::check(&path).rows();
    let unread = |row: &crate::run::Row| row["notices"].contains("critical-limit-unread");
    let called = |row: &crate::run::Row| row["notices"].contains("critical-by-laboratory");
    assert_eq!(
        rows.iter().map(unread).collect::<Vec<_>>(),
        [true, true, false]
    );
    assert_eq!(
        rows.iter().map(called).collect::<Vec<_>>(),
        [false, false, true]
    );
}

#[test]
fn a_result_past_a_limit_of_the_laboratory_is_called_by_it() {
    for (columns, cells) in [
        ("Critical Low,Critical High", "2.8,6.0"),
        ("Panic low,Panic high", "2.8,6.0"),
        ("crit_lo,crit_hi", "<2.8,>6.0"),
        ("Low Alert,High Alert", "2.8,6.0"),
        ("Alert range", "2.8-6.0"),
        ("Critical values", "<2.8 or >6.0"),
    ] {
        for (value, expected) in [
            ("6.1", "potassium H usable critical-by-laboratory"),
            ("5.9", "potassium H usable -"),
            ("4.1", "potassium N usable -"),
            ("2.7", "potassium L usable critical-by-laboratory"),
            ("3.0", "potassium L usable -"),
            // Ours is called whatever the laboratory's is, and where both do it is ours.
            ("6.9", "potassium HH usable critical-limit"),
            ("2.1", "potassium LL usable critical-limit"),
        ] {
            // On the first list it is called already at 2.7.
            let said = beside(columns, cells, value);
            assert_eq!(said, expected, "{columns}: {cells}: {value}");
        }
    }
    for (columns, cells, value, expected) in [
        // On it.
        (
            "Critical High",
            "6.0",
            "6.0",
            "potassium H usable critical-by-laboratory",
        ),
        ("Critical High", ">6.0", "6.0", "potassium H usable -"),
        // Further out than ours: ours stays.
        (
            "Critical High",
            "7.5",
            "6.9",
            "potassium HH usable critical-limit",
        ),
        // Systems print a zero for none.
        (
            "Critical Low,Critical High",
            "0,0",
            "6.1",
            "potassium H usable -",
        ),
        (
            "Critical Low,Critical High",
            ",",
            "6.1",
            "potassium H usable -",
        ),
        // Not understood.
        (
            "Critical Low,Critical High",
            "see list,6.0",
            "5.9",
            "potassium H usable -",
        ),
        (
            "Critical Low,Critical High",
            "2.8,5.0",
            "5.05",
            "potassium N usable critical-limit-unread",
        ),
        (
            "Critical High",
            "6.0 mg/dL",
            "6.1",
            "potassium H usable critical-limit-unread",
        ),
    ] {
        assert_eq!(
            beside(columns, cells, value),
            expected,
            "{columns}: {cells}: {value}"
        );
    }
}

#[test]
fn columns_that_ask_or_are_called_alike() {
    for (columns, cells, expected) in [
        // They ask whether it is.
        ("Critical", "Y", "potassium H usable critical-by-laboratory"),
        (
            "Critical,Critical High",
            "Y,7.0",
            "potassium H usable critical-by-laboratory",
        ),
        (
            "Critical,Critical High",
            "N,6.0",
            "potassium H usable critical-by-laboratory",
        ),
        ("Critical,Critical High", "N,7.0", "potassium H usable -"),
        (
            "Critical Flag",
            "C",
            "potassium H usable critical-by-laboratory",
        ),
        ("Panico", "Si", "potassium H usable critical-by-laboratory"),
        (
            "危急值标志",
            "Y",
            "potassium H usable critical-by-laboratory",
        ),
        ("危急值标志", "N", "potassium H usable -"),
        // By a mark.
        ("Critical", "X", "potassium H usable critical-by-laboratory"),
        (
            "Critical",
            "**",
            "potassium H usable critical-by-laboratory",
        ),
        ("Panic", "!", "potassium H usable critical-by-laboratory"),
        (
            "Is Critical",
            "●",
            "potassium H usable critical-by-laboratory",
        ),
        (
            "Critical Flag",
            ">",
            "potassium H usable critical-by-laboratory",
        ),
        ("Critical", "-", "potassium H usable -"),
        ("Critical", "(-)", "potassium H usable -"),
        // A flag, which may be a critical one.
        (
            "Alert Flag",
            "Panic",
            "potassium H usable critical-by-laboratory",
        ),
        ("Alert Flag", "H", "potassium H usable -"),
        (
            "ALERTFLAG",
            "HP",
            "potassium H usable critical-by-laboratory",
        ),
        (
            "Alerta",
            "*CRITICO*",
            "potassium H usable critical-by-laboratory",
        ),
        // Of something else.
        ("Critical care", "6.0", "potassium H usable -"),
        ("Delta low", "6.0", "potassium H usable -"),
        ("Linearity high", "6.0", "potassium H usable -"),
        (
            "Critical called at",
            "2026-05-02 08:00",
            "potassium H usable -",
        ),
    ] {
        assert_eq!(
            beside(columns, cells, "6.1"),
            expected,
            "{columns}: {cells}"
        );
    }
    // What holds no limits is told, as ever.
    let (_folder, path) = file(
        "labs.csv",
        "Patient,Test,Result,Unit,Critical High\n1,Potassium,6.1,mmol/L,see list\n",
    );
    let told = Run::check(&path).args(["--to", "csv"]).ok().stderr;
    assert!(told.contains("\"Critical High\""), "{told}");
}

#[test]
fn columns_of_critical_limits_in_other_words() {
    const CALLED: &str = "potassium H usable critical-by-laboratory";
    for columns in [
        "Crit L,Crit H",
        "LoLo,HiHi",
        "Kritisch min,Kritisch max",
        "seuil critique bas,seuil critique haut",
        "Límite crítico inferior,Límite crítico superior",
        "Valore critico min,Valore critico max",
        "kritiek laag,kritiek hoog",
        "危急值下限,危急值上限",
        "パニック値下限,パニック値上限",
    ] {
        assert_eq!(beside(columns, "2.8,6.0", "6.1"), CALLED, "{columns}");
    }
    for column in [
        "Critical Limit",
        "critical_threshold",
        "Notify if",
        "Alert",
        "Critical",
        "Panic value",
        "Kritischer Bereich",
        "Valeurs critiques",
        "Valores críticos",
        "Valori di panico",
        "Wartości krytyczne",
        "Критические значения",
        "危急值",
        "パニック値",
    ] {
        for range in ["<2.8 or >6.0", "2.8-6.0"] {
            assert_eq!(beside(column, range, "6.1"), CALLED, "{column}: {range}");
        }
    }
    // The same headers over answers and flags.
    for (column, cell, expected) in [
        ("危急值", "Y", CALLED),
        ("危急值", "N", "potassium H usable -"),
        ("Alert", "H", "potassium H usable -"),
        ("Alert", "HH", CALLED),
        ("Panic value", "Yes", CALLED),
        // A number alone: which limit it is, or whether it is one, is not known.
        ("危急值", "6.0", "potassium H usable -"),
        ("Panic value", "6.0", "potassium H usable -"),
    ] {
        assert_eq!(beside(column, cell, "6.1"), expected, "{column}: {cell}");
    }
}

#[test]
fn most_analytes_have_no_critical_range() {
    let (_folder, path) = file(
        "labs.csv",
        "Patient,Test,Result,Unit,Low,High,Critical Range\n1,Potassium,6.1,mmol/L,3.5,5.1,<2.8 or >6.0\n\
         1,ALT,20,U/L,5,40,-\n1,AST,20,U/L,5,40,-\n1,Albumin,44,g/L,35,50,N/A\n",
    );
    let rows = Run::check(&path).rows();
    assert_eq!(rows[0]["notices"], "critical-by-laboratory");
    assert!(rows[1..].iter().all(|row| row["flag"] == "N"));
}

#[test]
fn limits_beside_and_below_the_columns_of_a_wide_file() {
    const CALLED: &str = "potassium H usable critical-by-laboratory";
    for text in [
        "Patient,Sex,Age,K (mmol/L),K critical low,K critical high,Na (mmol/L)\n1,F,44,6.1,2.8,6.0,140\n",
        "Patient,Sex,Age,K (mmol/L),Na (mmol/L)\nCritical high,,,6.0,160\n1,F,44,6.1,140\n",
        "Test,Unit,Low,High,Critical low,Critical high,2026-05-02\nPotassium,mmol/L,3.5,5.1,2.8,6.0,6.1\n",
    ] {
        assert_eq!(said_of(text)[0], CALLED, "{text}");
    }
}

#[test]
fn the_table_and_a_sheet_say_whose_limit_it_is() {
    let (_folder, path) = file(
        "labs.csv",
        "Patient,Sex,Age,Collected,Test,Result,Unit,Low,High,Critical High\n\
         1,F,44,2026-05-02 07:15,Chloride,112,mmol/L,98,107,110\n",
    );
    let table = Run::check(&path).ok().stdout;
    assert!(
        table.contains("CRITICAL by the laboratory's own limit (above 110 mmol/L): call"),
        "{table}"
    );
    let run = Run::new(["preop", "--today", "2026-05-03"]).args([&path]);
    let sheet = run.ok().stdout;
    assert!(
        sheet.contains("limit critical above 110 mmol/L (the laboratory's report)"),
        "{sheet}"
    );
    let failed = Run::check(&path).args(["--fail-on", "critical"]).done();
    assert_eq!(failed.code, 1);
}
