//! The verdict on one result of a hemolyzed sample. Direction beats magnitude.
//!
//! The order is fixed: gross hemolysis; below the most sensitive threshold; on the side that the
//! bias cannot cause; below the action level; otherwise the conclusion cannot be drawn. No value is
//! ever corrected, and the bias interval never makes a verdict milder.

use serde::{Deserialize, Serialize};

use super::{Provenance, SampleHemolysis};
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::reference::{Effect, HemolysisEffect};

/// Where a result lies against the limits that judged it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Position {
    /// Below.
    Low,
    /// Inside.
    Inside,
    /// Above.
    High,
    /// No limits judged it.
    Unjudged,
}

/// What the sample makes of one result.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleVerdict {
    /// May the result be used?
    pub usability: Usability,
    /// Why, in codes.
    pub codes: Vec<Code>,
}

impl SampleVerdict {
    /// A verdict with its codes.
    #[must_use]
    pub fn new(usability: Usability, codes: &[Code]) -> SampleVerdict {
        SampleVerdict {
            usability,
            codes: codes.to_vec(),
        }
    }
}

impl std::fmt::Display for SampleVerdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.usability.as_str())?;
        self.codes.iter().try_for_each(|code| write!(f, " {code}"))
    }
}

/// Limits of free hemoglobin that hold for every analyte, in g/L.
#[derive(Clone, Copy, Debug)]
pub struct GeneralLimits {
    /// From here every serum result is unusable.
    pub gross_from: f64,
    /// Below, no analyte is known to be affected.
    pub none_below: f64,
    /// How far "no effect" is taken to hold where its source gives no level.
    pub none_tried_to: f64,
}

/// Judges a result of `position` in a sample, by what hemolysis does to its analyte.
///
/// A band of free hemoglobin (a grade, a word) is judged at its upper end.
#[must_use]
pub fn hemolysis(
    effect: Option<&HemolysisEffect>,
    sample: SampleHemolysis,
    position: Position,
    general: GeneralLimits,
) -> SampleVerdict {
    let verdict = SampleVerdict::new;
    let usable = verdict(Usability::Usable, &[]);
    let Some((least, most)) = sample.free_hb else {
        return if sample.provenance == Provenance::Unknown {
            verdict(Usability::Caution, &[Code::HemolysisIndexWithoutUnit])
        } else {
            usable
        };
    };
    let most = most.unwrap_or(f64::INFINITY);
    if general.gross_from <= most {
        return verdict(Usability::Unusable, &[Code::HemolysisGross]);
    }
    if most < general.none_below {
        return usable;
    }
    let unknown = verdict(Usability::Caution, &[Code::HemolysisEffectUnknown]);
    let Some(effect) = effect else {
        return unknown;
    };
    let threshold = effect.comment_from.unwrap_or(general.none_below);
    let (direction, further_out, masked, far_side) = match effect.effect {
        // "None" holds as far as it was tried.
        Effect::None => {
            let tried = effect.comment_from.unwrap_or(general.none_tried_to);
            return if tried < most { unknown } else { usable };
        }
        Effect::Unknown => return if most < threshold { usable } else { unknown },
        Effect::Raises => (
            Code::HemolysisRaises,
            Code::HemolysisTrueLower,
            Code::MaskedLowPossible,
            Position::Low,
        ),
        Effect::Lowers => (
            Code::HemolysisLowers,
            Code::HemolysisTrueHigher,
            Code::MaskedHighPossible,
            Position::High,
        ),
    };
    if most < threshold {
        return usable;
    }
    if position == far_side {
        return verdict(Usability::Caution, &[direction, further_out]);
    }
    let action = effect.action_from.or(effect.comment_from);
    if action.is_none_or(|action| most < action) {
        return verdict(Usability::Caution, &[direction]);
    }
    // A word alone suppresses nothing unless even its lower end is beyond the limit.
    let surest = if sample.provenance == Provenance::Word {
        least
    } else {
        most
    };
    if effect.do_not_use_from.is_some_and(|limit| limit <= surest) {
        return verdict(Usability::Unusable, &[direction]);
    }
    match position {
        Position::Unjudged => verdict(Usability::Caution, &[direction]),
        Position::Inside => verdict(Usability::Indeterminate, &[direction, masked]),
        Position::Low | Position::High => verdict(Usability::Indeterminate, &[direction]),
    }
}

/// Is a critical value critical whatever the hemolysis did: on the side that the bias cannot cause,
/// or still beyond the limit after the largest published bias?
///
/// `value` and `limit` are in the canonical unit.
#[must_use]
pub fn critical_either_way(
    effect: &HemolysisEffect,
    sample: SampleHemolysis,
    high_side: bool,
    value: f64,
    limit: f64,
) -> bool {
    let raises = match effect.effect {
        Effect::Raises => true,
        Effect::Lowers => false,
        Effect::None | Effect::Unknown => return false,
    };
    if raises != high_side {
        return true;
    }
    let (Some(slope), Some((_, Some(most)))) = (effect.slope, sample.free_hb) else {
        return false;
    };
    let bias = if slope.percent {
        value * slope.high * most / 100.0
    } else {
        slope.high * most
    };
    if raises {
        limit <= value - bias
    } else {
        value + bias <= limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::BiasSlope;

    /// Potassium as the sources have it: 0.2 g/L comment, 0.5 g/L action, 0.20-0.56 mmol/L per g/L.
    fn potassium() -> HemolysisEffect {
        HemolysisEffect {
            effect: Effect::Raises,
            comment_from: Some(0.2),
            action_from: Some(0.5),
            do_not_use_from: None,
            slope: Some(BiasSlope {
                low: 0.20,
                high: 0.56,
                percent: false,
            }),
            source: "test".to_string(),
            note: None,
        }
    }

    /// Insulin: falls, and is not used from 1.25 g/L.
    fn insulin() -> HemolysisEffect {
        HemolysisEffect {
            effect: Effect::Lowers,
            comment_from: Some(0.75),
            action_from: None,
            do_not_use_from: Some(1.25),
            slope: None,
            ..potassium()
        }
    }

    const GENERAL: GeneralLimits = GeneralLimits {
        gross_from: 10.0,
        none_below: 0.2,
        none_tried_to: 0.5,
    };

    fn measured(grams: f64) -> SampleHemolysis {
        SampleHemolysis {
            provenance: Provenance::Measured,
            free_hb: Some((grams, Some(grams))),
        }
    }

    #[track_caller]
    fn check(
        effect: Option<&HemolysisEffect>,
        sample: SampleHemolysis,
        position: Position,
        usability: Usability,
        codes: &str,
    ) {
        let verdict = hemolysis(effect, sample, position, GENERAL);
        let shown: Vec<&str> = verdict.codes.iter().map(|code| code.as_str()).collect();
        assert_eq!(
            (verdict.usability, shown.join(" ").as_str()),
            (usability, codes)
        );
    }

    #[test]
    fn potassium_by_level_and_side() {
        use Position::{High, Inside, Low, Unjudged};
        use Usability::{Caution, Indeterminate, Unusable, Usable};
        let k = potassium();
        let k = Some(&k);
        check(k, measured(0.19), Inside, Usable, "");
        check(k, measured(0.2), Inside, Caution, "hemolysis-raises");
        check(k, measured(0.49), High, Caution, "hemolysis-raises");
        check(
            k,
            measured(0.5),
            Inside,
            Indeterminate,
            "hemolysis-raises masked-low-possible",
        );
        check(k, measured(2.0), High, Indeterminate, "hemolysis-raises");
        check(
            k,
            measured(2.0),
            Low,
            Caution,
            "hemolysis-raises hemolysis-true-value-lower",
        );
        check(k, measured(2.0), Unjudged, Caution, "hemolysis-raises");
        check(k, measured(9.99), High, Indeterminate, "hemolysis-raises");
        check(k, measured(10.0), Low, Unusable, "hemolysis-gross");
        check(k, SampleHemolysis::default(), Inside, Usable, "");
    }

    #[test]
    fn falling_analytes_are_mirrored() {
        use Position::{High, Inside, Low};
        use Usability::{Caution, Indeterminate, Unusable, Usable};
        let i = insulin();
        let i = Some(&i);
        check(i, measured(0.74), Inside, Usable, "");
        check(
            i,
            measured(0.75),
            Inside,
            Indeterminate,
            "hemolysis-lowers masked-high-possible",
        );
        check(i, measured(0.75), Low, Indeterminate, "hemolysis-lowers");
        check(
            i,
            measured(0.75),
            High,
            Caution,
            "hemolysis-lowers hemolysis-true-value-higher",
        );
        check(i, measured(1.25), Inside, Unusable, "hemolysis-lowers");
        // A word whose band reaches the limit does not suppress; one that begins there does.
        let word = |low, high| SampleHemolysis {
            provenance: Provenance::Word,
            free_hb: Some((low, Some(high))),
        };
        check(
            i,
            word(1.0, 2.5),
            Inside,
            Indeterminate,
            "hemolysis-lowers masked-high-possible",
        );
        check(i, word(2.5, 5.0), Inside, Unusable, "hemolysis-lowers");
    }

    #[test]
    fn no_row_is_never_unaffected_and_no_unit_is_no_number() {
        use Position::Inside;
        use Usability::{Caution, Unusable, Usable};
        check(None, measured(0.1), Inside, Usable, "");
        check(
            None,
            measured(0.3),
            Inside,
            Caution,
            "hemolysis-effect-unknown",
        );
        let unknown = SampleHemolysis {
            provenance: Provenance::Unknown,
            free_hb: None,
        };
        check(
            None,
            unknown,
            Inside,
            Caution,
            "hemolysis-index-without-unit",
        );
        let gross = SampleHemolysis {
            provenance: Provenance::Word,
            free_hb: Some((5.0, None)),
        };
        check(None, gross, Inside, Unusable, "hemolysis-gross");
    }

    #[test]
    fn critical_whatever_hemolysis_did() {
        let k = potassium();
        // The worked example of the evidence: 7.0 at 0.6 g/L stays above 6.5 after the largest bias.
        assert!(critical_either_way(&k, measured(0.6), true, 7.0, 6.5));
        assert!(!critical_either_way(&k, measured(2.0), true, 7.0, 6.5));
        assert!(critical_either_way(&k, measured(2.0), false, 2.4, 2.5));
    }
}
