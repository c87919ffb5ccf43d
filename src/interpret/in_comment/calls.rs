//! Whom to call for a number in a comment.

use rust_decimal::Decimal;

use super::{Meant, Own, Told, parts, words};
use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::reference::Conversion;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::text::fold_words;
use crate::value::{Absence, Value, to_f64};

/// May a comment give another number of the test beside it: "Repeat potassium 7.2 mmol/L"?
pub(crate) fn restates(comment: &str) -> bool {
    let has_number = comment.bytes().any(|c| c.is_ascii_digit());
    has_number && parts::sentences(comment).any(is_restating)
}

fn is_restating(sentence: &str) -> bool {
    let folded = fold_words(sentence);
    let mut said = folded.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    said.any(|word| {
        words().restating.contains(word)
            || (words().calling.contains(word) && sentence.split_whitespace().any(is_measured))
    })
}

/// A number with a fraction, or a unit behind a slash: whom it was told and when has none.
fn is_measured(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let has_digit = bare.bytes().any(|c| c.is_ascii_digit());
    let unit = bare.split_once('/').map(|(_, unit)| unit);
    (has_digit && bare.contains(['.', ',']))
        || unit.is_some_and(|unit| unit.starts_with(char::is_alphabetic))
}

impl Rules {
    /// Calls what would be critical among the numbers that a comment gives for the test of its row.
    pub(in crate::interpret) fn call_in_comment<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
    ) {
        let comment = result.observation.comment;
        let meant = match result.reading.value {
            Value::Absent(Absence::SeeComment) => Meant::PointedAt,
            _ => Meant::None,
        };
        if !resolution.specimen.is_blood() || !comment.bytes().any(|c| c.is_ascii_digit()) {
            return;
        }
        for told in self.told_in(comment, result, resolution, meant) {
            self.call_in_unit(result, resolution, &told);
        }
    }

    /// Calls what would be critical in the place of the number beside a comment, or measured once more: "corrected to 7.2", "repeat
    /// potassium 7.2 mmol/L". Which one holds, somebody has to read at once.
    pub(in crate::interpret) fn call_restated<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
    ) {
        if result.critical.is_some() {
            return;
        }
        let replaced = self.replaced_by(&result.observation);
        let replaced = replaced.map(|number| (Value::Number(number), number, None));
        let comment = result.observation.comment;
        let again: Vec<Told> = match self.is_restated(comment) {
            true => parts::sentences(comment)
                .filter(|sentence| is_restating(sentence))
                .flat_map(|sentence| self.told_in(sentence, result, resolution, Meant::Restated))
                .filter(|(value, ..)| matches!(value, Value::Number(_)))
                .collect(),
            false => Vec::new(),
        };
        for told in replaced.into_iter().chain(again) {
            self.call_in_unit(result, resolution, &told);
        }
        if result.critical.is_some() {
            result.notices.add(Code::NumberInComment);
        }
    }

    fn told_in<'a>(
        &'a self,
        text: &str,
        result: &Interpretation<'a>,
        resolution: &Resolution<'a>,
        meant: Meant,
    ) -> Vec<Told> {
        let Some(analyte) = resolution.analyte else {
            return Vec::new();
        };
        let own = Own {
            analyte,
            resolution,
            catalog: self.catalog,
            style: result.observation.numbers,
            meant,
        };
        own.numbers(text)
    }

    /// Calls a number that the analyte may have, in the unit behind it or else in that of the row.
    pub(in crate::interpret) fn call_in_unit<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        (value, number, unit): &(Value<'_>, Decimal, Option<Conversion>),
    ) {
        let Some(analyte) = resolution.analyte else {
            return;
        };
        let of_unit = match *unit {
            Some(by) => &Resolution {
                conversion: Some(by),
                ..resolution.clone()
            },
            None => resolution,
        };
        let believable = |by: Conversion| analyte.is_plausible(by.apply(to_f64(*number)));
        if of_unit.conversion.is_none_or(believable) {
            self.call_number(result, of_unit, *number, value);
        }
    }
}
