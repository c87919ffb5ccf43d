//! The form of a LOINC code.

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
}
