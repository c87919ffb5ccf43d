//! What a cell of a comparator column says: a sign, a word or a code for one.

use super::{Comparator, interval};
use crate::text::fold_words;

/// What a comparator cell says of the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Nothing, or that it is the number itself.
    Nothing,
    /// That the result lies on this side of it.
    Sign(Comparator),
    /// Something that is not known. The number is then none that could be judged.
    Unknown,
}

/// Cells that say that the result is the number itself, or that nothing is known of a comparator: PCORnet and Sentinel
/// write `EQ` and `NI`, i2b2 `E`, OMOP a concept.
const EQUAL: &[&str] = &[
    "=",
    "==",
    "e",
    "eq",
    "equal",
    "equals",
    "equal to",
    "is equal to",
    "exact",
    "none",
    "null",
    "nan",
    "na",
    "n/a",
    "n.a.",
    "ni",
    "-",
    "--",
    ".",
    "@",
    "0",
    "no matching concept",
    "4172703",
];

/// Words and codes, folded. LOINC, FHIR and HL7 write signs; PCORnet, Sentinel and i2b2 codes; OMOP concepts and their
/// names.
const SIGNS: &[(Comparator, &[&str])] = &[
    (
        Comparator::Less,
        &[
            "lt",
            "l",
            "less",
            "less than",
            "lower than",
            "smaller than",
            "below",
            "under",
            "is less than",
            "lessthan",
            "4171756",
            "kleiner",
            "kleiner als",
            "inferieur",
            "inferieur a",
            "menor",
            "menor que",
            "menor de",
            "inferiore",
            "inferiore a",
        ],
    ),
    (
        Comparator::LessOrEqual,
        &[
            "le",
            "lte",
            "less than or equal",
            "less than or equal to",
            "less or equal",
            "at most",
            "up to",
            "is less than or equal to",
            "lessthanorequal",
            "4171754",
            "kleiner gleich",
            "hochstens",
        ],
    ),
    (
        Comparator::Greater,
        &[
            "gt",
            "g",
            "greater",
            "greater than",
            "more than",
            "higher than",
            "above",
            "over",
            "is greater than",
            "greaterthan",
            "4172704",
            "grosser",
            "größer",
            "grosser als",
            "größer als",
            "superieur",
            "superieur a",
            "mayor",
            "mayor que",
            "mayor de",
            "maior",
            "maior que",
            "superiore",
            "superiore a",
        ],
    ),
    (
        Comparator::GreaterOrEqual,
        &[
            "ge",
            "gte",
            "greater than or equal",
            "greater than or equal to",
            "greater or equal",
            "at least",
            "is greater than or equal to",
            "greaterthanorequal",
            "4171755",
            "grosser gleich",
            "größer gleich",
            "mindestens",
        ],
    ),
];

/// Reads the cell of a comparator column.
#[must_use]
pub(crate) fn stated(cell: &str) -> Stated {
    let cell = cell.trim();
    if says_nothing(cell) {
        return Stated::Nothing;
    }
    if let (Some(sign), "") = Comparator::take(cell) {
        return Stated::Sign(sign);
    }
    // A concept beside blank cells may be written as a decimal.
    let concept = cell
        .strip_suffix(".0")
        .filter(|number| number.bytes().all(|c| c.is_ascii_digit()));
    let folded = fold_words(concept.unwrap_or(cell)).replace('_', " ");
    if EQUAL.contains(&folded.as_str()) {
        return Stated::Nothing;
    }
    let found = || in_codes(&folded).or_else(|| interval::of_column(&folded));
    found().map_or(Stated::Unknown, Stated::Sign)
}

fn in_codes(folded: &str) -> Option<Comparator> {
    let found = SIGNS.iter().find(|(_, words)| words.contains(&folded));
    found.map(|(sign, _)| *sign)
}

/// True for a cell that says nothing of a comparator.
#[must_use]
pub(crate) fn says_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    let words = [
        "", "n/a", "na", "n.a.", "null", "none", "nan", "-", "--", ".", "?",
    ];
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// True for a sign that stands twice or three times, as a flag: no number is much less than a number.
#[must_use]
pub(crate) fn is_doubled(cell: &str) -> bool {
    matches!(cell.trim(), "<<" | "<<<" | ">>" | ">>>")
}

/// True for a cell of nothing but signs.
#[must_use]
pub(crate) fn is_sign(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.is_empty()
        && !is_doubled(cell)
        && cell
            .chars()
            .all(|c| matches!(c, '<' | '>' | '=' | '≤' | '≥' | '~'))
}

/// True for a sign by which a result lies on one side of its number.
#[must_use]
pub(crate) fn is_inequality(cell: &str) -> bool {
    is_sign(cell) && matches!(stated(cell), Stated::Sign(_))
}

/// True for a cell that can be nothing but a comparator: a sign, or its two letters or words. `L` and `G` may be anything.
#[must_use]
pub(crate) fn is_plain(cell: &str) -> bool {
    let cell = cell.trim();
    let word = || 1 < cell.len() && !cell.bytes().any(|c| c.is_ascii_digit());
    let is_code = || in_codes(&fold_words(cell).replace('_', " ")).is_some();
    is_sign(cell)
        || (word() && is_code() && !is_of_flags(cell))
        || ["eq", "ne"]
            .iter()
            .any(|word| cell.eq_ignore_ascii_case(word))
}

/// Words that a laboratory writes for a result outside of its interval as well.
fn is_of_flags(cell: &str) -> bool {
    ["below", "above", "under", "over"]
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_comparator_column() {
        let (less, more) = (
            Stated::Sign(Comparator::Less),
            Stated::Sign(Comparator::Greater),
        );
        for (cell, expected) in [
            ("", Stated::Nothing),
            ("=", Stated::Nothing),
            ("EQ", Stated::Nothing),
            ("4172703", Stated::Nothing),
            ("<", less),
            ("LT", less),
            ("Less than", less),
            ("L", less),
            (" > ", more),
            ("gt", more),
            ("Greater than", more),
            ("greater_than", more),
            ("4172704", more),
            ("4172704.0", more),
            ("≥", Stated::Sign(Comparator::GreaterOrEqual)),
            ("GE", Stated::Sign(Comparator::GreaterOrEqual)),
            ("~", Stated::Unknown),
            ("ad", Stated::Unknown),
            ("NE", Stated::Unknown),
            ("Jane", Stated::Unknown),
        ] {
            assert_eq!(stated(cell), expected, "{cell}");
        }
    }

    #[test]
    fn what_can_be_nothing_else() {
        for (cell, expected) in [
            ("<", true),
            ("~", true),
            ("<<", false),
            ("GT", true),
            ("EQ", true),
            ("less than", true),
            ("L", false),
            ("H", false),
            ("above", false),
            ("Jane", false),
            ("4172704", false),
            ("", false),
        ] {
            assert_eq!(is_plain(cell), expected, "{cell}");
        }
    }
}
