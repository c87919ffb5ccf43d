//! Columns that are not read, and may be results or speak of them.

mod answers;
mod diluted;
mod of_tests;
mod sides;
mod times;
mod words;

pub(crate) use answers::{unanswered, unflagged};
pub(crate) use diluted::diluted;
pub(crate) use times::{apart, undated, untimed};
pub(crate) use words::GENERAL;

use csv::StringRecord;

use crate::import::cells::beyond::Beyond;
use crate::import::columns::{self, verdicts};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::header_unit::split_known;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary::{self, Kind};
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::shapes::wide::beside::of_one;
use crate::interpret::reported;
use crate::text;
use crate::text::fold_words;
use sides::is_one_of_a_pair;
use words::{HARMLESS, OF_PATIENT, SPEAKING, SPOKEN};

/// Headers of columns that may be results and are not read: they hold numbers. Of a long export those that name an
/// analyte, those that hold intervals or numbers with fractions, and not always the same, and those of results that stand where
/// there is none in the column that is read.
pub(crate) fn unread<'p>(
    plan: &'p Plan,
    rows: &[StringRecord],
    known: &dyn Fn(&str) -> bool,
) -> Vec<&'p str> {
    let may_be_result = |at: usize, header: &str| {
        plan.shape == Shape::Wide
            || split_known(header, known).is_some()
            || plan.uses[at].reason == columns::PERHAPS_LIMIT
            || (is_of_results(header) && fills_a_gap(plan, rows, at))
            || (vocabulary::entry(header).is_none()
                && (is_measured(header, at, rows)
                    || is_one_of_a_pair(plan, header)
                    || columns::is_one_of_two(&plan.headers, header)))
    };
    let numeric = |at: usize| {
        let (mut filled, mut numbers) = (0usize, 0usize);
        let cells = rows.iter().filter_map(|row| row.get(at));
        for cell in cells.filter(|cell| !is_blank(cell)) {
            filled += 1;
            numbers += usize::from(begins_like_number(cell));
        }
        numbers * 2 > filled
    };
    unused(plan)
        .filter(|(at, header)| {
            !is_blank(header)
                && may_be_result(*at, header)
                && (numeric(*at) || columns::are_intervals(rows, *at))
        })
        .map(|(_, header)| header)
        .collect()
}

/// True for a header that is known as one of results, whatever else it may be.
fn is_of_results(header: &str) -> bool {
    vocabulary::entry(header).is_some_and(|entry| match entry.kind {
        Kind::ByCells(choices) => choices.iter().any(|(role, _)| *role == Role::Value),
        _ => entry.role == Role::Value,
    })
}

/// Is there a number in a row whose result is blank?
fn fills_a_gap(plan: &Plan, rows: &[StringRecord], at: usize) -> bool {
    let results = plan.value_columns();
    rows.iter().any(|row| {
        let is_gap = |column: &usize| row.get(*column).is_none_or(is_blank);
        row.get(at).is_some_and(begins_like_number) && results.iter().all(is_gap)
    })
}

/// What numbers without a unit are in an export, folded: those of visits, of the body.
fn is_of_others(folded: &str) -> bool {
    const OTHER: &[&str] = &[
        "visit", "seq", "date", "time", "day", "dose", "weight", "height", "bmi", "version", "lat",
        "lon", "price", "cost", "duration", "hour",
    ];
    OTHER.iter().any(|word| folded.contains(word)) || folded.ends_with("id")
}

/// True for a column of a long export with intervals, or numbers of which some have a fraction, that is none of visits or of
/// the body.
fn is_measured(header: &str, at: usize, rows: &[StringRecord]) -> bool {
    if is_of_others(&vocabulary::fold(header)) {
        return false;
    }
    let cells = || {
        rows.iter()
            .filter_map(|row| row.get(at))
            .map(str::trim)
            .filter(|cell| !is_blank(cell))
    };
    let is_fraction = |cell: &str| {
        cell.contains(['.', ','])
            && cell
                .replace(',', ".")
                .parse::<f64>()
                .is_ok_and(|n| n.fract() != 0.0)
    };
    let first = cells().next();
    let differ = cells().any(|cell| Some(cell) != first) || rows.len() == 1;
    differ && (columns::are_intervals(rows, at) || cells().any(is_fraction))
}

/// Columns of which nothing is read, with their headers.
fn unused(plan: &Plan) -> impl Iterator<Item = (usize, &str)> {
    let headers = plan.headers.iter().map(String::as_str).enumerate();
    headers.filter(|(at, _)| plan.uses[*at].role.is_none() && !plan.uses_column(*at))
}

/// Headers of columns that are not read and may speak of the sample or of a result: by a word in them and with
/// something in their cells, or by what the cells say.
pub(crate) fn unheard<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    let speaks = |header: &str| {
        let folded = vocabulary::fold(header);
        let is_short = plan.shape != Shape::Wide && columns::may_be_about_one(header);
        is_short || SPEAKING.iter().any(|word| folded.contains(word))
    };
    let says = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at));
        cells.any(|cell| !is_blank(cell))
    };
    let says_it = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at));
        cells.any(|cell| {
            speaks_of_sample(cell) || (plan.shape != Shape::Wide && speaks_of_result(cell))
        })
    };
    // A long export has no such columns.
    let is_of_analyte = of_one(&plan.headers, &plan.wide);
    unused(plan)
        .filter(|(at, header)| {
            let unknown = vocabulary::entry(header).is_none();
            // Whatever its cells are, a status must not vanish: of a result, that is.
            let is_status = plan.shape != Shape::Wide
                && vocabulary::ends_with_status(header)
                && !is_of_person(header);
            let may_speak = is_status
                || (plan.shape != Shape::Wide && columns::is_of_trio(&plan.headers, header))
                || (unknown && (speaks(header) || is_of_other_script(header)))
                || is_of_analyte(header);
            let misfit = || {
                plan.uses[*at].reason == columns::MISFIT
                    && (limits(header) || is_only_name(plan, header))
            };
            let of_units = plan.uses[*at].reason == columns::PERHAPS_UNIT;
            let of_critical = || plan.shape != Shape::Wide && is_critical(header);
            let of_sign = || plan.shape != Shape::Wide && qualifies(header);
            let cells = || rows.iter().filter_map(|row| row.get(*at));
            let is_verdict = || plan.shape != Shape::Wide && verdicts::may_speak(header, cells());
            let of_fault = || {
                let is_free = plan.shape != Shape::Wide && vocabulary::entry(header).is_none();
                is_free && columns::suspects::may_speak(&plan.headers, header, cells())
            };
            let of_look =
                || plan.shape != Shape::Wide && columns::is_perhaps_of_serum(plan, *at, rows);
            (may_speak && says(*at))
                || says_it(*at)
                || of_look()
                || of_fault()
                || (says(*at)
                    && (misfit() || of_units || of_critical() || of_sign() || is_verdict()))
        })
        .map(|(_, header)| header)
        .collect()
}

/// True for a header of names of tests, where nothing but a code tells what was measured.
fn is_only_name(plan: &Plan, header: &str) -> bool {
    plan.shape != Shape::Wide
        && !plan.pick(Role::Name).is_some()
        && vocabulary::role(header) == Some(Role::Name)
}

/// True for a header of limits of critical results, which are not read, or of the laboratory's word for them.
fn is_critical(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    let begins = [
        "critical", "panic", "panik", "危急", "alertl", "alerth", "alertr",
    ];
    let of_limits = [Role::CriticalLow, Role::CriticalHigh, Role::CriticalRange];
    let known = vocabulary::entry(header)
        .is_some_and(|entry| of_limits.iter().any(|role| entry.chooses(*role)));
    known || begins.iter().any(|word| folded.starts_with(word)) && !folded.contains("care")
}

/// True for a header of what qualifies a number, which is not read, or that asks whether it lies beyond a limit.
fn qualifies(header: &str) -> bool {
    let is_comparator = vocabulary::role(header) == Some(Role::Comparator);
    let folded = vocabulary::fold(header);
    let speaks = || folded.contains("qualif") || Beyond::of(header) != Beyond::Nothing;
    is_comparator && speaks()
}

/// True for a header that may be one of printed limits.
fn limits(header: &str) -> bool {
    vocabulary::entry(header).is_some_and(|entry| entry.may_be(Role::Range))
}

/// True for a header in a script of which few words are known: whatever it is called, it is not passed over in silence, but
/// for what is called as these are.
fn is_of_other_script(header: &str) -> bool {
    header.chars().any(text::is_of_other_script) && {
        let folded = vocabulary::fold(header);
        !HARMLESS.iter().any(|word| folded.contains(word))
    }
}

/// True for the status of somebody: "Smoking status".
fn is_of_person(header: &str) -> bool {
    const PERSON: &[&str] = &[
        "marital", "smok", "vital", "alcohol", "insur", "employ", "civil", "survival", "menopaus",
        "living",
    ];
    let folded = vocabulary::fold(header);
    PERSON.iter().any(|word| folded.contains(word))
}

/// True for a cell that takes a result back, or is an alarm.
fn speaks_of_result(cell: &str) -> bool {
    let cell = cell.trim();
    let back = [reported::Status::Cancelled, reported::Status::Failed];
    let taken_back = 3 < cell.len() && back.contains(&reported::status(cell));
    taken_back || reported::is_alarm(cell)
}

/// True for a folded text about a disease of a patient.
pub(crate) fn is_of_disease(folded: &str) -> bool {
    OF_PATIENT.iter().any(|word| folded.contains(word))
}

/// True for a cell with a word for what may be wrong with a sample, and not with a patient.
pub(crate) fn speaks_of_sample(cell: &str) -> bool {
    let folded = fold_words(cell);
    let of_patient = || is_of_disease(&folded);
    // "May be affected by", "Hemolysis panel": of any sample.
    let is_general = || {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| GENERAL.contains(&word))
    };
    SPOKEN.iter().any(|word| folded.contains(word)) && !of_patient() && !is_general()
}
