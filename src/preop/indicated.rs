//! Which groups of tests the guideline asks for.

use super::context::Contexts;
use super::plan::Plan;
use super::policy::Policy;
use super::policy::schema::{GroupRow, IndicatedRow, Recommendation};

/// What the guideline says of one group.
#[derive(Debug)]
pub(crate) struct Cell<'p> {
    pub(crate) group: &'p GroupRow,
    /// None where surgery or ASA grade is not given.
    pub(crate) row: Option<&'p IndicatedRow>,
    /// Does its condition hold? None if it is not known, or no program can know it.
    pub(crate) holds: Option<bool>,
}

impl Cell<'_> {
    /// True if the tests are asked for: recommended, or to be considered and the condition holds.
    pub(crate) fn is_wanted(&self) -> bool {
        self.row.is_some_and(|row| match row.recommendation {
            Recommendation::Yes | Recommendation::Consider => self.holds == Some(true),
            Recommendation::Ask | Recommendation::No => false,
        })
    }
}

/// The cells of one surgery, one for each group that the policy speaks of.
pub(crate) fn cells<'p>(policy: &'p Policy, plan: &Plan, contexts: &Contexts) -> Vec<Cell<'p>> {
    policy
        .groups()
        .iter()
        .filter_map(|group| cell(policy, plan, contexts, group))
        .collect()
}

fn cell<'p>(
    policy: &'p Policy,
    plan: &Plan,
    contexts: &Contexts,
    group: &'p GroupRow,
) -> Option<Cell<'p>> {
    let rows: Vec<&IndicatedRow> = policy
        .indicated()
        .iter()
        .filter(|row| row.group == group.id)
        .collect();
    if rows.is_empty() {
        return None;
    }
    // Does the row speak of this surgery? None if surgery or ASA grade is not given.
    let speaks = |row: &IndicatedRow| {
        let surgery = if row.surgery.is_empty() {
            Some(true)
        } else {
            plan.grade.map(|grade| row.surgery.contains(&grade))
        };
        let asa = if row.asa.is_empty() {
            Some(true)
        } else {
            plan.asa.map(|asa| row.asa.contains(&asa))
        };
        let unless = row
            .unless
            .as_deref()
            .is_some_and(|name| contexts.is(name) == Some(true));
        match (surgery, asa) {
            _ if unless => Some(false),
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    };
    let holds = |row: &IndicatedRow| match (&row.when, &row.condition) {
        (Some(name), _) => contexts.is(name),
        // A condition in words that no context covers.
        (None, Some(_)) => None,
        (None, None) => Some(true),
    };
    let rank = |row: &&IndicatedRow| match (row.recommendation, holds(row)) {
        (Recommendation::Yes, Some(true)) => 5,
        (Recommendation::Consider, Some(true)) => 4,
        (Recommendation::Ask, Some(true) | None) => 3,
        (Recommendation::Yes | Recommendation::Consider, None) => 2,
        (Recommendation::No, Some(true)) => 1,
        _ => 0,
    };
    let best = rows
        .iter()
        .filter(|row| speaks(row) == Some(true))
        .max_by_key(|row| rank(row));
    if let Some(row) = best {
        return Some(Cell {
            group,
            row: Some(row),
            holds: holds(row),
        });
    }
    rows.iter()
        .any(|row| speaks(row).is_none())
        .then_some(Cell {
            group,
            row: None,
            holds: None,
        })
}
