//! Collects possible inputs while results are judged, and hands out what was derived from them.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::DeriveOptions;
use super::aside::Aside;
use super::derived::Derived;
use super::group::{At, Group, Origin, Stored};
use super::offer::{Offer, Offered, Wanted};
use super::recipe::Recipe;
use super::recipes::recipes;
use super::remarks::Remarks;
use crate::interpret::Rules;
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;
use crate::resolve::Resolution;
use crate::sample::SampleId;

/// Collects inputs and derives.
#[derive(Debug)]
pub struct Collector<'r> {
    pub(super) rules: &'r Rules,
    pub(super) options: DeriveOptions,
    pub(super) recipes: Vec<Recipe>,
    wanted: Wanted<'r>,
    pub(super) files: Vec<String>,
    pub(super) groups: Vec<Group>,
    index: foldhash::HashMap<SampleId, u32>,
    /// By patient: results that inputs of another tube and series may need, in time.
    pub(super) of_patient: HashMap<Box<str>, Vec<At>>,
    closed: bool,
    next_group: usize,
    ready: VecDeque<Derived>,
    current: Option<Derived>,
    remarks: Remarks,
}

/// Inputs that may come from another tube, and those of a series.
const OF_PATIENT: &[&str] = &["platelets", "inr", "creatinine"];

impl<'r> Collector<'r> {
    /// An empty collector.
    #[must_use]
    pub fn new(rules: &'r Rules, options: DeriveOptions) -> Collector<'r> {
        Collector {
            rules,
            options,
            recipes: recipes(&options),
            wanted: Wanted::of(rules, &options),
            files: Vec::new(),
            groups: Vec::new(),
            index: foldhash::HashMap::default(),
            of_patient: HashMap::new(),
            closed: false,
            next_group: 0,
            ready: VecDeque::new(),
            current: None,
            remarks: Remarks::default(),
        }
    }

    /// Shows a judged result, with the meaning of its words. `sample` is its sample, if it has one.
    pub fn see(
        &mut self,
        result: &Interpretation<'_>,
        resolution: &Resolution<'_>,
        sample: Option<SampleId>,
    ) {
        if let Some(offered) = self.wanted.offered(result, resolution, sample) {
            self.take(result.observation.file, offered);
        }
    }

    /// Takes what a result of a file offers.
    pub(crate) fn take(&mut self, file: &str, offered: Offered) {
        let Offered {
            offer,
            origin,
            line,
        } = offered;
        match offer {
            Offer::Nothing => (),
            // Said only of a sample that has something to derive from.
            Offer::Unfit(_) if !origin.is_sample => (),
            Offer::Unfit(unfit) => {
                let group = self.group(&origin);
                self.groups[group].unfit.push(unfit);
            }
            Offer::Input(kind, number) => {
                let group = self.group(&origin);
                let value = kind.value(number);
                let file = self.file(file);
                self.groups[group].results.push(Stored {
                    kind,
                    origin,
                    number,
                    value,
                    line,
                    file,
                });
            }
        }
    }

    fn file(&mut self, name: &str) -> u32 {
        if self.files.last().is_none_or(|last| last != name) {
            self.files.push(name.to_string());
        }
        self.files.len() as u32 - 1
    }

    fn group(&mut self, origin: &Arc<Origin>) -> usize {
        let new = self.groups.len();
        if let Some(together) = origin.together {
            let at = *self.index.entry(together).or_insert(new as u32) as usize;
            if at < new {
                return at;
            }
        }
        self.groups.push(Group {
            origin: Arc::clone(origin),
            results: Vec::new(),
            unfit: Vec::new(),
        });
        new
    }

    /// Everything is seen: forgets what only collecting needs, and orders the rest in time.
    pub fn close(&mut self) {
        self.closed = true;
        self.index = foldhash::HashMap::default();
        for (i, group) in self.groups.iter().enumerate() {
            if group.origin.patient.trim().is_empty() {
                continue;
            }
            for (j, result) in group.results.iter().enumerate() {
                let is_dated = group.taken_of(j).moment.is_some();
                if is_dated && OF_PATIENT.contains(&result.kind.analyte.id.as_str()) {
                    let patient = group.origin.patient.trim().into();
                    self.of_patient.entry(patient).or_default().push((i, j));
                }
            }
        }
        // A weight or a height is of one person.
        let patients: HashSet<&str> = self
            .groups
            .iter()
            .map(|group| group.origin.patient.trim())
            .collect();
        if 1 < patients.len() {
            for id in ["egfr_schwartz", "creatinine_clearance_estimated"] {
                let all = self.recipes.len();
                self.recipes.retain(|recipe| recipe.id != id);
                if self.recipes.len() < all {
                    self.remarks.refused_to_all(id, "more-than-one-patient");
                }
            }
        }
        for results in self.of_patient.values_mut() {
            let time = |at: &At| self.groups[at.0].taken_of(at.1).moment;
            results.sort_by_key(|at| (time(at), *at));
        }
    }

    /// True once [`Collector::close`] was called.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Goes to the next derived value; false if there is none.
    pub fn advance(&mut self) -> bool {
        while self.ready.is_empty() && self.next_group < self.groups.len() {
            let at = self.next_group;
            self.next_group += 1;
            let mut remarks = std::mem::take(&mut self.remarks);
            let derived = self.derive(at, &mut remarks);
            self.remarks = remarks;
            self.ready.extend(derived);
        }
        self.current = self.ready.pop_front();
        self.current.is_some()
    }

    /// How many draws there are from which something may be derived.
    pub(crate) fn draws(&self) -> usize {
        self.groups.len()
    }

    /// Tells everything that these draws give, judged. Gives what is to be said besides.
    pub(crate) fn tell(
        &self,
        draws: Range<usize>,
        mut tell: impl FnMut(&Interpretation<'_>),
    ) -> Remarks {
        let mut remarks = Remarks::default();
        for at in draws {
            for derived in self.derive(at, &mut remarks) {
                tell(&self.judge(&derived).0);
            }
        }
        remarks
    }

    /// What is to be said besides so far.
    pub(crate) fn take_remarks(&mut self) -> Remarks {
        std::mem::take(&mut self.remarks)
    }

    /// Names of the files of inputs.
    pub(crate) fn files(&self) -> &[String] {
        &self.files
    }

    /// The derived value gone to, judged, with the meaning of its words.
    #[must_use]
    pub fn current<'a>(&'a self) -> Option<(Interpretation<'a>, Rc<Resolution<'r>>)> {
        self.current.as_ref().map(|derived| self.judge(derived))
    }

    fn judge<'a>(&'a self, derived: &'a Derived) -> (Interpretation<'a>, Rc<Resolution<'r>>) {
        let group = &self.groups[derived.group];
        let resolution = Rc::new(derived.resolution());
        let judged = derived.judge(self.rules, group, &self.files, &resolution);
        (judged, resolution)
    }

    /// Why values were not derived, counted: by analyte, then by reason.
    #[must_use]
    pub fn refused(&self) -> &BTreeMap<&'static str, BTreeMap<String, u64>> {
        self.remarks.refused()
    }

    /// Reported values that disagree with what would have been derived. Given once.
    pub fn take_notices(&mut self) -> Vec<FileNotice> {
        self.remarks.take_notices(&self.files)
    }

    /// Has what is beside a result kept, for sheets.
    pub fn keep_asides(&mut self) {
        self.remarks.keep_asides();
    }

    /// What was kept.
    #[must_use]
    pub fn asides(&self) -> &[Aside] {
        self.remarks.asides()
    }
}
