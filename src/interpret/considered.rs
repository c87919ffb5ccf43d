//! Every interval of an analyte, each with why it judges a result or why it does not.
//!
//! For explanations. The answers come from the same tests by which [`super::interval`] chooses.

use super::Rules;
use super::interval::{self, Question};
use crate::interpretation::{Interpretation, RangeSource};
use crate::reference::{Analyte, Interval};
use crate::resolve::Resolution;

/// Why an interval does or does not judge a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It judges, or would if nothing else stood against it.
    Chosen,
    /// It belongs to another profile, or stands for comparison only.
    OtherProfile,
    /// The laboratory's own file lists the analyte and comes first.
    BehindLaboratory,
    /// No source was read for it.
    Unsourced,
    /// It holds for another specimen.
    OtherSpecimen,
    /// Its condition is not known to hold.
    ConditionUnknown,
    /// A row for the known condition is more specific.
    LessSpecific,
    /// It holds for the other sex.
    OtherSex,
    /// It holds for another age.
    OtherAge,
}

impl Rules {
    /// The intervals of a laboratory or of the bundled profile that may judge an analyte.
    pub(super) fn candidates<'a>(
        &'a self,
        analyte: &'a Analyte,
    ) -> (Vec<&'a Interval>, RangeSource<'a>) {
        match self.lab.get(&analyte.id) {
            Some(rows) => (rows.iter().collect(), RangeSource::Lab),
            None => (
                analyte
                    .intervals
                    .iter()
                    .filter(|row| row.profile == self.options.profile)
                    .collect(),
                RangeSource::Profile(&self.options.profile),
            ),
        }
    }

    /// Every interval that this program has for the analyte of a result, with where it stands.
    #[must_use]
    pub fn considered<'a>(
        &'a self,
        result: &Interpretation<'a>,
        resolution: &Resolution<'a>,
    ) -> Vec<(&'a Interval, Standing)> {
        let Some(analyte) = result.analyte else {
            return Vec::new();
        };
        let stated = self.condition_words.of_row(&result.observation);
        let conditions = self.conditions(&stated, resolution, result.person);
        let bounds = result.reading.value.bounds();
        let (candidates, source) = self.candidates(analyte);
        let question = Question {
            person: result.person,
            conditions: &conditions,
            // Which rows hold does not depend on the value.
            bounds: bounds.unwrap_or(crate::value::Bounds {
                low: None,
                high: None,
            }),
        };
        let specific = interval::is_specific(&candidates, resolution, &question);
        let mut considered: Vec<(&Interval, Standing)> = candidates
            .iter()
            .map(|row| {
                (
                    *row,
                    interval::standing(row, resolution, &question, specific),
                )
            })
            .collect();
        let aside = if source == RangeSource::Lab {
            Standing::BehindLaboratory
        } else {
            Standing::OtherProfile
        };
        for row in &analyte.intervals {
            if !candidates.iter().any(|other| std::ptr::eq(*other, row)) {
                let standing = if row.profile == self.options.profile {
                    aside
                } else {
                    Standing::OtherProfile
                };
                considered.push((row, standing));
            }
        }
        considered
    }
}
