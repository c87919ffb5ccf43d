//! All analytes, with the indexes that find them by LOINC code and by name.

mod index;
mod meaning;

use std::collections::HashSet;
use std::sync::OnceLock;

use super::bundle::{PARTS, UNITS_FILE, parsed_analytes};
use super::{Analyte, build};
use crate::crew;
use crate::error::{Error, Result};
use crate::units::spelling::UnitTable;
use index::Index;

pub use meaning::{LoincMeaning, NameMeaning, NameRule};

/// Every analyte this program knows.
#[derive(Debug)]
pub struct Catalog {
    index: Index,
    units: UnitTable,
}

/// The analytes of a part of the bundled data.
fn indexed(part: &[u8]) -> Result<Index> {
    let mut index = Index::new();
    for (path, mut file) in parsed_analytes(part)? {
        build::analyte(&mut file)
            .and_then(|analyte| index.add(file, analyte))
            .map_err(|problem| wrong(&path, problem))?;
    }
    Ok(index)
}

fn wrong(file: &str, problem: String) -> Error {
    Error::new(
        format!("reference_ranges/{file}"),
        problem,
        "correct the file; CONTRIBUTING.md says how",
    )
}

impl Catalog {
    /// The bundled reference data.
    ///
    /// # Errors
    /// If a bundled file is wrong; a test reads them all.
    pub fn bundled() -> Result<&'static Catalog> {
        static CATALOG: OnceLock<Catalog> = OnceLock::new();
        if let Some(catalog) = CATALOG.get() {
            return Ok(catalog);
        }
        let catalog = Catalog::build()?;
        Ok(CATALOG.get_or_init(|| catalog))
    }

    /// In two threads: every start of the program waits for this.
    fn build() -> Result<Catalog> {
        let [first, second] = PARTS;
        let units = || UnitTable::bundled().map_err(|problem| wrong(UNITS_FILE, problem));
        let (mut index, (second, units)) =
            crew::both(|| indexed(first), || Ok((indexed(second)?, units()?)))?;
        index.append(second).map_err(|problem| wrong("", problem))?;
        index.check_names()?;
        Ok(Catalog { index, units })
    }

    /// All analytes, by group and id.
    #[must_use]
    pub fn analytes(&self) -> &[Analyte] {
        &self.index.analytes
    }

    /// The analyte with this id.
    #[must_use]
    pub fn analyte(&self, id: &str) -> Option<&Analyte> {
        self.index.analytes.iter().find(|analyte| analyte.id == id)
    }

    /// Every meaning of a name, folded by `fold_name`.
    pub fn by_name<'a>(&'a self, folded: &str) -> impl Iterator<Item = NameMeaning<'a>> + use<'a> {
        self.index
            .names
            .get(folded)
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .map(|entry| {
                let analyte = &self.index.analytes[entry.analyte];
                NameMeaning {
                    analyte,
                    variant: entry.variant.map(|i| &analyte.variants[i]),
                    rule: entry.rule.as_deref(),
                    condition: entry.condition.as_deref(),
                }
            })
    }

    /// What a LOINC code means.
    #[must_use]
    pub fn by_loinc(&self, code: &str) -> Option<LoincMeaning<'_>> {
        let entry = self.index.loinc.get(code.trim())?;
        let analyte = &self.index.analytes[entry.analyte];
        Some(LoincMeaning {
            analyte,
            variant: entry.variant.map(|i| &analyte.variants[i]),
            property: entry.property,
            specimen: entry.specimen,
            condition: entry.condition.as_deref(),
        })
    }

    /// All folded names, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.index.names.keys().map(String::as_str)
    }

    /// Folded names that settle others by standing beside them in a file.
    #[must_use]
    pub fn settling_names(&self) -> HashSet<&str> {
        self.index
            .names
            .values()
            .flatten()
            .filter_map(|entry| entry.rule.as_ref())
            .flat_map(|rule| rule.beside.iter().map(String::as_str))
            .collect()
    }

    /// All LOINC codes, for tests and listings.
    pub fn loinc_codes(&self) -> impl Iterator<Item = &str> {
        self.index.loinc.keys().map(String::as_str)
    }

    /// The place of one of its analytes among all; past the last one for none.
    pub(crate) fn place(&self, analyte: Option<&Analyte>) -> u32 {
        let is = |one: &Analyte| analyte.is_some_and(|analyte| std::ptr::eq(one, analyte));
        let place = self.index.analytes.iter().position(is);
        place.unwrap_or(self.index.analytes.len()) as u32
    }

    /// Spellings of units.
    #[must_use]
    pub fn units(&self) -> &UnitTable {
        &self.units
    }
}
