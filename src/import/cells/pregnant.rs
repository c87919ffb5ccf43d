//! A pregnancy that stands beside the sex in one cell, or as the number of a trimester.

use super::standing::is_no;
use crate::import::columns::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::rows::PREGNANCY;
use crate::observation::Observation;
use crate::person::Sex;
use crate::text::{fold_words, trim};

/// What may stand beside a sex and says that she is pregnant.
const YES: &[&str] = &[
    "pregnant",
    "currently pregnant",
    "preg",
    "pregnancy",
    "gravid",
    "schwanger",
    "enceinte",
    "embarazada",
    "incinta",
    "gravida",
    "zwanger",
];

/// True if the columns of conditions are all of the trimester.
pub(in crate::import) fn is_trimester(seen: &Seen, columns: &[usize]) -> bool {
    let is_one = |at: &usize| {
        let header = seen.headers.get(*at);
        header.is_some_and(|header| vocabulary::fold(header).contains("trimest"))
    };
    !columns.is_empty() && columns.iter().all(is_one)
}

/// True if a column tells a pregnancy by the code of NHANES: 1 is yes, 2 is no, 3 is not known.
pub(in crate::import) fn is_code(seen: &Seen, columns: &[usize]) -> bool {
    columns.iter().any(|at| is_called(seen, *at, "ridexprg"))
}

/// What a cell under a header of pregnancy says, in words.
pub(in crate::import) fn said(cell: &str, is_code: bool) -> &str {
    match (is_code, cell.trim()) {
        (false, _) => cell,
        (true, "1") => "yes",
        (true, _) => "",
    }
}

/// How a file of patients tells a pregnancy.
#[derive(Clone, Copy, Debug)]
pub(in crate::import) struct Told {
    /// By the code of NHANES.
    by_code: bool,
    /// By its trimester, in a column of its own.
    by_trimester: bool,
}

impl Told {
    pub(in crate::import) fn of(seen: &Seen, columns: &Columns) -> Told {
        Told {
            by_code: is_code(seen, columns.of(Role::Pregnancy)),
            by_trimester: is_trimester(seen, columns.of(Role::Condition)),
        }
    }

    pub(in crate::import) fn is_trimester(self) -> bool {
        self.by_trimester
    }

    /// What the cells say of a pregnancy, unless that is no.
    pub(in crate::import) fn said(self, cell: &str, condition: &str) -> String {
        let unless_no = |cell: &str| match is_blank(cell) || is_no(cell) {
            true => String::new(),
            false => cell.to_string(),
        };
        let said = unless_no(said(cell, self.by_code));
        match trimester(condition).filter(|_| self.by_trimester) {
            Some(meant) => meant.to_string(),
            None if said.is_empty() && self.by_trimester => unless_no(condition),
            None => said,
        }
    }
}

fn is_called(seen: &Seen, column: usize, word: &str) -> bool {
    let header = seen.headers.get(column);
    header.is_some_and(|header| vocabulary::fold(header) == word)
}

/// Puts what is said of a pregnancy where the conditions of the patient stand.
pub(in crate::import) fn set_apart(seen: &mut Observation<'_>, condition_is_trimester: bool) {
    if condition_is_trimester {
        match trimester(seen.condition) {
            Some(meant) => seen.condition = meant,
            // Yes, no, or a word that nobody knows, as under any header of a pregnancy.
            None if seen.pregnancy.is_empty() => {
                seen.pregnancy = std::mem::take(&mut seen.condition);
            }
            None => {}
        }
    }
    if let Some(sex) = beside_sex(seen.sex) {
        seen.sex = sex;
        if !seen.condition.contains(PREGNANCY) {
            seen.condition = PREGNANCY;
        }
    }
}

/// The sex in front of such a word: "Female (pregnant)", "F, pregnant". `None` for any other cell.
pub(in crate::import) fn beside_sex(cell: &str) -> Option<&str> {
    // Nearly every cell is a letter or a word.
    if cell.len() < "F preg".len() {
        return None;
    }
    let (sex, rest) = cell.split_at(cell.find([' ', '(', ',', '-', '/', ';'])?);
    let rest = fold_words(rest.trim_matches([' ', '(', ')', ',', '-', '/', ';']));
    (YES.contains(&rest.as_str()) && Sex::read(sex) == Sex::Female).then(|| trim(sex))
}

/// The condition of the intervals that is meant by a number under "trimester".
fn trimester(cell: &str) -> Option<&'static str> {
    let cell = trim(cell).to_ascii_lowercase();
    // "2.0"
    match cell.strip_suffix(".0").unwrap_or(&cell) {
        "1" | "i" | "t1" | "1st" | "first" => Some("pregnancy-t1"),
        "2" | "ii" | "t2" | "2nd" | "second" => Some("pregnancy-t2"),
        "3" | "iii" | "t3" | "3rd" | "third" => Some("pregnancy-t3"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sex_in_front_of_a_pregnancy() {
        for (cell, sex) in [
            ("Female (pregnant)", Some("Female")),
            ("F (pregnant)", Some("F")),
            ("F, pregnant", Some("F")),
            ("F/pregnant", Some("F")),
            ("weiblich - schwanger", Some("weiblich")),
            ("Female", None),
            ("Female (not pregnant)", None),
            ("F non-pregnant", None),
            ("M (pregnant)", None),
            ("pregnant", None),
            ("Female (unknown)", None),
        ] {
            assert_eq!(beside_sex(cell), sex, "{cell}");
        }
    }

    #[test]
    fn trimesters_by_number() {
        for (cell, meant) in [
            ("3", Some("pregnancy-t3")),
            (" II ", Some("pregnancy-t2")),
            ("1st", Some("pregnancy-t1")),
            ("2.0", Some("pregnancy-t2")),
            ("0", None),
            ("4", None),
            ("third trimester", None),
            ("", None),
        ] {
            assert_eq!(trimester(cell), meant, "{cell}");
        }
    }
}
