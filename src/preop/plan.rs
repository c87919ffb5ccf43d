//! What the user says of the planned surgery.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::policy::schema::SurgeryGrade;
use crate::interpret::is_of_a_pregnancy;
use crate::person::Sex;

/// One patient's surgery. What is not given is not known, and the sheet says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Day of surgery.
    pub date: Option<Date>,
    /// Procedure in words.
    pub procedure: String,
    /// Grade.
    pub grade: Option<SurgeryGrade>,
    /// ASA grade, 1 to 4.
    pub asa: Option<u8>,
    /// Contexts of the patient: `diabetes`, and `no-diabetes` where it was asked and denied.
    pub contexts: BTreeSet<String>,
    /// Said to be pregnant, in a run whose results were judged as those of others: what is said of one patient of many
    /// chooses no interval.
    pub judged_as_not_pregnant: bool,
    /// Sex as the list of surgeries has it. It judges nothing: it is compared with that of the results.
    pub sex: Sex,
    /// Day of birth as the list has it, to be compared as well.
    pub born: Option<Date>,
}

impl Plan {
    /// Is the patient said to be pregnant?
    #[must_use]
    pub fn is_pregnant(&self) -> bool {
        self.contexts.iter().any(|said| is_of_a_pregnancy(said))
    }

    /// What is wrong with its contexts, and what to do: one that is not `known`, or one that is said and
    /// denied. `None` if nothing is.
    #[must_use]
    pub fn contexts_wrong(&self, known: &[&str]) -> Option<(String, String)> {
        for said in &self.contexts {
            let name = said.strip_prefix("no-").unwrap_or(said);
            if !known.contains(&name) {
                return Some((
                    format!("context {said:?} is not one of this policy's"),
                    format!("known are: {}", known.join(", ")),
                ));
            }
            if said == name && self.contexts.contains(&format!("no-{name}")) {
                return Some((
                    format!("context {name:?} is said and denied"),
                    format!("keep {name} or no-{name}; leave both out where it is not known"),
                ));
            }
        }
        None
    }

    /// This plan, with what is not given in it taken from `other`.
    #[must_use]
    pub fn or(mut self, other: &Plan) -> Plan {
        self.date = self.date.or(other.date);
        self.grade = self.grade.or(other.grade);
        self.asa = self.asa.or(other.asa);
        if self.procedure.is_empty() {
            self.procedure.clone_from(&other.procedure);
        }
        // What is said of everybody holds unless the patient's own row says the contrary.
        for context in &other.contexts {
            if !self.contexts.contains(&contrary(context)) {
                self.contexts.insert(context.clone());
            }
        }
        self
    }
}

/// `no-diabetes` of `diabetes`, and the other way round.
fn contrary(context: &str) -> String {
    match context.strip_prefix("no-") {
        Some(name) => name.to_string(),
        None => format!("no-{context}"),
    }
}

/// The plans of a run: one for everybody, and those of single patients.
#[derive(Clone, Debug, Default)]
pub struct Surgeries {
    /// What holds for everybody.
    pub everybody: Plan,
    /// By identifier, in the order of the list.
    pub listed: Vec<(String, Plan)>,
}

impl Surgeries {
    /// The plan of one patient.
    #[must_use]
    pub fn of(&self, id: &str) -> Plan {
        let own = self.listed.iter().find(|(listed, _)| listed == id.trim());
        own.map(|(_, plan)| plan.clone())
            .unwrap_or_default()
            .or(&self.everybody)
    }

    /// The contexts that are said of everybody who gets a sheet.
    #[must_use]
    pub fn said_of_all(&self) -> BTreeSet<String> {
        let mut plans = self.listed.iter().map(|(id, _)| self.of(id).contexts);
        let Some(first) = plans.next() else {
            return self.everybody.contexts.clone();
        };
        plans.fold(first, |all, own| &all & &own)
    }

    /// Where the list says otherwise than what was said of everybody, and so goes before it: what, and how
    /// many patients.
    #[must_use]
    pub fn contradicted(&self) -> Vec<(String, usize)> {
        let all = &self.everybody;
        let count = |differs: &dyn Fn(&Plan) -> bool| {
            self.listed.iter().filter(|(_, own)| differs(own)).count()
        };
        let mut found = vec![
            (
                "--surgery-date".to_string(),
                count(&|own| all.date.is_some() && own.date.is_some() && own.date != all.date),
            ),
            (
                "--procedure".to_string(),
                count(&|own| {
                    ![&all.procedure, &own.procedure].contains(&&String::new())
                        && own.procedure != all.procedure
                }),
            ),
            (
                "--surgery-grade".to_string(),
                count(&|own| all.grade.is_some() && own.grade.is_some() && own.grade != all.grade),
            ),
            (
                "--asa".to_string(),
                count(&|own| all.asa.is_some() && own.asa.is_some() && own.asa != all.asa),
            ),
        ];
        for context in &all.contexts {
            let contrary = contrary(context);
            found.push((
                format!("--context {context}"),
                count(&|own| own.contexts.contains(&contrary)),
            ));
        }
        found.retain(|(_, patients)| 0 < *patients);
        found
    }

    /// True if the patient is on the list, or there is no list.
    #[must_use]
    pub fn includes(&self, id: &str) -> bool {
        self.listed.is_empty() || self.listed.iter().any(|(listed, _)| listed == id.trim())
    }
}
