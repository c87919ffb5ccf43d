//! Whom a title describes without a colon: "Smith John (M; 60)", "Jones Mary F 50", "Jones Mary DOB 1970-01-02", "Patient Jones Mary",
//! "Mrs Jones".

use super::words::{is_key, is_of_name};
use crate::age::Age;
use crate::import::around::header_again::names_analyte;
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::person::Sex;

/// Keys for what stands there without one.
pub(super) const NAME: &str = "name";
const SURNAME: &str = "surname";
const SEX: &str = "sex";
const AGE: &str = "age";

/// What a title says of somebody, each with a key.
pub(super) fn all(text: &str) -> Option<Vec<(String, String)>> {
    in_brackets(text)
        .or_else(|| by_sex_and_age(text))
        .or_else(|| by_birth(text))
        .or_else(|| by_name(text))
        .or_else(|| by_title(text))
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
    let text = titled(text).map_or(text, |(_, behind)| behind);
    let is_word = |word: &&str| {
        let is_told = is_sex(word) || !is_key(word);
        !word.is_empty() && is_told && *word != "old"
    };
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<&str> = words.filter(is_word).collect();
    // "Jones Mary 50F".
    if let Some((sex, age)) = words.last().and_then(|word| glued(word))
        && words.len() > 1
    {
        words.pop();
        words.extend([sex, age]);
    }
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

/// A letter of a sex at a number of two figures or three: "50F", "F50".
fn glued(word: &str) -> Option<(&str, &str)> {
    let at = word.find(|c: char| c.is_alphabetic() != word.starts_with(char::is_alphabetic))?;
    let (front, behind) = word.split_at(at);
    let (sex, age) = match is_sex(front) {
        true => (front, behind),
        false => (behind, front),
    };
    (sex.len() == 1 && is_sex(sex) && 1 < age.len()).then_some((sex, age))
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

/// In front of a name. A doctor is another, and MS and MR are tests.
#[rustfmt::skip] // the words wrapped as text
const WOMEN: &[&str] = &[
    "Mrs", "MRS", "Ms", "Miss", "MISS", "Frau", "FRAU", "Madame", "MADAME", "Mme", "MME", "Mlle", "MLLE", "Sra", "SRA", "Srta", "SRTA",
    "Signora", "SIGNORA", "Mevr",
];
const MEN: &[&str] = &["Mr", "Mstr", "Herr", "HERR", "Monsieur", "MONSIEUR", "Dhr"];

/// The sex that a title in front of a name tells, and what stands behind it.
fn titled(text: &str) -> Option<(&'static str, &str)> {
    let (title, name) = text.split_once(' ')?;
    let title = title.trim_end_matches('.');
    let sexes = [("F", WOMEN), ("M", MEN)];
    let (sex, _) = sexes
        .into_iter()
        .find(|(_, titles)| titles.contains(&title))?;
    Some((sex, name.trim_start()))
}

/// "Mrs Jones Mary", "Frau Meier": she is not the man of that surname.
fn by_title(text: &str) -> Option<Vec<(String, String)>> {
    let (sex, name) = titled(text)?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let key = match words.as_slice() {
        [_] if are_names(&words) => SURNAME,
        _ if is_name(&words) => NAME,
        _ => return None,
    };
    Some(vec![
        (key.to_string(), words.join(" ")),
        (SEX.to_string(), sex.to_string()),
    ])
}

/// Two or three words in capitals that somebody may be called.
pub(super) fn is_name(words: &[&str]) -> bool {
    const NAMES: std::ops::RangeInclusive<usize> = 2..=3;
    NAMES.contains(&words.len()) && are_names(words)
}

fn are_names(words: &[&str]) -> bool {
    let is_one = |word: &&str| {
        let bare = word.trim_end_matches([',', '.', '-']);
        bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
            && !is_of_report(bare)
    };
    words.iter().all(is_one)
}

/// True for a word of a report, of a test or a specimen, which nobody is called.
fn is_of_report(word: &str) -> bool {
    #[rustfmt::skip] // the words wrapped as text
    const REPORTS: &[&str] = &[
        "results", "report", "summary", "data", "details", "information", "history", "comments", "notes", "record", "records", "demographics",
        "samples", "laboratory", "visit", "copy", "care", "safety", "discharge", "access", "portal", "service", "services", "education", "blood",
        "on", "in", "at", "of", "for", "with", "after", "before", "under", "not", "post", "pre", "is", "was", "has", "had",
        "befund", "befunde", "resultados", "informe", "résultats", "risultati",
    ];
    let lower = word.to_lowercase();
    REPORTS.contains(&lower.as_str())
        || vocabulary::entry(word).is_some()
        || names_analyte(word)
        || fluid::words()
            .is_some_and(|words| words.is_of_order(word) || words.as_one(word).is_some())
}
