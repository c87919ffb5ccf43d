//! All analytes, and what finds them: LOINC codes, names, ids.

mod bundled;
mod index;
mod meaning;

use std::collections::HashSet;

use super::{Analyte, Variant};
use crate::error::Result;
use crate::interpret::is_index;
use crate::units::spelling::UnitTable;
use bundled::Bundled;
use index::{ANALYTES, CRITICAL_LISTS};

pub(crate) use index::CriticalList;
pub use meaning::{LoincMeaning, NameMeaning, NameRule};

/// Every analyte this program knows.
#[derive(Debug)]
pub struct Catalog {
    units: UnitTable,
}

static CATALOG: Catalog = Catalog {
    units: UnitTable::bundled(),
};

impl Catalog {
    /// The bundled reference data. An analyte is read when it is first asked for.
    ///
    /// # Errors
    /// If a bundled file is wrong, in a debug build. A release build is not made of files with which a test failed.
    pub fn bundled() -> Result<&'static Catalog> {
        if cfg!(debug_assertions) {
            CATALOG.check()?;
        }
        Ok(&CATALOG)
    }

    /// Reads every analyte.
    ///
    /// # Errors
    /// If a bundled file is wrong.
    pub fn check(&self) -> Result<()> {
        ANALYTES
            .iter()
            .try_for_each(|bundled| bundled.read().map(drop))
    }

    /// All analytes, by group and id. Reads those that have not been asked for yet.
    pub fn analytes(&self) -> impl ExactSizeIterator<Item = &Analyte> + Clone {
        ANALYTES.iter().map(Bundled::analyte)
    }

    /// The analyte with this id.
    #[must_use]
    pub fn analyte(&self, id: &str) -> Option<&Analyte> {
        index::with_id(id).map(Bundled::analyte)
    }

    /// The id of an analyte, if there is one with it.
    pub(crate) fn id(&self, id: &str) -> Option<&'static str> {
        index::with_id(id).map(|bundled| bundled.id)
    }

    /// Every meaning of a name, folded by `fold_name`.
    pub fn by_name<'a>(&'a self, folded: &str) -> impl Iterator<Item = NameMeaning<'a>> + use<'a> {
        index::meanings(folded).iter().map(|name| {
            let analyte = name.analyte.analyte();
            NameMeaning {
                analyte,
                variant: variant(analyte, name.variant),
                rule: name.rule,
                condition: name.condition,
            }
        })
    }

    /// True if a name, folded by `fold_name`, means anything.
    #[must_use]
    pub fn knows_name(&self, folded: &str) -> bool {
        !index::meanings(folded).is_empty()
    }

    /// What a LOINC code means.
    #[must_use]
    pub fn by_loinc(&self, code: &str) -> Option<LoincMeaning<'_>> {
        let known = index::coded(code.trim())?;
        let analyte = known.analyte.analyte();
        Some(LoincMeaning {
            analyte,
            variant: variant(analyte, known.variant),
            property: known.property,
            specimen: known.specimen,
            condition: known.condition,
        })
    }

    /// All folded names, for suggestions.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        index::names()
    }

    /// Folded names that settle others by standing beside them in a file.
    #[must_use]
    pub fn settling_names(&self) -> HashSet<&str> {
        let beside = index::rules().flat_map(|(_, rule)| rule.beside);
        beside.copied().collect()
    }

    /// Those of them that settle the names of indices.
    #[must_use]
    pub fn names_beside_indices(&self) -> HashSet<&str> {
        index::rules()
            .filter(|(of, rule)| !rule.beside.is_empty() && is_index(of.analyte()))
            .flat_map(|(_, rule)| rule.beside)
            .copied()
            .collect()
    }

    /// All LOINC codes, for tests and listings.
    pub fn loinc_codes(&self) -> impl Iterator<Item = &'static str> {
        index::codes()
    }

    /// Every list of critical limits, by name.
    pub(crate) fn critical_lists(&self) -> &'static [CriticalList] {
        &CRITICAL_LISTS
    }

    /// The place of one of its analytes among all; past the last one for none.
    pub(crate) fn place(&self, analyte: Option<&Analyte>) -> u32 {
        let bundled = analyte.and_then(|analyte| {
            let bundled = index::with_id(&analyte.id)?;
            std::ptr::eq(bundled.known()?, analyte).then_some(bundled)
        });
        bundled.map_or(ANALYTES.len() as u32, |bundled| bundled.place)
    }

    /// The analyte at a place.
    pub(crate) fn at(&self, place: u32) -> Option<&Analyte> {
        ANALYTES.get(place as usize).map(Bundled::analyte)
    }

    /// Spellings of units.
    #[must_use]
    pub fn units(&self) -> &UnitTable {
        &self.units
    }
}

fn variant(analyte: &Analyte, place: Option<u8>) -> Option<&Variant> {
    analyte.variants.get(usize::from(place?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What lets a release build trust its files.
    #[test]
    fn every_bundled_analyte_can_be_read() {
        for bundled in &ANALYTES {
            let analyte = bundled.read().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(analyte.id, bundled.id);
        }
    }

    #[test]
    fn variants_of_names_and_codes_are_those_of_the_analyte() {
        let catalog = Catalog::bundled().expect("bundled data");
        let urea = |name: &str| catalog.by_name(name).next().expect("a meaning");
        assert!(urea("urea").variant.is_none());
        assert_eq!(
            urea("bun").variant.map(|variant| &*variant.id),
            Some("urea_nitrogen")
        );
        for name in names_with_variants() {
            let mut meanings = catalog.by_name(name);
            assert!(meanings.any(|meaning| meaning.variant.is_some()), "{name}");
        }
    }

    fn names_with_variants() -> impl Iterator<Item = &'static str> {
        let meanings = index::names().map(|name| (name, index::meanings(name)));
        meanings
            .filter(|(_, meanings)| meanings.iter().any(|name| name.variant.is_some()))
            .map(|(name, _)| name)
    }

    #[test]
    fn an_analyte_has_one_place_and_is_found_there() {
        let catalog = Catalog::bundled().expect("bundled data");
        for (place, analyte) in catalog.analytes().enumerate() {
            assert_eq!(catalog.place(Some(analyte)) as usize, place);
            let there = catalog.at(place as u32).expect("an analyte");
            assert!(std::ptr::eq(there, analyte));
        }
        let none = catalog.place(None);
        assert_eq!(none as usize, catalog.analytes().len());
        assert!(catalog.at(none).is_none());
        // A copy is none of the catalog's.
        let copy = catalog.analyte("sodium").cloned();
        assert_eq!(catalog.place(copy.as_ref()), none);
    }
}
