//! Names and LOINC codes that mean one thing by themselves.

use std::collections::{BTreeMap, BTreeSet};

use serumcheck::reference::{self, Catalog};
use serumcheck::text::fold_name;

use crate::codes::Code;
use crate::export::{Left, Table};

/// The job's key of a name: trimmed, lower case, nothing else.
fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Every name as the files spell it, with the code that it means; and those that state a condition too, which
/// the job cannot know.
pub fn aliases(catalog: &Catalog, codes: &[Code<'_>], left: &mut Left) -> [Table; 2] {
    let mut meanings: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut conditions = Table::new("conditions.csv", &["key", "code", "condition"]);
    for code in codes {
        for name in spelled(code) {
            let mut known = catalog.by_name(&fold_name(&name));
            match (known.next(), known.next()) {
                (Some(only), None) => match only.condition {
                    None => {
                        meanings.entry(key(&name)).or_default().insert(code.code);
                    }
                    Some(condition) => {
                        left.add("names that state a condition");
                        conditions.push([key(&name), code.code.to_string(), condition.to_string()]);
                    }
                },
                _ => left.add("names that unit, specimen or neighbors must settle"),
            }
        }
    }
    let mut table = Table::new("aliases.csv", &["key", "code"]);
    for (name, codes) in meanings {
        let mut codes = codes.into_iter();
        match (codes.next(), codes.next()) {
            (Some(only), None) => table.push([name, only.to_string()]),
            _ => left.add("names that mean two codes"),
        }
    }
    [table, conditions]
}

/// Names of all languages, and those that mean something else too.
pub fn spelled(code: &Code<'_>) -> Vec<String> {
    let Some(file) = reference::file_of(code.analyte) else {
        return Vec::new();
    };
    let (id, name, names, ambiguous) = match code.variant {
        None => (file.id, file.name, file.names, file.ambiguous),
        Some(variant) => {
            let row = file.variants.into_iter().find(|row| row.id == variant.id);
            let row = row.expect("the row of a variant");
            (row.id, row.name, row.names, row.ambiguous)
        }
    };
    let english = names.get("en").cloned().unwrap_or_default();
    let others = names.into_iter().filter(|(language, _)| language != "en");
    english
        .into_iter()
        .chain(others.flat_map(|(_, names)| names))
        .chain(ambiguous.into_iter().map(|row| row.name))
        .chain([name, id])
        .collect()
}

/// LOINC codes of the usual specimen without a condition.
pub fn loinc(catalog: &Catalog, codes: &[Code<'_>], left: &mut Left) -> Table {
    let mut table = Table::new("loinc.csv", &["loinc", "code"]);
    for (loinc, code) in plain_loinc(catalog, codes, left) {
        table.push([loinc, code.to_string()]);
    }
    table
}

fn plain_loinc<'c>(
    catalog: &'c Catalog,
    codes: &[Code<'c>],
    left: &mut Left,
) -> Vec<(String, &'c str)> {
    let mut all: Vec<&str> = catalog.loinc_codes().collect();
    all.sort_unstable();
    let mut plain = Vec::new();
    for loinc in all {
        let Some(meaning) = catalog.by_loinc(loinc) else {
            continue;
        };
        let usual = meaning
            .specimen
            .is_none_or(|specimen| specimen == meaning.analyte.specimen);
        if !usual || meaning.condition.is_some() {
            left.add("LOINC codes that state another specimen or a condition");
            continue;
        }
        let code = codes
            .iter()
            .find(|code| code.analyte.id == meaning.analyte.id && code.variant == meaning.variant);
        plain.extend(code.map(|code| (loinc.to_string(), code.code)));
    }
    plain
}

/// A LOINC code of the analyte, the first that its file lists and the job can use.
pub fn first_loinc(code: &Code<'_>) -> Option<String> {
    let file = reference::file_of(code.analyte)?;
    let rows = match code.variant {
        None => file.loinc,
        Some(variant) => {
            file.variants
                .into_iter()
                .find(|row| row.id == variant.id)?
                .loinc
        }
    };
    rows.into_iter()
        .find(|row| row.specimen.is_none() && row.condition.is_none())
        .map(|row| row.code)
}
