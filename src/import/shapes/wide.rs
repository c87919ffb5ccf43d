//! Exports with one column for each analyte.

mod beside;
pub(crate) mod head;
mod nameless;
mod twin;
pub(crate) mod unread;
mod valued;

use crate::error::Result;
use crate::import::columns::{Columns, Seen, resolve};
use crate::import::file::table::{begins_like_number, is_blank};
use crate::import::headers::codebook;
use crate::import::headers::header_unit::{plain_unit, split_brackets, split_known, split_limits};
use crate::import::headers::vocabulary;
use crate::import::layout::AnalyteLayout;
use crate::import::plan::number;
use crate::import::rows::are_limits_of;
use crate::interpret::reported;

pub(crate) use beside::About;
pub(crate) use twin::Twin;
pub(crate) use unread::{apart, diluted, unanswered, undated, unflagged, unheard, unread, untimed};

/// One analyte's column, with what its header, a units row or the layout says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct WideColumn {
    pub(crate) value: usize,
    pub(crate) name: String,
    pub(crate) loinc: String,
    pub(crate) unit: String,
    pub(crate) specimen: String,
    pub(crate) condition: String,
    pub(crate) low: String,
    pub(crate) high: String,
    pub(crate) range: String,
    /// Only their numbers tell that those in its header are limits.
    pub(crate) limits_are_told: bool,
    /// The laboratory's own critical limits.
    pub(crate) critical_low: String,
    pub(crate) critical_high: String,
    /// Another unit than that of the header, as a row below it states it.
    pub(crate) unit_beside: String,
    pub(crate) unit_column: Option<usize>,
    pub(crate) low_column: Option<usize>,
    pub(crate) high_column: Option<usize>,
    pub(crate) range_column: Option<usize>,
    pub(crate) critical_low_column: Option<usize>,
    pub(crate) critical_high_column: Option<usize>,
    pub(crate) flag_column: Option<usize>,
    /// Columns with what else is said of its results.
    pub(crate) about: Vec<(About, usize)>,
    /// A column without a header behind it that may hold results of the same analyte.
    pub(crate) nameless: Option<usize>,
    /// The column before it that states the same results, converted.
    pub(crate) twin: Option<Twin>,
}

impl WideColumn {
    /// The columns that belong to the one with its value.
    pub(crate) fn beside(&self) -> impl Iterator<Item = usize> {
        let columns = [
            self.unit_column,
            self.low_column,
            self.high_column,
            self.range_column,
            self.critical_low_column,
            self.critical_high_column,
            self.flag_column,
            self.nameless,
        ];
        let about = self.about.iter().map(|(_, column)| *column);
        columns.into_iter().flatten().chain(about)
    }

    /// Takes apart what stands behind the name in its header: `K (3.5-5.1 mmol/L)`, `K mmol/L (3.5-5.1)`. Of what is not like the limits of the test nobody
    /// knows what it is: ages, or what is to be called.
    fn take_interval(&mut self) {
        let Some((range, unit)) = split_limits(&self.unit) else {
            return;
        };
        self.limits_are_told = true;
        self.range = match are_limits_of(&self.name, range, unit) {
            true => range.to_string(),
            false => format!("{range} ?"),
        };
        self.unit = plain_unit(unit);
    }

    /// True if a record says something of its result, which is not there: a flag, a comment, a status.
    pub(crate) fn is_spoken_of<'c>(&self, cell: impl Fn(usize) -> &'c str) -> bool {
        // Perhaps the result stands under the header that is not there.
        let elsewhere = self.nameless.is_some_and(|at| !is_blank(cell(at)));
        elsewhere || self.said().any(|at| speaks(cell(at)))
    }

    /// The columns that say so.
    pub(crate) fn said(&self) -> impl Iterator<Item = usize> {
        // An answer says nothing of a result that is not there.
        let is_said =
            |(about, at): &(About, usize)| (!matches!(about, About::Beyond(_))).then_some(*at);
        let about = self.about.iter().filter_map(is_said);
        about.chain(self.flag_column)
    }

    /// Its columns about one thing.
    pub(crate) fn about(&self, about: About) -> impl Iterator<Item = usize> {
        let columns = self.about.iter();
        columns
            .filter(move |(what, _)| *what == about)
            .map(|(_, column)| *column)
    }
}

/// True for a cell that says more than that all is well, or nothing.
pub(crate) fn speaks(cell: &str) -> bool {
    let cell = cell.trim();
    !is_blank(cell) && !reported::is_no_alarm(cell) && !reported::is_final(cell)
}

/// The analyte columns of a header, without those that have a role of their own.
pub(crate) fn find(seen: &Seen, columns: &Columns) -> Result<Vec<WideColumn>> {
    let stated = seen.layout.map_or(&[][..], |layout| &layout.analytes);
    let mut wide = Vec::new();
    let mut taken = vec![false; seen.headers.len()];
    for analyte in stated.iter().filter(|analyte| analyte.column.is_some()) {
        let column = from_layout(seen, analyte)?;
        for used in column.beside().chain([column.value]) {
            taken[used] = true;
        }
        wide.push(column);
    }
    // A layout that lists analytes lists all of them.
    if !wide.is_empty() {
        for column in &mut wide {
            beside::attach_about(seen, columns, column, &mut taken);
        }
        twin::pair(seen.headers, &mut wide);
        return Ok(wide);
    }
    for (at, header) in seen.headers.iter().enumerate() {
        if taken[at] || columns.uses[at].role.is_some() {
            continue;
        }
        let in_codebook = codebook::analyte(header);
        let known = |header: &'_ str| {
            split_known(header, seen.known).map(|(name, unit)| (name.to_string(), plain_unit(unit)))
        };
        let found = in_codebook
            .map(|(name, unit)| (name.to_string(), unit.to_string()))
            .or_else(|| known(header))
            .or_else(|| known(codebook::without_prefix(header)?))
            .or_else(|| valued::analyte(seen, header));
        if let Some((name, unit)) = found {
            taken[at] = true;
            wide.push(WideColumn {
                value: at,
                name,
                unit,
                ..WideColumn::default()
            });
        }
    }
    wide.iter_mut().for_each(WideColumn::take_interval);
    for column in &mut wide {
        beside::attach(seen, column, &mut taken);
    }
    for column in &mut wide {
        beside::attach_about(seen, columns, column, &mut taken);
    }
    twin::pair(seen.headers, &mut wide);
    nameless::attach(seen, columns, &mut wide, &mut taken);
    // Two analytes make an export a wide one; then a name with a unit is a result too, though
    // nobody knows of what.
    if wide.len() >= 2 {
        for (at, header) in seen.headers.iter().enumerate() {
            if taken[at] || columns.uses[at].role.is_some() {
                continue;
            }
            if let Some((name, unit)) = split_brackets(header) {
                wide.push(WideColumn {
                    value: at,
                    name: name.to_string(),
                    unit: plain_unit(unit),
                    ..WideColumn::default()
                });
            }
        }
        wide.sort_by_key(|column| column.value);
    }
    Ok(wide)
}

fn from_layout(seen: &Seen, analyte: &AnalyteLayout) -> Result<WideColumn> {
    let header = analyte.column.as_deref().unwrap_or("");
    let column = |header: &Option<String>| header.as_deref().map(|h| resolve(seen, h)).transpose();
    let value = resolve(seen, header)?;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let from_header = split_known(&seen.headers[value], seen.known);
    let (name, unit) = from_header.unwrap_or((seen.headers[value].trim(), ""));
    let mut own = WideColumn {
        name: name.to_string(),
        unit: unit.to_string(),
        ..WideColumn::default()
    };
    own.take_interval();
    Ok(WideColumn {
        value,
        name: analyte.name.clone().unwrap_or(own.name),
        loinc: text(&analyte.loinc),
        unit: analyte
            .unit
            .clone()
            .unwrap_or_else(|| plain_unit(&own.unit)),
        range: own.range,
        limits_are_told: own.limits_are_told && analyte.low.is_none() && analyte.high.is_none(),
        specimen: text(&analyte.specimen),
        condition: text(&analyte.condition),
        low: number(&analyte.low),
        high: number(&analyte.high),
        unit_column: column(&analyte.unit_column)?,
        low_column: column(&analyte.low_column)?,
        high_column: column(&analyte.high_column)?,
        range_column: column(&analyte.range_column)?,
        flag_column: column(&analyte.flag_column)?,
        ..WideColumn::default()
    })
}

/// True if the numbers are standardized: in two columns of analytes or more, many are below zero. Numbers that stand for a
/// missing result (-9, -99) do not count, nor results that may be negative.
pub(crate) fn is_standardized(seen: &Seen, wide: &[WideColumn]) -> bool {
    /// Every fifth, at least.
    const SHARE: usize = 5;
    let below_zero = |cell: &str| {
        let number = cell.trim().replace(',', ".");
        let digits = number
            .strip_prefix('-')
            .filter(|rest| rest.parse::<f64>().is_ok_and(|n| n != 0.0))?;
        Some(digits.contains('.') && !digits.ends_with(".0"))
    };
    let is_signed = |column: &WideColumn| {
        let name = vocabulary::fold(&column.name);
        ["gap", "excess", "delta"]
            .iter()
            .any(|word| name.contains(word))
            || name == "be"
    };
    let many = wide
        .iter()
        .filter(|column| !is_signed(column) && (seen.known)(&column.name))
        .filter(|column| {
            let cells = seen.rows.iter().filter_map(|row| row.get(column.value));
            let (mut numbers, mut below) = (0usize, 0usize);
            for cell in cells.filter(|cell| begins_like_number(cell)) {
                numbers += 1;
                below += usize::from(below_zero(cell) == Some(true));
            }
            0 < below && numbers <= below * SHARE
        });
    1 < many.count()
}
