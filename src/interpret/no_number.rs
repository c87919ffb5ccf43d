//! Results without a number: absent, or a text.

use rust_decimal::Decimal;

use super::{is_index, past_device, placeholder, reported};
use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::{
    Absence, BeforeWords, Value, before_words, is_answer, is_near, numbers_about, read_number,
    to_f64,
};

impl Rules {
    pub(super) fn absent<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        absence: Absence,
        resolution: &Resolution<'a>,
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
        if !resolution.analyte.is_some_and(is_index) {
            self.call_in_comment(result, resolution);
            // Another column has a number where this one has none.
            if result.notices.has(Code::ColumnDiffers) {
                self.call_beside(result, resolution);
            }
        }
    }

    pub(super) fn text<'a>(&'a self, result: &mut Interpretation<'a>, resolution: &Resolution<'a>) {
        let text = result.observation.value;
        let index = resolution.analyte.is_some_and(is_index);
        // A word needs no unit, "negative", nor does a grade: "3+".
        let is_word = !text.bytes().any(|c| c.is_ascii_digit());
        let needs_none = is_word || (index && text.trim().ends_with('+'));
        let stands = |code: &&Code| !needs_none || **code != Code::UnitMissing;
        for code in resolution.codes.iter().filter(stands) {
            result.notices.add(*code);
        }
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
        } else if resolution.analyte.is_some() && resolution.specimen.is_blood() && !is_answer(text)
        {
            Code::ValueUnreadable
        } else {
            Code::NotNumeric
        });
        if result.notices.has(Code::ValueUnreadable)
            && let Some(analyte) = resolution.analyte
            && past_device::is_printed(&result.observation, analyte, &self.options.critical_list)
        {
            result.notices.add(Code::PastTheDevice);
        }
        note_number_in_comment(result);
        if !index && resolution.specimen.is_blood() {
            self.call_in_words(result, resolution);
            self.call_in_comment(result, resolution);
            if result.notices.has(Code::ColumnDiffers) {
                self.call_beside(result, resolution);
            }
        }
    }

    /// A number before words that nobody knows is not judged. If it would be critical it is called all the same: what the words
    /// say of it, somebody has to read at once.
    fn call_in_words<'a>(&'a self, result: &mut Interpretation<'a>, resolution: &Resolution<'a>) {
        let row = result.observation;
        let beside = is_near(row.comparator).then(|| read_number(row.value.trim(), row.numbers));
        let near = numbers_about(row.value, row.numbers);
        if let Some(found) = before_words(row.value, row.numbers)
            && !self.is_code(&found, resolution)
            && !self.names_fluid(found.words)
        {
            self.call_number(result, resolution, found.number, &found.value());
        }
        let stage = stage_in(row.value).filter(|_| is_a_stage(resolution));
        for number in near.into_iter().chain(beside.flatten()).chain(stage) {
            self.call_number(result, resolution, number, &Value::Number(number));
        }
    }

    /// What would be critical is called, as far as it is a number of somebody.
    pub(super) fn call_number<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        number: Decimal,
        value: &Value<'_>,
    ) {
        if result.critical.is_some()
            || placeholder::is_placeholder(number, resolution)
            || placeholder::is_below_nothing(number, resolution)
        {
            return;
        }
        if let Some(bounds) = value.bounds() {
            self.call_critical(result, resolution, bounds, true);
        }
    }

    /// Is the number one of the words behind it, and nothing that was measured? `1 not done`, `1 deleted`; `2 QNS`, where one word
    /// alone says that there was too little to measure, or that it is to come, and the number is one of few choices; and what
    /// nobody can have: a sodium of 2. A clotted sample may have been measured; more words may speak of what was, "7 pending
    /// confirmation"; and so does a flag, `2 L QNS`, or a fraction, whatever was done with it: `6.9 cancelled`.
    fn is_code(&self, found: &BeforeWords<'_>, resolution: &Resolution<'_>) -> bool {
        if found.is_flagged {
            return false;
        }
        // "2 (QNS)"
        let words = found.words.trim_end_matches(|c: char| !c.is_alphanumeric());
        let absence = self.words.absence(words);
        let not_done = [Absence::NotPerformed, Absence::NotReceived, Absence::Hold];
        let no_result = [Absence::Insufficient, Absence::Pending];
        let is_none = || {
            absence.is_some_and(|why| not_done.contains(&why))
                || (found.number <= Decimal::ONE && reported::leaves_no_result(words))
        };
        let is_choice = || {
            found.number <= Decimal::from(CHOICES)
                && !words.contains(char::is_whitespace)
                && absence.is_some_and(|why| no_result.contains(&why))
        };
        (found.may_be_code && is_none())
            || (found.is_figure && (is_choice() || is_beyond_belief(found.number, resolution)))
    }
}

/// Is the test one of stages, which have no unit?
fn is_a_stage(resolution: &Resolution<'_>) -> bool {
    const SCORE: &str = "{score}";
    let unit = resolution.analyte.map(|analyte| analyte.unit.code);
    unit == Some(SCORE)
}

/// "Stage 3", "AKI 2 (ratio 2.4)", "Stage III": the one figure behind words.
fn stage_in(text: &str) -> Option<Decimal> {
    const ROMAN: &[&str] = &["I", "II", "III"];
    let before = text.split(['(', '[', ',', ';']).next();
    let text = before.unwrap_or_default().trim();
    let last = text.rsplit([' ', '-']).next();
    if let Some(place) = ROMAN.iter().position(|roman| last == Some(*roman)) {
        return (text.len() > ROMAN[place].len()).then(|| Decimal::from(place + 1));
    }
    let mut figures = text.chars().filter_map(|c| c.to_digit(10));
    let stage = figures.next().filter(|_| figures.next().is_none())?;
    let is_behind = text.starts_with(char::is_alphabetic);
    is_behind.then(|| Decimal::from(stage))
}

/// A number above this one is no code of why there is no result.
const CHOICES: u32 = 3;

/// Is it perhaps such a code, or the number of a line, a tube or a note, where nothing names it?
pub(super) fn is_choice(number: Decimal) -> bool {
    number.scale() == 0 && number <= Decimal::from(CHOICES)
}

/// Can nobody have it, in the unit that it is in?
fn is_beyond_belief(number: Decimal, resolution: &Resolution<'_>) -> bool {
    let known = resolution.analyte.zip(resolution.conversion);
    known.is_some_and(|(analyte, by)| !analyte.is_plausible(by.apply(to_f64(number))))
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
