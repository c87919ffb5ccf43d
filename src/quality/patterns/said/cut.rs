//! A comment cut into sentences, and these into words, numbers and dashes.

/// What sets one part of a sentence off from another.
pub(super) const DASH: &str = "-";

/// In front of a number that is not reached.
const LESS: &str = "<";

/// The sentences of a text and the parts that commas set off; not the digits of a number.
pub(super) fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let stops = text.match_indices(['.', ',', ';', '!', '\n']);
    let stops = stops.filter(|(at, _)| !is_in_number(text, *at));
    let ends = stops.map(|(at, _)| at).chain([text.len()]);
    ends.map(move |end| {
        let part = &text[from.min(end)..end];
        from = end + 1;
        part
    })
}

/// True for a point or a comma between two digits.
fn is_in_number(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))
}

/// The words of a sentence, with numbers apart from letters ("24h" is two), dashes that stand alone, and "<".
pub(super) fn words_of(sentence: &str) -> Vec<&str> {
    let kind = |at: usize, c: char| match c {
        '.' | ',' if is_in_number(sentence, at) => Kind::Number,
        c if c.is_ascii_digit() => Kind::Number,
        c if c.is_alphanumeric() => Kind::Word,
        _ => Kind::Between,
    };
    let mut words = Vec::new();
    let (mut from, mut known) = (0, Kind::Between);
    let chars = sentence.char_indices().map(|(at, c)| (at, kind(at, c)));
    for (at, kind) in chars.chain([(sentence.len(), Kind::Between)]) {
        // A stretch of what stands between ends as a word does: it may be a dash.
        if kind == known && at < sentence.len() {
            continue;
        }
        let part = &sentence[from..at];
        if known != Kind::Between {
            words.push(part);
        } else if part.contains(" - ") {
            words.push(DASH);
        } else if part.contains(['<', '\u{2264}']) {
            words.push(LESS);
        }
        (from, known) = (at, kind);
    }
    words
}

/// What a character belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    Number,
    Between,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_apart() {
        for (sentence, expected) in [
            ("sample >24h old", &["sample", "24", "h", "old"][..]),
            ("sample <4h old", &["sample", "<", "4", "h", "old"]),
            ("after 9.5 hours", &["after", "9.5", "hours"]),
            ("not reported - edta", &["not", "reported", "-", "edta"]),
            ("k-edta", &["k", "edta"]),
            ("a,b .c 1. ,2 3,", &["a", "b", "c", "1", "2", "3"]),
            (
                "[mass/volume] in serum,plasma",
                &["mass", "volume", "in", "serum", "plasma"],
            ),
            ("\u{fffd},\u{fffd}", &[]),
            ("", &[]),
        ] {
            assert_eq!(words_of(sentence), expected, "{sentence:?}");
        }
    }

    #[test]
    fn sentences_end_at_signs_and_not_in_numbers() {
        let all = |text| sentences_of(text).collect::<Vec<_>>();
        assert_eq!(all("a. b, 1.5 h;c"), ["a", " b", " 1.5 h", "c"]);
        assert_eq!(all(".,;"), ["", "", "", ""]);
        assert_eq!(all(""), [""]);
    }
}
