//! Hand-made sheets. The parent names the types, so that the browser's test can use them, too.

use super::{
    Counts, Flag, Identity, IndicatedTest, Item, Notice, Past, Point, Position, Provenance,
    Question, Recommendation, ResultGroup, ResultRow, Section, Sheet, State, Surgery, SurgeryGrade,
    Trend, Usability, Verdict,
};

// The paths are spelled out because the browser's test reads these files too.
#[path = "cases/hostile.rs"]
mod hostile;
#[path = "cases/parts.rs"]
mod parts;
#[path = "cases/results.rs"]
mod results;

pub use hostile::hostile;
use parts::{group, past, point, question, surgery, test, trend};
pub use parts::{item, measured, provenance, row};
use results::results;

/// A patient without any result: nothing but who and which surgery.
pub fn empty(id: &str) -> Sheet {
    let mut missing = Vec::new();
    for (group, names) in [
        (
            "Kidney function",
            &["Creatinine", "Potassium", "Sodium"][..],
        ),
        ("Full blood count", &["Hemoglobin", "Platelets"][..]),
    ] {
        for name in names {
            let mut item = item(Section::D, State::Missing, group, name);
            item.limit_owner = "NICE NG45, 2016".to_owned();
            item.action = "Take before the date.".to_owned();
            missing.push(item);
        }
    }
    Sheet {
        patient: Identity {
            id: id.to_owned(),
            sex: "unknown",
            ..Identity::default()
        },
        surgery: surgery(),
        counts: Counts {
            missing: missing.len(),
            ..Counts::default()
        },
        items: missing,
        trends: ["Potassium", "Creatinine"]
            .map(|name| trend(name, "", Vec::new()))
            .into(),
        indicated: vec![
            test("Kidney function", Some(Recommendation::Yes), Some(false)),
            test("Full blood count", Some(Recommendation::Yes), Some(false)),
            test("Resting ECG", Some(Recommendation::Consider), None),
        ],
        ..Sheet::default()
    }
}

/// A stop, a review, a hemolyzed potassium, something missing and something too old.
pub fn full(id: &str) -> Sheet {
    let mut stop = measured(
        item(Section::A, State::Stop, "Electrolytes", "Sodium"),
        "118",
        "mmol/L",
        "<= 120 mmol/L",
    );
    stop.interval = "133-146 mmol/L".to_owned();
    stop.interval_source = "report".to_owned();
    stop.previous = past("136", "mmol/L", "2026-11-06 08:05");
    stop.action = "Phone the anaesthetist today.".to_owned();
    stop.also_crossed = vec!["< 130 mmol/L, preopevalguide".to_owned()];

    let mut review = measured(
        item(Section::B, State::Review, "Glucose", "HbA1c"),
        "74",
        "mmol/mol",
        ">= 69 mmol/mol",
    );
    review.interval = "20-41 mmol/mol".to_owned();
    review.interval_source = "uk".to_owned();
    review.unsourced = true;
    review.action = "Refer for optimization; the surgeon decides on the date.".to_owned();
    let mut unclear = measured(
        item(Section::B, State::Undetermined, "Coagulation", "Platelets"),
        "<100",
        "10\u{2079}/L",
        "< 75 10\u{2079}/L",
    );
    unclear.action = "Ask the laboratory for the number.".to_owned();

    let mut hemolyzed = measured(
        item(Section::C, State::Unusable, "Electrolytes", "Potassium"),
        "6.9",
        "mmol/L",
        ">= 6.0 mmol/L",
    );
    hemolyzed.usability = Some(Usability::Unusable);
    hemolyzed.sample_remark = "hemolyzed, about 2.4 g/L (index 240)".to_owned();
    hemolyzed.last_usable = past("4.4", "mmol/L", "2026-11-13 08:05");
    hemolyzed.action = "Repeat potassium on a fresh sample.".to_owned();
    let mut second = hemolyzed.clone();
    second.name = "LDH".to_owned();
    second.value = "612".to_owned();
    second.unit = "U/L".to_owned();
    second.limit = String::new();
    second.limit_owner = String::new();
    second.source = String::new();
    second.last_usable = None;
    second.action = "Repeat LDH on a fresh sample if it is needed.".to_owned();

    let mut sheet = empty(id);
    let mut expired = measured(
        item(Section::D, State::Expired, "Kidney function", "Creatinine"),
        "71",
        "µmol/L",
        "30 days",
    );
    expired.collected = "2026-07-23".to_owned();
    expired.age_days = Some(131);
    expired.action = "Repeat before the date.".to_owned();
    sheet
        .items
        .retain(|item| !["Creatinine", "Potassium", "Sodium"].contains(&item.name.as_str()));
    sheet.items.insert(0, expired);

    let mut unneeded = measured(
        item(Section::E, State::NotIndicated, "Liver", "ALT"),
        "31",
        "U/L",
        "",
    );
    unneeded.limit_owner = "NICE NG45, 2016".to_owned();
    unneeded.source = "NICE NG45, 2016".to_owned();
    unneeded.action = "Routine testing is not recommended; do not repeat.".to_owned();
    let mut other = unneeded.clone();
    other.name = "GGT".to_owned();
    other.value = "22".to_owned();
    let mut low = measured(
        item(Section::F, State::Optimize, "Blood count", "Ferritin"),
        "9",
        "µg/L",
        "< 30 µg/L",
    );
    low.action = "Treatable before the date: tell the family doctor.".to_owned();
    sheet.items.extend([
        stop, review, unclear, hemolyzed, second, unneeded, other, low,
    ]);

    sheet.verdict = Verdict::Action;
    sheet.counts = Counts {
        missing: 2,
        expired: 1,
        unusable: 2,
        not_interpreted: 0,
        optimize: 1,
        noted: 0,
        without_limit: 0,
        rows: 17,
    };
    sheet.patient = Identity {
        id: id.to_owned(),
        sex: "female",
        birth: "1968-02-03".to_owned(),
        age: "58 y".to_owned(),
    };
    sheet.notices = vec![Notice {
        code: "collected-after-surgery",
        text: "One result is dated after the day of surgery: 2026-12-20. Check the date."
            .to_owned(),
    }];
    let potassium = vec![
        point(4.1, "mmol/L", 1, true),
        point(4.4, "mmol/L", 13, true),
        point(6.9, "mmol/L", 20, false),
    ];
    sheet.trends = vec![
        trend("Potassium", "mmol/L", potassium.clone()),
        trend("Creatinine", "µmol/L", vec![point(71.0, "µmol/L", 2, true)]),
    ];
    sheet.groups = results(&potassium);
    sheet.questions = vec![
        question(
            "Diuretic, ACE inhibitor or potassium tablets: which, and since when?",
            "diuretic",
        ),
        question(
            "New illness, new medicine, transfusion or admission since the sample?",
            "",
        ),
        question("Bleeding after dental work, or in the family?", ""),
        question(
            "Biotin or hair and nail supplements in the last week?",
            "thyroid tests",
        ),
    ];
    sheet
}

/// A quiet file: nothing outside the policy's limits, still no praise.
pub fn quiet(id: &str) -> Sheet {
    let mut sheet = full(id);
    sheet.items.clear();
    sheet.notices.clear();
    sheet.verdict = Verdict::NothingOutside;
    sheet.counts = Counts {
        rows: 3,
        ..Counts::default()
    };
    sheet.groups.drain(1..);
    sheet.groups[0].rows.drain(..2);
    sheet.trends[0].points.truncate(2);
    sheet
}

/// A sheet with a confidential part.
pub fn confidential(id: &str) -> Sheet {
    let mut sheet = quiet(id);
    let mut missing = item(Section::D, State::Missing, "Pregnancy", "hCG");
    missing.action = "Test on the day of surgery, with consent.".to_owned();
    missing.limit_owner = "NICE NG45, 2016".to_owned();
    missing.confidential = true;
    sheet.items.push(missing);
    let mut hcg = row("hCG", 2.0, "IU/L", (None, Some(5.0)));
    hcg.remarks = vec!["pregnancy is not excluded by a test of last month".to_owned()];
    sheet.groups.push(ResultGroup {
        confidential: true,
        ..group("Pregnancy", vec![hcg])
    });
    sheet.questions.push(Question {
        confidential: true,
        ..question("Could you be pregnant? Last period?", "of childbearing age")
    });
    sheet.indicated.push(IndicatedTest {
        confidential: true,
        ..test("Pregnancy test", Some(Recommendation::Ask), Some(false))
    });
    sheet.verdict = Verdict::Incomplete;
    sheet.counts.missing = 1;
    sheet
}
