//! What a file's own dates say about the order of day and month.

use super::{DateOrder, Triple, words};

/// Collects what the dates of one file prove. `25/12/2014` proves day first, `12/25/2014` month
/// first; a file that proves both proves nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    day_first: bool,
    month_first: bool,
    open: bool,
}

impl OrderEvidence {
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
        // Nearly all dates of nearly all files are ISO: leave at the first sight of one.
        if !matches!(
            text.as_bytes(),
            [_, b'/' | b'-', ..] | [_, _, b'/' | b'-', ..]
        ) {
            return;
        }
        let Some((triple, _)) = Triple::take(text) else {
            return;
        };
        if !matches!(triple.digits, [1..=2, 1..=2, 4]) {
            return;
        }
        let day_first = triple.day(Some(DateOrder::DayFirst)).is_ok();
        let month_first = triple.day(Some(DateOrder::MonthFirst)).is_ok();
        match (day_first, month_first) {
            (true, false) => self.day_first = true,
            (false, true) => self.month_first = true,
            (true, true) => self.open = true,
            (false, false) => {}
        }
    }

    /// Adds what another part of the same file says.
    pub fn merge(&mut self, other: OrderEvidence) {
        self.day_first |= other.day_first;
        self.month_first |= other.month_first;
        self.open |= other.open;
    }

    /// The order, if something proves it and nothing contradicts it.
    #[must_use]
    pub fn settled(&self) -> Option<DateOrder> {
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
        self.settled().is_none() && (self.open || self.contradictory())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_proof_settles_and_a_contradiction_unsettles() {
        let (dmy, mdy) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
        for (dates, settled, open) in [
            (&["2014-03-12"][..], None, false),
            (&["12/10/2014"], None, true),
            (&["12/10/2014", "25/10/2014 4:42 p.m."], dmy, false),
            (&["12/10/2014", "10-25-2014"], mdy, false),
            (&["25/10/2014", "10/25/2014"], None, true),
            (&["25/10/14"], None, false),
            (&["25.10.2014"], None, false),
            (&["5/5/2014"], None, true),
            (&["x/y"], None, false),
        ] {
            let mut evidence = OrderEvidence::default();
            for date in dates {
                evidence.see(date);
            }
            assert_eq!(evidence.settled(), settled, "{dates:?}");
            assert_eq!(evidence.is_open(), open, "{dates:?}");
        }
    }
}
