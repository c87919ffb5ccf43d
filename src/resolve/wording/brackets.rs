//! What stands in the brackets of a name.

use crate::interpret::is_index;
use crate::observation::NumberStyle;
use crate::reference::Catalog;
use crate::resolve::specimen::SpecimenWords;
use crate::resolve::unit;
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::value::interval::{self, Printed};

/// `Sodium (mmol/L)`: the name and the unit in brackets at its end, if it is a unit.
pub(super) fn split_unit<'a>(name: &'a str, catalog: &Catalog) -> (&'a str, &'a str) {
    let name = name.trim();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(body) = name.strip_suffix(close)
            && let Some((before, unit)) = body.rsplit_once(open)
            && !before.trim().is_empty()
            && let Some(unit) = unit_of(unit, catalog)
        {
            return (before.trim_end(), unit);
        }
    }
    // "Creatinine umol/L", "ALT_U/L"; "MCV, fL", where a comma parts the two.
    let marks = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '_' | '-');
    if let Some((before, unit)) = name.rsplit_once(marks)
        && ((unit.contains('/') && unit_of(unit, catalog).is_some())
            || (before.ends_with([',', ';'])
                && is_unit_of(before.trim_end_matches(marks), unit, catalog)))
        && !before.trim_end_matches(marks).is_empty()
        && !catalog.knows_name(&fold_name(name))
    {
        return (before.trim_end_matches(marks), unit);
    }
    (name, "")
}

/// True for a unit in which a name that is known may be given: seconds of an aPTT. A share may be of anything, and a capital
/// letter is a specimen: "Amylase, U".
fn is_unit_of(name: &str, unit: &str, catalog: &Catalog) -> bool {
    let name = fold_name(name);
    let mut meanings = catalog.by_name(&name);
    match unit {
        "%" => meanings.next().is_some(),
        _ if unit.len() < 2 && unit != "s" => false,
        _ => meanings.any(|meaning| {
            let units = catalog.units().read(unit);
            unit::settle(unit, units, meaning.analyte, meaning.variant).is_ok()
        }),
    }
}

/// A unit, or the one behind an interval: `3.5-5.1 mmol/L`.
fn unit_of<'a>(inside: &'a str, catalog: &Catalog) -> Option<&'a str> {
    let is_unit = |unit: &str| unit.contains(['/', '%']) && !catalog.units().read(unit).is_empty();
    if is_unit(inside) {
        return Some(inside);
    }
    let printed = [false, true].map(|decimal_comma| {
        let style = NumberStyle {
            decimal_comma,
            ..NumberStyle::default()
        };
        interval::text(inside.trim(), style)
    });
    printed.into_iter().find_map(|printed| match printed {
        Printed::Interval(_, _, unit) if is_unit(unit) => Some(unit),
        _ => None,
    })
}

/// `ALT (SGPT)`, `Potassium (U)`, `Glucose [Mass/volume] in Serum`: the name before the first bracket and the specimen
/// that brackets state, if everything in them is understood. "Calcium (ion.)" is not "calcium".
pub(super) fn without_brackets<'n>(
    name: &'n str,
    words: &SpecimenWords,
    catalog: &Catalog,
) -> Option<(&'n str, Specimen)> {
    let at = name.find(['[', '('])?;
    let before = name[..at].trim_end();
    let (open, rest) = name[at..].split_at(1);
    let close = if open == "[" { ']' } else { ')' };
    let (inside, behind) = rest.split_once(close).unwrap_or((rest, ""));
    let behind = behind.trim();
    // A name of LOINC: what is measured, and of what.
    let property = ["/volume", "/time", "ratio", "fraction", "presence"];
    let folded = inside.to_lowercase();
    if 3 <= before.len() && open == "[" && property.iter().any(|word| folded.contains(word)) {
        return Some((before, words.of_loinc(behind)));
    }
    let inside = inside.trim();
    let base = fold_name(before);
    if is_electrode(inside) && is_bound_in_part(&base, catalog) {
        return None;
    }
    // "Калий (К+, Potassium)" has three names of one thing.
    let means_the_same = || {
        let mut names = inside.split([',', ';']);
        is_another_name(&base, inside, catalog)
            || names.all(|name| is_one_thing(&base, name, catalog))
    };
    // An index speaks of the tube, whatever else is said of it: losing it would let the tube pass.
    let of_index = || {
        let mut meanings = catalog.by_name(&base);
        meanings.any(|meaning| is_index(meaning.analyte)) && words.in_cell(inside).is_none()
    };
    // "K(Potassium)"; otherwise a letter or two may be anything.
    if before.len() < 3 && !means_the_same() && !is_ion_of_electrode(before, inside) {
        return None;
    }
    // "(FL)" is a fluid, unless the analyte is one that is counted in femtoliters.
    let is_unit = || {
        let units = catalog.units().read(inside);
        let mut meanings = catalog.by_name(&base);
        // "(s)" is of seconds, or of serum, which says nothing new.
        inside.eq_ignore_ascii_case("s")
            || meanings.any(|meaning| {
                unit::settle(inside, units, meaning.analyte, meaning.variant).is_ok()
            })
    };
    let specimen = if inside.is_empty()
        || words.is_remark(inside)
        || means_the_same()
        || is_unit()
        || of_index()
        || is_range(inside)
    {
        Specimen::Unstated
    } else {
        // "(serum/CSF)" is of either.
        let mut parts = inside.split('/').filter_map(|part| words.in_cell(part));
        if parts.any(|part| !part.is_blood()) && words.in_cell(inside)?.is_blood() {
            return None;
        }
        words.in_cell(inside)?
    };
    let stated = match behind {
        "" => specimen,
        _ => words
            .in_cell(behind)
            .or_else(|| words.is_remark(behind).then_some(specimen))?,
    };
    Some((
        before,
        if stated == Specimen::Unstated {
            specimen
        } else {
            stated
        },
    ))
}

/// Are a folded name and another text two names of one thing, the second of which says no more than the first?
pub(super) fn is_another_name(base: &str, other: &str, catalog: &Catalog) -> bool {
    let other = fold_name(other);
    catalog.by_name(base).any(|base| {
        catalog.by_name(&other).any(|other| {
            base.is_of_the_same(&other)
                && (other.condition.is_none() || other.condition == base.condition)
        })
    })
}

/// The same, of a name that means nothing else: "T3, Free T3" is not "T3", which may be the total one.
pub(super) fn is_one_thing(base: &str, other: &str, catalog: &Catalog) -> bool {
    let mut meanings = catalog.by_name(base);
    let first = meanings.next();
    let is_alone =
        first.is_some_and(|first| meanings.all(|next| next.analyte.id == first.analyte.id));
    is_alone && is_another_name(base, other, catalog)
}

/// An ion-selective electrode, "ISE" or "onv.ISE" (undiluted), which measures ions: before it a letter or two are one. Of calcium and
/// magnesium it measures what is ionized, and not all of it.
fn is_ion_of_electrode(before: &str, inside: &str) -> bool {
    const IONS: &[&str] = &["k", "na", "cl", "li"];
    IONS.iter()
        .any(|ion| before.trim().eq_ignore_ascii_case(ion))
        && is_electrode(inside)
}

fn is_electrode(inside: &str) -> bool {
    let mut words = inside.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("ise"))
}

/// True for a folded name of calcium or magnesium as a whole, which no electrode measures.
fn is_bound_in_part(base: &str, catalog: &Catalog) -> bool {
    let mut meanings = catalog.by_name(base);
    meanings.any(|meaning| ["calcium_total", "magnesium"].contains(&meaning.analyte.id.as_str()))
}

/// "range 70-100": what is usual, and nothing of what is measured.
fn is_range(inside: &str) -> bool {
    let head = "range ";
    let range = inside
        .get(..head.len())
        .filter(|text| text.eq_ignore_ascii_case(head));
    range.is_some_and(|_| {
        let printed = interval::text(inside[head.len()..].trim(), NumberStyle::default());
        matches!(printed, Printed::Interval(..))
    })
}
