//! Kidney function. Creatinine in µmol/L, cystatin C in mg/L, age in completed years.

use crate::person::Sex;

/// µmol/L of creatinine per mg/dL, as the equations were restated for SI units.
const CREATININE_UMOL: f64 = 88.4;

/// The CKD-EPI equations hold from this age.
const ADULT: f64 = 18.0;

/// a for women and b for men; none where the sex is not known.
fn by_sex(sex: Sex, female: f64, male: f64) -> Option<f64> {
    match sex {
        Sex::Female => Some(female),
        Sex::Male => Some(male),
        Sex::Unknown => None,
    }
}

/// Filtration rate by the CKD-EPI 2021 creatinine equation (without race), mL/min/1.73 m².
///
/// 142 × min(S/κ, 1)^α × max(S/κ, 1)^−1.200 × 0.9938^age × 1.012 if female; κ 0.7 and 0.9 mg/dL,
/// α −0.241 and −0.302. Inker et al., N Engl J Med 2021;385:1737. From 18 years, IDMS-traceable
/// creatinine; not in acute kidney injury, pregnancy, amputation or extremes of muscle mass.
#[must_use]
pub fn egfr_ckd_epi_2021(creatinine: f64, age: f64, sex: Sex) -> Option<f64> {
    let kappa = by_sex(sex, 0.7, 0.9)?;
    let alpha = by_sex(sex, -0.241, -0.302)?;
    let factor = by_sex(sex, 1.012, 1.0)?;
    let ratio = creatinine / CREATININE_UMOL / kappa;
    (ADULT <= age).then(|| {
        142.0
            * ratio.min(1.0).powf(alpha)
            * ratio.max(1.0).powf(-1.200)
            * 0.9938_f64.powf(age)
            * factor
    })
}

/// Filtration rate by the CKD-EPI 2009 creatinine equation without its ethnicity term,
/// mL/min/1.73 m², which NICE NG203 keeps.
///
/// 141 (144 if female) × min(S/κ, 1)^α × max(S/κ, 1)^−1.209 × 0.993^age; κ 0.7 and 0.9 mg/dL,
/// α −0.329 and −0.411. Levey et al., Ann Intern Med 2009;150:604, table 2 (the female constant is
/// 141 × 1.018 rounded there). From 18 years; not where the 2021 equation does not hold either.
#[must_use]
pub fn egfr_ckd_epi_2009(creatinine: f64, age: f64, sex: Sex) -> Option<f64> {
    let kappa = by_sex(sex, 0.7, 0.9)?;
    let alpha = by_sex(sex, -0.329, -0.411)?;
    let constant = by_sex(sex, 144.0, 141.0)?;
    let ratio = creatinine / CREATININE_UMOL / kappa;
    (ADULT <= age).then(|| {
        constant * ratio.min(1.0).powf(alpha) * ratio.max(1.0).powf(-1.209) * 0.993_f64.powf(age)
    })
}

/// Filtration rate by the CKD-EPI 2012 cystatin C equation, mL/min/1.73 m².
///
/// 133 × min(C/0.8, 1)^−0.499 × max(C/0.8, 1)^−1.328 × 0.996^age × 0.932 if female. Inker et al.,
/// N Engl J Med 2012;367:20. From 18 years, cystatin C traceable to ERM-DA471; thyroid disease,
/// steroids and inflammation move it.
#[must_use]
pub fn egfr_ckd_epi_2012_cystatin(cystatin_c: f64, age: f64, sex: Sex) -> Option<f64> {
    let factor = by_sex(sex, 0.932, 1.0)?;
    let ratio = cystatin_c / 0.8;
    (ADULT <= age).then(|| {
        133.0
            * ratio.min(1.0).powf(-0.499)
            * ratio.max(1.0).powf(-1.328)
            * 0.996_f64.powf(age)
            * factor
    })
}

/// Filtration rate by the CKD-EPI 2021 equation of creatinine and cystatin C, mL/min/1.73 m².
///
/// 135 × min(S/κ, 1)^α × max(S/κ, 1)^−0.544 × min(C/0.8, 1)^−0.323 × max(C/0.8, 1)^−0.778 ×
/// 0.9961^age × 0.963 if female; κ 0.7 and 0.9 mg/dL, α −0.219 and −0.144. Inker et al., N Engl J
/// Med 2021;385:1737. From 18 years.
#[must_use]
pub fn egfr_ckd_epi_2021_combined(
    creatinine: f64,
    cystatin_c: f64,
    age: f64,
    sex: Sex,
) -> Option<f64> {
    let kappa = by_sex(sex, 0.7, 0.9)?;
    let alpha = by_sex(sex, -0.219, -0.144)?;
    let factor = by_sex(sex, 0.963, 1.0)?;
    let (s, c) = (creatinine / CREATININE_UMOL / kappa, cystatin_c / 0.8);
    (ADULT <= age).then(|| {
        135.0
            * s.min(1.0).powf(alpha)
            * s.max(1.0).powf(-0.544)
            * c.min(1.0).powf(-0.323)
            * c.max(1.0).powf(-0.778)
            * 0.9961_f64.powf(age)
            * factor
    })
}

/// Filtration rate of a child by the bedside Schwartz equation, mL/min/1.73 m²: 0.413 × height in cm
/// ÷ creatinine in mg/dL.
///
/// Schwartz et al., J Am Soc Nephrol 2009;20:629. From 1 to 16 years, enzymatic creatinine.
#[must_use]
pub fn egfr_schwartz(creatinine: f64, age: f64, height_cm: f64) -> Option<f64> {
    (1.0..17.0)
        .contains(&age)
        .then(|| 0.413 * height_cm / (creatinine / CREATININE_UMOL))
}

/// Creatinine clearance by Cockcroft and Gault, mL/min: (140 − age) × weight in kg × 0.85 if female
/// ÷ (72 × creatinine in mg/dL).
///
/// Nephron 1976;16:31. From 18 years. Not per body surface; which weight is given decides much.
#[must_use]
pub fn creatinine_clearance(creatinine: f64, age: f64, sex: Sex, weight_kg: f64) -> Option<f64> {
    let factor = by_sex(sex, 0.85, 1.0)?;
    (ADULT..140.0)
        .contains(&age)
        .then(|| (140.0 - age) * weight_kg * factor / (72.0 * creatinine / CREATININE_UMOL))
}

/// Urea to creatinine, both in SI units: urea in mmol/L × 1000 ÷ creatinine in µmol/L.
#[must_use]
pub fn urea_creatinine_ratio(urea: f64, creatinine: f64) -> f64 {
    urea * 1000.0 / creatinine
}

/// Days before a creatinine within which the lowest is its baseline.
pub const AKI_RECENT_DAYS: f64 = 7.0;
/// Hours within which a rise counts.
pub const AKI_RISE_HOURS: f64 = 48.0;
/// Days before it to which the median of all that are older is the other baseline (the algorithm of
/// NHS England, 2014, which counts 0-7 and 8-365 days).
pub const AKI_OLDER_DAYS: f64 = 365.0;

/// Stage of acute kidney injury by creatinine alone: 0 (criteria not met), 1, 2 or 3.
///
/// Stage 1 from 1.5 × the baseline or a rise of 26.5 µmol/L within 48 h, stage 2 from 2 ×, stage 3
/// from 3 × or, once the criteria are met, from 353.6 µmol/L. KDIGO, Kidney Int Suppl 2012;2:19.
/// Urine output and dialysis are not known here, and could only make it graver.
#[must_use]
pub fn aki_stage(creatinine: f64, baseline: f64, rise_48h: f64) -> u8 {
    // A ratio of two decimals that is exactly 1.5 on paper may miss it by a bit.
    let reaches = |value: f64, limit: f64| limit * (1.0 - 1e-9) <= value;
    let ratio = creatinine / baseline;
    let injured = reaches(ratio, 1.5) || reaches(rise_48h, 26.5);
    if reaches(ratio, 3.0) || (injured && reaches(creatinine, 353.6)) {
        3
    } else if reaches(ratio, 2.0) {
        2
    } else {
        u8::from(injured)
    }
}

/// Stage of a patient below 18 years whose creatinine gives `stage`: 3 too where the criteria are met
/// and the filtration rate has fallen below 35 mL/min/1.73 m².
///
/// KDIGO, Kidney Int Suppl 2012;2:19, table 2.
#[must_use]
pub fn aki_stage_of_child(stage: u8, rate: f64) -> u8 {
    if 0 < stage && rate < 35.0 { 3 } else { stage }
}
