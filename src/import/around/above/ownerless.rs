//! Lines among the rows, or around them, that say that samples are hemolyzed and name neither patient nor sample: which rows they
//! mean is not told, unless by a mark.

use csv::StringRecord;

mod remark;

use crate::import::file::opening::Opened;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;
use crate::text::fold_words;
pub(super) use remark::is_remark;

/// Lines that say it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ownerless {
    notes: Vec<Note>,
}

/// What such a line says, and by which mark it names the cells that it means: "* hemolyzed sample".
#[derive(Clone, Debug, PartialEq)]
struct Note {
    text: String,
    mark: Option<String>,
}

/// Rows of a file that somebody wrote by hand, at most. In a longer one a line speaks of those around it, if of any.
const ROWS: usize = 300;

/// Signs that stand behind a number and in front of its footnote.
const MARKS: &[char] = &['*', '#', '†', '‡', '§', '¶'];

impl Ownerless {
    /// Such lines of a short file whose rows name patients or samples.
    pub(super) fn of(opened: &Opened, plan: &Plan) -> Option<Ownerless> {
        let names = [Role::Patient, Role::Sample];
        if ROWS < opened.rows.len() || !names.iter().any(|role| plan.pick(*role).is_some()) {
            return None;
        }
        let below = opened.rows.iter().filter_map(remark_of);
        let above = opened.above.iter().filter_map(remark_of);
        let texts = below.chain(above.filter(|text| is_legend(text)));
        let texts: Vec<String> = texts.filter(|text| is_remark(text)).collect();
        let is_used = |mark: &str| opened.rows.iter().any(|row| holds_mark(row, mark));
        let are_footnotes = || {
            let mut marks = texts.iter().filter_map(|text| mark_of(text));
            marks.any(|mark| is_used(&mark))
        };
        let notes = texts.iter().filter_map(|text| {
            let mark = mark_of(text);
            let is_open = mark.as_ref().is_some_and(|mark| !is_used(mark));
            // What explains a mark that no cell has says nothing; a sign alone may only set off the line.
            if is_open && (is_legend(text) || are_footnotes()) {
                return None;
            }
            Some(Note {
                text: text.clone(),
                mark: mark.filter(|_| !is_open),
            })
        });
        let notes: Vec<Note> = notes.collect();
        (!notes.is_empty()).then_some(Ownerless { notes })
    }

    /// What the lines say of this row, as far as they tell which they mean.
    pub(crate) fn said_of(&self, row: &StringRecord) -> Option<&str> {
        let touches = |note: &&Note| note.mark.as_ref().is_none_or(|mark| holds_mark(row, mark));
        Some(self.notes.iter().find(touches)?.text.as_str())
    }

    /// The line of the first such remark among the first rows of a longer file, where it counts for none.
    pub(crate) fn unheard(opened: &Opened) -> Option<u64> {
        let is_one = |row: &StringRecord| remark_of(row).is_some_and(|text| is_remark(&text));
        let mut rows = opened.lines.iter().zip(&opened.rows);
        let found = rows.find(|(_, row)| ROWS < opened.rows.len() && is_one(row));
        found.map(|(line, _)| *line)
    }
}

/// True for a result with this mark: behind a cell, or alone in one.
fn holds_mark(row: &StringRecord, mark: &str) -> bool {
    let is_sign = mark.starts_with(MARKS);
    let is_marked = |cell: &str| {
        let cell = cell.trim();
        cell == mark || (is_sign && cell.ends_with(mark))
    };
    remark_of(row).is_none() && row.iter().any(is_marked)
}

/// The mark that a line explains: `* hemolyzed`, `marked with *`, `HEM = hemolyzed sample`.
fn mark_of(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|first| MARKS.contains(first));
    if let Some(first) = first {
        return Some(first.to_string());
    }
    if let Some(code) = code_of(text) {
        return Some(code.to_string());
    }
    let sign = text.chars().find(|c| MARKS.contains(c));
    sign.filter(|_| speaks_of_marks(text))
        .map(|sign| sign.to_string())
}

/// True for a line that explains a mark, whether a cell has it or not.
pub(super) fn is_legend(text: &str) -> bool {
    speaks_of_marks(text) || code_of(text).is_some()
}

fn speaks_of_marks(text: &str) -> bool {
    const MARKED: &[&str] = &[
        "marked with",
        "flagged with",
        "marked by",
        "are marked",
        "are flagged",
        "indicated by",
        "identified by",
        "gekennzeichnet",
        "sind mit",
        "markiert mit",
        "marques d",
        "signales par",
        "marcadas con",
        "marcados con",
        "senaladas con",
        "contrassegnat",
        "gemarkeerd met",
        "markerade med",
        "markeret med",
        "merket med",
    ];
    let folded = fold_words(text);
    MARKED.iter().any(|words| folded.contains(words))
}

/// The letters in front of an equals sign.
fn code_of(text: &str) -> Option<&str> {
    const LONGEST: usize = 6;
    let code = text.split_once('=')?.0.trim();
    let is_code =
        !code.is_empty() && code.len() <= LONGEST && code.chars().all(|c| c.is_ascii_alphabetic());
    is_code.then_some(code)
}

/// The text of a row that has no other cell, but perhaps a mark or a word for a remark in front.
fn remark_of(row: &StringRecord) -> Option<String> {
    let mut cells = row.iter().map(str::trim).filter(|cell| !is_blank(cell));
    let (first, second, third) = (cells.next()?, cells.next(), cells.next());
    match (second, third) {
        (None, _) => Some(first.to_string()),
        (Some(second), None) if is_note(first) => Some(second.to_string()),
        (Some(second), None) if first.chars().all(|c| MARKS.contains(&c)) => {
            Some(format!("{first} {second}"))
        }
        _ => None,
    }
}

/// True for a word for a remark.
pub(super) fn is_note(cell: &str) -> bool {
    const NOTES: &[&str] = &[
        "note",
        "notes",
        "nb",
        "footnote",
        "anmerkung",
        "hinweis",
        "bemerkung",
        "remarque",
        "nota",
        "observacion",
        "osservazione",
        "opmerking",
        "anmarkning",
        "bemaerkning",
        "merknad",
        "huomautus",
        "uwaga",
    ];
    let folded = vocabulary::fold(cell);
    NOTES.contains(&folded.as_str()) || vocabulary::role(cell) == Some(Role::Comment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_lines_explain() {
        for (text, mark, legend) in [
            ("* haemolysed sample", Some("*"), false),
            (
                "Samples which are haemolysed are marked with *",
                Some("*"),
                true,
            ),
            ("Haemolysed samples are flagged with H", None, true),
            ("HEM = hemolyzed sample", Some("HEM"), true),
            ("* = hemolyzed sample", Some("*"), false),
            ("Sample haemolysed", None, false),
        ] {
            assert_eq!(mark_of(text).as_deref(), mark, "{text}");
            assert_eq!(is_legend(text), legend, "{text}");
        }
    }
}
