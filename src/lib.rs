//! Reads laboratory exports of blood serum panels and judges every result.
#![forbid(unsafe_code)]

#[macro_use]
extern crate uom;

pub mod age;
pub mod check;
pub mod error;
pub mod import;
pub mod interpret;
pub mod interpretation;
pub mod notice;
pub mod observation;
pub mod person;
pub mod quality;
pub mod reference;
pub mod repeats;
pub mod report;
pub mod resolve;
pub mod sample;
pub mod specimen;
pub mod survey;
pub mod text;
pub mod units;
pub mod value;
