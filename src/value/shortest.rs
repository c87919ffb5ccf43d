//! A floating-point number as it is shown.

/// Digits that are shown at most.
const DIGITS: i32 = 12;

/// Powers of ten that a floating-point number holds exactly, as many as are needed here.
const POWERS: [f64; 18] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17,
];

/// How near a half a number may be that is not rounded by the quick way: far above the error of one
/// multiplication, which is 1e-4 at twelve digits.
const NEAR: f64 = 1e-3;

/// The shortest decimal of at most 12 significant digits.
#[must_use]
pub fn shortest(value: f64) -> String {
    quick(value).unwrap_or_else(|| thorough(value))
}

/// A number as [`shortest`] writes it: without the error of the arithmetic that made it.
#[must_use]
pub fn as_written(value: f64) -> f64 {
    shortest(value).parse().unwrap_or(value)
}

fn thorough(value: f64) -> String {
    let rounded: f64 = format!("{value:.11e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// For numbers of the usual size; none where the last digit could be in doubt.
fn quick(value: f64) -> Option<String> {
    let usual = 1e-5..1e9;
    if !usual.contains(&value) {
        return None;
    }
    // The place of the first digit: 0 for ones, 1 for tens, -1 for tenths.
    let above = POWERS.iter().position(|power| value < *power)? as i32 - 1;
    let first = if 0 <= above {
        above
    } else {
        let below = POWERS
            .iter()
            .skip(1)
            .position(|power| 1.0 <= value * power)?;
        -(below as i32) - 1
    };
    let places = (DIGITS - 1 - first) as usize;
    let scaled = value * POWERS.get(places)?;
    if (scaled - scaled.floor() - 0.5).abs() < NEAR {
        return None;
    }
    let mut digits = scaled.round() as u64;
    let mut places = places;
    while 0 < places && digits.is_multiple_of(10) {
        digits /= 10;
        places -= 1;
    }
    let digits = itoa::Buffer::new().format(digits).to_string();
    Some(match digits.len().checked_sub(places) {
        _ if places == 0 => digits,
        Some(whole) if 0 < whole => format!("{}.{}", &digits[..whole], &digits[whole..]),
        _ => format!("0.{digits:0>places$}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_as_they_are_shown() {
        for (value, text) in [
            (0.0, "0"),
            (1.0, "1"),
            (140.0, "140"),
            (88.4 * 1.1, "97.24"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333333333"),
            (2.0 / 3.0, "0.666666666667"),
            (0.05, "0.05"),
            (0.012_345, "0.012345"),
            (9.999_999_999_999_9, "10"),
            (99_999_999_999.96, "100000000000"),
            (1e-7, "0.0000001"),
            (123_456_789.123_456, "123456789.123"),
            (-3.25, "-3.25"),
        ] {
            assert_eq!(shortest(value), text, "{value:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn the_quick_way_is_the_thorough_one(
            digits in 1_u64..10_000_000_000_000,
            places in 0_i32..16,
            factor in prop_oneof![Just(1.0), 0.001_f64..1000.0, Just(88.4), Just(0.0555), Just(17.1)],
        ) {
            let value = digits as f64 / 10_f64.powi(places) * factor;
            for value in [value, value.next_up(), value.next_down()] {
                if let Some(text) = quick(value) {
                    prop_assert_eq!(text, thorough(value), "{:?}", value);
                }
            }
        }

        #[test]
        fn halves_and_powers(exponent in -6_i32..9, digits in 1_u64..1_000_000) {
            let value = digits as f64 * 0.5 * 10_f64.powi(exponent);
            for value in [value, value.next_up(), value.next_down(), 10_f64.powi(exponent)] {
                if let Some(text) = quick(value) {
                    prop_assert_eq!(text, thorough(value), "{:?}", value);
                }
            }
        }
    }
}
