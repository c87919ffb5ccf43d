//! What the hand-made sheets are put together from: an item, a row, a point of a course, a question.

use super::{
    Flag, IndicatedTest, Item, Past, Point, Position, Provenance, Question, Recommendation,
    ResultGroup, ResultRow, Section, State, Surgery, SurgeryGrade, Trend, Usability,
};

/// An item with nothing but its place and its name.
pub fn item(section: Section, state: State, group: &str, name: &str) -> Item {
    Item {
        section,
        state,
        group: group.to_owned(),
        analyte: name.to_lowercase(),
        name: name.to_owned(),
        value: String::new(),
        unit: String::new(),
        limit: String::new(),
        limit_owner: String::new(),
        interval: String::new(),
        interval_source: String::new(),
        collected: String::new(),
        stands_in: "",
        age_days: None,
        sample: String::new(),
        specimen: "",
        usability: None,
        sample_remark: String::new(),
        comment: String::new(),
        previous: None,
        formula: String::new(),
        at_once: false,
        last_usable: None,
        action: String::new(),
        also_crossed: Vec::new(),
        source: String::new(),
        unsourced: false,
        file: "labs.csv".to_owned(),
        line: 0,
        confidential: false,
        entry: None,
    }
}

/// An item with a result.
pub fn measured(mut item: Item, value: &str, unit: &str, limit: &str) -> Item {
    item.value = value.to_owned();
    item.unit = unit.to_owned();
    item.limit = limit.to_owned();
    item.limit_owner = "clinic policy v3".to_owned();
    item.source = "RCPath G158, 2017".to_owned();
    item.collected = "2026-11-20 08:05".to_owned();
    item.age_days = Some(11);
    item.sample = "48213".to_owned();
    item.specimen = "serum";
    item.usability = Some(Usability::Usable);
    item
}

pub(super) fn past(value: &str, unit: &str, collected: &str) -> Option<Past> {
    Some(Past {
        value: value.to_owned(),
        unit: unit.to_owned(),
        collected: collected.to_owned(),
        stands_in: "",
        spoiled: false,
    })
}

pub(super) fn point(value: f64, unit: &str, day: u32, usable: bool) -> Point {
    Point {
        text: format!("{value} {unit}"),
        canonical: value,
        collected: format!("2026-11-{day:02} 08:05"),
        stands_in: "",
        minutes: Some(f64::from(day) * 1440.0),
        usable,
        mark: if usable { "" } else { "NOT USABLE" },
        follows: true,
    }
}

/// A row of section G: value, interval and flag.
pub fn row(name: &str, value: f64, unit: &str, limits: (Option<f64>, Option<f64>)) -> ResultRow {
    let (low, high) = limits;
    let flag = match limits {
        (Some(low), _) if value < low => Flag::Low,
        (_, Some(high)) if high < value => Flag::High,
        _ => Flag::Normal,
    };
    let interval = match limits {
        (Some(low), Some(high)) => format!("{low}-{high} {unit}"),
        (Some(low), None) => format!(">= {low} {unit}"),
        (None, Some(high)) => format!("<= {high} {unit}"),
        (None, None) => String::new(),
    };
    ResultRow {
        name: name.to_owned(),
        analyte: name.to_lowercase(),
        value: value.to_string(),
        unit: unit.to_owned(),
        interval_source: if interval.is_empty() { "" } else { "report" }.to_owned(),
        flag: (!interval.is_empty()).then_some(flag),
        interval,
        usability: Some(Usability::Usable),
        position: Some(Position { value, low, high }),
        previous: String::new(),
        course: Vec::new(),
        collected: "2026-11-20 08:05".to_owned(),
        stands_in: "",
        time_remark: String::new(),
        remarks: Vec::new(),
        derived: false,
        formula: String::new(),
        reported_flag: String::new(),
        comment: String::new(),
        notices: Vec::new(),
        file: "labs.csv".to_owned(),
        line: 7,
    }
}

pub(super) fn group(title: &str, rows: Vec<ResultRow>) -> ResultGroup {
    ResultGroup {
        title: title.to_owned(),
        confidential: false,
        rows,
    }
}

pub(super) fn question(ask: &str, because: &str) -> Question {
    Question {
        ask: ask.to_owned(),
        because: because.to_owned(),
        confidential: false,
    }
}

pub(super) fn test(
    title: &str,
    recommendation: Option<Recommendation>,
    present: Option<bool>,
) -> IndicatedTest {
    IndicatedTest {
        group: title.to_lowercase().replace(' ', "_"),
        title: title.to_owned(),
        recommendation,
        condition: String::new(),
        condition_holds: None,
        present,
        source: "NICE NG45, 2016".to_owned(),
        confidential: false,
    }
}

/// What a run rests on.
pub fn provenance() -> Provenance {
    Provenance {
        tool: "0.1.0".to_owned(),
        data: "2026.11".to_owned(),
        policy: "clinic-elective 3".to_owned(),
        policy_title: "Elective surgery under anaesthesia".to_owned(),
        policy_owner: "Dr A. Example, consultant anaesthetist".to_owned(),
        policy_is_example: false,
        policy_digest: "9f86d081884c".to_owned(),
        profile: "uk".to_owned(),
        critical_list: "rcpath-2017".to_owned(),
        beside: vec![(
            "ranges",
            "ours.csv".to_owned(),
            "0123456789abcdef".to_owned(),
        )],
        equations: vec![(
            "egfr",
            "Estimated GFR".to_owned(),
            "CKD-EPI 2021 creatinine".to_owned(),
        )],
        options: vec![("adults", "true".to_owned())],
        inputs: vec![("labs.csv".to_owned(), "60303ae22b99".to_owned())],
        when: "2026-11-25 19:00".to_owned(),
    }
}

pub(super) fn surgery() -> Surgery {
    Surgery {
        date: "2026-12-01".to_owned(),
        days_to: Some(6),
        procedure: "Abdominoplasty".to_owned(),
        grade: Some(SurgeryGrade::Intermediate),
        asa: Some(2),
        contexts: vec!["diuretic".to_owned(), "diabetes".to_owned()],
        denied: Vec::new(),
    }
}

pub(super) fn trend(name: &str, unit: &str, points: Vec<Point>) -> Trend {
    Trend {
        name: name.to_owned(),
        unit: unit.to_owned(),
        points,
        unread: Vec::new(),
    }
}
