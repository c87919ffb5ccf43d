//! The sheets of patients, before surgery and by work-up, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serumcheck::import::surgeries::asa_grade;
use serumcheck::report::SheetForm;

use super::{ImportArgs, JudgementArgs, When};

#[derive(Args)]
pub struct PreopArgs {
    /// Exports to read; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["example_policy", "schema"])]
    pub files: Vec<PathBuf>,

    /// Day of surgery, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = "Surgery")]
    pub surgery_date: Option<jiff::civil::Date>,
    /// How large the surgery is, as NICE NG45 grades it
    #[arg(long, value_name = "GRADE", help_heading = "Surgery")]
    pub surgery_grade: Option<GradeArg>,
    /// ASA grade of the patient, 1 to 4 or I to IV
    #[arg(long, value_name = "N", value_parser = asa, help_heading = "Surgery")]
    pub asa: Option<u8>,
    /// The procedure in words, for the head of the sheet
    #[arg(long, value_name = "TEXT", help_heading = "Surgery")]
    pub procedure: Option<String>,
    /// What is known of the patient (`diabetes`, `diuretic`, `ckd` …); `no-diabetes` where it was asked and denied
    #[arg(
        long,
        value_name = "NAME",
        value_delimiter = ',',
        help_heading = "Surgery"
    )]
    pub context: Vec<String>,
    /// List of patients, each with its own surgery: patient, surgery_date, procedure, surgery_grade, asa, context
    ///
    /// Whom it does not name gets no sheet. How many they are is said, and how many of them have a result to phone
    /// about now.
    #[arg(long, value_name = "FILE", help_heading = "Surgery")]
    pub surgeries: Option<PathBuf>,
    /// The site's own policy (TOML); without it, the bundled example
    #[arg(long, value_name = "FILE", help_heading = "Surgery")]
    pub policy: Option<PathBuf>,
    /// Print the bundled example policy, to copy and change, and stop
    #[arg(long, help_heading = "Surgery")]
    pub example_policy: bool,
    /// The day that counts as today, to make an old sheet again
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = "Surgery")]
    pub today: Option<jiff::civil::Date>,

    /// How to print the sheets
    #[arg(
        long,
        value_name = "FORM",
        default_value = "text",
        help_heading = "Output"
    )]
    pub to: SheetForm,
    /// Write to a file instead of standard output; nothing half-written survives a crash
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Exit with 1 if such a sheet is there; may be repeated
    ///
    /// A stop counts for `stop` and `review` also in a patient whom the list of `--surgeries` does not name and who
    /// gets no sheet.
    #[arg(
        long,
        value_name = "CONDITION",
        value_delimiter = ',',
        help_heading = "Output"
    )]
    pub fail_on: Vec<SheetCondition>,
    /// Print the JSON Schema of `--to json`, and stop
    #[arg(long, help_heading = "Output")]
    pub schema: bool,
    /// When to use color
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    pub color: When,

    #[command(flatten)]
    pub import: ImportArgs,
    #[command(flatten)]
    pub judgement: JudgementArgs,
}

/// A day as the command line takes it. No other order is guessed: 01/12/2026 is two days of the year.
fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.trim()
        .parse()
        .map_err(|_| "write the day as year-month-day: 2026-12-01".to_string())
}

/// An ASA grade as the list of surgeries takes it.
fn asa(text: &str) -> Result<u8, String> {
    let advice = "write 1, 2, 3 or 4";
    match asa_grade(text) {
        Ok(Some(grade)) => Ok(grade),
        Ok(None) => Err(advice.to_string()),
        Err(problem) => Err(format!("{problem}: {advice}")),
    }
}

/// What may end a run of sheets with 1.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SheetCondition {
    /// Something to phone about now
    Stop,
    /// Something for the anaesthetist, or to optimize
    Review,
    /// Something missing, expired, unusable or unclear
    Incomplete,
}

#[derive(Args)]
#[command(after_help = "\
A work-up says which tests one question asks for; it judges nobody. The bundled ones are examples that
a clinic must own: `serumcheck review --for hair-loss --example-workup > ours.toml`, change it, check it with
`serumcheck ranges check ours.toml`, and give it with --workup.")]
pub struct ReviewArgs {
    /// Exports to read; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "example_workup")]
    pub files: Vec<PathBuf>,

    /// Bundled work-up: hair-loss, acne-hirsutism or pruritus
    #[arg(long = "for", value_name = "NAME", help_heading = "Work-up")]
    pub name: Option<String>,
    /// The clinic's own work-up (TOML)
    #[arg(long, value_name = "FILE", help_heading = "Work-up")]
    pub workup: Option<PathBuf>,
    /// Print the bundled work-up of this name, to copy and change, and stop
    #[arg(long, help_heading = "Work-up")]
    pub example_workup: bool,
    /// The day that stands on the sheet as the one on which it was made
    #[arg(long, value_name = "DATE", help_heading = "Work-up")]
    pub today: Option<jiff::civil::Date>,

    /// How to print the reviews
    #[arg(
        long,
        value_name = "FORM",
        default_value = "text",
        help_heading = "Output"
    )]
    pub to: SheetForm,
    /// Write to a file instead of standard output; nothing half-written survives a crash
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Exit with 1 if there is such a result, or lack; may be repeated
    #[arg(
        long,
        value_name = "CONDITION",
        value_delimiter = ',',
        help_heading = "Output"
    )]
    pub fail_on: Vec<ReviewCondition>,
    /// When to use color
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    pub color: When,

    #[command(flatten)]
    pub import: ImportArgs,
    #[command(flatten)]
    pub judgement: JudgementArgs,
}

/// What may end a run of reviews with 1.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReviewCondition {
    /// A critical result of any analyte in the file, also where its sample leaves it in doubt
    Critical,
    /// A test of the work-up outside its limits
    Abnormal,
    /// A core test of the work-up that is not in the file, or has no result
    Missing,
    /// A test of the work-up whose sample is not usable
    Unusable,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum GradeArg {
    /// Excising a skin lesion, draining an abscess
    Minor,
    /// Inguinal hernia, tonsillectomy, knee arthroscopy
    Intermediate,
    /// Major or complex: hysterectomy, joint replacement, colonic resection
    Major,
}
