//! Every result of the exports, written as it is judged, on several threads, in the order of the rows.

use std::cell::RefCell;
use std::io::Write;

use super::common::Common;
use super::derived;
use super::piece::{Desk, Piece};
use super::told::{self, Told};
use crate::crew::{self, Work};
use crate::derive::Collector;
use crate::error::{Error, Result};
use crate::import::{Block, Export, Unknown};
use crate::interpret::Rules;
use crate::memory::Noted;
use crate::notice::FileNotice;
use crate::repeats::temporary;
use crate::report::{Form, Scribe, Settings, Summary, broken};
use crate::survey::Survey;

/// What is to be judged, by what, and how it is written.
#[derive(Clone, Copy, Debug)]
pub struct Stream<'r> {
    /// The rules.
    pub rules: &'r Rules,
    /// The exports.
    pub exports: &'r [Export],
    /// A form in which results stand for themselves: [`Form::is_of_pieces`].
    pub form: Form,
    /// How it is written.
    pub settings: &'r Settings<'r>,
    /// How it is done.
    pub work: Work,
}

/// What is to be said when everything is written.
#[derive(Debug, Default)]
pub struct Closing {
    /// Counts.
    pub summary: Summary,
    /// About the files.
    pub notices: Vec<FileNotice>,
}

/// Judges and writes everything. `progress` is told the bytes read, up to three times those of the
/// exports.
///
/// # Errors
/// If a file cannot be read to its end, or the output cannot be written. If a file is not what it was
/// presumed to be ([`Error::is_presumption`]), nothing was written.
pub fn stream(
    job: Stream<'_>,
    out: &mut dyn Write,
    mut progress: impl FnMut(u64),
) -> Result<Closing> {
    let mut survey = Survey::of(job.exports, job.rules, job.work, &mut progress)?;
    let length: u64 = job.exports.iter().map(Export::len_bytes).sum();
    let mut before = 2 * length;
    let mut closing = Closing::default();
    let mut notes = std::mem::take(&mut survey.notes);
    let survey = survey;
    let kinds = survey.evidence.kinds().iter();
    let harmless: Vec<bool> = kinds.map(|kind| job.rules.is_harmless(kind)).collect();
    let mut collector = (job.rules.options().derive).map(|it| Collector::new(job.rules, it));
    let mut start = Vec::new();
    Scribe::new(job.form, job.settings).begin(&mut start);
    out.write_all(&start).map_err(broken)?;
    for (file, export) in job.exports.iter().enumerate() {
        let mut counted = Told::default();
        let mut unknown = Unknown::default();
        let mut blocks = export.blocks(job.work.block)?;
        // Memory that blocks and their pieces no longer need.
        let spare = RefCell::new(Vec::<(Vec<u8>, Noted, Vec<u8>)>::new());
        let common = Common::new(job.rules);
        notes.go_to_file(file).map_err(temporary)?;
        crew::in_order(
            job.work.threads,
            || {
                let (text, mut noted, written) = spare.borrow_mut().pop().unwrap_or_default();
                if !notes.next(&mut noted).map_err(temporary)? {
                    return Ok(None);
                }
                let block = blocks.again(text, noted.extent)?;
                Ok(Some((block, noted, written)))
            },
            || Desk::new(job, &survey, file, &harmless, &common),
            |desk, (block, mut noted, written)| {
                let piece = desk.write(&block, &mut noted, written)?;
                Ok((block, noted, piece))
            },
            |outcome: Result<(Block, Noted, Piece)>| {
                let (block, noted, piece) = outcome?;
                out.write_all(&piece.written).map_err(broken)?;
                progress(before + block.read);
                closing.summary.merge(&piece.summary);
                counted.add(&piece.told);
                unknown.add(&piece.unknown);
                if let Some(collector) = &mut collector {
                    for offered in piece.offered {
                        collector.take(export.label(), offered);
                    }
                }
                let unused = (block.text, noted, piece.written);
                spare.borrow_mut().push(unused);
                Ok(())
            },
        )
        // Something may be written by now.
        .map_err(Error::settled)?;
        closing
            .notices
            .extend(counted.notices(export, unknown, &job.rules.resolver()));
        told::of_file(export, &survey, file, &mut closing.notices);
        before += export.len_bytes();
    }
    closing.notices.extend(told::whose(job.exports, &survey));
    if let Some(collector) = collector {
        derived::write(job, collector, out, &mut closing).map_err(Error::settled)?;
    }
    Ok(closing)
}
