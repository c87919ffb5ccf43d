//! Phrases in the words of a sentence.

/// What sets off a part of a sentence.
pub(super) const COLON: &str = ":";

/// A sentence without short forms: "can't" and "isn't" as two words or one that says so.
pub(in crate::value::absent) fn plain(folded: &str) -> String {
    let text = folded.replace('\u{2019}', "'");
    match text.contains("n't") {
        true => text.replace("can't", "cannot").replace("n't", " not"),
        false => text,
    }
}

/// The words of a sentence, and a colon for each sign that sets off what stands behind it.
pub(super) fn words_of(text: &str) -> Vec<&str> {
    let between = |c: char| !c.is_alphanumeric();
    let mut words = Vec::new();
    for (at, part) in text
        .split(':')
        .flat_map(|part| part.split(" - "))
        .enumerate()
    {
        if 0 < at {
            words.push(COLON);
        }
        words.extend(part.split(between).filter(|word| !word.is_empty()));
    }
    words
}

/// What stands behind a verdict, without the sign that sets it off.
pub(super) fn rest_of<'w>(words: &'w [&'w str]) -> impl Iterator<Item = &'w str> {
    words.iter().copied().filter(|word| *word != COLON)
}

/// Where a phrase stands in a sentence: its first word, and the one behind its last.
pub(super) fn places<'w>(
    words: &'w [&'w str],
    phrase: &'w str,
) -> impl Iterator<Item = (usize, usize)> + use<'w> {
    (0..words.len()).filter_map(move |at| Some((at, at + behind(&words[at..], phrase)?)))
}

pub(super) fn holds(words: &[&str], phrase: &str) -> bool {
    places(words, phrase).next().is_some()
}

/// How many words a phrase takes at the beginning of these; `None` if it is not there. A word of it that ends with a star
/// may go on.
pub(super) fn behind(words: &[&str], phrase: &str) -> Option<usize> {
    let mut length = 0;
    for asked in phrase.split(' ') {
        let word = words.get(length)?;
        let is_same = match asked.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => *word == asked,
        };
        if !is_same {
            return None;
        }
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_by_their_words() {
        for (sentence, phrase, at) in [
            ("result not yet verified", "verif*", Some((3, 4))),
            ("result unverified", "verif*", None),
            ("label does not match", "does not match", Some((1, 4))),
            ("sample", "sample too", None),
            ("", "sample", None),
        ] {
            assert_eq!(places(&words_of(sentence), phrase).next(), at, "{sentence}");
        }
        assert_eq!(plain("it can't, it isn\u{2019}t"), "it cannot, it is not");
    }
}
