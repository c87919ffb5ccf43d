//! Reading an export: one observation after the other, each borrowed from the current record.

use std::io::Read;

use csv::StringRecord;

use super::Export;
use super::columns::About;
use super::companions::codes::CodeEntry;
use super::decode::Decoder;
use super::header_again::{self, HeaderAgain};
use super::layout::Shape;
use super::narrow;
use super::plan::{Defaults, Plan};
use super::role::Role;
use super::sheet::says;
use super::source::SourceReader;
use super::table::{TableReader, is_blank};
use super::wide::{Twin, WideColumn};
use crate::error::Result;
use crate::notice::FileNotice;
use crate::observation::Observation;
use crate::quality::appearance;

pub(super) mod age;
mod flags;
mod later;
mod observe;
mod pairs;
mod person;
mod printed;
mod remarked;
mod said;
mod sheet;
mod silent;
mod unknown;
mod wide;

pub(super) use person::{Joined, Texts};
pub(super) use said::PREGNANCY;
use silent::Silent;
pub(crate) use unknown::Unknown;

/// The observations of an export, in its own order.
pub struct Rows<'e>(RowsOf<'e, Decoder<SourceReader<'e>>>);

/// The observations of an export or a part of it.
pub(crate) struct RowsOf<'e, R> {
    table: TableReader<'e, R>,
    understood: Understood<'e>,
}

/// The record at hand with all that is looked up for it once, and what it says.
pub(crate) struct Understood<'e> {
    export: &'e Export,
    plan: &'e Plan,
    record: StringRecord,
    line: u64,
    ragged: bool,
    /// Wide: the analyte that comes next.
    next_column: usize,
    /// Wide: the analyte of the current observation.
    column: Option<&'e WideColumn>,
    /// Cumulative: the place of the dated column of the current observation.
    dated: Option<usize>,
    /// Wide and cumulative: what a record without results is.
    silent: Silent,
    code: CodeEntry<'e>,
    code_unknown: bool,
    person: Joined<'e>,
    defaults: Option<&'e Defaults>,
    /// Texts put together from several cells.
    collected: String,
    age: String,
    comment: String,
    specimen_condition: String,
    /// Wide: the same of the current observation, where the column has some of its own.
    own_comment: String,
    own_condition: String,
    key: String,
    unknown: Unknown,
}

impl<'e> Rows<'e> {
    pub(super) fn new(export: &'e Export, plan: &'e Plan) -> Result<Rows<'e>> {
        let table = export.behind_header(plan)?;
        Ok(Rows(RowsOf::of(table, Understood::new(export, plan))))
    }

    /// The next observation; `None` at the end.
    #[allow(clippy::should_implement_trait)] // what it lends lives only until the next call
    pub fn next(&mut self) -> Result<Option<Observation<'_>>> {
        Ok(self.advance()?.then(|| self.current()))
    }

    /// Moves to the next observation; false at the end.
    pub fn advance(&mut self) -> Result<bool> {
        self.0.advance()
    }

    /// The observation that [`Rows::advance`] moved to.
    #[must_use]
    pub fn current(&self) -> Observation<'_> {
        self.0.current()
    }

    /// Bytes of the file read so far, for a progress bar.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.0.table.bytes_read()
    }

    /// What is to be said about the rows read so far: codes and patients that are in no companion.
    #[must_use]
    pub fn notices(&self) -> Vec<FileNotice> {
        self.unknown().notices(self.0.understood.export)
    }

    pub(crate) fn unknown(&self) -> &Unknown {
        self.0.unknown()
    }
}

impl<'e, R: Read> RowsOf<'e, R> {
    pub(super) fn of(table: TableReader<'e, R>, understood: Understood<'e>) -> RowsOf<'e, R> {
        RowsOf { table, understood }
    }

    /// Moves to the next observation; false at the end.
    pub(crate) fn advance(&mut self) -> Result<bool> {
        loop {
            if self.understood.advance() {
                return Ok(true);
            }
            match self.table.read(self.understood.record())? {
                Some(line) => self.understood.look_up(line)?,
                None => return Ok(false),
            }
        }
    }

    /// The observation that [`RowsOf::advance`] moved to.
    pub(crate) fn current(&self) -> Observation<'_> {
        self.understood.current()
    }

    /// Rows so far whose codes and patients are in no companion.
    pub(crate) fn unknown(&self) -> &Unknown {
        self.understood.unknown()
    }
}

impl<'e> Understood<'e> {
    pub(super) fn new(export: &'e Export, plan: &'e Plan) -> Understood<'e> {
        Understood {
            plan,
            record: StringRecord::new(),
            line: 0,
            ragged: false,
            next_column: usize::MAX,
            column: None,
            dated: None,
            silent: Silent::default(),
            code: CodeEntry::default(),
            code_unknown: false,
            person: Joined::default(),
            defaults: None,
            collected: String::new(),
            age: String::new(),
            comment: String::new(),
            specimen_condition: String::new(),
            own_comment: String::new(),
            own_condition: String::new(),
            key: String::new(),
            unknown: Unknown {
                codes: 0,
                headers: 0,
                patients: vec![0; export.patient_joins.len()],
            },
            export,
        }
    }

    /// Where the next record goes.
    pub(crate) fn record(&mut self) -> &mut StringRecord {
        &mut self.record
    }

    /// Moves to the next observation of the record; false if it has no more.
    pub(crate) fn advance(&mut self) -> bool {
        if self.plan.shape == Shape::Long || matches!(self.silent, Silent::Title(_)) {
            // One record, one observation: the place says only whether it was given.
            return std::mem::replace(&mut self.next_column, usize::MAX) == 0;
        }
        if self.plan.shape == Shape::Cumulative {
            return self.advance_in_sheet();
        }
        while let Some(column) = self.plan.wide.get(self.next_column) {
            self.next_column += 1;
            // A blank cell of a wide row is no result: nothing was reported, unless something is said of it.
            let record = &self.record;
            let value = record.get(column.value).unwrap_or("");
            let numbers = self.export.numbers;
            let cell = |at| record.get(at).unwrap_or("");
            let is_stated = |twin: &Twin| twin.states(value, cell, numbers);
            let is_given = match is_blank(value) {
                false => !column.twin.as_ref().is_some_and(is_stated),
                true if self.silent == Silent::Explained => column.twin.is_none(),
                true => column.is_spoken_of(cell),
            };
            if is_given {
                self.column = Some(column);
                self.join_own(column);
                return true;
            }
        }
        false
    }

    /// The observation that [`Understood::advance`] moved to.
    pub(crate) fn current(&self) -> Observation<'_> {
        self.observation(self.column)
    }

    /// Rows so far whose codes and patients are in no companion.
    pub(crate) fn unknown(&self) -> &Unknown {
        &self.unknown
    }

    /// All that is looked up for a record once. The record starts on this line.
    ///
    /// # Errors
    /// If it is the header of another table.
    pub(crate) fn look_up(&mut self, line: u64) -> Result<()> {
        self.line = line;
        self.next_column = 0;
        narrow::record(&mut self.record, |at| {
            self.export.says_who_or_when(self.plan, at)
        });
        match header_again::find(self.plan, &self.record) {
            Some(HeaderAgain::Other) => {
                return Err(header_again::refused(self.export.label(), line));
            }
            Some(HeaderAgain::Same) => {
                // No results.
                self.next_column = usize::MAX;
                self.unknown.headers += 1;
                return Ok(());
            }
            None => {}
        }
        let is_told =
            || !self.plan.sheet.columns.is_empty() && says(self.plan, &self.record).is_some();
        if self.plan.shape == Shape::Long && self.record.iter().all(is_blank) || is_told() {
            // An empty line of a spreadsheet is no result, nor is what a row says of the columns of a sheet.
            self.next_column = usize::MAX;
            return Ok(());
        }
        let width = self.plan.headers.len();
        let cells = self.record.len();
        self.ragged = cells != width
            && (cells < width || self.record.iter().skip(width).any(|cell| !is_blank(cell)));
        if !self.export.code_joins.is_empty() {
            self.join_code();
        }
        if !self.export.patient_joins.is_empty() {
            self.join_patient();
        }
        if self.plan.pick(Role::CollectedTime).is_some() {
            self.join_time();
        }
        if !self.plan.age_parts.is_empty() {
            self.join_age();
        }
        if self.plan.shape != Shape::Long {
            self.silent = self.look_at_silence();
        }
        self.comment.clear();
        // What stands behind the last column was a part of a cell: of the comment, most of the time.
        let columns = self.plan.pick(Role::Comment).columns().count();
        let above = !self.plan.above.comment.is_empty();
        if 1 < columns || above || (self.ragged && width < cells) {
            self.join_comments();
        }
        if !self.plan.hemolysis.is_empty() {
            self.join_hemolysis();
        }
        if !self.plan.defaults.is_empty() {
            self.find_defaults();
        }
        Ok(())
    }

    fn join_code(&mut self) {
        self.code = CodeEntry::default();
        self.code_unknown = false;
        let mut coded = false;
        for join in &self.export.code_joins {
            match join.find(&self.record) {
                Some(Some(row)) => {
                    if let Some(list) = self.export.companions.codes.get(join.list) {
                        self.code = list.entry(join, row);
                    }
                    return;
                }
                Some(None) => coded = true,
                None => {}
            }
        }
        self.code_unknown = coded;
        self.unknown.codes += u64::from(coded);
    }

    fn join_patient(&mut self) {
        let (plan, record) = (self.plan, &self.record);
        let counts = &mut self.unknown.patients;
        self.person.look_up(
            &self.export.patient_joins,
            |column| record.get(column),
            match plan.sheet.of_one_year() {
                Some(date) => date,
                None => plan.pick(Role::Collected).text(record),
            },
            |file| {
                counts.resize(counts.len().max(file + 1), 0);
                counts[file] += 1;
            },
        );
    }

    /// Puts day and time together where they have columns of their own.
    fn join_time(&mut self) {
        self.collected.clear();
        let day = self.plan.pick(Role::Collected).text(&self.record).trim();
        let time = self
            .plan
            .pick(Role::CollectedTime)
            .text(&self.record)
            .trim();
        // Midnight beside a time is a day.
        let day = [" 00:00:00", "T00:00:00", " 00:00"]
            .iter()
            .find_map(|midnight| day.strip_suffix(midnight))
            .unwrap_or(day);
        if day.is_empty() || day.contains(':') {
            return;
        }
        // A time may have the day, or one that stands for none, in front of it.
        let (own_day, clock) = match time.rsplit_once([' ', 'T']) {
            Some((own, clock)) if own.contains(['-', '/', '.']) && clock.contains(':') => {
                (own, clock)
            }
            _ => ("", time),
        };
        let none = ["", day, "1899-12-30", "1900-01-01", "1970-01-01"];
        if !none.contains(&own_day) {
            return;
        }
        let clock = match clock.contains(':') {
            true => clock.to_string(),
            false => match clock_of(clock) {
                Some((hour, minute)) => format!("{hour:02}:{minute:02}"),
                None => return,
            },
        };
        self.collected.push_str(day);
        self.collected.push(' ');
        self.collected.push_str(&clock);
    }

    /// Puts the comments of several columns together: of the result, of its sample, of the order.
    fn join_comments(&mut self) {
        let columns = self.plan.pick(Role::Comment).columns();
        let columns = columns.chain(self.plan.headers.len()..self.record.len());
        let cells = columns.map(|column| self.record.get(column).unwrap_or(""));
        for cell in cells.chain([self.plan.above.comment.as_str()]) {
            let cell = cell.trim();
            if !is_blank(cell) && !self.comment.contains(cell) {
                if !self.comment.is_empty() {
                    self.comment.push_str("; ");
                }
                self.comment.push_str(cell);
            }
        }
    }

    /// Says with each cell of a column about hemolysis what it is about: "2+" alone is anything.
    fn join_hemolysis(&mut self) {
        self.specimen_condition.clear();
        for column in self.plan.pick(Role::SpecimenCondition).columns() {
            let cell = said::condition(self.record.get(column).unwrap_or("")).trim();
            if is_blank(cell) {
                continue;
            }
            if !self.specimen_condition.is_empty() {
                self.specimen_condition.push_str("; ");
            }
            let mut hemolysis = self.plan.hemolysis.iter();
            let about = hemolysis.find(|about| about.column == column);
            if let Some(about) = about {
                // "2+" is a grade, in a column of an index too.
                let number = cell.bytes().any(|c| c.is_ascii_digit()) && !cell.contains('+');
                let heading = about.about.heading(about.is_index && number);
                self.specimen_condition.push_str(heading);
                if matches!(about.about, About::Sample | About::Look)
                    && let Some(look) = appearance::look(cell)
                {
                    self.specimen_condition.push_str(look.heading());
                }
                if about.about == About::Sample && push_letters(&mut self.specimen_condition, cell)
                {
                    continue;
                }
            }
            self.specimen_condition.push_str(cell);
            if let Some(about) = about
                && cell.ends_with(|c: char| c.is_ascii_digit())
                && !about.unit.is_empty()
            {
                self.specimen_condition.push(' ');
                self.specimen_condition.push_str(&about.unit);
            }
        }
    }

    fn find_defaults(&mut self) {
        self.defaults = None;
        for role in [Role::Code, Role::Name] {
            let text = self.plan.pick(role).text(&self.record).trim();
            self.key.clear();
            self.key.extend(text.chars().flat_map(char::to_lowercase));
            if let Some(defaults) = self.plan.defaults.get(&self.key) {
                self.defaults = Some(defaults);
                return;
            }
        }
    }
}

/// `H`, `HL`: codes for the condition of a sample, each with what it stands for. False for any other cell.
fn push_letters(text: &mut String, cell: &str) -> bool {
    let about = |letter: char| match letter.to_ascii_uppercase() {
        'H' => Some(About::Hemolysis),
        'I' => Some(About::Icterus),
        'L' => Some(About::Lipemia),
        _ => None,
    };
    let letters = || cell.chars().filter(|c| !matches!(c, ',' | '/' | ' '));
    if !letters().all(|letter| about(letter).is_some()) {
        return false;
    }
    for (at, about) in letters().filter_map(about).enumerate() {
        text.push_str(if at == 0 { "" } else { "; " });
        text.push_str(about.heading(false));
        text.push_str(cell);
    }
    true
}

/// Hour and minute of `7.15`, `07h15` and `0715`.
fn clock_of(text: &str) -> Option<(u8, u8)> {
    let parts = match text.find(['.', 'h', 'H']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => text.split_at_checked(text.len().checked_sub(2)?)?,
    };
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit());
        digits.then(|| text.parse::<u8>().ok())?
    };
    let (hour, minute) = (number(parts.0)?, number(parts.1)?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}
