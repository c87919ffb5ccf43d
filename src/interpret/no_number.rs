//! Results without a number: absent, or a text.

use super::is_index;
use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::{Absence, Value};

impl Rules {
    pub(super) fn absent(
        &self,
        result: &mut Interpretation<'_>,
        absence: Absence,
        resolution: &Resolution<'_>,
    ) {
        // Without a result its unit is no matter.
        let units = [
            Code::UnitMissing,
            Code::UnitUnknown,
            Code::UnitNotForAnalyte,
            Code::UnitConflict,
        ];
        for code in resolution.codes.iter().filter(|code| !units.contains(code)) {
            result.notices.add(*code);
        }
        result.notices.add(Code::ResultAbsent);
        let row = &result.observation;
        let by_words = [row.comment, row.reason, row.value]
            .iter()
            .filter_map(|text| self.hemolysis.in_comment(text))
            .any(|said| self.patterns.is_hemolyzed(said));
        if (absence.is_sample_fault() || by_words) && resolution.specimen.is_blood() {
            result.usability = Some(Usability::Unusable);
        }
        note_number_in_comment(result);
    }

    pub(super) fn text(&self, result: &mut Interpretation<'_>, resolution: &Resolution<'_>) {
        let text = result.observation.value;
        // A word needs no unit: "negative".
        let is_word = !text.bytes().any(|c| c.is_ascii_digit());
        let of_word = |code: &&Code| !(is_word && **code == Code::UnitMissing);
        for code in resolution.codes.iter().filter(of_word) {
            result.notices.add(*code);
        }
        let index = resolution.analyte.is_some_and(is_index);
        // "Hemolyzed, repeat" in the cell of the result: the sample is why there is none.
        let spoiled = !index
            && resolution.specimen.is_blood()
            && self
                .hemolysis
                .in_comment(text)
                .is_some_and(|said| self.patterns.is_hemolyzed(said));
        if spoiled {
            result.usability = Some(Usability::Unusable);
        }
        result.notices.add(if index {
            Code::SampleIndex
        } else if spoiled && is_word {
            Code::ResultAbsent
        } else if is_number_in_another_style(result.reading.value) {
            Code::NumberUnreadable
        } else {
            Code::NotNumeric
        });
        note_number_in_comment(result);
    }
}

/// Digits, points and commas alone: a number, if only it were known which mark is which.
fn is_number_in_another_style(value: Value<'_>) -> bool {
    let Value::Text(text) = value else {
        return false;
    };
    text.bytes().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' ' | '\u{a0}' | '-' | '<' | '>')
        })
        && text.contains(['.', ','])
}

fn note_number_in_comment(result: &mut Interpretation<'_>) {
    let comment = result.observation.comment;
    let has_number = comment
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .any(|word| word.bytes().any(|c| c.is_ascii_digit()));
    if has_number {
        result.notices.add(Code::NumberInComment);
    }
}
