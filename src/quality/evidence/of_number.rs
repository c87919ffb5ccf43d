//! What rows that name nobody say of a sample by its number: it holds for the rows of a patient with that number.

use super::{Evidence, Statement, Texts};
use crate::quality::SampleQuality;
use crate::quality::patterns::Patterns;
use crate::sample::{SampleId, Tube, all_of_number};
use crate::text::trim;

impl Evidence {
    /// Adds a statement about a tube of a sample of nobody.
    pub(crate) fn add_of_number(
        &mut self,
        tube: (SampleId, Tube),
        said: Statement,
        patterns: &Patterns,
    ) {
        self.speaks_of_numbers = true;
        self.add(tube, said, patterns);
    }

    /// What is known of a tube by the number of its sample, of a row that names its patient.
    pub(crate) fn of_number(
        &self,
        [patient, sample, collected]: Texts<'_>,
        tube: Tube,
    ) -> impl Iterator<Item = &SampleQuality> {
        let is_asked = self.speaks_of_numbers && !trim(patient).is_empty();
        let samples = is_asked.then(|| all_of_number(sample, collected));
        let samples = samples.into_iter().flatten().flatten();
        samples.filter_map(move |sample| self.of(sample.in_tube(tube)))
    }

    /// True if something is known of one of its tubes in this way.
    pub(crate) fn speaks_of_number(&self, texts: Texts<'_>) -> bool {
        let mut tubes = Tube::ALL.into_iter();
        self.speaks_of_numbers && tubes.any(|tube| self.of_number(texts, tube).next().is_some())
    }
}
