//! Roles of columns: what a column of an export says about a result.

use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($variant:ident, $word:literal, $meaning:literal;)+) => {
        /// What a column says. Each role but a few fills the field of
        /// [`Observation`](crate::observation::Observation) of the same name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Role {
            $(#[doc = $meaning] #[serde(rename = $word)] $variant,)+
        }

        impl Role {
            /// Every role, in the order in which a layout lists them.
            pub const ALL: &'static [Role] = &[$(Role::$variant),+];

            /// The word for it in a layout file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Role::$variant => $word,)+ }
            }

            /// What a column in this role says.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Role::$variant => $meaning,)+ }
            }
        }
    };
}

roles! {
    Patient, "patient", "Patient identifier.";
    Sample, "sample", "Sample or accession number.";
    Collected, "collected", "When the sample was collected.";
    CollectedTime, "collected_time", "Time of collection, where day and time have columns of their own.";
    Received, "received", "When the laboratory received the sample.";
    Reported, "reported", "When the result was reported.";
    Sex, "sex", "Sex of the patient.";
    Age, "age", "Age of the patient.";
    AgeUnit, "age_unit", "Unit of the age.";
    Birth, "birth", "Date of birth.";
    Name, "name", "Name of the analyte.";
    Code, "code", "Local code of the analyte.";
    Loinc, "loinc", "LOINC code.";
    Specimen, "specimen", "Specimen, fluid or material.";
    Category, "category", "Section of the laboratory.";
    SampleKind, "sample_kind", "Patient, control or calibrator, as analyzers mark it (goes with the category).";
    Condition, "condition", "Condition of collection, such as fasting.";
    Pregnancy, "pregnancy", "Whether the patient is pregnant, or since how many weeks.";
    SpecimenCondition, "specimen_condition", "Condition of the sample, such as hemolyzed.";
    Value, "value", "The result.";
    Comparator, "comparator", "Comparator of the result, such as <.";
    Unit, "unit", "Unit of the result.";
    Low, "low", "Lower limit printed on the report.";
    High, "high", "Upper limit printed on the report.";
    Range, "range", "Interval printed as one text.";
    CriticalLow, "critical_low", "The laboratory's own critical limit below.";
    CriticalHigh, "critical_high", "The laboratory's own critical limit above.";
    CriticalRange, "critical_range", "Both as one text.";
    Flag, "flag", "The laboratory's own flag.";
    Status, "status", "Status of the result.";
    Standing, "standing", "Whether the row stands: deleted, not valid, not done, a mean.";
    Reason, "reason", "Reason why a result is absent.";
    Comment, "comment", "Comment.";
}

impl Role {
    /// Number of roles.
    pub(crate) const COUNT: usize = Role::ALL.len();

    /// Place in [`Role::ALL`].
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// Columns behind the first stand in where the first is blank. Not for the patient: an
    /// admission's number must not pass for a patient's.
    pub(crate) fn falls_back(self) -> bool {
        self != Role::Patient
    }

    /// Roles that make sense where one row holds many results.
    pub(crate) fn is_of_the_row(self) -> bool {
        matches!(
            self,
            Role::Patient
                | Role::Sample
                | Role::Collected
                | Role::CollectedTime
                | Role::Received
                | Role::Reported
                | Role::Sex
                | Role::Age
                | Role::AgeUnit
                | Role::Birth
                | Role::Specimen
                | Role::SampleKind
                | Role::Condition
                | Role::Pregnancy
                | Role::SpecimenCondition
                | Role::Comment
                | Role::Status
                | Role::Standing
                | Role::Reason
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_the_index() {
        for (at, role) in Role::ALL.iter().enumerate() {
            assert_eq!(role.index(), at, "{}", role.as_str());
        }
    }
}
