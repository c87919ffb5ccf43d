//! `--surgeries`: a list of patients with the surgery of each.

use std::path::Path;

use jiff::civil::Date;

use super::Table;
use crate::error::{Error, Result};
use crate::import::cells::sex::SexLetters;
use crate::import::date::{self, DateOrder, DateOrders, DateReading, OrderEvidence};
use crate::notice::{Code, FileNotice};
use crate::person::Sex;
use crate::person::birth::{self, Birth};
use crate::preop::Plan;
use crate::preop::policy::schema::SurgeryGrade;
use columns::Columns;

mod columns;

/// What a list says.
#[derive(Debug)]
pub struct SurgeryList {
    /// By identifier, in its order.
    pub listed: Vec<(String, Plan)>,
    /// What of it is not read.
    pub notices: Vec<FileNotice>,
}

/// Reads the list: one row a patient, in its order. `known` are the contexts that may be said.
///
/// # Errors
/// If the file cannot be read, has no column of patients, or a cell is wrong; with the line.
pub fn read(
    path: &Path,
    encoding: Option<&str>,
    order: Option<DateOrder>,
    known: &[&str],
) -> Result<SurgeryList> {
    let table = table(path, encoding)?;
    let columns = Columns::find(&table, known)?;
    let Columns {
        patient,
        date,
        procedure,
        grade,
        asa,
        context,
        ..
    } = columns;
    let order_of = |column: Option<usize>| {
        let mut evidence = OrderEvidence::of_headers(table.headers.iter().map(String::as_str));
        for row in &table.rows {
            evidence.see(column.and_then(|at| row.get(at)).unwrap_or(""));
        }
        evidence.settled()
    };
    let orders = DateOrders::from(order).or(order_of(date));
    // Births are of other days than surgeries, and may settle what those leave open.
    let orders_of_births = orders.or(order_of(columns.birth));
    let sexes = table.rows.iter();
    let sex_letters = columns.sex.map_or(SexLetters::Usual, |at| {
        SexLetters::of_column(&table.headers[at], sexes.filter_map(|row| row.get(at)))
    });
    let mut births_unread = 0;
    let mut listed: Vec<(String, Plan)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let line = row
            .position()
            .map_or(table.header_line + 1 + at as u64, csv::Position::line);
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).unwrap_or("").trim();
        let wrong = |at: Option<usize>, problem: String, advice: &str| {
            let error = Error::new(&table.label, problem, advice).at(line);
            match at {
                Some(at) => error.column(at + 1),
                None => error,
            }
        };
        let id = cell(Some(patient));
        if id.is_empty() {
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            return Err(wrong(
                Some(patient),
                "a surgery without a patient".to_string(),
                "write the identifier as it stands in the export",
            ));
        }
        if listed.iter().any(|(known, _)| known == id) {
            return Err(wrong(
                Some(patient),
                "this patient is on the list twice".to_string(),
                "keep the surgery that the sheet is for",
            ));
        }
        let day = surgery_date(cell(date), orders).map_err(|problem| {
            wrong(
                date,
                problem,
                "write it as 2026-12-01, or give --date-order dmy or mdy for all files",
            )
        })?;
        let plan = Plan {
            date: day,
            procedure: cell(procedure).to_string(),
            grade: surgery_grade(cell(grade))
                .map_err(|problem| wrong(grade, problem, "write minor, intermediate or major"))?,
            asa: asa_grade(cell(asa))
                .map_err(|problem| wrong(asa, problem, "write 1, 2, 3 or 4"))?,
            contexts: contexts(cell(context)).collect(),
            judged_as_not_pregnant: false,
            sex: Sex::read(sex_letters.read(cell(columns.sex))),
            born: match birth::read(cell(columns.birth), orders_of_births, day) {
                Birth::Read(born) => Some(born),
                Birth::Refused(DateReading::Missing) => None,
                _ => {
                    births_unread += 1;
                    None
                }
            },
        };
        let beyond: Vec<&str> = row.iter().skip(table.headers.len()).collect();
        let plan = with_beyond(
            plan,
            &beyond,
            context == Some(table.headers.len() - 1),
            known,
        )
        .map_err(|problem| {
            wrong(
                Some(table.headers.len()),
                problem,
                "a cell with a comma in it stands in quotes: \"liver-disease,anticoagulant\"",
            )
        })?;
        if let Some((problem, advice)) = plan.contexts_wrong(known) {
            return Err(wrong(context, problem, &advice));
        }
        listed.push((id.to_string(), plan));
    }
    if listed.is_empty() {
        return Err(Error::new(
            &table.label,
            "there is no patient on this list of surgeries",
            "give one row a patient, or leave --surgeries out",
        ));
    }
    let mut notices: Vec<FileNotice> = columns.notice(&table).into_iter().collect();
    if 0 < births_unread {
        notices.push(FileNotice {
            file: table.label.clone(),
            line: None,
            code: Code::DateUnreadable,
            message: format!(
                "dates of birth of this list of surgeries that cannot be read, and are compared with nothing: \
                 {births_unread}; write them as 1960-01-31"
            ),
        });
    }
    Ok(SurgeryList { listed, notices })
}

/// The list as a table. Its header is known by its own words: an export's would not find it above rows
/// that have more cells.
fn table(path: &Path, encoding: Option<&str>) -> Result<Table> {
    Table::read_below(path, encoding, &columns::is_known, |_| Box::new(|_| true))
}

/// The contexts of one cell, as the command line writes them.
fn contexts(cell: &str) -> impl Iterator<Item = String> {
    cell.split([',', ';', ' ', '|'])
        .filter(|name| !name.is_empty())
        .map(|name| name.to_lowercase().replace('_', "-"))
}

/// A row with more cells than the header: behind a last column of contexts, known contexts are what the
/// comma without quotes meant. Anything else may be the content of any column, moved: it is refused, and
/// never left out.
fn with_beyond(
    mut plan: Plan,
    beyond: &[&str],
    is_context_last: bool,
    known: &[&str],
) -> std::result::Result<Plan, String> {
    let beyond: Vec<&str> = beyond
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect();
    if beyond.is_empty() {
        return Ok(plan);
    }
    let further: Vec<String> = beyond.iter().flat_map(|cell| contexts(cell)).collect();
    let is_known = |name: &String| known.contains(&name.strip_prefix("no-").unwrap_or(name));
    if !is_context_last || !further.iter().all(is_known) {
        return Err("this row has more cells than the header".to_string());
    }
    plan.contexts.extend(further);
    Ok(plan)
}

fn surgery_date(text: &str, orders: DateOrders) -> std::result::Result<Option<Date>, String> {
    match date::read(text, orders) {
        DateReading::Missing => Ok(None),
        DateReading::Read(moment) => Ok(Some(moment.date())),
        DateReading::Ambiguous => Err("day and month of the date could be exchanged".to_string()),
        DateReading::YearOpen => {
            Err("which number of the date is its two-digit year is not settled".to_string())
        }
        DateReading::TwoDigitYear => Err("the date has a two-digit year".to_string()),
        DateReading::Unreadable => Err("the date of surgery cannot be read".to_string()),
    }
}

/// A surgery grade as written; none for an empty text.
///
/// # Errors
/// If it is none of the three.
pub fn surgery_grade(text: &str) -> std::result::Result<Option<SurgeryGrade>, String> {
    Ok(Some(match text.trim().to_lowercase().as_str() {
        "" => return Ok(None),
        "minor" => SurgeryGrade::Minor,
        "intermediate" => SurgeryGrade::Intermediate,
        "major" | "complex" | "major/complex" | "major or complex" => SurgeryGrade::Major,
        _ => return Err("this is no surgery grade".to_string()),
    }))
}

/// An ASA grade, 1 to 4 or I to IV; none for an empty text.
///
/// # Errors
/// If it is none of the four.
pub fn asa_grade(text: &str) -> std::result::Result<Option<u8>, String> {
    Ok(Some(
        match text.trim().to_uppercase().trim_start_matches("ASA").trim() {
            "" => return Ok(None),
            "1" | "I" => 1,
            "2" | "II" => 2,
            "3" | "III" => 3,
            "4" | "IV" => 4,
            _ => return Err("this is no ASA grade of an elective patient".to_string()),
        },
    ))
}
