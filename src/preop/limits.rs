//! Sections A, B and F: results that cross a limit of the policy, or of the critical list.

use super::assess::Case;
use super::course::Course;
use super::crossing::{self, crosses};
use super::entry::{Critical, Entry};
use super::item;
use super::policy::schema::Tier;
use super::policy::{Limit, Of, With, is_unsourced};
use super::sheet::{Item, Question, Section, Sheet, State};
use crate::notice::Code;
use crate::reference::Effect;
use crate::report::shown;
use crate::value::{Bounds, shortest, to_f64};

/// Holds every current result against the policy.
pub(crate) fn hold(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        for entry in course.held() {
            let mut said = Vec::new();
            let item = crossed(case, course, entry, &mut said);
            let (questions, items) = to_ask(case, course, entry);
            sheet.questions.extend(questions);
            // What is a stop already is none the more for an answer, nor is a review.
            let known = item.as_ref().map(|item| item.state);
            sheet.items.extend(items.into_iter().filter(|open| {
                !matches!(
                    (known, open.state),
                    (Some(State::Stop), _)
                        | (Some(State::Review | State::Undetermined), State::NotStated)
                )
            }));
            sheet.items.extend(item);
            sheet.items.extend(said);
        }
    }
}

/// Only what the critical list calls: where the policy itself is refused.
pub(crate) fn critical_only(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        for entry in course.held() {
            sheet.items.extend(critical(case, entry));
        }
    }
}

/// The gravest limit that a result crosses, as an item. What else is to be said of it goes to `said`.
fn crossed(
    case: &Case<'_>,
    course: &Course<'_>,
    entry: &Entry,
    said: &mut Vec<Item>,
) -> Option<Item> {
    let mut found: Vec<&Limit> = Vec::new();
    let mut open: Option<&Limit> = None;
    if entry.can_be_held() {
        for limit in case.policy.limits_of(&course.analyte.id) {
            if case.contexts.allow(&limit.row.when, &limit.row.unless) != Some(true) {
                continue;
            }
            match (is_crossed(course, limit, entry), with(case, limit, entry)) {
                (Some(true), Some(true)) if keeps(entry, limit) => found.push(limit),
                (Some(true), None) if Tier::Review <= limit.row.tier && entry.is_usable() => {
                    said.push(partner_needed(case, limit, entry));
                }
                (None, Some(true) | None)
                    if Tier::Review <= limit.row.tier && entry.is_usable() =>
                {
                    // The gravest that it may cross, the first of them as the policy names them.
                    open = open
                        .filter(|open| limit.row.tier <= open.row.tier)
                        .or(Some(limit));
                }
                _ => {}
            }
        }
    }
    if let Some(shadow) = further_out(entry) {
        // What the number does not cross, the true value may.
        for limit in case.policy.limits_of(&course.analyte.id) {
            let holds = case.contexts.allow(&limit.row.when, &limit.row.unless) == Some(true)
                && with(case, limit, entry) == Some(true)
                && limit.row.rise_within_hours.is_none();
            if holds
                && Tier::Review <= limit.row.tier
                && keeps(entry, limit)
                && crosses(limit, entry) == Some(false)
                && crosses(limit, &shadow) != Some(false)
                && open.is_none_or(|open| open.row.tier < limit.row.tier)
            {
                open = Some(limit);
            }
        }
    }
    // Several limits of which a partner is missing are one thing to do.
    said.truncate(1);
    found.sort_by(|a, b| {
        let far = |limit: &Limit| distance(limit);
        (b.row.tier.cmp(&a.row.tier)).then(far(b).total_cmp(&far(a)))
    });
    let gravest = found.first().copied();
    // `<3.4` is below 3.5, which is noted, and may be below 3.0, which is a stop.
    let open = open.filter(|open| gravest.is_none_or(|limit| limit.row.tier < open.row.tier));
    if gravest.is_none_or(|limit| limit.row.tier < Tier::Stop)
        && let Some(mut item) = critical(case, entry)
    {
        item.also_crossed = found
            .iter()
            .map(|limit| stated(case, limit, entry))
            .collect();
        return Some(item);
    }
    if let Some(limit) = open {
        let mut item = undetermined(case, limit, entry);
        item.also_crossed = found
            .iter()
            .map(|limit| stated(case, limit, entry))
            .collect();
        return Some(item);
    }
    if let Some(limit) = gravest {
        let mut item = of_limit(case, limit, entry);
        item.also_crossed = found[1..]
            .iter()
            .map(|limit| stated(case, limit, entry))
            .collect();
        if let Some(critical) = &entry.critical
            && !is_answered(case, critical)
        {
            item.also_crossed.insert(
                0,
                format!("{} (critical list {})", critical.limit, critical.list),
            );
        }
        return Some(item);
    }
    None
}

/// The result with every value that the largest published effect of hemolysis allows; none where it is
/// not further out than reported.
fn further_out(entry: &Entry) -> Option<Entry> {
    if !entry.is_further_out() || !entry.can_be_held() {
        return None;
    }
    let (value, conversion) = (entry.canonical?, entry.conversion?);
    let (_, most) = entry.free_hb.unwrap_or((0.0, None));
    let slope = entry.analyte?.hemolysis.as_ref()?.slope;
    // Nothing published, or an open amount: as far as can be.
    let bias = slope.zip(most).map(|(slope, most)| {
        let largest = slope.low.abs().max(slope.high.abs()) * most;
        if slope.percent {
            value * largest / PERCENT
        } else {
            largest
        }
    });
    let reported = entry.bounds?;
    let far = |canonical: f64| {
        let value = shortest(conversion.invert(canonical)).parse().ok()?;
        Some((value, true))
    };
    let bounds = if entry.has(Code::HemolysisTrueLower) {
        Bounds {
            low: bias.and_then(|bias| far((value - bias).max(0.0))),
            high: reported.high,
        }
    } else {
        Bounds {
            low: reported.low,
            high: bias.and_then(|bias| far(value + bias)),
        }
    };
    Some(Entry {
        bounds: Some(bounds),
        ..entry.clone()
    })
}

const PERCENT: f64 = 100.0;

fn is_crossed(course: &Course<'_>, limit: &Limit, entry: &Entry) -> Option<bool> {
    match limit.row.rise_within_hours {
        None => crosses(limit, entry),
        Some(hours) => Some(
            course
                .entries
                .iter()
                .filter(|earlier| earlier.is_usable())
                .any(|earlier| crossing::has_risen(limit, hours, earlier, entry)),
        ),
    }
}

/// Do the conditions on other analytes hold? `None` if one of them has no usable result.
fn with(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Option<bool> {
    let one = |with: &With| {
        if with.analyte == limit.row.analyte {
            // Both ends of a span, of one result.
            return crossing::holds(&with.test, entry);
        }
        let course = case.course(&with.analyte)?;
        let usable: Vec<&Entry> = course
            .held()
            .into_iter()
            .filter(|entry| entry.is_usable())
            .collect();
        let mut answers = usable
            .iter()
            .map(|entry| crossing::holds(&with.test, entry));
        answers.find(|answer| *answer == Some(true)).or_else(|| {
            usable
                .iter()
                .map(|entry| crossing::holds(&with.test, entry))
                .next()
        })?
    };
    let mut unknown = false;
    for alternatives in &limit.with {
        let answers: Vec<Option<bool>> = alternatives.iter().map(one).collect();
        if answers.contains(&Some(true)) {
            continue;
        }
        if answers.contains(&None) {
            unknown = true;
        } else {
            return Some(false);
        }
    }
    (!unknown).then_some(true)
}

/// Does a crossed limit stand although the sample is faulty? Only where the fault cannot have caused
/// it, or cannot have caused all of it.
fn keeps(entry: &Entry, limit: &Limit) -> bool {
    if entry.is_usable() {
        return true;
    }
    let above = limit.tests.first().is_some_and(|test| test.is_above());
    if entry.has(Code::CriticalEitherWay) {
        let same_side = entry
            .critical
            .as_ref()
            .is_some_and(|critical| critical.high == above);
        return same_side && limit.row.tier == Tier::Stop;
    }
    if !entry.only_hemolyzed {
        return false;
    }
    let effect = entry
        .analyte
        .and_then(|analyte| analyte.hemolysis.as_ref())
        .map(|row| row.effect);
    match effect {
        Some(Effect::Raises) => !above,
        Some(Effect::Lowers) => above,
        Some(Effect::None) => true,
        _ => false,
    }
}

/// How far out a limit lies on its side, in the canonical unit; multiples of a limit by themselves.
fn distance(limit: &Limit) -> f64 {
    let Some(test) = limit.tests.first() else {
        return f64::NEG_INFINITY;
    };
    let number = match test.of {
        Of::Number { value, conversion } => conversion.apply(to_f64(value)),
        Of::Uln(times) | Of::Lln(times) => to_f64(times),
        Of::Interval => return f64::NEG_INFINITY,
    };
    if test.is_above() { number } else { -number }
}

fn of_limit(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Item {
    let (section, state) = match limit.row.tier {
        Tier::Stop => (Section::A, State::Stop),
        Tier::Review => (Section::B, State::Review),
        Tier::Optimize => (Section::F, State::Optimize),
        Tier::Note => (Section::F, State::Note),
    };
    let mut action = limit.row.says.clone();
    if !entry.is_usable() {
        action.push_str(" The sample is faulty as well: act on the number while repeating.");
    }
    Item {
        limit: limit_text(case, limit, entry),
        limit_owner: limit.row.owner.clone(),
        source: case.policy.source_title(&limit.row.source).to_string(),
        unsourced: is_unsourced(&limit.row.source),
        ..item::of(case, entry, section, state, action)
    }
}

fn critical(case: &Case<'_>, entry: &Entry) -> Option<Item> {
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
fn is_answered(case: &Case<'_>, critical: &Critical) -> bool {
    critical.unless.as_ref().is_some_and(|unless| {
        case.policy
            .contexts()
            .iter()
            .any(|row| row.answers.contains(unless) && case.contexts.is(&row.name) == Some(true))
    })
}

fn undetermined(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Item {
    // A multiple of a limit that nobody stated is another matter than an inequality.
    let no_interval = limit
        .tests
        .iter()
        .all(|test| !matches!(test.of, Of::Number { .. }))
        && entry.number.is_some();
    let (section, state, action) = if no_interval {
        let why = entry
            .not_judged
            .map_or("no interval judged it", shown::reason);
        (
            Section::D,
            State::NotInterpreted,
            format!(
                "The policy's limit is a multiple of the upper or lower reference limit, and there is none ({why}): compare it by hand."
            ),
        )
    } else {
        (
            Section::B,
            State::Undetermined,
            match (
                entry.has(Code::HemolysisTrueLower),
                entry.has(Code::HemolysisTrueHigher),
            ) {
                (true, _) => "Hemolyzed: the true value is lower still and may cross this limit. Repeat at once; if unwell, act now.".to_string(),
                (_, true) => "Hemolyzed: the true value is higher still and may cross this limit. Repeat at once; if unwell, act now.".to_string(),
                _ => "It may or may not cross the limit: ask for the number.".to_string(),
            },
        )
    };
    Item {
        limit: limit_text(case, limit, entry),
        limit_owner: limit.row.owner.clone(),
        source: case.policy.source_title(&limit.row.source).to_string(),
        unsourced: is_unsourced(&limit.row.source),
        ..item::of(case, entry, section, state, action)
    }
}

/// A limit of two analytes, of which the other one is not there.
fn partner_needed(case: &Case<'_>, limit: &Limit, entry: &Entry) -> Item {
    let names: Vec<&str> = limit
        .with
        .iter()
        .flatten()
        .map(|with| with.analyte.as_str())
        .collect();
    let action = format!(
        "Beyond {}; what follows hangs on a usable {}, which is not in the file.",
        limit_text(case, limit, entry),
        names.join(" or ").replace('_', " ")
    );
    Item {
        limit: limit_text(case, limit, entry),
        limit_owner: limit.row.owner.clone(),
        source: case.policy.source_title(&limit.row.source).to_string(),
        unsourced: is_unsourced(&limit.row.source),
        ..item::of(case, entry, Section::D, State::NotInterpreted, action)
    }
}

/// Questions that decide whether a limit holds which the result crosses. As long as a stop hangs on
/// one, the anaesthetist has to see it; as long as a review does, the sheet is not complete.
fn to_ask(case: &Case<'_>, course: &Course<'_>, entry: &Entry) -> (Vec<Question>, Vec<Item>) {
    let (mut questions, mut items) = (Vec::new(), Vec::new());
    if !entry.is_usable() {
        return (questions, items);
    }
    for limit in case.policy.limits_of(&course.analyte.id) {
        let open = case
            .contexts
            .allow(&limit.row.when, &limit.row.unless)
            .is_none();
        if !open || is_crossed(course, limit, entry) != Some(true) {
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
        let asked: Vec<Question> = case
            .contexts
            .unknown(&limit.row.when)
            .into_iter()
            .filter_map(|name| question(case, name, &because, &course.analyte.id))
            .collect();
        let (section, state) = match limit.row.tier {
            Tier::Stop => (Section::B, State::Undetermined),
            Tier::Review => (Section::D, State::NotStated),
            Tier::Optimize | Tier::Note => {
                questions.extend(asked);
                continue;
            }
        };
        let open: Vec<&str> = asked.iter().map(|question| question.ask.as_str()).collect();
        let action = format!("{tier} if so; answer it now: {}", open.join(" "));
        items.push(Item {
            limit: limit_text(case, limit, entry),
            limit_owner: limit.row.owner.clone(),
            source: case.policy.source_title(&limit.row.source).to_string(),
            unsourced: is_unsourced(&limit.row.source),
            confidential: asked.iter().any(|question| question.confidential),
            ..item::of(case, entry, section, state, action)
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

/// The limit as stated in the unit in which the result was compared.
fn limit_text(case: &Case<'_>, limit: &Limit, entry: &Entry) -> String {
    let texts = std::iter::once(&limit.row.crossed).chain(&limit.row.also);
    let used = crossing::closest(limit, entry);
    let text = limit
        .tests
        .iter()
        .zip(texts)
        .find(|(test, _)| Some(*test) == used)
        .map_or(limit.row.crossed.as_str(), |(_, text)| text.as_str());
    let mut words: Vec<String> = text.split_whitespace().map(str::to_string).collect();
    if let Some(unit) = words.get_mut(2) {
        *unit = match unit.as_str() {
            "ULN" => "times the upper limit".to_string(),
            "LLN" => "times the lower limit".to_string(),
            code => shown::unit_of(code, case.units).to_string(),
        };
    }
    if let Some(variant) = words.get_mut(3) {
        *variant = variant.replace('_', " ");
    }
    let text = words.join(" ").trim_end().to_string();
    match limit.row.rise_within_hours {
        Some((from, to)) => format!("rise {text} within {from} to {to} h"),
        None => text,
    }
}

fn stated(case: &Case<'_>, limit: &Limit, entry: &Entry) -> String {
    let unsourced = if is_unsourced(&limit.row.source) {
        ", no source"
    } else {
        ""
    };
    format!(
        "{} ({}{unsourced})",
        limit_text(case, limit, entry),
        limit.row.owner
    )
}
