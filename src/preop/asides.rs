//! What stands beside a result of a value that is, or is not, derived from it: another number by the equation
//! than the laboratory reports, and why a value is missing that the policy has a limit for.

use std::borrow::Cow;

use super::assess::Case;
use super::crossing::crosses;
use super::entry::Entry;
use super::policy::Policy;
use super::policy::schema::Tier;
use super::sheet::{Notice, Sheet};
use crate::derive::{Said, is_far_apart};
use crate::reference::Catalog;
use crate::report::shown;
use crate::value::{Bounds, shortest};

/// The entries, with a word where a value is missing that the policy has a limit for.
pub(crate) fn told<'e>(
    policy: &Policy,
    catalog: &Catalog,
    entries: Cow<'e, [Entry]>,
) -> Cow<'e, [Entry]> {
    let is_wanted = |of: &str| policy.limits_of(of).next().is_some();
    let missing = |(of, said): &(&'static str, Said)| match said {
        Said::NotDerived(why) if is_wanted(of) => Some((*of, why.clone())),
        _ => None,
    };
    if !entries
        .iter()
        .any(|entry| entry.asides.iter().any(|aside| missing(aside).is_some()))
    {
        return entries;
    }
    let name = |id: &'static str| {
        catalog
            .analyte(id)
            .map_or(id, |analyte| analyte.name.as_str())
    };
    let mut entries = entries.into_owned();
    for entry in &mut entries {
        let told = entry.asides.iter().filter_map(missing);
        let told: Vec<String> = told
            .map(|(of, why)| format!("{} not derived: {why}", name(of)))
            .collect();
        entry.remarks.extend(told);
    }
    Cow::Owned(entries)
}

/// Why a value was not derived from the newest result that would have given it.
pub(crate) fn why_missing(case: &Case<'_>, test: &str) -> Option<String> {
    let newest = case.courses.iter().flat_map(|course| course.current());
    newest
        .flat_map(|entry| &entry.asides)
        .find_map(|(of, said)| match said {
            Said::NotDerived(why) if *of == test => Some(why.clone()),
            _ => None,
        })
}

/// That the equation gives another number than the laboratory reports, and the two lie on different sides of a limit of the
/// policy: one of them is wrong, and which, decides.
pub(crate) fn notices(case: &Case<'_>, sheet: &mut Sheet) {
    for course in &case.courses {
        if case.is_refused || case.policy.is_confidential(&course.analyte.id) {
            continue;
        }
        for entry in course.held() {
            for (_, said) in &entry.asides {
                let Said::Differs {
                    derived,
                    shown,
                    formula,
                } = said
                else {
                    continue;
                };
                let is_far = entry
                    .canonical
                    .is_none_or(|own| is_far_apart(own, *derived));
                let parted = parts_at(case, entry, *derived).filter(|_| is_far);
                let Some(tier) = parted else {
                    continue;
                };
                let unit = shown::unit_of(course.analyte.unit.code, case.units);
                let at = match entry.collected.as_str() {
                    "" => String::new(),
                    at => format!(" ({at})"),
                };
                sheet.notices.push(Notice {
                    code: match Tier::Review <= tier {
                        true => Sheet::OTHER_NUMBER,
                        false => "derived-disagrees",
                    },
                    text: format!(
                        "{}{at}: {} {} is reported, and {shown} {unit} follows by {formula}: one of them is past a limit of this policy and the other is not. Compare the inputs, and ask the laboratory.",
                        entry.name, entry.value, entry.unit
                    ),
                });
            }
        }
    }
}

/// The gravest tier of a limit that only one of the two numbers is past.
fn parts_at(case: &Case<'_>, entry: &Entry, derived: f64) -> Option<Tier> {
    let conversion = entry.conversion?;
    let value = shortest(conversion.invert(derived)).parse().ok()?;
    let other = Entry {
        number: Some(value),
        bounds: Some(Bounds {
            low: Some((value, true)),
            high: Some((value, true)),
        }),
        canonical: Some(derived),
        ..entry.clone()
    };
    let id = entry.analyte.map_or("", |analyte| analyte.id.as_str());
    let limits = case.policy.limits_of(id).filter(|limit| {
        limit.row.rise_within_hours.is_none()
            && case.allows(limit, entry) != Some(false)
            && crosses(limit, entry) != crosses(limit, &other)
    });
    limits.map(|limit| limit.row.tier).max()
}
