//! The sheet of one patient: what every form of it prints. Plain data, texts as they are to be read;
//! a form only escapes and arranges them.

use super::policy::schema::{Recommendation, SurgeryGrade};
use crate::interpretation::{Flag, Usability};

/// One patient's sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Who.
    pub patient: Identity,
    /// Which surgery.
    pub surgery: Surgery,
    /// One of four.
    pub verdict: Verdict,
    /// What the line of the verdict adds.
    pub counts: Counts,
    /// What is wrong with the file or the patient's data, first on the sheet.
    pub notices: Vec<Notice>,
    /// Sections A to F, in the order of the sheet: by section, then by group, the gravest first.
    pub items: Vec<Item>,
    /// Potassium and creatinine, always, with their times.
    pub trends: Vec<Trend>,
    /// Section G: every row of the patient, in groups.
    pub groups: Vec<ResultGroup>,
    /// Section H: what to ask.
    pub questions: Vec<Question>,
    /// What the guideline says of each group of tests.
    pub indicated: Vec<IndicatedTest>,
}

impl Sheet {
    /// The items of one section that may stand on the open part.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(move |item| item.section == section && !item.confidential)
    }

    /// How many items of a section stand on the confidential part.
    #[must_use]
    pub fn confidential_in(&self, section: Section) -> usize {
        self.items
            .iter()
            .filter(|item| item.section == section && item.confidential)
            .count()
    }

    /// True if the policy is not for this patient, so that nothing was held against it.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.items.iter().any(|item| item.state == State::Refused)
    }

    /// True if something belongs on the confidential part.
    #[must_use]
    pub fn has_confidential(&self) -> bool {
        self.items.iter().any(|item| item.confidential)
            || self.groups.iter().any(|group| group.confidential)
            || self.questions.iter().any(|question| question.confidential)
            || self.indicated.iter().any(|test| test.confidential)
    }
}

/// Who the sheet is about, as the export says.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// Identifier; empty if the export names no patient.
    pub id: String,
    /// `female`, `male` or `unknown`.
    pub sex: &'static str,
    /// Date of birth as reported; empty if not stated.
    pub birth: String,
    /// Age on the day of surgery, `58 y`; empty if not known.
    pub age: String,
}

/// The planned surgery, as the user says.
#[derive(Clone, Debug, Default)]
pub struct Surgery {
    /// Day, ISO; empty if not given.
    pub date: String,
    /// Days from today to it; negative if it is past.
    pub days_to: Option<i64>,
    /// Procedure in words; empty if not given.
    pub procedure: String,
    /// Grade.
    pub grade: Option<SurgeryGrade>,
    /// ASA grade, 1 to 4.
    pub asa: Option<u8>,
    /// Contexts said to hold, in order, those of the confidential part left out.
    pub contexts: Vec<String>,
    /// Contexts said not to hold.
    pub denied: Vec<String>,
}

/// The verdict, one of four. No other words: nobody is called fit, cleared or safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing entered is outside the limits of the policy.
    NothingOutside,
    /// Something needed is missing, expired, unusable or unclear.
    #[default]
    Incomplete,
    /// Something for the anaesthetist, or to optimize, before the date.
    Review,
    /// Something to phone about now.
    Action,
}

impl Verdict {
    /// The verdicts, the gravest first.
    pub const ALL: [Verdict; 4] = [
        Verdict::Action,
        Verdict::Review,
        Verdict::Incomplete,
        Verdict::NothingOutside,
    ];

    /// As printed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Verdict::Action => "ACTION NEEDED BEFORE SURGERY",
            Verdict::Review => "REVIEW NEEDED",
            Verdict::Incomplete => "INCOMPLETE",
            Verdict::NothingOutside => "NO ENTERED RESULT OUTSIDE THIS POLICY'S LIMITS",
        }
    }

    /// `action_needed`, `review_needed`, `incomplete` or `nothing_outside_policy`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Action => "action_needed",
            Verdict::Review => "review_needed",
            Verdict::Incomplete => "incomplete",
            Verdict::NothingOutside => "nothing_outside_policy",
        }
    }
}

/// What is counted on the line of the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Indicated and not there.
    pub missing: usize,
    /// There, but too old on the day of surgery.
    pub expired: usize,
    /// On a sample that is not usable.
    pub unusable: usize,
    /// There, but it cannot be held against the policy, or its day is not known.
    pub not_interpreted: usize,
    /// Limits of optimization.
    pub optimize: usize,
    /// Recorded.
    pub noted: usize,
    /// Rows of the export.
    pub rows: usize,
}

/// Something wrong with the data.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Stable code in kebab-case.
    pub code: &'static str,
    /// In words, for the nurse.
    pub text: String,
}

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
    /// Its day of collection is not known.
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
            State::Undated => "NO DATE",
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
    /// The last usable result, where this one is not.
    pub last_usable: Option<Past>,
    /// What to do.
    pub action: String,
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
}

/// The course of one analyte, the oldest first.
#[derive(Clone, Debug)]
pub struct Trend {
    /// Analyte as printed.
    pub name: String,
    /// Unit of `canonical` as printed.
    pub unit: String,
    /// Its points; empty if there is no result.
    pub points: Vec<Point>,
}

/// One point of a course.
#[derive(Clone, Debug)]
pub struct Point {
    /// Value as reported, with its unit.
    pub text: String,
    /// In the canonical unit, for drawing.
    pub canonical: f64,
    /// Collected.
    pub collected: String,
    /// Minutes since the first point, for drawing.
    pub minutes: Option<f64>,
    /// False on an unusable sample.
    pub usable: bool,
}

/// A group of results in section G.
#[derive(Clone, Debug)]
pub struct ResultGroup {
    /// Title (`Electrolytes`).
    pub title: String,
    /// Belongs on the confidential part.
    pub confidential: bool,
    /// Rows: an analyte's newest first.
    pub rows: Vec<ResultRow>,
}

/// One row of the export in section G.
#[derive(Clone, Debug)]
pub struct ResultRow {
    /// Analyte as printed, or the name as reported.
    pub name: String,
    /// Analyte id; empty if not known.
    pub analyte: String,
    /// Value as reported.
    pub value: String,
    /// Unit as printed.
    pub unit: String,
    /// Interval in words; empty if none judged it.
    pub interval: String,
    /// Whose interval.
    pub interval_source: String,
    /// Flag.
    pub flag: Option<Flag>,
    /// May the number be used?
    pub usability: Option<Usability>,
    /// Value and limits in the canonical unit, for drawing.
    pub position: Option<Position>,
    /// Since the previous result: `was 4.1 on 2026-10-02`; empty if there is none.
    pub previous: String,
    /// The points of the analyte up to this one, for drawing; only on its newest row.
    pub course: Vec<Point>,
    /// Collected.
    pub collected: String,
    /// Remarks in words.
    pub remarks: Vec<String>,
    /// True for a derived value.
    pub derived: bool,
    /// The laboratory's own flag, verbatim.
    pub reported_flag: String,
    /// The laboratory's comment, verbatim.
    pub comment: String,
    /// Notice codes, for programs.
    pub notices: Vec<&'static str>,
    /// File of the row.
    pub file: String,
    /// Line of the row; 0 for a derived value.
    pub line: u64,
}

/// Where a value lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// The value.
    pub value: f64,
    /// Lower limit.
    pub low: Option<f64>,
    /// Upper limit.
    pub high: Option<f64>,
}

/// A question of section H.
#[derive(Clone, Debug)]
pub struct Question {
    /// The question.
    pub ask: String,
    /// Why it is asked of this patient; empty for what everyone is asked.
    pub because: String,
    /// Belongs on the confidential part.
    pub confidential: bool,
}

/// What the guideline says of one group of tests.
#[derive(Clone, Debug)]
pub struct IndicatedTest {
    /// Group id, `kidney_function`.
    pub group: String,
    /// Title.
    pub title: String,
    /// Recommendation; none where surgery or ASA grade is not given.
    pub recommendation: Option<Recommendation>,
    /// Its condition in words; empty for none.
    pub condition: String,
    /// Does the condition hold? None if it is not known, or there is none.
    pub condition_holds: Option<bool>,
    /// Is it in the file, usable and in its window? None for what no laboratory export holds.
    pub present: Option<bool>,
    /// Title of the source.
    pub source: String,
    /// Belongs on the confidential part.
    pub confidential: bool,
}

/// What a run of sheets rests on.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    /// Version of the program.
    pub tool: String,
    /// Version of the reference data.
    pub data: String,
    /// Policy: id and version.
    pub policy: String,
    /// Title of the policy.
    pub policy_title: String,
    /// Who answers for it.
    pub policy_owner: String,
    /// True if nobody has made it his own.
    pub policy_is_example: bool,
    /// First digits of the SHA-256 of the policy file.
    pub policy_digest: String,
    /// Profile of intervals.
    pub profile: String,
    /// List of critical limits.
    pub critical_list: String,
    /// Input files: name and first digits of their SHA-256.
    pub inputs: Vec<(String, String)>,
    /// Day and time of the run, ISO.
    pub when: String,
}
