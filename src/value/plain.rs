//! A number written in the plainest way, as nearly all are: digits, and perhaps a point and more digits.

use rust_decimal::Decimal;

/// Digits at most: what is shown in the canonical unit is exact up to twelve.
const DIGITS: usize = 12;

/// More than any of so many digits.
const MOST: u64 = 1_000_000_000_000;

/// What stands in front of the fraction of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark(u8);

impl Mark {
    /// `4.1`
    pub(crate) const POINT: Mark = Mark(b'.');
    /// `4,1`
    pub(crate) const COMMA: Mark = Mark(b',');
}

/// A positive number of at most twelve digits, written without sign, exponent, blanks and needless zeros in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlainNumber {
    mantissa: u64,
    scale: u8,
}

impl PlainNumber {
    /// Reads a cell in a file with this decimal mark; `None` for zero and for everything that is written in another
    /// way.
    #[inline]
    pub(crate) fn read(cell: &[u8], mark: Mark) -> Option<PlainNumber> {
        let mut mantissa = 0_u64;
        let mut point = None;
        if DIGITS + 1 < cell.len() {
            return None;
        }
        for (at, byte) in cell.iter().enumerate() {
            match byte {
                b'0'..=b'9' => mantissa = 10 * mantissa + u64::from(byte - b'0'),
                other if *other == mark.0 && point.is_none() => point = Some(at),
                _ => return None,
            }
        }
        let whole = point.unwrap_or(cell.len());
        let fraction = cell.len() - point.map_or(whole, |point| point + 1);
        let written = point.is_none() || 0 < fraction;
        let zero_in_front = cell.first() == Some(&b'0') && whole != 1;
        let plain = written && 0 < whole && whole + fraction <= DIGITS && !zero_in_front;
        (plain && 0 < mantissa).then_some(PlainNumber {
            mantissa,
            scale: fraction as u8,
        })
    }

    /// A decimal as such a number, if it is one.
    #[inline]
    pub(crate) fn of(decimal: Decimal) -> Option<PlainNumber> {
        let mantissa = u64::try_from(decimal.mantissa()).ok()?;
        let scale = decimal.scale() as usize;
        let plain = (1..MOST).contains(&mantissa) && scale <= DIGITS;
        plain.then_some(PlainNumber {
            mantissa,
            scale: scale as u8,
        })
    }

    /// The same as the general reader gives it.
    pub(crate) fn decimal(self) -> Decimal {
        // Twelve digits are fewer than an i64 holds.
        Decimal::new(self.mantissa as i64, u32::from(self.scale))
    }

    /// The same as [`to_f64`](crate::value::to_f64) of the decimal: so few digits and powers of ten are exact.
    #[inline]
    pub(crate) fn to_f64(self) -> f64 {
        self.mantissa as f64 / POWERS[usize::from(self.scale)]
    }

    /// Bits by which numbers can be told apart; what is written with another number of digits has others.
    #[inline]
    pub(crate) fn bits(self) -> u64 {
        self.mantissa << 8 | u64::from(self.scale)
    }

    /// Appends its cell with a decimal point and without the zeros that end a fraction.
    #[inline]
    pub(crate) fn normalized(self, cell: &[u8], out: &mut Vec<u8>) {
        let scale = usize::from(self.scale);
        let start = out.len();
        out.extend_from_slice(cell);
        if scale == 0 {
            return;
        }
        let mark = start + cell.len() - scale - 1;
        out[mark] = b'.';
        while out.last() == Some(&b'0') {
            out.pop();
        }
        if out.len() == mark + 1 {
            out.pop();
        }
    }
}

const POWERS: [f64; DIGITS + 1] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::NumberStyle;
    use crate::value::number::take_number;
    use proptest::prelude::*;
    use rust_decimal::prelude::ToPrimitive;

    /// With each decimal mark, as numbers are read that are not plain.
    fn general(text: &str, mark: Mark) -> Option<Decimal> {
        let style = NumberStyle {
            decimal_comma: mark == Mark::COMMA,
            ..NumberStyle::default()
        };
        match take_number(text, style) {
            (number, "") => number,
            _ => None,
        }
    }

    fn read(text: &str) -> Option<PlainNumber> {
        PlainNumber::read(text.as_bytes(), Mark::POINT)
    }

    fn normalized(plain: PlainNumber, text: &str) -> String {
        let mut out = b"x".to_vec();
        plain.normalized(text.as_bytes(), &mut out);
        String::from_utf8(out.split_off(1)).expect("digits")
    }

    #[test]
    fn only_the_plainest() {
        for text in [
            "4.1",
            "140",
            "0.5",
            "9.10",
            "7.0",
            "0.001",
            "10",
            "100.00",
            "123456789012",
            "0.10",
            "12345678901.2",
        ] {
            let with_comma = text.replace('.', ",");
            for (text, mark) in [(text, Mark::POINT), (&with_comma, Mark::COMMA)] {
                let plain = PlainNumber::read(text.as_bytes(), mark).expect(text);
                let decimal = general(text, mark).expect("a number");
                assert_eq!(plain.decimal(), decimal, "{text}");
                assert_eq!(plain.decimal().scale(), decimal.scale(), "{text}");
                assert_eq!(normalized(plain, text), decimal.normalize().to_string());
            }
        }
        for text in [
            "",
            "0",
            "0.0",
            ".5",
            "5.",
            "05",
            "00.5",
            "-1",
            "+1",
            "1e3",
            "1,5",
            " 1",
            "1.2.3",
            "<1",
            "1234567890123",
            "4.1 ",
            "4٫1",
            ".",
            "123456789.1234",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        for text in ["4.1", "1.234,5", ",5", "5,", "05,1", "1,2,3", "4,1 "] {
            let read = PlainNumber::read(text.as_bytes(), Mark::COMMA);
            assert_eq!(read, None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn a_decimal_is_the_same_number(mantissa in 0_i64..2_000_000_000_000, scale in 0_u32..16) {
            let decimal = Decimal::new(mantissa, scale);
            if let Some(plain) = PlainNumber::of(decimal) {
                prop_assert_eq!(plain.to_f64(), decimal.to_f64().unwrap_or_default());
            }
        }

        #[test]
        fn a_plain_number_is_what_the_general_reader_reads(text in "[0-9]{0,8}[.,]?[0-9]{0,8}", comma: bool) {
            let mark = if comma { Mark::COMMA } else { Mark::POINT };
            if let Some(plain) = PlainNumber::read(text.as_bytes(), mark) {
                let decimal = general(&text, mark).expect("a number");
                prop_assert_eq!(plain.decimal().serialize(), decimal.serialize());
                prop_assert_eq!(PlainNumber::of(decimal), Some(plain));
                prop_assert_eq!(plain.to_f64(), decimal.to_f64().unwrap_or_default());
                prop_assert_eq!(normalized(plain, &text), decimal.normalize().to_string());
            }
        }
    }
}
