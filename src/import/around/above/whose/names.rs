//! Names of people as lines of reports write them: with a title, in another order, with the number of a page behind them.

use super::key::Beside;
use super::words::is_name;
use crate::import::headers::vocabulary;

/// Of which part of a name a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Full,
    Family,
    Given,
}

/// In front of a name, folded.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mstr", "master", "dr", "prof", "herr", "frau", "fru", "hr",
    "monsieur", "madame", "mme", "mlle", "sr", "sra", "srta", "don", "dona", "sig", "signor",
    "signora", "dhr", "mevr", "mw", "pan", "pani", "bay", "bayan",
];

/// Behind a name, or a number, on another page of it.
const PAGES: &[&str] = &[
    "page",
    "pages",
    "pg",
    "seite",
    "pag",
    "pagina",
    "página",
    "sida",
    "side",
    "strona",
    "strana",
    "str",
    "стр",
    "страница",
    "cont",
    "contd",
    "continued",
    "continuation",
    "fortsetzung",
    "forts",
    "suite",
    "segue",
    "continua",
    "页",
    "頁",
];

/// Beside those.
const OF_PAGES: &[&str] = &[
    "of", "von", "de", "di", "sur", "av", "af", "van", "z", "iz", "из", "d",
];

/// What stands in place of a name and speaks of the patient: "Patient: fasting", "Patient: see next page".
const REMARKS: &[&[&str]] = &[
    &["fasting"],
    &["fasted"],
    &["nonfasting"],
    &["non", "fasting"],
    &["not"],
    &["known"],
    &["unknown"],
    &["nüchtern"],
    &["à", "jeun"],
    &["en", "ayunas"],
    &["a", "digiuno"],
    &["as", "above"],
    &["same", "as"],
    &["see", "next"],
    &["see", "page"],
    &["see", "above"],
    &["see", "below"],
    &["see", "attached"],
    &["see", "report"],
    &["see", "previous"],
    &["see", "other"],
    &["see", "comment"],
    &["see", "note"],
    &["see", "reverse"],
    &["see", "overleaf"],
    &["siehe"],
    &["voir"],
];

/// The part of a name that a key is of.
pub(super) fn part(key: &str) -> Option<Part> {
    if is_name(key) {
        Some(Part::Full)
    } else if vocabulary::is_family_name(key) {
        Some(Part::Family)
    } else {
        vocabulary::is_given_name(key).then_some(Part::Given)
    }
}

pub(super) fn is_remark(value: &str) -> bool {
    let lower = value.to_lowercase();
    let words: Vec<&str> = words(&lower).collect();
    words.is_empty() || REMARKS.iter().any(|remark| words.starts_with(remark))
}

/// The text without what says of which page it is: "Smith John, Page 2", "Smith John (cont.)".
pub(super) fn without_page(text: &str) -> &str {
    let mut end = text.len();
    let (mut rest, mut is_page) = (text, false);
    loop {
        let bare = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
        let begins = bare.rfind(|c: char| !c.is_alphanumeric());
        let Some(start) = begins.map(|at| at + bare[at..].chars().next().map_or(1, char::len_utf8))
        else {
            break;
        };
        let word = bare[start..].to_lowercase();
        let word = word.as_str();
        let is_number = word.chars().all(char::is_numeric);
        let is_word = PAGES.contains(&word);
        if !(is_number || is_word || OF_PAGES.contains(&word)) {
            break;
        }
        rest = &bare[..start];
        if is_word {
            is_page = true;
            end = start;
        }
    }
    match is_page {
        true => text[..end].trim_end_matches(|c: char| !c.is_alphanumeric()),
        false => text,
    }
}

/// True for a text that is a number, and no name with one in brackets: "Smith John (MRN 110)".
pub(super) fn is_number(value: &str) -> bool {
    let front = value.split('(').next().unwrap_or(value);
    let front = if front.trim().is_empty() {
        value
    } else {
        front
    };
    without_page(front).contains(char::is_numeric)
}

/// Two names, of which each may be a part of one.
pub(super) fn beside(part: Part, one: &str, own: Part, other: &str) -> Beside {
    // "Smith John (MRN 110)".
    let bare = |text: &str| match text.split_once('(') {
        Some((name, behind)) if behind.contains(char::is_numeric) => name.to_string(),
        _ => text.to_string(),
    };
    let (one, other) = match one.contains('(') && other.contains('(') {
        true => (one.to_string(), other.to_string()),
        false => (bare(one), bare(other)),
    };
    let (one, other) = (of_name(&one), of_name(&other));
    let is_in = |part: &[String], full: &[String]| part.iter().all(|word| full.contains(word));
    let is_same = match (part, own) {
        (Part::Full, Part::Family | Part::Given) => is_in(&other, &one),
        (Part::Family | Part::Given, Part::Full) => is_in(&one, &other),
        _ if part != own => return Beside::Open,
        _ => one == other,
    };
    match is_same {
        true => Beside::Same,
        false => Beside::Other,
    }
}

/// The words of a name in one order, without a title.
fn of_name(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let all: Vec<String> = words(&lower).map(vocabulary::fold).collect();
    let is_title = |word: &String| TITLES.contains(&word.as_str());
    let named: Vec<String> = all.iter().filter(|word| !is_title(word)).cloned().collect();
    let mut words = if named.is_empty() { all } else { named };
    words.sort_unstable();
    words
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_of_which_page_it_is() {
        for (text, expected) in [
            ("Smith John, Page 2", "Smith John"),
            ("Smith John - Page 2 of 3", "Smith John"),
            ("Smith John (cont.)", "Smith John"),
            ("Smith John (cont'd)", "Smith John"),
            ("Smith John Seite 2 von 3", "Smith John"),
            ("0110 page 2", "0110"),
            ("Smith, Page", "Smith"),
            ("Page", "Page"),
            ("Smith John 2", "Smith John 2"),
            ("van de", "van de"),
            ("Smith (Mary)", "Smith (Mary)"),
        ] {
            assert_eq!(without_page(text), expected, "{text}");
        }
    }

    #[test]
    fn names_in_other_words() {
        use Part::{Family, Full, Given};
        for (part, one, own, other, expected) in [
            (Full, "Smith John", Full, "JOHN SMITH", Beside::Same),
            (Full, "Mr John Smith", Full, "Smith, John", Beside::Same),
            (
                Full,
                "Smith John (MRN 110)",
                Full,
                "Smith John",
                Beside::Same,
            ),
            (Full, "Smith", Full, "Smith (Mary)", Beside::Other),
            (Full, "Smith, Twin A", Full, "Smith, Twin B", Beside::Other),
            (Full, "Smith, John", Full, "Smith", Beside::Other),
            (Family, "Smith", Full, "Smith John", Beside::Same),
            (Family, "Jones", Full, "Smith John", Beside::Other),
            (Full, "Jones Mary", Given, "Mary", Beside::Same),
            (Family, "Smith", Given, "John", Beside::Open),
            (Family, "Smith", Family, "Jones", Beside::Other),
        ] {
            assert_eq!(beside(part, one, own, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn remarks_in_the_place_of_a_name() {
        for (value, expected) in [
            ("fasting", true),
            ("see next page", true),
            ("known CKD", true),
            ("See Mei Ling", false),
            ("Jones Mary", false),
            ("---", true),
        ] {
            assert_eq!(is_remark(value), expected, "{value}");
        }
    }
}
