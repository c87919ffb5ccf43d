//! Text from a file, made harmless: it neither steers the place where it is shown, nor hides in it.

use std::borrow::Cow;

use crate::text::is_invisible;

/// White space becomes blanks, and control characters, escape sequences and signs that reorder or
/// hide text become a visible `�`. Blanks at the ends go.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    // Printable ASCII, by far the most common.
    if text.bytes().all(|c| (b' '..=b'~').contains(&c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

/// A whole page of markup, made harmless at once, so that no text can be forgotten. Its own line ends
/// stay. It has to be escaped already, and must not name characters by their numbers.
pub(super) fn harmless_markup(page: String) -> String {
    let is_plain = |c: char| c == '\n' || shown(c) == c;
    if page.chars().all(is_plain) {
        return page;
    }
    page.chars()
        .map(|c| if c == '\n' { c } else { shown(c) })
        .collect()
}

/// The character, or what is shown in its place.
fn shown(c: char) -> char {
    match c {
        c if c.is_whitespace() => ' ',
        c if c.is_control() || is_invisible(c) => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_steer_the_terminal() {
        for (text, shown) in [
            (" Kalium ", "Kalium"),
            ("a\tb\r\nc", "a b  c"),
            ("\u{1b}[31mred\u{1b}[0m", "�[31mred�[0m"),
            ("\u{9b}2J", "�2J"),
            ("\u{202e}muilaK", "�muilaK"),
            ("a\u{200b}b\u{feff}", "a�b�"),
            ("\u{7}\u{0}", "��"),
            ("Größe µ ×10⁹", "Größe µ ×10⁹"),
        ] {
            assert_eq!(harmless(text), shown, "{text:?}");
        }
    }

    #[test]
    fn a_page_keeps_its_lines_and_loses_what_hides() {
        let page = "<p>a\u{202e}b\u{0}</p>\n<p>c\td\u{e0041}</p>\n".to_owned();
        assert_eq!(harmless_markup(page), "<p>a�b�</p>\n<p>c d�</p>\n");
        let plain = "<p>Größe µ ×10⁹</p>\n".to_owned();
        assert_eq!(harmless_markup(plain.clone()), plain);
    }
}
