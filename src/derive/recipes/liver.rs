//! Liver and serum proteins.

use super::{ALBUMIN_DOWN, BILIRUBIN, INR, MMOL, PLATELETS};
use crate::derive::liver;
use crate::derive::recipe::Moves::{Down, Either, Up};
use crate::derive::recipe::{Recipe, same, with_uln};

pub(super) const RECIPES: &[Recipe] = &[
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
        &[
            same("total_protein", "g/L", Down),
            same("albumin", "g/L", Up),
        ],
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
        &[
            with_uln(same("alt", "U/L", Up)),
            with_uln(same("alp", "U/L", Down)),
        ],
        |g| {
            liver::r_factor_applies(g.age)
                .then(|| liver::r_factor(g.values[0], g.uln[0], g.values[1], g.uln[1]))
        },
    )
    .of_age()
    // The placenta makes ALP.
    .not_pregnant()
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
            liver::meld_3_applies(g.age)
                .then(|| liver::meld_score(liver::meld_na(bilirubin, inr, creatinine, sodium)))
        },
    )
    .of_age()
    .noting("dialysis is not known; it would raise the score"),
];
