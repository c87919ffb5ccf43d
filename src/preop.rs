//! The pre-operative review sheet: from judged results to what stops the list tomorrow.
//!
//! Results of all files are gathered by patient ([`Gatherer`]), held against a [`Policy`] that a site
//! owns, and become one [`Sheet`] each. Nothing here reads or writes; nothing here corrects a value,
//! names a dose or calls anyone fit.

mod assess;
mod context;
mod course;
mod crossing;
mod entry;
mod gather;
mod indicated;
mod item;
mod limits;
mod needed;
mod plan;
pub mod policy;
mod results;
mod samples;
pub mod sheet;
mod verdict;
mod window;

pub use assess::sheet;
pub use gather::{Gatherer, Patient};
pub use plan::{Plan, Surgeries};
pub use policy::Policy;
pub use sheet::{Provenance, Sheet};
