//! Where rows stand, and which of them are there more than once.

use foldhash::HashSet;

use super::Identity;
use crate::notice::Code;
use crate::observation::Observation;
use crate::spill::PARTS;

/// Where a row stands among all: the first of two that say the same is the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File, in the order in which they are given.
    pub file: u32,
    /// Line of the file.
    pub line: u64,
    /// Column of the value.
    pub column: u32,
}

/// Where a line stands among those of all files: short, because every result has one. Past the four thousand
/// millionth line all have the last number; then more rows than need be are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineNumber(pub(super) u32);

/// How many lines stand before those of a file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Base(pub(super) u64);

impl Base {
    /// Where a line of the file stands.
    #[inline]
    pub(crate) fn line(self, line: u64) -> LineNumber {
        LineNumber(u32::try_from(self.0 + line).unwrap_or(u32::MAX))
    }
}

impl Place {
    pub(super) fn start_of(file: usize, line: u64) -> Place {
        Place {
            file: u32::try_from(file).unwrap_or(u32::MAX),
            line,
            column: 0,
        }
    }

    /// Of a row in this file.
    #[must_use]
    pub fn of(file: usize, row: &Observation<'_>) -> Place {
        // Nobody names so many files, and no table has so many columns.
        let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place {
            file: short(file),
            line: row.line,
            column: short(row.column),
        }
    }
}

/// Identities that are there more than once, and where.
#[derive(Debug, Default)]
pub struct Repeated {
    pub(super) identities: HashSet<u64>,
    /// Lines with rows that have one of them, in order.
    pub(super) lines: Vec<LineNumber>,
    /// By file.
    pub(super) bases: Vec<Base>,
}

/// Bits of an identity by which it is looked for: its part, and so many that are noted. A chance meeting
/// has two rows looked at, and no more.
const NOTED_BITS: u32 = PARTS.ilog2() + u32::BITS;

/// What of an identity is looked for.
pub(super) fn noted(identity: u64) -> u64 {
    identity >> (u64::BITS - NOTED_BITS)
}

impl Repeated {
    /// True if this one is.
    #[must_use]
    pub fn contains(&self, Identity(identity): Identity) -> bool {
        self.identities.contains(&noted(identity))
    }

    fn base(&self, file: usize) -> Base {
        self.bases.get(file).copied().unwrap_or_default()
    }

    /// True if some stand on a line.
    pub(crate) fn is_on(&self, file: usize, line: u64) -> bool {
        let line = self.base(file).line(line);
        self.lines.binary_search(&line).is_ok()
    }

    /// The lines of a file, from this one on, on which they stand.
    pub(crate) fn lines_from(&self, file: usize, line: u64) -> Lines<'_> {
        let base = self.base(file);
        let start = base.line(line);
        Lines {
            lines: &self.lines[self.lines.partition_point(|known| *known < start)..],
            base,
        }
    }
}

/// Lines of a file that are still to come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lines<'l> {
    lines: &'l [LineNumber],
    base: Base,
}

impl Lines<'_> {
    /// True for a line among them. Lines are asked for in order.
    #[inline]
    pub(crate) fn pass(&mut self, line: u64) -> bool {
        let Some(next) = self.lines.first() else {
            return false;
        };
        let line = self.base.line(line);
        *next <= line && self.pass_some(line)
    }

    /// True if one of them is before this line.
    pub(crate) fn reach(&self, line: u64) -> bool {
        let end = self.base.line(line);
        self.lines
            .first()
            .is_some_and(|first| *first < end || end.0 == u32::MAX)
    }

    fn pass_some(&mut self, line: LineNumber) -> bool {
        let before = self.lines.partition_point(|known| *known < line);
        self.lines = &self.lines[before..];
        self.lines.first() == Some(&line)
    }
}

/// What is to be said of rows that are still to come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codes<'c>(pub(super) &'c [(Place, Code)]);

impl Codes<'_> {
    /// What is to be said of the row on a line. Lines are asked for in order.
    #[inline]
    pub(crate) fn pass(&mut self, line: u64) -> Option<Code> {
        match self.0.first() {
            Some((place, _)) if place.line <= line => self.pass_some(line),
            _ => None,
        }
    }

    fn pass_some(&mut self, line: u64) -> Option<Code> {
        let before = self.0.partition_point(|(place, _)| place.line < line);
        self.0 = &self.0[before..];
        self.0
            .first()
            .filter(|(place, _)| place.line == line)
            .map(|(_, code)| *code)
    }
}

/// Those of a part that are there more than once, each time with the line.
pub(super) fn twice(part: usize, bytes: &[u8]) -> Vec<(u64, LineNumber)> {
    let all = || {
        let numbers = bytes.chunks_exact(size_of::<u64>());
        let numbers = numbers.map(|bytes| bytes.try_into().map_or(0, u64::from_le_bytes));
        numbers.map(|number| ((number >> u32::BITS) as u32, LineNumber(number as u32)))
    };
    let mut seen = HashSet::default();
    seen.reserve(bytes.len() / size_of::<u64>());
    let mut repeated = HashSet::default();
    repeated.extend(all().filter_map(|(bits, _)| (!seen.insert(bits)).then_some(bits)));
    if repeated.is_empty() {
        return Vec::new();
    }
    let part = (part as u64) << u32::BITS;
    all()
        .filter(|(bits, _)| repeated.contains(bits))
        .map(|(bits, line)| (part | u64::from(bits), line))
        .collect()
}
