//! The condition that a row's own cell states, as the reference data writes it.

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::text::fold_words;

/// Words for conditions, folded: `reference_ranges/results/conditions.toml` says what each list is for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionWords {
    pregnancy: Vec<String>,
    stated_as_in_data: Vec<String>,
    not_pregnant: Vec<String>,
    trimester: String,
    trimesters: Vec<Vec<String>>,
}

impl ConditionWords {
    /// The bundled words.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub(crate) fn bundled() -> Result<ConditionWords> {
        bundled!("results/conditions").map_err(|error: serde_json::Error| {
            Error::new("conditions.toml", error.to_string(), "correct the file")
        })
    }

    /// The condition in a cell.
    pub(crate) fn stated(&self, cell: &str) -> String {
        if cell.is_empty() {
            return String::new();
        }
        let condition = fold_words(cell).replace([' ', '_'], "-");
        let pregnancy = self.pregnancy(&condition);
        pregnancy.map_or(condition, str::to_string)
    }

    /// The condition of pregnancy that is meant, where it is stated in other words than those of the intervals.
    /// Nobody who is said to be pregnant is judged as if she were not.
    fn pregnancy(&self, condition: &str) -> Option<&'static str> {
        let words = || condition.split(|c: char| !c.is_alphanumeric());
        let has = |list: &[String]| words().any(|word| list.iter().any(|known| known == word));
        let begins = |stem: &String| words().any(|word| word.starts_with(stem.as_str()));
        if !self.pregnancy.iter().any(begins) {
            return None;
        }
        if has(&self.not_pregnant) {
            return Some("nonpregnant");
        }
        if has(&self.stated_as_in_data) {
            return None;
        }
        if !condition.contains(&self.trimester) {
            return Some("pregnancy");
        }
        let all = ["pregnancy-t1", "pregnancy-t2", "pregnancy-t3"];
        let mut meant = all
            .iter()
            .zip(&self.trimesters)
            .filter(|(_, signs)| has(signs));
        match (meant.next(), meant.next()) {
            (Some((meant, _)), None) => Some(meant),
            _ => Some("pregnancy"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pregnancy_in_any_words() {
        let words = ConditionWords::bundled().expect("bundled words");
        let stated = |condition| words.stated(condition);
        for (condition, expected) in [
            ("fasting", "fasting"),
            ("pregnancy-t3", "pregnancy-t3"),
            ("fasting-pregnancy-t3", "fasting-pregnancy-t3"),
            ("no pregnancy", "nonpregnant"),
            ("3rd trimester", "pregnancy-t3"),
            ("Third Trimester", "pregnancy-t3"),
            ("trimester 1", "pregnancy-t1"),
            ("trimester", "pregnancy"),
            ("pregnant", "pregnancy"),
            ("schwanger", "pregnancy"),
            ("SSW 34", "pregnancy"),
            ("not pregnant", "nonpregnant"),
            ("nonpregnant", "nonpregnant"),
            ("premenopausal-nonpregnant", "premenopausal-nonpregnant"),
        ] {
            assert_eq!(stated(condition), expected, "{condition}");
        }
    }
}
