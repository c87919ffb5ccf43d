//! A comparator that answers a question of its header: `below_lod`, `censored`.

use super::standing::{is_no, is_yes};
use crate::import::headers::vocabulary::is_among;
use crate::text::is_one_of;
use crate::value::Comparator;
use crate::value::comparator::{self, Stated};

/// Headers, folded, that ask whether a result lies below a limit.
pub(in crate::import) const ASKING_IF_BELOW: &str = "isbelowlod belowlod belowloq isbelowloq belowlloq isbelowlloq belowdetectionlimit belowdetection belowlimit \
    belowlimitofdetection isbelowdetectionlimit leftcensored isleftcensored nondetect isnondetect nondetected lodflag bdl isbdl";

/// The same of one above.
pub(in crate::import) const ASKING_IF_ABOVE: &str =
    "rightcensored isrightcensored aboveuloq isaboveuloq";

/// The same of one on a side that is not said.
pub(in crate::import) const ASKING_IF_BEYOND: &str =
    "censored iscensored censoredflag detectionlimitflag censoring";

/// What the header of a column of comparators asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Beyond {
    /// Nothing: a sign stands below.
    Nothing,
    /// Whether the result lies below a limit, which is its number.
    Below,
    /// Whether it lies above one.
    Above,
    /// Whether it lies beyond one, and nobody says on which side.
    Either,
}

impl Beyond {
    /// By the words of a header.
    pub(crate) fn of(header: &str) -> Beyond {
        if is_among(header, ASKING_IF_BELOW) {
            Beyond::Below
        } else if is_among(header, ASKING_IF_ABOVE) {
            Beyond::Above
        } else if is_among(header, ASKING_IF_BEYOND) {
            Beyond::Either
        } else {
            Beyond::Nothing
        }
    }

    /// What a cell says, as the comparator that means the same. What is none and no answer stands as it is, and so does
    /// that the number may lie on either side: the number is then not read.
    pub(in crate::import) fn sign<'c>(self, value: &str, cell: &'c str) -> &'c str {
        let answer = cell.trim();
        let is = |words: &[&str]| is_one_of(answer, words);
        let side = match self {
            Beyond::Nothing => return cell,
            Beyond::Below => "<",
            Beyond::Above => ">",
            Beyond::Either => {
                // "<5" says itself what it is.
                let says_it = Comparator::take(value.trim_start()).0.is_some();
                if says_it { "" } else { UNKNOWN }
            }
        };
        if is_no(answer) || is(&["detected", "uncensored", "not censored"]) {
            ""
        } else if is_yes(answer) || is(&["censored", "nd", "not detected", "nondetect"]) {
            side
        } else {
            cell
        }
    }

    /// The comparator of two columns: what one says of it and what the next one does.
    pub(in crate::import) fn and<'c>(self, first: &'c str, next: &'c str) -> &'c str {
        match (comparator::stated(first), comparator::stated(next)) {
            (_, Stated::Nothing) => first,
            (Stated::Nothing, _) => next,
            (Stated::Sign(one), Stated::Sign(other)) if one.is_below() == other.is_below() => first,
            // A sign says on which side it lies.
            (Stated::Sign(_), Stated::Unknown) if self == Beyond::Either => first,
            _ => UNKNOWN,
        }
    }
}

/// A comparator that is not known.
const UNKNOWN: &str = "sign unknown: ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_comparators() {
        for (header, value, cell, expected) in [
            ("is_below_lod", "40", "TRUE", "<"),
            ("is_below_lod", "40", "1", "<"),
            ("Below LOQ", "40", "Yes", "<"),
            ("below_lod", "40", "FALSE", ""),
            ("below_lod", "40", "0", ""),
            ("below_lod", "40", "", ""),
            ("nondetect", "40", "ND", "<"),
            ("nondetect", "40", "detected", ""),
            ("left_censored", "40", "maybe", "maybe"),
            ("lod_flag", "40", "<", "<"),
            ("right_censored", "40", "TRUE", ">"),
            ("censored", "40", "TRUE", UNKNOWN),
            ("censored", "<40", "TRUE", ""),
            ("censored", "40", "FALSE", ""),
            ("censored", "40", "<", "<"),
            ("qualifier", "40", "yes", "yes"),
        ] {
            assert_eq!(
                Beyond::of(header).sign(value, cell),
                expected,
                "{header}: {cell}"
            );
        }
    }

    #[test]
    fn two_columns_of_comparators() {
        for (next, first, cell, expected) in [
            (Beyond::Below, "<", "<", "<"),
            (Beyond::Below, "", "<", "<"),
            (Beyond::Below, "<", "", "<"),
            (Beyond::Below, ">", "<", UNKNOWN),
            (Beyond::Either, "<", UNKNOWN, "<"),
            (Beyond::Either, "", UNKNOWN, UNKNOWN),
            (Beyond::Below, "<", "maybe", UNKNOWN),
        ] {
            assert_eq!(next.and(first, cell), expected, "{first} and {cell}");
        }
    }
}
