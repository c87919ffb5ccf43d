//! What sets columns of one role apart, and what the cells of a column must be for a role.

use crate::import::headers::role::Role;

/// What sets one column of a role apart from another of the same role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Nothing.
    Plain,
    /// An identifier of a stay or an admission, not of a person.
    Stay,
    /// The result as it was reported, beside which standardized results may stand (SDTM).
    Original,
    /// The result as analyzed (ADaM).
    Analysis,
    /// The result in standard units (SDTM).
    Standard,
    /// Counts only where one row is one sample or person.
    WideOnly,
    /// How hemolyzed the sample is; where one row holds many results, a result itself.
    Hemolysis,
    /// The same of icterus and of lipemia.
    Icterus,
    Lipemia,
    /// What an analyzer remarks on: what is not understood is a doubt.
    Alarm,
    /// A code that is a LOINC code in some rows (OMOP).
    PerhapsLoinc,
    /// A name with the unit in parentheses behind it (ADaM).
    NameWithUnit,
    /// The role depends on what the cells hold.
    ByCells(&'static [(Role, Cells)]),
}

/// What the cells of a column must be for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cells {
    /// Dates.
    Dates,
    /// Identifiers: nearly all hold a digit.
    Identifiers,
    /// Names of analytes.
    Analytes,
    /// LOINC codes.
    Loincs,
    /// Words for specimens: half of them known.
    Specimens,
    /// Words for the status of a result: half of them known.
    Statuses,
    /// Short texts with letters, and no dates: words and codes.
    Words,
    /// Printed intervals: half of them read.
    Intervals,
    /// Printed intervals, of whole numbers too.
    Limits,
    /// The laboratory's own critical limits, both in one text.
    CriticalRanges,
    /// Comparators: all that say something, or half of them where the header speaks of one.
    Comparators,
    /// Names of analytes of more than a letter.
    AnalyteWords,
    /// The same, where a quarter of them are known: where nothing else names tests.
    SomeAnalytes,
    /// Numbers, with a sign of comparison or without.
    Numbers,
    /// Flags of a laboratory.
    Flags,
    /// The same in every cell that says something.
    Verdicts,
    /// Ages in years.
    Ages,
    /// Groups of ages by their limits: 60-69, 65+.
    AgeGroups,
    /// Units of an age.
    AgeUnits,
    /// Yes and no, or words for them; or nothing yet.
    Answers,
    /// Anything else.
    Anything,
}

impl Cells {
    /// What a column holds, in words.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Cells::Dates => "dates",
            Cells::Identifiers => "numbers or codes",
            Cells::Analytes | Cells::AnalyteWords | Cells::SomeAnalytes => "names of analytes",
            Cells::Loincs => "LOINC codes",
            Cells::Specimens => "words for specimens",
            Cells::Statuses => "words for a status",
            Cells::Words => "short words",
            Cells::Intervals | Cells::Limits => "intervals",
            Cells::CriticalRanges => "critical limits",
            Cells::Comparators => "comparators",
            Cells::AgeUnits => "units of an age",
            Cells::Answers => "answers",
            Cells::Flags | Cells::Verdicts => "flags",
            Cells::Ages => "ages",
            Cells::AgeGroups => "groups of ages",
            Cells::Numbers => "numbers",
            Cells::Anything => "words",
        }
    }
}
