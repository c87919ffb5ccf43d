//! Hand-made sheets. The parent names the types, so that the browser's test can use them, too.

use super::{
    Counts, Flag, Identity, IndicatedTest, Item, Notice, Past, Point, Position, Provenance,
    Question, Recommendation, ResultGroup, ResultRow, Section, Sheet, State, Surgery, SurgeryGrade,
    Trend, Usability, Verdict,
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

fn past(value: &str, unit: &str, collected: &str) -> Option<Past> {
    Some(Past {
        value: value.to_owned(),
        unit: unit.to_owned(),
        collected: collected.to_owned(),
        stands_in: "",
    })
}

fn point(value: f64, unit: &str, day: u32, usable: bool) -> Point {
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
        reported_flag: String::new(),
        comment: String::new(),
        notices: Vec::new(),
        file: "labs.csv".to_owned(),
        line: 7,
    }
}

fn group(title: &str, rows: Vec<ResultRow>) -> ResultGroup {
    ResultGroup {
        title: title.to_owned(),
        confidential: false,
        rows,
    }
}

fn question(ask: &str, because: &str) -> Question {
    Question {
        ask: ask.to_owned(),
        because: because.to_owned(),
        confidential: false,
    }
}

fn test(
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
        inputs: vec![("labs.csv".to_owned(), "60303ae22b99".to_owned())],
        when: "2026-11-25 19:00".to_owned(),
    }
}

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

fn surgery() -> Surgery {
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

fn trend(name: &str, unit: &str, points: Vec<Point>) -> Trend {
    Trend {
        name: name.to_owned(),
        unit: unit.to_owned(),
        points,
        unread: Vec::new(),
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

fn results(potassium: &[Point]) -> Vec<ResultGroup> {
    let both = |low, high| (Some(low), Some(high));
    let mut spoiled = row("Potassium", 6.9, "mmol/L", both(3.5, 5.3));
    spoiled.usability = Some(Usability::Unusable);
    spoiled.course = potassium.to_vec();
    spoiled.previous = "was 4.4 on 2026-11-13".to_owned();
    spoiled.remarks = vec![
        "sample hemolyzed (about 2.4 g/L): the true value may be lower".to_owned(),
        "a normal-looking value on this sample would not exclude a low one".to_owned(),
    ];
    let mut older = row("Potassium", 4.4, "mmol/L", both(3.5, 5.3));
    older.collected = "2026-11-13 08:05".to_owned();
    older.previous = "was 4.1 on 2026-11-01".to_owned();
    let mut critical = row("Sodium", 118.0, "mmol/L", both(133.0, 146.0));
    critical.flag = Some(Flag::CriticalLow);
    critical.course = vec![
        point(136.0, "mmol/L", 6, true),
        point(118.0, "mmol/L", 20, true),
    ];
    let mut derived = row(
        "eGFR (CKD-EPI 2021)",
        94.0,
        "mL/min/1.73 m\u{b2}",
        (Some(60.0), None),
    );
    derived.derived = true;
    derived.interval_source = "uk".to_owned();
    let mut doubtful = row("Iron", 14.0, "µmol/L", both(10.0, 30.0));
    doubtful.usability = Some(Usability::Indeterminate);
    let mut unknown = row("Tumormarker X", 3.0, "", (None, None));
    unknown.remarks = vec!["not judged: analyte not known".to_owned()];
    vec![
        group(
            "Electrolytes",
            vec![
                critical,
                spoiled,
                older,
                row("Chloride", 101.0, "mmol/L", both(95.0, 108.0)),
            ],
        ),
        group(
            "Kidney function",
            vec![
                row("Creatinine", 71.0, "µmol/L", both(45.0, 84.0)),
                derived,
                row("Urea", 4.9, "mmol/L", both(2.5, 7.8)),
            ],
        ),
        group(
            "Blood count",
            vec![
                row("Hemoglobin", 118.0, "g/L", both(120.0, 150.0)),
                row("Ferritin", 9.0, "µg/L", both(15.0, 200.0)),
                doubtful,
            ],
        ),
        group(
            "Liver",
            vec![
                row("ALT", 31.0, "U/L", (None, Some(35.0))),
                row("GGT", 22.0, "U/L", (None, Some(40.0))),
                row("ALP", 430.0, "U/L", both(30.0, 130.0)),
                row("CRP", 42.0, "mg/L", (None, Some(5.0))),
            ],
        ),
        group("Not known", vec![unknown]),
    ]
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

/// The same hostile or overlong text wherever a file can put one.
pub fn hostile(text: &str) -> Sheet {
    let mut sheet = full(text);
    let own = || text.to_owned();
    sheet.patient.birth = own();
    sheet.patient.age = own();
    sheet.surgery.procedure = own();
    sheet.surgery.date = own();
    sheet.surgery.contexts.push(own());
    sheet.surgery.denied.push(own());
    for item in &mut sheet.items {
        for field in [
            &mut item.group,
            &mut item.name,
            &mut item.value,
            &mut item.unit,
            &mut item.limit,
            &mut item.limit_owner,
            &mut item.interval,
            &mut item.interval_source,
            &mut item.collected,
            &mut item.sample,
            &mut item.sample_remark,
            &mut item.action,
            &mut item.source,
        ] {
            *field = own();
        }
        item.previous = past(text, text, text);
        item.last_usable = past(text, text, text);
        item.also_crossed = vec![own()];
    }
    for notice in &mut sheet.notices {
        notice.text = own();
    }
    for trend in &mut sheet.trends {
        trend.name = own();
        for point in &mut trend.points {
            (point.text, point.collected) = (own(), own());
        }
    }
    for group in &mut sheet.groups {
        group.title = own();
        for row in &mut group.rows {
            for field in [
                &mut row.name,
                &mut row.value,
                &mut row.unit,
                &mut row.interval,
                &mut row.interval_source,
                &mut row.previous,
                &mut row.collected,
            ] {
                *field = own();
            }
            row.remarks = vec![own(), own()];
        }
    }
    for question in &mut sheet.questions {
        (question.ask, question.because) = (own(), own());
    }
    for test in &mut sheet.indicated {
        (test.title, test.condition, test.source) = (own(), own(), own());
    }
    sheet
}
