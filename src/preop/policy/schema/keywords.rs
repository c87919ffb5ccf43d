//! The words that a policy chooses from: how large a surgery is, what is recommended, what follows.

use serde::Deserialize;

/// How large the surgery is, in the grades of NICE NG45.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum SurgeryGrade {
    /// Minor.
    Minor,
    /// Intermediate.
    Intermediate,
    /// Major or complex.
    Major,
}

impl SurgeryGrade {
    /// `minor`, `intermediate` or `major`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            SurgeryGrade::Minor => "minor",
            SurgeryGrade::Intermediate => "intermediate",
            SurgeryGrade::Major => "major",
        }
    }
}

/// What a guideline recommends of a group of tests.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Recommendation {
    /// Do it.
    Yes,
    /// Consider it, under its condition.
    Consider,
    /// Do not do it routinely.
    No,
    /// Ask first; test with consent.
    Ask,
}

impl Recommendation {
    /// `yes`, `consider`, `no` or `ask`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Recommendation::Yes => "yes",
            Recommendation::Consider => "consider",
            Recommendation::No => "no",
            Recommendation::Ask => "ask",
        }
    }
}

/// What follows from a crossed limit, the gravest last.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Recorded.
    Note,
    /// Treatable before the date.
    Optimize,
    /// The anaesthetist looks at it before the date.
    Review,
    /// Phone now.
    Stop,
}

impl Tier {
    /// `note`, `optimize`, `review` or `stop`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Note => "note",
            Tier::Optimize => "optimize",
            Tier::Review => "review",
            Tier::Stop => "stop",
        }
    }
}
