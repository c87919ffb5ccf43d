//! Whose a result is, when and of what it was drawn: words that stood in the way, and words that were taken for others.

use crate::run::said;

#[test]
fn no_rm_is_a_record_number() {
    for header in ["No RM", "no_rm", "No. RM", "NO RM", "No Rekam Medis"] {
        let text = format!(
            "{header},Age,Sex,Test,Result,Unit,Normal\n\
             001234,40,M,Potassium,5.2,mmol/L,3.5-5.5\n\
             005678,40,M,Potassium,5.2,mmol/L,3.5-5.1\n"
        );
        assert_eq!(
            said(&text, &["patient", "range_source", "flag"]),
            ["001234|report|N", "005678|report|H"],
            "{header}"
        );
    }
    // One word is a norm, whatever stands below it.
    let text = "Test,Result,Unit,NORM,Sex,Age\n\
                Potassium,6.0,mmol/L,5.1,M,44\n\
                LDH,240,U/L,250,M,44\n";
    assert_eq!(said(text, &["patient"]), ["", ""]);
    for header in ["Norm", "NORM", "norm"] {
        let text = format!(
            "patient,Age,Sex,Test,Result,Unit,{header}\n\
             1,40,M,Potassium,5.2,mmol/L,3.5-5.5\n\
             1,40,M,CRP,9,mg/L,<5\n"
        );
        assert_eq!(
            said(&text, &["patient", "range_source", "flag"]),
            ["1|report|N", "1|report|H"],
            "{header}"
        );
    }
}

#[test]
fn what_stands_for_nobody_is_nobody() {
    for nobody in [
        "\\N", "NULL", "(null)", "None", "nan", "N/A", "-", ".", "?", "<NA>",
    ] {
        // Another number of the patient is one.
        let text = format!(
            "patient_id,mrn,sex,age,collected,test,result,unit\n\
             {nobody},M1,F,40,2026-03-01,Potassium,6.9,mmol/L\n\
             {nobody},M2,F,40,2026-03-02,Potassium,4.1,mmol/L\n"
        );
        assert_eq!(said(&text, &["patient"]), ["M1", "M2"], "{nobody}");
        // In one row of several it names nobody, and the others are who they are.
        let text = format!(
            "patient_id,sex,age,collected,test,result,unit\n\
             {nobody},F,40,2026-03-01,Potassium,6.9,mmol/L\n\
             P1,F,40,2026-03-02,Potassium,4.1,mmol/L\n"
        );
        assert_eq!(
            said(&text, &["patient", "flag"]),
            ["|HH", "P1|N"],
            "{nobody}"
        );
        // It is no sample either: a hemolyzed one of another day is not meant.
        let text = format!(
            "patient_id,sex,age,sample_id,collected,test,result,unit\n\
             P1,F,40,{nobody},2026-03-01 08:00,Potassium,4.4,mmol/L\n\
             P1,F,40,{nobody},2026-03-01 08:00,Hemolysis index,300,mg/dL\n\
             P1,F,40,{nobody},2026-03-05 08:00,Potassium,4.1,mmol/L\n"
        );
        assert_eq!(
            said(&text, &["sample", "usability"]),
            ["|indeterminate", "|", "|usable"],
            "{nobody}"
        );
    }
    // A number and a word that somebody may be called are read as they stand.
    for patient in ["0", "1", "A", "NA", "Nil", "NA-7", "X"] {
        let text = format!(
            "patient_id,sex,age,collected,test,result,unit\n\
             {patient},F,40,2026-03-01,Potassium,4.1,mmol/L\n\
             P1,F,40,2026-03-02,Potassium,4.1,mmol/L\n"
        );
        assert_eq!(said(&text, &["patient"]), [patient, "P1"]);
    }
}

#[test]
fn dialysis_is_a_place() {
    for header in ["Station", "Abteilung", "Einsender", "Service", "Panel"] {
        let text = format!(
            "Patient;Alter;Geschlecht;{header};Abnahme;Analyse;Ergebnis;Einheit;Normbereich\n\
             P1;66;m;Dialyse;2026-03-01 08:00;Kalium;7,2;mmol/l;3,5-5,1\n"
        );
        assert_eq!(said(&text, &["specimen", "flag"]), ["serum|HH"], "{header}");
    }
    for (material, expected) in [
        ("Serum vor Dialyse", "serum|HH"),
        ("Serum", "serum|HH"),
        ("Dialysat", "body-fluid|"),
        ("Dialyseflüssigkeit", "body-fluid|"),
        ("Dialyse Flüssigkeit", "body-fluid|"),
        ("Dialyse-Flüssigkeit", "body-fluid|"),
        ("Dialyse Auslauf", "body-fluid|"),
        ("Dialyse-Ablauf", "body-fluid|"),
        ("liquide de dialyse", "body-fluid|"),
        ("dialyse vloeistof", "body-fluid|"),
        ("eau de dialyse", "body-fluid|"),
        ("Dialyse péritonéale", "body-fluid|"),
        ("Serum nach Dialyse", "serum|HH"),
        ("Dialyse", "|HH"),
    ] {
        let text = format!(
            "Patient;Alter;Geschlecht;Material;Analyse;Ergebnis;Einheit;Normbereich\n\
             P1;66;m;{material};Kalium;7,2;mmol/l;3,5-5,1\n"
        );
        assert_eq!(said(&text, &["specimen", "flag"]), [expected], "{material}");
    }
}

#[test]
fn a_race_is_no_breed() {
    for (header, cell, expected) in [
        ("Raza", "Mestizo", "HH|"),
        ("Raza", "Indígena", "HH|"),
        ("Raza", "Afrodescendiente", "HH|"),
        ("Rasse", "kaukasisch", "HH|"),
        ("Razza", "Caucasica", "HH|"),
        ("Raza", "Labrador", "|result-absent"),
        ("Rasse", "Dackel", "|result-absent"),
        ("Breed", "Mestizo", "|result-absent"),
    ] {
        let text = format!(
            "Paciente,Edad,Sexo,{header},Examen,Resultado,Unidad,Referencia\n\
             P1,54,M,{cell},Potasio,6.8,mmol/L,3.5-5.1\n"
        );
        let expected = expected.replace("HH|", "HH|critical-limit");
        assert_eq!(
            said(&text, &["flag", "notices"]),
            [expected],
            "{header}: {cell}"
        );
    }
    // Beside a species it is a breed.
    let text = "Paciente,Edad,Sexo,Especie,Raza,Examen,Resultado,Unidad,Referencia\n\
                Luna,5,F,Canino,Mestizo,Potasio,6.8,mmol/L,3.5-5.1\n";
    assert_eq!(said(text, &["flag", "notices"]), ["|result-absent"]);
}

#[test]
fn hi_alone_is_no_limit() {
    for (headers, cells, expected) in [
        ("HI", "6", "us|H"),
        ("LO,HI", "3.5,6", "report|N"),
        ("Low,HI", "3.5,6", "report|N"),
        ("High", "6", "report|N"),
    ] {
        let text = format!(
            "Patient ID,Age,Sex,Test,Result,Unit,{headers}\n\
             P1,40,M,Potassium,5.9,mmol/L,{cells}\n"
        );
        assert_eq!(
            said(&text, &["range_source", "flag"]),
            [expected],
            "{headers}"
        );
    }
    for (headers, cells) in [("HI,II,LI", "250,2,12"), ("HI,II", "250,2")] {
        let text = format!(
            "Patient ID,Age,Sex,Test,Result,Unit,{headers}\n\
             P1,40,M,Potassium,4.9,mmol/L,{cells}\n"
        );
        let notices = &said(&text, &["notices"])[0];
        assert!(
            notices.contains("hemolysis-index-without-unit"),
            "{headers}: {notices}"
        );
    }
}

#[test]
fn a_form_is_sent_later_than_blood_is_drawn() {
    for header in [
        "Date of blood test",
        "sample_collection_date",
        "Sample Collection Date",
        "sample_collected_at",
        "Date of sample collection",
        "LBDAT",
        "Date of test",
        "Date",
    ] {
        let text = format!(
            "Timestamp,Patient ID,Age,Sex,{header},Potassium (mmol/L)\n\
             3/14/2026 10:22:01,P1,54,Male,6/12/2025,4.2\n\
             3/15/2026 10:22:01,P2,54,Male,12/30/2025,4.2\n"
        );
        assert_eq!(
            said(&text, &["collected"]),
            ["6/12/2025", "12/30/2025"],
            "{header}"
        );
    }
    let text = "Timestamp,Patient ID,Age,Sex,Potassium (mmol/L)\n\
                2026-03-14 10:22:01,P1,54,Male,4.2\n";
    assert_eq!(said(text, &["collected"]), ["2026-03-14 10:22:01"]);
}

#[test]
fn blood_that_is_not_a_patients() {
    for (specimen, expected) in [
        ("Calibrator serum", "serum||quality-control"),
        ("Postmortem femoral blood", "other||specimen-not-serum"),
        ("Mouse serum", "other||specimen-not-serum"),
        ("Rat plasma", "other||specimen-not-serum"),
        ("Serum (animal)", "other||specimen-not-serum"),
        ("Placental blood", "other||specimen-not-serum"),
        ("Menstrual blood", "other||specimen-not-serum"),
        ("Blood donor bag", "other||specimen-not-serum"),
        ("Seminal plasma", "other||specimen-not-serum"),
        ("Diluted serum", "||specimen-unknown"),
        ("Serum 1:2", "||specimen-unknown"),
        ("PEG-treated serum", "||specimen-unknown"),
        ("Left adrenal vein serum", "||specimen-unknown"),
        ("Cardiac blood", "||specimen-unknown"),
        ("ECMO circuit blood", "||specimen-unknown"),
        ("Post-filter blood", "||specimen-unknown"),
        ("Serum", "serum|N|"),
        ("Serum 2 mL", "serum|N|"),
        ("Blood donor serum", "serum|N|"),
        ("Serum, separator tube", "serum|N|"),
        ("Undiluted serum", "serum|N|"),
        // Of another fluid, or with an additive, it stays what it is; and words that are no animals.
        ("Urine (diluted 1:10)", "urine||specimen-not-serum"),
        ("CSF 1:2", "csf||specimen-not-serum"),
        ("Serum CAT", "serum|N|"),
        ("Serum (CAT tube)", "serum|N|"),
        ("Maternal serum (fetal screening)", "serum|N|"),
        ("Venous blood - ECMO patient", "serum|N|"),
        ("Serum RAT", "serum|N|"),
    ] {
        let text = format!(
            "Patient,Age,Sex,Test,Result,Unit,Specimen\n\
             P1,40,M,Potassium,4.2,mmol/L,\"{specimen}\"\n\
             P2,40,M,Potassium,4.2,mmol/L,Serum\n"
        );
        assert_eq!(
            said(&text, &["specimen", "flag", "notices"]),
            [expected, "serum|N|"],
            "{specimen}"
        );
    }
}

#[test]
fn a_timestamp_of_the_same_day_has_the_time() {
    let rows = |headers: &str, days: [&str; 2]| {
        format!(
            "patient,sex,age,{headers},test,result,unit\n\
             1,F,60,{},2026-05-18 07:15,Potassium,6.9,mmol/L\n\
             1,F,60,{},2026-05-18 16:15,Potassium,4.1,mmol/L\n",
            days[0], days[1]
        )
    };
    let same = ["2026-05-18", "2026-05-18"];
    for (headers, days, expected) in [
        (
            "date,timestamp",
            same,
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        (
            "collection date,timestamp",
            same,
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        (
            "date,timestamp",
            ["18.05.2026", "18.05.2026"],
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        (
            "date,timestamp",
            ["18 May 2026", "18 May 2026"],
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        // Of something else.
        (
            "start date,timestamp",
            ["2026-05-10", "2026-05-10"],
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        (
            "service date,timestamp",
            ["2026-05-10", "2026-05-10"],
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        (
            "donation date,timestamp",
            ["2026-05-10", "2026-05-10"],
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        // Past midnight in one row.
        (
            "date,timestamp",
            ["2026-05-18", "2026-05-17"],
            ["2026-05-18 07:15", "2026-05-18 16:15"],
        ),
        // A form that was sent on the day, and later.
        (
            "sample collection date,timestamp",
            ["2026-05-18", "2026-05-17"],
            ["2026-05-18 07:15", "2026-05-17"],
        ),
        (
            "date,timestamp",
            ["2026-05-10", "2026-05-11"],
            ["2026-05-10", "2026-05-11"],
        ),
    ] {
        assert_eq!(
            said(&rows(headers, days), &["collected"]),
            expected,
            "{headers}: {days:?}"
        );
    }
    let text = "patient,sex,age,donation date,date,test,result,unit\n\
                1,F,60,2026-05-10,2026-05-18,Potassium,4.1,mmol/L\n";
    assert_eq!(said(text, &["collected"]), ["2026-05-18"]);
}
