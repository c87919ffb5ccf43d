//! A header that says of an analyte that these are its results: `sodium_value` beside `sodium_unit`, `K Result`.

use crate::import::columns::Seen;
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit::{plain_unit, split_brackets, split_known};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};

/// What stands between the words of a header.
const MARKS: [char; 5] = [' ', '_', '-', '.', ':'];

/// The name of an analyte and its unit in such a header, unless another column is headed by the name alone, or by another such
/// word and holds the numbers: `sodium_value` beside `sodium_result`, which says "High".
pub(super) fn analyte(seen: &Seen, header: &str) -> Option<(String, String)> {
    let (text, unit) = split_brackets(header).unwrap_or((header, ""));
    let name = without_word(text).filter(|name| (seen.known)(name))?;
    let own = vocabulary::fold(name);
    let is_headed = |other: &String| {
        let named = split_known(other, seen.known).map(|(name, _)| vocabulary::fold(name));
        other != header && named.is_some_and(|named| named == own)
    };
    let at = seen.headers.iter().position(|other| other == header)?;
    let is_twin = |(place, other): (usize, &String)| {
        let text = split_brackets(other).map_or(other.as_str(), |(text, _)| text);
        let is_same = without_word(text).is_some_and(|name| vocabulary::fold(name) == own);
        place != at && is_same && numbers(seen, at) <= numbers(seen, place)
    };
    let is_second = has_words(seen, at) && seen.headers.iter().enumerate().any(is_twin);
    let is_free = !(is_second || are_of_sensor(seen) || seen.headers.iter().any(is_headed));
    is_free.then(|| (name.to_string(), plain_unit(unit)))
}

/// Cells of a column that begin like numbers.
fn numbers(seen: &Seen, column: usize) -> usize {
    seen.cells(column)
        .filter(|cell| begins_like_number(cell))
        .count()
}

fn has_words(seen: &Seen, column: usize) -> bool {
    seen.cells(column)
        .any(|cell| !is_blank(cell) && !begins_like_number(cell))
}

/// True for the log of a sensor of glucose beside a pump: insulin that was given, carbohydrates that were eaten.
fn are_of_sensor(seen: &Seen) -> bool {
    let is_one = |header: &String| {
        let folded = vocabulary::fold(header);
        // Of a laboratory it is in units of its volume.
        folded == "insulinvalueu"
            || ["carbvalue", "glucoserateofchange", "transmitter"]
                .iter()
                .any(|word| folded.starts_with(word))
    };
    seen.headers.iter().any(is_one)
}

/// A header without the word for results in front or behind: `value_sodium`, `sodium_result_value`.
fn without_word(header: &str) -> Option<&str> {
    // "K first result" beside "K last result", "K result 1" beside "K result 2": one of several.
    let is_of_several = |word: &str| {
        let folded = vocabulary::fold(word);
        let begins = ["first", "initial", "original"];
        word.contains(|c: char| c.is_ascii_digit())
            || begins.iter().any(|begin| folded.starts_with(begin))
    };
    let is_word = |word: &str| {
        let entry = vocabulary::entry(word);
        entry.is_some_and(|entry| entry.role == Role::Value && entry.kind == Kind::Plain)
            && !is_of_several(word)
    };
    let mut places = header.match_indices(MARKS);
    places.find_map(|(at, mark)| {
        let (before, behind) = (&header[..at], &header[at + mark.len()..]);
        let name = match (is_word(before), is_word(behind)) {
            (true, false) => behind,
            (false, true) => before,
            _ => return None,
        };
        Some(name.trim_matches(MARKS))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_header_says_beside_the_word_for_results() {
        for (header, expected) in [
            ("sodium_value", Some("sodium")),
            ("Sodium Value", Some("Sodium")),
            ("value_sodium", Some("sodium")),
            ("K Result", Some("K")),
            ("sodium_result_value", Some("sodium")),
            ("Natrium Ergebnis", Some("Natrium")),
            ("vitamin_d_value", Some("vitamin_d")),
            // Of something else, or no word for results.
            ("sodium", None),
            ("sodium_unit", None),
            ("sodium_value_unit", None),
            ("critical value", Some("critical")),
            ("Glucose test result", Some("Glucose")),
            // One of several.
            ("K result 1", None),
            ("K first-value", Some("K first")),
            ("value", None),
        ] {
            assert_eq!(without_word(header), expected, "{header}");
        }
    }
}
