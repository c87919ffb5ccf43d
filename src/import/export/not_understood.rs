//! Why an export is not understood, and what to do about it.

use super::{Export, found, statistics};
use crate::error::Error;
use crate::import::columns::are_flags_alone;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::shapes::sheet;

impl Export {
    pub(in crate::import) fn not_understood(&self) -> Error {
        let has_results = self
            .opened
            .headers
            .iter()
            .any(|header| vocabulary::role(header) == Some(Role::Value));
        let dates = || {
            let headers = self.opened.headers.iter();
            headers.filter(|header| sheet::is_date(header)).count()
        };
        let is_known = |header: &String| vocabulary::entry(header).is_some();
        let times = || {
            let headers = self.opened.headers.iter();
            headers.filter(|header| is_time_of_day(header)).count()
        };
        let problem = if times() > 1 && self.opened.headers.iter().any(is_known) {
            return Error::new(
                self.label(),
                "the header has columns of times without their day, and nothing tells that they hold results",
                "write the day in front of each time (2026-11-03 06:00), or name the columns in a layout: serumcheck layout FILE writes one \
                 to start from",
            )
            .at(self.opened.header_line);
        } else if !has_results && self.is_of_samples() {
            return Error::new(
                self.label(),
                "the header names samples and how they are, and no results",
                "put the column beside the results; or write a row for each sample with the patient, the sample, a test and a result: \
                 1,S001,Hemolysis,hemolyzed",
            )
            .at(self.opened.header_line);
        } else if self.opened.known_headers == 0 && !self.opened.headers.iter().any(is_known) {
            format!(
                "no header was found: none of the {} cells of line {} is a word this program knows",
                self.opened.headers.len(),
                self.opened.header_line
            )
        } else if dates() > 1 {
            return Error::new(
                self.label(),
                "the header has columns of dates, and nothing tells that they hold results: no column names known analytes beside a \
                 unit or limits, or another column holds numbers of no date",
                "delete the columns that are of no date, or say shape = \"cumulative\" in a layout: serumcheck layout FILE writes one",
            )
            .at(self.opened.header_line);
        } else if let Some(flags) = self.flags_for_results() {
            format!(
                "the cells of {} are flags, and the results seem to stand under a header that is not known",
                found::listed(&[flags])
            )
        } else if has_results {
            let problem = "the header names a column with results, but none with the name, code or LOINC of the analyte";
            match self.perhaps_names().as_slice() {
                [] => problem.to_string(),
                names => format!("{problem}: perhaps {}", found::listed(names)),
            }
        } else {
            let of_several = statistics::of_several(&self.opened.headers);
            let problem =
                "the header names no column with results and no two columns that are analytes";
            match of_several.len() < 2 {
                true => problem.to_string(),
                false => format!(
                    "{problem}, but some with the greatest, the least or the mean of several results, which are no results: {}",
                    found::listed(&of_several)
                ),
            }
        };
        Error::new(
            self.label(),
            problem,
            "name the columns in a layout (serumcheck layout FILE writes one to start from); without such columns, export one row per result",
        )
        .at(self.opened.header_line)
    }

    /// The header of a column that is called one of results and holds flags alone.
    fn flags_for_results(&self) -> Option<&str> {
        let headers = &self.opened.headers;
        let at = headers
            .iter()
            .position(|header| vocabulary::role(header) == Some(Role::Value))?;
        let cells = self.opened.rows.iter().filter_map(|row| row.get(at));
        let cells = cells.map(str::trim).filter(|cell| !cell.is_empty());
        are_flags_alone(cells).then(|| headers[at].as_str())
    }

    /// True for the list of samples that a laboratory keeps of what was wrong with them.
    fn is_of_samples(&self) -> bool {
        let has = |roles: &[Role]| {
            let headers = self.opened.headers.iter();
            let mut entries = headers.filter_map(|header| vocabulary::entry(header));
            entries.any(|entry| {
                roles
                    .iter()
                    .any(|role| entry.role == *role || entry.may_be(*role))
            })
        };
        has(&[Role::Sample]) && has(&[Role::SpecimenCondition, Role::Condition, Role::Reason])
    }
}

/// "06:00", "6:30 pm".
fn is_time_of_day(header: &str) -> bool {
    let Some((hour, rest)) = header.trim().split_once(':') else {
        return false;
    };
    let digits =
        |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_digit());
    let minute = rest.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ' '));
    digits(hour) && digits(minute.split(':').next().unwrap_or(minute))
}
