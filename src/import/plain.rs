//! Regular blocks, read without looking at every cell.
//!
//! Most rows of a long export differ from one before only in who and when. What they say can be
//! remembered by the bytes of the cells that say it. This module knows which cells those are, and
//! gives them as they stand in the file; what is remembered is for the passes to say. A row that is
//! not plain, or of which nothing is remembered, is understood whole, as in any other block.

mod lines;
mod row;

use std::cell::OnceCell;

use csv::StringRecord;
use memchr::memchr;
use simd_csv::ZeroCopyReaderBuilder;

use super::Export;
use super::blocks::Block;
use super::layout::Shape;
use super::plan::Plan;
use super::role::Role;
use super::rows::{Understood, Unknown};
use super::sex::SexLetters;
use super::table::is_blank;
use super::wide::{About, Twin, WideColumn};
use crate::error::{Error, Result};
use crate::observation::{NumberStyle, Observation};

pub(crate) use lines::{NotedPass, NotedRow};
pub(crate) use row::PlainRow;

/// A pass over the rows of an export.
pub(crate) trait Pass {
    /// The next result of a regular block begins. `follows`: it stands on the line of the one before. A record
    /// without a result counts as one.
    fn record(&mut self, follows: bool);

    /// Takes a row by its cells alone, if enough is remembered; otherwise it will be given whole.
    fn plain(&mut self, row: &PlainRow<'_>) -> bool;

    /// Takes a row.
    fn whole(&mut self, row: Observation<'_>) -> Result<()>;
}

/// Columns that say who and when: the same words beside other ones mean the same.
const OF_THE_DAY: [Role; 9] = [
    Role::Patient,
    Role::Sample,
    Role::Collected,
    Role::Received,
    Role::Reported,
    Role::Sex,
    Role::Age,
    Role::AgeUnit,
    Role::Birth,
];

/// Columns that say which analyte, in which specimen and unit.
const WORDING: &[Role] = &[
    Role::Name,
    Role::Code,
    Role::Loinc,
    Role::Specimen,
    Role::Category,
    Role::SampleKind,
    Role::Unit,
];

/// Columns of [`WORDING`] that more than the meaning of the words depends on.
const BESIDE_MEANING: &[Role] = &[Role::Specimen, Role::Category, Role::SampleKind, Role::Unit];

/// Which cells of a record say what of a result.
#[derive(Clone, Debug)]
pub(crate) struct PlainColumns {
    width: usize,
    /// By role of [`OF_THE_DAY`]: the column, and whether others stand in where it is blank.
    of_the_day: [Option<(usize, bool)>; Role::COUNT],
    who: Vec<Columns>,
    wording: Vec<Columns>,
    value: Vec<Columns>,
    beside: Vec<Columns>,
    /// Wording and what is said beside it.
    together: Vec<Columns>,
    by_meaning: bool,
    /// What stands for the patient is a stay, if the files of patients know whose.
    of_stay: bool,
    sex_letters: SexLetters,
    /// Column of the value, if it is one and a point in it is a decimal point.
    number: Option<usize>,
    /// Where a record holds several results: the column of this one, and by which bytes it is known.
    result: Option<usize>,
    of_result: Vec<u8>,
    /// The column that may state the same result, and how numbers are written.
    twin: Option<(Twin, NumberStyle)>,
    /// Columns with what is said of the result, where it may be missing.
    said: Vec<usize>,
}

/// Neighboring columns, the first and the last.
type Columns = (usize, usize);

impl Export {
    /// True for a column that says who and when: its cells count as they stand.
    pub(super) fn says_who_or_when(&self, plan: &Plan, column: usize) -> bool {
        let role = plan.uses.get(column).and_then(|used| used.role);
        role.is_some_and(|role| OF_THE_DAY.contains(&role))
            || self.patient_joins.iter().any(|join| join.column == column)
    }

    /// The columns of each result of a record that stands for itself: nothing is put together from several cells. Nothing
    /// if records do not.
    fn plain_columns(&self, plan: &Plan) -> Vec<PlainColumns> {
        let results = match plan.shape {
            Shape::Long => vec![self.columns_of(plan, None)],
            // Few rows, of which each says something new.
            Shape::Cumulative => Vec::new(),
            Shape::Wide if !self.code_joins.is_empty() => Vec::new(),
            Shape::Wide => {
                let columns = plan.wide.iter();
                columns
                    .map(|column| self.columns_of(plan, Some(column)))
                    .collect()
            }
        };
        results
            .into_iter()
            .collect::<Option<_>>()
            .unwrap_or_default()
    }

    fn columns_of(&self, plan: &Plan, wide: Option<&WideColumn>) -> Option<PlainColumns> {
        // What is put together or compared is read whole.
        let is_compared = wide.is_some_and(|column| column.nameless.is_some());
        if plan.pick(Role::CollectedTime).is_some()
            || !plan.later.is_empty()
            || plan.pair.is_some()
            || !plan.age_parts.is_empty()
            || is_compared
            || !plan.above.whose.is_empty()
            || !plan.limits_by_sex.is_empty()
        {
            return None;
        }
        let of = |roles: &[Role]| -> Vec<usize> {
            let columns = roles.iter().flat_map(|role| plan.pick(*role).columns());
            columns.collect()
        };
        let mut wording = of(WORDING);
        wording.extend(plan.name_with_unit);
        for join in &self.code_joins {
            wording.extend(join.columns());
        }
        let mut of_the_day = of(&OF_THE_DAY);
        of_the_day.extend(self.patient_joins.iter().map(|join| join.column));
        let value = match wide {
            Some(column) => vec![column.value],
            None => of(&[Role::Value]),
        };
        let other: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|role| !OF_THE_DAY.contains(role) && !WORDING.contains(role))
            .filter(|role| *role != Role::Value)
            .collect();
        let mut beside = of(&other);
        beside.extend(of(BESIDE_MEANING));
        beside.extend(plan.hemolysis.iter().map(|about| about.column));
        if let Some(column) = wide {
            wording.extend(column.unit_column);
            wording.extend(column.about(About::Specimen));
            beside.extend(column.beside());
        }
        // A cell that says both who and what would have to be in neither part.
        let both = |column: &usize| of_the_day.contains(column);
        if wording.iter().chain(&beside).chain(&value).any(both) {
            return None;
        }
        let says_more = |column: &usize| wording.contains(column) || beside.contains(column);
        let style = self.numbers;
        let point = style.is_plain();
        let number = match value.as_slice() {
            [only] if point && !says_more(only) => Some(*only),
            _ => None,
        };
        let result = wide.map(|column| column.value);
        Some(PlainColumns {
            width: plan.headers.len(),
            of_the_day: std::array::from_fn(|role| {
                let mut columns = plan.pick(Role::ALL[role]).columns();
                columns
                    .next()
                    .map(|first| (first, columns.next().is_some()))
            }),
            who: neighbors(of_the_day),
            together: neighbors([wording.as_slice(), &beside].concat()),
            wording: neighbors(wording),
            value: neighbors(value),
            beside: neighbors(beside),
            number,
            by_meaning: wide.is_none()
                && self.code_joins.is_empty()
                && plan.defaults.is_empty()
                && plan.name_with_unit.is_none(),
            of_stay: plan.patient_is_stay,
            sex_letters: plan.sex_letters,
            of_result: result.map_or(Vec::new(), |column| column.to_le_bytes().to_vec()),
            result,
            twin: wide.and_then(|column| Some((column.twin?, style))),
            said: wide.map_or(Vec::new(), |column| column.said().collect()),
        })
    }

    /// Gives the rows of a block to a pass. `quickly`: it may be asked for less than whole rows.
    pub(crate) fn read_block(
        &self,
        block: &Block,
        quickly: bool,
        pass: &mut impl Pass,
    ) -> Result<Unknown> {
        if self.opened.encoding.presumed && memchr(0, &block.text).is_some() {
            return Err(self.not_text());
        }
        let (plan, columns) = self.regular(block, quickly)?;
        match columns.is_empty() {
            false => self.read_regular(block, plan, &columns, pass),
            true => self.read_whole(block, |row| pass.whole(row)),
        }
    }

    fn not_text(&self) -> Error {
        self.opened.encoding.not_text(&self.opened.source)
    }

    /// How to read a block; no columns, if it has to be read whole.
    fn regular(&self, block: &Block, quickly: bool) -> Result<(&Plan, Vec<PlainColumns>)> {
        let plan = self.plan.as_ref().ok_or_else(|| self.not_understood())?;
        let columns = match quickly && block.regular {
            true => self.plain_columns(plan),
            false => Vec::new(),
        };
        Ok((plan, columns))
    }

    fn read_whole(
        &self,
        block: &Block,
        mut take: impl FnMut(Observation<'_>) -> Result<()>,
    ) -> Result<Unknown> {
        let mut rows = self.rows_of(block)?;
        while rows.advance()? {
            take(rows.current())?;
        }
        Ok(rows.unknown().clone())
    }

    fn csv(&self, buffer: usize) -> ZeroCopyReaderBuilder {
        let dialect = self.opened.dialect;
        let mut builder = ZeroCopyReaderBuilder::with_capacity(buffer);
        builder
            .delimiter(dialect.delimiter)
            .quote(if dialect.quoting { b'"' } else { NEVER })
            .has_headers(false)
            .flexible(true);
        builder
    }

    fn read_regular(
        &self,
        block: &Block,
        plan: &Plan,
        results: &[PlainColumns],
        pass: &mut impl Pass,
    ) -> Result<Unknown> {
        let changed = |_| self.opened.source.changed();
        // The decoder lets nothing through that is not UTF-8, unless that was presumed, or the file changed.
        let text = simdutf8::basic::from_utf8(&block.text).map_err(|_| self.not_text())?;
        let mut start = 0;
        let mut reader = self.csv(BUFFER).from_reader(block.text.as_slice());
        let mut record = Whole::new(self, plan);
        let mut line = block.line;
        let first = &results[0];
        while let Some(cells) = reader.read_byte_record().map_err(changed)? {
            let mut row = PlainRow {
                text: text.get(start..).unwrap_or_default(),
                cells: &cells,
                quoted: memchr(b'"', cells.as_slice()).is_some(),
                columns: first,
                line,
                file: self.label(),
                age_unit: plan.age_unit,
                joins: &self.patient_joins,
                joined: OnceCell::new(),
            };
            record.begin(line);
            let mut given = 0;
            // Without a result it may say why, or head a section.
            if cells.len() != first.width || row.is_silent(results) {
                while let Some(whole) = record.result(given, |record| row.fill(record))? {
                    pass.record(0 < given);
                    pass.whole(whole)?;
                    given += 1;
                }
            } else {
                for columns in results {
                    row.columns = columns;
                    if !row.has_result() {
                        continue;
                    }
                    pass.record(0 < given);
                    if !pass.plain(&row)
                        && let Some(whole) = record.result(given, |record| row.fill(record))?
                    {
                        pass.whole(whole)?;
                    }
                    given += 1;
                }
            }
            if given == 0 {
                pass.record(false);
            }
            line += 1;
            start += cells.as_slice().len() + 1;
        }
        Ok(record.unknown())
    }
}

/// The record at hand, understood whole where some of its results have to be.
struct Whole<'e> {
    export: &'e Export,
    understood: Understood<'e>,
    line: u64,
    /// It was understood.
    is_filled: bool,
    /// Results that were passed.
    passed: usize,
}

impl<'e> Whole<'e> {
    fn new(export: &'e Export, plan: &'e Plan) -> Whole<'e> {
        Whole {
            export,
            understood: Understood::new(export, plan),
            line: 0,
            is_filled: false,
            passed: 0,
        }
    }

    /// Another record is at hand, which starts on this line.
    fn begin(&mut self, line: u64) {
        self.line = line;
        self.is_filled = false;
    }

    /// Its result with this number; `None` if it has no more. They are asked for in order. `fill` gives its cells.
    fn result(
        &mut self,
        number: usize,
        fill: impl FnOnce(&mut StringRecord) -> Option<()>,
    ) -> Result<Option<Observation<'_>>> {
        if !self.is_filled {
            self.is_filled = true;
            self.passed = 0;
            let filled = fill(self.understood.record());
            filled.ok_or_else(|| self.export.opened.source.changed())?;
            let record = self.understood.record();
            if record.len() == 1 && record.get(0).is_none_or(is_blank) {
                self.passed = usize::MAX;
            } else {
                self.understood.look_up(self.line)?;
            }
        }
        while self.passed <= number {
            if !self.understood.advance() {
                return Ok(None);
            }
            self.passed += 1;
        }
        let is_at_hand = self.passed == number + 1;
        Ok(is_at_hand.then(|| self.understood.current()))
    }

    fn unknown(&self) -> Unknown {
        self.understood.unknown().clone()
    }
}

/// Bytes that the reader takes at a time.
const BUFFER: usize = 64 * 1024;

/// A byte that is in no UTF-8 text.
const NEVER: u8 = 0xff;

/// Columns in order, those beside each other together.
fn neighbors(mut columns: Vec<usize>) -> Vec<Columns> {
    columns.sort_unstable();
    columns.dedup();
    let mut together: Vec<Columns> = Vec::new();
    for column in columns {
        match together.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => together.push((column, column)),
        }
    }
    together
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_beside_each_other_are_one_piece() {
        assert_eq!(neighbors(vec![7, 3, 4, 5, 3]), [(3, 5), (7, 7)]);
        assert_eq!(neighbors(Vec::new()), []);
    }
}
