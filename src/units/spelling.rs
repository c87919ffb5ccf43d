//! How exports spell units.
//!
//! Our own table comes before any UCUM reading, because valid UCUM means other things in a
//! laboratory: `u/l` would be atomic mass units, `K/uL` kelvin, `G/L` gauss.

use foldhash::{HashMap, HashMapExt};
use serde::Deserialize;

use super::Unit;
pub use super::fold::fold_unit;
use super::fold::folded;

/// Spellings of units, `reference_ranges/units.toml`.
#[derive(Clone, Debug)]
pub struct UnitTable {
    spellings: HashMap<String, Vec<&'static Unit>>,
    printed: HashMap<&'static str, String>,
}

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

impl UnitTable {
    /// Reads the table. The error says which line or unit is wrong.
    pub fn parse(text: &str) -> Result<UnitTable, String> {
        let mut file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        for row in &mut file.unit {
            row.spellings = folded(&row.spellings, &row.ucum, &row.print);
        }
        UnitTable::of_folded(file)
    }

    /// The bundled units, whose spellings the build script has folded.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub(crate) fn bundled() -> Result<UnitTable, String> {
        let file: serde_json::Result<File> = bundled!("units");
        UnitTable::of_folded(file.map_err(|error| error.to_string())?)
    }

    fn of_folded(file: File) -> Result<UnitTable, String> {
        let mut table = UnitTable {
            spellings: HashMap::new(),
            printed: HashMap::new(),
        };
        for row in file.unit {
            let unit = Unit::from_code(&row.ucum)
                .ok_or_else(|| format!("unit `{}` is not in the table of types", row.ucum))?;
            if table.printed.insert(unit.code, row.print.clone()).is_some() {
                return Err(format!("unit `{}` stands twice", row.ucum));
            }
            for spelling in row.spellings {
                let units = table.spellings.entry(spelling).or_default();
                if !units.contains(&unit) {
                    units.push(unit);
                }
            }
        }
        Ok(table)
    }

    /// The units that a spelling may mean; more than one where only the analyte can tell (`G/L`).
    #[must_use]
    pub fn read(&self, spelling: &str) -> &[&'static Unit] {
        let find = |text: &str| self.spellings.get(&fold_unit(text)).map(Vec::as_slice);
        find(spelling)
            .or_else(|| coded(spelling).and_then(find))
            .unwrap_or_default()
    }

    /// True if the table has a block for the unit.
    #[must_use]
    pub fn is_listed(&self, unit: &Unit) -> bool {
        self.printed.contains_key(unit.code)
    }

    /// The unit as a laboratory prints it: `µmol/L`, `×10⁹/L`.
    #[must_use]
    pub fn printed<'a>(&'a self, unit: &'a str) -> &'a str {
        self.printed.get(unit).map_or(unit, String::as_str)
    }
}

/// The identifier of a coded unit as HL7 writes it: `mg/dL^milligram per deciliter^UCUM`.
fn coded(spelling: &str) -> Option<&str> {
    let (first, _) = spelling.split_once('^')?;
    // In `10^9/L` and `x10^3` the caret is a power.
    (!first.trim_end().ends_with("10")).then_some(first)
}

/// True for a cell that says that there is no unit: blank, `*`, `N/A`, `NULL`.
#[must_use]
pub fn is_missing(spelling: &str) -> bool {
    let text = spelling.trim();
    text.is_empty()
        || text
            .chars()
            .all(|c| matches!(c, '*' | '-' | '.' | '?' | '_'))
        || [
            "n/a", "na", "null", "none", "nan", "unknown", "no unit", "no units", "\\n", "(null)",
        ]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_there_is_no_unit() {
        for text in ["", "  ", "*", "N/A", "null", "-"] {
            assert!(is_missing(text), "{text:?}");
        }
        assert!(!is_missing("%"));
    }
}
