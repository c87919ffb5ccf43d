//! The sections A to F: what they are, and one line of them.

use crate::interpretation::Usability;

/// A section of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Stop.
    A,
    /// The anaesthetist's review.
    B,
    /// Unusable samples.
    C,
    /// Missing or expired.
    D,
    /// Not indicated.
    E,
    /// Optimize, and what is recorded.
    F,
}

impl Section {
    /// The sections in order.
    pub const ALL: [Section; 6] = [
        Section::A,
        Section::B,
        Section::C,
        Section::D,
        Section::E,
        Section::F,
    ];

    /// Its letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Section::A => "A",
            Section::B => "B",
            Section::C => "C",
            Section::D => "D",
            Section::E => "E",
            Section::F => "F",
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Section::A => "Stop: phone now, do not proceed until reviewed",
            Section::B => "Anaesthetist's review before the date",
            Section::C => "Unusable samples: recollect",
            Section::D => "Missing, expired or unclear",
            Section::E => "Not indicated for this surgery and ASA grade",
            Section::F => "Optimize, and recorded",
        }
    }
}

/// The state of an item. None is to be taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Crosses a limit of the tier stop, or a critical limit.
    Stop,
    /// Crosses a limit of the tier review.
    Review,
    /// An inequality or a range that may or may not cross a limit.
    Undetermined,
    /// On a sample that must not be used, or not for this conclusion.
    Unusable,
    /// Indicated and not in the file.
    Missing,
    /// Too old on the day of surgery.
    Expired,
    /// There is a row, but no result in it.
    Absent,
    /// There is a result that cannot be held against the policy.
    NotInterpreted,
    /// Its day of collection is not known, or lies after today.
    Undated,
    /// What the sheet itself needs and was not told.
    NotStated,
    /// The policy is not for this patient.
    Refused,
    /// In the file, though routine testing is not recommended.
    NotIndicated,
    /// Crosses a limit of the tier optimize.
    Optimize,
    /// Crosses a limit of the tier note.
    Note,
}

impl State {
    /// Stable key in snake_case.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            State::Stop => "stop",
            State::Review => "review",
            State::Undetermined => "undetermined",
            State::Unusable => "unusable",
            State::Missing => "missing",
            State::Expired => "expired",
            State::Absent => "absent",
            State::NotInterpreted => "not_interpreted",
            State::Undated => "undated",
            State::NotStated => "not_stated",
            State::Refused => "refused",
            State::NotIndicated => "not_indicated",
            State::Optimize => "optimize",
            State::Note => "note",
        }
    }

    /// The word that stands before the item.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            State::Stop => "STOP",
            State::Review => "REVIEW",
            State::Undetermined => "REVIEW",
            State::Unusable => "NOT USABLE",
            State::Missing => "MISSING",
            State::Expired => "EXPIRED",
            State::Absent => "NO RESULT",
            State::NotInterpreted => "NOT INTERPRETED",
            State::Undated => "NO VALID DATE",
            State::NotStated => "NOT STATED",
            State::Refused => "REFUSED",
            State::NotIndicated => "NOT INDICATED",
            State::Optimize => "OPTIMIZE",
            State::Note => "NOTE",
        }
    }
}

/// One line of the sections A to F. Texts are empty where there is nothing to say.
#[derive(Clone, Debug)]
pub struct Item {
    /// Section.
    pub section: Section,
    /// State.
    pub state: State,
    /// Clinical group (`Kidney function`), by which a section is ordered.
    pub group: String,
    /// Analyte id; empty for what is no analyte.
    pub analyte: String,
    /// Analyte as printed, or what it is about.
    pub name: String,
    /// Value as reported, with `<` or `>`.
    pub value: String,
    /// Unit as printed.
    pub unit: String,
    /// The limit that was crossed (`>= 6.0 mmol/L`), or the window (`90 days`).
    pub limit: String,
    /// Whose limit.
    pub limit_owner: String,
    /// The laboratory's or profile's interval (`3.5-5.1 mmol/L`).
    pub interval: String,
    /// Whose interval: `report`, `lab` or the profile.
    pub interval_source: String,
    /// Collected, ISO where it can be read, with the time where there is one.
    pub collected: String,
    /// `received` or `reported`, where `collected` is that time, because no time of collection is stated.
    pub stands_in: &'static str,
    /// Age in days on the day of surgery.
    pub age_days: Option<i64>,
    /// Sample number.
    pub sample: String,
    /// Specimen.
    pub specimen: &'static str,
    /// May the number be used?
    pub usability: Option<Usability>,
    /// What is known of the sample, in words (`hemolyzed, about 2.4 g/L`).
    pub sample_remark: String,
    /// The laboratory's comment, verbatim.
    pub comment: String,
    /// The result before this one.
    pub previous: Option<Past>,
    /// The formula of a derived value, with its version and parameters; empty for a result.
    pub formula: String,
    /// The last usable result, where this one is not.
    pub last_usable: Option<Past>,
    /// What to do.
    pub action: String,
    /// Of a tube to collect again: at once, not only before the day of surgery.
    pub at_once: bool,
    /// Other limits that it crosses too, each with its owner.
    pub also_crossed: Vec<String>,
    /// Title of the source, or `unsourced` or `proposal` in words.
    pub source: String,
    /// True where no source supports the limit.
    pub unsourced: bool,
    /// File and line of the row; line 0 for none.
    pub file: String,
    /// Line of the row in the file.
    pub line: u64,
    /// Belongs on the confidential part.
    pub confidential: bool,
    /// Which of the patient's entries it is about. File and line are for a reader: every cell of a wide record has one
    /// line, and so have two files.
    pub entry: Option<usize>,
}

impl Item {
    /// True if somebody is to be phoned about it now, or to be seen: a stop, or a number that would be one on a sample that is
    /// not usable.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        let unusable = Some(Usability::Indeterminate) <= self.usability;
        self.section == Section::A
            || (self.section == Section::B && self.state == State::Review && unusable)
    }

    /// What was done at its time: `collected`, unless another time stands in.
    #[must_use]
    pub fn was(&self) -> &'static str {
        match self.stands_in {
            "" => "collected",
            other => other,
        }
    }
}

/// An earlier result.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Value as reported.
    pub value: String,
    /// Unit as printed.
    pub unit: String,
    /// Collected.
    pub collected: String,
    /// `received` or `reported`, where `collected` is that time, because no time of collection is stated.
    pub stands_in: &'static str,
    /// Its sample speaks against it: it is no number to compare with.
    pub spoiled: bool,
}
