//! A row as a pattern sees it.

use crate::interpret::Rules;
use crate::interpret::placeholder::is_below_nothing;
use crate::notice::Code;
use crate::observation::Observation;
use crate::person::ADULT;
use crate::quality::panel::Item;
use crate::quality::{Position, SampleQuality};
use crate::reference::Analyte;
use crate::resolve::Resolution;
use crate::specimen::Specimen;
use crate::value::{Comparator, Reading, Value, to_f64};

/// A row as a pattern sees it.
pub(in crate::survey) struct Shown {
    pub(in crate::survey) item: Item,
    /// The patient is known to be a child.
    pub(in crate::survey) child: bool,
}

/// A row as an item of its panel, none if no pattern looks at it; and whether the interval printed beside it judged.
pub(in crate::survey) fn item(
    rules: &Rules,
    row: Observation<'_>,
    reading: Reading<'_>,
    resolution: &Resolution<'_>,
) -> (Option<Shown>, bool) {
    let of = (amount(&reading, resolution), resolution.analyte);
    let (Some((value, comparator)), Some(analyte)) = of else {
        return (None, false);
    };
    if !looks_at(rules, resolution) {
        return (None, false);
    }
    // -2.3 is no low calcium.
    if let Value::Number(number) = reading.value
        && is_below_nothing(number, resolution)
    {
        return (None, false);
    }
    let judged = rules.judge(row, reading, resolution, &SampleQuality::default());
    let by_printed = rules.is_by_printed_alone(&judged);
    if judged.notices.has(Code::IntervalUnitDoubtful) {
        // A number of unknown size is no sign of anything.
        return (None, by_printed);
    }
    let child = judged.person.age.reached(ADULT) == Some(false);
    // An adult's interval judges no child; a value that nobody can have is on its side all the same.
    let adult_applies = !child || judged.notices.has(Code::ImplausibleValue);
    let position = match judged.flag.map(|flag| flag.direction()) {
        Some(0) => Position::Inside,
        Some(direction) if direction < 0 => Position::Low,
        Some(_) => Position::High,
        None if adult_applies => by_adult_interval(rules, analyte, value, comparator),
        None => Position::Unjudged,
    };
    let item = Item {
        value,
        comparator,
        position,
        specimen: resolution.specimen,
    };
    let shown = Shown { item, child };
    (Some(shown), by_printed)
}

/// True if a pattern looks at rows with this meaning.
pub(in crate::survey) fn looks_at(rules: &Rules, resolution: &Resolution<'_>) -> bool {
    let Some(analyte) = resolution.analyte else {
        return false;
    };
    let counted = analyte.group == "blood_count" && resolution.specimen.is_blood();
    let liquid = matches!(resolution.specimen, Specimen::Serum | Specimen::Plasma);
    (counted || liquid)
        && (rules.patterns.looks_at(&analyte.id).is_some()
            || rules
                .changes
                .as_ref()
                .is_some_and(|changes| changes.looks_at(&analyte.id).is_some()))
}

/// Where nothing judges a result (no age, implausible), a pattern still needs to know its side.
fn by_adult_interval(
    rules: &Rules,
    analyte: &Analyte,
    value: f64,
    comparator: Option<Comparator>,
) -> Position {
    let Some((low, high)) = rules.adult_interval(analyte) else {
        return Position::Unjudged;
    };
    let below = comparator.is_some_and(Comparator::is_below);
    let above = comparator.is_some() && !below;
    if low.is_some_and(|low| value < low) && !above {
        Position::Low
    } else if high.is_some_and(|high| high < value) && !below {
        Position::High
    } else if comparator.is_none() {
        Position::Inside
    } else {
        Position::Unjudged
    }
}

/// The value in the canonical unit, with the sign of a censored one.
pub(super) fn amount(
    reading: &Reading<'_>,
    resolution: &Resolution<'_>,
) -> Option<(f64, Option<Comparator>)> {
    let (number, comparator) = match reading.value {
        Value::Number(number) => (number, None),
        Value::Censored(comparator, number) => (number, Some(comparator)),
        _ => return None,
    };
    Some((resolution.conversion?.apply(to_f64(number)), comparator))
}
