//! What a row tells in the first pass: its wording, and what it says of tubes of its sample.

use std::sync::Arc;

use crate::interpret::Rules;
use crate::notice::Code;
use crate::observation::Observation;
use crate::quality::SampleQuality;
use crate::quality::evidence::Statement;
use crate::repeats::{self, Said, Wording};
use crate::resolve::Resolution;
use crate::sample::Tube;
use crate::survey::panels;
use crate::survey::statement::{of_tubes, statement};
use crate::value::Reading;

/// What the wording of a row tells.
#[derive(Clone)]
pub(in crate::survey) struct Worded {
    pub(super) wording: Wording,
    /// Only the rest of the file can settle it.
    pub(super) open: bool,
    /// The passes behind this one understand it the same.
    pub(super) is_settled: bool,
}

/// What the rest of the row tells. Small, because every row asks for one of them.
#[derive(Clone)]
pub(in crate::survey) struct Told {
    /// It may repeat or replace another.
    pub(super) repeats: bool,
    pub(super) suspicious: bool,
    pub(super) speaks: bool,
    /// And what it says spoils some result.
    pub(super) spoils: bool,
    pub(super) seldom: Arc<Seldom>,
}

/// What is asked for of few rows.
pub(super) struct Seldom {
    pub(super) said: Said,
    /// What it says of tubes of its sample. Few rows say anything.
    tubes: Vec<(Tube, Statement)>,
}

impl Told {
    pub(super) fn of(
        rules: &Rules,
        row: &Observation<'_>,
        reading: &Reading<'_>,
        resolution: &Resolution<'_>,
    ) -> Told {
        let statement = statement(rules, row, reading, resolution);
        let mut own = SampleQuality::default();
        statement.add_to(&mut own, &rules.patterns);
        let tubes = match statement.is_empty() {
            true => Vec::new(),
            false => of_tubes(rules, statement, row, resolution),
        };
        Told {
            repeats: repeats::takes_part(&reading.value, row),
            suspicious: panels::is_suspicious(rules, reading, resolution, &statement),
            speaks: !tubes.is_empty(),
            spoils: !tubes.is_empty() && !rules.is_harmless(&own),
            seldom: Arc::new(Seldom {
                said: Said::by(row),
                tubes,
            }),
        }
    }

    /// Tubes of its sample of which it says something, and what.
    #[inline]
    pub(super) fn tubes(&self) -> impl Iterator<Item = (Tube, Statement)> + use<'_> {
        let tubes: &[_] = match self.speaks {
            true => &self.seldom.tubes,
            false => &[],
        };
        tubes.iter().copied()
    }
}

impl Worded {
    pub(super) fn of(row: &Observation<'_>, resolution: &Resolution<'_>) -> Worded {
        let analyte = resolution.analyte.map(|analyte| analyte.id.as_str());
        Worded {
            wording: Wording::of(row, analyte, resolution.specimen),
            open: resolution.by_neighbors && resolution.codes.contains(&Code::AnalyteAmbiguous),
            is_settled: !resolution.by_neighbors,
        }
    }
}
