//! How an export finds its patients in files of them.

use std::collections::{HashMap, HashSet};

use super::{PatientEntry, PatientFile};
use crate::import::headers::vocabulary;

/// How one export finds its patients.
#[derive(Debug)]
pub(crate) struct PatientJoin {
    /// Column of the export.
    pub(crate) column: usize,
    /// File that is to be named when an identifier is unknown.
    pub(crate) label: String,
    people: HashMap<Box<str>, PatientEntry>,
}

impl PatientJoin {
    /// Prepares the joins for an export whose identifiers stand in the columns `identifiers`. A
    /// file is reached through a column with the same header as one of the export's, or of a file
    /// that has been reached; failing that, the patient column of the export and that column of the file in which `ids`, the
    /// first identifiers of the export, are found. Also says which files were reached.
    pub(crate) fn all(
        files: &[PatientFile],
        headers: &[String],
        identifiers: &[usize],
        ids: &HashSet<&str>,
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
                    && let Some(key) = file.key_of(ids)
                {
                    reached[at] = true;
                    joins.push(PatientJoin::chain(files, at, *own, key, &mut reached));
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
