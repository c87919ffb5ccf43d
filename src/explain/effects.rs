//! Critical limits and the effect of hemolysis, in words.

use super::page::Page;
use super::words;
use crate::interpretation::Limit;
use crate::reference::schema::UNSOURCED;
use crate::reference::{Analyte, Catalog, CriticalLimit, Effect, HemolysisEffect};
use crate::specimen::Specimen;

pub(super) fn critical(page: &mut Page, catalog: &Catalog, analyte: &Analyte) {
    if analyte.critical.is_empty() {
        return;
    }
    page.heading("Critical limits (call the ward)");
    for row in &analyte.critical {
        page.hanging(2, 6, &critical_limit(catalog, row));
        page.hanging(
            6,
            8,
            &format!("[{}] {}", row.source, analyte.source_title(&row.source)),
        );
        if let Some(note) = &row.note {
            page.hanging(6, 8, note);
        }
    }
}

/// `<= 2.5 mmol/L or >= 6.5 mmol/L, list rcpath-2017, from 16 y`.
pub(super) fn critical_limit(catalog: &Catalog, row: &CriticalLimit) -> String {
    let side = |limit: Option<Limit>, inclusive: &str, exclusive: &str| {
        limit.map(|limit| {
            let sign = if limit.inclusive {
                inclusive
            } else {
                exclusive
            };
            format!("{sign} {}", limit.value)
        })
    };
    let unit = catalog.units().printed(row.stated.unit.code);
    let multiple = side(row.high_uln, ">=", ">");
    let otherwise = if multiple.is_some() {
        " where no interval judges"
    } else {
        ""
    };
    let sides: Vec<String> = [
        side(row.stated.low, "<=", "<").map(|side| format!("{side} {unit}")),
        multiple.map(|side| format!("{side} x the upper limit of the interval")),
        side(row.stated.high, ">=", ">").map(|side| format!("{side} {unit}{otherwise}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut text = format!("{}, list {}", sides.join(" or "), row.list);
    let specimens: Vec<&str> = row
        .specimens
        .iter()
        .map(|specimen| specimen.as_str())
        .collect();
    for part in [
        words::ages(row.from, row.below),
        row.sex
            .map_or(String::new(), |sex| sex.as_str().to_string()),
        specimens.join(" and "),
        row.condition
            .as_ref()
            .map_or(String::new(), |needed| format!("only if {needed}")),
        row.unless
            .as_ref()
            .map_or(String::new(), |context| format!("not if {context}")),
    ] {
        if !part.is_empty() {
            text = text + ", " + &part;
        }
    }
    text
}

pub(super) fn hemolysis(page: &mut Page, catalog: &Catalog, analyte: &Analyte) {
    page.heading("Hemolysis (in g/L of free hemoglobin)");
    if analyte.specimen == Specimen::WholeBlood && analyte.hemolysis.is_none() {
        page.paragraph(
            2,
            "Measured in whole blood, where hemolysis cannot be seen: no verdict is given on it.",
        );
        return;
    }
    let Some(effect) = &analyte.hemolysis else {
        page.paragraph(
            2,
            "Its effect is not known: on a hemolyzed sample a result is marked, never called unaffected.",
        );
        return;
    };
    page.paragraph(2, &effect_words(analyte, effect));
    if let Some(slope) = slope(catalog, analyte, effect) {
        page.paragraph(2, &slope);
    }
    page.hanging(2, 6, &cited(analyte, &effect.source));
    if let Some(note) = &effect.note {
        page.paragraph(2, note);
    }
}

/// Direction and thresholds in one or two sentences.
pub(super) fn effect_words(analyte: &Analyte, effect: &HemolysisEffect) -> String {
    let name = &analyte.name;
    let from = |limit: Option<f64>, what: &str| {
        limit.map_or_else(String::new, |grams| format!(" From {grams} g/L {what}."))
    };
    let start = match effect.effect {
        Effect::Raises => {
            format!("Hemolysis raises {name}: a low or normal result may hide behind it.")
        }
        Effect::Lowers => {
            format!("Hemolysis lowers {name}: a high or normal result may hide behind it.")
        }
        Effect::None => {
            return match effect.comment_from {
                Some(tried) => format!(
                    "No effect on {name} worth a remark was found, up to {tried} g/L; beyond that nobody tried."
                ),
                None => format!("No effect on {name} worth a remark was found."),
            };
        }
        Effect::Unknown => format!("Sources contradict each other on {name}, or none is known."),
    };
    let unknown = match (effect.comment_from, effect.action_from) {
        (None, None) if effect.effect != Effect::Unknown => " No source gives a threshold.",
        _ => "",
    };
    let not_used = match effect.effect {
        Effect::Raises => "it must not be used, unless it is low: the true value is lower still",
        Effect::Lowers => "it must not be used, unless it is high: the true value is higher still",
        Effect::None | Effect::Unknown => "it must not be used",
    };
    format!(
        "{start}{}{}{}{unknown}",
        from(effect.comment_from, "a result carries a remark"),
        from(effect.action_from, "no conclusion is drawn from it"),
        from(effect.do_not_use_from, not_used),
    )
}

/// The published bias per g/L.
fn slope(catalog: &Catalog, analyte: &Analyte, effect: &HemolysisEffect) -> Option<String> {
    let slope = effect.slope?;
    let unit = if slope.percent {
        "%"
    } else {
        catalog.units().printed(analyte.unit.code)
    };
    let (low, high) = (
        words::significant(slope.low, 3),
        words::significant(slope.high, 3),
    );
    let range = if low == high {
        low
    } else {
        format!("{low} to {high}")
    };
    Some(format!(
        "Published bias: {range} {unit} for each g/L. A result is never corrected by it."
    ))
}

/// What icterus and lipemia do, where a source says so.
pub(super) fn interference(page: &mut Page, analyte: &Analyte) {
    let both = [
        ("Icterus", &analyte.icterus, "µmol/L of bilirubin"),
        (
            "Lipemia",
            &analyte.lipemia,
            "mg/dL of turbidity (Intralipid)",
        ),
    ];
    if both.iter().all(|(_, effect, _)| effect.is_none()) {
        return;
    }
    page.heading("Icterus and lipemia");
    for (name, effect, unit) in both {
        let Some(effect) = effect else {
            page.paragraph(2, &format!("{name}: its effect is not known."));
            continue;
        };
        let does = match effect.effect {
            Effect::Raises => "raises it",
            Effect::Lowers => "lowers it",
            Effect::None => "has no effect worth a remark",
            Effect::Unknown => "changes it in a way on which sources disagree",
        };
        let from = effect
            .from
            .map_or_else(String::new, |from| match effect.effect {
                Effect::None => format!(", tried up to {from} {unit}"),
                _ => format!(", from {from} {unit}"),
            });
        page.paragraph(2, &format!("{name} {does}{from}."));
        page.hanging(4, 6, &cited(analyte, &effect.source));
        if let Some(note) = &effect.note {
            page.paragraph(4, note);
        }
    }
}

/// `[key] Title`, or `unsourced`.
fn cited(analyte: &Analyte, key: &str) -> String {
    if key == UNSOURCED {
        "unsourced".to_string()
    } else {
        format!("[{key}] {}", analyte.source_title(key))
    }
}
