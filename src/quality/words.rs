//! Words about hemolysis, in ten languages: with grade, with negation, and not in diagnoses.

use serde::Deserialize;

use super::{Provenance, SampleHemolysis};
use crate::text::fold_words;

/// The words and their bands, `reference_ranges/sample_quality/hemolysis.toml`.
#[derive(Clone, Debug)]
pub struct HemolysisWords {
    file: File,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    gross_from: f64,
    gross_source: String,
    none_below: f64,
    none_below_source: String,
    grade: Vec<Grade>,
    stems: Stems,
    negation: Negation,
    exclusion: Exclusion,
    codes: Codes,
    sources: std::collections::BTreeMap<String, crate::reference::schema::SourceRow>,
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
    hemolysis: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
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
    hemolyzed: Vec<String>,
    none: Vec<String>,
    slight: Vec<String>,
    moderate: Vec<String>,
    gross: Vec<String>,
}

/// A grade's word: index into the table of grades.
type GradeId = usize;

impl HemolysisWords {
    /// The bundled words.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn bundled() -> crate::error::Result<HemolysisWords> {
        const TEXT: &str = include_str!("../../reference_ranges/sample_quality/hemolysis.toml");
        let wrong = |problem: String| {
            crate::error::Error::new(
                "reference_ranges/sample_quality/hemolysis.toml",
                problem,
                "correct the file",
            )
        };
        let file: File = toml::from_str(TEXT).map_err(|error| wrong(error.to_string()))?;
        let known = |key: &String| file.sources.contains_key(key);
        if !known(&file.gross_source)
            || !known(&file.none_below_source)
            || !file.grade.iter().all(|grade| known(&grade.source)) {
            return Err(wrong("a source is used that is not defined".to_string()));
        }
        for id in ["none", "unstated", "slight", "moderate", "gross"] {
            if !file.grade.iter().any(|grade| grade.id == id) {
                return Err(wrong(format!("grade `{id}` is missing")));
            }
        }
        Ok(HemolysisWords { file })
    }

    /// Limits of free hemoglobin that hold for every analyte.
    #[must_use]
    pub fn general(&self) -> super::GeneralLimits {
        super::GeneralLimits {
            gross_from: self.file.gross_from,
            none_below: self.file.none_below,
        }
    }

    /// What a comment says of hemolysis in this sample; `None` if nothing.
    #[must_use]
    pub fn in_comment(&self, text: &str) -> Option<SampleHemolysis> {
        // Most comments say nothing of hemolysis: look for what all stems share, without folding.
        if !may_speak_of_hemolysis(text) {
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
            (&codes.hemolyzed, "unstated"),
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
        for stem in &self.file.stems.hemolysis {
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
                Some(grade) if self.file.grade[grade].low >= 1.0 => None,
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
        let grams = if unit.starts_with("mg/dl") {
            Some(number / 100.0)
        } else if unit.starts_with("g/l") {
            Some(number)
        } else {
            None
        };
        Some(match grams {
            Some(grams) => SampleHemolysis {
                provenance: Provenance::Measured,
                free_hb: Some((grams, Some(grams))),
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

/// A cheap test that no text about hemolysis fails: it holds `mol` as in hemolysis, `emoli`, `moli`.
fn may_speak_of_hemolysis(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 6
        && bytes
            .windows(2)
            .any(|pair| pair[0].eq_ignore_ascii_case(&b'm') && (pair[1] | 0x20 == b'o' || pair[1] >= 0x80))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn comment(text: &str, grade: &str) {
        let words = HemolysisWords::bundled().expect("bundled words");
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
        let words = HemolysisWords::bundled().expect("bundled words");
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
