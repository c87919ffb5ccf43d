//! What stands around the name of a test, or makes it that of another one.

use super::{SpecimenWords, holds};
use crate::text::fold_words;

impl SpecimenWords {
    /// True for what may stand in brackets behind a name and changes nothing: a method, a maker.
    #[must_use]
    pub fn is_remark(&self, text: &str) -> bool {
        let folded = fold_words(text);
        // "Lab 5" is a lab.
        let unnumbered = |part: &str| -> bool {
            let bare = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
            self.remarks.contains(bare)
        };
        let mut parts = folded.split([',', ';', '/']).map(str::trim);
        self.remarks.contains(&folded)
            || parts.all(|part| self.remarks.contains(part) || unnumbered(part))
    }

    /// True for a name that is that of another test only because signs between its parts mean nothing: "GLU-C" of CSF.
    #[must_use]
    pub fn is_apart(&self, name: &str) -> bool {
        let folded = fold_words(name);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        self.apart.contains(&words.join(" "))
    }

    /// True for a name of nothing but words of orders: "Chemistry panel", "U&E".
    #[must_use]
    pub fn is_of_order(&self, name: &str) -> bool {
        let folded = fold_words(name);
        let mut words = folded
            .split([' ', ',', '/'])
            .filter(|word| !word.is_empty());
        words.all(|word| self.fillers.contains(word) || self.and.contains(word))
    }

    /// True for an order of blood, which says nothing of a test whose name stands behind it: "Ionogramme".
    #[must_use]
    pub fn is_panel(&self, text: &str) -> bool {
        self.panels.contains(fold_words(text).trim())
    }

    /// True for a name with a word that makes it that of another quantity or substance.
    #[must_use]
    pub fn is_of_another(&self, name: &str) -> bool {
        let folded = fold_words(name);
        self.others.iter().any(|word| holds(&folded, word))
    }
}
