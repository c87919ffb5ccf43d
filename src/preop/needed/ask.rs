//! Section H: what the guideline and the windows leave to ask.

use std::collections::HashSet;

use crate::preop::assess::Case;
use crate::preop::entry::Entry;
use crate::preop::indicated::Cell;
use crate::preop::limits::question;
use crate::preop::policy::schema::{IndicatedRow, Recommendation};
use crate::preop::sheet::Question;
use crate::preop::window;
use crate::text::counted_days;

/// What has to be asked before the guideline's answer is known.
/// `lacks` says of which of its tests, where it is not all there.
pub(super) fn to_ask(
    case: &Case<'_>,
    cell: &Cell<'_>,
    present: Option<bool>,
    lacks: &str,
) -> Vec<Question> {
    let Some(row) = cell.row.filter(|_| present != Some(true)) else {
        return Vec::new();
    };
    let title = &cell.group.title;
    let what = match row.recommendation {
        Recommendation::Yes if present.is_none() => format!("{title}: indicated. Done?"),
        Recommendation::Yes => format!("{title}: if so, indicated; {lacks}"),
        Recommendation::Consider if present.is_none() => format!("{title}: to be considered"),
        Recommendation::Consider => format!("{title}: if so, to be considered; {lacks}"),
        Recommendation::Ask => format!("{title}: ask; test with consent if there is any doubt"),
        Recommendation::No => return Vec::new(),
    };
    match (&row.when, cell.holds) {
        (_, Some(false)) => Vec::new(),
        (Some(context), None) => question(case, context, &what, "").into_iter().collect(),
        (None, None) => vec![own(cell, row, &what)],
        (_, Some(true)) if present.is_none() || row.recommendation == Recommendation::Ask => {
            vec![own(cell, row, &what)]
        }
        _ => Vec::new(),
    }
}

fn own(cell: &Cell<'_>, row: &IndicatedRow, what: &str) -> Question {
    Question {
        ask: what.to_string(),
        because: row.condition.clone().unwrap_or_default(),
        confidential: cell.group.confidential,
    }
}

/// Questions that would make a window shorter than the result is old.
pub(super) fn age_to_ask(case: &Case<'_>, entry: &Entry) -> Vec<Question> {
    let Some(analyte) = entry.analyte else {
        return Vec::new();
    };
    let Some(age) = case.age_days(entry) else {
        return Vec::new();
    };
    let mut questions = Vec::new();
    for (row, contexts) in window::to_ask(case.policy, &case.contexts, &analyte.id, age) {
        let because = format!(
            "{} is {} old on the day of surgery: if so, at most {} ({})",
            analyte.name,
            counted_days(age),
            row.days,
            row.owner
        );
        for context in contexts {
            questions.extend(question(case, context, &because, &analyte.id));
        }
    }
    questions
}

/// One question, once, with everything that hangs on it.
pub(super) fn merge(questions: &mut Vec<Question>) {
    let mut merged: Vec<Question> = Vec::new();
    let mut said: HashSet<(String, String)> = HashSet::new();
    for question in questions.drain(..) {
        let is_new = said.insert((question.ask.clone(), question.because.clone()));
        match merged.iter_mut().find(|known| known.ask == question.ask) {
            Some(known) => {
                if is_new && !question.because.is_empty() {
                    if !known.because.is_empty() {
                        known.because.push_str("; ");
                    }
                    known.because.push_str(&question.because);
                }
                known.confidential |= question.confidential;
            }
            None => merged.push(question),
        }
    }
    // What a result gives rise to comes first.
    merged.sort_by_key(|question| question.because.is_empty());
    *questions = merged;
}
