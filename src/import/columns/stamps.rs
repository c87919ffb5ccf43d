//! `Timestamp` beside a date: the same day with its time, or when a form was sent.

use super::Seen;
use super::candidates::Candidate;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// A timestamp says when blood was drawn, except where a date of blood is of another day: then it gives a time to the dates of
/// its own day, and no more. Gives the columns that are left out.
pub(super) fn leave_stamps_out(candidates: &mut Vec<Candidate>, seen: &Seen) -> Vec<usize> {
    let folded = |c: &Candidate| vocabulary::fold(&seen.headers[c.column]);
    let is_stamp = |c: &Candidate| c.entry.role == Role::Collected && folded(c) == "timestamp";
    let Some(stamp) = candidates.iter().find(|c| is_stamp(c)).map(|c| c.column) else {
        return Vec::new();
    };
    let is_of_form = |c: &Candidate| {
        let (other, same) = days(seen, c.column, stamp);
        // A date may be one of anything.
        let is_date = folded(c) == "date" && same < other;
        let is_draw = vocabulary::is_day_of_draw(&seen.headers[c.column]) && 0 < other;
        c.entry.role == Role::Collected && (is_date || is_draw)
    };
    if !candidates.iter().any(is_of_form) {
        return Vec::new();
    }
    let has_time = candidates
        .iter()
        .any(|c| c.entry.role == Role::CollectedTime);
    if let Some(found) = candidates.iter_mut().find(|c| c.column == stamp)
        && !has_time
    {
        found.entry.role = Role::CollectedTime;
        found.reason = "known header, for dates of its day".to_string();
        return Vec::new();
    }
    candidates.retain(|c| c.column != stamp);
    vec![stamp]
}

/// In how many rows two columns are of different days, and in how many of one.
fn days(seen: &Seen, date: usize, stamp: usize) -> (usize, usize) {
    let cell = |row: &csv::StringRecord, at: usize| numbers_of_day(row.get(at).unwrap_or(""));
    let (mut other, mut same) = (0, 0);
    for row in seen.rows {
        let (mut few, mut many) = (cell(row, date), cell(row, stamp));
        if few.len() < 2 || many.len() < 2 {
            continue;
        }
        if many.len() < few.len() {
            std::mem::swap(&mut few, &mut many);
        }
        // In whatever order they are written, and beside the name of a month.
        let is_same = few.iter().all(|number| {
            let found = many.iter().position(|own| own == number);
            found.map(|at| many.remove(at)).is_some()
        });
        *(if is_same { &mut same } else { &mut other }) += 1;
    }
    (other, same)
}

/// Day, month and year without its century, without a time behind them.
fn numbers_of_day(cell: &str) -> Vec<u32> {
    let cell = cell.trim();
    let day = cell.find(':').map_or(cell, |colon| {
        let hour = cell[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
        hour.trim_end_matches(['T', ' '])
    });
    let compact = 8 == day.len() && day.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = match compact {
        true => vec![&day[..4], &day[4..6], &day[6..]],
        false => day.split(|c: char| !c.is_ascii_digit()).collect(),
    };
    let numbers = parts
        .into_iter()
        .filter_map(|part| part.parse::<u32>().ok());
    numbers.map(|number| number % 100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_numbers_of_a_day_are() {
        for (cell, expected) in [
            ("2026-05-18", &[26, 5, 18][..]),
            ("2026-05-18 07:15:00", &[26, 5, 18]),
            ("2026-05-18T07:15:00Z", &[26, 5, 18]),
            ("3/14/2026 10:22:01", &[3, 14, 26]),
            ("20260518", &[26, 5, 18]),
            ("18 May 2026", &[18, 26]),
            ("07:15", &[]),
            ("", &[]),
        ] {
            assert_eq!(numbers_of_day(cell), expected, "{cell}");
        }
    }
}
