//! Prints the collected table.

use std::io::{self, Write};

use super::Style;
use super::fold::{self, Folded};
use super::foot;
use super::group::{Groups, Patient, Sample};
use super::heading;
use super::layout::Layout;
use super::line::Lines;
use super::row::{Rank, Row};
use crate::interpretation::{Flag, Usability};
use crate::report::paint::Tone;
use crate::report::summary::grouped;
use crate::report::text::{cut, fill};
use crate::report::{Meta, Summary};
use sample::Printer;

mod sample;

/// A patient with the samples that are shown.
pub(super) type Shown = (Patient, Vec<(Sample, Folded)>);

/// Prints everything: patients, samples, rows, and the closing lines.
pub(super) fn table(
    out: &mut impl Write,
    groups: &mut Groups,
    style: Style,
    meta: &Meta,
    summary: &Summary,
) -> io::Result<()> {
    let mut quiet = 0u64;
    let mut patients: Vec<Shown> = Vec::new();
    for mut patient in std::mem::take(&mut groups.patients) {
        let mut samples = Vec::new();
        for mut sample in std::mem::take(&mut patient.samples) {
            if sample.rows.is_empty() {
                quiet += 1;
            } else {
                let folded = fold::fold(std::mem::take(&mut sample.rows));
                samples.push((sample, folded));
            }
        }
        if !samples.is_empty() {
            patients.push((patient, samples));
        }
    }
    let rows = patients
        .iter()
        .flat_map(|(_, samples)| samples.iter().flat_map(|(_, folded)| &folded.rows));
    let mut printer = Printer {
        layout: Layout::fit(rows, style.width),
        lines: Lines::new(out, style.color),
    };
    for (patient, samples) in &patients {
        let (title, person) = heading::patient(patient);
        printer.lines.put(0, &title, Tone::Heading);
        printer.lines.beside(&person, Tone::Plain);
        printer.lines.end()?;
        for (sample, folded) in samples {
            printer.sample(sample, folded)?;
        }
    }
    let room = printer.layout.width;
    if quiet > 0 {
        let s = if quiet == 1 { "" } else { "s" };
        let text = format!(
            "{} sample{s} not shown: nothing there is flagged or in doubt",
            grouped(quiet)
        );
        printer.lines.each(0, &[text], Tone::Faint)?;
    }
    for parts in foot::closing((&groups.sources, &groups.uncalled), meta, summary) {
        printer
            .lines
            .each(0, &fill(&parts, " ", room), Tone::Plain)?;
    }
    let rows = patients
        .iter()
        .flat_map(|(_, samples)| samples.iter().flat_map(|(_, folded)| &folded.rows));
    printer
        .lines
        .each(0, &fill(&foot::legend(rows), "   ", room), Tone::Plain)?;
    let again = foot::recollect(&patients);
    if !again.is_empty() {
        printer
            .lines
            .each(0, &[foot::recollect_title(again.len())], Tone::Spoiled)?;
    }
    for line in again {
        printer
            .lines
            .each(2, &fill(&[line], " ", room - 2), Tone::Spoiled)?;
    }
    // Last, where it is seen: whom to call about, if that takes scrolling to find.
    if patients.len() > 1 {
        let calls = foot::calls(&patients);
        let lines: Vec<String> = calls
            .iter()
            .map(|call| cut(call, room).into_owned())
            .collect();
        printer.lines.each(0, &lines, Tone::Critical)?;
    }
    Ok(())
}

/// The sign at the start of a row. [`foot::legend`] explains it.
pub(super) fn mark(row: &Row) -> &'static str {
    match (row.rank, row.usability, row.flag) {
        (Rank::Critical, ..) => "!!",
        (Rank::Spoiled, Some(Usability::Unusable), _) => "×",
        (Rank::Spoiled, ..) => "?",
        (Rank::Flagged, _, Some(Flag::Low | Flag::CriticalLow)) => "▼",
        (Rank::Flagged, ..) => "▲",
        (Rank::Caution, ..) => "~",
        (Rank::NotJudged, ..) => "–",
        (Rank::Normal, ..) => "",
    }
}
