//! What is known around a sample: other tubes of the same patient.
//!
//! A patient may have very many samples (an anonymised export gives all of them to one), so nothing
//! here looks through them once for each. What the rules ask of any time is kept as sorted times;
//! what they ask of earlier samples is kept as the latest that answers.

use foldhash::HashMap;

use super::Patterns;
use super::hemolyzed::is_in_vivo_grade;
use crate::quality::SampleHemolysis;
use crate::quality::panel::{Item, Panel};
use crate::specimen::Specimen;

/// A sample of the patient, with its full time.
#[derive(Clone, Copy, Debug)]
pub struct Neighbor<'a> {
    /// Its results.
    pub panel: &'a Panel,
    /// What is known of its hemolysis.
    pub hemolysis: SampleHemolysis,
    /// When it was drawn, in minutes on the laboratory's clock.
    pub minutes: i64,
}

/// The samples of one patient, gone through in the order of time.
#[derive(Debug)]
pub struct Course<'a> {
    patterns: &'a Patterns,
    signs: Signs,
    earlier: Earlier<'a>,
    /// The samples of the latest time: before no other of that time, whatever their order.
    latest: Vec<Neighbor<'a>>,
}

/// Times of all samples that show a sign, in order.
#[derive(Debug, Default)]
struct Signs {
    hemolyzed: Vec<i64>,
    low_hemoglobin: Vec<i64>,
    platelets: Vec<i64>,
    leukocytes: Vec<i64>,
}

/// Numbers by analyte and specimen, with their times.
type Numbers<'a> = HashMap<(&'static str, Option<Specimen>), (i64, &'a Item)>;

/// Of the samples to compare with, the latest that has what a rule asks for; of one time the first.
#[derive(Debug, Default)]
struct Earlier<'a> {
    /// With a marker of dilution.
    marker: Option<(i64, &'a Panel)>,
    /// By analytes that can be compared, the latest first.
    shared: Vec<(Vec<bool>, i64, &'a Panel)>,
    /// By analyte with a number, in any specimen and in each; only if they are asked for.
    numbers: Option<Numbers<'a>>,
}

impl<'a> Course<'a> {
    /// The course of these samples, which are in the order of time.
    #[must_use]
    pub fn new(
        patterns: &'a Patterns,
        samples: impl IntoIterator<Item = Neighbor<'a>>,
    ) -> Course<'a> {
        let mut signs = Signs::default();
        for sample in samples {
            let (panel, minutes) = (sample.panel, sample.minutes);
            if is_in_vivo_grade(&patterns.in_vivo, sample.hemolysis) {
                signs.hemolyzed.push(minutes);
            }
            if panel.is_low("hemoglobin") {
                signs.low_hemoglobin.push(minutes);
            }
            if panel.is_above("platelets", patterns.platelets.above) {
                signs.platelets.push(minutes);
            }
            if panel.is_above("wbc", patterns.leukocytes.above) {
                signs.leukocytes.push(minutes);
            }
        }
        Course {
            patterns,
            signs,
            earlier: Earlier::default(),
            latest: Vec::new(),
        }
    }

    /// Keeps numbers, too, for [`Around::previous_number`].
    #[must_use]
    pub fn with_numbers(mut self) -> Course<'a> {
        self.earlier.numbers = Some(HashMap::default());
        self
    }

    /// What is around the sample drawn then, which is not before the last one passed.
    pub fn around(&mut self, minutes: i64) -> Around<'_> {
        if self
            .latest
            .first()
            .is_some_and(|sample| sample.minutes < minutes)
        {
            // Backwards, so that of one time the first stays.
            for sample in std::mem::take(&mut self.latest).into_iter().rev() {
                self.earlier.add(self.patterns, sample);
            }
        }
        Around {
            known: Some((self, minutes)),
        }
    }

    /// Goes past a sample with which later ones may be compared: not hemolyzed, and no pattern makes
    /// it suspect.
    pub fn pass(&mut self, sample: Neighbor<'a>) {
        self.latest.push(sample);
    }
}

impl<'a> Earlier<'a> {
    fn add(&mut self, patterns: &Patterns, sample: Neighbor<'a>) {
        let (panel, minutes) = (sample.panel, sample.minutes);
        let markers = &patterns.mixing.markers;
        if markers.iter().any(|id| panel.number(id).is_some()) {
            self.marker = Some((minutes, panel));
        }
        let rule = &patterns.dilution;
        let comparable: Vec<bool> = rule
            .analytes
            .iter()
            .map(|id| panel.number(id).is_some_and(|number| number != 0.0))
            .collect();
        if rule.at_least <= comparable.iter().filter(|is| **is).count() {
            self.shared.retain(|(which, then, _)| {
                *which != comparable && is_within(minutes, *then, rule.within_hours)
            });
            self.shared.insert(0, (comparable, minutes, panel));
        }
        let Some(numbers) = &mut self.numbers else {
            return;
        };
        for (id, item) in panel.items() {
            if item.comparator.is_none() {
                for specimen in [None, Some(item.specimen)] {
                    numbers.insert((id, specimen), (minutes, item));
                }
            }
        }
    }
}

/// The other samples of the same patient, with full times. Empty where patient or time is not known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'c> {
    known: Option<(&'c Course<'c>, i64)>,
}

impl<'c> Around<'c> {
    /// Hemolyzed samples at most so many hours away, the one at hand among them.
    pub(super) fn hemolyzed(&self, hours: i64) -> usize {
        self.count(hours, |signs| &signs.hemolyzed)
    }

    /// Is a hemoglobin low, in this sample or at most so many hours away?
    pub(super) fn low_hemoglobin(&self, hours: i64) -> bool {
        0 < self.count(hours, |signs| &signs.low_hemoglobin)
    }

    /// Are there many platelets, in this sample or at most so many hours away?
    pub(super) fn many_platelets(&self, hours: i64) -> bool {
        0 < self.count(hours, |signs| &signs.platelets)
    }

    /// Are there many leukocytes, in this sample or at most so many hours away?
    pub(super) fn many_leukocytes(&self, hours: i64) -> bool {
        0 < self.count(hours, |signs| &signs.leukocytes)
    }

    fn count(&self, hours: i64, of: impl Fn(&Signs) -> &Vec<i64>) -> usize {
        let Some((course, now)) = self.known else {
            return 0;
        };
        let (times, within) = (of(&course.signs), hours * MINUTES);
        let from = times.partition_point(|time| *time < now.saturating_sub(within));
        let to = times.partition_point(|time| *time <= now.saturating_add(within));
        to - from
    }

    /// The latest earlier sample at most so many hours old that has a marker of dilution.
    pub(super) fn previous_with_marker(&self, hours: i64) -> Option<&'c Panel> {
        let (course, now) = self.known?;
        let (then, panel) = course.earlier.marker?;
        is_within(now, then, hours).then_some(panel)
    }

    /// The latest earlier sample at most so many hours old for which `shares` holds, a question of
    /// which analytes of the rule of dilution it has.
    pub(super) fn previous_sharing(
        &self,
        hours: i64,
        shares: impl Fn(&Panel) -> bool,
    ) -> Option<&'c Panel> {
        let (course, now) = self.known?;
        let mut earlier = course.earlier.shared.iter();
        earlier
            .find(|(_, then, panel)| is_within(now, *then, hours) && shares(panel))
            .map(|(.., panel)| *panel)
    }

    /// The latest earlier number of an analyte at most so many hours old, in this specimen or in any;
    /// none if the course does not keep them.
    #[must_use]
    pub fn previous_number(
        &self,
        analyte: &str,
        specimen: Option<Specimen>,
        hours: i64,
    ) -> Option<&'c Item> {
        let (course, now) = self.known?;
        let (then, item) = *course.earlier.numbers.as_ref()?.get(&(analyte, specimen))?;
        is_within(now, then, hours).then_some(item)
    }
}

/// Minutes of an hour.
const MINUTES: i64 = 60;

fn is_within(now: i64, then: i64, hours: i64) -> bool {
    now.saturating_sub(then) <= hours * MINUTES
}
