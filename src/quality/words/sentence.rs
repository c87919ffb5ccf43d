//! Sentences and words: where one begins and ends, and the signs around it.

/// Where a sentence ends.
const STOPS: &[char] = &['.', ';', '!', '\n'];

/// What exports put between fields of one cell.
pub(super) const STROKES: &[char] = &['/', '|', '~', '[', ']', '<', '>', '_'];

/// Where the sentences of a text end; a point in a number is none.
fn stops(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let digit = |at: Option<usize>| {
        let byte = at.and_then(|at| text.as_bytes().get(at));
        byte.is_some_and(u8::is_ascii_digit)
    };
    let stops = text.match_indices(STOPS).map(|(at, _)| at);
    stops.filter(move |at| {
        !(text[*at..].starts_with('.') && digit(at.checked_sub(1)) && digit(Some(at + 1)))
    })
}

/// Where the sentence begins that holds a place.
pub(super) fn sentence_start(text: &str, at: usize) -> usize {
    let before = stops(text).rfind(|stop| *stop < at);
    before.map_or(0, |stop| stop + 1)
}

/// Where the sentence ends that holds a place.
pub(super) fn sentence_end(text: &str, at: usize) -> usize {
    let mut behind = stops(text).skip_while(|stop| *stop < at);
    behind.next().unwrap_or(text.len())
}

/// A word without the signs around it; signs alone are a grade.
pub(super) fn bare(word: &str) -> &str {
    let word = word.trim_matches(['(', '"', '*']);
    match word.chars().any(char::is_alphabetic) {
        true => word
            .trim_matches(STROKES)
            .trim_matches('-')
            .trim_matches(STROKES),
        false => word,
    }
}

/// The text behind a word and perhaps "index".
pub(super) fn behind_index(behind: &str) -> &str {
    let behind = behind.trim_start_matches([' ', ':', '=']);
    ["index", "indice", "interference"]
        .iter()
        .find_map(|index| behind.strip_prefix(index))
        .map_or(behind, |rest| rest.trim_start_matches([' ', ':', '=']))
}

/// Nothing but the end of a statement is left.
pub(super) fn ends(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', ')', '"']);
    rest.is_empty()
        || rest.starts_with([';', '!', '\n'])
        || (rest.starts_with(['.', ',']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit()))
}
