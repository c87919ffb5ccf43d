//! Columns that belong to the column of one analyte: its unit, limits and flag, and what else is said of its results.

use super::WideColumn;
use crate::import::cells::asked::Asked;
use crate::import::cells::beyond::Beyond;
use crate::import::cells::standing::Standing;
use crate::import::columns::{Columns, Seen, are_flags, are_specimens, hold_comparators, verdicts};
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit::looks_like_unit;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};

/// What a column says of the results of one analyte, beside unit, limits and flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// Their status, or a flag that is called so.
    Status,
    /// Whether they stand.
    Stands(Standing),
    /// A mark of the analyzer or of quality control: what is not understood is a doubt.
    Mark,
    /// The laboratory's flag, by an answer.
    Asks(Asked),
    /// A comment.
    Comment,
    /// A comparator.
    Comparator,
    /// Whether they lie beyond a limit.
    Beyond(Beyond),
    /// Their specimen.
    Specimen,
    /// The condition of the sample.
    Condition,
}

/// Endings of headers of columns that belong to an analyte's column.
const LOW_WORDS: &[&str] = &[
    "low",
    "lower",
    "lln",
    "ref low",
    "min",
    "untergrenze",
    "inf",
];
const HIGH_WORDS: &[&str] = &[
    "high",
    "upper",
    "uln",
    "ref high",
    "max",
    "obergrenze",
    "sup",
];
const RANGE_WORDS: &[&str] = &[
    "range",
    "ref",
    "ref range",
    "reference",
    "reference range",
    "reference interval",
    "normal range",
    "referenzbereich",
    "normbereich",
];
const UNIT_WORDS: &[&str] = &[
    "unit", "units", "uom", "einheit", "unite", "unidad", "unita",
];
const FLAG_WORDS: &[&str] = &["flag", "abnormal flag", "abn"];

/// Finds the columns that go with an analyte's: `Sodium low`, or units under an empty header.
pub(super) fn attach(seen: &Seen, column: &mut WideColumn, taken: &mut [bool]) {
    let header = seen.headers[column.value].trim().to_lowercase();
    let name = column.name.to_lowercase();
    // `ALT UNIT` beside `ALT(SGPT)`.
    let bare = name.split(['(', '[']).next().unwrap_or_default().trim();
    let mut find = |words: &[&str]| {
        let found = seen.headers.iter().enumerate().find(|(at, other)| {
            let other = other.trim().to_lowercase();
            !taken[*at]
                && [header.as_str(), &name, bare].into_iter().any(|own| {
                    other.strip_prefix(own).is_some_and(|rest| {
                        let rest = rest.trim_start_matches([' ', '_', '-', '.']);
                        words.contains(&rest.replace('_', " ").as_str())
                    })
                })
        });
        let at = found.map(|(at, _)| at);
        if let Some(at) = at {
            taken[at] = true;
        }
        at
    };
    column.unit_column = find(UNIT_WORDS);
    column.low_column = find(LOW_WORDS);
    column.high_column = find(HIGH_WORDS);
    column.range_column = find(RANGE_WORDS);
    column.flag_column = find(FLAG_WORDS);
    let next = column.value + 1;
    if column.unit_column.is_none()
        && seen
            .headers
            .get(next)
            .is_some_and(|header| is_blank(header))
        && !taken.get(next).copied().unwrap_or(true)
        && holds_units(seen, next)
    {
        taken[next] = true;
        column.unit_column = Some(next);
    }
}

/// True if the cells of a column that say something are units.
fn holds_units(seen: &Seen, column: usize) -> bool {
    let mut filled = seen
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !is_blank(cell))
        .peekable();
    filled.peek().is_some() && filled.all(looks_like_unit)
}

/// Endings of headers of marks that are no headers by themselves, folded.
const MARK_WORDS: &[&str] = &[
    "message",
    "messages",
    "msg",
    "warning",
    "warnings",
    "warn",
    "alarm",
    "alarms",
    "error",
    "err",
    "qc",
    "check",
    "alert",
    "meldung",
    "warnung",
    "fehler",
    "melding",
    "mensaje",
    "messaggio",
    "avviso",
    "avertissement",
];

/// The same of comparators.
const COMPARATOR_WORDS: &[&str] = &["op", "cmp", "comp", "inequality", "ltgt"];

/// Finds the columns that say something else of an analyte's results: `K status`, `PLT Message`, `Comment Na`.
pub(super) fn attach_about(
    seen: &Seen,
    columns: &Columns,
    column: &mut WideColumn,
    taken: &mut [bool],
) {
    let names = all_names(&seen.headers[column.value], &column.name);
    for (at, header) in seen.headers.iter().enumerate() {
        if taken[at] || at == column.value || columns.uses[at].role.is_some() {
            continue;
        }
        let Some(rest) = rest_of(header, &names) else {
            continue;
        };
        let place = match vocabulary::role(&rest) {
            Some(Role::Unit) => Some(&mut column.unit_column),
            Some(Role::Low) => Some(&mut column.low_column),
            Some(Role::High) => Some(&mut column.high_column),
            Some(Role::Range) => Some(&mut column.range_column),
            Some(Role::CriticalLow) => Some(&mut column.critical_low_column),
            Some(Role::CriticalHigh) => Some(&mut column.critical_high_column),
            _ => None,
        };
        if let Some(place) = place {
            taken[at] |= place.is_none();
            place.get_or_insert(at);
            continue;
        }
        if let Some(about) = about(seen, at, &rest) {
            taken[at] = true;
            column.about.push((about, at));
        }
    }
}

/// Tells headers of columns that are of one of these analytes, by the name in front or behind.
pub(super) fn of_one(headers: &[String], wide: &[WideColumn]) -> impl Fn(&str) -> bool + use<> {
    let names = |column: &WideColumn| all_names(&headers[column.value], &column.name);
    let names: Vec<Vec<String>> = wide.iter().map(names).collect();
    move |header| names.iter().any(|names| rest_of(header, names).is_some())
}

/// How other headers may call an analyte, in lower case, longest first.
fn all_names(header: &str, name: &str) -> Vec<String> {
    let header = header.trim().to_lowercase();
    let name = name.to_lowercase();
    // `ALT UNIT` beside `ALT(SGPT)`.
    let bare = name.split(['(', '[']).next().unwrap_or_default().trim();
    let mut names = vec![header, bare.to_string(), name.clone()];
    names.retain(|name| !name.is_empty());
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

/// What a header says beside the name of an analyte, set apart from it.
fn rest_of(header: &str, names: &[String]) -> Option<String> {
    let header = header.trim().to_lowercase();
    let marks = [' ', '_', '-', '.', ':', ',', '/', '(', '[', '|'];
    let ends = [' ', '_', '-', '.', ':', '/', ')', ']'];
    names.iter().find_map(|name| {
        let behind = || {
            header
                .strip_prefix(name.as_str())
                .filter(|rest| rest.starts_with(marks))
        };
        let before = || {
            header
                .strip_suffix(name.as_str())
                .filter(|rest| rest.ends_with(marks))
        };
        let rest = behind().or_else(before)?;
        let rest = rest.trim_matches(marks).trim_matches(ends);
        (!rest.is_empty()).then(|| rest.to_string())
    })
}

/// What a column says by the words beside the name, which are those of columns of whole rows.
fn about(seen: &Seen, at: usize, rest: &str) -> Option<About> {
    let folded = vocabulary::fold(rest);
    let is = |words: &[&str]| words.contains(&folded.as_str());
    if is(MARK_WORDS) {
        return Some(About::Mark);
    }
    if is(COMPARATOR_WORDS) && hold_comparators(seen, at) {
        return Some(About::Comparator);
    }
    let entry = vocabulary::entry(rest)?;
    let of_specimen = is(&["specimen", "sample"]) && are_specimens(seen, at);
    Some(match entry.role {
        Role::Status => About::Status,
        Role::Standing => About::Stands(Standing::of_header(rest)),
        // "WBC grade" may be anything; and an answer is no mark.
        Role::Flag if verdicts::may_be_one(rest) && !are_flags(seen, at) => return None,
        Role::Flag if Asked::of(rest) != Asked::Nothing => About::Asks(Asked::of(rest)),
        Role::Flag => About::Mark,
        Role::Comment | Role::Reason => About::Comment,
        Role::Comparator if Beyond::of(rest) != Beyond::Nothing => About::Beyond(Beyond::of(rest)),
        Role::Comparator if entry.kind == Kind::Plain || hold_comparators(seen, at) => {
            About::Comparator
        }
        // A qualifier that is no comparator.
        Role::Comparator => About::Mark,
        Role::Specimen if entry.kind == Kind::Plain || are_specimens(seen, at) => About::Specimen,
        Role::Sample if of_specimen => About::Specimen,
        Role::SpecimenCondition if entry.kind == Kind::Alarm => About::Mark,
        Role::SpecimenCondition => About::Condition,
        // Words beside the numbers: "High", "hemolyzed".
        Role::Value if entry.kind == Kind::Plain && !seen.has_numbers(at) => {
            match are_flags(seen, at) {
                true => About::Mark,
                false => About::Comment,
            }
        }
        _ => return None,
    })
}
