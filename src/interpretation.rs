//! One judged result: what every report prints.

use rust_decimal::Decimal;

use crate::derive::Derivation;
use crate::grade::Grade;
use crate::notice::{Code, Notices};
use crate::observation::Observation;
use crate::person::Person;
use crate::quality::{Interference, SampleHemolysis};
use crate::reference::{Analyte, CriticalLimit, Interval};
use crate::specimen::Specimen;
use crate::value::{Comparator, Reading};

/// One result, judged. Plain data: reports read it, nothing changes it any more.
#[derive(Clone, Debug)]
pub struct Interpretation<'a> {
    /// The result as reported.
    pub observation: Observation<'a>,
    /// The analyte, if the name, code or LOINC code is known.
    pub analyte: Option<&'a Analyte>,
    /// Specimen as stated, or as taken (then with `specimen-assumed`).
    pub specimen: Specimen,
    /// Condition of collection that its name or code states (`fasting`, `random`).
    pub condition: Option<&'a str>,
    /// What the value cell says.
    pub reading: Reading<'a>,
    /// Unit the value was read in (UCUM); empty if there is none or it is not known.
    pub unit: &'a str,
    /// The value in the analyte's canonical unit.
    pub canonical: Option<Canonical<'a>>,
    /// The limits that judged the result.
    pub limits: Option<Limits<'a>>,
    /// HL7 flag.
    pub flag: Option<Flag>,
    /// The laboratory's own flag, understood.
    pub reported_flag: ReportedFlag,
    /// The critical limit that was reached.
    pub critical: Option<CriticalCall<'a>>,
    /// May this number be used?
    pub usability: Option<Usability>,
    /// What is known of hemolysis in this sample.
    pub hemolysis: SampleHemolysis,
    /// What is known of icterus.
    pub icterus: Interference,
    /// What is known of lipemia.
    pub lipemia: Interference,
    /// Patterns across the sample's results that make it suspect, whether or not they touch this one.
    pub patterns: Vec<Code>,
    /// Who the result is from.
    pub person: Person,
    /// How it was derived; none for a reported result.
    pub derived: Option<Derivation>,
    /// Its grade by the scheme that was asked for; none without one.
    pub grade: Option<Grade<'a>>,
    /// Notices, in the order they arose.
    pub notices: Notices,
}

impl<'a> Interpretation<'a> {
    /// A result before anything is judged: nothing is known of its sample and its person.
    #[must_use]
    pub(crate) fn unjudged(observation: Observation<'a>, reading: Reading<'a>) -> Self {
        Interpretation {
            observation,
            analyte: None,
            specimen: Specimen::Unstated,
            condition: None,
            reading,
            unit: "",
            canonical: None,
            limits: None,
            flag: None,
            reported_flag: ReportedFlag::None,
            critical: None,
            usability: None,
            hemolysis: SampleHemolysis::default(),
            icterus: Interference::default(),
            lipemia: Interference::default(),
            patterns: Vec::new(),
            person: Person::default(),
            derived: None,
            grade: None,
            notices: Notices::default(),
        }
    }
}

/// A value in the canonical unit of its analyte.
#[derive(Clone, Debug, PartialEq)]
pub struct Canonical<'a> {
    /// `<`, `<=`, `>`, `>=` of a censored value.
    pub comparator: Option<Comparator>,
    /// The number.
    pub value: f64,
    /// Its shortest decimal, at most 12 significant digits, without the comparator.
    pub text: String,
    /// Canonical unit, UCUM.
    pub unit: &'a str,
}

/// Limits that judged a result, in the unit in which they are stated.
#[derive(Clone, Debug)]
pub struct Limits<'a> {
    /// Lower limit.
    pub low: Option<Limit>,
    /// Upper limit.
    pub high: Option<Limit>,
    /// Unit of both: as printed for a report's interval, UCUM for a bundled one.
    pub unit: &'a str,
    /// Whose interval it is.
    pub source: RangeSource<'a>,
    /// The rows of the reference data behind it; more than one where sex or age leaves several open
    /// and all give the same answer. Empty for a report's interval.
    pub rows: Vec<&'a Interval>,
    /// `low` and `high` in the canonical unit, for drawing; absent where they cannot be converted.
    pub canonical: Option<(Option<f64>, Option<f64>)>,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The limit.
    pub value: Decimal,
    /// True if a value on the limit is inside.
    pub inclusive: bool,
}

/// Whose interval judged a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeSource<'a> {
    /// Printed on the report.
    Report,
    /// The user's laboratory file.
    Lab,
    /// A bundled profile.
    Profile(&'a str),
}

impl RangeSource<'_> {
    /// `report`, `lab` or the profile's name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            RangeSource::Report => "report",
            RangeSource::Lab => "lab",
            RangeSource::Profile(name) => name,
        }
    }
}

/// HL7 flag of a judged result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    /// At or below a critical limit.
    CriticalLow,
    /// Below the interval.
    Low,
    /// Inside the interval.
    Normal,
    /// Above the interval.
    High,
    /// At or above a critical limit.
    CriticalHigh,
}

impl Flag {
    /// `LL`, `L`, `N`, `H` or `HH`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Flag::CriticalLow => "LL",
            Flag::Low => "L",
            Flag::Normal => "N",
            Flag::High => "H",
            Flag::CriticalHigh => "HH",
        }
    }

    /// -1 below, 0 inside, 1 above.
    #[must_use]
    pub fn direction(self) -> i8 {
        match self {
            Flag::CriticalLow | Flag::Low => -1,
            Flag::Normal => 0,
            Flag::High | Flag::CriticalHigh => 1,
        }
    }

    /// True for `LL` and `HH`.
    #[must_use]
    pub fn is_critical(self) -> bool {
        matches!(self, Flag::CriticalLow | Flag::CriticalHigh)
    }
}

/// The laboratory's own flag, as far as it has a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportedFlag {
    /// No flag in the export.
    #[default]
    None,
    /// Said to be inside.
    Normal,
    /// Said to be low, perhaps critically.
    Low,
    /// Said to be high, perhaps critically.
    High,
    /// Flagged without a direction ("abnormal", "delta", "A", or a word this program does not know).
    NoDirection,
}

/// May a number be used? Independent of its flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Usability {
    /// Nothing speaks against it.
    Usable,
    /// Usable with a remark.
    Caution,
    /// The conclusion at hand cannot be drawn from it.
    Indeterminate,
    /// Must not be used.
    Unusable,
}

impl Usability {
    /// `usable`, `caution`, `indeterminate` or `unusable`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Usability::Usable => "usable",
            Usability::Caution => "caution",
            Usability::Indeterminate => "indeterminate",
            Usability::Unusable => "unusable",
        }
    }
}

/// A critical limit that was reached.
#[derive(Clone, Debug)]
pub struct CriticalCall<'a> {
    /// The line of the list.
    pub limit: &'a CriticalLimit,
    /// True for the high side.
    pub high: bool,
    /// The limit itself, in `unit`; `inclusive` means that a value on it is critical.
    pub reached: Limit,
    /// Unit of the limit, UCUM.
    pub unit: &'a str,
}

impl CriticalCall<'_> {
    /// The multiple of an upper limit that was reached; none where the limit is a number of the list itself.
    pub(crate) fn multiple(&self) -> Option<Limit> {
        let is_own = self.limit.stated.high == Some(self.reached);
        self.limit.high_uln.filter(|_| self.high && !is_own)
    }
}
