//! From a laboratory's export to [`Observation`](crate::observation::Observation)s.
//!
//! The only stage that reads files. It finds out how an export is written (encoding, delimiter,
//! header, decimal mark, which column says what), joins what stands in other files, and then gives
//! one observation after the other. It understands no result: what a value, a unit or a name means
//! is for the stages behind it. What it cannot tell, it leaves open; a wrong guess here would be a
//! wrong number on a sheet.
//!
//! An export can be read any number of times, also from standard input.

mod around;
mod cells;
mod columns;
mod companions;
pub mod date;
mod export;
mod file;
mod headers;
mod layout;
mod plain;
mod plan;
mod rows;
mod shapes;

pub(crate) use cells::every_cell::Apart;
pub use cells::every_cell::EveryCell;
pub(crate) use cells::loinc;
pub(crate) use columns::ConditionCells;
pub(crate) use columns::suspects::{answered, asks_of_sample};
pub use companions::{Companions, surgeries};
pub use date::DateOrder;
pub use export::Export;
pub(crate) use file::blocks::{Block, Extent};
pub(crate) use file::foreign;
pub use headers::role::Role;
pub use layout::{AnalyteLayout, Headers, Layout, Shape};
pub(crate) use plain::{NotedPass, NotedRow, Pass, PlainRow};
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
