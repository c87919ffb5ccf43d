//! Results that the critical list calls.

use crate::notice::Code;
use crate::preop::assess::Case;
use crate::preop::entry::{Critical, Entry};
use crate::preop::item;
use crate::preop::sheet::{Item, Section, State};

pub(super) fn critical(case: &Case<'_>, entry: &Entry) -> Option<Item> {
    let critical = entry.critical.as_ref()?;
    let action = critical_action(entry)?;
    let item = item::of(case, entry, Section::A, State::Stop, action);
    Some(by_list(critical, item))
}

/// The same item, with the limit of the critical list that the result reached.
pub(crate) fn by_list(critical: &Critical, item: Item) -> Item {
    Item {
        limit: critical.limit.clone(),
        limit_owner: format!("critical list {}", critical.list),
        source: critical.source.clone(),
        ..item
    }
}

/// What to do about a critical limit that was reached; nothing where the sample is known to be faulty, and may be all of
/// it: that is collected again, and a review. A fault that is only suspected silences no call: an adrenal crisis looks
/// like a sample that stood.
pub(crate) fn critical_action(entry: &Entry) -> Option<String> {
    entry.critical.as_ref()?;
    let faulty = matches!(
        entry.usability,
        Some(crate::Usability::Unusable | crate::Usability::Indeterminate)
    );
    // The number that the comment gives beside one in the cell was measured again, or put in its place.
    let is_another = !entry.absent && entry.has(Code::NumberInComment);
    let is_faulty = faulty && entry.is_sample_fault();
    let at_fault = is_faulty && !entry.has(Code::CriticalEitherWay) && !is_another;
    if at_fault && !entry.is_suspicion {
        return None;
    }
    let mut action = "Critical: phone now.".to_string();
    if entry.has(Code::ImplausibleValue) {
        action = hardly_believable(entry).to_string();
    } else if entry.has(Code::IntervalUnitDoubtful) {
        action =
            "The printed interval is in another unit: verify the unit at once; urgent until known."
                .to_string();
    } else if at_fault {
        action =
            "Critical, unless the sample is at fault: phone now, and repeat at once on a fresh one."
                .to_string();
    } else if entry.has(Code::AnalyteAmbiguous) {
        action =
            "Critical as one of the things that its name may mean: phone now, and ask which it is."
                .to_string();
    } else if entry.has(Code::NumberInComment) {
        action = "A number in the comment would be critical: read it now, and phone.".to_string();
    } else if entry.has(Code::ColumnDiffers) {
        action = "Critical in one of two columns of results that do not agree: phone now, and ask which one holds."
            .to_string();
    } else if entry.has(Code::CriticalEitherWay) {
        action = "Critical whatever the sample's fault: phone now, and redraw.".to_string();
    }
    if entry.has(Code::CriticalContext) {
        action.push_str(" The list names a context in which it does not call: ask.");
    }
    Some(action)
}

/// What is to be done about a number that hardly anybody can have.
pub(super) fn hardly_believable(entry: &Entry) -> &'static str {
    match entry.canonical.is_some_and(|number| number < 0.0) {
        true => {
            "Hardly believable: verify sign, unit, decimal point and sample at once; urgent until known."
        }
        false => {
            "Hardly believable: verify unit, decimal point and sample at once; urgent until known."
        }
    }
}
