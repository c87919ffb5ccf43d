//! Liver and serum proteins. Enzymes in U/L, platelets in 10⁹/L, bilirubin and creatinine in µmol/L,
//! proteins in g/L, sodium in mmol/L; `uln` is the upper limit of the interval that judged the result.

use crate::person::Sex;

/// Globulin, g/L: total protein − albumin; none where the albumin is above the total.
#[must_use]
pub fn globulin(total_protein: f64, albumin: f64) -> Option<f64> {
    (albumin <= total_protein).then_some(total_protein - albumin)
}

/// Albumin to globulin: albumin ÷ (total protein − albumin); none where no globulin is left.
#[must_use]
pub fn albumin_globulin_ratio(total_protein: f64, albumin: f64) -> Option<f64> {
    let globulin = globulin(total_protein, albumin)?;
    (0.0 < globulin).then(|| albumin / globulin)
}

/// Indirect bilirubin, µmol/L: total − direct; none where the direct is above the total.
#[must_use]
pub fn bilirubin_indirect(total: f64, direct: f64) -> Option<f64> {
    (direct <= total).then_some(total - direct)
}

/// De Ritis ratio: AST ÷ ALT. De Ritis, Clin Chim Acta 1957;2:70. Hemolysis raises the AST.
#[must_use]
pub fn de_ritis(ast: f64, alt: f64) -> f64 {
    ast / alt
}

/// R factor of liver injury: (ALT ÷ its upper limit) ÷ (ALP ÷ its upper limit).
///
/// Bénichou, J Hepatol 1990;11:272; Aithal, Clin Pharmacol Ther 2011;89:806. In children and
/// pregnancy ALP is not of the liver: see [`r_factor_applies`].
#[must_use]
pub fn r_factor(alt: f64, alt_uln: f64, alp: f64, alp_uln: f64) -> f64 {
    (alt / alt_uln) / (alp / alp_uln)
}

/// R factor holds for adults.
#[must_use]
pub fn r_factor_applies(age: f64) -> bool {
    18.0 <= age
}

/// Fibrosis-4: age × AST ÷ (platelets × √ALT).
///
/// Sterling, Hepatology 2006;43:1317. Not valid below 35 years, so none.
#[must_use]
pub fn fib_4(age: f64, ast: f64, alt: f64, platelets: f64) -> Option<f64> {
    (35.0 <= age).then(|| age * ast / (platelets * alt.sqrt()))
}

/// AST to platelet ratio: (AST ÷ its upper limit) ÷ platelets × 100. Wai, Hepatology 2003;38:518.
#[must_use]
pub fn apri(ast: f64, ast_uln: f64, platelets: f64) -> f64 {
    ast / ast_uln / platelets * 100.0
}

/// Albumin-bilirubin score: 0.66 × log₁₀ bilirubin − 0.085 × albumin. Johnson, J Clin Oncol
/// 2015;33:550. Grade 1 to −2.60, grade 2 to −1.39.
#[must_use]
pub fn albi(bilirubin: f64, albumin: f64) -> f64 {
    0.66 * bilirubin.log10() - 0.085 * albumin
}

/// µmol/L of bilirubin per mg/dL, and of creatinine, as the scores were restated for SI units.
const BILIRUBIN_UMOL: f64 = 17.1;
const CREATININE_UMOL: f64 = 88.4;

/// Model for end-stage liver disease, not rounded: 10 × (0.957 ln creatinine + 0.378 ln bilirubin +
/// 1.12 ln INR + 0.643), all in mg/dL.
///
/// Kamath, Hepatology 2001;33:464, as OPTN uses it: each at least 1, creatinine at most 4 mg/dL.
/// Dialysis is not known here; it would set creatinine to 4.
#[must_use]
pub fn meld(bilirubin: f64, inr: f64, creatinine: f64) -> f64 {
    let bilirubin = (bilirubin / BILIRUBIN_UMOL).max(1.0);
    let creatinine = (creatinine / CREATININE_UMOL).clamp(1.0, 4.0);
    10.0 * (0.957 * creatinine.ln() + 0.378 * bilirubin.ln() + 1.12 * inr.max(1.0).ln() + 0.643)
}

/// MELD with sodium, not rounded at the end: M + 1.32 (137 − Na) − 0.033 M (137 − Na), where M is
/// [`meld`] rounded, and only if it is above 11; sodium from 125 to 137.
///
/// OPTN policy notice of 2016. The final score is rounded and kept within 6 and 40.
#[must_use]
pub fn meld_na(bilirubin: f64, inr: f64, creatinine: f64, sodium: f64) -> f64 {
    let meld = meld(bilirubin, inr, creatinine).round();
    let missing = 137.0 - sodium.clamp(125.0, 137.0);
    if meld <= 11.0 {
        return meld;
    }
    meld + 1.32 * missing - 0.033 * meld * missing
}

/// MELD 3.0, not rounded: 1.33 if female + 4.56 ln bilirubin + 0.82 (137 − Na) − 0.24 (137 − Na) ln
/// bilirubin + 9.09 ln INR + 11.14 ln creatinine + 1.85 (3.5 − albumin) − 1.83 (3.5 − albumin) ln
/// creatinine + 6, in mg/dL and g/dL.
///
/// Kim, Gastroenterology 2021;161:1887. The published formula clamps: bilirubin and INR at least 1,
/// creatinine 1 to 3 mg/dL, sodium 125 to 137, albumin 1.5 to 3.5 g/dL. From 18 years; the score
/// itself is [`meld_score`].
#[must_use]
pub fn meld_3(
    bilirubin: f64,
    inr: f64,
    creatinine: f64,
    sodium: f64,
    albumin: f64,
    sex: Sex,
) -> Option<f64> {
    let female = match sex {
        Sex::Female => 1.33,
        Sex::Male => 0.0,
        Sex::Unknown => return None,
    };
    let ln_bilirubin = (bilirubin / BILIRUBIN_UMOL).max(1.0).ln();
    let ln_creatinine = (creatinine / CREATININE_UMOL).clamp(1.0, 3.0).ln();
    let missing_sodium = 137.0 - sodium.clamp(125.0, 137.0);
    let missing_albumin = 3.5 - (albumin / 10.0).clamp(1.5, 3.5);
    Some(
        female + 4.56 * ln_bilirubin + 0.82 * missing_sodium - 0.24 * missing_sodium * ln_bilirubin
            + 9.09 * inr.max(1.0).ln()
            + 11.14 * ln_creatinine
            + 1.85 * missing_albumin
            - 1.83 * missing_albumin * ln_creatinine
            + 6.0,
    )
}

/// MELD 3.0 of adults; below 18 years it has other terms.
#[must_use]
pub fn meld_3_applies(age: f64) -> bool {
    18.0 <= age
}

/// A MELD as it is used: a whole number within 6 and 40.
#[must_use]
pub fn meld_score(unrounded: f64) -> f64 {
    unrounded.round().clamp(6.0, 40.0)
}

/// Hy's law, the laboratory part: ALT or AST at least 3 × and total bilirubin at least 2 × their
/// upper limits, ALP below 2 ×. Each pair is a value and its upper limit.
///
/// FDA guidance on drug-induced liver injury, 2009. It says "possible": other causes are to be
/// excluded by a clinician.
#[must_use]
pub fn hys_law(alt: (f64, f64), ast: (f64, f64), bilirubin: (f64, f64), alp: (f64, f64)) -> bool {
    let reaches = |(value, uln): (f64, f64), multiple: f64| multiple * uln <= value;
    (reaches(alt, 3.0) || reaches(ast, 3.0)) && reaches(bilirubin, 2.0) && !reaches(alp, 2.0)
}
