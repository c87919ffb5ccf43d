//! Words about hemolysis, icterus and lipemia, in ten languages: with grade, with negation, and not
//! in diagnoses.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Provenance, SampleHemolysis};
use crate::text::fold_words;

/// The words for one interferent and their bands: `hemolysis.toml`, `icterus.toml` or `lipemia.toml`
/// in `reference_ranges/sample_quality/`.
#[derive(Clone, Debug)]
pub struct SampleWords {
    file: File,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    gross_from: Option<f64>,
    #[serde(default)]
    gross_source: Option<String>,
    none_below: f64,
    none_below_source: String,
    #[serde(default)]
    trust: Option<Trust>,
    grade: Vec<Grade>,
    /// What a number behind the word "index" is multiplied by, by the unit behind it.
    index_units: BTreeMap<String, f64>,
    stems: Stems,
    /// Absent: as for hemolysis.
    #[serde(default)]
    negation: Negation,
    exclusion: Exclusion,
    codes: Codes,
    sources: BTreeMap<String, crate::reference::schema::SourceRow>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Grade {
    id: String,
    low: f64,
    #[serde(default)]
    high: Option<f64>,
    source: String,
    words: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stems {
    begin: Vec<String>,
    /// Bytes that a text must hold to speak of it at all; `?` stands for a byte outside ASCII.
    hints: Vec<String>,
}

/// Another interferent that makes this index rise falsely.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Trust {
    free_hb_below: f64,
    source: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Negation {
    before: Vec<String>,
    after: Vec<String>,
    attached: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exclusion {
    texts: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Codes {
    stated: Vec<String>,
    #[serde(default)]
    none: Vec<String>,
    #[serde(default)]
    slight: Vec<String>,
    #[serde(default)]
    moderate: Vec<String>,
    #[serde(default)]
    gross: Vec<String>,
}

/// A grade's word: index into the table of grades.
type GradeId = usize;

impl SampleWords {
    /// The bundled words for hemolysis.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn hemolysis() -> crate::error::Result<SampleWords> {
        const TEXT: &str = include_str!("../../reference_ranges/sample_quality/hemolysis.toml");
        let words = SampleWords::parse("hemolysis.toml", TEXT)?;
        match words.file.gross_from {
            Some(_) => Ok(words),
            None => Err(wrong("hemolysis.toml", "`gross_from` is missing".to_string())),
        }
    }

    /// The bundled words for icterus.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn icterus() -> crate::error::Result<SampleWords> {
        const TEXT: &str = include_str!("../../reference_ranges/sample_quality/icterus.toml");
        SampleWords::parse("icterus.toml", TEXT)?.with_common_negation()
    }

    /// The bundled words for lipemia.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn lipemia() -> crate::error::Result<SampleWords> {
        const TEXT: &str = include_str!("../../reference_ranges/sample_quality/lipemia.toml");
        SampleWords::parse("lipemia.toml", TEXT)?.with_common_negation()
    }

    fn parse(name: &str, text: &str) -> crate::error::Result<SampleWords> {
        let file: File = toml::from_str(text).map_err(|error| wrong(name, error.to_string()))?;
        let used = std::iter::once(&file.none_below_source)
            .chain(&file.gross_source)
            .chain(file.trust.as_ref().map(|trust| &trust.source))
            .chain(file.grade.iter().map(|grade| &grade.source));
        for key in used {
            if !file.sources.contains_key(key) {
                return Err(wrong(name, format!("source `{key}` is not defined")));
            }
        }
        for id in ["none", "unstated", "slight", "moderate", "gross"] {
            if !file.grade.iter().any(|grade| grade.id == id) {
                return Err(wrong(name, format!("grade `{id}` is missing")));
            }
        }
        Ok(SampleWords { file })
    }

    /// "No", "not", "keine" are the same words for every interferent.
    fn with_common_negation(mut self) -> crate::error::Result<SampleWords> {
        self.file.negation = SampleWords::hemolysis()?.file.negation;
        Ok(self)
    }

    /// Limits of free hemoglobin that hold for every analyte.
    #[must_use]
    pub fn general(&self) -> super::GeneralLimits {
        super::GeneralLimits {
            gross_from: self.file.gross_from.unwrap_or(f64::INFINITY),
            none_below: self.file.none_below,
        }
    }

    /// Below this level no analyte is known to be affected.
    #[must_use]
    pub fn none_below(&self) -> f64 {
        self.file.none_below
    }

    /// Free hemoglobin in g/L from which an index of this interferent is not to be trusted.
    #[must_use]
    pub fn untrusted_from(&self) -> Option<f64> {
        self.file.trust.as_ref().map(|trust| trust.free_hb_below)
    }

    /// What a comment says of this sample; `None` if nothing.
    #[must_use]
    pub fn in_comment(&self, text: &str) -> Option<SampleHemolysis> {
        // Most comments say nothing of it: look for what all stems share, without folding.
        if !self.file.stems.hints.iter().any(|hint| holds(text, hint)) {
            return None;
        }
        let folded = fold_words(text);
        let excluded: Vec<(usize, usize)> = self
            .file
            .exclusion
            .texts
            .iter()
            .flat_map(|phrase| folded.match_indices(phrase.as_str()))
            .map(|(at, phrase)| (at, at + phrase.len()))
            .collect();
        let mut found: Option<SampleHemolysis> = None;
        for (at, stem) in self.stems_in(&folded) {
            if excluded.iter().any(|(from, to)| (*from..*to).contains(&at)) {
                continue;
            }
            if let Some(statement) = self.statement(&folded, at, stem.len()) {
                found = Some(found.map_or(statement, |known| known.and(statement)));
            }
        }
        found
    }

    /// What a cell for the condition of the specimen says: a code, or words.
    #[must_use]
    pub fn in_condition(&self, text: &str) -> Option<SampleHemolysis> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let codes = &self.file.codes;
        for (list, grade) in [
            (&codes.stated, "unstated"),
            (&codes.none, "none"),
            (&codes.slight, "slight"),
            (&codes.moderate, "moderate"),
            (&codes.gross, "gross"),
        ] {
            if list.iter().any(|code| code.eq_ignore_ascii_case(text)) {
                return Some(self.band(self.grade(grade), Provenance::Word));
            }
        }
        self.in_comment(text)
    }

    /// The grade that the result of an index row states (`2+`, `slight`, `none`).
    #[must_use]
    pub fn in_index(&self, text: &str) -> Option<SampleHemolysis> {
        let folded = fold_words(text);
        self.grade_of(&folded)
            .map(|grade| self.band(grade, Provenance::Graded))
            .or_else(|| self.in_comment(text))
    }

    fn stems_in<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut found: Vec<(usize, &str)> = Vec::new();
        for stem in &self.file.stems.begin {
            for (at, _) in text.match_indices(stem.as_str()) {
                if found.iter().all(|(other, _)| *other != at) && self.begins_word(text, at) {
                    let end = text[at..]
                        .find(|c: char| !c.is_alphanumeric())
                        .map_or(text.len(), |length| at + length);
                    found.push((at, &text[at..end]));
                }
            }
        }
        found
    }

    fn begins_word(&self, text: &str, at: usize) -> bool {
        let before = &text[..at];
        before.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
            || self.attached_negation(before)
    }

    fn attached_negation(&self, before: &str) -> bool {
        self.file.negation.attached.iter().any(|negation| {
            before.strip_suffix(negation.as_str()).is_some_and(|rest| {
                rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
            })
        })
    }

    /// What the words around a stem at `at` make of it.
    fn statement(&self, text: &str, at: usize, length: usize) -> Option<SampleHemolysis> {
        let none = || Some(self.band(self.grade("none"), Provenance::Word));
        let clause_start = text[..at]
            .rfind(['.', ';', ',', ':', '\n', '!'])
            .map_or(0, |stop| stop + 1);
        let before = text[clause_start..at].trim();
        let after = text[at + length..]
            .trim_start_matches([' ', ':', '=', '-'])
            .trim_start();
        if self.attached_negation(&text[..at]) {
            return none();
        }
        let words: Vec<&str> = before.split([' ', '/']).filter(|word| !word.is_empty()).collect();
        let last = words.iter().rev().take(3).copied().collect::<Vec<_>>();
        let grade_before = last.iter().find_map(|word| self.grade_of(word));
        let negated = self.negates(before)
            || last
                .iter()
                .any(|word| matches!(*word, "no" | "not" | "without" | "keine" | "nicht" | "ohne"));
        if negated {
            // "No gross hemolysis" leaves slight hemolysis open: it says nothing that can be used.
            return match grade_before {
                Some(grade) if self.moderate_or_more(grade) => None,
                _ => none(),
            };
        }
        let first_after = after
            .split([',', ';', '.', ' '])
            .next()
            .unwrap_or_default()
            .trim_end_matches(')');
        if let Some(index) = self.index_in_words(after) {
            return Some(index);
        }
        let denied = self.file.negation.after.iter().any(|word| {
            after.strip_prefix(word.as_str()).is_some_and(|rest| {
                rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '.')
            })
        });
        if denied {
            return none();
        }
        if let Some(grade) = grade_before.or_else(|| self.grade_of(first_after)) {
            return Some(self.band(grade, Provenance::Word));
        }
        Some(self.band(self.grade("unstated"), Provenance::Word))
    }

    /// `index 120 mg/dL`, `index: 2.1 g/L`: a measured index; without a unit an unknown one.
    fn index_in_words(&self, after: &str) -> Option<SampleHemolysis> {
        let rest = after
            .strip_prefix("index")
            .or_else(|| after.strip_prefix("indice"))?
            .trim_start_matches([' ', ':', '=']);
        let digits = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.'))
            .unwrap_or(rest.len());
        let number: f64 = rest[..digits].trim_end_matches('.').parse().ok()?;
        let unit = rest[digits..].trim_start();
        let factor = self
            .file
            .index_units
            .iter()
            .find(|(known, _)| unit.starts_with(known.as_str()))
            .map(|(_, factor)| *factor);
        Some(match factor {
            Some(factor) => SampleHemolysis {
                provenance: Provenance::Measured,
                free_hb: Some((number * factor, Some(number * factor))),
            },
            None => SampleHemolysis {
                provenance: Provenance::Unknown,
                free_hb: None,
            },
        })
    }

    fn negates(&self, before: &str) -> bool {
        self.file.negation.before.iter().any(|negation| {
            before.strip_suffix(negation.as_str()).is_some_and(|rest| {
                rest.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
            })
        })
    }

    fn grade_of(&self, word: &str) -> Option<GradeId> {
        let word = word.trim_matches(['(', ')', '"', '\'', '*']).trim();
        if word.is_empty() {
            return None;
        }
        self.file
            .grade
            .iter()
            .position(|grade| grade.words.iter().any(|known| fold_words(known) == word))
    }

    fn moderate_or_more(&self, grade: GradeId) -> bool {
        self.file.grade[grade].low >= self.file.grade[self.grade("moderate")].low
    }

    /// A grade that the file is checked to have.
    fn grade(&self, id: &str) -> GradeId {
        self.file
            .grade
            .iter()
            .position(|grade| grade.id == id)
            .unwrap_or_default()
    }

    fn band(&self, grade: GradeId, provenance: Provenance) -> SampleHemolysis {
        let grade = &self.file.grade[grade];
        SampleHemolysis {
            provenance,
            free_hb: Some((grade.low, grade.high)),
        }
    }
}

fn wrong(name: &str, problem: String) -> crate::error::Error {
    crate::error::Error::new(
        format!("reference_ranges/sample_quality/{name}"),
        problem,
        "correct the file",
    )
}

/// A cheap test for a few bytes in either case; `?` in the hint stands for any byte outside ASCII.
fn holds(text: &str, hint: &str) -> bool {
    let same = |byte: u8, hint: u8| match hint {
        b'?' => !byte.is_ascii(),
        hint => byte.eq_ignore_ascii_case(&hint),
    };
    text.as_bytes()
        .windows(hint.len().max(1))
        .any(|window| window.iter().zip(hint.bytes()).all(|(byte, hint)| same(*byte, hint)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn comment(text: &str, grade: &str) {
        let words = SampleWords::hemolysis().expect("bundled words");
        let said = words.in_comment(text);
        let expected = (!grade.is_empty()).then(|| words.band(words.grade(grade), Provenance::Word));
        assert_eq!(said, expected, "{text:?} should be {grade:?}");
    }

    #[test]
    fn words_with_their_grade() {
        comment("Specimen slightly hemolyzed", "slight");
        comment("Slight haemolysis noted", "slight");
        comment("Specimen moderately hemolyzed.", "moderate");
        comment("GROSSLY HEMOLYZED", "gross");
        comment("markedly hemolyzed", "marked");
        comment("Hemolysis: 2+", "moderate");
        comment("hemolysis +++", "marked");
        comment("leichte Hämolyse", "slight");
        comment("stark hämolytisch", "gross");
        comment("Probe hämolytisch", "unstated");
        comment("fortement hémolysé", "gross");
        comment("prélèvement hémolysé", "unstated");
        comment("hémolyse légère", "slight");
        comment("hemólisis intensa", "gross");
        comment("muestra hemolizada", "unstated");
        comment("emolisi lieve", "slight");
        comment("campione emolizzato", "unstated");
        comment("Potassium may be falsely elevated due to haemolysis", "unstated");
        comment("hæmolyseret", "unstated");
    }

    #[test]
    fn words_that_deny_it() {
        for text in [
            "no hemolysis",
            "No visible haemolysis.",
            "not hemolyzed",
            "non-hemolyzed",
            "nonhemolyzed",
            "unhemolyzed",
            "no evidence of haemolysis",
            "without hemolysis",
            "free of hemolysis",
            "hemolysis: none",
            "hemolysis: negative",
            "hemolysis absent",
            "hemolysis index normal",
            "nicht hämolytisch",
            "keine Hämolyse",
            "ohne Hämolyse",
            "Hämolyse: negativ",
            "pas d'hémolyse",
            "absence d'hémolyse",
            "non hémolysé",
            "sin hemólisis",
            "no hemolizada",
            "assenza di emolisi",
            "nessuna emolisi",
            "emolisi assente",
            "ingen hemolys",
            "geen hemolyse",
            "ikke hemolysert",
        ] {
            comment(text, "none");
        }
    }

    #[test]
    fn sentences_that_say_nothing_of_this_sample() {
        for text in [
            "hemolytic anemia",
            "h/o autoimmune haemolytic anaemia",
            "Hämolytische Anämie",
            "anémie hémolytique",
            "haemolysis screen requested",
            "beta-hemolytic streptococcus",
            "Hemolyzed samples may show falsely elevated potassium",
            "Reject if hemolyzed",
            "avoid hemolysis",
            "no gross hemolysis",
            "modest rise, please monitor",
            "",
        ] {
            comment(text, "");
        }
    }

    #[test]
    fn an_index_in_words() {
        let words = SampleWords::hemolysis().expect("bundled words");
        let said = words.in_comment("Hemolysis index 180 mg/dL").expect("said");
        assert_eq!(said.free_hb, Some((1.8, Some(1.8))));
        assert_eq!(said.provenance, Provenance::Measured);
        let said = words.in_comment("hemolysis index: 180").expect("said");
        assert_eq!(said.provenance, Provenance::Unknown);
        let said = words.in_index("2+").expect("a grade");
        assert_eq!(said.provenance, Provenance::Graded);
        assert_eq!(words.in_condition("HEM").expect("a code").provenance, Provenance::Word);
        assert_eq!(words.in_condition("ROOM"), None);
    }
}
