//! How an export is written: where its bytes come from and whether they are a text, its encoding and its letters,
//! what separates its cells, its records, and blocks of them.

pub(in crate::import) mod blocks;
pub(in crate::import) mod decode;
pub(in crate::import) mod dialect;
pub(in crate::import) mod encoding;
pub(crate) mod foreign;
pub(in crate::import) mod formula_cells;
pub(in crate::import) mod narrow;
pub(in crate::import) mod opening;
pub(in crate::import) mod quotes;
pub(in crate::import) mod source;
pub(in crate::import) mod table;
