//! What is said of columns that are not read.

use super::Export;
use super::found::listed;
use crate::import::cells::fluid;
use crate::import::shapes::wide;
use crate::notice::Code;

impl Export {
    /// The columns that may be results, or speak of them, by what they may be; each is named once.
    pub(super) fn of_columns(&self, known: &dyn Fn(&str) -> bool) -> Vec<(Code, String)> {
        let (Some(plan), rows) = (&self.plan, &self.opened.rows) else {
            return Vec::new();
        };
        let diluted = wide::diluted(plan, rows);
        // A layout that lists analytes lists all of them.
        let lists = self.stated.analytes.iter().any(|a| a.column.is_some());
        let mut unknown = match lists {
            true => Vec::new(),
            false => wide::unread(plan, rows, known),
        };
        unknown.retain(|header| !diluted.contains(header));
        let mut undated = wide::undated(plan, rows);
        undated.retain(|header| !unknown.contains(header));
        let mut unheard = wide::unheard(plan, rows);
        unheard.retain(|header| !unknown.contains(header) && !undated.contains(header));
        let is_place = |at: usize, header: &str| {
            let cells = || rows.iter().filter_map(|row| row.get(at));
            !plan.uses_column(at)
                && (fluid::is_place(header, cells()) || fluid::perhaps_speaks(header, cells()))
        };
        let headers = self.opened.headers.iter().enumerate();
        let of_places = headers.filter(|(at, header)| is_place(*at, header));
        unheard.extend(of_places.map(|(_, header)| header.as_str()));
        for header in wide::unflagged(plan, rows) {
            if !unknown.contains(&header) && !unheard.contains(&header) {
                unheard.push(header);
            }
        }
        let told = [&unknown, &unheard, &undated, &diluted];
        let mut unanswered = wide::unanswered(plan, rows);
        unanswered.retain(|header| !told.iter().any(|headers| headers.contains(header)));
        let said = [
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
                wide::untimed(plan, rows),
            ),
            (
                "columns of dilutions that are not read: whether the results are multiplied already is not known",
                diluted,
            ),
        ];
        let said = said.iter().filter(|(_, headers)| !headers.is_empty());
        let messages = said.map(|(text, headers)| format!("{text}: {}", listed(headers)));
        messages
            .map(|message| (Code::ColumnUnknown, message))
            .collect()
    }
}
