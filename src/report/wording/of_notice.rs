//! What a notice adds to a row.

use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::quality::Provenance;
use crate::report::reason;

/// What a notice adds to a row; `None` where the sample's line, the reason for the empty flag or
/// the foot of the table says it already, or where it changes nothing for the reader.
pub(super) fn remark(result: &Interpretation<'_>, code: Code) -> Option<&'static str> {
    let redraw = matches!(
        result.usability,
        Some(Usability::Indeterminate | Usability::Unusable)
    );
    // "Do not read as normal" says it all.
    let masked =
        result.notices.has(Code::MaskedLowPossible) || result.notices.has(Code::MaskedHighPossible);
    let has = |codes: &[Code]| codes.iter().any(|code| result.notices.has(*code));
    let other_reason = !result.patterns.is_empty()
        || has(&[Code::IcterusRaises, Code::IcterusLowers])
        || has(&[Code::LipemiaRaises, Code::LipemiaLowers]);
    let hemolyzed = has(&[Code::HemolysisRaises, Code::HemolysisLowers]) || !other_reason;
    Some(match code {
        Code::HemolysisRaises | Code::HemolysisLowers if masked => return None,
        Code::HemolysisRaises if redraw => "may be falsely high: hemolysis raises it; redraw",
        Code::HemolysisRaises => "hemolysis raises it: the true value may be lower",
        Code::HemolysisLowers if redraw => "may be falsely low: hemolysis lowers it; redraw",
        Code::HemolysisLowers => "hemolysis lowers it: the true value may be higher",
        Code::HemolysisTrueLower => "low despite hemolysis: the true value is lower still",
        Code::HemolysisTrueHigher => "high despite hemolysis: the true value is higher still",
        Code::MaskedLowPossible if hemolyzed => {
            "do not read as normal: hemolysis may hide a low value; redraw"
        }
        Code::MaskedHighPossible if hemolyzed => {
            "do not read as normal: hemolysis may hide a high value; redraw"
        }
        Code::MaskedLowPossible => "do not read as normal: a low value may be hidden",
        Code::MaskedHighPossible => "do not read as normal: a high value may be hidden",
        Code::HemolysisEffectUnknown => "hemolyzed, effect not known: redraw if it matters",
        Code::ImplausibleValue if result.flag.is_some() => {
            "implausible: check unit and decimal point"
        }
        Code::DecisionLimit if result.flag.is_some_and(|flag| flag.direction() != 0) => {
            "against a guideline's limit, not a normal range"
        }
        Code::PastTheDevice => "PAST the device: take it for critical until a number is there",
        Code::NumberInComment => "a number stands in the comment: read it",
        Code::IntervalUnreadable => "the printed interval cannot be read: compare it yourself",
        Code::CriticalLimitUnread => {
            "the laboratory's own critical limit is not read: hold it against that yourself"
        }
        Code::IntervalReversed if result.flag.is_some() => "the printed interval is reversed",
        Code::TwoPatientsPossible => "perhaps another person's: find out whose it is",
        Code::SampleOfTwoPatients => "its sample is another patient's too: find out whose it is",
        // An index is no result of the sample, and of what is spoiled itself nobody asks it.
        Code::SampleNotTold if result.usability.is_some() && !is_spoiled(result) => {
            "some sample of this patient is spoiled: ask whether it is this one"
        }
        Code::DateUnreadable if !result.notices.has(Code::AgeMissing) => {
            "its date of collection, or of birth, cannot be read or is none"
        }
        Code::OneDrawAssumed => {
            "no sample told: ask whether it is of one tube with the rest of the day"
        }
        Code::SpecimenUnknown if result.flag.is_some() => {
            "its specimen is a word that is not known, or open: ask what it was measured in"
        }
        Code::ColumnDiffers => "another column states another result: ask which one holds",
        Code::RepeatDiffers => "reported again with another result: ask which one holds",
        Code::PerhapsWithdrawn => "withdrawn or cancelled in another row: ask whether it holds",
        Code::Superseded => "replaced by a corrected or final result, or withdrawn",
        Code::Preliminary => "preliminary",
        Code::StatusFailed => "its status says FAIL: ask what failed, and whether it holds",
        Code::FlagUnknown => "the laboratory's own flag is not understood: ask what it means",
        Code::StatusUnknown => "its status is not known: ask whether it was released",
        Code::RowRagged => "cells of this row may be shifted: check the file",
        code => return sample_remark(code, masked),
    })
}

/// True for a result of a sample that is known to be spoiled.
fn is_spoiled(result: &Interpretation<'_>) -> bool {
    let has_said = !result.patterns.is_empty()
        || result.hemolysis.provenance != Provenance::NotStated
        || result.icterus.provenance != Provenance::NotStated
        || result.lipemia.provenance != Provenance::NotStated;
    reason::is_sample_fault(result)
        || (has_said && Some(Usability::Indeterminate) <= result.usability)
}

/// What icterus, lipemia or a pattern across the sample adds to a row.
fn sample_remark(code: Code, masked: bool) -> Option<&'static str> {
    Some(match code {
        Code::IcterusRaises | Code::IcterusLowers if masked => "icteric",
        Code::LipemiaRaises | Code::LipemiaLowers if masked => "lipemic",
        Code::IcterusRaises => "icteric, which raises it: the true value may be lower",
        Code::IcterusLowers => "icteric, which lowers it: the true value may be higher",
        Code::IcterusEffectUnknown => "icteric, effect not known: ask the laboratory",
        Code::LipemiaRaises => "lipemic, which raises it: the true value may be lower",
        Code::LipemiaLowers => "lipemic, which lowers it: the true value may be higher",
        Code::LipemiaEffectUnknown => "lipemic, effect not known: ask the laboratory",
        Code::LipemiaIndexNotTrusted => "not used: hemolysis raises this index",
        Code::SampleSpoiled => "the laboratory says that the sample is no good: new tube",
        Code::SampleDoubtful => "the sample may be no good: ask which tube was meant",
        Code::SampleMixUp => "perhaps another patient's: identify, new tube",
        Code::EdtaSuspected => "EDTA suspected: new tube",
        Code::EdtaPossible | Code::EdtaNotExcluded => "EDTA not excluded: act on it, and repeat",
        Code::SodiumAdditiveSuspected => "citrate or EDTA suspected: new tube",
        Code::FluorideSuspected => "fluoride or oxalate suspected: new tube",
        Code::IvSalinePossible | Code::IvHartmannPossible | Code::IvFluidPossible => {
            "may be diluted by an infusion: redraw from the other arm"
        }
        Code::IvDextrosePossible => "may be mixed with dextrose: check at the bedside, redraw",
        Code::DelayedSeparationPossible => "the sample may have stood too long: repeat urgently",
        Code::ColdStoragePossible => "the sample may have been chilled: repeat",
        Code::PseudohyperkalemiaPossible => "many platelets: repeat on heparin plasma",
        Code::LeukocytePotassiumPossible => "very many leukocytes: repeat on a blood gas",
        Code::HemoconcentrationPossible => "tourniquet or dehydration may raise it",
        Code::InVivoHemolysisPossible => {
            "hemolysis may be in the patient: urgent review, do not discard"
        }
        Code::HaptoglobinUnreliable => "a low one proves nothing on a hemolyzed sample",
        Code::HemolysisSuspected => "hemolysis not stated, but it looks like it: ask",
        Code::BiotinPossible => "ask about biotin",
        Code::SodiumPseudoLowPossible => "may be falsely low: confirm on a direct electrode",
        Code::SodiumPseudoHighPossible => "may be falsely high: confirm on a direct electrode",
        Code::PotassiumChanged => "differs from the sample of the last 12 h",
        Code::ChangeBeyondVariation => "changed since the previous sample",
        _ => return None,
    })
}
