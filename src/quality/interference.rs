//! Icterus and lipemia: what is known of a sample, and what that makes of one result.

use super::{Position, Provenance, SampleHemolysis, SampleVerdict};
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::reference::{Effect, InterferenceEffect};

/// What is known of icterus or lipemia in one sample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interference {
    /// How it is known.
    pub provenance: Provenance,
    /// Lowest and highest level that the evidence allows: bilirubin equivalents in umol/L, or
    /// Intralipid equivalents in mg/dL.
    pub level: Option<(f64, Option<f64>)>,
}

impl Interference {
    /// Both statements about one sample taken together, as for hemolysis: the graver one holds.
    #[must_use]
    pub fn and(self, other: Interference) -> Interference {
        let as_hemolysis = |statement: Interference| SampleHemolysis {
            provenance: statement.provenance,
            free_hb: statement.level,
        };
        as_hemolysis(self).and(as_hemolysis(other)).into()
    }
}

/// A level read by the words and scales that all interferents share.
impl From<SampleHemolysis> for Interference {
    fn from(statement: SampleHemolysis) -> Interference {
        Interference {
            provenance: statement.provenance,
            level: statement.free_hb,
        }
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Interferent {
    /// Bilirubin.
    Icterus,
    /// Turbidity.
    Lipemia,
}

/// Judges a result in `position` by what the interferent does to its analyte. Below `none_below` no
/// analyte is known to be affected. A band is judged at its upper end; a level without a unit is not
/// a number.
#[must_use]
pub fn interference(
    interferent: Interferent,
    effect: Option<&InterferenceEffect>,
    sample: Interference,
    position: Position,
    none_below: f64,
) -> SampleVerdict {
    let [raises, lowers, unknown, without_unit] = match interferent {
        Interferent::Icterus => [
            Code::IcterusRaises,
            Code::IcterusLowers,
            Code::IcterusEffectUnknown,
            Code::IcterusIndexWithoutUnit,
        ],
        Interferent::Lipemia => [
            Code::LipemiaRaises,
            Code::LipemiaLowers,
            Code::LipemiaEffectUnknown,
            Code::LipemiaIndexWithoutUnit,
        ],
    };
    let usable = || SampleVerdict::new(Usability::Usable, &[]);
    let Some((_, most)) = sample.level else {
        return if sample.provenance == Provenance::Unknown {
            SampleVerdict::new(Usability::Caution, &[without_unit])
        } else {
            usable()
        };
    };
    let most = most.unwrap_or(f64::INFINITY);
    if most < none_below {
        return usable();
    }
    let unknown = || SampleVerdict::new(Usability::Caution, &[unknown]);
    let Some(effect) = effect else {
        return unknown();
    };
    if effect.effect != Effect::None && effect.from.is_some_and(|from| most < from) {
        return usable();
    }
    let (direction, masked, far_side) = match effect.effect {
        // "None" holds as far as it was tried.
        Effect::None => {
            return match effect.from {
                Some(tried) if tried < most => unknown(),
                _ => usable(),
            };
        }
        Effect::Unknown => return unknown(),
        Effect::Raises => (raises, Code::MaskedLowPossible, Position::Low),
        Effect::Lowers => (lowers, Code::MaskedHighPossible, Position::High),
    };
    match position {
        Position::Unjudged => SampleVerdict::new(Usability::Caution, &[direction]),
        side if side == far_side => SampleVerdict::new(Usability::Caution, &[direction]),
        // A direction without a threshold is a remark, not a verdict.
        _ if effect.from.is_none() => SampleVerdict::new(Usability::Caution, &[direction]),
        Position::Inside => SampleVerdict::new(Usability::Indeterminate, &[direction, masked]),
        Position::Low | Position::High => {
            SampleVerdict::new(Usability::Indeterminate, &[direction])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effect(effect: Effect, from: Option<f64>) -> InterferenceEffect {
        InterferenceEffect {
            effect,
            from,
            source: "test".to_string(),
            note: None,
        }
    }

    fn measured(level: f64) -> Interference {
        Interference {
            provenance: Provenance::Measured,
            level: Some((level, Some(level))),
        }
    }

    #[test]
    fn icterus_by_level_and_side() {
        use Position::{High, Inside, Low, Unjudged};
        let lowers = effect(Effect::Lowers, Some(205.0));
        let open = effect(Effect::Lowers, None);
        let none = effect(Effect::None, Some(513.0));
        for (effect, level, position, expected) in [
            (Some(&lowers), 102.0, Inside, "usable"),
            (Some(&lowers), 204.0, Inside, "usable"),
            (
                Some(&lowers),
                205.0,
                Inside,
                "indeterminate icterus-lowers masked-high-possible",
            ),
            (Some(&lowers), 205.0, Low, "indeterminate icterus-lowers"),
            (Some(&lowers), 205.0, High, "caution icterus-lowers"),
            (Some(&lowers), 205.0, Unjudged, "caution icterus-lowers"),
            (Some(&open), 103.0, Inside, "caution icterus-lowers"),
            (Some(&none), 513.0, Inside, "usable"),
            (Some(&none), 514.0, Inside, "caution icterus-effect-unknown"),
            (None, 102.9, Inside, "usable"),
            (None, 103.0, Inside, "caution icterus-effect-unknown"),
        ] {
            let sample = measured(level);
            let verdict = interference(Interferent::Icterus, effect, sample, position, 103.0);
            assert_eq!(verdict.to_string(), expected, "{level} {position:?}");
        }
    }
}
