//! Headers whose role depends on what the cells hold.

use csv::StringRecord;

use super::Seen;
use super::likely::{self, Likely};
use super::names::is_name;
use super::verdicts::are_verdicts;
use crate::age;
use crate::import::cells::asked;
use crate::import::cells::day_and_time;
use crate::import::cells::fluid;
use crate::import::cells::loinc;
use crate::import::cells::standing::{is_no, is_yes};
use crate::import::date::{self, DateReading};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Cells, Entry};
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;
use crate::observation::NumberStyle;
use crate::text::is_one_of;
use crate::value::comparator;
use crate::value::interval::{self, Printed};

/// True if nearly all cells of a column that say something are of a kind.
pub(super) fn cells_are(seen: &Seen, column: usize, kind: Cells) -> bool {
    // A line below the table ("Signed,Dr. Low") says nothing of its columns.
    let is_short = |row: &&StringRecord| row.len() * 2 < seen.headers.len();
    let are_short = seen.rows.iter().all(|row| is_short(&row));
    let rows = || seen.rows.iter().filter(|row| are_short || !is_short(row));
    // Tubes may be called A, B, C; but S, P, U, B alone are specimens.
    let lettered = rows().filter_map(|row| row.get(column)).any(|cell| {
        is_letter_id(cell)
            && !["s", "p", "u", "b", "wb"].contains(&cell.trim().to_lowercase().as_str())
    });
    // A site may be a hospital: A, B.
    let is_lettered_place = lettered && vocabulary::fold(&seen.headers[column]) == "site";
    let cells = || rows().filter_map(|row| row.get(column));
    if kind == Cells::Identifiers && are_codes_of_specimens(seen, column) {
        return false;
    }
    let asks_if_critical = vocabulary::asks_if_critical(&seen.headers[column]);
    let (mut fit, mut filled) = (0usize, 0usize);
    for cell in cells() {
        let says_nothing = match kind {
            Cells::Comparators => comparator::says_nothing(cell),
            // Most analytes have none.
            Cells::CriticalRanges => interval::is_missing(cell.trim()),
            _ => false,
        };
        if is_blank(cell) || says_nothing {
            continue;
        }
        filled += 1;
        fit += usize::from(match kind {
            Cells::Dates => day_and_time::is_dated(cell),
            Cells::Identifiers => {
                let numbered = cell.bytes().any(|c| c.is_ascii_digit()) && !is_timed_specimen(cell);
                numbered || (lettered && is_letter_id(cell))
            }
            Cells::Analytes => is_name(seen, cell),
            Cells::AnalyteWords | Cells::SomeAnalytes => {
                1 < cell.trim().len() && is_name(seen, cell)
            }
            Cells::Loincs => loinc::is_code(cell),
            Cells::Specimens => {
                is_specimen_word(cell) && !(is_lettered_place && is_letter_id(cell))
            }
            // A letter may be a tick, or somebody's initial.
            Cells::Statuses => 1 < cell.trim().len() && !reported::is_unknown_status(cell),
            Cells::Words => is_short_word(cell),
            Cells::Intervals | Cells::Limits => is_interval(cell),
            Cells::CriticalRanges => interval::is_critical_range(cell),
            Cells::Comparators => comparator::is_plain(cell),
            Cells::Flags | Cells::Verdicts => is_flag(cell),
            Cells::Ages => is_age(cell),
            Cells::AgeGroups => is_age_group(cell),
            Cells::Numbers => begins_like_number(cell),
            Cells::AgeUnits => age::is_unit(cell) || is_finer_unit(cell),
            Cells::Answers => {
                let marks = |cell: &str| asked::is_critical_letter(cell) || asked::is_cross(cell);
                is_answer(cell) || (asks_if_critical && marks(cell))
            }
            Cells::Anything => true,
        });
    }
    let share = 10;
    if kind == Cells::Intervals
        && may_be_of_orders(seen, column)
        && likely::texts(seen, column) != Likely::Limits
    {
        // Whole numbers alone may be those of orders: "26-101".
        return false;
    }
    match kind {
        Cells::Anything => true,
        Cells::Verdicts => are_verdicts(seen, column),
        // The answer that counts is rare.
        Cells::Answers => fit * 2 >= filled,
        // The header speaks of a comparator, and none of these results needs one; where one has a sign, what stands beside
        // others is of them too: `U`, `J`.
        Cells::Comparators => {
            let may_stand = |cell: &str| {
                comparator::says_nothing(cell) || comparator::is_plain(cell) || is_qualifier(cell)
            };
            fit * 2 >= filled || (cells().any(comparator::is_inequality) && cells().all(may_stand))
        }
        Cells::SomeAnalytes => 0 < fit && filled <= fit * 4,
        // Half of the names known is plenty; all but a tenth of the cells otherwise.
        Cells::Analytes
        | Cells::AnalyteWords
        | Cells::Specimens
        | Cells::Statuses
        | Cells::Flags
        | Cells::Numbers
        | Cells::CriticalRanges
        | Cells::AgeUnits
        | Cells::AgeGroups => filled > 0 && fit * 2 >= filled,
        // No other column has some: what is not read beside them is of an interval too, and must not vanish.
        Cells::Intervals | Cells::Limits => fit > 0 && fit * share >= filled,
        _ => filled > 0 && (filled - fit) * share <= filled,
    }
}

/// True for whole numbers of which no sign tells that they are limits.
fn may_be_of_orders(seen: &Seen, column: usize) -> bool {
    let has_sign = |cell: &str| cell.contains(['.', ',', '<', '>', '≤', '≥']);
    !seen.cells(column).any(has_sign)
}

/// True for a column of intervals of which only the tests beside them tell that they are some.
pub(super) fn are_told_by_tests(seen: &Seen, column: usize) -> bool {
    may_be_of_orders(seen, column) && likely::texts(seen, column) == Likely::Limits
}

/// True for what a laboratory writes beside a number at the end of what it can measure: `U`, `J`, `BLOQ`.
fn is_qualifier(cell: &str) -> bool {
    let words = [
        "u", "j", "uj", "b", "nd", "bloq", "blq", "bql", "lod", "loq", "e",
    ];
    is_one_of(cell.trim(), &words)
}

/// True if the cells of a column that say something are flags.
pub(crate) fn are_flags(seen: &Seen, column: usize) -> bool {
    !seen.is_empty(column) && seen.cells(column).all(is_flag)
}

/// True if a column of specimens by its header, or none, holds words for them.
pub(crate) fn are_specimens(seen: &Seen, column: usize) -> bool {
    cells_are(seen, column, Cells::Specimens)
}

/// True if half of the cells that say something are comparators, where the header speaks of one.
pub(crate) fn hold_comparators(seen: &Seen, column: usize) -> bool {
    cells_are(seen, column, Cells::Comparators)
}

/// True if most cells of a column that say something are printed intervals.
pub(crate) fn are_intervals(rows: &[StringRecord], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let (mut filled, mut fit) = (0usize, 0usize);
    for cell in cells.filter(|cell| !is_blank(cell)) {
        filled += 1;
        fit += usize::from(is_interval(cell));
    }
    filled < fit * 2
}

/// True for "3.5-5.1" or "< 5", and not for a number of an order, which may have a dash: there both parts are whole
/// numbers, and one begins with a zero or is long.
pub(crate) fn is_interval(cell: &str) -> bool {
    const LONG: usize = 4;
    // Whatever stands behind a name in a header is asked this.
    if !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = cell.trim().split('-').filter(|part| number(part));
    let numbered = parts.any(|part| {
        part.is_empty() || LONG < part.len() || (1 < part.len() && part.starts_with('0'))
    });
    // With whichever decimal mark: the file's is not known yet.
    let is_read = |decimal_comma: bool| {
        let style = NumberStyle {
            decimal_comma,
            ..NumberStyle::default()
        };
        matches!(interval::text(cell.trim(), style), Printed::Interval(..))
            || interval::is_text_of_groups(cell)
    };
    !number(cell.trim()) && !numbered && (is_read(false) || is_read(true))
}

/// True for a flag that says where a result lies; a number is none.
pub(crate) fn is_flag(cell: &str) -> bool {
    let is_read = matches!(
        reported::flag(cell),
        ReportedFlag::Normal | ReportedFlag::Low | ReportedFlag::High
    );
    !cell.bytes().any(|c| c.is_ascii_digit()) && (is_read || reported::is_abnormal_flag(cell))
}

/// "Yes", "no", or a flag instead of them.
fn is_answer(cell: &str) -> bool {
    let cell = cell.trim();
    is_yes(cell) || is_no(cell) || is_flag(cell) || reported::is_critical_flag(cell)
}

/// True for a number of years that somebody may have lived; a year is none.
fn is_age(cell: &str) -> bool {
    const OLDEST: f64 = 120.0;
    let years = cell.trim().replace(',', ".").parse::<f64>();
    years.is_ok_and(|years| (0.0..=OLDEST).contains(&years))
}

/// True for a group of ages by its limits. A number alone may be that of a group.
fn is_age_group(cell: &str) -> bool {
    cell.bytes().any(|c| c.is_ascii_digit()) && cell.trim().parse::<f64>().is_err()
}

/// Units of an age that is not read in them: of a newborn.
fn is_finer_unit(cell: &str) -> bool {
    let units = ["hour", "hours", "hrs", "stunden", "minutes", "min"];
    units
        .iter()
        .any(|unit| cell.trim().eq_ignore_ascii_case(unit))
}

/// True for a column without a header that is known, or under that of any unit, whose cells are units of an age, and which
/// stands behind or before one of an age that says none: 20 days are no 20 years.
pub(super) fn is_unit_of_age(seen: &Seen, entries: &[Option<Entry>], column: usize) -> bool {
    let entry = |at: usize| entries.get(at).copied().flatten();
    let is_free = entry(column).is_none_or(|entry| entry.role == Role::Unit);
    let is_age = |at: usize| {
        entry(at).is_some_and(|entry| entry.role == Role::Age && entry.age_unit.is_empty())
    };
    let is_beside = is_age(column + 1) || column.checked_sub(1).is_some_and(is_age);
    if !is_free || !is_beside || !may_head_unit_of_age(&seen.headers[column]) {
        return false;
    }
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let cells = cells.map(str::trim).filter(|cell| !is_blank(cell));
    // Letters alone are those of years among others: M is a man, too.
    let (letters, words): (Vec<&str>, Vec<&str>) = cells.partition(|cell| cell.len() == 1);
    match words.is_empty() {
        true => {
            letters.iter().all(|cell| age::is_unit(cell))
                && letters.iter().any(|cell| cell.eq_ignore_ascii_case("y"))
        }
        false => cells_are(seen, column, Cells::AgeUnits),
    }
}

/// "Follow-up" is another time.
fn may_head_unit_of_age(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    let of_any = [
        "", "unit", "units", "einheit", "unite", "unidad", "unita", "单位", "單位", "単位", "단위",
    ];
    let of_age = ["age", "alter", "edad", "idade", "eta", "年", "나이"];
    of_any.contains(&folded.as_str()) || of_age.iter().any(|word| folded.contains(word))
}

/// A word or a code, and no date and no sentence.
fn is_short_word(cell: &str) -> bool {
    const LONGEST: usize = 60;
    let cell = cell.trim();
    cell.len() <= LONGEST
        && cell.contains(char::is_alphabetic)
        && matches!(date::read(cell, None), DateReading::Unreadable)
}

/// True for "serum" or "EDTA tube": a tube may be called RED or BLUE as well.
pub(crate) fn is_specimen_word(cell: &str) -> bool {
    fluid::words().is_some_and(|words| words.in_cell(cell).is_some())
}

/// True if every cell that says something is a code of a specimen, `UR` or `K2EDTA`, and none is counted: `UR1` is a number.
fn are_codes_of_specimens(seen: &Seen, column: usize) -> bool {
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let mut cells = cells
        .map(str::trim)
        .filter(|cell| !is_blank(cell))
        .peekable();
    let is_code = |cell: &str| {
        1 < cell.len() && !cell.ends_with(|c: char| c.is_ascii_digit()) && is_specimen_word(cell)
    };
    cells.peek().is_some() && cells.all(is_code)
}

/// "24h urine", "Urine, 24 hours": a specimen, and the digits are of a time.
fn is_timed_specimen(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let is_time = |word: &str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        ["", "h", "hr", "hrs", "hour", "hours", "std"].contains(&unit)
    };
    let numbered = |word: &&str| word.bytes().any(|c| c.is_ascii_digit());
    let mut words = words.filter(numbered).peekable();
    words.peek().is_some() && words.all(is_time) && lower.contains("24") && fluid::is_in(cell, "")
}

/// One or two letters and nothing else.
fn is_letter_id(cell: &str) -> bool {
    let cell = cell.trim();
    (1..=2).contains(&cell.len()) && cell.bytes().all(|c| c.is_ascii_alphabetic())
}
