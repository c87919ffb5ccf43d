//! Statuses: final, preliminary, corrected, taken back, or no result at all.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

mod listed;
mod signs;
mod stems;
mod words;

pub(crate) use words::is_denied;

use super::flag::{flag, is_abnormal_mark, is_critical_flag, is_of_optimum};
use crate::interpretation::ReportedFlag;
use crate::text::trim;

/// The status of what is worked out from several results, as an import finds it out.
pub(crate) const STATISTIC: &str = "a statistic of results";

/// The status of what is counted in standard deviations, as an import finds it out.
pub(crate) const STANDARDIZED: &str = "a standardized value";

/// The status of what was measured in an animal, as an import finds it out.
pub(crate) const OF_ANIMAL: &str = "not of a human";

/// Status of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Status {
    /// Final, or not said.
    #[default]
    Final,
    /// Not released yet.
    Preliminary,
    /// Corrected after release.
    Corrected,
    /// Cancelled: there is no result.
    Cancelled,
    /// Something failed: a control of the run, or the limits of the result itself. Which, it does not say.
    Failed,
    /// Not done.
    NotDone,
    /// Worked out from several results: a mean.
    Statistic,
    /// Counted in standard deviations.
    Standardized,
    /// Of an animal.
    OfAnimal,
}

/// Reads a status: HL7 codes and the words of LIS exports. Single letters are those of HL7 table 0085. What is not known
/// counts as final.
#[must_use]
pub fn status(text: &str) -> Status {
    known(text).unwrap_or_default()
}

/// What a status says, if that is known.
fn known(text: &str) -> Option<Status> {
    let text = trim(text);
    listed(text).or_else(|| remembered(text))
}

/// Statuses remembered at most.
const REMEMBERED: usize = 200;

thread_local! {
    /// Statuses that took reading: an export has few, on all its rows.
    static READ: RefCell<foldhash::HashMap<Box<str>, Option<Status>>> = RefCell::default();
}

/// What a status says, read once.
fn remembered(text: &str) -> Option<Status> {
    if let Some(known) = READ.with_borrow(|known| known.get(text).copied()) {
        return known;
    }
    // It may ask for its parts.
    let said = read(text);
    READ.with_borrow_mut(|known| {
        if REMEMBERED <= known.len() {
            known.clear();
        }
        known.insert(text.into(), said);
    });
    said
}

fn read(text: &str) -> Option<Status> {
    let signs = signs::read(text);
    // "已报告(作废)": what is taken back counts before what is final.
    let taken_back = signs.filter(|status| *status == Status::Cancelled);
    taken_back.or_else(|| words::read(text)).or(signs)
}

/// The same of one that is known as a whole, or says nothing.
fn listed(text: &str) -> Option<Status> {
    match trim(text) {
        "" => Some(Status::Final),
        text => listed::read(text),
    }
}

/// True for a status with which there is no result.
#[must_use]
pub(crate) fn leaves_no_result(text: &str) -> bool {
    matches!(status(text), Status::Cancelled | Status::NotDone)
}

/// True for a status by which the laboratory takes back what it reported: HL7 `W` and `D`, and words for it. A cancelled
/// order takes nothing back.
#[must_use]
pub(crate) fn is_withdrawn(text: &str) -> bool {
    let text = trim(text);
    listed::is_withdrawn(text) || words::is_withdrawn(text)
}

/// True for a status that says nothing that is known. It counts as final.
#[must_use]
pub(crate) fn is_unknown_status(text: &str) -> bool {
    known(text).is_none()
}

/// True for a status that is none, and a flag in words: "above range"; "critical", where it is that of one result and not
/// perhaps of a patient.
#[must_use]
pub(crate) fn is_flag(text: &str, of_result: bool) -> bool {
    let words = [ReportedFlag::Low, ReportedFlag::High, ReportedFlag::Normal];
    let text = trim(text);
    // Any other letter or sign is a status of anything.
    let is_doubled = ["HH", "LL"].contains(&text.to_uppercase().as_str());
    let is_long = 2 < text.len();
    let is_serious = || of_result && (is_abnormal_mark(text) || is_critical_flag(text));
    let says = || words.contains(&flag(text)) || is_of_optimum(text) || is_serious();
    (is_long || is_doubled) && is_unknown_status(text) && says()
}

/// True if a status says that the result is final or corrected, or if nothing is said.
#[must_use]
pub fn is_final(text: &str) -> bool {
    matches!(known(text), Some(Status::Final | Status::Corrected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses() {
        for (text, expected) in [
            ("", Status::Final),
            ("F", Status::Final),
            ("final", Status::Final),
            ("P", Status::Preliminary),
            ("C", Status::Corrected),
            ("amended", Status::Corrected),
            ("X", Status::Cancelled),
            ("In Error", Status::Cancelled),
            ("rejected", Status::Cancelled),
            ("Unverified", Status::Preliminary),
            ("NOT DONE", Status::NotDone),
            ("Failed QC", Status::Failed),
            ("qc_fail", Status::Failed),
            ("Removed", Status::Cancelled),
            ("Hidden", Status::Cancelled),
            ("Credited", Status::Cancelled),
            ("retracted", Status::Cancelled),
            ("Entered in error", Status::Cancelled),
            ("entered_in_error", Status::Cancelled),
            ("W", Status::Cancelled),
            // What is taken back is no result itself.
            ("Wrong", Status::Cancelled),
            ("Posted in error", Status::Cancelled),
            ("invalidated", Status::Cancelled),
            ("annullato", Status::Cancelled),
            ("D", Status::Cancelled),
            ("X", Status::Cancelled),
            ("Passed QC", Status::Final),
            ("Modified", Status::Corrected),
            ("to_be_verified", Status::Preliminary),
            ("unassigned", Status::Preliminary),
        ] {
            assert_eq!(status(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_final_and_what_is_not_known() {
        for text in [
            "published",
            "verified",
            "Auth (Verified)",
            "U",
            "A",
            "B",
            "appended",
        ] {
            assert!(!is_unknown_status(text), "{text:?}");
            assert!(is_final(text), "{text:?}");
        }
        for text in ["Q", "N", "O", "E", "3", "Passed QC", "Hide"] {
            assert!(is_unknown_status(text), "{text:?}");
        }
    }
}
