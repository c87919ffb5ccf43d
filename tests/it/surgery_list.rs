//! The list of surgeries: a header in any language is read or named, a context is never lost, and what the
//! list says otherwise than the results, or than the command line, is told.

use serde_json::Value;

use crate::run::{Done, Run, file};

const ROWS: &str = "patient,sample,collected,sex,birth_date,specimen,test,result,unit\n\
    P1,S1,2026-10-20,F,1960-01-01,Serum,Potassium,4.2,mmol/L\n";

/// A run over one patient with this list.
fn done(list: &str, more: &[&str]) -> Done {
    let (_labs, labs) = file("labs.csv", ROWS);
    let (_folder, list) = file("surgeries.csv", list);
    Run::new(["preop", "--today", "2026-11-26", "--to", "json"])
        .args([&labs])
        .args(["--surgeries".as_ref(), list.as_os_str()])
        .args(more)
        .done()
}

#[track_caller]
fn sheet(done: &Done) -> Value {
    assert_eq!(done.code, 0, "{}", done.stderr);
    let run: Value = serde_json::from_str(&done.stdout).expect("JSON");
    run["patients"][0].clone()
}

#[test]
fn the_columns_are_known_in_other_languages() {
    for (header, date) in [
        (
            "Patient;OP-Datum;Eingriff;Schweregrad;ASA;Kontext",
            "01.12.2026",
        ),
        (
            "Patienten-ID;OP-Termin;Eingriff;OP-Schweregrad;ASA-Klasse;Kontexte",
            "01.12.2026",
        ),
        (
            "IPP;Date d'intervention;Intervention;Grade de l'intervention;Score ASA;Contexte",
            "01/12/2026",
        ),
        (
            "Paciente;Fecha de cirugía;Procedimiento;Grado quirúrgico;Clasificación ASA;Contexto",
            "2026-12-01",
        ),
        (
            "Paziente;Data intervento;Procedura;Grado intervento;Classe ASA;Contesto",
            "2026-12-01",
        ),
        (
            "Patiëntnummer;Operatiedatum;Ingreep;Zwaarte ingreep;ASA-classificatie;Context",
            "2026-12-01",
        ),
        (
            "Patient;Operationsdatum;Ingrepp;Grade;ASA-klass;Kontext",
            "2026-12-01",
        ),
        (
            "Patient;Operasjonsdato;Inngrep;Operasjonsgrad;ASA;Kontekst",
            "2026-12-01",
        ),
        (
            "Patient;Leikkauspäivä;Toimenpide;Grade;ASA-luokka;Konteksti",
            "2026-12-01",
        ),
    ] {
        let done = done(
            &format!("{header}\nP1;{date};Hip;major;3;dialysis\n"),
            &["--date-order", "dmy"],
        );
        let sheet = sheet(&done);
        let surgery = &sheet["surgery"];
        assert_eq!(surgery["date"], "2026-12-01", "{header}");
        assert_eq!(surgery["procedure"], "Hip", "{header}");
        assert_eq!(surgery["grade"], "major", "{header}");
        assert_eq!(surgery["asa"], 3, "{header}");
        assert_eq!(surgery["contexts"][0], "dialysis", "{header}");
        assert_eq!(done.stderr, "", "{header}");
    }
}

#[test]
fn the_day_of_surgery_goes_before_any_other_date() {
    let list = "patient,date,surgery_date,surgery\nP1,2026-01-01,2026-12-01,Hip\n";
    let done = done(list, &[]);
    let sheet = sheet(&done);
    assert_eq!(sheet["surgery"]["date"], "2026-12-01");
    assert_eq!(sheet["surgery"]["procedure"], "Hip");
    assert!(
        done.stderr.contains("not read: \"date\""),
        "{}",
        done.stderr
    );
}

#[test]
fn a_column_that_is_not_read_is_named() {
    let list = "patient,name,surgery_date,ward,empty\nP1,Doe,2026-12-01,3B,\n";
    let done = done(list, &[]);
    sheet(&done);
    assert!(
        done.stderr.contains("surgeries.csv:1: columns of this list of surgeries that are not read: \"name\", \"ward\";")
            && done.stderr.contains("[list-column-unread]"),
        "{}",
        done.stderr
    );
    assert!(!done.stderr.contains("Doe"), "{}", done.stderr);
}

#[test]
fn a_context_that_nobody_would_read_stops_the_run() {
    for (header, cell, place, said) in [
        (
            "comorbidities",
            "dialysis",
            ":1:4",
            "column \"comorbidities\" holds contexts",
        ),
        (
            "Begleiterkrankungen",
            "diabetes; no-ckd",
            ":1:4",
            "holds contexts",
        ),
        (
            "",
            "dialysis",
            ":1:4",
            "number 4 (no header) holds contexts",
        ),
        ("dialysis", "yes", ":1:4", "bears the name of a context"),
        ("liver_disease", "x", ":1:4", "bears the name of a context"),
    ] {
        let done = done(
            &format!("patient,surgery_date,asa,{header}\nP1,2026-12-01,2,{cell}\n"),
            &[],
        );
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{header}");
        for word in [place, said, "one column called context"] {
            assert!(
                done.stderr.contains(word),
                "{header}: {word}: {}",
                done.stderr
            );
        }
    }
    // A remark that only speaks of one is no context, and is named like any other column.
    for cell in ["no dialysis so far", "-", "Hip"] {
        let done = done(
            &format!("patient,surgery_date,note\nP1,2026-12-01,{cell}\n"),
            &[],
        );
        sheet(&done);
        assert!(
            done.stderr.contains("not read: \"note\""),
            "{}",
            done.stderr
        );
    }
}

#[test]
fn another_sex_or_birth_on_the_list_may_be_another_patient() {
    for (columns, cells, expected) in [
        ("sex", "F", ""),
        ("Geschlecht", "weiblich", ""),
        ("birth_date", "1960-01-01", ""),
        ("DOB", "01.01.1960", ""),
        ("DOB", "01.01.60", ""),
        ("DOB", "01.01.85", "another date of birth"),
        ("sex,birth_date", ",", ""),
        ("sex", "M", "another sex"),
        ("birth_date", "1985-01-01", "another date of birth"),
        (
            "sex,dob",
            "M,1985-01-01",
            "another sex and another date of birth",
        ),
    ] {
        let done = done(
            &format!("patient,surgery_date,{columns}\nP1,2026-12-01,{cells}\n"),
            &[],
        );
        let sheet = sheet(&done);
        let notices = sheet["notices"].as_array().expect("notices");
        match expected {
            "" => assert_eq!(notices.len(), 0, "{columns} {cells}: {notices:?}"),
            words => {
                assert_eq!(notices[0]["code"], "two-patients-possible");
                let text = notices[0]["text"].as_str().expect("a text");
                assert!(
                    text.contains(words) && text.contains("list of surgeries"),
                    "{text}"
                );
                assert_eq!(sheet["verdict"], "incomplete");
            }
        }
        assert_eq!(done.stderr, "", "{columns} {cells}");
    }
    let done = done(
        "patient,surgery_date,birth_date\nP1,2026-12-01,01.01.15\n",
        &[],
    );
    assert_eq!(sheet(&done)["notices"].as_array().map(Vec::len), Some(0));
    assert!(
        done.stderr.contains("compared with nothing: 1") && !done.stderr.contains("01.01.15"),
        "{}",
        done.stderr
    );
}

#[test]
fn an_option_beside_a_list_that_says_otherwise_is_told_once() {
    let list = "patient,surgery_date,surgery_grade,asa,context\n\
        P1,2026-12-01,major,2,diabetes\nP2,2026-12-24,major,,\n";
    for (options, expected) in [
        (
            vec!["--surgery-date", "2026-12-24"],
            "2 patients: --surgery-date (1)",
        ),
        (vec!["--asa", "3"], "2 patients: --asa (1)"),
        (
            vec!["--surgery-grade", "minor", "--context", "no-diabetes,ckd"],
            "2 patients: --surgery-grade (2), --context no-diabetes (1)",
        ),
        (
            vec![
                "--asa",
                "2",
                "--surgery-grade",
                "major",
                "--context",
                "diabetes",
            ],
            "",
        ),
    ] {
        let done = done(list, &options);
        sheet(&done);
        let told: Vec<&str> = done
            .stderr
            .lines()
            .filter(|line| line.contains("goes before them"))
            .collect();
        match expected {
            "" => assert_eq!(told, [""; 0], "{options:?}"),
            words => {
                assert_eq!(told.len(), 1, "{options:?}: {}", done.stderr);
                assert!(told[0].ends_with(words), "{options:?}: {}", told[0]);
            }
        }
    }
}

/// A creatinine of a woman, and what the sheets say of her: with a context of everybody, of one of two on a list, of none.
#[test]
fn a_pregnancy_that_is_said_reaches_the_judgement() {
    const TWO: &str = "patient,sample,collected,sex,birth_date,specimen,test,result,unit\n\
        P1,S1,2026-11-20,F,1990-01-01,Serum,Creatinine,80,umol/L\n\
        P2,S2,2026-11-20,F,1990-01-01,Serum,Creatinine,80,umol/L\n";
    const CHECK: &str = "may not hold for this patient: the confidential part says why";
    let (_labs, labs) = file("labs.csv", TWO);
    let page = |list: &str, more: &[&str]| {
        let (_folder, list_of) = file("surgeries.csv", list);
        let with_list = ["--surgeries".as_ref(), list_of.as_os_str()];
        let run = Run::new([
            "preop",
            "--today",
            "2026-11-26",
            "--surgery-date",
            "2026-12-01",
        ]);
        let run = run.args([&labs]).args(more);
        match list {
            "" => run,
            _ => run.args(with_list),
        }
        .ok()
        .stdout
    };
    let count = |page: &str, what: &str| page.matches(what).count();
    let judged = "80 µmol/L  [N]";
    for (list, more, normal, checks) in [
        ("", &[][..], 2, 0),
        ("", &["--context", "pregnancy"], 0, 0),
        ("", &["--context", "no-pregnancy"], 2, 0),
        ("patient,context\nP1,pregnancy\nP2,\n", &[], 2, 1),
        ("patient,context\nP1,pregnancy\nP2,pregnancy\n", &[], 0, 0),
    ] {
        let page = page(list, more);
        let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = (count(&page, judged), count(&flat, CHECK));
        assert_eq!(found, (normal, checks), "{list} {more:?}: {page}");
        let open = page.split("CONFIDENTIAL").next().unwrap_or_default();
        assert!(!open.to_lowercase().contains("pregnan"), "{open}");
    }
}

/// A slip in the year of one day: the adult policy holds as on the day of the results, and the day is told.
#[test]
fn a_day_on_which_the_patient_was_not_alive_is_told() {
    for (day, told) in [
        ("1926-12-01", true),
        ("1959-12-31", true),
        ("2126-12-01", true),
        ("1960-01-01", false),
        ("2026-12-01", false),
    ] {
        let sheet = sheet(&done(&format!("patient,surgery_date\nP1,{day}\n"), &[]));
        let notices = sheet["notices"].to_string();
        assert_eq!(
            notices.contains("surgery-outside-life"),
            told,
            "{day}: {notices}"
        );
        let items = sheet["items"].to_string();
        let is_refused = items.contains("refused");
        assert_eq!(is_refused, day == "1960-01-01", "{day}: {items}");
    }
}
