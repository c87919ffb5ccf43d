//! What must hold of the formulas whatever the numbers.

use proptest::prelude::*;

use crate::derive::recipe::{DeriveOptions, Given, Moves};
use crate::derive::recipes::recipes;
use crate::derive::{electrolytes, kidney, lipids, liver};
use crate::person::Sex;

proptest! {
    /// An inequality is carried through a formula by the direction its recipe states: it must be so.
    #[test]
    fn values_move_as_their_recipe_says(
        at in prop::collection::vec(0.2_f64..3.0, 5),
        step in 1.0_f64..1.5,
        age in 35.0_f64..95.0,
        female in any::<bool>(),
    ) {
        let options = DeriveOptions { weight_kg: Some(70.0), height_cm: Some(120.0), ..DeriveOptions::default() };
        let sex = if female { Sex::Female } else { Sex::Male };
        for recipe in recipes(&options) {
            let typical = |id: &str| match id {
                "sodium" => 140.0, "chloride" => 104.0, "bicarbonate" => 24.0, "albumin" => 40.0,
                "total_protein" => 140.0, "creatinine" => 80.0, "osmolality" => 290.0, "platelets" => 200.0,
                "ast" | "alt" | "alp" => 40.0, "hba1c" => 6.0, "glucose" => 8.0, "calcium_total" => 2.4,
                "cholesterol_total" => 9.0, _ => 2.0,
            };
            let base: Vec<f64> = recipe.inputs.iter().zip(at.iter().cycle()).map(|(input, x)| typical(input.id) * x).collect();
            let uln = vec![40.0; base.len()];
            let run = |values: &[f64]| (recipe.formula)(&Given { values, uln: &uln, age, sex, options: &options });
            for (i, input) in recipe.inputs.iter().enumerate() {
                let mut higher = base.clone();
                higher[i] *= step;
                let (Some(low), Some(high)) = (run(&base), run(&higher)) else { continue };
                let slack = 1e-9 * low.abs().max(high.abs());
                match input.moves {
                    Moves::Up => prop_assert!(low <= high + slack, "{} {}: {low} {high}", recipe.id, input.id),
                    Moves::Down => prop_assert!(high <= low + slack, "{} {}: {low} {high}", recipe.id, input.id),
                    Moves::Either => {}
                }
            }
        }
    }

    /// The same blood in conventional units gives the same answer, by the published US forms.
    #[test]
    fn conventional_units_give_the_same(
        total in 120.0_f64..320.0, hdl in 25.0_f64..90.0, tg in 40.0_f64..390.0,
        creatinine in 0.4_f64..9.0, age in 18.0_f64..95.0, calcium in 6.0_f64..14.0, albumin in 2.0_f64..5.5,
    ) {
        let sampson = total / 0.948 - hdl / 0.971
            - (tg / 8.56 + tg * (total - hdl) / 2140.0 - tg * tg / 16100.0) - 9.44;
        let si = lipids::ldl_sampson(total / 38.67, hdl / 38.67, tg / 88.57).map(|x| x * 38.67);
        // A negative cholesterol is refused.
        prop_assert_eq!(si.is_some(), 0.0 < sampson);
        prop_assert!(si.is_none_or(|si| (si - sampson).abs() < 1e-6));
        // 2.2 for 5 x 88.57 / 38.67 = 2.29 / ... : the two published divisors agree to 0.1 mmol/L.
        let published = (total - hdl - tg / 5.0) / 38.67;
        let friedewald = lipids::ldl_friedewald(total / 38.67, hdl / 38.67, tg / 88.57);
        prop_assert!(friedewald.map_or(published < 0.1, |ldl| (ldl - published).abs() < 0.1));
        let male = 142.0 * (creatinine / 0.9).min(1.0).powf(-0.302)
            * (creatinine / 0.9).max(1.0).powf(-1.2) * 0.9938_f64.powf(age);
        let found = kidney::egfr_ckd_epi_2021(creatinine * 88.4, age, Sex::Male).unwrap_or(f64::NAN);
        prop_assert!((found - male).abs() < 1e-6 * male);
        // 0.8 mg/dL per g/dL is 0.02 mmol/L per g/L with 4 mg/dL per mmol/L.
        let us = calcium + 0.8 * (4.0 - albumin);
        let si = electrolytes::calcium_adjusted(calcium / 4.0, albumin * 10.0, 0.02, 40.0) * 4.0;
        prop_assert!((us - si).abs() < 1e-9);
    }
}

#[test]
fn outside_their_validity_formulas_refuse() {
    let female = Sex::Female;
    assert!(kidney::egfr_ckd_epi_2021(80.0, 17.0, female).is_none());
    assert!(kidney::egfr_ckd_epi_2021(80.0, 18.0, female).is_some());
    assert!(kidney::egfr_ckd_epi_2021(80.0, 40.0, Sex::Unknown).is_none());
    assert!(liver::fib_4(34.0, 40.0, 40.0, 200.0).is_none());
    assert!(liver::fib_4(35.0, 40.0, 40.0, 200.0).is_some());
    assert!(lipids::ldl_friedewald(6.5, 1.0, 4.5).is_some());
    assert!(lipids::ldl_friedewald(6.5, 1.0, 4.53).is_none());
    assert!(lipids::ldl_sampson(6.5, 1.0, 9.1).is_none());
    assert!(liver::bilirubin_indirect(10.0, 10.5).is_none());
    assert!(electrolytes::delta_ratio(12.0, 24.0).is_none());
    assert!(!electrolytes::calcium_adjustment_applies(19.9));
}

#[test]
fn aki_limits_are_inside() {
    for (creatinine, baseline, rise, stage) in [
        (149.9, 100.0, 0.0, 0),
        (150.0, 100.0, 0.0, 1),
        (199.9, 100.0, 0.0, 1),
        (200.0, 100.0, 0.0, 2),
        (299.9, 100.0, 0.0, 2),
        (300.0, 100.0, 0.0, 3),
        (126.4, 100.0, 26.4, 0),
        (126.5, 100.0, 26.5, 1),
        (353.6, 330.0, 26.5, 3),
        (353.5, 330.0, 26.5, 1),
        (353.6, 330.0, 20.0, 0),
    ] {
        assert_eq!(
            kidney::aki_stage(creatinine, baseline, rise),
            stage,
            "{creatinine} {baseline} {rise}"
        );
    }
}
