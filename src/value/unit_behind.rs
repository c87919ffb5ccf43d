//! The unit behind a number, in the same cell.

use super::before_words::is_footnote;
use super::flags::{is_critical, is_flag, is_signs};
use super::is_blank;

/// Whether the text behind a number may be a unit. Whether it *is* one, the unit table decides.
pub(super) fn looks_like_unit(trailing: &str, rest: &str) -> bool {
    let mut chars = trailing.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    let begins = first.is_alphabetic()
        || matches!(first, '%' | '[' | '×')
        || (first == '/' && second.is_alphabetic());
    // "4x" or "2nd" glued to the number are not units, "%" and "mg/dL" are.
    let separated = rest.starts_with(is_blank) || trailing.contains(['/', '%']);
    begins && separated && trailing.len() <= 40 && !is_footnote(rest, "")
}

/// Whether the text behind a number and its flag is a unit: `6.1 (L) g/dL`. Of words none is: `2 H post dose`.
pub(super) fn is_unit_behind_flag(behind: &str) -> bool {
    let unit = behind.trim_matches(is_blank);
    behind.starts_with(is_blank)
        && unit.contains(['/', '%'])
        && !unit.contains(is_blank)
        && looks_like_unit(unit, behind)
}

/// A unit, and the flag behind it: "mmol/L CRITICAL HIGH", the longest one that is known.
pub(super) fn with_flag(text: &str) -> (&str, &str) {
    let blanks = text.match_indices(' ');
    let mut flags = blanks.map(|(at, _)| text.split_at(at));
    let is_one = |flag: &str| is_flag(flag) || is_critical(flag) || is_signs(flag);
    let known = flags.find(|(_, flag)| is_one(flag.trim()));
    let (unit, flag) = known.unwrap_or((text, ""));
    (unit.trim_end(), flag.trim())
}

/// A number, and a unit behind it that begins with a power of ten: `18 10*9/L`, `5,7 10E9/l`, `18*10^9/L`.
pub(super) fn at_power(text: &str) -> Option<(&str, &str)> {
    let mut tens = text.match_indices("10").map(|(at, _)| text.split_at(at));
    tens.find_map(|(before, unit)| {
        if !begins_with_power(unit) || !unit.contains('/') {
            return None;
        }
        let bare = before.trim_end_matches(is_blank);
        let number = bare.trim_end_matches(['*', '·']).trim_end_matches(is_blank);
        let ends = number.ends_with(|c: char| c.is_ascii_digit() || is_closing(c));
        (number.len() < before.len() && ends).then_some((number, unit))
    })
}

/// What may end a number with its flag.
fn is_closing(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, ')' | ']' | '!' | '+' | '-')
}

/// True for a text that begins with a power of ten: `10^9`, `10*9`, `10E9`, `10⁹`.
pub(crate) fn begins_with_power(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("10") else {
        return false;
    };
    let raised = ['\u{b9}', '\u{b2}', '\u{b3}'];
    let is_raised = |c: char| raised.contains(&c) || ('\u{2070}'..='\u{2079}').contains(&c);
    let power = rest.trim_start_matches(['^', '*', 'E', 'e']);
    rest.starts_with(is_raised)
        || (power.len() < rest.len() && power.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_ten_is_of_the_unit() {
        for (text, expected) in [
            ("18 10*9/L", Some(("18", "10*9/L"))),
            ("18 10^9/L", Some(("18", "10^9/L"))),
            ("5.7 10^3/uL", Some(("5.7", "10^3/uL"))),
            ("5,7 10E9/l", Some(("5,7", "10E9/l"))),
            ("18 10⁹/L", Some(("18", "10⁹/L"))),
            ("18 10**9/L", Some(("18", "10**9/L"))),
            ("18*10^9/L", Some(("18", "10^9/L"))),
            ("18 * 10^9/L", Some(("18", "10^9/L"))),
            ("18·10⁹/L", Some(("18", "10⁹/L"))),
            ("< 10 10*9/L", Some(("< 10", "10*9/L"))),
            ("110 10*9/L H", Some(("110", "10*9/L H"))),
            ("18 H 10*9/L", Some(("18 H", "10*9/L"))),
            // Not apart from its number.
            ("1810*9/L", None),
            ("10*9/L", None),
            ("x 10*9/L", None),
            ("18 10", None),
            ("18 10/L", None),
            ("5.40*10**3", None),
            ("10^3", None),
        ] {
            assert_eq!(at_power(text), expected, "{text}");
        }
    }
}
