//! Spellings of units, with the factor that each means for a code.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serumcheck::reference::{Catalog, Conversion};

use crate::codes::{Code, MG_PER_DL};
use crate::export::{Left, Table};

#[derive(Deserialize)]
struct File {
    unit: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    ucum: String,
    print: String,
    #[serde(default)]
    spellings: Vec<String>,
}

/// `code,unit_key,factor` for every spelling in which the code can be stated.
pub fn factors(catalog: &Catalog, codes: &[Code<'_>], left: &mut Left) -> Table {
    let spellings = spellings();
    let mut table = Table::new("units.csv", &["code", "unit_key", "factor"]);
    for code in codes {
        let mut known: BTreeMap<&str, Option<f64>> = BTreeMap::new();
        for (spelling, key) in &spellings {
            let Some(conversion) = conversion(catalog, code, spelling) else {
                continue;
            };
            if conversion.offset != 0.0 {
                left.add("units with an offset");
                continue;
            }
            let factor = scaled(code, conversion);
            // Two spellings that differ in case alone may be two units: then the key means neither.
            known
                .entry(key)
                .and_modify(|other| *other = other.filter(|other| *other == factor))
                .or_insert(Some(factor));
        }
        for (key, factor) in known {
            match factor {
                Some(factor) => {
                    table.push([code.code.to_string(), key.to_string(), factor.to_string()]);
                }
                None => left.add("spellings of two units"),
            }
        }
    }
    table
}

/// From the unit of this spelling to the canonical unit of the job.
pub fn factor(catalog: &Catalog, code: &Code<'_>, spelling: &str) -> Option<f64> {
    conversion(catalog, code, spelling)
        .filter(|conversion| conversion.offset == 0.0)
        .map(|conversion| scaled(code, conversion))
}

fn scaled(code: &Code<'_>, conversion: Conversion) -> f64 {
    if code.is_hemolysis() {
        conversion.factor * MG_PER_DL
    } else {
        conversion.factor
    }
}

/// The one conversion of all units that the spelling may mean for this analyte.
fn conversion(catalog: &Catalog, code: &Code<'_>, spelling: &str) -> Option<Conversion> {
    let mut possible = catalog
        .units()
        .read(spelling)
        .iter()
        .filter_map(|unit| code.analyte.conversion(unit, code.variant));
    let first = possible.next()?;
    possible.all(|other| other == first).then_some(first)
}

/// Every spelling with the job's key of it; the sign for micro in both of its characters.
fn spellings() -> Vec<(String, String)> {
    let file: File =
        toml::from_str(include_str!("../../reference_ranges/units.toml")).expect("bundled data");
    let mut all = BTreeSet::new();
    for row in file.unit {
        for spelling in row.spellings.iter().chain([&row.ucum, &row.print]) {
            let key = spelling.trim().to_lowercase();
            for key in [
                key.replace('\u{b5}', "\u{3bc}"),
                key.replace('\u{3bc}', "\u{b5}"),
            ] {
                all.insert((spelling.clone(), key));
            }
        }
    }
    all.into_iter().collect()
}
