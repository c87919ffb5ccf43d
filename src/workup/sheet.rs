//! The review of one patient: what every form of it prints. Plain data, texts as they are to be read;
//! a form only escapes and arranges them.

use super::schema::Requirement;
use crate::preop::sheet::{Identity, Item, Notice, Past, Question, ResultGroup, ResultRow};

/// One patient's results, held against a work-up.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// Who.
    pub patient: Identity,
    /// The line on top.
    pub counts: Counts,
    /// What is wrong with the file or the patient's data.
    pub notices: Vec<Notice>,
    /// Critical results of any analyte in the file, whether the work-up asks for it or not.
    pub critical: Vec<Item>,
    /// Results whose number would be critical, on a sample that may be all of it.
    pub critical_in_doubt: Vec<Item>,
    /// The parts that are for this patient.
    pub parts: Vec<Part>,
    /// The parts that are for the other sex.
    pub left_out: Vec<LeftOut>,
    /// What to ask.
    pub questions: Vec<Question>,
    /// Every row of the file that no part shows, in groups.
    pub rest: Vec<ResultGroup>,
}

impl Review {
    /// True if something belongs on the confidential part.
    #[must_use]
    pub fn has_confidential(&self) -> bool {
        self.critical.iter().any(|item| item.confidential)
            || self.critical_in_doubt.iter().any(|item| item.confidential)
            || self.parts.iter().any(|part| part.has(true))
            || self.rest.iter().any(|group| group.confidential)
            || self.questions.iter().any(|question| question.confidential)
    }

    /// The rows of the open or of the confidential rest.
    #[must_use]
    pub fn rest_rows(&self, confidential: bool) -> usize {
        self.rest
            .iter()
            .filter(|group| group.confidential == confidential)
            .map(|group| group.rows.len())
            .sum()
    }

    /// The lines of all parts, the confidential ones too.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.parts
            .iter()
            .flat_map(|part| &part.tests)
            .flat_map(|test| &test.lines)
    }
}

/// What the line on top counts. What stands on the confidential part is not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The core tests.
    pub core: Tally,
    /// All other tests of the parts shown; what is not wanted is not counted.
    pub other: Tally,
    /// Rows of the export that are this patient's.
    pub rows: usize,
}

/// How many tests stand where; each is counted once, however many parts ask for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests asked for.
    pub tests: usize,
    /// With a result that may be used and was judged; those outside their limits too.
    pub present: usize,
    /// Of these, outside their limits or critical.
    pub outside: usize,
    /// On a sample that is not usable.
    pub unusable: usize,
    /// Not in the file.
    pub missing: usize,
    /// A row without a result.
    pub no_result: usize,
    /// A result that could not be judged.
    pub not_interpreted: usize,
    /// Tests besides these that this program does not know.
    pub not_known: usize,
}

/// A part of the work-up.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// `women` or `men`, where it is for one sex only and the sex of the patient is not known.
    pub only_for: &'static str,
    /// What holds for every test of it.
    pub note: String,
    /// Its tests.
    pub tests: Vec<Test>,
}

impl Part {
    /// True if it has a test on the open, or on the confidential part of the sheet.
    #[must_use]
    pub fn has(&self, confidential: bool) -> bool {
        self.tests.iter().any(|test| test.has(confidential))
    }
}

/// A part that is not for this patient.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// Title.
    pub title: String,
    /// `women` or `men`.
    pub only_for: &'static str,
}

/// A row of the work-up with what is there of it.
#[derive(Clone, Debug)]
pub struct Test {
    /// How strongly it is asked for.
    pub requirement: Requirement,
    /// When.
    pub timing: String,
    /// What the work-up says to look for.
    pub says: String,
    /// Title of the source; empty where there is none.
    pub source: String,
    /// How far the row is sourced.
    pub strength: Strength,
    /// Remark of the work-up.
    pub note: String,
    /// One for each analyte, or for each choice between several.
    pub lines: Vec<Line>,
    /// Tests that this program does not know.
    pub not_in_catalog: Vec<ByEye>,
    /// Belongs on the confidential part as a whole.
    pub confidential: bool,
}

impl Test {
    /// The lines of the open, or of the confidential part.
    pub fn lines(&self, confidential: bool) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(move |line| line.confidential == confidential)
    }

    /// True if something of it stands on the open, or on the confidential part.
    #[must_use]
    pub fn has(&self, confidential: bool) -> bool {
        self.lines(confidential).next().is_some() || self.by_eye(confidential).next().is_some()
    }

    /// The tests to look for by eye, on the open or on the confidential part.
    pub fn by_eye(&self, confidential: bool) -> impl Iterator<Item = &ByEye> {
        self.not_in_catalog
            .iter()
            .filter(move |_| self.confidential == confidential)
    }
}

/// A test that this program does not know: a reader looks for it.
#[derive(Clone, Debug)]
pub struct ByEye {
    /// As the work-up names it.
    pub name: String,
    /// Rows of the file that bear this very name.
    pub results: Vec<ResultRow>,
}

/// How far a row of a work-up is sourced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// A source says it.
    Sourced,
    /// A source says a part of it.
    Part,
    /// None; what is generally known.
    Unsourced,
    /// None; whoever wrote the work-up proposes it.
    Proposal,
}

impl Strength {
    /// For programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Strength::Sourced => "sourced",
            Strength::Part => "part",
            Strength::Unsourced => "unsourced",
            Strength::Proposal => "proposal",
        }
    }

    /// As every form prints it; empty for what is sourced.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Strength::Sourced => "",
            Strength::Part => "source supports a part",
            Strength::Unsourced => "no source: working knowledge",
            Strength::Proposal => "no source: a proposal",
        }
    }
}

/// One analyte that is asked for, or several of which any one serves.
#[derive(Clone, Debug)]
pub struct Line {
    /// Analyte ids.
    pub analytes: Vec<String>,
    /// As printed: `Free testosterone or Free androgen index`.
    pub name: String,
    /// Where it stands.
    pub state: Standing,
    /// Why, where it is not simply there or missing.
    pub reason: String,
    /// The newest results, of each analyte; empty if it is missing.
    pub results: Vec<ResultRow>,
    /// The last result that may be used, where the newest may not.
    pub last_usable: Option<Past>,
    /// Belongs on the confidential part.
    pub confidential: bool,
}

/// Where a test stands, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// At or beyond a critical limit.
    Critical,
    /// Outside its limits.
    Abnormal,
    /// There, judged, and not outside its limits.
    Present,
    /// On a sample that is not usable.
    Unusable,
    /// There, but it could not be judged.
    NotInterpreted,
    /// A row without a result.
    NoResult,
    /// Not in the file.
    Missing,
}

impl Standing {
    /// For programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Standing::Critical => "critical",
            Standing::Abnormal => "abnormal",
            Standing::Present => "present",
            Standing::Unusable => "unusable",
            Standing::NotInterpreted => "not_interpreted",
            Standing::NoResult => "no_result",
            Standing::Missing => "missing",
        }
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Standing::Critical => "CRITICAL",
            Standing::Abnormal => "ABNORMAL",
            Standing::Present => "PRESENT",
            Standing::Unusable => "NOT USABLE",
            Standing::NotInterpreted => "NOT INTERPRETED",
            Standing::NoResult => "NO RESULT",
            Standing::Missing => "MISSING",
        }
    }
}
