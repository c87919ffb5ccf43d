//! Cells under any header that say how a tube was drawn, came or looks.

use crate::import::shapes::wide::unread::GENERAL;
use crate::text::fold_words;

/// True for a code for a hemolyzed sample, where it may be the name of a test as well.
pub(super) fn is_code_of_sample(cell: &str) -> bool {
    ["hemol", "haemol"]
        .iter()
        .any(|code| cell.trim().eq_ignore_ascii_case(code))
}

/// True for a cell that says how a tube was drawn or came: "Sample clotted", "Drawn above IV".
pub(super) fn speaks_of_tube(cell: &str) -> bool {
    let folded = fold_words(cell);
    let holds = |words: &[&str]| {
        let mut all = folded.split(|c: char| !c.is_alphanumeric());
        all.any(|word| words.contains(&word))
    };
    let is_drawn = || {
        let mut phrases = [
            "above iv",
            "above the iv",
            "iv arm",
            "iv line",
            "from line",
            "same arm as infusion",
            "same arm as iv",
        ]
        .iter();
        phrases.any(|phrase| folded == *phrase || folded.ends_with(&format!(" {phrase}")))
    };
    let is_denied = || holds(GENERAL) || holds(&["no", "not", "without"]);
    ((holds(&["sample", "specimen"]) && holds(FAULTS)) || is_drawn()) && !is_denied()
}

/// What may be wrong with a sample that is named beside it.
const FAULTS: &[&str] = &[
    "clot",
    "clotted",
    "insufficient",
    "contaminated",
    "leaked",
    "leaking",
    "mislabeled",
    "mislabelled",
    "unlabeled",
    "unlabelled",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cells_say_of_a_tube() {
        for (cell, expected) in [
            // What is too little for one test is said beside it.
            ("Short sample", false),
            ("Sample clot detected", true),
            ("Drawn above IV", true),
            ("Left arm above IV", true),
            ("No clot in sample", false),
            ("Sample", false),
            ("Short stay", false),
            ("Reject clotted samples", false),
            ("Reject if sample clotted", false),
            ("Above", false),
            ("IV", false),
            ("Clotting disorder", false),
        ] {
            assert_eq!(speaks_of_tube(cell), expected, "{cell}");
        }
        assert!(is_code_of_sample(" HEMOL ") && !is_code_of_sample("HEM"));
    }
}
