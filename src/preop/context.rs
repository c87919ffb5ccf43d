//! What is known of the patient besides results: said, denied, or not known.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Critical, Entry};
use super::plan::Plan;
use super::policy::Policy;
use super::policy::schema::{ContextRow, SurgeryGrade};
use super::sheet::Notice;
use crate::age::{Age, AgePoint};
use crate::interpret::is_of_a_pregnancy;
use crate::person::Sex;
use crate::report::shown;

/// Of a result past a critical limit, where a context holds in which the list does not call.
pub(crate) const NOT_CALLED: &str = "past a critical limit, not called in this patient";

/// The contexts of one patient. What is in none of the two is not known.
#[derive(Debug, Default)]
pub(crate) struct Contexts {
    known: BTreeMap<String, bool>,
    /// Those that hold because the user named them, or what means them: not by grade, age or sex alone.
    named: BTreeSet<String>,
}

impl Contexts {
    /// What the plan, the sex and the age on the day of surgery say.
    pub(crate) fn of(policy: &Policy, plan: &Plan, sex: Sex, age: Age) -> Contexts {
        let mut known = BTreeMap::new();
        if let Some(grade) = plan.grade {
            for (name, own) in [
                ("minor", SurgeryGrade::Minor),
                ("intermediate", SurgeryGrade::Intermediate),
                ("major", SurgeryGrade::Major),
            ] {
                known.insert(name.to_string(), own == grade);
            }
        }
        if let Some(asa) = plan.asa {
            for grade in 1..=4 {
                known.insert(format!("asa-{grade}"), grade == asa);
            }
        }
        if sex != Sex::Unknown {
            known.insert("female".to_string(), sex == Sex::Female);
            known.insert("male".to_string(), sex == Sex::Male);
        }
        // What is said of everybody is said of those who can be pregnant.
        let is_his = |said: &str| sex == Sex::Male && is_of_a_pregnancy(said);
        for said in plan.contexts.iter().filter(|said| !is_his(said)) {
            match said.strip_prefix("no-") {
                Some(name) => known.entry(name.to_string()).or_insert(false),
                None => known.entry(said.clone()).or_insert(true),
            };
        }
        let said = plan.contexts.iter();
        let said = said.filter(|said| !said.starts_with("no-") && !is_his(said));
        let mut contexts = Contexts {
            known,
            named: said.cloned().collect(),
        };
        // As often as there are rows: an implied context may imply another.
        for _ in policy.contexts() {
            for row in policy.contexts() {
                contexts.imply(row, age);
            }
        }
        contexts
    }

    fn imply(&mut self, row: &ContextRow, age: Age) {
        let by_name = |other| self.named.contains(other);
        if row.implied_by.iter().any(by_name) && self.is(&row.name) != Some(false) {
            self.named.insert(row.name.clone());
        }
        if self.known.contains_key(&row.name) {
            return;
        }
        let reached = row
            .from_age
            .as_deref()
            .and_then(AgePoint::read)
            .map(|from| age.reached(from));
        let means = row.implied_by.iter().map(|other| self.is(other));
        let all: Vec<Option<bool>> = means.chain(reached).collect();
        if all.contains(&Some(true)) {
            self.known.insert(row.name.clone(), true);
        }
    }

    /// Does it hold? `None` if that is not known.
    pub(crate) fn is(&self, name: &str) -> Option<bool> {
        self.known.get(name).copied()
    }

    /// Does it hold by what the user said of the patient?
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.named.contains(name)
    }

    /// Do all of them hold, and none of `unless`? A context of `unless` that is not known does not
    /// stand in the way.
    pub(crate) fn allow(&self, when: &[String], unless: &[String]) -> Option<bool> {
        Contexts::allow_by(when, unless, |name| self.is(name))
    }

    /// The same, of contexts that hold as `is` says.
    pub(crate) fn allow_by(
        when: &[String],
        unless: &[String],
        is: impl Fn(&str) -> Option<bool>,
    ) -> Option<bool> {
        if unless.iter().any(|name| is(name) == Some(true)) {
            return Some(false);
        }
        let all: Vec<Option<bool>> = when.iter().map(|name| is(name)).collect();
        if all.contains(&Some(false)) {
            Some(false)
        } else if all.contains(&None) {
            None
        } else {
            Some(true)
        }
    }

    /// Does a condition of an interval hold, by what was said? `no-anticoagulant` is one.
    /// What is confidential answers nothing: the answer stands on the open part.
    fn meets(&self, policy: &Policy, condition: &str) -> Option<bool> {
        let name = condition.strip_prefix("no-").unwrap_or(condition);
        let is_secret = |row: &ContextRow| row.confidential && row.name == name;
        if policy.contexts().iter().any(is_secret) {
            return None;
        }
        self.is(name).map(|holds| holds == (name == condition))
    }

    /// Does a context hold in which the critical list does not call?
    fn answers(&self, policy: &Policy, critical: &Critical) -> bool {
        critical.unless.as_ref().is_some_and(|unless| {
            let mut rows = policy.contexts().iter();
            rows.any(|row| row.answers.contains(unless) && self.is(&row.name) == Some(true))
        })
    }

    /// The results, none of which is called, or says that it is, where a context holds in which the list does not call.
    pub(crate) fn uncalled<'e>(
        &self,
        policy: &Policy,
        mut entries: Cow<'e, [Entry]>,
    ) -> Cow<'e, [Entry]> {
        let is_uncalled = |entry: &Entry| {
            let critical = entry.critical.as_ref();
            critical.is_some_and(|critical| self.answers(policy, critical))
        };
        if entries.iter().any(is_uncalled) {
            for entry in entries
                .to_mut()
                .iter_mut()
                .filter(|entry| is_uncalled(entry))
            {
                entry.critical = None;
                for remark in &mut entry.remarks {
                    if let Some(limit) = remark.strip_prefix(shown::CALL_NOW) {
                        *remark = format!("{NOT_CALLED}{limit}");
                    }
                }
            }
        }
        entries
    }

    /// The results, none of which asks for a condition that was stated: what is said of one patient of many
    /// chooses no interval, and the sheet must not ask what it was told.
    pub(crate) fn answered<'e>(
        &self,
        policy: &Policy,
        mut entries: Cow<'e, [Entry]>,
    ) -> Cow<'e, [Entry]> {
        let answer = |entry: &Entry| -> Option<String> {
            let met: Vec<Option<bool>> = entry
                .asks
                .iter()
                .map(|asked| self.meets(policy, asked))
                .collect();
            if let Some(at) = met.iter().position(|met| *met == Some(true)) {
                let asked = &entry.asks[at];
                return Some(format!(
                    "not judged: the interval for {asked} is used where that holds for everybody on the list, or with --condition {asked}"
                ));
            }
            (!met.is_empty() && met.iter().all(|met| *met == Some(false)))
                .then(|| format!("not judged: intervals only for {}", entry.asks.join(" or ")))
        };
        let answers: Vec<Option<String>> = entries.iter().map(answer).collect();
        if answers.iter().any(Option::is_some) {
            for (entry, answer) in entries.to_mut().iter_mut().zip(answers) {
                let question = shown::question(&entry.asks);
                for remark in &mut entry.remarks {
                    if let Some(answer) = answer.as_ref().filter(|_| *remark == question) {
                        remark.clone_from(answer);
                    }
                }
            }
        }
        entries
    }

    /// That a context is denied which another one means that was said: the denial goes before it, and whoever reads the sheet
    /// is told so.
    pub(crate) fn denied_against(&self, policy: &Policy) -> Option<Notice> {
        let said = |row: &&ContextRow| {
            !row.confidential
                && self.is(&row.name) == Some(false)
                && row
                    .implied_by
                    .iter()
                    .any(|other| self.named.contains(other))
        };
        let denied: Vec<String> = (policy.contexts().iter().filter(said))
            .map(|row| {
                let by = row
                    .implied_by
                    .iter()
                    .filter(|other| self.named.contains(*other));
                let by: Vec<&str> = by.map(String::as_str).collect();
                format!("no-{} against {}", row.name, by.join(", "))
            })
            .collect();
        (!denied.is_empty()).then(|| Notice {
            code: "context-denied",
            text: format!(
                "In this policy one context means the other, and it was denied: {}. The denial counts here: make sure of it.",
                denied.join("; ")
            ),
        })
    }

    /// Those of `when` that are not known.
    pub(crate) fn unknown<'n>(&self, when: &'n [String]) -> Vec<&'n str> {
        when.iter()
            .map(String::as_str)
            .filter(|name| self.is(name).is_none())
            .collect()
    }
}
