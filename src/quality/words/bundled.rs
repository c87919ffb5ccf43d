//! The bundled files of words, read and checked.

use std::sync::{Arc, OnceLock};

use super::sieve::Sieve;
use super::{File, SampleWords};

impl SampleWords {
    /// The bundled words for hemolysis.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn hemolysis() -> crate::error::Result<SampleWords> {
        let words = SampleWords::of_file("hemolysis.toml", bundled!("sample_quality/hemolysis"))?;
        match words.file.gross_from {
            Some(_) => Ok(words),
            None => Err(wrong(
                "hemolysis.toml",
                "`gross_from` is missing".to_string(),
            )),
        }
    }

    /// The bundled words for icterus; "no", "not", "keine" are the same words as for hemolysis.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn icterus(hemolysis: &SampleWords) -> crate::error::Result<SampleWords> {
        SampleWords::of_file("icterus.toml", bundled!("sample_quality/icterus"))
            .map(|words| words.with_grammar_of(hemolysis))
    }

    /// The bundled words for lipemia, with the grammar of those for hemolysis.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub fn lipemia(hemolysis: &SampleWords) -> crate::error::Result<SampleWords> {
        SampleWords::of_file("lipemia.toml", bundled!("sample_quality/lipemia"))
            .map(|words| words.with_grammar_of(hemolysis))
    }

    fn of_file(name: &str, file: serde_json::Result<File>) -> crate::error::Result<SampleWords> {
        let file = file.map_err(|error| wrong(name, error.to_string()))?;
        let used = std::iter::once(&file.none_below_source)
            .chain(&file.gross_source)
            .chain(&file.none_tried_source)
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
        let codes = &file.codes;
        let mut hints = file.stems.hints.iter();
        if let Some(hint) = hints.find(|hint| !hint.starts_with(|c: char| c.is_ascii_lowercase())) {
            return Err(wrong(
                name,
                format!("the hint `{hint}` does not begin with a small letter"),
            ));
        }
        let coded = codes.by_grade().flat_map(|(list, _)| list);
        Ok(SampleWords {
            hints: Sieve::of(file.stems.hints.iter().copied()),
            coded: Sieve::of(coded.copied()),
            graded: OnceLock::new(),
            file,
        })
    }

    fn with_grammar_of(mut self, other: &SampleWords) -> SampleWords {
        self.file.grammar = Arc::clone(&other.file.grammar);
        self
    }
}

fn wrong(name: &str, problem: String) -> crate::error::Error {
    crate::error::Error::new(
        format!("reference_ranges/sample_quality/{name}"),
        problem,
        "correct the file",
    )
}
