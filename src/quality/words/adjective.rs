//! A sample that is called hemolyzed, and not the disease.

use super::SampleWords;
use crate::quality::SampleHemolysis;
use crate::text::fold_words;

/// French words for a sample, behind which "hemolyse" says how it is.
const OF_SAMPLES: &[&str] = &["echantillon", "prelevement"];

impl SampleWords {
    /// What a cell says of a sample that may be about the patient as well: hemolysis is a disease, "hemolyzed" a sample.
    #[must_use]
    pub(crate) fn in_adjective(&self, text: &str) -> Option<SampleHemolysis> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let mut before = String::new();
        let mut names_it = false;
        for word in words.filter(|word| !word.is_empty()) {
            let folded = fold_words(word);
            // "Hémolysé" folds to the noun; in capitals it has no accent.
            let is_participle = word.ends_with('é') || OF_SAMPLES.contains(&before.as_str());
            names_it |= !is_participle && self.file.grammar.nouns().contains(&folded.as_str());
            before = folded;
        }
        (!names_it).then(|| self.in_condition(text))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_and_diseases() {
        let words = SampleWords::hemolysis().expect("the bundled words");
        for (text, expected) in [
            ("hemolyzed", true),
            ("Échantillon hémolysé", true),
            ("Sérum hémolysé", true),
            ("ECHANTILLON HEMOLYSE", true),
            ("Hémolyse", false),
            ("HEMOLYSE", false),
            ("Hämolyse", false),
            ("hemolysis", false),
            ("Indice d'hémolyse", false),
        ] {
            assert_eq!(words.in_adjective(text).is_some(), expected, "{text}");
        }
    }
}
