//! Lipids, iron, glucose, sex hormones.

use super::{ALBUMIN_DOWN, MMOL};
use crate::derive::recipe::Moves::{Down, Either, Up};
use crate::derive::recipe::{Input, Recipe, same};
use crate::derive::{glucose, hormones, iron, lipids};

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "cholesterol_non_hdl",
        "total - HDL",
        MMOL,
        2,
        &[
            same("cholesterol_hdl", MMOL, Down),
            same("cholesterol_total", MMOL, Up),
        ],
        |g| lipids::non_hdl(g.values[1], g.values[0]),
    ),
    Recipe::new(
        "cholesterol_ldl_friedewald",
        "Friedewald 1972, TG / 2.2",
        MMOL,
        2,
        LIPIDS,
        |g| lipids::ldl_friedewald(g.values[1], g.values[0], g.values[2]),
    ),
    Recipe::new(
        "cholesterol_ldl_sampson",
        "Sampson 2020 (NIH equation 2)",
        MMOL,
        2,
        LIPIDS_EITHER,
        |g| lipids::ldl_sampson(g.values[1], g.values[0], g.values[2]),
    ),
    Recipe::new(
        "tibc",
        "iron + UIBC",
        "umol/L",
        1,
        &[same("uibc", "umol/L", Up), same("iron", "umol/L", Up)],
        |g| Some(iron::tibc_from_uibc(g.values[1], g.values[0])),
    ),
    Recipe::new(
        "tibc",
        "25.1 x transferrin g/L",
        "umol/L",
        1,
        &[same("transferrin", "g/L", Up)],
        |g| Some(iron::tibc_from_transferrin(g.values[0])),
    ),
    Recipe::new(
        "transferrin_saturation",
        "100 x iron / TIBC",
        "%",
        1,
        &[same("iron", "umol/L", Up), same("tibc", "umol/L", Down)],
        |g| Some(iron::transferrin_saturation(g.values[0], g.values[1])),
    )
    .doubting(is_over_full),
    Recipe::new(
        "transferrin_saturation",
        "100 x iron / (iron + UIBC)",
        "%",
        1,
        &[same("iron", "umol/L", Up), same("uibc", "umol/L", Down)],
        |g| {
            let tibc = iron::tibc_from_uibc(g.values[0], g.values[1]);
            Some(iron::transferrin_saturation(g.values[0], tibc))
        },
    ),
    Recipe::new(
        "transferrin_saturation",
        "100 x iron / (25.1 x transferrin g/L)",
        "%",
        1,
        &[same("iron", "umol/L", Up), same("transferrin", "g/L", Down)],
        |g| {
            let tibc = iron::tibc_from_transferrin(g.values[1]);
            Some(iron::transferrin_saturation(g.values[0], tibc))
        },
    )
    .doubting(is_over_full),
    Recipe::new(
        "eag",
        "ADAG 2008: 1.59 x HbA1c % - 2.59",
        MMOL,
        1,
        &[same("hba1c", "%", Up)],
        |g| Some(glucose::estimated_average_glucose(g.values[0])),
    )
    .noting("not in anemia, hemoglobin variants, kidney failure or after transfusion"),
    Recipe {
        fasting: true,
        ..Recipe::new(
            "homa_ir",
            "HOMA-IR 1985: glucose x insulin / 22.5",
            "{score}",
            2,
            &[same("insulin", "m[IU]/L", Up), same("glucose", MMOL, Up)],
            |g| Some(glucose::homa_ir(g.values[1], g.values[0])),
        )
    },
    Recipe::new(
        "free_androgen_index",
        "100 x testosterone / SHBG",
        "%",
        2,
        &[
            same("shbg", "nmol/L", Down),
            same("testosterone_total", "nmol/L", Up),
        ],
        |g| {
            hormones::free_androgen_index_applies(g.sex)
                .then(|| hormones::free_androgen_index(g.values[1], g.values[0]))
        },
    )
    .of_sex()
    // SHBG rises several times over.
    .not_pregnant()
    .noting("meaningless on combined contraception, unreliable with SHBG below 30 nmol/L"),
    Recipe::new(
        "testosterone_free",
        "Vermeulen 1999",
        "nmol/L",
        4,
        &[
            same("shbg", "nmol/L", Down),
            same("testosterone_total", "nmol/L", Up),
            ALBUMIN_DOWN,
        ],
        |g| {
            Some(hormones::testosterone_free(
                g.values[1],
                g.values[0],
                g.values[2],
            ))
        },
    )
    .not_pregnant()
    .noting("not in pregnancy or on oral estrogen; in women only with mass spectrometry"),
];

/// More iron than all that binds it.
fn is_over_full(percent: f64) -> bool {
    100.0 < percent
}

const LIPIDS: &[Input] = &[
    same("cholesterol_hdl", MMOL, Down),
    same("cholesterol_total", MMOL, Up),
    same("triglycerides", MMOL, Down),
];

const LIPIDS_EITHER: &[Input] = &[
    same("cholesterol_hdl", MMOL, Either),
    same("cholesterol_total", MMOL, Either),
    same("triglycerides", MMOL, Either),
];
