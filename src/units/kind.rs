//! Kinds of quantities as types: what meets what.

use uom::Kind as UomKind;
use uom::si::f64::{
    CatalyticActivityConcentration, MassConcentration, Molality, MolarConcentration, Pressure,
    Ratio, Time, VolumetricNumberDensity,
};
use uom::si::{ISQ, Quantity, SI};
use uom::typenum::{N3, P1, Z0};

/// Marks concentrations of electric charge (mEq/L).
pub trait ChargeKind: UomKind {}
/// Marks concentrations in international or arbitrary units.
pub trait ArbitraryKind: UomKind {}
/// Marks a ratio of amounts (mmol/mol).
pub trait AmountRatioKind: UomKind {}

/// Moles of elementary charge per volume; the value is in mol/m³, that is mEq/L.
pub type ChargeConcentration =
    Quantity<ISQ<N3, Z0, Z0, Z0, Z0, P1, Z0, dyn ChargeKind>, SI<f64>, f64>;
/// International units per volume; the value is in IU/m³.
pub type ArbitraryConcentration =
    Quantity<ISQ<N3, Z0, Z0, Z0, Z0, Z0, Z0, dyn ArbitraryKind>, SI<f64>, f64>;
/// Amount per amount; the value is a fraction.
pub type AmountRatio = Quantity<ISQ<Z0, Z0, Z0, Z0, Z0, Z0, Z0, dyn AmountRatioKind>, SI<f64>, f64>;

/// A quantity that a laboratory reports, with its kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// Mass per volume.
    Mass(MassConcentration),
    /// Moles per volume.
    Molar(MolarConcentration),
    /// Charges per volume.
    Charge(ChargeConcentration),
    /// Enzyme activity per volume.
    Catalytic(CatalyticActivityConcentration),
    /// International or arbitrary units per volume.
    Arbitrary(ArbitraryConcentration),
    /// Particles per volume.
    Number(VolumetricNumberDensity),
    /// A fraction or percentage.
    Fraction(Ratio),
    /// Amount per amount.
    AmountRatio(AmountRatio),
    /// Particles in solution per mass of water.
    Osmolality(Molality),
    /// A time.
    Time(Time),
    /// A partial pressure.
    Pressure(Pressure),
    /// An international normalized ratio.
    Inr(f64),
    /// mL/min per 1.73 m² of body surface.
    Filtration(f64),
    /// A ratio of two results.
    Ratio(f64),
    /// A score or a stage.
    Score(f64),
    /// A volume of blood cleared per time, not per body surface.
    Clearance(f64),
    /// A unit that is known, and that no serum analyte is reported in.
    Foreign(f64),
}

/// Kind of quantity, for asking whether two units can meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Mass per volume.
    Mass,
    /// Moles per volume.
    Molar,
    /// Charges per volume.
    Charge,
    /// Enzyme activity in enzyme units.
    EnzymeUnits,
    /// Enzyme activity in katal.
    Katal,
    /// International or arbitrary units.
    Arbitrary,
    /// Counts.
    Number,
    /// Fractions and percentages.
    Fraction,
    /// mmol/mol.
    AmountRatio,
    /// mmol/kg.
    Osmolality,
    /// Seconds.
    Time,
    /// mmHg, kPa.
    Pressure,
    /// INR.
    Inr,
    /// Filtration rate.
    Filtration,
    /// A ratio of two results.
    Ratio,
    /// A score or a stage.
    Score,
    /// Volume cleared per time.
    Clearance,
    /// Not a unit of a serum analyte.
    Foreign,
}

impl Kind {
    /// The kind in words, for a sentence: "mass per volume".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Kind::Mass => "mass per volume",
            Kind::Molar => "amount of substance per volume",
            Kind::Charge => "electric charge per volume",
            Kind::EnzymeUnits | Kind::Katal => "enzyme activity per volume",
            Kind::Arbitrary => "international or arbitrary units per volume",
            Kind::Number => "a count per volume",
            Kind::Fraction => "a fraction",
            Kind::AmountRatio => "amount per amount",
            Kind::Osmolality => "particles per mass of water",
            Kind::Time => "a time",
            Kind::Pressure => "a pressure",
            Kind::Inr => "an international normalized ratio",
            Kind::Filtration => "a filtration rate",
            Kind::Ratio => "a ratio of results",
            Kind::Score => "a score",
            Kind::Clearance => "a volume cleared per time",
            Kind::Foreign => "no concentration in blood",
        }
    }
}
