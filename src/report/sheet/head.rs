//! What stands on every sheet besides its items, in words: who, which surgery, trends, blanks, and
//! what it rests on.

use crate::interpretation::{Flag, Usability};
use crate::preop::policy::schema::SurgeryGrade;
use crate::preop::sheet::{Provenance, Question, ResultRow, Section, Sheet, Trend, Verdict};
use crate::report::harmless::harmless;
use crate::text::counted_days;

/// Blanks behind a stop.
pub(super) const PHONED: &str = "Phoned to ________ at ______ read back [ ]";

/// Blanks for those who sign.
pub(super) const SIGN_OFF: &[&str] = &[
    "Reviewed by (name, role) ________________________ signature ______________ at ____________",
    "Plan: [ ] proceed  [ ] repeat  [ ] refer  [ ] defer",
    "Day of surgery, second check by ____________________ at ____________",
];

/// Title of the part that no relative should see.
pub(super) const CONFIDENTIAL: &str =
    "CONFIDENTIAL: for the patient and the treating team only. Keep apart from the sheet.";

/// How the patient is called on a cover.
pub(super) fn name(sheet: &Sheet) -> String {
    match harmless(&sheet.patient.id) {
        id if id.is_empty() => "patient not stated".to_string(),
        id => id.into_owned(),
    }
}

/// Identity and surgery. What is missing is a blank to fill in.
pub(super) fn lines(sheet: &Sheet) -> Vec<String> {
    let patient = &sheet.patient;
    let surgery = &sheet.surgery;
    let or_blank = |text: &str, blank: &str| {
        if text.is_empty() {
            blank.to_string()
        } else {
            text.to_string()
        }
    };
    let born = or_blank(&patient.birth, "____________");
    let age = or_blank(&patient.age, "not known");
    let days = match surgery.days_to {
        None => String::new(),
        Some(0) => ", today".to_string(),
        Some(1) => ", tomorrow".to_string(),
        Some(days) if days < 0 => format!(", {} ago", counted_days(days)),
        Some(days) => format!(", in {days} days"),
    };
    let mut lines = vec![
        format!(
            "Patient {}   name ______________________   born {born}",
            or_blank(&patient.id, "____________")
        ),
        format!("Sex {}   age on the day of surgery {age}", patient.sex),
        format!(
            "Surgery {}{days}   procedure {}",
            or_blank(&surgery.date, "day not stated"),
            or_blank(&surgery.procedure, "______________________"),
        ),
        format!(
            "Surgery grade {}   ASA {}",
            surgery.grade.map_or("not stated", SurgeryGrade::as_str),
            surgery
                .asa
                .map_or("not stated".to_string(), |asa| asa.to_string()),
        ),
    ];
    if !surgery.contexts.is_empty() || !surgery.denied.is_empty() {
        let mut said = surgery.contexts.join(", ");
        if !surgery.denied.is_empty() {
            if !said.is_empty() {
                said.push_str("; ");
            }
            said.push_str(&format!("denied: {}", surgery.denied.join(", ")));
        }
        lines.push(format!("Context {said}"));
    }
    lines
}

/// `Potassium: 4.4 mmol/L (2026-10-02) → 4.1 mmol/L (2026-11-20 07:15)`. Where nobody knows which of two
/// was first, `and` stands for the arrow.
pub(super) fn trend(trend: &Trend) -> String {
    /// More would not be read on the front; section G has them all.
    const NEWEST: usize = 6;
    if trend.points.is_empty() && trend.unread.is_empty() {
        return format!("{}: none in the file", trend.name);
    }
    let from = trend.points.len().saturating_sub(NEWEST);
    let mut text = match from {
        0 => String::new(),
        from => format!("({from} earlier)"),
    };
    for point in &trend.points[from..] {
        if !text.is_empty() {
            text.push_str(if point.follows { " → " } else { " and " });
        }
        text.push_str(&marked(
            &point.text,
            point.mark,
            &dated(point.stands_in, &point.collected),
        ));
    }
    for row in &trend.unread {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&marked(
            &row.text,
            row.mark,
            &dated(row.stands_in, &row.collected),
        ));
    }
    format!("{}: {text}", trend.name)
}

/// `4.1 mmol/L EXPIRED (2025-11-20 07:15)`.
fn marked(text: &str, mark: &str, collected: &str) -> String {
    let parts = [text, mark].into_iter().filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    format!("{} ({collected})", parts.join(" "))
}

/// `2026-11-20 08:00`; `reported 2026-11-20 08:00`, where that time stands in for the collection.
pub(super) fn dated(stands_in: &str, collected: &str) -> String {
    match (stands_in, collected) {
        (_, "") => "no date".to_string(),
        ("", at) => at.to_string(),
        (was, at) => format!("{was} {at}"),
    }
}

/// What an empty section A adds where an earlier stop stands in section G.
const FOLLOWED_STOP: &str =
    "An earlier stop was followed by a later result that is none: section G has both.";

/// What an empty section A adds where somebody is to be phoned all the same.
const CALL_NOW: &str =
    "A critical number on a sample that is not usable stands in section B: call now.";

/// What an empty section A adds, each a sentence.
pub(super) fn beside_no_stop(sheet: &Sheet) -> Vec<&'static str> {
    [
        (sheet.is_urgent(), CALL_NOW),
        (sheet.has_followed_stop(), FOLLOWED_STOP),
    ]
    .into_iter()
    .filter_map(|(holds, sentence)| holds.then_some(sentence))
    .collect()
}

/// The conclusion, with what cannot wait for the review.
pub(super) fn verdict(sheet: &Sheet) -> String {
    let words = sheet.verdict.words();
    match sheet.verdict != Verdict::Action && sheet.is_urgent() {
        true => format!("{words}, CALL NOW"),
        false => words.to_string(),
    }
}

/// What a section without open items says: never that all is well.
pub(super) fn nothing(sheet: &Sheet, section: Section) -> String {
    match sheet.confidential_in(section) {
        0 => {}
        1 => return "1 item on the confidential part.".to_string(),
        count => return format!("{count} items on the confidential part."),
    }
    if sheet.counts.rows == 0 && section != Section::D {
        return "Nothing to judge: no result of this patient in the file.".to_string();
    }
    if section != Section::D && sheet.is_refused() {
        return "Not held against this policy.".to_string();
    }
    let beside = match section {
        Section::A => beside_no_stop(sheet),
        _ => Vec::new(),
    };
    if !beside.is_empty() {
        return format!("None by this policy. {}", beside.join(" "));
    }
    let words = match section {
        Section::A | Section::B | Section::F => "None by this policy.",
        Section::C => "None known.",
        Section::D => "Nothing that this policy asks for.",
        Section::E => "None.",
    };
    words.to_string()
}

/// The flag of a row. On a sample that is no use, inside is a question.
pub(super) fn flag(row: &ResultRow) -> &'static str {
    let is_spoiled = Some(Usability::Indeterminate) <= row.usability;
    match row.flag {
        Some(Flag::Normal) if is_spoiled => "N?",
        flag => flag.map_or("", Flag::as_str),
    }
}

/// What a row of section G says behind its value.
pub(super) fn result_facts(row: &ResultRow) -> Vec<String> {
    let mut facts = Vec::new();
    if !row.interval.is_empty() {
        facts.push(format!("{} ({})", row.interval, row.interval_source));
    }
    if let Some(usability) = row.usability
        && usability != Usability::Usable
    {
        facts.push(usability.as_str().to_uppercase());
    }
    if row.derived {
        facts.push(derived_by(&row.formula));
    }
    facts.push(dated(row.stands_in, &row.collected));
    if !row.previous.is_empty() {
        facts.push(row.previous.clone());
    }
    facts.extend(row.remarks.iter().cloned());
    facts
        .iter()
        .map(|fact| harmless(fact).into_owned())
        .collect()
}

/// `derived by CKD-EPI 2021 creatinine`.
pub(super) fn derived_by(formula: &str) -> String {
    match formula {
        "" => "derived".to_string(),
        formula => format!("derived by {formula}"),
    }
}

/// A question with a box to tick.
pub(super) fn question(question: &Question) -> String {
    if question.because.is_empty() {
        format!("[ ] {}", question.ask)
    } else {
        format!("[ ] {} ({})", question.ask, question.because)
    }
}

/// What the sheet rests on.
pub(super) fn provenance(provenance: &Provenance) -> Vec<String> {
    let mut lines = vec![format!(
        "Policy {} ({}), owner: {}, SHA-256 {}",
        provenance.policy,
        provenance.policy_title,
        provenance.policy_owner,
        provenance.policy_digest
    )];
    if provenance.policy_is_example {
        lines.push(
            "This policy is an EXAMPLE. A site's own anaesthetist must check it, change it and own it before it is used."
                .to_string(),
        );
    }
    lines.extend(rests_on(provenance));
    lines
}

/// The part of it that no policy has: program, data, files, time.
pub(super) fn rests_on(provenance: &Provenance) -> Vec<String> {
    let mut lines = vec![format!(
        "serumcheck {}, reference data {}, profile {}, critical list {}",
        provenance.tool, provenance.data, provenance.profile, provenance.critical_list
    )];
    for (file, digest) in &provenance.inputs {
        lines.push(format!("Input {file}, SHA-256 {digest}"));
    }
    for (option, file, digest) in &provenance.beside {
        lines.push(format!("--{option} {file}, SHA-256 {digest}"));
    }
    for (_, name, formula) in &provenance.equations {
        lines.push(format!("{name}, where it is derived here: {formula}"));
    }
    if !provenance.options.is_empty() {
        lines.push(format!("Options: {}", options(provenance)));
    }
    lines.push(format!("Made {}", provenance.when));
    lines
}

/// `--adults, --sex female`.
pub(super) fn options(provenance: &Provenance) -> String {
    let told = |(name, value): &(&str, String)| match value.as_str() {
        "true" => format!("--{name}"),
        value => format!("--{name} {value}"),
    };
    let told: Vec<String> = provenance.options.iter().map(told).collect();
    told.join(", ")
}
