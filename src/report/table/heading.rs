//! The lines above the rows: who, which sample, and what is known of its hemolysis.

use super::group::{Patient, Sample};
use crate::age::Age;
use crate::person::Sex;
use crate::quality::{Provenance, SampleHemolysis};
use crate::specimen::Specimen;

/// `Patient P-1002` and `female, 67 y`.
pub(super) fn patient(patient: &Patient) -> (String, String) {
    let title = if patient.id.is_empty() {
        "Patient not stated".to_owned()
    } else {
        format!("Patient {}", patient.id)
    };
    let sex = match patient.sex {
        Sex::Unknown => "sex not known",
        sex => sex.as_str(),
    };
    let age = match patient.ages.map(|(first, last)| (age(first), age(last))) {
        Some((Some(first), Some(last))) if first == last => first,
        Some((Some(first), Some(last))) => format!("{first} to {last}"),
        Some((Some(age), None) | (None, Some(age))) => age,
        _ => "age not known".to_owned(),
    };
    if patient.id.is_empty() {
        // Rows of anybody, perhaps of several people.
        return (title, String::new());
    }
    (title, format!("{sex}, {age}"))
}

/// `67 y`, `8 mo`, `12 d`, `89 y or more`.
pub(crate) fn age(age: Age) -> Option<String> {
    if let Age::Dates { born, at } = age {
        let days = (at - born).get_days();
        return Some(match age.years()? {
            0 if days < 60 => format!("{days} d"),
            years @ 0..=1 => {
                let months = (i32::from(at.year()) - i32::from(born.year())) * 12
                    + i32::from(at.month())
                    - i32::from(born.month())
                    - i32::from(at.day() < born.day());
                debug_assert!(months / 12 == i32::try_from(years).unwrap_or(0));
                format!("{months} mo")
            }
            years => format!("{years} y"),
        });
    }
    match (age.years(), age) {
        (Some(years), _) if years > 1 => Some(format!("{years} y")),
        (_, Age::Stated { from, below }) if below.is_infinite() => {
            Some(format!("{} y or more", (from / 365.25).floor()))
        }
        (_, Age::Stated { from, below }) if below - from <= 1.0 => Some(format!("{from} d")),
        (Some(0), _) => Some("under 1 y".to_owned()),
        (Some(years), _) => Some(format!("{years} y")),
        // A stated age, some days later: a birthday may lie between.
        (None, Age::Stated { from, below }) => {
            let (first, last) = ((from / 365.25).floor(), (below / 365.25).ceil() - 1.0);
            let joint = if last - first <= 1.0 { " or " } else { "-" };
            Some(format!("{first}{joint}{last} y"))
        }
        _ => None,
    }
}

/// `Sample 48623`, `2024-03-05 07:15`, `serum`; without hemolysis.
pub(super) fn sample(sample: &Sample) -> Vec<String> {
    let mut parts = Vec::new();
    if !sample.id.is_empty() {
        parts.push(format!("Sample {}", sample.id));
    }
    let before = match (sample.id.is_empty(), sample.stands_in) {
        (true, "") => "Sample of ",
        (true, "received") => "Sample received ",
        (true, _) => "Sample reported ",
        (false, "") => "",
        (false, "received") => "received ",
        (false, _) => "reported ",
    };
    parts.push(match (sample.id.is_empty(), sample.collected.is_empty()) {
        (true, true) => "Sample without number and time".to_owned(),
        (false, true) => "time not stated".to_owned(),
        _ => format!("{before}{}", sample.collected),
    });
    // Other fluids are named where they are folded, unless there is nothing else.
    let any_blood = sample.specimens.iter().any(|s| s.is_blood());
    let named: Vec<&str> = sample
        .specimens
        .iter()
        .filter(|s| s.is_blood() || !any_blood)
        .map(|s| specimen(*s))
        .filter(|word| !word.is_empty())
        .collect();
    if !named.is_empty() {
        parts.push(named.join(", "));
    }
    parts
}

/// A specimen in words.
pub(crate) fn specimen(specimen: Specimen) -> &'static str {
    match specimen {
        Specimen::PlasmaEdta => "EDTA plasma",
        Specimen::PlasmaCitrate => "citrated plasma",
        Specimen::PlasmaFluoride => "fluoride plasma",
        Specimen::WholeBlood => "whole blood",
        Specimen::Csf => "CSF",
        Specimen::BodyFluid => "body fluid",
        Specimen::Other => "another material",
        specimen => specimen.as_str(),
    }
}

/// What is known of hemolysis, in words, and whether it is bad news.
pub(super) fn hemolysis(sample: &Sample) -> (String, bool) {
    let SampleHemolysis {
        provenance,
        free_hb,
    } = sample.hemolysis;
    if !sample.identified && provenance != Provenance::NotStated {
        let text = "hemolysis is stated for single results only: which share a tube is not known";
        return (text.to_owned(), true);
    }
    if sample.gross {
        let known = amount(free_hb).map_or(String::new(), |amount| format!(" ({amount})"));
        return (
            format!("GROSSLY HEMOLYZED{known}: use no serum result, redraw"),
            true,
        );
    }
    let none = matches!(free_hb, Some((_, Some(high))) if high <= 0.0);
    let text = match (provenance, amount(free_hb)) {
        (Provenance::NotStated, _) => return ("hemolysis: not stated".to_owned(), false),
        (Provenance::Measured, _) if none => "no hemolysis (measured)".to_owned(),
        (Provenance::Graded, _) if none => "no hemolysis (graded)".to_owned(),
        (Provenance::Word, _) if none => "no hemolysis (comment)".to_owned(),
        (Provenance::Measured, Some(amount)) if sample.hemolyzed => {
            format!("hemolyzed, index {amount} (measured)")
        }
        (Provenance::Measured, Some(amount)) => {
            return (format!("hemolysis: index {amount} (measured)"), false);
        }
        (Provenance::Graded, Some(amount)) => format!("hemolyzed (graded, {amount})"),
        (Provenance::Word, Some(amount)) => {
            format!("hemolyzed (comment: inferred from a word, {amount})")
        }
        (Provenance::Unknown, _) => {
            "hemolysis index without a unit: its meaning is not known".to_owned()
        }
        (_, None) => "hemolyzed, extent not known".to_owned(),
    };
    (text, !none)
}

/// `1.8 g/L`, `0.5-1.0 g/L`, `5 g/L or more`.
pub(super) fn amount(free_hb: Option<(f64, Option<f64>)>) -> Option<String> {
    let (low, high) = free_hb?;
    let decimals = |value: f64| (0..3).find(|d| (value * 10f64.powi(*d)).fract() == 0.0);
    let places = |a: f64, b: f64| {
        let places = decimals(a).unwrap_or(2).max(decimals(b).unwrap_or(2));
        usize::try_from(places).unwrap_or(2)
    };
    Some(match high {
        None => format!("{low:.0$} g/L or more", places(low, low)),
        Some(high) if high == low => format!("{low:.0$} g/L", places(low, low)),
        Some(high) => {
            let places = places(low, high);
            format!("{low:.places$}-{high:.places$} g/L")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::cases;
    use crate::report::table::group::Groups;
    use jiff::civil::date;

    #[test]
    fn ages_in_words() {
        for (given, expected) in [
            (Age::read("67", ""), Some("67 y")),
            (Age::read("> 89", ""), Some("89 y or more")),
            (Age::read("12", "days"), Some("12 d")),
            (Age::read("0", ""), Some("under 1 y")),
            (
                Age::between(date(2024, 1, 31), date(2024, 2, 12)),
                Some("12 d"),
            ),
            (
                Age::between(date(2023, 3, 15), date(2024, 3, 14)),
                Some("11 mo"),
            ),
            (
                Age::between(date(2022, 3, 15), date(2024, 2, 16)),
                Some("23 mo"),
            ),
            (
                Age::between(date(1950, 1, 1), date(2024, 1, 1)),
                Some("74 y"),
            ),
            (
                Age::Stated {
                    from: 40.0 * 365.25 + 7.0,
                    below: 41.0 * 365.25 + 7.0,
                },
                Some("40 or 41 y"),
            ),
            (Age::Unknown, None),
        ] {
            assert_eq!(age(given).as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn hemolysis_in_words() {
        use Provenance::{Graded, Measured, NotStated, Unknown, Word};
        for (provenance, free_hb, hemolyzed, expected) in [
            (NotStated, None, false, "hemolysis: not stated"),
            (
                Measured,
                Some((1.8, Some(1.8))),
                true,
                "hemolyzed, index 1.8 g/L (measured)",
            ),
            (
                Measured,
                Some((0.05, Some(0.05))),
                false,
                "hemolysis: index 0.05 g/L (measured)",
            ),
            (
                Measured,
                Some((0.0, Some(0.0))),
                false,
                "no hemolysis (measured)",
            ),
            (
                Word,
                Some((0.5, Some(1.0))),
                true,
                "hemolyzed (comment: inferred from a word, 0.5-1.0 g/L)",
            ),
            (
                Word,
                Some((0.0, Some(0.0))),
                false,
                "no hemolysis (comment)",
            ),
            (
                Graded,
                Some((5.0, None)),
                true,
                "hemolyzed (graded, 5 g/L or more)",
            ),
            (
                Unknown,
                None,
                false,
                "hemolysis index without a unit: its meaning is not known",
            ),
        ] {
            let mut groups = Groups::default();
            groups.add(&cases::blank(), &cases::units(), true);
            let sample = &mut groups.patients[0].samples[0];
            sample.identified = true;
            sample.hemolysis = SampleHemolysis {
                provenance,
                free_hb,
            };
            sample.hemolyzed = hemolyzed;
            assert_eq!(hemolysis_text(sample), expected);
        }
    }

    fn hemolysis_text(sample: &Sample) -> String {
        hemolysis(sample).0
    }

    #[test]
    fn headings_say_what_is_not_known() {
        let mut groups = Groups::default();
        groups.add(&cases::blank(), &cases::units(), true);
        let (title, person) = patient(&groups.patients[0]);
        assert_eq!(title, "Patient not stated");
        assert_eq!(person, "");
        assert_eq!(
            sample(&groups.patients[0].samples[0]),
            ["Sample without number and time"]
        );
    }
}
