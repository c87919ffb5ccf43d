//! Numbers in the canonical unit, as they are written. The same few thousand come again and again.

use crate::interpret::canonical_text;
use crate::memory::number_among;
use crate::reference::Conversion;
use crate::value::PlainNumber;

/// Numbers remembered at most; a new one takes the place of another.
const REMEMBERED: usize = 1 << 13;

/// Bytes of the longest text that is remembered.
const LONGEST: usize = 19;

/// Numbers with their text in the canonical unit.
#[derive(Debug, Default)]
pub(super) struct Converted {
    conversions: Vec<Conversion>,
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    number: u64,
    conversion: u32,
    length: u8,
    text: [u8; LONGEST],
}

/// Of no number.
const EMPTY: Place = Place {
    number: 0,
    conversion: u32::MAX,
    length: 0,
    text: [0; LONGEST],
};

impl Converted {
    /// The number of a conversion.
    pub(super) fn number(&mut self, conversion: Conversion) -> u32 {
        let same = |known: &Conversion| *known == conversion;
        number_among(&mut self.conversions, same, || conversion)
    }

    /// Appends a number, converted.
    #[inline]
    pub(super) fn write(&mut self, conversion: u32, number: PlainNumber, out: &mut Vec<u8>) {
        if self.places.is_empty() {
            self.places = vec![EMPTY; REMEMBERED];
        }
        let bits = number.bits();
        // Neighbors differ in their lowest bits; a large odd number spreads them.
        let spread = (bits ^ u64::from(conversion) << 56).wrapping_mul(SPREAD);
        let place = &mut self.places[(spread >> (u64::BITS - REMEMBERED.ilog2())) as usize];
        if place.number != bits || place.conversion != conversion {
            let text = canonical_text(number.decimal(), self.conversions[conversion as usize]);
            if LONGEST < text.len() {
                out.extend_from_slice(text.as_bytes());
                return;
            }
            *place = EMPTY;
            place.text[..text.len()].copy_from_slice(text.as_bytes());
            (place.number, place.conversion) = (bits, conversion);
            place.length = text.len() as u8;
        }
        out.extend_from_slice(&place.text[..usize::from(place.length)]);
    }
}

/// 2⁶⁴ by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
