//! Lipids, mmol/L throughout, of one draw.

/// Cholesterol that is not HDL: total − HDL. Where HDL is not below the total one of them is wrong, so none.
#[must_use]
pub fn non_hdl(total: f64, hdl: f64) -> Option<f64> {
    let rest = total - hdl;
    (0.0 < rest).then_some(rest)
}

/// LDL cholesterol by Friedewald: total − HDL − triglycerides ÷ 2.2.
///
/// Clin Chem 1972;18:499 (÷ 5 in mg/dL; 2.2 is the common SI divisor, some use 2.17 or 2.19). Not
/// valid with triglycerides above 400 mg/dL (4.5 mmol/L, rounded), so none; not in type III; best
/// fasting. A negative result is no cholesterol, so none. All is worked out in mmol/L, whatever was reported: ÷ 2.2
/// takes up to 0.6 mg/dL of cholesterol less off than ÷ 5 in mg/dL does, at 400 mg/dL of triglycerides (0.02 mmol/L).
#[must_use]
pub fn ldl_friedewald(total: f64, hdl: f64, triglycerides: f64) -> Option<f64> {
    let ldl = total - hdl - triglycerides / 2.2;
    (whole_mg_dl(triglycerides) <= 400.0 && 0.0 < ldl).then_some(ldl)
}

/// mg/dL of cholesterol and of triglycerides per mmol/L, as in the equation's own restatement.
const CHOLESTEROL_MG_DL: f64 = 38.67;
const TRIGLYCERIDES_MG_DL: f64 = 88.57;

/// Triglycerides in whole mg/dL, as both limits are stated and as they are reported in that unit: what
/// is 400 there is not more for having been 4.52 mmol/L on the way.
fn whole_mg_dl(triglycerides: f64) -> f64 {
    (triglycerides * TRIGLYCERIDES_MG_DL).round()
}

/// LDL cholesterol by Sampson (NIH equation 2): in mg/dL, total/0.948 − HDL/0.971 − (TG/8.56 +
/// TG × nonHDL/2140 − TG²/16100) − 9.44.
///
/// JAMA Cardiol 2020;5:540. Valid to triglycerides of 800 mg/dL, so none above.
#[must_use]
pub fn ldl_sampson(total: f64, hdl: f64, triglycerides: f64) -> Option<f64> {
    let (total, hdl) = (total * CHOLESTEROL_MG_DL, hdl * CHOLESTEROL_MG_DL);
    let tg = triglycerides * TRIGLYCERIDES_MG_DL;
    let ldl = total / 0.948
        - hdl / 0.971
        - (tg / 8.56 + tg * (total - hdl) / 2140.0 - tg * tg / 16100.0)
        - 9.44;
    (whole_mg_dl(triglycerides) <= 800.0 && 0.0 < ldl).then_some(ldl / CHOLESTEROL_MG_DL)
}
