//! What a line above a table states: keys, and what stands behind each.

use csv::StringRecord;

use super::whose;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// The statements of a line. Behind a title stands nothing.
pub(super) fn of(line: &StringRecord) -> Vec<(&str, String)> {
    let all: Vec<&str> = line.iter().map(str::trim).collect();
    if all.iter().any(|cell| is_statement(cell)) {
        return with_colons(&all);
    }
    let cells: Vec<&str> = all.into_iter().filter(|cell| !is_blank(cell)).collect();
    match cells.as_slice() {
        [] => Vec::new(),
        [key, rest @ ..] if rest.iter().any(|cell| whose::is_key(cell)) => in_pairs(key, rest),
        // "Sex,M,M" of the columns of a sheet.
        [key, first, rest @ ..] if rest.iter().all(|cell| cell == first) => {
            vec![(*key, first.to_string())]
        }
        [key, rest @ ..] => vec![(*key, rest.join(", "))],
    }
}

/// "Name,X,Sex,F": what is stated stands behind its key.
fn in_pairs<'l>(first: &'l str, rest: &[&'l str]) -> Vec<(&'l str, String)> {
    let mut pairs = Vec::new();
    let mut key = Some(first);
    for cell in rest {
        if whose::is_key(cell) {
            key = Some(cell);
        } else if let Some(key) = key.take() {
            pairs.push((key, cell.to_string()));
        }
    }
    pairs
}

/// "Name: X, Sex: F", "Specimen: Urine", a cell each or several in one; what is stated may stand in the next cell.
fn with_colons<'l>(cells: &[&'l str]) -> Vec<(&'l str, String)> {
    let several = |cell: &&str| 1 < cell.matches(':').count();
    let parts: Vec<&'l str> = cells
        .iter()
        .flat_map(|cell| match several(cell) {
            true => cell.split([';', '|', ',']).flat_map(between_keys).collect(),
            false => vec![*cell],
        })
        .map(str::trim)
        .collect();
    let mut statements = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let filled = |at: &usize| !is_blank(parts[*at]);
        let next = (at + 1..parts.len()).find(filled);
        let next = next.filter(|next| !is_statement(parts[*next]));
        let (key, value, end) = match part.split_once(':').filter(|_| is_statement(part)) {
            Some((key, value)) if !value.trim().is_empty() => (key.trim(), value.trim(), at),
            Some((key, _)) => (
                key.trim(),
                next.map_or("", |next| parts[next]),
                next.unwrap_or(at),
            ),
            None if is_specimen_header(part) => (*part, next.map_or("", |next| parts[next]), at),
            None => continue,
        };
        let given = parts
            .get(end + 1)
            .filter(|given| whose::is_of_name(key) && is_surname(value) && is_given_name(given));
        statements.push((
            key,
            match given {
                Some(given) => format!("{value}, {given}"),
                None => value.to_string(),
            },
        ));
    }
    statements
}

/// One word, which may be the front of "Smith, John" that was cut at its comma.
fn is_surname(value: &str) -> bool {
    !value.contains(char::is_whitespace)
        && value
            .chars()
            .all(|c| c.is_alphabetic() || "-'’".contains(c))
}

/// What may stand behind that comma.
fn is_given_name(cell: &str) -> bool {
    const MOST: usize = 3;
    let is_word = |word: &str| {
        word.chars()
            .all(|c| c.is_alphabetic() || "-'’.".contains(c))
    };
    (1..=MOST).contains(&cell.split_whitespace().count())
        && cell.split_whitespace().all(is_word)
        && !is_specimen_header(cell)
        && !whose::is_key(cell)
}

/// "Name: X Sex: F Age: 44" at the words before a colon that are a key.
fn between_keys(text: &str) -> Vec<&str> {
    /// Words of a key: "Date of birth".
    const MOST: usize = 4;
    let mut parts = Vec::new();
    let mut start = 0;
    for (colon, _) in text.match_indices(':') {
        let before = text.get(start..colon).unwrap_or_default();
        let begins = before.rmatch_indices(char::is_whitespace);
        let begins = begins.map(|(at, space)| at + space.len()).take(MOST);
        let is_key = |at: &usize| {
            let key = &before[*at..];
            whose::is_key(key) || whose::is_another(key)
        };
        if let Some(at) = begins.filter(is_key).last() {
            parts.push(&text[start..start + at]);
            start += at;
        }
    }
    parts.push(&text[start..]);
    parts
}

/// True for a cell with a key. "08:15" is none.
pub(super) fn is_statement(cell: &str) -> bool {
    cell.contains(':') && !cell.starts_with(|c: char| c.is_ascii_digit())
}

pub(super) fn is_specimen_header(cell: &str) -> bool {
    vocabulary::entry(cell).is_some_and(|entry| matches!(entry.role, Role::Specimen | Role::Sample))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_reports() {
        for (line, expected) in [
            ("City Hospital|", "City Hospital="),
            ("Name: X, Sex: F", "Name=X Sex=F"),
            ("Name: Miller, Anna; Sex: F", "Name=Miller, Anna Sex=F"),
            ("Name: Miller| Anna|Sex: F", "Name=Miller, Anna Sex=F"),
            (
                "Patient: Smith, John  Sex: M  Age: 45",
                "Patient=Smith, John Sex=M Age=45",
            ),
            ("Name: Miller||Chemistry|Sex: F", "Name=Miller Sex=F"),
            (
                "Name: Anna Miller|Chemistry|Sex: F",
                "Name=Anna Miller Sex=F",
            ),
            ("Patient: 4711|Chemistry|Sex: F", "Patient=4711 Sex=F"),
            (
                "Patient: Mary Jones Physician: Dr Brown",
                "Patient=Mary Jones Physician=Dr Brown",
            ),
            (
                "Name: A B Sex: F Date of birth: 1981-02-03",
                "Name=A B Sex=F Date of birth=1981-02-03",
            ),
            (
                "Patient ID:|7|DOB:|1981-02-03",
                "Patient ID=7 DOB=1981-02-03",
            ),
            ("Collected:|2026-05-02 08:15", "Collected=2026-05-02 08:15"),
            ("Collected|2026-05-02 08:15", "Collected=2026-05-02 08:15"),
            ("Name|X|Sex|F|Age|44", "Name=X Sex=F Age=44"),
            ("Address|Street 1|City", "Address=Street 1, City"),
            ("Specimen|Urine", "Specimen=Urine"),
            ("Name: X|Specimen|Urine", "Name=X Specimen=Urine"),
            ("|", ""),
        ] {
            let record = StringRecord::from(line.split('|').collect::<Vec<_>>());
            let found: Vec<String> = of(&record)
                .iter()
                .map(|(key, value)| format!("{key}={value}"))
                .collect();
            assert_eq!(found.join(" "), expected, "{line}");
        }
    }
}
