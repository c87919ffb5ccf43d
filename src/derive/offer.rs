//! What a judged result is for those that may be derived from it.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use foldhash::HashSet;
use rust_decimal::Decimal;

use super::DeriveOptions;
use super::group::Origin;
use super::notices::{NO_INPUT, TOLD};
use super::recipes::recipes;
use super::series::{self, CHILD_RATE};
use crate::interpret::{ConditionWords, Rules, shares_serum_evidence};
use crate::interpretation::{Interpretation, Usability};
use crate::notice::Code;
use crate::reference::{Analyte, Conversion};
use crate::resolve::Resolution;
use crate::sample::SampleId;
use crate::specimen::Specimen;
use crate::value::{Comparator, PlainNumber, Value, to_f64};

/// What many results are as inputs: everything but their numbers and whose they are.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(super) analyte: &'static Analyte,
    pub(super) comparator: Option<Comparator>,
    /// From the reported unit to the canonical one.
    pub(super) conversion: Conversion,
    /// Upper limit of the interval that judged it, in the canonical unit.
    pub(super) uln: Option<f64>,
    pub(super) usability: Option<Usability>,
    pub(super) notices: Vec<Code>,
    pub(super) specimen: Specimen,
    /// True where the row or the run says so; false where the row or its name says otherwise, whatever
    /// the run says.
    pub(super) fasting: Option<bool>,
    pub(super) is_pregnant: bool,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        // Named one by one, so that one that is added to them is not forgotten here.
        let Kind {
            analyte,
            comparator,
            conversion,
            uln,
            usability,
            notices,
            specimen,
            fasting,
            is_pregnant,
        } = self;
        analyte.id == other.analyte.id
            && (comparator, conversion, uln) == (&other.comparator, &other.conversion, &other.uln)
            && (usability, notices) == (&other.usability, &other.notices)
            && (specimen, fasting) == (&other.specimen, &other.fasting)
            && *is_pregnant == other.is_pregnant
    }
}

// A limit is a number.
impl Eq for Kind {}

impl Hash for Kind {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.analyte.id.hash(hasher);
        self.uln.map(f64::to_bits).hash(hasher);
        self.notices.len().hash(hasher);
    }
}

impl Kind {
    /// A reported number in the canonical unit.
    pub(super) fn value(&self, number: Decimal) -> f64 {
        self.conversion.apply(to_f64(number))
    }
}

/// A result of a wanted analyte that may not be an input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unfit {
    pub(super) analyte: &'static str,
    pub(super) why: Code,
}

/// What a result offers.
#[derive(Clone, Debug)]
pub(crate) enum Offer {
    /// Nothing: nobody derives anything from it.
    Nothing,
    /// That it is there, and may not be an input.
    Unfit(Unfit),
    /// A number, as reported.
    Input(Arc<Kind>, Decimal),
}

impl Offer {
    /// The same of another row that has this number.
    pub(crate) fn with(&self, number: PlainNumber) -> Offer {
        match self {
            Offer::Input(kind, _) => Offer::Input(Arc::clone(kind), number.decimal()),
            other => other.clone(),
        }
    }
}

/// An offer, with where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Offered {
    pub(crate) offer: Offer,
    pub(crate) origin: Arc<Origin>,
    pub(crate) line: u64,
}

/// Kinds remembered at most.
const KINDS: usize = 10_000;

/// Analytes from which something may be derived, or that may be.
#[derive(Clone, Debug)]
pub(crate) struct Wanted<'r> {
    rules: &'r Rules,
    analytes: Vec<&'static Analyte>,
    /// Each once.
    kinds: HashSet<Arc<Kind>>,
    /// The last one that was given: results of a draw have it in common.
    last: Option<Arc<Origin>>,
}

impl<'r> Wanted<'r> {
    /// Those of the recipes of a run.
    pub(crate) fn of(rules: &'r Rules, options: &DeriveOptions) -> Wanted<'r> {
        let recipes = recipes(options);
        let inputs = recipes.iter().flat_map(|recipe| recipe.inputs);
        let ids = inputs.map(|input| input.id);
        let made = recipes.iter().map(|recipe| recipe.id);
        // Of a child, even where no height makes it a recipe.
        let mut ids: Vec<&str> = ids.chain(made).chain([CHILD_RATE, series::ID]).collect();
        ids.sort_unstable();
        ids.dedup();
        Wanted {
            rules,
            analytes: ids
                .into_iter()
                .filter_map(|id| rules.catalog().analyte(id))
                .collect(),
            kinds: HashSet::default(),
            last: None,
        }
    }

    fn analyte(&self, id: &str) -> Option<&'static Analyte> {
        let by_id = |analyte: &&Analyte| analyte.id.as_str().cmp(id);
        let place = self.analytes.binary_search_by(by_id).ok()?;
        Some(self.analytes[place])
    }

    /// What a judged result of a sample offers, if it does, with where it stands.
    pub(crate) fn offered(
        &mut self,
        result: &Interpretation<'_>,
        resolution: &Resolution<'_>,
        sample: Option<SampleId>,
    ) -> Option<Offered> {
        let offer = self.offer(result, resolution);
        if let Offer::Nothing = offer {
            return None;
        }
        let (row, person) = (&result.observation, result.person);
        let last = self
            .last
            .take()
            .filter(|last| last.is_of(row, person, sample));
        let origin = last.unwrap_or_else(|| Arc::new(Origin::of(row, person, sample)));
        self.last = Some(Arc::clone(&origin));
        Some(Offered {
            offer,
            origin,
            line: row.line,
        })
    }

    /// What a judged result with the meaning of its words offers.
    pub(crate) fn offer(
        &mut self,
        result: &Interpretation<'_>,
        resolution: &Resolution<'_>,
    ) -> Offer {
        let analyte = result.analyte.and_then(|analyte| self.analyte(&analyte.id));
        let Some(analyte) = analyte.filter(|analyte| is_of_blood(result.specimen, analyte)) else {
            return Offer::Nothing;
        };
        let (comparator, number) = match result.reading.value {
            Value::Number(number) => (None, Some(number)),
            Value::Censored(comparator, number) => (Some(comparator), Some(number)),
            _ => (None, None),
        };
        let is_input =
            result.canonical.is_some() && !NO_INPUT.iter().any(|code| result.notices.has(*code));
        let number = number.zip(resolution.conversion).filter(|_| is_input);
        let Some((number, conversion)) = number else {
            let why = Unfit::reason(|code| result.notices.has(code));
            let analyte = analyte.id.as_str();
            return why.map_or(Offer::Nothing, |why| Offer::Unfit(Unfit { analyte, why }));
        };
        let row = &result.observation;
        let kind = Kind {
            analyte,
            comparator,
            conversion,
            uln: result
                .limits
                .as_ref()
                .and_then(|limits| limits.canonical)
                .and_then(|(_, high)| high),
            usability: result.usability,
            notices: TOLD
                .iter()
                .copied()
                .filter(|code| result.notices.has(*code))
                .collect(),
            specimen: result.specimen,
            fasting: self.fasting(result),
            is_pregnant: self.rules.is_pregnant(row, result.person),
        };
        Offer::Input(self.one(kind), number)
    }

    /// The same, shared with others that are.
    fn one(&mut self, kind: Kind) -> Arc<Kind> {
        if let Some(known) = self.kinds.get(&kind) {
            return Arc::clone(known);
        }
        if KINDS <= self.kinds.len() {
            self.kinds.clear();
        }
        let kind = Arc::new(kind);
        self.kinds.insert(Arc::clone(&kind));
        kind
    }

    fn fasting(&self, result: &Interpretation<'_>) -> Option<bool> {
        let words = &self.rules.condition_words;
        let stated = words.stated(result.observation.condition);
        let run = &self.rules.options().conditions;
        let says_no = [Some(stated.as_str()), result.condition]
            .into_iter()
            .flatten()
            .any(ConditionWords::is_not_fasting);
        let says_so = ConditionWords::is_fasting(&stated) || run.iter().any(|c| c == "fasting");
        match (says_no, says_so) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }
}

/// Results of another fluid are not what recipes ask for.
fn is_of_blood(specimen: Specimen, analyte: &Analyte) -> bool {
    shares_serum_evidence(specimen) || specimen == analyte.specimen
}

impl Unfit {
    /// Why a result that is of the right fluid is no input; none where it is set aside, as if it were not there.
    fn reason(has: impl Fn(Code) -> bool) -> Option<Code> {
        let set_aside = [Code::Superseded, Code::Duplicate, Code::QualityControl];
        if set_aside.into_iter().any(&has) {
            return None;
        }
        [
            Code::ResultAbsent,
            Code::ImplausibleValue,
            Code::IntervalUnitDoubtful,
            Code::SpecimenUnsuitable,
            Code::UnitMissing,
            Code::UnitUnknown,
            Code::UnitNotForAnalyte,
            Code::NumberUnreadable,
            Code::ValueUnreadable,
            Code::NotNumeric,
        ]
        .into_iter()
        .find(|code| has(*code))
    }
}
