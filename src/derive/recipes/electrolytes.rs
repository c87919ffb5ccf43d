//! Acid-base, calcium, osmolality, sodium.

use super::{ALBUMIN_DOWN, MMOL, SODIUM};
use crate::derive::electrolytes;
use crate::derive::recipe::Moves::{Down, Either, Up};
use crate::derive::recipe::{Given, Input, Recipe, same};

pub(super) const RECIPES: &[Recipe] = &[
    Recipe::new(
        "anion_gap",
        "Na - Cl - HCO3",
        MMOL,
        1,
        &[same("chloride", MMOL, Down), SODIUM, same("bicarbonate", MMOL, Down)],
        |g| Some(electrolytes::anion_gap(g.values[1], g.values[0], g.values[2])),
    )
    .doubting(is_negative),
    Recipe::new(
        "anion_gap_potassium",
        "Na + K - Cl - HCO3",
        MMOL,
        1,
        &[
            same("chloride", MMOL, Down),
            SODIUM,
            same("potassium", MMOL, Up),
            same("bicarbonate", MMOL, Down),
        ],
        |g| {
            let [chloride, sodium, potassium, bicarbonate] = *g.values else {
                return None;
            };
            Some(electrolytes::anion_gap_with_potassium(sodium, potassium, chloride, bicarbonate))
        },
    )
    .doubting(is_negative),
    Recipe::new(
        "anion_gap_albumin_corrected",
        "anion gap + 0.25 (40 - albumin)",
        MMOL,
        1,
        GAP_AND_ALBUMIN,
        corrected_gap,
    )
    .doubting(is_negative),
    Recipe::new(
        "delta_ratio",
        "(albumin-corrected anion gap - 12) / (24 - HCO3)",
        "{ratio}",
        2,
        &[
            same("chloride", MMOL, Either),
            same("sodium", MMOL, Either),
            same("bicarbonate", MMOL, Either),
            same("albumin", "g/L", Either),
        ],
        |g| electrolytes::delta_ratio(corrected_gap(g)?, g.values[2]),
    ),
    Recipe {
        parameters: Some(|options| {
            format!(
                "slope {} mmol/L per g/L, reference albumin {} g/L",
                options.calcium_slope, options.calcium_albumin
            )
        }),
        ..Recipe::new(
        "calcium_adjusted",
        "Ca + slope (reference albumin - albumin)",
        MMOL,
        2,
        &[same("calcium_total", MMOL, Up), ALBUMIN_DOWN],
        |g| {
            let (slope, reference) = (g.options.calcium_slope, g.options.calcium_albumin);
            electrolytes::calcium_adjustment_applies(g.values[1])
                .then(|| electrolytes::calcium_adjusted(g.values[0], g.values[1], slope, reference))
        },
    )
        .noting("slope and albumin are common ones unless the laboratory's own are given; prefer ionized calcium")
    },
    Recipe::new(
        "osmolality_calculated",
        "2 Na + glucose + urea",
        "mmol/kg",
        1,
        &[SODIUM, same("glucose", MMOL, Up), same("urea", MMOL, Up)],
        |g| Some(electrolytes::osmolality(g.values[0], g.values[1], g.values[2])),
    ),
    Recipe::new(
        "osmolal_gap",
        "measured - (2 Na + glucose + urea)",
        "mmol/kg",
        1,
        &[
            same("osmolality", "mmol/kg", Up),
            same("sodium", MMOL, Down),
            same("glucose", MMOL, Down),
            same("urea", MMOL, Down),
        ],
        |g| {
            let calculated = electrolytes::osmolality(g.values[1], g.values[2], g.values[3]);
            Some(electrolytes::osmolal_gap(g.values[0], calculated))
        },
    ),
    Recipe::new(
        "sodium_glucose_corrected",
        "Hillier 1999: Na + 0.024 (glucose mg/dL - 100)",
        MMOL,
        1,
        &[SODIUM, same("glucose", MMOL, Up)],
        |g| {
            electrolytes::sodium_correction_applies(g.values[1])
                .then(|| electrolytes::sodium_corrected_hillier(g.values[0], g.values[1]))
        },
    ),
];

/// Bromide, paraprotein, lipemia, or a number that is wrong.
fn is_negative(gap: f64) -> bool {
    gap < 0.0
}

const GAP_AND_ALBUMIN: &[Input] = &[
    same("chloride", MMOL, Down),
    SODIUM,
    same("bicarbonate", MMOL, Down),
    ALBUMIN_DOWN,
];

fn corrected_gap(given: &Given<'_>) -> Option<f64> {
    let [chloride, sodium, bicarbonate, albumin, ..] = *given.values else {
        return None;
    };
    let gap = electrolytes::anion_gap(sodium, chloride, bicarbonate);
    Some(electrolytes::anion_gap_albumin_corrected(gap, albumin))
}
