//! Every formula against independently computed values, and what must hold of all of them.

mod electrolytes;
mod evidence;
mod glucose;
mod hormones;
mod iron;
mod kidney;
mod lipids;
mod liver;
mod properties;
mod stage;

use crate::person::Sex;

/// Sex as a number in a table of vectors.
const FEMALE: f64 = 0.0;
const MALE: f64 = 1.0;

fn sex(number: f64) -> Sex {
    if number == MALE {
        Sex::Male
    } else {
        Sex::Female
    }
}

/// Each vector: the inputs, and the value or nothing where the formula does not hold.
#[track_caller]
fn check(vectors: &[(&[f64], Option<f64>)], formula: impl Fn(&[f64]) -> Option<f64>) {
    for (inputs, expected) in vectors {
        let found = formula(inputs);
        let same = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() <= 1e-6,
            (found, expected) => found == *expected,
        };
        assert!(same, "{inputs:?}: {found:?}, expected {expected:?}");
    }
}
