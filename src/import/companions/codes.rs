//! `--codes`: what a laboratory's own item codes mean.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use csv::StringRecord;

use super::Table;
use crate::error::{Error, Result};
use crate::import::cells::loinc;
use crate::import::columns::{Columns, Seen};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;

/// One list of codes.
#[derive(Debug)]
pub(crate) struct CodeList {
    table: Table,
    columns: Columns,
    /// OMOP: the code is a LOINC code where this column says so.
    vocabulary: Option<usize>,
    concept_code: Option<usize>,
}

/// What a list says about one code. Empty: it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct CodeEntry<'a> {
    pub(crate) name: &'a str,
    pub(crate) loinc: &'a str,
    pub(crate) specimen: &'a str,
    pub(crate) category: &'a str,
    pub(crate) unit: &'a str,
}

/// How one export finds its codes in one list.
#[derive(Debug)]
pub(crate) struct CodeJoin {
    /// Which of the lists.
    pub(crate) list: usize,
    /// Columns of the export, in the order in which they are tried.
    pub(crate) columns: Vec<usize>,
    /// Key column of the list.
    key: usize,
    rows: HashMap<Box<str>, u32>,
    /// Codes of which more than one thing is said, here or in another list: none of it is taken.
    open: HashSet<Box<str>>,
    /// Codes of which it says more than one specimen, or more than one unit: the row has to say which.
    blank: HashMap<Box<str>, [bool; 2]>,
}

impl CodeList {
    pub(super) fn read(path: &Path, encoding: Option<&str>) -> Result<CodeList> {
        let table = Table::read(path, encoding, |headers| {
            // A full OMOP vocabulary has millions of concepts that are no measurements.
            let column = |name: &str| headers.iter().position(|h| vocabulary::fold(h) == name);
            let domain = column("domainid").filter(|_| column("conceptid").is_some());
            Box::new(move |row: &StringRecord| {
                domain.and_then(|at| row.get(at)).is_none_or(|domain| {
                    ["Measurement", "Observation"]
                        .iter()
                        .any(|d| domain.eq_ignore_ascii_case(d))
                })
            })
        })?;
        let columns = Columns::find(
            &Seen {
                file: &table.label,
                header_line: table.header_line,
                headers: &table.headers,
                rows: &table.rows,
                layout: None,
                // In a list of codes, a column headed "name" names what the codes stand for.
                known: &|_| true,
            },
            false,
        )?;
        let told = [Role::Name, Role::Loinc, Role::Specimen, Role::Unit];
        if !told.into_iter().any(|role| columns.has(role)) {
            return Err(Error::new(
                &table.label,
                "this code list has no column with a name, a LOINC code, a specimen or a unit",
                "call its columns code, name, loinc, specimen, category, unit",
            )
            .at(table.header_line));
        }
        Ok(CodeList {
            vocabulary: table.column("vocabularyid"),
            concept_code: table.column("conceptcode"),
            table,
            columns,
        })
    }

    /// File as named.
    pub(crate) fn label(&self) -> &str {
        &self.table.label
    }

    /// Prepares the join for an export with these headers, whose codes and names stand in the
    /// columns `codes` and `names`. The list's key is the column with the same header as one of
    /// them, else its column of codes.
    pub(crate) fn join(
        &self,
        list: usize,
        headers: &[String],
        (codes, names): (&[usize], &[usize]),
        differ: &dyn Fn(&str, &str) -> bool,
    ) -> Option<CodeJoin> {
        let same = codes.iter().chain(names).find_map(|at| {
            let folded = vocabulary::fold(&headers[*at]);
            self.table
                .column(&folded)
                .filter(|_| !folded.is_empty())
                .map(|key| (key, vec![*at]))
        });
        let (key, columns) = match same {
            Some(found) => found,
            None => {
                let key = *self.columns.of(Role::Code).first()?;
                let is_concept = |header: &str| vocabulary::fold(header).ends_with("conceptid");
                // Concept numbers and local codes are different numbers.
                let concepts = is_concept(&self.table.headers[key]);
                let columns: Vec<usize> = codes
                    .iter()
                    .copied()
                    .filter(|at| !concepts || is_concept(&headers[*at]))
                    .collect();
                (
                    key,
                    if columns.is_empty() {
                        names.to_vec()
                    } else {
                        columns
                    },
                )
            }
        };
        if columns.is_empty() {
            return None;
        }
        let mut join = CodeJoin {
            list,
            columns,
            key,
            rows: HashMap::with_capacity(self.table.rows.len()),
            open: HashSet::new(),
            blank: HashMap::new(),
        };
        for (at, row) in self.table.rows.iter().enumerate() {
            let code = row.get(key).unwrap_or("").trim();
            let Some(at) = u32::try_from(at).ok().filter(|_| !code.is_empty()) else {
                continue;
            };
            match join.rows.get(code) {
                Some(first) => {
                    let (first, other) = (self.entry(&join, *first), self.entry(&join, at));
                    if first.contradicts(&other, differ) {
                        join.open.insert(code.into());
                    }
                    let apart = first.is_apart(&other);
                    let known = join.blank.entry(code.into()).or_default();
                    *known = [known[0] || apart[0], known[1] || apart[1]];
                }
                None => {
                    join.rows.insert(code.into(), at);
                }
            }
        }
        Some(join)
    }

    /// Codes of which this list and another one, joined like this, say different things.
    pub(crate) fn contradicted(
        &self,
        join: &CodeJoin,
        (other, other_join): (&CodeList, &CodeJoin),
        differ: &dyn Fn(&str, &str) -> bool,
    ) -> Vec<Box<str>> {
        let both = join.rows.iter().filter_map(|(code, own)| {
            let its = other_join.rows.get(code)?;
            Some((code, self.entry(join, *own), other.entry(other_join, *its)))
        });
        both.filter(|(_, own, its)| own.contradicts(its, differ))
            .map(|(code, _, _)| code.clone())
            .collect()
    }

    /// What a row of the list says, beside its key.
    pub(crate) fn entry(&self, join: &CodeJoin, row: u32) -> CodeEntry<'_> {
        let Some(record) = self.table.rows.get(row as usize) else {
            return CodeEntry::default();
        };
        let text = |role: Role| {
            let columns = self.columns.of(role).iter().filter(|at| **at != join.key);
            let mut cells = columns.map(|at| record.get(*at).unwrap_or("").trim());
            cells.find(|cell| !cell.is_empty()).unwrap_or("")
        };
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or("").trim();
        let mut loinc = text(Role::Loinc);
        if loinc.is_empty() && cell(self.vocabulary).eq_ignore_ascii_case("loinc") {
            loinc = cell(self.concept_code);
        }
        let [specimen, unit] = join
            .blank
            .get(cell(Some(join.key)))
            .copied()
            .unwrap_or_default();
        let unless = |open: bool, role: Role| if open { "" } else { text(role) };
        CodeEntry {
            name: text(Role::Name),
            loinc: if loinc::is_code(loinc) { loinc } else { "" },
            specimen: unless(specimen, Role::Specimen),
            category: text(Role::Category),
            unit: unless(unit, Role::Unit),
        }
    }
}

impl CodeEntry<'_> {
    /// Is something else measured? Names of one LOINC code are names of one thing.
    fn contradicts(&self, other: &CodeEntry<'_>, differ: &dyn Fn(&str, &str) -> bool) -> bool {
        if !self.loinc.is_empty() && !other.loinc.is_empty() {
            return self.loinc != other.loinc;
        }
        let (one, its) = (self.name, other.name);
        !one.is_empty() && !its.is_empty() && !one.eq_ignore_ascii_case(its) && differ(one, its)
    }

    /// Is another specimen said, another unit?
    fn is_apart(&self, other: &CodeEntry<'_>) -> [bool; 2] {
        let differ = |one: &str, its: &str| {
            !one.is_empty() && !its.is_empty() && !one.eq_ignore_ascii_case(its)
        };
        [
            differ(self.specimen, other.specimen),
            differ(self.unit, other.unit),
        ]
    }
}

impl CodeJoin {
    /// Codes of which more than one thing is said.
    pub(crate) fn open(&self) -> usize {
        self.open.len()
    }

    /// Takes nothing of what is said of these codes.
    pub(crate) fn leave_open(&mut self, codes: impl IntoIterator<Item = Box<str>>) {
        self.open.extend(codes);
    }

    /// The columns of the export that it looks at.
    pub(crate) fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.columns.iter().copied()
    }

    /// The row of the list for the codes of a record: `None` if there is no code,
    /// `Some(None)` if the list does not have it.
    pub(crate) fn find(&self, record: &StringRecord) -> Option<Option<u32>> {
        let mut coded = false;
        for column in &self.columns {
            let code = record.get(*column).unwrap_or("").trim();
            // Zero is OMOP's "no matching concept".
            if code.is_empty() || code == "0" {
                continue;
            }
            coded = true;
            if self.open.contains(code) {
                return Some(None);
            }
            if let Some(row) = self.rows.get(code) {
                return Some(Some(*row));
            }
        }
        coded.then_some(None)
    }
}
