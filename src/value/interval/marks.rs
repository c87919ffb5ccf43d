//! How the limits of one row are written. They may come from another list than the values: `0.5 - 0.9` beside `0,92`.
//!
//! Only what cannot be meant in two ways tells, and it tells for all limits of the row: beside `0.35`, `4.940` is no thousands.

use crate::observation::{NumberStyle, Observation};
use crate::value::is_grouped;

/// What the marks in some limits can only be.
#[derive(Default)]
struct Marks {
    decimal_point: bool,
    decimal_comma: bool,
    point_groups: bool,
    comma_groups: bool,
}

/// The style of the limits of a row: that of its file, unless they prove another one.
pub(super) fn of_row(row: &Observation<'_>) -> NumberStyle {
    let style = row.numbers;
    let cells = [row.range, row.low, row.high];
    if style.is_plain() && !cells.iter().any(|cell| cell.contains(',')) {
        return style;
    }
    let mut marks = Marks::default();
    cells.iter().for_each(|cell| marks.see(cell));
    marks.style(style)
}

impl Marks {
    fn see(&mut self, text: &str) {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let mut from = 0;
        while let Some(start) = text[from..].find(is_part).map(|at| from + at) {
            let rest = &text[start..];
            let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            from = start + length;
            // "/1.73", "x10.3": a part of a unit.
            let of_unit = text[..start]
                .ends_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '^' | '*'));
            if !of_unit {
                rest[..length].split("..").for_each(|number| {
                    self.see_number(number.trim_matches(['.', ',']));
                });
            }
        }
    }

    fn see_number(&mut self, number: &str) {
        let of = |mark: char| number.matches(mark).count();
        let last = number.rsplit_once(['.', ',']);
        let Some((whole, fraction)) = last else {
            return;
        };
        let may_be_group =
            fraction.len() == 3 && !number.starts_with('0') && (1..=3).contains(&whole.len());
        match (of('.'), of(',')) {
            (1, 0) => self.decimal_point |= !may_be_group,
            (0, 1) => self.decimal_comma |= !may_be_group,
            (0, _) if is_grouped(number, ',') => self.comma_groups = true,
            (_, 0) if is_grouped(number, '.') => self.point_groups = true,
            (1, _) if is_grouped(whole, ',') => {
                (self.decimal_point, self.comma_groups) = (true, true);
            }
            (_, 1) if is_grouped(whole, '.') => {
                (self.decimal_comma, self.point_groups) = (true, true);
            }
            _ => {}
        }
    }

    fn style(&self, of_file: NumberStyle) -> NumberStyle {
        let point = self.decimal_point || self.comma_groups;
        let comma = self.decimal_comma || self.point_groups;
        let decimal_comma = match (point, comma) {
            (true, false) => false,
            (false, true) => true,
            // Nothing is proved, or everything.
            _ => return of_file,
        };
        if of_file.decimal_comma == decimal_comma && !of_file.groups_open {
            // The marks of the file, and groups that it did not show.
            let shown = match decimal_comma {
                true => self.point_groups.then_some('.'),
                false => self.comma_groups.then_some(','),
            };
            return NumberStyle {
                thousands: shown.or(of_file.thousands),
                ..of_file
            };
        }
        NumberStyle {
            decimal_comma,
            thousands: match decimal_comma {
                true => self.point_groups.then_some('.'),
                false => self.comma_groups.then_some(','),
            },
            groups_open: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpretation::Limit;
    use crate::value::interval::{Printed, printed};

    const POINT: NumberStyle = NumberStyle {
        decimal_comma: false,
        thousands: None,
        groups_open: false,
    };
    const COMMA: NumberStyle = NumberStyle {
        decimal_comma: true,
        ..POINT
    };
    const COMMA_AND_GROUPS: NumberStyle = NumberStyle {
        thousands: Some('.'),
        ..COMMA
    };
    const BOTH: NumberStyle = NumberStyle {
        groups_open: true,
        ..POINT
    };

    #[track_caller]
    fn check(style: NumberStyle, cells: [&str; 3], expected: &str) {
        let row = Observation {
            range: cells[0],
            low: cells[1],
            high: cells[2],
            numbers: style,
            ..Observation::default()
        };
        let end = |limit: Option<Limit>| limit.map_or_else(String::new, |l| l.value.to_string());
        let shown = match printed(&row) {
            Printed::Interval(low, high, _) => format!("{}..{}", end(low), end(high)),
            _ => "?".to_string(),
        };
        assert_eq!(shown, expected, "{cells:?} {style:?}");
    }

    #[test]
    fn limits_in_another_style_than_the_values() {
        for (style, range, expected) in [
            (COMMA, "0.5 - 0.9", "0.5..0.9"),
            (COMMA, "3.98 - 10.04", "3.98..10.04"),
            (COMMA, "0,5 - 0,9", "0.5..0.9"),
            (COMMA, "> 90 ml/min/1.73m2", "90.."),
            (COMMA, "0,5 - 0,9 ml/min/1.73m2", "0.5..0.9"),
            (POINT, "3,5 - 5,1", "3.5..5.1"),
            (BOTH, "3,5 - 5,1", "3.5..5.1"),
            (BOTH, "3.5 - 5.1", "3.5..5.1"),
            // One number proves it for the other, and not against it.
            (COMMA, "0.35 - 4.940", "0.35..4.940"),
            (COMMA_AND_GROUPS, "0.35 - 4.940", "0.35..4.940"),
            (COMMA, "0.350 - 4.940", "0.350..4.940"),
            (COMMA, "0.5 - 0,9", "?"),
            (POINT, "0.5 - 0,9", "?"),
            // Open, as in the file.
            (COMMA, "95.000 - 450.000", "?"),
            (COMMA_AND_GROUPS, "95.000 - 450.000", "95000..450000"),
            (COMMA_AND_GROUPS, "150.000 a 450.000", "150000..450000"),
            (BOTH, "95.000 - 450.000", "?"),
            (POINT, "4,000-11,000", "?"),
            // Groups that can be nothing else.
            (POINT, "1,50,000 - 4,50,000", "150000..450000"),
            (COMMA, "1,50,000 - 4,50,000", "150000..450000"),
            (POINT, "1,50,00 - 4,50,00", "?"),
            (POINT, "<1,234,567", "..1234567"),
        ] {
            check(style, [range, "", ""], expected);
        }
    }

    #[test]
    fn the_cells_of_a_row_speak_for_each_other() {
        for (low, high, expected) in [
            ("0.35", "4.940", "0.35..4.940"),
            ("1.350", "4.940", "1350..4940"),
            ("0,35", "4.940", "0.35..4940"),
        ] {
            check(COMMA_AND_GROUPS, ["", low, high], expected);
        }
    }
}
