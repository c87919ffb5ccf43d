//! Collects possible inputs while results are judged, and hands out what was derived from them.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::aside::Aside;
use super::derived::Derived;
use super::group::{At, Group, Stored, Taken, Unfit};
use super::recipe::Recipe;
use super::recipes::recipes;
use super::series::CHILD_RATE;
use super::{DeriveOptions, disagree};
use crate::interpret::{ConditionWords, Rules, collected, shares_serum_evidence};
use crate::interpretation::Interpretation;
use crate::notice::FileNotice;
use crate::reference::Analyte;
use crate::resolve::Resolution;
use crate::value::Value;
use notices::{NO_INPUT, TOLD};

mod notices;

/// Collects inputs and derives.
#[derive(Debug)]
pub struct Collector<'r> {
    pub(super) rules: &'r Rules,
    pub(super) options: DeriveOptions,
    pub(super) recipes: Vec<Recipe>,
    wanted: HashMap<&'static str, &'static Analyte>,
    pub(super) files: Vec<String>,
    pub(super) groups: Vec<Group>,
    index: HashMap<Box<str>, usize>,
    /// By patient: results that inputs of another tube and series may need, in time.
    pub(super) of_patient: HashMap<Box<str>, Vec<At>>,
    closed: bool,
    next_group: usize,
    ready: VecDeque<Derived>,
    current: Option<Derived>,
    pub(super) refused: BTreeMap<&'static str, BTreeMap<String, u64>>,
    pub(super) disagreements: disagree::Disagreements,
    pub(super) asides: Option<Vec<Aside>>,
    key: String,
}

/// Inputs that may come from another tube, and those of a series.
const OF_PATIENT: &[&str] = &["platelets", "inr", "creatinine"];

impl<'r> Collector<'r> {
    /// An empty collector.
    #[must_use]
    pub fn new(rules: &'r Rules, options: DeriveOptions) -> Collector<'r> {
        let recipes = recipes(&options);
        let catalog = rules.catalog();
        let ids = recipes.iter().flat_map(|recipe| {
            recipe
                .inputs
                .iter()
                .map(|input| input.id)
                .chain([recipe.id])
        });
        // Of a child, even where no height makes it a recipe.
        let ids = ids.chain([CHILD_RATE]);
        let wanted = ids
            .filter_map(|id| Some((id, catalog.analyte(id)?)))
            .collect();
        Collector {
            rules,
            options,
            recipes,
            wanted,
            files: Vec::new(),
            groups: Vec::new(),
            index: HashMap::new(),
            of_patient: HashMap::new(),
            closed: false,
            next_group: 0,
            ready: VecDeque::new(),
            current: None,
            refused: BTreeMap::new(),
            disagreements: disagree::Disagreements::default(),
            asides: None,
            key: String::new(),
        }
    }

    /// Shows a judged result. `sample` is the key of its sample, if it has one.
    pub fn see(&mut self, result: &Interpretation<'_>, sample: Option<&str>) {
        let Some(analyte) = result
            .analyte
            .and_then(|analyte| self.wanted.get(analyte.id.as_str()).copied())
        else {
            return;
        };
        let fits = shares_serum_evidence(result.specimen) || result.specimen == analyte.specimen;
        if !fits {
            return;
        }
        let is_number = matches!(result.reading.value, Value::Number(_) | Value::Censored(..));
        let canonical = result
            .canonical
            .as_ref()
            .filter(|_| is_number && !NO_INPUT.iter().any(|code| result.notices.has(*code)));
        let Some(canonical) = canonical else {
            // Said only of a sample that has something to derive from.
            if let (Some(why), Some(sample)) =
                (Unfit::reason(|code| result.notices.has(code)), sample)
            {
                let group = self.group(result, Some(sample));
                let analyte = analyte.id.as_str();
                self.groups[group].unfit.push(Unfit { analyte, why });
            }
            return;
        };
        let row = &result.observation;
        let file = self.file(row.file);
        let group = self.group(result, sample);
        let day = collected(row);
        let taken = (*self.groups[group].taken.collected != *day).then(|| Box::new(Taken::of(row)));
        let scale = match result.reading.value {
            Value::Number(number) | Value::Censored(_, number) => number.scale(),
            _ => return,
        };
        // Canonical per reported: the factor of a last digit.
        let reported = match result.reading.value {
            Value::Number(number) | Value::Censored(_, number) => crate::value::to_f64(number),
            _ => return,
        };
        let factor = if reported == 0.0 {
            1.0
        } else {
            (canonical.value / reported).abs()
        };
        let stated = self.rules.condition_words.stated(row.condition);
        let run = &self.rules.options().conditions;
        let says_no = [Some(stated.as_str()), result.condition]
            .into_iter()
            .flatten()
            .any(ConditionWords::is_not_fasting);
        let says_so = ConditionWords::is_fasting(&stated) || run.iter().any(|c| c == "fasting");
        let fasting = match (says_no, says_so) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        };
        let stored = Stored {
            analyte,
            comparator: canonical.comparator,
            value: canonical.value,
            text: canonical.text.clone(),
            half_digit: 0.5 * 10_f64.powi(-(scale.min(18) as i32)) * factor,
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
            file,
            line: row.line,
            specimen: result.specimen,
            person: result.person,
            fasting,
            is_pregnant: self.rules.is_pregnant(row),
            taken,
        };
        self.groups[group].results.push(stored);
    }

    fn file(&mut self, name: &str) -> usize {
        if self.files.last().is_none_or(|last| last != name) {
            self.files.push(name.to_string());
        }
        self.files.len() - 1
    }

    fn group(&mut self, result: &Interpretation<'_>, sample: Option<&str>) -> usize {
        use std::fmt::Write as _;
        let row = &result.observation;
        let (patient, day) = (row.patient.trim(), collected(row));
        self.key.clear();
        // Writing to memory does not fail.
        let _ = match sample {
            Some(sample) => write!(self.key, "{sample}"),
            None if !patient.is_empty() && !day.is_empty() => {
                write!(self.key, "\u{1c}{patient}\u{1f}{day}")
            }
            // A row that stands alone.
            None => write!(
                self.key,
                "\u{1d}{}\u{1f}{}\u{1f}{}",
                row.file, row.line, row.column
            ),
        };
        if let Some(at) = self.index.get(self.key.as_str()) {
            return *at;
        }
        let at = self.groups.len();
        self.index.insert(self.key.as_str().into(), at);
        self.groups.push(Group {
            patient: row.patient.into(),
            sample: row.sample.into(),
            taken: Taken::of(row),
            is_sample: sample.is_some(),
            results: Vec::new(),
            unfit: Vec::new(),
        });
        at
    }

    /// Everything is seen: forgets what only collecting needs, and orders the rest in time.
    pub fn close(&mut self) {
        self.closed = true;
        self.index = HashMap::new();
        for (i, group) in self.groups.iter().enumerate() {
            if group.patient.trim().is_empty() {
                continue;
            }
            for (j, result) in group.results.iter().enumerate() {
                let is_dated = group.taken_of(j).moment.is_some();
                if is_dated && OF_PATIENT.contains(&result.analyte.id.as_str()) {
                    let patient = group.patient.trim().into();
                    self.of_patient.entry(patient).or_default().push((i, j));
                }
            }
        }
        // A weight or a height is of one person.
        let patients: HashSet<&str> = self
            .groups
            .iter()
            .map(|group| group.patient.trim())
            .collect();
        if 1 < patients.len() {
            for id in ["egfr_schwartz", "creatinine_clearance_estimated"] {
                let all = self.recipes.len();
                self.recipes.retain(|recipe| recipe.id != id);
                if self.recipes.len() < all {
                    let why = "more-than-one-patient".to_string();
                    self.refused.entry(id).or_default().insert(why, 1);
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
            let derived = self.derive(at);
            self.ready.extend(derived);
        }
        self.current = self.ready.pop_front();
        self.current.is_some()
    }

    /// The derived value gone to, judged, with the meaning of its words.
    #[must_use]
    pub fn current<'a>(&'a self) -> Option<(Interpretation<'a>, Rc<Resolution<'r>>)> {
        let derived = self.current.as_ref()?;
        let group = &self.groups[derived.group];
        let resolution = Rc::new(derived.resolution());
        Some((
            derived.judge(self.rules, group, &self.files, &resolution),
            resolution,
        ))
    }

    /// Why values were not derived, counted: by analyte, then by reason.
    #[must_use]
    pub fn refused(&self) -> &BTreeMap<&'static str, BTreeMap<String, u64>> {
        &self.refused
    }

    /// Reported values that disagree with what would have been derived. Given once.
    pub fn take_notices(&mut self) -> Vec<FileNotice> {
        std::mem::take(&mut self.disagreements).notices(&self.files)
    }
}
