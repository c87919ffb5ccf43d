//! Folding of text, so that `Kalium `, `KALIUM` and `kalium` are one name.

// The build script folds the bundled names with these functions too.

/// Lower case, accents removed, one blank between words, no blanks at the ends.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{feff}' {
            blank = !folded.is_empty();
            continue;
        }
        if blank {
            folded.push(' ');
            blank = false;
        }
        fold_char(c, &mut folded);
    }
    folded
}

/// The key of an analyte's name: lower case, no accents, letters, digits and the few signs that
/// carry meaning (`+` of an ion, `%`, `#`).
#[must_use]
pub fn fold_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || matches!(c, '+' | '⁺' | '%' | '#') {
            fold_char(c, &mut folded);
        }
    }
    folded
}

/// Appends `c` in lower case and without its accent.
pub(crate) fn fold_char(c: char, into: &mut String) {
    if c.is_ascii() {
        into.push(c.to_ascii_lowercase());
        return;
    }
    let plain = match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => "a",
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => "i",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ø' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => "u",
        'ç' | 'Ç' => "c",
        'ñ' | 'Ñ' => "n",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'µ' | 'μ' => "u",
        'ř' | 'Ř' | 'ŕ' | 'Ŕ' => "r",
        'š' | 'Š' | 'ś' | 'Ś' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'č' | 'Č' | 'ć' | 'Ć' => "c",
        'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => "z",
        'ě' | 'Ě' | 'ę' | 'Ę' => "e",
        'ą' | 'Ą' | 'ă' | 'Ă' => "a",
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ĺ' | 'Ĺ' => "l",
        'ń' | 'Ń' | 'ň' | 'Ň' => "n",
        'ů' | 'Ů' | 'ű' | 'Ű' => "u",
        'ő' | 'Ő' => "o",
        'ď' | 'Ď' | 'đ' | 'Đ' => "d",
        'ť' | 'Ť' | 'ț' | 'Ț' | 'ţ' | 'Ţ' => "t",
        'ğ' | 'Ğ' => "g",
        'ı' | 'İ' => "i",
        '₀'..='₉' => {
            into.push(char::from(b'0' + (c as u32 - '₀' as u32) as u8));
            return;
        }
        '⁺' => "+",
        '²' => "2",
        '³' => "3",
        _ => {
            into.extend(c.to_lowercase());
            return;
        }
    };
    into.push_str(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_one_key() {
        for (text, key) in [
            ("Potassium ", "potassium"),
            ("K+", "k+"),
            ("K⁺", "k+"),
            ("Gamma-GT", "gammagt"),
            ("25-OH Vitamin D", "25ohvitamind"),
            ("Protéines totales", "proteinestotales"),
            ("Natrium i. S.", "natriumis"),
            ("MG/DL", "mgdl"),
            ("Größe", "grosse"),
        ] {
            assert_eq!(fold_name(text), key, "{text:?}");
        }
        assert_eq!(fold_words("  See\u{a0} Comments "), "see comments");
    }
}
