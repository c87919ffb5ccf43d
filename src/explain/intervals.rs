//! The intervals of an analyte: profile by profile, then the sets that stand for comparison.

use super::page::Page;
use super::words;
use crate::reference::overview::PROFILES;
use crate::reference::{Analyte, Catalog, Interval, Transferable, file_of};

/// Decimals that a source prints at most.
const LONGEST: u32 = 6;

pub(super) fn write(page: &mut Page, catalog: &Catalog, analyte: &Analyte) {
    page.heading("Reference intervals");
    if analyte.intervals.is_empty() {
        page.paragraph(2, "none");
        return;
    }
    let of = |profile: &str| -> Vec<&Interval> {
        analyte
            .intervals
            .iter()
            .filter(|row| row.profile == profile)
            .collect()
    };
    for profile in PROFILES {
        let rows = of(profile);
        if rows.is_empty() {
            continue;
        }
        let judges = rows.iter().any(|row| row.is_sourced());
        let remark = match (judges, analyte.transferable) {
            (false, _) => " (unsourced: judges nothing)",
            (true, Transferable::No) => " (shown; not used to flag, see methods)",
            (true, _) if profile == PROFILES[0] => " (used unless --profile says otherwise)",
            (true, _) => "",
        };
        page.paragraph(2, &format!("{profile}{remark}"));
        for row in rows {
            interval(page, catalog, analyte, row, "");
        }
    }
    let others: Vec<&Interval> = analyte
        .intervals
        .iter()
        .filter(|row| !PROFILES.contains(&row.profile.as_str()))
        .collect();
    if !others.is_empty() {
        page.paragraph(2, "shown for comparison, judging nothing");
        for row in others {
            interval(page, catalog, analyte, row, &row.profile);
        }
    }
    for gap in file_of(analyte).map(|file| file.gaps).unwrap_or_default() {
        page.hanging(
            4,
            8,
            &format!(
                "{}: none from {} to {}; {}",
                gap.profile, gap.from, gap.below, gap.note
            ),
        );
    }
}

fn interval(page: &mut Page, catalog: &Catalog, analyte: &Analyte, row: &Interval, set: &str) {
    page.hanging(4, 8, &describe(catalog, row, set));
    let source = if row.is_sourced() {
        let title = analyte.source_title(&row.source);
        format!("[{}] {title}", row.source)
    } else {
        "unsourced: no source was read, so it judges nothing".to_string()
    };
    page.hanging(8, 10, &source);
    if let Some(note) = &row.note {
        page.hanging(8, 10, note);
    }
}

/// One interval with everything it depends on.
pub(super) fn describe(catalog: &Catalog, row: &Interval, set: &str) -> String {
    let units = catalog.units();
    let mut text = words::stated(&row.stated, units);
    // Limits that were only converted, not stated, are no news.
    let printed = |limit: Option<crate::interpretation::Limit>| {
        limit.is_none_or(|limit| limit.value.scale() <= LONGEST)
    };
    for also in row
        .also
        .iter()
        .filter(|also| printed(also.low) && printed(also.high))
    {
        text = format!(
            "{text} (in {}: {})",
            units.printed(also.unit.code),
            words::limits(also.low, also.high)
        );
    }
    let specimens: Vec<&str> = row
        .specimens
        .iter()
        .map(|specimen| specimen.as_str())
        .collect();
    let parts = [
        set.to_string(),
        row.sex
            .map_or_else(String::new, |sex| sex.as_str().to_string()),
        words::ages(Some(row.from), row.below),
        row.condition.clone().unwrap_or_default(),
        specimens.join("/"),
        words::kind(row.kind).to_string(),
    ];
    for part in parts.iter().filter(|part| !part.is_empty()) {
        text = format!("{text}, {part}");
    }
    text
}
