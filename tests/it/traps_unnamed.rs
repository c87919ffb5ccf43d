//! Who somebody is where no header says so, and numbers that stand for two people.

use crate::run::{Run, file, said, sheet_or_stop};

fn told(text: &str) -> String {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).ok().stderr
}

/// Two people of whom one has a hemolyzed sample.
fn two(header: &str, one: &str, other: &str) -> String {
    format!(
        "{header};Sex;Age;Date;Test;Result;Unit;Range;Comment\n\
         {one};M;60;2026-11-20;Potassium;6.9;mmol/L;3.5-5.1;\n\
         {one};M;60;2026-11-20;Sodium;140;mmol/L;136-145;\n\
         {other};F;31;2026-11-20;Potassium;4.1;mmol/L;3.5-5.1;Haemolysed\n"
    )
}

/// By their words; what only looks like a number of people may be a doctor's, a mother's or an insurer's.
#[test]
fn what_names_the_patient() {
    for (header, one, other) in [
        ("Study ID", "A1", "B2"),
        ("Hasta Adı", "Ali Can", "Ece Er"),
        ("Cod. Paziente", "11", "12"),
        ("TAJ", "123456789", "123456788"),
    ] {
        let text = two(header, one, other);
        let expected = [one, one, other];
        assert_eq!(said(&text, &["patient"]), expected, "{header}");
        assert!(!told(&text).contains("[patient-not-named]"), "{header}");
    }
    for (header, one, other) in [
        ("Foo", "S-1001", "S-1002"),
        ("Kundennr", "11", "12"),
        ("GP code", "G1", "G2"),
        ("Mother ID", "M1", "M2"),
        ("Insurer", "101", "102"),
        ("Height", "175", "160"),
        ("Bed", "B12", "B13"),
        ("Ward", "North", "South"),
        ("Zyklus", "C3", "C4"),
        ("Zip code", "10115", "20095"),
        ("Physician", "Smith", "Brown"),
        ("Dept code", "101", "102"),
    ] {
        let text = two(header, one, other);
        assert_eq!(said(&text, &["patient"]), ["", "", ""], "{header}");
        assert!(told(&text).contains("[patient-not-named]"), "{header}");
    }
    for header in ["Kundennr", "NHS", "Ficha", "HC"] {
        let said = told(&two(header, "11", "12"));
        assert!(said.contains(&format!("perhaps \"{header}\"")), "{said}");
    }
}

/// Nobody is drawn twice in a minute: rows of one test, one time and two numbers are of several people.
#[test]
fn one_test_with_two_numbers_at_one_time() {
    const AT: &str = "2026-11-20 08:10";
    for (columns, one, other, expected) in [
        (
            "NHS,Collected",
            format!("10441,{AT}"),
            format!("10442,{AT}"),
            true,
        ),
        (
            "Bed,Collected",
            format!("B12,{AT}"),
            format!("B13,{AT}"),
            true,
        ),
        (
            "CF,Date,Time",
            "1,2026-11-20,08:10".into(),
            "2,2026-11-20,08:10".into(),
            true,
        ),
        // Two draws, a day of which no time is told, two samples, two fluids, a correction.
        (
            "CF,Collected",
            format!("10441,{AT}"),
            "10441,2026-11-20 12:10".into(),
            false,
        ),
        (
            "CF,Collected",
            "10441,2026-11-20".into(),
            "10442,2026-11-20".into(),
            false,
        ),
        (
            "Sample ID,Collected",
            format!("S1001,{AT}"),
            format!("S1002,{AT}"),
            false,
        ),
        (
            "Specimen,Collected",
            format!("Serum,{AT}"),
            format!("Plasma,{AT}"),
            false,
        ),
        (
            "Status,Collected",
            format!("Final,{AT}"),
            format!("Corrected,{AT}"),
            false,
        ),
    ] {
        let text = format!(
            "{columns},Test,Result,Unit,Range\n{one},Potassium,4.1,mmol/L,3.5-5.1\n{other},Potassium,4.9,mmol/L,3.5-5.1\n\
             {other},Creatinine,1.0,mg/dL,0.5-1.1\n"
        );
        let found = told(&text).contains("[patient-not-named]");
        assert_eq!(found, expected, "{text}");
    }
}

/// Two people under a doctor's number: the later one's result takes no stop away.
#[test]
fn a_guess_takes_no_stop_away() {
    for header in ["GP code", "Hausarzt-Nr", "Mother ID", "Ref range key"] {
        let text = format!(
            "{header},Sex,Age,Collected,Test,Result,Unit\nG1,F,80,2026-11-18,Potassium,6.9,mmol/L\n\
             G1,F,80,2026-11-20,Potassium,4.1,mmol/L\nG2,M,84,2026-11-20,Potassium,4.2,mmol/L\n"
        );
        let done = sheet_or_stop(&text);
        assert_eq!(done.code, 1, "{header}: {}", done.stdout);
    }
}

#[test]
fn a_number_of_rows_is_nobodys() {
    // Its index is of the same tube perhaps: nobody takes the rows apart by their numbers.
    for header in ["No", "Row", "Record ref", "Line id"] {
        let text = format!(
            "{header},Sex,Age,Date,Test,Result,Unit\n\
             1,M,60,2026-11-20,Potassium,4.9,mmol/L\n\
             2,M,60,2026-11-20,Hemolysis index,300,mg/dL\n\
             3,F,31,2026-11-20,Potassium,4.9,mmol/L\n"
        );
        assert_eq!(said(&text, &["patient"]), ["", "", ""], "{header}");
    }
}

#[test]
fn a_name_in_two_columns() {
    for headers in [
        "Last Name,First Name",
        "Nachname,Vorname",
        "Name,Vorname",
        "Nom,Prénom",
        "Apellidos,Nombre",
        "Cognome,Nome",
        "Sobrenome,Nome",
        "Nazwisko,Imię",
        "Příjmení,Jméno",
        "Soyadı,Adı",
        "Фамилия,Имя",
        "姓,名",
    ] {
        let text = format!(
            "{headers},Sex,Age,Collected,Test,Result,Unit\n\
             Smith,Ann,F,60,2026-11-18,Potassium,6.9,mmol/L\n\
             Smith,Mary,F,60,2026-11-20,Potassium,4.1,mmol/L\n\
             Na,,M,31,2026-11-20,Potassium,4.2,mmol/L\n\
             ,,M,31,2026-11-20,Potassium,4.2,mmol/L\n"
        );
        let expected = ["Smith, Ann", "Smith, Mary", "Na", ""];
        assert_eq!(said(&text, &["patient"]), expected, "{headers}");
        assert_eq!(sheet_or_stop(&text).code, 1, "{headers}");
    }
}

/// A figure in a cell of theirs left all rows nobody's, and controls as patients.
#[test]
fn a_control_or_a_number_where_names_stand() {
    for (cells, expected) in [
        ("Baby 1,Jones", "Baby 1, Jones|HH"),
        ("QC,Level 1", "QC, Level 1|"),
        ("Control,High 2", "Control, High 2|"),
        ("Multiqual,2", "Multiqual, 2|"),
    ] {
        let text = format!(
            "Surname,First name,Test,Result,Unit\nSmith,John,Potassium,4.2,mmol/L\n{cells},Potassium,6.9,mmol/L\n"
        );
        let rows = said(&text, &["patient", "flag"]);
        assert_eq!(rows, ["Smith, John|", expected], "{cells}");
    }
}

#[test]
fn a_name_in_two_columns_may_be_of_anybody() {
    for (headers, cells) in [
        // A number says more.
        ("MRN,Last Name,First Name", "11,Smith,Ann"),
        ("Last Name,First Name,Encounter", "Smith,Ann,11"),
        // A surname alone is that of many, and of two pairs nobody knows which.
        ("Place,Last Name", "A,Smith"),
        ("Place,First Name", "A,Ann"),
        (
            "Last Name,First Name,Surname,Forename",
            "Smith,Ann,Jones,Paul",
        ),
        ("Physician last name,Physician first name", "Smith,Ann"),
        ("Lab,Name,Code", "A,Core,C1"),
    ] {
        let text = format!(
            "{headers},Sex,Age,Test,Result,Unit\n{cells},F,60,Potassium,4.9,mmol/L\n{cells},F,60,Sodium,140,mmol/L\n"
        );
        for patient in said(&text, &["patient"]) {
            assert!(
                ["", "11"].contains(&patient.as_str()),
                "{headers}: {patient}"
            );
        }
    }
}

/// A rise of creatinine from one number to the other is seen by nobody.
#[test]
fn one_person_under_two_numbers() {
    for (headers, one, other, is_told) in [
        (
            "MRN,Patient name,DOB",
            "1,\"Smith, John\",1981-01-02",
            "2,John Smith,1981-01-02",
            true,
        ),
        (
            "MRN,Surname,First name,DOB",
            "1,Smith,John,1981-01-02",
            "2,SMITH,John,1981-01-02",
            true,
        ),
        (
            "MRN,Patient name,DOB",
            "1,\"Smith, John\",1981-01-02",
            "1,John Smith,1981-01-02",
            false,
        ),
        // A day in two ways of writing.
        (
            "MRN,Patient name,DOB",
            "1,John Smith,1981-01-22",
            "2,John Smith,22.01.1981",
            true,
        ),
        // The first day of a spreadsheet.
        (
            "MRN,Patient name,DOB",
            "1,John Smith,1900-01-01",
            "2,John Smith,1900-01-01",
            false,
        ),
        // A son, a twin, somebody whom nobody knows.
        (
            "MRN,Patient name,DOB",
            "1,\"Smith, John\",1981-01-02",
            "2,John Smith,2011-01-02",
            false,
        ),
        (
            "MRN,Patient name,DOB",
            "1,\"Smith, John\",1981-01-02",
            "2,Mary Smith,1981-01-02",
            false,
        ),
        (
            "MRN,Patient name,DOB",
            "1,John Doe,1981-01-02",
            "2,John Doe,1981-01-02",
            false,
        ),
        (
            "MRN,Patient name,DOB",
            "1,John Smith,",
            "2,John Smith,",
            false,
        ),
    ] {
        let text = format!(
            "{headers},Sex,Collected,Test,Result,Unit\n{one},M,2026-11-18,Creatinine,80,umol/L\n{other},M,2026-11-20,Creatinine,180,umol/L\n"
        );
        let said = told(&text).contains("[one-person-possible]");
        assert_eq!(said, is_told, "{headers}: {one}, {other}");
    }
}

#[test]
fn two_names_under_one_number() {
    for (one, other, are_two) in [
        ("SMITH, JOHN", "BROWN, PETER", true),
        ("SMITH, JOHN", "SMITH, J.", false),
        ("SMITH, JANE", "BROWN, JANE", false),
        ("SMITH, JOHN", "John Smith", false),
        ("Unknown Male", "SMITH, JOHN", false),
        ("", "SMITH, JOHN", false),
    ] {
        for header in ["Facility", "Site"] {
            let text = format!(
                "{header},MRN,Patient Name,Sex,Age,Collected,Test,Result,Unit,Range\n\
                 A,1001,\"{one}\",M,60,2026-11-20 08:00,Potassium,4.1,mmol/L,3.5-5.1\n\
                 B,1001,\"{other}\",M,60,2026-11-20 09:00,Potassium,6.9,mmol/L,3.5-5.1\n\
                 B,1002,\"Miller, Ann\",F,60,2026-11-20 09:00,Potassium,4.4,mmol/L,3.5-5.1\n"
            );
            let expected = match are_two {
                true => ["serum|caution", "serum|caution", "serum|usable"],
                false => ["serum|usable", "serum|usable", "serum|usable"],
            };
            assert_eq!(
                said(&text, &["specimen", "usability"]),
                expected,
                "{one} and {other}"
            );
            assert_eq!(told(&text).contains("two-patients-possible"), are_two);
        }
    }
}

#[test]
fn a_site_of_letters_is_a_place() {
    for (one, other, expected) in [
        ("A", "B", ["serum", "serum"]),
        ("S", "U", ["serum", "urine"]),
        ("Serum", "Urine", ["serum", "urine"]),
    ] {
        let text = format!(
            "MRN,Site,Test,Result,Unit\n1,{one},Sodium,140,mmol/L\n1,{other},Sodium,140,mmol/L\n"
        );
        assert_eq!(said(&text, &["specimen"]), expected, "{one} {other}");
    }
}

#[test]
fn a_reason_stands_beside_every_doubt() {
    let text =
        "MRN,Sex,Age,Specimen,Test,Result,Unit,Range\n1,M,60,foo,Potassium,4.1,mmol/L,3.5-5.1\n";
    let (_folder, path) = file("labs.csv", text);
    let table = Run::check(&path).ok().stdout;
    assert!(
        table.contains("its specimen is a word that is not known"),
        "{table}"
    );
}

#[test]
fn a_number_in_a_table_of_analytes_may_be_a_result() {
    for (header, patient) in [("Foo count", ""), ("Foo", ""), ("Study ref no", "")] {
        let text = format!(
            "{header},Sex,Age,Potassium mmol/L,Sodium mmol/L\n10115,M,60,4.1,140\n20095,F,31,4.2,141\n"
        );
        assert_eq!(said(&text, &["patient"])[0], patient, "{header}");
    }
}
