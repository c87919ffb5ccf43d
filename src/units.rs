//! Units of measurement as types: what may be added, compared and converted.
//!
//! Every unit a laboratory uses for an analyte is one line of the table in `units/codes.rs`, by its UCUM code,
//! with a `uom` type behind it. Mass and molar concentration meet only through a molar mass,
//! charge concentration only through a valence. Other kinds do not meet at all:
//!
//! ```compile_fail
//! use serumcheck::units::{ArbitraryConcentration, MassConcentration};
//! fn sum(a: MassConcentration, b: ArbitraryConcentration) { let _ = a + b; }
//! ```
//!
//! How exports *spell* units is data (`reference_ranges/units.toml`); see [`spelling`].

/// The unit with a code that is written in the program: of a code that no unit has, the compiler makes an error.
macro_rules! coded {
    ($code:literal) => {
        const {
            match Unit::from_code($code) {
                Some(unit) => unit,
                None => panic!("no unit of the table has this code"),
            }
        }
    };
}

mod codes;
mod fold;
mod kind;
pub(crate) mod relative;
mod snap;
pub mod spelling;
mod table;

pub use uom::si::f64::{
    CatalyticActivityConcentration, MassConcentration, Molality, MolarConcentration, MolarMass,
    Pressure, Ratio, Time, VolumetricNumberDensity,
};

pub use kind::{
    Amount, AmountRatio, AmountRatioKind, ArbitraryConcentration, ArbitraryKind,
    ChargeConcentration, ChargeKind, Kind,
};
pub use snap::snap;

use codes::TABLE;

/// A unit of the table: a UCUM code with its type.
#[derive(Debug)]
pub struct Unit {
    /// UCUM code.
    pub code: &'static str,
    /// Kind of quantity.
    pub kind: Kind,
    make: fn(f64) -> Amount,
    read: fn(Amount) -> Option<f64>,
}

impl PartialEq for Unit {
    fn eq(&self, other: &Unit) -> bool {
        self.code == other.code
    }
}
impl Eq for Unit {}

impl Unit {
    /// The unit with this UCUM code.
    #[must_use]
    pub const fn from_code(code: &str) -> Option<&'static Unit> {
        let mut at = 0;
        while at < TABLE.len() {
            if is_same(TABLE[at].code, code) {
                return Some(&TABLE[at]);
            }
            at += 1;
        }
        None
    }

    /// True for the unit of what is counted in a field of a microscope: of a sediment, that of urine for the most part.
    #[must_use]
    pub fn is_of_field(&self) -> bool {
        [coded!("/[HPF]"), coded!("/[LPF]")].contains(&self)
    }

    /// So many of this unit.
    #[must_use]
    pub fn amount(&self, value: f64) -> Amount {
        (self.make)(value)
    }

    /// How many of this unit an amount is; `None` if it is of another kind.
    #[must_use]
    pub fn count(&self, amount: Amount) -> Option<f64> {
        (self.read)(amount)
    }

    /// The factor from this unit to another of the same kind.
    #[must_use]
    pub fn factor_to(&self, other: &Unit) -> Option<f64> {
        other.count(self.amount(1.0)).map(snap)
    }
}

/// Comparing texts is no constant function of the library.
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn every_code_is_there_once() {
        for (i, unit) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..i].iter().all(|other| other.code != unit.code),
                "{} twice",
                unit.code
            );
            assert_relative_eq!(unit.count(unit.amount(7.3)).expect("own kind"), 7.3);
        }
    }

    #[test]
    fn units_of_a_kind_convert_and_others_do_not() {
        let factor = |from: &str, to: &str| {
            Unit::from_code(from)
                .expect(from)
                .factor_to(Unit::from_code(to).expect(to))
        };
        for (from, to, expected) in [
            ("mg/dL", "g/L", 0.01),
            ("g/dL", "g/L", 10.0),
            ("ug/mL", "mg/L", 1.0),
            ("umol/L", "mmol/L", 0.001),
            ("ukat/L", "U/L", 60.0),
            ("10*3/uL", "10*9/L", 1.0),
            ("/uL", "10*9/L", 0.001),
            ("10*2/uL", "10*9/L", 0.1),
            ("10*4/uL", "10*9/L", 10.0),
            ("10*5/uL", "10*9/L", 100.0),
            ("u[IU]/mL", "m[IU]/L", 1.0),
            ("[IU]/mL", "k[IU]/L", 1.0),
            ("%", "L/L", 0.01),
            ("mOsm/kg", "mmol/kg", 1.0),
            ("mL/s/{1.73_m2}", "mL/min/{1.73_m2}", 60.0),
        ] {
            let factor = factor(from, to).expect("same kind");
            assert_eq!(factor, expected, "{from} to {to}");
        }
        for (from, to) in [
            ("mg/dL", "mmol/L"),
            ("mEq/L", "mmol/L"),
            ("U/L", "mmol/L"),
            ("u[IU]/mL", "pmol/L"),
            ("%", "mmol/mol"),
        ] {
            assert_eq!(factor(from, to), None, "{from} to {to}");
        }
    }
}
