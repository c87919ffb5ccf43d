//! What comments say of their sample, read once each: laboratories use the same ones again and again.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;
use rust_decimal::Decimal;

use super::SampleHemolysis;
use super::patterns::Said;
use crate::specimen::Specimen;
use crate::value::Absence;

/// Comments remembered at most.
const REMEMBERED: usize = 4096;

/// Longest comment that is remembered: longer ones are written anew each time.
const LONGEST: usize = 256;

/// What a comment says of its sample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Remark {
    pub(crate) hemolysis: Option<SampleHemolysis>,
    pub(crate) icterus: Option<SampleHemolysis>,
    pub(crate) lipemia: Option<SampleHemolysis>,
    pub(crate) said: Option<Said>,
    /// Why the sample is no good.
    pub(crate) fault: Option<Absence>,
    /// The same for what is measured in serum, which another tube of the sample does not touch.
    pub(crate) serum_fault: Option<Absence>,
    /// The sample is a control, and nothing else is said of it.
    pub(crate) control: bool,
    /// The result is not final.
    pub(crate) preliminary: bool,
}

impl Remark {
    /// True if it says that something is wrong with the sample besides hemolysis, icterus and lipemia.
    pub(crate) fn is_fault(&self) -> bool {
        self.said.is_some() || self.fault.is_some() || self.serum_fault.is_some()
    }

    /// Why the sample is no good for a result of this specimen.
    pub(crate) fn fault_of(&self, specimen: Specimen) -> Option<Absence> {
        match is_serum(specimen) {
            true => self.serum_fault,
            false => self.fault,
        }
    }
}

/// What a comment says of the number beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Aside {
    /// It says that the sample was too little, and nothing else.
    pub(crate) insufficient: bool,
    /// It is nothing but the name of a fluid other than blood.
    pub(crate) fluid: bool,
    /// The number that it gives in the place of the one beside it.
    pub(crate) corrected_to: Option<Decimal>,
    /// It may give another number of the same test.
    pub(crate) restates: bool,
}

/// True for what is said to be serum, or plasma beside it.
pub(crate) fn is_serum(specimen: Specimen) -> bool {
    matches!(
        specimen,
        Specimen::Serum | Specimen::Plasma | Specimen::PlasmaFluoride
    )
}

/// Comments that were read, by their text; shared by all threads of a run.
#[derive(Debug, Default)]
pub(crate) struct Remarks(Mutex<HashMap<Box<str>, (Remark, Aside)>>);

impl Remarks {
    /// What a comment says, read if it was not before.
    pub(crate) fn get(
        &self,
        comment: &str,
        read: impl FnOnce() -> (Remark, Aside),
    ) -> (Remark, Aside) {
        if comment.is_empty() {
            return Default::default();
        }
        let open = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = open().get(comment) {
            return *known;
        }
        let said = read();
        let mut known = open();
        if comment.len() <= LONGEST && known.len() < REMEMBERED {
            known.insert(comment.into(), said);
        }
        said
    }
}
