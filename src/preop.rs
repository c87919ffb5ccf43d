//! The pre-operative review sheet: from judged results to what stops the list tomorrow.
//!
//! Results of all files are gathered by patient ([`Gatherer`]), held against a [`Policy`] that a site
//! owns, and become one [`Sheet`] each. Nothing here reads or writes; nothing here corrects a value,
//! names a dose or calls anyone fit.

mod apart;
mod asides;
mod assess;
mod context;
pub(crate) mod course;
pub(crate) mod crossing;
pub(crate) mod entry;
mod gather;
mod indicated;
pub(crate) mod item;
mod laboratory;
pub(crate) mod limits;
mod needed;
mod plan;
pub mod policy;
mod replaced;
pub(crate) mod results;
mod samples;
pub mod sheet;
pub(crate) mod times;
mod unread;
mod verdict;
pub(crate) mod who;
mod window;
mod words;

pub use assess::sheet;
pub use gather::{Gatherer, Patient, fold_id};
pub use plan::{Plan, Surgeries};
pub use policy::Policy;
pub use sheet::{Provenance, Sheet};
