//! `--patients`: sex, age and date of birth, found through one file or a chain of files.

use std::collections::HashMap;
use std::path::Path;

use super::Table;
use crate::error::{self, Error};
use crate::import::columns::{Columns, Seen};
use crate::import::date::{self, DateOrder, DateReading, OrderEvidence};
use crate::import::role::Role;
use crate::import::rows::age::put_together;
use crate::import::sex::SexLetters;
use crate::import::vocabulary;
use crate::person::Sex;

/// One file of patients, stays or both.
#[derive(Debug)]
pub(crate) struct PatientFile {
    table: Table,
    columns: Columns,
    order: Option<DateOrder>,
    sex_letters: SexLetters,
    anchor: Option<(usize, usize)>,
}

/// What the files say about one patient. Empty: they do not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PatientEntry {
    /// Identifier of the person, where the key is that of a stay.
    pub(crate) person: String,
    pub(crate) sex: String,
    pub(crate) age: String,
    pub(crate) age_unit: String,
    /// ISO where it can be read.
    pub(crate) birth: String,
    /// Age in a calendar year (MIMIC-IV shifts dates and gives no date of birth).
    pub(crate) anchor: Option<(i32, i32)>,
    /// The files give two sexes or two dates of birth.
    pub(crate) may_be_two: bool,
}

/// How one export finds its patients.
#[derive(Debug)]
pub(crate) struct PatientJoin {
    /// Column of the export.
    pub(crate) column: usize,
    /// File that is to be named when an identifier is unknown.
    pub(crate) label: String,
    people: HashMap<Box<str>, PatientEntry>,
}

impl PatientFile {
    pub(super) fn read(path: &Path, encoding: Option<&str>) -> error::Result<PatientFile> {
        let table = Table::read(path, encoding, |_| Box::new(|_| true))?;
        let seen = Seen {
            file: &table.label,
            header_line: table.header_line,
            headers: &table.headers,
            rows: &table.rows,
            layout: None,
            known: &|_| false,
        };
        let columns = Columns::find(&seen, true)?;
        if columns.identifiers.is_empty() {
            return Err(Error::new(
                &table.label,
                "this file of patients has no column with an identifier",
                "call the column as it is called in the export, or patient",
            )
            .at(table.header_line));
        }
        // The order of day and month here need not be that of the export.
        let mut evidence = OrderEvidence::default();
        for at in columns.of(Role::Birth) {
            for row in &table.rows {
                evidence.see(row.get(*at).unwrap_or(""));
            }
        }
        Ok(PatientFile {
            order: evidence.settled(),
            sex_letters: SexLetters::of(&seen, columns.of(Role::Sex)),
            anchor: table.column("anchorage").zip(table.column("anchoryear")),
            table,
            columns,
        })
    }

    /// File as named.
    pub(crate) fn label(&self) -> &str {
        &self.table.label
    }

    fn identifier_headers(&self) -> impl Iterator<Item = (usize, String)> + '_ {
        let identifiers = self.columns.identifiers.iter();
        identifiers.map(|at| (*at, vocabulary::fold(&self.table.headers[*at])))
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
        let birth = text(Role::Birth);
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
            sex: self.sex_letters.read(text(Role::Sex)).to_string(),
            age: if anchor.is_some() { String::new() } else { age },
            age_unit: age_unit.to_string(),
            birth: match date::read(birth, self.order) {
                DateReading::Read(moment) => moment.date().to_string(),
                _ => birth.to_string(),
            },
            anchor,
            may_be_two: false,
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
        fill(&mut self.sex, &other.sex);
        if self.age.is_empty() && !other.age.is_empty() {
            self.age.clone_from(&other.age);
            self.age_unit.clone_from(&other.age_unit);
        }
        fill(&mut self.birth, &other.birth);
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
        PatientEntry {
            person: said(text(|row| &row.person).unwrap_or(None)),
            may_be_two: sex.is_err() || birth.is_err(),
            sex: said(sex.unwrap_or(None)),
            age: age.map_or_else(String::new, |row| row.age.clone()),
            age_unit: age.map_or_else(String::new, |row| row.age_unit.clone()),
            birth: said(birth.unwrap_or(None)),
            anchor: one_of(anchors, |one, other| one == other).unwrap_or(None),
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

impl PatientJoin {
    /// Prepares the joins for an export whose identifiers stand in the columns `identifiers`. A
    /// file is reached through a column with the same header as one of the export's, or of a file
    /// that has been reached; failing that, the patient column of the export and the file's. Also says which files were
    /// reached.
    pub(crate) fn all(
        files: &[PatientFile],
        headers: &[String],
        identifiers: &[usize],
    ) -> (Vec<PatientJoin>, Vec<bool>) {
        let mut joins: Vec<PatientJoin> = Vec::new();
        let mut reached = vec![false; files.len()];
        for (at, file) in files.iter().enumerate() {
            let same = identifiers.iter().find_map(|own| {
                let folded = vocabulary::fold(&headers[*own]);
                let found = file
                    .identifier_headers()
                    .find(|(_, header)| *header == folded);
                found.map(|(key, _)| (*own, key))
            });
            let Some((column, key)) = same else { continue };
            reached[at] = true;
            joins.push(PatientJoin::chain(files, at, column, key, &mut reached));
        }
        // Nothing has the same header: the two columns that identify patients are the same thing.
        if joins.is_empty()
            && let Some(own) = identifiers.first()
        {
            for (at, file) in files.iter().enumerate() {
                if !reached[at]
                    && let Some(key) = file.columns.of(Role::Patient).first()
                {
                    reached[at] = true;
                    joins.push(PatientJoin::chain(files, at, *own, *key, &mut reached));
                }
            }
        }
        (joins, reached)
    }

    /// The people of file `first`, completed from the files that it leads to.
    fn chain(
        files: &[PatientFile],
        first: usize,
        column: usize,
        key: usize,
        reached: &mut [bool],
    ) -> PatientJoin {
        let file = &files[first];
        let mut people = file.entries(key);
        for (at, next) in files.iter().enumerate() {
            if at == first {
                continue;
            }
            let link = file.identifier_headers().find_map(|(from, header)| {
                let to = next
                    .identifier_headers()
                    .find(|(_, other)| *other == header);
                to.filter(|_| from != key).map(|(to, _)| (from, to))
            });
            let Some((from, to)) = link else { continue };
            reached[at] = true;
            let others = next.entries(to);
            for (entry, rows) in people.values_mut() {
                let id = |row: &usize| {
                    let row = file.table.rows.get(*row);
                    row.and_then(|row| row.get(from)).unwrap_or("").trim()
                };
                let mut ids = rows.iter().map(id);
                // One key that leads to two people leads to none.
                let Some(first_id) = ids.next() else { continue };
                if ids.all(|other| other == first_id)
                    && let Some((other, _)) = others.get(first_id)
                {
                    entry.complete(other);
                    if entry.person.is_empty() {
                        entry.person = first_id.to_string();
                    }
                }
            }
        }
        PatientJoin {
            column,
            label: file.table.label.clone(),
            people: people
                .into_iter()
                .map(|(id, (entry, _))| (id, entry))
                .collect(),
        }
    }

    /// That some identifiers have two sexes or two dates of birth, if they have.
    pub(crate) fn two_patients(&self) -> Option<String> {
        let people = self.people.values();
        let count = people.filter(|entry| entry.may_be_two).count();
        let s = if count == 1 { "" } else { "s" };
        (0 < count).then(|| {
            format!(
                "{} gives two sexes or two dates of birth for {count} identifier{s}: perhaps two people; neither is taken",
                self.label
            )
        })
    }

    /// Everybody with identifier, sex and date of birth: of the person, where the key is that of a stay.
    pub(crate) fn people(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.people.iter().map(|(key, entry)| {
            let of = match entry.person.is_empty() {
                true => key,
                false => entry.person.as_str(),
            };
            (of, entry.sex.as_str(), entry.birth.as_str())
        })
    }

    /// The entry for an identifier.
    pub(crate) fn find(&self, id: &str) -> Option<&PatientEntry> {
        self.people.get(id)
    }
}
