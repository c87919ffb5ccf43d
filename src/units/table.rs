//! The file of units, read and put in order: for the build script, and for a folder of one's own.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fold::fold_unit;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    unit: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    ucum: String,
    print: String,
    #[serde(default)]
    spellings: Vec<String>,
}

/// Units by what they are called, and how they are printed.
pub(crate) struct Table<U> {
    /// By folded spelling.
    pub(crate) spellings: BTreeMap<String, Vec<U>>,
    /// By UCUM code.
    pub(crate) printed: BTreeMap<String, (U, String)>,
}

impl<U: Clone + PartialEq> Table<U> {
    /// Reads a file; `unit_of` gives the unit of a UCUM code. The error says which line or unit is wrong.
    pub(crate) fn read(
        text: &str,
        unit_of: impl Fn(&str) -> Result<U, String>,
    ) -> Result<Table<U>, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut spellings: BTreeMap<String, Vec<U>> = BTreeMap::new();
        let mut printed = BTreeMap::new();
        for row in file.unit {
            let unit = unit_of(&row.ucum)?;
            let written = row.spellings.iter().chain([&row.ucum, &row.print]);
            for spelling in written {
                let units = spellings.entry(fold_unit(spelling)).or_default();
                if !units.contains(&unit) {
                    units.push(unit.clone());
                }
            }
            if printed
                .insert(row.ucum.clone(), (unit, row.print))
                .is_some()
            {
                return Err(format!("unit `{}` stands twice", row.ucum));
            }
        }
        Ok(Table { spellings, printed })
    }
}
