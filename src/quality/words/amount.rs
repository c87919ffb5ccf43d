//! An amount behind the word: "hemolysis index 120 mg/dL", "<5 mg/dL", "250 (ref <50)".

use super::SampleWords;
use super::grammar::Grammar;
use super::sentence::behind_index;
use crate::quality::{Provenance, SampleHemolysis};
use crate::value::as_written;

impl SampleWords {
    /// `index 120 mg/dL`, `: 0,8 g/L`, `<5 mg/dL`: an amount with its unit; of an index also without one, then unknown,
    /// unless it is above the limit that stands beside it.
    pub(super) fn amount_behind(&self, word: &str, behind: &str) -> Option<SampleHemolysis> {
        let text = behind_index(behind);
        let (text, less) = self.file.grammar.behind_less(text);
        let (text, more) = match text.strip_prefix('>') {
            Some(rest) if !less => (rest.trim_start(), true),
            _ => (text, false),
        };
        let (number, rest) = leading_number(text)?;
        let rest = rest.trim_start();
        // "2+" is a grade.
        if rest.starts_with('+') {
            return None;
        }
        let units = &self.file.index_units;
        let factor = units.iter().find(|(known, _)| rest.starts_with(*known));
        if let Some((_, factor)) = factor {
            // 660 mg/dL are 6.6 g/L, and no bit more.
            let amount = as_written(number * factor);
            let low = if less { 0.0 } else { amount };
            return Some(SampleHemolysis {
                provenance: Provenance::Measured,
                free_hb: Some((low, (!more).then_some(amount))),
            });
        }
        // Nothing is nothing in every unit.
        if number == 0.0 && !more && is_index(word, behind) {
            return Some(self.band(self.grade("none"), Provenance::Word));
        }
        let limit = self.file.grammar.limit_behind(rest);
        if limit.is_some_and(|limit| limit < number) {
            return Some(self.band(self.grade("unstated"), Provenance::Word));
        }
        is_index(word, behind).then_some(SampleHemolysis {
            provenance: Provenance::Unknown,
            free_hb: None,
        })
    }

    /// An index without a unit inside the limits that stand beside it: "H index 5 (ref <50)".
    pub(super) fn is_inside_own_limit(&self, word: &str, behind: &str) -> bool {
        let number = leading_number(behind_index(behind)).filter(|_| is_index(word, behind));
        number.is_some_and(|(number, rest)| {
            let limit = self.file.grammar.limit_behind(rest.trim_start());
            limit.is_some_and(|limit| number <= limit)
        })
    }
}

impl Grammar {
    /// The limit of its own that stands behind an index: "(ref <50)", "(0-50)".
    fn limit_behind(&self, text: &str) -> Option<f64> {
        let mut named = text.starts_with(['(', '[']);
        let mut text = text.trim_start_matches([' ', '(', '[', ',']);
        while let Some(rest) = self
            .own_limit
            .iter()
            .find_map(|word| text.strip_prefix(*word))
        {
            (text, named) = (rest.trim_start_matches([' ', ':', '.']), true);
        }
        let (rest, less) = self.behind_less(text);
        if !named && !less {
            return None;
        }
        let (first, rest) = leading_number(rest)?;
        let second = rest
            .trim_start()
            .strip_prefix('-')
            .and_then(|rest| leading_number(rest.trim_start()));
        match second {
            Some((second, _)) if !less => Some(second),
            _ => less.then_some(first),
        }
    }

    /// The text behind "<" or a word for it, and whether it was there.
    fn behind_less<'t>(&self, text: &'t str) -> (&'t str, bool) {
        let rest = self.less.iter().find_map(|word| text.strip_prefix(*word));
        (rest.unwrap_or(text).trim_start(), rest.is_some())
    }
}

fn is_index(word: &str, behind: &str) -> bool {
    word.ends_with("index") || behind_index(behind) != behind.trim_start_matches([' ', ':', '='])
}

/// A number in front of a text, and what stands behind it.
pub(super) fn leading_number(text: &str) -> Option<(f64, &str)> {
    let digits = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(text.len());
    let number = text[..digits].trim_end_matches(['.', ',']);
    let number = number.replace(',', ".").parse().ok()?;
    Some((number, &text[digits..]))
}
