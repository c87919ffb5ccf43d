//! The order of rows changes nothing, and evidence reaches its own sample only.

use serumcheck::Options;

use crate::bench::{Row, compare, judge, tube};

/// Rows of other patients, enough that nothing is still at hand.
fn filler(count: usize) -> Vec<Row> {
    (0..count)
        .flat_map(|i| {
            tube(
                &format!("F{i}"),
                &format!("T{i}"),
                "2026-03-05 08:00",
                "K 4.1 mmol/L; Na 140 mmol/L",
            )
        })
        .collect()
}

#[test]
fn an_index_before_after_and_far_after_its_rows() {
    let potassium = || tube("P1", "S1", "2026-03-05 07:15", "K 4.1 mmol/L");
    let index = || tube("P1", "S1", "2026-03-05 07:15", "H-index 200 mg/dL");
    let orders: [Vec<Row>; 4] = [
        [index(), potassium()].concat(),
        [potassium(), index()].concat(),
        [potassium(), filler(3000), index()].concat(),
        [index(), filler(3000), potassium()].concat(),
    ];
    for rows in orders {
        let judged = judge(&rows, Options::default());
        let said: Vec<_> = judged
            .into_iter()
            .filter(|(row, _)| row.patient == "P1")
            .collect();
        compare(
            "order",
            &said,
            &["K: indeterminate hemolysis-raises masked-low-possible"],
        );
    }
}

#[test]
fn a_pattern_in_every_order_of_its_rows() {
    let rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 7.9 mmol/L; Ca 1.50 mmol/L; ALP 12 U/L; Mg 0.4 mmol/L; Na 141 mmol/L",
    );
    let expected = [
        "K: unusable critical-limit edta-suspected",
        "Ca: unusable critical-limit critical-context edta-suspected",
        "Na: caution edta-suspected",
    ];
    for turn in 0..rows.len() {
        let mut turned = rows.clone();
        turned.rotate_left(turn);
        compare("turned", &judge(&turned, Options::default()), &expected);
        turned.reverse();
        compare("reversed", &judge(&turned, Options::default()), &expected);
    }
    // The trigger stands far behind the rest.
    let mut apart = rows[1..].to_vec();
    apart.extend(filler(3000));
    apart.push(rows[0].clone());
    let judged = judge(&apart, Options::default());
    let said: Vec<_> = judged
        .into_iter()
        .filter(|(row, _)| row.patient == "P1")
        .collect();
    compare("apart", &said, &expected);
}

#[test]
fn two_patients_under_one_sample_id() {
    let mut rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 4.1 mmol/L; H-index 200 mg/dL",
    );
    rows.extend(tube("P2", "S1", "2026-03-05 07:15", "K 4.2 mmol/L"));
    let judged = judge(&rows, Options::default());
    let of = |patient: &str| -> Vec<_> {
        judged
            .iter()
            .filter(|(row, _)| row.patient == patient)
            .cloned()
            .collect()
    };
    compare(
        "P1",
        &of("P1"),
        &["K: indeterminate hemolysis-raises masked-low-possible"],
    );
    compare("P2", &of("P2"), &["K: usable"]);
    // Neither do they make one panel.
    let mut rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 6.8 mmol/L; Na 140 mmol/L",
    );
    rows.extend(tube(
        "P2",
        "S1",
        "2026-03-05 07:15",
        "Ca 1.50 mmol/L; ALP 12 U/L",
    ));
    for (_, said) in judge(&rows, Options::default()) {
        assert!(!said.contains("edta-suspected"), "{said}");
    }
}

#[test]
fn a_corrected_potassium_makes_no_pattern() {
    let rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 4.1 mmol/L; Ca 1.15 mmol/L",
    );
    let judged = judge(&rows, Options::default());
    assert!(
        judged.iter().all(|(_, said)| !said.contains("edta")),
        "{judged:?}"
    );
}
