//! Results that a correction replaces in which there is nothing to go by: "pending", an empty cell, a number on a spoiled tube.
//! What was critical is not taken away by it.

use std::borrow::Cow;

use super::entry::Entry;
use crate::notice::Code;
use crate::report::shown;
use crate::value::Absence;

/// What is said of such a result instead.
const SAID: &str = "a correction of it has no number to go by: ask whether it holds";

/// The results, with those that are in doubt in place of replaced.
pub(crate) fn in_doubt(mut entries: Cow<'_, [Entry]>) -> Cow<'_, [Entry]> {
    let all: &[Entry] = &entries;
    let doubted: Vec<usize> = (0..all.len()).filter(|at| is_one(all, *at)).collect();
    if doubted.is_empty() {
        return entries;
    }
    let generic = shown::reason(Code::Superseded);
    let owned = entries.to_mut();
    for at in doubted {
        let entry = &mut owned[at];
        entry.notices.retain(|code| *code != Code::Superseded);
        entry.notices.push(Code::PerhapsWithdrawn);
        entry.remarks.retain(|remark| remark != generic);
        entry.remarks.push(SAID.to_string());
    }
    entries
}

/// Is it a number that was replaced, and is none that may be used in its place? What was withdrawn is gone.
fn is_one(all: &[Entry], at: usize) -> bool {
    let entry = &all[at];
    if !entry.has(Code::Superseded) || !entry.may_stop() {
        return false;
    }
    let id = |entry: &Entry| entry.analyte.map(|analyte| analyte.id.as_str());
    let mut replacing = all
        .iter()
        .filter(|other| {
            id(other) == id(entry)
                && other.sample == entry.sample
                && other.collected == entry.collected
                && !other.is_set_aside()
                && !other.derived
        })
        .peekable();
    replacing.peek().is_some()
        && replacing.all(|other| !other.is_usable() && other.absence != Some(Absence::Cancelled))
}
