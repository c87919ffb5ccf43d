//! What a file's own dates say about the order of day, month and year.

mod ends;
mod open_days;
#[cfg(test)]
mod tests;

use super::orders::CountedFrom;
use super::short::Impossible;
use super::triple::MARKS;
use super::{DateOrder, DateOrders, Triple, plain, worded, words};
use crate::import::headers::vocabulary;
use ends::{End, Ends};
use open_days::OpenDays;

/// Signs of headers that are written so in Taiwan, and otherwise in China and Japan (检, 検).
const SIGNS_OF_TAIWAN: [char; 9] = ['檢', '驗', '單', '歷', '號', '齡', '參', '數', '醫'];

/// A letter of Thai, whose year 2569 is 2026, or of Persian and Arabic: 1405 and 1448.
fn is_of_other_calendar(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{600}'..='\u{6ff}')
}

/// Collects what the dates of one file prove. `25/12/2014` proves day first, `12/25/2014` month
/// first; a file that proves both proves nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    day_first: bool,
    month_first: bool,
    open: bool,
    days: OpenDays,
    /// By mark between the numbers: what dates with a year of two digits say.
    short: [Short; MARKS.len()],
    /// Some date has the year in front of a month that is a word.
    year_before_word: bool,
    /// The file is in a language in which dates with points have the day first.
    day_first_with_points: bool,
    /// Some date has a year of three digits in front, as only the Republic of China writes it.
    year_of_republic: bool,
    /// The headers are in the signs of Taiwan.
    signs_of_taiwan: bool,
    /// The headers are in a script of countries that count years otherwise.
    other_calendar: bool,
}

/// What dates with a year of two digits say of their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Short {
    are_any: bool,
    impossible: Impossible,
    /// Some of them may have the year last.
    may_end_with_year: bool,
    /// With the same mark the file writes years in full, and last.
    full_year_is_last: bool,
    /// The numbers at both ends.
    ends: Ends,
}

impl OrderEvidence {
    /// What the headers of the dates of a file say, before any date is seen.
    pub(crate) fn of_headers<'h>(headers: impl IntoIterator<Item = &'h str>) -> OrderEvidence {
        let mut evidence = OrderEvidence::default();
        for header in headers {
            evidence.day_first_with_points |= vocabulary::is_of_days_first(header);
            evidence.signs_of_taiwan |= header.contains(SIGNS_OF_TAIWAN);
            evidence.other_calendar |= header.contains(is_of_other_calendar);
        }
        evidence
    }

    /// Looks at one date cell.
    pub fn see(&mut self, text: &str) {
        let text = match text.as_bytes() {
            [] => return,
            [first, ..] if first.is_ascii_graphic() => text,
            _ => text.trim_start(),
        };
        let text = match text.as_bytes() {
            [first, ..] if first.is_ascii_alphabetic() => {
                words::behind_weekday(text).unwrap_or(text)
            }
            _ => text,
        };
        let text = plain::behind_time(text).map_or(text, |(_, day)| day);
        // Nearly all dates of nearly all files are ISO: leave at the first sight of one.
        match text.as_bytes() {
            [_, mark, ..] | [_, _, mark, ..] | [_, _, _, mark, ..] if MARKS.contains(mark) => {}
            _ => {
                self.days.see_other(text);
                self.year_before_word |= begins_with_year(text) && worded::has_year_first(text);
                return;
            }
        }
        let Some((triple, _)) = Triple::take(text) else {
            self.year_before_word |= begins_with_year(text) && worded::has_year_first(text);
            return;
        };
        let short = &mut self.short[triple.mark_number()];
        if triple.is_short() {
            short.are_any = true;
            let impossible = triple.impossible();
            if !impossible.is_all() {
                short.impossible = short.impossible.with(impossible);
                short.may_end_with_year |= !impossible.leaves_year_first();
                short.ends.see(triple.numbers);
            }
            return;
        }
        if !matches!(triple.digits, [1..=2, 1..=2, 4]) {
            self.year_of_republic |= triple.is_of_republic();
            return;
        }
        short.full_year_is_last = true;
        // Written with points, the day is first.
        if triple.has_points() {
            return;
        }
        let day_first = triple.day(Some(DateOrder::DayFirst)).is_ok();
        let month_first = triple.day(Some(DateOrder::MonthFirst)).is_ok();
        match (day_first, month_first) {
            (true, false) => self.day_first = true,
            (false, true) => self.month_first = true,
            (true, true) => {
                self.open = true;
                self.days.see(triple.numbers);
            }
            (false, false) => {}
        }
    }

    /// Looks at a date that no two results are held against each other by: of a birth, of a report.
    pub(crate) fn see_aside(&mut self, text: &str) {
        let days = self.days;
        self.see(text);
        self.days = days;
    }

    /// Adds what another part of the same file says.
    pub fn merge(&mut self, other: OrderEvidence) {
        self.day_first |= other.day_first;
        self.month_first |= other.month_first;
        self.open |= other.open;
        self.days.merge(other.days);
        self.year_before_word |= other.year_before_word;
        self.day_first_with_points |= other.day_first_with_points;
        self.year_of_republic |= other.year_of_republic;
        self.signs_of_taiwan |= other.signs_of_taiwan;
        self.other_calendar |= other.other_calendar;
        for (own, other) in self.short.iter_mut().zip(other.short) {
            own.are_any |= other.are_any;
            own.impossible = own.impossible.with(other.impossible);
            own.may_end_with_year |= other.may_end_with_year;
            own.full_year_is_last |= other.full_year_is_last;
            own.ends.merge(other.ends);
        }
    }

    /// The orders, each if something proves it and nothing contradicts it.
    #[must_use]
    pub fn settled(&self) -> DateOrders {
        let full = self.of_full_years();
        DateOrders {
            full,
            short: self.settled_short(),
            // All who write the month as a word write the day first and the year last, unless the file does not.
            worded: (!self.year_before_word).then_some(DateOrder::DayFirst),
            // One year of three digits may be a slip, elsewhere.
            counted: match (self.year_of_republic, self.signs_of_taiwan) {
                _ if self.other_calendar => CountedFrom::Unknown,
                (true, true) => CountedFrom::Republic,
                (false, false) => CountedFrom::Century,
                _ => CountedFrom::Either,
            },
        }
    }

    fn settled_short(&self) -> [Option<DateOrder>; MARKS.len()] {
        let full = self.of_full_years();
        let with_points = Some(DateOrder::DayFirst);
        let mut short = [None; MARKS.len()];
        for ((own, mark), order) in self.short.iter().zip(MARKS).zip(&mut short) {
            let has_points = mark == b'.';
            let year_is_last = has_points && self.day_first_with_points;
            *order = own.settled(if has_points { with_points } else { full }, year_is_last);
        }
        short
    }

    /// The order of day and month where the year has four digits and stands last.
    #[must_use]
    pub fn of_full_years(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// True if some dates prove one order and some the other.
    #[must_use]
    pub fn contradictory(&self) -> bool {
        self.day_first && self.month_first
    }

    /// True if there are dates whose order matters, and nothing settles it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.of_full_years().is_none() && (self.open || self.contradictory())
    }

    /// True if there are days of which it takes their order to say how far they lie apart, and these orders do not tell it.
    /// `others`: there are days in other files.
    #[must_use]
    pub fn has_open_days(&self, orders: DateOrders, others: bool) -> bool {
        orders.full.is_none() && self.days.are_open(others)
    }

    /// True if there are dates with a year of two digits, and these orders do not say which number it is.
    #[must_use]
    pub fn has_open_years(&self, orders: DateOrders) -> bool {
        let mut short = self.short.iter().zip(orders.short);
        orders.counted != CountedFrom::Republic
            && short.any(|(own, order)| own.are_any && order.is_none())
    }

    /// By mark: the order of dates with a year of two digits, if there are any.
    pub fn of_short_years(&self) -> impl Iterator<Item = Option<DateOrder>> {
        let any = self.short.into_iter().zip(self.settled_short());
        any.filter(|(short, _)| short.are_any)
            .map(|(_, order)| order)
    }
}

impl Short {
    /// The order that is left. `full`: that of dates with the year in full. `year_is_last`: the language says so.
    fn settled(self, full: Option<DateOrder>, year_is_last: bool) -> Option<DateOrder> {
        let Short { impossible, .. } = self;
        let is_left = |order: &DateOrder| !impossible.has(*order);
        if impossible.leaves_year_first() {
            // One slip in a day (45 for 15) must not turn all other dates round.
            let is_denied = self.full_year_is_last || year_is_last;
            let all = self.are_any && !self.may_end_with_year && !is_denied;
            return all.then_some(DateOrder::YearFirst);
        }
        let year_is_last = year_is_last
            || impossible.has(DateOrder::YearFirst)
            || self.full_year_is_last
            || self.ends.year() == Some(End::Last);
        if !year_is_last && self.ends.year() == Some(End::First) {
            return Some(DateOrder::YearFirst);
        }
        if !self.are_any || !year_is_last {
            return None;
        }
        let mut left = [DateOrder::DayFirst, DateOrder::MonthFirst]
            .into_iter()
            .filter(is_left);
        let order = match (left.next(), left.next()) {
            (Some(_), Some(_)) => full,
            (only, _) => only,
        };
        // Years in full that stand in another order are of a column of another kind.
        let is_alike =
            impossible.has(DateOrder::YearFirst) || full.is_none_or(|full| order == Some(full));
        order.filter(|_| is_alike)
    }
}

/// True for what may begin with a year: four digits with a mark and a letter behind them, or a number that is no day.
fn begins_with_year(text: &str) -> bool {
    match text.as_bytes() {
        [
            b'1'..=b'2',
            b'0'..=b'9',
            b'0'..=b'9',
            b'0'..=b'9',
            mark,
            next,
            ..,
        ] => !next.is_ascii_digit() && matches!(mark, b'-' | b'/' | b'.' | b' '),
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', next, ..] => {
            !next.is_ascii_digit()
                && matches!((tens, ones), (b'0', b'0') | (b'3', b'2'..) | (b'4'.., _))
        }
        _ => false,
    }
}
