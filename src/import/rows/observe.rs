//! The current record as an observation.

use super::printed;
use super::remarked::set_apart;
use super::said::{beside_value, condition, named, of_blood_gas, or_whole_blood, sample_kind};
use super::silent::Silent;
use super::{Texts, Understood};
use crate::import::EveryCell;
use crate::import::cells::{age_and_sex, fluid, loinc, pregnant};
use crate::import::file::table::is_blank;
use crate::import::headers::header_unit::split_brackets;
use crate::import::headers::role::Role;
use crate::import::shapes::wide::WideColumn;
use crate::interpret::reported;
use crate::observation::{Observation, PrintedLimits};
use crate::person::birth;

impl<'e> Understood<'e> {
    /// The current record, or one column of it, as an observation.
    pub(super) fn observation(&self, wide: Option<&'e WideColumn>) -> Observation<'_> {
        if let Silent::Title(at) = self.silent {
            return self.title(at);
        }
        let (plan, record) = (self.plan, &self.record);
        let text = |role: Role| plan.pick(role).text(record);
        let mut seen = Observation {
            file: self.export.label(),
            line: self.line,
            patient: text(Role::Patient),
            sample: text(Role::Sample),
            collected: text(Role::Collected),
            received: text(Role::Received),
            reported: text(Role::Reported),
            date_orders: self.export.date_order.into(),
            sex: text(Role::Sex),
            age: text(Role::Age),
            age_unit: text(Role::AgeUnit),
            birth: text(Role::Birth),
            specimen: text(Role::Specimen),
            condition: text(Role::Condition),
            specimen_condition: condition(text(Role::SpecimenCondition)),
            comment: text(Role::Comment),
            numbers: self.export.numbers,
            ragged: self.ragged,
            every_cell: EveryCell::of(record, &plan.apart),
            record_is_sample: wide.is_some(),
            time_unread: plan.time_unread,
            dashes: plan.dashes,
            is_m_open: plan.sex.is_m_open,
            of_v: plan.sex.of_v,
            ..Observation::default()
        };
        seen.sex = plan
            .sex
            .read(seen.sex, |column| record.get(column).unwrap_or(""));
        // Two days of birth say none.
        let other = plan.pick(Role::Birth).beside(record);
        if !other.is_empty() && birth::are_apart(seen.birth, other, seen.date_orders) {
            seen.birth = "";
        }
        if let Some(at) = plan.age_and_sex {
            age_and_sex::fill(&mut seen, record.get(at).unwrap_or(""));
        }
        if wide.is_none() {
            self.fill_long(&mut seen);
        }
        if !self.collected.is_empty() {
            seen.collected = &self.collected;
        }
        if !self.age.is_empty() {
            seen.age = &self.age;
        }
        if !self.comment.is_empty() {
            seen.comment = &self.comment;
        }
        if !self.specimen.is_empty() {
            seen.specimen = &self.specimen;
        }
        if !plan.hemolysis.is_empty() {
            seen.specimen_condition = &self.specimen_condition;
        }
        let status = self.standing();
        seen.alarm = self.alarm();
        if let Some(column) = wide {
            seen.reason = text(Role::Reason);
            // A letter is a status of anything ("D": dead), unless the column knows none but those of results.
            let status = text(Role::Status);
            let status = status.trim();
            let letters = plan.letters_are_statuses || status.len() > 1;
            // And somebody may be inactive.
            let is_one = letters && !status.eq_ignore_ascii_case("inactive");
            seen.status = if is_one { status } else { "" };
            self.fill_wide(&mut seen, column);
        }
        if let Some(at) = self.dated {
            self.fill_dated(&mut seen, at);
        }
        if reported::is_alarm(seen.flag) {
            seen.alarm = seen.flag;
        }
        // "Cancelled" in the column of flags. "Invalid" is an alarm there, of a sample that may be so.
        if 3 < seen.flag.len()
            && !reported::is_alarm(seen.flag)
            && reported::leaves_no_result(seen.flag)
            && !reported::leaves_no_result(seen.status)
        {
            seen.status = seen.flag;
        }
        // "Canceled" beside a column that says that it is not verified either.
        if let Some(status) = status
            && (reported::leaves_no_result(status) || !reported::leaves_no_result(seen.status))
        {
            seen.status = status;
        }
        seen.pregnancy = pregnant::said(text(Role::Pregnancy), plan.pregnancy_is_code);
        if plan.pick(Role::SampleKind).is_some() {
            let kind = sample_kind(text(Role::SampleKind));
            let says = [reported::OF_CONTROL, reported::OF_CALIBRATION].contains(&kind)
                || fluid::is_in(kind, seen.name);
            // A section goes before a kind that says nothing of the specimen.
            if says || is_blank(seen.category) {
                seen.category = kind;
            }
        }
        if !self.export.patient_joins.is_empty() {
            let own = Texts {
                patient: seen.patient,
                sex: seen.sex,
                age: seen.age,
                age_unit: seen.age_unit,
                birth: seen.birth,
            };
            let texts = self.person.complete(own, plan.patient_is_stay);
            seen.patient = texts.patient;
            seen.sex = texts.sex;
            seen.age = texts.age;
            seen.age_unit = texts.age_unit;
            seen.birth = texts.birth;
            if is_blank(seen.pregnancy) {
                seen.pregnancy = self.person.pregnancy;
            }
        }
        if plan.is_blood_gas {
            seen.specimen = of_blood_gas(seen.specimen, record, &plan.drawn);
        }
        seen.specimen = or_whole_blood(seen.specimen, &self.record, &plan.drawn);
        set_apart(&mut seen);
        pregnant::set_apart(&mut seen, plan.condition_is_trimester);
        let above = plan.above.at(self.line);
        // In a section the name of a test, or its code, may state another one.
        let is_own = above.specimen != plan.above.specimen
            && !is_blank(seen.value)
            && fluid::is_stated_in(seen.name, seen.loinc);
        if is_blank(seen.specimen) && !above.specimen.is_empty() && !is_own {
            seen.specimen = &above.specimen;
        }
        // Controls that begin among the rows are none of a patient who is named, and of whom something is told.
        let begins_below = above.category != plan.above.category;
        let counts = !begins_below || is_blank(seen.patient) || !reported::tells_of_somebody(&seen);
        if counts && !above.category.is_empty() {
            seen.category = &above.category;
        }
        if let Some(ownerless) = &plan.above.ownerless
            && seen.alarm.is_empty()
            && let Some(said) = ownerless.said_of(record)
        {
            seen.alarm = said;
        }
        seen.category = plan.of_whom.category(seen.category);
        if seen.age_unit.is_empty() {
            seen.age_unit = plan.age_unit;
        }
        for (role, text) in above.whose.said() {
            let own = match role {
                Role::Patient => &mut seen.patient,
                Role::Sample => &mut seen.sample,
                Role::Collected => &mut seen.collected,
                Role::Sex => &mut seen.sex,
                Role::Age => &mut seen.age,
                _ => &mut seen.birth,
            };
            *own = text;
        }
        if !plan.limits_by_sex.is_empty() {
            self.fill_limits_by_sex(&mut seen);
        }
        self.settle_said(&mut seen);
        seen
    }

    /// The status: of several columns one that leaves no result, whatever the others say of it.
    fn status(&self) -> &str {
        let pick = self.plan.pick(Role::Status);
        let first = pick.text(&self.record);
        let mut others = pick.columns().skip(1);
        let cell = |at| self.record.get(at).unwrap_or("");
        others
            .find_map(|at| Some(cell(at)).filter(|text| reported::leaves_no_result(text)))
            .unwrap_or(first)
    }

    #[inline]
    fn fill_long<'a>(&'a self, seen: &mut Observation<'a>) {
        let (plan, record) = (self.plan, &self.record);
        let text = |role: Role| plan.pick(role).text(record);
        seen.column = plan.pick(Role::Value).column(record);
        (seen.name, seen.loinc) = named(text(Role::Name), text(Role::Loinc));
        seen.code = text(Role::Code);
        seen.category = self.category(seen.name);
        seen.value = text(Role::Value);
        seen.unit = text(Role::Unit);
        if !plan.later.is_empty() {
            self.fill_later(seen);
        } else if plan.pair.is_none() && 1 < plan.pick(Role::Value).columns().count() {
            self.leave_filler_out(seen);
            self.fill_beside(seen);
        }
        seen.unit_beside = plan.pick(Role::Unit).beside(record);
        seen.low = text(Role::Low);
        seen.high = text(Role::High);
        seen.range = text(Role::Range);
        seen.limits_are_open = self.limits_are_open();
        seen.limits_are_told = plan.limits_are_told;
        seen.critical = PrintedLimits {
            low: text(Role::CriticalLow),
            high: text(Role::CriticalHigh),
            range: text(Role::CriticalRange),
        };
        seen.flag = self.flag();
        seen.status = plan.status_letters.read(self.status());
        if is_blank(seen.flag) && reported::is_flag(seen.status, !seen.record_is_sample) {
            // "Above range": so portals call the flag.
            (seen.flag, seen.status) = (seen.status, "");
        }
        seen.reason = text(Role::Reason);
        let mut is_compared = true;
        if let Some(pair) = &plan.pair {
            is_compared = self.fill_pair(pair, seen);
        }
        if is_compared && plan.pick(Role::Comparator).is_some() {
            seen.comparator = match plan.comparators.is_empty() {
                true => beside_value(seen.value, text(Role::Comparator)),
                false => self.comparator(seen.value),
            };
        }
        if let Some(column) = plan.name_with_unit {
            let named = record.get(column).unwrap_or("");
            if let Some((name, unit)) = split_brackets(named) {
                seen.unit = unit;
                // Unless another column gives a name of its own.
                seen.name = if seen.name == named { name } else { seen.name };
            }
        }
        if !plan.range_with_unit.is_empty() && is_blank(seen.unit) {
            self.fill_unit_of_range(seen);
        }
        if plan.perhaps_loinc && seen.loinc.is_empty() && loinc::is_code(seen.code) {
            seen.loinc = seen.code;
        }
        let fill = |own: &mut &'a str, other: &'a str| {
            if !other.is_empty() && is_blank(own) {
                *own = other;
            }
        };
        if !self.export.code_joins.is_empty() {
            seen.name = if self.code.name.is_empty() {
                seen.name
            } else {
                self.code.name
            };
            seen.code_unknown = self.code_unknown;
            fill(&mut seen.loinc, self.code.loinc);
            fill(&mut seen.specimen, self.code.specimen);
            fill(&mut seen.category, self.code.category);
            fill(&mut seen.unit, self.code.unit);
        }
        if let Some(defaults) = self.defaults {
            fill(&mut seen.unit, &defaults.unit);
            fill(&mut seen.specimen, &defaults.specimen);
            fill(&mut seen.loinc, &defaults.loinc);
            fill(&mut seen.condition, &defaults.condition);
            if is_blank(seen.low) && is_blank(seen.high) && is_blank(seen.range) {
                fill(&mut seen.low, &defaults.low);
                fill(&mut seen.high, &defaults.high);
            }
        }
        let is_silent = is_blank(seen.low) && is_blank(seen.high) && is_blank(seen.range);
        if is_silent && let Some(range) = printed::in_name(seen.name) {
            seen.range = range;
            seen.limits_are_told = true;
        }
    }
}
