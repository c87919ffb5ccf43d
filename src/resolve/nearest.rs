//! Names near a word that is none: for a message only, never to resolve.

use crate::notice::Code;
use crate::reference::Catalog;
use crate::text::{fold_name, is_sign};

/// The nearest known names, the nearest first: one or two letters away, or holding all of the word.
/// Analytes by their printed name; a notice code by its code.
#[must_use]
pub fn nearest_names(catalog: &Catalog, word: &str, count: usize) -> Vec<String> {
    let word = fold_name(word);
    let length = word.chars().count();
    if length < 3 {
        return Vec::new();
    }
    let allowed = allowed(length);
    let mut found: Vec<(usize, &str, String)> = Vec::new();
    let known = catalog.names().filter_map(|known| {
        let near = score(&word, known, allowed)?;
        let meaning = catalog.by_name(known).next()?;
        Some((near, known, meaning.analyte.id.clone()))
    });
    found.extend(known);
    let codes = Code::ALL.iter().filter_map(|code| {
        let near = score(&word, &fold_name(code.as_str()), allowed)?;
        Some((near, code.as_str(), code.as_str().to_string()))
    });
    found.extend(codes);
    found.sort();
    let mut names: Vec<String> = Vec::new();
    for (_, _, name) in found {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(count);
    names
}

/// How far a known name is from the word; `None` if too far.
fn score(word: &str, known: &str, allowed: usize) -> Option<usize> {
    if known.len() < 3 {
        return None;
    }
    let distance = distance(word, known, allowed);
    if distance <= allowed {
        return Some(distance);
    }
    let holds = known.contains(word) || (4 <= known.len() && word.contains(known));
    holds.then_some(allowed + known.len().abs_diff(word.len()))
}

fn allowed(length: usize) -> usize {
    if length < 8 { 1 } else { 2 }
}

/// The known name nearest to `name`, one or two letters away; for a message only.
pub(super) fn nearest(catalog: &Catalog, text: &str) -> Option<String> {
    let name = fold_name(text);
    let length = name.chars().count();
    // A sign or a syllable more makes another substance of it: 前白蛋白, クレアチン.
    // And of a short formula one letter makes another: "pCO2" is no "TCO2".
    const OF_FORMULAS: usize = 6;
    let is_formula = length < OF_FORMULAS && digits(&name).next().is_some();
    if length < 4 || is_formula || name.contains(is_sign) {
        return None;
    }
    let allowed = allowed(length);
    // "ANA screen" is no misspelt "PSA screen": of three letters one is another word.
    let words = text.split(|c: char| !c.is_alphanumeric());
    let short: Vec<String> = words.filter(|word| word.len() < 4).map(fold_name).collect();
    let has_short = |known: &str| short.iter().all(|word| known.contains(word.as_str()));
    catalog
        .names()
        .filter(|known| 4 <= known.len() && digits(known).eq(digits(&name)) && has_short(known))
        .map(|known| (distance(&name, known, allowed), known))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .and_then(|(_, known)| catalog.by_name(known).next())
        .map(|meaning| meaning.analyte.name.clone())
}

/// Its digits: vitamin B6 is no B12.
fn digits(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(char::is_ascii_digit)
}

/// Letters to change, add or drop; anything above `allowed` is reported as `allowed + 1`.
fn distance(a: &str, b: &str, allowed: usize) -> usize {
    // Of thousands of names nearly all are too long or too short.
    if a.chars().count().abs_diff(b.chars().count()) > allowed {
        return allowed + 1;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()].min(allowed + 1)
}
