//! Headers that ask in a sentence how a sample is: "Was the sample hemolyzed?".

use super::Seen;
use super::by_cells::is_of_patient;
use super::look::is_beside_urine;
use super::trio::{GRADES, is_index};
use crate::import::cells::standing::{is_no, is_yes};
use crate::import::file::table::is_blank;
use crate::import::headers::vocabulary::{self, Entry};
use crate::import::shapes::wide::unread;
use crate::quality::condition::{self, Cell};
use crate::text::{fold_words, is_null, is_one_of};

/// How words for the three begin, folded.
#[rustfmt::skip]
const STEMS: [&[&str]; 3] = [
    &["hemolys", "haemolys", "hamolys", "hemolyz", "haemolyz", "hemolyt", "haemolyt", "hamolyt", "hemoliz", "hemolis", "emoliz", "emolis",
      "hemoliti", "emoliti", "溶血", "용혈", "гемолиз", "гемоліз"],
    &["icter", "ikter", "itteri"],
    &["lipem", "lipaem", "lipam", "乳び", "乳糜", "липем"],
];

/// The place of lipemia among the three, and how a serum with it is called by a header alone: urine is turbid, too.
const LIPEMIA: usize = 2;
const TURBIDITY: &[&str] = &[
    "turbidity",
    "trubung",
    "turbidez",
    "turbidite",
    "torbidita",
    "troebelheid",
];

/// How words begin of what is done about it, and of whom it is told, folded.
const OF_OTHERS: &[&str] = &[
    "treat", "plan", "study", "risk", "score", "panel", "therap", "screen", "workup",
];

/// What a check comes to.
const CHECKED: &[&str] = &["pass", "passed", "ok", "fail", "failed", "gross", "grossly"];

/// Words without which icterus and lipemia are the patient's.
const OF_SAMPLES: &[&str] = &[
    "sample",
    "specimen",
    "serum",
    "plasma",
    "tube",
    "prob",
    "muestra",
    "campione",
    "echantillon",
    "amostra",
];

/// A header that asks in other words whether a sample is hemolyzed, icteric or lipemic: "Was the sample hemolyzed?". Its cells
/// are answers, grades or words; a number above all grades may be of anything.
pub(super) fn about_question(seen: &Seen, column: usize) -> Option<Entry> {
    let header = fold_words(&seen.headers[column]);
    let words = || {
        header
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let begins =
        |stems: &[&str]| words().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let is_turbidity = TURBIDITY.contains(&header.as_str()) && !is_beside_urine(seen.headers);
    let place = match is_turbidity {
        true => LIPEMIA,
        false => STEMS.iter().position(|stems| begins(stems))?,
    };
    let of_sample = || is_turbidity || begins(OF_SAMPLES);
    let fits = (place == 0 || of_sample())
        && (of_sample() || !is_of_patient(&header))
        && !unread::is_of_disease(&header)
        && !begins(OF_OTHERS)
        && STEMS.iter().filter(|stems| begins(stems)).count() <= 1
        && vocabulary::entry(&seen.headers[column]).is_none()
        && are_mostly_answers(seen, column);
    fits.then(|| vocabulary::entry(GRADES[place]))?
}

/// True for a column of which most cells are answers. A word that is none leaves its own sample in doubt; a number that is none is
/// of something else.
fn are_mostly_answers(seen: &Seen, column: usize) -> bool {
    let is_other = |cell: &str| !is_answer(cell);
    let is_number = |cell: &str| cell.bytes().any(|c| c.is_ascii_digit());
    !seen.is_empty(column)
        && seen.is_mostly(column, is_other, |cell| is_other(cell) && is_number(cell))
}

/// Yes, no, a grade, or a word for one.
fn is_answer(cell: &str) -> bool {
    const GRADES: u8 = 5;
    let cell = cell.trim();
    match cell.parse::<u8>() {
        Ok(number) => number < GRADES,
        Err(_) => {
            is_blank(cell)
                || is_null(cell)
                || is_yes(cell)
                || is_no(cell)
                || is_index(cell)
                || unread::speaks_of_sample(cell)
                || is_one_of(cell, CHECKED)
                || (!cell.bytes().any(|c| c.is_ascii_digit()) && condition::of(cell) == Cell::Fine)
        }
    }
}
