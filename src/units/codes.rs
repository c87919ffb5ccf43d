//! Every unit that a laboratory uses for an analyte, by its UCUM code.

use std::marker::PhantomData;

use uom::si::Quantity;

use uom::si::catalytic_activity_concentration as catalytic;
use uom::si::mass_concentration as mass;
use uom::si::molar_concentration as molar;
use uom::si::pressure;
use uom::si::ratio;
use uom::si::time;
use uom::si::volumetric_number_density as number;

use super::{
    Amount, AmountRatio, ArbitraryConcentration, CatalyticActivityConcentration,
    ChargeConcentration, Kind, MassConcentration, Molality, MolarConcentration, Pressure, Ratio,
    Time, Unit, VolumetricNumberDensity,
};

const fn charge(value: f64) -> ChargeConcentration {
    Quantity {
        dimension: PhantomData,
        units: PhantomData,
        value,
    }
}

const fn arbitrary(value: f64) -> ArbitraryConcentration {
    Quantity {
        dimension: PhantomData,
        units: PhantomData,
        value,
    }
}

const fn amount_ratio(value: f64) -> AmountRatio {
    Quantity {
        dimension: PhantomData,
        units: PhantomData,
        value,
    }
}

/// One line a unit: `code, kind, amount variant, how to make it, how to read it`.
macro_rules! table {
    ($(typed $kind:ident $variant:ident $type:ident { $($code:literal $module:ident $unit:ident;)+ })+
     $(scaled $skind:ident $svariant:ident $make:ident { $($scode:literal $scale:expr;)+ })+
     $(times $tkind:ident $tvariant:ident { $($tcode:literal $times:expr;)+ })+
     $(plain $pkind:ident $pvariant:ident { $($pcode:literal;)+ })+) => {
        pub(super) static TABLE: &[Unit] = &[
            $($(Unit {
                code: $code,
                kind: Kind::$kind,
                make: |value| Amount::$variant($type::new::<$module::$unit>(value)),
                read: |amount| match amount {
                    Amount::$variant(quantity) => Some(quantity.get::<$module::$unit>()),
                    _ => None,
                },
            },)+)+
            $($(Unit {
                code: $scode,
                kind: Kind::$skind,
                make: |value| Amount::$svariant($make(value * $scale)),
                read: |amount| match amount {
                    Amount::$svariant(quantity) => Some(quantity.value / $scale),
                    _ => None,
                },
            },)+)+
            $($(Unit {
                code: $tcode,
                kind: Kind::$tkind,
                make: |value| Amount::$tvariant(value * $times),
                read: |amount| match amount {
                    Amount::$tvariant(value) => Some(value / $times),
                    _ => None,
                },
            },)+)+
            $($(Unit {
                code: $pcode,
                kind: Kind::$pkind,
                make: Amount::$pvariant,
                read: |amount| match amount {
                    Amount::$pvariant(value) => Some(value),
                    _ => None,
                },
            },)+)+
        ];
    };
}

/// Thousand particles per microliter; uom has no such unit of its own.
mod counts {
    unit! {
        system: uom::si;
        quantity: uom::si::volumetric_number_density;
        @giga_per_liter: 1.0E12; "10⁹/L", "giga per liter", "giga per liter";
        @tera_per_liter: 1.0E15; "10¹²/L", "tera per liter", "tera per liter";
        @mega_per_liter: 1.0E9; "10⁶/L", "mega per liter", "mega per liter";
        @hundred_per_microliter: 1.0E11; "10²/µL", "hundred per microliter", "hundreds per microliter";
        @ten_thousand_per_microliter: 1.0E13; "10⁴/µL", "ten thousand per microliter", "ten thousands per microliter";
        @hundred_thousand_per_microliter: 1.0E14; "10⁵/µL", "lakh per microliter", "lakhs per microliter";
        @per_microliter: 1.0E9; "µL⁻¹", "per microliter", "per microliter";
    }
}

/// Milliosmoles per kilogram of water are millimoles of particles.
mod osmoles {
    unit! {
        system: uom::si;
        quantity: uom::si::molality;
        @millimole_per_kilogram: 1.0E-3; "mmol/kg", "millimole per kilogram", "millimoles per kilogram";
    }
}

table! {
    typed Mass Mass MassConcentration {
        "g/L" mass gram_per_liter;
        "g/dL" mass gram_per_deciliter;
        "g/mL" mass gram_per_milliliter;
        "mg/L" mass milligram_per_liter;
        "mg/dL" mass milligram_per_deciliter;
        "mg/mL" mass milligram_per_milliliter;
        "ug/L" mass microgram_per_liter;
        "ug/dL" mass microgram_per_deciliter;
        "ug/mL" mass microgram_per_milliliter;
        "ng/L" mass nanogram_per_liter;
        "ng/dL" mass nanogram_per_deciliter;
        "ng/mL" mass nanogram_per_milliliter;
        "pg/mL" mass picogram_per_milliliter;
        "pg/dL" mass picogram_per_deciliter;
        "pg/L" mass picogram_per_liter;
    }
    typed Molar Molar MolarConcentration {
        "mol/L" molar mole_per_liter;
        "mmol/L" molar millimole_per_liter;
        "mmol/dL" molar millimole_per_deciliter;
        "umol/L" molar micromole_per_liter;
        "umol/dL" molar micromole_per_deciliter;
        "umol/mL" molar micromole_per_milliliter;
        "nmol/L" molar nanomole_per_liter;
        "nmol/dL" molar nanomole_per_deciliter;
        "nmol/mL" molar nanomole_per_milliliter;
        "pmol/L" molar picomole_per_liter;
        "pmol/mL" molar picomole_per_milliliter;
        "pmol/dL" molar picomole_per_deciliter;
        "fmol/L" molar femtomole_per_liter;
    }
    typed EnzymeUnits Catalytic CatalyticActivityConcentration {
        "U/L" catalytic enzyme_unit_per_liter;
        "kU/L" catalytic kilo_enzyme_unit_per_liter;
        "mU/L" catalytic milli_enzyme_unit_per_liter;
        "uU/L" catalytic micro_enzyme_unit_per_liter;
        "U/dL" catalytic enzyme_unit_per_deciliter;
        "U/mL" catalytic enzyme_unit_per_milliliter;
        "mU/mL" catalytic milli_enzyme_unit_per_milliliter;
        "uU/mL" catalytic micro_enzyme_unit_per_milliliter;
    }
    typed Katal Catalytic CatalyticActivityConcentration {
        "ukat/L" catalytic microkatal_per_liter;
        "nkat/L" catalytic nanokatal_per_liter;
        "mkat/L" catalytic millikatal_per_liter;
    }
    typed Number Number VolumetricNumberDensity {
        "10*9/L" counts giga_per_liter;
        "10*12/L" counts tera_per_liter;
        "10*6/L" counts mega_per_liter;
        "10*3/uL" counts giga_per_liter;
        "10*6/uL" counts tera_per_liter;
        "10*2/uL" counts hundred_per_microliter;
        "10*4/uL" counts ten_thousand_per_microliter;
        "10*5/uL" counts hundred_thousand_per_microliter;
        "/uL" counts per_microliter;
        "/L" number per_liter;
    }
    typed Fraction Fraction Ratio {
        "%" ratio percent;
        "L/L" ratio ratio;
        "{fraction}" ratio ratio;
    }
    typed Osmolality Osmolality Molality {
        "mmol/kg" osmoles millimole_per_kilogram;
        "mOsm/kg" osmoles millimole_per_kilogram;
    }
    typed Time Time Time {
        "s" time second;
        "min" time minute;
    }
    typed Pressure Pressure Pressure {
        "mm[Hg]" pressure millimeter_of_mercury;
        "kPa" pressure kilopascal;
    }
    scaled Charge Charge charge {
        "mEq/L" 1.0;
        "Eq/L" 1e3;
        "mEq/dL" 10.0;
    }
    scaled Arbitrary Arbitrary arbitrary {
        "[IU]/L" 1e3;
        "[IU]/mL" 1e6;
        "[IU]/dL" 1e4;
        "m[IU]/L" 1.0;
        "m[IU]/mL" 1e3;
        "u[IU]/mL" 1.0;
        "u[IU]/L" 1e-3;
        "k[IU]/L" 1e6;
        "[arb'U]/mL" 1e6;
        "[arb'U]/L" 1e3;
        "k[arb'U]/L" 1e6;
    }
    scaled AmountRatio AmountRatio amount_ratio {
        "mmol/mol" 1e-3;
        "umol/mol" 1e-6;
    }
    times Filtration Filtration {
        "mL/min/{1.73_m2}" 1.0;
        "mL/s/{1.73_m2}" 60.0;
    }
    plain Inr Inr { "{INR}"; }
    plain Ratio Ratio { "{ratio}"; }
    plain Score Score { "{score}"; }
    plain Clearance Clearance { "mL/min"; }
    plain Foreign Foreign {
        "mg/mmol"; "mg/g"; "g/g"; "mmol/mmol"; "g/(24.h)"; "mg/(24.h)"; "mmol/(24.h)";
        "umol/(24.h)"; "ug/(24.h)"; "mEq/(24.h)"; "mL/(24.h)"; "[pH]"; "fL"; "pg"; "/[HPF]"; "/[LPF]"; "L"; "L/min";
        "mL"; "Cel"; "[degF]"; "kg"; "cm"; "g"; "mg"; "mOsm/L"; "mm/h"; "{index}"; "deg"; "cm[H2O]"; "{titer}"; "h"; "d"; "[IU]"; "U"; "umol/min"; "nmol/min/mL"; "{copies}/mL"; "[IU]/g"; "U/g"; "U/g{Hb}"; "mmol/g"; "umol/g"; "ug/g"; "ng/g"; "g/kg"; "mg/kg"; "m"; "kg/m2"; "/min"; "Torr";  "{S_CO_ratio}";
    }
}
