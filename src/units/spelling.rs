//! How exports spell units.
//!
//! Our own table comes before any UCUM reading, because valid UCUM means other things in a
//! laboratory: `u/l` would be atomic mass units, `K/uL` kelvin, `G/L` gauss.

use foldhash::{HashMap, HashMapExt};
use serde::Deserialize;

use super::Unit;
use crate::text::fold_char;

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
        UnitTable::of_file(toml::from_str(text).map_err(|error| error.to_string())?)
    }

    /// The bundled units.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub(crate) fn bundled() -> Result<UnitTable, String> {
        let file: serde_json::Result<File> = bundled!("units");
        UnitTable::of_file(file.map_err(|error| error.to_string())?)
    }

    fn of_file(file: File) -> Result<UnitTable, String> {
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
            for spelling in row.spellings.iter().chain([&row.ucum, &row.print]) {
                let units = table.spellings.entry(fold_unit(spelling)).or_default();
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

/// One key for all spellings of a unit that differ only in case, blanks, brackets, the sign for
/// micro, HTML escapes, or how a power is written.
#[must_use]
pub fn fold_unit(spelling: &str) -> String {
    let spelling = spelling.trim().trim_end_matches('.');
    let spelling = match (spelling.chars().next(), spelling.chars().next_back()) {
        // "[mg/dL]" and "(mg/dL)" but not "[IU]/L".
        (Some('('), Some(')')) => &spelling[1..spelling.len() - 1],
        (Some('['), Some(']')) if spelling.matches('[').count() == 1 => {
            &spelling[1..spelling.len() - 1]
        }
        _ => spelling,
    };
    let mut folded = String::with_capacity(spelling.len());
    for c in spelling.chars() {
        match c {
            c if c.is_whitespace() => {}
            '×' => folded.push('x'),
            '⁰' => folded.push('0'),
            '¹' => folded.push('1'),
            '⁴'..='⁹' => folded.push(char::from(b'0' + (c as u32 - '⁰' as u32) as u8)),
            '∕' | '⁄' => folded.push('/'),
            '·' => folded.push('.'),
            _ => fold_char(c, &mut folded),
        }
    }
    // Most spellings hold nothing of what follows.
    let seldom = |byte: u8| byte == b'&' || !byte.is_ascii();
    let seldom = folded.bytes().any(seldom) || folded.contains("lit");
    let long = [
        ("&micro;", "u"),
        ("&mu;", "u"),
        ("&#181;", "u"),
        ("&#956;", "u"),
        ("&#xb5;", "u"),
        ("&gt;", ">"),
        ("&lt;", "<"),
        // µ read as Latin-1 where it was UTF-8.
        ("aµ", "u"),
        ("\u{fffd}", "u"),
        ("litre", "l"),
        ("liter", "l"),
    ];
    for (long, short) in long.iter().filter(|_| seldom) {
        if folded.contains(long) {
            folded = folded.replace(long, short);
        }
    }
    // "mc" stands for micro before a unit: mcg, mcmol, mcIU, mcL.
    for start in ["mcg", "mcmol", "mciu", "mcu", "mckat", "mkmol"] {
        if folded.starts_with(start) {
            folded.replace_range(..2, "u");
            break;
        }
    }
    folded.replace("/mcl", "/ul").replace("/mcg", "/ug")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_to_one_key() {
        for (a, b) in [
            ("µmol/L", "umol/l"),
            ("μmol/L", "UMOL/L"),
            ("mcmol/L", "umol/L"),
            ("&micro;mol/L", "umol/L"),
            ("mcg/dL", "ug/dL"),
            ("K/mcL", "K/uL"),
            ("x10⁹/L", "x109/l"),
            ("mmol/ L", "mmol/L"),
            ("[mg/dL]", "mg/dL"),
            ("mg / dL", "mg/dl"),
        ] {
            assert_eq!(fold_unit(a), fold_unit(b), "{a} and {b}");
        }
        assert_ne!(fold_unit("[IU]/L"), fold_unit("IU/L"));
    }

    #[test]
    fn what_says_that_there_is_no_unit() {
        for text in ["", "  ", "*", "N/A", "null", "-"] {
            assert!(is_missing(text), "{text:?}");
        }
        assert!(!is_missing("%"));
    }
}
