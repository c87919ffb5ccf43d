//! The end of a result's path: critical limit, sample, verdict, notices.

use super::super::effects;
use super::super::page::Page;
use crate::interpret::Rules;
use crate::interpretation::{Flag, Interpretation, ReportedFlag, Usability};
use crate::notice::{Code, Severity};
use crate::quality::Provenance;

pub(super) fn write(page: &mut Page, rules: &Rules, result: &Interpretation<'_>) {
    critical(page, rules, result);
    page.heading("Sample");
    sample(page, rules, result);
    page.heading("Verdict");
    verdict(page, result);
    notices(page, result);
}

fn critical(page: &mut Page, rules: &Rules, result: &Interpretation<'_>) {
    let Some(analyte) = result.analyte else {
        return;
    };
    page.heading("Critical limit");
    let list = &rules.options().critical_list;
    if let Some(call) = &result.critical {
        let side = if call.high { "high" } else { "low" };
        page.item(
            "reached",
            &format!(
                "{} ({side} side)",
                effects::critical_limit(rules.catalog(), call.limit)
            ),
        );
        if let Some(note) = &call.limit.note {
            page.item("", note);
        }
        return;
    }
    let age = result.person.age;
    let rows: Vec<_> = analyte
        .critical
        .iter()
        .filter(|row| row.list == *list)
        .filter(|row| row.from.is_none_or(|from| age.reached(from) != Some(false)))
        .filter(|row| {
            row.below
                .is_none_or(|below| age.reached(below) != Some(true))
        })
        .collect();
    if rows.is_empty() {
        page.item(
            "none",
            &format!("list {list} has no limit for {} at this age", analyte.name),
        );
    }
    let compared = result.canonical.is_some() || result.reading.value.bounds().is_some();
    let label = if compared { "not reached" } else { "no number" };
    for row in rows {
        page.item(label, &effects::critical_limit(rules.catalog(), row));
    }
}

fn sample(page: &mut Page, rules: &Rules, result: &Interpretation<'_>) {
    let hemolysis = result.hemolysis;
    page.item(
        "hemolysis",
        &level(
            hemolysis.provenance,
            hemolysis.free_hb,
            "g/L of free hemoglobin",
        ),
    );
    let general = rules.hemolysis.general();
    let others = [
        ("icterus", result.icterus, "µmol/L of bilirubin"),
        ("lipemia", result.lipemia, "mg/dL of turbidity"),
    ];
    for (name, known, unit) in others {
        if known.provenance != Provenance::NotStated {
            page.item(name, &level(known.provenance, known.level, unit));
        }
    }
    match result.analyte.map(|analyte| (analyte, &analyte.hemolysis)) {
        Some((analyte, Some(effect))) => {
            page.item("effect", &effects::effect_words(analyte, effect));
            page.item("source", analyte.source_title(&effect.source));
        }
        Some((_, None)) => page.item("effect", "not known"),
        None => {}
    }
    page.item(
        "always",
        &format!(
            "from {} g/L no serum result is usable; below {} g/L none is known to be affected",
            general.gross_from, general.none_below
        ),
    );
}

/// What is known of an interferent in the sample.
fn level(provenance: Provenance, level: Option<(f64, Option<f64>)>, unit: &str) -> String {
    let how = match provenance {
        Provenance::NotStated => return "not stated: that is not \"none\"".to_string(),
        Provenance::Unknown => {
            return "an index without a unit: its number means nothing".to_string();
        }
        Provenance::Word => "a word in a comment or in place of a result",
        Provenance::Graded => "a graded index",
        Provenance::Measured => "a measured index",
    };
    match level {
        None => format!("{how}, without an amount"),
        Some((low, Some(high))) if low == high => format!("{how}: {low} {unit}"),
        Some((low, Some(high))) => format!("{how}: {low} to {high} {unit}"),
        Some((low, None)) => format!("{how}: {low} {unit} or more"),
    }
}

fn verdict(page: &mut Page, result: &Interpretation<'_>) {
    let flag = match result.flag {
        None => "none",
        Some(Flag::CriticalLow) => "LL: at or beyond a critical limit, low",
        Some(Flag::Low) => "L: below the interval",
        Some(Flag::Normal) => "N: inside the interval",
        Some(Flag::High) => "H: above the interval",
        Some(Flag::CriticalHigh) => "HH: at or beyond a critical limit, high",
    };
    page.item("flag", flag);
    let theirs = match result.reported_flag {
        ReportedFlag::None => "",
        ReportedFlag::Normal => "normal",
        ReportedFlag::Low => "low",
        ReportedFlag::High => "high",
        ReportedFlag::NoDirection => "a flag without a direction",
    };
    if !theirs.is_empty() {
        page.item(
            "laboratory",
            &format!("{theirs} ({:?})", result.observation.flag),
        );
    }
    let usability = match result.usability {
        None => "not assessed: nothing vouches for this number".to_string(),
        Some(usability) => format!("{}: {}", usability.as_str(), rule(result, usability)),
    };
    page.item("usability", &usability);
}

/// The rule that decided: the gravest notice about the sample or the number itself.
fn rule(result: &Interpretation<'_>, usability: Usability) -> String {
    const RULES: &[Code] = &[
        Code::HemolysisGross,
        Code::SpecimenUnsuitable,
        Code::ResultAbsent,
        Code::ImplausibleValue,
        Code::IntervalOneSided,
        Code::IntervalUnitDoubtful,
        Code::MaskedLowPossible,
        Code::MaskedHighPossible,
        Code::HemolysisTrueLower,
        Code::HemolysisTrueHigher,
        Code::HemolysisRaises,
        Code::HemolysisLowers,
        Code::HemolysisEffectUnknown,
        Code::HemolysisIndexWithoutUnit,
        Code::IcterusRaises,
        Code::IcterusLowers,
        Code::IcterusEffectUnknown,
        Code::IcterusIndexWithoutUnit,
        Code::LipemiaRaises,
        Code::LipemiaLowers,
        Code::LipemiaEffectUnknown,
        Code::LipemiaIndexWithoutUnit,
        Code::IntervalUnreadable,
    ];
    let deciding = RULES.iter().find(|code| result.notices.has(**code));
    match deciding {
        Some(code) => format!("{code}. {}", code.meaning()),
        None if usability == Usability::Usable && result.hemolysis.is_suspect() => {
            "the hemolysis is below what changes this analyte".to_string()
        }
        None => "nothing speaks against it".to_string(),
    }
}

fn notices(page: &mut Page, result: &Interpretation<'_>) {
    if result.notices.is_empty() {
        return;
    }
    page.heading("Notices");
    for severity in [Severity::Serious, Severity::Warning, Severity::Info] {
        for code in result
            .notices
            .codes()
            .iter()
            .filter(|code| code.severity() == severity)
        {
            page.hanging(2, 4, &format!("{code} ({})", severity.as_str()));
            page.paragraph(4, code.meaning());
            page.paragraph(4, &format!("What to do: {}", code.what_to_do()));
        }
    }
}
