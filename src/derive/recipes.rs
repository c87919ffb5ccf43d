//! Which formula makes which value, from which inputs.

mod electrolytes;
mod kidney;
mod liver;
mod metabolism;

use super::kidney as formulas;
use super::recipe::{DeriveOptions, EgfrEquation, Input, Moves, Recipe, same, within_day};
use Moves::{Down, Up};

const SODIUM: Input = same("sodium", "mmol/L", Up);
const ALBUMIN_DOWN: Input = same("albumin", "g/L", Down);
const CREATININE_DOWN: Input = same("creatinine", "umol/L", Down);
const CYSTATIN: Input = same("cystatin_c", "mg/L", Down);
const PLATELETS: Input = within_day(same("platelets", "10*9/L", Down));
const INR: Input = within_day(same("inr", "{INR}", Up));
const BILIRUBIN: Input = same("bilirubin_total", "umol/L", Up);
const MMOL: &str = "mmol/L";
const GFR: &str = "mL/min/{1.73_m2}";

/// Every recipe, in the order in which values are printed. Several for one analyte: the first that
/// succeeds holds.
#[must_use]
pub fn recipes(options: &DeriveOptions) -> Vec<Recipe> {
    let egfr = match options.egfr {
        EgfrEquation::CkdEpi2021 => Recipe::new(
            "egfr",
            "CKD-EPI 2021 creatinine",
            GFR,
            1,
            &[CREATININE_DOWN],
            |g| formulas::egfr_ckd_epi_2021(g.values[0], g.age, g.sex),
        ),
        EgfrEquation::CkdEpi2009 => Recipe::new(
            "egfr",
            "CKD-EPI 2009 creatinine, without the ethnicity term",
            GFR,
            1,
            &[CREATININE_DOWN],
            |g| formulas::egfr_ckd_epi_2009(g.values[0], g.age, g.sex),
        ),
    };
    let mut all = vec![egfr.of_age().of_sex().not_pregnant().noting(NOT_ACUTE)];
    for field in [
        kidney::RECIPES,
        electrolytes::RECIPES,
        liver::RECIPES,
        metabolism::RECIPES,
    ] {
        all.extend_from_slice(field);
    }
    if options.height_cm.is_some() {
        all.push(SCHWARTZ);
    }
    if options.weight_kg.is_some() {
        all.push(COCKCROFT_GAULT);
    }
    all
}

/// The equations of which a run chooses one, or a parameter, whatever its files hold: analyte and formula.
#[must_use]
pub fn chosen(options: &DeriveOptions) -> Vec<(&'static str, String)> {
    let of_every_run = ["egfr", "calcium_adjusted"];
    recipes(options)
        .iter()
        .filter(|recipe| of_every_run.contains(&recipe.id))
        .map(|recipe| (recipe.id, recipe.stated(options)))
        .collect()
}

const NOT_ACUTE: &str =
    "not in acute kidney injury, pregnancy, amputation or extremes of muscle mass";

const SCHWARTZ: Recipe = Recipe {
    parameters: Some(|options| format!("height {} cm", options.height_cm.unwrap_or(f64::NAN))),
    ..Recipe::new(
        "egfr_schwartz",
        "bedside Schwartz 2009",
        GFR,
        1,
        &[CREATININE_DOWN],
        |g| formulas::egfr_schwartz(g.values[0], g.age, g.options.height_cm?),
    )
    .of_age()
};

const COCKCROFT_GAULT: Recipe = Recipe {
    parameters: Some(|options| format!("weight {} kg", options.weight_kg.unwrap_or(f64::NAN))),
    ..Recipe::new(
        "creatinine_clearance_estimated",
        "Cockcroft-Gault 1976, weight as given",
        "mL/min",
        1,
        &[CREATININE_DOWN],
        |g| formulas::creatinine_clearance(g.values[0], g.age, g.sex, g.options.weight_kg?),
    )
    .of_age()
    .of_sex()
};
