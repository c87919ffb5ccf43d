//! The second look: at repeated results, and at the panels of suspicious patients.

mod desk;
mod draws;
mod told;

use std::cell::RefCell;

use super::Survey;
use super::items::{Kind, Kinds};
use super::panels::Suspects;
use crate::crew::{self, Work};
use crate::error::Result;
use crate::import::Export;
use crate::interpret::Rules;
use crate::memory::Noted;
use crate::repeats::temporary;
use crate::spill::{PARTS, Spill};
use desk::{Desk, Looked, Seen};
use told::Common;

impl Survey {
    /// Looks at repeated results and suspicious samples, and writes what they show.
    pub(super) fn look_again(
        &mut self,
        exports: &[Export],
        rules: &Rules,
        work: Work,
        suspects: &Suspects,
        mut progress: impl FnMut(u64),
    ) -> Result<()> {
        if suspects.is_empty() && !self.repeats.are_any() {
            return Ok(());
        }
        let mut kept = Spill::default();
        let mut before = 0;
        let kinds = Kinds::default();
        let repeated = std::mem::take(&mut self.repeats.repeated);
        let mut repeats = std::mem::take(&mut self.repeats);
        let mut notes = std::mem::take(&mut self.notes);
        for (file, export) in exports.iter().enumerate() {
            let mut blocks = export.blocks(work.block)?;
            let spare = RefCell::new(Vec::<(Vec<u8>, Noted)>::new());
            notes.go_to_file(file).map_err(temporary)?;
            let common = Common::default();
            let seen = Seen {
                file,
                suspects,
                repeated: &repeated,
                kinds: &kinds,
                common: &common,
            };
            crew::in_order(
                work.threads,
                || {
                    let (memory, mut noted) = spare.borrow_mut().pop().unwrap_or_default();
                    if !notes.next(&mut noted).map_err(temporary)? {
                        return Ok(None);
                    }
                    let block = blocks.again(memory, noted.extent)?;
                    Ok(Some((block, noted)))
                },
                || Desk::new(self, rules, work, seen),
                |desk, (block, noted)| desk.read(export, block, noted),
                |read: Result<Looked>| {
                    let (block, noted, look) = read?;
                    progress(before + block.read);
                    look.candidates.iter().for_each(|row| repeats.see(row));
                    let mut from = 0;
                    for (part, length) in look.kept {
                        let bytes = &look.bytes[from..from + length];
                        kept.add(part, bytes).map_err(temporary)?;
                        from += length;
                    }
                    spare.borrow_mut().push((block.text, noted));
                    Ok(())
                },
            )?;
            before += export.len_bytes();
        }
        repeats.settle();
        repeats.repeated = repeated;
        self.repeats = repeats;
        self.notes = notes;
        self.add_patterns(rules, work.threads, kept, &kinds.into_all())?;
        self.repeats.conclude();
        Ok(())
    }

    fn add_patterns(
        &mut self,
        rules: &Rules,
        threads: usize,
        mut kept: Spill,
        kinds: &[Kind],
    ) -> Result<()> {
        let mut parts = 0..PARTS;
        let mut all = Vec::new();
        let survey = &*self;
        crew::in_order(
            threads,
            || match parts.next() {
                Some(part) => kept.take(part).map(Some).map_err(temporary),
                None => Ok(None),
            },
            || (),
            |(), bytes| survey.patterns_of(rules, kinds, &bytes),
            |found| {
                all.extend(found);
                Ok(())
            },
        )?;
        for (sample, findings) in all {
            self.evidence.add_findings(sample, findings);
        }
        Ok(())
    }
}
