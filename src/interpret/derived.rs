//! Derived values, judged by the rules that judge reported ones.

use crate::interpretation::{Interpretation, ReportedFlag};
use crate::notice::Notices;
use crate::observation::Observation;
use crate::person::Person;
use crate::quality::{Interference, SampleHemolysis, SampleQuality};
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
            observation: row,
            analyte: resolution.analyte,
            specimen: resolution.specimen,
            reading,
            unit: resolution.unit.map_or("", |unit| unit.code),
            canonical: None,
            limits: None,
            flag: None,
            reported_flag: ReportedFlag::None,
            critical: None,
            usability: None,
            hemolysis: SampleHemolysis::default(),
            icterus: Interference::default(),
            lipemia: Interference::default(),
            patterns: Vec::new(),
            person,
            derived: None,
            grade: None,
            notices: Notices::default(),
        };
        self.number(&mut result, resolution, &SampleQuality::default());
        self.grade(&mut result);
        result
    }
}
