//! Columns of yes and no under headers that are not known: whether the sample was spun late, or the row was amended.

use csv::StringRecord;

use super::{is_of_disease, is_of_person, unused};
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::standing::{is_no, is_yes};
use crate::import::table::is_blank;
use crate::import::vocabulary;

/// Headers of columns of a long export that hold yes and no alone, are not read, and by their header are no more of the
/// patient or of the office than of the sample or the result.
pub(crate) fn unanswered<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    if plan.shape == Shape::Wide {
        return Vec::new();
    }
    unused(plan)
        .filter(|(at, header)| {
            let unknown = !is_blank(header) && vocabulary::entry(header).is_none();
            unknown && !is_of_others(header) && are_answers(rows, *at)
        })
        .map(|(_, header)| header)
        .collect()
}

/// True if all cells that say something are answers. Of digits and most letters one alone may be anything.
fn are_answers(rows: &[StringRecord], at: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(str::trim);
    let filled = || cells.clone().filter(|cell| !is_blank(cell));
    let says = |cell: &str| {
        let letters = cell.chars().count();
        1 < letters && !cell.starts_with(|c: char| c.is_ascii_digit())
            || ["y", "j", "n", "x"]
                .iter()
                .any(|sign| cell.eq_ignore_ascii_case(sign))
    };
    let both = || filled().any(is_yes) && filled().any(is_no);
    filled().all(|cell| is_yes(cell) || is_no(cell)) && (filled().any(says) || both())
}

/// True for a header of something about a patient, a study or an office.
fn is_of_others(header: &str) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        // Of the patient.
        "diab", "hypert", "dead", "death", "deceas", "died", "expire", "alive", "surviv", "icu", "hospital", "inpat", "outpat",
        "admi", "discharg", "emerg", "veteran", "twin", "obes", "cancer", "tumor", "transplant", "dialys", "medicat", "drug",
        "therap", "treat", "insulin", "statin", "warfarin", "metformin", "vaccin", "covid", "symptom", "fever", "exercis",
        "surger", "history", "ethnic", "hispan", "breastf", "lactati", "male", "gender", "adult", "child", "newpat", "resident",
        // Of a study.
        "placebo", "random", "screen", "baseline", "protocol", "visit", "schedul", "study", "outcome", "target", "label",
        "class", "train", "consent", "enrol", "control", "case",
        // Of the office.
        "urgent", "priorit", "rush", "bill", "paid", "payment", "invoic", "charge", "print", "export", "upload", "sent", "view",
        "seen", "acknowl", "signed", "signature", "notif", "called", "phoned", "faxed", "email", "active", "vip", "portal",
        "interfac", "billable", "orderable", "profile", "favorit", "primary",
    ];
    const WHOLE: &[&str] = &[
        "stat", "isstat", "htn", "dm", "cad", "ckd", "copd", "fl", "new", "read", "isread",
    ];
    let folded = vocabulary::fold(header);
    // `ABLFL`, `ANL01FL`: flags of a trial.
    folded.ends_with("fl")
        || folded.ends_with("id")
        || WHOLE.contains(&folded.as_str())
        || PARTS.iter().any(|part| folded.contains(part))
        || is_of_person(header)
        || is_of_disease(&folded)
}
