//! What a header says: the role of its column, an analyte, a unit. What it says of none of these is for its cells to tell.

pub(in crate::import) mod codebook;
pub(in crate::import) mod header_unit;
pub(in crate::import) mod role;
pub(in crate::import) mod vocabulary;
