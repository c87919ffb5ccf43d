//! From one patient's results to the sheet.

use jiff::civil::Date;

use super::context::Contexts;
use super::course::{self, Course};
use super::entry::Entry;
use super::gather::Patient;
use super::indicated::{self, Cell};
use super::plan::Plan;
use super::policy::Policy;
use super::sheet::{Identity, Item, Notice, Section, Sheet, State, Surgery};
use super::{item, limits, needed, results, samples, verdict};
use crate::age::Age;
use crate::notice::Code;
use crate::person::{ADULT, Sex};
use crate::reference::Catalog;
use crate::report::shown;
use crate::units::spelling::UnitTable;

/// Everything that the sections of one sheet are worked out from.
pub(crate) struct Case<'c> {
    pub(crate) policy: &'c Policy,
    pub(crate) plan: &'c Plan,
    pub(crate) catalog: &'static Catalog,
    pub(crate) units: &'static UnitTable,
    pub(crate) contexts: Contexts,
    pub(crate) courses: Vec<Course<'c>>,
    pub(crate) cells: Vec<Cell<'c>>,
}

impl<'c> Case<'c> {
    /// The course of one analyte.
    pub(crate) fn course(&self, analyte: &str) -> Option<&Course<'c>> {
        self.courses
            .iter()
            .find(|course| course.analyte.id == analyte)
    }

    /// True if the guideline asks for the analyte.
    pub(crate) fn is_wanted(&self, analyte: &str) -> bool {
        self.cells
            .iter()
            .any(|cell| cell.is_wanted() && cell.group.names(analyte))
    }

    /// True if the policy has a limit for it that may hold for this patient.
    pub(crate) fn is_limited(&self, analyte: &str) -> bool {
        self.policy
            .limits_of(analyte)
            .any(|limit| self.contexts.allow(&limit.row.when, &limit.row.unless) != Some(false))
    }

    /// The name of an analyte as printed.
    pub(crate) fn name(&self, id: &str) -> String {
        self.catalog
            .analyte(id)
            .map_or_else(|| id.to_string(), |analyte| analyte.name.clone())
    }

    /// Days from collection to surgery.
    pub(crate) fn age_days(&self, entry: &Entry) -> Option<i64> {
        Some(days(entry.day()?, self.plan.date?))
    }
}

/// Days from one date to another; negative if it is earlier.
pub(crate) fn days(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// One patient's sheet. `today` counts the days to surgery.
#[must_use]
pub fn sheet(
    policy: &Policy,
    plan: &Plan,
    patient: &Patient,
    today: Date,
    catalog: &'static Catalog,
) -> Sheet {
    let who = Who::of(patient, plan.date);
    let mut sheet = Sheet {
        patient: Identity {
            id: patient.id.clone(),
            sex: who.sex.as_str(),
            birth: who.birth.clone(),
            age: shown::age(who.age).unwrap_or_default(),
        },
        surgery: surgery(policy, plan, today),
        ..Sheet::default()
    };
    let case = Case {
        contexts: Contexts::of(policy, plan, who.sex, who.age),
        courses: course::courses(&patient.entries, plan.date),
        cells: Vec::new(),
        policy,
        plan,
        catalog,
        units: catalog.units(),
    };
    let case = Case {
        cells: indicated::cells(policy, plan, &case.contexts),
        ..case
    };
    who.notices(patient, plan.date, &mut sheet.notices);
    let too_young = who.age.reached(policy.from_age()) == Some(false);
    if too_young {
        sheet.items.push(refused(policy, &sheet.patient.age));
        limits::critical_only(&case, &mut sheet);
    } else {
        if who.age.reached(policy.from_age()).is_none() {
            sheet.items.push(item::not_stated(
                "Age",
                format!(
                    "The policy is for people of {} and over: give the date of birth, the age, or --adults.",
                    policy.head().from_age
                ),
            ));
        }
        needed::not_stated(plan, &mut sheet);
        limits::hold(&case, &mut sheet);
        samples::recollect(&case, &mut sheet);
        needed::ask_for(&case, &mut sheet);
    }
    results::all(&case, patient, &mut sheet);
    results::trends(&case, &mut sheet);
    if patient.rows() == 0 {
        sheet.items.push(item::not_stated(
            "Results",
            "No result of this patient is in the file.".to_string(),
        ));
    }
    verdict::conclude(policy, &mut sheet, patient.rows());
    sheet
}

fn surgery(policy: &Policy, plan: &Plan, today: Date) -> Surgery {
    let open = |name: &str| {
        let row = policy.contexts().iter().find(|row| row.name == name);
        !row.is_some_and(|row| row.confidential)
    };
    let (mut contexts, mut denied) = (Vec::new(), Vec::new());
    for said in &plan.contexts {
        match said.strip_prefix("no-") {
            Some(name) if open(name) => denied.push(name.to_string()),
            None if open(said) => contexts.push(said.clone()),
            _ => {}
        }
    }
    Surgery {
        date: plan.date.map(|date| date.to_string()).unwrap_or_default(),
        days_to: plan.date.map(|date| days(today, date)),
        procedure: plan.procedure.clone(),
        grade: plan.grade,
        asa: plan.asa,
        contexts,
        denied,
    }
}

fn refused(policy: &Policy, age: &str) -> Item {
    Item {
        state: State::Refused,
        ..item::not_stated(
            "Adult policy",
            format!(
                "This policy is for people of {} and over; this patient is {age} on the day of surgery. \
                 It is not applied: limits differ in children. Use a pediatric policy.",
                policy.head().from_age
            ),
        )
    }
}

/// Who the rows say the patient is.
struct Who {
    sex: Sex,
    sexes_differ: bool,
    birth: String,
    births_differ: bool,
    /// On the day of surgery; at the newest result where no day is given.
    age: Age,
}

impl Who {
    fn of(patient: &Patient, surgery: Option<Date>) -> Who {
        let mut who = Who {
            sex: Sex::Unknown,
            sexes_differ: false,
            birth: String::new(),
            births_differ: false,
            age: Age::Unknown,
        };
        let mut born: Option<Date> = None;
        for entry in patient.entries.iter().filter(|entry| !entry.derived) {
            let sex = entry.person.sex;
            if sex != Sex::Unknown {
                who.sexes_differ |= who.sex != Sex::Unknown && who.sex != sex;
                who.sex = sex;
            }
            if !entry.birth.is_empty() {
                who.births_differ |= match (born, entry.born) {
                    (Some(known), Some(own)) => known != own,
                    _ => !who.birth.is_empty() && born.is_none() && who.birth != entry.birth,
                };
                if who.birth.is_empty() {
                    who.birth.clone_from(&entry.birth);
                }
                born = born.or(entry.born);
            }
        }
        if who.sexes_differ {
            who.sex = Sex::Unknown;
        }
        let newest = patient
            .entries
            .iter()
            .filter(|entry| entry.person.age != Age::Unknown)
            .max_by_key(|entry| entry.moment);
        if let (Some(entry), false) = (newest, who.births_differ) {
            who.age = at_surgery(entry, born, surgery);
        }
        who
    }

    /// What is wrong with the patient's data. A code of the table of notices does not fit: these are
    /// about a sheet, not a row.
    fn notices(&self, patient: &Patient, surgery: Option<Date>, notices: &mut Vec<Notice>) {
        let mut say = |code, text: String| notices.push(Notice { code, text });
        if self.sexes_differ || self.births_differ {
            let what = match (self.sexes_differ, self.births_differ) {
                (true, true) => "different sexes and dates of birth",
                (true, false) => "different sexes",
                _ => "different dates of birth",
            };
            let text = format!(
                "The file gives {what} under this identifier: perhaps two patients. Find out before anything else."
            );
            say("two-patients-possible", text);
        }
        if patient.id.is_empty() {
            say(
                "patient-not-stated",
                "The file does not name the patient: the rows may be of several people. Write two identifiers by hand.".to_string(),
            );
        }
        let before_birth = patient.entries.iter().filter(
            |entry| matches!((entry.born, entry.day()), (Some(born), Some(day)) if day < born),
        );
        match before_birth.count() {
            0 => {}
            count => say(
                "collected-before-birth",
                format!(
                    "{} collected before the date of birth: one of the dates is wrong.",
                    counted(count, "result was", "results were")
                ),
            ),
        }
        let after = patient
            .entries
            .iter()
            .filter(|entry| !entry.derived && course::is_after(entry, surgery))
            .count();
        if 0 < after {
            say(
                "collected-after-surgery",
                format!(
                    "{} dated after the day of surgery: listed, and not held against the policy. Check the dates.",
                    counted(after, "result is", "results are")
                ),
            );
        }
        let unread = patient
            .entries
            .iter()
            .filter(|entry| entry.not_judged.is_some() && !entry.is_set_aside())
            .filter(|entry| {
                [
                    Code::AnalyteUnknown,
                    Code::AnalyteAmbiguous,
                    Code::LoincDisagrees,
                ]
                .into_iter()
                .any(|code| entry.has(code))
            })
            .count();
        if 0 < unread {
            let rows = counted(unread, "row names a test", "rows name tests");
            say(
                "analyte-unknown",
                format!("{rows} that this program does not know: read them in section G."),
            );
        }
    }
}

/// `1 result is`, `2 results are`.
fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// The age on the day of surgery, as closely as it is known.
fn at_surgery(entry: &Entry, born: Option<Date>, surgery: Option<Date>) -> Age {
    match (entry.person.age, born, surgery) {
        (_, Some(born), Some(day)) if born <= day => Age::between(born, day),
        (Age::Dates { born, .. }, _, Some(day)) => Age::between(born, day),
        (Age::Stated { from, below }, _, Some(day)) => {
            // A stated age grows by the days from collection, where they are known.
            let later = entry.day().map_or(0.0, |at| days(at, day).max(0) as f64);
            let adult = entry.has(Code::AdultAssumed);
            Age::Stated {
                from: if adult { ADULT.days() } else { from + later },
                below: below + later,
            }
        }
        (age, ..) => age,
    }
}

/// Puts the items into the order of the sheet: by section, within it the gravest, then by group.
pub(crate) fn order(policy: &Policy, sheet: &mut Sheet) {
    let rank = |item: &Item| match (item.section, item.state) {
        (Section::F, State::Note) => 1,
        (Section::D, State::NotStated | State::Refused) => 0,
        (Section::D, _) => 1,
        _ => 0,
    };
    sheet.items.sort_by_key(|item| {
        (
            item.section,
            rank(item),
            results::rank_of_group(policy, &item.group),
        )
    });
}
