//! The noise of conversion factors.

/// Removes the last-digit noise of a conversion factor: 0.9999999999999999 is 1.
#[must_use]
pub fn snap(factor: f64) -> f64 {
    // A whole number of so few digits has no such noise.
    if factor.fract() == 0.0 && factor.abs() < 1e13 {
        return factor;
    }
    // Nearly all others are a short decimal with that noise: then it is the nearest one of fourteen digits too.
    for power in [1e1, 1e2, 1e3, 1e4] {
        let short = (factor * power).round() / power;
        if (short - factor).abs() < factor.abs() * 4e-15 && factor.abs() < 1e9 {
            return short;
        }
    }
    snap_thoroughly(factor)
}

fn snap_thoroughly(factor: f64) -> f64 {
    let rounded: f64 = format!("{factor:.13e}").parse().unwrap_or(factor);
    if (rounded - factor).abs() <= factor.abs() * 1e-14 {
        rounded
    } else {
        factor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_is_removed_quickly_as_it_is_thoroughly() {
        for tenths in 1..30_000_u64 {
            for divisor in [1.0, 10.0, 1e3, 7.0, 1e7] {
                let factor = tenths as f64 / divisor;
                for noise in 0..60 {
                    let noisy = f64::from_bits(factor.to_bits() + noise - 30);
                    assert_eq!(snap(noisy), snap_thoroughly(noisy), "{noisy:?}");
                }
            }
        }
    }
}
