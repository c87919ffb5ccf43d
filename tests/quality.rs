//! What the quality of a sample makes of its results, in tables that a clinical chemist can read.
//!
//! A panel is written as `K 4.1 mmol/L; H-index 200 mg/dL`: name, value, unit of each row of one tube.
//! An expectation is `K: indeterminate hemolysis-raises masked-low-possible`: what becomes of a result.

#[path = "quality/bench.rs"]
mod bench;
#[path = "quality/hemolysis.rs"]
mod hemolysis;
#[path = "quality/icterus_lipemia.rs"]
mod icterus_lipemia;
#[path = "quality/order.rs"]
mod order;
#[path = "quality/patterns.rs"]
mod patterns;
#[path = "quality/platforms.rs"]
mod platforms;
#[path = "quality/previous.rs"]
mod previous;
#[path = "quality/table.rs"]
mod table;
