//! Cells that a spreadsheet would take for a formula when it opens the file.

/// True if a cell begins like a formula and is not a plain number.
pub(super) fn would_run(text: &str) -> bool {
    // Most cells begin with a letter or a digit and need no further look.
    if text
        .as_bytes()
        .first()
        .is_none_or(|first| first.is_ascii_alphanumeric())
    {
        return false;
    }
    let core = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
    // The full-width signs are formulas too where East Asian input is set.
    core.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        && !is_plain_number(core)
}

/// An optional sign, digits with at most one decimal mark, an optional exponent.
fn is_plain_number(text: &str) -> bool {
    let text = text.trim_end_matches(' ');
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (
            mantissa,
            Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)),
        ),
        None => (text, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let mut parts = mantissa.splitn(2, ['.', ',']);
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next();
    (digits(whole) || (whole.is_empty() && fraction.is_some_and(digits)))
        && fraction.is_none_or(|fraction| fraction.is_empty() || digits(fraction))
        && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_and_numbers() {
        for text in [
            "=1+1",
            "  =cmd|' /C calc'!A0",
            "+SUM(A1)",
            "-2+3",
            "@x",
            "\tx",
            "\rx",
            "-",
            "+1-2",
            "＝1",
            "-1.2.3",
            "-1e",
            "--1",
            "\u{a0}=1",
            "+49 30 1234",
        ] {
            assert!(would_run(text), "{text:?}");
        }
        for text in [
            "", "5.9", "-3.2", "+5", "-1,5", "-.5", "-5.", "-1.5E+05", " -3", "K+", "<10", ">=5",
            "Na=140", "(neg)", "é",
        ] {
            assert!(!would_run(text), "{text:?}");
        }
    }
}
