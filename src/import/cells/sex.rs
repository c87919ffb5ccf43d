//! What one letter means in a column of sexes: `M` is `mujer` beside `H` for `hombre`, `V` is `varón` under "Sexo" and
//! `vrouw` under "Geslacht". The header tells the language; where it does not, the letters beside each other may.

mod beside;

pub(crate) use beside::SexCells;

use super::standing::{is_no, is_yes};
use crate::import::columns::Seen;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::person::Sex;
use crate::text::trim;

/// What the cells and the header of a column tell of its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SexLetters {
    /// Each letter means what it does alone.
    #[default]
    Usual,
    /// Letters, upper case, and what they mean here.
    Of(Letters),
    /// Digits, of which the header says what they mean; that of NHANES by its codebook.
    Numbered(Digits),
    /// "Yes" is male, or female, and "no" the other.
    Asked(&'static str),
}

/// The digits of the sexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    female: char,
    male: char,
}

/// Letters that mean something else here than alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    female: &'static str,
    male: &'static str,
    /// Nothing tells which.
    open: &'static str,
}

/// Headers, folded, and the letters of their language. What a letter means alone ("F") it means here too.
const LANGUAGES: &[(&str, Letters)] = &[
    ("geslacht mv vm", of("V", "M")),
    ("kon kjonn mk km", of("K", "M")),
    ("plec", of("K", "M")),
    ("pohlavi pohlavie spol", of("ŽZ", "M")),
    ("cinsiyet cinsiyeti ek", of("K", "E")),
    ("sukupuoli sugu", of("N", "M")),
    ("φυλο", of("ΓΘ", "ΑA")),
    ("lytis", of("M", "V")),
    ("dzimums", of("S", "V")),
    ("jeniskelamin", of("P", "L")),
];

const fn of(female: &'static str, male: &'static str) -> Letters {
    Letters {
        female,
        male,
        open: "",
    }
}

const fn open(letters: &'static str) -> Letters {
    Letters {
        female: "",
        male: "",
        open: letters,
    }
}

/// `M` is `mujer`, `H` `hombre` and `V` `varón`.
const SPANISH: Letters = of("M", "HV");

/// Headers, folded, that ask whether somebody is male, and whether female.
pub(in crate::import) const MALE: &str = "male ismale sexmale gendermale malesex malegender";
pub(in crate::import) const FEMALE: &str =
    "female isfemale sexfemale genderfemale femalesex femalegender";

/// What a cell says whose letter may mean either: not understood, and not silent.
const UNCLEAR: &str = "unclear";

impl SexLetters {
    pub(in crate::import) fn of(seen: &Seen, columns: &[usize]) -> SexLetters {
        let Some(column) = columns.first() else {
            return SexLetters::Usual;
        };
        let header = seen.headers.get(*column).map_or("", String::as_str);
        let cells = seen.rows.iter().filter_map(|row| row.get(*column));
        SexLetters::of_column(header, cells)
    }

    /// Of a column with this header.
    pub(in crate::import) fn of_column<'c>(
        header: &str,
        cells: impl Iterator<Item = &'c str>,
    ) -> SexLetters {
        if let Some(digits) = coded(header) {
            return SexLetters::Numbered(digits);
        }
        let header = vocabulary::fold(header);
        let mut letters: Vec<String> = cells.map(|cell| cell.trim().to_uppercase()).collect();
        letters.retain(|letter| !letter.is_empty());
        letters.sort_unstable();
        letters.dedup();
        let has = |letter: &str| letters.iter().any(|other| other == letter);
        let only = |letter: &str| has(letter) && letters.len() == 1;
        let named = |words: &&(&str, Letters)| words.0.split(' ').any(|word| word == header);
        if header == "riagendr" {
            return SexLetters::Numbered(Digits {
                female: '2',
                male: '1',
            });
        }
        let asks = |words: &str| words.split(' ').any(|word| word == header);
        if let Some((sex, _)) = [("M", MALE), ("F", FEMALE)]
            .into_iter()
            .find(|(_, words)| asks(words))
        {
            return SexLetters::Asked(sex);
        }
        if let Some((_, letters)) = LANGUAGES.iter().find(named) {
            // "F" and "M" stand for what they stand for elsewhere.
            let foreign = letters.female == "M" && has("F");
            return match foreign {
                true => SexLetters::Usual,
                false => SexLetters::Of(*letters),
            };
        }
        let letters = match header.as_str() {
            // `nő` and `férfi`: an F is a man's, unless there is an M for him.
            "nem" | "neme" if has("N") => of("N", "F"),
            "nem" | "neme" if only("F") => open("F"),
            "sexo" | "genero" if !has("F") && (has("H") || has("V")) => SPANISH,
            "sexo" | "genero" if only("M") => open("M"),
            _ if has("F") || has("W") => return SexLetters::Usual,
            // `man` and `vrouw`, or `mujer` and `varón`.
            _ if has("V") => open("MV"),
            _ if has("H") && has("M") => SPANISH,
            // `kobieta`, `kvinna` and `kadın` begin alike.
            _ if has("K") && (has("M") || has("E")) => of("K", "ME"),
            _ => return SexLetters::Usual,
        };
        SexLetters::Of(letters)
    }

    /// A cell, in a word that means the same everywhere.
    #[inline]
    pub(crate) fn read(self, cell: &str) -> &str {
        match self {
            SexLetters::Usual => cell,
            SexLetters::Numbered(digits) => digits.read(cell),
            SexLetters::Of(letters) => letters.read(cell),
            SexLetters::Asked(sex) => answered(sex, cell),
        }
    }
}

/// What digits mean by the words of a header: `Gender (1=male; 2=female)`, `Sex (F=0, M=1)`. Both have to be named, each
/// digit beside its word.
pub(in crate::import) fn coded(header: &str) -> Option<Digits> {
    let start = header.find(['(', '[', ':', '='])?;
    // "Sex 1=M 2=F" has its first digit in front of that.
    let start = header.find(|c: char| c.is_ascii_digit())?.min(start);
    let (of, codes) = header.split_at(start);
    let is_sex = vocabulary::role(of) == Some(Role::Sex);
    let mut tokens: Vec<&str> = Vec::new();
    for word in codes.split(|c: char| !c.is_alphanumeric()) {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, letters) = word.split_at(digits);
        tokens.extend(
            [digits, letters]
                .into_iter()
                .filter(|part| !part.is_empty()),
        );
    }
    if !is_sex || tokens.len() < 4 || !tokens.len().is_multiple_of(2) {
        return None;
    }
    let (mut female, mut male) = (None, None);
    for pair in tokens.chunks_exact(2) {
        let digit = |text: &str| text.parse::<char>().ok().filter(char::is_ascii_digit);
        let (code, word) = match (digit(pair[0]), digit(pair[1])) {
            (Some(code), None) => (code, pair[1]),
            (None, Some(code)) => (code, pair[0]),
            _ => return None,
        };
        let known = match Sex::read(word) {
            Sex::Female => &mut female,
            Sex::Male => &mut male,
            Sex::Unknown => continue,
        };
        if known.replace(code).is_some() {
            return None;
        }
    }
    let (female, male) = female.zip(male)?;
    (female != male).then_some(Digits { female, male })
}

/// The sex that an answer means; any other cell as it is. "F" may be "false".
fn answered<'c>(sex: &'static str, cell: &'c str) -> &'c str {
    let answer = trim(cell).trim_end_matches(".0");
    let is_letter = answer.len() == 1 && answer.bytes().all(|c| c.is_ascii_alphabetic());
    match is_letter && !matches!(answer, "y" | "Y" | "n" | "N") {
        true if matches!(answer, "f" | "F" | "t" | "T") => UNCLEAR,
        true => cell,
        false if is_yes(answer) => sex,
        false if is_no(answer) => match sex {
            "M" => "F",
            _ => "M",
        },
        false => cell,
    }
}

impl Digits {
    fn read(self, cell: &str) -> &str {
        let mut digits = cell.trim().trim_end_matches(".0").chars();
        match (digits.next(), digits.next()) {
            (Some(digit), None) if digit == self.female => "F",
            (Some(digit), None) if digit == self.male => "M",
            _ => cell,
        }
    }
}

impl Letters {
    fn read(self, cell: &str) -> &str {
        let mut chars = trim(cell).chars();
        let (Some(letter), None) = (chars.next(), chars.next()) else {
            return cell;
        };
        let is_of = |letters: &str| letter.to_uppercase().all(|upper| letters.contains(upper));
        if is_of(self.female) {
            "F"
        } else if is_of(self.male) {
            "M"
        } else if is_of(self.open) {
            // Where all are alike, the user may say what they are.
            match self.open.chars().count() {
                1 => "",
                _ => UNCLEAR,
            }
        } else {
            cell
        }
    }
}

#[cfg(test)]
mod tests;
