//! A line among the rows, or below them, that says that samples are hemolyzed and names neither patient nor sample: which rows it
//! means is not told.

use csv::StringRecord;

use crate::import::opening::Opened;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::wide::unread::speaks_of_sample;
use crate::quality::words::SampleWords;

/// What such a line says, and by which mark it names the cells that it means: "* hemolyzed sample".
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ownerless {
    pub(crate) text: String,
    mark: Option<char>,
}

/// Rows of a file that somebody wrote by hand, at most. In a longer one a line speaks of those around it, if of any.
const ROWS: usize = 300;

/// Signs that stand behind a number and in front of its footnote.
const MARKS: &[char] = &['*', '#', '†', '‡', '§', '¶'];

impl Ownerless {
    /// The first such line of a short file whose rows name patients or samples.
    pub(super) fn of(opened: &Opened, plan: &Plan) -> Option<Ownerless> {
        let names = [Role::Patient, Role::Sample];
        if ROWS < opened.rows.len() || !names.iter().any(|role| plan.pick(*role).is_some()) {
            return None;
        }
        let text = opened
            .rows
            .iter()
            .find_map(|row| only_cell(row).filter(|cell| is_remark(cell)))?;
        let mark = text.chars().next().filter(|first| MARKS.contains(first));
        let is_marked = |mark: char| {
            let mut rows = opened.rows.iter();
            rows.any(|row| holds_mark(row, mark))
        };
        Some(Ownerless {
            text: text.to_string(),
            mark: mark.filter(|mark| is_marked(*mark)),
        })
    }

    /// The line of the first such remark among the first rows of a longer file, where it counts for none.
    pub(crate) fn unheard(opened: &Opened) -> Option<u64> {
        let is_one = |row: &StringRecord| only_cell(row).is_some_and(is_remark);
        let mut rows = opened.lines.iter().zip(&opened.rows);
        let found = rows.find(|(_, row)| ROWS < opened.rows.len() && is_one(row));
        found.map(|(line, _)| *line)
    }

    /// Does the line mean this row, as far as it says?
    pub(crate) fn touches(&self, row: &StringRecord) -> bool {
        self.mark.is_none_or(|mark| holds_mark(row, mark))
    }
}

fn holds_mark(row: &StringRecord, mark: char) -> bool {
    let is_marked =
        |cell: &str| cell.trim_end().ends_with(mark) && cell.trim_end().chars().nth(1).is_some();
    only_cell(row).is_none() && row.iter().any(is_marked)
}

/// The cell of a row that has no other.
fn only_cell(row: &StringRecord) -> Option<&str> {
    let mut cells = row.iter().map(str::trim).filter(|cell| !is_blank(cell));
    cells.next().filter(|_| cells.next().is_none())
}

/// Words with which a sentence about such samples says nothing of those in the file.
const OF_NONE: &[&str] = &[
    "none",
    "discarded",
    "excluded",
    "rejected",
    "accept",
    "accepted",
    "any",
    "report",
    "study",
    "policy",
    "please",
    "must",
    "should",
    "will",
    "if",
    "when",
    "do",
    "keine",
    "verworfen",
    "ausgeschlossen",
    "aucun",
    "exclus",
    "ninguna",
    "excluidas",
];

/// True for a sentence that says that a sample is hemolyzed: not what is measured ("Hemolysis index"), nor that none is.
pub(super) fn is_remark(text: &str) -> bool {
    const SAMPLES: &[&str] = &[
        "sample",
        "specimen",
        "serum",
        "tube",
        "prob",
        "materi",
        "echantillon",
        "échantillon",
        "prelev",
        "prélèv",
        "muestra",
        "campion",
        "amostra",
        "monster",
        "prov",
        "prøve",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let names_sample = words.any(|word| SAMPLES.iter().any(|begin| word.starts_with(begin)));
    let of_none = lower.split(|c: char| !c.is_alphanumeric());
    if of_none.into_iter().any(|word| OF_NONE.contains(&word)) {
        return false;
    }
    if !names_sample || !speaks_of_sample(text) {
        return false;
    }
    let said = SampleWords::hemolysis()
        .ok()
        .and_then(|words| words.in_adjective(text));
    said.is_some_and(|said| said.free_hb.is_none_or(|(low, _)| 0.0 < low))
}
