//! Counts for the closing lines of a report and for `--fail-on`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::interpretation::Interpretation;

mod lines;
mod share;

pub(super) use lines::grouped;
pub(crate) use share::Share;

/// Counts of one run. `critical`, `outside`, `normal`, `absent`, `not_judged` and `set_aside` add up
/// to `results`; the other counts are other views of the same results.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Summary {
    /// All results.
    pub results: u64,
    /// At or beyond a critical limit.
    pub critical: u64,
    /// Called critical by the laboratory's own flag, and by no limit.
    pub critical_by_laboratory: u64,
    /// Past what a device can measure, so that no number stands there.
    pub past_the_device: u64,
    /// Outside their interval, not critical.
    pub outside: u64,
    /// Inside their interval.
    pub normal: u64,
    /// Inside their interval, and not to be read as normal because of the sample.
    pub normal_unreliable: u64,
    /// Rows without a result.
    pub absent: u64,
    /// Results without a flag, by the code that explains it.
    pub not_judged: BTreeMap<&'static str, u64>,
    /// Repeated, replaced, or quality control: no findings, by code.
    pub set_aside: BTreeMap<&'static str, u64>,
    /// Results by flag.
    pub flags: FlagCounts,
    /// Results by usability.
    pub usability: UsabilityCounts,
    /// Results that are absent because the sample was unfit.
    pub absent_because_of_sample: u64,
    /// Results from urine and other fluids, left alone.
    pub not_serum: u64,
    /// Not judged for a reason that can be mended: without urine, words and absent results.
    pub uninterpreted: u64,
    /// Grades for which a normal baseline was taken for granted.
    pub baseline_assumed: u64,
    /// Results that were derived, by analyte. They are among `results`.
    pub derived: BTreeMap<String, u64>,
    /// Values that were not derived although their main input is there: by analyte, then by reason.
    pub not_derived: BTreeMap<&'static str, BTreeMap<String, u64>>,
}

/// Results by flag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct FlagCounts {
    /// Critically low.
    #[serde(rename = "LL")]
    pub critical_low: u64,
    /// Low.
    #[serde(rename = "L")]
    pub low: u64,
    /// Normal.
    #[serde(rename = "N")]
    pub normal: u64,
    /// High.
    #[serde(rename = "H")]
    pub high: u64,
    /// Critically high.
    #[serde(rename = "HH")]
    pub critical_high: u64,
}

/// Results by usability.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct UsabilityCounts {
    /// Nothing speaks against the result.
    pub usable: u64,
    /// Usable with a remark.
    pub caution: u64,
    /// The conclusion at hand cannot be drawn.
    pub indeterminate: u64,
    /// Must not be used.
    pub unusable: u64,
    /// Not assessed.
    pub not_assessed: u64,
}

/// What `--fail-on` can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Condition {
    /// A result at or beyond a critical limit, or called critical by the laboratory itself.
    Critical,
    /// A result outside its interval, or critical.
    Abnormal,
    /// A result that must not be used because of the sample.
    Unusable,
    /// A result not judged for a reason that can be mended (unit, age, name, interval).
    Uninterpreted,
}

impl Summary {
    /// Counts one result.
    pub fn add(&mut self, result: &Interpretation<'_>) {
        self.add_share(&Share::of(result), 1);
        if let (Some(_), Some(analyte)) = (&result.derived, result.analyte) {
            match self.derived.get_mut(&analyte.id) {
                Some(count) => *count += 1,
                None => {
                    self.derived.insert(analyte.id.clone(), 1);
                }
            }
        }
    }

    /// Adds other counts.
    pub fn merge(&mut self, other: &Summary) {
        // Named one by one, so that a count that is added to the summary is not forgotten here.
        let Summary {
            results,
            critical,
            critical_by_laboratory,
            past_the_device,
            outside,
            normal,
            normal_unreliable,
            absent,
            not_judged,
            set_aside,
            flags,
            usability,
            absent_because_of_sample,
            not_serum,
            uninterpreted,
            baseline_assumed,
            derived,
            not_derived,
        } = other;
        for (sum, count) in [
            (&mut self.results, results),
            (&mut self.critical, critical),
            (&mut self.critical_by_laboratory, critical_by_laboratory),
            (&mut self.past_the_device, past_the_device),
            (&mut self.outside, outside),
            (&mut self.normal, normal),
            (&mut self.normal_unreliable, normal_unreliable),
            (&mut self.absent, absent),
            (&mut self.absent_because_of_sample, absent_because_of_sample),
            (&mut self.not_serum, not_serum),
            (&mut self.uninterpreted, uninterpreted),
            (&mut self.baseline_assumed, baseline_assumed),
        ] {
            *sum += count;
        }
        add_all(&mut self.not_judged, not_judged);
        add_all(&mut self.set_aside, set_aside);
        add_all(&mut self.derived, derived);
        for (analyte, reasons) in not_derived {
            add_all(self.not_derived.entry(analyte).or_default(), reasons);
        }
        self.flags.merge(*flags);
        self.usability.merge(*usability);
    }

    /// Takes over why values were not derived.
    pub fn not_derived(&mut self, counts: BTreeMap<&'static str, BTreeMap<String, u64>>) {
        self.not_derived = counts;
    }

    /// True if at least one result meets the condition. Repeated, replaced and quality-control
    /// rows meet none but [`Condition::Unusable`].
    #[must_use]
    pub fn met(&self, condition: Condition) -> bool {
        let called = self.critical + self.critical_by_laboratory + self.past_the_device;
        let count = match condition {
            Condition::Critical => called,
            Condition::Abnormal => called + self.outside,
            Condition::Unusable => self.usability.unusable,
            Condition::Uninterpreted => self.uninterpreted,
        };
        count > 0
    }
}

impl FlagCounts {
    fn merge(&mut self, other: FlagCounts) {
        self.critical_low += other.critical_low;
        self.low += other.low;
        self.normal += other.normal;
        self.high += other.high;
        self.critical_high += other.critical_high;
    }
}

impl UsabilityCounts {
    fn merge(&mut self, other: UsabilityCounts) {
        self.usable += other.usable;
        self.caution += other.caution;
        self.indeterminate += other.indeterminate;
        self.unusable += other.unusable;
        self.not_assessed += other.not_assessed;
    }
}

fn add_all<K: Ord + Clone>(sums: &mut BTreeMap<K, u64>, counts: &BTreeMap<K, u64>) {
    for (key, count) in counts {
        *sums.entry(key.clone()).or_default() += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpretation::Flag;
    use crate::notice::Code;
    use crate::report::cases;

    #[test]
    fn the_first_line_adds_up() {
        let mut summary = Summary::default();
        for result in cases::hemolyzed_sample()
            .iter()
            .chain(&cases::quiet_sample())
        {
            summary.add(result);
        }
        let sum = |counts: &BTreeMap<&str, u64>| counts.values().sum::<u64>();
        assert_eq!(
            summary.results,
            summary.critical
                + summary.outside
                + summary.normal
                + summary.absent
                + sum(&summary.not_judged)
                + sum(&summary.set_aside)
        );
        assert!(summary.met(Condition::Critical) && summary.met(Condition::Abnormal));
    }

    #[test]
    fn set_aside_rows_are_no_findings() {
        for code in [Code::Superseded, Code::Duplicate, Code::QualityControl] {
            let mut result = cases::blank();
            result.flag = Some(Flag::CriticalHigh);
            result.notices.add(code);
            let mut summary = Summary::default();
            summary.add(&result);
            assert!(!summary.met(Condition::Critical), "{code}");
            assert!(!summary.met(Condition::Abnormal), "{code}");
            assert_eq!(
                summary.to_string(),
                format!("1 result: 1 set aside\nset aside: 1 {code}")
            );
        }
    }

    #[test]
    fn urine_and_absent_results_are_not_uninterpreted() {
        let mut summary = Summary::default();
        for code in [Code::SpecimenNotSerum, Code::NotNumeric, Code::ResultAbsent] {
            let mut result = cases::blank();
            result.notices.add(code);
            summary.add(&result);
        }
        assert!(!summary.met(Condition::Uninterpreted));
        let mut result = cases::blank();
        result.notices.add(Code::UnitMissing);
        summary.add(&result);
        assert!(summary.met(Condition::Uninterpreted));
        assert_eq!((summary.absent, summary.not_serum), (1, 1));
    }
}
