//! Which interval of a laboratory's file, or of a profile, judges a result, where the report's own does not.

use crate::interpretation::{Flag, Limit, Limits, RangeSource};
use crate::notice::{Code, Notices};
use crate::person::{Person, Sex};
use crate::reference::{Analyte, Interval, IntervalKind, StatedLimits, Transferable};
use crate::resolve::Resolution;
use crate::value::Bounds;

use super::compare::{self, Scale};
use super::condition::speaks_of_pregnancy;
use super::considered::Standing;
use crate::reference::laboratory::OWN;
use cover::{cover, fits};

mod cover;

/// The judgement by one bundled or laboratory interval.
pub(super) struct Judged<'c> {
    pub(super) limits: Option<Limits<'c>>,
    pub(super) flag: Option<Flag>,
}

/// What a choice among intervals needs to know.
pub(super) struct Question<'q> {
    pub(super) person: Person,
    /// Conditions known of the row and of the run.
    pub(super) conditions: &'q [&'q str],
    pub(super) bounds: Bounds,
}

impl Judged<'_> {
    pub(super) fn nothing() -> Self {
        Judged {
            limits: None,
            flag: None,
        }
    }
}

impl Question<'_> {
    /// Is the condition that the row needs known to hold? A row for two conditions at once
    /// (`fasting-pregnancy-t3`) needs both. A row that says nothing of pregnancy is no row for a
    /// pregnant woman.
    fn knows(&self, row: &Interval) -> bool {
        let stated = |needed: &str| self.conditions.contains(&needed);
        let Some(needed) = row.condition.as_deref() else {
            return !self.is_pregnant();
        };
        let both = needed
            .match_indices('-')
            .any(|(at, _)| stated(&needed[..at]) && stated(&needed[at + 1..]));
        (stated(needed) || both) && (!self.is_pregnant() || speaks_of_pregnancy(needed))
    }

    fn is_pregnant(&self) -> bool {
        self.conditions
            .iter()
            .any(|condition| speaks_of_pregnancy(condition))
    }
}

/// A source supports the row, and it holds for the specimen.
fn may_judge(row: &Interval, resolution: &Resolution<'_>) -> bool {
    row.is_sourced() && row.specimens.contains(&resolution.specimen)
}

/// Is there a row for a known condition? It is more specific than one without.
pub(super) fn is_specific(
    rows: &[&Interval],
    resolution: &Resolution<'_>,
    question: &Question<'_>,
) -> bool {
    rows.iter()
        .any(|row| row.condition.is_some() && may_judge(row, resolution) && question.knows(row))
}

/// Where one candidate stands.
pub(super) fn standing(
    row: &Interval,
    resolution: &Resolution<'_>,
    question: &Question<'_>,
    specific: bool,
) -> Standing {
    let of_sex = Person {
        age: crate::age::Age::Unknown,
        ..question.person
    };
    if !row.is_sourced() {
        Standing::Unsourced
    } else if !may_judge(row, resolution) {
        Standing::OtherSpecimen
    } else if !question.knows(row) {
        Standing::ConditionUnknown
    } else if specific && row.condition.is_none() {
        Standing::LessSpecific
    } else if fits(row, question.person) != Some(false) {
        Standing::Chosen
    } else if fits(row, of_sex) == Some(false) {
        Standing::OtherSex
    } else {
        Standing::OtherAge
    }
}

/// Judges by the rows of a laboratory or a profile. Adds what stands against it to `notices`.
pub(super) fn by_rows<'c>(
    analyte: &'c Analyte,
    candidates: Vec<&'c Interval>,
    resolution: &Resolution<'c>,
    question: &Question<'_>,
    source: RangeSource<'c>,
    notices: &mut Notices,
) -> Judged<'c> {
    let nothing = Judged::nothing();
    let Some(result_to_canonical) = resolution.conversion else {
        return nothing;
    };
    // A published row stays another laboratory's, even if it is read from a laboratory's file.
    let published = candidates.iter().all(|row| row.profile != OWN);
    if published && analyte.transferable == Transferable::No {
        notices.add(Code::NoTransferableInterval);
        return nothing;
    }
    let rows: Vec<&Interval> = candidates
        .into_iter()
        .filter(|row| may_judge(row, resolution))
        .collect();
    if rows.is_empty() {
        notices.add(Code::NoInterval);
        return nothing;
    }
    let specific = is_specific(&rows, resolution, question);
    let usable: Vec<&Interval> = rows
        .iter()
        .copied()
        .filter(|row| question.knows(row) && (!specific || row.condition.is_some()))
        .collect();
    let possible = match cover(&usable, question.person) {
        Ok(possible) => possible,
        Err(gap) => {
            // With the condition known there would be an interval: then that is what is missing.
            let others: Vec<&Interval> = rows
                .iter()
                .copied()
                .filter(|row| !question.knows(row))
                .collect();
            let needed = usable.is_empty()
                && !question.is_pregnant()
                && others
                    .iter()
                    .any(|row| fits(row, question.person) != Some(false));
            notices.add(if needed { Code::ConditionNeeded } else { gap });
            return nothing;
        }
    };
    let flags: Vec<Option<Flag>> = possible
        .iter()
        .map(|row| {
            let stated = stated_for(row, resolution);
            let scale = Scale::between(result_to_canonical, stated.conversion);
            compare::flag(question.bounds, stated.low, stated.high, scale)
        })
        .collect();
    let same = flags.windows(2).all(|pair| pair[0] == pair[1]);
    let flag = flags.first().copied().flatten().filter(|_| same);
    let (low, high, unit, conversion) = common(&possible, resolution);
    let canonical = |limit: Option<Limit>| {
        limit.map(|limit| conversion.apply(crate::value::to_f64(limit.value)))
    };
    if !same {
        notices.add(
            if question.person.sex == Sex::Unknown && possible.iter().any(|row| row.sex.is_some()) {
                Code::SexMissing
            } else {
                Code::AgeMissing
            },
        );
        return nothing;
    }
    let ends = |row: &&Interval| {
        let stated = stated_for(row, resolution);
        (
            stated.low.map(|end| end.value),
            stated.high.map(|end| end.value),
        )
    };
    if possible
        .windows(2)
        .any(|pair| ends(&pair[0]) != ends(&pair[1]))
    {
        notices.add(Code::LimitsCombined);
    }
    if flag.is_none() {
        notices.add(Code::FlagUndetermined);
    }
    if possible
        .iter()
        .any(|row| row.kind == IntervalKind::DecisionLimit)
    {
        notices.add(Code::DecisionLimit);
    }
    if published && analyte.transferable == Transferable::Verify {
        notices.add(Code::MethodDependent);
    }
    Judged {
        limits: Some(Limits {
            low,
            high,
            unit,
            source,
            canonical: Some((canonical(low), canonical(high))),
            rows: possible,
        }),
        flag,
    }
}

/// The limits of a row in the unit of the result, where they are stated in it. Limits in the same
/// unit of another molecule (urea nitrogen beside urea) would read wrong: then in the canonical one.
fn stated_for<'r>(row: &'r Interval, resolution: &Resolution<'_>) -> &'r StatedLimits {
    let same_unit = |limits: &&StatedLimits| Some(limits.unit) == resolution.unit;
    let misleading =
        same_unit(&&row.stated) && Some(row.stated.conversion) != resolution.conversion;
    row.also
        .iter()
        .find(same_unit)
        .or_else(|| row.also.last().filter(|_| misleading))
        .unwrap_or(&row.stated)
}

/// The limits that all rows share: of one row its own, of several what is inside each of them.
fn common<'c>(
    rows: &[&'c Interval],
    resolution: &Resolution<'_>,
) -> (
    Option<Limit>,
    Option<Limit>,
    &'c str,
    crate::reference::Conversion,
) {
    let stated: Vec<&'c StatedLimits> =
        rows.iter().map(|row| stated_for(row, resolution)).collect();
    let Some(first) = stated.first() else {
        return (None, None, "", crate::reference::Conversion::IDENTITY);
    };
    if stated.iter().any(|other| other.unit != first.unit) {
        return (None, None, first.unit.code, first.conversion);
    }
    let low = stated
        .iter()
        .filter_map(|limits| limits.low)
        .max_by(|a, b| a.value.cmp(&b.value));
    let high = stated
        .iter()
        .filter_map(|limits| limits.high)
        .min_by(|a, b| a.value.cmp(&b.value));
    match (low, high) {
        // Intervals that do not meet have nothing in common.
        (Some(l), Some(h)) if h.value < l.value => (None, None, first.unit.code, first.conversion),
        _ => (low, high, first.unit.code, first.conversion),
    }
}
