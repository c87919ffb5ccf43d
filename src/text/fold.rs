//! Folding of text, so that `Kalium `, `KALIUM` and `kalium` are one name.

// The build script folds the bundled names with these functions too.

use unicode_normalization::UnicodeNormalization;

/// Lower case, accents removed, one blank between words, no blanks at the ends.
#[must_use]
pub fn fold_words(text: &str) -> String {
    // Most texts, and most words of the bundled lists, have no letter with an accent and no blank too many.
    if is_plain(text) {
        return text.to_ascii_lowercase();
    }
    fold_thoroughly(text)
}

/// True for printable ASCII with single blanks between its words.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let is_blank = byte == b' ';
        if !(byte.is_ascii_graphic() || is_blank) || (is_blank && before == b' ') {
            return false;
        }
        before = byte;
    }
    text.is_empty() || before != b' '
}

fn fold_thoroughly(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.nfkc() {
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

/// A text with each dash, of whatever length, written as the short one: `P—Kalium`, `S–TSH`, `B‐Hb`.
#[must_use]
pub(crate) fn with_plain_dashes(text: String) -> String {
    match text.is_ascii() {
        true => text,
        false => text.replace(is_dash, "-"),
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The key of an analyte's name: lower case, no accents, letters, digits and the few signs that
/// carry meaning (`+` of an ion, `%`, `#`).
#[must_use]
pub fn fold_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded, |c| {
        c.is_alphanumeric() || matches!(c, '+' | '⁺' | '%' | '#')
    });
    folded
}

/// Appends the characters of `text` that are `kept`, in lower case and without accents. Letter and accent may be written as
/// two characters, letters of Latin and of Japanese in another width.
pub(crate) fn fold_into(text: &str, into: &mut String, kept: impl Fn(char) -> bool) {
    let is_kept = |c: &char| kept(*c);
    if text.is_ascii() {
        let chars = text.chars().filter(is_kept);
        chars.for_each(|c| into.push(c.to_ascii_lowercase()));
    } else {
        // What means nothing is left out before it becomes a letter: "HDL™".
        let chars = text.chars().filter(|c| kept(*c) || is_mark(*c)).nfkc();
        chars.filter(is_kept).for_each(|c| fold_char(c, into));
    }
}

/// True for an accent that stands behind its letter, of Latin letters and of Japanese ones.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}'
    )
}

/// Appends `c`, of normalized text (NFKC), in lower case and without its accent.
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
        // Greek letters, and the sign for micro; its capital is what a spreadsheet makes of "µmol/L".
        'μ' | 'Μ' => "u",
        'ά' | 'Ά' => "α",
        'έ' | 'Έ' => "ε",
        'ή' | 'Ή' => "η",
        'ί' | 'ϊ' | 'ΐ' | 'Ί' | 'Ϊ' => "ι",
        'ό' | 'Ό' => "ο",
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' | 'Ϋ' => "υ",
        'ώ' | 'Ώ' => "ω",
        'ς' => "σ",
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
        'й' | 'Й' => "и",
        'ё' | 'Ё' => "е",
        '\u{300}'..='\u{36f}' => "",
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
    fn plain_texts_fold_quickly_as_they_do_thoroughly() {
        let mut plain = 0;
        for first in ["", " ", "A", "z", "\t", "é", "-"] {
            for second in ["", " ", "  ", "B ", "\u{b}", "\u{1f}", "\u{7f}", "ß", "~9"] {
                for third in ["", " ", "\n", "C", "\u{feff}", "\u{a0}", "!"] {
                    let text = [first, second, third].concat();
                    assert_eq!(fold_words(&text), fold_thoroughly(&text), "{text:?}");
                    plain += u32::from(is_plain(&text));
                }
            }
        }
        assert!(30 < plain, "{plain}");
    }

    #[test]
    fn a_dash_of_any_length_is_one() {
        for text in [
            "p-k",
            "p\u{2010}k",
            "p\u{2013}k",
            "p\u{2014}k",
            "p\u{2212}k",
        ] {
            assert_eq!(with_plain_dashes(text.to_string()), "p-k");
        }
    }

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
            // Letter and accent apart, letters of double and of half width.
            ("Prote\u{301}ines", "proteines"),
            ("Ha\u{308}moglobin", "hamoglobin"),
            ("Ｎａ", "na"),
            ("γ－ＧＴＰ", "γgtp"),
            ("ｶﾘｳﾑ", "カリウム"),
            ("ﾍﾓｸﾞﾛﾋﾞﾝ", "ヘモグロビン"),
            ("Железо сывороточное", "железосывороточное"),
            ("Йод", "иод"),
            ("HDL™", "hdl"),
        ] {
            assert_eq!(fold_name(text), key, "{text:?}");
        }
        assert_eq!(fold_words("  See\u{a0} Comments "), "see comments");
    }
}
