//! Notices of an input: those that the derived value tells, and those with which it is none.

use crate::notice::Code;

/// Notices of an input that a reader of the derived value must know.
pub(super) const TOLD: &[Code] = &[
    Code::HemolysisRaises,
    Code::HemolysisLowers,
    Code::HemolysisTrueLower,
    Code::HemolysisTrueHigher,
    Code::MaskedLowPossible,
    Code::MaskedHighPossible,
    Code::HemolysisEffectUnknown,
    Code::HemolysisGross,
    Code::HemolysisIndexWithoutUnit,
    Code::HemolysisSuspected,
    Code::IcterusRaises,
    Code::IcterusLowers,
    Code::IcterusEffectUnknown,
    Code::IcterusIndexWithoutUnit,
    Code::LipemiaRaises,
    Code::LipemiaLowers,
    Code::LipemiaEffectUnknown,
    Code::LipemiaIndexWithoutUnit,
    Code::SampleMixUp,
    Code::SampleSpoiled,
    Code::SampleDoubtful,
    Code::EdtaSuspected,
    Code::EdtaPossible,
    Code::SodiumAdditiveSuspected,
    Code::FluorideSuspected,
    Code::IvSalinePossible,
    Code::IvDextrosePossible,
    Code::IvHartmannPossible,
    Code::IvFluidPossible,
    Code::DelayedSeparationPossible,
    Code::ColdStoragePossible,
    Code::PseudohyperkalemiaPossible,
    Code::LeukocytePotassiumPossible,
    Code::HemoconcentrationPossible,
    Code::BiotinPossible,
    Code::SodiumPseudoLowPossible,
    Code::SodiumPseudoHighPossible,
    Code::Preliminary,
    Code::StatusUnknown,
    Code::StatusFailed,
    Code::CommentDisowns,
    Code::PerhapsWithdrawn,
    Code::TwoPatientsPossible,
    Code::SampleOfTwoPatients,
    Code::SampleNotTold,
    Code::CollectionAssumed,
];

/// Notices of blood that an infusion diluted, or may have.
pub(super) const DILUTED: &[Code] = &[
    Code::IvSalinePossible,
    Code::IvDextrosePossible,
    Code::IvHartmannPossible,
    Code::IvFluidPossible,
];

/// A result with such a notice is no input.
pub(super) const NO_INPUT: &[Code] = &[
    Code::Superseded,
    Code::Duplicate,
    Code::QualityControl,
    Code::ImplausibleValue,
    Code::IntervalUnitDoubtful,
    Code::SpecimenNotSerum,
    Code::SpecimenUnknown,
    Code::SpecimenUnsuitable,
    Code::ResultAbsent,
];
