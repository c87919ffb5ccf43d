//! What the first pass notes of the rows of regular blocks, so that the passes behind it need not find it out
//! again: a few bytes a row, in the order of rows, in a temporary file once they are many.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

use tempfile::SpooledTempFile;

use crate::import::Extent;
use crate::sample::Grouped;
use bytes::{DRAWN, HEAD, ROW, number};

mod bytes;

/// No number.
const NONE: u32 = u32::MAX;

/// No draw.
const NO_DRAW: u16 = u16::MAX;

/// Bytes that are kept in memory.
const IN_MEMORY: usize = 1 << 20;

/// What is known of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowNote {
    /// Number of what it says; the lowest bit tells whether its number is known by its band alone.
    said: u32,
    /// Number of its wording.
    wording: u16,
    /// Place of its draw among those of the block.
    drawn: u16,
    /// Where in its line the cell with its number starts, and how long it is.
    value: (u16, u8),
    /// Its line has another result behind it.
    is_followed: bool,
}

impl RowNote {
    /// Nothing is known.
    pub(crate) const NOTHING: RowNote = RowNote {
        said: NONE,
        wording: 0,
        drawn: NO_DRAW,
        value: (0, 0),
        is_followed: false,
    };

    /// True if its line has another result behind it.
    #[inline]
    pub(crate) fn is_followed(self) -> bool {
        self.is_followed
    }

    /// Its line has another result behind it.
    pub(crate) fn set_followed(&mut self) {
        self.is_followed = true;
    }

    /// Numbers of what the row says and of its wording, if both are known.
    #[inline]
    pub(crate) fn numbers(self) -> Option<(Said, usize)> {
        (self.said != NONE).then_some((Said(self.said), usize::from(self.wording)))
    }

    /// Place of its draw among those of the block, if it is known.
    #[inline]
    pub(crate) fn drawn(self) -> Option<usize> {
        (self.drawn != NO_DRAW).then_some(usize::from(self.drawn))
    }

    /// Where in its line the cell with its number is, if what it says depends on it.
    #[inline]
    pub(crate) fn value(self) -> Range<usize> {
        let (start, length) = (usize::from(self.value.0), usize::from(self.value.1));
        start..start + length
    }

    /// Notes what a row says, and where its number stands. Nothing if there is no room for that.
    #[inline]
    pub(crate) fn set_numbers(&mut self, said: Said, wording: u32, value: Option<Range<usize>>) {
        if said.is_by_band() {
            let place = value.and_then(|value| {
                let start = u16::try_from(value.start).ok()?;
                Some((start, u8::try_from(value.len()).ok()?))
            });
            let Some(place) = place else {
                return;
            };
            self.value = place;
        }
        if let Ok(wording) = u16::try_from(wording) {
            self.said = said.0;
            self.wording = wording;
        }
    }

    /// Notes its draw, if there is room for its number.
    #[inline]
    pub(crate) fn set_drawn(&mut self, drawn: u32) {
        self.drawn = u16::try_from(drawn).unwrap_or(NO_DRAW);
    }
}

/// The number of what rows say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said(u32);

impl Said {
    /// From its place among all. `by_band`: whichever number it is of a band.
    pub(crate) fn new(place: usize, by_band: bool) -> Said {
        // Far fewer are remembered than there are numbers.
        Said((place as u32) << 1 | u32::from(by_band))
    }

    /// True if rows with different numbers of one band say this.
    #[inline]
    pub(crate) fn is_by_band(self) -> bool {
        self.0 & 1 == 1
    }

    /// Its place among all.
    #[inline]
    pub(crate) fn index(self) -> usize {
        (self.0 >> 1) as usize
    }
}

/// A draw of which a block has rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DrawnNote {
    /// Its sample, as far as it is known.
    pub(crate) grouped: Grouped,
    /// The patient, hashed.
    pub(crate) patient: u64,
}

/// What is noted of a block.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Noted {
    /// By record; none where records were understood whole.
    pub(crate) rows: Vec<RowNote>,
    /// Draws in the order in which the rows name them.
    pub(crate) drawn: Vec<DrawnNote>,
    /// What was forgotten before; numbers of another generation mean something else.
    pub(crate) generation: u32,
    /// How it was cut.
    pub(crate) extent: Extent,
}

/// What is noted of all blocks, in their order.
#[derive(Debug)]
pub(crate) struct Notes {
    file: SpooledTempFile,
    /// Where the notes of each file begin.
    starts: Vec<u64>,
    length: u64,
    /// Where the next block is, and where the file at hand ends.
    at: u64,
    end: u64,
    bytes: Vec<u8>,
}

impl Default for Notes {
    fn default() -> Notes {
        Notes {
            file: SpooledTempFile::new(IN_MEMORY),
            starts: Vec::new(),
            length: 0,
            at: 0,
            end: 0,
            bytes: Vec::new(),
        }
    }
}

impl Notes {
    /// The blocks of the next file follow.
    pub(crate) fn begin_file(&mut self) {
        self.starts.push(self.length);
    }

    /// Adds those of the next block.
    pub(crate) fn add(&mut self, noted: &Noted) -> io::Result<()> {
        self.bytes.clear();
        noted.write(&mut self.bytes);
        self.length += self.bytes.len() as u64;
        self.file.write_all(&self.bytes)
    }

    /// Those of the first block of a file come next.
    pub(crate) fn go_to_file(&mut self, file: usize) -> io::Result<()> {
        let place = |file: usize| self.starts.get(file).copied().unwrap_or(self.length);
        (self.at, self.end) = (place(file), place(file + 1));
        self.file.seek(SeekFrom::Start(self.at)).map(|_| ())
    }

    /// Reads those of the next block; false if the file has no more.
    pub(crate) fn next(&mut self, noted: &mut Noted) -> io::Result<bool> {
        noted.rows.clear();
        noted.drawn.clear();
        if self.at == self.end {
            return Ok(false);
        }
        let mut head = [0; HEAD];
        self.file.read_exact(&mut head)?;
        let (long, short) = head.split_at(2 * size_of::<u64>());
        let long = |at: usize| {
            let bytes = long[8 * at..8 * at + 8].try_into();
            bytes.map_or(0, u64::from_le_bytes)
        };
        let short = |at: usize| number(short, at);
        noted.extent = Extent {
            length: long(0),
            lines: long(1),
            regular: short(1) != 0,
        };
        noted.generation = short(0);
        let (rows, drawn) = (short(2) as usize * ROW, short(3) as usize * DRAWN);
        self.bytes.resize(rows + drawn, 0);
        self.file.read_exact(&mut self.bytes)?;
        self.at += (HEAD + rows + drawn) as u64;
        let (rows, drawn) = self.bytes.split_at(rows);
        noted.read(rows, drawn);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::SampleId;

    #[test]
    fn notes_come_back_by_file() {
        let mut notes = Notes::default();
        let block = |number: u32| {
            let mut row = RowNote::NOTHING;
            let said = Said::new(number as usize, number.is_multiple_of(2));
            row.set_numbers(said, 7, Some(40_000..40_250));
            let mut known = row;
            known.set_drawn(number);
            if number.is_multiple_of(5) {
                known.set_followed();
            }
            let id = SampleId::of(&number.to_string());
            let grouped = match number.is_multiple_of(7) {
                true => Grouped::Day(id),
                false => Grouped::Sample(id),
            };
            Noted {
                rows: vec![RowNote::NOTHING, row, known],
                drawn: vec![
                    DrawnNote {
                        grouped,
                        patient: u64::MAX - u64::from(number),
                    },
                    DrawnNote {
                        grouped: Grouped::Alone,
                        patient: 0,
                    },
                ],
                generation: number,
                extent: Extent {
                    length: u64::from(number) << u32::BITS,
                    lines: 3,
                    regular: number.is_multiple_of(3),
                },
            }
        };
        for file in 0..2 {
            notes.begin_file();
            for number in 0..10_000 {
                notes.add(&block(10_000 * file + number)).expect("written");
            }
        }
        let mut noted = Noted::default();
        for file in [1, 0, 1] {
            notes.go_to_file(file as usize).expect("there");
            for number in 0..10_000 {
                assert!(notes.next(&mut noted).expect("read"));
                assert_eq!(noted, block(10_000 * file + number));
            }
            assert!(!notes.next(&mut noted).expect("read"));
            assert_eq!((&noted.rows[..], &noted.drawn[..]), (&[][..], &[][..]));
        }
        assert!(notes.file.is_rolled());
        noted = block(1);
        assert_eq!(noted.rows[0].numbers(), None);
        assert_eq!(noted.rows[0].drawn(), None);
        assert_eq!(noted.rows[1].value(), 0..0);
        assert_eq!(
            noted.rows[1].numbers().map(|(said, _)| said.is_by_band()),
            Some(false)
        );
    }
}
