//! The daily job: exports in, every result judged and accounted for.
//!
//! [`Results`] lends one result after the other; [`stream`] writes them all, block by block on several
//! threads. Both judge a row by the same function (`row`).

mod answers;
mod common;
mod converted;
mod counts;
mod derived;
mod people;
mod piece;
mod row;
mod spoken;
mod stream;
mod told;
mod touches;
mod written;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::derive::{Aside, Collector};
use crate::error::Result;
use crate::import::{Export, Rows};
use crate::interpret::Rules;
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;
use crate::resolve::{Resolution, Resolver};
use crate::sample::{Drawn, Grouped};
use crate::survey::Survey;
use told::{Dates, Told, Words};

pub use crate::crew::Work;
pub use stream::{Closing, Stream, stream};

/// A run over exports: surveyed once, then read result by result.
pub struct Results<'r> {
    rules: &'r Rules,
    exports: &'r [Export],
    survey: Survey,
    resolver: Resolver<'r>,
    file: usize,
    rows: Option<Rows<'r>>,
    key: String,
    told: Told,
    notices: Vec<FileNotice>,
    derive: Option<Collector<'r>>,
}

impl<'r> Results<'r> {
    /// Surveys the exports; reading them row by row is then up to the caller. `progress` is told the bytes read so far.
    ///
    /// # Errors
    /// If a file cannot be read to its end.
    pub fn of(
        rules: &'r Rules,
        exports: &'r [Export],
        work: Work,
        progress: impl FnMut(u64),
    ) -> Result<Results<'r>> {
        let survey = Survey::of(exports, rules, work, progress)?;
        Ok(Results {
            rules,
            exports,
            survey,
            resolver: rules.resolver(),
            file: 0,
            rows: None,
            key: String::new(),
            told: Told::default(),
            notices: Vec::new(),
            derive: rules
                .options()
                .derive
                .map(|options| Collector::new(rules, options)),
        })
    }

    /// The next result, in the order of the files and their rows.
    ///
    /// # Errors
    /// If a file can no longer be read. What is wrong with a row is in its notices.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Result<Option<Interpretation<'_>>> {
        Ok(self.next_traced()?.map(|(result, _)| result))
    }

    /// The next result with how its words were understood, for an explanation.
    ///
    /// # Errors
    /// If a file can no longer be read.
    pub fn next_traced(&mut self) -> Result<Option<(Interpretation<'_>, Rc<Resolution<'r>>)>> {
        // The row is looked for first and borrowed last: a lending loop cannot hold it on the way.
        loop {
            if self.rows.is_none() {
                let Some(export) = self.exports.get(self.file) else {
                    return Ok(self.next_derived());
                };
                self.resolver
                    .set_neighbors(self.survey.neighbors[self.file].clone());
                self.rows = Some(export.rows()?);
            }
            let more = match &mut self.rows {
                Some(rows) => rows.advance()?,
                None => false,
            };
            if more {
                break;
            }
            self.close_file();
        }
        let Some(rows) = &self.rows else {
            return Ok(None);
        };
        let row = rows.current();
        let grouped = Grouped::of(&Drawn::from(&row), &mut self.key);
        let resolver = &mut self.resolver;
        let judged = row::judge(self.rules, &self.survey, self.file, resolver, row, grouped);
        let (result, resolution) = (judged.result, judged.resolution);
        let words = Words::of(&result.observation, &resolution);
        self.told.count(&words, Dates::of(&result));
        if let Some(derive) = &mut self.derive {
            derive.see(&result, &resolution, grouped.sample());
        }
        Ok(Some((result, resolution)))
    }

    /// Derived values follow when everything is read: an input may come after the rest.
    fn next_derived(&mut self) -> Option<(Interpretation<'_>, Rc<Resolution<'r>>)> {
        let derive = self.derive.as_mut()?;
        if !derive.is_closed() {
            derive.close();
        }
        if !derive.advance() {
            // Once: nothing more comes.
            self.notices.extend(derive.take_notices());
        }
        self.derive.as_ref()?.current()
    }

    /// Why values were not derived, counted: by analyte, then by reason.
    #[must_use]
    pub fn not_derived(&self) -> BTreeMap<&'static str, BTreeMap<String, u64>> {
        self.derive
            .as_ref()
            .map(|derive| derive.refused().clone())
            .unwrap_or_default()
    }

    /// Has what is said beside a result from which something was, or was not, derived kept, for sheets.
    pub fn keep_asides(&mut self) {
        if let Some(derive) = &mut self.derive {
            derive.keep_asides();
        }
    }

    /// What was kept, once everything is read.
    #[must_use]
    pub fn asides(&self) -> &[Aside] {
        self.derive.as_ref().map_or(&[], Collector::asides)
    }

    /// Bytes of the current file read so far.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        let before: u64 = self.exports[..self.file.min(self.exports.len())]
            .iter()
            .map(Export::len_bytes)
            .sum();
        before + self.rows.as_ref().map_or(0, Rows::bytes_read)
    }

    /// What is to be said about the files themselves, once everything is read.
    #[must_use]
    pub fn file_notices(&self) -> &[FileNotice] {
        &self.notices
    }

    fn close_file(&mut self) {
        if let Some(rows) = self.rows.take() {
            let export = &self.exports[self.file];
            let told = std::mem::take(&mut self.told);
            self.notices
                .extend(told.notices(export, rows.unknown().clone(), &self.resolver));
            told::of_file(export, &self.survey, self.file, &mut self.notices);
        }
        self.file += 1;
        if self.file == self.exports.len() {
            self.notices.extend(told::whose(self.exports, &self.survey));
        }
    }
}
