//! Vectors of `electrolytes.rs`: inputs in the order named, and the value, worked out independently.

use super::check;
use crate::derive::electrolytes::*;

#[test]
fn vectors_of_anion_gap() {
    // na, cl, hco3
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[140.0, 104.0, 24.0], Some(12.0)),
        (&[132.0, 95.0, 10.0], Some(27.0)),
        (&[145.0, 118.0, 22.0], Some(5.0)),
        (&[136.5, 101.5, 25.5], Some(9.5)),
    ];
    check(vectors, |v| Some(anion_gap(v[0], v[1], v[2])));
}

#[test]
fn vectors_of_anion_gap_k() {
    // na, k, cl, hco3
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[140.0, 4.2, 104.0, 24.0], Some(16.2)),
        (&[132.0, 5.1, 95.0, 10.0], Some(32.1)),
        (&[145.0, 3.0, 118.0, 22.0], Some(8.0)),
        (&[136.5, 4.0, 101.5, 25.5], Some(13.5)),
    ];
    check(vectors, |v| {
        Some(anion_gap_with_potassium(v[0], v[1], v[2], v[3]))
    });
}

#[test]
fn vectors_of_anion_gap_alb_corrected() {
    // na, cl, hco3, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[140.0, 104.0, 24.0, 40.0], Some(12.0)),
        (&[135.0, 102.0, 20.0, 22.0], Some(17.5)),
        (&[132.0, 95.0, 10.0, 18.0], Some(32.5)),
        (&[141.0, 103.0, 27.0, 50.0], Some(8.5)),
    ];
    check(vectors, |v| {
        Some(anion_gap_albumin_corrected(
            anion_gap(v[0], v[1], v[2]),
            v[3],
        ))
    });
}

#[test]
fn vectors_of_delta_ratio() {
    // na, cl, hco3, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[132.0, 95.0, 10.0, 40.0], Some(1.0714285714)),
        (&[140.0, 110.0, 14.0, 40.0], Some(0.4)),
        (&[145.0, 100.0, 20.0, 30.0], Some(3.875)),
    ];
    check(vectors, |v| {
        delta_ratio(
            anion_gap_albumin_corrected(anion_gap(v[0], v[1], v[2]), v[3]),
            v[2],
        )
    });
}

#[test]
fn vectors_of_calcium_adj_si_0_02() {
    // calcium_mmol_l, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[2.1, 25.0], Some(2.4)),
        (&[2.45, 40.0], Some(2.45)),
        (&[2.6, 50.0], Some(2.4)),
        (&[1.95, 18.0], Some(2.39)),
    ];
    check(vectors, |v| {
        Some(calcium_adjusted(v[0], v[1], CALCIUM_SLOPE, CALCIUM_ALBUMIN))
    });
}

#[test]
fn vectors_of_calcium_adj_si_0_025() {
    // calcium_mmol_l, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[2.1, 25.0], Some(2.475)),
        (&[2.45, 40.0], Some(2.45)),
        (&[2.6, 50.0], Some(2.35)),
        (&[1.95, 18.0], Some(2.5)),
    ];
    check(vectors, |v| Some(calcium_adjusted(v[0], v[1], 0.025, 40.0)));
}

#[test]
fn vectors_of_calcium_adj_us_0_8() {
    // calcium_mg_dl, albumin_g_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[8.0, 2.5], Some(9.2)),
        (&[9.8, 4.0], Some(9.8)),
        (&[10.4, 5.0], Some(9.6)),
        (&[7.2, 1.8], Some(8.96)),
    ];
    check(vectors, |v| Some(calcium_adjusted(v[0], v[1], 0.8, 4.0)));
}

#[test]
fn vectors_of_osmolality_si() {
    // na, glucose_mmol_l, urea_mmol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[140.0, 5.0, 5.0], Some(290.0)),
        (&[128.0, 38.0, 14.0], Some(308.0)),
        (&[145.0, 6.1, 30.0], Some(326.1)),
        (&[138.0, 5.5, 4.0], Some(285.5)),
        (&[141.0, 5.0, 6.0], Some(293.0)),
        (&[136.0, 8.0, 3.5], Some(283.5)),
    ];
    check(vectors, |v| Some(osmolality(v[0], v[1], v[2])));
}

#[test]
fn vectors_of_osmolality_us() {
    // na, glucose_mg_dl, bun_mg_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[140.0, 90.0, 14.0], Some(290.0)),
        (&[128.0, 684.0, 39.0], Some(307.9285714286)),
    ];
    check(vectors, |v| Some(osmolality(v[0], v[1] / 18.0, v[2] / 2.8)));
}

#[test]
fn vectors_of_osmolal_gap_si() {
    // measured, na, glucose_mmol_l, urea_mmol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[292.0, 140.0, 5.0, 5.0], Some(2.0)),
        (&[340.0, 138.0, 5.5, 4.0], Some(54.5)),
        (&[300.0, 128.0, 38.0, 14.0], Some(-8.0)),
    ];
    check(vectors, |v| {
        Some(osmolal_gap(v[0], osmolality(v[1], v[2], v[3])))
    });
}

#[test]
fn vectors_of_na_corrected_katz() {
    // na, glucose_mg_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[125.0, 600.0], Some(133.0)),
        (&[140.0, 100.0], Some(140.0)),
        (&[118.0, 1200.0], Some(135.6)),
        (&[135.0, 250.0], Some(137.4)),
    ];
    check(vectors, |v| {
        Some(sodium_corrected_katz(v[0], v[1] / 18.0156))
    });
}

#[test]
fn vectors_of_na_corrected_katz_si() {
    // na, glucose_mmol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[125.0, 33.3], Some(132.99871168)),
        (&[140.0, 5.55], Some(139.99978528)),
        (&[130.0, 20.0], Some(134.164992)),
    ];
    check(vectors, |v| Some(sodium_corrected_katz(v[0], v[1])));
}

#[test]
fn vectors_of_na_corrected_hillier() {
    // na, glucose_mg_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[125.0, 600.0], Some(137.0)),
        (&[140.0, 100.0], Some(140.0)),
        (&[118.0, 1200.0], Some(144.4)),
        (&[135.0, 250.0], Some(138.6)),
    ];
    check(vectors, |v| {
        Some(sodium_corrected_hillier(v[0], v[1] / 18.0156))
    });
}

#[test]
fn vectors_of_na_corrected_hillier_si() {
    // na, glucose_mmol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[125.0, 33.3], Some(136.99806752)),
        (&[140.0, 5.55], Some(139.99967792)),
        (&[130.0, 20.0], Some(136.247488)),
    ];
    check(vectors, |v| Some(sodium_corrected_hillier(v[0], v[1])));
}
