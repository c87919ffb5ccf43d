//! Text for a terminal: nothing wider than its column.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text, cut with `…` where it is wider than `room`.
pub(super) fn cut(text: &str, room: usize) -> Cow<'_, str> {
    if width(text) <= room {
        return Cow::Borrowed(text);
    }
    let (head, _) = split(text, room.saturating_sub(1));
    Cow::Owned(format!("{}…", head.trim_end()))
}

/// The longest start of the text that fits, and the rest.
fn split(text: &str, room: usize) -> (&str, &str) {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > room {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// Fills lines of `room` columns with `parts`. A part stays whole where it can; within a line, parts
/// are joined by `joint`; a part wider than a line is broken between words.
pub(super) fn fill(parts: &[String], joint: &str, room: usize) -> Vec<String> {
    let room = room.max(10);
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        if let Some(last) = lines.last_mut()
            && width(last) + width(joint) + width(part) <= room
        {
            last.push_str(joint);
            last.push_str(part);
            continue;
        }
        let mut line = String::new();
        for mut word in part.split(' ') {
            if !line.is_empty() && width(&line) + 1 + width(word) > room {
                lines.push(std::mem::take(&mut line));
            }
            while width(word) > room {
                let (head, rest) = split(word, room);
                lines.push(head.to_owned());
                word = rest;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_the_columns_they_take() {
        for (text, room, expected) in [
            ("Potassium", 9, "Potassium"),
            ("Potassium", 8, "Potassi…"),
            ("Alkaline phosphatase", 10, "Alkaline…"),
            ("カリウム", 5, "カリ…"),
            ("x", 0, "…"),
        ] {
            assert_eq!(cut(text, room), expected, "{text:?} in {room}");
        }
    }

    #[test]
    fn remarks_fill_lines() {
        let parts = [
            "one two".to_owned(),
            "three".to_owned(),
            "four five six seven".to_owned(),
        ];
        assert_eq!(
            fill(&parts, " · ", 16),
            ["one two · three", "four five six", "seven"]
        );
        assert_eq!(
            fill(&["abcdefghijklmn".to_owned()], " ", 10),
            ["abcdefghij", "klmn"]
        );
        assert!(fill(&[], " ", 10).is_empty());
    }
}
