//! A derived value: put together from its inputs, and judged.

use super::collect::Collector;
use super::group::{At, Group};
use super::{Derivation, DerivedFrom};
use crate::interpret::Rules;
use crate::interpret::compare::TOLERANCE;
use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::observation::Observation;
use crate::person::Person;
use crate::reference::{Analyte, Conversion};
use crate::resolve::Resolution;
use crate::specimen::Specimen;
use crate::value::{Comparator, Reading, Value};

/// A derived value before it is judged.
#[derive(Debug)]
pub(super) struct Derived {
    pub(super) group: usize,
    pub(super) analyte: &'static Analyte,
    pub(super) comparator: Option<Comparator>,
    /// In the canonical unit, rounded once: what is printed is what is judged, so that no 60.0 is below 60.
    pub(super) value: f64,
    /// The same as printed.
    pub(super) shown: String,
    pub(super) file: usize,
    pub(super) specimen: Specimen,
    pub(super) person: Person,
    pub(super) usability: Option<Usability>,
    pub(super) notices: Vec<Code>,
    pub(super) derivation: Derivation,
    /// The input of this draw whose time is its own: the oldest, for no value is newer than what it was
    /// worked out from; one without a time before all others.
    taken: usize,
}

impl Collector<'_> {
    pub(super) fn derived(
        &self,
        group: usize,
        analyte: &'static Analyte,
        (comparator, value): (Option<Comparator>, f64),
        decimals: usize,
        inputs: &[At],
        derivation: Derivation,
    ) -> Derived {
        let first = self.stored(inputs[0]);
        let mut notices = vec![Code::Derived];
        let other_tube = inputs
            .iter()
            .any(|at| at.0 != group || (1 < inputs.len() && !self.groups[at.0].origin.is_sample))
            || inputs
                .iter()
                .any(|at| self.stored(*at).kind.specimen != first.kind.specimen);
        if other_tube {
            notices.push(Code::DerivedOtherTube);
        }
        let mut usability = None;
        for at in inputs {
            let input = &self.stored(*at).kind;
            usability = usability.max(input.usability);
            let kept = [
                Code::HemolysisGross,
                Code::Preliminary,
                Code::StatusUnknown,
                Code::CollectionAssumed,
            ];
            let suspect = input.notices.iter().any(|code| !kept[1..].contains(code));
            let own = input
                .notices
                .iter()
                .copied()
                .filter(|code| kept.contains(code));
            for code in own.chain(suspect.then_some(Code::DerivedFromSuspect)) {
                if !notices.contains(&code) {
                    notices.push(code);
                }
            }
        }
        let shown = rounded(comparator, value, decimals);
        let of_draw = inputs.iter().filter(|at| at.0 == group);
        let time = |at: &&At| self.groups[at.0].taken_of(at.1).moment;
        let taken = of_draw.min_by_key(time).map_or(0, |at| at.1);
        Derived {
            taken,
            group,
            analyte,
            comparator,
            value: shown.parse().unwrap_or(value),
            shown: comparator.map_or("", Comparator::as_str).to_string() + &shown,
            file: first.file as usize,
            specimen: first.kind.specimen,
            person: first.origin.person,
            usability,
            notices,
            derivation,
        }
    }

    /// An input as a reader is told of it.
    pub(super) fn told(&self, at: At, role: Option<&'static str>) -> DerivedFrom {
        let stored = self.stored(at);
        let kind = &stored.kind;
        let sign = kind.comparator.map_or("", Comparator::as_str);
        DerivedFrom {
            analyte: &kind.analyte.id,
            role,
            file: self.files[stored.file as usize].clone(),
            line: stored.line,
            value: format!("{sign}{}", stored.text()),
            unit: kind.analyte.unit.code,
            usability: kind.usability,
            notices: kind.notices.clone(),
        }
    }
}

impl Derived {
    /// The same from inputs of which one must be wrong: no other word says so.
    pub(super) fn doubted(mut self, is_doubtful: bool) -> Derived {
        if !is_doubtful {
            return self;
        }
        self.usability = self.usability.max(Some(Usability::Caution));
        if !self.notices.contains(&Code::DerivedFromSuspect) {
            self.notices.push(Code::DerivedFromSuspect);
        }
        self
    }

    /// What the words of its row mean: nothing is left open.
    pub(super) fn resolution<'r>(&self) -> Resolution<'r> {
        Resolution {
            analyte: Some(self.analyte),
            specimen: self.specimen,
            specimen_stated: true,
            unit: Some(self.analyte.unit),
            conversion: Some(Conversion::IDENTITY),
            ..Resolution::default()
        }
    }

    /// Judges it by the rules that judge every result.
    pub(super) fn judge<'a>(
        &'a self,
        rules: &'a Rules,
        group: &'a Group,
        files: &'a [String],
        resolution: &Resolution<'a>,
    ) -> Interpretation<'a> {
        let value = |text: &str| {
            let number = text.parse().ok()?;
            Some(match self.comparator {
                None => Value::Number(number),
                Some(comparator) => Value::Censored(comparator, number),
            })
        };
        let taken = group.taken_of(self.taken);
        let sign = self.comparator.map_or("", Comparator::as_str);
        let shown = value(self.shown.trim_start_matches(sign)).unwrap_or(Value::Text(&self.shown));
        let time = |is: &str| match taken.stands_in == is {
            true => &*taken.collected,
            false => "",
        };
        let row = Observation {
            file: files.get(self.file).map_or("", String::as_str),
            patient: &group.origin.patient,
            sample: &group.origin.number,
            collected: time(""),
            received: time("received"),
            reported: time("reported"),
            date_orders: taken.date_orders,
            name: &self.analyte.name,
            value: &self.shown,
            unit: self.analyte.unit.code,
            ..Observation::default()
        };
        let reading = Reading {
            value: shown,
            unit: "",
            flag: "",
        };
        let mut result = rules.judge_derived(row, reading, resolution, self.person);
        for code in &self.notices {
            result.notices.add(*code);
        }
        result.usability = self
            .usability
            .max(result.usability.filter(|own| Usability::Usable < *own));
        result.derived = Some(self.derivation.clone());
        result
    }
}

/// A value with so many decimals. The bound of an inequality is rounded outward, for it must hold of every
/// value that the unrounded one allows: below 3.7349 is below 3.8.
fn rounded(comparator: Option<Comparator>, value: f64, decimals: usize) -> String {
    let nearest = format!("{value:.decimals$}");
    let unit = format!("1e-{decimals}").parse::<f64>().unwrap_or(1.0);
    let number = nearest.parse::<f64>().unwrap_or(value);
    // On the digit, but for the error of the arithmetic.
    let is_on_it = (number - value).abs() <= TOLERANCE * value.abs();
    let shown = match comparator {
        Some(sign) if sign.is_below() && number < value && !is_on_it => {
            format!("{:.decimals$}", number + unit)
        }
        Some(sign) if !sign.is_below() && value < number && !is_on_it => {
            format!("{:.decimals$}", number - unit)
        }
        _ => nearest,
    };
    match shown.strip_prefix('-') {
        // No minus before a zero.
        Some(rest) if rest.bytes().all(|c| matches!(c, b'0' | b'.')) => rest.to_string(),
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_rounded_outward() {
        use Comparator::{Greater, GreaterOrEqual, Less, LessOrEqual};
        for (comparator, value, decimals, expected) in [
            (None, 3.7349, 1, "3.7"),
            (Some(Less), 3.7349, 1, "3.8"),
            (Some(LessOrEqual), 3.7651, 1, "3.8"),
            (Some(Greater), 3.7651, 1, "3.7"),
            (Some(GreaterOrEqual), 3.7349, 1, "3.7"),
            (Some(Less), -3.085, 2, "-3.08"),
            (Some(Greater), -3.081, 2, "-3.09"),
            (Some(Less), -0.001, 2, "0.00"),
            // Nothing to round, in the arithmetic of binary numbers either.
            (Some(Less), 0.1 + 0.2, 1, "0.3"),
            (Some(Greater), 1.1 * 1.1, 2, "1.21"),
            (Some(Greater), 10.0, 2, "10.00"),
            (Some(Less), 21.0, 0, "21"),
        ] {
            let found = rounded(comparator, value, decimals);
            assert_eq!(found, expected, "{comparator:?} {value}");
        }
    }
}
