//! Identifiers that may stand for two people: their rows state two sexes, two dates of birth or two names; and samples that are
//! given to two patients.
//!
//! The first pass notes whom each draw is of, in sixteen bytes, by parts of the patients in a temporary file, and the same of
//! the tubes. Read part by part they tell who is not one person. What stays are those identifiers and tubes alone.

mod stated;

use foldhash::HashSet;

use crate::error::Result;
use crate::repeats::temporary;
use crate::sample::Drawn;
use crate::spill::{PARTS, Spill};
use crate::text::{hash, trim};
pub(in crate::survey) use stated::is_day_of_birth;
use stated::{NOTHING, STATED, Stated, tube};

/// Identifiers of patients who may be two, and tubes of two patients.
#[derive(Debug, Default)]
pub struct Persons {
    stated: Spill,
    drawn: Spill,
    two: HashSet<u64>,
    shared: HashSet<u64>,
}

/// Whom rows of a block are of, where they tell.
#[derive(Debug, Default)]
pub(super) struct Noted {
    stated: Vec<Stated>,
    drawn: Vec<Stated>,
}

impl Noted {
    /// A draw with these cells.
    pub(super) fn see(&mut self, drawn: &Drawn<'_>, sex: &str, birth: &str) {
        let Drawn {
            patient,
            sample,
            collected,
            ..
        } = *drawn;
        self.stated.extend(Stated::of(patient, sex, birth));
        self.drawn
            .extend(Stated::of_tube(patient, sample, collected));
    }

    /// Somebody of whom a file of patients states this.
    pub(super) fn know(&mut self, (patient, sex, birth): (&str, &str, &str)) {
        self.stated.extend(Stated::of(patient, sex, birth));
    }

    /// Forgets all of it.
    pub(super) fn clear(&mut self) {
        self.stated.clear();
        self.drawn.clear();
    }
}

impl Persons {
    /// First pass: notes what rows of a block state.
    ///
    /// # Errors
    /// If the temporary file cannot be written.
    pub(super) fn note(&mut self, noted: &Noted) -> Result<()> {
        for (all, spill) in [
            (&noted.stated, &mut self.stated),
            (&noted.drawn, &mut self.drawn),
        ] {
            for stated in all {
                let written = spill.add(Spill::part(stated.of), &stated.bytes());
                written.map_err(temporary)?;
            }
        }
        Ok(())
    }

    /// Notes an identifier that is known to stand for two.
    pub(super) fn add_two(&mut self, patient: &str) {
        self.two.insert(hash(trim(patient)));
    }

    /// Behind the first pass: finds the identifiers that stand for two, and the tubes of two.
    ///
    /// # Errors
    /// If the temporary file cannot be read.
    pub(super) fn find(&mut self) -> Result<()> {
        let (stated, drawn) = (
            std::mem::take(&mut self.stated),
            std::mem::take(&mut self.drawn),
        );
        self.two.extend(contradicted(stated, |stated| {
            differ(stated.iter().map(|one| one.sex()))
                || differ(stated.iter().map(|one| one.birth()))
        })?);
        // What is one was taken out before.
        self.shared = contradicted(drawn, |drawn| 1 < drawn.len())?;
        Ok(())
    }

    /// True if rows of a patient state two sexes, two dates of birth or two names.
    #[must_use]
    pub fn may_be_two(&self, patient: &str) -> bool {
        !self.two.is_empty() && self.may_be_two_by(hash(trim(patient)))
    }

    /// The same, for the hash of an identifier.
    #[inline]
    pub(crate) fn may_be_two_by(&self, patient: u64) -> bool {
        !self.two.is_empty() && self.two.contains(&patient)
    }

    /// True if the tube with this number and time is given to another patient, too.
    #[must_use]
    pub fn is_shared(&self, sample: &str, collected: &str) -> bool {
        !self.shared.is_empty()
            && tube(sample, collected).is_some_and(|tube| self.shared.contains(&tube))
    }

    /// How many identifiers stand for two.
    #[must_use]
    pub fn count_of_two(&self) -> usize {
        self.two.len()
    }

    /// How many tubes are given to two patients.
    #[must_use]
    pub fn count_of_shared(&self) -> usize {
        self.shared.len()
    }
}

/// Of whom or what this is true, all that is stated of it taken together, each once.
fn contradicted(mut noted: Spill, is: impl Fn(&[Stated]) -> bool) -> Result<HashSet<u64>> {
    let mut found = HashSet::default();
    for part in 0..PARTS {
        let bytes = noted.take(part).map_err(temporary)?;
        let stated = bytes.chunks_exact(STATED).filter_map(Stated::from_bytes);
        let mut stated: Vec<Stated> = stated.collect();
        stated.sort_unstable();
        stated.dedup();
        let all = stated.chunk_by(|one, next| one.of == next.of);
        let all = all.filter(|stated| is(stated));
        found.extend(all.filter_map(|stated| Some(stated.first()?.of)));
    }
    Ok(found)
}

/// Is more than one thing stated?
fn differ(mut all: impl Iterator<Item = u64>) -> bool {
    let stated = all.find(|one| *one != NOTHING);
    stated.is_some_and(|first| all.any(|one| one != NOTHING && one != first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn may_be_two(rows: &[(&str, &str)], expected: bool) {
        let mut persons = Persons::default();
        let of = |patient, rows: &[(&str, &str)]| {
            let mut noted = Noted::default();
            let drawn = Drawn {
                patient,
                ..Drawn::default()
            };
            rows.iter()
                .for_each(|(sex, birth)| noted.see(&drawn, sex, birth));
            noted
        };
        persons.note(&of("p", rows)).expect("noted");
        let other = [("F", "1950-01-02")];
        persons.note(&of("q", &other)).expect("noted");
        persons.find().expect("found");
        assert_eq!(persons.may_be_two(" p "), expected, "{rows:?}");
        assert!(!persons.may_be_two("q") && !persons.may_be_two(""));
        assert_eq!(persons.count_of_two(), usize::from(expected));
    }

    #[test]
    fn a_tube_of_two_patients() {
        for (one, other, expected) in [
            (
                ("p", "S24-0001", "2026-01-01 08:00"),
                ("q", "s24-0001", "2026-01-01 08:00"),
                true,
            ),
            (
                ("p", "S24-0001", "2026-01-01 08:00"),
                ("p", "S24-0001", "2026-01-01 08:00"),
                false,
            ),
            (
                ("p", "S24-0001", "2026-01-01 08:00"),
                ("q", "S24-0001", "2026-01-01 08:01"),
                false,
            ),
            (
                ("p", "S24-0001", "2026-01-01 08:00"),
                ("", "S24-0001", "2026-01-01 08:00"),
                false,
            ),
            (
                ("p", "S24-0001", "2026-01-01 08:00"),
                ("QC", "S24-0001", "2026-01-01 08:00"),
                false,
            ),
            // A day alone, and the number of a visit.
            (
                ("p", "S24-0001", "2026-01-01"),
                ("q", "S24-0001", "2026-01-01"),
                false,
            ),
            (
                ("p", "V1", "2026-01-01 08:00"),
                ("q", "V1", "2026-01-01 08:00"),
                false,
            ),
            (
                ("p", "baseline", "2026-01-01 08:00"),
                ("q", "baseline", "2026-01-01 08:00"),
                false,
            ),
        ] {
            let mut persons = Persons::default();
            let mut noted = Noted::default();
            for (patient, sample, collected) in [one, other] {
                let drawn = Drawn {
                    patient,
                    sample,
                    collected,
                    ..Drawn::default()
                };
                noted.see(&drawn, "", "");
            }
            persons.note(&noted).expect("noted");
            persons.find().expect("found");
            assert_eq!(
                persons.is_shared(one.1, one.2),
                expected,
                "{one:?} {other:?}"
            );
            assert_eq!(persons.count_of_shared(), usize::from(expected));
        }
    }

    #[test]
    fn two_sexes_or_two_births_are_two_people() {
        for (rows, expected) in [
            (&[("F", ""), ("M", "")][..], true),
            (&[("F", ""), ("female", ""), ("w", "")], false),
            (&[("F", ""), ("U", ""), ("", "")], false),
            (&[("", "1950-03-01"), ("", "1950-03-02")], true),
            (
                &[
                    ("", "1950-03-01"),
                    ("", "01.03.1950"),
                    ("", "3/1/1950 00:00"),
                ],
                false,
            ),
            (
                &[("", "1950-03-25"), ("", "03/25/1950"), ("", "25 Mar 1950")],
                false,
            ),
            (&[("", "1950-03-25"), ("", "1951-03-25")], true),
            // What is no full date says nothing.
            (
                &[
                    ("", "1950"),
                    ("", "51"),
                    ("", "25/03/50"),
                    ("", "1950-03-25"),
                ],
                false,
            ),
            (&[("M", "1950-03-01"), ("", "1950-03-01"), ("M", "")], false),
            (&[("M", "1950-03-01"), ("F", "1950-03-01")], true),
        ] {
            may_be_two(rows, expected);
        }
    }
}
