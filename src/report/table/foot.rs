//! The closing lines: counts, what the judgements rest on, and what the signs mean.

use super::print::mark;
use super::row::Row;
use crate::report::summary::grouped;
use crate::report::{Meta, Summary};

/// Counts, sources and versions.
pub(super) fn closing(sources: &[(String, u64)], meta: &Meta, summary: &Summary) -> Vec<String> {
    let mut lines: Vec<String> = summary.to_string().lines().map(str::to_owned).collect();
    let mut rests: Vec<String> = sources
        .iter()
        .map(|(name, count)| {
            let count = grouped(*count);
            match name.as_str() {
                "report" => format!("{count} printed on the report"),
                "lab" => format!("{count} of the laboratory's file"),
                profile => format!("{count} of profile {profile}"),
            }
        })
        .collect();
    if rests.is_empty() {
        rests.push("none used".to_owned());
    }
    lines.push(format!(
        "intervals: {}; critical limits: {}",
        rests.join(", "),
        meta.critical_list.as_deref().unwrap_or("none")
    ));
    lines.push(format!(
        "{} {}, reference data {}. An aid to review, not a diagnosis.",
        meta.tool, meta.version, meta.data_version
    ));
    lines
}

/// What the signs mean that were printed; empty if none was.
pub(super) fn legend<'r>(rows: impl Iterator<Item = &'r Row>) -> String {
    const SIGNS: [(&str, &str); 7] = [
        ("!!", "!! critical"),
        ("×", "× not usable"),
        ("?", "? not to be relied on"),
        ("▲", "▲ high"),
        ("▼", "▼ low"),
        ("~", "~ read the remark"),
        ("–", "– not judged"),
    ];
    let mut seen = [false; SIGNS.len()];
    for row in rows {
        let mark = mark(row);
        for (seen, (sign, _)) in seen.iter_mut().zip(SIGNS) {
            *seen |= sign == mark;
        }
    }
    let words: Vec<&str> = seen
        .iter()
        .zip(SIGNS)
        .filter(|(seen, _)| **seen)
        .map(|(_, (_, words))| words)
        .collect();
    words.join("   ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    #[test]
    fn the_foot_names_sources_and_versions() {
        let sources = [("report".to_owned(), 1200), ("us".to_owned(), 8)];
        let lines = closing(&sources, &cases::meta(), &Summary::default());
        assert_eq!(
            lines[1..],
            [
                "intervals: 1,200 printed on the report, 8 of profile us; critical limits: rcpath-2017".to_owned(),
                format!(
                    "serumcheck {}, reference data 2026.1. An aid to review, not a diagnosis.",
                    env!("CARGO_PKG_VERSION")
                ),
            ]
        );
    }

    #[test]
    fn only_signs_that_were_printed_are_explained() {
        let units = cases::units();
        let legend_of = |results: Vec<_>| {
            let rows: Vec<Row> = results.iter().map(|r| Row::of(r, &units)).collect();
            legend(rows.iter())
        };
        assert_eq!(legend_of(cases::quiet_sample()), "▼ low   – not judged");
        assert_eq!(legend_of(Vec::new()), "");
    }
}
