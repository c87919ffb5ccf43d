//! Exports that nobody had read before: national numbers, fields of HL7, rounds of schemes, animals, and what only looks like them.

use crate::run::{Run, file, said};

#[test]
fn a_state_numbers_its_people() {
    for header in "DNI|RUT|Cédula|CURP|CPF|SSN|National ID|National ID No.|Civil ID|BSN|JMBG|EGN|AMKA|TCKN|NIK|Aadhaar|\
                   Aadhaar No|Inmate Number|baby_id|身份证号|주민등록번호|Nro Documento|resident_id|employee_id"
        .split('|')
    {
        let text = format!(
            "{header},Age,Sex,Date,Test,Result,Unit,Reference\n\
             17123,54,M,2026-03-01,Potassium,4.8,mmol/L,3.5-5.1\n\
             17123,54,M,2026-03-01,Sodium,140,mmol/L,136-145\n\
             17555,54,M,2026-03-01,Potassium,4.2,mmol/L,3.5-5.1\n"
        );
        assert_eq!(
            said(&text, &["patient", "flag"]),
            ["17123|N", "17123|N", "17555|N"],
            "{header}"
        );
    }
    // The number of a hospital is the better one, wherever it stands.
    for better in ["MRN", "Patient ID", "NHC", "subject_id"] {
        let text = format!(
            "DNI,{better},Age,Sex,Test,Result,Unit,Reference\n\
             17123,M1,54,M,Potassium,4.8,mmol/L,3.5-5.1\n\
             17555,M2,54,M,Potassium,4.2,mmol/L,3.5-5.1\n"
        );
        assert_eq!(said(&text, &["patient"]), ["M1", "M2"], "{better}");
    }
    // One of the staff, of a run and of a row says nothing of a patient.
    for header in ["Run", "employee_id", "resident_id", "Identificación", "CI"] {
        let text = format!(
            "{header},Test,Result,Unit\n\
             1,Potassium,4.8,mmol/L\n\
             2,Sodium,140,mmol/L\n"
        );
        assert_eq!(said(&text, &["patient"]), ["", ""], "{header}");
    }
}

#[test]
fn headers_of_chile() {
    let text = "N° Orden;RUT;Paciente;F. Nacimiento;Sexo;F. Toma Muestra;Examen;Resultado;Unidad;V.Ref. Mín;V.Ref. Máx\n\
                100;12.345.678-9;PEREZ JUAN;13-05-1960;M;15-03-2026 08:00;POTASIO;6,2;mEq/L;3,5;5,9\n\
                101;12.345.678-K;PEREZ JUAN;13-05-1960;M;15-03-2026 08:00;POTASIO;4,2;mEq/L;3,5;5,9\n";
    assert_eq!(
        said(text, &["patient", "collected", "low", "high", "flag"]),
        [
            "12.345.678-9|15-03-2026 08:00|3.5|5.9|H",
            "12.345.678-K|15-03-2026 08:00|3.5|5.9|N"
        ]
    );
}

#[test]
fn parts_of_fields_of_hl7() {
    for headers in [
        "PID.3.1,PID.7.1,PID.8.1,OBR.7.1,OBX.3.1,OBX.3.2,OBX.5.1,OBX.6.1,OBX.7.1,OBX.8.1,OBX.11.1",
        "PID-3.1,PID-7,PID-8,OBX-14,OBX-3.1,OBX-3.2,OBX-5.1,OBX-6.1,OBX-7,OBX-8,OBX-11",
        "PID_3_1,PID_7,PID_8,OBR_7,OBX_3_1,OBX_3_2,OBX_5_1,OBX_6_1,OBX_7,OBX_8,OBX_11",
        "PID3_ID,PID7_DOB,PID8_Sex,OBX14_DateTime,OBX3_Code,OBX3_Text,OBX5_Value,OBX6_Units,OBX7_RefRange,OBX8_Flag,OBX11_Status",
        "PID.3,PID.7,PID.8,OBR.7,OBX.3.Identifier,OBX.3.Name,OBX.5.Value,OBX.6.Units,OBX.7,OBX.8,OBX.11",
    ] {
        let text = format!(
            "{headers}\n\
             123456,19660304,F,202603010900,2823-3,Potassium,6.4,mmol/L,3.5-5.1,H,F\n\
             123456,19660304,F,202603010900,2951-2,Sodium,139,mmol/L,136-145,,W\n"
        );
        assert_eq!(
            said(
                &text,
                &["patient", "collected", "analyte", "flag", "notices"]
            ),
            [
                "123456|202603010900|potassium|H|",
                "123456|202603010900|sodium||result-absent"
            ],
            "{headers}"
        );
    }
    // The other parts of a field are none of it: its authority, the text of a unit, the number of a list.
    let text = "PID.3.1,PID.3.4,OBX.3.1,OBX.3.2,OBX.3.3,OBX.5.1,OBX.6.1,OBX.6.3,SPM.4.1,SPM.4.2,SPM.4.3\n\
                7,HOSP,2823-3,Potassium,LN,4.4,mmol/L,UCUM,PLAS,Plasma,HL70487\n\
                8,HOSP,2823-3,Potassium,LN,4.4,mmol/L,UCUM,,Plasma,HL70487\n";
    assert_eq!(
        said(text, &["patient", "unit", "specimen"]),
        ["7|mmol/L|plasma", "8|mmol/L|plasma"]
    );
}

#[test]
fn a_unit_said_twice() {
    for (test, value, unit, expected) in [
        ("Creatinine", "98", "µmol/L (micromoles/L)", "N|"),
        ("Creatinine", "98", "µmol/L (micromoles per litre)", "N|"),
        ("Potassium", "4.2", "mEq/L (mmol/L)", "N|"),
        ("Potassium", "4.2", "mmol/L (mEq/L)", "N|"),
        ("Sodium", "140", "mmol/L or mEq/L", "N|"),
        // Two units that differ say nothing together.
        // What is critical in one of them is called.
        (
            "Calcium",
            "2.4",
            "mEq/L (mmol/L)",
            "|unit-unknown critical-limit critical-context",
        ),
        ("Glucose", "90", "mg/dL (mmol/L)", "|unit-unknown"),
        ("Creatinine", "98", "µmol/L (millimoles/L)", "|unit-unknown"),
        ("Creatinine", "98", "µmol/L (mg/dL)", "|unit-unknown"),
    ] {
        let text = format!("Patient,Age,Sex,Test,Result,Unit\nP1,34,M,{test},{value},{unit}\n");
        let flag = said(&text, &["flag", "notices"])[0].replace("method-dependent", "");
        assert_eq!(flag, expected, "{test} {unit}");
    }
}

#[test]
fn a_test_of_a_trial_is_done() {
    let rows = |letters: &str| -> String {
        let row = |(at, letter)| {
            format!("S,1,100{at},V1,40,M,2026-01-12,Potassium,4.2,mmol/L,3.5-5.1,{letter}\n")
        };
        letters.split(' ').enumerate().map(row).collect()
    };
    let notices = |headers: &str, letters: &str| {
        let text = format!("{headers}\n{}", rows(letters));
        said(&text, &["flag", "notices"]).join(" ")
    };
    let trial = "Study ID,Site,Subject,Visit,Age,Sex,Collected,Test,Result,Unit,Range,Test Status";
    assert_eq!(notices(trial, "D D D"), "N| N| N|");
    assert_eq!(notices(trial, "D D X"), "N| N| |result-absent");
    assert_eq!(notices(trial, "D D N"), "N| N| |result-absent");
    // What a letter means is open: deleted, as in HL7.
    assert_eq!(notices(trial, "D F F"), "|result-absent N| N|");
    assert_eq!(notices(trial, "D X"), "|result-absent |result-absent");
    for other in [
        trial.replace("Test Status", "Status"),
        trial.replace("Study ID,Site", "A,B").replace("Visit", "C"),
    ] {
        assert_eq!(notices(&other, "D D"), "|result-absent |result-absent");
    }
}

/// What is said of a file that is not read as one of patients.
fn told(text: &str, code: &str) -> bool {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).ok().stderr.contains(code)
}

#[test]
fn a_round_of_a_scheme_is_of_no_patient() {
    for headers in [
        "Round,Sample,Analyte,Unit,Your result,Assigned value,z-score",
        "Round,Sample,Analyte,Unit,Result,Target value,Z score",
        "Runde,Probe,Analyt,Einheit,Ergebnis,Zielwert,z-Score",
        "Kit,Specimen,Analyte,Unit,Reported Result,No. of Labs,S.D.I.",
    ] {
        let text = format!("{headers}\n2026-1,CHM-01,Potassium,mmol/L,6.9,6.8,1.0\n");
        assert_eq!(
            said(&text, &["analyte", "flag", "notices"]),
            ["potassium||quality-control"],
            "{headers}"
        );
        assert!(told(&text, "external quality assessment"), "{headers}");
    }
    // One's own goals, a z-score of a child, and whoever has an age.
    for (headers, cells) in [
        ("Test,Unit,Result,Target value", "Potassium,mmol/L,6.9,4.5"),
        (
            "Test,Unit,Result,Target,z-score",
            "Potassium,mmol/L,6.9,4.5,2",
        ),
        ("Test,Unit,Result,z-score", "Potassium,mmol/L,6.9,2"),
        (
            "Test,Unit,Result,Assigned value,z-score,Age",
            "Potassium,mmol/L,6.9,4.5,2,40",
        ),
    ] {
        let text = format!("Patient,{headers}\nP1,{cells}\n");
        assert_eq!(said(&text, &["flag"]), ["HH"], "{headers}");
    }
}

#[test]
fn animals_that_no_column_of_species_tells() {
    let row = |headers: &str, cells: &str| {
        let text = format!("{headers},Test,Result,Unit\n{cells},Potassium,6.9,mmol/L\n");
        said(&text, &["flag", "notices"])[0].clone()
    };
    const ANIMAL: &str = "|result-absent";
    for (headers, cells) in [
        ("Patient,Sex,Age", "Rex,FS,9"),
        ("Patient,Sex,Age", "Rex,MN,40"),
        ("Patient,Sex,Age", "Rex,Spayed female,9"),
        ("Patient,Sex,Age", "Rex,Gelding,9"),
        ("Patient,Sex,Age", "Fluffy (Feline),F,9"),
        ("Patient,Sex,Age", "Buddy - Canine,M,40"),
        ("Patient,Sex,Age,Panel", "Rex,M,40,Canine Chem 17"),
        ("Patient,Sex,Age,Patient Type", "Rex,M,40,Canine"),
        ("Owner,Sex,Age,Pet", "Smith,M,40,Rex"),
        ("Besitzer,Sex,Age,Tiername", "Smith,M,40,Rex"),
        ("Patient,Sex,Age,Hayvan Türü", "Rex,M,40,Köpek"),
        ("Patient,Sex,Age,动物种类", "Rex,M,40,犬"),
        ("Patient,Sex,Age,Gatunek", "Rex,M,40,pies"),
        ("Patient,Sex,Age,Вид животного", "Rex,M,40,собака"),
    ] {
        assert_eq!(row(headers, cells), ANIMAL, "{headers}: {cells}");
    }
    for (headers, cells) in [
        ("Patient,Sex,Age", "P1,F,40"),
        ("Patient,Sex,Age", "P1,MTF,40"),
        ("Patient,Sex,Age", "Feline de Vries,F,40"),
        ("Patient,Sex,Age", "Smith-Katz,F,40"),
        ("Patient,Sex,Age,Panel", "P1,M,40,Chemistry"),
        (
            "Patient,Sex,Age,Panel",
            "P1,M,40,Equine encephalitis workup",
        ),
        ("Patient,Sex,Age,Patient Type", "P1,M,40,Inpatient"),
        ("Patient,Sex,Age,Patient Type", "P1,M,40,SUS"),
        ("Patient,Sex,Age,PET", "P1,M,40,Yes"),
        ("Patient,Sex,Age,pet", "P1,M,40,1"),
    ] {
        assert!(row(headers, cells).starts_with("HH|"), "{headers}: {cells}");
    }
    // One that strayed into the file of a hospital makes nobody else an animal; some animals are whole.
    let rows = |sexes: &str| -> Vec<String> {
        let row = |(at, sex)| format!("P{at},{sex},40,Potassium,6.9,mmol/L\n");
        let rows: String = sexes.split(' ').enumerate().map(row).collect();
        said(
            &format!("Patient,Sex,Age,Test,Result,Unit\n{rows}"),
            &["flag"],
        )
    };
    assert_eq!(rows("F M F M F FS")[..5], ["HH", "HH", "HH", "HH", "HH"]);
    assert_eq!(rows("F M FS MN"), ["", "", "", ""]);
}

#[test]
fn a_race_is_a_breed_beside_another_breed() {
    let rows = |header: &str, races: &[&str]| -> Vec<String> {
        let row = |(at, race)| format!("P{at},M,40,{race},Potassium,6.9,mmol/L\n");
        let rows: String = races.iter().enumerate().map(row).collect();
        said(
            &format!("Patient,Sex,Age,{header},Test,Result,Unit\n{rows}"),
            &["flag"],
        )
    };
    for (header, races) in [
        ("Raza", &["Mestizo", "Labrador", "Mestizo", ""][..]),
        ("Raza", &["Europeo", "Siamés", "Común europeo"]),
        ("Razza", &["Meticcio", "Meticcio", "Dalmata"]),
        ("Rasse", &["Europäisch Kurzhaar", "Europäer"]),
        ("Rasse", &["Weißer Schäferhund"]),
        ("Rasse", &["American Staffordshire"]),
        ("Raza", &["Labrador negro", ""]),
    ] {
        assert!(
            rows(header, races).iter().all(String::is_empty),
            "{header}: {races:?}"
        );
    }
    for (header, races) in [
        ("Raza", &["Mestizo", "Blanca", "Indígena", ""][..]),
        ("Raza", &["Negra", "Desconocida", "Afroamericano"]),
        ("Razza", &["Caucasica", "Non dichiarata"]),
        ("Rasse", &["kaukasisch", "unbekannt"]),
    ] {
        assert!(
            rows(header, races).iter().all(|flag| flag == "HH"),
            "{header}: {races:?}"
        );
    }
    // A header of animals beside it.
    for (beside, cells) in [("Tier-Nr", "12"), ("Especie", ""), ("Tierhalter", "Smith")] {
        let text = format!(
            "Patient,Sex,Age,{beside},Raza,Test,Result,Unit\nRex,M,40,{cells},Mestizo,Potassium,6.9,mmol/L\n"
        );
        assert_eq!(said(&text, &["flag"]), [""], "{beside}");
    }
    let text = "Patient,Sex,Age,Especie,Raza,Test,Result,Unit\nP1,M,40,Humano,Mestizo,Potassium,6.9,mmol/L\n";
    assert_eq!(said(text, &["flag"]), ["HH"]);
}

#[test]
fn wards_and_senders_are_no_specimen() {
    for (header, expected, is_told) in [
        ("Station", "serum|HH", true),
        ("Einsender", "serum|HH", true),
        ("Zuweiser", "serum|HH", true),
        ("Requesting location", "serum|HH", true),
        // These may be of the laboratory, and name what it measures in.
        ("Abteilung", "csf|", false),
        ("Workstation", "csf|", false),
        ("Bereich", "csf|", false),
        ("Material", "csf|", false),
    ] {
        let text = format!(
            "Patient;Alter;Geschlecht;{header};Analyse;Ergebnis;Einheit;Normbereich\n\
             P1;66;m;Liquor;Kalium;7,2;mmol/l;3,5-5,1\n"
        );
        assert_eq!(said(&text, &["specimen", "flag"]), [expected], "{header}");
        assert_eq!(told(&text, "column-unknown"), is_told, "{header}");
    }
}

#[test]
fn a_comment_that_names_a_control() {
    for (comment, expected) in [
        ("EQA sample", "|quality-control"),
        ("EQA sample.", "|quality-control"),
        ("This is a proficiency testing sample", "|quality-control"),
        ("Ringversuch", "|quality-control"),
        ("QC sample", "|quality-control"),
        // What says more is read by whoever has the number, and no critical one is lost.
        ("EQA sample - call the ward", "HH|"),
        ("Confirmed with QC sample, phoned to ward", "HH|"),
        ("not an EQA sample", "HH|"),
        ("Sample of the patient", "HH|"),
        ("PT sample", "HH|"),
        ("EQA satisfactory", "HH|"),
    ] {
        let text = format!(
            "Patient,Age,Sex,Test,Result,Unit,Comment\nP1,40,M,Potassium,6.9,mmol/L,\"{comment}\"\n"
        );
        let row = said(&text, &["flag", "notices"])[0].clone();
        assert!(row.starts_with(expected), "{comment}: {row}");
    }
}

#[test]
fn forms_that_say_sex_and_age_once() {
    let forms = "Record ID,Event Name,Sex,Age,Potassium (mmol/L),Sodium (mmol/L)\n\
                 1,Baseline,Male,61,,\n1,Month 1,,,4.4,138\n1,Month 2,,,4.5,139\n";
    let (_folder, path) = file("forms.csv", forms);
    let help = "2 of the first 3 rows lack the sex or age that another row of the same patient has";
    assert!(Run::check(&path).ok().stderr.contains(help));
    let patients = path.to_str().expect("a path of letters");
    let done = Run::check(&path).args(["--patients", patients, "--to", "csv"]);
    let done = done.ok();
    assert!(!done.stderr.contains(help), "{}", done.stderr);
    assert!(done.rows().iter().all(|row| row["flag"] == "N"));
    // Nobody states it, everybody does, or another patient does.
    for rows in [
        "1,A,,,4.4,138\n1,B,,,4.4,138\n",
        "1,A,Male,61,4.4,138\n1,B,Male,61,4.4,138\n",
        "1,A,Male,61,4.4,138\n2,B,,,4.4,138\n",
        "1,A,Male,61,4.4,138\n1,B,,,,\n",
    ] {
        let text =
            format!("Record ID,Event Name,Sex,Age,Potassium (mmol/L),Sodium (mmol/L)\n{rows}");
        assert!(!told(&text, "the same patient has"), "{rows}");
    }
}

/// Columns by which a control is told: its name or its lot where no patient is named, a ward of the laboratory's own, a flag.
#[test]
fn controls_by_their_lot_their_ward_and_their_flag() {
    let control = |text: &str| {
        let rows = crate::run::said(text, &["notices"]);
        let told = |row: &String| row.contains("quality-control");
        rows.iter().map(told).collect::<Vec<bool>>()
    };
    for (header, rows, expected) in [
        (
            "Patient,QC Lot,Control Name",
            ",45678,Multiqual 1|P1,,",
            [true, false],
        ),
        ("QC Lot,Level,Mean", "45678,1,2.6|45678,2,5.6", [true, true]),
        (
            "Sample ID,Flags,Control Lot",
            "P0001,,|L1_CHEM,CNTL,45678",
            [false, true],
        ),
        ("Sample ID,Flags", "P0001,H|L1_CHEM,CNTL", [false, true]),
        (
            "Patient,Ward",
            "000123,Quality Control|000125,ITU",
            [true, false],
        ),
        ("Patient,Ward", "000123,EQA|000125,ITU", [true, false]),
        // The lot by which a patient's result was released; Quebec.
        ("Patient,QC Lot", "P1,45678|P2,45678", [false, false]),
        ("Patient,Location", "P1,QC|P2,ON", [false, false]),
    ] {
        let rows: Vec<&str> = rows.split('|').collect();
        let text = format!(
            "{header},Test,Result,Units,Range\n{},Potassium,4.5,mmol/L,3.5-5.1\n{},Sodium,140,mmol/L,135-145\n",
            rows[0], rows[1]
        );
        assert_eq!(control(&text), expected, "{text}");
    }
}
