//! A fluid that is named alone, in a remark or as the point of a treatment.

use super::{SpecimenWords, holds};
use crate::specimen::Specimen;
use crate::text::fold_words;

impl SpecimenWords {
    /// True for a text with a word that denies something.
    pub(crate) fn denies(&self, text: &str) -> bool {
        let folded = fold_words(text);
        self.without.iter().any(|word| holds(&folded, word))
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
        let names_one = || {
            self.fluids
                .iter()
                .any(|part| folded.contains(part.as_str()))
        };
        let bare = || {
            let words = folded.split([' ', ':']);
            let words = words.filter(|word| !self.around_fluids.contains(*word));
            self.exactly(&words.collect::<Vec<_>>().join(" "))
        };
        let other = |specimen: &Specimen| !specimen.is_blood() && *specimen != Specimen::Unstated;
        names_one()
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
