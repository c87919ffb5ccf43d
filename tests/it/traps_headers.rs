//! Headers of public exports that once were not known, or known by half, each where a wrong judgement hung on it, and
//! look-alikes that stay unread.

use crate::run::{Run, file};
use crate::traps::{check, said_of};

const N: &str = "potassium N usable -";

#[test]
fn both_limits_of_a_pair_are_read() {
    let pairs = "Min;Maks|Minimum;Maksimum|Ref. min;Ref. maks|Norma min;Norma maks|RefMin;RefMaks|Referans Min;Referans Maks|\
                 Referansemin;Referansemaks|Min norm;Maks norm|Wartość min;Wartość maks|Norma minimalna;Norma maksymalna|\
                 Normalwert-Untergrenze;Normalwert-Obergrenze|valore_min;valore_max|norma_dol;norma_gora|VMin;VMax|LI;LS|\
                 Donja granica;Gornja granica|Spodnja meja;Zgornja meja|Alt Değer;Üst Değer|Ref. Alt;Ref. Üst|\
                 REF_ALT;REF_UST|AltSinir;UstSinir|Rango inferior;Rango superior|Limita inferioara;Limita superioara|\
                 alsó határ;felső határ|Nedre;Øvre|Nedre referanse;Øvre referanse|Dolná hranica;Horná hranica|\
                 Spodní mez;Horní mez|Ref. Inf;Ref. Sup|Inf;Sup|L;H|Laag;Hoog|Lav;Høj|Låg;Hög|Borne basse;Borne haute|\
                 Min Value;Max Value|Wartość referencyjna od;Wartość referencyjna do|Viitearvo ala;Viitearvo ylä|\
                 Долна граница;Горна граница|Κάτω όριο;Άνω όριο|Alumine piir;Ülemine piir|Norma nuo;Norma iki|\
                 Norma no;Norma līdz|Apakšējā robeža;Augšējā robeža|Apatinė riba;Viršutinė riba";
    for pair in pairs.split('|') {
        check(
            &format!("patient;sex;age;test;result;unit;{pair}"),
            &[
                (
                    "1;F;44;Potassium;4,8;mmol/L;3,5;4,7",
                    "potassium H usable -",
                ),
                ("1;F;44;Potassium;3,4;mmol/L;3,0;4,7", N),
                ("1;F;44;Potassium;4,2;mmol/L;3,5;4,7", N),
            ],
        );
    }
}

#[test]
fn one_limit_beside_an_unknown_other_is_none() {
    // Of 400 U/L, more than 7 would be no more than normal.
    for pair in ["Ref low,Ref zzz", "Ref zzz,Ref high"] {
        let (low, high) = if pair.starts_with("Ref low") {
            ("7", "56")
        } else {
            ("7", "900")
        };
        check(
            &format!("patient,sex,age,test,result,unit,{pair}"),
            &[(
                &format!("1,F,44,ALT,400,U/L,{low},{high}"),
                "alt H usable method-dependent",
            )],
        );
    }
}

#[test]
fn the_least_and_the_most_of_a_series_are_no_limits() {
    let high = "potassium H usable -";
    for (columns, cells) in [
        ("min_value,max_value,mean_value", "4.1,6.3,5.2"),
        ("min_value,max_value", "4.1,5.8"),
        ("Lowest Value,Highest Value", "4.1,6.3"),
        ("From,To", "1,12"),
        ("H,L", "12,1"),
        ("Critical low,Critical high", "2.5,6.5"),
        ("Male Low,Male High", "3.5,6.1"),
    ] {
        check(
            &format!("patient,sex,age,test,result,unit,{columns}"),
            &[(&format!("1,F,44,Potassium,5.8,mmol/L,{cells}"), high)],
        );
    }
}

/// What is said of a hemoglobin beside columns of an age: it is normal in a woman, and no infant is judged by that.
#[track_caller]
fn aged(columns: &str, cells: &str) -> String {
    let text =
        format!("patient,sex,{columns},test,result,unit\n1,F,{cells},Hemoglobin,14.0,g/dL\n");
    said_of(&text).remove(0)
}

#[test]
fn the_unit_of_an_age_under_other_headers() {
    let infant = aged("age,age unit", "20,days");
    let adult = aged("age,age unit", "20,years");
    assert_ne!(infant, adult);
    for header in [
        "Age Type",
        "Age_Type",
        "Unit of Age",
        "AgeIn",
        "Age Units",
        "Unit",
    ] {
        for (cell, expected) in [("Days", &infant), ("Day(s)", &infant), ("Years", &adult)] {
            assert_eq!(
                &aged(&format!("age,{header}"), &format!("20,{cell}")),
                expected,
                "{header}: {cell}"
            );
        }
    }
    // A unit that no age is read in, and what is none of an age.
    let unknown = aged("age,age unit", "20,hours");
    assert_eq!(aged("age,Unit", "20,Hours"), unknown);
    // The unit of another time.
    assert_eq!(aged("age,whatever", "20,Days"), adult);
    assert_eq!(aged("age,whatever", "20,D"), adult);
    assert_eq!(aged("age,smoker", "20,Y"), adult);
    assert_eq!(aged("age,Age Type", "20,adult"), adult);
    assert_eq!(aged("age,ward,whatever", "20,3,days"), adult);
}

#[test]
fn an_age_in_several_columns() {
    let child = aged("age,age unit", "6,months");
    let adult = aged("age", "44");
    assert_ne!(child, adult);
    for (columns, cells, expected) in [
        ("Age Years,Age Months", "0,6", &child),
        ("Age Months,Age Years", "6,0", &child),
        ("Age,Age Months", "0,6", &child),
        ("Age Years,Age Months", ",6", &child),
        ("Age Years,Age Months", "44,0", &adult),
        ("Age Years,Age Months", "44,", &adult),
        ("Age Months,Age Years", "6,44", &adult),
        ("Age Months,Age Years", "530,44", &adult),
        ("Age Years,Age Months,Age Days", "0,6,0", &child),
    ] {
        assert_eq!(&aged(columns, cells), expected, "{columns}: {cells}");
    }
    let unknown = aged("age", "?");
    assert_eq!(aged("Age Years,Age Months", "44,23"), unknown);
}

/// What is said of a normal potassium beside one more column.
#[track_caller]
fn beside(column: &str, cell: &str) -> String {
    let text = format!(
        "patient;sample;collected;sex;age;test;result;unit;{column}\n\
         1;S1;2026-05-02 07:15;F;44;Potassium;4.4;mmol/L;{cell}\n"
    );
    said_of(&text).remove(0)
}

#[test]
fn flags_of_the_laboratory_under_other_headers() {
    let disagrees = "potassium N usable flag-disagrees";
    let headers = "Grenzwertindikator|Markering|Poikkeava|Hodnocení|Bayrak|Auffälligkeit|Jelölés|Interpretação|Interpretacja|\
                   Ocena|Oznaka|Afwijkend|Anormal|Patologisk|H/L|Out Of Range|Indicator|is_abnormal|abnormal_flag";
    for header in headers.split('|') {
        for (cell, expected) in [("H", disagrees), ("↓", disagrees), ("N", N), ("", N)] {
            assert_eq!(beside(header, cell), expected, "{header}: {cell}");
        }
    }
    for (header, cell, expected) in [
        // An answer.
        ("is_abnormal", "True", disagrees),
        ("is_abnormal", "False", N),
        ("Out Of Range", "Yes", disagrees),
        ("Afwijkend", "J", disagrees),
        ("abnormal_flag", "S", "potassium N usable flag-unknown"),
        ("Flag", "Yes", "potassium N usable flag-unknown"),
        // A sentence is a comment, and a number nothing.
        (
            "Interpretação",
            "amostra hemolisada",
            "potassium N indeterminate hemolysis-raises masked-low-possible",
        ),
        ("Indicator", "12", N),
        ("Oznaka", "K-12", N),
    ] {
        assert_eq!(beside(header, cell), expected, "{header}: {cell}");
    }
}

#[test]
fn what_is_said_of_the_sample_under_other_headers() {
    let hemolyzed = "potassium N indeterminate hemolysis-raises masked-low-possible";
    for (headers, cell) in [
        (
            "Lab Notes|Technician Notes|Tech Comment|Pathologist Comment|Footnote|Footnotes|Sample Note|Sample Notes|Sample Remarks|\
          Message|NTE|Associated Text",
            "specimen hemolyzed",
        ),
        (
            "NumuneKalite|Kalite|Numune Kalitesi|Numune Durumu",
            "Hemolizli",
        ),
        ("Ret Nedeni|Not", "hemolizli numune"),
        ("Calidad de la muestra|Estado muestra", "Hemolizada"),
        (
            "Incidencia|Motivo de rechazo|observaciones_tecnicas",
            "muestra hemolizada",
        ),
        ("Qualidade da amostra", "hemolisada"),
        ("Idoneità campione", "emolizzato"),
        ("Stan próbki|Jakość próbki|Powód odrzucenia", "hemoliza"),
        ("Komentář|Kvalita vzorku", "hemolýza"),
        ("Megjegyzés", "hemolizált minta"),
        ("Observatii", "hemoliza"),
        ("Napomena|Opomba", "hemolizirano"),
        ("Bemærkning|Prøvekvalitet", "hæmolyseret"),
        ("Huomautus", "hemolyyttinen"),
        (
            "Remarques|Conclusion|Aspect|Conformité|Motif de rejet",
            "hémolysé",
        ),
        ("Testbezogene Hinweise|Serumbeschaffenheit", "hämolytisch"),
    ] {
        for header in headers.split('|') {
            assert_eq!(beside(header, cell), hemolyzed, "{header}: {cell}");
            assert_eq!(beside(header, ""), N, "{header}");
        }
    }
    let refused = "potassium N indeterminate sample-doubtful comment-disowns";
    for (header, good, bad) in [
        ("Conformité", "Conforme", "Non conforme"),
        ("Idoneità campione", "Idoneo", "Non idoneo"),
    ] {
        assert_eq!(beside(header, good), N, "{header}");
        assert_eq!(beside(header, bad), refused, "{header}");
    }
    assert_eq!(beside("QA Flag", "PASS"), N);
    assert_eq!(
        beside("QA Flag", "FAIL"),
        "potassium N caution sample-doubtful"
    );
}

#[test]
fn names_and_results_under_other_headers() {
    let rows = [
        (
            "1;F;44;Potassium;6.8;mmol/L",
            "potassium HH usable critical-limit",
        ),
        ("1;F;44;Sodium;139;mmol/L", "sodium N usable -"),
    ];
    let names = "test_type|Code Term|Investigation|Investigations|Particulars|Test Desc|lab_test_name|Service Name|Biomarker Name|\
                 Vizsgálat Neve|Denumire analiza|Pretraga|Изследване|Показател|Περιγραφή|Εξέταση|descricao_exame|nom_analyse|\
                 Parametr|Measurement|Analiza";
    for name in names.split('|') {
        check(&format!("patient;sex;age;{name};result;unit"), &rows);
    }
    let results = "Observed Value|Current Result|Reading|Measured Value|Measurement|Conc.|Concentration|Your Result|Patient Result|\
                   Eredmény|Rezultat|Резултат|Αποτέλεσμα|Αποτελέσματα|ΑΠΟΤΕΛΕΣΜΑ|deger|değer|valor_obtido|resultado_numerico|Tulemus|\
                   Rezultāts|Rezultatas";
    for result in results.split('|') {
        check(&format!("patient;sex;age;test;{result};unit"), &rows);
    }
    for range in "Referencia Tartomány|Interval biologic de referinta|Referentni interval|Референтни стойности|Τιμές Αναφοράς".split('|') {
        check(
            &format!("patient;sex;age;test;result;unit;{range}"),
            &[
                ("1;F;44;Potassium;4.8;mmol/L;3.5-4.7", "potassium H usable -"),
                ("1;F;44;Sodium;139;mmol/L;140-145", "sodium L usable -"),
            ],
        );
    }
}

#[test]
fn what_an_analyzer_read_is_no_result_beside_one() {
    let absent = "potassium - - result-absent";
    for column in [
        "Reading",
        "Measured Value",
        "Measurement",
        "Conc.",
        "Concentration",
        "Observed Value",
    ] {
        check(
            &format!("patient,sex,age,test,result,{column},unit"),
            &[
                ("1,F,44,Potassium,,4.4,mmol/L", absent),
                ("1,F,44,Potassium,4.4,9.9,mmol/L", N),
            ],
        );
    }
    // A panel, and what was measured of it.
    check(
        "patient;sex;age;Badanie;Parametr;Wynik;Jednostka",
        &[
            (
                "1;F;44;Morfologia;Hemoglobina;14,0;g/dl",
                "hemoglobin N usable -",
            ),
            (
                "1;F;44;Elektrolity;Potas;6,8;mmol/l",
                "potassium HH usable critical-limit",
            ),
        ],
    );
}

/// The role of a column by its header and cells, as `layout` shows it.
#[track_caller]
fn role_of(header: &str, cells: [&str; 2]) -> String {
    let [one, other] = cells;
    let text =
        format!("{header};test;result;ref unit\n{one};Potassium;4.4;a\n{other};Sodium;139;b\n");
    let (_folder, path) = file("labs.csv", text);
    let shown = Run::new(["layout".as_ref(), path.as_os_str()]).ok().stdout;
    let line = shown
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("1  "));
    let line = line.unwrap_or_else(|| panic!("{header}: {shown}"));
    let behind = line
        .trim_start()
        .strip_prefix(header)
        .unwrap_or_else(|| panic!("{header}: {line}"));
    behind.split_whitespace().next().unwrap_or("").to_string()
}

#[test]
fn roles_of_other_headers() {
    let numbers = ["A-1001", "A-1002"];
    let times = ["2026-05-02 07:15", "2026-05-03 08:10"];
    for (role, headers, cells) in [
        (
            "patient",
            "MR No|MRNo|UHID No|MRD No|CR No|NRIC|CNIC",
            numbers,
        ),
        (
            "sample",
            "Nº Amostra|ID Amostra|Amostra|Monster|Prov|Uzorak|LABORNR|Laborauftrag|Eingangsnummer|Número de petición|Nº de orden|\
             Folio|Código de barras|Pedido|Requisição|Código da OS|Zlecenie|Kod kreskowy|Kod próbki|Žádanka|Demande|Code-barres|\
             Provetta|Rekvisition|Lab-nr|Remissnr|Pyyntönumero|Protokol No|Aanvraagnummer|Accettazione",
            numbers,
        ),
        (
            "specimen",
            "Amostra|Monster|Uzorak|Prov",
            ["serum", "serum"],
        ),
        ("name", "Prov", ["Natrium", "Kalium"]),
        ("received", "Accettazione", times),
        (
            "collected",
            "sampled_at|Date Taken|taken_at|collected_on|Pobrano|Odběr|Mintavétel|Data recoltare|Date of Test|lab_date|Tarih|\
             Päivämäärä|service_date|Event date|observed_at",
            times,
        ),
        (
            "reported",
            "tested_at|performed_at|date_performed|recorded_at|Reported On|result_date",
            times,
        ),
        (
            "birth",
            "GEBDAT|DN|Nato il|Data ur.|dob",
            ["1981-02-03", "1990-11-12"],
        ),
        ("age", "Dob", ["44", "51"]),
        (
            "unit",
            "Jedn.|Jedn|J.m.|Einh.|Unidad de medida|unidade_medida|Birimi|Eenheden|Unitate de masura|Mértékegység|Jedinica|Единици|\
             Μονάδα Μέτρησης|Ühik|Mērvienība|Matavimo vienetas",
            ["mmol/L", "mmol/L"],
        ),
        ("code", "analysiscode", ["NPU03230", "NPU03429"]),
        // What was ordered, a place, a year, a day of printing.
        (
            "-",
            "Pedido|Zlecenie|Demande|Folio",
            ["biochemie", "biochemie"],
        ),
        ("-", "Pobrano|Odběr|Mintavétel", ["ward", "ward"]),
        ("-", "DN", ["8", "10"]),
        ("-", "Order Date|Print date|Jahrgang|LID", times),
    ] {
        for header in headers.split('|') {
            assert_eq!(role_of(header, cells), role, "{header}: {cells:?}");
        }
    }
}
