//! What stands in the fields of a result.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::{Serialize, Serializer};

use super::fields::put;
use crate::notice::Code;
use crate::person::Person;
use crate::quality::{Interference, SampleHemolysis};
use crate::value::to_f64;

#[derive(Serialize)]
pub(super) struct PersonRow {
    sex: &'static str,
    age_years: Option<u32>,
}

impl PersonRow {
    pub(super) fn of(person: &Person) -> PersonRow {
        PersonRow {
            sex: person.sex.as_str(),
            age_years: person.age.years(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct HemolysisRow {
    provenance: &'static str,
    free_hb_low_g_per_l: Option<f64>,
    free_hb_high_g_per_l: Option<f64>,
}

impl HemolysisRow {
    pub(super) fn of(sample: SampleHemolysis) -> HemolysisRow {
        let (low, high) = ends(sample.free_hb);
        HemolysisRow {
            provenance: sample.provenance.as_str(),
            free_hb_low_g_per_l: low,
            free_hb_high_g_per_l: high,
        }
    }
}

/// What else is known of the sample, whether or not it touches this result.
#[derive(Serialize)]
pub(super) struct QualityRow<'a> {
    icterus: LevelRow,
    lipemia: LevelRow,
    patterns: CodeList<'a>,
}

impl<'a> QualityRow<'a> {
    pub(super) fn of(
        icterus: Interference,
        lipemia: Interference,
        patterns: &'a [Code],
    ) -> QualityRow<'a> {
        QualityRow {
            icterus: LevelRow::of(icterus),
            lipemia: LevelRow::of(lipemia),
            patterns: CodeList(patterns),
        }
    }
}

#[derive(Serialize)]
struct LevelRow {
    provenance: &'static str,
    low: Option<f64>,
    high: Option<f64>,
}

impl LevelRow {
    fn of(sample: Interference) -> LevelRow {
        let (low, high) = ends(sample.level);
        LevelRow {
            provenance: sample.provenance.as_str(),
            low,
            high,
        }
    }
}

/// A text of the file; nothing if it is empty.
pub(super) fn text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The ends of a level that are known.
fn ends(level: Option<(f64, Option<f64>)>) -> (Option<f64>, Option<f64>) {
    let finite = |value: f64| value.is_finite().then_some(value);
    match level {
        Some((low, high)) => (finite(low), high.and_then(finite)),
        None => (None, None),
    }
}

/// A decimal as a JSON number: `5`, not `5.0`.
#[derive(Clone, Copy)]
pub(super) struct Number(pub(super) Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_i64().filter(|_| self.0.is_integer()) {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(to_f64(self.0)),
        }
    }
}

/// Behind the text of a number in the canonical unit, which begins at `start`: the number itself, where it is one.
#[inline]
pub(super) fn end_number(start: usize, out: &mut Vec<u8>) {
    let end = out.len();
    out.extend_from_slice(b"\",\"canonical_number\":");
    if is_written_alike(&out[start..end]) {
        out.extend_from_within(start..end);
        return;
    }
    let number = std::str::from_utf8(&out[start..end]).ok();
    let number: Option<Decimal> = number.and_then(|text| text.parse().ok());
    put(&number.map(Number), out);
}

/// True for a text that is the same as a [`Number`]. Most are.
#[inline]
fn is_written_alike(text: &[u8]) -> bool {
    // More digits than a number is sure to keep, or zeros that it writes as a power of ten.
    const MOST_DIGITS: usize = 15;
    let [first, rest @ ..] = text else {
        return false;
    };
    if MOST_DIGITS < text.len() || !text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.')) {
        return false;
    }
    match memchr::memchr(b'.', text) {
        None => *first != b'0' || rest.is_empty(),
        Some(_) => {
            !text.starts_with(b"00")
                && !text.starts_with(b"0.000")
                && !text.ends_with(b"0")
                && first.is_ascii_digit()
                && !text.ends_with(b".")
                && memchr::memchr_iter(b'.', text).count() == 1
        }
    }
}

/// A code with its severity.
#[derive(Serialize)]
pub(super) struct CodeRow {
    code: &'static str,
    severity: &'static str,
}

impl CodeRow {
    pub(super) fn of(code: Code) -> CodeRow {
        CodeRow {
            code: code.as_str(),
            severity: code.severity().as_str(),
        }
    }
}

/// Codes, each with its severity.
pub(super) struct CodeList<'a>(pub(super) &'a [Code]);

impl Serialize for CodeList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().copied().map(CodeRow::of))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn decimals_are_numbers_as_short_as_they_can_be() {
        for (decimal, json) in [
            ("5", "5"),
            ("5.0", "5"),
            ("3.50", "3.5"),
            ("-0.1", "-0.1"),
            ("1e-7", "1e-7"),
        ] {
            let decimal = Decimal::from_scientific(decimal)
                .or_else(|_| decimal.parse())
                .expect("a decimal");
            assert_eq!(serde_json::to_string(&Number(decimal)).expect("JSON"), json);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_alike_is_the_number(mantissa in -1_000_000_000_000_i64..1_000_000_000_000, small in -2000_i64..2000, scale in 0_u32..14) {
            for mantissa in [mantissa, small] {
                let text = Decimal::new(mantissa, scale).to_string();
                let mut out = text.clone().into_bytes();
                end_number(0, &mut out);
                let number: Decimal = text.parse().expect("a decimal");
                let json = serde_json::to_string(&Number(number)).expect("JSON");
                prop_assert_eq!(String::from_utf8(out).expect("UTF-8"), format!("{text}\",\"canonical_number\":{json}"));
            }
        }
    }

    #[test]
    fn what_is_no_number_is_null() {
        for text in ["", "n/a", ".", "1.2.3"] {
            let mut out = text.as_bytes().to_vec();
            end_number(0, &mut out);
            assert!(out.ends_with(b":null"), "{text}");
        }
    }
}
