//! The specimen in the name of a section, a panel or an order.

use super::{SpecimenWords, holds};
use crate::specimen::Specimen;
use crate::text::fold_words;

impl SpecimenWords {
    /// The specimen that the name of a laboratory's section states, if it states one.
    #[must_use]
    pub fn in_category(&self, category: &str, name: &str) -> Option<Specimen> {
        let folded = fold_words(category);
        let is_of_several = self.is_of_several(&folded, &self.additives_in(&folded));
        if self.is_of_both(&folded)
            || is_of_several
            || self.is_operation(&folded)
            || is_of_balance(&folded)
            || self.has_fluid_besides(&folded)
        {
            return None;
        }
        if !self.is_of_one(&folded, name) || self.is_of_either(&folded) {
            return self.fluid_of_order(&folded);
        }
        // "UA" is a section too; one letter is none.
        let code = self
            .codes
            .get(&folded)
            .filter(|specimen| 1 < folded.len() && !specimen.is_blood())
            .filter(|_| !DRAWN.contains(&folded.as_str()));
        let phrase = || self.phrase_in(&folded).map(|(_, _, specimen)| specimen);
        code.copied()
            .or_else(|| self.section_in(&folded))
            .or_else(|| self.part_in(&folded))
            .or_else(phrase)
            .filter(|specimen| *specimen != Specimen::Other)
    }

    /// True for the name of a section or an order that is a blood count and nothing else, "Hemograma completo": "CBC; urinalysis" has
    /// leukocytes of either, and "CBC BF" those of a fluid.
    #[must_use]
    pub fn is_blood_count(&self, category: &str) -> bool {
        let folded = fold_words(category);
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        let is_known = |word: &str| {
            word.is_empty()
                || self.counts_with.iter().any(|known| known == word)
                || self.counts.iter().any(|count| holds(count, word))
        };
        self.counts.iter().any(|word| holds(&folded, word)) && words.all(is_known)
    }

    /// "Bone marrow biopsy" is what was done to a person, and says nothing of a result; "Paracentesis fluid" does.
    fn is_operation(&self, folded: &str) -> bool {
        let names = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        self.operations
            .iter()
            .any(|part| folded.contains(part.as_str()))
            && !names(&["fluid", "urin", "csf"])
    }

    /// "Labs with UA": what is named first is of blood, for all that it says, and urine is taken besides. "UA with microscopy" is of
    /// urine.
    fn has_fluid_besides(&self, folded: &str) -> bool {
        let names_fluid = |text: &str| {
            let phrase = || self.phrase_in(text).map(|(_, _, specimen)| specimen);
            let found = self.section_in(text).or_else(phrase);
            found.is_some_and(|specimen| !specimen.is_blood())
        };
        let mut ends = folded.match_indices(' ').map(|(at, _)| at);
        let parts = ends.find_map(|at| {
            let (front, behind) = folded.split_at(at);
            let (word, behind) = behind.trim_start().split_once(' ')?;
            WITH.contains(&word).then_some((front, behind))
        });
        parts.is_some_and(|(front, behind)| !names_fluid(front) && names_fluid(behind))
    }

    /// The specimen of a word that names a section: "UA with microscopy".
    fn section_in(&self, folded: &str) -> Option<Specimen> {
        let mut sections = self.sections.iter();
        let found = sections.find_map(|(word, specimen)| holds(folded, word).then_some(*specimen));
        // At the end of a name; elsewhere it is urea.
        found.or_else(|| folded.ends_with(" ur").then_some(Specimen::Urine))
    }

    /// The fluid that an order of several parts names, if nothing else in it is an order of blood: "URINALYSIS, COMPLETE",
    /// "Protein/Creatinine Ratio, Ur".
    fn fluid_of_order(&self, folded: &str) -> Option<Specimen> {
        // "UA with microscopy" is one.
        let joins = |word: &str| self.and.contains(word) && !WITH.contains(&word);
        let is_joined = folded.contains([';', '&', '+']) || folded.split(' ').any(joins);
        let mut words = folded.split([' ', ',', '/', '(', ')']);
        if words.any(|word| self.of_blood.contains(word)) {
            return None;
        }
        // "CSF, cell count and chemistry".
        let of_all = folded
            .split_once(',')
            .and_then(|(all, _)| self.exactly(all));
        if is_joined {
            return of_all.filter(|specimen| !specimen.is_blood());
        }
        let phrase = || self.phrase_in(folded).map(|(_, _, specimen)| specimen);
        let found = self.section_in(folded).or_else(phrase)?;
        let is_plain = found.is_blood() && found != Specimen::WholeBlood;
        (!is_plain && found != Specimen::Other && found != Specimen::Unstated).then_some(found)
    }

    /// True for a section or an order of one thing, or of several of which one is the test with this name: "SODIUM, URINE" is
    /// of urine for sodium, "U&E; urine ACR" tells nothing of it.
    fn is_of_one(&self, folded: &str, name: &str) -> bool {
        let is_and = |word: &str| self.and.contains(word);
        let joined = |text: &str| text.split(' ').any(is_and);
        let mut parts = folded.split([',', ';', '&', '+', '/']).map(str::trim);
        let several = 1 < parts.clone().filter(|part| !part.is_empty()).count() || joined(folded);
        let says_specimen =
            |part: &str| self.phrase_in(part).is_some() || self.fillers.contains(part);
        let own = fold_words(name);
        !several
            || (!own.is_empty() && holds(folded, &own))
            || (!joined(folded) && parts.all(|part| part.is_empty() || says_specimen(part)))
    }

    /// True for a panel of blood and of another fluid in one word or phrase: "Биохимия крови и мочи", "血尿常规".
    fn is_of_both(&self, folded: &str) -> bool {
        const BLOOD: &[&str] = &["血", "혈", "кров"];
        !folded.is_ascii()
            && BLOOD.iter().any(|part| folded.contains(part))
            && self
                .part_in(folded)
                .is_some_and(|specimen| !specimen.is_blood())
    }
}

/// "Fluids & electrolytes", "Fluid balance": what somebody drinks, and no fluid that is measured. "Renal/Urinary" are organs.
fn is_of_balance(folded: &str) -> bool {
    let mut parts = folded.split([',', ';', '&', '+', '/']).map(str::trim);
    let is_bare = |part: &str| ["fluid", "fluids", "urinary"].contains(&part);
    holds(folded, "fluid balance") || (1 < parts.clone().count() && parts.any(is_bare))
}

/// Words before a part of the same order.
const WITH: &[&str] = &["with", "w", "w/", "mit", "avec", "con"];

/// When or how a sample was drawn: in a specimen's own cell urine is meant, and of a section they say nothing.
const DRAWN: &[&str] = &["random", "cath", "voided", "clean catch"];
