//! Qualitative results: an answer in words, in the place of a number.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold_words;

/// `reference_ranges/results/answers.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    words: Vec<&'static str>,
    whole: Vec<&'static str>,
}

#[derive(Default)]
struct Answers {
    words: HashSet<String>,
    whole: HashSet<String>,
}

fn answers() -> &'static Answers {
    static ANSWERS: OnceLock<Answers> = OnceLock::new();
    ANSWERS.get_or_init(|| {
        let file: Result<File, serde_json::Error> = bundled!("results/answers");
        // A test reads the bundled file.
        file.map_or_else(
            |_| Answers::default(),
            |file| Answers {
                words: file.words.into_iter().map(fold_words).collect(),
                whole: file.whole.into_iter().map(fold_words).collect(),
            },
        )
    })
}

/// True for the text of a qualitative result: "negative", "Not detected (<5)", "++".
pub(crate) fn is_answer(text: &str) -> bool {
    let answers = answers();
    let folded = fold_words(text);
    if answers.whole.contains(&folded) || answers.words.contains(&folded) {
        return true;
    }
    // "Normal 6.9" is an answer and a number.
    let is_of_words = |rest: &str| {
        let goes_on = rest.trim_start().starts_with(char::is_alphanumeric);
        !goes_on || !rest.contains(|c: char| c.is_ascii_digit())
    };
    let mut ends = folded.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    ends.any(|(end, _)| {
        let (word, rest) = folded.split_at(end);
        answers.words.contains(word) && is_of_words(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_no_other_text() {
        for (text, expected) in [
            ("negative", true),
            ("NEG", true),
            ("Négatif", true),
            ("Positive (screening 2)", true),
            ("Not detected, <5", true),
            ("non-reactive", true),
            ("n.d.", true),
            ("++", true),
            ("2+", true),
            ("未检出", true),
            ("o.B.", true),
            ("LO", false),
            ("HIGH", false),
            ("No clot", false),
            ("~6.9", false),
            ("6.9", false),
            ("H: 6.9", false),
            ("normally 6.9", false),
            ("normal 6.9", false),
            ("no", true),
            ("Negative by ELISA", true),
            ("", false),
        ] {
            assert_eq!(is_answer(text), expected, "{text}");
        }
    }
}
