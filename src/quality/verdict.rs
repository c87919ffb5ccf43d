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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
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
mod tests;
