//! Derived values, judged by the rules that judge reported ones.

use crate::interpretation::Interpretation;
use crate::observation::Observation;
use crate::person::Person;
use crate::quality::SampleQuality;
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::Reading;

impl Rules {
    /// Judges a derived value of a person who is known from its inputs. Its usability is that of its
    /// inputs: no evidence about a sample speaks of it directly.
    pub(crate) fn judge_derived<'a>(
        &'a self,
        row: Observation<'a>,
        reading: Reading<'a>,
        resolution: &Resolution<'a>,
        person: Person,
    ) -> Interpretation<'a> {
        let mut result = Interpretation {
            analyte: resolution.analyte,
            specimen: resolution.specimen,
            unit: resolution.unit.map_or("", |unit| unit.code),
            person,
            ..Interpretation::unjudged(row, reading)
        };
        self.number(&mut result, resolution, &SampleQuality::default());
        self.grade(&mut result);
        result
    }
}
