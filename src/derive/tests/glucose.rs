//! Vectors of `glucose.rs`: inputs in the order named, and the value, worked out independently.

use super::check;
use crate::derive::glucose::*;

#[test]
fn vectors_of_homa_ir_si() {
    // glucose_mmol_l, insulin_mu_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.0, 8.0], Some(1.7777777778)),
        (&[6.2, 22.0], Some(6.0622222222)),
        (&[4.4, 3.0], Some(0.5866666667)),
    ];
    check(vectors, |v| Some(homa_ir(v[0], v[1])));
}

#[test]
fn vectors_of_homa_ir_us() {
    // glucose_mg_dl, insulin_uiu_ml
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[90.0, 8.0], Some(1.7777777778)),
        (&[112.0, 22.0], Some(6.0839506173)),
        (&[79.0, 3.0], Some(0.5851851852)),
    ];
    check(vectors, |v| Some(homa_ir(v[0] / 18.0, v[1])));
}

#[test]
fn vectors_of_eag_mg_dl() {
    // hba1c_pct
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.0], Some(96.8)),
        (&[6.5], Some(139.85)),
        (&[7.0], Some(154.2)),
        (&[8.5], Some(197.25)),
        (&[10.0], Some(240.3)),
    ];
    check(vectors, |v| Some(estimated_average_glucose_mg_dl(v[0])));
}

#[test]
fn vectors_of_eag_mmol_l() {
    // hba1c_pct
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.0], Some(5.36)),
        (&[6.5], Some(7.745)),
        (&[7.0], Some(8.54)),
        (&[8.5], Some(10.925)),
        (&[10.0], Some(13.31)),
    ];
    check(vectors, |v| Some(estimated_average_glucose(v[0])));
}

#[test]
fn vectors_of_hba1c_pct_to_ifcc() {
    // hba1c_pct
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.0], Some(31.14765)),
        (&[6.5], Some(47.54115)),
        (&[7.0], Some(53.00565)),
        (&[8.5], Some(69.39915)),
        (&[10.0], Some(85.79265)),
    ];
    check(vectors, |v| Some(hba1c_to_ifcc(v[0])));
}

#[test]
fn vectors_of_hba1c_ifcc_to_pct() {
    // hba1c_mmol_mol
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[31.0], Some(4.9865)),
        (&[48.0], Some(6.542)),
        (&[53.0], Some(6.9995)),
        (&[69.0], Some(8.4635)),
        (&[86.0], Some(10.019)),
    ];
    check(vectors, |v| Some(hba1c_to_percent(v[0])));
}
