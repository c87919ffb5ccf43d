//! The notation of indices in a row: `H:2+ I:0 L:0`, `H=3`, and an analyzer's flags.

use crate::observation::Observation;
use crate::quality::hil;
use crate::resolve::Resolution;
use crate::text::is_one_of;
use crate::value::{Reading, Value};

/// What an analyzer's flags say that interferes with this test, in whichever cell they stand.
pub(super) fn alarms(row: &Observation<'_>) -> hil::Alarms {
    let of_flag = hil::alarms(row.flag, true);
    let words = [row.comment, row.reason, row.specimen_condition];
    let words = words.map(|text| hil::alarms(text, false));
    std::array::from_fn(|place| of_flag[place] || words.iter().any(|found| found[place]))
}

/// `H:2+ I:0 L:0` in a comment, a column or a result, which is then not read as words where there is nothing else in it; of a
/// row that is called after all three its result.
pub(super) fn hil_notation<'a>(
    row: &mut Observation<'a>,
    reading: &Reading<'a>,
    resolution: &Resolution<'_>,
) -> Option<hil::Grades<'a>> {
    let condition = hil::behind_heading(row.specimen_condition);
    if let Some(found) = hil::in_column(condition) {
        row.specimen_condition = "";
        return Some(found);
    }
    if let Some(found) = hil::notation(row.comment) {
        if found.is_all {
            row.comment = "";
        }
        return Some(found.grades);
    }
    let order = match resolution.analyte {
        None => hil::order_under(row.name),
        Some(_) => None,
    };
    if let Some(found) = order.and_then(|order| hil::under(order, row.value)) {
        return Some(found);
    }
    match reading.value {
        Value::Text(text) => hil::notation(text)
            .map(|found| found.grades)
            .or_else(|| noted(row, text, resolution)),
        _ => None,
    }
}

/// "H=3" as the result of a row that is nothing but a note.
fn noted<'a>(
    row: &Observation<'_>,
    text: &'a str,
    resolution: &Resolution<'_>,
) -> Option<hil::Grades<'a>> {
    const NOTES: &[&str] = &[
        "lab note",
        "note",
        "notes",
        "comment",
        "comments",
        "lab comment",
        "sample note",
        "sample comment",
        "specimen comment",
        "remark",
    ];
    let is_note = resolution.analyte.is_none() && is_one_of(row.name.trim(), NOTES);
    let is_graded = text.contains(['=', ':', '+']);
    (is_note && is_graded).then(|| hil::in_column(text))?
}
