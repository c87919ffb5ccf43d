//! One of four.

use super::assess;
use super::policy::Policy;
use super::sheet::{Counts, Section, Sheet, State, Verdict};

/// Notices that leave it open whose results these are, when they were, or what they are worth.
const OPEN: &[&str] = &[
    "two-patients-possible",
    "collected-before-birth",
    "surgery-outside-life",
    "collected-after-surgery",
    "collected-in-the-future",
    "hemolysis-index-without-unit",
    "similar-identifier",
    "taken-for-quality-control",
    "index-without-sample",
    "sample-of-two-patients",
    "sample-not-told",
    Sheet::TWO_ANSWERS,
    Sheet::OTHER_NUMBER,
];

/// Orders the items, counts, and concludes. `rows` are the rows of the export.
///
/// A limit of optimization counts as a review: somebody has to see to it before the date, and "no
/// entered result outside this policy's limits" would not be true. What is only recorded does not.
pub(crate) fn conclude(policy: &Policy, sheet: &mut Sheet, rows: usize) {
    assess::order(policy, sheet);
    let mut counts = Counts {
        rows,
        without_limit: sheet.counts.without_limit,
        ..Counts::default()
    };
    for item in &sheet.items {
        match item.state {
            State::Missing | State::Absent => counts.missing += 1,
            State::Expired => counts.expired += 1,
            State::Unusable => counts.unusable += 1,
            State::NotInterpreted | State::Undated => counts.not_interpreted += 1,
            State::Optimize => counts.optimize += 1,
            State::Note => counts.noted += 1,
            _ => {}
        }
    }
    let has = |section| sheet.items.iter().any(|item| item.section == section);
    let open = sheet
        .notices
        .iter()
        .any(|notice| OPEN.contains(&notice.code));
    sheet.verdict = if has(Section::A) {
        Verdict::Action
    } else if has(Section::B) || 0 < counts.optimize {
        Verdict::Review
    } else if has(Section::C) || has(Section::D) || open {
        Verdict::Incomplete
    } else {
        Verdict::NothingOutside
    };
    sheet.counts = counts;
}
