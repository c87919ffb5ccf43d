//! What is known around a sample: other tubes of the same patient.
//!
//! A patient may have very many samples (an anonymised export gives all of them to one), so nothing
//! here looks through them once for each. What the rules ask of any time is kept as sorted times;
//! what they ask of earlier samples is kept as the latest that answers.

use foldhash::HashMap;

use super::Patterns;
use super::hemolyzed::is_in_vivo_grade;
use super::when::{Times, When};
use crate::quality::SampleHemolysis;
use crate::quality::panel::{Item, Panel};
use crate::specimen::Specimen;

/// A sample of the patient.
#[derive(Clone, Copy, Debug)]
pub struct Neighbor<'a> {
    /// Its results.
    pub panel: &'a Panel,
    /// What is known of its hemolysis.
    pub hemolysis: SampleHemolysis,
    /// When it was drawn.
    pub when: When,
}

/// The samples of one patient, gone through in the order of time.
#[derive(Debug)]
pub struct Course<'a> {
    patterns: &'a Patterns,
    signs: Signs,
    earlier: Earlier<'a>,
    /// The samples of the latest time: before no other of that time, whatever their order.
    latest: Vec<(i64, &'a Panel)>,
}

/// When all samples were drawn that show a sign.
#[derive(Debug, Default)]
struct Signs {
    hemolyzed: Times,
    low_hemoglobin: Times,
    platelets: Times,
    leukocytes: Times,
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
            let (panel, when) = (sample.panel, sample.when);
            if is_in_vivo_grade(&patterns.in_vivo, sample.hemolysis) {
                signs.hemolyzed.add(when);
            }
            if panel.is_low("hemoglobin") {
                signs.low_hemoglobin.add(when);
            }
            if panel.is_above("platelets", patterns.platelets.above) {
                signs.platelets.add(when);
            }
            if panel.is_above("wbc", patterns.leukocytes.above) {
                signs.leukocytes.add(when);
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
    pub fn around(&mut self, when: When) -> Around<'_> {
        let latest = self.latest.first().map(|(minutes, _)| *minutes);
        if latest < when.minutes && latest.is_some() {
            // Backwards, so that of one time the first stays.
            for (minutes, panel) in std::mem::take(&mut self.latest).into_iter().rev() {
                self.earlier.add(self.patterns, minutes, panel);
            }
        }
        Around {
            known: Some((self, when)),
        }
    }

    /// Goes past a sample with which later ones may be compared: not hemolyzed, and no pattern makes
    /// it suspect. Of one whose time is not stated nobody knows what is later.
    pub fn pass(&mut self, sample: Neighbor<'a>) {
        let minutes = sample.when.minutes;
        self.latest
            .extend(minutes.map(|minutes| (minutes, sample.panel)));
    }
}

impl<'a> Earlier<'a> {
    fn add(&mut self, patterns: &Patterns, minutes: i64, panel: &'a Panel) {
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

/// The other samples of the same patient. Empty where patient or time is not known; what was earlier only where the time is
/// stated in full.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'c> {
    known: Option<(&'c Course<'c>, When)>,
}

impl<'c> Around<'c> {
    /// Hemolyzed samples at most so many hours away, the one at hand among them. Two numbers of one day alone are mostly one
    /// draw into two tubes: only where times are stated.
    pub(super) fn hemolyzed(&self, hours: i64) -> usize {
        let Some((course, now)) = self.timed() else {
            return 0;
        };
        course.signs.hemolyzed.timed_near(now, hours * MINUTES)
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

    fn count(&self, hours: i64, of: impl Fn(&Signs) -> &Times) -> usize {
        self.known.map_or(0, |(course, now)| {
            of(&course.signs).near(now, hours * MINUTES)
        })
    }

    /// True if it is stated on which day it was drawn.
    pub(super) fn is_dated(&self) -> bool {
        self.known.is_some_and(|(_, now)| now.day.is_some())
    }

    /// The course and the time at hand, where it is stated in full.
    fn timed(&self) -> Option<(&'c Course<'c>, i64)> {
        let (course, now) = self.known?;
        Some((course, now.minutes?))
    }

    /// The latest earlier sample at most so many hours old that has a marker of dilution.
    pub(super) fn previous_with_marker(&self, hours: i64) -> Option<&'c Panel> {
        let (course, now) = self.timed()?;
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
        let (course, now) = self.timed()?;
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
        let (course, now) = self.timed()?;
        let (then, item) = *course.earlier.numbers.as_ref()?.get(&(analyte, specimen))?;
        is_within(now, then, hours).then_some(item)
    }
}

/// Minutes of an hour.
const MINUTES: i64 = 60;

fn is_within(now: i64, then: i64, hours: i64) -> bool {
    now.saturating_sub(then) <= hours * MINUTES
}
