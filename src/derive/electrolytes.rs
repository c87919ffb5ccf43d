//! Electrolytes, acid-base and osmolality. All concentrations in mmol/L, albumin in g/L.

/// Anion gap without potassium, mmol/L: Na − Cl − HCO₃.
///
/// Typical values depend on the chloride electrode; a low albumin hides a gap. Below 3 look for low
/// albumin, bromide, paraprotein, lipemia. Source: Oh and Carroll, N Engl J Med 1977;297:814
/// (the form without potassium; coefficients read in a published calculator's worked examples).
#[must_use]
pub fn anion_gap(sodium: f64, chloride: f64, bicarbonate: f64) -> f64 {
    sodium - chloride - bicarbonate
}

/// Anion gap with potassium, mmol/L: Na + K − Cl − HCO₃, as many UK laboratories report it.
///
/// Runs about 4 above the form without. Hemolysis raises it with the potassium.
#[must_use]
pub fn anion_gap_with_potassium(
    sodium: f64,
    potassium: f64,
    chloride: f64,
    bicarbonate: f64,
) -> f64 {
    sodium + potassium - chloride - bicarbonate
}

/// Anion gap corrected for albumin, mmol/L: gap + 0.25 × (40 − albumin).
///
/// Figge, Crit Care Med 1998;26:1807 (2.5 mmol/L per 1 g/dL), with a reference albumin of 40 g/L;
/// some use 44. It is not capped where albumin is above 40.
#[must_use]
pub fn anion_gap_albumin_corrected(anion_gap: f64, albumin: f64) -> f64 {
    anion_gap + 0.25 * (40.0 - albumin)
}

/// Delta ratio: (corrected gap − 12) / (24 − HCO₃).
///
/// Rise of the albumin-corrected gap over the fall of bicarbonate (Rastegar, J Am Soc Nephrol
/// 2007;18:2429). Undefined, so none, where bicarbonate is not below 24.
#[must_use]
pub fn delta_ratio(corrected_gap: f64, bicarbonate: f64) -> Option<f64> {
    let fall = 24.0 - bicarbonate;
    (0.0 < fall).then(|| (corrected_gap - 12.0) / fall)
}

/// Slope of [`calcium_adjusted`] unless the laboratory states its own, mmol/L per g/L.
pub const CALCIUM_SLOPE: f64 = 0.02;
/// Albumin at which [`calcium_adjusted`] changes nothing unless the laboratory states its own, g/L.
pub const CALCIUM_ALBUMIN: f64 = 40.0;

/// Calcium adjusted for albumin, mmol/L: Ca + slope × (reference − albumin).
///
/// The common slope is 0.02 mmol/L per g/L and 40 g/L (0.8 mg/dL per g/dL in the United States;
/// Payne, BMJ 1973;4:643 had 0.025). Laboratories should use their own regression (Association for
/// Clinical Biochemistry, position paper 2015), so both are parameters. Not valid with albumin below
/// 20 g/L: see [`calcium_adjustment_applies`]. Prefer the ionized calcium. Never adjust twice.
#[must_use]
pub fn calcium_adjusted(calcium: f64, albumin: f64, slope: f64, reference_albumin: f64) -> f64 {
    calcium + slope * (reference_albumin - albumin)
}

/// Below an albumin of 20 g/L no linear adjustment of calcium holds.
#[must_use]
pub fn calcium_adjustment_applies(albumin: f64) -> bool {
    20.0 <= albumin
}

/// Calculated osmolality, mmol/kg: 2 Na + glucose + urea.
///
/// The SI form of 2 Na + glucose/18 + BUN/2.8 (Smithline and Gardner, JAMA 1976;236:1594). Other
/// published forms differ by up to 10, so the form is named beside every value. Ethanol is left out.
#[must_use]
pub fn osmolality(sodium: f64, glucose: f64, urea: f64) -> f64 {
    2.0 * sodium + glucose + urea
}

/// Osmolal gap, mmol/kg: measured − calculated by [`osmolality`], of one draw.
#[must_use]
pub fn osmolal_gap(measured: f64, calculated: f64) -> f64 {
    measured - calculated
}

/// mg/dL of glucose per mmol/L, as the corrections of sodium were restated for SI units.
const GLUCOSE_MG_DL: f64 = 18.0156;

/// Sodium corrected for glucose, mmol/L: Na + 0.024 × (glucose − 100 mg/dL).
///
/// Hillier, Abbott and Barrett, Am J Med 1999;106:399. Only where glucose is above 100 mg/dL: see
/// [`sodium_correction_applies`].
#[must_use]
pub fn sodium_corrected_hillier(sodium: f64, glucose: f64) -> f64 {
    sodium + 0.024 * (glucose * GLUCOSE_MG_DL - 100.0)
}

/// Sodium corrected for glucose, mmol/L: Na + 0.016 × (glucose − 100 mg/dL).
///
/// Katz, N Engl J Med 1973;289:843. Too small a correction at high glucose, where
/// [`sodium_corrected_hillier`] is better.
#[must_use]
pub fn sodium_corrected_katz(sodium: f64, glucose: f64) -> f64 {
    sodium + 0.016 * (glucose * GLUCOSE_MG_DL - 100.0)
}

/// Is glucose (mmol/L) above 100 mg/dL, so that there is something to correct?
#[must_use]
pub fn sodium_correction_applies(glucose: f64) -> bool {
    100.0 < glucose * GLUCOSE_MG_DL
}
