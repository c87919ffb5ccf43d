//! What the letter M means in a column of sexes: `mujer` beside `H` for `hombre`, or `V` for `varón`.

use super::columns::Seen;
use super::vocabulary;

/// What the cells and the header of a column tell of its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SexLetters {
    /// `M` is male.
    #[default]
    Usual,
    /// `M` is `mujer`.
    Spanish,
    /// Nothing tells which.
    Open,
    /// 1 is male and 2 female: the codebook of NHANES.
    Numbered,
}

impl SexLetters {
    pub(super) fn of(seen: &Seen, columns: &[usize]) -> SexLetters {
        let Some(column) = columns.first() else {
            return SexLetters::Usual;
        };
        let cells = seen.rows.iter().filter_map(|row| row.get(*column));
        let mut letters: Vec<String> = cells.map(|cell| cell.trim().to_uppercase()).collect();
        letters.retain(|letter| !letter.is_empty());
        let has = |letter: &str| letters.iter().any(|other| other == letter);
        let header = vocabulary::fold(seen.headers.get(*column).map_or("", String::as_str));
        if header == "riagendr" {
            SexLetters::Numbered
        } else if has("F") {
            SexLetters::Usual
        } else if has("H") || has("V") {
            SexLetters::Spanish
        } else if ["sexo", "genero"].contains(&header.as_str())
            && has("M")
            && letters.iter().all(|letter| letter == "M")
        {
            SexLetters::Open
        } else {
            SexLetters::Usual
        }
    }

    /// A cell, in a word that means the same everywhere.
    #[inline]
    pub(crate) fn read(self, cell: &str) -> &str {
        match self {
            SexLetters::Usual => cell,
            SexLetters::Numbered => match cell.trim() {
                "1" | "1.0" => "M",
                "2" | "2.0" => "F",
                _ => cell,
            },
            _ if !matches!(cell.trim(), "M" | "m" | "V" | "v") => cell,
            SexLetters::Spanish if cell.trim().eq_ignore_ascii_case("v") => "varón",
            SexLetters::Spanish => "mujer",
            SexLetters::Open => "",
        }
    }
}
