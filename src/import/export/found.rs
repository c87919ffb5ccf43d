//! What is said of a file once its columns are settled.

use std::collections::HashSet;

use csv::StringRecord;

use super::{Export, dates};
use crate::import::above::{Above, Ownerless};
use crate::import::columns;
use crate::import::date::{self, DateReading};
use crate::import::fluid;
use crate::import::layout::Shape;
use crate::import::of_whom::OfWhom;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary;
use crate::import::wide;
use crate::notice::Code;

impl Export {
    pub(super) fn say_what_was_found(&mut self, known: &dyn Fn(&str) -> bool) {
        let lists = self.stated.analytes.iter().any(|a| a.column.is_some());
        let mut unknown = match &self.plan {
            // A layout that lists analytes lists all of them.
            Some(plan) if !lists => wide::unread(plan, &self.opened.rows, known),
            _ => Vec::new(),
        };
        let diluted = match &self.plan {
            Some(plan) => wide::diluted(plan, &self.opened.rows),
            None => Vec::new(),
        };
        unknown.retain(|header| !diluted.contains(header));
        let mut unheard = match &self.plan {
            Some(plan) => wide::unheard(plan, &self.opened.rows),
            None => Vec::new(),
        };
        let mut undated = match &self.plan {
            Some(plan) => wide::undated(plan, &self.opened.rows),
            None => Vec::new(),
        };
        undated.retain(|header| !unknown.contains(header));
        unheard.retain(|header| !unknown.contains(header) && !undated.contains(header));
        if let Some(plan) = &self.plan {
            let headers = self.opened.headers.iter().enumerate();
            let of_places = headers.filter(|(at, header)| {
                let cells = self.opened.rows.iter().filter_map(|row| row.get(*at));
                !plan.uses_column(*at) && fluid::is_place(header, cells)
            });
            unheard.extend(of_places.map(|(_, header)| header.as_str()));
        }
        let mut unanswered = match &self.plan {
            Some(plan) => wide::unanswered(plan, &self.opened.rows),
            None => Vec::new(),
        };
        let untimed = match &self.plan {
            Some(plan) => wide::untimed(plan, &self.opened.rows),
            None => Vec::new(),
        };
        let told = [&unknown, &unheard, &undated, &diluted];
        unanswered.retain(|header| !told.iter().any(|headers| headers.contains(header)));
        let texts = [
            (
                "columns with numbers that are not known and not read",
                unknown,
            ),
            (
                "columns that may speak of the sample or of a result and are not read",
                unheard,
            ),
            (
                "columns of yes and no that are not known and not read",
                unanswered,
            ),
            (
                "columns of dates that are not read, and none is known to say when the sample was collected",
                undated,
            ),
            (
                "columns of times that are not read in each row: there the day alone counts",
                untimed,
            ),
            (
                "columns of dilutions that are not read: whether the results are multiplied already is not known",
                diluted,
            ),
        ];
        let found = texts.iter().filter(|(_, headers)| !headers.is_empty());
        let messages: Vec<String> = found
            .map(|(text, headers)| format!("{text}: {}", listed(headers)))
            .collect();
        for message in messages {
            self.say(Some(self.opened.header_line), Code::ColumnUnknown, message);
        }
        if self.plan.as_ref().is_some_and(|plan| plan.is_standardized) {
            let message =
                "several columns have results below zero: standardized values, and none is judged";
            self.say(
                Some(self.opened.header_line),
                Code::ValuesStandardized,
                message.into(),
            );
        }
        self.say_of_whom();
        if let Some(line) = Ownerless::unheard(&self.opened) {
            let message =
                "a line says that samples are hemolyzed, and not which: it counts for no row";
            self.say(Some(line), Code::SampleNotTold, message.to_string());
        }
        let undated = self
            .plan
            .as_ref()
            .and_then(|plan| dates::unread(plan, &self.opened.rows));
        if let Some(message) = undated {
            self.say(Some(self.opened.header_line), Code::DateUnreadable, message);
        }
        // What lines say of single columns of a sheet is read.
        let rest = self
            .plan
            .as_ref()
            .map(|plan| Above::lines(&self.opened, plan));
        let is_all_told = !self.opened.above.is_empty() && rest.is_some_and(|rest| rest.is_empty());
        if self.opened.has_preamble && !is_all_told {
            let line = self.opened.header_line;
            let facts = self.plan.as_ref().map(|plan| plan.above.facts());
            let is_restated = self
                .plan
                .as_ref()
                .is_some_and(|plan| plan.above.is_restated);
            let otherwise = match is_restated {
                true => {
                    "; what lines among the rows state otherwise (another patient, draw or specimen) counts for no row below them: split the file there"
                }
                false => "",
            };
            let message = match facts.unwrap_or_default().as_slice() {
                [] => format!(
                    "lines above the header on line {line} are not read: what they say of patient or sample counts for no row{otherwise}"
                ),
                facts => format!(
                    "lines above the header on line {line} are taken for every row below: {}; nothing else of them is read{otherwise}",
                    facts.join(", ")
                ),
            };
            self.say(Some(1), Code::PreambleUnread, message);
        }
        if let Some(blank) = self
            .plan
            .as_ref()
            .and_then(|plan| blank_patients(plan, &self.opened.rows))
        {
            let message = format!(
                "{blank} of the first {} rows leave the patient blank: fill it down, they are nobody's here",
                self.opened.rows.len()
            );
            self.say(Some(self.opened.header_line), Code::PatientBlank, message);
        }
        if let Some(message) = self
            .plan
            .as_ref()
            .and_then(|plan| patient_not_named(plan, &self.opened.rows))
        {
            self.say(
                Some(self.opened.header_line),
                Code::PatientNotNamed,
                message,
            );
        }
        let has_patients = !self.companions.patients.is_empty();
        let elsewhere = self.plan.as_ref().filter(|_| !has_patients);
        if let Some((code, count)) =
            elsewhere.and_then(|plan| told_elsewhere(plan, &self.opened.rows))
        {
            let message = format!(
                "{count} of the first {} rows lack the sex or age that another row of the same patient has: give this file with \
                 --patients too",
                self.opened.rows.len()
            );
            self.say(Some(self.opened.header_line), code, message);
        }
        let apart = self
            .plan
            .as_ref()
            .map(|plan| columns::disagreeing(plan, &self.opened.rows, self.numbers));
        for message in apart.unwrap_or_default() {
            self.say(Some(self.opened.header_line), Code::ColumnDiffers, message);
        }
        if self.opened.rows.is_empty() {
            self.say(
                None,
                Code::EmptyExport,
                "there is a header and no row".into(),
            );
        }
        if self.opened.encoding.assumed {
            let encoding = self.opened.encoding.encoding;
            let why = match encoding == encoding_rs::WINDOWS_1252 {
                true => "",
                false => ", in which more of its headers are known words",
            };
            let message = format!("not UTF-8: read as {}{why}", encoding.name().to_lowercase());
            self.say(None, Code::EncodingAssumed, message);
        }
        if self.opened.encoding.loses_letters() {
            let message = "not all of it is UTF-8: some letters are lost".to_string();
            self.say(None, Code::LettersLost, message);
        }
    }
}

impl Export {
    /// Says that no result of the file is a patient's, if that is so.
    fn say_of_whom(&mut self) {
        let Some(plan) = &self.plan else {
            return;
        };
        let (code, message) = match plan.of_whom {
            OfWhom::Patients => return,
            OfWhom::Animals => (
                Code::ResultAbsent,
                "the sex, the names or the breeds of the patients are those of animals: no result is judged"
                    .to_string(),
            ),
            OfWhom::Scheme(right, score) => (
                Code::QualityControl,
                format!(
                    "columns of an external quality assessment, {}: no result is a patient's, and none is judged",
                    listed(&[&plan.headers[right], &plan.headers[score]])
                ),
            ),
        };
        self.say(Some(self.opened.header_line), code, message);
    }

    /// Headers of columns of words, not always the same, that may be the names of what was measured.
    pub(super) fn perhaps_names(&self) -> Vec<&str> {
        const LONGEST: usize = 60;
        let rows = &self.opened.rows;
        let is_word = |cell: &&str| {
            let is_date = || !matches!(date::read(cell, None), DateReading::Unreadable);
            cell.len() <= LONGEST && cell.contains(char::is_alphabetic) && !is_date()
        };
        let may_be = |(at, header): &(usize, &String)| {
            let cells = rows.iter().filter_map(|row| row.get(*at)).map(str::trim);
            let cells: Vec<&str> = cells.filter(|cell| !is_blank(cell)).collect();
            let is_free = vocabulary::entry(header).is_none_or(|entry| {
                matches!(entry.kind, vocabulary::Kind::ByCells(_)) && entry.role == Role::Name
            });
            let differ = cells.iter().any(|cell| Some(cell) != cells.first()) || cells.len() == 1;
            is_free && !is_blank(header) && differ && cells.iter().all(is_word)
        };
        let headers = self.opened.headers.iter().enumerate();
        headers
            .filter(may_be)
            .map(|(_, header)| header.as_str())
            .collect()
    }
}

/// What is said where no header names the patient, and a column may.
fn patient_not_named(plan: &Plan, rows: &[StringRecord]) -> Option<String> {
    let of_reason = |why: &str| -> Vec<&str> {
        let uses = plan.uses.iter().zip(&plan.headers);
        let found = uses.filter(|(of, _)| of.reason == why);
        found.map(|(_, header)| header.as_str()).collect()
    };
    let taken = of_reason(columns::BY_PERSONS);
    if !taken.is_empty() {
        return Some(format!(
            "no header names the patient: {} is taken for it, as each of its cells goes with one sex, age and birth; name the column \
             in a layout (serumcheck layout FILE)",
            listed(&taken)
        ));
    }
    let perhaps = of_reason(columns::PERHAPS_PATIENT);
    let is_told = plan.pick(Role::Patient).is_some() || plan.above.facts().contains(&"patient");
    let which = match perhaps.is_empty() {
        true => "name it",
        false => &format!("perhaps {}: name it", listed(&perhaps)),
    };
    let is_of_several = !perhaps.is_empty() || are_of_several(plan, rows);
    (is_of_several && !is_told).then(|| {
        format!(
            "no column names the patient, and all rows stand together as nobody's; {which} in a layout (serumcheck layout FILE)"
        )
    })
}

/// Do rows of one result each state two sexes or two dates of birth?
fn are_of_several(plan: &Plan, rows: &[StringRecord]) -> bool {
    let differ = |role: Role| {
        let mut texts = rows.iter().map(|row| plan.pick(role).text(row).trim());
        let first = texts.find(|text| !is_blank(text)).unwrap_or_default();
        texts.any(|text| !is_blank(text) && !text.eq_ignore_ascii_case(first))
    };
    plan.shape == Shape::Long && (differ(Role::Sex) || differ(Role::Birth))
}

/// Rows with a result and without a patient, below one with both, if there are some.
fn blank_patients(plan: &Plan, rows: &[StringRecord]) -> Option<usize> {
    // Not every result is of a stay.
    let patient = plan.pick(Role::Patient);
    if plan.patient_is_stay || !patient.is_some() {
        return None;
    }
    let values = plan.value_columns();
    let has_result = |row: &&StringRecord| {
        let mut cells = values.iter().filter_map(|at| row.get(*at));
        cells.any(|cell| !is_blank(cell))
    };
    let mut rows = rows.iter().filter(has_result);
    rows.find(|row| !is_blank(patient.text(row)))?;
    let blank = rows.filter(|row| is_blank(patient.text(row))).count();
    (0 < blank).then_some(blank)
}

/// Rows with a result and without the sex or the age of the patient, which another row of his states, if there are some: an
/// export of forms has them on the first form only.
fn told_elsewhere(plan: &Plan, rows: &[StringRecord]) -> Option<(Code, usize)> {
    if plan.patient_is_stay || plan.age_and_sex.is_some() {
        return None;
    }
    let values = plan.value_columns();
    let has_result = |row: &StringRecord| {
        let mut cells = values.iter().filter_map(|at| row.get(*at));
        cells.any(|cell| !is_blank(cell))
    };
    let says = |row: &StringRecord, roles: &[Role]| {
        let mut texts = roles.iter().map(|role| plan.pick(*role).text(row));
        texts.any(|text| !is_blank(text))
    };
    let lacking = |roles: &[Role]| {
        let told = rows
            .iter()
            .filter(|row| says(row, roles))
            .map(|row| patient(plan, row));
        let told: HashSet<&str> = told.filter(|patient| !patient.is_empty()).collect();
        let lack = |row: &&StringRecord| {
            has_result(row) && !says(row, roles) && told.contains(patient(plan, row))
        };
        rows.iter().filter(lack).count()
    };
    let found = [
        (Code::AgeMissing, lacking(&[Role::Age, Role::Birth])),
        (Code::SexMissing, lacking(&[Role::Sex])),
    ];
    found.into_iter().find(|(_, count)| 0 < *count)
}

fn patient<'r>(plan: &Plan, row: &'r StringRecord) -> &'r str {
    plan.pick(Role::Patient).text(row).trim()
}

/// Headers for a message: the first of them.
pub(super) fn listed(headers: &[&str]) -> String {
    let shown = headers.iter().take(8).map(|header| format!("{header:?}"));
    let mut list = shown.collect::<Vec<_>>().join(", ");
    if headers.len() > 8 {
        list.push_str(&format!(" and {} more", headers.len() - 8));
    }
    list
}
