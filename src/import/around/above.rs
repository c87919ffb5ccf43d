//! What the lines above a header say of every row below it: whose they are, a specimen, a comment, that they are controls.

use csv::StringRecord;

mod kinds;
mod of_person;
mod ownerless;
mod sections;
mod statements;
mod whose;

use crate::import::cells::fluid;
use crate::import::file::opening::Opened;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::layout::Shape;
use crate::import::plan::Plan;
use crate::import::shapes::sheet;
use crate::import::shapes::wide::WideColumn;
use crate::interpret::reported;

use kinds::{is_blood, is_of_controls, names_blood, of_controls, specimen};
use of_person::is_filled_alike;
pub(crate) use of_person::is_of_person;
pub(crate) use ownerless::Ownerless;
pub(crate) use whose::Whose;

/// What counts for every row that says nothing of it itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Above {
    pub(crate) specimen: String,
    pub(crate) category: String,
    pub(crate) comment: String,
    pub(crate) whose: Whose,
    /// Lines among the rows state another person, draw or specimen, so that some of what these state counts for none below them.
    pub(crate) is_restated: bool,
    /// What counts instead from some line of the file on, in order.
    pub(crate) below: Vec<(u64, Above)>,
    /// What a line among the rows says of samples, and not of which.
    pub(crate) ownerless: Option<Ownerless>,
}

impl Above {
    /// What counts for the row on a line.
    pub(crate) fn at(&self, line: u64) -> &Above {
        let mut below = self.below.iter().rev();
        let found = below.find(|(from, _)| *from <= line);
        found.map_or(self, |(_, above)| above)
    }

    /// Are the rows controls?
    fn is_of_controls(&self) -> bool {
        reported::heads_controls(&self.category)
    }

    /// True if the lines say something of the rows.
    pub(crate) fn says_something(&self) -> bool {
        let texts = [&self.specimen, &self.category, &self.comment];
        !self.whose.is_empty() || texts.iter().any(|text| !text.is_empty())
    }

    /// What they say of every row, for a message.
    pub(crate) fn facts(&self) -> Vec<&'static str> {
        let mut facts: Vec<&str> = self.whose.said().map(|(role, _)| role.as_str()).collect();
        for (text, fact) in [
            (&self.specimen, "specimen"),
            (&self.category, "control"),
            (&self.comment, "comment"),
        ] {
            if !text.is_empty() {
                facts.push(fact);
            }
        }
        facts
    }

    /// The lines, without those that say something of the columns of a sheet.
    pub(crate) fn lines(opened: &Opened, plan: &Plan) -> Vec<StringRecord> {
        let is_told = |line: &&StringRecord| {
            plan.shape == Shape::Cumulative && sheet::says_above(plan, line).is_some()
        };
        let lines = opened.above.iter().filter(|line| !is_told(line));
        lines.cloned().collect()
    }
}

/// Reads lines.
#[derive(Default)]
struct Reader {
    above: Above,
    /// What they say of persons, of which some counts.
    lines: whose::Lines,
}

impl Reader {
    /// Reads the lines. A line of several fluids names those of the columns below it.
    fn of(lines: &[StringRecord], wide: &mut [WideColumn]) -> Reader {
        let mut reader = Reader::default();
        let mut lines = lines.iter();
        while let Some(line) = lines.next() {
            if fill_specimens(line, wide) {
                continue;
            }
            if !is_of_person(line) {
                reader.take_line(line);
                continue;
            }
            let values = lines.next();
            reader.take_table(line, values);
            // Somebody else below him: the rows are of either.
            while let Some(next) = lines.as_slice().first()
                && values.is_some_and(|values| is_filled_alike(values, next))
            {
                reader.take_table(line, lines.next());
            }
        }
        reader
    }

    fn of_line(line: &StringRecord) -> Reader {
        let mut reader = Reader::default();
        reader.take_line(line);
        reader
    }

    /// "Patient,Sex,Age" and below it "X,F,44".
    fn take_table(&mut self, keys: &StringRecord, values: Option<&StringRecord>) {
        let values = values.into_iter().flat_map(StringRecord::iter);
        for (key, value) in keys.iter().zip(values) {
            if !is_blank(key) && !is_blank(value) {
                self.take(key.trim(), value.trim());
            }
        }
    }

    fn take_line(&mut self, line: &StringRecord) {
        let mut is_of_another = whose::is_of_another(line);
        for (key, value) in statements::of(line) {
            is_of_another |= whose::names_relative(key);
            let names_another = || whose::names_another(key) || whose::names_another(&value);
            if !whose::is_key(key) || !(is_of_another || names_another()) {
                self.take(key, &value);
            }
        }
    }

    fn take(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            self.take_title(key);
            return;
        }
        if is_of_controls(key, value) {
            self.above.category = of_controls(value);
            return;
        }
        let Some(entry) = vocabulary::entry(key) else {
            self.lines.take(key, value);
            return;
        };
        match entry.role {
            // When it was drawn, or from what: in the cell of a row urine is meant, of a whole table nobody knows.
            Role::Specimen | Role::Sample if fluid::says_how_drawn(value) => {
                self.above.specimen = OF_EITHER.to_string();
            }
            Role::Specimen | Role::Sample if specimen(value).is_some() || is_blood(value) => {
                self.above.specimen = value.to_string();
            }
            Role::Category | Role::Name if fluid::is_in(value, "") => {
                self.above.category = value.to_string();
            }
            Role::Comment => self.above.comment = value.to_string(),
            Role::SpecimenCondition => self.above.comment = format!("{key}: {value}"),
            _ => self.lines.take(key, value),
        }
    }

    /// A title of one cell.
    fn take_title(&mut self, title: &str) {
        let title = title.trim().trim_end_matches([':', '.']);
        if title.split_whitespace().count() <= WORDS && specimen(title).is_some() {
            self.above.specimen = title.to_string();
        } else if reported::heads_controls(title) {
            self.above.category = of_controls(title);
        } else if ownerless::is_remark(title) && !ownerless::is_legend(title) {
            self.above.comment = title.to_string();
        }
    }
}

/// True for a cell with a key of a person, a draw, a specimen or controls, alone or with what stands behind it.
fn states(cell: &str) -> bool {
    let (key, is_statement) = match cell.split_once(':') {
        Some((key, _)) => (key.trim(), statements::is_statement(cell)),
        None => (cell, false),
    };
    whose::is_key(key)
        || statements::is_specimen_header(key)
        || (is_statement && reported::heads_controls(key))
        || (is_statement
            && cell
                .split_once(':')
                .is_some_and(|(key, value)| is_of_controls(key.trim(), value.trim())))
}

/// A specimen that is open: of two that are stated, nobody knows which.
const OF_EITHER: &str = "serum/urine";

/// Words of a title that is nothing but a specimen: "24 h urine".
const WORDS: usize = 3;

/// Takes the specimens of columns from a line that names several and nothing else: each holds until the next one. False for
/// any other line.
pub(crate) fn fill_specimens(line: &StringRecord, wide: &mut [WideColumn]) -> bool {
    let cells = line.iter().map(str::trim).enumerate();
    let filled = cells.filter(|(_, cell)| !is_blank(cell));
    let (named, others): (Vec<_>, Vec<_>) = filled.partition(|(_, cell)| specimen(cell).is_some());
    let title = |cell: &str| {
        ["specimen", "sample"]
            .iter()
            .any(|word| vocabulary::fold(cell).starts_with(word))
    };
    if named.len() < 2 || !others.iter().all(|(_, cell)| title(cell)) {
        return false;
    }
    for column in wide {
        let before = named.iter().rev().find(|(at, _)| *at <= column.value);
        if let Some((_, cell)) = before
            && column.specimen.is_empty()
        {
            column.specimen = cell.to_string();
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_say_of_the_rows() {
        let read = |line: &str| {
            let line = StringRecord::from(line.split('|').collect::<Vec<_>>());
            let above = Reader::of(&[line], &mut []).above;
            format!("{}/{}/{}", above.specimen, above.category, above.comment)
        };
        for (line, expected) in [
            ("Specimen: Urine", "Urine//"),
            ("Specimen type|CSF||", "CSF//"),
            ("URINE", "URINE//"),
            ("Quality control data", "/Quality control data/"),
            ("Type: Quality control", "/Quality control/"),
            ("Sample type: 质控品", "/质控品/"),
            ("QC: Level 1", "/quality control/"),
            ("室内质控: 水平2", "/quality control/"),
            ("室内质控数据", "/室内质控数据/"),
            ("Контроль качества", "/Контроль качества/"),
            (
                "Comment: sample grossly hemolysed",
                "//sample grossly hemolysed",
            ),
            (
                "Specimen quality: hemolyzed",
                "//Specimen quality: hemolyzed",
            ),
            (
                "All samples haemolysed grade 2",
                "//All samples haemolysed grade 2",
            ),
            ("No sample haemolysed", "//"),
            ("Hemolyzed samples removed", "//"),
            ("Samples which are haemolysed are marked with *", "//"),
            ("Hemolysis index of all samples", "//"),
            // Of a house, of a day, of anything.
            ("City Hospital, Department of Urology and Dialysis", "//"),
            ("Printed: 2026-05-02", "//"),
            ("Sample: 4711", "//"),
            ("Results of the laboratory", "//"),
            // Of the laboratory's controls, and not of these rows.
            ("QC: passed", "//"),
            ("QC: Level 1 and 2 within limits", "//"),
            ("Specimen: Random", "serum/urine//"),
            ("QC: 2026-05-02", "//"),
            ("室内质控: 合格", "//"),
            ("室内质控合格", "//"),
            ("Отдел контроля качества", "//"),
            ("Released by: Quality control", "//"),
            // Of a column.
            ("参考值", "//"),
            ("基準値: 3.5-5.1", "//"),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }
}
