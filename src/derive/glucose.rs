//! Glucose metabolism. HbA1c in % (NGSP) or mmol/mol (IFCC) as named, glucose in mmol/L.

/// Estimated average glucose, mmol/L: 1.59 × HbA1c in % − 2.59.
///
/// Nathan (ADAG), Diabetes Care 2008;31:1473. Not in anemia, hemoglobin variants, kidney failure or
/// after transfusion.
#[must_use]
pub fn estimated_average_glucose(hba1c_percent: f64) -> f64 {
    1.59 * hba1c_percent - 2.59
}

/// The same in mg/dL, by its own published form: 28.7 × HbA1c in % − 46.7.
#[must_use]
pub fn estimated_average_glucose_mg_dl(hba1c_percent: f64) -> f64 {
    28.7 * hba1c_percent - 46.7
}

/// HbA1c, % to mmol/mol: 10.929 × (% − 2.15). Hoelzel, Clin Chem 2004;50:166, the master equation.
#[must_use]
pub fn hba1c_to_ifcc(percent: f64) -> f64 {
    10.929 * (percent - 2.15)
}

/// HbA1c, mmol/mol to %: 0.0915 × mmol/mol + 2.15. The published pair is not an exact inverse of
/// [`hba1c_to_ifcc`]: keep the reported unit.
#[must_use]
pub fn hba1c_to_percent(ifcc: f64) -> f64 {
    0.0915 * ifcc + 2.15
}

/// Insulin resistance by the homeostasis model: glucose × insulin in mIU/L ÷ 22.5.
///
/// Matthews, Diabetologia 1985;28:412. Fasting only. Hemolysis destroys insulin.
#[must_use]
pub fn homa_ir(glucose: f64, insulin: f64) -> f64 {
    glucose * insulin / 22.5
}
