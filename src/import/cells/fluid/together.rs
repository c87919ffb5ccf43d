//! What several columns say of one specimen: a fluid, and the tube it came in.

use super::words;
use crate::import::headers::vocabulary;
use crate::resolve::specimen::SpecimenWords;
use crate::specimen::Specimen;

/// Stands for a specimen of which two are stated.
const OF_EITHER: &str = "serum / edta";

/// Parts of headers, folded, of what a fluid comes in, or what is added to it there.
#[rustfmt::skip] // the words wrapped as text
const CONTAINERS: &[&str] = &[
    "tub", "contain", "contenedor", "conteneur", "contenitore", "recipient", "vacutainer", "monovett", "rohr", "gefass", "additiv",
    "aditivo", "anticoag", "antikoag", "preserv", "konserv", "epruvet", "probowk", "zkumavk", "stopper", "пробирк", "пробірк",
    "антикоагулянт", "容器", "采血管", "採血管", "试管", "試管", "添加剂", "抗凝剂", "용기",
];

/// True for the header of what a fluid comes in: any fluid may come in a tube with EDTA.
pub(in crate::import) fn is_of_container(header: &str) -> bool {
    let folded = vocabulary::fold(header);
    folded == "cap"
        || folded.starts_with("capcol")
        || CONTAINERS.iter().any(|part| folded.contains(part))
}

/// True for a word by which urine is meant where nothing else is told, and which may say when a sample was drawn, or from what.
pub(in crate::import) fn says_how_drawn(cell: &str) -> bool {
    matches!(vocabulary::fold(cell).as_str(), "random" | "cath")
}

/// The tube of a color that stands alone: a serum may be pink, a tube with that cap has EDTA.
pub(in crate::import) fn tube_of_color(cell: &str) -> Option<&'static str> {
    match vocabulary::fold(cell).as_str() {
        "pink" => Some("pink top"),
        "gray" | "grey" => Some("gray top"),
        _ => None,
    }
}

/// What two cells state together, if that is not what the first states alone: the narrower one, or that it is open where
/// they contradict each other.
pub(in crate::import) fn beside(first: &str, other: &str, in_container: bool) -> Option<String> {
    let words = words()?;
    let stated = |cell: &str| match SpecimenWords::states_none(cell) {
        true => None,
        false => words.in_cell(cell),
    };
    let (one, two) = match (stated(first), stated(other)) {
        (Some(one), Some(two)) => (one, two),
        // "Unknown" takes nothing back.
        (None, Some(_)) if SpecimenWords::states_none(first) => return Some(other.to_string()),
        _ => return None,
    };
    // Urine may come in any tube; what was drawn at random may be blood.
    let may_come_in_it = in_container && !says_how_drawn(first);
    match together(one, two, may_come_in_it) {
        Together::First => None,
        // "Patient" is not what a calibrator is, and says nothing of blood.
        _ if first.trim().eq_ignore_ascii_case("patient") => Some(other.to_string()),
        Together::Other => Some(other.to_string()),
        Together::Either => {
            let both = format!("{} / {}", first.trim(), other.trim());
            let is_open = words.in_cell(&both).is_none();
            Some(if is_open { both } else { OF_EITHER.to_string() })
        }
    }
}

/// Which of two statements holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Together {
    First,
    Other,
    Either,
}

fn together(one: Specimen, two: Specimen, in_container: bool) -> Together {
    use Specimen::{Other, Plasma, Serum, Unstated, WholeBlood};
    let has_additive = |it: Specimen| it.is_plasma() && it != Plasma;
    match (one, two) {
        (one, two) if one == two => Together::First,
        // Cord blood is blood; and what it is, no tube says.
        (one, Other) if one.is_blood() => Together::Other,
        (Other, two) if two.is_blood() => Together::First,
        (one, two) if !one.is_blood() && !two.is_blood() => Together::First,
        (one, _) if !one.is_blood() && in_container => Together::First,
        (one, two) if one.is_blood() != two.is_blood() => Together::Either,
        (Unstated, _) => Together::Other,
        (_, Unstated) => Together::First,
        (Plasma | WholeBlood, two) if has_additive(two) => Together::Other,
        (one, Plasma | WholeBlood) if has_additive(one) => Together::First,
        // A syringe; and serum is spun from capillary blood.
        (Plasma, WholeBlood) if in_container => Together::Other,
        (Serum, WholeBlood) if in_container => Together::Either,
        // Laboratories call serum what may be plasma of heparin as well.
        (Serum | Plasma | WholeBlood, Serum | Plasma | WholeBlood) => Together::First,
        _ => Together::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_fluid_comes_in() {
        for (header, expected) in [
            ("Tube Color", true),
            ("Container", true),
            ("Cap", true),
            ("Röhrchen", true),
            ("Specimen Source", false),
            ("Material", false),
            ("Cap Color", true),
            ("Capillary", false),
            ("Body site", false),
        ] {
            assert_eq!(is_of_container(header), expected, "{header}");
        }
    }

    #[test]
    fn a_fluid_and_its_tube() {
        for (first, tube, expected) in [
            ("Blood", "Lavender EDTA", Some("Lavender EDTA")),
            ("Venous blood", "SST", Some("SST")),
            ("Whole blood", "EDTA", Some("EDTA")),
            ("Plasma", "Lithium heparin", None),
            ("Plasma", "EDTA", Some("EDTA")),
            ("EDTA blood", "Lavender", Some("Lavender")),
            ("Serum", "SST", None),
            ("Serum", "Lithium heparin", None),
            ("Serum", "Lavender", Some("Serum / Lavender")),
            ("Gold", "Lavender", Some("Gold / Lavender")),
            ("Blood", "Urine cup", Some("Blood / Urine cup")),
            ("Urine", "EDTA", None),
            ("CSF", "Sodium fluoride", None),
            ("Blood", "n/a", None),
            ("Unknown", "EDTA", Some("EDTA")),
            ("None", "n/a", None),
            ("Random", "SST", Some(OF_EITHER)),
            ("Cath", "SST", Some(OF_EITHER)),
            ("Random", "Urine cup", None),
            ("Drain", "SST", None),
            ("Blood", "No. 7", None),
            ("Vial", "EDTA", None),
            ("Patient", "EDTA", Some("EDTA")),
        ] {
            assert_eq!(
                beside(first, tube, true).as_deref(),
                expected,
                "{first}, {tube}"
            );
        }
    }

    #[test]
    fn two_statements_of_a_fluid() {
        for (first, other, expected) in [
            ("Blood", "EDTA plasma", Some("EDTA plasma")),
            ("Blood", "Cord blood", Some("Cord blood")),
            ("Blood", "Urine", Some("Blood / Urine")),
            ("Urine", "Blood", Some("Urine / Blood")),
            ("Urine", "Spot urine", None),
            ("Serum", "Venous blood", None),
            ("Serum", "Capillary", None),
            ("Blood", "Left arm", None),
            ("Patient", "Urine", Some("Urine")),
        ] {
            assert_eq!(
                beside(first, other, false).as_deref(),
                expected,
                "{first}, {other}"
            );
        }
    }
}
