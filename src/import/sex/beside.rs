//! Where the sex stands: in one column, or in a column for each ("Male", "Female").

use super::{FEMALE, MALE, SexLetters, UNCLEAR, answered};
use crate::import::columns::Seen;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use crate::text::trim;

/// How the cells with the sex are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SexCells {
    pub(crate) letters: SexLetters,
    /// The columns that ask whether somebody is male, and whether female, where there are both.
    both: Option<(usize, usize)>,
}

impl SexCells {
    pub(in crate::import) fn of(seen: &Seen, columns: &[usize]) -> SexCells {
        let asks = |column: usize, words: &str| {
            let header = seen.headers.get(column).map_or("", String::as_str);
            let header = vocabulary::fold(header);
            words.split(' ').any(|word| word == header)
        };
        let both = match *columns {
            [one, other] if asks(one, MALE) && asks(other, FEMALE) => Some((one, other)),
            [one, other] if asks(one, FEMALE) && asks(other, MALE) => Some((other, one)),
            _ => None,
        };
        SexCells {
            letters: SexLetters::of(seen, columns),
            both,
        }
    }

    /// True if two cells of a row have to be read.
    pub(in crate::import) fn are_two(&self) -> bool {
        self.both.is_some()
    }

    /// What a row says, in a word that means the same everywhere. `first` is the cell of the role.
    pub(in crate::import) fn read<'c>(
        &self,
        first: &'c str,
        cell: impl Fn(usize) -> &'c str,
    ) -> &'c str {
        match self.both {
            None => self.letters.read(first),
            Some((male, female)) => of_both(cell(male), cell(female)),
        }
    }
}

/// What two answers come to: the sex that one says and the other does not deny. Yes to both, or no, is not understood.
fn of_both<'c>(male: &'c str, female: &'c str) -> &'c str {
    let said = |sex: &'static str, cell: &'c str| {
        let marked = ["x", "✓", "✔"].contains(&trim(cell).to_ascii_lowercase().as_str());
        match marked {
            true => sex,
            false if is_blank(cell) => "",
            false => answered(sex, cell),
        }
    };
    match (said("M", male), said("F", female)) {
        (only, "") | ("", only) => only,
        (one, other) if one == other => one,
        _ => UNCLEAR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_for_each_sex() {
        for (male, female, sex) in [
            ("1", "0", "M"),
            ("0", "1", "F"),
            ("", "1", "F"),
            ("1", "", "M"),
            ("0", "", "F"),
            ("x", "", "M"),
            ("", "X", "F"),
            ("yes", "no", "M"),
            ("", "", ""),
            ("1", "1", UNCLEAR),
            ("0", "0", UNCLEAR),
            ("x", "x", UNCLEAR),
            ("x", "1", UNCLEAR),
        ] {
            assert_eq!(of_both(male, female), sex, "{male:?} {female:?}");
        }
    }
}
