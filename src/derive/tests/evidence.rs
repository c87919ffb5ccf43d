//! Runs the table of vectors itself, where the evidence lies beside the repository.

use super::{FEMALE, MALE, sex};
use crate::derive::{
    electrolytes::*, glucose::*, hormones::*, iron::*, kidney::*, lipids::*, liver::*,
};

/// The inputs that a vector names, in the order in which the formula takes them, and the formula.
type Formula = (&'static [&'static str], fn(&[f64]) -> Option<f64>);

fn formula(id: &str) -> Option<Formula> {
    Some(match id {
        "anion_gap" => (&["na", "cl", "hco3"], |v| Some(anion_gap(v[0], v[1], v[2]))),
        "anion_gap_k" => (&["na", "k", "cl", "hco3"], |v| {
            Some(anion_gap_with_potassium(v[0], v[1], v[2], v[3]))
        }),
        "anion_gap_alb_corrected" => (&["na", "cl", "hco3", "albumin_g_l"], |v| {
            Some(anion_gap_albumin_corrected(
                anion_gap(v[0], v[1], v[2]),
                v[3],
            ))
        }),
        "delta_ratio" => (&["na", "cl", "hco3", "albumin_g_l"], |v| {
            delta_ratio(
                anion_gap_albumin_corrected(anion_gap(v[0], v[1], v[2]), v[3]),
                v[2],
            )
        }),
        "calcium_adj_si_0_02" => (&["calcium_mmol_l", "albumin_g_l"], |v| {
            Some(calcium_adjusted(v[0], v[1], CALCIUM_SLOPE, CALCIUM_ALBUMIN))
        }),
        "calcium_adj_si_0_025" => (&["calcium_mmol_l", "albumin_g_l"], |v| {
            Some(calcium_adjusted(v[0], v[1], 0.025, 40.0))
        }),
        "calcium_adj_us_0_8" => (&["calcium_mg_dl", "albumin_g_dl"], |v| {
            Some(calcium_adjusted(v[0], v[1], 0.8, 4.0))
        }),
        "osmolality_si" => (&["na", "glucose_mmol_l", "urea_mmol_l"], |v| {
            Some(osmolality(v[0], v[1], v[2]))
        }),
        "osmolality_us" => (&["na", "glucose_mg_dl", "bun_mg_dl"], |v| {
            Some(osmolality(v[0], v[1] / 18.0, v[2] / 2.8))
        }),
        "osmolal_gap_si" => (&["measured", "na", "glucose_mmol_l", "urea_mmol_l"], |v| {
            Some(osmolal_gap(v[0], osmolality(v[1], v[2], v[3])))
        }),
        "na_corrected_katz" => (&["na", "glucose_mg_dl"], |v| {
            Some(sodium_corrected_katz(v[0], v[1] / 18.0156))
        }),
        "na_corrected_katz_si" => (&["na", "glucose_mmol_l"], |v| {
            Some(sodium_corrected_katz(v[0], v[1]))
        }),
        "na_corrected_hillier" => (&["na", "glucose_mg_dl"], |v| {
            Some(sodium_corrected_hillier(v[0], v[1] / 18.0156))
        }),
        "na_corrected_hillier_si" => (&["na", "glucose_mmol_l"], |v| {
            Some(sodium_corrected_hillier(v[0], v[1]))
        }),
        "egfr_ckdepi_2021_cr" => (&["scr_mg_dl", "age_y", "sex"], |v| {
            egfr_ckd_epi_2021(v[0] * 88.4, v[1], sex(v[2]))
        }),
        "egfr_ckdepi_2021_cr_si" => (&["scr_umol_l", "age_y", "sex"], |v| {
            egfr_ckd_epi_2021(v[0], v[1], sex(v[2]))
        }),
        "egfr_ckdepi_2009_cr" => (&["scr_mg_dl", "age_y", "sex"], |v| {
            egfr_ckd_epi_2009(v[0] * 88.4, v[1], sex(v[2]))
        }),
        "egfr_ckdepi_2012_cys" => (&["cys_mg_l", "age_y", "sex"], |v| {
            egfr_ckd_epi_2012_cystatin(v[0], v[1], sex(v[2]))
        }),
        "egfr_ckdepi_2021_crcys" => (&["scr_mg_dl", "cys_mg_l", "age_y", "sex"], |v| {
            egfr_ckd_epi_2021_combined(v[0] * 88.4, v[1], v[2], sex(v[3]))
        }),
        "egfr_schwartz_bedside" => (&["height_cm", "scr_mg_dl"], |v| {
            egfr_schwartz(v[1] * 88.4, 8.0, v[0])
        }),
        "crcl_cockcroft_gault" => (&["age_y", "weight_kg", "scr_mg_dl", "sex"], |v| {
            creatinine_clearance(v[2] * 88.4, v[0], sex(v[3]), v[1])
        }),
        "bun_creatinine_ratio" => (&["bun_mg_dl", "scr_mg_dl"], |v| {
            Some(urea_creatinine_ratio(v[0] / 2.801, v[1] * 88.4) * 2.801 * 88.4 / 1000.0)
        }),
        "urea_creatinine_ratio_si" => (&["urea_mmol_l", "scr_umol_l"], |v| {
            Some(urea_creatinine_ratio(v[0], v[1]))
        }),
        "kdigo_aki" => (
            &["creat_umol_l", "baseline_umol_l", "rise_48h_umol_l"],
            |v| Some(f64::from(aki_stage(v[0], v[1], v[2]))),
        ),
        "globulin" => (&["total_protein_g_l", "albumin_g_l"], |v| {
            globulin(v[0], v[1])
        }),
        "ag_ratio" => (&["total_protein_g_l", "albumin_g_l"], |v| {
            albumin_globulin_ratio(v[0], v[1])
        }),
        "bilirubin_indirect" => (&["total_umol_l", "direct_umol_l"], |v| {
            bilirubin_indirect(v[0], v[1])
        }),
        "de_ritis" => (&["ast_u_l", "alt_u_l"], |v| Some(de_ritis(v[0], v[1]))),
        "r_factor" => (&["alt", "alt_uln", "alp", "alp_uln"], |v| {
            Some(r_factor(v[0], v[1], v[2], v[3]))
        }),
        "hys_law" => (
            &[
                "alt", "alt_uln", "ast", "ast_uln", "bili", "bili_uln", "alp", "alp_uln",
            ],
            |v| {
                Some(f64::from(hys_law(
                    (v[0], v[1]),
                    (v[2], v[3]),
                    (v[4], v[5]),
                    (v[6], v[7]),
                )))
            },
        ),
        "fib4" => (&["age_y", "ast", "alt", "plt_1e9_l"], |v| {
            fib_4(v[0], v[1], v[2], v[3])
        }),
        "apri" => (&["ast", "ast_uln", "plt_1e9_l"], |v| {
            Some(apri(v[0], v[1], v[2]))
        }),
        "albi" => (&["bilirubin_umol_l", "albumin_g_l"], |v| {
            Some(albi(v[0], v[1]))
        }),
        "meld_raw" => (&["bili_mg_dl", "inr", "scr_mg_dl"], |v| {
            Some(meld(v[0] * 17.1, v[1], v[2] * 88.4))
        }),
        "meld_na_optn2016" => (&["bili_mg_dl", "inr", "scr_mg_dl", "na"], |v| {
            Some(meld_na(v[0] * 17.1, v[1], v[2] * 88.4, v[3]))
        }),
        "meld_3_0_raw" => (
            &[
                "bili_mg_dl",
                "inr",
                "scr_mg_dl",
                "na",
                "albumin_g_dl",
                "sex",
            ],
            |v| meld_3(v[0] * 17.1, v[1], v[2] * 88.4, v[3], v[4] * 10.0, sex(v[5])),
        ),
        "non_hdl" => (&["tc", "hdl"], |v| non_hdl(v[0], v[1])),
        "ldl_friedewald_si" => (&["tc", "hdl", "tg"], |v| ldl_friedewald(v[0], v[1], v[2])),
        "ldl_sampson_si" => (&["tc", "hdl", "tg"], |v| ldl_sampson(v[0], v[1], v[2])),
        "ldl_sampson_us" => (&["tc", "hdl", "tg"], |v| {
            (|| Some(ldl_sampson(v[0] / 38.67, v[1] / 38.67, v[2] / 88.57)? * 38.67))()
        }),
        "tibc_from_transferrin_si" => (&["transferrin_g_l"], |v| Some(tibc_from_transferrin(v[0]))),
        "tsat_transferrin_si" => (&["iron_umol_l", "transferrin_g_l"], |v| {
            Some(transferrin_saturation(v[0], tibc_from_transferrin(v[1])))
        }),
        "tsat_tibc_us" => (&["iron_ug_dl", "tibc_ug_dl"], |v| {
            Some(transferrin_saturation(v[0], v[1]))
        }),
        "tibc_from_uibc_us" => (&["iron_ug_dl", "uibc_ug_dl"], |v| {
            Some(tibc_from_uibc(v[0], v[1]))
        }),
        "homa_ir_si" => (&["glucose_mmol_l", "insulin_mu_l"], |v| {
            Some(homa_ir(v[0], v[1]))
        }),
        "homa_ir_us" => (&["glucose_mg_dl", "insulin_uiu_ml"], |v| {
            Some(homa_ir(v[0] / 18.0, v[1]))
        }),
        "eag_mg_dl" => (&["hba1c_pct"], |v| {
            Some(estimated_average_glucose_mg_dl(v[0]))
        }),
        "eag_mmol_l" => (&["hba1c_pct"], |v| Some(estimated_average_glucose(v[0]))),
        "hba1c_pct_to_ifcc" => (&["hba1c_pct"], |v| Some(hba1c_to_ifcc(v[0]))),
        "hba1c_ifcc_to_pct" => (&["hba1c_mmol_mol"], |v| Some(hba1c_to_percent(v[0]))),
        "free_testosterone_vermeulen" => (&["t_nmol_l", "shbg_nmol_l", "albumin_g_l"], |v| {
            Some(testosterone_free(v[0], v[1], v[2]))
        }),
        "free_androgen_index" => (&["t_nmol_l", "shbg_nmol_l"], |v| {
            Some(free_androgen_index(v[0], v[1]))
        }),
        _ => return None,
    })
}

#[test]
fn every_vector_of_the_evidence_that_applies() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/evidence/preop/derived_test_vectors.csv"
    );
    let Ok(mut table) = ::csv::Reader::from_path(path) else {
        println!("skipped: the evidence is not beside this repository");
        return;
    };
    let (mut run, mut skipped) = (0, 0);
    for record in table.records() {
        let record = record.expect("a record");
        let (id, inputs, expected) = (&record[0], &record[2], &record[3]);
        // Ethanol is no analyte here: only vectors without any apply.
        let ethanol = inputs.contains("ethanol_mg_dl=") && !inputs.ends_with("ethanol_mg_dl=0");
        let Some((names, formula)) = formula(id).filter(|_| !ethanol) else {
            skipped += 1;
            continue;
        };
        let values: Vec<f64> = names
            .iter()
            .map(|name| {
                let value = inputs
                    .split(';')
                    .filter_map(|pair| pair.split_once('='))
                    .find(|(key, _)| key == name)
                    .map_or("", |(_, value)| value);
                match value {
                    "M" => MALE,
                    "F" => FEMALE,
                    value => value.parse().expect("a number"),
                }
            })
            .collect();
        let expected = match expected.split(':').next() {
            Some("not_computed") => None,
            Some("true") => Some(1.0),
            Some("false") => Some(0.0),
            _ => Some(expected.parse::<f64>().expect("a number")),
        };
        let found = formula(&values);
        let same = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() <= 1e-6,
            (found, expected) => found == expected,
        };
        assert!(same, "{id} {inputs}: {found:?}, expected {expected:?}");
        run += 1;
    }
    println!("{run} vectors run, {skipped} not of this program's formulas");
    assert!(150 < run);
}
