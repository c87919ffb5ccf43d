//! `NA`: sodium, or what programs write where there is no name.

use crate::run::said;
use crate::traps::said_of;

#[test]
fn a_symbol_goes_before_its_panel() {
    let head = "patient,sample,collected,sex,age,test,component,result,unit,low,high\n";
    let who = "1,S1,2026-05-02 07:15,F,44";
    for (test, component, other, expected) in [
        ("BMP", "NA", "K", "sodium"),
        ("BMP", "Na", "CL", "sodium"),
        // Nothing is named by its symbol, or there is a name beside it: it says that there is none.
        ("Sodium", "NA", "Potassium", "sodium"),
        ("Glucose", "NA", "K", "glucose"),
    ] {
        let text = format!(
            "{head}{who},{test},{component},118,mmol/L,100,110\n{who},BMP,{other},4.1,mmol/L,,\n"
        );
        let said = said_of(&text).remove(0);
        assert!(
            said.starts_with(expected),
            "{test} {component} {other}: {said}"
        );
    }
}

/// A column of symbols that is empty for what has none: everything else was a sodium.
#[test]
fn na_beside_the_name_of_another_test_is_no_sodium() {
    let head = "patient,collected,sex,age,test,component,result,unit\n";
    let row = |cells: &str| format!("1,2026-05-02 07:15,F,44,{cells}\n");
    let beside = "BMP,K,4.1,mmol/L";
    for (rows, expected) in [
        (["BMP,NA,118,mmol/L", beside], "sodium|LL"),
        ([",NA,118,mmol/L", beside], "sodium|LL"),
        (["Chem 7,NA,118,mmol/L", "Chem 7,CREA,1,mg/dL"], "sodium|LL"),
        (["Foo assay,NA,118,mmol/L", beside], "|"),
        (["Foo assay,NA,140,ng/L", beside], "|"),
        (["Glucose,NA,600,mg/dL", beside], "glucose|HH"),
    ] {
        let text = format!(
            "{head}{}{}{}",
            row(rows[0]),
            row(rows[1]),
            row("BMP,CL,101,mmol/L")
        );
        let found = said(&text, &["analyte", "flag"]).remove(0);
        assert_eq!(found, expected, "{rows:?}");
    }
    // Each row by what stands beside it.
    let text = format!(
        "{head}{}{}{}",
        row("Foo assay,NA,140,ng/L"),
        row("BMP,NA,118,mmol/L"),
        row(beside)
    );
    let found = said(&text, &["analyte", "flag"]);
    assert_eq!(found, ["|", "sodium|LL", "potassium|N"]);
}

/// Each symbol has a name of its own that nobody knows: sodium was of no known test, and 118 was not called.
#[test]
fn na_beside_a_name_of_its_own_is_sodium() {
    let head = "patient,collected,sex,age,test,description,result,unit\n";
    for (na, k, creatinine, expected) in [
        ("Natrium direkt", "Kalium direkt", "Kreatinin", "sodium|LL"),
        ("सोडियम", "पोटेशियम", "क्रिएटिनिन", "sodium|LL"),
        // Beside names that are known it is perhaps another test, and a panel is no name.
        ("Foo assay", "Potassium", "Creatinine", "|"),
        ("Foo assay", "BMP", "Renal", "|"),
        ("Foo assay", "Panel 1", "Panel 1", "|"),
    ] {
        let who = "1,2026-05-02 07:15,F,44";
        let text = format!(
            "{head}{who},NA,{na},118,mmol/L\n{who},K,{k},4.1,mmol/L\n{who},CREA,{creatinine},1,mg/dL\n"
        );
        let found = said(&text, &["analyte", "flag"]).remove(0);
        assert_eq!(found, expected, "{na}, {k}, {creatinine}");
    }
}

#[test]
fn na_beside_a_code_of_loinc_names_nothing() {
    for (cells, expected) in [
        ("NA,2823-3,6.9,mmol/L", "potassium|HH"),
        ("NA,2345-7,600,mg/dL", "glucose|HH"),
        ("NA,2951-2,118,mmol/L", "sodium|LL"),
        ("NA,,118,mmol/L", "sodium|LL"),
        ("Na,2823-3,6.9,mmol/L", "|"),
        ("Sodium,2823-3,6.9,mmol/L", "|"),
    ] {
        let text = format!("patient,sex,age,test,loinc,result,unit\n1,F,44,{cells}\n");
        let found = said(&text, &["analyte", "flag"]);
        assert_eq!(found, [expected], "{cells}");
    }
}
