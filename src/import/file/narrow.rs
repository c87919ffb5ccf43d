//! Letters, digits and signs of double width, as Chinese and Japanese systems write them, in single width: `５．６`, `（＋）`,
//! `3.5～5.1`; and signs as a web page escapes them: `mmol&#x2F;L`. Not in the cells that say who and when, which stay as they are.

use std::borrow::Cow;

use csv::StringRecord;
use memchr::memchr;
use unicode_normalization::UnicodeNormalization;

/// The width of a sign changes nothing else.
const WIDE: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';

/// How far a letter of double width lies behind the one of ASCII.
const BEHIND: u32 = 0xfee0;

/// Writes the cells of a record in single width, but for those in columns that are `kept`.
pub(in crate::import) fn record(record: &mut StringRecord, kept: impl Fn(usize) -> bool) {
    // Nearly all records have none of these letters.
    let has_escape = memchr(b'&', record.as_slice().as_bytes()).is_some();
    if !has_escape && (record.as_slice().is_ascii() || !record.as_slice().chars().any(is_wide)) {
        return;
    }
    let cells = record.iter().enumerate();
    *record = cells
        .map(|(at, cell)| match kept(at) {
            true => cell.to_string(),
            false => self::cell(cell).into_owned(),
        })
        .collect();
}

/// One cell in single width.
pub(in crate::import) fn cell(cell: &str) -> Cow<'_, str> {
    if memchr(b'&', cell.as_bytes()).is_some() {
        let plain = unescaped(cell);
        return match width(&plain) {
            Cow::Owned(narrow) => Cow::Owned(narrow),
            Cow::Borrowed(_) => plain,
        };
    }
    width(cell)
}

fn width(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() || !cell.chars().any(is_wide) {
        return Cow::Borrowed(cell);
    }
    // A mark behind a letter of half width belongs to it.
    let read = cell.chars().filter(|c| !is_direction(*c)).map(narrow);
    Cow::Owned(match cell.chars().any(is_half) {
        true => read.nfkc().collect(),
        false => read.collect(),
    })
}

/// Signs of units, limits and comparisons, and how a web page escapes them.
#[rustfmt::skip]
const ESCAPES: &[(&str, &[&str])] = &[
    ("/", &["&sol;", "&#47;", "&#x2f;"]),
    ("-", &["&ndash;", "&#8211;", "&#x2013;", "&minus;", "&#8722;", "&#x2212;", "&hyphen;", "&dash;", "&#45;", "&#x2d;"]),
    ("≤", &["&le;", "&#8804;", "&#x2264;"]),
    ("≥", &["&ge;", "&#8805;", "&#x2265;"]),
    ("<", &["&lt;", "&#60;", "&#x3c;"]),
    (">", &["&gt;", "&#62;", "&#x3e;"]),
    ("µ", &["&micro;", "&mu;", "&#181;", "&#xb5;", "&#956;", "&#x3bc;"]),
    ("²", &["&sup2;", "&#178;", "&#xb2;"]),
    ("%", &["&percnt;", "&#37;", "&#x25;"]),
    (" ", &["&nbsp;", "&#160;", "&#xa0;"]),
    (".", &["&period;", "&#46;", "&#x2e;"]),
    (",", &["&comma;", "&#44;", "&#x2c;"]),
];

/// A cell with these signs themselves. Whatever else is escaped stays as it is.
fn unescaped(cell: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(cell);
    let mut from = 0;
    while let Some(at) = plain[from..].find('&').map(|at| from + at) {
        from = at + 1;
        let Some(end) = plain[at..].find(';').map(|end| at + end + 1) else {
            break;
        };
        let escape = plain[at..end].to_ascii_lowercase();
        let mut signs = ESCAPES.iter();
        if let Some((sign, _)) = signs.find(|(_, escapes)| escapes.contains(&escape.as_str())) {
            plain.to_mut().replace_range(at..end, sign);
            from = at + sign.len();
        }
    }
    plain
}

fn is_wide(c: char) -> bool {
    narrow(c) != c || is_half(c) || is_direction(c)
}

/// A letter of Japanese in half width.
fn is_half(c: char) -> bool {
    matches!(c, '\u{ff65}'..='\u{ff9f}')
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        // The wave between two limits, and signs that a font draws as those of mathematics.
        '〜' => '~',
        '≦' => '≤',
        '≧' => '≥',
        '―' => '-',
        '〉' => '>',
        '〈' => '<',
        '∼' => '~',
        // Digits of Arabic and Persian, and the point between them.
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        '\u{66b}' => '.',
        c if WIDE.contains(&c) => char::from_u32(c as u32 - BEHIND).unwrap_or(c),
        c => c,
    }
}

/// A digit of ASCII, by the zero of its script.
fn digit(c: char, zero: char) -> char {
    char::from_u32(c as u32 - zero as u32 + '0' as u32).unwrap_or(c)
}

/// True for what only turns the direction of writing.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_changes_and_nothing_else() {
        let cells = [
            "Ｐ１",
            "５．６",
            "3.5～5.1",
            "≦40",
            "ｱﾐﾗｰｾﾞ（Ｋ）",
            "µ–é²",
            "〉١٠٫۵",
            "\u{200f}5.8",
            "mmol&#x2F;L",
            "3.5&ndash;5.1",
            "&lt;5 &amp; &eacute; & more;",
        ];
        let mut wide = StringRecord::from(cells.to_vec());
        record(&mut wide, |at| at == 0);
        assert_eq!(
            wide,
            StringRecord::from(vec![
                "Ｐ１",
                "5.6",
                "3.5~5.1",
                "≤40",
                "アミラーゼ(K)",
                "µ–é²",
                ">10.5",
                "5.8",
                "mmol/L",
                "3.5-5.1",
                "<5 &amp; &eacute; & more;",
            ])
        );
        let mut ascii = StringRecord::from(vec!["a", "b"]);
        record(&mut ascii, |_| false);
        assert_eq!(ascii, StringRecord::from(vec!["a", "b"]));
    }
}
