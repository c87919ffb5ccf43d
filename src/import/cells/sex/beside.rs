//! Where the sex stands: in one column, in several ("Sex", "Gender"), or in a column for each ("Male", "Female").

use super::{FEMALE, MALE, SPANISH, SexLetters, UNCLEAR, answered};
use crate::import::columns::Seen;
use crate::import::file::table::is_blank;
use crate::import::headers::vocabulary;
use crate::person::Sex;
use crate::text::{fold_words, trim};

/// How the cells with the sex are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SexCells {
    /// Of the only column, or the first.
    pub(crate) letters: SexLetters,
    /// Nobody knows whose an `M` alone is in printed limits: it may be a woman's.
    pub(crate) is_m_open: bool,
    /// Whose a `V` is there, if the language tells.
    pub(crate) of_v: Option<Sex>,
    /// Each column, where there are several.
    several: Vec<(usize, SexLetters)>,
    /// The columns that ask whether somebody is male, and whether female, where there are both.
    both: Option<(usize, usize)>,
}

impl SexCells {
    pub(in crate::import) fn of(seen: &Seen, columns: &[usize]) -> SexCells {
        let asks = |column: usize, words: &str| {
            let header = seen.headers.get(column);
            header.is_some_and(|header| vocabulary::is_among(header, words))
        };
        let both = match *columns {
            [one, other] if asks(one, MALE) && asks(other, FEMALE) => Some((one, other)),
            [one, other] if asks(one, FEMALE) && asks(other, MALE) => Some((other, one)),
            _ => None,
        };
        let several = match columns {
            [_] => Vec::new(),
            columns => columns
                .iter()
                .map(|column| (*column, SexLetters::of(seen, &[*column])))
                .collect(),
        };
        SexCells {
            letters: SexLetters::of(seen, columns),
            is_m_open: is_m_open(seen, columns),
            of_v: of_v(seen, columns),
            several,
            both,
        }
    }

    /// True if several cells of a row have to be read.
    pub(in crate::import) fn are_several(&self) -> bool {
        !self.several.is_empty()
    }

    /// What a row says, in a word that means the same everywhere. `first` is the cell of the role.
    pub(in crate::import) fn read<'c>(
        &self,
        first: &'c str,
        cell: impl Fn(usize) -> &'c str,
    ) -> &'c str {
        match self.both {
            Some((male, female)) => of_both(cell(male), cell(female)),
            None if self.are_several() => {
                let columns = self.several.iter();
                of_all(columns.map(|(column, letters)| letters.read(cell(*column))))
            }
            None => self.letters.read(first),
        }
    }
}

/// Words, folded, of languages in which an `M` may be either: `mujer`, `mulher`, or `masculino`.
const M_IS_OPEN: &[&str] = &["hombre", "mujer", "varon", "hembra", "homem", "mulher"];

/// Cells, folded, beside which it is a man's.
const M_IS_MALE: &[&str] = &[
    "m",
    "f",
    "male",
    "female",
    "masculino",
    "femenino",
    "femenina",
    "feminino",
];

/// Is it open by the columns of sexes: by their words, or letters that are Spanish?
fn is_m_open(seen: &Seen, columns: &[usize]) -> bool {
    let is_spanish = |column: &usize| SexLetters::of(seen, &[*column]) == SexLetters::Of(SPANISH);
    if columns.iter().any(is_spanish) {
        return true;
    }
    let cells = columns.iter().flat_map(|column| seen.cells(*column));
    let cells: Vec<String> = cells.map(fold_words).collect();
    let has = |words: &[&str]| cells.iter().any(|cell| words.contains(&cell.as_str()));
    has(M_IS_OPEN) && !has(M_IS_MALE)
}

/// Is a `V` `vrouw` or `varón`, by the letters and words of the columns of sexes, and by their headers?
fn of_v(seen: &Seen, columns: &[usize]) -> Option<Sex> {
    let cells = columns.iter().flat_map(|column| seen.cells(*column));
    let of_words = cells.filter_map(|cell| match fold_words(cell).as_str() {
        "vrouw" => Some(Sex::Female),
        "varon" => Some(Sex::Male),
        _ => None,
    });
    let of_letters = columns.iter().filter_map(|column| {
        let is_spanish = vocabulary::fold(&seen.headers[*column]) == "sexo";
        match SexLetters::of(seen, &[*column]).read("V") {
            "F" => Some(Sex::Female),
            "M" => Some(Sex::Male),
            _ => is_spanish.then_some(Sex::Male),
        }
    });
    let mut said = of_words.chain(of_letters);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// What several cells say: the sex that no other contradicts. A sex and a gender that differ leave it open by which
/// interval to judge.
fn of_all<'c>(cells: impl Iterator<Item = &'c str>) -> &'c str {
    let mut said = "";
    for cell in cells.filter(|cell| !is_blank(cell)) {
        match (Sex::read(said), Sex::read(cell)) {
            (Sex::Unknown, Sex::Unknown) if !said.is_empty() => {}
            (Sex::Unknown, _) => said = cell,
            (_, Sex::Unknown) => {}
            (one, other) if one == other => {}
            _ => return UNCLEAR,
        }
    }
    said
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

    #[test]
    fn several_columns_of_the_sex() {
        for (cells, sex) in [
            (["F", "Female"], "F"),
            (["", "male"], "male"),
            (["unknown", "F"], "F"),
            (["F", "nonbinary"], "F"),
            (["F", "M"], UNCLEAR),
            (["nonbinary", "queer"], "nonbinary"),
            (["", ""], ""),
        ] {
            assert_eq!(of_all(cells.into_iter()), sex, "{cells:?}");
        }
    }
}
