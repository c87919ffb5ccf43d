//! The form of a LOINC code, and where it stands in a cell.

/// True for a LOINC code with a right check digit (`2823-3`).
pub(crate) fn is_code(text: &str) -> bool {
    let Some((number, check)) = text.trim().split_once('-') else {
        return false;
    };
    let digits = |t: &str| t.bytes().all(|c| c.is_ascii_digit());
    if !(1..=7).contains(&number.len()) || check.len() != 1 || !digits(number) || !digits(check) {
        return false;
    }
    // Luhn: every second digit from the right counts double, nines cast out.
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, c)| {
            let digit = u32::from(c - b'0') * if at % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    (10 - sum % 10) % 10 == u32::from(check.as_bytes()[0] - b'0')
}

/// The object identifier of LOINC.
const OID: &str = "2.16.840.1.113883.6.1";

/// The LOINC code that a cell is, or holds beside the word that it is one: `http://loinc.org|2955-3`, `LN:2955-3`,
/// `2955-3^Sodium^LN`. Nothing where it holds several.
pub(crate) fn in_cell(cell: &str) -> Option<&str> {
    let cell = cell.trim();
    if is_code(cell) {
        return Some(cell);
    }
    let words = || {
        cell.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(|word| !word.is_empty())
    };
    let is_loinc = |word: &str| {
        ["loinc", "ln", "lnc"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name))
    };
    if !words().any(is_loinc) && !cell.contains(OID) {
        return None;
    }
    let mut codes = words().filter(|word| is_code(word));
    let first = codes.next()?;
    codes.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_is_checked() {
        for code in ["2823-3", "2951-2", "29463-7", "72514-3", " 1742-6 "] {
            assert!(is_code(code), "{code}");
        }
        for code in [
            "2823-4", "50802", "GLU-5", "-", "2823-", "2823-33", "²-1", "",
        ] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn a_code_stands_beside_its_system() {
        for cell in [
            "2955-3",
            "LOINC:2955-3",
            "loinc|2955-3",
            "LN:2955-3",
            "LOINC 2955-3",
            "2955-3^Sodium Ur^LN",
            "urn:oid:2.16.840.1.113883.6.1|2955-3",
            "http://loinc.org|2955-3",
            "http://loinc.org/2955-3",
            "2955-3 (LOINC)",
            "2955-3|http://loinc.org",
            "[{'system': 'http://loinc.org', 'code': '2955-3'}, {'system': 'http://snomed.info/sct', 'code': '104935002'}]",
        ] {
            assert_eq!(in_cell(cell), Some("2955-3"), "{cell}");
        }
        for cell in [
            "LAB-2955-3",
            "NA 2955-3",
            "2955-4^Sodium^LN",
            "LN 2955-3 2823-3",
            "LN",
            "",
        ] {
            assert_eq!(in_cell(cell), None, "{cell}");
        }
    }
}
