//! What one result adds to the summary.

use super::{FlagCounts, Summary, UsabilityCounts};
use crate::interpretation::{Flag, Interpretation, Usability};
use crate::notice::Code;
use crate::report::reason::{self, Standing};
use crate::value::Value;

/// What one result adds to the summary, but for the name of a derived one: the same for very many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Share {
    flag: Option<Flag>,
    usability: Option<Usability>,
    standing: Standing,
    absent_because_of_sample: bool,
    not_serum: bool,
    uninterpreted: bool,
    critical_by_laboratory: bool,
    past_the_device: bool,
    baseline_assumed: bool,
}

impl Share {
    /// Of a result.
    pub(crate) fn of(result: &Interpretation<'_>) -> Share {
        let standing = reason::standing(result);
        let absent = matches!(result.reading.value, Value::Absent(_));
        Share {
            flag: result.flag,
            usability: result.usability,
            standing,
            absent_because_of_sample: absent && reason::is_sample_fault(result),
            not_serum: result.notices.has(Code::SpecimenNotSerum),
            critical_by_laboratory: result.notices.has(Code::CriticalByLaboratory)
                && !matches!(standing, Standing::SetAside(_)),
            past_the_device: result.notices.has(Code::PastTheDevice)
                && !matches!(standing, Standing::SetAside(_)),
            baseline_assumed: (result.grade.as_ref()).is_some_and(|grade| grade.baseline_assumed),
            uninterpreted: match standing {
                Standing::NotJudged(code) => reason::is_serious(code) && result.derived.is_none(),
                _ => false,
            },
        }
    }
}

impl Summary {
    /// Counts so many results that add the same.
    pub(crate) fn add_share(&mut self, share: &Share, times: u64) {
        self.results += times;
        self.flags.add(share.flag, times);
        self.usability.add(share.usability, times);
        for (is, count) in [
            (
                share.absent_because_of_sample,
                &mut self.absent_because_of_sample,
            ),
            (share.not_serum, &mut self.not_serum),
            (share.uninterpreted, &mut self.uninterpreted),
            (share.baseline_assumed, &mut self.baseline_assumed),
            (
                share.critical_by_laboratory,
                &mut self.critical_by_laboratory,
            ),
            (share.past_the_device, &mut self.past_the_device),
        ] {
            *count += u64::from(is) * times;
        }
        let count = match share.standing {
            Standing::SetAside(code) => self.set_aside.entry(code.as_str()).or_default(),
            Standing::Critical => &mut self.critical,
            Standing::Outside => &mut self.outside,
            Standing::Normal => {
                if share.usability >= Some(Usability::Indeterminate) {
                    self.normal_unreliable += times;
                }
                &mut self.normal
            }
            Standing::Absent => &mut self.absent,
            Standing::NotJudged(code) => {
                let key = code.map_or("unexplained", Code::as_str);
                self.not_judged.entry(key).or_default()
            }
        };
        *count += times;
    }
}

impl FlagCounts {
    fn add(&mut self, flag: Option<Flag>, times: u64) {
        let count = match flag {
            None => return,
            Some(Flag::CriticalLow) => &mut self.critical_low,
            Some(Flag::Low) => &mut self.low,
            Some(Flag::Normal) => &mut self.normal,
            Some(Flag::High) => &mut self.high,
            Some(Flag::CriticalHigh) => &mut self.critical_high,
        };
        *count += times;
    }
}

impl UsabilityCounts {
    fn add(&mut self, usability: Option<Usability>, times: u64) {
        let count = match usability {
            Some(Usability::Usable) => &mut self.usable,
            Some(Usability::Caution) => &mut self.caution,
            Some(Usability::Indeterminate) => &mut self.indeterminate,
            Some(Usability::Unusable) => &mut self.unusable,
            None => &mut self.not_assessed,
        };
        *count += times;
    }
}
