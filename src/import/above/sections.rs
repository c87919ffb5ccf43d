//! From which line on what stands above a table counts no longer: another person, another draw or another specimen is stated
//! there.

use std::collections::HashSet;

use csv::StringRecord;

use super::ownerless::Ownerless;
use super::whose::{self, Restated, Whose};
use super::{Above, Reader, specimen, states};
use crate::error::Result;
use crate::import::header_again;
use crate::import::layout::Shape;
use crate::import::opening::Opened;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::sheet;
use crate::import::table::is_blank;
use crate::interpret::reported;
use crate::person::year_in;
use crate::specimen::Specimen;

/// A specimen that is open: of two that are stated, nobody knows which.
const OF_EITHER: &str = "serum/urine";

impl Above {
    /// Reads the lines above the table of a file, and from where on among its rows something else counts.
    pub(crate) fn of(opened: &Opened, plan: &mut Plan) -> Result<Above> {
        let Reader { mut above, lines } = Reader::of(&Above::lines(opened, plan), &mut plan.wide);
        above.whose = lines.beside(plan);
        above.ownerless = Ownerless::of(opened, plan);
        if plan.shape == Shape::Cumulative && plan.sheet.of_one_year().is_none() {
            above.whose.leave_age();
        }
        if !above.says_something() {
            return Ok(above);
        }
        let of_persons = whose::columns_of_persons(plan);
        let (mut first, mut year) = (None::<Vec<String>>, None::<i32>);
        let mut sections = Sections::new(above, lines);
        opened.each_line(|line, row| {
            let cell = |at: &usize| row.get(*at).unwrap_or("").trim().to_string();
            let who: Vec<String> = of_persons.iter().map(cell).collect();
            let own = year_in(plan.pick(Role::Collected).text(row));
            if *first.get_or_insert_with(|| who.clone()) != who {
                sections.leave(|whose| *whose = Whose::default());
            } else if let Some(own) = own
                && *year.get_or_insert(own) != own
            {
                sections.leave(Whose::leave_age);
            }
            sections.take(plan, line, row);
            true
        })?;
        Ok(sections.done())
    }
}

/// The rows as they come.
struct Sections {
    above: Above,
    lines: whose::Lines,
    /// Since the last line that states something else a result came.
    has_results: bool,
    /// Cells that are known to state nothing: the names of tests, for most of them.
    idle: HashSet<String>,
}

/// Cells that are remembered.
const REMEMBERED: usize = 1 << 12;

impl Sections {
    fn new(above: Above, lines: whose::Lines) -> Sections {
        Sections {
            above,
            lines,
            has_results: false,
            idle: HashSet::new(),
        }
    }

    /// True for a row of a result that states nothing, for all that is remembered of its first cell and its test.
    fn is_idle(&mut self, plan: &Plan, row: &StringRecord) -> bool {
        let telling = whose::telling(plan, row);
        if telling.clone().all(|cell| self.idle.contains(cell)) {
            return whose::has_result(plan, row);
        }
        if telling.clone().all(|cell| !states(cell)) && self.idle.len() < REMEMBERED {
            self.idle.extend(telling.map(str::to_string));
        }
        false
    }

    /// Leaves something out of all of it.
    fn leave(&mut self, leave: impl Fn(&mut Whose)) {
        leave(&mut self.above.whose);
        self.above
            .below
            .iter_mut()
            .for_each(|(_, it)| leave(&mut it.whose));
    }

    fn current(&self) -> Above {
        let last = self.above.below.last().map(|(_, above)| above);
        let current = last.unwrap_or(&self.above);
        Above {
            below: Vec::new(),
            ownerless: None,
            ..current.clone()
        }
    }

    /// From this line on something else counts.
    fn begin(&mut self, line: u64, above: Above) {
        if above != self.current() {
            self.above.below.push((line, above));
        }
        self.has_results = false;
    }

    fn take(&mut self, plan: &Plan, line: u64, row: &StringRecord) {
        // Behind a second header another report begins, of whom those lines say nothing.
        if header_again::find(plan, row).is_some() {
            let mut next = self.current();
            next.leave_person();
            self.begin(line, next);
            return;
        }
        if self.is_idle(plan, row) {
            self.has_results = true;
            return;
        }
        let has_result = whose::has_result(plan, row);
        let of_person = [Role::Patient, Role::Sex, Role::Age, Role::Birth];
        let is_of_columns = plan.shape == Shape::Cumulative
            && (sheet::says(plan, row).is_some_and(|role| !of_person.contains(&role))
                || sheet::says_above(plan, row).is_some());
        let stated = whose::stated(plan, row).filter(|_| !is_of_columns);
        let Some(below) = stated else {
            self.has_results |= has_result;
            return;
        };
        let mut next = self.current();
        // Whatever a line among the rows says next, the controls before it end there.
        if !has_result && self.above.category != reported::OF_CONTROL {
            next.leave_controls();
        }
        let restated = match self.lines.has_keys() || below.lines.has_keys() {
            true => self.lines.restated(plan, row, &below.lines),
            false => None,
        };
        // A title heads some of the rows, as long as no other does: that is settled where they are read.
        let is_title = row.iter().filter(|cell| !is_blank(cell)).count() < 2
            && !row.iter().any(|cell| cell.contains(':'));
        let restates_specimen = !is_title
            && !below.above.specimen.is_empty()
            && specimen(&below.above.specimen) != specimen(&next.specimen);
        let heads_controls = !is_title && below.above.category == reported::OF_CONTROL;
        if has_result {
            // What stands beside a result counts for whichever rows.
            self.has_results = true;
            match restated {
                Some(Restated::Draw) => self.leave(Whose::leave_draw),
                Some(Restated::Person) => self.leave(|whose| *whose = Whose::default()),
                None => {}
            }
            self.above.is_restated |= restated.is_some();
            return;
        }
        match restated {
            Some(Restated::Draw) => next.whose.leave_draw(),
            Some(Restated::Person) => next.leave_person(),
            None => {}
        }
        // Serum is what everything is taken for. How far another fluid or tube counts nobody knows: a title, a day or another
        // person may end it without a word.
        if restates_specimen {
            next.specimen = match specimen(&below.above.specimen) {
                Some(Specimen::Serum) => below.above.specimen,
                _ => OF_EITHER.to_string(),
            };
        }
        if heads_controls && next.category != reported::OF_CONTROL {
            next.whose = Whose::default();
            next.category = reported::OF_CONTROL.to_string();
        }
        if next != self.current() {
            self.above.is_restated = true;
            self.begin(line, next);
        }
    }

    /// A line that states something else below all results contradicts those above them.
    fn done(mut self) -> Above {
        if let Some((_, last)) = self.above.below.last()
            && !self.has_results
            && last.category != reported::OF_CONTROL
            && self.above.is_restated
        {
            let (last, above) = (last.clone(), self.above.clone());
            if last.whose != above.whose {
                let is_same_person = last.whose.is_of(&above.whose);
                self.leave(|whose| match is_same_person {
                    true => whose.leave_draw(),
                    false => *whose = Whose::default(),
                });
            }
            if last.specimen != above.specimen {
                self.above.specimen = OF_EITHER.to_string();
            }
        }
        self.above
    }
}

impl Above {
    /// Another patient begins: his sample is no control for all that is known, and of serum or not.
    fn leave_person(&mut self) {
        self.whose = Whose::default();
        self.leave_controls();
        if specimen(&self.specimen).is_some_and(|specimen| !specimen.is_blood()) {
            self.specimen = OF_EITHER.to_string();
        }
    }

    fn leave_controls(&mut self) {
        if self.category == reported::OF_CONTROL {
            self.category.clear();
        }
    }
}
