//! What a derived value needs before its formula may run.

use super::electrolytes;
use crate::person::Sex;

/// Which equation gives `egfr`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EgfrEquation {
    /// CKD-EPI 2021, without race.
    #[default]
    CkdEpi2021,
    /// CKD-EPI 2009 without its ethnicity term, as NICE NG203 keeps it.
    CkdEpi2009,
}

/// What a run may set for derived values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeriveOptions {
    /// Equation of `egfr`.
    pub egfr: EgfrEquation,
    /// Slope of the adjusted calcium, mmol/L per g/L of albumin.
    pub calcium_slope: f64,
    /// Albumin at which the adjusted calcium is the total one, g/L.
    pub calcium_albumin: f64,
    /// Weight of the only patient of the run, kg.
    pub weight_kg: Option<f64>,
    /// Height of the only patient of the run, cm.
    pub height_cm: Option<f64>,
}

impl Default for DeriveOptions {
    fn default() -> DeriveOptions {
        DeriveOptions {
            egfr: EgfrEquation::default(),
            calcium_slope: electrolytes::CALCIUM_SLOPE,
            calcium_albumin: electrolytes::CALCIUM_ALBUMIN,
            weight_kg: None,
            height_cm: None,
        }
    }
}

/// From which tube an input may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tube {
    /// The same draw.
    Same,
    /// The same patient within a day; the result says so.
    WithinDay,
}

/// How the derived value moves with an input; decides what an inequality may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// Rises with it.
    Up,
    /// Falls with it.
    Down,
    /// Neither for certain.
    Either,
}

/// An input of a recipe.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// Analyte.
    pub id: &'static str,
    /// Unit in which the formula takes it, UCUM.
    pub unit: &'static str,
    /// Where it may come from.
    pub tube: Tube,
    /// What the result does when it rises.
    pub moves: Moves,
    /// The upper limit of its interval is needed too.
    pub uln: bool,
}

pub(super) const fn same(id: &'static str, unit: &'static str, moves: Moves) -> Input {
    Input {
        id,
        unit,
        tube: Tube::Same,
        moves,
        uln: false,
    }
}

pub(super) const fn with_uln(input: Input) -> Input {
    Input { uln: true, ..input }
}

pub(super) const fn within_day(input: Input) -> Input {
    Input {
        tube: Tube::WithinDay,
        ..input
    }
}

/// What a formula is given.
#[derive(Clone, Copy, Debug)]
pub struct Given<'g> {
    /// The inputs in the order of the recipe, in their units.
    pub values: &'g [f64],
    /// The upper limits of their intervals, where the recipe asks for one.
    pub uln: &'g [f64],
    /// Age in completed years; not a number where the recipe needs none.
    pub age: f64,
    /// Sex.
    pub sex: Sex,
    /// Choices of the run.
    pub options: &'g DeriveOptions,
}

/// How one value is derived.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Analyte that it gives.
    pub id: &'static str,
    /// Formula and version, as printed.
    pub version: &'static str,
    /// Unit of the formula's result, UCUM.
    pub unit: &'static str,
    /// Inputs; the first is the one without which nobody expects the value.
    pub inputs: &'static [Input],
    /// Needs the age in completed years.
    pub age: bool,
    /// Needs the sex.
    pub sex: bool,
    /// Decimals that are printed and judged.
    pub decimals: usize,
    /// Holds fasting only.
    pub fasting: bool,
    /// Does not hold in a pregnancy.
    pub not_pregnant: bool,
    /// The formula; none outside its validity.
    pub formula: fn(&Given<'_>) -> Option<f64>,
    /// True for a value, in the unit of the formula, that no right inputs give: one of them is in doubt.
    pub doubtful: Option<fn(f64) -> bool>,
    /// What a reader must know beside the value.
    pub note: Option<&'static str>,
    /// Parameters that the run chose, in words.
    pub parameters: Option<fn(&DeriveOptions) -> String>,
}

impl Recipe {
    /// Formula and version with the parameters of this run.
    #[must_use]
    pub fn stated(&self, options: &DeriveOptions) -> String {
        match self.parameters {
            Some(parameters) => format!("{}; {}", self.version, parameters(options)),
            None => self.version.to_string(),
        }
    }

    pub(super) const fn new(
        id: &'static str,
        version: &'static str,
        unit: &'static str,
        decimals: usize,
        inputs: &'static [Input],
        formula: fn(&Given<'_>) -> Option<f64>,
    ) -> Recipe {
        Recipe {
            id,
            version,
            unit,
            inputs,
            age: false,
            sex: false,
            decimals,
            fasting: false,
            not_pregnant: false,
            formula,
            doubtful: None,
            note: None,
            parameters: None,
        }
    }

    pub(super) const fn of_age(self) -> Recipe {
        Recipe { age: true, ..self }
    }

    pub(super) const fn doubting(self, doubtful: fn(f64) -> bool) -> Recipe {
        Recipe {
            doubtful: Some(doubtful),
            ..self
        }
    }

    pub(super) const fn not_pregnant(self) -> Recipe {
        Recipe {
            not_pregnant: true,
            ..self
        }
    }

    pub(super) const fn of_sex(self) -> Recipe {
        Recipe { sex: true, ..self }
    }

    pub(super) const fn noting(self, note: &'static str) -> Recipe {
        Recipe {
            note: Some(note),
            ..self
        }
    }
}
