//! From the unit of a result to the one unit of its analyte: by what, or why not at all.
//!
//! Units of one kind meet by themselves. Everything else needs a fact about the analyte: a molar
//! mass, a valence, a standard. Where the fact is missing there is no conversion, never a guess.

use uom::si::molar_concentration::mole_per_cubic_meter;
use uom::si::molar_mass::gram_per_mole;

use super::{Analyte, Conversion, StandardConversion, Variant};
use crate::units::{
    Amount, ChargeConcentration, Kind, MassConcentration, MolarConcentration, MolarMass, Unit, snap,
};

/// What a conversion rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin<'a> {
    /// The same unit.
    Same,
    /// The same kind of quantity: only the prefixes differ.
    Prefix,
    /// Katal and enzyme units: 1 U is 1 µmol per minute.
    Katal,
    /// Mass and moles.
    MolarMass {
        /// g/mol.
        grams: f64,
        /// The molecule that is weighed, where it is another than the analyte.
        variant: Option<&'a Variant>,
    },
    /// Charges per particle.
    Valence(f64),
    /// `IU` and `U` of one analyte are the same thing.
    SameLetters,
    /// A standard or a scale.
    Standard(&'a StandardConversion),
}

impl PartialEq for StandardConversion {
    fn eq(&self, other: &StandardConversion) -> bool {
        self.unit == other.unit && self.conversion == other.conversion
    }
}

impl PartialEq for Variant {
    fn eq(&self, other: &Variant) -> bool {
        self.id == other.id
    }
}

impl Analyte {
    /// How a result in `unit` becomes one in the canonical unit; `None` if the analyte cannot be
    /// stated in it. `variant` names the molecule that a mass weighs.
    #[must_use]
    pub fn conversion(&self, unit: &Unit, variant: Option<&Variant>) -> Option<Conversion> {
        self.conversion_with_origin(unit, variant)
            .map(|(conversion, _)| conversion)
    }

    /// Those of all its units.
    pub(crate) fn conversions<'a>(
        &'a self,
        variant: Option<&'a Variant>,
    ) -> impl Iterator<Item = Conversion> + 'a {
        self.conversions_of(&self.units, variant)
    }

    /// Those of the units, of several, in which it can be stated.
    pub(crate) fn conversions_of<'a>(
        &'a self,
        units: &'a [&'static Unit],
        variant: Option<&'a Variant>,
    ) -> impl Iterator<Item = Conversion> + 'a {
        let units = units.iter();
        units.filter_map(move |unit| self.conversion(unit, variant))
    }

    /// Does some list call low values?
    pub(crate) fn calls_low(&self) -> bool {
        self.critical.iter().any(|row| row.stated.low.is_some())
    }

    /// Does some list call high values?
    pub(crate) fn calls_high(&self) -> bool {
        let mut rows = self.critical.iter();
        rows.any(|row| row.stated.high.is_some() || row.high_uln.is_some())
    }

    /// Is a value in the canonical unit believable?
    pub(crate) fn is_plausible(&self, value: f64) -> bool {
        let (least, most) = self.plausible;
        least <= value && value <= most
    }

    /// The same, with what it rests on.
    #[must_use]
    pub fn conversion_with_origin<'a>(
        &'a self,
        unit: &Unit,
        variant: Option<&'a Variant>,
    ) -> Option<(Conversion, Origin<'a>)> {
        let scaled = |factor: f64, origin| {
            let factor = snap(factor);
            Some((
                Conversion {
                    factor,
                    offset: 0.0,
                },
                origin,
            ))
        };
        if let Some(standard) = self.conversions.iter().find(|row| row.unit == unit) {
            return Some((standard.conversion, Origin::Standard(standard)));
        }
        // A mass that weighs another molecule goes through moles, even between mass units.
        if let Some(factor) = unit.factor_to(self.unit)
            && (variant.is_none() || unit.kind != Kind::Mass)
        {
            let origin = if unit == self.unit {
                Origin::Same
            } else if unit.kind != self.unit.kind {
                Origin::Katal
            } else {
                Origin::Prefix
            };
            return scaled(factor, origin);
        }
        let grams = variant
            .map(|variant| variant.molar_mass)
            .or(self.molar_mass);
        let molar_mass = grams.map(MolarMass::new::<gram_per_mole>);
        let to_molar = |mass: MassConcentration| -> Option<MolarConcentration> {
            Some((mass / molar_mass?).into())
        };
        let to_mass = |molar: MolarConcentration| -> Option<MassConcentration> {
            Some((molar * molar_mass?).into())
        };
        let uncharged = |charge: ChargeConcentration| -> Option<MolarConcentration> {
            Some(MolarConcentration::new::<mole_per_cubic_meter>(
                charge.value / self.valence?,
            ))
        };
        let by_mass = || {
            Some(Origin::MolarMass {
                grams: grams?,
                variant,
            })
        };
        let (converted, origin) = match (unit.amount(1.0), self.unit.kind) {
            (Amount::Mass(mass), Kind::Molar) => (Amount::Molar(to_molar(mass)?), by_mass()?),
            (Amount::Molar(molar), Kind::Mass) => (Amount::Mass(to_mass(molar)?), by_mass()?),
            (Amount::Charge(charge), Kind::Molar) => (
                Amount::Molar(uncharged(charge)?),
                Origin::Valence(self.valence?),
            ),
            // For an enzyme, IU are U; for a hormone, U are IU.
            (Amount::Arbitrary(_), Kind::EnzymeUnits) => {
                return scaled(self.same_letters(unit)?, Origin::SameLetters);
            }
            (Amount::Catalytic(_), Kind::Arbitrary) if unit.kind == Kind::EnzymeUnits => {
                return scaled(self.same_letters(unit)?, Origin::SameLetters);
            }
            _ => return self.through_standard(unit),
        };
        scaled(self.unit.count(converted)?, origin)
    }

    /// `mU/L` for `m[IU]/L` and the other way round: the same letters, `U` and `[IU]` exchanged.
    fn same_letters(&self, unit: &Unit) -> Option<f64> {
        let twin = if unit.code.contains("[IU]") {
            unit.code.replace("[IU]", "U")
        } else if self.unit.code.contains("[arb'U]") {
            unit.code.replace('U', "[arb'U]")
        } else {
            unit.code.replace('U', "[IU]")
        };
        Unit::from_code(&twin)?.factor_to(self.unit)
    }

    /// A unit of the same kind as one for which a standard defines the conversion.
    fn through_standard(&self, unit: &Unit) -> Option<(Conversion, Origin<'_>)> {
        self.conversions.iter().find_map(|row| {
            let factor = unit.factor_to(row.unit).or_else(|| {
                // mU/L of insulin is mIU/L of insulin.
                let twin = unit.code.replace('U', "[IU]");
                (unit.kind == Kind::EnzymeUnits)
                    .then(|| Unit::from_code(&twin)?.factor_to(row.unit))
                    .flatten()
            })?;
            let conversion = Conversion {
                factor: snap(factor * row.conversion.factor),
                offset: row.conversion.offset,
            };
            Some((conversion, Origin::Standard(row)))
        })
    }

    /// Why the analyte cannot be stated in `unit`, as a sentence. Empty if it can.
    #[must_use]
    pub fn why_not(&self, unit: &Unit, variant: Option<&Variant>) -> String {
        if self.conversion(unit, variant).is_some() {
            return String::new();
        }
        let name = &self.name;
        let (is, asked) = (self.unit.kind.words(), unit.kind.words());
        match (unit.kind, self.unit.kind) {
            (Kind::Foreign, _) => {
                format!("{} is not a unit of a concentration in blood.", unit.code)
            }
            (Kind::Mass, Kind::Molar) | (Kind::Molar, Kind::Mass)
                if self.conversions.is_empty() =>
            {
                format!(
                    "{name} is stated as {is}, {} as {asked}. Between the two there is no molar mass that holds for every sample.",
                    unit.code
                )
            }
            (Kind::Mass | Kind::Molar, _) if !self.conversions.is_empty() => format!(
                "{name} converts only by a standard (from {}); no molar mass is given, because its factors belong to the standard and not to the molecule.",
                self.conversions
                    .iter()
                    .map(|row| row.unit.code)
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            (Kind::Charge, Kind::Molar) => format!(
                "mEq count charges, and {name} has no one charge per particle: refused rather than guessed."
            ),
            _ => format!(
                "{name} is measured as {is}; {} is {asked}. No factor joins the two.",
                unit.code
            ),
        }
    }
}
