//! Which columns have which roles: from the layout where it says so, else from the headers, and for
//! a few words from the cells.

use csv::StringRecord;

use super::fluid;
use super::header_unit;
use super::layout::Layout;
use super::role::Role;
use super::standing::{Standing, are_statistics};
use super::vocabulary::{self, Entry, Kind};
use crate::error::Result;

mod apart;
mod cells;
mod named;
mod results;

pub(crate) use apart::disagreeing;
pub(crate) use cells::are_intervals;
pub(crate) use named::resolve;

use cells::{are_comparators, cells_are, words_for};
use results::choose_result_set;

/// One column, what it is used for, and why.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ColumnUse {
    /// Its role, if it has one.
    pub(crate) role: Option<Role>,
    /// Why it has this role, or why it has none.
    pub(crate) reason: String,
}

/// The columns of each role, and what else their headers say.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    by_role: Vec<Vec<usize>>,
    /// One for each column.
    pub(crate) uses: Vec<ColumnUse>,
    /// All columns that identify a patient or a stay.
    pub(crate) identifiers: Vec<usize>,
    /// The patient column identifies a stay, not a person.
    pub(crate) patient_is_stay: bool,
    /// Unit of the age, from its header.
    pub(crate) age_unit: &'static str,
    /// The code column holds LOINC codes in some rows.
    pub(crate) perhaps_loinc: bool,
    /// Columns that hold nothing but how hemolyzed the sample is.
    pub(crate) hemolysis: Vec<HemolysisColumn>,
    /// Column of names with the unit in brackets, if units are to be taken from there.
    pub(crate) name_with_unit: Option<usize>,
}

/// A column that holds nothing but how hemolyzed the sample is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HemolysisColumn {
    pub(crate) column: usize,
    /// Its numbers are those of an index.
    pub(crate) is_index: bool,
    /// Their unit, if the header states it.
    pub(crate) unit: String,
}

/// What is known about the file when its columns are looked at.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// File as named.
    pub(crate) file: &'a str,
    /// Line of the header.
    pub(crate) header_line: u64,
    /// Headers.
    pub(crate) headers: &'a [String],
    /// The first rows.
    pub(crate) rows: &'a [StringRecord],
    /// The user's layout.
    pub(crate) layout: Option<&'a Layout>,
    /// Whether a text names an analyte.
    pub(crate) known: &'a dyn Fn(&str) -> bool,
}

/// Why a column with an unknown header is not used.
const UNKNOWN: &str = "not a word that is known";

/// Why a column with a known header is not used that depends on its cells.
const MISFIT: &str = "its cells do not fit its header";

struct Candidate {
    column: usize,
    entry: Entry,
    reason: String,
}

impl Columns {
    /// The columns of a role, in order of preference.
    pub(crate) fn of(&self, role: Role) -> &[usize] {
        &self.by_role[role.index()]
    }

    /// True if a role has a column.
    pub(crate) fn has(&self, role: Role) -> bool {
        !self.of(role).is_empty()
    }

    /// Takes all columns from the roles that `keep` refuses.
    pub(crate) fn retain(&mut self, why: &str, keep: impl Fn(Role) -> bool) {
        for role in Role::ALL {
            if !keep(*role) {
                for column in std::mem::take(&mut self.by_role[role.index()]) {
                    self.uses[column] = unused(why);
                }
            }
        }
    }

    /// Finds the columns of every role. `wide`: one row holds many results.
    pub(crate) fn find(seen: &Seen, wide: bool) -> Result<Columns> {
        let mut columns = Columns {
            by_role: vec![Vec::new(); Role::COUNT],
            uses: vec![unused(UNKNOWN); seen.headers.len()],
            identifiers: Vec::new(),
            patient_is_stay: false,
            age_unit: "",
            perhaps_loinc: false,
            hemolysis: Vec::new(),
            name_with_unit: None,
        };
        let stated = columns.take_stated(seen)?;
        let mut candidates = columns.candidates(seen, wide, &stated);
        choose_result_set(&mut candidates, &mut columns, seen);
        candidates.sort_by_key(|c| {
            (
                c.entry.kind == Kind::Stay,
                c.entry.kind == Kind::WideOnly,
                c.entry.rank,
            )
        });
        finest_name_first(&mut candidates, seen);
        for candidate in candidates {
            columns.add(candidate);
        }
        columns.add_summaries(seen);
        if !wide {
            columns.add_by_cells(seen);
        }
        columns.name_with_unit = columns.named_units(seen);
        columns.hemolysis = columns.about_hemolysis(seen);
        Ok(columns)
    }

    /// Roles that the layout gives, and their columns.
    fn take_stated(&mut self, seen: &Seen) -> Result<Vec<Role>> {
        let mut stated = Vec::new();
        let Some(layout) = seen.layout else {
            return Ok(stated);
        };
        for (role, headers) in &layout.columns {
            stated.push(*role);
            for header in headers.as_slice() {
                let column = resolve(seen, header)?;
                self.by_role[role.index()].push(column);
                self.uses[column] = ColumnUse {
                    role: Some(*role),
                    reason: "named in the layout".into(),
                };
                let entry = vocabulary::entry(&seen.headers[column]);
                match role {
                    Role::Patient => {
                        self.identifiers.push(column);
                        let stay = entry.is_some_and(|e| e.kind == Kind::Stay);
                        self.patient_is_stay |= stay && self.identifiers.len() == 1;
                    }
                    Role::Age => self.age_unit = entry.map_or("", |e| e.age_unit),
                    Role::Code => {
                        self.perhaps_loinc |= entry.is_some_and(|e| e.kind == Kind::PerhapsLoinc);
                    }
                    _ => {}
                }
            }
        }
        Ok(stated)
    }

    /// Columns whose headers are known words, for roles that the layout leaves open.
    fn candidates(&mut self, seen: &Seen, wide: bool, stated: &[Role]) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        for (column, header) in seen.headers.iter().enumerate() {
            if self.uses[column].role.is_some() {
                continue;
            }
            let Some(mut entry) = about_index(seen, column, wide)
                .or_else(|| vocabulary::entry(header))
                .or_else(|| vocabulary::entry(hemolysis_with_unit(header)?.0))
            else {
                continue;
            };
            let mut reason = "known header".to_string();
            if let Kind::ByCells(choices) = entry.kind {
                match choices
                    .iter()
                    .find(|(_, cells)| cells_are(seen, column, *cells))
                {
                    // Beside a column that is named for the specimen, "sample" is a number, whatever
                    // its cells look like ("tubeA").
                    Some((Role::Specimen, _))
                        if entry.role == Role::Sample && names_specimen(seen.headers, column) =>
                    {
                        entry.kind = Kind::Plain;
                        reason = "known header, beside one for the specimen".to_string();
                    }
                    // What was ordered, beside a column for what was measured: "SODIUM, URINE" beside "SODIUM".
                    Some((Role::Name, _)) if is_ordered(choices) && names_analyte(seen, column) => {
                        entry.role = Role::Category;
                        entry.kind = Kind::Plain;
                        reason = "known header, beside one for the analyte".to_string();
                    }
                    Some((role, cells)) => {
                        entry.role = *role;
                        entry.kind = Kind::Plain;
                        reason = format!("known header, and its cells are {}", words_for(*cells));
                    }
                    None => {
                        self.uses[column] = unused(MISFIT);
                        continue;
                    }
                }
            }
            let same =
                |other: &usize| vocabulary::fold(&seen.headers[*other]) == vocabulary::fold(header);
            if let Some(first) = (0..column).find(same) {
                self.uses[column] = unused(&format!("same header as column {}", first + 1));
            } else if entry.kind == Kind::WideOnly && !wide && !tells_persons(seen, column) {
                self.uses[column] = unused("identifies a row, not a patient");
            } else if entry.kind == Kind::Hemolysis && wide && names_index(seen, header) {
                self.uses[column] = unused("a result of its own");
            } else if stated.contains(&entry.role) && entry.role != Role::Patient {
                self.uses[column] = unused("the layout names another column for this role");
            } else {
                candidates.push(Candidate {
                    column,
                    entry,
                    reason,
                });
            }
        }
        // Identifiers stay known for joins, even where the layout names the patient's column.
        if stated.contains(&Role::Patient) {
            candidates.retain(|c| {
                let identifier = c.entry.role == Role::Patient;
                if identifier {
                    self.identifiers.push(c.column);
                    self.uses[c.column] = unused("identifier, for --patients only");
                }
                !identifier
            });
        }
        candidates
    }

    /// A column whose cells name statistics: the rows are no results.
    fn add_summaries(&mut self, seen: &Seen) {
        for column in 0..seen.headers.len() {
            let cells = seen.rows.iter().filter_map(|row| row.get(column));
            if self.uses[column].role.is_none() && self.is_unknown(column) && are_statistics(cells)
            {
                self.use_for(column, Role::Standing, "its cells name statistics");
            }
        }
    }

    /// Columns that tell by their cells what they are, whatever their headers, beside a result.
    fn add_by_cells(&mut self, seen: &Seen) {
        if !self.has(Role::Value) {
            return;
        }
        // A modifier of a limit is none of the result; and a flag may be an arrow.
        let of_others = |header: &str| {
            let folded = vocabulary::fold(header);
            [
                "flag", "norm", "ref", "range", "limit", "low", "high", "unit",
            ]
            .iter()
            .any(|word| folded.contains(word))
        };
        for (column, header) in seen.headers.iter().enumerate() {
            if self.uses[column].role.is_some() || !self.is_unknown(column) {
                continue;
            }
            if !self.has(Role::Comparator) && !of_others(header) && are_comparators(seen, column) {
                self.use_for(column, Role::Comparator, "its cells are comparators");
            } else if fluid::is_column(header, seen.rows.iter().filter_map(|row| row.get(column))) {
                self.use_for(
                    column,
                    Role::Category,
                    "some of its cells name a fluid that is not serum",
                );
            }
        }
    }

    /// What a column says of its rows: by its cells where they name statistics, else by its header.
    pub(crate) fn standing_of(seen: &Seen, column: usize) -> Standing {
        match are_statistics(seen.rows.iter().filter_map(|row| row.get(column))) {
            true => Standing::Statistic,
            false => Standing::of_header(&seen.headers[column]),
        }
    }

    /// Is the header of a column none that is known, or one that its cells do not fit?
    fn is_unknown(&self, column: usize) -> bool {
        [UNKNOWN, MISFIT].contains(&self.uses[column].reason.as_str())
    }

    fn use_for(&mut self, column: usize, role: Role, reason: &str) {
        self.by_role[role.index()].push(column);
        self.uses[column] = ColumnUse {
            role: Some(role),
            reason: reason.to_string(),
        };
    }

    /// A column of names with units (ADaM), if the results are those that the units belong to.
    fn named_units(&self, seen: &Seen) -> Option<usize> {
        let kind = |column: &usize| vocabulary::entry(&seen.headers[*column]).map(|e| e.kind);
        let value = self.of(Role::Value).first().and_then(kind);
        if matches!(value, Some(Kind::Original | Kind::Standard)) {
            return None;
        }
        let mut names = self.of(Role::Name).iter();
        names
            .find(|column| kind(column) == Some(Kind::NameWithUnit))
            .copied()
    }

    /// A number in a column "grade" is a grade, in a column "index" or of a unit it is an index.
    fn about_hemolysis(&self, seen: &Seen) -> Vec<HemolysisColumn> {
        let columns = self.of(Role::SpecimenCondition).iter().copied();
        columns
            .filter_map(|column| {
                let header = seen.headers[column].as_str();
                let beside_others = about_index(seen, column, false).is_some();
                let (_, unit) =
                    hemolysis_with_unit(header).or(beside_others.then_some((header, "")))?;
                let words = header.to_lowercase();
                let named = ["ind", "hil"].iter().any(|word| words.contains(word));
                Some(HemolysisColumn {
                    column,
                    is_index: named || beside_others || !unit.is_empty(),
                    unit: header_unit::plain_unit(unit),
                })
            })
            .collect()
    }

    fn add(&mut self, candidate: Candidate) {
        let Candidate {
            column,
            entry,
            reason,
        } = candidate;
        let role = entry.role;
        match role {
            Role::Patient => {
                // A row number is an identifier only where there is no other.
                if entry.kind == Kind::WideOnly && !self.identifiers.is_empty() {
                    self.uses[column] = unused("another column identifies the patient");
                    return;
                }
                self.identifiers.push(column);
                if self.has(Role::Patient) {
                    self.uses[column] = unused("identifier, for --patients only");
                    return;
                }
                self.patient_is_stay = entry.kind == Kind::Stay;
            }
            Role::Age => {
                if self.has(Role::Age) {
                    self.uses[column] = unused("another column gives the age");
                    return;
                }
                self.age_unit = entry.age_unit;
            }
            Role::Code => self.perhaps_loinc |= entry.kind == Kind::PerhapsLoinc,
            _ => {}
        }
        let stands_in = self.has(role);
        self.by_role[role.index()].push(column);
        self.uses[column] = ColumnUse {
            role: Some(role),
            reason: if stands_in {
                format!("{reason}; where the columns before it are blank")
            } else {
                reason
            },
        };
    }
}

/// Is a header the name of an index, with or without a unit? Then it is a result. `HIL` is none: `H3 I0 L0`.
fn names_index(seen: &Seen, header: &str) -> bool {
    header_unit::split_known(header, seen.known).is_some()
}

/// A header that speaks of hemolysis alone, and the unit behind it.
fn hemolysis_with_unit(header: &str) -> Option<(&str, &str)> {
    let speaks_of_it =
        |name: &str| vocabulary::entry(name).is_some_and(|entry| entry.kind == Kind::Hemolysis);
    header_unit::split_known(header, &speaks_of_it)
}

/// `H` beside `I` and `L`, `HI` beside `II` and `LI` are indices: alone `H` says nothing and `HI` is a limit, as it is
/// beside a low one.
fn about_index(seen: &Seen, column: usize, wide: bool) -> Option<Entry> {
    let headers = seen.headers;
    let others = match vocabulary::fold(&headers[column]).as_str() {
        "h" => ["i", "l"],
        "hi" => ["ii", "li"],
        _ => return None,
    };
    let has = |other: &&str| {
        headers
            .iter()
            .any(|header| vocabulary::fold(header) == **other)
    };
    let mut entries = headers
        .iter()
        .filter_map(|header| vocabulary::entry(header));
    let low = entries.any(|entry| entry.role == Role::Low);
    // Whole numbers and grades; a number with a point is a limit.
    let cells = seen.rows.iter().filter_map(|row| row.get(column));
    let mut cells = cells.map(str::trim).filter(|cell| !cell.is_empty());
    let is_index = |cell: &str| {
        let number = cell.trim_start_matches(['<', '+']).trim_end_matches('+');
        number.bytes().all(|c| c.is_ascii_digit())
    };
    let fits = !wide && !low && others.iter().all(has) && cells.all(is_index);
    fits.then(|| vocabulary::entry("hemolysisindex"))?
}

/// Of the columns with names, the one that says most comes first: what was ordered (a panel) names fewer analytes that
/// are known, or the same one for many rows. Where that settles nothing their headers do.
fn finest_name_first(candidates: &mut [Candidate], seen: &Seen) {
    let names = |c: &Candidate| {
        let settled = vocabulary::fold(&seen.headers[c.column]) == "lbtest";
        c.entry.role == Role::Name && c.entry.kind == Kind::Plain && !settled
    };
    let worth = |c: &Candidate| {
        let cells = seen.rows.iter().filter_map(|row| row.get(c.column));
        let mut known: Vec<&str> = cells
            .map(str::trim)
            .filter(|cell| (seen.known)(cell))
            .collect();
        let count = known.len();
        known.sort_unstable();
        known.dedup();
        (count, known.len())
    };
    let Some(from) = candidates.iter().position(names) else {
        return;
    };
    // They stand beside each other: sorted by kind and rank.
    let to = from + candidates[from..].iter().take_while(|c| names(c)).count();
    candidates[from..to].sort_by_key(|c| std::cmp::Reverse(worth(c)));
}

/// True for a number that is no row's and no test's: it stands on several rows, others on others, and with several tests.
fn tells_persons(seen: &Seen, column: usize) -> bool {
    let is_test = |header: &String| {
        let entry = vocabulary::entry(header);
        entry.is_some_and(|entry| matches!(entry.role, Role::Name | Role::Code | Role::Loinc))
    };
    // A bare number counts rows, of the file or of an order.
    let header = vocabulary::fold(&seen.headers[column]);
    let counts = ["no", "nr"].contains(&header.as_str());
    let Some(test) = seen.headers.iter().position(is_test).filter(|_| !counts) else {
        return false;
    };
    let mut pairs: Vec<(&str, &str)> = seen
        .rows
        .iter()
        .filter_map(|row| Some((row.get(column)?.trim(), row.get(test)?.trim())))
        .filter(|(number, _)| !number.is_empty())
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let distinct = |mut texts: Vec<&str>| {
        texts.sort_unstable();
        texts.dedup();
        texts.len()
    };
    let numbers = distinct(pairs.iter().map(|(number, _)| *number).collect());
    let tests = distinct(pairs.iter().map(|(_, test)| *test).collect());
    1 < numbers && numbers < pairs.len() && tests < pairs.len()
}

fn unused(why: &str) -> ColumnUse {
    ColumnUse {
        role: None,
        reason: why.to_string(),
    }
}

/// Is a column that may name analytes one of orders too?
fn is_ordered(choices: &[(Role, vocabulary::Cells)]) -> bool {
    choices.iter().any(|(role, _)| *role == Role::Category)
}

/// Is another column than this one named for the analyte?
fn names_analyte(seen: &Seen, column: usize) -> bool {
    is_another_plainly(seen.headers, column, Role::Name)
}

/// Is another column than this one named for the specimen?
fn names_specimen(headers: &[String], column: usize) -> bool {
    let is_bare =
        |(at, header): (usize, &String)| at != column && vocabulary::fold(header) == "specimen";
    headers.iter().enumerate().any(is_bare) || is_another_plainly(headers, column, Role::Specimen)
}

/// Has another column than this one a header that says this role and no other?
fn is_another_plainly(headers: &[String], column: usize, role: Role) -> bool {
    headers.iter().enumerate().any(|(at, header)| {
        let entry = vocabulary::entry(header).filter(|_| at != column);
        entry.is_some_and(|entry| entry.role == role && entry.kind == Kind::Plain)
    })
}
