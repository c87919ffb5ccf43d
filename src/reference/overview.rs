//! All analytes at a glance: how many intervals each profile has for each.

use std::fmt::Write as _;

use super::{Analyte, Catalog};

/// Profiles that judge, in the order of tables and pages.
pub const PROFILES: [&str; 4] = ["us", "uk", "anz", "nordic"];

/// One line per analyte: id, name, and the number of sourced intervals in each profile.
#[must_use]
pub fn table(catalog: &Catalog) -> String {
    let width = catalog
        .analytes()
        .map(|analyte| analyte.id.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    let mut head = format!("{:<width$}", "analyte");
    for profile in PROFILES {
        let _ = write!(head, "  {profile:>6}");
    }
    let _ = writeln!(text, "{head}  {:>6}  name", "others");
    let mut group = "";
    let mut totals = [0; PROFILES.len()];
    for analyte in catalog.analytes() {
        if analyte.group != group {
            group = &analyte.group;
            let _ = writeln!(text, "\n{}", group.replace('_', " "));
        }
        let mut line = format!("{:<width$}", analyte.id);
        for (profile, total) in PROFILES.iter().zip(&mut totals) {
            let count = sourced(analyte, profile);
            *total += usize::from(0 < count);
            let shown = if count == 0 {
                "-".to_string()
            } else {
                count.to_string()
            };
            let _ = write!(line, "  {shown:>6}");
        }
        let others = analyte
            .intervals
            .iter()
            .filter(|row| !row.is_sourced() || !PROFILES.contains(&row.profile.as_str()))
            .count();
        let others = if others == 0 {
            "-".to_string()
        } else {
            others.to_string()
        };
        let _ = writeln!(text, "{line}  {others:>6}  {}", analyte.name);
    }
    let covered: Vec<String> = PROFILES
        .iter()
        .zip(totals)
        .map(|(profile, total)| format!("{profile} {total}"))
        .collect();
    let _ = writeln!(
        text,
        "\n{} analytes; with an interval: {}.\nothers: sets shown for comparison, and rows without a source; they judge nothing.",
        catalog.analytes().len(),
        covered.join(", ")
    );
    text
}

fn sourced(analyte: &Analyte, profile: &str) -> usize {
    let rows = analyte.intervals.iter();
    rows.filter(|row| row.is_sourced() && row.profile == profile)
        .count()
}
