//! What a Japanese code of a test (JLAC10) says of the material: `3C015000002327101` is a creatinine of serum.

use crate::specimen::Specimen;

/// Characters of the analyte and of what tells it from another one, in front of the material.
const BEFORE: usize = 9;

/// Characters of the material, and of a code without and with what tells results apart.
const MATERIAL: usize = 3;
const SHORTEST: usize = 15;
const LONGEST: usize = 17;

/// The material that a code names; nothing for any other code, and for a material that is not known here.
pub(super) fn material(code: &str) -> Specimen {
    let code = code.trim();
    // "3C015-0000-023-271-01"
    let whole: String = match code.as_bytes().get(5) {
        Some(b'-') => code.chars().filter(|c| *c != '-').collect(),
        _ => code.to_string(),
    };
    let bytes = whole.as_bytes();
    let is_code = (SHORTEST..=LONGEST).contains(&bytes.len())
        && bytes[0].is_ascii_digit()
        && bytes[1].is_ascii_alphabetic()
        && bytes[2..BEFORE + MATERIAL].iter().all(u8::is_ascii_digit)
        // What has no method is written with strokes.
        && bytes[BEFORE + MATERIAL..].iter().all(|c| c.is_ascii_digit() || *c == b'-');
    match is_code.then(|| &whole[BEFORE..BEFORE + MATERIAL]) {
        Some("001" | "002" | "003" | "004") => Specimen::Urine,
        Some("019") => Specimen::WholeBlood,
        Some("022") => Specimen::Plasma,
        Some("023") => Specimen::Serum,
        Some("041") => Specimen::Csf,
        _ => Specimen::Unstated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_material_in_a_code() {
        for (code, expected) in [
            ("3C015000000127101", Specimen::Urine),
            ("3C015000000427101", Specimen::Urine),
            ("3C015000002327101", Specimen::Serum),
            ("3C0150000023271", Specimen::Serum),
            ("3C015-0000-022-271-01", Specimen::Plasma),
            ("3B0450000023---01", Specimen::Serum),
            ("2A990000001930101", Specimen::WholeBlood),
            ("3C015000004127101", Specimen::Csf),
            ("3C015000009927101", Specimen::Unstated),
            ("3C015", Specimen::Unstated),
            ("2160-0", Specimen::Unstated),
            ("CREA00000000000", Specimen::Unstated),
            ("123456789012345", Specimen::Unstated),
            ("３Ｃ０１５", Specimen::Unstated),
        ] {
            assert_eq!(material(code), expected, "{code}");
        }
    }
}
