//! One code per analyte, and one per molecule that its mass may weigh: urea and urea nitrogen are two.

use serumcheck::Specimen;
use serumcheck::reference::{Analyte, Catalog, Effect, Variant};

use crate::export::Table;

/// The code under which the job looks for indices of hemolysis.
pub const HEMOLYSIS: &str = "HIDX";

/// The job counts free hemoglobin in mg/dL; the reference data counts it in g/L.
pub const MG_PER_DL: f64 = 100.0;

/// What a row of the job may be.
pub struct Code<'c> {
    pub code: &'c str,
    pub analyte: &'c Analyte,
    pub variant: Option<&'c Variant>,
}

impl Code<'_> {
    pub fn is_hemolysis(&self) -> bool {
        self.code == HEMOLYSIS
    }

    /// Name by which the library knows it.
    pub fn name(&self) -> &str {
        self.variant.map_or(&self.analyte.id, |variant| &variant.id)
    }
}

/// All codes, in the order of the reference data.
pub fn all(catalog: &Catalog) -> Vec<Code<'_>> {
    let mut codes = Vec::new();
    for analyte in catalog.analytes() {
        let own = match analyte.id.as_str() {
            "hemolysis_index" => HEMOLYSIS,
            id => id,
        };
        codes.push(Code {
            code: own,
            analyte,
            variant: None,
        });
        codes.extend(analyte.variants.iter().map(|variant| Code {
            code: &variant.id,
            analyte,
            variant: Some(variant),
        }));
    }
    codes
}

/// Canonical unit and threshold of hemolysis, by code.
pub fn analytes(codes: &[Code<'_>]) -> Table {
    let general = General::bundled();
    let mut table = Table::new(
        "analytes.csv",
        &["code", "canonical_unit", "hemo_threshold"],
    );
    for code in codes {
        let unit = if code.is_hemolysis() {
            "mg/dL"
        } else {
            code.analyte.unit.code
        };
        let threshold = threshold(code, &general)
            .map(|grams| (grams * MG_PER_DL).to_string())
            .unwrap_or_default();
        table.push([code.code.to_string(), unit.to_string(), threshold]);
    }
    table
}

/// What `compare.py` needs to know of a code and the job does not.
pub fn details(codes: &[Code<'_>]) -> Table {
    let mut table = Table::new(
        "codes.csv",
        &["code", "analyte", "plausible_low", "plausible_high"],
    );
    for code in codes {
        let (low, high) = code.analyte.plausible;
        table.push([
            code.code.to_string(),
            code.analyte.id.clone(),
            low.to_string(),
            high.to_string(),
        ]);
    }
    table
}

/// Limits of free hemoglobin that hold where an analyte has none of its own, in g/L.
struct General {
    none_below: f64,
    none_tried_to: f64,
}

impl General {
    fn bundled() -> General {
        let file: toml::Table =
            include_str!("../../reference_ranges/sample_quality/hemolysis.toml")
                .parse()
                .expect("bundled data");
        let number = |key: &str| file[key].as_float().expect("a number");
        General {
            none_below: number("none_below"),
            none_tried_to: number("none_tried_to"),
        }
    }
}

/// Free hemoglobin, in g/L, from which a result is not simply usable. None where serum shows nothing of
/// the sample.
fn threshold(code: &Code<'_>, general: &General) -> Option<f64> {
    let tube = code.analyte.specimen;
    if matches!(tube, Specimen::WholeBlood | Specimen::PlasmaCitrate)
        || code.analyte.group == "serum_indices"
    {
        return None;
    }
    let Some(known) = &code.analyte.hemolysis else {
        return Some(general.none_below);
    };
    let otherwise = match known.effect {
        Effect::None => general.none_tried_to,
        Effect::Raises | Effect::Lowers | Effect::Unknown => general.none_below,
    };
    Some(known.comment_from.unwrap_or(otherwise))
}
