//! Numbers of a cell that gives them with a reservation: `~6.9`, `ca. 6.9`; and two in one cell, `6.9/6.8`, `4 or 8`.

use rust_decimal::Decimal;

use super::flags::is_flag;
use super::unit_behind::looks_like_unit;
use super::{is_blank, number, read_number};
use crate::observation::NumberStyle;
use crate::text::fold_words;

/// Words in front of a number that is only near, folded.
#[rustfmt::skip]
const NEAR: &[&str] = &[
    "ca", "c", "circa", "cca", "about", "approx", "approximately", "around", "etwa", "ungefahr", "env", "environ", "aprox", "aproximadamente", "unos", "cerca de",
    "circa di", "ongeveer", "omkring", "omtrent", "ungefar", "noin", "ok", "okolo", "asi", "kb", "korulbelul", "yaklasik", "около", "примерно", "约", "約",
];

/// Signs of the same.
const SIGNS: &[char] = &['~', '≈', '∼', '～', '≅'];

/// Between two numbers of which each may be the result.
const OR: &[&str] = &[
    " or ", " and ", " oder ", " und ", " ou ", " et ", " o ", " y ",
];

/// The numbers that such a cell gives; none for anything else, nor where they may be of a date or a fraction: `12/5`.
pub(crate) fn numbers_about(text: &str, style: NumberStyle) -> Vec<Decimal> {
    let text = text.trim_matches(is_blank);
    let one = match behind_near(text) {
        Some(rest) => before_unit(rest, style),
        None => before_signs(text).and_then(|number| number_in(number, style)),
    };
    if let Some(number) = one {
        return vec![number];
    }
    let both = |(one, other)| Some((number_in(one, style)?, number_in(other, style)?));
    let either = OR.iter().find_map(|word| text.split_once(word));
    if let Some((one, other)) = either.and_then(both) {
        return vec![one, other];
    }
    let two = text.split_once('/').and_then(both);
    let is_whole = |number: &Decimal| number.scale() == 0;
    match two {
        Some((one, other)) if !is_whole(&one) || !is_whole(&other) => vec![one, other],
        _ => Vec::new(),
    }
}

fn number_in(text: &str, style: NumberStyle) -> Option<Decimal> {
    read_number(text.trim_matches(is_blank), style)
}

/// A number alone, or with its unit or flag behind it.
fn before_unit(text: &str, style: NumberStyle) -> Option<Decimal> {
    let (number, rest) = number::take_number(text, style);
    let trailing = rest.trim_matches(is_blank);
    // "ca. 2 hours ago"
    let is_unit = || looks_like_unit(trailing, rest) && trailing.contains(['/', '%']);
    let is_known = trailing.is_empty() || is_flag(trailing) || is_unit();
    number.filter(|_| is_known)
}

/// What stands behind the sign or the word by which a number is only near.
pub(crate) fn behind_near(text: &str) -> Option<&str> {
    let text = text.trim_matches(is_blank);
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let (front, rest) = text.split_at(at);
    is_near(front).then_some(rest)
}

/// True for a sign or a word that says that a number is only near.
pub(crate) fn is_near(text: &str) -> bool {
    let text = text.trim_matches(is_blank);
    let is_sign = !text.is_empty() && text.chars().all(|c| SIGNS.contains(&c));
    is_sign || NEAR.contains(&fold_words(text).trim_end_matches('.'))
}

/// `6.9++`: a number with a fraction is no grade.
fn before_signs(text: &str) -> Option<&str> {
    let number = text.trim_end_matches('+');
    let number = match number.len() < text.len() {
        true => number,
        false => text.trim_end_matches('-'),
    };
    (number.len() < text.len() && number.contains(['.', ','])).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_reservation() {
        for (text, expected) in [
            ("~6.9", "6.9"),
            ("≈ 6.9", "6.9"),
            ("ca. 6.9", "6.9"),
            ("ca 7", "7"),
            ("About 6.9", "6.9"),
            ("約6.9", "6.9"),
            ("6.9++", "6.9"),
            ("2.1--", "2.1"),
            ("6.9/6.8", "6.9 6.8"),
            ("6.9 / 7", "6.9 7"),
            ("4 or 8", "4 8"),
            ("6.9 und 7", "6.9 7"),
            ("7 or repeat", ""),
            ("~6.9 mmol/L", "6.9"),
            ("about 6.9 H", "6.9"),
            ("about 6 - 7", ""),
            ("ca. 2 hours ago", ""),
            ("7++", ""),
            ("12/5", ""),
            ("1/2", ""),
            ("1/40", ""),
            ("120/80", ""),
            ("6.9", ""),
            ("Ca 2.1 x", ""),
            ("tube 2", ""),
        ] {
            let found = numbers_about(text, NumberStyle::default());
            let found: Vec<String> = found.iter().map(Decimal::to_string).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
