//! Judged results, gathered by patient.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::entry::Entry;
use crate::age::Age;
use crate::derive::{Aside, Said};
use crate::import::date::Moment;
use crate::interpretation::Interpretation;
use crate::notice::{Code, FileNotice};
use crate::reference::Catalog;
use crate::report::shown;
use crate::resolve::Resolution;
use crate::value::ResultWords;

/// One patient's results, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Patient {
    /// Identifier as the export has it; empty for rows that name nobody.
    pub id: String,
    /// Another identifier differs from this one only in case or blanks.
    pub(crate) similar: bool,
    pub(crate) entries: Vec<Entry>,
    /// A row says that she is pregnant.
    pub(crate) is_told_pregnant: bool,
    /// What of the files with these results was not read, and may speak of them.
    pub(crate) unread: Vec<(Code, String)>,
}

/// Notices of a file that something in it was not read.
const UNREAD: &[Code] = &[
    Code::ColumnUnknown,
    Code::ColumnDiffers,
    Code::PreambleUnread,
    Code::PatientNotNamed,
];

impl Patient {
    /// Can the patient have been there on a day, born and no older than anybody gets? `None` where no birth is known.
    #[must_use]
    pub fn may_live_on(&self, day: jiff::civil::Date) -> Option<bool> {
        let mut births = self.entries.iter().filter_map(|entry| entry.born);
        let first = births.next()?;
        let may = |born| born <= day && Age::is_possible_between(born, day);
        Some(may(first) || births.any(may))
    }

    /// A patient of whom nothing is in the files.
    #[must_use]
    pub fn without_results(id: &str) -> Patient {
        Patient {
            id: id.trim().to_string(),
            ..Patient::default()
        }
    }

    /// The same with the results that are dated after `today`, or before birth, undated: their day is wrong, and they may be
    /// the newest. None of them is passed over. A midnight beside another time of its day may be a day that was made a time.
    #[must_use]
    pub(crate) fn dated_until(&self, today: jiff::civil::Date) -> Cow<'_, [Entry]> {
        let is_ahead = |entry: &Entry| entry.day().is_some_and(|day| today < day);
        let is_wrong = |entry: &Entry| {
            let before_birth =
                matches!((entry.born, entry.day()), (Some(born), Some(day)) if day < born);
            is_ahead(entry) || before_birth
        };
        let timed: HashSet<jiff::civil::Date> = (self.entries.iter())
            .filter_map(|entry| entry.moment)
            .filter(|at| at.has_clock_time())
            .map(Moment::date)
            .collect();
        let is_cast = |at: Moment| at.is_midnight() && timed.contains(&at.date());
        let is_changed = |entry: &Entry| is_wrong(entry) || entry.moment.is_some_and(is_cast);
        if !self.entries.iter().any(is_changed) {
            return Cow::Borrowed(&self.entries);
        }
        let of_day = |at: Moment| if is_cast(at) { at.day_alone() } else { at };
        let undated = |entry: &Entry| Entry {
            moment: entry.moment.filter(|_| !is_wrong(entry)).map(of_day),
            is_ahead: is_ahead(entry),
            ..entry.clone()
        };
        Cow::Owned(self.entries.iter().map(undated).collect())
    }

    /// The patient with these results.
    #[must_use]
    pub(crate) fn as_of(&self, today: jiff::civil::Date) -> Patient {
        Patient {
            id: self.id.clone(),
            similar: self.similar,
            entries: self.dated_until(today).into_owned(),
            is_told_pregnant: self.is_told_pregnant,
            unread: self.unread.clone(),
        }
    }

    /// Notes what was said of the patient's files: whoever holds the sheet has not seen what else a run has printed.
    pub fn note_unread(&mut self, notices: &[FileNotice]) {
        let of_file = |notice: &&FileNotice| {
            let mut entries = self.entries.iter();
            UNREAD.contains(&notice.code) && entries.any(|entry| *entry.file == *notice.file)
        };
        let said = notices.iter().filter(of_file);
        let said: Vec<(Code, String)> = said
            .map(|notice| (notice.code, format!("{}: {}", notice.file, notice.message)))
            .collect();
        self.unread = said;
    }

    /// True if every row is a control, or a repetition: nothing of a patient.
    pub(crate) fn is_set_aside(&self) -> bool {
        self.entries.iter().all(Entry::is_set_aside)
    }

    /// Rows of the export that are this patient's; derived values not counted.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.entries.iter().filter(|entry| !entry.derived).count()
    }
}

/// Gathers results by patient. Rows that name no patient stay together and apart from everybody.
#[derive(Debug)]
pub struct Gatherer {
    catalog: &'static Catalog,
    patients: Vec<Patient>,
    /// Whose the last row was.
    last: usize,
    index: HashMap<String, usize>,
    file: Rc<str>,
    words: ResultWords,
}

impl Gatherer {
    /// Nobody yet.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Gatherer {
        Gatherer {
            catalog,
            patients: Vec::new(),
            last: 0,
            index: HashMap::new(),
            file: Rc::from(""),
            words: ResultWords::bundled(),
        }
    }

    /// Adds a judged result.
    pub fn see(&mut self, result: &Interpretation<'_>, resolution: &Resolution<'_>) {
        let id = result.observation.patient.trim();
        let at = match self.index.get(id) {
            Some(at) => *at,
            None => {
                self.index.insert(id.to_string(), self.patients.len());
                self.patients.push(Patient::without_results(id));
                self.patients.len() - 1
            }
        };
        if *self.file != *result.observation.file {
            self.file = Rc::from(result.observation.file);
        }
        let entry = Entry::of(
            result,
            resolution,
            self.catalog,
            &self.words,
            (Rc::clone(&self.file), self.patients[at].entries.len()),
        );
        self.patients[at].entries.push(entry);
        self.last = at;
    }

    /// Notes that the row which was added last says that its patient is pregnant.
    pub fn note_pregnancy(&mut self) {
        if let Some(patient) = self.patients.get_mut(self.last) {
            patient.is_told_pregnant = true;
        }
    }

    /// Notes beside each result what was, or was not, derived from it.
    pub fn note_asides(&mut self, asides: &[Aside]) {
        let mut of_line: HashMap<(&str, &str, u64), Vec<&Aside>> = HashMap::new();
        for aside in asides {
            let key = (aside.patient.as_str(), aside.file.as_str(), aside.line);
            of_line.entry(key).or_default().push(aside);
        }
        let units = self.catalog.units();
        for patient in &mut self.patients {
            for entry in patient.entries.iter_mut().filter(|entry| !entry.derived) {
                let own = of_line.get(&(patient.id.as_str(), &*entry.file, entry.line));
                let own: Vec<&&Aside> = own.into_iter().flatten().collect();
                for aside in own {
                    let Some(analyte) = entry.analyte.filter(|own| own.id == aside.analyte) else {
                        continue;
                    };
                    // Every cell of a wide record has one line.
                    if entry.canonical != Some(aside.number) {
                        continue;
                    }
                    if let Said::Differs { shown, formula, .. } = &aside.what {
                        let unit = shown::unit_of(analyte.unit.code, units);
                        entry.remarks.push(format!("{shown} {unit} by {formula}"));
                    }
                    entry.asides.push((aside.of, aside.what.clone()));
                }
            }
        }
    }

    /// The patients in the order of their first result.
    #[must_use]
    pub fn patients(mut self) -> Vec<Patient> {
        let mut folded: HashMap<String, usize> = HashMap::new();
        for patient in &self.patients {
            *folded.entry(fold_id(&patient.id)).or_default() += 1;
        }
        for patient in &mut self.patients {
            patient.similar = folded
                .get(&fold_id(&patient.id))
                .is_some_and(|count| 1 < *count);
        }
        self.patients
    }
}

/// An identifier without case and blanks, to find slips; never to join two patients.
#[must_use]
pub fn fold_id(id: &str) -> String {
    id.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}
