//! A fluid that is named alone, in a remark or as the point of a treatment.

use super::{SpecimenWords, holds};
use crate::specimen::Specimen;
use crate::text::fold_words;

impl SpecimenWords {
    /// True for a text that names a specimen and says nothing else, as "Urine not received" does.
    pub(crate) fn is_nothing_else(&self, text: &str) -> bool {
        let folded = fold_words(text);
        if self.exactly(&folded).is_some() || self.part_in(&folded).is_some() {
            return true;
        }
        let Some((from, to, _)) = self.phrase_in(&folded) else {
            return false;
        };
        // "24 h", "S-123", "early morning".
        let is_of_time = |word: &str| {
            word.len() < 2
                || word.starts_with(|c: char| c.is_ascii_digit())
                || self.fillers.iter().any(|filler| holds(filler, word))
        };
        let says_nothing = |word: &str| {
            is_of_time(word) || self.around_fluids.contains(word) || self.exactly(word).is_some()
        };
        let rest = [&folded[..from], &folded[to..]];
        let mut words = rest
            .iter()
            .flat_map(|rest| rest.split(|c: char| !c.is_alphanumeric()));
        words.all(says_nothing)
    }

    /// True for a text in which a fluid is named that nothing else is called: "Spot urine", and neither "random" nor "drain".
    pub(crate) fn names_fluid(&self, text: &str) -> bool {
        let folded = fold_words(text);
        self.fluids
            .iter()
            .any(|part| folded.contains(part.as_str()))
    }

    /// True for a text that names a fluid which is no blood, and says nothing else: "this is urine".
    #[must_use]
    pub fn is_fluid_alone(&self, text: &str) -> bool {
        // A sentence may speak of anything.
        const LONGEST: usize = 40;
        if text.is_empty() || LONGEST < text.len() {
            return false;
        }
        let folded = fold_words(text);
        let folded = folded.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = || {
            let words = folded.split([' ', ':']);
            let words = words.filter(|word| !self.around_fluids.contains(*word));
            self.exactly(&words.collect::<Vec<_>>().join(" "))
        };
        let other = |specimen: &Specimen| !specimen.is_blood() && *specimen != Specimen::Unstated;
        self.names_fluid(folded)
            && self
                .exactly(folded)
                .or_else(bare)
                .is_some_and(|found| other(&found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specimens_and_nothing_else() {
        let words = SpecimenWords::bundled().expect("the bundled words");
        for (text, expected) in [
            ("Urine", true),
            ("24 h urine", true),
            ("Urine (early morning)", true),
            ("S-123 Urine", true),
            ("EDTA blood", true),
            ("Blood (EDTA)", true),
            ("Li-Heparin plasma", true),
            ("Urine not received", false),
            ("no urine", false),
            ("urine culture pending", false),
            ("Urin folgt", false),
        ] {
            assert_eq!(words.is_nothing_else(text), expected, "{text}");
        }
    }

    #[test]
    fn texts_that_name_a_fluid_and_nothing_else() {
        let words = SpecimenWords::bundled().expect("the bundled words");
        for (text, expected) in [
            ("urine", true),
            ("this is urine", true),
            ("CSF sample", true),
            ("Urine collection", true),
            ("dialysate out", true),
            ("PD fluid.", true),
            ("Harn", true),
            ("", false),
            ("Serum", false),
            ("random", false),
            ("ascites", false),
            ("pleural effusion", false),
            ("fluid overload", false),
            ("urine also sent", false),
            ("urine collected", false),
            ("no urine", false),
        ] {
            assert_eq!(words.is_fluid_alone(text), expected, "{text}");
        }
    }
}
