//! What a run may set, and whether there is such a thing.

use std::collections::HashSet;

use super::Rules;
use crate::age::Age;
use crate::derive::DeriveOptions;
use crate::interpret::is_of_a_pregnancy;
use crate::person::Sex;

/// What a run may set.
#[derive(Clone, Debug)]
pub struct Options {
    /// Bundled profile of intervals: `us`, `uk`, `anz` or `nordic`.
    pub profile: String,
    /// List of critical limits.
    pub critical_list: String,
    /// Conditions that hold for every result (`fasting`).
    pub conditions: Vec<String>,
    /// Everyone is 18 or older.
    pub adults: bool,
    /// Sex of everyone in the export, where a row does not say.
    pub sex: Option<Sex>,
    /// Age of everyone in the export, where a row does not say.
    pub age: Option<Age>,
    /// Analyzer family whose index numbers and grades stand in the export: `roche`, `abbott`,
    /// `beckman`, `siemens`. Not given: a number without a unit stays unknown.
    pub index_platform: Option<String>,
    /// Derive values too, with these choices.
    pub derive: Option<DeriveOptions>,
    /// Grade by this scheme (`ctcae-v5`).
    pub grade: Option<String>,
    /// Say which results differ from the patient's previous one by more than analysis and biology do.
    pub changes: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            profile: "us".to_string(),
            critical_list: "rcpath-2017".to_string(),
            conditions: Vec::new(),
            adults: false,
            sex: None,
            age: None,
            index_platform: None,
            derive: None,
            grade: None,
            changes: false,
        }
    }
}

impl Rules {
    /// What was said of everybody holds as a condition, too, where an interval needs it. No critical limit is
    /// silenced or added by it: that takes `--condition`. A pregnancy holds as if it were one: nobody who is said to be pregnant
    /// is judged by the intervals and formulas of those who are not.
    pub fn hold<'a>(&mut self, said: impl IntoIterator<Item = &'a String>) {
        let mut said = said.into_iter().peekable();
        if said.peek().is_none() {
            // No analyte needs to be read for that.
            return;
        }
        let bundled = self.catalog.analytes().flat_map(|a| &a.intervals);
        let needed: HashSet<&str> = bundled
            .chain(self.lab.values().flatten())
            .filter_map(|row| row.condition.as_deref())
            .collect();
        let held = said.filter(|said| needed.contains(said.as_str()) || is_of_a_pregnancy(said));
        let held: Vec<String> = held.cloned().collect();
        self.options.conditions.extend(held);
    }

    /// Every condition that some interval or critical limit needs, and every context in which a list
    /// does not call, in order. A pregnancy is one without its trimester, too: the intervals of everybody else do not hold.
    #[must_use]
    pub fn known_conditions(&self) -> Vec<String> {
        let bundled = self.catalog.analytes().flat_map(|a| &a.intervals);
        let mut known: Vec<String> = bundled
            .chain(self.lab.values().flatten())
            .filter_map(|row| row.condition.clone())
            .collect();
        let critical = self.catalog.analytes().flat_map(|a| &a.critical);
        for row in critical.filter(|row| row.list == self.options.critical_list) {
            known.extend(row.condition.clone());
            known.extend(row.unless.as_ref().map(|context| as_condition(context)));
        }
        let is_known = known.iter().any(|known| is_of_a_pregnancy(known));
        known.extend(is_known.then(|| "pregnancy".to_string()));
        known.sort_unstable();
        known.dedup();
        known
    }

    /// A condition of the options that no interval needs: a slip.
    #[must_use]
    pub fn unknown_condition(&self) -> Option<&str> {
        if self.options.conditions.is_empty() {
            return None;
        }
        let known = self.known_conditions();
        self.options
            .conditions
            .iter()
            .map(String::as_str)
            .find(|condition| !known.iter().any(|known| known == condition))
    }

    /// Every list of critical limits, in order.
    #[must_use]
    pub fn critical_lists(&self) -> Vec<&str> {
        let lists = self.catalog.critical_lists().iter();
        lists.map(|list| list.name).collect()
    }

    /// If the list in use has no limit for potassium: the analytes that it covers. Such a list adds to
    /// another one; alone it lets most critical results pass.
    #[must_use]
    pub fn narrow_critical_list(&self) -> Option<Vec<&str>> {
        let mut lists = self.catalog.critical_lists().iter();
        let covered = lists
            .find(|list| list.name == self.options.critical_list)?
            .covers;
        let narrow = covered.len() == 1 || !covered.contains(&"potassium");
        narrow.then(|| covered.to_vec())
    }

    /// What every reader takes for called, and the list in use calls at no age: `potassium high`, `glucose low`. Empty where it
    /// is narrow as a whole.
    #[must_use]
    pub fn uncalled(&self) -> Vec<String> {
        if self.narrow_critical_list().is_some() {
            return Vec::new();
        }
        let list = &self.options.critical_list;
        let mut missing = Vec::new();
        for id in ["potassium", "sodium", "glucose"] {
            let rows = || {
                let analyte = self.catalog.analyte(id);
                let rows = analyte.map_or(&[][..], |analyte| analyte.critical.as_slice());
                rows.iter().filter(|row| row.list == *list)
            };
            for (side, is_called) in [
                ("low", rows().any(|row| row.stated.low.is_some())),
                ("high", rows().any(|row| row.stated.high.is_some())),
            ] {
                if !is_called {
                    missing.push(format!("{id} {side}"));
                }
            }
        }
        missing
    }

    /// If the list of critical limits in the options does not exist: those that do.
    #[must_use]
    pub fn unknown_critical_list(&self) -> Option<Vec<&str>> {
        let lists = self.critical_lists();
        (!lists.contains(&self.options.critical_list.as_str())).then_some(lists)
    }
}

/// Words as a condition is written: folded, with hyphens.
pub(crate) fn as_condition(words: &str) -> String {
    crate::text::fold_words(words).replace([' ', '_'], "-")
}
