//! Titles among the rows that name a person without a colon: "Patient 1002", "Next patient", "Smith John (M; 60)".

use csv::StringRecord;

use super::words::{is_of_name, is_relative};
use super::{Lines, Restated, described};
use crate::age::Age;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::plan::Plan;
use described::NAME;

impl Lines {
    /// What a line of one cell says of persons, against the lines above.
    pub(in crate::import::around::above) fn named_by_title(
        &self,
        plan: &Plan,
        row: &StringRecord,
    ) -> Option<Restated> {
        let mut cells = row.iter().enumerate().filter(|(_, cell)| !is_blank(cell));
        let ((at, text), None) = (cells.next()?, cells.next()) else {
            return None;
        };
        let mut comments = plan.pick(Role::Comment).columns();
        if comments.any(|column| column == at) {
            return None;
        }
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
        let bare = &spelled_out(bare);
        if speaks_of_the_next(bare)
            || is_of_baby(bare)
            || is_relative(bare)
            || self.keys.iter().any(|key| key.is_number_like(bare))
            || self.is_numbered_name(bare)
        {
            return Some(Restated::Person);
        }
        let mut lines = Lines::default();
        match numbered(bare)
            .or_else(|| of_bed(bare))
            .or_else(|| of_pt(bare))
        {
            Some((key, value)) => lines.take(&key, value),
            None => described::all(bare)?
                .iter()
                .for_each(|(key, value)| lines.take(key, value)),
        }
        self.restated(plan, row, &lines)
    }

    /// "Jones Mary 1002": a name with a number that is written as the patient's, and another one.
    fn is_numbered_name(&self, text: &str) -> bool {
        let words = text.split_whitespace();
        // "Jones, Mary (1002)", "Jones Mary #1002".
        let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let words = words.filter(|word| !word.is_empty());
        let (numbers, name): (Vec<&str>, Vec<&str>) =
            words.partition(|word| word.contains(char::is_numeric));
        let is_number = |number: &str| self.keys.iter().any(|key| key.is_number_like(number));
        matches!(numbers.as_slice(), [number] if is_number(number)) && described::is_name(&name)
    }
}

/// "Pt 1002", "Pt. Jones Mary". PT is a clotting time.
fn spelled_out(text: &str) -> String {
    match text.split_once([' ', '.']) {
        Some(("Pt", behind)) => format!("{PATIENT} {}", behind.trim_start()),
        _ => text.to_string(),
    }
}

/// "Pt: Jones Mary", "Pt: 1002", and not "Pt: 12.1 s".
fn of_pt(text: &str) -> Option<(String, &str)> {
    let name = text.strip_prefix("Pt:")?.trim();
    let is_one = !name.contains(char::is_numeric) || !name.contains(['.', ',', ' ']);
    is_one.then(|| (PATIENT.to_string(), name))
}

const PATIENT: &str = "Patient";

/// "Hospital number 1002": the word for it, and a number behind.
fn numbered(text: &str) -> Option<(String, &str)> {
    /// Words of a key.
    const MOST: usize = 4;
    let words: Vec<&str> = text.split_whitespace().take(MOST).collect();
    let numbers = (1..words.len()).rev();
    let mut numbers = numbers.filter(|at| words[*at].contains(char::is_numeric));
    let at = numbers.find(|at| is_of_name(&words[..*at].join(" ")))?;
    // "Patient 45 years old".
    let is_age = words.get(at + 1).is_some_and(|unit| {
        let text = format!("{} {unit}", words[at]);
        Age::read(&text, "") != Age::Unknown
    });
    (!is_age).then(|| (words[..at].join(" "), words[at]))
}

/// "Bed 4: Smith John".
fn of_bed(text: &str) -> Option<(String, &str)> {
    const BEDS: &[&str] = &["bed", "bett", "lit", "cama", "letto"];
    let (place, name) = text.split_once(':')?;
    let (word, _) = place.split_once(' ')?;
    let is_bed = BEDS.contains(&word.to_lowercase().as_str());
    let is_name = name.trim().contains(' ') && !name.contains(char::is_numeric);
    (is_bed && is_name).then(|| (NAME.to_string(), name.trim()))
}

/// "Next patient".
fn speaks_of_the_next(text: &str) -> bool {
    #[rustfmt::skip] // the words wrapped as text
    const NEXT: &[&str] = &[
        "next", "new", "another", "other", "second", "nächster", "neuer", "anderer", "suivant", "nouveau", "autre", "siguiente", "nuevo", "otro",
        "prossimo", "nuovo", "altro", "successivo",
    ];
    #[rustfmt::skip] // the words wrapped as text
    const PATIENTS: &[&str] = &["patient", "patientin", "paciente", "paziente", "subject", "person"];
    let lower = text.to_lowercase();
    let words = lower.split_whitespace().filter(|word| *word != "the");
    let words: Vec<&str> = words.collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    words.len() == 2 && has(NEXT) && has(PATIENTS)
}

/// "Newborn: 1002", "Baby of 1001": another person than the mother, whose number it may be.
fn is_of_baby(text: &str) -> bool {
    const BABIES: &[&str] = &[
        "newborn",
        "baby",
        "neonate",
        "infant",
        "neugeborenes",
        "kind",
        "nouveau-né",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split([' ', ':']).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().filter(u8::is_ascii_digit).count() > 2;
    words.next().is_some_and(|word| BABIES.contains(&word)) && words.any(is_number)
}
