//! Words that order a medicine: a verb at the head of a clause with something behind it ("Stop ramipril 24 h before"), and a
//! number with the unit of a dose ("40 mmol KCl"; a concentration has a stroke behind its unit).

/// Verbs of an order.
const VERBS: &[&str] = &[
    "stop",
    "hold",
    "give",
    "start",
    "administer",
    "infuse",
    "inject",
    "prescribe",
    "pause",
    "skip",
    "discontinue",
    "cease",
    "suspend",
    "double",
    "restart",
    "resume",
    "continue",
    "take",
];

/// What may be stopped or held all the same: it is no medicine.
const NO_MEDICINE: &[&str] = &[
    "surgery",
    "operation",
    "smoking",
    "alcohol",
    "nicotine",
    "fresh",
    "new",
    "blood",
    "sample",
    "samples",
    "theatre",
    "theater",
    "list",
    "slot",
    "sepsis",
    "pathway",
    "anaesthetist",
    "team",
];

/// Before what is meant.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// Behind such a word a verb is an order, too.
const BEFORE: &[&str] = &["to", "and", "or", "then", "please", "should", "must", "not"];

/// Units in which a dose is written.
const DOSE: &[&str] = &[
    "mg", "mcg", "µg", "ug", "mmol", "meq", "ml", "iu", "tablet", "tablets", "puffs",
];

/// The words of a text that sound like an order of a medicine.
pub(super) fn sounding(text: &str) -> Option<String> {
    text.split_inclusive(['.', ';', ':', ',', '!', '?', '(', ')'])
        .find_map(of_clause)
}

fn of_clause(clause: &str) -> Option<String> {
    // What asks is no order.
    if clause.ends_with('?') {
        return None;
    }
    let words: Vec<String> = clause
        .split_whitespace()
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/')
                .to_lowercase()
        })
        .filter(|word| !word.is_empty())
        .collect();
    for (at, word) in words.iter().enumerate() {
        let is_head = at == 0 || BEFORE.contains(&words[at - 1].as_str());
        let next = words.get(at + 1);
        let meant = next.and_then(|next| match ARTICLES.contains(&next.as_str()) {
            true => words.get(at + 2),
            false => Some(next),
        });
        if let Some(next) = next
            && is_head
            && VERBS.contains(&word.as_str())
            && !meant.is_some_and(|meant| NO_MEDICINE.contains(&meant.as_str()))
        {
            return Some(format!("{word} {next}"));
        }
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        if let Some(unit) = next.filter(|unit| is_number && DOSE.contains(&unit.as_str())) {
            return Some(format!("{word} {unit}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::sounding;

    #[test]
    fn orders_of_a_medicine_and_what_is_none() {
        for (text, expected) in [
            ("Stop ramipril 24 h before", Some("stop ramipril")),
            ("Hold warfarin for 5 days", Some("hold warfarin")),
            ("Give 10 units of insulin", Some("give 10")),
            ("Give 40 mmol KCl", Some("give 40")),
            ("Potassium low: 40 mmol KCl.", Some("40 mmol")),
            (
                "Tell the patient to stop metformin.",
                Some("stop metformin"),
            ),
            ("Repeat; then start iron.", Some("start iron")),
            ("Phone now. Do not give heparin.", Some("give heparin")),
            ("Stop: phone now, do not proceed until reviewed", None),
            ("Ask to stop smoking.", None),
            ("Hold surgery until reviewed.", None),
            ("Phone at once from 3.5 mmol/L (14 mg/dL).", None),
            ("Takes a diuretic?", None),
            ("Is a start of treatment planned?", None),
            (
                "Optimize before the date: this is a stop of one list.",
                None,
            ),
            (
                "Review kidney-damaging medicines with the prescriber, and plan.",
                None,
            ),
        ] {
            assert_eq!(sounding(text).as_deref(), expected, "{text}");
        }
    }
}
