//! Dates of three numbers: `2014-03-12`, `12.3.2014`, `3/12/2014`, `2014年3月12日`, `R6.5.2`.

use jiff::civil::Date;

use super::{DateOrder, DateReading, calendar, era};

/// The marks between the numbers of a date.
pub(super) const MARKS: [u8; 3] = [b'-', b'/', b'.'];

/// Three numbers with the same mark between them, at the start of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triple {
    pub(super) numbers: [i64; 3],
    pub(super) digits: [usize; 3],
    mark: u8,
}

impl Triple {
    /// Takes a triple from the start of `text` and gives the rest.
    pub(super) fn take(text: &str) -> Option<(Triple, &str)> {
        let bytes = text.as_bytes();
        if !bytes.first()?.is_ascii_digit() {
            return Triple::take_of_era(text);
        }
        if bytes.get(4).is_some_and(|byte| !byte.is_ascii()) {
            return Triple::take_signed(text);
        }
        let (mut numbers, mut digits, mut mark, mut at) = ([0i64; 3], [0usize; 3], 0u8, 0usize);
        for part in 0..3 {
            if part > 0 {
                let here = *bytes.get(at)?;
                if !MARKS.contains(&here) || (part == 2 && here != mark) {
                    return None;
                }
                mark = here;
                at += 1;
                // `1. 2. 2014`
                if mark == b'.' && bytes.get(at) == Some(&b' ') {
                    at += 1;
                }
            }
            while let Some(c) = bytes.get(at).filter(|c| c.is_ascii_digit()) {
                numbers[part] = numbers[part] * 10 + i64::from(c - b'0');
                digits[part] += 1;
                at += 1;
                if digits[part] > 4 {
                    return None;
                }
            }
            if digits[part] == 0 {
                return None;
            }
        }
        // `2026. 05. 02.`
        let is_point = mark == b'.' && digits.contains(&4) && bytes.get(at) == Some(&b'.');
        if is_point && matches!(bytes.get(at + 1), None | Some(b' ')) {
            at += 1;
        }
        let triple = Triple {
            numbers,
            digits,
            mark,
        };
        Some((triple, text.get(at..)?))
    }

    /// Takes a year of an era with the month and the day behind it.
    fn take_of_era(text: &str) -> Option<(Triple, &str)> {
        let (year, rest) = era::take(text)?;
        let written = format!("{year}{rest}");
        let (triple, behind) = Triple::take(&written)?;
        let behind = behind.len();
        Some((triple, text.get(text.len() - behind..)?))
    }

    /// Takes year, month and day, each with its sign behind it, of Chinese, Japanese or Korean.
    fn take_signed(text: &str) -> Option<(Triple, &str)> {
        let (mut numbers, mut digits, mut rest) = ([0i64; 3], [0usize; 3], text);
        for (part, signs) in [['年', '년'], ['月', '월'], ['日', '일']]
            .iter()
            .enumerate()
        {
            rest = rest.trim_start_matches(' ');
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let (number, behind) = rest.split_at(end);
            (numbers[part], digits[part]) = (number.parse().ok()?, end);
            rest = behind.strip_prefix(signs)?;
        }
        rest = behind_weekday(rest);
        let mark = b'-';
        let triple = Triple {
            numbers,
            digits,
            mark,
        };
        Some((triple, rest))
    }

    /// True for points between the numbers.
    pub(super) fn has_points(&self) -> bool {
        self.mark == b'.'
    }

    /// Which of [`MARKS`] stands between the numbers.
    pub(super) fn mark_number(&self) -> usize {
        let mut marks = MARKS.iter();
        marks.position(|mark| *mark == self.mark).unwrap_or(0)
    }

    /// True for a year of three digits that is one of the Republic of China: `115/11/18`, `098/01/02`.
    pub(super) fn is_of_republic(&self) -> bool {
        matches!(self.digits, [3, 1..=2, 1..=2]) && self.numbers[0] < 200
    }

    /// The day of a year of the Republic that has two digits, in a file that writes its years so.
    pub(super) fn day_of_republic(self) -> Result<Date, DateReading> {
        let [year, month, day] = self.numbers;
        match self.digits {
            [2, _, _] => calendar(era::of_republic(year), month, day),
            _ => None,
        }
        .ok_or(DateReading::TwoDigitYear)
    }

    /// The day it names; not of a year with two digits.
    pub(super) fn day(self, order: Option<DateOrder>) -> Result<Date, DateReading> {
        let [a, b, c] = self.numbers;
        match self.digits {
            [4, 1..=2, 1..=2] => calendar(a, b, c).ok_or(DateReading::Unreadable),
            [3, 1..=2, 1..=2] => calendar(era::of_republic(a), b, c).ok_or(DateReading::Unreadable),
            [1..=2, 1..=2, 4] => {
                let day_first = calendar(c, b, a);
                let month_first = calendar(c, a, b);
                let order = match self.mark {
                    b'.' => Some(DateOrder::DayFirst),
                    _ => order,
                };
                match (order, day_first, month_first) {
                    (Some(DateOrder::DayFirst), Some(day), _)
                    | (Some(DateOrder::MonthFirst), _, Some(day))
                    | (None, Some(day), None)
                    | (None, None, Some(day)) => Ok(day),
                    (None, Some(one), Some(other)) if one == other => Ok(one),
                    (None, Some(_), Some(_)) => Err(DateReading::Ambiguous),
                    // A day that contradicts the file's order is not read the other way round.
                    _ => Err(DateReading::Unreadable),
                }
            }
            _ => Err(DateReading::Unreadable),
        }
    }
}

impl Triple {
    /// True for a year in full with a day that no calendar has, in the order of the file if that is known.
    pub(super) fn is_no_day(self, order: Option<DateOrder>) -> bool {
        let in_full = matches!(self.digits, [3 | 4, 1..=2, 1..=2] | [1..=2, 1..=2, 4]);
        in_full && self.day(order) == Err(DateReading::Unreadable)
    }
}

/// What stands behind the day of the week in parentheses: `2024年5月2日(木)`.
fn behind_weekday(text: &str) -> &str {
    let inside = text.strip_prefix('(').and_then(|text| text.split_once(')'));
    match inside {
        Some((day, rest)) if WEEKDAYS.iter().any(|sign| day.starts_with(*sign)) => rest,
        _ => text,
    }
}

/// How days of the week begin.
const WEEKDAYS: [char; 17] = [
    '月', '火', '水', '木', '金', '土', '日', '週', '星', '周', '월', '화', '수', '목', '금', '토',
    '일',
];
