//! Reads laboratory exports of blood serum panels, brings every result to one unit, judges it against
//! a *sourced* reference interval for that person, and says which results the sample's own quality
//! makes untrustworthy.
//!
//! ```
//! use serumcheck::{Flag, Interpreter, Observation};
//!
//! let interpreter = Interpreter::bundled()?;
//! let sodium = interpreter.interpret(Observation {
//!     name: "Natrium", value: "128", unit: "mmol/l", age: "61", ..Observation::default()
//! });
//! assert_eq!(sodium.flag, Some(Flag::Low));
//! # Ok::<(), serumcheck::Error>(())
//! ```
//!
//! # Overview
//! [`Interpreter`] is the entry: [`Interpreter::interpret`] for one result,
//! [`Interpreter::results`] for an export. Everything a report prints is in [`Interpretation`]:
//! plain public data. What there is to say about the data is a [`Notice`](notice::Code), never an error;
//! an [`Error`] is about the run.
//!
//! The modules are the stages of the way of a result:
//! [`import`] → [`observation`] → [`value`] and [`resolve`] → [`quality`] → [`interpret`] →
//! [`interpretation`] → [`report`], over the data in [`mod@reference`].
//!
//! # What it does not do
//! It does not diagnose, clear anybody for surgery, correct a value, guess a unit, a sex or an age, or
//! print a dose. It reads delimited text; HL7 v2, FHIR and spreadsheets are not read yet.
//!
//! # Features
//! `cli` (default) builds the command-line program. Switch it off when embedding the library.
#![forbid(unsafe_code)]

#[macro_use]
extern crate uom;

/// A file of `reference_ranges/`, as the build wrote it.
macro_rules! bundled {
    ($path:literal) => {
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/", $path, ".json")))
    };
}

#[macro_use]
pub mod units;

pub mod age;
pub mod check;
pub mod convert;
mod crew;
pub mod derive;
pub mod error;
pub mod explain;
pub mod grade;
pub mod import;
pub mod interpret;
pub mod interpretation;
mod interpreter;
mod memory;
pub mod notice;
pub mod observation;
pub mod person;
pub mod preop;
pub mod quality;
pub mod reference;
pub mod repeats;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod sample;
pub mod specimen;
mod spill;
pub mod survey;
pub mod text;
pub mod value;
pub mod workup;

pub use error::{Error, Result};
pub use interpretation::{Flag, Interpretation, Usability};
pub use interpreter::Interpreter;
pub use observation::{Observation, PrintedLimits};
pub use rules::Options;
pub use specimen::Specimen;
