//! What a result was measured in.

use serde::{Deserialize, Serialize};

/// The specimen of a result, as far as an export tells.
///
/// [`Specimen::Unstated`] covers a blank cell and a bare "blood": such a result is taken as the
/// analyte's usual specimen, and the run says so once.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Specimen {
    /// Not said, or only "blood".
    #[default]
    Unstated,
    /// Serum.
    Serum,
    /// Plasma, anticoagulant not said, or heparin.
    Plasma,
    /// EDTA plasma.
    PlasmaEdta,
    /// Citrated plasma (coagulation).
    PlasmaCitrate,
    /// Fluoride plasma (glucose, lactate).
    PlasmaFluoride,
    /// Whole blood, including blood gas and blood count.
    WholeBlood,
    /// Urine.
    Urine,
    /// Cerebrospinal fluid.
    Csf,
    /// Ascites, pleural, joint and other body fluids.
    BodyFluid,
    /// Stool.
    Stool,
    /// Saliva.
    Saliva,
    /// Something this program does not know.
    Other,
}

impl Specimen {
    /// All that can be stated.
    pub(crate) const STATED: &[Specimen] = &[
        Specimen::Serum,
        Specimen::Plasma,
        Specimen::PlasmaEdta,
        Specimen::PlasmaCitrate,
        Specimen::PlasmaFluoride,
        Specimen::WholeBlood,
        Specimen::Urine,
        Specimen::Csf,
        Specimen::BodyFluid,
        Specimen::Stool,
        Specimen::Saliva,
        Specimen::Other,
    ];

    /// The word used in CSV and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Specimen::Unstated => "",
            Specimen::Serum => "serum",
            Specimen::Plasma => "plasma",
            Specimen::PlasmaEdta => "plasma-edta",
            Specimen::PlasmaCitrate => "plasma-citrate",
            Specimen::PlasmaFluoride => "plasma-fluoride",
            Specimen::WholeBlood => "whole-blood",
            Specimen::Urine => "urine",
            Specimen::Csf => "csf",
            Specimen::BodyFluid => "body-fluid",
            Specimen::Stool => "stool",
            Specimen::Saliva => "saliva",
            Specimen::Other => "other",
        }
    }

    /// True for serum, any plasma and whole blood, and for a specimen that was not stated.
    #[must_use]
    pub fn is_blood(self) -> bool {
        matches!(
            self,
            Specimen::Unstated | Specimen::Serum | Specimen::WholeBlood
        ) || self.is_plasma()
    }

    /// True for any plasma.
    #[must_use]
    pub fn is_plasma(self) -> bool {
        matches!(
            self,
            Specimen::Plasma
                | Specimen::PlasmaEdta
                | Specimen::PlasmaCitrate
                | Specimen::PlasmaFluoride
        )
    }
}
