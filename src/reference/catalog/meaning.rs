//! What a name or a code may mean, and what settles it.

use crate::reference::{Analyte, LoincProperty, Variant};
use crate::specimen::Specimen;
use crate::units::Kind;
use crate::units::Unit;

/// What settles an ambiguous name.
#[derive(Clone, Debug)]
pub struct NameRule {
    /// Units that do.
    pub units: &'static [&'static Unit],
    /// Specimens that do.
    pub specimens: &'static [Specimen],
    /// Folded names that do, if all occur in the file.
    pub beside: &'static [&'static str],
    /// What else the name means.
    pub also: &'static str,
}

/// One meaning of a name.
#[derive(Clone, Copy, Debug)]
pub struct NameMeaning<'a> {
    /// The analyte.
    pub analyte: &'a Analyte,
    /// The molecule that its mass weighs.
    pub variant: Option<&'a Variant>,
    /// What must settle the name first; `None` for a name that means nothing else.
    pub rule: Option<&'a NameRule>,
    /// Condition that the name states (`fasting` of "FPG").
    pub condition: Option<&'a str>,
}

impl NameMeaning<'_> {
    /// True if both are of one analyte, and of one molecule.
    pub(crate) fn is_of_the_same(&self, other: &NameMeaning<'_>) -> bool {
        let id = |variant: Option<&Variant>| variant.map(|variant| variant.id.clone());
        self.analyte.id == other.analyte.id && id(self.variant) == id(other.variant)
    }
}

/// What a LOINC code means.
#[derive(Clone, Copy, Debug)]
pub struct LoincMeaning<'a> {
    /// The analyte.
    pub analyte: &'a Analyte,
    /// The molecule that its mass weighs.
    pub variant: Option<&'a Variant>,
    /// What the code counts.
    pub property: LoincProperty,
    /// Specimen that the code states.
    pub specimen: Option<Specimen>,
    /// Condition that the code states.
    pub condition: Option<&'a str>,
}

impl LoincMeaning<'_> {
    /// True if the code is for a weighed result and the unit counts, or the other way round.
    #[must_use]
    pub fn contradicts(&self, kind: Kind) -> bool {
        match self.property {
            LoincProperty::Mass => matches!(kind, Kind::Molar | Kind::Charge),
            LoincProperty::Molar => kind == Kind::Mass,
            LoincProperty::Catalytic | LoincProperty::Arbitrary | LoincProperty::Other => false,
        }
    }
}
