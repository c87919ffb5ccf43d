//! From the words of a row to analyte, specimen and unit: once per distinct wording, then remembered.
//!
//! Everything here depends on the words alone, never on the value: a result cannot choose its own
//! analyte. Nothing is matched approximately.

mod analyte;
mod jlac;
mod meanings;
mod nearest;
pub mod specimen;
pub mod trace;
mod unit;
mod wording;
mod work_out;

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

use crate::interpret::reported;
use crate::notice::Code;
use crate::observation::Observation;
use crate::reference::{Analyte, Catalog, Conversion, Variant};
use crate::specimen::Specimen;
use crate::units::Unit;
use specimen::SpecimenWords;
use trace::Trace;

pub(crate) use meanings::meanings;
pub use nearest::nearest_names;
pub(crate) use wording::{without_last, without_tail};

/// What the words of a row mean.
#[derive(Clone, Debug, Default)]
pub struct Resolution<'c> {
    /// The analyte; none if the name is unknown or ambiguous, or the specimen is not blood.
    pub analyte: Option<&'c Analyte>,
    /// The molecule that its mass weighs.
    pub variant: Option<&'c Variant>,
    /// Specimen, stated or taken.
    pub specimen: Specimen,
    /// The specimen was stated, not taken.
    pub specimen_stated: bool,
    /// Unit of the result.
    pub unit: Option<&'static Unit>,
    /// From that unit to the canonical one.
    pub conversion: Option<Conversion>,
    /// Condition that the code states.
    pub condition: Option<&'c str>,
    /// What stands against a judgement, first the gravest.
    pub codes: Vec<Code>,
    /// Which names stand beside it in the file may change it.
    pub by_neighbors: bool,
    /// How all of it was found out, for an explanation.
    pub trace: Trace,
}

impl Resolution<'_> {
    /// True if a result is judged the same by both: all but how they were found out.
    pub(crate) fn means_the_same_as(&self, other: &Resolution<'_>) -> bool {
        let address = |analyte: Option<&Analyte>| analyte.map(std::ptr::from_ref);
        let molecule = |variant: Option<&Variant>| variant.map(std::ptr::from_ref);
        address(self.analyte) == address(other.analyte)
            && molecule(self.variant) == molecule(other.variant)
            && self.specimen == other.specimen
            && self.specimen_stated == other.specimen_stated
            && self.unit == other.unit
            && self.conversion == other.conversion
            && self.condition == other.condition
            && self.codes == other.codes
    }
}

/// Resolves rows, remembering each distinct wording.
#[derive(Debug)]
pub struct Resolver<'c> {
    catalog: &'c Catalog,
    specimens: &'c SpecimenWords,
    neighbors: HashSet<String>,
    remembered: foldhash::HashMap<Box<str>, Rc<Resolution<'c>>>,
    /// What other resolvers over the bundled data found out.
    others: Option<(&'static Catalog, &'c Resolved)>,
    key: String,
}

/// What was found out about wordings, whatever stands beside them in their file: for resolvers of one
/// run, each of which would find out the same.
#[derive(Debug, Default)]
pub(crate) struct Resolved(Mutex<foldhash::HashMap<Box<str>, Resolution<'static>>>);

impl Resolved {
    /// What is known of a wording, found out if nothing is.
    fn get(&self, key: &str, find: impl FnOnce() -> Resolution<'static>) -> Resolution<'static> {
        let open = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = open().get(key) {
            return known.clone();
        }
        let found = find();
        let mut known = open();
        if !found.by_neighbors && known.len() < REMEMBERED {
            known.insert(key.into(), found.clone());
        }
        found
    }
}

/// Among the names that occur in a file: rows such as "URINE" head its sections, so a row that states no specimen of its own
/// may be of any. No name has such a letter.
pub(crate) const SECTIONS: &str = "\u{1}sections";

/// Wordings remembered at most; a hostile file must not grow memory without end.
const REMEMBERED: usize = 100_000;

impl<'c> Resolver<'c> {
    /// A resolver over the reference data.
    #[must_use]
    pub fn new(catalog: &'c Catalog, specimens: &'c SpecimenWords) -> Resolver<'c> {
        Resolver {
            catalog,
            specimens,
            neighbors: HashSet::new(),
            remembered: foldhash::HashMap::default(),
            others: None,
            key: String::new(),
        }
    }

    /// One that shares what it finds out about the bundled data.
    pub(crate) fn sharing(
        catalog: &'static Catalog,
        specimens: &'c SpecimenWords,
        resolved: &'c Resolved,
    ) -> Resolver<'c> {
        Resolver {
            others: Some((catalog, resolved)),
            ..Resolver::new(catalog, specimens)
        }
    }

    /// Tells the resolver which names occur beside each other in the file, so that `H` beside `I`
    /// and `L` is an index. Forgets what was resolved without knowing it.
    pub fn set_neighbors(&mut self, folded_names: HashSet<String>) {
        if folded_names != self.neighbors {
            self.neighbors = folded_names;
            self.remembered.clear();
        }
    }

    /// What the words of the row mean. `unit_in_value` is the text behind the number, if any.
    pub fn resolve(&mut self, row: &Observation<'_>, unit_in_value: &str) -> Rc<Resolution<'c>> {
        self.key.clear();
        for part in [
            row.name,
            row.code,
            row.loinc,
            row.specimen,
            row.category,
            row.unit,
            row.unit_beside,
            unit_in_value,
        ] {
            self.key.push_str(part);
            self.key.push('\u{1f}');
        }
        if let Some(known) = self.remembered.get(self.key.as_str()) {
            return Rc::clone(known);
        }
        let (words, beside) = (self.specimens, &self.neighbors);
        let others = self.others.filter(|_| !beside.contains(SECTIONS));
        let resolution = Rc::new(match others {
            Some((catalog, resolved)) => resolved.get(&self.key, || {
                work_out::work_out(catalog, words, beside, row, unit_in_value)
            }),
            None => work_out::work_out(self.catalog, words, beside, row, unit_in_value),
        });
        if self.remembered.len() < REMEMBERED {
            self.remembered
                .insert(self.key.as_str().into(), Rc::clone(&resolution));
        }
        resolution
    }

    /// True for a row that heads a section of another fluid than blood: "URINE", and nothing else.
    pub(crate) fn is_heading(&self, row: &Observation<'_>) -> bool {
        let rest = [
            row.value,
            row.unit,
            row.low,
            row.high,
            row.range,
            row.flag,
            row.specimen,
            row.comment,
        ];
        let who = [row.sample, row.collected, row.sex, row.age, row.code];
        // It may stand in the first column, which is that of the patients.
        let title = match row.name.trim() {
            "" if who.iter().all(|text| text.trim().is_empty()) => row.patient,
            name => name,
        };
        let is_fluid = || {
            let specimen = self.specimens.in_cell(title);
            specimen.is_some_and(|specimen| !specimen.is_blood())
        };
        rest.iter().all(|text| text.trim().is_empty())
            && !title.trim().is_empty()
            && (is_fluid() || reported::heads_controls(title))
    }

    /// The nearest known name, for a message; never used to resolve.
    #[must_use]
    pub fn suggestion(&self, name: &str) -> Option<String> {
        nearest::nearest(self.catalog, name)
    }
}
