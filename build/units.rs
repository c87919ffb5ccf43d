//! What exports call units, as a table of Rust: folded and in order.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::unit_fold::folded;

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

/// The tables of spellings and of how units are printed.
pub fn tables(path: &Path) -> Result<String, Box<dyn Error>> {
    let file: File = toml::from_str(&std::fs::read_to_string(path)?)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let mut spellings: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut printed: BTreeMap<&str, &str> = BTreeMap::new();
    for row in &file.unit {
        if printed.insert(&row.ucum, &row.print).is_some() {
            return Err(format!("unit `{}` stands twice", row.ucum).into());
        }
        for spelling in folded(&row.spellings, &row.ucum, &row.print) {
            let units = spellings.entry(spelling).or_default();
            if !units.contains(&row.ucum.as_str()) {
                units.push(&row.ucum);
            }
        }
    }
    let mut text = String::new();
    let count = spellings.len();
    writeln!(text, "static SPELLINGS: [Spelling; {count}] = [")?;
    for (folded, units) in spellings {
        let units: Vec<String> = units
            .iter()
            .map(|code| format!("coded!({code:?})"))
            .collect();
        let units = units.join(", ");
        writeln!(text, "Spelling::bundled({folded:?}, &[{units}]),")?;
    }
    writeln!(text, "];")?;
    let count = printed.len();
    writeln!(text, "static PRINTED: [Printed; {count}] = [")?;
    for (code, print) in printed {
        writeln!(text, "Printed::bundled(coded!({code:?}), {print:?}),")?;
    }
    writeln!(text, "];")?;
    Ok(text)
}
