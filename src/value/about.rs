//! Numbers of a cell that gives them with a reservation: `~6.9`, `ca. 6.9`; and two in one cell, `6.9/6.8`.

use rust_decimal::Decimal;

use super::{is_blank, read_number};
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

/// The numbers that such a cell gives; none for anything else, nor where they may be of a date or a fraction: `12/5`.
pub(crate) fn numbers_about(text: &str, style: NumberStyle) -> Vec<Decimal> {
    let text = text.trim_matches(is_blank);
    let near = behind_sign(text).or_else(|| behind_word(text));
    let one = near.or_else(|| before_signs(text));
    if let Some(number) = one.and_then(|number| number_in(number, style)) {
        return vec![number];
    }
    let two = text.split_once('/');
    let two = two.and_then(|(one, other)| Some((number_in(one, style)?, number_in(other, style)?)));
    let is_whole = |number: &Decimal| number.scale() == 0;
    match two {
        Some((one, other)) if !is_whole(&one) || !is_whole(&other) => vec![one, other],
        _ => Vec::new(),
    }
}

fn number_in(text: &str, style: NumberStyle) -> Option<Decimal> {
    read_number(text.trim_matches(is_blank), style)
}

fn behind_sign(text: &str) -> Option<&str> {
    text.strip_prefix(SIGNS)
}

fn behind_word(text: &str) -> Option<&str> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let word = fold_words(text[..at].trim_matches(is_blank));
    NEAR.contains(&word.trim_end_matches('.'))
        .then(|| &text[at..])
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
