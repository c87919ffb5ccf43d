//! The forms in which systems write a name: with an order, a system, a level or a time beside it.

use crate::reference::Catalog;
use crate::resolve::specimen::SpecimenWords;
use crate::specimen::Specimen;
use crate::text::fold_name;

use super::brackets::is_one_thing;

/// `Cholesterol/HDL` is a ratio, and not the one that is also written "Cholesterol HDL". A name that means a ratio
/// (`AST/ALT`) is none of its parts; "PT/INR" names the test and how it is given.
pub(super) fn is_ratio(name: &str, folded: &str, catalog: &Catalog) -> bool {
    let Some((first, second)) = name.split_once(['/', ':', '÷']) else {
        return false;
    };
    // "Cholesterol: HDL" is one of a group.
    if name.contains(": ") {
        return false;
    }
    let ids = |folded: &str| -> Vec<&str> {
        let meanings = catalog.by_name(folded);
        let concentrations = meanings.filter(|meaning| !meaning.analyte.is_of_coagulation());
        concentrations
            .map(|meaning| meaning.analyte.id.as_str())
            .collect()
    };
    let (whole, first, second) = (ids(folded), ids(&fold_name(first)), ids(&fold_name(second)));
    let either = |id: &&str| first.contains(id) || second.contains(id);
    !first.is_empty()
        && !second.is_empty()
        && !first.iter().any(|id| second.contains(id))
        && whole.iter().any(either)
}

/// `Potassium SerPl-sCnc`, the short name of LOINC: what is measured, and of what. What stands between the two is a method
/// ("SerPl Elph-mCnc"), and such a name is none of these.
pub(super) fn of_loinc_short(name: &str) -> Option<(&str, Specimen)> {
    let (rest, property) = name.trim_end().rsplit_once('-')?;
    let (component, system) = rest.rsplit_once(' ')?;
    let specimen = match system {
        "SerPl" => Specimen::Unstated,
        "Ser" => Specimen::Serum,
        "Plas" => Specimen::Plasma,
        "Bld" => Specimen::WholeBlood,
        _ => return None,
    };
    let properties = ["mCnc", "sCnc", "cCnc", "aCnc", "nCnc", "mRto", "vFr"];
    let known = properties.contains(&property) && !component.trim().is_empty();
    known.then(|| (component.trim_end(), specimen))
}

/// `Dosagem de creatinina`: what an order begins with, in Portuguese and Italian.
pub(super) fn without_order(name: &str) -> Option<&str> {
    let orders = ["dosagem de ", "dosagem do ", "dosagem da ", "dosaggio di "];
    let begins = |order: &&str| {
        let head = name.get(..order.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(order))
    };
    let order = orders.iter().find(|order| begins(order))?;
    Some(name[order.len()..].trim_start())
}

/// `Electrolytes: Potassium`, `Ionograma - Potasio`, `Lab_Kalium`: what stands behind a panel of blood.
pub(super) fn without_panel<'n>(name: &'n str, words: &SpecimenWords) -> Option<&'n str> {
    [":", " - ", " – ", "_"].iter().find_map(|sign| {
        let (panel, rest) = name.split_once(sign)?;
        words.is_panel(panel).then_some(rest.trim_start())
    })
}

/// `POTASIO EN SUERO U OTROS FLUIDOS`, as Colombia's list of services (CUPS) has it: the name in front, which is of whatever
/// fluid is stated elsewhere.
pub(super) fn of_any_fluid(name: &str) -> Option<&str> {
    let lower = name.to_ascii_lowercase();
    let tails = [" en suero u otros fluidos", " en suero u otro fluido"];
    let at = tails.iter().find_map(|tail| lower.find(tail))?;
    name.get(..at).filter(|rest| !rest.trim().is_empty())
}

/// `血清钾测定`, "determination of": nothing is said of what is determined.
pub(super) fn without_determination(name: &str) -> Option<String> {
    let words = ["测定", "測定"];
    let word = words.iter().find(|word| name.contains(**word))?;
    Some(name.replacen(word, "", 1))
}

/// `Glucose Fasting, Plasma (GOD-POD)`: the name without the method in the brackets at its end.
pub(super) fn without_method<'n>(name: &'n str, words: &SpecimenWords) -> Option<&'n str> {
    let (before, inside) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    words.is_remark(inside.trim()).then_some(before.trim_end())
}

/// `Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO`: what stands behind the two strokes of a name of
/// LOINC says when it was drawn, and makes it another quantity than the name in front.
pub(super) fn is_timed(name: &str) -> bool {
    let Some((before, behind)) = name.split_once(" --") else {
        return false;
    };
    let is_usual = |known: &&str| behind.trim().eq_ignore_ascii_case(known);
    before.contains('[') && !["", "fasting", "pre dialysis"].iter().any(is_usual)
}

/// `K -- POTASIO`: a code, and the name behind it, unless the two are known and mean different analytes.
pub(super) fn behind_code<'n>(name: &'n str, catalog: &Catalog) -> Option<&'n str> {
    let (code, rest) = name.split_once(" -- ")?;
    let id = |text: &str| {
        let mut meanings = catalog.by_name(&fold_name(text));
        meanings.next().map(|meaning| meaning.analyte.id.clone())
    };
    let own = id(rest)?;
    let rest = rest.trim();
    id(code).is_none_or(|other| other == own).then_some(rest)
}

/// `Glucose [Mass/volume] in Serum or Plasma --fasting`, as it is called elsewhere: "Fasting Glucose".
pub(super) fn fasting(name: &str) -> Option<String> {
    let (before, behind) = name.split_once(" --")?;
    let (base, _) = before.split_once('[')?;
    let is_fasting = behind.trim().eq_ignore_ascii_case("fasting");
    is_fasting.then(|| format!("Fasting {}", base.trim()))
}

/// `Serum potassium level`, as British records have it, without the last word: "concentration", "measurement"; `Albumin |
/// Instance 0` without the visit, which the UK Biobank counts behind a stroke.
pub(super) fn without_level(name: &str) -> Option<&str> {
    if let Some((rest, visit)) = name.rsplit_once(" | ") {
        let number = visit.trim().strip_prefix("Instance ")?;
        let is_number = number.bytes().all(|digit| digit.is_ascii_digit());
        return is_number.then_some(rest.trim_end());
    }
    let (rest, last) = name.trim_end().rsplit_once([' ', '_'])?;
    let is_level = ["level", "levels", "lvl", "concentration", "measurement"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word));
    is_level.then_some(rest.trim_end())
}

/// What a name is without its last word, or the component in front of a long name of LOINC:
/// `Potassium [Moles/volume] in Serum or Plasma`.
pub(crate) fn without_tail(name: &str) -> Option<&str> {
    let of_loinc = || {
        let (component, rest) = name.split_once(" [")?;
        rest.contains("] in ").then_some(component)
    };
    without_level(name).or_else(of_loinc)
}

/// `Creatinine, S`, as some laboratories print it, `Kalium;P`, as Danish ones do, and `Ferritin, quantitative`: the name
/// before the last comma, and the specimen behind it; `Sodium, Na+`, which is one thing in two names. "Protein, S" is a protein of its own, and "Hemoglobin, S" a hemoglobin.
pub(crate) fn without_last<'n>(
    name: &'n str,
    words: &SpecimenWords,
    catalog: &Catalog,
) -> Option<(&'n str, Specimen)> {
    let (before, last) = name.rsplit_once([',', ';'])?;
    let before = before.trim_end();
    let folded = fold_name(before);
    let usual = || -> Option<Specimen> {
        let meaning = catalog.by_name(&folded).next()?;
        (folded != "protein").then_some(meaning.analyte.specimen)
    };
    match last.trim() {
        letter @ ("S" | "P" | "B") => {
            let specimen = match (letter, usual()?) {
                ("S", Specimen::Serum | Specimen::Plasma) => Specimen::Serum,
                ("P", Specimen::Serum | Specimen::Plasma) => Specimen::Plasma,
                ("B", Specimen::WholeBlood) => Specimen::WholeBlood,
                ("S", _) | ("B", _) | (_, Specimen::WholeBlood) => return None,
                // Of whichever plasma it is measured in.
                _ => Specimen::Unstated,
            };
            Some((before, specimen))
        }
        last if words.is_remark(last) || is_one_thing(&folded, last, catalog) => {
            Some((before, Specimen::Unstated))
        }
        _ => None,
    }
}
/// A name without the mark of a footnote behind it, as which laboratory measured it: "Potassium 01", "Potassium¹". Behind two letters
/// such a mark may be a part of the name: "Ca²".
pub(super) fn without_footnote(name: &str) -> &str {
    let name = name.trim_end();
    let bare = name.trim_end_matches(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    if bare.len() < name.len() {
        let letters = bare.chars().rev().take_while(|c| c.is_alphabetic());
        return if 2 < letters.count() { bare } else { name };
    }
    match name.rsplit_once(' ') {
        Some((rest, mark)) if matches!(mark.as_bytes(), [b'0', b'1'..=b'9']) => rest.trim_end(),
        _ => name,
    }
}
