//! What stands in a cell about the condition of a sample: a word against it, one that says nothing against it, or one that
//! nobody here knows.

use std::sync::OnceLock;

use foldhash::HashSet;
use serde::{Deserialize, Deserializer};

use crate::text::{fold_words, is_sign};

/// What a cell says that names nothing that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cell {
    /// Nothing against the sample, or nothing at all.
    Fine,
    /// A code with a digit, which may be the number of anything.
    Code,
    /// A word that is not known.
    Unknown,
}

/// The words of `reference_ranges/sample_quality/condition.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    bad: Vec<String>,
    not_bad: Vec<String>,
    #[serde(deserialize_with = "folded")]
    fine: HashSet<String>,
    #[serde(deserialize_with = "folded")]
    stems: Vec<String>,
    #[serde(deserialize_with = "folded")]
    beside: HashSet<String>,
    units: Vec<String>,
    #[serde(deserialize_with = "folded")]
    grades: HashSet<String>,
}

fn folded<'d, D, C>(words: D) -> Result<C, D::Error>
where
    D: Deserializer<'d>,
    C: FromIterator<String>,
{
    let words = Vec::<String>::deserialize(words)?;
    Ok(words.iter().map(|word| fold_words(word)).collect())
}

impl Words {
    fn is_fine(&self, text: &str) -> bool {
        self.fine.contains(text)
    }

    fn is_beside(&self, word: &str) -> bool {
        self.beside.contains(word)
    }

    /// Is it denied: "no concerns"? `whole` ends with a blank.
    fn is_denied(&self, whole: &str) -> bool {
        self.not_bad.iter().any(|word| whole.contains(word))
    }

    /// A part in signs without the words for a sample: "标本合格".
    fn bare(&self, part: &str) -> String {
        let signs = self.beside.iter().filter(|word| word.contains(is_sign));
        signs.fold(part.to_string(), |part, word| part.replace(word, ""))
    }

    fn of_word(&self, word: &str) -> Cell {
        let is_number = word.bytes().all(|c| c.is_ascii_digit());
        let is_stem = || self.stems.iter().any(|stem| word.starts_with(stem));
        if is_number
            || is_clock(word)
            || word.chars().count() == 1
            || self.is_fine(word)
            || self.is_beside(word)
            || is_stem()
        {
            Cell::Fine
        } else if word.bytes().any(|c| c.is_ascii_digit()) {
            Cell::Code
        } else {
            Cell::Unknown
        }
    }

    /// A number with its unit, or the unit behind one: "12h", "3000 rpm".
    fn is_quantity(&self, word: &str) -> bool {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        self.units.iter().any(|known| known == unit)
    }

    fn of_part(&self, part: &str) -> Cell {
        let words = words_of(part);
        let whole = words.join(" ");
        if self.is_fine(&whole) || (part.contains(is_sign) && self.is_fine(&self.bare(&whole))) {
            return Cell::Fine;
        }
        // Alone it may be how old the sample is.
        let is_number = |word: &&str| word.bytes().all(|c| c.is_ascii_digit());
        let is_alone = words
            .iter()
            .all(|word| is_number(word) || self.is_quantity(word));
        let words = words
            .into_iter()
            .filter(|word| is_alone || !self.is_quantity(word));
        words
            .map(|word| self.of_word(word))
            .max()
            .unwrap_or(Cell::Fine)
    }
}

fn read() -> serde_json::Result<Words> {
    bundled!("sample_quality/condition")
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| read().unwrap_or_default())
}

fn words_of(folded: &str) -> Vec<&str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// A day and its time in one, or the end of it: the `05T07` and `00Z` of "2026-03-05T07:15:00Z".
fn is_clock(word: &str) -> bool {
    let is_pair = |text: &str| text.len() == 2 && text.bytes().all(|c| c.is_ascii_digit());
    let days = word.split_once('t');
    days.is_some_and(|(day, hour)| is_pair(day) && is_pair(hour))
        || word.strip_suffix('z').is_some_and(is_pair)
}

/// What sets one statement of a cell off from the next.
const STOPS: &[char] = &[
    ',', ';', '/', '|', '(', ')', '[', ']', ':', '\n', '.', '\u{3001}', '\u{3002}', '\u{ff0c}',
];

/// What a cell says, as far as it names nothing of which somebody else here knows.
pub(crate) fn of(cell: &str) -> Cell {
    let folded = fold_words(cell);
    let bare = folded.trim_end_matches('.');
    let whole = format!("{} ", words_of(bare).join(" "));
    if words().is_fine(bare) || words().is_denied(&whole) {
        return Cell::Fine;
    }
    let parts = bare.split(STOPS).map(|part| words().of_part(part));
    parts.max().unwrap_or(Cell::Fine)
}

/// True for a cell that is a grade of something, and of what it does not say: "gross".
pub(crate) fn is_grade(cell: &str) -> bool {
    let folded = fold_words(cell);
    words().grades.contains(folded.trim_end_matches('.'))
}

/// True for a cell with a word that speaks against the sample, or a grade of something.
pub(crate) fn is_doubt(condition: &str) -> bool {
    if condition.is_empty() {
        return false;
    }
    let folded = fold_words(condition);
    let whole = format!("{} ", words_of(&folded).join(" "));
    // The beginning of a word; signs are written together.
    let speaks = |bad: &String| {
        let mut found = whole.match_indices(bad.as_str());
        found.any(|(at, _)| !bad.is_ascii() || at == 0 || whole[..at].ends_with(' '))
    };
    (condition.contains('+') || words().bad.iter().any(speaks)) && !words().is_denied(&whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cells_say() {
        read().expect("the bundled words");
        for (cell, expected) in [
            ("", Cell::Fine),
            ("OK", Cell::Fine),
            ("Sample OK", Cell::Fine),
            ("Good, received on ice", Cell::Fine),
            ("Clear / pale yellow", Cell::Fine),
            ("unauffällig", Cell::Fine),
            ("o.B.", Cell::Fine),
            ("N/A", Cell::Fine),
            ("No visible defects", Cell::Fine),
            ("标本合格", Cell::Fine),
            ("received 10:30", Cell::Fine),
            ("Centrifuged at 3000 rpm", Cell::Fine),
            ("Fasting 12h", Cell::Fine),
            ("3 mL", Cell::Fine),
            ("Grade A", Cell::Fine),
            ("Sì", Cell::Fine),
            ("muestra validada", Cell::Fine),
            ("bonne qualité", Cell::Fine),
            ("gute Qualität", Cell::Fine),
            ("Przyjęto", Cell::Fine),
            ("Çalışıldı", Cell::Fine),
            ("Onaylandı", Cell::Fine),
            ("в норме", Cell::Fine),
            ("охлажденная", Cell::Fine),
            ("冷藏", Cell::Fine),
            ("标本已签收", Cell::Fine),
            ("검체 접수완료", Cell::Fine),
            ("not fasting", Cell::Fine),
            ("à jeun", Cell::Fine),
            ("EDTA", Cell::Fine),
            ("art line", Cell::Fine),
            ("2026-03-05T07:15:00Z", Cell::Fine),
            ("5 Mar 2026 7:15 am", Cell::Fine),
            ("not sealed", Cell::Unknown),
            ("schlechte Qualität", Cell::Unknown),
            ("ROOM", Cell::Fine),
            ("24h", Cell::Code),
            ("24 h old", Cell::Unknown),
            ("3 days", Cell::Unknown),
            ("Whole blood EDTA", Cell::Fine),
            ("2026-03-05", Cell::Fine),
            ("7", Cell::Fine),
            ("S", Cell::Fine),
            ("E17", Cell::Code),
            ("S-4471B", Cell::Code),
            ("XYZ", Cell::Unknown),
            ("Good, squashed", Cell::Unknown),
            ("zerdrückt", Cell::Unknown),
            ("变质", Cell::Unknown),
        ] {
            assert_eq!(of(cell), expected, "{cell}");
        }
    }

    #[test]
    fn what_speaks_against_a_sample() {
        for (cell, expected) in [
            ("", false),
            ("leaky", true),
            ("Not diluted", false),
            ("1+", true),
            ("XYZ", false),
        ] {
            assert_eq!(is_doubt(cell), expected, "{cell}");
        }
    }
}
