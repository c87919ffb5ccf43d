//! What is wrong with one patient's data, said once on top of the sheet.

use jiff::civil::Date;

use super::Who;
use crate::notice::Code;
use crate::person::Sex;
use crate::preop::course;
use crate::preop::entry::Entry;
use crate::preop::gather::Patient;
use crate::preop::plan::Plan;
use crate::preop::sheet::Notice;
use crate::text::counted;

impl Who {
    /// That the list of surgeries speaks of another sex or day of birth than the rows do. What one of them
    /// does not say contradicts nothing.
    fn is_another_on_the_list(&self, plan: &Plan) -> Option<String> {
        let other_sex = ![self.sex, plan.sex].contains(&Sex::Unknown) && self.sex != plan.sex;
        let mut days = self.births.iter().filter_map(|(day, _)| *day).peekable();
        let other_birth = plan
            .born
            .is_some_and(|born| days.peek().is_some() && days.all(|day| day != born));
        let differ: Vec<&str> = [(other_sex, "sex"), (other_birth, "date of birth")]
            .into_iter()
            .filter_map(|(differs, what)| differs.then_some(what))
            .collect();
        (!differ.is_empty()).then(|| {
            format!(
                "The list of surgeries gives another {} for this identifier than the file of results: perhaps two patients. Find out before anything else.",
                differ.join(" and another ")
            )
        })
    }

    /// What is wrong with the patient's data. A code of the table of notices does not fit: these are
    /// about a sheet, not a row.
    pub(crate) fn notices(
        &self,
        patient: &Patient,
        plan: &Plan,
        today: Date,
        notices: &mut Vec<Notice>,
    ) {
        let mut say = |code, text: String| notices.push(Notice { code, text });
        let differ: Vec<&str> = [
            (self.sexes_differ, "sexes"),
            (self.births_differ, "dates of birth"),
            (self.ages_differ, "ages"),
        ]
        .into_iter()
        .filter_map(|(differ, what)| differ.then_some(what))
        .collect();
        if !differ.is_empty() {
            let what = format!("different {}", differ.join(" and "));
            let text = format!(
                "The file gives {what} under this identifier: perhaps two patients. Find out before anything else."
            );
            say("two-patients-possible", text);
        }
        if let Some(text) = self.is_another_on_the_list(plan) {
            say("two-patients-possible", text);
        }
        if patient.id.is_empty() {
            say(
                "patient-not-stated",
                "The file does not name the patient: the rows may be of several people. Write two identifiers by hand.".to_string(),
            );
        }
        if let Some(day) = plan.date
            && patient.may_live_on(day) == Some(false)
        {
            say(
                "surgery-outside-life",
                format!(
                    "The day of surgery, {day}, is before the birth of this patient, or later than anybody lives: correct it. The age of this sheet is that at the newest result."
                ),
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
        let ahead = patient
            .entries
            .iter()
            .filter(|entry| !entry.derived && course::is_after(entry, Some(today)))
            .count();
        if 0 < ahead {
            say(
                "collected-in-the-future",
                format!(
                    "{} dated after today. Check the dates.",
                    counted(ahead, "result is", "results are")
                ),
            );
        }
        if patient.entries.iter().any(|entry| {
            entry.has(Code::HemolysisIndexWithoutUnit) && !entry.has(Code::SampleIndex)
        }) {
            say(
                "hemolysis-index-without-unit",
                "The hemolysis index has no unit, so nobody can say which samples are hemolyzed: give --index-platform."
                    .to_string(),
            );
        }
        let assumed = patient
            .entries
            .iter()
            .filter(|entry| !entry.derived && !entry.is_set_aside() && !entry.stands_in.is_empty())
            .count();
        if 0 < assumed {
            say(
                Code::CollectionAssumed.as_str(),
                format!(
                    "{} no time of collection: that of receipt or report stands in, and the sample is older than it.",
                    counted(assumed, "result states", "results state")
                ),
            );
        }
        let controls = patient
            .entries
            .iter()
            .filter(|entry| entry.has(Code::QualityControl))
            .count();
        if 0 < controls {
            say(
                "taken-for-quality-control",
                format!(
                    "{} taken for quality control by the name of patient or sample, and not judged.",
                    counted(controls, "row is", "rows are")
                ),
            );
        }
        if has_loose_index(patient) {
            say(
                "index-without-sample",
                "A hemolysis index stands under a sample that has no other result: nobody can say which results it speaks of."
                    .to_string(),
            );
        }
        if patient.similar {
            say(
                "similar-identifier",
                "Another identifier in the file differs from this one only in case or blanks: perhaps the same patient."
                    .to_string(),
            );
        }
        let after: Vec<&Entry> = patient
            .entries
            .iter()
            .filter(|entry| !entry.derived && course::is_after(entry, plan.date))
            .collect();
        let is_real = |entry: &&&Entry| !course::is_after(entry, Some(today));
        let real = after.iter().filter(is_real).count();
        let dated = |count| counted(count, "result is", "results are");
        if let (Some(surgery), true) = (plan.date, 0 < real) {
            say(
                "collected-after-surgery",
                format!(
                    "{} dated after the day of surgery, {surgery}, which is past: held against the policy all the same. Check the day of surgery.",
                    dated(real)
                ),
            );
        } else if !after.is_empty() {
            say(
                "collected-after-surgery",
                format!(
                    "{} dated after the day of surgery: nothing that is asked for is satisfied by such a result, and what is past a limit stands until the date is checked. Check the dates.",
                    dated(after.len())
                ),
            );
        }
    }
}

/// That tests are in the file which the program does not know, and where they are to be read.
pub(crate) fn unknown_tests(patient: &Patient, place: &str) -> Option<Notice> {
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
    if unread == 0 {
        return None;
    }
    let rows = counted(unread, "row names a test", "rows name tests");
    Some(Notice {
        code: "analyte-unknown",
        text: format!("{rows} that this program does not know: read them {place}."),
    })
}

/// Is there an index of hemolysis whose sample has no other result?
fn has_loose_index(patient: &Patient) -> bool {
    let is_index = |entry: &Entry| {
        entry
            .analyte
            .is_some_and(|analyte| analyte.id == crate::interpret::HEMOLYSIS_INDEX)
    };
    let key = |entry: &Entry| (entry.sample.clone(), entry.collected.clone());
    let others: std::collections::HashSet<(String, String)> = patient
        .entries
        .iter()
        .filter(|entry| !is_index(entry) && !entry.derived)
        .map(key)
        .collect();
    let samples: std::collections::HashSet<&str> =
        others.iter().map(|(sample, _)| sample.as_str()).collect();
    !others.is_empty()
        && patient
            .entries
            .iter()
            .filter(|entry| is_index(entry))
            .any(|entry| {
                match entry.sample.as_str() {
                    // Without a number, patient and time make the sample.
                    "" => !others.contains(&key(entry)),
                    sample => !samples.contains(sample),
                }
            })
}
