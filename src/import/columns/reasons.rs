//! Why a column has the role that it has, or none: what the description of a file says, and what later looks go by.

use super::ColumnUse;

/// Why a column of names is not used.
pub(crate) const NAME_BESIDE: &str = "a name, beside a number of the patient";

/// Why a column with an unknown header is not used.
pub(crate) const UNKNOWN: &str = "not a word that is known";

/// Why a column of numbers beside one limit is not used.
pub(crate) const PERHAPS_LIMIT: &str = "may be the other limit of the one beside it";
/// Why several columns of units are not used.
pub(crate) const PERHAPS_UNIT: &str = "another column of units says something else";
/// Why a column of an age is not used.
pub(crate) const OTHER_AGE: &str = "another column gives the age";

/// Why a column with the least or the most of something is not used.
pub(crate) const OF_A_SERIES: &str = "the least or the most of a series of results, and no limit";

/// Why a column is used that the user names.
pub(crate) const STATED: &str = "named in the layout";

/// Why a column with a known header is not used that depends on its cells.
pub(crate) const MISFIT: &str = "its cells do not fit its header";

pub(super) fn unused(why: &str) -> ColumnUse {
    ColumnUse {
        role: None,
        reason: why.to_string(),
    }
}
