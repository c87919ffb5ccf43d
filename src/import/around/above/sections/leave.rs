//! Where the section of controls, or of a specimen, is left, and what is left behind it.

use csv::StringRecord;

use super::departments::Between;
use super::ends::OF_EITHER;
use super::{Sections, ends, of_blood, own};
use crate::import::around::above::whose::Whose;
use crate::import::around::above::{Above, specimen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::plan::Plan;
use crate::interpret::reported;
use crate::observation::Observation;
use crate::specimen::Specimen;

impl Sections {
    /// Are the rows here controls?
    pub(super) fn is_of_controls(&self) -> bool {
        self.standing().is_of_controls()
    }

    /// Those of a section, and not of the whole file?
    pub(super) fn is_in_controls(&self) -> bool {
        self.is_of_controls() && !self.above.is_of_controls()
    }

    /// Are they of a specimen that a line among them states?
    pub(super) fn is_of_specimen(&self) -> bool {
        let specimen = &self.standing().specimen;
        *specimen != self.above.specimen && specimen != OF_EITHER
    }

    /// What is left behind a section.
    pub(super) fn leave_specimen(&self, next: &mut Above) {
        if self.is_of_specimen() {
            next.specimen = ends::behind(&self.above.specimen, &next.specimen);
        }
    }

    pub(super) fn leave_section(&self, next: &mut Above) {
        self.leave_specimen(next);
        self.leave_section_of_controls(next);
    }

    /// A file that is headed as one of controls is left where somebody is spoken of, and not behind a title.
    pub(super) fn leave_section_of_controls(&self, next: &mut Above) {
        if self.is_in_controls() {
            next.leave_controls();
        }
    }

    /// A row of another patient, draw or specimen leaves the specimen open, and one of a patient is no control's.
    pub(super) fn take_row(&mut self, plan: &Plan, line: u64, row: &StringRecord) {
        let text = |role: Role| plan.pick(role).text(row).trim();
        // Where no column names the patient, samples tell one from another.
        let patient = match plan.pick(Role::Patient).is_some() {
            true => text(Role::Patient),
            false => text(Role::Sample),
        };
        let is_of_controls = self.is_of_controls();
        if !is_of_controls {
            self.rows.see(patient);
        }
        // Of a file that is headed as one of urine, too, a row may plainly be of blood, and how far it reached nobody knows.
        let headed = specimen(&self.standing().specimen).filter(|it| *it == Specimen::Urine);
        if !(is_of_controls || self.is_of_specimen()) {
            if headed.is_some_and(|fluid| of_blood::is_of_blood(plan, row, fluid)) {
                let mut next = self.current();
                next.specimen = OF_EITHER.to_string();
                self.above.is_restated = true;
                self.begin(line, next);
            }
            return;
        }
        let mut next = self.current();
        let tells_of_somebody = || {
            let seen = Observation {
                sex: plan
                    .sex
                    .read(text(Role::Sex), |at| row.get(at).unwrap_or("")),
                age: text(Role::Age),
                birth: text(Role::Birth),
                ..Observation::default()
            };
            !is_blank(patient) && reported::tells_of_somebody(&seen)
        };
        // A file of controls has many of them, and an analyzer may give them a sex.
        if self.is_in_controls() && (self.rows.is_of_patient(patient) || tells_of_somebody()) {
            next.leave_controls();
        }
        if self.rows.is_of_another(plan, row)
            || own::is_of_another_specimen(plan, row, &next.specimen)
        {
            self.leave_specimen(&mut next);
        }
        self.begin(line, next);
    }

    /// Behind a second header another report begins, of whom the lines above say nothing, unless it stands below the title of a
    /// part of the same.
    pub(super) fn take_header(&mut self, line: u64, is_begun: bool) {
        let is_part = std::mem::take(&mut self.between) == Between::Title;
        let mut next = self.current();
        match is_begun {
            true if is_part => {}
            true => next.whose = Whose::default(),
            false => {
                self.leave_section(&mut next);
                if !is_part {
                    next.leave_person();
                }
            }
        }
        self.is_of_stay &= is_part;
        self.begin(line, next);
        (self.has_results, self.has_rows) = (false, false);
    }

    /// Behind its rows a section ends at a line that says nothing: that of a specimen at an empty one, any at a rule.
    pub(super) fn take_gap(&mut self, line: u64, is_rule: bool) {
        if !self.has_rows {
            return;
        }
        let mut next = self.current();
        match is_rule {
            true => self.leave_section(&mut next),
            false => self.leave_specimen(&mut next),
        }
        self.begin(line, next);
    }

    /// A line that states something else below all results contradicts those above them.
    pub(super) fn done(mut self) -> Above {
        if let Some((_, last)) = self.above.below.last()
            && !(self.has_results || self.is_titled)
            && !last.is_of_controls()
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
            if last.specimen != above.specimen && last.specimen != OF_EITHER {
                self.above.specimen = ends::behind(&above.specimen, &last.specimen);
            }
        }
        self.above
    }
}

impl Above {
    /// Another patient begins: his sample is no control for all that is known, and of serum or not.
    pub(super) fn leave_person(&mut self) {
        self.whose = Whose::default();
        self.leave_controls();
        if specimen(&self.specimen).is_some_and(|specimen| !specimen.is_blood()) {
            self.specimen = OF_EITHER.to_string();
        }
    }

    pub(super) fn leave_controls(&mut self) {
        if self.is_of_controls() {
            self.category.clear();
        }
    }
}
