//! Questions on which a limit hangs.

use super::items::{about, stated};
use super::partners::with;
use super::{is_crossed, may_hold};
use crate::preop::assess::Case;
use crate::preop::course::Course;
use crate::preop::entry::Entry;
use crate::preop::policy::is_unsourced;
use crate::preop::policy::schema::Tier;
use crate::preop::sheet::{Item, Question, Section, State};

/// Questions that decide whether a limit holds which the result crosses. As long as a stop hangs on
/// one, the anaesthetist has to see it; as long as a review does, the sheet is not complete.
pub(super) fn to_ask(
    case: &Case<'_>,
    course: &Course<'_>,
    entry: &Entry,
) -> (Vec<Question>, Vec<Item>) {
    let (mut questions, mut items) = (Vec::new(), Vec::new());
    for limit in case.policy.limits_of(&course.analyte.id) {
        let open = case.allows(limit, entry).is_none();
        // An inequality may be past it.
        let may_be_past = match is_crossed(course, limit, entry) {
            Some(is_past) => is_past,
            None => entry.number.is_none(),
        };
        if !may_hold(entry, limit) || !open || !may_be_past {
            continue;
        }
        if with(case, limit, entry) == Some(false) {
            continue;
        }
        let tier = limit.row.tier.as_str().to_uppercase();
        let because = format!(
            "{} {} {}: if so, {tier} (limit {})",
            entry.name,
            entry.value,
            entry.unit,
            stated(case, limit, entry)
        );
        let unknown = limit.row.when.iter();
        let asked: Vec<Question> = unknown
            .filter(|name| case.holds(name, entry).is_none())
            .filter_map(|name| question(case, name, &because, &course.analyte.id))
            .collect();
        let (section, state) = match limit.row.tier {
            Tier::Stop if !is_unsourced(&limit.row.source) => (Section::B, State::Undetermined),
            // What nobody has published does not come before the anaesthetist unasked.
            Tier::Stop | Tier::Review => (Section::D, State::NotStated),
            Tier::Optimize | Tier::Note => {
                questions.extend(asked);
                continue;
            }
        };
        let open: Vec<&str> = asked.iter().map(|question| question.ask.as_str()).collect();
        let action = format!("{tier} if so; answer it now: {}", open.join(" "));
        items.push(Item {
            confidential: asked.iter().any(|question| question.confidential),
            ..about(case, (limit, entry), section, state, action)
        });
        questions.extend(asked);
    }
    // Of one result the gravest question is enough in front; section H has them all.
    items.sort_by_key(|item| item.section);
    items.truncate(1);
    (questions, items)
}

/// The question that settles a context.
pub(crate) fn question(
    case: &Case<'_>,
    context: &str,
    because: &str,
    analyte: &str,
) -> Option<Question> {
    let row = case
        .policy
        .contexts()
        .iter()
        .find(|row| row.name == context)?;
    Some(Question {
        ask: row.ask.clone(),
        because: because.to_string(),
        confidential: row.confidential || case.policy.is_confidential(analyte),
    })
}
