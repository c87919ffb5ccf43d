//! `--patients`: sex, age, date of birth and a pregnancy, found through one file or a chain of files.

mod join;

pub(crate) use join::PatientJoin;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use csv::StringRecord;

use super::Table;
use crate::age::Age;
use crate::error::{self, Error};
use crate::import::cells::pregnant::Told;
use crate::import::cells::sex::SexCells;
use crate::import::columns::{Columns, Seen};
use crate::import::date::{self, DateOrders, DateReading, OrderEvidence};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::rows::age::put_together;
use crate::person::{Sex, birth};

/// One file of patients, stays or both.
#[derive(Debug)]
pub(crate) struct PatientFile {
    table: Table,
    columns: Columns,
    orders: DateOrders,
    sex: SexCells,
    anchor: Option<(usize, usize)>,
    pregnancy: Told,
}

/// Rows by which columns are known: a hospital has a million patients.
const SEEN: usize = 10_000;

/// What the files say about one patient. Empty: they do not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PatientEntry {
    /// Identifier of the person, where the key is that of a stay.
    pub(crate) person: String,
    pub(crate) sex: String,
    pub(crate) age: String,
    pub(crate) age_unit: String,
    /// ISO where it can be read; with a year of two digits as [`date::ShortDate`] writes it.
    pub(crate) birth: String,
    /// Age in a calendar year (MIMIC-IV shifts dates and gives no date of birth).
    pub(crate) anchor: Option<(i32, i32)>,
    /// What is said of a pregnancy, unless that is no.
    pub(crate) pregnancy: String,
    /// The files give two sexes or two dates of birth.
    pub(crate) may_be_two: bool,
}

impl PatientFile {
    pub(super) fn read(path: &Path, encoding: Option<&str>) -> error::Result<PatientFile> {
        let table = Table::read(path, encoding, |_| Box::new(|_| true))?;
        let of_rows = |rows| Seen {
            file: &table.label,
            header_line: table.header_line,
            headers: &table.headers,
            rows,
            layout: None,
            known: &|_| false,
        };
        let columns = Columns::find(&of_rows(&table.rows[..table.rows.len().min(SEEN)]), true)?;
        if columns.identifiers.is_empty() {
            return Err(Error::new(
                &table.label,
                "this file of patients has no column with an identifier",
                "call the column as it is called in the export, or patient",
            )
            .at(table.header_line));
        }
        // The order of day and month here need not be that of the export.
        let mut evidence = OrderEvidence::of_headers(table.headers.iter().map(String::as_str));
        for at in columns.of(Role::Birth) {
            for row in &table.rows {
                evidence.see(row.get(*at).unwrap_or(""));
            }
        }
        Ok(PatientFile {
            orders: evidence.settled(),
            // One letter, far below, may tell what the others mean.
            sex: SexCells::of(&of_rows(&table.rows), columns.of(Role::Sex)),
            pregnancy: Told::of(&of_rows(&[]), &columns),
            anchor: table.column("anchorage").zip(table.column("anchoryear")),
            table,
            columns,
        })
    }

    /// File as named.
    pub(crate) fn label(&self) -> &str {
        &self.table.label
    }

    /// True if it tells sex, age or birth, or leads to a file that may.
    pub(crate) fn tells_something(&self) -> bool {
        let told = [Role::Sex, Role::Age, Role::Birth, Role::Pregnancy];
        told.into_iter().any(|role| self.columns.has(role))
            || self.pregnancy.is_trimester()
            || !self.columns.age_parts.is_empty()
            || self.anchor.is_some()
            || 1 < self.columns.identifiers.len()
    }

    /// Rows with an age in numbers that nobody has.
    pub(crate) fn strange_ages(&self) -> usize {
        let cell = |row: &StringRecord, role: Role| {
            let column = self.columns.of(role).first();
            let cell = column.and_then(|at| row.get(*at)).unwrap_or_default();
            cell.trim().to_string()
        };
        let is_strange = |row: &&StringRecord| {
            let age = cell(row, Role::Age);
            let unit = match cell(row, Role::AgeUnit).as_str() {
                "" => self.columns.age_unit.to_string(),
                unit => unit.to_string(),
            };
            let number = age.strip_prefix('-').unwrap_or(&age).parse::<f64>();
            number.is_ok_and(f64::is_finite) && Age::read(&age, &unit) == Age::Unknown
        };
        match self.columns.age_parts.is_empty() && self.columns.has(Role::Age) {
            true => self.table.rows.iter().filter(is_strange).count(),
            false => 0,
        }
    }

    fn identifier_headers(&self) -> impl Iterator<Item = (usize, String)> + '_ {
        let identifiers = self.columns.identifiers.iter();
        identifiers.map(|at| (*at, vocabulary::fold(&self.table.headers[*at])))
    }

    /// The column that identifies patients as an export does whose first identifiers are these: the first one, if one of them
    /// is found there or in none. A file may number its people by a state, by a passport and by itself.
    fn key_of(&self, ids: &HashSet<&str>) -> Option<usize> {
        let first = self.columns.of(Role::Patient).first().copied();
        let is_of_patient = |column: &usize| {
            let entry = vocabulary::entry(&self.table.headers[*column]);
            entry.is_some_and(|entry| entry.role == Role::Patient)
        };
        let holds = |column: &usize| {
            let mut cells = self.table.rows.iter().filter_map(|row| row.get(*column));
            cells.any(|cell| ids.contains(cell.trim()))
        };
        let others = (0..self.table.headers.len()).filter(is_of_patient);
        first.into_iter().chain(others).find(holds).or(first)
    }

    /// What the rows say, under their identifier in the column `key`, with the rows. Where those of one identifier
    /// contradict each other, they say nothing.
    fn entries(&self, key: usize) -> HashMap<Box<str>, (PatientEntry, Vec<usize>)> {
        let mut rows: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (at, row) in self.table.rows.iter().enumerate() {
            let id = row.get(key).unwrap_or("").trim();
            if !id.is_empty() {
                rows.entry(id.into()).or_default().push(at);
            }
        }
        let of_rows = |(id, rows): (Box<str>, Vec<usize>)| {
            let all: Vec<PatientEntry> = rows.iter().map(|at| self.entry(*at)).collect();
            (id, (PatientEntry::of_all(&all), rows))
        };
        rows.into_iter().map(of_rows).collect()
    }

    fn entry(&self, row: usize) -> PatientEntry {
        let Some(record) = self.table.rows.get(row) else {
            return PatientEntry::default();
        };
        let text = |role: Role| {
            let cells = self
                .columns
                .of(role)
                .iter()
                .map(|at| record.get(*at).unwrap_or("").trim());
            cells
                .into_iter()
                .find(|cell| !cell.is_empty())
                .unwrap_or("")
        };
        // Two days of birth, or sexes, say none.
        let are_two = |role: Role, apart: &dyn Fn(&str, &str) -> bool| {
            let columns = self.columns.of(role).iter();
            let cells: Vec<&str> = columns.filter_map(|at| record.get(*at)).collect();
            cells
                .iter()
                .any(|one| cells.iter().any(|other| apart(one, other)))
        };
        let births_differ = are_two(Role::Birth, &|one, other| {
            birth::are_apart(one, other, self.orders)
        });
        let sexes_differ = are_two(Role::Sex, &Sex::are_apart);
        let birth = match births_differ {
            true => "",
            false => text(Role::Birth),
        };
        let number = |at: usize| record.get(at).and_then(|t| t.trim().parse::<i32>().ok());
        let anchor = self
            .anchor
            .and_then(|(age, year)| number(year).zip(number(age)));
        let age_unit = match text(Role::AgeUnit) {
            "" => self.columns.age_unit,
            unit => unit,
        };
        let mut age = String::new();
        match self.columns.age_parts.as_slice() {
            [] => age.push_str(text(Role::Age)),
            parts => put_together(parts, |at| record.get(at).unwrap_or(""), &mut age),
        }
        PatientEntry {
            person: if self.columns.patient_is_stay {
                String::new()
            } else {
                text(Role::Patient).to_string()
            },
            sex: (self.sex)
                .read(text(Role::Sex), |at| record.get(at).unwrap_or(""))
                .to_string(),
            age: if anchor.is_some() { String::new() } else { age },
            age_unit: age_unit.to_string(),
            birth: match date::short_date(birth, self.orders) {
                // The order here need not be that of the export.
                Ok(short) => short.to_string(),
                Err(DateReading::Read(moment)) => moment.date().to_string(),
                Err(_) => birth.to_string(),
            },
            anchor,
            pregnancy: (self.pregnancy).said(text(Role::Pregnancy), text(Role::Condition)),
            may_be_two: sexes_differ || births_differ,
        }
    }
}

impl PatientEntry {
    /// Fills what is not known yet.
    fn complete(&mut self, other: &PatientEntry) {
        let fill = |own: &mut String, other: &String| {
            if own.is_empty() {
                own.clone_from(other);
            }
        };
        fill(&mut self.person, &other.person);
        // Two files that contradict each other say nothing, as two rows of one.
        let is_apart = |one: &str, other: &str| {
            !one.is_empty() && !other.is_empty() && Sex::read(one) != Sex::read(other)
        };
        if is_apart(&self.sex, &other.sex) {
            self.sex.clear();
            self.may_be_two = true;
        } else if !self.may_be_two {
            fill(&mut self.sex, &other.sex);
        }
        if self.age.is_empty() && !other.age.is_empty() {
            self.age.clone_from(&other.age);
            self.age_unit.clone_from(&other.age_unit);
        }
        fill(&mut self.birth, &other.birth);
        fill(&mut self.pregnancy, &other.pregnancy);
        self.anchor = self.anchor.or(other.anchor);
        self.may_be_two |= other.may_be_two;
    }

    /// What several rows with one identifier say together: a blank says nothing, and what differs is not known.
    fn of_all(rows: &[PatientEntry]) -> PatientEntry {
        let text = |of: fn(&PatientEntry) -> &String| {
            let stated = rows.iter().map(|row| of(row).as_str());
            one_of(stated.filter(|text| !text.is_empty()), |one, other| {
                one == other
            })
        };
        let said = |text: Option<&str>| text.unwrap_or_default().to_string();
        let sexes = rows.iter().map(|row| row.sex.as_str());
        let sex = one_of(sexes.filter(|sex| !sex.is_empty()), |one, other| {
            one == other || (Sex::read(one) == Sex::read(other) && Sex::read(one) != Sex::Unknown)
        });
        let birth = text(|row| &row.birth);
        // An age belongs to its unit.
        let ages = rows.iter().filter(|row| !row.age.is_empty());
        let age = one_of(ages, |one, other| {
            (&one.age, &one.age_unit) == (&other.age, &other.age_unit)
        });
        let age = age.unwrap_or(None);
        let anchors = rows.iter().filter_map(|row| row.anchor);
        // Two weeks of a pregnancy are of one that nobody knows the week of: they stand beside each other.
        let mut pregnancies: Vec<&str> = rows.iter().map(|row| row.pregnancy.as_str()).collect();
        pregnancies.retain(|said| !said.is_empty());
        pregnancies.sort_unstable();
        pregnancies.dedup();
        PatientEntry {
            person: said(text(|row| &row.person).unwrap_or(None)),
            may_be_two: sex.is_err() || birth.is_err() || rows.iter().any(|row| row.may_be_two),
            sex: said(sex.unwrap_or(None)),
            age: age.map_or_else(String::new, |row| row.age.clone()),
            age_unit: age.map_or_else(String::new, |row| row.age_unit.clone()),
            birth: said(birth.unwrap_or(None)),
            anchor: one_of(anchors, |one, other| one == other).unwrap_or(None),
            pregnancy: pregnancies.join(" / "),
        }
    }
}

/// Things that differ.
struct Differ;

/// The one thing among several that are the same, if there is any.
fn one_of<T>(
    mut all: impl Iterator<Item = T>,
    same: impl Fn(&T, &T) -> bool,
) -> Result<Option<T>, Differ> {
    let Some(first) = all.next() else {
        return Ok(None);
    };
    match all.all(|other| same(&first, &other)) {
        true => Ok(Some(first)),
        false => Err(Differ),
    }
}
