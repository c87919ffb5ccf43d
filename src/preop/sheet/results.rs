//! Sections G and H and the front's courses: results, questions, and what the guideline says.

use crate::interpretation::{Flag, Usability};
use crate::preop::policy::schema::Recommendation;

/// The course of one analyte, the oldest first.
#[derive(Clone, Debug)]
pub struct Trend {
    /// Analyte as printed.
    pub name: String,
    /// Unit of `canonical` as printed.
    pub unit: String,
    /// Its points; empty if there is no result.
    pub points: Vec<Point>,
    /// Its newest rows that are no point: nothing in them, or not a number that can be read.
    pub unread: Vec<Unread>,
}

/// A row of a course that cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What it says.
    pub text: String,
    /// What it is in a word: `NO RESULT`.
    pub mark: &'static str,
    /// Collected.
    pub collected: String,
    /// `received` or `reported`, where `collected` is that time, because no time of collection is stated.
    pub stands_in: &'static str,
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
    /// `received` or `reported`, where `collected` is that time, because no time of collection is stated.
    pub stands_in: &'static str,
    /// Minutes since the first point, for drawing.
    pub minutes: Option<f64>,
    /// False on an unusable sample.
    pub usable: bool,
    /// Why it is none to go by (`EXPIRED`); empty where it is.
    pub mark: &'static str,
    /// It was collected after the point before it, for certain: an arrow may be drawn.
    pub follows: bool,
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
    /// `received` or `reported`, where `collected` is that time, because no time of collection is stated.
    pub stands_in: &'static str,
    /// What time does to it (`too old: …`, `followed by …`), the first of the remarks; empty for nothing.
    pub time_remark: String,
    /// Remarks in words.
    pub remarks: Vec<String>,
    /// True for a derived value.
    pub derived: bool,
    /// The formula, with its version and parameters; empty for a result.
    pub formula: String,
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
