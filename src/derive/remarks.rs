//! What is to be said besides of what was, and was not, derived.

use std::collections::BTreeMap;

use super::Refusal;
use super::aside::Aside;
use super::disagree::Disagreements;
use crate::notice::FileNotice;

/// Said besides.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    /// By analyte, then by reason.
    refused: BTreeMap<&'static str, BTreeMap<String, u64>>,
    pub(super) disagreements: Disagreements,
    asides: Option<Vec<Aside>>,
}

impl Remarks {
    /// An analyte was not derived once.
    pub(super) fn refuse(&mut self, id: &'static str, why: Refusal) {
        *self
            .refused
            .entry(id)
            .or_default()
            .entry(why.word())
            .or_default() += 1;
    }

    /// An analyte is derived for nobody.
    pub(super) fn refused_to_all(&mut self, id: &'static str, why: &str) {
        self.refused
            .entry(id)
            .or_default()
            .insert(why.to_string(), 1);
    }

    /// Why values were not derived, counted.
    pub(crate) fn refused(&self) -> &BTreeMap<&'static str, BTreeMap<String, u64>> {
        &self.refused
    }

    /// Has what is beside a result kept.
    pub(super) fn keep_asides(&mut self) {
        self.asides = Some(Vec::new());
    }

    pub(super) fn keeps_asides(&self) -> bool {
        self.asides.is_some()
    }

    pub(super) fn add_aside(&mut self, aside: Aside) {
        if let Some(asides) = &mut self.asides {
            asides.push(aside);
        }
    }

    pub(super) fn asides(&self) -> &[Aside] {
        self.asides.as_deref().unwrap_or_default()
    }

    /// Reported values that disagree with what would have been derived, of files with these names. Given once.
    pub(crate) fn take_notices(&mut self, files: &[String]) -> Vec<FileNotice> {
        std::mem::take(&mut self.disagreements).notices(files)
    }

    /// Adds what is said of results behind these.
    pub(crate) fn merge(&mut self, other: Remarks) {
        for (id, reasons) in other.refused {
            let known = self.refused.entry(id).or_default();
            for (why, count) in reasons {
                *known.entry(why).or_default() += count;
            }
        }
        self.disagreements.merge(other.disagreements);
        if let (Some(asides), Some(more)) = (&mut self.asides, other.asides) {
            asides.extend(more);
        }
    }
}
