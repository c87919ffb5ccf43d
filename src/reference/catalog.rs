//! All analytes, with the indexes that find them by LOINC code and by name.

mod meaning;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::bundle::{UNITS_FILE, parsed_analytes};
use super::schema::{self, AnalyteFile};
use super::{Analyte, LoincProperty, build};
use crate::error::{Error, Result};
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::units::Unit;
use crate::units::spelling::UnitTable;

pub use meaning::{LoincMeaning, NameMeaning, NameRule};

/// Every analyte this program knows.
#[derive(Debug)]
pub struct Catalog {
    analytes: Vec<Analyte>,
    names: HashMap<String, Vec<NameEntry>>,
    loinc: HashMap<String, LoincEntry>,
    units: UnitTable,
}

#[derive(Clone, Debug)]
struct NameEntry {
    analyte: usize,
    variant: Option<usize>,
    rule: Option<NameRule>,
    condition: Option<String>,
}

#[derive(Clone, Debug)]
struct LoincEntry {
    analyte: usize,
    variant: Option<usize>,
    property: LoincProperty,
    specimen: Option<Specimen>,
    condition: Option<String>,
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

    fn build() -> Result<Catalog> {
        let wrong = |file: &str, problem: String| {
            Error::new(
                format!("reference_ranges/{file}"),
                problem,
                "correct the file; CONTRIBUTING.md says how",
            )
        };
        let mut catalog = Catalog {
            analytes: Vec::new(),
            names: HashMap::new(),
            loinc: HashMap::new(),
            units: UnitTable::bundled().map_err(|problem| wrong(UNITS_FILE, problem))?,
        };
        for (path, file) in parsed_analytes()? {
            catalog
                .add(&file)
                .map_err(|problem| wrong(&path, problem))?;
        }
        catalog.check_names()?;
        Ok(catalog)
    }

    fn add(&mut self, file: &AnalyteFile) -> std::result::Result<(), String> {
        let index = self.analytes.len();
        self.analytes.push(build::analyte(file)?);
        self.index(index, None, &file.names, &file.ambiguous, &file.loinc)?;
        for (i, variant) in file.variants.iter().enumerate() {
            self.index(
                index,
                Some(i),
                &variant.names,
                &variant.ambiguous,
                &variant.loinc,
            )?;
        }
        // The id and the printed name are names too.
        let own = std::iter::once((&file.id, &file.name, None));
        let variants = file.variants.iter().enumerate();
        let variants = variants.map(|(i, variant)| (&variant.id, &variant.name, Some(i)));
        for (id, name, variant) in own.chain(variants) {
            for name in [id, name] {
                let known = self.names.entry(fold_name(name)).or_default();
                if !known.iter().any(|entry| entry.analyte == index) {
                    known.push(NameEntry {
                        analyte: index,
                        variant,
                        rule: None,
                        condition: None,
                    });
                }
            }
        }
        self.add_conditions(index, &file.conditions)
    }

    /// Names that state a condition of collection.
    fn add_conditions(
        &mut self,
        analyte: usize,
        conditions: &std::collections::BTreeMap<String, Vec<String>>,
    ) -> std::result::Result<(), String> {
        for (condition, names) in conditions {
            for name in names {
                let entries = self.names.get_mut(&fold_name(name));
                let entry = entries
                    .and_then(|all| all.iter_mut().find(|entry| entry.analyte == analyte))
                    .ok_or_else(|| format!("`{name}` under [conditions] is no name of it"))?;
                entry.condition = Some(condition.clone());
            }
        }
        Ok(())
    }

    fn index(
        &mut self,
        analyte: usize,
        variant: Option<usize>,
        names: &std::collections::BTreeMap<String, Vec<String>>,
        ambiguous: &[schema::AmbiguousName],
        loinc: &[schema::LoincRow],
    ) -> std::result::Result<(), String> {
        for name in names.values().flatten() {
            let known = self.names.entry(fold_name(name)).or_default();
            let again = known
                .iter()
                .any(|entry| entry.analyte == analyte && entry.variant == variant);
            if !again {
                known.push(NameEntry {
                    analyte,
                    variant,
                    rule: None,
                    condition: None,
                });
            }
        }
        for row in ambiguous {
            let units = row
                .units
                .iter()
                .map(|code| {
                    Unit::from_code(code).ok_or_else(|| format!("unit `{code}` is not known"))
                })
                .collect::<std::result::Result<_, _>>()?;
            self.names
                .entry(fold_name(&row.name))
                .or_default()
                .push(NameEntry {
                    analyte,
                    variant,
                    rule: Some(NameRule {
                        units,
                        specimens: row.specimens.clone(),
                        beside: row.beside.iter().map(|name| fold_name(name)).collect(),
                        also: row.also.clone(),
                    }),
                    condition: None,
                });
        }
        for row in loinc {
            let entry = LoincEntry {
                analyte,
                variant,
                property: row.property,
                specimen: row.specimen,
                condition: row.condition.clone(),
            };
            if self.loinc.insert(row.code.clone(), entry).is_some() {
                return Err(format!("LOINC code {} is claimed twice", row.code));
            }
        }
        Ok(())
    }

    /// A name without a rule must belong to one analyte alone.
    fn check_names(&self) -> Result<()> {
        for (key, entries) in &self.names {
            if entries.len() > 1 && entries.iter().any(|entry| entry.rule.is_none()) {
                let ids: Vec<&str> = entries
                    .iter()
                    .map(|entry| self.analytes[entry.analyte].id.as_str())
                    .collect();
                return Err(Error::new(
                    "reference_ranges",
                    format!("the name `{key}` is claimed by {}", ids.join(" and ")),
                    "list it under [[ambiguous]] in each of them",
                ));
            }
        }
        Ok(())
    }

    /// All analytes, by group and id.
    #[must_use]
    pub fn analytes(&self) -> &[Analyte] {
        &self.analytes
    }

    /// The analyte with this id.
    #[must_use]
    pub fn analyte(&self, id: &str) -> Option<&Analyte> {
        self.analytes.iter().find(|analyte| analyte.id == id)
    }

    /// Every meaning of a name, folded by [`fold_name`].
    pub fn by_name<'a>(&'a self, folded: &str) -> impl Iterator<Item = NameMeaning<'a>> + use<'a> {
        self.names
            .get(folded)
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .map(|entry| {
                let analyte = &self.analytes[entry.analyte];
                NameMeaning {
                    analyte,
                    variant: entry.variant.map(|i| &analyte.variants[i]),
                    rule: entry.rule.as_ref(),
                    condition: entry.condition.as_deref(),
                }
            })
    }

    /// What a LOINC code means.
    #[must_use]
    pub fn by_loinc(&self, code: &str) -> Option<LoincMeaning<'_>> {
        let entry = self.loinc.get(code.trim())?;
        let analyte = &self.analytes[entry.analyte];
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
        self.names.keys().map(String::as_str)
    }

    /// Folded names that settle others by standing beside them in a file.
    #[must_use]
    pub fn settling_names(&self) -> HashSet<&str> {
        self.names
            .values()
            .flatten()
            .filter_map(|entry| entry.rule.as_ref())
            .flat_map(|rule| rule.beside.iter().map(String::as_str))
            .collect()
    }

    /// All LOINC codes, for tests and listings.
    pub fn loinc_codes(&self) -> impl Iterator<Item = &str> {
        self.loinc.keys().map(String::as_str)
    }

    /// The place of one of its analytes among all; past the last one for none.
    pub(crate) fn place(&self, analyte: Option<&Analyte>) -> u32 {
        let is = |one: &Analyte| analyte.is_some_and(|analyte| std::ptr::eq(one, analyte));
        let place = self.analytes.iter().position(is);
        place.unwrap_or(self.analytes.len()) as u32
    }

    /// Spellings of units.
    #[must_use]
    pub fn units(&self) -> &UnitTable {
        &self.units
    }
}
