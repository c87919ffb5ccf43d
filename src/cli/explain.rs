//! `serumcheck explain`: what an analyte or a notice code means, with its sources.

use std::fmt::Write as _;
use std::io::Write as _;

use serumcheck::error::{Error, Result};
use serumcheck::interpretation::Limit;
use serumcheck::notice::Code;
use serumcheck::reference::{Analyte, Catalog, Effect, Interval, IntervalKind, Transferable};
use serumcheck::report::Output;
use serumcheck::text::fold_name;

use super::args::ExplainArgs;
use super::{Answer, Outcome};

pub fn run(args: &ExplainArgs) -> Answer {
    let catalog = Catalog::bundled()?;
    let text = match (&args.what, args.list) {
        (_, true) | (None, _) => list(catalog),
        (Some(what), false) => page(catalog, what)?,
    };
    let mut out = Output::stdout();
    out.write_all(text.as_bytes())
        .map_err(|error| Error::io("standard output", error))?;
    out.commit()?;
    Ok(Outcome::Worked)
}

fn list(catalog: &Catalog) -> String {
    let mut text = String::from("Analytes\n");
    for analyte in catalog.analytes() {
        let _ = writeln!(text, "  {:<28} {} ({})", analyte.id, analyte.name, analyte.group);
    }
    text.push_str("\nNotice codes\n");
    for code in Code::ALL {
        let _ = writeln!(text, "  {:<28} {}", code.as_str(), code.severity().as_str());
    }
    text
}

fn page(catalog: &Catalog, what: &str) -> Result<String> {
    if let Some(code) = Code::from_code(what) {
        return Ok(format!(
            "{} ({})\n\n  {}\n\n  What to do: {}\n",
            code,
            code.severity().as_str(),
            code.meaning(),
            code.what_to_do()
        ));
    }
    if let Some(meaning) = catalog.by_loinc(what) {
        return Ok(analyte(catalog, meaning.analyte));
    }
    let pages: Vec<String> = catalog
        .by_name(&fold_name(what))
        .map(|meaning| {
            let rule = meaning.rule.map_or_else(String::new, |rule| {
                format!("\"{what}\" needs context: it is also {}.\n\n", rule.also)
            });
            rule + &analyte(catalog, meaning.analyte)
        })
        .collect();
    if pages.is_empty() {
        return Err(Error::new(
            "",
            format!("{what:?} is no analyte, LOINC code or notice code this program knows"),
            "serumcheck explain --list names all of them",
        ));
    }
    Ok(pages.join("\n"))
}

fn analyte(catalog: &Catalog, analyte: &Analyte) -> String {
    let mut text = String::new();
    let print = |code: &str| catalog.units().printed(code).to_string();
    let _ = writeln!(text, "{}  [{}, {}]", analyte.name, analyte.id, analyte.group);
    if let Some(note) = &analyte.note {
        let _ = writeln!(text, "  {note}");
    }
    let units: Vec<String> = analyte.units.iter().map(|unit| print(unit.code)).collect();
    let _ = writeln!(
        text,
        "\n  Measured in {}; one unit: {}; also reported in {}.",
        analyte.specimen.as_str(),
        print(analyte.unit.code),
        units.join(", ")
    );
    let _ = writeln!(
        text,
        "  Believable from {} to {} {} (unsourced: only to catch slips).",
        analyte.plausible.0,
        analyte.plausible.1,
        print(analyte.unit.code)
    );
    let _ = writeln!(
        text,
        "  Interval of another laboratory: {}.",
        match analyte.transferable {
            Transferable::Yes => "may be used",
            Transferable::Verify => "may be used with a remark, methods differ",
            Transferable::No => "must not be used; only the measuring laboratory's own counts",
        }
    );
    text.push_str("\nIntervals\n");
    for row in &analyte.intervals {
        let _ = writeln!(text, "  {}", interval(catalog, analyte, row));
    }
    if analyte.intervals.is_empty() {
        text.push_str("  none\n");
    }
    if !analyte.critical.is_empty() {
        text.push_str("\nCritical limits\n");
    }
    for row in &analyte.critical {
        let side = |limit: Option<Limit>, inclusive: &str, exclusive: &str| {
            limit.map(|l| format!("{} {}", if l.inclusive { inclusive } else { exclusive }, l.value))
        };
        let limits: Vec<String> = [
            side(row.stated.low, "<=", "<"),
            side(row.stated.high, ">=", ">"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let _ = writeln!(
            text,
            "  {} {} ({}{}{})",
            limits.join(" or "),
            print(row.stated.unit.code),
            row.list,
            ages(row.from, row.below).map_or_else(String::new, |ages| format!(", {ages}")),
            row.note.as_ref().map_or_else(String::new, |note| format!("; {note}")),
        );
    }
    if let Some(effect) = &analyte.hemolysis {
        let _ = writeln!(
            text,
            "\nHemolysis {}{}{}\n  {} [{}]",
            match effect.effect {
                Effect::Raises => "raises it",
                Effect::Lowers => "lowers it",
                Effect::None => "does not change it",
                Effect::Unknown => "changes it in a way that is not known",
            },
            effect.comment_from.map_or_else(String::new, |from| format!(", from {from} g/L of free hemoglobin")),
            effect.action_from.map_or_else(String::new, |from| format!(", no conclusion from {from} g/L")),
            effect.note.as_deref().unwrap_or(""),
            effect.source,
        );
    }
    text.push_str("\nSources\n");
    for (key, source) in &analyte.sources {
        let _ = writeln!(text, "  {key}: {}", source.title);
        if let Some(url) = &source.url {
            let _ = writeln!(text, "      {url}");
        }
        if let Some(says) = &source.says {
            let _ = writeln!(text, "      \"{says}\"");
        }
    }
    text
}

fn interval(catalog: &Catalog, analyte: &Analyte, row: &Interval) -> String {
    let limits = match (row.stated.low, row.stated.high) {
        (Some(low), Some(high)) => format!("{}-{}", low.value, high.value),
        (Some(low), None) => format!("{} {}", if low.inclusive { ">=" } else { ">" }, low.value),
        (None, Some(high)) => format!("{} {}", if high.inclusive { "<=" } else { "<" }, high.value),
        (None, None) => String::new(),
    };
    let mut text = format!(
        "{:<14} {} {}",
        row.profile,
        limits,
        catalog.units().printed(row.stated.unit.code)
    );
    let sex = row.sex.map(|sex| sex.as_str().to_string());
    let condition = row.condition.clone();
    for part in [sex, ages(Some(row.from), row.below), condition].into_iter().flatten() {
        let _ = write!(text, ", {part}");
    }
    match row.kind {
        IntervalKind::ReferenceInterval => {}
        IntervalKind::DecisionLimit => text.push_str(", decision limit"),
        IntervalKind::Percentile99 => text.push_str(", 99th percentile"),
    }
    let _ = if row.is_sourced() {
        write!(text, " [{}]", row.source)
    } else {
        write!(text, " [unsourced: judges nothing]")
    };
    let _ = analyte;
    text
}

fn ages(
    from: Option<serumcheck::age::AgePoint>,
    below: Option<serumcheck::age::AgePoint>,
) -> Option<String> {
    match (from, below) {
        (None, None) => None,
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(below)) => Some(format!("below {below}")),
        (Some(from), Some(below)) => Some(format!("{from} to below {below}")),
    }
}
