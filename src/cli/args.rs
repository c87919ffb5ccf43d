//! The command line as typed.

use std::path::PathBuf;

mod import;
mod judgement;
mod sheets;

use clap::{Args, Parser, Subcommand, ValueEnum};
use serumcheck::report::{Condition, Form};

pub use import::ImportArgs;
pub use judgement::{Egfr, JudgementArgs, Profile, SexArg};
pub use sheets::{GradeArg, PreopArgs, ReviewArgs, ReviewCondition, SheetCondition};

const EXAMPLES: &str = "\
Examples:
  serumcheck check results.csv                        every result, with its flag and interval
  serumcheck check --abnormal results.csv             only what needs attention
  serumcheck check results.csv --to csv -o out.csv    for a program
  serumcheck check labs.csv --codes items.csv         local item codes joined to names
  serumcheck preop results.csv --surgery-date 2026-12-01 --surgery-grade major --asa 2
                                                      the pre-operative review sheet
  serumcheck review results.csv --for hair-loss       what a work-up asks for, and what is there of it
  serumcheck layout results.csv                       what was detected, and why
  serumcheck explain masked-low-possible              what a notice means
  serumcheck explain potassium                        intervals, units and sources
  serumcheck explain results.csv --line 12            how one result came to its flag
  serumcheck convert 90 mg/dL glucose --to mmol/L     with the factor and its origin
  serumcheck ranges check our-ranges.csv              is a laboratory's own table sound?

Exit status:
  0  the run worked, whatever the results are
  1  it worked, and a condition named with --fail-on was met
  2  it could not be done

An aid to review, not a diagnosis: a clinician decides.";

/// Check blood serum results against sourced reference intervals
#[derive(Parser)]
#[command(version, about, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Flag every result, and mark each one that its sample makes untrustworthy
    Check(CheckArgs),
    /// Make the pre-operative review sheet of each patient
    Preop(PreopArgs),
    /// Hold each patient's results against a work-up (hair loss, acne and hirsutism, itch)
    Review(ReviewArgs),
    /// Show how a file is read, and write a layout file to edit
    Layout(LayoutArgs),
    /// Explain an analyte (its intervals, units, sources), a notice code, or one line of a file
    Explain(ExplainArgs),
    /// Convert a value between units: 90 mg/dL glucose --to mmol/L
    Convert(ConvertArgs),
    /// List, check or export the reference data
    Ranges(RangesArgs),
}

#[derive(Args)]
pub struct CheckArgs {
    /// Exports to read; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "schema")]
    pub files: Vec<PathBuf>,

    #[command(flatten)]
    pub import: ImportArgs,

    /// How to print the results
    #[arg(
        long,
        value_name = "FORM",
        default_value = "table",
        help_heading = "Output"
    )]
    pub to: Form,
    /// Write to a file instead of standard output; nothing half-written survives a crash
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Only what needs attention: outside, critical, spoiled, or not judged for a grave reason
    #[arg(short, long, help_heading = "Output")]
    pub abnormal: bool,
    /// In CSV, neutralize cells that a spreadsheet would run as a formula
    #[arg(long, help_heading = "Output")]
    pub spreadsheet: bool,
    /// Exit with 1 if such a result is there; may be repeated
    #[arg(
        long,
        value_name = "CONDITION",
        value_delimiter = ',',
        help_heading = "Output"
    )]
    pub fail_on: Vec<Condition>,
    /// When to use color
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    pub color: When,
    /// Threads to work on; without it as many as there are processors. The results are the same
    #[arg(long, value_name = "N", help_heading = "Output")]
    pub threads: Option<std::num::NonZeroU16>,
    /// Print the JSON Schema of `--to json` and `--to jsonl`, and stop
    #[arg(long, help_heading = "Output")]
    pub schema: bool,

    #[command(flatten)]
    pub judgement: JudgementArgs,
}

#[derive(Args)]
pub struct LayoutArgs {
    /// The export to look at; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub import: ImportArgs,
    /// Write a layout file to edit
    #[arg(short, long, value_name = "LAYOUT")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub struct ExplainArgs {
    /// An analyte (`potassium`, `Kalium`, `2823-3`), a notice code (`unit-missing`), or with --line a file
    #[arg(value_name = "WHAT", required_unless_present = "list")]
    pub what: Option<String>,
    /// List every analyte and every notice code
    #[arg(long)]
    pub list: bool,
    /// Explain the results on this line of the file WHAT: the whole path, as check takes it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub line: Option<u64>,

    #[command(flatten)]
    pub import: ImportArgs,
    #[command(flatten)]
    pub judgement: JudgementArgs,
}

#[derive(Args)]
pub struct ConvertArgs {
    /// Value, unit and analyte: `90 mg/dL glucose`
    #[arg(value_name = "WORD", required = true, num_args = 1.., allow_negative_numbers = true)]
    pub words: Vec<String>,
    /// Unit to convert to; without it, all usual units of the analyte
    #[arg(long, value_name = "UNIT")]
    pub to: Option<String>,
}

#[derive(Args)]
pub struct RangesArgs {
    #[command(subcommand)]
    pub command: RangesCommand,
}

#[derive(Subcommand)]
pub enum RangesCommand {
    /// List every analyte with the number of its intervals in each profile
    List,
    /// Check reference data: ours, or a laboratory's (a directory of TOML files, or a CSV file)
    #[command(after_help = "Exit status: 0 nothing wrong, 1 errors found, 2 it could not be read")]
    Check {
        /// Directory, TOML or CSV file; without it, the bundled data
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,
    },
    /// Write the intervals as CSV, which --ranges reads back
    Export {
        /// Only the rows of this profile
        #[arg(long, value_name = "NAME")]
        profile: Option<Profile>,
        /// Write to a file instead of standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}
