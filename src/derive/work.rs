//! Derives from the results of one draw.

use super::collect::Collector;
use super::derived::Derived;
use super::group::{At, Stored};
use super::recipe::{Given, Moves, Recipe, Tube};
use super::remarks::Remarks;
use super::{Derivation, Refusal};
use crate::interpret::compare::TOLERANCE;
use crate::person::Sex;
use crate::reference::{Analyte, Conversion};
use crate::units::Unit;
use crate::value::Comparator;

impl Collector<'_> {
    /// Everything that one draw gives.
    pub(super) fn derive(&self, group: usize, remarks: &mut Remarks) -> Vec<Derived> {
        let mut derived: Vec<Derived> = Vec::new();
        let mut refusals: Vec<(&'static str, Refusal)> = Vec::new();
        for at in 0..self.recipes.len() {
            let recipe = self.recipes[at];
            if derived.iter().any(|known| known.analyte.id == recipe.id) {
                continue;
            }
            let Some(inputs) = self.inputs(group, &recipe) else {
                continue;
            };
            match inputs.and_then(|inputs| self.apply(group, &recipe, &inputs, remarks)) {
                Ok(value) => derived.push(value),
                Err(why) => {
                    if !refusals.iter().any(|(id, _)| *id == recipe.id) {
                        refusals.push((recipe.id, why));
                    }
                }
            }
        }
        let stage = self.aki(group, &derived, remarks);
        derived.extend(stage);
        for (id, why) in refusals {
            if derived.iter().any(|known| known.analyte.id == id) {
                continue;
            }
            self.tell_refusal(group, id, why, remarks);
        }
        derived
    }

    /// The inputs of a recipe; none where nobody expects the value: its main input is not there.
    fn inputs(&self, group: usize, recipe: &Recipe) -> Option<Result<Vec<At>, Refusal>> {
        let anchor = recipe
            .inputs
            .iter()
            .find(|input| input.tube == Tube::Same)?;
        // What another tube is near to is the time of the input of this one.
        let own = match self.in_group(group, anchor.id) {
            Ok(at) => self.groups[at.0].taken_of(at.1),
            Err(Refusal::Missing(_)) => return None,
            Err(_) => &self.groups[group].origin.taken,
        };
        if matches!(
            self.find(group, own, &recipe.inputs[0]),
            Err(Refusal::Missing(_))
        ) {
            return None;
        }
        Some(
            recipe
                .inputs
                .iter()
                .map(|input| self.find(group, own, input))
                .collect(),
        )
    }

    /// The one result of an analyte in a draw.
    pub(super) fn in_group(&self, group: usize, id: &'static str) -> Result<At, Refusal> {
        let mut all = self.groups[group]
            .results
            .iter()
            .enumerate()
            .filter(|(_, result)| result.kind.analyte.id == id);
        let Some((first, result)) = all.next() else {
            return Err(Refusal::Missing(id));
        };
        let same = |other: &Stored| {
            other.kind.comparator == result.kind.comparator && other.value == result.value
        };
        if !all.all(|(_, other)| same(other)) {
            return Err(Refusal::RepeatDiffers);
        }
        Ok((group, first))
    }

    pub(super) fn stored(&self, at: At) -> &Stored {
        &self.groups[at.0].results[at.1]
    }

    fn apply(
        &self,
        group: usize,
        recipe: &Recipe,
        inputs: &[At],
        remarks: &mut Remarks,
    ) -> Result<Derived, Refusal> {
        let analyte = self
            .rules
            .catalog()
            .analyte(recipe.id)
            .ok_or(Refusal::OutsideValidity)?;
        let person = self.stored(inputs[0]).origin.person;
        if recipe.fasting {
            let mut all = inputs.iter().map(|at| self.stored(*at).kind.fasting);
            if all.clone().any(|fasting| fasting == Some(false)) {
                return Err(Refusal::ConditionContradicts);
            }
            if !all.all(|fasting| fasting == Some(true)) {
                return Err(Refusal::NotFasting);
            }
        }
        if recipe.not_pregnant && inputs.iter().any(|at| self.stored(*at).kind.is_pregnant) {
            return Err(Refusal::Pregnancy);
        }
        let age = match (recipe.age, person.age.years()) {
            (true, None) => return Err(Refusal::AgeMissing),
            (_, years) => years.map_or(f64::NAN, f64::from),
        };
        if recipe.sex && person.sex == Sex::Unknown {
            return Err(Refusal::SexMissing);
        }
        let mut values = Vec::with_capacity(inputs.len());
        let mut halves = Vec::with_capacity(inputs.len());
        let mut uln = Vec::with_capacity(inputs.len());
        for (input, at) in recipe.inputs.iter().zip(inputs) {
            let stored = self.stored(*at);
            let conversion = conversion(stored.kind.analyte, input.unit)?;
            values.push(conversion.invert(stored.value));
            halves.push(stored.half_digit() / conversion.factor.abs());
            uln.push(match (input.uln, stored.kind.uln) {
                (true, None) => return Err(Refusal::LimitMissing),
                (_, limit) => limit.map_or(f64::NAN, |limit| conversion.invert(limit)),
            });
        }
        let to_canonical = conversion(analyte, recipe.unit)?;
        let options = self.options;
        let run = |values: &[f64]| {
            (recipe.formula)(&Given {
                values,
                uln: &uln,
                age,
                sex: person.sex,
                options: &options,
            })
        };
        let value = run(&values)
            .map(|value| to_canonical.apply(value))
            .filter(|value| value.is_finite())
            .ok_or(Refusal::OutsideValidity)?;
        let comparator = self.comparator(recipe, inputs, &values, &run)?;
        let reported = self.groups[group]
            .results
            .iter()
            .position(|result| result.kind.analyte.id == recipe.id);
        if let Some(reported) = reported {
            // What the laboratory reports itself stands; it is only compared.
            let slack = |i: usize| {
                let mut moved = values.clone();
                moved[i] += halves[i];
                run(&moved).map_or(0.0, |moved| (to_canonical.apply(moved) - value).abs())
            };
            if comparator.is_none() {
                let slack = (0..values.len()).map(slack).sum();
                self.compare((group, reported), (value, slack), recipe, remarks);
            }
            return Err(Refusal::Reported);
        }
        let derivation = Derivation {
            formula: recipe.stated(&options),
            note: recipe.note,
            inputs: inputs.iter().map(|at| self.told(*at, None)).collect(),
        };
        let is_doubtful = comparator.is_none()
            && (recipe.doubtful).is_some_and(|doubtful| doubtful(to_canonical.invert(value)));
        let outcome = (comparator, value);
        let derived = self.derived(group, analyte, outcome, recipe.decimals, inputs, derivation);
        Ok(derived.doubted(is_doubtful))
    }

    /// What an inequality among the inputs makes of the result, if it makes one thing of it.
    fn comparator(
        &self,
        recipe: &Recipe,
        inputs: &[At],
        values: &[f64],
        run: &dyn Fn(&[f64]) -> Option<f64>,
    ) -> Result<Option<Comparator>, Refusal> {
        let mut result: Option<Comparator> = None;
        let mut extreme = values.to_vec();
        // Just inside the inequalities.
        let mut inside = values.to_vec();
        for (i, at) in inputs.iter().enumerate() {
            let Some(comparator) = self.stored(*at).kind.comparator else {
                continue;
            };
            let carried = match recipe.inputs[i].moves {
                Moves::Up => comparator,
                Moves::Down => turned(comparator),
                Moves::Either => return Err(Refusal::Censored),
            };
            (extreme[i], inside[i]) = if comparator.is_below() {
                (0.0, values[i] * (1.0 - TOLERANCE))
            } else {
                (f64::INFINITY, values[i] * (1.0 + TOLERANCE))
            };
            result = Some(match result {
                None => carried,
                Some(known) if known.is_below() != carried.is_below() => {
                    return Err(Refusal::Censored);
                }
                // Both must be on their limit for the result to be on its own.
                Some(known) if known.includes() => carried,
                Some(known) => known,
            });
        }
        let Some(carried) = result else {
            return Ok(None);
        };
        // The equation must hold for every value that the inequality allows.
        let (Some(bound), Some(extreme)) = (run(values), run(&extreme)) else {
            return Err(Refusal::Censored);
        };
        if extreme == bound {
            // Beyond a floor or a ceiling of the equation all are the same.
            return Ok(None);
        }
        // Where the equation rounds, values inside give what the bound gives.
        let is_reached = run(&inside) == Some(bound);
        Ok(Some(if is_reached {
            carried.or_equal()
        } else {
            carried
        }))
    }
}

/// From a unit of a formula to the canonical one.
fn conversion(analyte: &Analyte, unit: &str) -> Result<Conversion, Refusal> {
    Unit::from_code(unit)
        .and_then(|unit| analyte.conversion(unit, None))
        .ok_or(Refusal::OutsideValidity)
}

/// The same inequality seen from the other side.
fn turned(comparator: Comparator) -> Comparator {
    match comparator {
        Comparator::Less => Comparator::Greater,
        Comparator::LessOrEqual => Comparator::GreaterOrEqual,
        Comparator::Greater => Comparator::Less,
        Comparator::GreaterOrEqual => Comparator::LessOrEqual,
    }
}
