//! The condition that a row's own cell states, as the reference data writes it.

use serde::Deserialize;

use super::person_of;
use crate::age::AgePoint;
use crate::error::{Error, Result};
use crate::observation::Observation;
use crate::person::{Person, Sex};
use crate::rules::Rules;
use crate::text::fold_words;
use told::Told;

mod remarked;
#[cfg(test)]
mod tests;
mod told;

/// The condition of the intervals.
const PREGNANCY: &str = "pregnancy";

/// A pregnancy of which nobody knows whether there is one. No interval is for it.
const UNREAD: &str = "pregnancy-unread";

/// Words for conditions, folded: `reference_ranges/results/conditions.toml` says what each list is for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionWords {
    pregnancy: Vec<String>,
    antenatal: Vec<String>,
    antenatal_words: Vec<String>,
    antenatal_cells: Vec<String>,
    past: Vec<String>,
    stated_as_in_data: Vec<String>,
    not_pregnant: Vec<String>,
    trimester: String,
    trimesters: Vec<Vec<String>>,
    remarked: Vec<String>,
    remarked_nouns: Vec<String>,
    remarked_weeks: Vec<String>,
    weeks: Vec<String>,
    beside_remark: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    unsaid: Vec<String>,
    beside_past: Vec<String>,
    weeks_from: u32,
    weeks_below: u32,
    child_below: String,
}

impl ConditionWords {
    /// The bundled words.
    ///
    /// # Errors
    /// If the bundled file is wrong; a test reads it.
    pub(crate) fn bundled() -> Result<ConditionWords> {
        bundled!("results/conditions").map_err(|error: serde_json::Error| {
            Error::new("conditions.toml", error.to_string(), "correct the file")
        })
    }

    /// The condition that a row states: in its own cell, and a pregnancy under a header of its own, or in its comment, where the
    /// whole of a sentence says no more than that. A pregnancy is weightier than any other condition: nobody is judged as if she
    /// were not. What is said of a man or of a small child is said of somebody else.
    pub(crate) fn of_row(&self, row: &Observation<'_>) -> String {
        let stated = self.stated(row.condition);
        let told = self.told(row.pregnancy);
        let is_remarked = || !stated.contains("pregnan") && self.is_remarked(row.comment);
        let meant = match told {
            // The other cell may say the trimester.
            Told::Yes(PREGNANCY) | Told::Unread if speaks_of_pregnancy(&stated) => &stated,
            Told::Yes(pregnancy) => pregnancy,
            Told::Unread => UNREAD,
            Told::No if is_remarked() => PREGNANCY,
            Told::No => &stated,
        };
        if !speaks_of_pregnancy(meant) {
            return stated;
        }
        match (self.is_somebody_elses(row), speaks_of_pregnancy(&stated)) {
            (false, _) => meant.to_string(),
            (true, false) => stated,
            (true, true) => String::new(),
        }
    }

    /// True for a row that speaks of a pregnancy, whoever it is of.
    pub(crate) fn may_be_pregnancy(&self, row: &Observation<'_>) -> bool {
        !row.pregnancy.is_empty()
            || speaks_of_pregnancy(&self.stated(row.condition))
            || self.is_remarked(row.comment)
    }

    /// True for a row with a word under a header of pregnancy that is not understood, and that somebody may be pregnant by.
    pub(crate) fn is_unread(&self, row: &Observation<'_>) -> bool {
        !row.pregnancy.is_empty() && self.of_row(row) == UNREAD
    }

    /// True of a man, and of a child so young that the pregnancy is the one in which it was born.
    fn is_somebody_elses(&self, row: &Observation<'_>) -> bool {
        !self.may_be_pregnant(person_of(row).person)
    }

    /// False of a man, and of a small child.
    pub(super) fn may_be_pregnant(&self, person: Person) -> bool {
        let child_below = self.child_below();
        person.sex != Sex::Male
            && child_below.is_none_or(|age| person.age.reached(age) != Some(false))
    }

    /// The age up to which a pregnancy is not the patient's own.
    pub(crate) fn child_below(&self) -> Option<AgePoint> {
        AgePoint::read(&self.child_below)
    }

    /// True for a condition by which the patient had eaten nothing. The one yes-or-no column that exports have is "fasting".
    pub(crate) fn is_fasting(stated: &str) -> bool {
        matches!(stated, "fasting" | "fasted" | "y" | "yes" | "true" | "1")
    }

    /// True for a condition by which the patient had eaten, or may have.
    pub(crate) fn is_not_fasting(stated: &str) -> bool {
        matches!(
            stated,
            "random"
                | "non-fasting"
                | "nonfasting"
                | "not-fasting"
                | "not-fasted"
                | "non-fasted"
                | "unfasted"
                | "fed"
                | "postprandial"
                | "n"
                | "no"
                | "false"
                | "0"
        )
    }

    /// The condition in a cell.
    pub(crate) fn stated(&self, cell: &str) -> String {
        if cell.is_empty() {
            return String::new();
        }
        let condition = fold_words(cell).replace([' ', '_'], "-");
        let pregnancy = self.pregnancy(&condition);
        pregnancy.map_or(condition, str::to_string)
    }

    /// The condition of pregnancy that is meant, where it is stated in other words than those of the intervals.
    /// Nobody who is said to be pregnant is judged as if she were not.
    fn pregnancy(&self, condition: &str) -> Option<&'static str> {
        let words = || condition.split(|c: char| !c.is_alphanumeric());
        let has = |list: &[String]| words().any(|word| list.iter().any(|known| known == word));
        let begins = |stem: &String| words().any(|word| word.starts_with(stem.as_str()));
        if !self.pregnancy.iter().any(begins) {
            let is_now = condition.split('-').any(is_of_weeks)
                || self.antenatal_cells.iter().any(|cell| cell == condition);
            let told = || {
                self.antenatal.iter().any(begins)
                    || has(&self.antenatal_words)
                    || condition.split('-').any(is_of_births)
            };
            return (is_now || (told() && !has(&self.past))).then_some("pregnancy");
        }
        if has(&self.not_pregnant) {
            return Some("nonpregnant");
        }
        if has(&self.stated_as_in_data) {
            return None;
        }
        if !condition.contains(&self.trimester) {
            return Some("pregnancy");
        }
        let all = ["pregnancy-t1", "pregnancy-t2", "pregnancy-t3"];
        let mut meant = all
            .iter()
            .zip(&self.trimesters)
            .filter(|(_, signs)| has(signs));
        match (meant.next(), meant.next()) {
            (Some((meant, _)), None) => Some(meant),
            _ => Some("pregnancy"),
        }
    }
}

/// True of a condition that holds in a pregnancy.
pub(super) fn speaks_of_pregnancy(condition: &str) -> bool {
    condition.contains("pregnan") && !condition.contains("nonpregnan")
}

/// True of what is said of a patient before surgery, "pregnancy", and not of what is denied, "no-pregnancy".
pub(crate) fn is_of_a_pregnancy(said: &str) -> bool {
    speaks_of_pregnancy(said) && !said.starts_with("no-")
}

impl Rules {
    /// Does the run say of everybody that she is pregnant?
    #[must_use]
    pub fn holds_pregnancy(&self) -> bool {
        let conditions = &self.options().conditions;
        conditions.iter().any(|known| speaks_of_pregnancy(known))
    }

    /// Does a row itself say of its patient that she is pregnant?
    #[must_use]
    pub fn tells_pregnancy(&self, row: &Observation<'_>) -> bool {
        let stated = self.condition_words.of_row(row);
        stated != UNREAD && speaks_of_pregnancy(&stated)
    }

    /// True of a row of somebody who is pregnant, as the row or the run says: the run says it of those who can be.
    pub(crate) fn is_pregnant(&self, row: &Observation<'_>, person: Person) -> bool {
        (self.holds_pregnancy() && self.condition_words.may_be_pregnant(person))
            || speaks_of_pregnancy(&self.condition_words.of_row(row))
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(['(', ')', ',', '.', ';', ':', '?'])
}

/// A number of one digit or two.
fn is_count(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `34/40`, `34+2/40`: weeks of forty.
fn is_of_weeks(word: &str) -> bool {
    let weeks = bare(word).strip_suffix("/40");
    weeks.is_some_and(|weeks| is_count(weeks) || is_weeks_and_days(weeks))
}

/// `34+2`
fn is_weeks_and_days(word: &str) -> bool {
    let parts = word.split_once('+');
    parts.is_some_and(|(weeks, days)| is_count(weeks) && is_count(days))
}

/// `G2P1`, `G2P1+0`: how often she was pregnant and gave birth. As many births as pregnancies: none is under way.
fn is_of_births(word: &str) -> bool {
    let parts = bare(word)
        .strip_prefix('g')
        .and_then(|rest| rest.split_once('p'));
    parts.is_some_and(|(pregnancies, births)| {
        let births = births.split_once('+').map_or(births, |(births, _)| births);
        let counts = is_count(pregnancies) && is_count(births);
        counts && births.parse::<u32>().ok() < pregnancies.parse::<u32>().ok()
    })
}
