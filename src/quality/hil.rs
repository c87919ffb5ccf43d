//! Hemolysis, icterus and lipemia in one text: `H:2+ I:0 L:0`, `H 250 I 3 L 10`, `N/N/N`.

/// The letters, in the order of what is given.
const LETTERS: &[char] = &['h', 'i', 'l'];

/// What stands behind each.
pub(crate) type Grades<'t> = [Option<&'t str>; LETTERS.len()];

/// The text behind the words that the import puts in front of a cell about hemolysis.
#[must_use]
pub(crate) fn behind_heading(text: &str) -> &str {
    let text = text.trim();
    ["Hemolysis index:", "Hemolysis:"]
        .iter()
        .find_map(|heading| text.strip_prefix(heading))
        .map_or(text, str::trim)
}

/// What stands behind each letter, in a comment or a result; `None` if the text is anything else than letters with grades,
/// or has one letter alone.
#[must_use]
pub(crate) fn notation(text: &str) -> Option<Grades<'_>> {
    let found = by_letters(text)?;
    (found[0].is_some() && 1 < found.iter().flatten().count()).then_some(found)
}

/// The same in a column about nothing else: there one letter is enough, or none where three grades stand.
#[must_use]
pub(crate) fn in_column(text: &str) -> Option<Grades<'_>> {
    by_letters(text).or_else(|| by_place(text))
}

fn by_letters(text: &str) -> Option<Grades<'_>> {
    let mut found = [None; LETTERS.len()];
    let mut rest = text.trim();
    if rest.is_empty() || !rest.is_ascii() {
        return None;
    }
    while !rest.is_empty() {
        let letter = rest.chars().next()?.to_ascii_lowercase();
        let place = LETTERS.iter().position(|known| *known == letter)?;
        let behind = rest[1..].trim_start_matches([' ', ':', '=']);
        let is_end = |c: char| matches!(c, ' ' | ',' | ';' | '/' | '|');
        let (grade, more) = behind.split_at(behind.find(is_end).unwrap_or(behind.len()));
        if !is_grade(grade) || found[place].is_some() {
            return None;
        }
        found[place] = Some(grade);
        rest = more.trim_start_matches(is_end);
    }
    Some(found)
}

/// `N/N/N`, `2+/0/0`: in this order.
fn by_place(text: &str) -> Option<Grades<'_>> {
    let mut parts = text.trim().split('/').map(str::trim);
    let found = [parts.next()?, parts.next()?, parts.next()?];
    let is_short =
        |grade: &&str| is_grade(grade) && !grade.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    let all = parts.next().is_none() && found.iter().all(is_short);
    all.then_some(found.map(Some))
}

/// A number with or without a plus, pluses, or a word for none.
fn is_grade(text: &str) -> bool {
    let digits = text.trim_end_matches('+');
    let number = !text.is_empty() && digits.bytes().all(|c| c.is_ascii_digit());
    let words = [
        "n", "neg", "nil", "none", "-", "slight", "moderate", "gross", "trace",
    ];
    number || words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_by_letter() {
        for (text, expected) in [
            ("H:2+ I:0 L:0", Some([Some("2+"), Some("0"), Some("0")])),
            ("H 250 I 3 L 10", Some([Some("250"), Some("3"), Some("10")])),
            ("H=1+, L=neg", Some([Some("1+"), None, Some("neg")])),
            ("L+++", None),
            ("H", None),
            ("HIL", None),
            ("Hold", None),
            ("H:2+ H:0", None),
            ("", None),
        ] {
            assert_eq!(notation(text), expected, "{text}");
        }
    }

    #[test]
    fn grades_in_a_column() {
        for (text, expected) in [
            ("H:2+ I:0 L:0", Some([Some("2+"), Some("0"), Some("0")])),
            ("L+++", Some([None, None, Some("+++")])),
            ("I:3+", Some([None, Some("3+"), None])),
            ("N/N/N", Some([Some("N"), Some("N"), Some("N")])),
            ("2+/0/0", Some([Some("2+"), Some("0"), Some("0")])),
            ("1/2", None),
            ("3/4/2026", None),
            ("2+", None),
            ("slight", None),
        ] {
            assert_eq!(in_column(text), expected, "{text}");
        }
        assert_eq!(behind_heading("Hemolysis: H:0 I:0 L:0"), "H:0 I:0 L:0");
    }
}
