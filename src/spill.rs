//! Data that would not fit into memory, kept by parts in a temporary file.
//!
//! Each part is read back alone, in the order in which it was written. What is little stays in
//! memory. The file has no name and vanishes with the program: it may hold patient data.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Parts: enough that one of a very long export still fits into memory.
pub(crate) const PARTS: usize = 512;

/// Bytes of a part that wait in memory.
const WAITING: usize = 4 * 1024;

/// Data in parts.
#[derive(Debug)]
pub(crate) struct Spill {
    waiting: Vec<Vec<u8>>,
    /// Where in the file pieces of each part are: start and length.
    pieces: Vec<Vec<(u64, usize)>>,
    file: Option<File>,
    length: u64,
}

impl Default for Spill {
    fn default() -> Spill {
        Spill {
            waiting: vec![Vec::new(); PARTS],
            pieces: vec![Vec::new(); PARTS],
            file: None,
            length: 0,
        }
    }
}

impl Spill {
    /// The part to which a hash belongs.
    pub(crate) fn part(hash: u64) -> usize {
        // The highest bits: hash tables go by the lowest.
        (hash >> (u64::BITS - PARTS.ilog2())) as usize
    }

    /// Adds to a part.
    pub(crate) fn add(&mut self, part: usize, bytes: &[u8]) -> io::Result<()> {
        let waiting = &mut self.waiting[part];
        waiting.extend_from_slice(bytes);
        if waiting.len() < WAITING {
            return Ok(());
        }
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(tempfile::tempfile()?),
        };
        file.write_all(waiting)?;
        self.pieces[part].push((self.length, waiting.len()));
        self.length += waiting.len() as u64;
        waiting.clear();
        Ok(())
    }

    /// Takes all of a part. What is added afterwards comes behind what was in the file already.
    pub(crate) fn take(&mut self, part: usize) -> io::Result<Vec<u8>> {
        let pieces = std::mem::take(&mut self.pieces[part]);
        let length: usize = pieces.iter().map(|(_, length)| length).sum();
        let mut bytes = Vec::with_capacity(length + self.waiting[part].len());
        if let Some(file) = &mut self.file {
            for (start, length) in pieces {
                file.seek(SeekFrom::Start(start))?;
                Read::take(&mut *file, length as u64).read_to_end(&mut bytes)?;
            }
            file.seek(SeekFrom::Start(self.length))?;
        }
        bytes.append(&mut std::mem::take(&mut self.waiting[part]));
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_comes_back_as_it_went() {
        let mut spill = Spill::default();
        let mut expected = vec![Vec::new(); PARTS];
        for number in 0..400_000_u64 {
            let part = Spill::part(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            // Half of the parts stay in memory.
            if part.is_multiple_of(2) || number < 10_000 {
                spill.add(part, &number.to_le_bytes()).expect("written");
                expected[part].extend_from_slice(&number.to_le_bytes());
            }
        }
        assert!(spill.file.is_some());
        for (part, expected) in expected.iter().enumerate() {
            assert!(spill.take(part).expect("read") == *expected, "{part}");
            assert!(spill.take(part).expect("read").is_empty());
        }
    }
}
