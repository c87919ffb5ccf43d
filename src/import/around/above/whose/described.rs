//! Whom a title describes without a colon: "Smith John (M; 60)", "Jones Mary F 50", "Jones Mary DOB 1970-01-02", "Patient Jones Mary".

use super::words::{is_key, is_of_name};
use crate::age::Age;
use crate::import::around::header_again::names_analyte;
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::person::Sex;

/// Keys for what stands there without one.
pub(super) const NAME: &str = "name";
const SEX: &str = "sex";
const AGE: &str = "age";

/// What a title says of somebody, each with a key.
pub(super) fn all(text: &str) -> Option<Vec<(String, String)>> {
    in_brackets(text)
        .or_else(|| by_sex_and_age(text))
        .or_else(|| by_birth(text))
        .or_else(|| by_name(text))
}

fn is_sex(word: &str) -> bool {
    Sex::read(word) != Sex::Unknown
}

/// "Smith John (M; 60)".
fn in_brackets(text: &str) -> Option<Vec<(String, String)>> {
    let (name, behind) = text.split_once('(')?;
    let words = behind.split(|c: char| !c.is_alphanumeric());
    let is_age = |word: &str| Age::read(word, "") != Age::Unknown;
    let is_person = words.clone().any(is_sex) && words.clone().any(is_age);
    let name: Vec<&str> = name.split_whitespace().collect();
    (is_person && is_name(&name)).then(|| vec![(NAME.to_string(), name.join(" "))])
}

/// "Jones Mary F 50", "Female, 50 years", "Sex F Age 50", and nothing else: limits and formulas count for a sex and an age, too.
fn by_sex_and_age(text: &str) -> Option<Vec<(String, String)>> {
    if text.contains(['<', '>', '≤', '≥', '+', '(']) {
        return None;
    }
    let is_word = |word: &&str| {
        let is_told = is_sex(word) || !is_key(word);
        !word.is_empty() && is_told && *word != "old"
    };
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(is_word).collect();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let from = words
        .iter()
        .position(|word| is_sex(word) || is_number(word))?;
    let (name, told) = words.split_at(from);
    let (sex, age) = match told {
        [sex, age @ ..] if is_sex(sex) => (sex, age),
        [age @ .., sex] if is_sex(sex) => (sex, age),
        _ => return None,
    };
    let age = age_of(age)?;
    // "M 5" may be a place.
    let is_bare = sex.chars().count() < 2 && age.len() < 2;
    if is_bare || !(name.is_empty() || is_name(name)) {
        return None;
    }
    let mut said = vec![(SEX.to_string(), sex.to_string()), (AGE.to_string(), age)];
    if !name.is_empty() {
        said.push((NAME.to_string(), name.join(" ")));
    }
    Some(said)
}

/// An age of these words: a number, and its unit where they say it.
fn age_of(words: &[&str]) -> Option<String> {
    const FIGURES: usize = 3;
    let text = words.join(" ");
    let is_bare = text.bytes().all(|c| c.is_ascii_digit());
    let is_one = words.len() <= 2 && (!is_bare || text.len() <= FIGURES);
    (is_one && Age::read(&text, "") != Age::Unknown).then_some(text)
}

/// "Jones Mary DOB 1970-01-02".
fn by_birth(text: &str) -> Option<Vec<(String, String)>> {
    /// Words of a key, and of a day: "date of birth", "2 Jan 1970".
    const MOST: usize = 3;
    let words: Vec<&str> = text.split_whitespace().collect();
    let keys = (0..words.len()).flat_map(|at| (1..=MOST).map(move |count| at..at + count));
    let mut keys = keys.filter(|at| at.end < words.len());
    let at = keys.find(|at| {
        let entry = vocabulary::entry(&words[at.clone()].join(" "));
        entry.is_some_and(|entry| entry.role == Role::Birth)
    })?;
    let behind = &words[at.end..];
    let first = behind
        .first()
        .filter(|word| word.contains(char::is_numeric))?;
    let count = if first.contains(['-', '/', '.']) {
        1
    } else {
        MOST
    };
    let day = behind.iter().take(count).copied().collect::<Vec<_>>();
    let name = words[..at.start].iter().filter(|word| !is_key(word));
    let name = name.copied().collect::<Vec<_>>().join(" ");
    let mut said = vec![(words[at].join(" "), day.join(" "))];
    if !name.is_empty() {
        said.push((NAME.to_string(), name));
    }
    Some(said)
}

/// "Patient Jones Mary", and not "Patient Results".
fn by_name(text: &str) -> Option<Vec<(String, String)>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut keys = (1..words.len()).rev();
    let at = keys.find(|at| is_of_name(&words[..*at].join(" ")))?;
    let name = &words[at..];
    is_name(name).then(|| vec![(words[..at].join(" "), name.join(" "))])
}

/// Two or three words in capitals that somebody may be called.
fn is_name(words: &[&str]) -> bool {
    const NAMES: std::ops::RangeInclusive<usize> = 2..=3;
    let is_one = |word: &&str| {
        let bare = word.trim_end_matches([',', '.', '-']);
        bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
            && !is_of_report(bare)
    };
    NAMES.contains(&words.len()) && words.iter().all(is_one)
}

/// True for a word of a report, of a test or a specimen, which nobody is called.
fn is_of_report(word: &str) -> bool {
    #[rustfmt::skip] // the words wrapped as text
    const REPORTS: &[&str] = &[
        "results", "report", "summary", "data", "details", "information", "history", "comments", "notes", "record", "records", "demographics",
        "samples", "laboratory", "visit", "copy", "care", "safety", "discharge", "access", "portal", "service", "services", "education", "blood",
        "befund", "befunde", "resultados", "informe", "résultats", "risultati",
    ];
    let lower = word.to_lowercase();
    REPORTS.contains(&lower.as_str())
        || vocabulary::entry(word).is_some()
        || names_analyte(word)
        || fluid::words()
            .is_some_and(|words| words.is_of_order(word) || words.as_one(word).is_some())
}
