//! What stands around a number that nobody reads as it stands: brackets around it and its flag, signs that are flags, its limits.

use super::flags::leading_flag;
use super::interval::{self, Printed};
use super::is_blank;
use crate::observation::NumberStyle;

/// A number without the brackets around it and its flag, `(6.9 H)`; without signs that are flags, `<< 118`, `118 <`; without
/// marks and a flag in front, `*H 6.9`.
pub(super) fn without_flags_around(text: &str) -> &str {
    let text = in_brackets(text, char::is_alphabetic).unwrap_or(text);
    let text = text.trim_matches(is_blank).trim_end_matches(['<', '>']);
    let doubled = ["<<<", "<<", ">>>", ">>"];
    let behind_signs = doubled.iter().find_map(|signs| text.strip_prefix(signs));
    let behind_flag = |text| leading_flag(text).map(|(_, behind)| behind);
    let behind_marks = || text.trim_start_matches(['*', '!', '↑', '↓']);
    behind_signs
        .or_else(|| behind_flag(text))
        .or_else(|| behind_flag(behind_marks()))
        .unwrap_or(text)
        .trim_matches(is_blank)
}

/// `(3.5-5.1)`, the limits of the number in front of them.
pub(super) fn is_interval_in_brackets(rest: &str, style: NumberStyle) -> bool {
    let inside = in_brackets(rest.trim_matches(is_blank), |c| c.is_ascii_digit());
    inside.is_some_and(|text| {
        // "(5-7 d)" are days.
        let has_two = matches!(
            interval::text(text, style),
            Printed::Interval(Some(_), Some(_), unit) if unit.is_empty() || unit.contains('/')
        );
        has_two && text.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// The text in the brackets around all of it, if it has such a sign.
fn in_brackets(text: &str, has: impl Fn(char) -> bool) -> Option<&str> {
    let open = text.strip_prefix(['(', '['])?;
    let inside = open.strip_suffix([')', ']'])?;
    (inside.contains(has) && !inside.contains(['(', ')', '[', ']'])).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::before_words;

    #[test]
    fn numbers_in_flags_brackets_and_limits() {
        for (text, expected) in [
            ("(118 L)", Some("118")),
            ("[118 LL]", Some("118")),
            ("(>6.5 H)", Some("6.5")),
            ("(7 H)", Some("7")),
            ("<<118", Some("118")),
            ("<< 118", Some("118")),
            ("118 <", Some("118")),
            ("6.9 >>", Some("6.9")),
            ("*L 118", Some("118")),
            ("*HH 6.9", Some("6.9")),
            ("↓ 118 L", Some("118")),
            ("118 L (136-145)", Some("118")),
            ("118 (136-145)", Some("118")),
            ("6.9 H [3.5-5.1]", Some("6.9")),
            ("L 118 see note", Some("118")),
            // Numbers of notes, of what is counted, and what may be taken off something.
            ("(118)", None),
            ("(see note 1)", None),
            ("*1 see note", None),
            ("H 1", None),
            ("(1 not done)", None),
            ("(2 tests)", None),
            ("118 (120)", None),
            ("4 (of 5-10)", None),
            ("6.9 (5-7 d)", None),
        ] {
            let found = before_words(text, NumberStyle::default());
            let number = found.map(|found| found.number.to_string());
            assert_eq!(number.as_deref(), expected, "{text}");
        }
    }
}
