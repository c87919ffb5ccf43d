//! Exports in other languages than English: sexes, encodings, cancellations, statuses, specimens, limits, and who somebody is.
//! Each beside what is to stay as it is.

use crate::run::{Run, file};

/// Flag, usability and notices of each row of a file.
#[track_caller]
fn said(text: &str) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    rows.iter().map(shown).collect()
}

fn shown(row: &crate::run::Row) -> String {
    let cells = ["flag", "usability", "notices"].map(|column| row[column].as_str());
    let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
    cells.join(" ")
}

/// A potassium of a woman of 45, with one more column.
fn with_column(header: &str, cells: &[&str]) -> String {
    let rows = cells.iter().zip(1..);
    let rows: String = rows
        .map(|(cell, at)| format!("{at};S{at};F;45;Potassium;4.1;mmol/L;{cell}\n"))
        .collect();
    format!("patient;sample;sex;age;test;result;unit;{header}\n{rows}")
}

const USABLE: &str = "N usable";
const PRELIMINARY: &str = "N usable preliminary";
const NONE: &str = "result-absent";
const NOT_SERUM: &str = "specimen-not-serum";

#[test]
fn dutch_women_are_no_men() {
    let text = "Patiëntnummer;Geslacht;Leeftijd;Bepaling;Resultaat;Eenheid\n\
                1;M;45;Kreatinine;100;umol/L\n2;V;45;Kreatinine;100;umol/L\n";
    let flags = |text: &str| -> Vec<String> {
        let flag = |said: &String| said.chars().take(1).collect();
        said(text).iter().map(flag).collect()
    };
    assert_eq!(flags(text), ["N", "H"]);
    assert_eq!(flags(&text.replace("1;M", "1;V")), ["H", "H"]);
    // Under "Sexo" the same letters are `mujer` and `varón`, under "Sex" nobody knows.
    assert_eq!(flags(&text.replace("Geslacht", "Sexo")), ["H", "N"]);
    assert_eq!(
        said(&text.replace("Geslacht", "Sex")),
        ["usable sex-missing"; 2]
    );

    let (_folder, labs) = file(
        "labs.csv",
        "Patiëntnummer;Leeftijd;Bepaling;Resultaat;Eenheid\n1;45;Kreatinine;100;umol/L\n2;45;Kreatinine;100;umol/L\n",
    );
    let (_other, patients) = file("patients.csv", "Patiëntnummer;Geslacht\n1;M\n2;V\n");
    let rows = Run::check(&labs)
        .args([std::ffi::OsStr::new("--patients"), patients.as_os_str()])
        .rows();
    let flags: Vec<&str> = rows.iter().map(|row| row["flag"].as_str()).collect();
    assert_eq!(flags, ["N", "H"]);
}

#[test]
fn polish_urine_is_no_serum_in_an_encoding_of_windows() {
    let text = "Nr pacjenta;Płeć;Wiek;Materiał;Badanie;Wynik;Jednostka\n1;K;45;Mocz;Potas;4,1;mmol/l\n2;K;45;Surowica;Potas;4,1;mmol/l\n";
    for encoding in [encoding_rs::WINDOWS_1250, encoding_rs::ISO_8859_2] {
        let (bytes, _, _) = encoding.encode(text);
        let (_folder, path) = file("labs.csv", bytes);
        let rows = Run::check(&path).rows();
        let said: Vec<String> = rows.iter().map(shown).collect();
        assert_eq!(said, [NOT_SERUM, USABLE], "{}", encoding.name());
    }
}

#[test]
fn cancelled_and_not_released_in_other_languages() {
    for (header, yes, no) in [
        ("Storno", "ja", "nein"),
        ("Annulé", "oui", "non"),
        ("Cancelado", "sim", "não"),
        ("Anulowane", "tak", "nie"),
        ("Zrušeno", "ano", "ne"),
        ("Törölt", "igen", "nem"),
        ("Vervallen", "ja", "nee"),
        ("Makulerad", "ja", "nej"),
        ("Peruttu", "kyllä", "ei"),
        ("İptal", "Evet", "Hayır"),
    ] {
        assert_eq!(
            said(&with_column(header, &[yes, no])),
            [NONE, USABLE],
            "{header}"
        );
    }
    for (header, no) in [
        ("Freigabe", "nein"),
        ("Validado", "no"),
        ("Liberado", "não"),
        ("Zatwierdzone", "nie"),
        ("Uvolněno", "ne"),
        ("Godkendt", "nej"),
        ("Onay", "Hayır"),
    ] {
        assert_eq!(
            said(&with_column(header, &[no, "Dr. A"])),
            [PRELIMINARY, USABLE],
            "{header}"
        );
        // A day of release is no word about it.
        let dates = ["12.10.2026 07:15", "13.10.2026 08:00"];
        let said = said(&with_column(header, &dates));
        assert_eq!(said, ["N usable collection-assumed"; 2], "{header}");
    }
}

#[test]
fn statuses_under_other_headers() {
    for header in "Situação|Stav|Status wyniku|Státusz|Tila|Tilstand|Durum|Onay Durumu|État|Estado del resultado|Uitslagstatus|\
                   Svarstatus|Freigabestatus|Befundart|Статус|RES STATUS|obs_result_stat|OBX_11_STATUS|LAB_STATUS|\
                   RECORD_STATUS_CD_DISP|RESULT_STATUS_C_NAME"
        .split('|')
    {
        let text = with_column(header, &["annulé", "vorläufig", "validé"]);
        assert_eq!(said(&text), [NONE, PRELIMINARY, USABLE], "{header}");
    }
    // Of something else: nothing is read, and that is said.
    let (_folder, path) = file("labs.csv", with_column("Archive Status", &["A1", "B2"]));
    let done = Run::check(&path).args(["--to", "csv"]).ok();
    let rows: Vec<String> = done.rows().iter().map(shown).collect();
    assert_eq!(rows, [USABLE; 2]);
    assert!(done.stderr.contains("Archive Status"), "{}", done.stderr);
    for header in ["Smoking status", "Stat"] {
        let (_folder, path) = file("labs.csv", with_column(header, &["never", "yes"]));
        let done = Run::check(&path).args(["--to", "csv"]).ok();
        assert!(!done.stderr.contains(header), "{}", done.stderr);
    }
}

#[test]
fn a_letter_of_a_status_by_those_beside_it() {
    for (cells, expected) in [
        // Deleted, or definitive: what may be deleted is not judged.
        (["V", "D"], ["N usable status-unknown", NONE]),
        (["V", "E"], [PRELIMINARY, USABLE]),
        (["F", "D"], [USABLE, NONE]),
        (["V", "F"], [USABLE, USABLE]),
        (["D", "D"], [NONE; 2]),
    ] {
        assert_eq!(said(&with_column("Status", &cells)), expected, "{cells:?}");
    }
}

#[test]
fn specimens_under_other_headers() {
    for header in "Vzorka|Typ próbki|Näytetyyppi|Örnek Türü|Materyal|Monstersoort|Provslag|Espécime|Tubo|Tip probă|Биоматериал|\
                   Gefäß|SPEC_TYPE|Specimen Code|Whatever it is called|Kapitel|Dział|Rubrique|Groep"
        .split('|')
    {
        let text = with_column(header, &["Urin", "Serum"]);
        assert_eq!(said(&text), [NOT_SERUM, USABLE], "{header}");
    }
    for header in ["Diagnosis", "Surname", "Doctor"] {
        let text = with_column(header, &["Urin", "Serum"]);
        assert_eq!(said(&text), [USABLE, USABLE], "{header}");
    }
    for header in ["Material code", "Sample info", "Nom du prélèvement"] {
        let text = with_column(header, &["Urin", "Serum"]);
        assert_eq!(said(&text), [NOT_SERUM, USABLE], "{header}");
    }
    // When and how it was drawn, and a group of food.
    for (header, cell) in [
        ("Draw type", "Random"),
        ("Draw site", "Cath"),
        ("Diet", "Milk"),
        ("Panel", "Random"),
        ("Panel", "Fluids & Electrolytes"),
        ("Order name", "Labs with UA"),
    ] {
        assert_eq!(said(&with_column(header, &[cell])), [USABLE], "{header}");
    }
}

#[test]
fn fluids_in_other_words() {
    for fluid in "Morgenurin|Mittelstrahlurin|døgnurin|dygnsurin|24-uursurine|vuorokausivirtsa|DZM|vizelet|моча|likvor|mozkomíšní mok|\
                  PMR|liquide céphalo-rachidien|hersenvocht|spinalvæske|Gelenkpunktat|Drainagesekret|liquido pleurico|drenaggio|\
                  líquido ascítico|płyn opłucnowy|výpotek|pleuravocht|ascitesvæske|plevra sıvısı|Fruchtwasser|RU|UR|UA|AMN|DIAF|PLR|\
                  PRT|SNV|DRN|URC|URT|SWT|VITF|FLD|RANDOM|CATH|CLEAN CATCH|VOIDED|Pleura|Joint|Effusion|Pericardial|Cerebrospinal|Cyst|\
                  Thoracentesis|Exudate|122575003"
        .split('|')
    {
        assert_eq!(said(&with_column("Specimen type", &[fluid])), [NOT_SERUM], "{fluid}");
    }
    for tube in [
        "EDTA-bloed",
        "sangue EDTA",
        "sangre EDTA",
        "EDTA-blod",
        "Citratblut",
        "citraatplasma",
    ] {
        let said = said(&with_column("Specimen type", &[tube]));
        assert!(!said[0].starts_with("N usable"), "{tube}: {said:?}");
    }
    for serum in ["surowica", "Krevní sérum", "Siero", "119364003"] {
        assert_eq!(
            said(&with_column("Specimen type", &[serum])),
            [USABLE],
            "{serum}"
        );
    }
    // An acid is no ascites.
    let acid = "patient;sex;age;test;result;unit\n1;F;45;Uric acid;300;umol/L\n1;F;45;Ürik asit;300;umol/L\n";
    let acids = said(acid);
    assert_eq!(acids[0], acids[1]);
}

#[test]
fn limits_under_other_headers() {
    for header in "Normalwerte|Valeurs normales|Valori normali|V.R.|VR|V.N.|Zakres|Referenční rozmezí|Meze|Referencia tartomány|\
                   Interval de referință|Viitealue|Ref. område|Referans Değerleri|Normal Değer"
        .split('|')
    {
        for cells in [["3.0-4.0", "3.5-5.0"], ["3.0 - 4.0", "3.5 - 5.0"]] {
            let flags: Vec<String> = said(&with_column(header, &cells));
            assert_eq!(flags, ["H usable", USABLE], "{header}");
        }
    }
    for pair in "NWU;NWO|UG;OG|Norme inf;Norme sup|L. inf;L. sup|VR min;VR max|Rif. min;Rif. max|Desde;Hasta|Norma od;Norma do|\
                 Dolna granica;Górna granica|DM;HM|Dolní mez;Horní mez|Ref. laag;Ref. hoog|Nedre grense;Øvre grense|Alt Limit;Üst Limit"
        .split('|')
    {
        let text = with_column(pair, &["3.0;4.0", "3.5;5.0"]);
        assert_eq!(said(&text), ["H usable", USABLE], "{pair}");
    }
}

#[test]
fn a_printed_interval_of_one_sex() {
    let creatinine = |sex: &str, range: &str| {
        let text = format!(
            "patient;sample;sex;age;test;result;unit;range\n1;S1;{sex};45;Creatinine;85;umol/L;\"{range}\"\n"
        );
        let said = said(&text);
        said[0].split(' ').next().unwrap_or("").to_string()
    };
    for (range, woman, man) in [
        ("w: 44-80", "H", "-"),
        ("Frauen 44-80", "H", "-"),
        ("Femme : 44-80", "H", "-"),
        ("H : 62-106 / F : 44-80", "H", "N"),
        ("Männer 62-106, Frauen 44-80", "H", "N"),
        ("M: 62-106; F: 44-80", "H", "N"),
        ("44÷80", "H", "H"),
        ("Erw.: 44-80", "H", "H"),
        // Not read, and beyond every number of it.
        ("44-80 laut Befund", "-", "-"),
    ] {
        for (sex, expected) in [("F", woman), ("M", man)] {
            let flag = creatinine(sex, range);
            let fits = match expected {
                "-" => flag != "N",
                expected => flag == expected,
            };
            assert!(fits, "{range:?} {sex}: {flag}");
        }
    }
    // Between its numbers nobody can tell, and it stays with the caution.
    assert_eq!(creatinine("F", "44-90 laut Befund"), "N");
}

#[test]
fn a_name_is_no_number_of_a_patient() {
    let patients = |header: &str, cells: [&str; 3]| -> Vec<String> {
        let rows: String = cells
            .iter()
            .map(|cells| format!("{cells};F;45;Potassium;4.1;mmol/L\n"))
            .collect();
        let (_folder, path) = file(
            "labs.csv",
            format!("{header};sex;age;test;result;unit\n{rows}"),
        );
        let rows = Run::check(&path).rows();
        rows.iter().map(|row| row["patient"].clone()).collect()
    };
    let named = ["Anna Müller;10001", "Anna Müller;10002", "Jan Novák;10003"];
    for header in "Patient;Patientennummer|Paciente;Prontuário|Paciente;NHC|Patient;IPP|Patient;Pat.-Nr.|Patient;Fallnummer|\
                   Paziente;Codice fiscale|Pacient;CNP|Patiënt;Patiëntnummer|Hasta;TC Kimlik No"
        .split('|')
    {
        assert_eq!(patients(header, named), ["10001", "10002", "10003"], "{header}");
    }
    // A pseudonym beside the number of a stay is one.
    let pseudonyms = ["ALPHA;1", "ALPHA;2", "BETA;3"];
    assert_eq!(
        patients("Patient;Fallnummer", pseudonyms),
        ["ALPHA", "ALPHA", "BETA"]
    );
    assert_eq!(
        patients("Patient;Sector", ["P1;1", "P1;1", "P2;1"]),
        ["P1", "P1", "P2"]
    );
}

#[test]
fn mix_ups_and_tubes_in_other_languages() {
    for comment in "pomyłka próbek|zamiana próbek|błędny pacjent|záměna vzorku|záměna pacienta|mintacsere|scambio di campione|\
                    paziente errato|cambio de muestra|amostra trocada|monsterverwisseling|forveksling|ombyttet prøve|provförväxling|\
                    näytesekaannus|väärä potilas|yanlış hasta|fehletikettiert"
        .split('|')
    {
        let said = said(&with_column("Kommentar", &[comment]));
        assert!(said[0].contains("sample-mix-up"), "{comment}: {said:?}");
    }
    for comment in "falsches Material|Material zu alt|špatná zkumavka|zła probówka|yanlış tüp|starý vzorek|próbka stara|régi minta|\
                    for gammel prøve|för gammalt prov|nelze hodnotit|nem értékelhető|Neueinsendung erbeten|ripetere su nuovo campione|\
                    recoleta|yeni numune isteniyor"
        .split('|')
    {
        let said = said(&with_column("Kommentar", &[comment]));
        assert!(!said[0].starts_with(USABLE), "{comment}: {said:?}");
    }
    for comment in [
        "próbka prawidłowa",
        "vzorek v pořádku",
        "minta rendben",
        "Material: Serum",
        "numune uygun",
        "prøve ok",
    ] {
        assert_eq!(
            said(&with_column("Kommentar", &[comment])),
            [USABLE],
            "{comment}"
        );
    }
}

/// What is said of a potassium of 4.1 in a woman of 45 with this limit printed beside it.
#[test]
fn limits_in_the_words_of_many_languages() {
    for (expected, ranges) in [
        (
            "H usable",
            "poniżej 4|pod 4|4'den küçük|4 alatt|sub 4|mindre end 4|kleiner dan 4|κάτω από 4|ispod 4|< à 4|< di 4|Upto 4|‹4|< = 4|\
             - 4|- 4 mmol/L|3...4|between 3 and 4|♂ 4-5 ♀ 3-4|3-4 (F), 4-5 (M)|3-4 (K) 4-5 (M)|3-4 (Adult)|мъже 4-5, жени 3-4|\
             M: 4-5 Ž: 3-4|< 4 (Desirable)|3,0 - 4,0",
        ),
        (
            "L usable",
            "powyżej 5|nad 5|5 felett|peste 5|groter dan 5|πάνω από 5|iznad 5|mind. 5|›5|5 ve üzeri|5 -|>= 5 : Normal",
        ),
        (
            "N usable",
            "do 5|nie więcej niż 5|entre 3.5 y 5.1|compreso tra 3.5 e 5.1|od 3.5 do 5.1|3.5-5.1 (Adult)|5 ve altı",
        ),
        // What is abnormal there may be normal here.
        (
            "usable interval-unreadable flag-undetermined",
            "< 4 abnormal",
        ),
        // Of nobody knows whom, or of what.
        (
            "N caution interval-unreadable",
            "M: 4-5 V: 3-4|3-5 (child)|-4|3-5 (F) or more",
        ),
    ] {
        for range in ranges.split('|') {
            let said = said(&with_column("Reference range", &[range]));
            assert_eq!(said, [expected], "{range}");
        }
    }
}
