//! In the end: what is to be said of each row whose identity is there more than once.

use super::identity::{Identity, Withdraws};
use super::places::Place;
use super::taken_back::{Taking, taken_back};
use super::{Candidate, Repeats};
use crate::import::date::Moment;
use crate::interpret::reported::Status;
use crate::notice::Code;

impl Repeats {
    /// In the end: keeps only what is to be said of each row.
    pub fn conclude(&mut self) {
        for row in &self.candidates {
            let Identity(identity) = row.identity;
            if row.said.withdraws.is_none() && self.takings.contains_key(&identity) {
                let content = self.reported.entry((identity, row.whole)).or_default();
                content.push(row.reported);
            }
            let is_corrected = row.said.status == Status::Corrected;
            if row.said.withdraws.is_none()
                && self.rank(identity) == Some(row.said.status)
                && (is_corrected || row.said.is_final)
            {
                let replacing = self.replacing.entry(identity).or_default();
                replacing.push(row.reported);
            }
        }
        let contested = self.candidates.iter();
        let contested = contested.filter(|row| row.said.withdraws.is_none() && self.is_behind(row));
        self.contested = contested.map(|row| row.identity.bits()).collect();
        let judged = self
            .candidates
            .iter()
            .map(|row| (row.place, self.judge(row)));
        let mut codes: Vec<(Place, Code)> = judged
            .filter_map(|(place, code)| Some((place, code?)))
            .collect();
        codes.sort_unstable_by_key(|(place, _)| *place);
        *self = Repeats {
            codes,
            ..Repeats::default()
        };
    }

    /// Is a row replaced by a corrected one, or a preliminary one by a final one, or withdrawn?
    #[must_use]
    pub fn is_replaced(&self, Identity(identity): Identity, status: Status) -> bool {
        self.is_superseded(identity, status)
            || (status != Status::Corrected && self.are_all_withdrawn(identity))
    }

    /// The same, but for what is withdrawn.
    fn is_superseded(&self, identity: u64, status: Status) -> bool {
        match status {
            Status::Corrected => false,
            Status::Preliminary if self.finished.contains(&identity) => true,
            _ => self.corrected.contains_key(&identity),
        }
    }

    fn are_all_withdrawn(&self, identity: u64) -> bool {
        let takings = self.takings.get(&identity);
        takings.is_some_and(|all| all.iter().any(|taking| taking.by == Withdraws::All))
    }

    /// What replaces other rows of an identity.
    fn rank(&self, identity: u64) -> Option<Status> {
        match (
            self.corrected.contains_key(&identity),
            self.finished.contains(&identity),
        ) {
            (true, _) => Some(Status::Corrected),
            (false, true) => Some(Status::Final),
            (false, false) => None,
        }
    }

    /// Was a row that others would replace reported behind all of them, for certain?
    fn is_behind(&self, row: &Candidate) -> bool {
        let Identity(identity) = row.identity;
        let is_before = |at: &Option<Moment>| {
            at.zip(row.reported)
                .is_some_and(|(at, own)| at.is_before(own))
        };
        let all = self.replacing.get(&identity);
        self.is_superseded(identity, row.said.status)
            && all.is_some_and(|all| all.iter().all(is_before))
    }

    /// What is to be said of a row whose identity is there more than once.
    fn judge(&self, row: &Candidate) -> Option<Code> {
        let Identity(identity) = row.identity;
        let first = self.first.get(&(identity, row.whole));
        if first.is_some_and(|first| *first != row.place) {
            return Some(Code::Duplicate);
        }
        if row.said.withdraws.is_some() {
            return None;
        }
        if let Some(takings) = self.takings.get(&identity) {
            let own: Vec<&Taking> = takings.iter().filter(|it| it.is_of(&row.said)).collect();
            let content = self.reported.get(&(identity, row.whole));
            let times = content.map_or(&[][..], Vec::as_slice);
            if let Some(code) = taken_back(&own, times) {
                return Some(code);
            }
        }
        // Which one holds is a question, where the older one calls itself the correction.
        if self.contested.contains(&identity)
            && let Some(by) = self.rank(identity)
            && (row.said.status == by || self.is_behind(row))
        {
            return Some(Code::RepeatDiffers);
        }
        // What is withdrawn is judged above.
        if self.is_superseded(identity, row.said.status) {
            return Some(Code::Superseded);
        }
        if self.corrected.contains_key(&identity) {
            // What a correction differs from is superseded: only another correction is a question.
            return self
                .corrections_differ
                .contains(&identity)
                .then_some(Code::RepeatDiffers);
        }
        self.differing
            .contains(&identity)
            .then_some(Code::RepeatDiffers)
    }
}
