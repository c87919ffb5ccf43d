//! The pre-operative review: what a sheet holds.

/// The policy by which results are held against limits.
pub mod policy {
    pub mod schema;
}
pub mod sheet;
