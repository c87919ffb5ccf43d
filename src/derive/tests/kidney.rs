//! Vectors of `kidney.rs`: inputs in the order named, and the value, worked out independently.

use super::{FEMALE, MALE, check, sex};
use crate::derive::kidney::*;

#[test]
fn vectors_of_egfr_ckdepi_2021_cr() {
    // scr_mg_dl, age_y, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[1.2, 55.0, MALE], Some(71.4177959219)),
        (&[0.6, 30.0, FEMALE], Some(123.7578641216)),
        (&[0.7, 45.0, FEMALE], Some(108.6234307336)),
        (&[2.5, 70.0, MALE], Some(26.9637824175)),
        (&[0.9, 18.0, MALE], Some(126.9609629613)),
        (&[5.0, 80.0, FEMALE], Some(8.2554716904)),
    ];
    check(vectors, |v| egfr_ckd_epi_2021(v[0] * 88.4, v[1], sex(v[2])));
}

#[test]
fn vectors_of_egfr_ckdepi_2021_cr_si() {
    // scr_umol_l, age_y, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[106.08, 55.0, MALE], Some(71.4177959219)),
        (&[53.04, 30.0, FEMALE], Some(123.7578641216)),
        (&[221.0, 70.0, MALE], Some(26.9637824175)),
    ];
    check(vectors, |v| egfr_ckd_epi_2021(v[0], v[1], sex(v[2])));
}

#[test]
fn vectors_of_egfr_ckdepi_2009_cr() {
    // scr_mg_dl, age_y, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[1.2, 55.0, MALE], Some(67.6669882788)),
        (&[0.6, 30.0, FEMALE], Some(122.7058987496)),
        (&[0.7, 45.0, FEMALE], Some(104.9732575179)),
        (&[2.5, 70.0, MALE], Some(25.0747280048)),
        (&[0.9, 18.0, MALE], Some(124.2526287274)),
        (&[5.0, 80.0, FEMALE], Some(7.620284167)),
    ];
    check(vectors, |v| egfr_ckd_epi_2009(v[0] * 88.4, v[1], sex(v[2])));
}

#[test]
fn vectors_of_egfr_ckdepi_2012_cys() {
    // cys_mg_l, age_y, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[0.9, 55.0, MALE], Some(91.2398797995)),
        (&[0.8, 40.0, FEMALE], Some(105.5944494668)),
        (&[0.65, 25.0, FEMALE], Some(124.3795990412)),
        (&[2.1, 68.0, MALE], Some(28.1114296639)),
    ];
    check(vectors, |v| {
        egfr_ckd_epi_2012_cystatin(v[0], v[1], sex(v[2]))
    });
}

#[test]
fn vectors_of_egfr_ckdepi_2021_crcys() {
    // scr_mg_dl, cys_mg_l, age_y, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[1.2, 0.9, 55.0, MALE], Some(84.963449963)),
        (&[0.6, 0.65, 30.0, FEMALE], Some(127.8900205371)),
        (&[2.5, 2.1, 70.0, MALE], Some(27.8026078677)),
        (&[0.7, 0.8, 45.0, FEMALE], Some(109.0416363178)),
    ];
    check(vectors, |v| {
        egfr_ckd_epi_2021_combined(v[0] * 88.4, v[1], v[2], sex(v[3]))
    });
}

#[test]
fn vectors_of_egfr_schwartz_bedside() {
    // height_cm, scr_mg_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[120.0, 0.5], Some(99.12)),
        (&[95.0, 0.35], Some(112.1)),
        (&[165.0, 0.9], Some(75.7166666667)),
    ];
    check(vectors, |v| egfr_schwartz(v[1] * 88.4, 8.0, v[0]));
}

#[test]
fn vectors_of_crcl_cockcroft_gault() {
    // age_y, weight_kg, scr_mg_dl, sex
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[60.0, 72.0, 1.4, MALE], Some(57.1428571429)),
        (&[60.0, 72.0, 1.4, FEMALE], Some(48.5714285714)),
        (&[85.0, 50.0, 1.0, FEMALE], Some(32.4652777778)),
        (&[30.0, 90.0, 0.8, MALE], Some(171.875)),
    ];
    check(vectors, |v| {
        creatinine_clearance(v[2] * 88.4, v[0], sex(v[3]), v[1])
    });
}

#[test]
fn vectors_of_bun_creatinine_ratio() {
    // bun_mg_dl, scr_mg_dl
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[14.0, 1.0], Some(14.0)),
        (&[60.0, 1.5], Some(40.0)),
        (&[20.0, 4.0], Some(5.0)),
    ];
    check(vectors, |v| {
        Some(urea_creatinine_ratio(v[0] / 2.801, v[1] * 88.4) * 2.801 * 88.4 / 1000.0)
    });
}

#[test]
fn vectors_of_urea_creatinine_ratio_si() {
    // urea_mmol_l, scr_umol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[5.0, 80.0], Some(62.5)),
        (&[20.0, 130.0], Some(153.8461538462)),
        (&[30.0, 600.0], Some(50.0)),
    ];
    check(vectors, |v| Some(urea_creatinine_ratio(v[0], v[1])));
}

#[test]
fn vectors_of_kdigo_aki() {
    // creat_umol_l, baseline_umol_l, rise_48h_umol_l
    let vectors: &[(&[f64], Option<f64>)] = &[
        (&[120.0, 80.0, 40.0], Some(1.0)),
        (&[165.0, 80.0, 85.0], Some(2.0)),
        (&[250.0, 80.0, 170.0], Some(3.0)),
        (&[360.0, 300.0, 60.0], Some(3.0)),
        (&[100.0, 90.0, 10.0], Some(0.0)),
        (&[90.0, 70.0, 26.5], Some(1.0)),
    ];
    check(vectors, |v| Some(f64::from(aki_stage(v[0], v[1], v[2]))));
}
