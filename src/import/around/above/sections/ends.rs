//! What a line among the rows is to the section of controls, or of a specimen, that it stands in.

use csv::StringRecord;

use crate::import::around::above::{Reader, statements, whose};
use crate::import::around::header_again::names_analyte;
use crate::import::cells::fluid;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::specimen::Specimen;

pub(super) use crate::import::around::above::OF_EITHER;

/// How far a section reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ends {
    /// It goes on: a result that is missing, what is plainly a part of it.
    Not,
    /// It has ended, unless it has no row yet: a day, a sample.
    BehindRows,
    /// It has ended, or it has none.
    AtOnce,
}

/// What each statement of a line does to a section: all of a title, and what stands behind a key.
pub(super) fn of_statements(row: &StringRecord, of_one: impl Fn(&str, &str) -> Ends) -> Ends {
    let said = statements::of(row);
    let ends = said.iter().map(|(key, value)| of_one(key, value));
    ends.max().unwrap_or(Ends::BehindRows)
}

/// A line of no letter and no figure: empty, or a rule.
pub(super) fn says_nothing(row: &StringRecord) -> bool {
    !row.iter().any(|cell| cell.contains(char::is_alphanumeric))
}

/// A test that has no result.
pub(super) fn is_missing_result(plan: &Plan, row: &StringRecord) -> bool {
    const OF_RESULT: &[Role] = &[
        Role::Patient,
        Role::Sample,
        Role::Collected,
        Role::Unit,
        Role::Low,
        Role::High,
        Role::Range,
    ];
    let test = whose::test(plan, row);
    let is_said = |role: &Role| !is_blank(plan.pick(*role).text(row));
    !test.is_empty()
        && !test.contains(':')
        && (names_analyte(test) || OF_RESULT.iter().any(is_said))
}

/// The text of a line that is nothing but a title: no key, and no test whose result is missing.
pub(super) fn title<'r>(plan: &Plan, row: &'r StringRecord) -> Option<&'r str> {
    let filled = || row.iter().enumerate().filter(|(_, cell)| !is_blank(cell));
    let (at, first) = filled().next()?;
    let is_alone = filled().count() < 2;
    let test = whose::test(plan, row);
    let text = match (plan.shape, is_alone) {
        (Shape::Long, false) => test,
        _ => first.trim(),
    };
    let is_comment = || {
        plan.pick(Role::Comment)
            .columns()
            .any(|column| column == at)
    };
    let is_title = text.contains(char::is_alphabetic)
        && !filled().any(|(_, cell)| cell.contains(':'))
        && !is_comment()
        && !is_missing_result(plan, row);
    is_title.then_some(text)
}

/// The specimen that a line states for the rows below it, in its words: one that is open where it says more of it, as that it
/// was not received.
pub(super) fn specimen(below: &Reader) -> Option<String> {
    let words = fluid::words()?;
    let stated = below.above.specimen.as_str();
    let is_told = is_usual(stated) || words.is_nothing_else(stated);
    match stated.is_empty() {
        true => None,
        false => Some(if is_told { stated } else { OF_EITHER }.to_string()),
    }
}

/// The specimen that is left behind a section: serum, or what is taken for it, is what is taken for everything. How far another
/// fluid or tube counts nobody knows.
pub(super) fn behind(around: &str, section: &str) -> String {
    match is_usual(around) && is_usual(section) {
        true => String::new(),
        false => OF_EITHER.to_string(),
    }
}

/// True for serum and what is taken for it.
pub(super) fn is_usual(text: &str) -> bool {
    let read = fluid::words().and_then(|words| words.in_cell(text));
    let usual = [Specimen::Unstated, Specimen::Serum, Specimen::Plasma];
    read.is_some_and(|specimen| usual.contains(&specimen))
}
