//! What is known of one header.

use super::Kind;
use crate::import::headers::role::Role;

/// One known header.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Role; for [`Kind::ByCells`] the usual one.
    pub(crate) role: Role,
    /// What sets it apart.
    pub(crate) kind: Kind,
    /// Among columns of one role, the lower comes first.
    pub(crate) rank: usize,
    /// Unit of an age, if the header says it.
    pub(crate) age_unit: &'static str,
}

/// More than there are words.
pub(super) const WORDS: usize = 1 << 12;

impl Entry {
    /// True for a header whose cells may give its column the role.
    pub(crate) fn chooses(&self, role: Role) -> bool {
        match self.kind {
            Kind::ByCells(choices) => choices.iter().any(|(choice, _)| *choice == role),
            _ => false,
        }
    }

    /// True for a header of the role, or one whose cells may give it.
    pub(crate) fn may_be(&self, role: Role) -> bool {
        match self.kind {
            Kind::ByCells(_) => self.chooses(role),
            _ => self.role == role,
        }
    }

    /// True for a header that is known as a whole, and not put together from words.
    pub(crate) fn is_listed(&self) -> bool {
        self.rank < WORDS
    }
}
