//! Words that no sheet says: nobody is called fit, cleared or safe; no dose, no prescription; nothing of
//! a pregnancy on the part that a relative may see.

use serumcheck::preop::{Provenance, Sheet};
use serumcheck::report::Style;
use serumcheck::report::sheet::{SheetForm, write};

use crate::bench::{Case, case, policy, sheets};
use crate::limit::{holding, in_force, patient, values};

const FORMS: [SheetForm; 4] = [
    SheetForm::Text,
    SheetForm::Markdown,
    SheetForm::Json,
    SheetForm::Html,
];

/// What prints a run of sheets.
pub fn print(sheets: &[Sheet], form: SheetForm) -> String {
    let head = policy().head();
    let provenance = Provenance {
        tool: "serumcheck test".to_string(),
        policy: format!("{} {}", head.id, head.version),
        policy_title: head.title.clone(),
        policy_owner: head.owner.clone(),
        policy_is_example: head.example,
        ..Provenance::default()
    };
    let mut out = Vec::new();
    write(form, &mut out, sheets, &provenance, Style::default()).expect("memory");
    String::from_utf8(out).expect("UTF-8")
}

/// Patients who cross every limit in force, and patients of whom everything is asked.
fn everybody() -> Vec<Case> {
    let mut cases = Vec::new();
    for limit in in_force() {
        let at = values(limit)
            .into_iter()
            .find(|at| at.stated.is_crossed(at.step));
        let at = at.expect("a value beyond the limit");
        let (words, sex) = holding(&limit.when);
        cases.push(patient(limit, &at, &words, sex, true));
        cases.push(patient(limit, &at, "", "", true));
        let mut faulty = patient(limit, &at, &words, sex, true);
        for row in &mut faulty.rows {
            row.comment = "grossly hemolyzed".to_string();
        }
        cases.push(faulty);
    }
    let all: Vec<&str> = policy()
        .contexts()
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    for grade in ["minor", "intermediate", "major"] {
        for asa in 1..=4 {
            let words = format!("{grade} asa-{asa}");
            cases.push(case(&words, &[]));
            cases.push(case(&format!("{words} {}", all.join(" ")), &[]));
        }
    }
    cases.push(case(
        "undated",
        &["Potassium | 4.1 mmol/L", "hCG | 120 [IU]/L"],
    ));
    cases
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
}

#[test]
fn nobody_is_called_fit_cleared_or_safe() {
    let sheets = sheets(&everybody());
    for form in FORMS {
        let text = print(&sheets, form);
        let said = words(&text).find(|word| ["fit", "cleared", "safe"].contains(&word.as_str()));
        assert_eq!(said, None, "{form:?}");
    }
}

/// A history that is asked for, not an instruction.
const EXPOSURE: &str = "more than 4-6 mg prednisone a day";

/// `give 20 mmol`, `10 mg daily`, `2 g twice`: numbers of a drug, or an order to begin or end one.
fn prescriptions(text: &str) -> Vec<String> {
    const ORDERS: [&str; 9] = [
        "administer",
        "infuse",
        "inject",
        "prescribe",
        "omit",
        "withhold",
        "halve",
        "discontinue",
        "titrate",
    ];
    const AMOUNTS: [&str; 8] = ["mg", "g", "mcg", "ug", "ml", "mmol", "units", "tablets"];
    const RATES: [&str; 9] = [
        "daily", "day", "kg", "h", "hour", "hourly", "twice", "bd", "tds",
    ];
    let end = ["", ""].map(String::from);
    let words: Vec<String> = words(&text.replace(EXPOSURE, "")).chain(end).collect();
    let orders = words
        .iter()
        .filter(|word| ORDERS.contains(&word.as_str()))
        .cloned();
    let doses = words.windows(4).filter(|four| {
        let rate = RATES.contains(&four[2].as_str()) || (four[2] == "a" && four[3] == "day");
        four[0].parse::<f64>().is_ok() && AMOUNTS.contains(&four[1].as_str()) && rate
    });
    let given = words.windows(2).filter(|two| {
        ["give", "take", "add"].contains(&two[0].as_str()) && two[1].parse::<f64>().is_ok()
    });
    orders
        .chain(doses.map(|four| four.join(" ")))
        .chain(given.map(|two| two.join(" ")))
        .collect()
}

#[test]
fn no_dose_and_no_order_about_a_drug() {
    let sheets = sheets(&everybody());
    for form in FORMS {
        // An osmolality is in mmol/kg: of water, no patient's weight.
        let text = print(&sheets, form).replace("mmol/kg", "");
        assert_eq!(prescriptions(&text), [""; 0], "{form:?}");
    }
    for text in [
        "Give 20 mmol KCl.",
        "metformin 500 mg twice",
        "5 mg a day",
        "Withhold it for 24 h.",
    ] {
        assert_ne!(prescriptions(text), [""; 0], "{text}");
    }
}

#[test]
fn the_policy_says_none_of_it_either() {
    let says = policy().limit_rows().iter().map(|row| row.says.as_str());
    let asks = policy().questions().iter().map(|row| row.ask.as_str());
    let contexts = policy().contexts().iter().map(|row| row.ask.as_str());
    for text in says.chain(asks).chain(contexts) {
        assert_eq!(prescriptions(text), [""; 0], "{text}");
        assert!(
            words(text).all(|word| !["fit", "cleared", "safe"].contains(&word.as_str())),
            "{text}"
        );
    }
}

/// What would tell a relative.
const TELLING: [&str; 8] = [
    "pregnan",
    "hcg",
    "gonadotropin",
    "gonadotrophin",
    "menstrual",
    "childbearing",
    "could she",
    "obstetric",
];

fn telling(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    TELLING.into_iter().find(|word| text.contains(word))
}

fn of_her() -> Vec<Case> {
    // What the program knows, and what it does not.
    let rows = [
        "hCG | 1250 [IU]/L",
        "Potassium | 4.1 mmol/L",
        "Beta-hCG | 3 [IU]/L | | 2026-10-01",
        "hCG | QNS | | 2026-11-20",
        "hCG in Urine | positive | | 2026-11-21",
        "Pregnancy test | positive",
        "Schwangerschaftstest | negativ",
    ];
    let contexts = [
        "",
        "childbearing-potential",
        "pregnancy",
        "childbearing-potential pregnancy",
        "no-pregnancy",
        "blood-loss-expected",
    ];
    let mut cases = Vec::new();
    for context in contexts {
        for grade in ["minor asa-1", "major asa-3"] {
            cases.push(case(&format!("{grade} {context}"), &rows));
            for row in rows {
                cases.push(case(&format!("{grade} {context}"), &[row]));
            }
        }
    }
    // Other results, judged as those of a pregnant woman.
    let mut pregnant = case(
        "minor asa-1",
        &["Hemoglobin | 110 g/L", "Creatinine | 50 umol/L", rows[0]],
    );
    for row in &mut pregnant.rows {
        row.condition = "pregnancy-t1".to_string();
    }
    cases.push(pregnant);
    // The laboratory's comment on another result, on the front and in section G.
    cases.push(case(
        "major asa-2",
        &[
            "Potassium | 6.2 mmol/L | | | pregnant, 12 weeks",
            "Chloride | 102 mmol/L | | | Schwangerschaft",
        ],
    ));
    cases
}

#[test]
fn a_pregnancy_stands_on_the_confidential_part_alone() {
    for sheet in sheets(&of_her()) {
        let text = print(std::slice::from_ref(&sheet), SheetForm::Text);
        let (before, rest) = text
            .split_once("CONFIDENTIAL:")
            .expect("a confidential part");
        let (hidden, after) = rest
            .split_once("END OF THE CONFIDENTIAL PART")
            .expect("its end");
        assert_eq!(telling(before), None, "{before}");
        assert_eq!(telling(after), None, "{after}");
        assert!(telling(hidden).is_some(), "{hidden}");
        let text = print(std::slice::from_ref(&sheet), SheetForm::Markdown);
        let (before, rest) = text
            .split_once("## CONFIDENTIAL")
            .expect("a confidential part");
        let (hidden, after) = rest.split_once("\n## J").expect("its end");
        assert_eq!(telling(before), None, "{before}");
        assert_eq!(telling(after), None, "{after}");
        assert!(telling(hidden).is_some(), "{hidden}");
    }
}

#[test]
fn in_json_what_tells_of_a_pregnancy_is_marked_as_confidential() {
    let text = print(&sheets(&of_her()), SheetForm::Json);
    let run: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut marked = 0;
    for patient in run["patients"].as_array().expect("patients") {
        for part in ["items", "questions", "results"] {
            for one in patient[part].as_array().expect("a list") {
                if one["confidential"] == true {
                    marked += 1;
                } else {
                    assert_eq!(telling(&one.to_string()), None, "{part}: {one}");
                }
            }
        }
        for part in ["surgery", "trends", "notices"] {
            assert_eq!(telling(&patient[part].to_string()), None, "{part}");
        }
    }
    assert!(50 < marked, "{marked}");
}

#[test]
fn the_cover_tells_nothing_of_a_pregnancy() {
    let all = sheets(&of_her());
    let text = print(&all, SheetForm::Text);
    let (_, cover) = text.split_once("REVIEW: COVER").expect("a cover");
    let (cover, _) = cover
        .split_once("PRE-OPERATIVE REVIEW\n")
        .expect("the first sheet");
    assert_eq!(telling(cover), None, "{cover}");
    assert!(cover.contains("see the confidential part"), "{cover}");
}
