//! Texts of a file within a message.

/// A text in quotation marks, as it stands in the file, so that it can be looked for there: accents that follow their letter
/// stay (`วันที่เก็บ`), and what cannot be seen, or steers a terminal, is written by its number.
#[must_use]
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        let is_seen = c == ' ' || !(c.is_whitespace() || c.is_control() || is_invisible(c));
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if is_seen => quoted.push(c),
            c => quoted.extend(c.escape_debug()),
        }
    }
    quoted.push('"');
    quoted
}

/// Characters that take no room, or turn the direction of the text around them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_stays() {
        for (text, expected) in [
            ("Comment", r#""Comment""#),
            ("ชื่อ", "\"ชื่อ\""),
            ("Βιοχημεία", "\"Βιοχημεία\""),
            ("e\u{301}", "\"e\u{301}\""),
            ("say \"K\" \\", r#""say \"K\" \\""#),
            ("\u{a0}Comment", r#""\u{a0}Comment""#),
            ("a\tb\u{1b}[31m", r#""a\tb\u{1b}[31m""#),
            ("\u{202e}K\u{200b}", r#""\u{202e}K\u{200b}""#),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
