//! How exports spell units.
//!
//! Our own table comes before any UCUM reading, because valid UCUM means other things in a
//! laboratory: `u/l` would be atomic mass units, `K/uL` kelvin, `G/L` gauss.

use std::borrow::Cow;

use super::Unit;
pub use super::fold::fold_unit;
use super::table::Table;
use crate::text::{is_null, is_one_of};

/// Spellings of units, `reference_ranges/units.toml`.
#[derive(Clone, Debug)]
pub struct UnitTable {
    /// In order, to be searched.
    spellings: Cow<'static, [Spelling]>,
    /// In the order of codes.
    printed: Cow<'static, [Printed]>,
}

/// A folded spelling, and the units that it may mean.
#[derive(Clone, Debug)]
struct Spelling {
    folded: Cow<'static, str>,
    units: Cow<'static, [&'static Unit]>,
}

/// How a laboratory prints a unit.
#[derive(Clone, Debug)]
struct Printed {
    code: &'static str,
    print: Cow<'static, str>,
}

impl Spelling {
    const fn bundled(folded: &'static str, units: &'static [&'static Unit]) -> Spelling {
        Spelling {
            folded: Cow::Borrowed(folded),
            units: Cow::Borrowed(units),
        }
    }
}

impl Printed {
    const fn bundled(unit: &'static Unit, print: &'static str) -> Printed {
        Printed {
            code: unit.code,
            print: Cow::Borrowed(print),
        }
    }
}

// The bundled tables, as the build script wrote them: folded and in order.
include!(concat!(env!("OUT_DIR"), "/units.rs"));

impl UnitTable {
    /// Reads a table. The error says which line or unit is wrong.
    pub fn parse(text: &str) -> Result<UnitTable, String> {
        let Table { spellings, printed } = Table::read(text, |code| {
            Unit::from_code(code)
                .ok_or_else(|| format!("unit `{code}` is not in the table of types"))
        })?;
        let spellings = spellings.into_iter().map(|(folded, units)| Spelling {
            folded: folded.into(),
            units: units.into(),
        });
        let printed = printed.into_values().map(|(unit, print)| Printed {
            code: unit.code,
            print: print.into(),
        });
        Ok(UnitTable {
            spellings: spellings.collect(),
            printed: printed.collect(),
        })
    }

    /// The bundled units.
    pub(crate) const fn bundled() -> UnitTable {
        UnitTable {
            spellings: Cow::Borrowed(&SPELLINGS),
            printed: Cow::Borrowed(&PRINTED),
        }
    }

    /// The units that a spelling may mean; more than one where only the analyte can tell (`G/L`).
    #[must_use]
    pub fn read(&self, spelling: &str) -> &[&'static Unit] {
        let find = |text: &str| {
            let folded = fold_unit(text);
            self.units_of(&folded)
                .or_else(|| self.units_of(&in_words(&folded)?))
        };
        // `µmol/L (micromoles/L)` says it twice; `mg/dL (mmol/L)` says two things.
        let said_twice = || {
            let (unit, again) = in_brackets(spelling)?;
            let (unit, again) = (find(unit)?, find(again)?);
            (unit == again).then_some(unit)
        };
        find(spelling)
            .or_else(|| coded(spelling).and_then(find))
            .or_else(|| without_remark(spelling).and_then(find))
            .or_else(said_twice)
            .unwrap_or_default()
    }

    fn units_of(&self, folded: &str) -> Option<&[&'static Unit]> {
        let is = |known: &Spelling| known.folded.as_ref().cmp(folded);
        let at = self.spellings.binary_search_by(is).ok()?;
        Some(&self.spellings.get(at)?.units)
    }

    fn printed_as(&self, code: &str) -> Option<&str> {
        let is = |known: &Printed| known.code.cmp(code);
        let at = self.printed.binary_search_by(is).ok()?;
        Some(&self.printed.get(at)?.print)
    }

    /// True if the table has a block for the unit.
    #[must_use]
    pub fn is_listed(&self, unit: &Unit) -> bool {
        self.printed_as(unit.code).is_some()
    }

    /// The unit as a laboratory prints it: `µmol/L`, `×10⁹/L`.
    #[must_use]
    pub fn printed<'a>(&'a self, unit: &'a str) -> &'a str {
        self.printed_as(unit).unwrap_or(unit)
    }
}

/// The identifier of a coded unit as HL7 writes it: `mg/dL^milligram per deciliter^UCUM`.
fn coded(spelling: &str) -> Option<&str> {
    let (first, _) = spelling.split_once('^')?;
    // In `10^9/L` and `x10^3` the caret is a power.
    (!first.trim_end().ends_with("10")).then_some(first)
}

/// A folded unit with its slash in words: `micromoles/l` as "micromoles per liter" is folded.
fn in_words(folded: &str) -> Option<String> {
    let (unit, of) = folded.split_once('/')?;
    let of = match of {
        "l" => "l",
        "dl" => "decil",
        "ml" => "millil",
        "ul" => "microl",
        _ => return None,
    };
    Some(format!("{unit}per{of}"))
}

/// A unit, and what stands in brackets behind it.
fn in_brackets(spelling: &str) -> Option<(&str, &str)> {
    let spelling = spelling.trim();
    let (unit, again) = match spelling.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => spelling.strip_suffix(']')?.rsplit_once('[')?,
    };
    (!unit.trim().is_empty()).then_some((unit, again))
}

/// A unit without the remark behind it, of which it is the same: `mg/dL (calc)`, `IU/L (37°C)`, `mmol/L*`. Enzymes at another
/// temperature are in another unit.
fn without_remark(spelling: &str) -> Option<&str> {
    const REMARKS: &[&str] = &[
        "calc",
        "calculated",
        "berechnet",
        "calcul\u{e9}",
        "calculado",
        "37\u{b0}c",
        "37c",
        "37\u{2103}",
    ];
    let spelling = spelling.trim();
    if let Some(marked) = spelling.strip_suffix('*') {
        let bare = marked.trim_end_matches('*').trim_end();
        return (!bare.is_empty()).then_some(bare);
    }
    let (unit, remark) = spelling.strip_suffix(')')?.rsplit_once('(')?;
    let remark = remark.replace([' ', '.', '\u{ba}'], "").to_lowercase();
    let known = REMARKS.contains(&remark.as_str()) && !unit.trim().is_empty();
    known.then(|| unit.trim_end())
}

/// True for a cell that says that there is no unit: blank, `*`, `N/A`, `NULL`.
#[must_use]
pub fn is_missing(spelling: &str) -> bool {
    let text = spelling.trim();
    text.is_empty()
        || text
            .chars()
            .all(|c| matches!(c, '*' | '-' | '.' | '?' | '_'))
        || is_null(text)
        || is_one_of(text, &["unknown", "no unit", "no units"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_exports() {
        let table = UnitTable::bundled();
        for (spellings, code) in [
            ("mg/dL (calc)|mg/dL (calc.)|mgs%|mg%", "mg/dL"),
            ("g/dL (calc)|gms%|gm%", "g/dL"),
            ("% (calc)|% (calculated)", "%"),
            ("mmol/Lt|mmols/L|mmol/L*|mmol/lt.", "mmol/L"),
            ("mEq/lit|mEq/Lt", "mEq/L"),
            ("U/Lt", "U/L"),
            ("IU/Lt|IU/L (37°C)|IU/L (37 °C)|j.m./l", "[IU]/L"),
            ("Âµmol/L|µmol/Lt", "umol/L"),
            ("/cu.mm|/cu mm|cells/cu.mm|/cumm|/mmc", "/uL"),
            ("mii/µL|miles/mm3|10*3/mmc", "10*3/uL"),
            ("ml/dk/1.73m2|mL/dk/1,73 m2", "mL/min/{1.73_m2}"),
            ("ml/s/1,73 m2|mL/s/1.73m2", "mL/s/{1.73_m2}"),
            // Said twice.
            (
                "µmol/L (micromoles/L)|µmol/L (micromoles per liter)|micromoles/L",
                "umol/L",
            ),
            (
                "mg/dL (milligrams/dL)|mg/dL [milligram per deciliter]|mg/dL (mg/dl)",
                "mg/dL",
            ),
            ("IU/L (international units/L)", "[IU]/L"),
        ] {
            for spelling in spellings.split('|') {
                let found: Vec<&str> = table.read(spelling).iter().map(|unit| unit.code).collect();
                assert_eq!(found, [code], "{spelling}");
            }
        }
        for spelling in [
            "IU/L (25°C)",
            "IU/L (30°C)",
            "mg/dL (corrected)",
            "mg/dL (mmol/L)",
            "mmol/L (micromoles/L)",
            "mg/dL (fasting)",
            "(mg/dL) mmol/L",
            "microliters/L",
            "*",
            "(calc)",
        ] {
            assert!(table.read(spelling).is_empty(), "{spelling}");
        }
        // A thousand of Spanish and Portuguese, a million of English and Romanian: the analyte tells.
        assert_eq!(table.read("mil/mm3").len(), 2);
        assert_eq!(table.read("U.I./L").len(), 2);
    }

    #[test]
    fn what_says_that_there_is_no_unit() {
        for text in ["", "  ", "*", "N/A", "null", "-"] {
            assert!(is_missing(text), "{text:?}");
        }
        assert!(!is_missing("%"));
    }
}
