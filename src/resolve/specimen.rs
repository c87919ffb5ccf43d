//! Which specimen the words of a row state.

mod allergen;
mod alone;
mod around;
mod file;
mod section;

use foldhash::{HashMap, HashSet};
use memchr::memmem;

use crate::specimen::Specimen;
use crate::text::{fold_words, with_plain_dashes};

/// Words for specimens, `reference_ranges/results/specimens.toml`.
#[derive(Clone, Debug)]
pub struct SpecimenWords {
    texts: HashMap<String, Specimen>,
    codes: HashMap<String, Specimen>,
    /// Longest first, so that "whole blood" is found before "blood".
    phrases: Vec<(String, Specimen)>,
    /// What each of them begins with.
    beginnings: Vec<u8>,
    prefixes: Vec<(String, Specimen)>,
    /// Of languages that write words together or inflect them, other fluids first; and words that hold one by chance.
    parts: Vec<(String, Specimen)>,
    no_parts: Vec<String>,
    /// Words that deny that something is in a tube, or give another one beside it.
    without: Vec<String>,
    /// Words by which blood is not of a patient's vessel, or no longer as it was there.
    of_others: Vec<String>,
    altered: Vec<String>,
    /// Words for what is in a tube; with a star, parts of words.
    additives: Vec<(String, Specimen)>,
    /// Words in the name of a section; and orders of blood, beside which a fluid is another order.
    sections: Vec<(String, Specimen)>,
    /// Ids of analytes that are asked for in another fluid than blood, too.
    measured: Vec<(&'static str, Specimen)>,
    /// Words in the name of one that is a blood count.
    counts: Vec<String>,
    /// What may stand beside these words, and names nothing else.
    counts_with: Vec<String>,
    of_blood: HashSet<String>,
    /// Parts of words for what is done to a person.
    operations: Vec<String>,
    /// Names of one letter that may stand behind a prefix.
    letters: HashSet<String>,
    /// Words between two things that are ordered, and what may stand beside a specimen.
    and: HashSet<String>,
    fillers: HashSet<String>,
    /// Orders of blood that stand in front of a name and say nothing of it.
    panels: HashSet<String>,
    /// What may stand in brackets behind a name and says nothing of the specimen or the analyte.
    remarks: HashSet<String>,
    /// What makes a name that of another quantity.
    others: Vec<String>,
    /// Fluids that somebody may be allergic to.
    foods: HashSet<String>,
    /// Parts of words for fluids that are named alone, and what may stand beside these.
    fluids: Vec<String>,
    around_fluids: HashSet<String>,
    /// Names that would fold to those of other tests.
    apart: HashSet<String>,
}

impl SpecimenWords {
    /// The specimen that a specimen cell states; `None` if it says something unknown, which is not
    /// taken for serum.
    #[must_use]
    pub fn in_cell(&self, cell: &str) -> Option<Specimen> {
        let folded = fold_words(cell);
        let folded = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
        if is_unstated(folded) {
            return Some(Specimen::Unstated);
        }
        if let Some(exactly) = self.exactly(folded) {
            return Some(exactly);
        }
        let additives = self.additives_in(folded);
        if self.is_of_either(folded) || self.is_of_several(folded, &additives) {
            return None;
        }
        // Whatever else is said of the tube: "Blood (EDTA)".
        let found = additives
            .first()
            .copied()
            .or_else(|| self.part_in(folded))
            .or_else(|| self.phrase_in(folded).map(|(_, _, specimen)| specimen));
        let holds_one = |words: &[String]| words.iter().any(|word| holds(folded, word));
        // Urine stays urine, and a tube for counts one for counts.
        let is_plain = found.is_none_or(|found| {
            let plain = [Specimen::Serum, Specimen::Plasma, Specimen::WholeBlood];
            plain.contains(&found) || found == Specimen::Unstated
        });
        if is_plain && holds_one(&self.of_others) {
            return Some(Specimen::Other);
        }
        found.filter(|_| !is_plain || !holds_one(&self.altered))
    }

    /// True for a cell that states no specimen: "n/a", "?".
    #[must_use]
    pub fn states_none(cell: &str) -> bool {
        let folded = fold_words(cell);
        is_unstated(folded.trim_matches(|c: char| !c.is_alphanumeric()))
    }

    /// Is an analyte asked for in this fluid, and not of blood alone?
    pub(crate) fn is_measured_in(&self, id: &str, fluid: Specimen) -> bool {
        self.measured.contains(&(id, fluid))
    }

    /// True for a text of several tubes: "Serum, EDTA blood, citrated plasma" is any of these.
    fn is_of_several(&self, folded: &str, additives: &[Specimen]) -> bool {
        let listed = || folded.contains([',', ';', '/']) || folded.contains(" or ");
        1 < additives.len() || (!additives.is_empty() && listed() && self.names_serum(folded))
    }

    /// The tubes with an additive that the words of a cell name, each once.
    fn additives_in(&self, folded: &str) -> Vec<Specimen> {
        let mut found = Vec::new();
        // "Serum (no EDTA)".
        if self.without.iter().any(|word| holds(folded, word)) {
            return found;
        }
        let words = folded.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            let of_word = |(stem, _): &&(String, Specimen)| match stem.strip_suffix('*') {
                Some(stem) => word.contains(stem),
                None => word == stem,
            };
            if let Some((_, specimen)) = self.additives.iter().find(of_word)
                && !found.contains(specimen)
            {
                found.push(*specimen);
            }
        }
        found
    }

    /// True for a cell that names serum, or a tube for it, beside others.
    fn names_serum(&self, folded: &str) -> bool {
        let mut parts = folded.split(|c: char| !c.is_alphanumeric());
        parts.any(|part| 2 < part.len() && self.exactly(part) == Some(Specimen::Serum))
    }

    /// True for a text of several fluids of which some are blood: "Serum/urine".
    fn is_of_either(&self, folded: &str) -> bool {
        let parts = folded
            .split(['/', '&', '+', '・', '·', ',', ';'])
            .flat_map(|part| part.split(" and "));
        let known = parts.filter_map(|part| {
            let phrase = || self.phrase_in(part.trim()).map(|(_, _, specimen)| specimen);
            self.part_in(part).or_else(phrase)
        });
        let (blood, other): (Vec<_>, Vec<_>) = known.partition(|specimen| specimen.is_blood());
        !blood.is_empty() && !other.is_empty()
    }

    /// The specimen of which a text holds a part, in a language that writes words together or inflects them: "24時間尿".
    fn part_in(&self, folded: &str) -> Option<Specimen> {
        if folded.is_ascii() {
            return None;
        }
        let without = |text: String, word: &String| text.replace(word.as_str(), " ");
        let text = self.no_parts.iter().fold(folded.to_string(), without);
        let mut parts = self.parts.iter();
        parts.find_map(|(part, specimen)| text.contains(part.as_str()).then_some(*specimen))
    }

    fn exactly(&self, folded: &str) -> Option<Specimen> {
        let found = self.texts.get(folded);
        found.or_else(|| self.codes.get(folded)).copied()
    }

    /// The specimen that a text states which is a word for one as a whole.
    #[must_use]
    pub fn as_one(&self, text: &str) -> Option<Specimen> {
        self.exactly(&fold_words(text))
    }

    /// The specimen that a name of LOINC states behind its brackets. There "in Blood" is whole blood; elsewhere "blood"
    /// says nothing.
    #[must_use]
    pub fn of_loinc(&self, behind: &str) -> Specimen {
        let folded = fold_words(behind);
        let blood = [
            "in blood",
            "in venous blood",
            "in capillary blood",
            "in arterial blood",
        ];
        match blood.iter().any(|start| folded.starts_with(start)) {
            true => Specimen::WholeBlood,
            false => Specimen::Unstated,
        }
    }

    /// The specimen that a test's name states, with the name that is left without it.
    #[must_use]
    pub fn in_name(&self, name: &str) -> Option<(Specimen, String)> {
        let folded = with_plain_dashes(fold_words(name));
        for (prefix, specimen) in &self.prefixes {
            if let Some(rest) = folded.strip_prefix(prefix.as_str())
                && (2 <= rest.chars().count() || self.letters.contains(rest))
            {
                return Some((*specimen, rest.to_string()));
            }
        }
        let (from, to, specimen) = self
            .phrase_in(&folded)
            .filter(|(_, _, specimen)| *specimen != Specimen::Other)?;
        // In "Citrate/Creatinine" it is no tube.
        let (behind, ahead) = (folded[..from].trim_end(), folded[to..].trim_start());
        let is_additive = matches!(
            specimen,
            Specimen::PlasmaEdta | Specimen::PlasmaCitrate | Specimen::PlasmaFluoride
        ) || folded[from..to].contains("heparin");
        if is_additive && (behind.ends_with('/') || ahead.starts_with('/')) {
            return None;
        }
        // "Glucosa en fluido diferente a orina": whatever it is of, it is not of that.
        if OTHER_THAN.iter().any(|than| behind.ends_with(than)) {
            return None;
        }
        // "Potasio en suero", "Sódio no soro", "Калий в сыворотке", "Kalij u serumu".
        let of = [
            " in", " of", " en", " em", " no", " nel", " w", " we", " v", " u", " в", " у",
        ];
        let before = of.iter().find_map(|of| behind.strip_suffix(of));
        let before = before.unwrap_or(behind);
        Some((specimen, format!("{before} {}", &folded[to..])))
    }

    /// The longest known phrase that stands in `text` as whole words.
    fn phrase_in(&self, text: &str) -> Option<(usize, usize, Specimen)> {
        // Most phrases begin as no word of the text does.
        let mut begins = [false; 1 << u8::BITS];
        begins[usize::from(beginning(b""))] = true;
        let mut inside = false;
        for (at, byte) in text.bytes().enumerate() {
            if !inside {
                begins[usize::from(beginning(&text.as_bytes()[at..]))] = true;
            }
            inside = byte.is_ascii_alphanumeric();
        }
        let phrases = self.phrases.iter().zip(&self.beginnings);
        let possible = phrases.filter(|(_, beginning)| begins[usize::from(**beginning)]);
        possible
            .map(|(phrase, _)| phrase)
            .filter(|(phrase, _)| phrase.len() <= text.len())
            .find_map(|(phrase, specimen)| {
                let (start, end) = place_of(phrase, text)?;
                Some((start, end, *specimen))
            })
    }
}

/// True for a folded text in place of a specimen that states none.
fn is_unstated(folded: &str) -> bool {
    folded.is_empty() || matches!(folded, "n/a" | "na" | "null" | "unknown" | "none")
}

/// What stands in front of a fluid that it is not.
const OTHER_THAN: &[&str] = &[
    "other than",
    "diferente a",
    "diferente de",
    "distinto a",
    "distinto de",
];

/// What a text begins with, in one number; one for all that are too short.
fn beginning(text: &[u8]) -> u8 {
    match text {
        [first, second, ..] => first.rotate_left(2).wrapping_add(*second),
        _ => 0,
    }
}

/// Does a text hold a phrase as whole words?
fn holds(text: &str, phrase: &str) -> bool {
    place_of(phrase, text).is_some()
}

/// Where a phrase first stands in a text as whole words.
fn place_of(phrase: &str, text: &str) -> Option<(usize, usize)> {
    let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut from = 0;
    // Texts are short: to search each anew costs less than a searcher made for it.
    while !phrase.is_empty()
        && let Some(at) = memmem::find(&text.as_bytes()[from..], phrase.as_bytes())
    {
        let (start, end) = (from + at, from + at + phrase.len());
        if outside(text[..start].chars().next_back()) && outside(text[end..].chars().next()) {
            return Some((start, end));
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests;
