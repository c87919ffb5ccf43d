//! What is missing for the shape that a layout states.

use crate::error::Error;
use crate::import::columns::{Columns, Seen};
use crate::import::headers::role::Role;

/// What is missing for a long export, if the layout says that it is one.
pub(super) fn lacks_columns(seen: &Seen, columns: &Columns) -> Error {
    let missing = match columns.has(Role::Value) {
        true => "a column with the name, code or LOINC of the analyte",
        false => "a column with the result",
    };
    Error::new(
        seen.file,
        format!("the layout says shape = \"long\", but {missing} is missing"),
        "name it under [columns]",
    )
    .at(seen.header_line)
}

/// What is missing for a cumulative sheet, if the layout says that the file is one.
pub(super) fn lacks_dates(seen: &Seen) -> Error {
    Error::new(
        seen.file,
        "the layout says shape = \"cumulative\", but the header has no dates, or none of the other columns names the analyte",
        "name the column of the analytes under [columns]; the header of each column of results is a date",
    )
    .at(seen.header_line)
}
