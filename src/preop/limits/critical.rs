//! Results that the critical list calls.

use crate::notice::Code;
use crate::preop::assess::Case;
use crate::preop::entry::{Critical, Entry};
use crate::preop::item;
use crate::preop::sheet::{Item, Section, State};

pub(super) fn critical(case: &Case<'_>, entry: &Entry) -> Option<Item> {
    let critical = entry
        .critical
        .as_ref()
        .filter(|critical| !is_answered(case, critical))?;
    let action = critical_action(entry)?;
    Some(Item {
        limit: critical.limit.clone(),
        limit_owner: format!("critical list {}", critical.list),
        source: critical.source.clone(),
        ..item::of(case, entry, Section::A, State::Stop, action)
    })
}

/// What to do about a critical limit that was reached; nothing where the sample may be all of it: that
/// is collected again.
pub(crate) fn critical_action(entry: &Entry) -> Option<String> {
    entry.critical.as_ref()?;
    let faulty = matches!(
        entry.usability,
        Some(crate::Usability::Unusable | crate::Usability::Indeterminate)
    );
    if faulty && !entry.has(Code::CriticalEitherWay) && entry.is_sample_fault() {
        return None;
    }
    let mut action = "Critical: phone now.".to_string();
    if entry.has(Code::ImplausibleValue) {
        action =
            "Hardly believable: verify unit, decimal point and sample at once; urgent until known."
                .to_string();
    } else if entry.has(Code::IntervalUnitDoubtful) {
        action =
            "The printed interval is in another unit: verify the unit at once; urgent until known."
                .to_string();
    } else if entry.has(Code::CriticalEitherWay) {
        action = "Critical whatever the sample's fault: phone now, and redraw.".to_string();
    }
    if entry.has(Code::CriticalContext) {
        action.push_str(" The list names a context in which it does not call: ask.");
    }
    Some(action)
}

/// Does a context hold in which the critical list does not call?
pub(super) fn is_answered(case: &Case<'_>, critical: &Critical) -> bool {
    critical.unless.as_ref().is_some_and(|unless| {
        case.policy
            .contexts()
            .iter()
            .any(|row| row.answers.contains(unless) && case.contexts.is(&row.name) == Some(true))
    })
}
