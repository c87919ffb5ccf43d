//! A remark behind a number, of which it is plain whom or what it is about: `7.9 (hemolyzed)`, `7.9 hemolyzed`, `95 (fasting)`.

use crate::import::file::table::is_blank;
use crate::import::shapes::wide::unread::speaks_of_sample;
use crate::observation::Observation;
use crate::reference::Catalog;
use crate::value::{read_number, take_flag};

/// What says that the patient had eaten nothing.
const FASTING: &[&str] = &["fasting", "fasted", "nüchtern", "à jeun", "en ayunas"];

/// Puts such a remark where remarks of its kind stand. Any other one, and one for which no place is free, stays where it is:
/// then the cell is no number.
pub(super) fn set_apart(seen: &mut Observation<'_>) {
    let first = |remark: &str| remark.split(' ').next().is_some_and(speaks_of_sample);
    // "7.9 g hemolyzed": the first word may be the unit, if no other one is stated.
    let has_unit = !is_blank(seen.unit);
    let of_sample = |(_, remark): &(&str, &str)| {
        speaks_of_sample(remark) && (has_unit || first(remark)) && says_nothing_else(remark)
    };
    // A mark that the file does not write so leaves the cell what it is.
    let style = seen.numbers;
    let is_read = |(number, _): &(&str, &str)| {
        let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        !number.contains(',') || read_number(number, style).is_some()
    };
    let Some((number, remark)) =
        split(seen.value).or_else(|| split_apart(seen.value).filter(of_sample).filter(is_read))
    else {
        return;
    };
    let place = if FASTING.iter().any(|word| is_same(remark, word)) {
        Some(&mut seen.condition)
    } else if speaks_of_sample(remark) {
        let mut places = [&mut seen.comment, &mut seen.specimen_condition].into_iter();
        places.find(|place| is_blank(place))
    } else {
        None
    };
    let Some(place) = place.filter(|place| is_blank(place) || is_same(place, remark)) else {
        return;
    };
    (*place, seen.value) = (remark, number);
}

/// Words beside those about a sample that say nothing of a result. "140 cancelled haemolysed" is none.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "sample", "specimen", "serum", "plasma", "blood", "probe", "the", "is", "was", "not", "non", "no", "very", "visibly", "slight", "slightly", "mild",
    "mildly", "moderate", "moderately", "severe", "severely", "gross", "grossly", "marked", "markedly", "strongly", "leicht", "gering", "massig", "mäßig",
    "deutlich", "stark", "nicht", "probenmaterial", "echantillon", "échantillon", "legerement", "légèrement", "fortement", "muestra", "amostra",
    "ligeramente", "levemente", "muy", "campione", "leggermente", "licht", "sterk", "monster", "niet", "prov", "lätt",
];

/// True for words about a sample, and nothing beside them.
pub(crate) fn says_nothing_else(remark: &str) -> bool {
    let mut words = remark
        .split([' ', ',', '-', '.', '!'])
        .map(|word| word.trim_end_matches('+'));
    words.all(|word| {
        let is_grade = word.bytes().all(|c| c.is_ascii_digit());
        is_grade || BESIDE.contains(&word.to_lowercase().as_str()) || speaks_of_sample(word)
    })
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.to_lowercase()
}

/// A number, perhaps below or above a limit and with a flag, and what stands behind it in brackets.
fn split(value: &str) -> Option<(&str, &str)> {
    // Nearly every cell ends with a digit.
    let (number, remark) = value.trim().strip_suffix(')')?.split_once('(')?;
    let number = number.trim_end();
    let (bare, flag) = number.split_at(number.rfind(|c: char| c.is_ascii_digit())? + 1);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>'))
        && (flag.is_empty() || take_flag(flag).1.is_empty())
        && bare
            .bytes()
            .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b',' | b'<' | b'>' | b'=' | b' '));
    let is_plain = !remark.contains(['(', ')']) && !remark.bytes().any(|c| c.is_ascii_digit());
    (is_number && is_plain).then(|| (number, remark.trim()))
}

/// A number, perhaps with a flag, and words behind it, none of which is a unit. "2+" is a grade, and any other number one more
/// result.
fn split_apart(value: &str) -> Option<(&str, &str)> {
    let value = value.trim();
    // Nearly every cell ends with a digit.
    if !value.ends_with(|c: char| c.is_alphabetic() || matches!(c, '+' | '.' | '!')) {
        return None;
    }
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '<' | '>' | '=');
    let number = value.trim_start_matches(of_number);
    let number = value[..value.len() - number.len()].trim_end_matches(',');
    let is_number = number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>'))
        && number.ends_with(|c: char| c.is_ascii_digit());
    let (_, behind) = take_flag(&value[number.len()..]);
    let number = &value[..value.len() - behind.len()];
    // "1: hemolyzed" is a code.
    let has_fraction = number.contains(['.', ',']);
    let sets_apart = |c: char| matches!(c, ' ' | ',' | ';' | '-') || (c == ':' && has_fraction);
    let remark = behind.trim_start_matches(sets_apart);
    // Most texts are words alone.
    if !is_number || remark.len() == behind.len() {
        return None;
    }
    let is_word = |word: &str| match word.trim_end_matches('+') {
        grade if grade.len() < word.len() => grade.bytes().all(|c| c.is_ascii_digit()),
        bare => bare
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '!' | '\'')),
    };
    let are_words = remark.starts_with(char::is_alphabetic)
        && remark.split([' ', ',']).all(is_word)
        && !remark.split([' ', ',']).any(is_unit);
    are_words.then_some((number, remark))
}

fn is_unit(word: &str) -> bool {
    let catalog = Catalog::bundled();
    !word.is_empty() && catalog.is_ok_and(|catalog| !catalog.units().read(word).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_remark() {
        for (value, expected) in [
            ("7.9 (hemolyzed)", Some(("7.9", "hemolyzed"))),
            ("7.9(hemolyzed)", Some(("7.9", "hemolyzed"))),
            ("7.9 H (hemolyzed)", Some(("7.9 H", "hemolyzed"))),
            ("7.9 g (hemolyzed)", None),
            ("<0.5 (lipemic)", Some(("<0.5", "lipemic"))),
            ("7.9", None),
            ("(7.9)", None),
            ("7.9 (3.5-5.1)", None),
            ("7.9 (hemolyzed 2+)", None),
            ("pos (hemolyzed)", None),
            ("1:40 (hemolyzed)", None),
            ("7.9 (a) (b)", None),
        ] {
            assert_eq!(split(value), expected, "{value}");
        }
    }

    #[test]
    fn a_number_and_words() {
        for (value, expected) in [
            ("7.9 hemolyzed", Some(("7.9", "hemolyzed"))),
            (
                "7.9 - slightly hemolyzed",
                Some(("7.9", "slightly hemolyzed")),
            ),
            ("7.9 hemolyzed 2+", Some(("7.9", "hemolyzed 2+"))),
            ("7.9, sample hemolyzed!", Some(("7.9", "sample hemolyzed!"))),
            ("<0.5 hemolyzed", Some(("<0.5", "hemolyzed"))),
            ("7,9 leicht hemolyzed", Some(("7,9", "leicht hemolyzed"))),
            ("7.9: hemolyzed", Some(("7.9", "hemolyzed"))),
            // Behind a flag.
            ("7.9 H hemolyzed", Some(("7.9 H", "hemolyzed"))),
            ("7.9H, hemolyzed", Some(("7.9H", "hemolyzed"))),
            ("7.9* hemolyzed", Some(("7.9*", "hemolyzed"))),
            // A code.
            ("1: hemolyzed", None),
            // A unit, or another number.
            ("7.9 mmol/L hemolyzed", None),
            ("7.9 hemolyzed, repeat 4.1", None),
            ("5.0-7.9 hemolyzed", None),
            ("2+ hemolyzed", None),
            ("7.9", None),
        ] {
            assert_eq!(split_apart(value), expected, "{value}");
        }
    }

    #[test]
    fn where_the_remark_goes() {
        let row = |value, comment, condition| {
            let mut seen = Observation {
                value,
                comment,
                condition,
                ..Observation::default()
            };
            set_apart(&mut seen);
            [
                seen.value,
                seen.comment,
                seen.specimen_condition,
                seen.condition,
            ]
        };
        for (value, comment, condition, expected) in [
            ("7.9 (hemolyzed)", "", "", ["7.9", "hemolyzed", "", ""]),
            ("7.9 (hemolyzed)", "ok", "", ["7.9", "ok", "hemolyzed", ""]),
            ("7.9 hemolyzed", "", "", ["7.9", "hemolyzed", "", ""]),
            ("7.9 g hemolyzed", "", "", ["7.9 g hemolyzed", "", "", ""]),
            ("7.9 seen", "", "", ["7.9 seen", "", "", ""]),
            (
                "7.9 cancelled hemolyzed",
                "",
                "",
                ["7.9 cancelled hemolyzed", "", "", ""],
            ),
            (
                "7.9 urine not hemolyzed",
                "",
                "",
                ["7.9 urine not hemolyzed", "", "", ""],
            ),
            ("95 (fasting)", "", "", ["95", "", "", "fasting"]),
            ("95 (Fasting)", "", "fasting", ["95", "", "", "Fasting"]),
            ("95 (fasting)", "", "no", ["95 (fasting)", "", "", "no"]),
            ("95 (see note)", "", "", ["95 (see note)", "", "", ""]),
            ("95 (H)", "", "", ["95 (H)", "", "", ""]),
        ] {
            assert_eq!(row(value, comment, condition), expected, "{value}");
        }
    }
}
