//! Patterns across a panel that speak of the tube, not of the patient.
//!
//! Pure functions over a [`Panel`] and what is known around it. They cannot fail and do no input or
//! output. A pattern marks results; it never silences one, and never corrects a value.

mod around;
mod data;
mod dilution;
mod finding;
mod hemolyzed;
mod rows;
mod said;
mod stored;
mod tubes;
mod when;

pub use around::{Around, Course, Neighbor};
pub use data::{Patterns, Trigger};
pub use finding::{Finding, Mark, Marks};
pub use said::Said;
pub use when::When;

use hemolyzed::is_in_vivo_grade;

use super::SampleHemolysis;
use super::panel::Panel;

impl Patterns {
    /// Every pattern that the panel shows, in a fixed order: wrong tube, infusion, delay and cold,
    /// hemolysis, cells, tourniquet, assay.
    #[must_use]
    pub fn find(
        &self,
        panel: &Panel,
        hemolysis: SampleHemolysis,
        around: &Around<'_>,
    ) -> Vec<Finding> {
        let mut found = self.tubes(panel);
        found.extend(self.dilution(panel, around));
        // What a wrong tube or an infusion explains needs no second explanation.
        if !found.iter().any(Finding::compromises) {
            found.extend(self.stored(panel, hemolysis));
        }
        let spoiled = found.iter().any(Finding::compromises);
        let explained = !found.is_empty();
        found.extend(self.hemolyzed(panel, hemolysis, around, explained));
        found.extend(self.cells(panel, around));
        if !spoiled {
            found.extend(self.assay(panel));
        }
        if !self.is_hemolyzed(hemolysis) && found.is_empty() {
            found.extend(self.edta_not_excluded(panel));
        }
        found
    }
}

impl Patterns {
    /// Patterns of a day's results of which no row tells the sample, as if they were of one draw: with that said of them,
    /// and never so sure that a result is unusable.
    #[must_use]
    pub fn find_of_a_day(
        &self,
        panel: &Panel,
        hemolysis: SampleHemolysis,
        around: &Around<'_>,
    ) -> Vec<Finding> {
        let mut found = self.find(panel, hemolysis, around);
        let across = self.find_across(panel, around);
        for finding in &mut found {
            finding.of_a_day = !across.contains(finding);
        }
        found
    }

    /// Patterns that ask for no one draw: what they look at is mostly counted in another tube.
    #[must_use]
    pub fn find_across(&self, panel: &Panel, around: &Around<'_>) -> Vec<Finding> {
        match around.is_dated() {
            true => self.cells(panel, around),
            false => Vec::new(),
        }
    }

    /// True if it is measured again and again on one day, whatever else is drawn.
    #[must_use]
    pub fn is_measured_often(&self, analyte: &str) -> bool {
        let often = &self.untold_sample.measured_often;
        often.iter().any(|id| id == analyte)
    }

    /// Is enough said to call the sample hemolyzed?
    pub(crate) fn is_hemolyzed(&self, hemolysis: SampleHemolysis) -> bool {
        hemolysis
            .free_hb
            .is_some_and(|(_, high)| high.is_none_or(|high| self.hemolyzed.from <= high))
    }

    /// Is there a rule that asks about hemolysis of this degree?
    pub(crate) fn asks_about(&self, hemolysis: SampleHemolysis) -> bool {
        self.is_hemolyzed(hemolysis) || is_in_vivo_grade(&self.in_vivo, hemolysis)
    }
}
