//! Exports with one column for each analyte.

mod unread;

use super::codebook;
use super::columns::{Columns, Seen, resolve};
use super::header_unit::{looks_like_unit, plain_unit, split_brackets, split_known};
use super::layout::AnalyteLayout;
use super::table::{begins_like_number, is_blank};
use super::vocabulary;
use crate::error::Result;

pub(crate) use unread::{unheard, unread};

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
    pub(crate) unit_column: Option<usize>,
    pub(crate) low_column: Option<usize>,
    pub(crate) high_column: Option<usize>,
    pub(crate) range_column: Option<usize>,
    pub(crate) flag_column: Option<usize>,
}

impl WideColumn {
    /// The columns that belong to the one with its value.
    pub(crate) fn beside(&self) -> impl Iterator<Item = usize> {
        let columns = [
            self.unit_column,
            self.low_column,
            self.high_column,
            self.range_column,
            self.flag_column,
        ];
        columns.into_iter().flatten()
    }
}

/// Endings of headers of columns that belong to an analyte's column.
const LOW_WORDS: &[&str] = &[
    "low",
    "lower",
    "lln",
    "ref low",
    "min",
    "untergrenze",
    "inf",
];
const HIGH_WORDS: &[&str] = &[
    "high",
    "upper",
    "uln",
    "ref high",
    "max",
    "obergrenze",
    "sup",
];
const RANGE_WORDS: &[&str] = &[
    "range",
    "ref",
    "ref range",
    "reference",
    "reference range",
    "reference interval",
    "normal range",
    "referenzbereich",
    "normbereich",
];
const UNIT_WORDS: &[&str] = &[
    "unit", "units", "uom", "einheit", "unite", "unidad", "unita",
];
const FLAG_WORDS: &[&str] = &["flag", "abnormal flag", "abn"];

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
        return Ok(wide);
    }
    for (at, header) in seen.headers.iter().enumerate() {
        if taken[at] || columns.uses[at].role.is_some() {
            continue;
        }
        let in_codebook = codebook::analyte(header);
        // The same number twice, converted: once is enough.
        if in_codebook.is_some_and(|(name, _)| wide.iter().any(|column| column.name == name)) {
            continue;
        }
        let known = |header: &'_ str| {
            split_known(header, seen.known).map(|(name, unit)| (name.to_string(), plain_unit(unit)))
        };
        let found = in_codebook
            .map(|(name, unit)| (name.to_string(), unit.to_string()))
            .or_else(|| known(header))
            .or_else(|| known(codebook::without_prefix(header)?));
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
    for column in &mut wide {
        attach(seen, column, &mut taken);
    }
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
    Ok(WideColumn {
        value,
        name: analyte.name.clone().unwrap_or_else(|| name.to_string()),
        loinc: text(&analyte.loinc),
        unit: analyte.unit.clone().unwrap_or_else(|| plain_unit(unit)),
        specimen: text(&analyte.specimen),
        condition: text(&analyte.condition),
        low: analyte
            .low
            .as_ref()
            .map_or_else(String::new, |n| n.0.clone()),
        high: analyte
            .high
            .as_ref()
            .map_or_else(String::new, |n| n.0.clone()),
        unit_column: column(&analyte.unit_column)?,
        low_column: column(&analyte.low_column)?,
        high_column: column(&analyte.high_column)?,
        range_column: column(&analyte.range_column)?,
        flag_column: column(&analyte.flag_column)?,
    })
}

/// Finds the columns that go with an analyte's: `Sodium low`, or units under an empty header.
fn attach(seen: &Seen, column: &mut WideColumn, taken: &mut [bool]) {
    let header = seen.headers[column.value].trim().to_lowercase();
    let name = column.name.to_lowercase();
    // `ALT UNIT` beside `ALT(SGPT)`.
    let bare = name.split(['(', '[']).next().unwrap_or_default().trim();
    let mut find = |words: &[&str]| {
        let found = seen.headers.iter().enumerate().find(|(at, other)| {
            let other = other.trim().to_lowercase();
            !taken[*at]
                && [header.as_str(), &name, bare].into_iter().any(|own| {
                    other.strip_prefix(own).is_some_and(|rest| {
                        let rest = rest.trim_start_matches([' ', '_', '-', '.']);
                        words.contains(&rest.replace('_', " ").as_str())
                    })
                })
        });
        let at = found.map(|(at, _)| at);
        if let Some(at) = at {
            taken[at] = true;
        }
        at
    };
    column.unit_column = find(UNIT_WORDS);
    column.low_column = find(LOW_WORDS);
    column.high_column = find(HIGH_WORDS);
    column.range_column = find(RANGE_WORDS);
    column.flag_column = find(FLAG_WORDS);
    let next = column.value + 1;
    if column.unit_column.is_none()
        && seen
            .headers
            .get(next)
            .is_some_and(|header| is_blank(header))
        && !taken.get(next).copied().unwrap_or(true)
        && holds_units(seen, next)
    {
        taken[next] = true;
        column.unit_column = Some(next);
    }
}

/// True if the cells of a column that say something are units.
fn holds_units(seen: &Seen, column: usize) -> bool {
    let mut filled = seen
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !is_blank(cell))
        .peekable();
    filled.peek().is_some() && filled.all(looks_like_unit)
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

/// True if the first row holds the units of the columns and nothing else. They are then the
/// columns' own.
pub(crate) fn take_units_row(seen: &Seen, wide: &mut [WideColumn]) -> bool {
    let Some(row) = seen.rows.first() else {
        return false;
    };
    let cell = |at: usize| row.get(at).unwrap_or("").trim();
    let units = wide
        .iter()
        .filter(|c| looks_like_unit(cell(c.value)))
        .count();
    let all_fit = wide
        .iter()
        .all(|c| cell(c.value).is_empty() || looks_like_unit(cell(c.value)));
    // The other cells say nothing, or are a title such as "Unit".
    let rest_silent = row
        .iter()
        .enumerate()
        .filter(|(at, _)| !wide.iter().any(|c| c.value == *at))
        .all(|(_, cell)| !cell.bytes().any(|c| c.is_ascii_digit()));
    if units < 2 || !all_fit || !rest_silent {
        return false;
    }
    for column in wide.iter_mut().filter(|c| c.unit.is_empty()) {
        column.unit = cell(column.value).to_string();
    }
    true
}
