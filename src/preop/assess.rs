//! From one patient's results to the sheet.

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::civil::Date;

use super::asides;
use super::context::Contexts;
use super::course::{self, Course};
use super::entry::Entry;
use super::gather::Patient;
use super::indicated::{self, Cell};
use super::plan::Plan;
use super::policy::schema::Recommendation;
use super::policy::{Limit, Policy, Taken, With};
use super::sheet::{Item, Notice, Question, Section, Sheet, State, Surgery};
use super::who::{self, Who, days};
use super::{
    apart, item, laboratory, limits, needed, replaced, results, samples, times, verdict, window,
};
use crate::reference::Catalog;
use crate::units::spelling::UnitTable;

/// A limit, a condition of it on another analyte, and whether the result that it is asked for is undated.
type PartnerOf = (*const Limit, *const With, bool);

/// Everything that the sections of one sheet are worked out from.
pub(crate) struct Case<'c> {
    pub(crate) policy: &'c Policy,
    pub(crate) plan: &'c Plan,
    pub(crate) catalog: &'static Catalog,
    pub(crate) units: &'static UnitTable,
    pub(crate) contexts: Contexts,
    pub(crate) courses: Vec<Course<'c>>,
    pub(crate) cells: Vec<Cell<'c>>,
    pub(crate) today: Date,
    /// The patient is younger than the policy is for: held are the critical list, and what the laboratory itself calls.
    pub(crate) is_refused: bool,
    /// Whether the condition of a limit on another analyte holds, for results with a time or without: found out once.
    pub(crate) partners: RefCell<HashMap<PartnerOf, Option<bool>>>,
}

impl<'c> Case<'c> {
    /// The course of one analyte.
    pub(crate) fn course(&self, analyte: &str) -> Option<&Course<'c>> {
        course::find(&self.courses, analyte)
    }

    /// True if the guideline asks for the analyte.
    pub(crate) fn is_wanted(&self, analyte: &str) -> bool {
        let mut cells = self.cells.iter();
        !self.is_refused && cells.any(|cell| cell.is_wanted() && cell.group.names(analyte))
    }

    /// True if the policy has a limit for it that may hold for this patient.
    pub(crate) fn is_limited(&self, analyte: &str) -> bool {
        let mut limits = self.policy.limits_of(analyte);
        !self.is_refused
            && limits
                .any(|limit| self.contexts.allow(&limit.row.when, &limit.row.unless) != Some(false))
    }

    /// True if the analyte's window binds a result that is in the file: the guideline asks for the test, or
    /// leaves it to a question that no old result may answer, or a context that the user named has a window
    /// of its own for it.
    pub(crate) fn is_bound(&self, analyte: &str) -> bool {
        let is_asked = |cell: &Cell<'_>| {
            cell.group.names(analyte)
                && cell.holds != Some(false)
                && cell
                    .row
                    .is_some_and(|row| row.recommendation == Recommendation::Ask)
        };
        self.is_wanted(analyte)
            || window::of_named(self.policy, &self.contexts, analyte).is_some()
            || self.cells.iter().any(is_asked)
    }

    /// Do the contexts of a limit hold for a result? What the result's own time tells needs no answer.
    pub(crate) fn allows(&self, limit: &Limit, entry: &Entry) -> Option<bool> {
        let row = &limit.row;
        Contexts::allow_by(&row.when, &row.unless, |name| self.holds(name, entry))
    }

    /// Does a context hold for a result? `None` if that is not known.
    pub(crate) fn holds(&self, context: &str, entry: &Entry) -> Option<bool> {
        self.contexts.is(context).or_else(|| {
            let mut rows = self.policy.contexts().iter();
            let row = rows.find(|row| row.name == context)?;
            let taken = Taken::read(row.taken.as_deref()?)?;
            taken.holds(entry.moment, self.plan.date)
        })
    }

    /// The name of an analyte as printed.
    pub(crate) fn name(&self, id: &str) -> String {
        self.catalog
            .analyte(id)
            .map_or_else(|| id.to_string(), |analyte| analyte.name.clone())
    }

    /// True if a result belongs on the confidential part.
    pub(crate) fn is_apart(&self, entry: &Entry) -> bool {
        match entry.analyte {
            Some(analyte) => self.policy.is_confidential(&analyte.id),
            None => self.policy.is_confidential_name(&entry.name),
        }
    }

    /// Days from collection to surgery.
    pub(crate) fn age_days(&self, entry: &Entry) -> Option<i64> {
        Some(days(entry.day()?, self.plan.date?))
    }
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
        patient: who.identity(patient),
        surgery: surgery(policy, plan, today),
        ..Sheet::default()
    };
    let contexts = Contexts::of(policy, plan, who.sex, who.age);
    let entries = contexts.answered(policy, replaced::in_doubt(patient.dated_until(today)));
    let entries = contexts.uncalled(policy, entries);
    let entries = asides::told(policy, catalog, entries);
    let case = Case {
        contexts,
        courses: course::courses(&entries),
        cells: Vec::new(),
        partners: RefCell::default(),
        is_refused: who.age.reached(policy.from_age()) == Some(false),
        today,
        policy,
        plan,
        catalog,
        units: catalog.units(),
    };
    let case = Case {
        cells: indicated::cells(policy, plan, &case.contexts),
        ..case
    };
    who.notices(patient, plan, today, &mut sheet.notices);
    sheet.notices.extend(not_in_force(policy, plan, today));
    sheet.notices.extend(case.contexts.denied_against(policy));
    judged_as_another(plan, &mut sheet);
    apart::told_in_file(plan, patient, &mut sheet);
    sheet
        .notices
        .extend(who::unknown_tests(patient, "in section G"));
    let unread = patient.unread.iter();
    sheet.notices.extend(unread.map(|(code, said)| Notice {
        code: code.as_str(),
        text: format!("Not all of the export was read. {said}."),
    }));
    if case.is_refused {
        sheet.items.push(refused(policy, &sheet.patient.age));
        limits::critical_only(&case, &mut sheet);
        samples::recollect(&case, &mut sheet);
        laboratory::says_without_policy(&case, &entries, &mut sheet);
    } else {
        if who.age.reached(policy.from_age()).is_none() {
            sheet.items.push(item::not_stated(
                "Age",
                format!(
                    "The policy is for people of {} and over{}: give the date of birth, the age, or --adults.",
                    policy.head().from_age,
                    match sheet.patient.age.as_str() {
                        "" => String::new(),
                        age => format!("; this patient is {age} on the day of surgery"),
                    }
                ),
            ));
        }
        needed::not_stated(plan, &mut sheet);
        limits::hold(&case, &mut sheet);
        samples::recollect(&case, &mut sheet);
        needed::ask_for(&case, &mut sheet);
        laboratory::says(&case, &entries, &mut sheet);
    }
    samples::notices(&case, &mut sheet);
    times::notices(&case, &mut sheet);
    asides::notices(&case, &mut sheet);
    results::all(&case, &entries, &mut sheet);
    results::trends(&case, &mut sheet);
    withhold(policy, &mut sheet);
    if patient.rows() == 0 || patient.is_set_aside() {
        sheet.items.push(item::not_stated(
            "Results",
            "No result of this patient is in the file.".to_string(),
        ));
    }
    verdict::conclude(policy, &mut sheet, patient.rows());
    sheet
}

/// That the policy is not in force yet, neither today nor on the day of surgery.
fn not_in_force(policy: &Policy, plan: &Plan, today: Date) -> Option<Notice> {
    let from: Date = policy.head().effective.parse().ok()?;
    let last = plan.date.map_or(today, |surgery| surgery.max(today));
    (last < from).then(|| Notice {
        code: "policy-not-in-force",
        text: format!("This policy is in force from {from} on: until then another one holds."),
    })
}

/// That intervals and formulas are those of somebody else. Why is for the confidential part alone.
fn judged_as_another(plan: &Plan, sheet: &mut Sheet) {
    if !plan.judged_as_not_pregnant {
        return;
    }
    sheet.ask_in_confidence(
        "judged-as-another",
        "The intervals and formulas of this sheet may not hold for this patient: the confidential part says why. No [N] of section G may be taken for normal.",
        "All results were judged as of no pregnancy, for it is said of some patients of the list alone: read them as those of a pregnant woman, or make this sheet by itself, with --context pregnancy. Done?",
    );
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

/// A comment of the laboratory that tells what belongs on the confidential part is moved there, away from
/// the result on which it stands.
fn withhold(policy: &Policy, sheet: &mut Sheet) {
    const MOVED: &str = "see the confidential part";
    let mut moved: Vec<String> = Vec::new();
    let mut tell = |name: &str, comment: &str| {
        let text = format!("Laboratory's comment on {name}: {comment}");
        if !moved.contains(&text) {
            moved.push(text);
        }
    };
    let tells = |comment: &str| policy.is_confidential_name(comment);
    let items = sheet.items.iter_mut().filter(|item| !item.confidential);
    for item in items.filter(|item| tells(&item.comment)) {
        tell(&item.name, &item.comment);
        item.comment = MOVED.to_string();
    }
    let groups = sheet.groups.iter_mut().filter(|group| !group.confidential);
    for row in groups
        .flat_map(|group| &mut group.rows)
        .filter(|row| tells(&row.comment))
    {
        tell(&row.name, &row.comment);
        for remark in row.remarks.iter_mut().filter(|remark| tells(remark)) {
            *remark = format!("laboratory: {MOVED}");
        }
        row.comment = MOVED.to_string();
    }
    sheet
        .questions
        .extend(moved.into_iter().map(|ask| Question {
            ask,
            because: String::new(),
            confidential: true,
        }));
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
