//! Vectors of `iron.rs`: inputs in the order named, and the value, worked out independently.

use super::check;
use crate::derive::iron::*;

#[test]
fn vectors_of_tibc_from_transferrin_si() {
    // transferrin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[2.5], Some(62.75)),
        (&[3.6], Some(90.36)),
        (&[2.0], Some(50.2)),
    ];
    check(vectors, |v| Some(tibc_from_transferrin(v[0])));
}

#[test]
fn vectors_of_tsat_transferrin_si() {
    // iron_umol_l, transferrin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[15.0, 2.5], Some(23.9043824701)),
        (&[4.0, 3.6], Some(4.4267374945)),
        (&[40.0, 2.0], Some(79.6812749004)),
    ];
    check(vectors, |v| {
        Some(transferrin_saturation(v[0], tibc_from_transferrin(v[1])))
    });
}

#[test]
fn vectors_of_tsat_tibc_us() {
    // iron_ug_dl, tibc_ug_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[80.0, 320.0], Some(25.0)),
        (&[20.0, 450.0], Some(4.4444444444)),
        (&[200.0, 250.0], Some(80.0)),
    ];
    check(vectors, |v| Some(transferrin_saturation(v[0], v[1])));
}

#[test]
fn vectors_of_tibc_from_uibc_us() {
    // iron_ug_dl, uibc_ug_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[80.0, 240.0], Some(320.0)),
        (&[20.0, 430.0], Some(450.0)),
        (&[200.0, 50.0], Some(250.0)),
    ];
    check(vectors, |v| Some(tibc_from_uibc(v[0], v[1])));
}
