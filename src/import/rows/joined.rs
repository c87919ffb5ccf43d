//! What is looked up for a record, or put together from several of its cells.

use super::{Understood, said};
use crate::import::cells::day_and_time;
use crate::import::cells::fluid;
use crate::import::columns::suspects::is_set;
use crate::import::columns::{About, HemolysisCells, is_unmeasured};
use crate::import::companions::codes::CodeEntry;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::quality::appearance;
use crate::text::{is_null, is_one_of};

impl Understood<'_> {
    /// Puts the given name behind the family name, in its cell.
    pub(super) fn join_name(&mut self, given: usize) {
        let family = self.plan.pick(Role::Patient).columns().next();
        let given = self.record.get(given).unwrap_or("").trim();
        let (Some(family), false) = (family, is_blank(given)) else {
            return;
        };
        let cells = self.record.iter().enumerate();
        let joined = cells.map(|(at, cell)| match at == family {
            true if is_blank(cell) => given.to_string(),
            true => format!("{}, {given}", cell.trim()),
            false => cell.to_string(),
        });
        self.record = joined.collect();
    }

    pub(super) fn join_code(&mut self) {
        self.code = CodeEntry::default();
        self.code_unknown = false;
        let mut coded = false;
        for join in &self.export.code_joins {
            match join.find(&self.record) {
                Some(Some(row)) => {
                    if let Some(list) = self.export.companions.codes.get(join.list) {
                        self.code = list.entry(join, row);
                    }
                    return;
                }
                Some(None) => coded = true,
                None => {}
            }
        }
        self.code_unknown = coded;
        self.unknown.codes += u64::from(coded);
    }

    pub(super) fn join_patient(&mut self) {
        let (plan, record) = (self.plan, &self.record);
        let counts = &mut self.unknown.patients;
        self.person.look_up(
            &self.export.patient_joins,
            |column| record.get(column),
            match plan.sheet.of_one_year() {
                Some(date) => date,
                None => plan.pick(Role::Collected).text(record),
            },
            |file| {
                counts.resize(counts.len().max(file + 1), 0);
                counts[file] += 1;
            },
        );
    }

    /// Puts day and time together where they have columns of their own.
    pub(super) fn join_time(&mut self) {
        self.collected.clear();
        let text = |role| self.plan.pick(role).text(&self.record);
        let (day, time) = (text(Role::Collected), text(Role::CollectedTime));
        day_and_time::join(day, time, &mut self.collected);
    }

    /// Puts the comments of several columns together: of the result, of its sample, of the order.
    pub(super) fn join_comments(&mut self) {
        let columns = self.plan.pick(Role::Comment).columns();
        let columns = columns.chain(self.plan.headers.len()..self.record.len());
        let cells = columns.map(|column| self.record.get(column).unwrap_or(""));
        let suspects = self.plan.suspects.iter().filter_map(|(column, words)| {
            let is_set = is_set(self.record.get(*column).unwrap_or(""));
            is_set.then_some(words.as_str())
        });
        let worded = self.worded_remark().to_string();
        for cell in cells
            .chain([self.plan.above.comment.as_str()])
            .chain([worded.as_str()])
            .chain(suspects)
        {
            let cell = cell.trim();
            if !is_blank(cell) && !self.comment.contains(cell) {
                if !self.comment.is_empty() {
                    self.comment.push_str("; ");
                }
                self.comment.push_str(cell);
            }
        }
    }

    /// Holds what several columns say of the specimen against each other, and reads the colors of tubes.
    pub(super) fn join_specimens(&mut self) {
        let cells = self.plan.pick(Role::Specimen).all(&self.record);
        let mut first = "";
        for (column, cell) in cells {
            let in_container = self.plan.containers.contains(&column);
            let tube = in_container.then(|| fluid::tube_of_color(cell)).flatten();
            let so_far = match self.specimen.as_str() {
                "" => first,
                specimen => specimen,
            };
            let together = match so_far {
                "" => tube.map(str::to_string),
                so_far => fluid::beside(so_far, tube.unwrap_or(cell), in_container),
            };
            if let Some(together) = together {
                self.specimen = together;
            }
            if first.is_empty() {
                first = cell;
            }
        }
    }

    /// Says with each cell of a column about hemolysis what it is about: "2+" alone is anything.
    pub(super) fn join_hemolysis(&mut self) {
        self.specimen_condition.clear();
        for column in self.plan.pick(Role::SpecimenCondition).columns() {
            let cell = said::condition(self.record.get(column).unwrap_or("")).trim();
            let mut hemolysis = self.plan.hemolysis.iter();
            let about = hemolysis.find(|about| about.column == column);
            let about = about.map(|about| &about.cells);
            push_condition(&mut self.specimen_condition, about, cell);
        }
    }

    pub(super) fn find_defaults(&mut self) {
        self.defaults = None;
        for role in [Role::Code, Role::Name] {
            let text = self.plan.pick(role).text(&self.record).trim();
            self.key.clear();
            self.key.extend(text.chars().flat_map(char::to_lowercase));
            if let Some(defaults) = self.plan.defaults.get(&self.key) {
                self.defaults = Some(defaults);
                return;
            }
        }
    }
}

/// Puts a cell about the sample behind what is said of it so far, with what the cell is about in front.
pub(in crate::import) fn push_condition(
    text: &mut String,
    about: Option<&HemolysisCells>,
    cell: &str,
) {
    // "None" of an index is a statement.
    let is_open = is_null(cell) && !is_one_of(cell, &["none", "nil"]);
    let is_idle = about.is_some_and(|about| about.is_index) && is_unmeasured(cell);
    if is_blank(cell) || is_open || is_idle {
        return;
    }
    if !text.is_empty() {
        text.push_str("; ");
    }
    if let Some(about) = about {
        // "2+" is a grade, in a column of an index too.
        let number = cell.bytes().any(|c| c.is_ascii_digit()) && !cell.contains('+');
        text.push_str(about.about.heading(about.is_index && number));
        if matches!(about.about, About::Sample | About::Look)
            && let Some(look) = appearance::look(cell)
        {
            text.push_str(look.heading());
        }
        if about.about == About::Sample && push_letters(text, cell) {
            return;
        }
    }
    text.push_str(cell);
    if let Some(about) = about
        && cell.ends_with(|c: char| c.is_ascii_digit())
        && !about.unit.is_empty()
    {
        text.push(' ');
        text.push_str(&about.unit);
    }
}

/// `H`, `HL`: codes for the condition of a sample, each with what it stands for. False for any other cell.
fn push_letters(text: &mut String, cell: &str) -> bool {
    let about = |letter: char| match letter.to_ascii_uppercase() {
        'H' => Some(About::Hemolysis),
        'I' => Some(About::Icterus),
        'L' => Some(About::Lipemia),
        _ => None,
    };
    let letters = || cell.chars().filter(|c| !matches!(c, ',' | '/' | ' '));
    if !letters().all(|letter| about(letter).is_some()) {
        return false;
    }
    for (at, about) in letters().filter_map(about).enumerate() {
        text.push_str(if at == 0 { "" } else { "; " });
        text.push_str(about.heading(false));
        text.push_str(cell);
    }
    true
}
