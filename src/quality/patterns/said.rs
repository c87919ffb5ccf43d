//! Patterns that the laboratory itself states in a comment.

mod cut;
mod phrase;
mod signs;

use std::sync::Arc;

use super::rows::SaidWords;
use super::{Finding, Patterns};
use crate::notice::Code;
use crate::text::fold_words;
use crate::value::Absence;
use cut::{sentences_of, words_of};

/// What a comment says of the tube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Perhaps another patient's.
    MixUp,
    /// Clotted, contaminated or unsuitable.
    Spoiled,
    /// The same of some tube with its number, or something else that may have moved a result.
    Doubtful,
    /// EDTA from another tube.
    Edta,
    /// It is an EDTA tube, which is right for other tests.
    EdtaTube,
    /// It is a tube with citrate or fluoride, which is right for other tests.
    OtherTube,
    /// Diluted by an infusion.
    Infusion,
    /// Separated too late.
    Delay,
    /// It stood in the light.
    Light,
    /// Its platelets clumped.
    Clumped,
}

impl Said {
    /// True if it is the same matter as a fault that other words of the comment name: "EDTA contamination".
    #[must_use]
    pub(crate) fn covers(self, fault: Absence) -> bool {
        match self {
            Said::MixUp => fault == Absence::MixedUp,
            Said::Edta | Said::EdtaTube | Said::OtherTube | Said::Infusion => {
                matches!(fault, Absence::Contaminated | Absence::Unsuitable)
            }
            Said::Clumped => fault == Absence::Clumped,
            Said::Spoiled | Said::Doubtful | Said::Delay | Said::Light => false,
        }
    }
}

impl Patterns {
    /// What a comment says of the tube; `None` if nothing, or if it denies it.
    #[must_use]
    pub fn said_in(&self, comment: &str) -> Option<Said> {
        if comment.trim().is_empty() {
            return None;
        }
        let folded = fold_words(comment);
        let sentences: Vec<Vec<&str>> = sentences_of(&folded).map(words_of).collect();
        let words = &self.said;
        let lists = [
            (&words.edta, Said::Edta),
            (&words.infusion, Said::Infusion),
            (&words.delay, Said::Delay),
            (&words.light, Said::Light),
            (&words.doubtful, Said::Doubtful),
        ];
        let parts = signs::parts_of(&folded);
        let in_part = lists.into_iter().find_map(|(list, said)| {
            // "EDTA contamination cannot be excluded".
            let or_open = |is_open: bool| if is_open { Said::Doubtful } else { said };
            let in_words = sentences.iter().find(|words_of| words.say(words_of, list));
            let in_words = in_words.map(|words_of| or_open(words.hold(words_of, &words.left_open)));
            let in_signs = || {
                let part = parts.iter().find(|part| signs::say(part, list))?;
                let is_open = signs::say(part, &words.left_open);
                let is_denied = signs::hold(part, &words.denied_signs);
                (is_open || !is_denied).then(|| or_open(is_open))
            };
            in_words.or_else(in_signs)
        });
        let is_queried = || {
            let mut cut = sentences_of(&folded);
            cut.any(|sentence| words.query(sentence, &words.edta_queried))
        };
        let in_part = in_part.or_else(|| is_queried().then_some(Said::Edta));
        let is_whole = |sentence: &Vec<&str>| {
            let whole = sentence.join(" ");
            words.edta_tube.contains(&whole.as_str()) || words.is_edta_tube(sentence)
        };
        let is_one_of = |list: &[&str]| {
            let mut whole = sentences.iter();
            whole.any(|sentence| {
                let mut phrases = list.iter();
                phrases.any(|phrase| {
                    let rest = words.behind(sentence, phrase.split(' '));
                    rest.is_some_and(|rest| rest.is_empty())
                })
            })
        };
        let whole = || {
            let is_edta = sentences.iter().any(is_whole).then_some(Said::EdtaTube);
            is_edta
                .or_else(|| is_one_of(&words.other_tube).then_some(Said::OtherTube))
                .or_else(|| is_one_of(&words.kept).then_some(Said::Delay))
                .or_else(|| is_one_of(&words.drip).then_some(Said::Doubtful))
        };
        in_part.or_else(whole)
    }

    /// True for a cell about the quality of a sample that calls it poor; of a test of its own, its name is asked too.
    #[must_use]
    pub(crate) fn is_poor(&self, text: &str) -> bool {
        let folded = fold_words(text);
        self.said
            .poor
            .contains(&words_of(&folded).join(" ").as_str())
    }

    /// True for the name of a test that is the quality of a sample.
    #[must_use]
    pub(crate) fn is_quality(&self, name: &str) -> bool {
        let folded = fold_words(name);
        self.said
            .quality
            .contains(&words_of(&folded).join(" ").as_str())
    }

    /// True for the name of a test that says whether anything interferes.
    #[must_use]
    pub(crate) fn is_interference(&self, name: &str) -> bool {
        let folded = fold_words(name);
        self.said
            .interference
            .contains(&words_of(&folded).join(" ").as_str())
    }

    /// True for what is measured in tubes with fluoride, and not in serum alone.
    #[must_use]
    pub(crate) fn fits_other_tubes(&self, analyte: &str) -> bool {
        self.said.measured_in_it.contains(&analyte)
    }

    /// True for what is counted falsely where platelets clump.
    #[must_use]
    pub(crate) fn clumps(&self, analyte: &str) -> bool {
        self.stated(Said::Clumped).touches(analyte)
    }

    /// The pattern that a laboratory stated, with the results that it touches.
    #[must_use]
    pub fn stated(&self, said: Said) -> Finding {
        let (code, marks) = match said {
            Said::MixUp => (Code::SampleMixUp, Arc::clone(&self.said.mix_up_marks)),
            Said::Spoiled => (Code::SampleSpoiled, Arc::clone(&self.said.spoiled_marks)),
            Said::Clumped => (Code::SampleSpoiled, Arc::clone(&self.said.clumped_marks)),
            Said::Light => (Code::SampleDoubtful, Arc::clone(&self.said.light_marks)),
            Said::Doubtful | Said::OtherTube => {
                (Code::SampleDoubtful, Arc::clone(&self.said.doubtful_marks))
            }
            Said::Edta | Said::EdtaTube => (Code::EdtaSuspected, Arc::clone(&self.edta.marks)),
            Said::Infusion => (Code::IvFluidPossible, Arc::new(self.diluted(&[]))),
            Said::Delay => (
                Code::DelayedSeparationPossible,
                Arc::clone(&self.delayed.marks),
            ),
        };
        Finding {
            code,
            marks,
            of_a_day: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blanks are taken out of a comment before such phrases are searched in it.
    #[test]
    fn phrases_with_signs_are_listed_without_blanks() {
        let catalog = crate::reference::Catalog::bundled().expect("bundled");
        let words = Patterns::bundled(catalog).expect("bundled").said;
        for list in [
            &words.edta,
            &words.infusion,
            &words.delay,
            &words.light,
            &words.doubtful,
            &words.left_open,
        ] {
            for phrase in list.iter().filter(|phrase| signs::are_in(phrase)) {
                assert!(!phrase.contains(' '), "{phrase}");
            }
        }
    }
}
