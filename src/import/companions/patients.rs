//! `--patients`: sex, age and date of birth, found through one file or a chain of files.

use std::collections::HashMap;
use std::path::Path;

use super::Table;
use crate::error::{Error, Result};
use crate::import::columns::{Columns, Seen};
use crate::import::date::{self, DateOrder, DateReading, OrderEvidence};
use crate::import::role::Role;
use crate::import::vocabulary;

/// One file of patients, stays or both.
#[derive(Debug)]
pub(crate) struct PatientFile {
    table: Table,
    columns: Columns,
    order: Option<DateOrder>,
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
    pub(super) fn read(path: &Path, encoding: Option<&str>) -> Result<PatientFile> {
        let table = Table::read(path, encoding, |_| Box::new(|_| true))?;
        let columns = Columns::find(
            &Seen {
                file: &table.label,
                header_line: table.header_line,
                headers: &table.headers,
                rows: &table.rows,
                layout: None,
                known: &|_| false,
            },
            true,
        )?;
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

    /// What each row says, under its identifier in the column `key`. Rows of one identifier that
    /// contradict each other say nothing.
    fn entries(&self, key: usize) -> HashMap<Box<str>, (PatientEntry, Vec<usize>)> {
        let mut entries: HashMap<Box<str>, (PatientEntry, Vec<usize>)> = HashMap::new();
        for (at, row) in self.table.rows.iter().enumerate() {
            let id = row.get(key).unwrap_or("").trim();
            if id.is_empty() {
                continue;
            }
            let entry = self.entry(at);
            match entries.get_mut(id) {
                Some((known, rows)) => {
                    known.reconcile(&entry);
                    rows.push(at);
                }
                None => {
                    entries.insert(id.into(), (entry, vec![at]));
                }
            }
        }
        entries
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
        PatientEntry {
            person: if self.columns.patient_is_stay {
                String::new()
            } else {
                text(Role::Patient).to_string()
            },
            sex: text(Role::Sex).to_string(),
            age: if anchor.is_some() {
                String::new()
            } else {
                text(Role::Age).to_string()
            },
            age_unit: age_unit.to_string(),
            birth: match date::read(birth, self.order) {
                DateReading::Read(moment) => moment.date().to_string(),
                _ => birth.to_string(),
            },
            anchor,
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
    }

    /// Takes in another row with the same identifier: what differs is not known.
    fn reconcile(&mut self, other: &PatientEntry) {
        let settle = |own: &mut String, other: &String| {
            if own != other {
                own.clear();
            }
        };
        settle(&mut self.person, &other.person);
        settle(&mut self.sex, &other.sex);
        settle(&mut self.age, &other.age);
        settle(&mut self.birth, &other.birth);
        if self.anchor != other.anchor {
            self.anchor = None;
        }
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

    /// The entry for an identifier.
    pub(crate) fn find(&self, id: &str) -> Option<&PatientEntry> {
        self.people.get(id)
    }
}
