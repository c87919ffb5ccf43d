//! Patterns that the laboratory itself states in a comment.

use std::sync::Arc;

use super::{Finding, Patterns};
use crate::notice::Code;
use crate::text::fold_words;

/// What a comment says of the tube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Perhaps another patient's.
    MixUp,
    /// Clotted, contaminated or unsuitable.
    Spoiled,
    /// The same of some tube with its number.
    Doubtful,
    /// EDTA from another tube.
    Edta,
    /// Diluted by an infusion.
    Infusion,
    /// Separated too late.
    Delay,
}

impl Patterns {
    /// What a comment says of the tube; `None` if nothing, or if it denies it.
    #[must_use]
    pub fn said_in(&self, comment: &str) -> Option<Said> {
        if comment.trim().is_empty() {
            return None;
        }
        let folded = fold_words(comment);
        let holds = |phrases: &[String]| phrases.iter().any(|p| folded.contains(p.as_str()));
        let words = &self.said;
        let said = if holds(&words.edta) {
            Said::Edta
        } else if holds(&words.infusion) {
            Said::Infusion
        } else if holds(&words.delay) {
            Said::Delay
        } else {
            return None;
        };
        (!holds(&words.denied)).then_some(said)
    }

    /// The pattern that a laboratory stated, with the results that it touches.
    #[must_use]
    pub fn stated(&self, said: Said) -> Finding {
        let (code, marks) = match said {
            Said::MixUp => (Code::SampleMixUp, Arc::clone(&self.said.mix_up_marks)),
            Said::Spoiled => (Code::SampleSpoiled, Arc::clone(&self.said.spoiled_marks)),
            Said::Doubtful => (Code::SampleDoubtful, Arc::clone(&self.said.doubtful_marks)),
            Said::Edta => (Code::EdtaSuspected, Arc::clone(&self.edta.marks)),
            Said::Infusion => (Code::IvFluidPossible, Arc::new(self.diluted(&[]))),
            Said::Delay => (
                Code::DelayedSeparationPossible,
                Arc::clone(&self.delayed.marks),
            ),
        };
        Finding { code, marks }
    }
}
