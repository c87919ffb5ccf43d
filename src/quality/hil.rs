//! Hemolysis, icterus and lipemia in one text: `H:2+ I:0 L:0`, `H 250 I 3 L 10`, `LIH 3+ N N`, `N/N/N`.

use scan::{DIGITS, Entries, grade, heading};

mod scan;

/// The letters, in the order of what is given.
const LETTERS: &[char] = &['h', 'i', 'l'];

/// What stands behind each.
pub(crate) type Grades<'t> = [Option<&'t str>; LETTERS.len()];

/// Which of the letters each of three grades is of.
pub(crate) type Order = [usize; LETTERS.len()];

/// Whether something is said of each.
pub(crate) type Alarms = [bool; LETTERS.len()];

/// What stands in a text, and whether that is all of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Notation<'t> {
    pub(crate) grades: Grades<'t>,
    pub(crate) is_all: bool,
}

/// The text behind the words that the import puts in front of a cell about hemolysis.
#[must_use]
pub(crate) fn behind_heading(text: &str) -> &str {
    let text = text.trim();
    ["Hemolysis index:", "Hemolysis:"]
        .iter()
        .find_map(|heading| text.strip_prefix(heading))
        .map_or(text, str::trim)
}

/// What stands behind each letter, wherever it stands in a comment or a result. One letter alone counts behind a heading
/// ("HIL: H2"), and hemolysis with its signs ("H+++"); numbers without a heading only beside all three letters, so that two
/// limits are none.
#[must_use]
pub(crate) fn notation(text: &str) -> Option<Notation<'_>> {
    let mut before = None;
    let starts = text.char_indices().filter(move |(_, c)| {
        let begins = !before.replace(*c).is_some_and(char::is_alphanumeric);
        begins && c.is_alphabetic()
    });
    starts.map(|(at, _)| at).find_map(|at| {
        let rest = &text[at..];
        let is_first = !text[..at].contains(char::is_alphanumeric);
        let (grades, behind) = headed(rest).or_else(|| lettered(rest, is_first))?;
        let is_all = is_first && !behind.contains(char::is_alphanumeric);
        Some(Notation { grades, is_all })
    })
}

/// "HIL: H2", "HIL: 250/1/5", "LIH 5 1 250", "Serum indices H 200 I 2 L 10": a heading of letters says in which order they
/// stand.
fn headed(text: &str) -> Option<(Grades<'_>, &str)> {
    let (order, behind) = heading(text)?;
    let found = Entries::of(behind);
    match found.count() {
        0 => by_place(behind, order),
        _ => Some((found.grades, found.behind)),
    }
}

fn lettered(text: &str, is_first: bool) -> Option<(Grades<'_>, &str)> {
    let found = Entries::of(text);
    let hemolysis = found.grades[0]?;
    let is_all = is_first && !found.behind.contains(char::is_alphanumeric);
    let is_signed =
        |grade: &str| grade.ends_with("++") || (grade.len() == 2 && grade.ends_with('+'));
    let is_said = match found.count() {
        1 if found.has_unit => false,
        1 => is_signed(hemolysis) || found.is_index && (is_all || found.is_set_off),
        2 => is_all || found.grades.iter().flatten().any(|grade| is_signed(grade)),
        _ => true,
    };
    let is_written = is_all || text.starts_with(char::is_uppercase);
    (is_said && is_written).then_some((found.grades, found.behind))
}

/// Three grades in an order, and nothing that makes more of them: a date is none.
fn by_place(text: &str, order: Order) -> Option<(Grades<'_>, &str)> {
    let mut found = [None; LETTERS.len()];
    let mut rest = text;
    for (at, place) in found.iter_mut().enumerate() {
        if 0 < at {
            let behind = scan::skip(rest);
            let behind = behind
                .strip_prefix(['/', ',', ';', '|', '-'])
                .unwrap_or(behind);
            if behind.len() == rest.len() {
                return None;
            }
            rest = scan::skip(behind);
        }
        let (text, behind) = grade(rest)?;
        (*place, rest) = (Some(text), behind);
    }
    let goes_on = rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
    let is_date = found[2]
        .is_some_and(|year: &str| year.len() == DIGITS && year.starts_with(['1', '2']))
        && found[..2].iter().flatten().all(|part| part.len() <= 2);
    (!goes_on && !is_date).then(|| (std::array::from_fn(|letter| found[order[letter]]), rest))
}

/// The order of the grades under a name that is nothing but a heading for them: "HIL", "LIH index", "Serum indices".
#[must_use]
pub(crate) fn order_under(name: &str) -> Option<Order> {
    let (order, behind) = heading(name.trim())?;
    behind.trim().is_empty().then_some(order)
}

/// The grades of a cell under such a name.
#[must_use]
pub(crate) fn under(order: Order, cell: &str) -> Option<Grades<'_>> {
    let cell = cell.trim();
    let by_place = by_place(cell, order).filter(|(_, behind)| behind.trim().is_empty());
    by_letters(cell).or(by_place.map(|(grades, _)| grades))
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
    if is_flagged(text) {
        return [true; LETTERS.len()];
    }
    std::array::from_fn(|place| named.contains(LETTERS[place]))
}

/// "HIL positive", "HIL flagged".
fn is_flagged(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let raised = [
        "positive", "pos", "flagged", "exceeded", "elevated", "alarm",
    ];
    let mut next = || words.find(|word| !word.is_empty()).unwrap_or_default();
    ["hil", "lih"].contains(&next()) && raised.contains(&next())
}

/// The same in a column about nothing else: there one letter is enough, or none where three grades stand.
#[must_use]
pub(crate) fn in_column(text: &str) -> Option<Grades<'_>> {
    let headed = || headed(text.trim()).map(|(grades, _)| grades);
    by_letters(text).or_else(|| of_short(text)).or_else(headed)
}

fn by_letters(text: &str) -> Option<Grades<'_>> {
    let found = Entries::of(text.trim());
    let is_all = 0 < found.count() && found.behind.trim().is_empty();
    is_all.then_some(found.grades)
}

/// `N/N/N`, `2+/0/0`, `+++,-,-`: in this order. Longer numbers are those of a date.
fn of_short(text: &str) -> Option<Grades<'_>> {
    let is_short = |grade: &&str| !grade.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    let (found, behind) = by_place(text.trim(), [0, 1, 2])?;
    let all = behind.is_empty() && found.iter().flatten().all(is_short);
    all.then_some(found)
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
            ("H:2+ H:0", Some([Some("2+"), None, None])),
            ("", None),
            // Anywhere in a text, with a heading or without.
            (
                "H=200 I=1 L=10.",
                Some([Some("200"), Some("1"), Some("10")]),
            ),
            (
                "Verified. H3+ I0 L0",
                Some([Some("3+"), Some("0"), Some("0")]),
            ),
            (
                "HIL: 3+/0/0 called",
                Some([Some("3+"), Some("0"), Some("0")]),
            ),
            ("(H3+ I0 L0)", Some([Some("3+"), Some("0"), Some("0")])),
            ("*H3+,I0,L0* AB", Some([Some("3+"), Some("0"), Some("0")])),
            (
                "H:3+\u{a0}I:0\nL:0",
                Some([Some("3+"), Some("0"), Some("0")]),
            ),
            (
                "Serum indices: H 200 I 2 L 10",
                Some([Some("200"), Some("2"), Some("10")]),
            ),
            (
                "Serum indices H=3+ I=N L=N",
                Some([Some("3+"), Some("N"), Some("N")]),
            ),
            ("Index H: 3+", Some([Some("3+"), None, None])),
            ("HIL 2 0 1", Some([Some("2"), Some("0"), Some("1")])),
            ("LIH 3+ N N", Some([Some("N"), Some("N"), Some("3+")])),
            ("H,I,L = 3,0,0", Some([Some("3"), Some("0"), Some("0")])),
            ("HI 3+", Some([Some("3+"), None, None])),
            ("HI: 3+", Some([Some("3+"), None, None])),
            ("HI=150", Some([Some("150"), None, None])),
            ("H.I. 200", Some([Some("200"), None, None])),
            ("HEM:3 ICT:0 LIP:0", Some([Some("3"), Some("0"), Some("0")])),
            (
                "Hem 150 Ict 2 Lip 10",
                Some([Some("150"), Some("2"), Some("10")]),
            ),
            ("H2I0L0", Some([Some("2"), Some("0"), Some("0")])),
            // Limits, names, dates, hours.
            ("Ref L 135 H 145", None),
            ("Ref H 145 L 135", None),
            ("H 5.1 L 3.5", None),
            ("Said hi 3 times", None),
            ("pH 3+", None),
            ("HIL 12/10/2026", None),
            ("H 5.1", None),
            ("Index case", None),
            ("Hi", None),
        ] {
            assert_eq!(notation(text).map(|found| found.grades), expected, "{text}");
        }
    }

    #[test]
    fn grades_under_a_name() {
        for (name, cell, expected) in [
            ("HIL", "3+/0/0", Some([Some("3+"), Some("0"), Some("0")])),
            (
                "Serum indices",
                "2/0/1",
                Some([Some("2"), Some("0"), Some("1")]),
            ),
            (
                "Serum Index",
                "200/1/10",
                Some([Some("200"), Some("1"), Some("10")]),
            ),
            ("HIL", "+++,-,-", Some([Some("+++"), Some("-"), Some("-")])),
            ("HIL", "H2I0L0", Some([Some("2"), Some("0"), Some("0")])),
            ("HIL", "3-0-0", Some([Some("3"), Some("0"), Some("0")])),
            ("LIH", "-/-/+++", Some([Some("+++"), Some("-"), Some("-")])),
            ("H/I/L", "1 0 0", Some([Some("1"), Some("0"), Some("0")])),
            ("HIL", "see comment", None),
            ("HIL", "2/0", None),
            ("Hill", "2/0/0", None),
            ("Index finger", "2/0/0", None),
        ] {
            let found = order_under(name).and_then(|order| under(order, cell));
            assert_eq!(found, expected, "{name} {cell}");
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
            ("HIL positive", false, [true; LETTERS.len()]),
            ("HIL flagged", false, [true; LETTERS.len()]),
            (
                "HIL checked, flagged by ward",
                false,
                [false; LETTERS.len()],
            ),
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
