//! The page of an analyte: what it is, its names, its units, and then what is known of it.

use super::page::{Look, Page};
use super::{cannot, effects, intervals, policy, words};
use crate::reference::schema::{AmbiguousName, AnalyteFile, LoincRow};
use crate::reference::{Analyte, Catalog, Transferable, file_of};
use crate::specimen::Specimen;
use crate::units::Unit;

/// The page.
pub(super) fn page(catalog: &Catalog, analyte: &Analyte, look: Look) -> String {
    let mut page = Page::new(look);
    let group = analyte.group.replace('_', " ");
    page.title(&analyte.name, &format!("{} · {group}", analyte.id));
    if let Some(note) = &analyte.note {
        page.text_block(note);
    }
    let file = file_of(analyte);
    if let Some(file) = &file {
        page.heading("Names");
        names(&mut page, catalog, file);
    }
    page.heading("Measurement");
    measurement(&mut page, catalog, analyte);
    intervals::write(&mut page, catalog, analyte);
    effects::critical(&mut page, catalog, analyte);
    policy::write(&mut page, catalog, analyte);
    effects::hemolysis(&mut page, catalog, analyte);
    effects::interference(&mut page, analyte);
    cannot::write(&mut page, analyte);
    sources(&mut page, analyte);
    page.into_text()
}

impl Page {
    fn text_block(&mut self, text: &str) {
        self.paragraph(0, text);
    }
}

fn names(page: &mut Page, catalog: &Catalog, file: &AnalyteFile) {
    listed_names(page, &file.names);
    ambiguous(page, catalog, &file.ambiguous);
    loinc(page, &file.loinc);
    for (condition, names) in &file.conditions {
        page.item("states", &format!("{condition}: {}", names.join(", ")));
    }
    for variant in &file.variants {
        page.paragraph(
            2,
            &format!(
                "{}: the same analyte, its mass counted as another molecule ({} g/mol)",
                variant.name, variant.molar_mass
            ),
        );
        listed_names(page, &variant.names);
        ambiguous(page, catalog, &variant.ambiguous);
        loinc(page, &variant.loinc);
    }
}

fn listed_names(page: &mut Page, names: &std::collections::BTreeMap<String, Vec<String>>) {
    // English first, the others by the alphabet of their codes.
    let (english, others): (Vec<_>, Vec<_>) = names.iter().partition(|(code, _)| *code == "en");
    for (code, names) in english.into_iter().chain(others) {
        page.item(language(code), &names.join(", "));
    }
}

fn language(code: &str) -> &str {
    match code {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "id" => "Indonesian",
        "no" => "Norwegian",
        "sv" => "Swedish",
        "da" => "Danish",
        "nl" => "Dutch",
        "pt" => "Portuguese",
        "cs" => "Czech",
        "fi" => "Finnish",
        "pl" => "Polish",
        "tr" => "Turkish",
        "ru" => "Russian",
        "uk" => "Ukrainian",
        "zh" => "Chinese",
        "ja" => "Japanese",
        "ko" => "Korean",
        "el" => "Greek",
        "bg" => "Bulgarian",
        "ro" => "Romanian",
        "hr" => "Croatian",
        "et" => "Estonian",
        "lv" => "Latvian",
        "lt" => "Lithuanian",
        "sr" => "Serbian",
        "vi" => "Vietnamese",
        "th" => "Thai",
        "fa" => "Persian",
        "he" => "Hebrew",
        other => other,
    }
}

fn ambiguous(page: &mut Page, catalog: &Catalog, rows: &[AmbiguousName]) {
    for (i, row) in rows.iter().enumerate() {
        let label = if i == 0 { "only if" } else { "" };
        page.item(label, &format!("{:?}: {}", row.name, settled(catalog, row)));
    }
}

/// What settles an ambiguous name, and what else it means.
fn settled(catalog: &Catalog, row: &AmbiguousName) -> String {
    let units: Vec<&str> = row
        .units
        .iter()
        .map(|code| catalog.units().printed(code))
        .collect();
    let specimens: Vec<&str> = row
        .specimens
        .iter()
        .map(|specimen| specimen.as_str())
        .collect();
    let mut ways = Vec::new();
    if !units.is_empty() {
        ways.push(format!("in {}", units.join(", ")));
    }
    if !specimens.is_empty() {
        ways.push(format!("stated to be {}", specimens.join(", ")));
    }
    if !row.beside.is_empty() {
        ways.push(format!("beside {} in one file", words::listed(&row.beside)));
    }
    let ways = if ways.is_empty() {
        "never resolved".to_string()
    } else {
        ways.join(", or ")
    };
    format!("{ways}; it also means {}", row.also)
}

fn loinc(page: &mut Page, rows: &[LoincRow]) {
    let codes: Vec<String> = rows
        .iter()
        .map(|row| {
            let says: Vec<&str> = row
                .specimen
                .map(Specimen::as_str)
                .into_iter()
                .chain(row.condition.as_deref())
                .collect();
            if says.is_empty() {
                row.code.clone()
            } else {
                format!("{} ({})", row.code, says.join(", "))
            }
        })
        .collect();
    if !codes.is_empty() {
        page.item("LOINC", &codes.join(", "));
    }
}

fn measurement(page: &mut Page, catalog: &Catalog, analyte: &Analyte) {
    let print = |unit: &Unit| catalog.units().printed(unit.code).to_string();
    page.item(
        "measured in",
        &format!(
            "{}; taken where an export does not say",
            analyte.specimen.as_str()
        ),
    );
    page.item(
        "one unit",
        &format!("{}, to which all others are brought", print(analyte.unit)),
    );
    let mut label = "units";
    let plain = std::iter::once(None);
    let variants = analyte.variants.iter().map(Some);
    for variant in plain.chain(variants) {
        for unit in &analyte.units {
            let Some((conversion, origin)) = analyte.conversion_with_origin(unit, variant) else {
                continue;
            };
            if *unit == analyte.unit {
                continue;
            }
            let of = variant.map_or_else(String::new, |variant| format!(" of {}", variant.name));
            page.item(
                label,
                &format!(
                    "1 {}{of}: {} ({})",
                    print(unit),
                    words::factor(conversion),
                    words::origin(analyte, origin)
                ),
            );
            label = "";
        }
    }
    page.item(
        "believable",
        &format!(
            "{} to {} {}; outside, a result is shown and not flagged (a wide guess, to catch slips)",
            analyte.plausible.0,
            analyte.plausible.1,
            print(analyte.unit)
        ),
    );
    page.item(
        "methods",
        match analyte.transferable {
            Transferable::Yes => "agree well enough: a published interval may judge it",
            Transferable::Verify => {
                "differ: a published interval judges it, with the remark method-dependent"
            }
            Transferable::No => {
                "differ so much that only the measuring laboratory's own interval may judge it"
            }
        },
    );
}

fn sources(page: &mut Page, analyte: &Analyte) {
    if analyte.sources.is_empty() {
        return;
    }
    page.heading("Sources");
    for (key, source) in &analyte.sources {
        page.hanging(2, 6, &format!("[{key}] {}", source.title));
        if let Some(url) = &source.url {
            page.paragraph(6, url);
        }
        if let Some(says) = &source.says {
            page.paragraph(6, &format!("Says: {says}"));
        }
    }
}
