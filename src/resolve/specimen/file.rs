//! The words for specimens, read from `reference_ranges/results/specimens.toml`.

use foldhash::HashMap;
use serde::Deserialize;

use super::{SpecimenWords, beginning};
use crate::error::{Error, Result};
use crate::specimen::Specimen;
use crate::text::fold_words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    letters: Vec<&'static str>,
    and: Vec<&'static str>,
    fillers: Vec<&'static str>,
    panels: Vec<&'static str>,
    without: Vec<&'static str>,
    of_others: Vec<&'static str>,
    altered: Vec<&'static str>,
    counts: Vec<&'static str>,
    counts_with: Vec<&'static str>,
    of_blood: Vec<&'static str>,
    operations: Vec<&'static str>,
    remarks: Vec<&'static str>,
    others: Vec<&'static str>,
    apart: Vec<&'static str>,
    foods: Vec<&'static str>,
    fluids: Vec<&'static str>,
    around_fluids: Vec<&'static str>,
    no_parts: Vec<&'static str>,
    specimen: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Row {
    id: String,
    #[serde(default)]
    texts: Vec<&'static str>,
    #[serde(default)]
    codes: Vec<&'static str>,
    #[serde(default)]
    prefixes: Vec<&'static str>,
    #[serde(default)]
    parts: Vec<&'static str>,
    #[serde(default)]
    additives: Vec<&'static str>,
    #[serde(default)]
    sections: Vec<&'static str>,
    #[serde(default)]
    measured: Vec<&'static str>,
}

impl SpecimenWords {
    /// The bundled words.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn bundled() -> Result<SpecimenWords> {
        let wrong = |problem: String| {
            Error::new(
                "reference_ranges/results/specimens.toml",
                problem,
                "correct the file",
            )
        };
        let file: File = bundled!("results/specimens").map_err(|error| wrong(error.to_string()))?;
        let folded = |texts: &[&str]| texts.iter().map(|text| fold_words(text)).collect();
        let mut words = SpecimenWords {
            texts: HashMap::default(),
            codes: HashMap::default(),
            phrases: Vec::new(),
            beginnings: Vec::new(),
            prefixes: Vec::new(),
            parts: Vec::new(),
            additives: Vec::new(),
            sections: Vec::new(),
            measured: Vec::new(),
            without: file.without.iter().map(|word| fold_words(word)).collect(),
            of_others: file.of_others.iter().map(|word| fold_words(word)).collect(),
            altered: file.altered.iter().map(|word| fold_words(word)).collect(),
            counts: file.counts.iter().map(|word| fold_words(word)).collect(),
            counts_with: file
                .counts_with
                .iter()
                .map(|word| fold_words(word))
                .collect(),
            of_blood: folded(&file.of_blood),
            operations: file
                .operations
                .iter()
                .map(|part| fold_words(part))
                .collect(),
            no_parts: file.no_parts.iter().map(|text| fold_words(text)).collect(),
            and: folded(&file.and),
            fillers: folded(&file.fillers),
            panels: folded(&file.panels),
            letters: folded(&file.letters),
            remarks: folded(&file.remarks),
            apart: folded(&file.apart),
            foods: folded(&file.foods),
            fluids: file.fluids.iter().map(|part| fold_words(part)).collect(),
            around_fluids: folded(&file.around_fluids),
            others: file.others.iter().map(|text| fold_words(text)).collect(),
        };
        for row in file.specimen {
            let specimen = specimen_of(&row.id)
                .ok_or_else(|| wrong(format!("specimen `{}` is not known", row.id)))?;
            for text in row.texts {
                words.texts.insert(fold_words(text), specimen);
            }
            for code in row.codes {
                words.codes.insert(fold_words(code), specimen);
            }
            for prefix in row.prefixes {
                words.prefixes.push((prefix.to_lowercase(), specimen));
            }
            let parts = row.parts.iter().map(|part| (fold_words(part), specimen));
            words.parts.extend(parts);
            let sections = row.sections.iter();
            let sections = sections.map(|word| (fold_words(word), specimen));
            words.sections.extend(sections);
            let measured = row.measured.into_iter();
            words.measured.extend(measured.map(|id| (id, specimen)));
            let additives = row.additives.iter();
            let additives = additives.map(|word| (fold_words(word), specimen));
            words.additives.extend(additives);
        }
        // What says two things is of the one that is no blood.
        // Of blood the tube with an additive counts before what any tube holds.
        let plain = |specimen| matches!(specimen, Specimen::Serum | Specimen::Plasma);
        let rank = |specimen: Specimen| {
            let unstated = specimen == Specimen::Unstated;
            (specimen.is_blood(), unstated, plain(specimen))
        };
        words.parts.sort_by_key(|(_, specimen)| rank(*specimen));
        words.phrases = words.texts.iter().map(|(t, s)| (t.clone(), *s)).collect();
        words
            .phrases
            .sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        let begins = |(phrase, _): &(String, Specimen)| beginning(phrase.as_bytes());
        words.beginnings = words.phrases.iter().map(begins).collect();
        Ok(words)
    }
}

fn specimen_of(id: &str) -> Option<Specimen> {
    if id == "unstated" {
        return Some(Specimen::Unstated);
    }
    Specimen::STATED
        .iter()
        .copied()
        .find(|specimen| specimen.as_str() == id)
}
