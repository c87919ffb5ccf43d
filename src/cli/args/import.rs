//! How files are read, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serumcheck::import::DateOrder;

/// How files are read.
#[derive(Args)]
pub struct ImportArgs {
    /// How the export is laid out (TOML); overrides what is detected, field by field
    #[arg(long, value_name = "FILE")]
    pub layout: Option<PathBuf>,
    /// Joins local item codes to names, LOINC codes and fluids; may be repeated
    #[arg(long, value_name = "FILE")]
    pub codes: Vec<PathBuf>,
    /// Joins sex and birth date or age; repeat it to chain identifiers (admission to patient)
    #[arg(long, value_name = "FILE")]
    pub patients: Vec<PathBuf>,
    /// Encoding of a file that is not UTF-8 (`windows-1252`, `iso-8859-15`, `utf-16le` …)
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Order of day and month, and of a year with two digits, where the file does not settle it
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<DateOrderArg>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum DateOrderArg {
    /// Day first: 31/12/2026
    Dmy,
    /// Month first: 12/31/2026
    Mdy,
    /// Year first: 26-12-31
    Ymd,
}

impl From<DateOrderArg> for DateOrder {
    fn from(order: DateOrderArg) -> DateOrder {
        match order {
            DateOrderArg::Dmy => DateOrder::DayFirst,
            DateOrderArg::Mdy => DateOrder::MonthFirst,
            DateOrderArg::Ymd => DateOrder::YearFirst,
        }
    }
}
