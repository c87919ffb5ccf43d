//! The page in front of several sheets: whom first, which tubes, who lacks what.

use super::{head, line};
use crate::preop::sheet::{Item, Section, Sheet, State, Verdict};
use crate::text::listed;

/// The sheets by verdict, the gravest first; verdicts of nobody left out.
pub(super) fn by_verdict(sheets: &[Sheet]) -> Vec<(Verdict, Vec<&Sheet>)> {
    Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let of_it = sheets.iter().filter(|sheet| sheet.verdict == verdict);
            (verdict, of_it.collect::<Vec<_>>())
        })
        .filter(|(_, of_it)| !of_it.is_empty())
        .collect()
}

/// What makes it so: the stops and the reviews by name and value.
pub(super) fn because(sheet: &Sheet) -> String {
    /// More would not be read on a cover.
    const NAMED: usize = 5;
    let section = if sheet.verdict == Verdict::Action {
        Section::A
    } else {
        Section::B
    };
    let items: Vec<String> = sheet.section(section).map(with_its_tube).collect();
    let confidential = sheet
        .items
        .iter()
        .any(|item| item.section == section && item.confidential);
    let mut text = listed(&items, NAMED);
    if confidential {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str("see the confidential part");
    }
    if sheet
        .notices
        .iter()
        .any(|notice| notice.code == "two-patients-possible")
    {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str("perhaps two patients");
    }
    text
}

/// `Potassium 8.9 mmol/L (sample hemolyzed, about 4 g/L)`: whoever phones is asked at once whether the number is true.
fn with_its_tube(item: &Item) -> String {
    match line::tube_doubt(item) {
        Some(doubt) => format!("{} ({doubt})", line::subject(item)),
        None => line::subject(item),
    }
}

/// Which tubes to draw again: patient, sample, why, what for, by when; those of now first.
pub(super) fn recollect(sheets: &[Sheet]) -> Vec<String> {
    let mut lines: Vec<(bool, String)> = Vec::new();
    for sheet in sheets {
        let mut samples: Vec<(&str, String, Vec<&Item>)> = Vec::new();
        for item in sheet.section(Section::C) {
            let at = match (item.stands_in, item.collected.as_str()) {
                (_, "") => String::new(),
                ("", at) => format!(" of {at}"),
                (was, at) => format!(" {was} {at}"),
            };
            let key = (item.sample.as_str(), at);
            let same = |(id, at, _): &&mut (&str, String, Vec<&Item>)| {
                (*id, at.as_str()) == (key.0, key.1.as_str())
            };
            match samples.iter_mut().find(same) {
                Some((.., items)) => items.push(item),
                None => samples.push((key.0, key.1, vec![item])),
            }
        }
        for (sample, at, items) in samples {
            let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
            let sample = match (sample, at.as_str()) {
                ("", "") => String::new(),
                ("", at) => format!(", sample{at}"),
                (id, at) => format!(", sample {id}{at}"),
            };
            let at_once = items.iter().any(|item| item.at_once);
            let line = format!(
                "{}{sample}: {}: {}, {}",
                head::name(sheet),
                items[0].sample_remark,
                names.join(", "),
                by_when(sheet, at_once)
            );
            lines.push((!at_once, line));
        }
    }
    lines.sort_by_key(|(waits, _)| *waits);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// By when a tube is to be there.
pub(super) fn by_when(sheet: &Sheet, at_once: bool) -> String {
    match sheet.surgery.date.as_str() {
        _ if at_once => "AT ONCE, today".to_string(),
        "" => "before the day of surgery".to_string(),
        date => format!("before {date}"),
    }
}

/// Who lacks what.
pub(super) fn lacking(sheets: &[Sheet]) -> Vec<String> {
    let mut lines = Vec::new();
    for sheet in sheets {
        let mut parts: Vec<String> = Vec::new();
        for state in [
            State::Refused,
            State::NotStated,
            State::Missing,
            State::Absent,
            State::Expired,
            State::Undated,
            State::NotInterpreted,
        ] {
            let names: Vec<&str> = sheet
                .section(Section::D)
                .filter(|item| item.state == state)
                .map(|item| item.name.as_str())
                .collect();
            if !names.is_empty() {
                parts.push(format!(
                    "{}: {}",
                    state.word().to_lowercase(),
                    names.join(", ")
                ));
            }
        }
        if !parts.is_empty() {
            lines.push(format!("{}: {}", head::name(sheet), parts.join("; ")));
        }
    }
    lines
}
