//! What is noted of a block, as the bytes of a file.

use super::{DrawnNote, Noted, RowNote};
use crate::import::Extent;
use crate::sample::{Grouped, SampleId};

/// Bytes of a row.
pub(super) const ROW: usize = 12;

/// The bit, among those of its value, that says that another result of its line follows.
const FOLLOWED: u32 = 31;

/// Bytes of a draw.
pub(super) const DRAWN: usize = 24;

/// What is told of its sample.
const UNKNOWN: u32 = 0;
const SAMPLE: u32 = 1;
const DAY: u32 = 2;

impl Noted {
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        let Extent {
            length,
            lines,
            regular,
        } = self.extent;
        for number in [length, lines] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for number in [
            self.generation,
            u32::from(regular),
            self.rows.len() as u32,
            self.drawn.len() as u32,
        ] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for row in &self.rows {
            let value = u32::from(row.value.0) << u8::BITS | u32::from(row.value.1);
            let value = value | u32::from(row.is_followed) << FOLLOWED;
            let rest = u32::from(row.wording) << u16::BITS | u32::from(row.drawn);
            for number in [row.said, rest, value] {
                bytes.extend_from_slice(&number.to_le_bytes());
            }
        }
        for drawn in &self.drawn {
            let parts = drawn.grouped.panel().map_or([0; 3], SampleId::parts);
            for number in parts {
                bytes.extend_from_slice(&number.to_le_bytes());
            }
            let kind = match drawn.grouped {
                Grouped::Alone => UNKNOWN,
                Grouped::Sample(_) => SAMPLE,
                Grouped::Day(_) => DAY,
            };
            bytes.extend_from_slice(&kind.to_le_bytes());
            bytes.extend_from_slice(&drawn.patient.to_le_bytes());
        }
    }

    /// The rows and draws in `bytes`.
    pub(super) fn read(&mut self, rows: &[u8], drawn: &[u8]) {
        let row = |bytes: &[u8]| {
            let (rest, value) = (number(bytes, 1), number(bytes, 2));
            RowNote {
                said: number(bytes, 0),
                wording: (rest >> u16::BITS) as u16,
                drawn: rest as u16,
                value: ((value >> u8::BITS) as u16, value as u8),
                is_followed: value >> FOLLOWED != 0,
            }
        };
        self.rows.extend(rows.chunks_exact(ROW).map(row));
        let id = |bytes: &[u8]| SampleId::from_parts([0, 1, 2].map(|at| number(bytes, at)));
        let note = |bytes: &[u8]| DrawnNote {
            grouped: match number(bytes, 3) {
                SAMPLE => Grouped::Sample(id(bytes)),
                DAY => Grouped::Day(id(bytes)),
                _ => Grouped::Alone,
            },
            patient: u64::from(number(bytes, 4)) | u64::from(number(bytes, 5)) << 32,
        };
        self.drawn.extend(drawn.chunks_exact(DRAWN).map(note));
    }
}

/// Bytes before the rows of a block.
pub(super) const HEAD: usize = 2 * size_of::<u64>() + 4 * size_of::<u32>();

/// A number among others of its kind.
pub(super) fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(4 * at..4 * at + 4);
    four.map_or(0, |four| {
        u32::from_le_bytes([four[0], four[1], four[2], four[3]])
    })
}
