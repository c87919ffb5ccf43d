//! What is said once per file, not once per row.

use std::collections::HashMap;

use crate::import::{Export, Unknown};
use crate::interpretation::Interpretation;
use crate::notice::{Code, FileNotice};
use crate::observation::Observation;
use crate::resolve::{Resolution, Resolver};
use crate::survey::Survey;
use crate::text::{counted, quoted};

/// Distinct unknown names that are counted by name; a file of nothing but names must not fill memory.
const NAMES_COUNTED: usize = 10_000;

/// Counts of one file, or of a part of it.
#[derive(Debug, Default)]
pub(super) struct Told {
    specimen_assumed: u64,
    codes_unknown: u64,
    dates_unreadable: u64,
    dates_ambiguous: u64,
    unknown_names: Names,
}

/// Names with how often they occur, the first ones of the file.
#[derive(Debug, Default)]
struct Names {
    /// In the order in which they are met.
    counts: Vec<(String, u64)>,
    places: HashMap<String, usize>,
}

impl Names {
    fn add(&mut self, name: &str, count: u64) {
        if let Some(place) = self.places.get(name) {
            self.counts[*place].1 += count;
        } else if self.counts.len() < NAMES_COUNTED {
            self.places.insert(name.to_string(), self.counts.len());
            self.counts.push((name.to_string(), count));
        }
    }
}

/// What the wording of a row gives to count.
#[derive(Clone, Debug)]
pub(super) struct Words {
    specimen_assumed: bool,
    code_unknown: bool,
    unknown_name: Option<Box<str>>,
}

impl Words {
    pub(super) fn of(row: &Observation<'_>, resolution: &Resolution<'_>) -> Words {
        let unknown = resolution.codes.contains(&Code::AnalyteUnknown);
        let said = [row.name, row.code, row.loinc];
        let mut said = said.into_iter().filter(|text| !text.trim().is_empty());
        let name = said.next().unwrap_or("(no name)");
        Words {
            specimen_assumed: resolution.analyte.is_some() && !resolution.specimen_stated,
            code_unknown: row.code_unknown,
            unknown_name: unknown.then(|| name.into()),
        }
    }
}

/// What the dates of a row give to count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    unreadable: bool,
    ambiguous: bool,
}

impl Dates {
    pub(super) fn of(result: &Interpretation<'_>) -> Dates {
        Dates {
            unreadable: result.notices.has(Code::DateUnreadable),
            ambiguous: result.notices.has(Code::DateAmbiguous),
        }
    }
}

impl Told {
    /// Counts a row.
    pub(super) fn count(&mut self, words: &Words, dates: Dates) {
        self.specimen_assumed += u64::from(words.specimen_assumed);
        self.codes_unknown += u64::from(words.code_unknown);
        if let Some(name) = &words.unknown_name {
            self.unknown_names.add(name, 1);
        }
        self.dates_unreadable += u64::from(dates.unreadable);
        self.dates_ambiguous += u64::from(dates.ambiguous);
    }

    /// Adds the counts of the part of the file that comes next, as if its rows had been counted here.
    pub(super) fn add(&mut self, next: &Told) {
        self.specimen_assumed += next.specimen_assumed;
        self.codes_unknown += next.codes_unknown;
        self.dates_unreadable += next.dates_unreadable;
        self.dates_ambiguous += next.dates_ambiguous;
        for (name, count) in &next.unknown_names.counts {
            self.unknown_names.add(name, *count);
        }
    }

    /// Everything that is to be said about the file.
    pub(super) fn notices(
        mut self,
        export: &Export,
        mut unknown: Unknown,
        resolver: &Resolver<'_>,
    ) -> Vec<FileNotice> {
        // Of rows that were taken by what is remembered, nobody looked the code up.
        unknown.codes = unknown.codes.max(self.codes_unknown);
        let mut notices = unknown.notices(export);
        notices.extend(export.notices().iter().cloned());
        let mut say = |code, message: String| {
            notices.push(FileNotice {
                file: export.label().to_string(),
                line: None,
                code,
                message,
            });
        };
        for (count, code, what) in [
            (
                self.specimen_assumed,
                Code::SpecimenAssumed,
                "results do not state their specimen; each is taken as its analyte's usual one",
            ),
            (
                self.dates_unreadable,
                Code::DateUnreadable,
                "results have a date that cannot be read or is none (February 30), or a birth with a two-digit year of either century, so no age",
            ),
            (
                self.dates_ambiguous,
                Code::DateAmbiguous,
                "results have a date whose day and month, or two-digit year, could be exchanged; give --date-order",
            ),
        ] {
            if 0 < count {
                say(code, format!("{count} {what}"));
            }
        }
        let unknown = &mut self.unknown_names.counts;
        unknown.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        if !unknown.is_empty() {
            let names: Vec<String> = unknown
                .iter()
                .take(NAMES_SHOWN)
                .map(|(name, count)| {
                    let near = resolver.suggestion(name);
                    let near = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
                    format!("{} ({count}{near})", quoted(&shortened(name)))
                })
                .collect();
            let more = unknown.len().saturating_sub(NAMES_SHOWN);
            let rest = if more == 0 {
                String::new()
            } else {
                format!(" and {more} more")
            };
            say(
                Code::AnalyteUnknown,
                format!("names not known: {}{rest}", names.join(", ")),
            );
        }
        notices
    }
}

/// What the first pass tells of a file as a whole, behind what is told of its rows.
pub(super) fn of_file(
    export: &Export,
    survey: &Survey,
    file: usize,
    notices: &mut Vec<FileNotice>,
) {
    let label = export.label();
    let is_told = notices
        .iter()
        .any(|notice| notice.code == Code::DateAmbiguous && notice.file == label);
    let told = [
        (survey.has_sections(file), Code::SectionHeading, SECTIONS),
        (survey.has_open_years(file), Code::DateAmbiguous, OPEN_YEARS),
        (
            survey.has_open_days(file) && !is_told,
            Code::DateAmbiguous,
            OPEN_DAYS,
        ),
    ];
    let told = told.into_iter().filter(|(holds, ..)| *holds);
    notices.extend(told.map(|(_, code, message)| FileNotice {
        file: label.to_string(),
        line: None,
        code,
        message: message.to_string(),
    }));
}

/// That rows head the sections of a file.
const SECTIONS: &str = "rows such as URINE or QC head its sections; they are taken neither for the specimen of the rows below nor \
     for controls, and a row that states no specimen is not judged by an interval of serum";

/// That times have a year of two digits, and nobody can tell which number it is.
const OPEN_YEARS: &str = "dates have a two-digit year, and nothing in the file settles which number it is: they are read only \
     where there is one way to read them; give --date-order dmy, mdy or ymd";

/// That day and month of its times could be exchanged.
const OPEN_DAYS: &str = "day and month of the dates could be exchanged, and nothing in the file settles their order: results of \
     different days are not compared with each other; give --date-order dmy or mdy";

/// That identifiers may stand for two people, and samples are of two patients, if some are.
pub(super) fn whose(exports: &[Export], survey: &Survey) -> Vec<FileNotice> {
    let first = exports.first().map_or("", Export::label);
    let file = match exports.len() {
        0 | 1 => first.to_string(),
        files => format!("{first} and {} more", files - 1),
    };
    let persons = &survey.persons;
    [
        (
            persons.count_of_two(),
            Code::TwoPatientsPossible,
            ("identifier stands", "identifiers stand"),
            "for two sexes, two dates of birth or two names: perhaps two people",
        ),
        (
            persons.count_of_shared(),
            Code::SampleOfTwoPatients,
            ("sample is", "samples are"),
            "given to two patients, by number and time",
        ),
    ]
    .into_iter()
    .filter(|(count, ..)| 0 < *count)
    .map(|(count, code, (one, more), what)| FileNotice {
        file: file.clone(),
        line: None,
        code,
        message: format!(
            "{} {what}; the results carry this code",
            counted(count, one, more)
        ),
    })
    .collect()
}

/// A name, cut where it is longer than any that a reader would recognize.
fn shortened(name: &str) -> String {
    let mut letters = name.chars();
    let mut short: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// Letters of a name that are shown.
const LETTERS: usize = 60;

/// Names that are shown.
const NAMES_SHOWN: usize = 5;
