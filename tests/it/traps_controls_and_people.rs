//! Which rows are controls, and which are of people beside whom the word for one stands.

use crate::run::said;

/// The flag of a critical potassium, or of whom it is instead.
fn potassium(headers: &str, rows: &str) -> Vec<String> {
    let rows: Vec<String> = rows
        .split('|')
        .map(|row| format!("{row},Potassium,6.9,mmol/L,3.5-5.1\n"))
        .collect();
    let text = format!("{headers},Test,Result,Unit,Ref\n{}", rows.concat());
    let said = said(&text, &["flag", "notices"]);
    let short = |row: &String| match row.contains("quality-control") {
        true => "control".to_string(),
        false => row.split('|').next().unwrap_or_default().to_string(),
    };
    said.iter().map(short).collect()
}

#[test]
fn a_lot_alone_makes_no_control_of_a_patient() {
    // Nobody is named in the file: the lot is that by which the result was released.
    for (headers, row) in [
        ("Control Lot", "45678"),
        ("Date,QC Lot", "2026-05-02,45678"),
        ("Initials,QC Lot", "SJ,45678"),
        ("Bed,QC Lot", "12,45678"),
        ("Visit,Control Lot", "V1,45678"),
    ] {
        assert_eq!(potassium(headers, row), ["HH"], "{headers}");
    }
    let text = "Name: Smith John,Sex: M,Age: 45,\n\
                Test,Result,Unit,Control Lot\n\
                Potassium,6.9,mmol/L,45678\n";
    assert_eq!(said(text, &["patient", "flag"]), ["Smith John|HH"]);
    let text = "Date,Potassium (mmol/L),Sodium (mmol/L),QC Lot\n2026-05-02,6.9,140,45678\n";
    assert_eq!(said(text, &["flag"])[0], "HH");
    // Others are named, or it has a name or a level of its own.
    for (headers, rows, expected) in [
        ("Patient,QC Lot", ",45678|P1,", ["control", "HH"]),
        (
            "QC Lot,Control Name",
            "45678,Multiqual 1|45678,Multiqual 2",
            ["control"; 2],
        ),
        ("QC Lot,Level", "45678,1|45678,2", ["control"; 2]),
        ("Patient,QC Lot", "P1,45678|P2,", ["HH", "HH"]),
    ] {
        assert_eq!(potassium(headers, rows), expected, "{headers}: {rows}");
    }
}

#[test]
fn people_who_are_called_like_a_control() {
    for (person, is_control) in [
        ("\"Blank, Peter\",M,", false),
        ("\"Blank, Peter\",,45", false),
        ("\"Cal, Ayse\",F,40", false),
        ("Kontroll Jan,M,45", false),
        ("\"Randox, Ray\",M,45", false),
        ("CONTROL-101,M,45", false),
        ("CTRL-103,,45", false),
        // Names that begin like a level or a maker, or are one.
        ("\"Blank, Norman\",M,45", false),
        ("\"Blank, Norma\",F,", false),
        ("Kontroll Bastian,M,45", false),
        ("\"Kontrola, Basri\",M,45", false),
        ("\"Cal, Lowell\",M,45", false),
        ("Cal Altay,F,40", false),
        ("Randox Altan,M,45", false),
        ("\"Control, Patou\",M,45", false),
        ("Kontroll Hautala,M,45", false),
        ("\"Blank, Positano\",M,45", false),
        ("\"Control, Orthodoxia\",F,45", false),
        ("\"Kontroll, Bas\",M,45", false),
        ("\"Blank, Norm\",M,45", false),
        ("\"Blank, Cal\",M,45", false),
        ("\"Blank, Mary Low\",F,45", false),
        ("Cal Roché,M,45", false),
        // A name behind a comma, and what no one is called.
        ("\"Blank, Peter\",,", false),
        ("\"Blank, Ann-Marie\",,", false),
        ("\"Blank, Reagent\",,", true),
        ("\"Blank, 2\",,", true),
        ("Blank Peter,,", true),
        // Nobody is told of, or an analyzer has a level.
        ("CONTROL-101,,", true),
        ("Control 2,F,31", true),
        ("Control,F,31", true),
        ("CONTROL-101,M,", true),
        ("Control Level 1,M,45", true),
        ("Control L1,M,45", true),
        ("QC 2,M,45", true),
        ("Randox Assayed 2,M,45", true),
        ("Control serum,M,45", true),
        ("Multiqual 1,M,45", true),
        ("Control high,M,45", true),
        ("Control Patologico,M,45", true),
        ("Kontrolle Norm,F,45", true),
        ("Control Roche,M,0", true),
        ("Contrôle Pathologique,F,", true),
        ("\"CONTROL, PATOLOGICO\",M,45", true),
        ("\"Control, High\",M,45", true),
        ("Control Norm,M,45", true),
        ("Control Norm 2,M,45", true),
        ("Contrôle bas,M,45", true),
        ("Kontrolle Lot 4711,M,45", true),
        ("Control Precinorm U,M,45", true),
        ("Control Bio-Rad Low,M,45", true),
        ("Control normal humano,M,45", true),
        ("Cal Lyphochek,M,45", true),
        ("\"Control, Lot 4711\",M,45", true),
        ("Control Multiqual,M,45", true),
        ("Control Multichem,M,45", true),
        ("Control Ortho Vitros,M,45", true),
        ("\"Control, Roche\",M,45", true),
        ("\"Kontrolle, Norm\",M,45", true),
        ("Kontrolle Normalbereich,M,45", true),
        ("Kontrolle Hochpathologisch,F,45", true),
        ("Control Normalserum,M,45", true),
        ("Controle Haute,F,45", true),
        ("Cal lot 4711,M,45", true),
        ("Cal Siemens,M,45", true),
        ("Blank Cal 1,M,45", true),
    ] {
        let expected = if is_control { "control" } else { "HH" };
        assert_eq!(potassium("Patient,Sex,Age", person), [expected], "{person}");
    }
    for (birth, expected) in [
        ("1950-03-01", "HH"),
        ("01/03/1950", "HH"),
        // What fills the cell of a control.
        ("1900-01-01", "control"),
        ("NULL", "control"),
    ] {
        let row = format!("CONTROL-101,{birth}");
        assert_eq!(potassium("Patient,Birth Date", &row), [expected], "{birth}");
    }
}

#[test]
fn the_controls_of_a_study_are_people() {
    for (header, cell, beside_age, alone) in [
        ("Category", "Controls", "HH", "control"),
        ("Record Type", "control", "HH", "control"),
        ("Category", "Quality control", "control", "control"),
        ("Record Type", "QC", "control", "control"),
        ("Record Type", "liquid QC", "control", "control"),
    ] {
        let headers = format!("Patient,Age,Date,{header}");
        let aged = format!("P1,45,2026-05-02,{cell}");
        assert_eq!(potassium(&headers, &aged), [beside_age], "{header}: {cell}");
        let alone_row = format!("P1,,2026-05-02,{cell}");
        assert_eq!(potassium(&headers, &alone_row), [alone], "{header}: {cell}");
    }
    // Both in one file, in either order.
    let rows = "P1,45,2026-05-02,control|P2,,2026-05-02,control|P3,51,2026-05-02,control";
    assert_eq!(
        potassium("Patient,Age,Date,Record Type", rows),
        ["HH", "control", "HH"]
    );
}

#[test]
fn a_tube_that_is_numbered_by_an_analyzer() {
    for (patient, sample, expected) in [
        ("P1", "Randox-RX-554312", "HH"),
        ("", "Randox-RX-554312", "control"),
        ("P1", "Randox 2", "control"),
        ("P1", "Multiqual-554312", "control"),
    ] {
        let row = format!("{patient},{sample}");
        assert_eq!(potassium("Patient,Sample", &row), [expected], "{row}");
    }
    let person = "\"Blank, Norman\",1950-03-01";
    for headers in ["Patient,Birth Date", "Sample,Birth Date"] {
        assert_eq!(potassium(headers, person), ["HH"], "{headers}");
    }
}

/// Whoever comes for a check-up has it in the place of the number of the order: in French, German, Italian or Spanish, "control".
#[test]
fn a_check_up_is_no_control() {
    for line in [
        "Auftrag: Kontrolle",
        "Demande: Contrôle",
        "Petición: Control",
        "Richiesta: Controllo",
        "Tipo: Controlli",
        "Visit type: Controls",
    ] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 50\n{line}\nTest,Result,Unit\nPotassium,6.9,mmol/L\n"
        );
        assert_eq!(said(&text, &["flag"]), ["HH"], "{line}");
    }
    for line in ["Sample type: QC", "Type: QC", "QC: Level 1"] {
        let text = format!(
            "Patient: Smith John,Sex: M,Age: 50\n{line}\nTest,Result,Unit\nPotassium,6.9,mmol/L\n"
        );
        assert_eq!(said(&text, &["flag"]), [""], "{line}");
    }
    for (row, flag) in [
        ("1001,M,50,Kontrolle", "HH"),
        ("1001,M,,Kontrolle", "HH"),
        ("1001,M,50,QC1", ""),
        (",,,Kontrolle", ""),
    ] {
        let text =
            format!("patient,sex,age,Auftrag,test,result,unit\n{row},Potassium,6.9,mmol/L\n");
        assert_eq!(said(&text, &["flag"]), [flag], "{row}");
    }
}
