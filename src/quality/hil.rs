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

/// "3", "HHH": of one of the three, or of which of them, is not told.
#[must_use]
pub(crate) fn is_alone(cell: &str) -> bool {
    let is_number = || cell.bytes().all(|c| c.is_ascii_digit()) && cell.bytes().any(|c| c != b'0');
    let are_letters = || cell.chars().all(|c| "HILhil".contains(c));
    !cell.is_empty() && in_column(cell).is_none() && (is_number() || are_letters())
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
mod tests;
