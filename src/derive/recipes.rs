//! Which formula makes which value, from which inputs.

use super::recipe::{
    DeriveOptions, EgfrEquation, Given, Input, Moves, Recipe, same, with_uln, within_day,
};
use super::{electrolytes, glucose, hormones, iron, kidney, lipids, liver};
use Moves::{Down, Either, Up};

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
            |g| kidney::egfr_ckd_epi_2021(g.values[0], g.age, g.sex),
        ),
        EgfrEquation::CkdEpi2009 => Recipe::new(
            "egfr",
            "CKD-EPI 2009 creatinine, without the ethnicity term",
            GFR,
            1,
            &[CREATININE_DOWN],
            |g| kidney::egfr_ckd_epi_2009(g.values[0], g.age, g.sex),
        ),
    };
    let mut all = vec![egfr.of_age().of_sex().noting(NOT_ACUTE)];
    all.extend_from_slice(FIXED);
    if options.height_cm.is_some() {
        all.push(SCHWARTZ);
    }
    if options.weight_kg.is_some() {
        all.push(COCKCROFT_GAULT);
    }
    all
}

const NOT_ACUTE: &str =
    "not in acute kidney injury, pregnancy, amputation or extremes of muscle mass";

const SCHWARTZ: Recipe = Recipe::new(
    "egfr_schwartz",
    "bedside Schwartz 2009",
    GFR,
    1,
    &[CREATININE_DOWN],
    |g| kidney::egfr_schwartz(g.values[0], g.age, g.options.height_cm?),
)
.of_age();

const COCKCROFT_GAULT: Recipe = Recipe::new(
    "creatinine_clearance_estimated",
    "Cockcroft-Gault 1976, weight as given",
    "mL/min",
    1,
    &[CREATININE_DOWN],
    |g| kidney::creatinine_clearance(g.values[0], g.age, g.sex, g.options.weight_kg?),
)
.of_age()
.of_sex();

/// Those that no option changes.
const FIXED: &[Recipe] = &[
    Recipe::new("egfr_cystatin_c", "CKD-EPI 2012 cystatin C", GFR, 1, &[CYSTATIN], |g| {
        kidney::egfr_ckd_epi_2012_cystatin(g.values[0], g.age, g.sex)
    })
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
    .noting(NOT_ACUTE),
    Recipe::new(
        "urea_creatinine_ratio",
        "urea mmol/L x 1000 / creatinine umol/L",
        "{ratio}",
        1,
        &[same("urea", MMOL, Up), CREATININE_DOWN],
        |g| Some(kidney::urea_creatinine_ratio(g.values[0], g.values[1])),
    ),
    Recipe::new(
        "anion_gap",
        "Na - Cl - HCO3",
        MMOL,
        1,
        &[same("chloride", MMOL, Down), SODIUM, same("bicarbonate", MMOL, Down)],
        |g| Some(electrolytes::anion_gap(g.values[1], g.values[0], g.values[2])),
    ),
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
    ),
    Recipe::new(
        "anion_gap_albumin_corrected",
        "anion gap + 0.25 (40 - albumin)",
        MMOL,
        1,
        GAP_AND_ALBUMIN,
        corrected_gap,
    ),
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
    Recipe::new(
        "globulin",
        "total protein - albumin",
        "g/L",
        1,
        &[same("total_protein", "g/L", Up), ALBUMIN_DOWN],
        |g| liver::globulin(g.values[0], g.values[1]),
    ),
    Recipe::new(
        "ag_ratio",
        "albumin / (total protein - albumin)",
        "{ratio}",
        2,
        &[same("total_protein", "g/L", Down), same("albumin", "g/L", Up)],
        |g| liver::albumin_globulin_ratio(g.values[0], g.values[1]),
    ),
    Recipe::new(
        "bilirubin_indirect",
        "total - direct bilirubin",
        "umol/L",
        1,
        &[same("bilirubin_direct", "umol/L", Down), BILIRUBIN],
        |g| liver::bilirubin_indirect(g.values[1], g.values[0]),
    ),
    Recipe::new(
        "de_ritis",
        "AST / ALT",
        "{ratio}",
        2,
        &[same("ast", "U/L", Up), same("alt", "U/L", Down)],
        |g| Some(liver::de_ritis(g.values[0], g.values[1])),
    ),
    Recipe::new(
        "r_factor",
        "(ALT / ULN) / (ALP / ULN)",
        "{ratio}",
        2,
        &[with_uln(same("alt", "U/L", Up)), with_uln(same("alp", "U/L", Down))],
        |g| {
            liver::r_factor_applies(g.age)
                .then(|| liver::r_factor(g.values[0], g.uln[0], g.values[1], g.uln[1]))
        },
    )
    .of_age()
    .noting("means something only where ALT or ALP is raised"),
    Recipe::new(
        "fib_4",
        "Sterling 2006",
        "{score}",
        2,
        &[same("ast", "U/L", Up), same("alt", "U/L", Down), PLATELETS],
        |g| liver::fib_4(g.age, g.values[0], g.values[1], g.values[2]),
    )
    .of_age(),
    Recipe::new(
        "apri",
        "Wai 2003",
        "{score}",
        2,
        &[with_uln(same("ast", "U/L", Up)), PLATELETS],
        |g| Some(liver::apri(g.values[0], g.uln[0], g.values[1])),
    ),
    Recipe::new(
        "albi",
        "Johnson 2015",
        "{score}",
        2,
        &[BILIRUBIN, ALBUMIN_DOWN],
        |g| Some(liver::albi(g.values[0], g.values[1])),
    ),
    Recipe::new(
        "meld_3",
        "MELD 3.0 (Kim 2021)",
        "{score}",
        0,
        &[
            INR,
            same("bilirubin_total", "umol/L", Either),
            same("creatinine", "umol/L", Either),
            same("sodium", MMOL, Either),
            same("albumin", "g/L", Either),
        ],
        |g| {
            let [inr, bilirubin, creatinine, sodium, albumin] = *g.values else {
                return None;
            };
            if !liver::meld_3_applies(g.age) {
                return None;
            }
            liver::meld_3(bilirubin, inr, creatinine, sodium, albumin, g.sex).map(liver::meld_score)
        },
    )
    .of_age()
    .of_sex()
    .noting("dialysis is not known; it would raise the score"),
    Recipe::new(
        "meld_na",
        "MELD-Na (OPTN 2016)",
        "{score}",
        0,
        &[
            INR,
            same("bilirubin_total", "umol/L", Either),
            same("creatinine", "umol/L", Either),
            same("sodium", MMOL, Either),
        ],
        |g| {
            let [inr, bilirubin, creatinine, sodium] = *g.values else {
                return None;
            };
            Some(liver::meld_score(liver::meld_na(bilirubin, inr, creatinine, sodium)))
        },
    )
    .noting("dialysis is not known; it would raise the score"),
    Recipe::new(
        "cholesterol_non_hdl",
        "total - HDL",
        MMOL,
        2,
        &[same("cholesterol_hdl", MMOL, Down), same("cholesterol_total", MMOL, Up)],
        |g| Some(lipids::non_hdl(g.values[1], g.values[0])),
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
    ),
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
    ),
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
        &[same("shbg", "nmol/L", Down), same("testosterone_total", "nmol/L", Up)],
        |g| {
            hormones::free_androgen_index_applies(g.sex)
                .then(|| hormones::free_androgen_index(g.values[1], g.values[0]))
        },
    )
    .of_sex()
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
        |g| Some(hormones::testosterone_free(g.values[1], g.values[0], g.values[2])),
    )
    .noting("not in pregnancy or on oral estrogen; in women only with mass spectrometry"),
];

const GAP_AND_ALBUMIN: &[Input] = &[
    same("chloride", MMOL, Down),
    SODIUM,
    same("bicarbonate", MMOL, Down),
    ALBUMIN_DOWN,
];

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

fn corrected_gap(given: &Given<'_>) -> Option<f64> {
    let [chloride, sodium, bicarbonate, albumin, ..] = *given.values else {
        return None;
    };
    let gap = electrolytes::anion_gap(sodium, chloride, bicarbonate);
    Some(electrolytes::anion_gap_albumin_corrected(gap, albumin))
}
