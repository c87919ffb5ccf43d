//! Headers of standard exports in other languages, each with what its column is taken for.

use crate::run::{Run, file, said};

/// The first row of a file.
fn row(text: &str) -> crate::run::Row {
    let (_folder, path) = file("labs.csv", text);
    Run::check(&path).rows()[0].clone()
}

#[test]
fn headers_of_collection() {
    for header in [
        "Date of Collection",
        "Collect Dt/Tm",
        "Data di prelievo",
        "Data/hora da coleta",
        "Prélevé le",
        "Fecha y hora de extracción",
        "Afnamedatum/tijd",
        "Datum afname",
        "Provtagningstidpunkt",
        "Datum a čas odběru",
        "Data i godzina pobrania",
        "Örnek Alma Tarihi",
    ] {
        let text = format!(
            "patient,{header},sex,birth date,test,result,unit\nP1,2026-05-18 08:28,M,1976-01-01,Potassium,4.1,mmol/L\n"
        );
        let row = row(&text);
        assert_eq!(row["collected"], "2026-05-18 08:28", "{header}");
        assert_eq!(row["flag"], "N", "{header}");
    }
    // The time in a column of its own: which sample it was.
    for header in [
        "Hora da coleta",
        "Tijd",
        "Tid",
        "Klokkeslæt",
        "Čas",
        "Godzina",
        "Saat",
        "Время",
        "时间",
        "採取時間",
    ] {
        let text = format!(
            "patient,collection date,{header},test,result,unit\nP1,2026-05-18,08:28,Potassium,4.1,mmol/L\n\
             P1,2026-05-18,08:28,Hemolysis Index,120,mg/dL\n"
        );
        assert_eq!(
            row(&text)["notices"],
            "age-missing hemolysis-raises",
            "{header}"
        );
    }
    // No times at all.
    for cell in ["3", "short"] {
        let text = format!(
            "patient,collection date,Tid,test,result,unit\nP1,2026-05-18,{cell},Potassium,4.1,mmol/L\n"
        );
        assert_eq!(
            row(&text)["collected"].split(' ').next(),
            Some("2026-05-18"),
            "{cell}"
        );
    }
}

#[test]
fn headers_of_persons_results_and_limits() {
    for header in [
        "Né(e) le",
        "geb. am",
        "F. Nac.",
        "Dt. Nasc.",
        "Född",
        "Født",
        "Narozen",
    ] {
        let text = format!(
            "patient,collected,sex,{header},test,result,unit\nP1,2026-05-18,M,1976-01-01,Potassium,4.1,mmol/L\n"
        );
        assert_eq!(row(&text)["flag"], "N", "{header}");
    }
    for header in ["Legal Sex", "Sex Code", "Biological Sex"] {
        let text =
            format!("patient,{header},age,test,result,unit\nP1,M,50,Creatinine,100,umol/L\n");
        assert_eq!(row(&text)["flag"], "N", "{header}");
    }
    for header in [
        "Waarde",
        "Värde",
        "Værdi",
        "Wartość",
        "Hodnota",
        "Reported Result",
    ] {
        let text =
            format!("patient,test,{header},unit,low,high\nP1,Potassium,6.9,mmol/L,3.5,5.1\n");
        assert_eq!(row(&text)["flag"], "HH", "{header}");
    }
    for header in [
        "Omschrijving",
        "Název vyšetření",
        "Komponent",
        "Result Item",
    ] {
        let text = format!(
            "patient,{header},result,unit,low,high\nP1,Potassium,6.9,mmol/L,3.5,5.1\nP1,Sodium,140,mmol/L,135,145\n"
        );
        assert_eq!(row(&text)["flag"], "HH", "{header}");
    }
    for header in [
        "Zakres wartości referencyjnych",
        "OBX-7 Reference Range",
        "참조치",
    ] {
        let text = format!("patient,test,result,unit,{header}\nP1,CRP,7.3,mg/L,<5\n");
        assert_eq!(row(&text)["flag"], "H", "{header}");
    }
    let text = "patient,test,result,unit,Нижний предел,Верхний предел\nP1,CRP,7.3,mg/L,0,5\n";
    assert_eq!(row(text)["flag"], "H");
}

#[test]
fn a_second_result_without_a_unit_of_its_own() {
    for (header, cells) in [
        ("result,unit,SI Result", "1.1,mg/dL,97"),
        ("result,unit,SI Result", "1.1,mg/dL,"),
        ("SI Result,result,unit", "97,1.1,mg/dL"),
        ("result,unit,SI Result,SI Unit", "1.1,mg/dL,97,umol/L"),
    ] {
        let text = format!("patient,sex,age,test,{header}\nP1,M,50,Creatinine,{cells}\n");
        let row = row(&text);
        assert_eq!(row["flag"], "N", "{header}: {cells}");
    }
}

#[test]
fn codes_of_items_that_a_list_names() {
    let list = "code,name\nK01,Potassium\nNA01,Sodium\n";
    for header in ["item_code", "Item Code", "lab_item_code", "Lab Test Code"] {
        let export = format!(
            "patient,sex,age,{header},value,unit\nP1,F,40,K01,5.9,mmol/L\nP1,F,40,NA01,140,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", &export);
        let (_other, codes) = file("codes.csv", list);
        let run = || Run::check(&path).args(["--codes".as_ref(), codes.as_os_str()]);
        let read: Vec<String> = run()
            .rows()
            .iter()
            .map(|row| format!("{} {}", row["analyte"], row["flag"]))
            .collect();
        assert_eq!(read, ["potassium H", "sodium N"], "{header}");
        // Without the list nobody knows what they are; a name beside the code is one.
        assert_eq!(row(&export)["notices"], "analyte-unknown", "{header}");
        let named = export
            .replace(header, &format!("{header},test"))
            .replace("K01", "K01,Potassium");
        let row = row(&named.replace("NA01", "NA01,Sodium"));
        assert_eq!(
            (row["analyte"].as_str(), row["flag"].as_str()),
            ("potassium", "H"),
            "{header}"
        );
    }
}

#[test]
fn the_code_of_an_item_comes_behind_those_of_tests() {
    for headers in [
        "item code,test code",
        "item code,component code",
        "lab test code,analyte code",
        "lab item code,code",
    ] {
        let text = format!(
            "patient,sex,age,{headers},result,unit\nP1,M,44,1001,K,6.9,mmol/L\nP2,M,44,1002,NA,140,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", &text);
        let rows = Run::check(&path).rows();
        let said: Vec<[&str; 2]> = rows
            .iter()
            .map(|row| [row["analyte"].as_str(), row["flag"].as_str()])
            .collect();
        assert_eq!(said, [["potassium", "HH"], ["sodium", "N"]], "{headers}");
    }
}

#[test]
fn indices_in_short_with_their_unit() {
    const RAISED: &str = "indeterminate|critical-limit hemolysis-raises";
    let of = |headers: &str, cells: &str| {
        let text = format!(
            "patient,sample,sex,age,test,value,unit,{headers}\nP1,S1,M,50,Potassium,6.9,mmol/L,{cells}\n"
        );
        said(&text, &["usability", "notices"])
    };
    for (headers, cells, expected) in [
        ("HI (mg/dL),II (mg/dL),LI (mg/dL)", "250,2,10", RAISED),
        ("HI [mg/dL],II [mg/dL],LI [mg/dL]", "250,2,10", RAISED),
        ("HI mg/dL,II mg/dL,LI mg/dL", "250.5,2.1,10", RAISED),
        ("HI (g/L),II (mg/dL),LI (mg/dL)", "2.5,2.1,10", RAISED),
        ("HI (mg/dL),II (mg/dL)", "250,2", RAISED),
        ("H (mg/dL),I (mg/dL),L (mg/dL)", "250,2,10", RAISED),
        ("HEM (mg/dL),ICT (mg/dL),LIP (mg/dL)", "250,2,10", RAISED),
        ("H-Index [mg/dL]", "250", RAISED),
        ("Hemolysis (mg/dL)", "250", RAISED),
        (
            "HI (mg/dL),II (mg/dL),LI (mg/dL)",
            "<10,<1,10",
            "usable|critical-limit",
        ),
        // A number of no unit says nothing.
        (
            "HI (arb. units),II (arb. units),LI (arb. units)",
            "250,0,0",
            "caution|critical-limit hemolysis-index-without-unit",
        ),
        (
            "HEM,ICT,LIP",
            "250,0,0",
            "caution|critical-limit hemolysis-index-without-unit",
        ),
        // Limits, and what may be anything.
        (
            "LO (mmol/L),HI (mmol/L)",
            "3.5,5.1",
            "usable|critical-limit",
        ),
        ("HEM (mg/dL)", "250", "usable|critical-limit"),
    ] {
        assert_eq!(of(headers, cells), [expected], "{headers} {cells}");
    }
}

#[test]
fn indices_in_short_are_read_whole_or_named() {
    const SPOILED: &str = "indeterminate";
    for (headers, rows, expected) in [
        // A cell that says that there is none takes the others not away.
        (
            "HI (mg/dL),II (mg/dL),LI (mg/dL)",
            ["250,2,10", "NULL,n/a,--"],
            [SPOILED, "usable"],
        ),
        (
            "HI (mg/dL),II (mg/dL),LI (mg/dL)",
            ["250,2,10", "ERR,.,not done"],
            [SPOILED, "usable"],
        ),
        (
            "HEM (mg/dL),ICT (mg/dL),LIP (mg/dL)",
            ["250,2,QNS", "5,1,10"],
            [SPOILED, "usable"],
        ),
        // One that is not understood: none is read, and all are named.
        (
            "HI (mg/dL),II (mg/dL),LI (mg/dL)",
            ["250,see chart,10", "5,1,10"],
            ["usable", "usable"],
        ),
        // Units of enzymes, electrolytes and limits.
        (
            "HEM (U/L),ICT (U/L),LIP (U/L)",
            ["250,2,40", "5,1,40"],
            ["usable", "usable"],
        ),
        (
            "HEM (mg/dL),ICT (mg/dL),LIP (U/L)",
            ["250,2,40", "5,1,40"],
            ["usable", "usable"],
        ),
        (
            "H (mmol/L),I (mmol/L),L (mmol/L)",
            ["5.1,4,3.5", "5.1,4,3.5"],
            ["usable", "usable"],
        ),
    ] {
        let row = |number: usize| {
            let cells = rows[number];
            format!("P{number},S{number},M,50,Potassium,6.9,mmol/L,{cells}\n")
        };
        let text = format!(
            "patient,sample,sex,age,test,value,unit,{headers}\n{}{}",
            row(0),
            row(1)
        );
        assert_eq!(said(&text, &["usability"]), expected, "{headers} {rows:?}");
        let (_folder, path) = file("labs.csv", &text);
        let stderr = Run::check(&path).done().stderr;
        for header in headers.split(',') {
            let is_named = stderr.contains(&format!("\"{header}\""));
            assert_eq!(is_named, expected[0] == "usable", "{header}: {stderr}");
        }
    }
}
