//! Phrases of Chinese, Japanese and Korean, which are written with blanks anywhere, and listed without any.

use crate::text::is_sign;

/// Where parts of a sentence end: "未见溶血，输液侧采血" are two statements.
const STOPS: [char; 10] = ['。', '，', '、', '；', '！', '．', ',', ';', '.', '\n'];

/// The parts of a text, without blanks; none if it has no sign.
pub(super) fn parts_of(folded: &str) -> Vec<String> {
    if folded.is_ascii() || !folded.contains(is_sign) {
        return Vec::new();
    }
    let parts = folded.split(STOPS);
    let bare = |part: &str| part.chars().filter(|c| !c.is_whitespace()).collect();
    parts.map(bare).collect()
}

/// True for a phrase with signs.
pub(super) fn are_in(phrase: &str) -> bool {
    !phrase.is_ascii() && phrase.contains(is_sign)
}

/// True if a part holds one of the phrases with signs.
pub(super) fn say(part: &str, phrases: &[&str]) -> bool {
    let mut signs = phrases.iter().filter(|phrase| are_in(phrase));
    signs.any(|phrase| part.contains(phrase))
}

/// True if a part holds one of these.
pub(super) fn hold(part: &str, signs: &[&str]) -> bool {
    signs.iter().any(|sign| part.contains(sign))
}
