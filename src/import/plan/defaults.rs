//! What a layout says of single analytes, for cells that are blank.

use std::collections::HashMap;

use crate::import::layout::{Layout, Number, Shape};

/// What a layout says about one analyte of a long export, for cells that are blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Defaults {
    pub(crate) unit: String,
    pub(crate) specimen: String,
    pub(crate) loinc: String,
    pub(crate) condition: String,
    pub(crate) low: String,
    pub(crate) high: String,
}

/// By name or code of the analyte, in lower case.
pub(super) fn defaults(shape: Shape, layout: Option<&Layout>) -> HashMap<String, Defaults> {
    let mut table = HashMap::new();
    let (Shape::Long | Shape::Cumulative, Some(layout)) = (shape, layout) else {
        return table;
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    for analyte in &layout.analytes {
        let defaults = Defaults {
            unit: text(&analyte.unit),
            specimen: text(&analyte.specimen),
            loinc: text(&analyte.loinc),
            condition: text(&analyte.condition),
            low: number(&analyte.low),
            high: number(&analyte.high),
        };
        for key in [&analyte.name, &analyte.code].into_iter().flatten() {
            table.insert(key.trim().to_lowercase(), defaults.clone());
        }
    }
    table
}

/// A number of a layout, as it is written there.
pub(crate) fn number(stated: &Option<Number>) -> String {
    stated
        .as_ref()
        .map_or_else(String::new, |number| number.0.clone())
}
