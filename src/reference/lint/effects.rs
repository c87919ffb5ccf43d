//! What hemolysis, icterus and lipemia are said to do: levels in order, slopes in a unit of the analyte.

use super::file::Report;
use crate::reference::Analyte;
use crate::reference::schema::{AnalyteFile, UNSOURCED};
use crate::units::Unit;

/// Thresholds in order, the slope in a unit of the analyte.
pub(super) fn hemolysis(file: &AnalyteFile, analyte: &Analyte, report: &mut Report<'_>) {
    let Some(row) = &file.hemolysis else {
        return;
    };
    let thresholds = [
        ("comment_from", row.comment_from),
        ("action_from", row.action_from),
        ("do_not_use_from", row.do_not_use_from),
    ];
    let stated: Vec<(&str, f64)> = thresholds
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .collect();
    for pair in stated.windows(2) {
        if pair[1].1 < pair[0].1 {
            report.error(
                &["hemolysis".into(), pair[1].0.into()],
                format!(
                    "{} {} lies below {} {}",
                    pair[1].0, pair[1].1, pair[0].0, pair[0].1
                ),
                "a graver verdict needs more free hemoglobin; check the unit (g/L)",
            );
        }
    }
    let Some(slope) = &row.slope else {
        return;
    };
    if slope.high < slope.low || slope.low < 0.0 {
        report.error(
            &["hemolysis".into(), "slope".into()],
            format!("the slope runs from {} to {}", slope.low, slope.high),
            "write the smallest published bias first, both without sign",
        );
    }
    let converts = slope.unit == "%"
        || Unit::from_code(&slope.unit)
            .is_some_and(|unit| analyte.conversion(unit, None).is_some());
    if !converts {
        report.error(
            &["hemolysis".into(), "slope".into(), "unit".into()],
            format!("`{}` is no unit of {}", slope.unit, file.name),
            "write a unit of the analyte, or %",
        );
    }
    if row.source == UNSOURCED && row.note.is_none() {
        report.warning(
            &["hemolysis".into(), "source".into()],
            "an unsourced effect without a note".to_string(),
            "say in a note where it is said to come from",
        );
    }
}

/// A level from which icterus or lipemia matters is not negative.
pub(super) fn interference(file: &AnalyteFile, report: &mut Report<'_>) {
    for (table, row) in [("icterus", &file.icterus), ("lipemia", &file.lipemia)] {
        if let Some(from) = row.as_ref().and_then(|row| row.from)
            && from < 0.0
        {
            report.error(
                &[table.into(), "from".into()],
                format!("the level {from} is negative"),
                "write the level from which it matters",
            );
        }
    }
}
