//! How a file writes numbers: decimal point or comma, and marks between groups of three digits.
//!
//! `1,234` alone can mean two numbers that differ a thousandfold. It is read as neither, unless
//! other values of the same file prove what its comma is.

use crate::observation::NumberStyle;
use crate::value::{Comparator, begins_with_power, is_grouped};

/// What the values of a file prove about its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberEvidence {
    /// Some value has a point that can only be a decimal mark.
    point: bool,
    /// Some value has a comma that can only be a decimal mark.
    comma: bool,
    /// Some value has a comma that can only stand between groups.
    comma_groups: bool,
    /// Some value has a point that can only stand between groups.
    point_groups: bool,
    /// `1,234`
    comma_open: bool,
    /// `1.234`
    point_open: bool,
    /// `1.015`: a density of urine, which many write with a point whatever the file's mark is.
    density: bool,
    /// Another mark between groups.
    other: Option<char>,
    /// That mark also stands where no group ends.
    other_misused: bool,
    /// Printed limits have a comma, or a point, that can only be a decimal mark. They may come from another list than the
    /// values: alone they only leave open what `1.234` is.
    limit_comma: bool,
    limit_point: bool,
    /// A value with a flag behind it, or a word of comparison in front, has a comma that can only be a decimal mark. It may be
    /// of a test in words: what is open stays so.
    flagged_comma: bool,
}

impl NumberEvidence {
    /// Looks at one value cell. What is not purely a number proves nothing.
    pub(crate) fn see(&mut self, text: &str) {
        // "Menor que 0,10": text with a number, which proves as little as one with a flag.
        let whole = text.trim();
        let (_, text) = Comparator::take(whole);
        let front = &whole[..whole.len() - text.len()];
        let is_worded = front.contains(char::is_alphabetic);
        let text =
            text.trim_start_matches(['<', '>', '=', '≤', '≥', '~', '+', '-', '\u{2212}', ' ']);
        let text = without_unit(text);
        let bare = without_flag(text);
        let is_flagged = bare != text || is_worded;
        let text = bare;
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        // Most values have one point and no other mark.
        let (mut points, mut commas, mut other) = (0usize, 0usize, None);
        for c in text.chars() {
            match c {
                '0'..='9' => {}
                '.' => points += 1,
                ',' => commas += 1,
                ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' if other.is_none_or(|o| o == c) => {
                    other = Some(c);
                }
                _ => return,
            }
        }
        if is_worded && (points, commas) != (0, 1) {
            return;
        }
        if let Some(mark) = other {
            self.see_other(text, mark, points + commas);
            return;
        }
        match (points, commas) {
            (0, 0) => {}
            (0, 1) if in_groups(text, ',') => self.comma_open = true,
            (0, 1) if is_flagged => self.flagged_comma = true,
            (0, 1) => self.comma = true,
            (0, _) => self.comma_groups |= in_groups(text, ',') || is_grouped(text, ','),
            (1, 0) if in_groups(text, '.') => {
                self.point_open = true;
                self.density |= text.starts_with("1.0");
            }
            (1, 0) => self.point = true,
            (_, 0) => self.point_groups |= in_groups(text, '.'),
            (1, _) if mark_is_last(text, '.', ',') => {
                self.point = true;
                self.comma_groups = true;
            }
            (_, 1) if mark_is_last(text, ',', '.') => {
                self.comma = true;
                self.point_groups = true;
            }
            _ => {}
        }
    }

    /// Looks at one cell of printed limits.
    pub(crate) fn see_limit(&mut self, text: &str) {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        for number in text.split(|c: char| !is_part(c)) {
            let number = number.trim_matches(['.', ',']);
            let marks = number.bytes().filter(|c| !c.is_ascii_digit()).count();
            if marks == 1 {
                self.limit_comma |= number.contains(',') && !in_groups(number, ',');
                self.limit_point |= number.contains('.') && !in_groups(number, '.');
            }
        }
    }

    fn see_other(&mut self, text: &str, mark: char, marks: usize) {
        let whole = text.split(['.', ',']).next().unwrap_or(text);
        if marks <= 1 && in_groups(whole, mark) {
            self.other = Some(mark);
            self.point |= text.contains('.');
            self.comma |= text.contains(',');
        } else {
            self.other_misused = true;
        }
    }

    /// True if nothing more could change the style.
    pub(crate) fn needs_more(&self) -> bool {
        let open = self.comma_open && !self.comma_groups || self.point_open;
        (open && !self.comma && !self.point) || self.comma_shows_groups()
    }

    /// Where the comma is the decimal mark, a point before three digits is none; a density may be written with one.
    fn comma_shows_groups(&self) -> bool {
        let other = self.point || self.comma_groups || self.other.is_some();
        self.comma && self.point_open && !other && !self.density
    }

    /// The style that the values prove. A file with semicolons comes from where the comma is the
    /// decimal mark: there `1.234` alone is as open as `1,234`, and neither is read. Where they contradict each other, the plain one, in which
    /// the other kind is not read at all.
    pub(crate) fn style(&self, delimiter: u8) -> NumberStyle {
        let other = self.other.filter(|_| !self.other_misused);
        if self.is_point_open(delimiter) {
            return NumberStyle {
                decimal_comma: true,
                thousands: if self.point_groups { Some('.') } else { other },
                groups_open: false,
            };
        }
        match (self.point, self.comma) {
            (false, false) if self.flagged_comma => NumberStyle {
                groups_open: true,
                ..NumberStyle::default()
            },
            (false, true) => NumberStyle {
                decimal_comma: true,
                thousands: if self.comma_groups {
                    None
                } else if self.point_groups || self.comma_shows_groups() {
                    Some('.')
                } else {
                    other
                },
                groups_open: false,
            },
            (point, false) => NumberStyle {
                decimal_comma: false,
                thousands: if self.comma_groups || (point && self.comma_open) {
                    Some(',')
                } else {
                    other
                },
                groups_open: false,
            },
            (true, true) => NumberStyle {
                groups_open: true,
                ..NumberStyle::default()
            },
        }
    }

    fn is_point_open(&self, delimiter: u8) -> bool {
        let proven = self.point || self.comma || self.comma_open || self.comma_groups;
        let comma_is_likely = delimiter == b';' || (self.limit_comma && !self.limit_point);
        comma_is_likely && self.point_open && !proven
    }

    /// Why, in a few words.
    pub(crate) fn reason(&self, delimiter: u8) -> &'static str {
        if self.is_point_open(delimiter) {
            return match delimiter {
                b';' => OPEN_BY_SEMICOLONS,
                _ => OPEN_BY_LIMITS,
            };
        }
        match (self.point, self.comma) {
            (true, true) => {
                "values have both marks: each is read, but not 1.234 and 1,234, which may be 1234"
            }
            (false, true) => "values prove a decimal comma",
            (true, false) if self.comma_groups => "values prove it, and commas between groups",
            (true, false) => "values prove it",
            (false, false) if self.flagged_comma => {
                "values with a flag have a decimal comma: each is read, but not 1.234 and 1,234, which may be 1234"
            }
            (false, false) if self.comma_open => {
                "nothing tells whether 1,234 is 1.234 or 1234: such values are not read"
            }
            (false, false) => "no value says otherwise",
        }
    }
}

const OPEN_BY_SEMICOLONS: &str =
    "semicolons, and nothing tells whether 1.234 is 1.234 or 1234: such values are not read";
const OPEN_BY_LIMITS: &str = "printed limits have a decimal comma, and no value tells whether 1.234 is 1.234 or 1234: such values are not read";

/// `5,9` of `5,9 H`, `5,9*` and `↑ 5,9`.
fn without_flag(text: &str) -> &str {
    const FLAGS: &[&str] = &[
        "HH", "LL", "H", "L", "N", "A", "**", "*", "+++", "++", "+", "---", "--", "-", "↑", "↓",
    ];
    let text = text.trim_start_matches(['↑', '↓', '*', ' ']);
    let flag = FLAGS.iter().find_map(|flag| text.strip_suffix(flag));
    flag.map_or(text, str::trim_end)
}

/// `95.000` of `95.000 /mm3`. Words behind a number prove nothing, nor does what stands in front of them.
fn without_unit(text: &str) -> &str {
    let is_unit = |unit: &str| {
        let begins = unit.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '%'))
            || begins_with_power(unit);
        begins && unit.contains(['/', '%']) && !unit.contains(char::is_whitespace)
    };
    match text.split_once(' ') {
        Some((number, unit)) if is_unit(unit.trim()) => number,
        _ => text,
    }
}

/// `1,234,567`: one to three digits, not beginning with zero, then groups of exactly three.
fn in_groups(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or("");
    let digits = |group: &str| group.bytes().all(|c| c.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// `1,234.5`: the decimal mark comes last, and what is before it is in groups.
fn mark_is_last(text: &str, decimal: char, group: char) -> bool {
    text.rsplit_once(decimal)
        .is_some_and(|(whole, decimals)| !decimals.contains(group) && is_grouped(whole, group))
}

#[cfg(test)]
mod tests;
