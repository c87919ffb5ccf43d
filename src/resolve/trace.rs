//! How the words of a row were understood, so that it can be explained.

/// Where each part of a resolution comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// What found the analyte.
    pub analyte: FoundBy,
    /// The LOINC code, or the folded name, that found it; empty if nothing did.
    pub name: String,
    /// What states the specimen.
    pub specimen: SpecimenFrom,
    /// What states the unit.
    pub unit: UnitFrom,
    /// The unit as written; empty if none is.
    pub unit_text: String,
}

/// What found an analyte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FoundBy {
    /// Nothing did.
    #[default]
    Nothing,
    /// A LOINC code.
    Loinc,
    /// A name that means nothing else.
    Name,
    /// A name with several meanings, settled by the unit.
    NameAndUnit,
    /// A name with several meanings, settled by the specimen.
    NameAndSpecimen,
    /// A name with several meanings, settled by other names in the file.
    NameAndNeighbors,
}

/// What states a specimen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpecimenFrom {
    /// Nothing: the usual one is taken.
    #[default]
    Usual,
    /// The specimen's own cell.
    Cell,
    /// A word in the name.
    Name,
    /// The section of the laboratory.
    Section,
    /// The LOINC code.
    Loinc,
    /// Another code of the test.
    Code,
    /// The unit, which is that of a sediment.
    Unit,
}

/// What states a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitFrom {
    /// Nothing.
    #[default]
    Nowhere,
    /// The unit's own cell, or the header of the column.
    Cell,
    /// The text behind the number.
    Value,
    /// The name of the test.
    Name,
}
