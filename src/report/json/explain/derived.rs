//! How a value was derived, with its inputs.

use serde::Serialize;

use crate::derive::{Derivation, DerivedFrom};
use crate::notice::Code;

/// The formula and what it was given.
#[derive(Serialize)]
pub(super) struct DerivedRow<'a> {
    formula: &'a str,
    note: Option<&'a str>,
    inputs: Vec<InputRow<'a>>,
}

#[derive(Serialize)]
struct InputRow<'a> {
    analyte: &'a str,
    role: Option<&'a str>,
    file: &'a str,
    line: Option<u64>,
    value: &'a str,
    unit: &'a str,
    usability: Option<&'static str>,
    notices: Vec<&'static str>,
}

impl<'a> DerivedRow<'a> {
    pub(super) fn of(derivation: &'a Derivation) -> DerivedRow<'a> {
        DerivedRow {
            formula: &derivation.formula,
            note: derivation.note,
            inputs: derivation.inputs.iter().map(InputRow::of).collect(),
        }
    }
}

impl<'a> InputRow<'a> {
    fn of(input: &'a DerivedFrom) -> InputRow<'a> {
        InputRow {
            analyte: input.analyte,
            role: input.role,
            file: &input.file,
            line: (0 < input.line).then_some(input.line),
            value: &input.value,
            unit: input.unit,
            usability: input.usability.map(|usability| usability.as_str()),
            notices: input.notices.iter().copied().map(Code::as_str).collect(),
        }
    }
}
