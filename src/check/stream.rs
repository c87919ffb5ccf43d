//! Every result of the exports, written as it is judged, on several threads, in the order of the rows.

use std::cell::RefCell;
use std::io::Write;

use super::row;
use super::told::Told;
use crate::crew;
use crate::error::Result;
use crate::import::{Block, Export, Unknown};
use crate::interpret::Rules;
use crate::notice::FileNotice;
use crate::report::{self, Form, Settings, Summary};
use crate::resolve::Resolver;
use crate::sample;
use crate::survey::Survey;

/// What is to be judged, by what, and how it is written.
#[derive(Clone, Copy, Debug)]
pub struct Stream<'r> {
    /// The rules; without derived values, which come behind all rows.
    pub rules: &'r Rules,
    /// The exports.
    pub exports: &'r [Export],
    /// A form in which results stand for themselves: [`Form::is_of_pieces`].
    pub form: Form,
    /// How it is written.
    pub settings: &'r Settings<'r>,
    /// Threads to work on.
    pub threads: usize,
}

/// What is to be said when everything is written.
#[derive(Debug, Default)]
pub struct Closing {
    /// Counts.
    pub summary: Summary,
    /// About the files.
    pub notices: Vec<FileNotice>,
}

/// A block, judged and written.
struct Piece {
    block: Block,
    written: Vec<u8>,
    summary: Summary,
    told: Told,
    unknown: Unknown,
}

/// Judges and writes everything. `progress` is told the bytes read, up to three times those of the
/// exports.
///
/// # Errors
/// If a file cannot be read to its end, or the output cannot be written.
pub fn stream(
    job: Stream<'_>,
    out: &mut dyn Write,
    mut progress: impl FnMut(u64),
) -> Result<Closing> {
    let survey = Survey::of(job.exports, job.rules, job.threads, &mut progress)?;
    let length: u64 = job.exports.iter().map(Export::len_bytes).sum();
    let mut before = 2 * length;
    let mut closing = Closing::default();
    report::begin(job.form, out, job.settings)?;
    for (file, export) in job.exports.iter().enumerate() {
        let mut told = Told::default();
        let mut unknown = Unknown::default();
        let mut blocks = export.blocks()?;
        let resolver = || {
            let mut resolver = job.rules.resolver();
            resolver.set_neighbors(survey.neighbors[file].clone());
            resolver
        };
        // Memory that blocks and their pieces no longer need.
        let spare = RefCell::new(Vec::new());
        let take = || spare.borrow_mut().pop().unwrap_or_default();
        crew::in_order(
            job.threads,
            || {
                let written: Vec<u8> = take();
                Ok(blocks.next(take())?.map(|block| (block, written)))
            },
            resolver,
            |resolver, (block, written)| piece(&job, &survey, file, resolver, block, written),
            |piece: Result<Piece>| {
                let piece = piece?;
                out.write_all(&piece.written).map_err(report::broken)?;
                progress(before + piece.block.read);
                closing.summary.merge(&piece.summary, 1);
                told.add(&piece.told);
                unknown.add(&piece.unknown);
                let mut spare = spare.borrow_mut();
                spare.push(piece.block.text);
                spare.push(piece.written);
                Ok(())
            },
        )?;
        closing
            .notices
            .extend(told.notices(export, &unknown, &resolver()));
        before += export.len_bytes();
    }
    Ok(closing)
}

fn piece<'r>(
    job: &Stream<'r>,
    survey: &Survey,
    file: usize,
    resolver: &mut Resolver<'r>,
    block: Block,
    mut written: Vec<u8>,
) -> Result<Piece> {
    written.clear();
    let mut summary = Summary::default();
    let mut told = Told::default();
    let mut key = String::new();
    let mut rows = job.exports[file].rows_of(&block)?;
    let mut report = report::piece(job.form, &mut written, job.settings);
    while rows.advance()? {
        let row = rows.current();
        let sample = sample::key(&row, &mut key).then_some(key.as_str());
        let (result, resolution) = row::judge(job.rules, survey, file, resolver, row, sample);
        told.count(&result, &resolution);
        summary.add(&result);
        report.write(&result)?;
    }
    report.finish(&summary, &[])?;
    let unknown = rows.unknown().clone();
    drop(rows);
    Ok(Piece {
        block,
        written,
        summary,
        told,
        unknown,
    })
}
