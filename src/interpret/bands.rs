//! Between which limits a value lies. Two values with no limit between them are judged alike: whatever is
//! asked of a value is on which side of a limit it is.
//!
//! The limits are all that may be asked about for an analyte, whoever the patient is: a limit too many
//! costs a band, a limit too few would cost the truth.

use crate::import::asks_of_sample;
use crate::interpretation::Limit;
use crate::observation::Observation;
use crate::quality::hil;
use crate::reference::{Analyte, Conversion};
use crate::resolve::Resolution;
use crate::rules::Rules;
use crate::value::interval::{self, Printed};
use crate::value::{PlainNumber, to_f64};

use super::printed_unit::extremes;
use super::reported::{self, Status};
use super::{is_index, placeholder};

/// Relative distance from a limit within which a value is of no band: far above every tolerance of a comparison.
const MARGIN: f64 = 1e-6;

/// Bands remembered at most, of one wording beside one interval.
const BANDS: usize = 250;

/// The bands between all limits that may judge a result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bands {
    conversion: Conversion,
    /// The greatest value that is: above it all nines stand for no result.
    believed: f64,
    /// Where each begins and where it ends, both excluded, in order.
    starts: Vec<f64>,
    ends: Vec<f64>,
}

impl Bands {
    /// The band of a number in the unit of its row; `None` on a limit, and for what may be no result.
    #[inline]
    pub(crate) fn of(&self, number: PlainNumber) -> Option<usize> {
        let value = self.conversion.apply(number.to_f64());
        if self.believed < value && placeholder::is_nines(number.to_f64()) {
            return None;
        }
        let at = self.ends.partition_point(|end| *end <= value);
        (*self.starts.get(at)? < value).then_some(at)
    }

    /// The bands between limits, and above the last of them. Below the first there is none.
    fn between(mut limits: Vec<f64>, conversion: Conversion) -> Bands {
        limits.retain(|limit| limit.is_finite());
        limits.sort_unstable_by(f64::total_cmp);
        limits.dedup();
        let margin = |limit: f64| MARGIN * limit.abs();
        let starts = limits.iter().map(|limit| limit + margin(*limit));
        let ends = limits.iter().skip(1).map(|limit| limit - margin(*limit));
        let (starts, ends) = starts
            .zip(ends.chain([f64::INFINITY]))
            .filter(|(start, end)| start < end)
            .unzip();
        Bands {
            conversion,
            believed: f64::INFINITY,
            starts,
            ends,
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

impl Rules {
    /// True for a name that is not known, under which something is said of the sample: "LIH", "Interference", "Hemolysis check",
    /// "Clotted".
    fn speaks_of_sample(&self, name: &str) -> bool {
        let words = [&self.hemolysis, &self.icterus, &self.lipemia];
        hil::order_under(name).is_some()
            || self.patterns.is_interference(name)
            || self.patterns.is_quality(name)
            || asks_of_sample(name)
            || self.remark(name).is_fault()
            || words.iter().any(|words| words.may_be_in(name))
    }

    /// The bands for rows that say the same as this one but for their number; `None` where more than
    /// limits is asked of it.
    pub(crate) fn bands(
        &self,
        row: &Observation<'_>,
        resolution: &Resolution<'_>,
    ) -> Option<Bands> {
        let is_number = row.comparator.trim().is_empty()
            && self.absent_by_status(row).is_none()
            && !matches!(
                reported::status(row.status),
                Status::Cancelled
                    | Status::NotDone
                    | Status::Statistic
                    | Status::Standardized
                    | Status::OfAnimal
            );
        let index = resolution.analyte.is_some_and(is_index);
        if !is_number || index || self.grades.is_some() || self.may_be_replaced(row) {
            return None;
        }
        // Each number under the name of a check of the sample says something else: a whole one is a grade.
        if resolution.analyte.is_none() && self.speaks_of_sample(row.name) {
            return None;
        }
        if interval::is_of_groups(row) || !self.possible_conversions(resolution).is_empty() {
            return None;
        }
        let printed = interval::printed(row);
        let conversion = resolution.conversion;
        let conversion = conversion.or_else(|| self.conversion_of_limits(&printed, resolution));
        let conversion = conversion.unwrap_or(Conversion::IDENTITY);
        let mut limits = vec![0.0];
        let mut uppers = Vec::new();
        let is_whole = matches!(printed, Printed::Interval(_, _, "") | Printed::Missing);
        if !is_whole {
            // Whether a number lies beyond all of them is asked, and on which side of each that may be a limit.
            let found = interval::candidates(row).into_iter();
            let found = found.flat_map(|(low, high)| [low, high]).flatten();
            let numbers = interval::numbers_in(row).into_iter();
            let numbers = numbers.chain(found.map(|limit| limit.value));
            let ends: Vec<f64> = numbers
                .map(|number| conversion.apply(to_f64(number)))
                .collect();
            uppers.extend(&ends);
            limits.extend(ends);
        }
        if let Printed::Interval(low, high, unit) = printed {
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
        let own = interval::critical(row);
        let ends = [own.low, own.high].into_iter().flatten();
        limits.extend(ends.map(|limit| conversion.apply(to_f64(limit.value))));
        if let Some(analyte) = resolution.analyte {
            self.limits_of(analyte, &mut limits, &mut uppers);
        }
        limits.append(&mut uppers);
        let mut bands = Bands::between(limits, conversion);
        bands.believed = resolution
            .analyte
            .map_or(f64::INFINITY, |analyte| analyte.plausible.1);
        (bands.len() <= BANDS).then_some(bands)
    }

    /// Every limit of an analyte in its canonical unit.
    fn limits_of(&self, analyte: &Analyte, limits: &mut Vec<f64>, uppers: &mut Vec<f64>) {
        let (least, most) = analyte.plausible;
        limits.extend([least, most]);
        let (least, most) = extremes(analyte);
        limits.extend(least);
        uppers.extend(most);
        let (rows, _) = self.candidates(analyte);
        for stated in rows
            .into_iter()
            .flat_map(|row| row.also.iter().chain([&row.stated]))
        {
            let (low, high) = stated.ends();
            limits.extend(low);
            uppers.extend(high);
        }
        if let Some((low, high)) = self.adult_interval(analyte) {
            limits.extend(low);
            uppers.extend(high);
        }
        let list = &self.options.critical_list;
        for row in analyte.critical.iter().filter(|row| row.list == *list) {
            let (low, high) = row.stated.ends();
            limits.extend(low.into_iter().chain(high));
            if let Some(multiple) = row.high_uln {
                let times = to_f64(multiple.value);
                limits.extend(uppers.iter().map(|upper| times * upper));
            }
        }
        limits.extend(self.patterns.suspicious_from(&analyte.id));
    }
}

#[cfg(test)]
mod tests;
