//! One result as reported, before anything is understood.

use crate::import::EveryCell;
use crate::import::date::DateOrders;
use crate::person::Sex;
use crate::value::Mark;

/// Limits as printed in a record: in cells of their own, or as one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintedLimits<'a> {
    /// Lower limit.
    pub low: &'a str,
    /// Upper limit.
    pub high: &'a str,
    /// Interval as one text.
    pub range: &'a str,
}

/// What dashes say in a column of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dashes {
    /// They are flags, or nothing.
    #[default]
    Open,
    /// Other signs stand in their column, so `--` is a flag.
    Signs,
    /// They fill their column, and say nothing.
    Blank,
}

/// One result exactly as the export states it. Borrowed from the record it came from.
///
/// An empty string means that the export does not say. Every import (CSV today) ends here, and
/// nothing behind this type knows what kind of file a result came from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Observation<'a> {
    /// The file as named on the command line; `-` for standard input.
    pub file: &'a str,
    /// Line of the file on which the record starts; the first line is 1.
    pub line: u64,
    /// Column (1-based) of the value, for messages.
    pub column: usize,

    /// Patient identifier.
    pub patient: &'a str,
    /// Sample or accession number.
    pub sample: &'a str,
    /// When the sample was collected.
    pub collected: &'a str,
    /// When the laboratory received it.
    pub received: &'a str,
    /// When it was reported.
    pub reported: &'a str,
    /// Order of day, month and year in this file, as far as it is known.
    pub date_orders: DateOrders,

    /// Sex of the patient.
    pub sex: &'a str,
    /// Age, with or without a unit (`44Y`, `> 89`).
    pub age: &'a str,
    /// Unit of the age where it stands in its own column or in the header.
    pub age_unit: &'a str,
    /// Date of birth.
    pub birth: &'a str,

    /// Name of the analyte. With `--codes`, the name joined from there.
    pub name: &'a str,
    /// Local item code.
    pub code: &'a str,
    /// LOINC code.
    pub loinc: &'a str,
    /// Specimen, fluid or material.
    pub specimen: &'a str,
    /// Section of the laboratory (`Chemistry`, `Blood Gas`, `URINALYSIS`).
    pub category: &'a str,
    /// Condition of collection (`fasting`, `luteal`), where the export has such a column.
    pub condition: &'a str,
    /// Whether she is pregnant, or since how many weeks, where the export has such a column.
    pub pregnancy: &'a str,
    /// Coded or written condition of the sample (`HEM`, `hemolyzed`).
    pub specimen_condition: &'a str,
    /// An alarm of the analyzer: where nothing in it is understood, the sample is doubtful.
    pub alarm: &'a str,

    /// The result.
    pub value: &'a str,
    /// The result as another column states it, where that is another one.
    pub value_beside: &'a str,
    /// The unit that stands behind it there.
    pub value_beside_unit: &'a str,
    /// A comparator in a column of its own (`<`).
    pub comparator: &'a str,
    /// Unit of the result.
    pub unit: &'a str,
    /// Unit of the result as a second column states it.
    pub unit_beside: &'a str,
    /// Lower limit printed on the report.
    pub low: &'a str,
    /// Upper limit printed on the report.
    pub high: &'a str,
    /// Interval printed as one text (`3.5-5.1`).
    pub range: &'a str,
    /// What stands in the cells of limits may be something else: numbers of orders.
    pub limits_are_open: bool,
    /// Only their numbers, or those of other rows, tell that they are limits of reference: others may be among them.
    pub limits_are_told: bool,
    /// Nobody can tell whose an `M` is that stands alone in printed limits: the sexes of the file are in a language in which it
    /// may be a woman's (`mujer` beside `hombre`).
    pub is_m_open: bool,
    /// Whose a `V` in printed limits is, by the sexes of the file: `vrouw`'s or `varón`'s.
    pub of_v: Option<Sex>,
    /// Limits printed for a woman and for a man in columns of their own, where nobody knows which the patient is.
    pub by_sex: [PrintedLimits<'a>; 2],
    /// The laboratory's own critical limits, as printed beside the result.
    pub critical: PrintedLimits<'a>,
    /// The laboratory's own flag.
    pub flag: &'a str,
    /// What dashes among such flags say in this file.
    pub dashes: Dashes,
    /// Status (preliminary, final, corrected, cancelled).
    pub status: &'a str,
    /// The status stands beside this one of the results of its record.
    pub own_status: bool,
    /// Reason why a result is absent, where the export has such a column.
    pub reason: &'a str,
    /// Comment.
    pub comment: &'a str,
    /// How numbers are written in this file.
    pub numbers: NumberStyle,
    /// The record holds all results of one sample (a wide layout), so that its other results come from
    /// the same tube even where no sample number says so.
    pub record_is_sample: bool,
    /// The column holds the results of one sample (a cumulative sheet), where no sample number says so.
    pub column_is_sample: bool,
    /// A column of its file that is not read may tell when its sample was drawn.
    pub time_unread: bool,
    /// All cells of its record.
    pub every_cell: EveryCell<'a>,
    /// The record has more or fewer cells than its header.
    pub ragged: bool,
    /// The lists of item codes do not have its code.
    pub code_unknown: bool,
}

/// How an export writes numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NumberStyle {
    /// `,` is the decimal mark. Otherwise `.` is.
    pub decimal_comma: bool,
    /// The mark between groups of three digits, where the file uses one: `.`, `,`, `'` or a space.
    pub thousands: Option<char>,
    /// The file has both decimal points and decimal commas: `1.234` may be 1.234 or 1234, and is not read.
    pub groups_open: bool,
}

impl NumberStyle {
    /// True if a point is a decimal mark, whatever follows it.
    #[must_use]
    pub fn is_plain(self) -> bool {
        self.mark() == Some(Mark::POINT)
    }

    /// The decimal mark, where it is nothing else whatever follows it.
    pub(crate) fn mark(self) -> Option<Mark> {
        match (self.decimal_comma, self.thousands) {
            _ if self.groups_open => None,
            (false, Some('.')) | (true, Some(',')) => None,
            (false, _) => Some(Mark::POINT),
            (true, _) => Some(Mark::COMMA),
        }
    }
}
