//! The command line as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use serumcheck::import::DateOrder;
use serumcheck::report::{Condition, Form, SheetForm};

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
    /// Order of day and month, where the file does not settle it
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<DateOrderArg>,
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

/// By what results are judged.
#[derive(Args)]
pub struct JudgementArgs {
    /// Bundled set of reference intervals
    #[arg(
        long,
        value_name = "NAME",
        default_value = "us",
        help_heading = "Judgement"
    )]
    pub profile: Profile,
    /// Your laboratory's own intervals, used before the profile: CSV (analyte,sex,age_from,age_below,low,high,unit) or a directory of TOML files
    #[arg(long, value_name = "PATH", help_heading = "Judgement")]
    pub ranges: Option<PathBuf>,
    /// List of critical limits; a wrong name is answered with the known ones
    #[arg(
        long,
        value_name = "NAME",
        default_value = "rcpath-2017",
        help_heading = "Judgement"
    )]
    pub critical_list: String,
    /// Add a grade of severity by this scheme (`ctcae-v5`, `ctcae-v6`, `kdigo`, `ukka`)
    #[arg(long, value_name = "SCHEME", help_heading = "Judgement")]
    pub grade: Option<String>,
    /// Add derived values (eGFR, anion gap, adjusted calcium …) after the results
    #[arg(long, help_heading = "Judgement")]
    pub derive: bool,
    /// Equation of the derived eGFR: CKD-EPI 2021, or 2009 without its ethnicity term
    #[arg(
        long,
        value_name = "YEAR",
        default_value = "2021",
        help_heading = "Judgement"
    )]
    pub egfr: Egfr,
    /// Slope of the derived adjusted calcium, mmol/L per g/L of albumin
    #[arg(long, value_name = "SLOPE", help_heading = "Judgement")]
    pub calcium_slope: Option<f64>,
    /// Albumin at which the adjusted calcium is the total one, g/L
    #[arg(long, value_name = "ALBUMIN", help_heading = "Judgement")]
    pub calcium_albumin: Option<f64>,
    /// Weight in kg of the only patient, for the Cockcroft-Gault clearance
    #[arg(long, value_name = "KG", help_heading = "Judgement")]
    pub weight: Option<f64>,
    /// Height in cm of the only patient, for the Schwartz equation
    #[arg(long, value_name = "CM", help_heading = "Judgement")]
    pub height: Option<f64>,
    /// A condition that holds for every result (`fasting`, `luteal`, `am-0800`, `pregnancy-t3` …)
    #[arg(
        long,
        value_name = "NAME",
        value_delimiter = ',',
        help_heading = "Judgement"
    )]
    pub condition: Vec<String>,
    /// Analyzer family of serum indices that have no unit: what a bare H, I or L means
    #[arg(long, value_name = "FAMILY", help_heading = "Judgement")]
    pub index_platform: Option<IndexPlatform>,
    /// Say which results differ from the patient's previous sample by more than analysis and biology do
    #[arg(long, help_heading = "Judgement")]
    pub changes: bool,
    /// Everyone is 18 or older, where the age is not known
    #[arg(long, help_heading = "Judgement")]
    pub adults: bool,
    /// Sex of everyone in the export, where a row does not say
    #[arg(long, value_name = "SEX", help_heading = "Judgement")]
    pub sex: Option<SexArg>,
    /// Age of everyone in the export, where a row does not say (`44`, `6 mo`, `12 d`)
    #[arg(long, value_name = "AGE", help_heading = "Judgement")]
    pub age: Option<String>,
}

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
    /// ASA grade of the patient, 1 to 4
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=4), help_heading = "Surgery")]
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
    #[arg(
        long = "for",
        value_name = "NAME",
        required_unless_present = "workup",
        help_heading = "Work-up"
    )]
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

#[derive(Clone, Copy, ValueEnum)]
pub enum DateOrderArg {
    /// Day first: 31/12/2026
    Dmy,
    /// Month first: 12/31/2026
    Mdy,
}

impl From<DateOrderArg> for DateOrder {
    fn from(order: DateOrderArg) -> DateOrder {
        match order {
            DateOrderArg::Dmy => DateOrder::DayFirst,
            DateOrderArg::Mdy => DateOrder::MonthFirst,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum SexArg {
    #[value(alias = "f")]
    Female,
    #[value(alias = "m")]
    Male,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Profile {
    /// Adults ABIM, children Mayo and ARUP, pregnancy its own sources
    Us,
    /// Pathology Harmony and UK laboratories
    Uk,
    /// Harmonized intervals of Australia and New Zealand
    Anz,
    /// NORIP, as laboratories print it
    Nordic,
}

impl Profile {
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Us => "us",
            Profile::Uk => "uk",
            Profile::Anz => "anz",
            Profile::Nordic => "nordic",
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum IndexPlatform {
    /// cobas: 1 unit is 1.0-1.25 mg/dL of hemoglobin
    Roche,
    /// ARCHITECT, Alinity: mg/dL, or 1+ to 4+ (unsourced bands)
    Abbott,
    /// AU: grades N, 1 to 5
    Beckman,
    /// ADVIA 2400: plus signs
    Siemens,
}

impl IndexPlatform {
    pub fn as_str(self) -> &'static str {
        match self {
            IndexPlatform::Roche => "roche",
            IndexPlatform::Abbott => "abbott",
            IndexPlatform::Beckman => "beckman",
            IndexPlatform::Siemens => "siemens",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Egfr {
    /// CKD-EPI 2021, without race
    #[value(name = "2021")]
    CkdEpi2021,
    /// CKD-EPI 2009, without its ethnicity term
    #[value(name = "2009")]
    CkdEpi2009,
}
