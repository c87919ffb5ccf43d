//! Comments whose letters were lost before they came here: `h�molytisch`, `hÃ¤molytisch`, `h&auml;molytisch`, `h?molytisch`.
//!
//! A text is shown as it stands. Only what it says of the sample is read as if its letters were there: a word for hemolysis is
//! not silent because an export was taken for another encoding on its way.

use encoding_rs::WINDOWS_1252;

/// How a damaged text may have been meant, the likeliest first; nothing if it is whole.
pub(crate) fn readings(text: &str) -> Vec<String> {
    let whole = decoded_twice(text).or_else(|| without_entities(text));
    let mut found: Vec<String> = whole.into_iter().collect();
    if found.is_empty() && text.char_indices().any(|(at, _)| is_lost(text, at)) {
        // A letter with a mark reads as the letter below it: of these words e, a or o.
        found.extend(['e', 'a', 'o'].map(|letter| filled(text, letter)));
    }
    found
}

/// UTF-8 that was read as Windows-1252.
fn decoded_twice(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Å', 'Ä']) {
        return None;
    }
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(text);
    let read = String::from_utf8(bytes.into_owned()).ok();
    read.filter(|read| !is_lossy && read != text)
}

/// Letters as HTML names them: their first one. `&#228;` too.
fn without_entities(text: &str) -> Option<String> {
    let mut read = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, behind) = rest.split_at(at);
        read.push_str(before);
        let entity = behind[1..].split_once(';').map(|(name, _)| name);
        match entity.and_then(|name| Some((letter_of(name)?, name.len() + 2))) {
            Some((letter, length)) => {
                read.push(letter);
                rest = &behind[length..];
            }
            None => {
                read.push('&');
                rest = &behind[1..];
            }
        }
    }
    read.push_str(rest);
    (read != text).then_some(read)
}

/// The letter of `auml`, `eacute` and `#228`.
fn letter_of(name: &str) -> Option<char> {
    const MARKS: &[&str] = &["uml", "acute", "grave", "circ", "tilde", "cedil", "ring"];
    if let Some(number) = name.strip_prefix('#') {
        return char::from_u32(number.parse().ok()?).filter(|letter| letter.is_alphabetic());
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    MARKS.contains(&&name[1..]).then_some(letter)
}

/// What stands within a word where a letter was: a question mark, or what Windows-1252 has in the places of ä, ö, ü, é, ó, ú, ñ
/// and í of code pages 437 and 850.
const IN_ITS_PLACE: &[char] = &['?', '„', '”', '\u{81}', '‚', '¢', '£', '¤', '¡'];

/// A letter was lost at this place: the sign for that, or another one within a word.
fn is_lost(text: &str, at: usize) -> bool {
    let mut behind = text[at..].chars();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match behind.next() {
        Some(char::REPLACEMENT_CHARACTER) => true,
        Some(sign) if IN_ITS_PLACE.contains(&sign) => {
            letter(text[..at].chars().next_back()) && letter(behind.next())
        }
        _ => false,
    }
}

fn filled(text: &str, letter: char) -> String {
    let signs = text.char_indices();
    let filled = signs.map(|(at, sign)| match is_lost(text, at) {
        true => letter,
        false => sign,
    });
    filled.collect()
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn lost_letters_are_read_as_they_may_have_been() {
        for (text, expected) in [
            ("hämolytisch", &[][..]),
            ("repeat? yes", &[]),
            ("A&E; seen", &[]),
            ("hÃ¤molytisch", &["hämolytisch"]),
            ("HÄMOLYTISCH", &[]),
            ("h&auml;molytisch", &["hamolytisch"]),
            ("h&#233;molys&#233;", &["hémolysé"]),
            (
                "h„molytisch",
                &["hemolytisch", "hamolytisch", "homolytisch"],
            ),
            (
                "h?molytisch",
                &["hemolytisch", "hamolytisch", "homolytisch"],
            ),
            (
                "H\u{fffd}molyse ++",
                &["Hemolyse ++", "Hamolyse ++", "Homolyse ++"],
            ),
        ] {
            assert_eq!(readings(text), expected, "{text}");
        }
    }
}
