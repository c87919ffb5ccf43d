//! Vectors of `hormones.rs`: inputs in the order named, and the value, worked out independently.

use super::check;
use crate::derive::hormones::*;

#[test]
fn vectors_of_free_testosterone_vermeulen() {
    // t_nmol_l, shbg_nmol_l, albumin_g_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[15.6, 40.0, 43.0], Some(0.2860388746)),
        (&[1.5, 50.0, 43.0], Some(0.0207124604)),
        (&[2.8, 18.0, 40.0], Some(0.0724379865)),
        (&[25.0, 15.0, 45.0], Some(0.7572466536)),
        (&[0.5, 120.0, 38.0], Some(0.0035612471)),
    ];
    check(vectors, |v| Some(testosterone_free(v[0], v[1], v[2])));
}

#[test]
fn vectors_of_free_androgen_index() {
    // t_nmol_l, shbg_nmol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[1.5, 50.0], Some(3.0)),
        (&[2.8, 18.0], Some(15.5555555556)),
        (&[0.5, 120.0], Some(0.4166666667)),
    ];
    check(vectors, |v| Some(free_androgen_index(v[0], v[1])));
}
