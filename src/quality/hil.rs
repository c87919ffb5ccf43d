//! Hemolysis, icterus and lipemia in one text: `H:2+ I:0 L:0`, `H 250 I 3 L 10`, `N/N/N`.

/// The letters, in the order of what is given.
const LETTERS: &[char] = &['h', 'i', 'l'];

/// What stands behind each.
pub(crate) type Grades<'t> = [Option<&'t str>; LETTERS.len()];

/// Whether something is said of each.
pub(crate) type Alarms = [bool; LETTERS.len()];

/// The text behind the words that the import puts in front of a cell about hemolysis.
#[must_use]
pub(crate) fn behind_heading(text: &str) -> &str {
    let text = text.trim();
    ["Hemolysis index:", "Hemolysis:"]
        .iter()
        .find_map(|heading| text.strip_prefix(heading))
        .map_or(text, str::trim)
}

/// What stands behind each letter, in a comment or a result; `None` if the text is anything else than letters with grades.
/// One letter alone counts behind a heading ("HIL: H2"), and hemolysis with its signs ("H+++").
#[must_use]
pub(crate) fn notation(text: &str) -> Option<Grades<'_>> {
    if let Some(found) = behind_letters(text) {
        return Some(found);
    }
    let found = by_letters(text)?;
    let hemolysis = found[0]?;
    let is_signed = hemolysis.ends_with("++") || hemolysis.len() == 2 && hemolysis.ends_with('+');
    (is_signed || 1 < found.iter().flatten().count()).then_some(found)
}

/// "HIL: H2", "HIL: 250/1/5", "LIH 5/1/250": the heading says in which order they stand.
fn behind_letters(text: &str) -> Option<Grades<'_>> {
    let text = text.trim();
    let (heading, rest) = text.split_at(text.find([':', '=', ' '])?);
    let heading = heading.replace('/', "").to_ascii_lowercase();
    let places: Option<Vec<usize>> = LETTERS.iter().map(|letter| heading.find(*letter)).collect();
    let places = places.filter(|_| heading.len() == LETTERS.len())?;
    let rest = rest.trim_start_matches([':', '=', ' ']);
    by_letters(rest).or_else(|| {
        let parts: Vec<&str> = rest.split('/').map(str::trim).collect();
        let all = parts.len() == LETTERS.len() && parts.iter().all(|part| is_grade(part));
        all.then(|| std::array::from_fn(|letter| parts.get(places[letter]).copied()))
    })
}

/// Which interferents an analyzer's flags name as beyond the limit of this test: `>I.H`, `>I.LI`. In a cell of other words
/// only with its sign: "I.H" may be somebody's initials.
#[must_use]
pub(crate) fn alarms(text: &str, in_flags: bool) -> Alarms {
    let tokens = text.split([' ', ',', ';', '|', '\t', '\n']);
    let named = tokens.filter_map(|token| {
        let token = match token.strip_prefix('>') {
            Some(rest) => rest,
            None if in_flags => token,
            None => return None,
        };
        let letters = token.strip_prefix("I.")?.to_ascii_lowercase();
        let all = !letters.is_empty() && letters.chars().all(|c| LETTERS.contains(&c));
        all.then_some(letters)
    });
    let named: String = named.collect();
    std::array::from_fn(|place| named.contains(LETTERS[place]))
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
            ("H+++", Some([Some("+++"), None, None])),
            ("H 3+", Some([Some("3+"), None, None])),
            ("H+", None),
            ("H2", None),
            ("HIL: H2", Some([Some("2"), None, None])),
            ("HIL: 250/1/5", Some([Some("250"), Some("1"), Some("5")])),
            ("LIH 5/1/250", Some([Some("250"), Some("1"), Some("5")])),
            ("H/I/L: 3+/0/0", Some([Some("3+"), Some("0"), Some("0")])),
            ("HIL 3/4", None),
            ("HIL: see above", None),
            ("Hill 1/2/3", None),
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
    fn flags_of_analyzers() {
        for (text, in_flags, expected) in [
            (">I.H", false, [true, false, false]),
            ("I.H", true, [true, false, false]),
            (">I.LI, >Test", true, [false, true, true]),
            ("Phoned to I.H", false, [false; LETTERS.len()]),
            ("H", true, [false; LETTERS.len()]),
            (">I.", true, [false; LETTERS.len()]),
            (">I.X", true, [false; LETTERS.len()]),
        ] {
            assert_eq!(alarms(text, in_flags), expected, "{text}");
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
