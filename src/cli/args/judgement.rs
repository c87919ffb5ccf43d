//! What results are held against, as typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

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
    /// Slope of the derived adjusted calcium, mmol/L per g/L of albumin (0.02)
    #[arg(long, value_name = "SLOPE", help_heading = "Judgement")]
    pub calcium_slope: Option<f64>,
    /// Albumin at which the adjusted calcium is the total one, g/L (40)
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
pub enum Egfr {
    /// CKD-EPI 2021, without race
    #[value(name = "2021")]
    CkdEpi2021,
    /// CKD-EPI 2009, without its ethnicity term
    #[value(name = "2009")]
    CkdEpi2009,
}
