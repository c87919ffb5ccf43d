//! The same analyte of the same sample, reported more than once.
//!
//! The first pass notes who each result is, 64 bits of it, in parts in a temporary file; sorted part by
//! part, they tell who is there more than once. A second look at those alone, in the order of rows,
//! finds what differs and what is corrected. Memory grows with the repeated results, not with all.

use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;
use foldhash::{HashMap, HashSet};

use crate::crew;
use crate::error::{Error, Result};
use crate::interpret::reported::{self, Status};
use crate::notice::Code;
use crate::observation::Observation;
use crate::sample::{Drawn, SampleId};
use crate::spill::{PARTS, Spill};
use crate::text::{fold_char, trim};

/// A fixed seed: the same input gives the same output.
const STATE: FixedState = FixedState::with_seed(0);

/// Which result of which sample a row reports: 64 bits, so that among ten million rows a chance
/// meeting is less likely than one in 300,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(u64);

impl Identity {
    /// The same identity from its bits.
    #[must_use]
    pub fn from_bits(bits: u64) -> Identity {
        Identity(bits)
    }

    /// Its bits.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// This one, if it is there more than once.
    pub(crate) fn among(self, repeated: &Repeated) -> Option<Identity> {
        repeated.contains(self).then_some(self)
    }
}

/// What a row's wording adds to its identity: the same for every row of this wording.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    which: u64,
    words: u64,
}

impl Wording {
    /// Of a row of this analyte.
    #[must_use]
    pub fn of(row: &Observation<'_>, analyte: Option<&str>) -> Wording {
        let mut hasher = STATE.build_hasher();
        // Two methods of one analyte are two codes: not a repetition of one result.
        match analyte {
            Some(id) if row.code.is_empty() => id.hash(&mut hasher),
            _ => {
                hash_folded(row.name, &mut hasher);
                hash_folded(row.code, &mut hasher);
            }
        }
        hash_folded(row.specimen, &mut hasher);
        Wording {
            which: hasher.finish(),
            words: STATE.hash_one([row.name, row.code, row.specimen]),
        }
    }
}

/// What a row says: the same for every row with these cells.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    beside: u64,
    all: u64,
    result: u64,
    status: Status,
    is_final: bool,
}

impl Said {
    /// By a row.
    #[must_use]
    pub fn by(row: &Observation<'_>) -> Said {
        let status = reported::status(row.status);
        let beside = STATE.hash_one([
            row.comparator,
            row.unit,
            row.low,
            row.high,
            row.range,
            row.flag,
            row.status,
            row.comment,
        ]);
        Said {
            all: all(beside, row.value),
            beside,
            result: STATE.hash_one([row.value.trim(), row.comparator, row.unit.trim()]),
            status,
            // A row that says of itself that it is final; a cancelled one ends nothing.
            is_final: matches!(status, Status::Final | Status::Corrected)
                && !row.status.trim().is_empty(),
        }
    }

    /// What the status means.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// The same beside another value, of which only whether all of it is repeated will be asked.
    pub(crate) fn with_value(mut self, value: &str) -> Said {
        self.all = all(self.beside, value);
        self
    }
}

fn all(beside: u64, value: &str) -> u64 {
    STATE.hash_one((beside, value))
}

/// What a draw adds to the identity of each of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DrawnHash(u64);

impl DrawnHash {
    /// Serial draws under one number (a tolerance test) differ in their time.
    pub(crate) fn of(sample: Option<SampleId>, collected: &str) -> DrawnHash {
        let mut hasher = STATE.build_hasher();
        hasher.write_u64(sample.map_or(0, SampleId::bits));
        trim(collected).hash(&mut hasher);
        DrawnHash(hasher.finish())
    }

    /// The identity of a row of a sample, whatever it says.
    #[inline]
    pub(crate) fn identity(self, wording: &Wording) -> Identity {
        let mut hasher = STATE.build_hasher();
        hasher.write_u64(self.0);
        hasher.write_u64(wording.which);
        Identity(hasher.finish())
    }
}

/// The identity of a row; none if it names no patient and no sample. Without a sample a row repeats another only if everything in it is the same.
#[must_use]
pub fn identity(
    row: &Drawn<'_>,
    sample: Option<SampleId>,
    wording: &Wording,
    said: &Said,
) -> Option<Identity> {
    let Some(sample) = sample else {
        return (!trim(row.patient).is_empty()).then(|| Identity(whole(row, wording, said)));
    };
    Some(identity_in(sample, row.collected, wording))
}

/// The identity of a row of a sample, whatever it says.
pub(crate) fn identity_in(sample: SampleId, collected: &str, wording: &Wording) -> Identity {
    DrawnHash::of(Some(sample), collected).identity(wording)
}

fn hash_folded(text: &str, hasher: &mut impl Hasher) {
    if text.is_ascii() {
        for byte in text.bytes() {
            hasher.write_u8(byte.to_ascii_lowercase());
        }
    } else {
        let mut folded = String::with_capacity(text.len());
        text.chars().for_each(|c| fold_char(c, &mut folded));
        hasher.write(folded.as_bytes());
    }
    hasher.write_u8(0xff);
}

/// Everything in the row that a repetition would repeat.
fn whole(row: &Drawn<'_>, wording: &Wording, said: &Said) -> u64 {
    let mut hasher = STATE.build_hasher();
    [row.patient, row.sample, row.collected].hash(&mut hasher);
    hasher.write_u64(wording.words);
    hasher.write_u64(said.all);
    hasher.finish()
}

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
pub struct LineNumber(u32);

/// How many lines stand before those of a file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Base(u64);

impl Base {
    /// Where a line of the file stands.
    #[inline]
    pub(crate) fn line(self, line: u64) -> LineNumber {
        LineNumber(u32::try_from(self.0 + line).unwrap_or(u32::MAX))
    }
}

/// A row whose identity is there more than once.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    identity: Identity,
    whole: u64,
    said: Said,
    place: Place,
}

impl Candidate {
    /// This row.
    #[must_use]
    pub fn of(
        identity: Identity,
        row: &Drawn<'_>,
        wording: &Wording,
        said: &Said,
        place: Place,
    ) -> Candidate {
        Candidate {
            identity,
            whole: whole(row, wording, said),
            said: *said,
            place,
        }
    }
}

impl Place {
    fn start_of(file: usize, line: u64) -> Place {
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
    identities: HashSet<u64>,
    /// Lines with rows that have one of them, in order.
    lines: Vec<LineNumber>,
    /// By file.
    bases: Vec<Base>,
}

/// Bits of an identity by which it is looked for: its part, and so many that are noted. A chance meeting
/// has two rows looked at, and no more.
const NOTED_BITS: u32 = PARTS.ilog2() + u32::BITS;

/// What of an identity is looked for.
fn noted(identity: u64) -> u64 {
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
pub(crate) struct Codes<'c>(&'c [(Place, Code)]);

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

/// What is learned about repetitions.
#[derive(Debug, Default)]
pub struct Repeats {
    noted: Spill,
    /// Lines of the files so far.
    lines: u64,
    /// Behind the first pass: who is there more than once.
    pub repeated: Repeated,
    /// The first result of each; the lowest bit says that a final one was met.
    seen: HashMap<u64, u64>,
    differing: HashSet<u64>,
    /// The first corrected result of each identity.
    corrected: HashMap<u64, u64>,
    /// Identities whose corrected results differ among themselves.
    corrections_differ: HashSet<u64>,
    /// Identities with preliminary results and no final one, so far.
    preliminary: HashSet<u64>,
    /// Identities with preliminary and final results.
    finished: HashSet<u64>,
    /// The first place of each content.
    first: HashMap<(u64, u64), Place>,
    /// Every row that was seen.
    candidates: Vec<Candidate>,
    /// In the end: what is to be said of rows, in their order.
    codes: Vec<(Place, Code)>,
}

impl Repeats {
    /// First pass: the results of another file follow.
    pub(crate) fn begin_file(&mut self) -> Base {
        self.repeated.bases.push(Base(self.lines));
        Base(self.lines)
    }

    /// First pass: the file had so many lines.
    pub(crate) fn end_file(&mut self, lines: u64) {
        self.lines += lines;
    }

    /// First pass: notes results that are there, each with its line.
    ///
    /// # Errors
    /// If the temporary file cannot be written.
    pub fn note(&mut self, identities: &[(Identity, LineNumber)]) -> Result<()> {
        for (Identity(identity), LineNumber(line)) in identities {
            let bits = noted(*identity) & u64::from(u32::MAX);
            let bytes = (bits << u32::BITS | u64::from(*line)).to_le_bytes();
            self.noted
                .add(Spill::part(*identity), &bytes)
                .map_err(temporary)?;
        }
        Ok(())
    }

    /// Behind the first pass: finds who is there more than once.
    ///
    /// # Errors
    /// If the temporary file cannot be read.
    pub fn find(&mut self, threads: usize) -> Result<()> {
        let mut noted = std::mem::take(&mut self.noted);
        let mut parts = 0..PARTS;
        crew::in_order(
            threads,
            || match parts.next() {
                Some(part) => {
                    let bytes = noted.take(part).map_err(temporary)?;
                    Ok(Some((part, bytes)))
                }
                None => Ok(None),
            },
            || (),
            |(), (part, bytes)| twice(part, &bytes),
            |twice| {
                let repeated = &mut self.repeated;
                repeated
                    .identities
                    .extend(twice.iter().map(|(identity, _)| identity));
                repeated.lines.extend(twice.iter().map(|(_, line)| line));
                Ok(())
            },
        )?;
        self.repeated.lines.sort_unstable();
        self.repeated.lines.dedup();
        Ok(())
    }

    /// True if any is.
    #[must_use]
    pub fn are_any(&self) -> bool {
        !self.repeated.identities.is_empty()
    }

    /// Second look: a row of a repeated identity, in the order of rows.
    pub fn see(&mut self, row: &Candidate) {
        self.candidates.push(*row);
        let (Identity(identity), result) = (row.identity, row.said.result);
        self.first.entry((identity, row.whole)).or_insert(row.place);
        if row.said.status == Status::Corrected
            && *self.corrected.entry(identity).or_insert(result) != result
        {
            self.corrections_differ.insert(identity);
        }
        let is_final = row.said.is_final;
        let is_preliminary = row.said.status == Status::Preliminary;
        let marked = (result & !1) | u64::from(is_final);
        match self.seen.entry(identity) {
            Entry::Vacant(entry) => {
                entry.insert(marked);
            }
            Entry::Occupied(mut entry) => {
                let was_final = *entry.get() & 1 == 1;
                if is_preliminary && was_final {
                    self.finished.insert(identity);
                } else if is_final && !was_final && self.preliminary.remove(&identity) {
                    // What is final differs from nothing preliminary.
                    self.finished.insert(identity);
                    self.differing.remove(&identity);
                    entry.insert(marked);
                } else {
                    if *entry.get() & !1 != result & !1 {
                        self.differing.insert(identity);
                    }
                    *entry.get_mut() |= u64::from(is_final);
                }
            }
        }
        if is_preliminary && !self.finished.contains(&identity) {
            self.preliminary.insert(identity);
        }
    }

    /// Behind the second look: forgets what only looking needs.
    pub fn settle(&mut self) {
        self.seen = HashMap::default();
        self.preliminary = HashSet::default();
    }

    /// In the end: keeps only what is to be said of each row.
    pub fn conclude(&mut self) {
        let judged = self
            .candidates
            .iter()
            .map(|row| (row.place, self.judge(row)));
        let mut codes: Vec<(Place, Code)> = judged
            .filter_map(|(place, code)| Some((place, code?)))
            .collect();
        codes.sort_unstable_by_key(|(place, _)| *place);
        *self = Repeats {
            codes,
            ..Repeats::default()
        };
    }

    /// In the end: what is to be said of the row at this place.
    #[must_use]
    pub fn code_at(&self, place: Place) -> Option<Code> {
        let at = self.codes.binary_search_by_key(&place, |(place, _)| *place);
        at.ok().map(|at| self.codes[at].1)
    }

    /// In the end: what is to be said of rows of a file from this line on, each on a line of its own.
    pub(crate) fn codes_from(&self, file: usize, line: u64) -> Codes<'_> {
        let start = Place::start_of(file, line);
        let end = Place::start_of(file + 1, 0);
        let place = |limit: Place| self.codes.partition_point(|(place, _)| *place < limit);
        Codes(&self.codes[place(start)..place(end)])
    }

    /// Is a row replaced by a corrected one, or a preliminary one by a final one?
    #[must_use]
    pub fn is_replaced(&self, Identity(identity): Identity, status: Status) -> bool {
        match status {
            Status::Corrected => false,
            Status::Preliminary if self.finished.contains(&identity) => true,
            _ => self.corrected.contains_key(&identity),
        }
    }

    /// What is to be said of a row whose identity is there more than once.
    fn judge(&self, row: &Candidate) -> Option<Code> {
        let Identity(identity) = row.identity;
        let first = self.first.get(&(identity, row.whole));
        if first.is_some_and(|first| *first != row.place) {
            return Some(Code::Duplicate);
        }
        if self.is_replaced(row.identity, row.said.status) {
            return Some(Code::Superseded);
        }
        if self.corrected.contains_key(&identity) {
            // What a correction differs from is superseded: only another correction is a question.
            return self
                .corrections_differ
                .contains(&identity)
                .then_some(Code::RepeatDiffers);
        }
        self.differing
            .contains(&identity)
            .then_some(Code::RepeatDiffers)
    }
}

/// Those of a part that are there more than once, each time with the line.
fn twice(part: usize, bytes: &[u8]) -> Vec<(u64, LineNumber)> {
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

/// The temporary file failed.
pub(crate) fn temporary(error: std::io::Error) -> Error {
    Error::io("a temporary file", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row<'a>(value: &'a str, status: &'a str) -> Observation<'a> {
        Observation {
            patient: "p",
            sample: "s",
            name: "Potassium",
            value,
            unit: "mmol/L",
            status,
            ..Observation::default()
        }
    }

    fn run(rows: &[Observation<'_>]) -> Vec<Option<Code>> {
        let mut repeats = Repeats::default();
        let sample = Some(SampleId::of("p\u{1f}s"));
        let candidates: Vec<Candidate> = (1..)
            .zip(rows)
            .map(|(line, row)| {
                let wording = Wording::of(row, Some("potassium"));
                let said = Said::by(row);
                let drawn = Drawn::from(row);
                let identity = identity(&drawn, sample, &wording, &said).expect("one");
                let place = Place {
                    line,
                    ..Place::of(0, row)
                };
                Candidate::of(identity, &drawn, &wording, &said, place)
            })
            .collect();
        let base = repeats.begin_file();
        for row in &candidates {
            let line = base.line(row.place.line);
            repeats.note(&[(row.identity, line)]).expect("noted");
        }
        repeats.find(1).expect("found");
        let looked_at = |row: &&Candidate| repeats.repeated.contains(row.identity);
        let candidates: Vec<Option<&Candidate>> = candidates
            .iter()
            .map(|row| Some(row).filter(looked_at))
            .collect();
        let mut repeats = repeats;
        candidates.iter().flatten().for_each(|row| repeats.see(row));
        repeats.settle();
        repeats.conclude();
        let mut codes = repeats.codes_from(0, 0);
        (1..)
            .zip(rows)
            .map(|(line, row)| {
                let code = repeats.code_at(Place {
                    line,
                    ..Place::of(0, row)
                });
                assert_eq!(codes.pass(line), code);
                code
            })
            .collect()
    }

    #[test]
    fn repetitions() {
        assert_eq!(run(&[row("4.1", "F")]), [None]);
        assert_eq!(
            run(&[row("4.1", "F"), row("4.1", "F")]),
            [None, Some(Code::Duplicate)]
        );
        assert_eq!(
            run(&[row("4.1", "F"), row("5.1", "F")]),
            [Some(Code::RepeatDiffers), Some(Code::RepeatDiffers)]
        );
        assert_eq!(
            run(&[row("4.1", "F"), row("5.1", "C")]),
            [Some(Code::Superseded), None]
        );
        assert_eq!(
            run(&[row("5.1", "C"), row("4.1", "F")]),
            [None, Some(Code::Superseded)]
        );
    }

    #[test]
    fn a_final_result_replaces_a_preliminary_one() {
        let old = Some(Code::Superseded);
        let differs = Some(Code::RepeatDiffers);
        for (rows, expected) in [
            (
                [("5.9", "P"), ("4.1", "F"), ("4.1", "F")],
                [old, None, Some(Code::Duplicate)],
            ),
            ([("4.1", "F"), ("5.9", "P"), ("6.1", "P")], [None, old, old]),
            ([("5.9", "P"), ("6.1", "P"), ("4.1", "F")], [old, old, None]),
            (
                [("5.9", "P"), ("4.1", "F"), ("4.2", "F")],
                [old, differs, differs],
            ),
            (
                [("4.1", "F"), ("5.9", "P"), ("4.2", "F")],
                [differs, old, differs],
            ),
            ([("5.9", "P"), ("4.1", "F"), ("4.3", "C")], [old, old, None]),
            (
                [("5.9", "P"), ("6.1", "P"), ("6.2", "P")],
                [differs, differs, differs],
            ),
            // A cancelled row, and one without a status, are no final results.
            (
                [("5.9", "P"), ("5.9", "P"), ("", "X")],
                [differs, Some(Code::Duplicate), differs],
            ),
            (
                [("5.9", "P"), ("5.9", "P"), ("4.1", "")],
                [differs, Some(Code::Duplicate), differs],
            ),
        ] {
            let rows = rows.map(|(value, status)| row(value, status));
            assert_eq!(run(&rows), expected);
        }
    }
}
