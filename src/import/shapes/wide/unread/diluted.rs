//! Columns of how often a sample was diluted: they are not read, and whether the results are multiplied already nobody says.

use csv::StringRecord;

use super::unused;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;

/// Their headers, folded.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "dilutionfactor", "dilution", "dilutions", "df", "dil", "dilfactor", "autodilution", "autodil", "predilution", "dilutionratio",
    "dilratio", "sampledilution", "manualdilution", "verdunnung", "verdunnungsfaktor", "dilucion", "facteurdedilution",
];

/// Headers of such columns in which some row was diluted.
pub(crate) fn diluted<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    let is_diluted = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at));
        cells.any(times)
    };
    unused(plan)
        .filter(|(at, header)| {
            HEADERS.contains(&vocabulary::fold(header).as_str()) && is_diluted(*at)
        })
        .map(|(_, header)| header)
        .collect()
}

/// True for a number other than one: `10`, `1:100`, `x5`. None is nothing.
fn times(cell: &str) -> bool {
    let number = cell.trim().trim_start_matches(['x', 'X', '×']);
    let number = number.trim_end_matches(['x', 'X', '×']);
    let number = number
        .split([':', '/'])
        .next_back()
        .unwrap_or(number)
        .trim();
    let number = number.replace(',', ".").parse::<f64>();
    number.is_ok_and(|number| number != 0.0 && number != 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_dilution() {
        for (cell, expected) in [
            ("10", true),
            ("1:100", true),
            ("1/2", true),
            ("x5", true),
            ("5x", true),
            ("1", false),
            ("1.0", false),
            ("1:1", false),
            ("0", false),
            ("", false),
            ("none", false),
        ] {
            assert_eq!(times(cell), expected, "{cell}");
        }
    }
}
