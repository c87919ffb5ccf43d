//! What stands around the name of a test and says nothing of it: a tube in another language, a method, a panel, the word
//! "determination". Each beside what says something.

use crate::run::said;

/// A row of units under the header, in which the temperature has one; two sets of results, of which one has limits; limits in
/// brackets of their own.
#[test]
fn units_and_limits_of_each_column() {
    let columns = ["analyte", "canonical_value", "flag"];
    let gases = "time,Patient ID,T,cK+,cNa+\n,,C,mmol/L,mmol/L\n18/11/2026 08:05,1,37.0,6.9,139\n";
    assert_eq!(said(gases, &columns)[1], "potassium|6.9|HH");
    let trial = "SUBJID,SEX,AGE,LBTEST,SIRESULT,SIUNIT,SILOW,SIHIGH,CONVRESULT,CONVUNIT\n\
                 1,F,65,Potassium,5.2,mmol/L,3.5,5.0,5.2,mEq/L\n";
    assert_eq!(said(trial, &columns), ["potassium|5.2|H"]);
    let insured = "檢驗日期,檢驗項目,檢驗結果,單位,參考值\n\
                   115/11/18,Potassium(K),5.3,mmol/L,[3.5][5.2]\n115/11/18,ALT(GPT),34,U/L,[][33]\n\
                   115/11/18,Sodium,139,mmol/L,[][]\n";
    let limits = ["analyte", "low", "high"];
    assert_eq!(
        said(insured, &limits),
        ["potassium|3.5|5.2", "alt||33", "sodium||"]
    );
}

#[test]
fn sexes_in_letters_of_other_scripts() {
    for (header, cell, flag) in [
        ("Sex", "נ", "H"),
        ("Sex", "ז", "N"),
        ("Sex", "أنثى", "H"),
        ("Sex", "ذكر", "N"),
        ("Sex", "Nữ", "H"),
        ("Sex", "Nam", "N"),
        ("Sex", "Α", "N"),
        ("Jenis Kelamin", "P", "H"),
        ("Jenis Kelamin", "L", "N"),
        // Of whatever language.
        ("Sex", "L", ""),
        ("Sex", "P", ""),
    ] {
        let text =
            format!("patient,{header},age,test,result,unit\n1,{cell},40,Creatinine,100,umol/L\n");
        assert_eq!(said(&text, &["flag"]), [flag], "{header}: {cell}");
    }
}

/// Analyte, specimen and notices of a test by its name alone.
fn named(name: &str) -> String {
    let text = format!("patient,sex,age,test,result,unit\n1,M,40,\"{name}\",5.0,mmol/L\n");
    said(&text, &["analyte", "specimen", "notices"]).concat()
}

#[track_caller]
fn check(table: &[(&str, &[&str])]) {
    for (expected, names) in table {
        for name in *names {
            assert_eq!(named(name), *expected, "{name}");
        }
    }
}

const UNKNOWN: &str = "||analyte-unknown";
const URINE: &str = "|urine|specimen-not-serum";

#[test]
fn in_which_tube() {
    check(&[
        (
            "potassium|serum|",
            &[
                "Калий в сыворотке",
                "Калий в сыворотке крови",
                "Калий в крови",
                "Калій у сироватці",
                "Калій в сироватці крові",
                "Kalij u serumu",
                "Potas w surowicy",
            ],
        ),
        ("potassium|plasma|no-interval", &["Калий в плазме"]),
        (
            "glucose|plasma|condition-needed",
            &["Глюкоза в плазме", "Glukoza w osoczu", "血浆葡萄糖"],
        ),
        (URINE, &["Калий в моче", "Potas w moczu"]),
        (
            UNKNOWN,
            &["Калий в эритроцитах", "Калий в пуповинной крови"],
        ),
    ]);
}

#[test]
fn of_any_fluid_in_the_list_of_services_of_colombia() {
    check(&[
        ("potassium|serum|", &["POTASIO EN SUERO U OTROS FLUIDOS"]),
        (
            "glucose|serum|condition-needed",
            &["GLUCOSA EN SUERO U OTRO FLUIDO DIFERENTE A ORINA"],
        ),
        (URINE, &["GLUCOSA EN ORINA"]),
        // Of whatever it is, it is not of that.
        (
            UNKNOWN,
            &[
                "Glucose other than urine",
                "Glucose, fluid other than blood",
            ],
        ),
    ]);
}

#[test]
fn methods_panels_and_determinations() {
    check(&[
        (
            "potassium|serum|",
            &[
                "Potassium (Direct ISE)",
                "K (Direct ISE)",
                "POTASSIUM, SERUM (Indirect ISE)",
                "Kalium (Labor)",
                "Lab_Kalium",
                "Electrolytes: Potassium",
                "Ionogramme: Potassium",
                "Ionograma - Potasio",
                "血清钾测定",
                "钾测定",
                "血清钾离子",
                "血清钾测定(K)",
            ],
        ),
        ("glucose|plasma|", &["Glucose Fasting, Plasma (GOD-POD)"]),
        (
            "glucose|serum|condition-needed",
            &["葡萄糖测定", "血清葡萄糖测定"],
        ),
        (URINE, &["Urine: Potassium"]),
        (
            UNKNOWN,
            &[
                "Ionogramme nouveau: Potassium",
                "血清素测定",
                "肌酐清除率测定",
            ],
        ),
        // An electrode measures what is ionized, and not all of it.
        (UNKNOWN, &["Calcium (ISE)", "Calcium (Direct ISE)"]),
    ]);
}

#[test]
fn fasting_glucose_in_other_words() {
    check(&[
        (
            "glucose|serum|",
            &["Glucose à jeun", "Glucose (à jeun)", "葡萄糖(空腹)"],
        ),
        ("glucose|plasma|", &["Glucose à jeun (plasma)"]),
        // Before a meal is not before the first.
        (
            "glucose|serum|condition-needed",
            &["Glucose AC", "Glucose(AC)", "AC Sugar"],
        ),
    ]);
}

/// A unit behind a name, in a power of ten as well, which is no sign of HL7; and names under a header that may be of anything.
#[test]
fn a_unit_behind_a_name() {
    for (name, value, expected) in [
        ("WBC (10^9/L)", "5.1", "wbc|N"),
        ("Platelets [10^3/uL]", "210", "platelets|N"),
        ("Platelet count, 10^3/uL", "210", "platelets|N"),
        ("6690-2^WBC (10^9/L)^LN", "5.1", "wbc|N"),
        ("Hematocrit, %", "41", "hematocrit|N"),
        ("aPTT, s", "30", "aptt|"),
        ("Potassium (mmol/L)", "4.4", "potassium|N"),
        ("Potassium, S", "4.4", "potassium|"),
        // A fluid, and no unit of it.
        ("Amylase, U", "50", "|"),
        ("Potassium, L", "4.4", "|"),
    ] {
        for header in ["test", "name"] {
            let text = format!(
                "patient,collected,sex,age,{header},value\n1,2026-05-02 07:15,F,44,\"{name}\",{value}\n\
                 1,2026-05-02 07:15,F,44,\"Sodium (mmol/L)\",140\n1,2026-05-02 07:15,F,44,\"Urea, mmol/L\",5\n"
            );
            let rows = said(&text, &["analyte", "flag"]);
            assert_eq!(rows[0], expected, "{header}: {name}");
            assert_eq!(rows[1], "sodium|N", "{header}: {name}");
        }
    }
}
