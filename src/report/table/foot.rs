//! The closing lines: counts, what the judgements rest on, and what the signs mean.

use super::print::{Shown, mark};
use super::row::{Rank, Row};
use crate::notice::{Code, Severity};
use crate::report::summary::grouped;
use crate::report::{Meta, Summary};
use crate::text::listed;

/// More patients with critical results than this are not listed again at the end.
const CALLS: usize = 20;

/// More analytes than this without a critical limit are not named.
const UNCALLED: usize = 6;

/// Counts, sources and versions: lines, each in parts that stay whole.
pub(super) fn closing(
    (sources, uncalled): (&[(String, u64)], &[String]),
    meta: &Meta,
    summary: &Summary,
) -> Vec<Vec<String>> {
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
    let list = meta.critical_list.as_deref().unwrap_or("none");
    // Nobody should take "not critical" for an answer where nothing was asked.
    let uncalled = match uncalled {
        [] => String::new(),
        names => format!(", which has none for {}", listed(names, UNCALLED)),
    };
    let counts = summary.to_string();
    counts
        .lines()
        .map(parts)
        .chain(advice(summary))
        .chain([
            parts(&format!(
                "intervals: {}; critical limits: {list}{uncalled}",
                rests.join(", ")
            )),
            vec![
                format!(
                    "{} {}, reference data {}.",
                    meta.tool, meta.version, meta.data_version
                ),
                "An aid to review, not a diagnosis.".to_owned(),
            ],
        ])
        .collect()
}

/// What to do about the most frequent reason that can be mended.
fn advice(summary: &Summary) -> Option<Vec<String>> {
    let (code, _) = summary
        .not_judged
        .iter()
        .filter_map(|(code, count)| Some((Code::from_code(code)?, *count)))
        .filter(|(code, _)| code.severity() == Severity::Serious)
        // Of equally frequent ones the first, so that the same input gives the same text.
        .rev()
        .max_by_key(|(_, count)| *count)?;
    Some(vec![format!("  {code}: {}", code.what_to_do())])
}

/// Breaks a line behind its commas and semicolons.
fn parts(line: &str) -> Vec<String> {
    line.split_inclusive([',', ';'])
        // A comma between digits groups thousands.
        .fold(Vec::new(), |mut parts: Vec<String>, piece| {
            match parts.last_mut() {
                Some(last) if !piece.starts_with(' ') => last.push_str(piece),
                _ => parts.push(piece.trim_start().to_owned()),
            }
            parts
        })
}

/// What the signs mean that were printed.
pub(super) fn legend<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<String> {
    const SIGNS: [(&str, &str); 7] = [
        ("!!", "critical"),
        ("×", "not usable"),
        ("?", "not to be relied on"),
        ("▲", "high"),
        ("▼", "low"),
        ("~", "read the remark"),
        ("–", "not judged"),
    ];
    let mut seen = [false; SIGNS.len()];
    for row in rows {
        let mark = mark(row);
        for (seen, (sign, _)) in seen.iter_mut().zip(SIGNS) {
            *seen |= sign == mark;
        }
    }
    seen.iter()
        .zip(SIGNS)
        .filter(|(seen, _)| **seen)
        .map(|(_, (sign, words))| format!("{sign} {words}"))
        .collect()
}

/// Whom to call about: one line for each patient with a critical result.
pub(super) fn calls(patients: &[Shown]) -> Vec<String> {
    let mut calls = Vec::new();
    let mut more = 0u64;
    for (patient, samples) in patients {
        let critical: Vec<(&str, &Row)> = samples
            .iter()
            .flat_map(|(sample, folded)| folded.rows.iter().map(|row| (&*sample.id, row)))
            .filter(|(_, row)| row.rank == Rank::Critical)
            .collect();
        let Some((sample, first)) = critical.first() else {
            continue;
        };
        if calls.len() == CALLS {
            more += 1;
            continue;
        }
        let patient = match &*patient.id {
            "" => "patient not stated",
            id => id,
        };
        let flag = |row: &Row| row.flag.map_or("(verify)", |flag| flag.as_str());
        let call = if critical.len() == 1 {
            let sample = match *sample {
                "" => String::new(),
                id => format!(", sample {id}"),
            };
            let result = first.in_one_text(&first.name);
            format!("CRITICAL {patient}{sample}: {result} {}", flag(first))
        } else {
            let mut names: Vec<String> = Vec::new();
            for (_, row) in &critical {
                let name = format!("{} {}", row.shortest_name(), flag(row));
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            format!(
                "CRITICAL {patient}: {} results: {}",
                critical.len(),
                names.join(", ")
            )
        };
        calls.push(call.trim_end().to_owned());
    }
    if more > 0 {
        calls.push(format!(
            "and {} more patients with critical results",
            grouped(more)
        ));
    }
    calls
}

/// Which tubes to draw again, across all patients: tube, why, what depends on it.
pub(super) fn recollect(patients: &[Shown]) -> Vec<String> {
    patients
        .iter()
        .flat_map(|(patient, samples)| samples.iter().map(move |(sample, _)| (patient, sample)))
        .filter(|(_, sample)| sample.recollect.is_needed())
        .map(|(patient, sample)| {
            let tube = if sample.id.is_empty() {
                &sample.collected
            } else {
                &sample.id
            };
            sample.recollect.line(&patient.id, tube, sample.hemolysis)
        })
        .collect()
}

/// The line above them.
pub(super) fn recollect_title(count: usize) -> String {
    let s = if count == 1 { "" } else { "s" };
    let count = grouped(u64::try_from(count).unwrap_or(u64::MAX));
    format!("RECOLLECT {count} sample{s}:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;

    #[test]
    fn the_foot_names_sources_and_versions() {
        let sources = [("report".to_owned(), 1200), ("us".to_owned(), 8)];
        let uncalled = ["Platelet count".to_owned()];
        let lines = closing((&sources, &uncalled), &cases::meta(), &Summary::default());
        assert_eq!(
            lines[1],
            [
                "intervals: 1,200 printed on the report,",
                "8 of profile us;",
                "critical limits: rcpath-2017,",
                "which has none for Platelet count"
            ]
        );
        assert!(lines[2][0].starts_with("serumcheck "));
        assert!(lines[2][0].ends_with(", reference data 2026.1."));
    }

    #[test]
    fn only_signs_that_were_printed_are_explained() {
        let units = cases::units();
        let legend_of = |results: Vec<_>| {
            let rows: Vec<Row> = results.iter().map(|r| Row::of(r, &units)).collect();
            legend(rows.iter())
        };
        assert_eq!(legend_of(cases::quiet_sample()), ["▼ low", "– not judged"]);
        assert!(legend_of(Vec::new()).is_empty());
    }
}
