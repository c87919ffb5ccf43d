//! What the bundled policy of the pre-operative sheet says of an analyte.

use super::page::Page;
use crate::preop::Policy;
use crate::preop::crossing::within_hours;
use crate::preop::policy::is_unsourced;
use crate::preop::policy::schema::{LimitRow, WindowRow};
use crate::reference::{Analyte, Catalog};

/// Limits and windows, those that the policy does not follow too.
pub(super) fn write(page: &mut Page, catalog: &Catalog, analyte: &Analyte) {
    let Ok(policy) = Policy::bundled(catalog) else {
        return; // Tests read the bundled one.
    };
    let limits: Vec<&LimitRow> = policy
        .limit_rows()
        .iter()
        .filter(|row| row.analyte == analyte.id)
        .collect();
    let windows: Vec<&WindowRow> = policy
        .window_rows()
        .iter()
        .filter(|row| row.tests.contains(&analyte.id))
        .collect();
    if limits.is_empty() && windows.is_empty() {
        return;
    }
    page.heading(&format!(
        "Before surgery (policy {}: an example that a site must own)",
        policy.head().id
    ));
    for row in limits {
        let unit_printed = |text: &str| {
            let mut words: Vec<&str> = text.split_whitespace().collect();
            if let Some(unit) = words.get_mut(2) {
                *unit = catalog.units().printed(unit);
            }
            words.join(" ")
        };
        let mut text = match row.rise_within_hours {
            Some(hours) => format!(
                "rise {} {}",
                unit_printed(&row.crossed),
                within_hours(hours)
            ),
            None => unit_printed(&row.crossed),
        };
        for also in &row.also {
            text.push_str(&format!(" ({})", unit_printed(also)));
        }
        for (word, names) in [("if", &row.when), ("unless", &row.unless)] {
            if !names.is_empty() {
                text.push_str(&format!(", {word} {}", names.join(" and ")));
            }
        }
        if !row.with.is_empty() {
            text.push_str(&format!(", with {}", row.with.join(" and ")));
        }
        text.push_str(&whose(&policy, &row.owner, &row.source, row.in_force));
        page.item(row.tier.as_str(), &text);
    }
    for row in windows {
        let mut text = match row.days {
            0 => "collected on the day of surgery".to_string(),
            1 => "at most 1 day old".to_string(),
            days => format!("at most {days} days old"),
        };
        if !row.when.is_empty() {
            text.push_str(&format!(", if {}", row.when.join(" and ")));
        }
        text.push_str(&whose(&policy, &row.owner, &row.source, row.in_force));
        page.item("valid", &text);
    }
}

fn whose(policy: &Policy, owner: &str, source: &str, in_force: bool) -> String {
    let mut text = format!("; {owner}");
    if is_unsourced(source) {
        text.push_str(&format!(" ({})", policy.source_title(source)));
    }
    if !in_force {
        text.push_str("; NOT FOLLOWED");
    }
    text
}
