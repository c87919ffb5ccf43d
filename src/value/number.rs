//! Decimal numbers as laboratories write them.

use rust_decimal::Decimal;

use super::{PlainNumber, begins_with_power};
use crate::observation::NumberStyle;

/// Reads all of `text` as one number in the file's style.
///
/// Refuses what `f64` or decimal parsers would let through: `nan`, `inf`, `1e400`, `1_000`.
#[must_use]
pub fn read_number(text: &str, style: NumberStyle) -> Option<Decimal> {
    // Nearly all are written so, and mean this in every file with that decimal mark.
    if let Some(mark) = style.mark()
        && let Some(plain) = PlainNumber::read(text.as_bytes(), mark)
    {
        return Some(plain.decimal());
    }
    match take_number(text, style) {
        (number, "") => number,
        _ => None,
    }
}

/// Takes a number from the start of `text` and gives the rest. A number that is cut short by
/// another digit group (`1.2.3`, `5,1` in a file with decimal points) is none.
pub(super) fn take_number(text: &str, style: NumberStyle) -> (Option<Decimal>, &str) {
    // The sign of typesetters, as spreadsheets and portals show it.
    if let Some(unsigned) = text.strip_prefix('\u{2212}') {
        return match unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            true => match take_number(unsigned, style) {
                (Some(number), rest) => (Some(-number), rest),
                (None, _) => (None, text),
            },
            false => (None, text),
        };
    }
    if style.groups_open
        && let Some(taken) = take_decimal_comma(text)
    {
        return taken;
    }
    if let Some(taken) = take_raised_point(text) {
        return taken;
    }
    let length = numeric_length(text, style);
    let (head, rest) = text.split_at(length);
    if rest.starts_with(['.', ',', '_', ':', '\'']) || (style.groups_open && may_be_groups(head)) {
        return (None, text);
    }
    match parse(head, style) {
        Some(number) => (Some(number), rest),
        None => (None, text),
    }
}

/// `4,1` in a file with both marks: what is no group of three digits behind a comma is a decimal fraction.
fn take_decimal_comma(text: &str) -> Option<(Option<Decimal>, &str)> {
    let (number, rest) = take_parts(text, &[','])?;
    let may_be_group = number.fraction.len() == 3 && !number.whole.starts_with('0');
    (!may_be_group).then(|| (number.decimal(), rest))
}

/// `4·1`, as laboratories in Britain print it. In `4·10^9/L` it multiplies.
fn take_raised_point(text: &str) -> Option<(Option<Decimal>, &str)> {
    if text.is_ascii() {
        return None;
    }
    let (number, rest) = take_parts(text, &['·', '\u{2219}', '\u{22c5}'])?;
    let is_power =
        number.fraction == "10" && begins_with_power(&text[text.len() - rest.len() - 2..]);
    (!is_power).then(|| (number.decimal(), rest))
}

/// A number around one mark.
struct Parts<'a> {
    sign: &'a str,
    whole: &'a str,
    fraction: &'a str,
}

impl Parts<'_> {
    fn decimal(&self) -> Option<Decimal> {
        to_decimal(&format!("{}{}.{}", self.sign, self.whole, self.fraction))
    }
}

/// Takes a number with one of these marks between its digits, and no other mark.
fn take_parts<'a>(text: &'a str, marks: &[char]) -> Option<(Parts<'a>, &'a str)> {
    let unsigned = text.trim_start_matches(['-', '+']);
    let (sign, rest) = text.split_at(text.len() - unsigned.len());
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = rest.split_at(digits(rest));
    let rest = rest.strip_prefix(marks)?;
    let (fraction, rest) = rest.split_at(digits(rest));
    let goes_on = ['.', ',', '_', ':', '\'', 'e', 'E'];
    let ends = !rest.starts_with(goes_on) && !rest.starts_with(marks);
    let is_number = !whole.is_empty() && !fraction.is_empty() && sign.len() <= 1 && ends;
    is_number.then_some((
        Parts {
            sign,
            whole,
            fraction,
        },
        rest,
    ))
}

/// `1.234`: three digits behind a point, and no zero in front.
fn may_be_groups(number: &str) -> bool {
    let number = number.trim_start_matches(['-', '+']);
    number.split_once('.').is_some_and(|(whole, rest)| {
        rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
    })
}

/// Length in bytes of the part of `text` that could be a number.
fn numeric_length(text: &str, style: NumberStyle) -> usize {
    let bytes = text.as_bytes();
    let decimal = if style.decimal_comma { b',' } else { b'.' };
    let mut i = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let digits_from = i;
    while i < bytes.len() {
        let c = bytes[i];
        let next_is_digit = bytes.get(i + 1).is_some_and(u8::is_ascii_digit);
        let mark = c == decimal || style.thousands.is_some_and(|t| t == char::from(c));
        if c.is_ascii_digit() || (mark && (next_is_digit || c == decimal)) {
            i += 1;
        } else if style.thousands.is_some_and(|t| !t.is_ascii()) && next_group(&text[i..], style) {
            i += text[i..].chars().next().map_or(1, char::len_utf8);
        } else {
            break;
        }
    }
    // An exponent belongs to the number only if digits follow it.
    if i > digits_from && matches!(bytes.get(i), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(i + 1), Some(b'-' | b'+')));
        let exponent = bytes[i + 1 + sign..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count();
        if exponent > 0 {
            i += 1 + sign + exponent;
        }
    }
    i
}

/// A thousands mark that is not ASCII (a no-break space), followed by a digit.
fn next_group(text: &str, style: NumberStyle) -> bool {
    let mut chars = text.chars();
    chars.next() == style.thousands && chars.next().is_some_and(|c| c.is_ascii_digit())
}

fn parse(text: &str, style: NumberStyle) -> Option<Decimal> {
    if !text.bytes().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let decimal = if style.decimal_comma { ',' } else { '.' };
    if text.matches(decimal).count() > 1 {
        return None;
    }
    if style.thousands.is_none() && !style.decimal_comma {
        return to_decimal(text);
    }
    let (mantissa, exponent) = text
        .find(['e', 'E'])
        .map_or((text, ""), |at| text.split_at(at));
    let (whole, fraction) = mantissa
        .split_once(decimal)
        .map_or((mantissa, None), |(whole, fraction)| {
            (whole, Some(fraction))
        });
    let mut plain = String::with_capacity(text.len());
    match style.thousands {
        Some(mark) if whole.contains(mark) => {
            let digits = whole.trim_start_matches(['-', '+']);
            if !is_grouped(digits, mark) {
                return None;
            }
            plain.extend(whole.chars().filter(|c| *c != mark));
        }
        _ => plain.push_str(whole),
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    plain.push_str(exponent);
    to_decimal(&plain)
}

/// Groups must be groups: 1,234,567 but not 12,34. In India they are of two digits but for the last: 12,34,567.
pub(crate) fn is_grouped(whole: &str, mark: char) -> bool {
    let groups: Vec<&str> = whole.split(mark).collect();
    let [first, between @ .., last] = groups.as_slice() else {
        return false;
    };
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let are = |length: usize| between.iter().all(|group| group.len() == length);
    let western = (1..=3).contains(&first.len()) && are(3);
    let indian = (1..=2).contains(&first.len()) && mark == ',' && are(2);
    groups.iter().all(digits) && last.len() == 3 && (western || indian)
}

/// `text` holds only digits, one sign, one point and one exponent.
fn to_decimal(text: &str) -> Option<Decimal> {
    let text = text.strip_prefix('+').unwrap_or(text);
    if text.bytes().any(|c| matches!(c, b'e' | b'E')) {
        return Decimal::from_scientific(text).ok();
    }
    let text = text.strip_suffix('.').unwrap_or(text);
    text.parse().ok()
}
