//! The daily job: exports in, every result judged and accounted for.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::derive::Collector;
use crate::error::Result;
use crate::grade;
use crate::import::{Export, Rows};
use crate::interpret::{Rules, shares_serum_evidence};
use crate::interpretation::Interpretation;
use crate::notice::{Code, FileNotice};
use crate::quality::SampleQuality;
use crate::repeats::Identity;
use crate::resolve::{Resolution, Resolver};
use crate::sample;
use crate::survey::{self, Survey};
use crate::value::Value;

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
    derive: Option<Collector<'r>>,
}

/// What is said once per file, not once per row.
#[derive(Debug, Default)]
struct Told {
    specimen_assumed: u64,
    dates_unreadable: u64,
    dates_ambiguous: u64,
    unknown_names: BTreeMap<String, u64>,
    notices: Vec<FileNotice>,
}

/// Distinct unknown names that are counted by name; a file of nothing but names must not fill memory.
const NAMES_COUNTED: usize = 10_000;

impl<'r> Results<'r> {
    /// Surveys the exports. `progress` is told the bytes read so far.
    ///
    /// # Errors
    /// If a file cannot be read to its end.
    pub fn of(
        rules: &'r Rules,
        exports: &'r [Export],
        progress: impl FnMut(u64),
    ) -> Result<Results<'r>> {
        let survey = Survey::of(exports, rules, progress)?;
        Ok(Results {
            rules,
            exports,
            survey,
            resolver: rules.resolver(),
            file: 0,
            rows: None,
            key: String::new(),
            told: Told::default(),
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
        let mut row = rows.current();
        row.date_order = row.date_order.or(self.survey.date_orders[self.file]);
        let has_sample = sample::key(&row, &mut self.key);
        let reading = self.rules.read(&row);
        let resolution = self.resolver.resolve(&row, reading.unit);
        let mut quality = SampleQuality::default();
        if has_sample
            && shares_serum_evidence(resolution.specimen)
            && let Some(known) = self.survey.evidence.of(&self.key)
        {
            quality.clone_from(known);
        }
        // A row that stands alone, or is from another tube, still knows what it says itself.
        survey::statement(self.rules, &row, &reading, &resolution)
            .add_to(&mut quality, &self.rules.patterns);
        let sample = has_sample.then_some(self.key.as_str());
        let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
        let absent = matches!(reading.value, Value::Absent(_));
        let repeat = Identity::of(&row, sample, analyte)
            .filter(|_| !absent)
            .and_then(|identity| self.survey.repeats.judge(identity, &row));
        if resolution.analyte.is_some() && !resolution.specimen_stated {
            self.told.specimen_assumed += 1;
        }
        if resolution.codes.contains(&Code::AnalyteUnknown) {
            let name = if row.name.is_empty() {
                row.code
            } else {
                row.name
            };
            let name = if name.trim().is_empty() {
                "(no name)"
            } else {
                name
            };
            if let Some(count) = self.told.unknown_names.get_mut(name) {
                *count += 1;
            } else if self.told.unknown_names.len() < NAMES_COUNTED {
                self.told.unknown_names.insert(name.to_string(), 1);
            }
        }
        let resolution = Rc::clone(&resolution);
        let mut result = self.rules.judge(row, reading, &resolution, &quality);
        if let Some(code) = repeat {
            result.notices.add(code);
            if matches!(code, Code::Duplicate | Code::Superseded) {
                grade::set_aside(&mut result);
            }
        }
        self.told.dates_unreadable += u64::from(result.notices.has(Code::DateUnreadable));
        self.told.dates_ambiguous += u64::from(result.notices.has(Code::DateAmbiguous));
        if let Some(derive) = &mut self.derive {
            derive.see(&result, sample);
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
            self.told.notices.extend(derive.take_notices());
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
        &self.told.notices
    }

    fn close_file(&mut self) {
        if let Some(rows) = self.rows.take() {
            self.told.notices.extend(rows.notices());
        }
        let export = &self.exports[self.file];
        self.told.notices.extend(export.notices().iter().cloned());
        let mut say = |code, message: String| {
            self.told.notices.push(FileNotice {
                file: export.label().to_string(),
                line: None,
                code,
                message,
            });
        };
        for (count, code, what) in [
            (
                self.told.specimen_assumed,
                Code::SpecimenAssumed,
                "results do not state their specimen; each is taken as its analyte's usual one",
            ),
            (
                self.told.dates_unreadable,
                Code::DateUnreadable,
                "results have a date that cannot be read (two-digit years are refused), so no age",
            ),
            (
                self.told.dates_ambiguous,
                Code::DateAmbiguous,
                "results have a date whose day and month could be exchanged; give --date-order",
            ),
        ] {
            if 0 < count {
                say(code, format!("{count} {what}"));
            }
        }
        let mut unknown: Vec<(&String, &u64)> = self.told.unknown_names.iter().collect();
        unknown.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
        if !unknown.is_empty() {
            let names: Vec<String> = unknown
                .iter()
                .take(5)
                .map(|(name, count)| match self.resolver.suggestion(name) {
                    Some(near) => format!("{name:?} ({count}; did you mean {near}?)"),
                    None => format!("{name:?} ({count})"),
                })
                .collect();
            let more = unknown.len().saturating_sub(5);
            let rest = if more == 0 {
                String::new()
            } else {
                format!(" and {more} more")
            };
            say(
                Code::AnalyteUnknown,
                format!("names not known: {}{rest}", names.join(", ")),
            );
        }
        self.told = Told {
            notices: std::mem::take(&mut self.told.notices),
            ..Told::default()
        };
        self.file += 1;
    }
}
