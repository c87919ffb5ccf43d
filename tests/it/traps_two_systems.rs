//! Results in two units beside each other, limits in a column for each sex, and headers with a long unit.

use crate::run::{Run, file, said};

const SAYS: &[&str] = &["value", "unit", "flag", "usability"];

/// With two columns of units under headers that nobody knows, the number was held against the limits of the other system:
/// a creatinine of 7.2 mg/dL was low.
#[test]
fn the_unit_that_goes_with_the_result() {
    for (headers, cells, expected) in [
        (
            "original_value,original_unit,standardized_value,standardized_unit",
            "7.2,mg/dL,640,umol/L",
            "7.2|mg/dL||indeterminate",
        ),
        (
            "reported_value,reported_unit,converted_value,converted_unit",
            "7.2,mg/dL,640,umol/L",
            "7.2|mg/dL||indeterminate",
        ),
        (
            "Lab value,Lab units,US value,US units",
            "640,umol/L,7.2,mg/dL",
            "640|umol/L|HH|usable",
        ),
        (
            "ReportedValue,ReportedUnit,ConvertedValue,ConvertedUnit",
            "640,umol/L,7.2,mg/dL",
            "640|umol/L|HH|usable",
        ),
    ] {
        let text =
            format!("patient,sex,age,test,{headers},range\n1,M,60,Creatinine,{cells},60-110\n");
        assert_eq!(said(&text, SAYS), [expected], "{headers}");
    }
}

#[test]
fn limits_in_a_column_for_each_sex() {
    for headers in [
        "M,F",
        "Men,Women",
        "Male,Female",
        "Range M,Range F",
        "Ref_M,Ref_F",
        "Normal (M),Normal (F)",
        "Normal values men,Normal values women",
        "Männer,Frauen",
        "Norm M,Norm W",
        "Hommes,Femmes",
        "Hombres,Mujeres",
        "Ref Homens,Ref Mulheres",
        "Uomini,Donne",
        "Мужчины,Женщины",
        "男,女",
    ] {
        let text = format!(
            "patient,sex,age,test,result,unit,{headers}\n\
             1,M,60,Hemoglobin,12.7,g/dL,12.5-17.5,13-16\n\
             2,F,60,Creatinine,1.2,mg/dL,0.6-1.1,0.5-1.3\n"
        );
        let says = said(&text, &["low", "flag", "range_source"]);
        assert_eq!(says, ["12.5|N|report", "0.5|N|report"], "{headers}");
    }
    // Answers and marks are no limits, and limits of one sex alone are none of the other.
    for (headers, cells) in [
        ("Male,Female", "yes,no"),
        ("M,F", "x,"),
        ("Men,Ward", "120-150,A"),
        ("Range M/F,Note", "120-150,A"),
    ] {
        let text = format!(
            "patient,sex,age,test,result,unit,{headers}\n1,M,60,Sodium,140,mmol/L,{cells}\n"
        );
        assert_ne!(said(&text, &["range_source"]), ["report"], "{headers}");
    }
}

/// "mL/min/1.73m2" was too long for a unit: the column was not read.
#[test]
fn a_long_unit_in_a_header() {
    for header in [
        "eGFR (mL/min/1.73m2)",
        "eGFR [ml/min/1,73m²]",
        "eGFR mL/min/1.73m2",
        "eGFR, mL/min/1.73m^2",
        "eGFR_mL/min/1.73m2",
        "GFR (CKD-EPI) [ml/min/1,73m²]",
    ] {
        let text = format!("patient;sex;age;Sodium (mmol/L);{header}\n1;M;60;140;8\n");
        assert_eq!(
            said(&text, &["analyte", "flag"]),
            ["sodium|N", "egfr|L"],
            "{header}"
        );
    }
    // Words on both sides of a stroke are no unit.
    for header in [
        "Sodium (positive/negative)",
        "Sodium comment/interpretation",
    ] {
        let text = format!(
            "patient;sex;age;Potassium (mmol/L);Chloride (mmol/L);{header}\n1;M;60;4;100;8\n"
        );
        assert_eq!(
            said(&text, &["analyte"]),
            ["potassium", "chloride"],
            "{header}"
        );
    }
}

/// A spreadsheet shortens long numbers, and several of them are one then.
#[test]
fn numbers_of_people_and_samples_that_a_spreadsheet_has_shortened() {
    const HEAD: &str = "patient,sample,collected,sex,age,test,result,unit,range\n";
    let at = |rows: &str| {
        let (_folder, path) = file("labs.csv", format!("{HEAD}{rows}"));
        let done = Run::check(&path).ok();
        (
            done.stderr.contains("spreadsheet has shortened"),
            done.stderr,
        )
    };
    for (who, is_told) in [
        ("1.96002E+11,", true),
        ("2E+15,", true),
        ("P1,2.61042E+10", true),
        ("########,S1", true),
        ("196002111111,26104220001", false),
        ("1E5,S1E+1", false),
        ("PE+11,S1", false),
    ] {
        let (told, stderr) = at(&format!(
            "{who},2026-03-14 08:10,M,60,Potassium,4.1,mmol/L,3.5-5.1\n"
        ));
        assert_eq!(told, is_told, "{who}: {stderr}");
    }
    for who in ["1.96002E+11", "########", "#REF!", "***", "#N/A"] {
        let text = format!("{HEAD}{who},,2026-03-14 08:10,M,60,Potassium,4.1,mmol/L,3.5-5.1\n");
        assert_eq!(said(&text, &["patient"]), [""], "{who}");
    }
    // What is said of a sample counts for the patient's time then, and for no other's.
    let text = format!(
        "{HEAD}P1,2.61042E+10,2026-03-14 08:10,M,60,Potassium,4.1,mmol/L,3.5-5.1\n\
         P1,2.61042E+10,2026-03-14 08:10,M,60,Hemolysis index,320,mg/dL,\n\
         P1,2.61042E+10,2026-03-15 08:10,M,60,Potassium,4.2,mmol/L,3.5-5.1\n"
    );
    assert_eq!(said(&text, &["usability"]), ["indeterminate", "", "usable"]);
}

/// Unknown headers of people, whose rows stood together as nobody's in silence.
#[test]
fn headers_that_may_name_people() {
    for header in [
        "Client",
        "Resident",
        "Donor",
        "Patient Initials",
        "Nama Pasien",
        "Ime i prezime",
        "Ονοματεπώνυμο",
    ] {
        let text = format!(
            "{header},Sex,Age,Test,Result,Unit,Range\n\
             John Doe,M,60,Potassium,4.1,mmol/L,3.5-5.1\n\
             Jane Roe,M,60,Potassium,4.4,mmol/L,3.5-5.1\n\
             Jane Roe,M,60,Sodium,140,mmol/L,136-145\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let told = Run::check(&path).ok().stderr;
        assert!(told.contains("[patient-not-named]"), "{header}: {told}");
    }
}

/// Times as HL7 writes them, under a header that is not known, were no dates: rows of two years stood together in silence.
#[test]
fn times_without_marks_are_told() {
    for (at, is_told) in [
        ("202403140810", true),
        ("202403140810+0100", true),
        ("20240314T081000", true),
        ("20240314081000", true),
        ("202499999999", false),
        ("4024031408", false),
    ] {
        let text = format!(
            "patient,sex,age,test,result,unit,range,WhenX\n1,M,60,Potassium,4.1,mmol/L,3.5-5.1,{at}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let told = Run::check(&path).ok().stderr.contains("columns of dates");
        assert_eq!(told, is_told, "{at}");
    }
}

#[test]
fn headers_of_times_and_remarks() {
    for header in "Coleta|Colheita|Toma de muestra|Recoltat|Date prélèv.|Prøvetakning|Sample Taken|Spec Date|date_measured|\
                   lab_collect_dttm|DateTimeOfObservation|Coll Dt/Tm"
        .split('|')
    {
        let text = format!(
            "patient,sex,age,test,result,unit,range,{header}\n1,M,60,Potassium,4.1,mmol/L,3.5-5.1,2026-03-14 08:10\n"
        );
        assert_eq!(said(&text, &["collected"]), ["2026-03-14 08:10"], "{header}");
    }
    for header in ["Commentaire analyse", "Commentaire résultat"] {
        let text = format!(
            "patient,sex,age,test,result,unit,range,{header}\n1,M,60,Potassium,4.1,mmol/L,3.5-5.1,Sérum hémolysé\n"
        );
        assert_eq!(said(&text, &["usability"]), ["indeterminate"], "{header}");
    }
}

#[test]
fn names_with_a_word_for_serum_behind_or_in_front() {
    for (name, expected) in [
        ("Potassium sérique", "potassium"),
        ("Sodium sérique", "sodium"),
        ("Créatinine sérique", "creatinine"),
        ("Potassio sierico", "potassium"),
        ("Κάλιο ορού", "potassium"),
        ("血清鉀", "potassium"),
        ("血清鈉", "sodium"),
        ("혈청칼륨", "potassium"),
        ("Kreatinin (enzym.)", "creatinine"),
        ("血紅蛋白", "hemoglobin"),
        ("血小板計數", "platelets"),
        ("Plaquettes sanguines", "platelets"),
        ("Contagem de plaquetas", "platelets"),
        ("Natriemia", "sodium"),
        ("Blutglukose", "glucose"),
    ] {
        let text = format!("patient,sex,age,test,result,unit\n1,M,60,{name},5,mmol/L\n");
        assert_eq!(said(&text, &["analyte"]), [expected], "{name}");
    }
}

/// The number of a state's people goes before a name: two people of one name were one.
#[test]
fn two_people_of_one_name() {
    for header in ["NIR", "Numéro de sécurité sociale", "OIB", "Kennitala"] {
        let text = format!(
            "Nom,{header},Sexe,Âge,Analyse,Résultat,Unité\n\
             Anna Meyer,185057510000011,F,50,Potassium,4.1,mmol/L\n\
             Anna Meyer,185057510000099,F,50,Potassium,6.8,mmol/L\n"
        );
        let expected = ["185057510000011", "185057510000099"];
        assert_eq!(said(&text, &["patient"]), expected, "{header}");
    }
}
