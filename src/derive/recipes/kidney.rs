//! Kidney function, where no option chooses the equation.

use super::{CREATININE_DOWN, CYSTATIN, GFR, MMOL, NOT_ACUTE};
use crate::derive::kidney;
use crate::derive::recipe::Moves::Up;
use crate::derive::recipe::{Recipe, same};

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "egfr_cystatin_c",
        "CKD-EPI 2012 cystatin C",
        GFR,
        1,
        &[CYSTATIN],
        |g| kidney::egfr_ckd_epi_2012_cystatin(g.values[0], g.age, g.sex),
    )
    .of_age()
    .of_sex(),
    Recipe::new(
        "egfr_creatinine_cystatin_c",
        "CKD-EPI 2021 creatinine and cystatin C",
        GFR,
        1,
        &[CYSTATIN, CREATININE_DOWN],
        |g| kidney::egfr_ckd_epi_2021_combined(g.values[1], g.values[0], g.age, g.sex),
    )
    .of_age()
    .of_sex()
    .not_pregnant()
    .noting(NOT_ACUTE),
    Recipe::new(
        "urea_creatinine_ratio",
        "urea mmol/L x 1000 / creatinine umol/L",
        "{ratio}",
        1,
        &[same("urea", MMOL, Up), CREATININE_DOWN],
        |g| Some(kidney::urea_creatinine_ratio(g.values[0], g.values[1])),
    ),
];
