//! Ages of one specimen, sex, profile, condition and kind: no two rows at once, and no hole between.

use std::collections::{BTreeMap, HashSet};

use super::file::Report;
use super::interval::Placed;
use super::spans::Place;
use crate::age::AgePoint;
use crate::person::Sex;
use crate::reference::Interval;
use crate::reference::schema::AnalyteFile;

/// A hole or an overlap, at the later of the two rows.
pub(super) struct Trouble {
    /// Index of that row.
    pub(super) row: usize,
    /// Line of the other.
    pub(super) other: u64,
    pub(super) kind: TroubleKind,
}

/// What is wrong between two rows.
#[derive(PartialEq)]
pub(super) enum TroubleKind {
    Overlap,
    Gap(AgePoint, AgePoint),
}

/// Looks for holes and overlaps among the rows of one analyte: those of one sex and specimen in the order
/// of their ages, each beside the one before it that ends last.
pub(super) fn find(rows: &[(&Interval, Place)]) -> Vec<Trouble> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, (row, _)) in rows.iter().enumerate() {
        for (rank, sex) in [Sex::Female, Sex::Male].into_iter().enumerate() {
            if row.sex.is_some_and(|own| own != sex) {
                continue;
            }
            for specimen in &row.specimens {
                let whom = (&row.profile, row.kind.as_str(), &row.condition);
                groups.entry((whom, rank, specimen)).or_default().push(i);
            }
        }
    }
    let mut found: Vec<Trouble> = Vec::new();
    let mut overlaps = HashSet::new();
    let mut holes = HashSet::new();
    for mut group in groups.into_values() {
        group.sort_by(|a, b| rows[*a].0.from.days().total_cmp(&rows[*b].0.from.days()));
        let mut earlier: Option<(usize, AgePoint)> = None;
        for i in group {
            let row = rows[i].0;
            let begins = row.from.days();
            if let Some((other, end)) = earlier {
                let (first, second) = (i.min(other), i.max(other));
                if begins < end.days() && overlaps.insert((first, second)) {
                    found.push(Trouble {
                        row: second,
                        other: rows[first].1.0,
                        kind: TroubleKind::Overlap,
                    });
                } else if end.days() < begins && holes.insert(i) {
                    found.push(Trouble {
                        row: i,
                        other: rows[other].1.0,
                        kind: TroubleKind::Gap(end, row.from),
                    });
                }
            }
            let end = row.below.unwrap_or(AgePoint::years(u32::MAX));
            if earlier.is_none_or(|(_, before)| before.days() < end.days()) {
                earlier = Some((i, end));
            }
        }
    }
    found.sort_by_key(|trouble| (trouble.kind != TroubleKind::Overlap, trouble.row));
    found
}

/// Checks the rows of a file. A hole that the file lists under `gaps` is accepted.
pub(super) fn check_file(file: &AnalyteFile, rows: &[Placed], report: &mut Report<'_>) {
    let mut accepted = vec![false; file.gaps.len()];
    let pairs: Vec<(&Interval, Place)> =
        rows.iter().map(|row| (&row.interval, row.place)).collect();
    for trouble in find(&pairs) {
        let placed = &rows[trouble.row];
        let path = ["intervals".into(), placed.index.into()];
        match trouble.kind {
            TroubleKind::Overlap => report.error(
                &path,
                format!(
                    "this row and that of line {} hold for the same person at the same age",
                    trouble.other
                ),
                "let ages meet: `below` of one row is `from` of the next",
            ),
            TroubleKind::Gap(from, below) => {
                let known = file.gaps.iter().position(|gap| {
                    gap.profile == placed.interval.profile
                        && AgePoint::read(&gap.from) == Some(from)
                        && AgePoint::read(&gap.below) == Some(below)
                });
                match known {
                    Some(i) => accepted[i] = true,
                    None => report.error(
                        &path,
                        format!(
                            "profile `{}` has no row from {from} to {below}, between this row and that of line {}",
                            placed.interval.profile, trouble.other
                        ),
                        "let ages meet; if no source covers these ages, say so under `gaps`",
                    ),
                }
            }
        }
    }
    for (i, used) in accepted.iter().enumerate() {
        if !used {
            report.error(
                &["gaps".into(), i.into()],
                "there is no such gap any more".to_string(),
                "take the line away, or correct its profile and ages",
            );
        }
    }
}
