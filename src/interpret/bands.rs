//! Between which limits a value lies. Two values with no limit between them are judged alike: whatever is
//! asked of a value is on which side of a limit it is.
//!
//! The limits are all that may be asked about for an analyte, whoever the patient is: a limit too many
//! costs a band, a limit too few would cost the truth.

use crate::interpretation::Limit;
use crate::observation::Observation;
use crate::reference::{Analyte, Conversion, StatedLimits};
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::interval::{self, Printed};
use crate::value::{PlainNumber, to_f64};

use super::is_index;
use super::reported::{self, Status};

/// Relative distance from a limit within which a value is of no band: far above every tolerance of a comparison.
const MARGIN: f64 = 1e-6;

/// Bands remembered at most, of one wording beside one interval.
const BANDS: usize = 250;

/// The bands between all limits that may judge a result.
#[derive(Clone, Debug)]
pub(crate) struct Bands {
    conversion: Conversion,
    /// Where each begins and ends, both excluded, in order.
    bands: Vec<(f64, f64)>,
}

impl Bands {
    /// The band of a number in the unit of its row; `None` on a limit.
    #[inline]
    pub(crate) fn of(&self, number: PlainNumber) -> Option<usize> {
        let value = self.conversion.apply(number.roughly());
        let at = self.bands.partition_point(|(_, end)| *end <= value);
        let (start, _) = self.bands.get(at)?;
        (*start < value).then_some(at)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.bands.len()
    }
}

impl Rules {
    /// The bands for rows that say the same as this one but for their number; `None` where more than
    /// limits is asked of it.
    pub(crate) fn bands(
        &self,
        row: &Observation<'_>,
        resolution: &Resolution<'_>,
    ) -> Option<Bands> {
        let is_number = row.comparator.trim().is_empty()
            && !matches!(reported::status(row.status), Status::Cancelled);
        let index = resolution.analyte.is_some_and(is_index);
        if !is_number || index || self.grades.is_some() {
            return None;
        }
        let conversion = resolution.conversion.unwrap_or(Conversion::IDENTITY);
        let mut limits = vec![0.0];
        let mut uppers = Vec::new();
        if let Printed::Interval(low, high, unit) = interval::printed(row) {
            let other = match (self.catalog.units().read(unit), resolution.analyte) {
                ([only], Some(analyte)) => analyte.conversion(only, resolution.variant),
                _ => None,
            };
            for by in [Some(conversion), other].into_iter().flatten() {
                let convert = |limit: Limit| by.apply(to_f64(limit.value));
                limits.extend(low.map(convert));
                uppers.extend(high.map(convert));
            }
        }
        if let Some(analyte) = resolution.analyte {
            self.limits_of(analyte, &mut limits, &mut uppers);
        }
        limits.append(&mut uppers);
        let bands = between(limits);
        (bands.len() <= BANDS).then_some(Bands { conversion, bands })
    }

    /// Every limit of an analyte in its canonical unit.
    fn limits_of(&self, analyte: &Analyte, limits: &mut Vec<f64>, uppers: &mut Vec<f64>) {
        let (least, most) = analyte.plausible;
        limits.extend([least, most]);
        let (rows, _) = self.candidates(analyte);
        for stated in rows
            .into_iter()
            .flat_map(|row| row.also.iter().chain([&row.stated]))
        {
            limits.extend(end(stated, stated.low));
            uppers.extend(end(stated, stated.high));
        }
        if let Some((low, high)) = self.adult_interval(analyte) {
            limits.extend(low);
            uppers.extend(high);
        }
        let list = &self.options.critical_list;
        for row in analyte.critical.iter().filter(|row| row.list == *list) {
            limits.extend(end(&row.stated, row.stated.low));
            limits.extend(end(&row.stated, row.stated.high));
            if let Some(multiple) = row.high_uln {
                let times = to_f64(multiple.value);
                limits.extend(uppers.iter().map(|upper| times * upper));
            }
        }
        limits.extend(self.patterns.suspicious_from(&analyte.id));
    }
}

fn end(stated: &StatedLimits, limit: Option<Limit>) -> Option<f64> {
    limit.map(|limit| stated.conversion.apply(to_f64(limit.value)))
}

/// The bands between limits, and above the last of them. Below zero there is none.
fn between(mut limits: Vec<f64>) -> Vec<(f64, f64)> {
    limits.retain(|limit| limit.is_finite());
    limits.sort_unstable_by(f64::total_cmp);
    limits.dedup();
    let margin = |limit: f64| MARGIN * limit.abs();
    let starts = limits.iter().map(|limit| limit + margin(*limit));
    let ends = limits.iter().skip(1).map(|limit| limit - margin(*limit));
    starts
        .zip(ends.chain([f64::INFINITY]))
        .filter(|(start, end)| start < end)
        .collect()
}
