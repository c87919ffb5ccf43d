//! Columns of yes and no, or of flags, under headers that are not known: whether the sample was spun late, or the row was amended, or
//! what the laboratory said of it.

use csv::StringRecord;

use super::{is_of_disease, is_of_person, unused};
use crate::import::cells::standing::{is_no, is_yes};
use crate::import::columns;
use crate::import::file::table::is_blank;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::interpret::reported;
use crate::interpretation::ReportedFlag;
use crate::value::interval;

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

/// Headers of columns that are not read and whose cells are all flags, and not all of them normal: whatever their header says, `H` and
/// `LL` of a laboratory must not vanish.
pub(crate) fn unflagged<'p>(plan: &'p Plan, rows: &[StringRecord]) -> Vec<&'p str> {
    if plan.shape == Shape::Wide {
        return Vec::new();
    }
    unused(plan)
        .filter(|(at, header)| {
            let is_one = !is_blank(header) && !is_of_others(header);
            // Those of the others are told as answers.
            let is_told = vocabulary::entry(header).is_none() && are_answers(rows, *at);
            is_one && !is_told && hold_flags(rows, *at)
        })
        .map(|(_, header)| header)
        .collect()
}

/// True if all cells that say something are flags, and one of them that a result lies outside.
fn hold_flags(rows: &[StringRecord], at: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(str::trim);
    let mut filled = cells.filter(|cell| !is_blank(cell) && !interval::is_missing(cell));
    let (mut is_outside, mut may_be_outside, mut is_inside) = (false, false, false);
    let all = filled.all(|cell| {
        let is_critical = reported::is_critical_flag(cell);
        let flag = reported::flag(cell);
        // `L` alone may be liters, and `A` or `AB` a group; beside `N` they are flags.
        let is_off = matches!(flag, ReportedFlag::Low | ReportedFlag::High)
            || reported::is_abnormal_mark(cell);
        let is_open = ["l", "a", "ab"]
            .iter()
            .any(|one| cell.eq_ignore_ascii_case(one));
        is_outside |= is_critical || (is_off && !is_open);
        may_be_outside |= is_off;
        is_inside |= cell.eq_ignore_ascii_case("n");
        // `mmol/L` is a unit, whatever its last letter.
        (is_critical || columns::is_flag(cell)) && !cell.contains('/')
    });
    all && (is_outside || (may_be_outside && is_inside))
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

/// True for a header of something about a patient, a study or an office, by its words: "difficult" is of no `icu`, nor "absent"
/// of what was `sent`.
fn is_of_others(header: &str) -> bool {
    #[rustfmt::skip]
    const BEGINNINGS: &[&str] = &[
        // Of the patient.
        "diabet", "hypert", "deceas", "surviv", "hospital", "inpatient", "outpatient", "admit", "admission", "discharg", "emerg",
        "veteran", "obes", "cancer", "tumor", "transplant", "dialys", "medicat", "therap", "treat", "insulin", "statin",
        "warfarin", "metformin", "vaccin", "covid", "symptom", "fever", "exercis", "surger", "histor", "ethnic", "hispan",
        "breastf", "lactati", "resident",
        // Of a study.
        "placebo", "random", "screen", "baseline", "protocol", "visit", "schedul", "study", "studies", "outcome", "target",
        "label", "class", "train", "consent", "enrol", "control",
        // Of the office.
        "urgent", "priorit", "bill", "payment", "invoic", "charge", "print", "export", "upload", "acknowl", "signature", "notif",
        "portal", "interfac", "orderable", "profile", "favorit",
    ];
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "dead", "death", "died", "expired", "alive", "icu", "twin", "twins", "drug", "drugs", "male", "female", "gender", "adult",
        "child", "children", "newpatient", "dm", "htn", "cad", "ckd", "copd", "case", "cases", "fl", "id", "rush",
        "paid", "sent", "view", "viewed", "seen", "signed", "called", "phoned", "faxed", "email", "emailed", "active", "inactive",
        "vip", "primary", "diab", "inpat", "outpat",
    ];
    const WHOLE: &[&str] = &["stat", "isstat", "new", "read", "isread"];
    let folded = vocabulary::fold(header);
    let mut words = words(header);
    let of_others = |word: &String| {
        WORDS.contains(&word.as_str()) || BEGINNINGS.iter().any(|begins| word.starts_with(begins))
    };
    // `ABLFL`, `ANL01FL`: flags of a trial.
    header.trim().ends_with("FL")
        || WHOLE.contains(&folded.as_str())
        || words.any(|word| of_others(&word))
        || is_of_person(header)
        || is_of_disease(&folded)
}

/// The words of a header, in small letters: `IsInpatient`, `sent_to_gp`, `icu1`.
fn words(header: &str) -> impl Iterator<Item = String> {
    let mut spaced = String::with_capacity(2 * header.len());
    let mut was_small = false;
    for c in header.chars() {
        if !c.is_alphabetic() || (was_small && c.is_uppercase()) {
            spaced.push(' ');
        }
        was_small = c.is_lowercase();
        spaced.extend(c.to_lowercase().filter(|c| c.is_alphabetic()));
    }
    let words: Vec<String> = spaced.split(' ').map(str::to_string).collect();
    // `isicu`, as `is_icu`.
    let bare = |word: &String| word.strip_prefix("is").map(str::to_string);
    let asked: Vec<String> = words.iter().filter_map(bare).collect();
    words.into_iter().chain(asked)
}
