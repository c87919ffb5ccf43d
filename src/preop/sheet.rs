//! The sheet of one patient: what every form of it prints. Plain data, texts as they are to be read;
//! a form only escapes and arranges them.

mod item;
mod results;

use std::collections::HashSet;

use super::policy::schema::SurgeryGrade;

pub use item::{Item, Past, Section, State};
pub use results::{
    IndicatedTest, Point, Position, Question, ResultGroup, ResultRow, Trend, Unread,
};

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
    /// The notice that an earlier stop was followed by a result that is none.
    pub const FOLLOWED_STOP: &'static str = "earlier-stop-followed";

    /// The notice that of two results of one day one is a stop and the later is none.
    pub const TWO_ANSWERS: &'static str = "stop-and-none-on-one-day";

    /// The notice that a reported value and the equation for it lie on different sides of a limit.
    pub const OTHER_NUMBER: &'static str = "derived-past-a-limit";

    /// Says on the open page only that there is something to read, and asks on the confidential part.
    pub(super) fn ask_in_confidence(&mut self, code: &'static str, open: &str, ask: &str) {
        self.notices.push(Notice {
            code,
            text: open.to_string(),
        });
        self.questions.push(Question {
            ask: ask.to_string(),
            because: String::new(),
            confidential: true,
        });
    }

    /// True if an earlier stop was followed by a result that is none.
    #[must_use]
    pub fn has_followed_stop(&self) -> bool {
        self.notices
            .iter()
            .any(|notice| notice.code == Sheet::FOLLOWED_STOP)
    }

    /// True if somebody is to be phoned about at once, or to be seen: a stop, or a number that would be one on a sample
    /// that is not usable.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.items.iter().any(Item::is_urgent)
    }

    /// The places of the results that items of a kind are about.
    pub(crate) fn places(&self, is_one: impl Fn(&Item) -> bool) -> HashSet<usize> {
        let items = self.items.iter().filter(|item| is_one(item));
        items.filter_map(|item| item.entry).collect()
    }

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
    /// Results outside their intervals where the policy has no limit for this patient: only section F has them.
    pub without_limit: usize,
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
    /// Files that say more of the input: the option, name, and first digits of their SHA-256.
    pub beside: Vec<(&'static str, String, String)>,
    /// Equations of which a run may choose one or a parameter: id and name of the analyte, and formula.
    pub equations: Vec<(&'static str, String, String)>,
    /// The other options that were given: name and value.
    pub options: Vec<(&'static str, String)>,
    /// Day and time of the run, ISO.
    pub when: String,
}
