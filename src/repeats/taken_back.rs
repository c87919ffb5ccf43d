//! Results that another row takes back. In which order the rows stand in a file says nothing: only when they were reported
//! does, where both rows tell.

use super::identity::{Said, Withdraws};
use crate::import::date::Moment;
use crate::interpret::reported::Status;
use crate::notice::Code;

/// A row that takes results back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taking {
    pub(super) by: Withdraws,
    pub(super) result: u64,
    pub(super) reported: Option<Moment>,
}

impl Taking {
    /// May it take back what a row says? A correction is what comes in the place of all that is withdrawn.
    pub(super) fn is_of(&self, said: &Said) -> bool {
        match self.by {
            Withdraws::All => said.status != Status::Corrected,
            Withdraws::Same | Withdraws::PerhapsSame => self.result == said.result,
        }
    }

    /// Was it reported before this time, for certain?
    fn is_before(&self, reported: Option<Moment>) -> bool {
        let times = self.reported.zip(reported);
        times.is_some_and(|(own, other)| own.is_before(other))
    }

    /// Was it reported behind this time, for certain, and is there no doubt about what it means?
    fn ends(&self, reported: Option<Moment>) -> bool {
        let times = self.reported.zip(reported);
        self.by != Withdraws::PerhapsSame && times.is_some_and(|(own, other)| other.is_before(own))
    }
}

/// What is to be said of a result that was reported at these times, in rows that say the same, where these rows may take it
/// back. Reported again behind all of them it stands; before one of them it is no result; else nobody knows.
pub(super) fn taken_back(takings: &[&Taking], reported: &[Option<Moment>]) -> Option<Code> {
    let stands = |at: &Option<Moment>| takings.iter().all(|taking| taking.is_before(*at));
    if takings.is_empty() || reported.iter().any(stands) {
        return None;
    }
    let is_ended = |at: &Option<Moment>| takings.iter().any(|taking| taking.ends(*at));
    Some(
        match !reported.is_empty() && reported.iter().all(is_ended) {
            true => Code::Superseded,
            false => Code::PerhapsWithdrawn,
        },
    )
}
