//! One key for all the ways in which a unit is written.

// The build script folds the bundled spellings with these functions too.
use unicode_normalization::UnicodeNormalization;

use crate::text::fold_char;

/// One key for all spellings of a unit that differ only in case, blanks, brackets, the sign for
/// micro, HTML escapes, or how a power is written.
#[must_use]
pub fn fold_unit(spelling: &str) -> String {
    let spelling = spelling.trim().trim_end_matches('.');
    let spelling = match (spelling.chars().next(), spelling.chars().next_back()) {
        // "[mg/dL]" and "(mg/dL)" but not "[IU]/L".
        (Some('('), Some(')')) => &spelling[1..spelling.len() - 1],
        (Some('['), Some(']')) if spelling.matches('[').count() == 1 => {
            &spelling[1..spelling.len() - 1]
        }
        _ => spelling,
    };
    // µ read as Latin-1 where it was UTF-8.
    let unspoiled = match spelling.contains('Â') {
        true => spelling.replace("Âµ", "µ").replace("Âμ", "µ"),
        false => String::new(),
    };
    let spelling = if unspoiled.is_empty() {
        spelling
    } else {
        &unspoiled
    };
    let mut folded = String::with_capacity(spelling.len());
    // International units in Cyrillic: in small letters they may be a thousandth of a unit.
    let spelling = match spelling.strip_prefix("МЕ/") {
        Some(rest) => {
            folded.push_str("iu/");
            rest
        }
        None => spelling,
    };
    let is_slash = spelling.matches('_').count() == 1 && !spelling.contains(['/', '{']);
    // "㎎/㎗" is mg/dL.
    for c in spelling.nfkc() {
        match c {
            c if c.is_whitespace() => {}
            // Where a system allows no slash: `MMOL_L`.
            '_' if is_slash => folded.push('/'),
            '×' => folded.push('x'),
            '∕' | '⁄' => folded.push('/'),
            '·' => folded.push('.'),
            _ => fold_char(c, &mut folded),
        }
    }
    // Most spellings hold nothing of what follows.
    let seldom = |byte: u8| byte == b'&' || !byte.is_ascii();
    let seldom = folded.bytes().any(seldom) || folded.contains("lit");
    let long = [
        ("&micro;", "u"),
        ("&mu;", "u"),
        ("&#181;", "u"),
        ("&#956;", "u"),
        ("&#xb5;", "u"),
        ("&gt;", ">"),
        ("&lt;", "<"),
        ("\u{fffd}", "u"),
        ("litre", "l"),
        ("liter", "l"),
    ];
    for (long, short) in long.iter().filter(|_| seldom) {
        if folded.contains(long) {
            folded = folded.replace(long, short);
        }
    }
    // "mc" stands for micro before a unit: mcg, mcmol, mcIU, mcL.
    for start in ["mcg", "mcmol", "mciu", "mcu", "mckat", "mkmol"] {
        if folded.starts_with(start) {
            folded.replace_range(..2, "u");
            break;
        }
    }
    // "mmol/Lt", "mEq/lit".
    for short in ["/lt", "/lit"] {
        if folded.ends_with(short) {
            folded.truncate(folded.len() - short.len() + "/l".len());
        }
    }
    // "10**9/L"
    let power = folded.replace("**", "*");
    let power = with_slash(&power).unwrap_or(power);
    power.replace("/mcl", "/ul").replace("/mcg", "/ug")
}

/// A volume with a power of minus one, behind a slash: `mmol.l-1`, `mg dL^-1`, `g·L⁻¹`. Of "ul-1" nobody knows where the
/// volume begins.
fn with_slash(folded: &str) -> Option<String> {
    let base = ["-1", "\u{2212}1"]
        .iter()
        .find_map(|power| folded.strip_suffix(power))?;
    let base = base.trim_end_matches('^');
    ["dl", "ml", "l"].iter().find_map(|volume| {
        let before = base.strip_suffix(volume)?;
        let amount = before.trim_end_matches(['.', '*']);
        let is_apart = amount.len() < before.len();
        (!amount.is_empty() && (is_apart || 2 <= amount.len()))
            .then(|| format!("{amount}/{volume}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_to_one_key() {
        for (a, b) in [
            ("µmol/L", "umol/l"),
            ("μmol/L", "UMOL/L"),
            ("mcmol/L", "umol/L"),
            ("&micro;mol/L", "umol/L"),
            ("mcg/dL", "ug/dL"),
            ("K/mcL", "K/uL"),
            ("x10⁹/L", "x109/l"),
            ("mmol/ L", "mmol/L"),
            ("[mg/dL]", "mg/dL"),
            ("mg / dL", "mg/dl"),
            ("㎎/㎗", "mg/dL"),
            ("ｍｇ／ｄＬ", "mg/dL"),
            ("МЕ/л", "IU/л"),
            ("Âµmol/L", "umol/L"),
            ("mmol/Lt", "mmol/L"),
            ("10**9/L", "10*9/L"),
            ("mEq/lit.", "mEq/L"),
            ("MMOL_L", "mmol/L"),
            ("U_L", "U/L"),
            ("mmol·L-1", "mmol/L"),
            ("mg dL^-1", "mg/dL"),
            ("mg·dL⁻¹", "mg/dL"),
            ("U.L-1", "U/L"),
            ("10*9.L-1", "10*9/L"),
            // What a spreadsheet makes of it in capitals.
            ("ΜMOL/L", "µmol/L"),
        ] {
            assert_eq!(fold_unit(a), fold_unit(b), "{a} and {b}");
        }
        assert_ne!(fold_unit("ul-1"), fold_unit("U/L"));
        assert_ne!(fold_unit("[IU]/L"), fold_unit("IU/L"));
        assert_ne!(fold_unit("мЕ/л"), fold_unit("IU/л"));
    }
}
