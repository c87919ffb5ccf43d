//! Units there and back, and the number parser against another one.

use approx::assert_relative_eq;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serumcheck::observation::NumberStyle;
use serumcheck::reference::Catalog;
use serumcheck::value::{read_number, to_f64};

use crate::judge::ways;

const POINT: NumberStyle = NumberStyle {
    decimal_comma: false,
    thousands: None,
    groups_open: false,
};
const COMMA: NumberStyle = NumberStyle {
    decimal_comma: true,
    thousands: None,
    groups_open: false,
};

proptest! {
    #[test]
    fn there_and_back(value in 1e-6_f64..1e6) {
        for analyte in Catalog::bundled().expect("bundled data").analytes() {
            for way in ways(analyte) {
                let canonical = way.to_canonical.apply(value);
                assert_relative_eq!(way.to_canonical.invert(canonical), value, max_relative = 1e-9, epsilon = 1e-9);
            }
        }
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>(), comma in any::<bool>(), thousands in proptest::option::of(any::<char>())) {
        let _ = read_number(&text, NumberStyle { decimal_comma: comma, thousands, groups_open: false });
    }

    #[test]
    fn what_looks_nearly_like_a_number(text in "[-+]?[0-9.,'_ eE]{0,12}") {
        for style in [POINT, COMMA] {
            if let Some(number) = read_number(&text, style) {
                prop_assert!(text.chars().any(|c| c.is_ascii_digit()), "{text:?} is {number}");
                prop_assert!(!text.contains('_'), "{text:?} is {number}");
            }
        }
    }

    #[test]
    fn a_plain_decimal_is_itself(whole in 0_u64..10_000_000_000, fraction in "[0-9]{1,9}", negative in any::<bool>()) {
        let sign = if negative { "-" } else { "" };
        let text = format!("{sign}{whole}.{fraction}");
        let expected: Decimal = text.parse().expect("a decimal");
        prop_assert_eq!(read_number(&text, POINT), Some(expected));
        prop_assert_eq!(read_number(&text.replace('.', ","), COMMA), Some(expected));
        let exact: f64 = text.parse().expect("a number");
        assert_relative_eq!(to_f64(expected), exact, max_relative = 1e-15);
    }

    #[test]
    fn thousands_are_read_where_the_file_says_so(number in 1_000_u64..1_000_000_000) {
        let grouped = |mark: &str| {
            let digits = number.to_string();
            let mut text = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at != 0 && (digits.len() - at) % 3 == 0 {
                    text.push_str(mark);
                }
                text.push(digit);
            }
            text
        };
        let english = NumberStyle { decimal_comma: false, thousands: Some(','), groups_open: false };
        let german = NumberStyle { decimal_comma: true, thousands: Some('.'), groups_open: false };
        prop_assert_eq!(read_number(&grouped(","), english), Some(Decimal::from(number)));
        prop_assert_eq!(read_number(&grouped("."), german), Some(Decimal::from(number)));
    }
}

#[test]
fn what_is_no_number() {
    for text in [
        "",
        "nan",
        "NaN",
        "inf",
        "-inf",
        "Infinity",
        "1e400",
        "1_000",
        "0x10",
        "--5",
        "5-",
        "1.2.3",
        "½",
        "٣",
        "4.1 mmol/L",
    ] {
        assert_eq!(read_number(text, POINT), None, "{text:?}");
    }
}
