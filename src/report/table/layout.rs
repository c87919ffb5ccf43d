//! Which column stands where, for the width of the terminal and what is to be printed.

use super::bar;
use super::row::Row;
use crate::report::text::width;

/// Mark and blanks before the name.
pub(super) const NAME_AT: usize = 4;
/// Most columns of a unit.
pub(super) const UNIT: usize = 16;
/// Columns of `HH`.
const FLAG: usize = 2;
/// No narrower than this is laid out.
const NARROWEST: usize = 60;
/// Lines longer than this are hard to follow.
const WIDEST: usize = 150;
/// From this width on, remarks may have a column of their own.
const SIDE_FROM: usize = 110;
/// Narrowest column of remarks.
const SIDE: usize = 34;

/// Positions and widths of all columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) width: usize,
    pub(super) name: usize,
    pub(super) value: usize,
    pub(super) unit: usize,
    /// Columns of flag and grade.
    pub(super) flag: usize,
    pub(super) interval: usize,
    /// The position is drawn.
    pub(super) bar: bool,
    /// Columns of the usability word; 0 if it leads the remarks instead.
    pub(super) word: usize,
    /// Remarks stand beside the rows, not beneath.
    pub(super) side: bool,
}

impl Layout {
    /// The layout for these rows in a terminal of `columns`.
    pub(super) fn fit<'r>(rows: impl Iterator<Item = &'r Row>, columns: usize) -> Layout {
        let mut layout = Layout {
            width: columns.clamp(NARROWEST, WIDEST),
            name: 8,
            value: 3,
            unit: 0,
            flag: FLAG,
            interval: 0,
            bar: false,
            word: 0,
            side: false,
        };
        for row in rows {
            layout.name = layout.name.max(width(&row.name));
            if row.numeric {
                layout.value = layout.value.max(width(&row.value));
                layout.unit = layout.unit.max(width(&row.unit));
            }
            layout.flag = layout.flag.max(width(&row.flag_text));
            layout.interval = layout.interval.max(width(&row.interval));
            layout.bar |= row.bar.is_some();
            layout.word = layout.word.max(row.word().len());
        }
        layout.value = layout.value.min(12);
        layout.unit = layout.unit.clamp(6, UNIT);
        layout.interval = layout.interval.min(22);
        let name = layout.name.min(28);
        let enough = name.min(18);
        if layout.width >= SIDE_FROM {
            let beside = Layout {
                width: layout.width - SIDE - 2,
                ..layout
            };
            layout.name = beside.left_for_name(name.min(26));
            if layout.name >= enough {
                layout.side = true;
                return layout;
            }
        }
        // What gives way first: the word (it leads the remarks then), the unit, the drawing.
        layout.name = layout.left_for_name(name);
        if layout.name < enough {
            layout.word = 0;
            layout.name = layout.left_for_name(name);
        }
        if layout.name < enough {
            layout.unit = layout.unit.min(10);
            layout.name = layout.left_for_name(name);
        }
        if layout.name < enough {
            layout.bar = false;
            layout.interval = layout.interval.min(16);
            layout.name = layout.left_for_name(name);
        }
        layout.name = layout.name.max(8);
        layout
    }

    /// What the other columns leave for the name, up to `most`.
    fn left_for_name(&self, most: usize) -> usize {
        let others = self.end() - self.name;
        self.width.saturating_sub(others).min(most)
    }

    pub(super) fn value_at(&self) -> usize {
        NAME_AT + self.name + 1
    }
    pub(super) fn unit_at(&self) -> usize {
        self.value_at() + self.value + 1
    }
    pub(super) fn flag_at(&self) -> usize {
        self.unit_at() + self.unit + 1
    }
    pub(super) fn interval_at(&self) -> usize {
        self.flag_at() + self.flag + 1
    }
    pub(super) fn bar_at(&self) -> usize {
        self.interval_at() + self.interval + 1
    }
    pub(super) fn word_at(&self) -> usize {
        self.bar_at() + if self.bar { bar::WIDTH + 1 } else { 0 }
    }

    /// Column after the last one.
    pub(super) fn end(&self) -> usize {
        self.word_at() + self.word
    }

    /// Where remarks begin and how wide they may be.
    pub(super) fn remarks(&self) -> (usize, usize) {
        let at = if self.side {
            self.end() + 2
        } else {
            NAME_AT + 2
        };
        (at, self.width.saturating_sub(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    fn fit(columns: usize) -> Layout {
        let units = cases::units();
        let rows: Vec<Row> = cases::hemolyzed_sample()
            .iter()
            .chain(&cases::quiet_sample())
            .map(|result| Row::of(result, &units))
            .collect();
        Layout::fit(rows.iter(), columns)
    }

    #[test]
    fn every_width_is_used_and_none_overrun() {
        for columns in [0, 40, 60, 70, 80, 100, 109, 110, 120, 160, 400, usize::MAX] {
            let layout = fit(columns);
            assert!(layout.end() <= layout.width, "{columns}: {layout:?}");
            assert!(layout.name >= 8, "{columns}: {layout:?}");
            assert!(layout.remarks().1 >= 30, "{columns}: {layout:?}");
        }
        assert!(fit(80).bar && !fit(80).side);
        assert!(fit(120).side);
    }
}
