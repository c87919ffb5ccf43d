//! Vectors of `liver.rs`: inputs in the order named, and the value, worked out independently.

use super::{FEMALE, MALE, check, sex};
use crate::derive::liver::*;

#[test]
fn vectors_of_globulin() {
    // total_protein_g_l, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[70.0, 42.0], Some(28.0)),
        (&[85.0, 30.0], Some(55.0)),
        (&[55.0, 25.0], Some(30.0)),
    ];
    check(vectors, |v| globulin(v[0], v[1]));
}

#[test]
fn vectors_of_ag_ratio() {
    // total_protein_g_l, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[70.0, 42.0], Some(1.5)),
        (&[85.0, 30.0], Some(0.5454545455)),
        (&[55.0, 25.0], Some(0.8333333333)),
    ];
    check(vectors, |v| albumin_globulin_ratio(v[0], v[1]));
}

#[test]
fn vectors_of_bilirubin_indirect() {
    // total_umol_l, direct_umol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[30.0, 5.0], Some(25.0)),
        (&[85.0, 60.0], Some(25.0)),
        (&[12.0, 3.0], Some(9.0)),
    ];
    check(vectors, |v| bilirubin_indirect(v[0], v[1]));
}

#[test]
fn vectors_of_de_ritis() {
    // ast_u_l, alt_u_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[30.0, 40.0], Some(0.75)),
        (&[120.0, 50.0], Some(2.4)),
        (&[90.0, 45.0], Some(2.0)),
    ];
    check(vectors, |v| Some(de_ritis(v[0], v[1])));
}

#[test]
fn vectors_of_r_factor() {
    // alt, alt_uln, alp, alp_uln
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[400.0, 40.0, 120.0, 120.0], Some(10.0)),
        (&[80.0, 40.0, 480.0, 120.0], Some(0.5)),
        (&[200.0, 40.0, 240.0, 120.0], Some(2.5)),
    ];
    check(vectors, |v| Some(r_factor(v[0], v[1], v[2], v[3])));
}

#[test]
fn vectors_of_hys_law() {
    // alt, alt_uln, ast, ast_uln, bili, bili_uln, alp, alp_uln
    let vectors: &[(&[f64], Option<f64>)] = &[
        (
            &[150.0, 40.0, 100.0, 35.0, 45.0, 21.0, 120.0, 120.0],
            Some(1.0),
        ),
        (
            &[150.0, 40.0, 100.0, 35.0, 45.0, 21.0, 300.0, 120.0],
            Some(0.0),
        ),
        (
            &[100.0, 40.0, 90.0, 35.0, 45.0, 21.0, 100.0, 120.0],
            Some(0.0),
        ),
        (
            &[120.0, 40.0, 80.0, 35.0, 42.0, 21.0, 239.0, 120.0],
            Some(1.0),
        ),
    ];
    check(vectors, |v| {
        Some(f64::from(hys_law(
            (v[0], v[1]),
            (v[2], v[3]),
            (v[4], v[5]),
            (v[6], v[7]),
        )))
    });
}

#[test]
fn vectors_of_fib4() {
    // age_y, ast, alt, plt_1e9_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[50.0, 40.0, 40.0, 200.0], Some(1.5811388301)),
        (&[65.0, 80.0, 60.0, 120.0], Some(5.5943092779)),
        (&[35.0, 25.0, 30.0, 250.0], Some(0.6390096504)),
    ];
    check(vectors, |v| fib_4(v[0], v[1], v[2], v[3]));
}

#[test]
fn vectors_of_apri() {
    // ast, ast_uln, plt_1e9_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[40.0, 40.0, 200.0], Some(0.5)),
        (&[120.0, 40.0, 100.0], Some(3.0)),
        (&[80.0, 35.0, 150.0], Some(1.5238095238)),
    ];
    check(vectors, |v| Some(apri(v[0], v[1], v[2])));
}

#[test]
fn vectors_of_albi() {
    // bilirubin_umol_l, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[17.1, 40.0], Some(-2.5862225671)),
        (&[10.0, 42.0], Some(-2.91)),
        (&[60.0, 28.0], Some(-1.2064201747)),
    ];
    check(vectors, |v| Some(albi(v[0], v[1])));
}

#[test]
fn vectors_of_meld_raw() {
    // bili_mg_dl, inr, scr_mg_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[2.0, 1.8, 2.0], Some(22.2667255074)),
        (&[0.8, 0.9, 0.7], Some(6.43)),
        (&[12.0, 3.2, 4.5], Some(42.1170732419)),
        (&[2.5, 1.5, 1.2], Some(16.1796054758)),
    ];
    check(vectors, |v| Some(meld(v[0] * 17.1, v[1], v[2] * 88.4)));
}

#[test]
fn vectors_of_meld_na_optn2016() {
    // bili_mg_dl, inr, scr_mg_dl, na
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[2.0, 1.8, 2.0, 131.0], Some(25.564)),
        (&[0.8, 0.9, 0.7, 140.0], Some(6.0)),
        (&[12.0, 3.2, 4.5, 122.0], Some(41.208)),
        (&[2.5, 1.5, 1.2, 135.0], Some(17.584)),
    ];
    check(vectors, |v| {
        Some(meld_na(v[0] * 17.1, v[1], v[2] * 88.4, v[3]))
    });
}

#[test]
fn vectors_of_meld_3_0_raw() {
    // bili_mg_dl, inr, scr_mg_dl, na, albumin_g_dl, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[2.0, 1.8, 2.0, 131.0, 3.0, MALE], Some(26.4380299085)),
        (&[0.8, 0.9, 0.7, 140.0, 4.2, FEMALE], Some(7.33)),
        (&[12.0, 3.2, 4.5, 122.0, 1.2, FEMALE], Some(43.835303952)),
        (&[2.5, 1.5, 1.2, 135.0, 3.0, MALE], Some(17.853381937)),
    ];
    check(vectors, |v| {
        meld_3(v[0] * 17.1, v[1], v[2] * 88.4, v[3], v[4] * 10.0, sex(v[5]))
    });
}
