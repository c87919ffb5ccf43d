//! From a laboratory's export to [`Observation`](crate::observation::Observation)s.
//!
//! The only stage that reads files. It finds out how an export is written (encoding, delimiter,
//! header, decimal mark, which column says what), joins what stands in other files, and then gives
//! one observation after the other. It understands no result: what a value, a unit or a name means
//! is for the stages behind it. What it cannot tell, it leaves open; a wrong guess here would be a
//! wrong number on a sheet.
//!
//! An export can be read any number of times, also from standard input.

mod above;
mod age_and_sex;
mod asked;
mod beyond;
mod blocks;
mod codebook;
mod columns;
mod companions;
pub mod date;
mod day_and_time;
mod decode;
mod dialect;
mod encoding;
mod every_cell;
mod export;
mod flag_signs;
mod fluid;
mod footer;
pub(crate) mod foreign;
mod formula_cells;
mod groups;
mod header_again;
mod header_unit;
mod layout;
pub(crate) mod loinc;
mod narrow;
mod numbers;
mod of_whom;
mod opening;
mod plain;
mod plan;
mod pregnant;
mod quotes;
mod role;
mod rows;
mod sex;
mod sheet;
mod source;
mod standing;
mod status;
mod table;
mod two_names;
mod vocabulary;
mod wide;

pub(crate) use blocks::{Block, Extent};
pub(crate) use columns::ConditionCells;
pub(crate) use columns::suspects::{answered, asks_of_sample};
pub use companions::{Companions, surgeries};
pub use date::DateOrder;
pub(crate) use every_cell::Apart;
pub use every_cell::EveryCell;
pub use export::Export;
pub use layout::{AnalyteLayout, Headers, Layout, Shape};
pub(crate) use plain::{NotedPass, NotedRow, Pass, PlainRow};
pub use role::Role;
pub use rows::Rows;
pub(crate) use rows::Unknown;

/// What the user says about an export.
pub struct ImportOptions<'a> {
    /// Layout; overrides detection field by field.
    pub layout: Option<Layout>,
    /// Encoding, for a file that is not UTF-8 and has no mark; before that of the layout.
    pub encoding: Option<String>,
    /// Order of day, month and year; before that of the layout.
    pub date_order: Option<DateOrder>,
    /// Whether a text is a name of an analyte, exactly.
    pub known_analyte: &'a (dyn Fn(&str) -> bool + Sync),
    /// True for two names that cannot mean the same.
    pub names_differ: &'a (dyn Fn(&str, &str) -> bool + Sync),
}

#[cfg(test)]
mod tests;
