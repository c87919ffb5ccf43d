//! What is said of a file once its columns are settled.

use super::{Export, dates, persons};
use crate::import::around::above::{Above, Ownerless};
use crate::import::around::of_whom::OfWhom;
use crate::import::columns;
use crate::import::date::{self, DateReading};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::notice::Code;
use crate::text::quoted;

impl Export {
    pub(super) fn say_what_was_found(&mut self, known: &dyn Fn(&str) -> bool) {
        let line = Some(self.opened.header_line);
        for (code, message) in self.of_columns(known) {
            self.say(line, code, message);
        }
        if self.plan.as_ref().is_some_and(|plan| plan.is_standardized) {
            let message =
                "several columns have results below zero: standardized values, and none is judged";
            self.say(line, Code::ValuesStandardized, message.into());
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
            self.say(line, Code::DateUnreadable, message);
        }
        self.say_of_lines_above();
        let has_patients = !self.companions.patients.is_empty();
        let plan = self.plan.as_ref();
        let said = plan.map(|plan| persons::said(plan, &self.opened.rows, has_patients));
        for (code, message) in said.unwrap_or_default() {
            self.say(line, code, message);
        }
        if let Some(message) = persons::under_two(self.names_beside.under_two) {
            self.say(None, Code::OnePersonPossible, message);
        }
        let styles = (self.numbers, self.date_order.into());
        let apart = self
            .plan
            .as_ref()
            .map(|plan| columns::disagreeing(plan, &self.opened.rows, styles));
        for message in apart.unwrap_or_default() {
            self.say(line, Code::ColumnDiffers, message);
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
    /// Says what became of the lines above the header.
    fn say_of_lines_above(&mut self) {
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
                    "; what lines among the rows state otherwise (another patient or draw) counts for no row below them, and a specimen for those directly below: split the file there"
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
    }

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

/// Headers for a message: the first of them.
pub(super) fn listed(headers: &[&str]) -> String {
    let shown = headers.iter().take(8).map(|header| quoted(header));
    let mut list = shown.collect::<Vec<_>>().join(", ");
    if headers.len() > 8 {
        list.push_str(&format!(" and {} more", headers.len() - 8));
    }
    list
}
