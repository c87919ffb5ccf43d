//! Which interval judged a result, and why the others did not.

use super::super::page::Page;
use super::super::{intervals, words};
use crate::interpret::{Rules, Standing};
use crate::interpretation::{Interpretation, RangeSource};
use crate::resolve::Resolution;

/// The interval used, and why each of the others was not.
pub(super) fn write(
    page: &mut Page,
    rules: &Rules,
    result: &Interpretation<'_>,
    resolution: &Resolution<'_>,
) {
    let catalog = rules.catalog();
    match &result.limits {
        Some(limits) => {
            let unit = catalog.units().printed(limits.unit);
            let whose = match limits.source {
                RangeSource::Report => "printed on the report: it comes first",
                RangeSource::Lab => "of the laboratory's own file (--ranges)",
                RangeSource::Profile(name) => &format!("of the bundled profile {name}"),
            };
            let shown = words::limits(limits.low, limits.high);
            let shown = if shown.is_empty() {
                "several rows with the same answer".to_string()
            } else {
                format!("{shown} {unit}")
            };
            page.item("used", &format!("{shown}, {whose}"));
            for row in &limits.rows {
                let title = result
                    .analyte
                    .map_or(row.source.as_str(), |a| a.source_title(&row.source));
                page.item("", &format!("source: {title}"));
            }
        }
        None => page.item("used", "none"),
    }
    if let Some(code) = crate::report::reason::why_not_judged(result) {
        page.item("no flag", &format!("{code}: {}", code.meaning()));
    }
    let by_report = result
        .limits
        .as_ref()
        .is_some_and(|limits| limits.source == RangeSource::Report);
    for (row, standing) in rules.considered(result, resolution) {
        let why = match standing {
            Standing::Chosen if by_report => "would hold; the report's own interval comes first",
            Standing::Chosen if result.limits.is_none() => "would hold for this person",
            Standing::Chosen => "chosen",
            Standing::OtherProfile => "not used: not of this profile",
            Standing::BehindLaboratory => "not used: the laboratory's own file comes first",
            Standing::Unsourced => "not used: no source was read for it",
            Standing::OtherSpecimen => "not used: another specimen",
            // Only pregnancy sets a row without a condition aside.
            Standing::ConditionUnknown if row.condition.is_none() => {
                "not used: it says nothing of pregnancy"
            }
            Standing::ConditionUnknown => "not used: its condition is not known to hold",
            Standing::LessSpecific => "not used: a row for the known condition is more specific",
            Standing::OtherSex => "not used: the other sex",
            Standing::OtherAge => "not used: another age",
        };
        page.hanging(
            4,
            8,
            &format!("{}: {why}", intervals::describe(catalog, row, &row.profile)),
        );
    }
}
