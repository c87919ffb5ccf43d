//! A remark in brackets behind a number, of which it is plain whom or what it is about: `7.9 (hemolyzed)`, `95 (fasting)`.

use crate::import::table::is_blank;
use crate::import::wide::unread::speaks_of_sample;
use crate::observation::Observation;

/// What says that the patient had eaten nothing.
const FASTING: &[&str] = &["fasting", "fasted", "nüchtern", "à jeun", "en ayunas"];

/// Puts such a remark where remarks of its kind stand. Any other one, and one for which no place is free, stays where it is:
/// then the cell is no number.
pub(super) fn set_apart(seen: &mut Observation<'_>) {
    let Some((number, remark)) = split(seen.value) else {
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

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.to_lowercase()
}

/// A number, perhaps below or above a limit, and what stands behind it in brackets.
fn split(value: &str) -> Option<(&str, &str)> {
    // Nearly every cell ends with a digit.
    let (number, remark) = value.trim().strip_suffix(')')?.split_once('(')?;
    let number = number.trim_end();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '<' | '>'))
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number
            .bytes()
            .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b',' | b'<' | b'>' | b'=' | b' '));
    let is_plain = !remark.contains(['(', ')']) && !remark.bytes().any(|c| c.is_ascii_digit());
    (is_number && is_plain).then(|| (number, remark.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_remark() {
        for (value, expected) in [
            ("7.9 (hemolyzed)", Some(("7.9", "hemolyzed"))),
            ("7.9(hemolyzed)", Some(("7.9", "hemolyzed"))),
            ("<0.5 (lipemic)", Some(("<0.5", "lipemic"))),
            ("7.9", None),
            ("(7.9)", None),
            ("7.9 (3.5-5.1)", None),
            ("7.9 (hemolyzed 2+)", None),
            ("7.9 hemolyzed", None),
            ("pos (hemolyzed)", None),
            ("1:40 (hemolyzed)", None),
            ("7.9 (a) (b)", None),
        ] {
            assert_eq!(split(value), expected, "{value}");
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
