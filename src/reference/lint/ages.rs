//! Ages of one specimen, sex, profile, condition and kind: no two rows at once, and no hole between.

use super::file::Report;
use super::interval::Placed;
use super::spans::Place;
use crate::age::AgePoint;
use crate::person::Sex;
use crate::reference::Interval;
use crate::reference::laboratory::overlap;
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

/// Looks for holes and overlaps among the rows of one analyte.
pub(super) fn find(rows: &[(&Interval, Place)]) -> Vec<Trouble> {
    let mut found: Vec<Trouble> = Vec::new();
    for (i, (row, _)) in rows.iter().enumerate() {
        for (other, place) in &rows[..i] {
            if overlap(row, other) {
                found.push(Trouble {
                    row: i,
                    other: place.0,
                    kind: TroubleKind::Overlap,
                });
            }
        }
    }
    for (i, (row, _)) in rows.iter().enumerate() {
        for sex in [Sex::Female, Sex::Male] {
            for specimen in &row.specimens {
                let group = rows.iter().filter(|(other, _)| {
                    other.profile == row.profile
                        && other.kind == row.kind
                        && other.condition == row.condition
                        && other.sex.is_none_or(|own| own == sex)
                        && other.specimens.contains(specimen)
                });
                // The row that ends last before this one begins.
                let begins = row.from.days();
                let earlier = group
                    .filter(|(other, _)| other.from.days() < begins)
                    .map(|(other, place)| (other.below.unwrap_or(AgePoint::years(u32::MAX)), place))
                    .max_by(|a, b| a.0.days().total_cmp(&b.0.days()));
                let of_sex = row.sex.is_none_or(|own| own == sex);
                if let Some((end, place)) = earlier
                    && of_sex
                    && end.days() < begins
                    && !found
                        .iter()
                        .any(|known| known.row == i && matches!(known.kind, TroubleKind::Gap(..)))
                {
                    found.push(Trouble {
                        row: i,
                        other: place.0,
                        kind: TroubleKind::Gap(end, row.from),
                    });
                }
            }
        }
    }
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
