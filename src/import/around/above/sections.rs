//! From which line on what stands above a table counts no longer: another person, another draw, another specimen or controls are
//! stated there. What such a line states counts for the rows below it, until its section ends.

mod departments;
mod ends;
mod leave;
mod of_blood;
mod of_controls;
mod of_specimen;
mod own;

use std::collections::HashSet;

use csv::StringRecord;

use super::ownerless::Ownerless;
use super::whose::{self, Restated, Whose};
use super::{Above, Reader, specimen, states};
use crate::error::Result;
use crate::import::around::header_again;
use crate::import::file::opening::Opened;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::shapes::sheet;
use crate::interpret::reported;
use crate::person::year_in;
use departments::Between;
use ends::{Ends, OF_EITHER};
use own::Rows;

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
    /// A row of a test came, with a result or without.
    has_rows: bool,
    /// What stands behind the last of them.
    between: Between,
    /// What the rows say themselves.
    rows: Rows,
    /// For a number of a case alone nobody knows whose the rows are.
    is_of_stay: bool,
    /// A title without a key began the last of them: below all results it is a signature, and speaks of none above.
    is_titled: bool,
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
            has_rows: false,
            between: Between::default(),
            rows: Rows::default(),
            is_of_stay: false,
            is_titled: false,
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

    /// What counts now.
    fn standing(&self) -> &Above {
        self.above
            .below
            .last()
            .map_or(&self.above, |(_, above)| above)
    }

    fn current(&self) -> Above {
        Above {
            below: Vec::new(),
            ownerless: None,
            ..self.standing().clone()
        }
    }

    /// From this line on something else counts.
    fn begin(&mut self, line: u64, above: Above) {
        if above != self.current() {
            self.above.below.push((line, above));
            self.rows.begin();
        }
    }

    fn take(&mut self, plan: &Plan, line: u64, row: &StringRecord) {
        if self.rows.is_apart(line, row) {
            self.take_gap(line, false);
        }
        if ends::says_nothing(row) {
            self.take_gap(line, !row.iter().all(is_blank));
            return;
        }
        // What stands between a line that begins a section and its first row belongs to it.
        let is_begun = !self.above.below.is_empty() && !self.has_rows;
        if header_again::find(plan, row).is_some() {
            self.take_header(line, is_begun);
            return;
        }
        if self.is_idle(plan, row) {
            self.take_row(plan, line, row);
            (self.has_results, self.has_rows) = (true, true);
            self.between = Between::Nothing;
            return;
        }
        let has_result = whose::has_result(plan, row);
        if has_result || ends::is_missing_result(plan, row) {
            self.take_row(plan, line, row);
            self.has_rows = true;
            self.between = Between::Nothing;
        } else {
            self.between = self.between.and(plan, row);
        }
        let of_person = [Role::Patient, Role::Sex, Role::Age, Role::Birth];
        let is_of_columns = plan.shape == Shape::Cumulative
            && (sheet::says(plan, row).is_some_and(|role| !of_person.contains(&role))
                || sheet::says_above(plan, row).is_some());
        let stated = whose::stated(plan, row).filter(|_| !is_of_columns);
        let Some(below) = stated else {
            self.has_results |= has_result;
            return;
        };
        if !has_result && !self.has_results && self.above.below.is_empty() {
            self.lines.take_stay(&below.lines);
        }
        let restated = match self.lines.has_keys() || below.lines.has_keys() {
            true => self.lines.restated(plan, row, &below.lines),
            false => None,
        };
        let is_open = restated.is_none() && !has_result;
        let named = is_open
            .then(|| self.lines.named_by_title(plan, row))
            .flatten();
        self.is_titled = named.is_some() || (self.is_titled && restated.is_none());
        let restated = restated.or(named);
        if has_result {
            // What stands beside a result counts for whichever rows.
            self.has_results = true;
            match restated {
                Some(Restated::Draw | Restated::DrawOfSame) => self.leave(Whose::leave_draw),
                Some(Restated::Person | Restated::Stay) => {
                    self.leave(|whose| *whose = Whose::default());
                }
                Some(Restated::Same) | None => {}
            }
            self.above.is_restated |= restated.is_some_and(|it| it != Restated::Same);
            return;
        }
        self.take_line(plan, line, row, &below, restated, is_begun);
    }

    /// A line of no result: it may end a section, and begin one.
    fn take_line(
        &mut self,
        plan: &Plan,
        line: u64,
        row: &StringRecord,
        below: &Reader,
        restated: Option<Restated>,
        is_begun: bool,
    ) {
        let mut next = self.current();
        let title = ends::title(plan, row);
        // A title heads some of the rows, as long as no other does: that is settled where they are read, but for those of which
        // a line says what they are of: they are of another specimen there, or of the same.
        let standing = self.standing().specimen.clone();
        let is_in_section = standing != self.above.specimen;
        let is_stated = !self.above.specimen.is_empty();
        let leads_away =
            |text: &str| is_stated && (!ends::is_usual(text) || !ends::is_usual(&standing));
        let is_other = |text: &String| match text == OF_EITHER {
            true => *text != standing,
            false => specimen(text) != specimen(&standing) || standing == OF_EITHER,
        };
        let stated = ends::specimen(below)
            .filter(|text| title.is_none() || is_in_section || leads_away(text));
        let is_same = title.is_some() && stated.as_ref().is_some_and(|text| !is_other(text));
        let has_ended = |ends: Ends| match ends {
            Ends::AtOnce => true,
            Ends::BehindRows => !is_begun,
            Ends::Not => false,
        };
        if !is_same && has_ended(of_specimen::ends(plan, row, &standing)) {
            self.leave_specimen(&mut next);
        }
        // "Blood" does not say which, only that it is no longer urine.
        if title.is_some_and(|title| of_specimen::is_of_blood(title, &standing)) {
            next.specimen = OF_EITHER.to_string();
        }
        match of_controls::ends(plan, row) {
            Ends::AtOnce => next.leave_controls(),
            ends if has_ended(ends) => self.leave_section_of_controls(&mut next),
            _ => {}
        }
        let is_back = self.is_of_stay;
        match restated {
            // Whose the case is is told now, or whom the rows are of behind controls; of the draw it is not.
            Some(Restated::Same | Restated::DrawOfSame) if is_back || self.is_in_controls() => {
                next.whose = self.above.whose.clone();
                next.whose.leave_draw();
            }
            Some(Restated::Draw | Restated::DrawOfSame) => next.whose.leave_draw(),
            Some(Restated::Person | Restated::Stay) if is_begun => next.whose = Whose::default(),
            Some(Restated::Person | Restated::Stay) => next.leave_person(),
            Some(Restated::Same) | None => {}
        }
        self.is_of_stay = match restated {
            Some(Restated::Stay) => is_back || self.standing().whose.is_of(&self.above.whose),
            Some(Restated::Draw) | None => is_back,
            Some(_) => false,
        };
        let heads_controls = title.is_none() && below.above.is_of_controls();
        if heads_controls && !next.is_of_controls() {
            next.whose = Whose::default();
            next.category = reported::OF_CONTROL.to_string();
        }
        if heads_controls {
            // Of another level the number is another one, too.
            self.rows.begin();
        }
        let is_same_person = restated == Some(Restated::Same) && !is_back;
        let restates = (restated.is_some() && !is_same_person) || heads_controls;
        let stated = stated.filter(|text| is_other(text) || next.specimen == OF_EITHER);
        let begins = (restates && next != self.current()) || heads_controls || stated.is_some();
        if let Some(stated) = stated {
            next.specimen = match title {
                Some(title) if !ends::is_usual(title) => OF_EITHER.to_string(),
                _ => stated,
            };
        }
        self.above.is_restated |= begins && next != self.current();
        self.begin(line, next);
        if begins {
            (self.has_results, self.has_rows) = (false, false);
        }
    }
}
