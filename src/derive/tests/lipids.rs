//! Vectors of `lipids.rs`: inputs in the order named, and the value, worked out independently.

use super::check;
use crate::derive::lipids::*;

#[test]
fn vectors_of_non_hdl() {
    // tc, hdl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[200.0, 50.0], Some(150.0)),
        (&[180.0, 60.0], Some(120.0)),
        (&[250.0, 40.0], Some(210.0)),
        (&[150.0, 45.0], Some(105.0)),
        (&[300.0, 35.0], Some(265.0)),
        (&[210.0, 42.0], Some(168.0)),
    ];
    check(vectors, |v| non_hdl(v[0], v[1]));
}

#[test]
fn vectors_of_ldl_friedewald_si() {
    // tc, hdl, tg
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.17, 1.29, 1.69], Some(3.1118181818)),
        (&[4.65, 1.55, 1.02], Some(2.6363636364)),
        (&[6.5, 1.0, 4.6], None),
    ];
    check(vectors, |v| ldl_friedewald(v[0], v[1], v[2]));
}

/// Both limits are inside, in their own unit and whatever the factor to mmol/L was.
#[test]
fn limits_of_triglycerides() {
    for factor in [88.54, 88.57] {
        for (tg, friedewald, sampson) in [
            (399.0, true, true),
            (400.0, true, true),
            (401.0, false, true),
            (800.0, false, true),
            (801.0, false, false),
        ] {
            let tg = tg / factor;
            assert_eq!(
                ldl_friedewald(9.0, 1.0, tg).is_some(),
                friedewald,
                "{tg} {factor}"
            );
            assert_eq!(
                ldl_sampson(9.0, 1.0, tg).is_some(),
                sampson,
                "{tg} {factor}"
            );
        }
    }
    for (tg, holds) in [(4.5, true), (4.51, true), (4.53, false), (4.6, false)] {
        assert_eq!(ldl_friedewald(9.0, 1.0, tg).is_some(), holds, "{tg}");
    }
}

#[test]
fn vectors_of_ldl_sampson_si() {
    // tc, hdl, tg
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.17, 1.29, 1.69], Some(3.1933463479)),
        (&[4.65, 1.55, 1.02], Some(2.6739724507)),
        (&[6.5, 1.0, 4.6], Some(3.5712364649)),
    ];
    check(vectors, |v| ldl_sampson(v[0], v[1], v[2]));
}

#[test]
fn vectors_of_ldl_sampson_us() {
    // tc, hdl, tg
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[200.0, 50.0, 150.0], Some(123.3972906152)),
        (&[180.0, 60.0, 90.0], Some(103.5838086037)),
        (&[250.0, 40.0, 350.0], Some(145.4534862649)),
        (&[150.0, 45.0, 100.0], Some(86.4762057837)),
        (&[300.0, 35.0, 780.0], Some(121.0489215953)),
        (&[210.0, 42.0, 165.0], Some(138.286632237)),
    ];
    check(vectors, |v| {
        (|| Some(ldl_sampson(v[0] / 38.67, v[1] / 38.67, v[2] / 88.57)? * 38.67))()
    });
}
