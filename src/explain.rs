//! Explanations: what an analyte, a notice or one result means, and what each answer rests on.
//!
//! Pages are plain text for a clinician to read, wrapped to a width; only headings are bold, and
//! only where asked. Nothing here judges: results are explained as [`crate::check`] judged them.

mod analyte;
mod cannot;
mod effects;
mod intervals;
mod page;
mod policy;
mod result;
mod topic;
pub mod words;

pub use page::{Look, Page};
pub use result::line;
pub use topic::{list, topic};
pub(crate) use topic::{settles, unknown as unknown_name};
