//! Sex hormones. Testosterone and SHBG in nmol/L, albumin in g/L.

use crate::person::Sex;

/// Free androgen index, %: 100 × testosterone ÷ SHBG.
///
/// Women only: see [`free_androgen_index_applies`]. Meaningless on combined contraception, unreliable
/// with SHBG below 30 nmol/L.
#[must_use]
pub fn free_androgen_index(testosterone: f64, shbg: f64) -> f64 {
    100.0 * testosterone / shbg
}

/// The index describes women.
#[must_use]
pub fn free_androgen_index_applies(sex: Sex) -> bool {
    sex == Sex::Female
}

/// Free testosterone by Vermeulen, nmol/L: the free hormone T with K(SHBG) 10⁹ and K(albumin)
/// 3.6 × 10⁴ L/mol, albumin of 69 kDa.
///
/// Vermeulen, Verdonck and Kaufman, J Clin Endocrinol Metab 1999;84:3666 (constants as the ISSAM
/// calculator uses them). Not in pregnancy or on oral estrogen; in women only with a testosterone by
/// mass spectrometry.
#[must_use]
pub fn testosterone_free(testosterone: f64, shbg: f64, albumin: f64) -> f64 {
    const TO_SHBG: f64 = 1e9;
    const TO_ALBUMIN: f64 = 3.6e4;
    const ALBUMIN_G_MOL: f64 = 69_000.0;
    let (total, shbg) = (testosterone * 1e-9, shbg * 1e-9);
    // Free and albumin-bound per free.
    let n = 1.0 + TO_ALBUMIN * albumin / ALBUMIN_G_MOL;
    let a = n * TO_SHBG;
    let b = n + TO_SHBG * (shbg - total);
    (-b + (b * b + 4.0 * a * total).sqrt()) / (2.0 * a) * 1e9
}
