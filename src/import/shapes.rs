//! Exports whose rows hold more than one result: a column for each analyte, a column for each date, or groups of columns.

pub(in crate::import) mod groups;
pub(in crate::import) mod sheet;
pub(in crate::import) mod wide;
