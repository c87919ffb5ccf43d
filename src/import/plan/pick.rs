//! Where in a record the text for a role stands.

use csv::StringRecord;
use foldhash::HashSet;

use crate::import::cells::fluid;
use crate::import::columns::Seen;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::text::{is_null, is_one_of, trim};

/// Stands for "no column".
const NONE: usize = usize::MAX;

/// Where the text for a role is: a column, and columns that stand in where it is blank.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pick {
    first: usize,
    rest: Vec<usize>,
    /// It is the name of a test.
    is_name: bool,
    /// It says which patient or which sample.
    is_identifier: bool,
    /// `NULL` in a cell says nothing: no code is called so. `NA` is sodium's.
    has_nulls: bool,
    /// Nor does a dash, which is no flag there.
    has_dashes: bool,
    /// `NA` is sodium, but beside these texts.
    sodium: Option<HashSet<String>>,
}

impl Pick {
    pub(super) fn new(role: Role, columns: &[usize], seen: &Seen) -> Pick {
        let rest = match columns {
            [_, rest @ ..] if role.falls_back() => rest.to_vec(),
            _ => Vec::new(),
        };
        Pick {
            first: columns.first().copied().unwrap_or(NONE),
            rest,
            is_name: role == Role::Name,
            is_identifier: matches!(role, Role::Patient | Role::Sample),
            has_nulls: !matches!(role, Role::Name | Role::Code | Role::Loinc),
            has_dashes: matches!(
                role,
                Role::Value | Role::Unit | Role::Low | Role::High | Role::Range
            ),
            sodium: match role {
                Role::Name => sodium(columns, seen),
                _ => None,
            },
        }
    }

    #[inline]
    fn is_silent(&self, text: &str) -> bool {
        says_nothing(text)
            || (self.is_name && is_no_name(text) && !(self.sodium.is_some() && is_sodium(text)))
            || (self.is_identifier && is_no_identifier(text))
            || (self.has_nulls && is_null(text))
            || (self.has_dashes && text.trim().bytes().all(|c| c == b'-'))
    }

    /// Does its first column say nothing in this record?
    #[inline]
    fn is_first_silent(&self, record: &StringRecord) -> bool {
        let text = record.get(self.first).unwrap_or("");
        self.is_silent(text) || (is_sodium(text) && self.is_missing(record))
    }

    /// Does `NA` stand beside what shows that it is no name here?
    fn is_missing(&self, record: &StringRecord) -> bool {
        let mut rest = self.rest.iter().filter_map(|at| record.get(*at));
        let tests = self.sodium.as_ref();
        tests.is_some_and(|tests| rest.any(|text| tests.contains(text.trim())))
    }

    /// All its columns.
    pub(crate) fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        let first = self.is_some().then_some(self.first);
        first.into_iter().chain(self.rest.iter().copied())
    }

    /// True if there is a column.
    pub(crate) fn is_some(&self) -> bool {
        self.first != NONE
    }

    /// The text in a record. What stands where there is no identifier names nobody: two people would be one.
    #[inline]
    pub(crate) fn text<'r>(&self, record: &'r StringRecord) -> &'r str {
        let text = record.get(self.first).unwrap_or("");
        let is_none = self.is_identifier && is_no_identifier(text);
        if !is_none && (self.rest.is_empty() || !self.is_first_silent(record)) {
            return text;
        }
        let own = if is_none { "" } else { text };
        self.stand_in(record).map_or(own, |(_, text)| text)
    }

    /// The column whose text [`Pick::text`] gives, counted from one.
    #[inline]
    pub(crate) fn column(&self, record: &StringRecord) -> usize {
        let first = self.first.wrapping_add(1);
        if self.rest.is_empty() || !self.is_first_silent(record) {
            return first;
        }
        self.stand_in(record)
            .map_or(first, |(column, _)| column + 1)
    }

    /// What another column of the role says, where the first says something too.
    #[inline]
    pub(crate) fn beside<'r>(&self, record: &'r StringRecord) -> &'r str {
        if self.rest.is_empty() || self.is_first_silent(record) {
            return "";
        }
        self.stand_in(record).map_or("", |(_, text)| text)
    }

    /// What each of its columns says that says something, with the column.
    pub(crate) fn all<'r>(
        &self,
        record: &'r StringRecord,
    ) -> impl Iterator<Item = (usize, &'r str)> {
        let texts = self.columns().map(|at| (at, record.get(at).unwrap_or("")));
        texts.filter(|(_, text)| !self.is_silent(text))
    }

    #[cold]
    fn stand_in<'r>(&self, record: &'r StringRecord) -> Option<(usize, &'r str)> {
        let texts = self
            .rest
            .iter()
            .map(|at| (*at, record.get(*at).unwrap_or("")));
        texts.into_iter().find(|(_, text)| !self.is_silent(text))
    }
}

/// Beside them `NA` is one, too.
const SYMBOLS: &[&str] = &["k", "cl", "k+", "cl-"];

/// Where `NA` is sodium in the first of these columns, the texts beside which it is none. It names others by their symbols, and what
/// stands beside sodium is no test: nothing, or a panel, which stands beside others, too.
fn sodium(columns: &[usize], seen: &Seen) -> Option<HashSet<String>> {
    let (first, rest) = columns.split_first()?;
    if !seen.cells(*first).any(|name| is_one_of(name, SYMBOLS)) {
        return None;
    }
    let own = |row: &StringRecord| row.get(*first).unwrap_or("").to_string();
    let beside = |row: &StringRecord| {
        let cells = rest.iter().filter_map(|at| row.get(*at)).map(str::trim);
        let said = cells.filter(|cell| !says_nothing(cell) && !is_no_name(cell));
        said.map(str::to_string).collect::<Vec<_>>()
    };
    let (of_sodium, others): (Vec<_>, Vec<_>) =
        seen.rows.iter().partition(|row| is_sodium(&own(row)));
    let known = others
        .into_iter()
        .filter(|row| (seen.known)(own(row).trim()));
    let of_symbols: HashSet<(String, String)> = known
        .flat_map(|row| beside(row).into_iter().map(move |text| (own(row), text)))
        .collect();
    let of_sodium: Vec<Vec<String>> = of_sodium.into_iter().map(beside).collect();
    if has_own_name(&of_sodium, &of_symbols, seen) {
        return Some(HashSet::default());
    }
    let panels: HashSet<String> = of_symbols.into_iter().map(|(_, text)| text).collect();
    let is_test = |text: &String| !panels.contains(text);
    let names_one = |row: &Vec<String>| row.iter().any(|text| (seen.known)(text));
    let is_one = |row: &Vec<String>| !row.iter().any(is_test);
    let is_any = of_sodium.is_empty() || of_sodium.iter().any(is_one);
    (is_any && !of_sodium.iter().any(names_one))
        .then(|| of_sodium.into_iter().flatten().filter(is_test).collect())
}

/// Has each symbol a text of its own, and sodium one, too, in words of which those beside potassium are not known either:
/// "Natrium direkt" beside "Kalium direkt"? A panel stands beside several.
fn has_own_name(
    of_sodium: &[Vec<String>],
    of_symbols: &HashSet<(String, String)>,
    seen: &Seen,
) -> bool {
    let names: HashSet<&String> = of_sodium.iter().flatten().collect();
    let count = |part: fn(&(String, String)) -> &String| {
        of_symbols.iter().map(part).collect::<HashSet<_>>().len()
    };
    let each = of_symbols.len();
    let is_panel = |text: &str| fluid::words().is_some_and(|words| words.is_of_order(text));
    let mut alike = of_symbols
        .iter()
        .filter(|(symbol, _)| is_one_of(symbol.trim(), SYMBOLS));
    1 < each
        && count(|(symbol, _)| symbol) == each
        && count(|(_, text)| text) == each
        && names.len() == 1
        && !names.iter().any(|name| (seen.known)(name))
        && !names.iter().any(|name| is_panel(name))
        && alike.all(|(_, text)| !(seen.known)(text) && !is_panel(text))
}

fn is_sodium(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case("na")
}

/// True for a name that is none, where another column has one: bare `NA` is sodium only where it is alone.
fn is_no_name(text: &str) -> bool {
    is_null(text) || is_one_of(text.trim(), &["n.a.", "-", "--", "?"])
}

/// True for what is written where there is no identifier.
#[inline]
pub(in crate::import) fn is_no_identifier(text: &str) -> bool {
    const LONGEST: usize = "undefined".len();
    let text = trim(text);
    // Nearly all begin with a digit, or are longer.
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return is_shortened(text);
    }
    // "########" is a number in a column that was too narrow.
    let is_word = text.bytes().any(|c| !c.is_ascii_punctuation());
    // Two or three letters may be somebody's initials.
    let is_somebody = || is_one_of(text, &["na", "nil"]);
    let is_none = || is_one_of(text, &["n.a.", "undefined", "#ref!", "#value!", "#name?"]);
    !is_word || (text.len() <= LONGEST && !is_somebody() && (is_null(text) || is_none()))
}

/// A long number as a spreadsheet shortens it (`1.96002E+11`), or hides it (`########`): several numbers are the same then.
pub(in crate::import) fn is_shortened(text: &str) -> bool {
    let bytes = trim(text).as_bytes();
    if 2 < bytes.len() && bytes.iter().all(|c| *c == b'#') {
        return true;
    }
    let Some((digits, [b'E' | b'e', b'+', tens, ones])) = bytes.split_last_chunk() else {
        return false;
    };
    let are_digits = |c: &u8| c.is_ascii_digit();
    let is_number = |c: &u8| are_digits(c) || matches!(c, b'.' | b',');
    [tens, ones].into_iter().all(are_digits)
        && digits.first().is_some_and(are_digits)
        && digits.iter().all(is_number)
}

/// Blank, or struck out (`___`): another column of the role may hold the result.
fn says_nothing(text: &str) -> bool {
    is_blank(text) || text.trim().bytes().all(|c| c == b'_')
}
