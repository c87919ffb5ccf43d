//! What a row does not say itself: lines above the header and among the rows say it of all of them, or of those that
//! follow, lines that are no rows are told apart, and many rows together tell of whom a file is.

pub(in crate::import) mod above;
pub(in crate::import) mod footer;
pub(in crate::import) mod header_again;
pub(in crate::import) mod of_whom;
pub(in crate::import) mod two_names;
