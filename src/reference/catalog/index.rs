//! The indexes of analytes by LOINC code and by name.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};

use super::meaning::NameRule;
use crate::error::{Error, Result};
use crate::reference::schema::{self, AnalyteFile};
use crate::reference::{Analyte, LoincProperty};
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::units::Unit;

/// Analytes, and what their names and codes mean.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) analytes: Vec<Analyte>,
    pub(super) names: HashMap<String, Vec<NameEntry>>,
    pub(super) loinc: HashMap<String, LoincEntry>,
}

#[derive(Clone, Debug)]
pub(super) struct NameEntry {
    pub(super) analyte: usize,
    pub(super) variant: Option<usize>,
    // Few have one of these.
    pub(super) rule: Option<Box<NameRule>>,
    pub(super) condition: Option<Box<str>>,
}

#[derive(Clone, Debug)]
pub(super) struct LoincEntry {
    pub(super) analyte: usize,
    pub(super) variant: Option<usize>,
    pub(super) property: LoincProperty,
    pub(super) specimen: Option<Specimen>,
    pub(super) condition: Option<String>,
}

/// About as many names as there are.
const NAMES: usize = 1 << 10;

impl Index {
    /// Of no analyte.
    pub(super) fn new() -> Index {
        Index {
            analytes: Vec::new(),
            names: HashMap::with_capacity(NAMES),
            loinc: HashMap::new(),
        }
    }

    /// Adds an analyte with the names and codes in its file, as the build script wrote it: with folded names.
    ///
    /// # Errors
    /// A code that another analyte has, a unit that is not known, a condition of a name that is none.
    pub(super) fn add(
        &mut self,
        file: AnalyteFile,
        analyte: Analyte,
    ) -> std::result::Result<(), String> {
        let index = self.analytes.len();
        self.analytes.push(analyte);
        self.index(index, None, file.names, file.ambiguous, file.loinc)?;
        let mut printed = vec![(file.id, file.name, None)];
        for (i, variant) in file.variants.into_iter().enumerate() {
            let (names, ambiguous, loinc) = (variant.names, variant.ambiguous, variant.loinc);
            self.index(index, Some(i), names, ambiguous, loinc)?;
            printed.push((variant.id, variant.name, Some(i)));
        }
        // The id and the printed name are names too.
        for (id, name, variant) in printed {
            for name in [id, name] {
                let known = self.named(fold_name(&name));
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
        conditions: &BTreeMap<String, Vec<String>>,
    ) -> std::result::Result<(), String> {
        for (condition, names) in conditions {
            for name in names {
                let entries = self.names.get_mut(name);
                let entry = entries
                    .and_then(|all| all.iter_mut().find(|entry| entry.analyte == analyte))
                    .ok_or_else(|| format!("`{name}` under [conditions] is no name of it"))?;
                entry.condition = Some(condition.as_str().into());
            }
        }
        Ok(())
    }

    /// What a folded name means.
    fn named(&mut self, name: String) -> &mut Vec<NameEntry> {
        let known = self.names.entry(name);
        // Nearly every name means one thing.
        known.or_insert_with(|| Vec::with_capacity(1))
    }

    fn index(
        &mut self,
        analyte: usize,
        variant: Option<usize>,
        names: BTreeMap<String, Vec<String>>,
        ambiguous: Vec<schema::AmbiguousName>,
        loinc: Vec<schema::LoincRow>,
    ) -> std::result::Result<(), String> {
        for name in names.into_values().flatten() {
            let known = self.named(name);
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
            let rule = NameRule {
                units,
                specimens: row.specimens,
                beside: row.beside,
                also: row.also,
            };
            self.named(row.name).push(NameEntry {
                analyte,
                variant,
                rule: Some(Box::new(rule)),
                condition: None,
            });
        }
        for row in loinc {
            let entry = LoincEntry {
                analyte,
                variant,
                property: row.property,
                specimen: row.specimen,
                condition: row.condition,
            };
            self.claim(row.code, entry)?;
        }
        Ok(())
    }

    fn claim(&mut self, code: String, entry: LoincEntry) -> std::result::Result<(), String> {
        match self.loinc.entry(code) {
            Entry::Occupied(known) => Err(format!("LOINC code {} is claimed twice", known.key())),
            Entry::Vacant(new) => {
                new.insert(entry);
                Ok(())
            }
        }
    }

    /// Adds the analytes of another index behind those of this one.
    ///
    /// # Errors
    /// A code that both have.
    pub(super) fn append(&mut self, other: Index) -> std::result::Result<(), String> {
        let before = self.analytes.len();
        self.analytes.extend(other.analytes);
        for (name, mut entries) in other.names {
            entries.iter_mut().for_each(|entry| entry.analyte += before);
            match self.names.entry(name) {
                Entry::Occupied(mut known) => known.get_mut().append(&mut entries),
                Entry::Vacant(new) => {
                    new.insert(entries);
                }
            }
        }
        for (code, mut entry) in other.loinc {
            entry.analyte += before;
            self.claim(code, entry)?;
        }
        Ok(())
    }

    /// A name without a rule must belong to one analyte alone.
    pub(super) fn check_names(&self) -> Result<()> {
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
}
