//! What one letter means in a column of statuses: beside `E` for `endgültig` a `V` is `vorläufig`; beside a `D` alone it may be
//! `voorlopig`, or verified. A `D` is deleted, whatever `definitief` would say: what may be deleted is not judged.

use crate::import::columns::Seen;
use crate::import::headers::vocabulary;
use crate::text::trim;

/// What the letters of a column tell of each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum StatusLetters {
    /// Each is a code of HL7, or says nothing that is known.
    #[default]
    Usual,
    /// `V` is not final yet, `E` is.
    Provisional,
    /// What a `V` means is open: there is a `D`, and no other code of HL7.
    Open,
    /// Those of the laboratory of a trial (CDISC LAB): done, not done, cancelled.
    Trial,
}

/// The codes of HL7 table 0085 beside which `D` is one too.
const HL7: &str = "FPCXRISWUABNO";

impl StatusLetters {
    pub(in crate::import) fn of(seen: &Seen, columns: &[usize]) -> StatusLetters {
        let Some(column) = columns.first() else {
            return StatusLetters::Usual;
        };
        let cells = || seen.rows.iter().filter_map(|row| row.get(*column));
        let is_asked = vocabulary::fold(&seen.headers[*column]) == "teststatus";
        if is_asked && is_of_trial(seen.headers) && are_done(cells()) {
            return StatusLetters::Trial;
        }
        StatusLetters::of_cells(cells())
    }

    fn of_cells<'c>(cells: impl Iterator<Item = &'c str>) -> StatusLetters {
        let mut cells: Vec<String> = cells.map(|cell| cell.trim().to_uppercase()).collect();
        let count = cells.len();
        cells.sort_unstable();
        cells.dedup();
        let has = |letter: &str| cells.iter().any(|cell| cell == letter);
        // A blank beside it is a result that nobody deleted.
        let is_code =
            |cell: &String| cell.is_empty() || 1 < cell.len() || HL7.contains(cell.as_str());
        let has_codes = cells.iter().filter(|cell| *cell != "V").any(is_code);
        if has("V") && has("E") && !has_codes {
            StatusLetters::Provisional
        } else if 1 < count && has("D") && !has_codes {
            StatusLetters::Open
        } else {
            StatusLetters::Usual
        }
    }

    /// A cell, in words that mean the same everywhere.
    #[inline]
    pub(crate) fn read(self, cell: &str) -> &str {
        if self == StatusLetters::Usual {
            return cell;
        }
        match (self, cell.trim()) {
            (StatusLetters::Provisional, "V" | "v") => "PROVISIONAL",
            (StatusLetters::Provisional, "D" | "d" | "E" | "e") => "FINAL",
            (StatusLetters::Open, "V" | "v") => "V = verified or preliminary",
            (StatusLetters::Trial, "D" | "d") => "DONE",
            (StatusLetters::Trial, "N" | "n") => "NOT DONE",
            (StatusLetters::Trial, "C" | "c") => "C = cancelled or corrected",
            _ => cell,
        }
    }
}

/// True for the headers of a trial's export.
fn is_of_trial(headers: &[String]) -> bool {
    const WORDS: &str = "studyid study studyname protocol protocolid siteid site visit visitname visitnumber exclusionflag deltaflag investigatorid";
    let count = headers
        .iter()
        .filter(|header| vocabulary::is_among(header, WORDS));
    1 < count.count()
}

/// True where most tests are done: no file holds more results that were deleted than others. No other code of HL7 stands there.
fn are_done<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    let (mut all, mut done) = (0, 0);
    for cell in cells {
        let cell = trim(cell).to_ascii_uppercase();
        match cell.as_str() {
            "D" => done += 1,
            "" | "N" | "X" | "C" => {}
            _ => return false,
        }
        all += 1;
    }
    1 < done && all < 2 * done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpret::reported::{Status, is_unknown_status, status};

    #[test]
    fn a_letter_means_what_it_does_beside_the_others() {
        for (cells, expected) in [
            // German: `vorläufig`, `endgültig`.
            ("E V", "final preliminary"),
            // Dutch, or deleted and verified.
            ("V D", "? cancelled"),
            // HL7.
            ("F D", "final cancelled"),
            ("D P", "cancelled preliminary"),
            ("D Final", "cancelled final"),
            // Nothing tells which.
            ("V F", "final final"),
            ("D V F", "cancelled final final"),
            ("E F", "? final"),
            ("D D", "cancelled cancelled"),
            ("D K", "cancelled ?"),
        ] {
            let letters = StatusLetters::of_cells(cells.split(' '));
            let said = cells.split(' ').map(|cell| {
                let cell = letters.read(cell);
                match status(cell) {
                    _ if is_unknown_status(cell) => "?",
                    Status::Final => "final",
                    Status::Preliminary => "preliminary",
                    _ => "cancelled",
                }
            });
            assert_eq!(said.collect::<Vec<_>>().join(" "), expected, "{cells}");
        }
        // One row alone is nothing to compare it with: the code of HL7.
        let alone = StatusLetters::of_cells(["D"].into_iter());
        assert_eq!(status(alone.read("D")), Status::Cancelled);
        let blanks = StatusLetters::of_cells(["", "D"].into_iter());
        assert_eq!(status(blanks.read("D")), Status::Cancelled);
    }
}
