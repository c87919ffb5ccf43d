//! A layout file: what the columns of an export are, said by a person instead of detected.
//!
//! Everything in it is optional and overrides detection field by field. `serumcheck layout FILE`
//! writes one to start from.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::date::DateOrder;
use super::file::encoding;
use super::headers::role::Role;
use crate::error::{Error, Result};

pub(crate) mod describe;
pub(crate) mod write;

/// How an export is to be read.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// One row per result, one row with many results, or one row with the results of many dates.
    pub shape: Option<Shape>,
    /// Between two cells.
    pub delimiter: Option<Delimiter>,
    /// Whether `"` encloses cells.
    pub quoting: Option<bool>,
    /// Encoding, where the file itself does not tell.
    pub encoding: Option<EncodingLabel>,
    /// Line of the header; the first line of the file is 1.
    pub header_line: Option<u64>,
    /// Decimal mark.
    pub decimal: Option<DecimalMark>,
    /// Mark between groups of three digits.
    pub thousands: Option<Thousands>,
    /// Order of day, month and year.
    pub date_order: Option<DateOrder>,
    /// Roles and the headers of their columns, in order of preference.
    #[serde(default)]
    pub columns: BTreeMap<Role, Headers>,
    /// Wide exports: the columns with results. Other exports: what blank cells of a named analyte
    /// mean.
    #[serde(default)]
    pub analytes: Vec<AnalyteLayout>,
}

/// One row per result (long), one row with many results (wide), or one row with the results of many dates (cumulative).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One result in a row.
    Long,
    /// One column for each analyte.
    Wide,
    /// One row for each analyte, one column for each date.
    Cumulative,
}

impl Shape {
    /// `long`, `wide` or `cumulative`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Long => "long",
            Shape::Wide => "wide",
            Shape::Cumulative => "cumulative",
        }
    }
}

/// One header or several. `#3` is the third column, whatever its header.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Headers {
    /// One.
    One(String),
    /// Several, in order of preference. None at all: no column has this role.
    Many(Vec<String>),
}

impl Headers {
    /// The headers in order.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        match self {
            Headers::One(header) => std::slice::from_ref(header),
            Headers::Many(headers) => headers,
        }
    }
}

/// What a layout says about one analyte.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnalyteLayout {
    /// Header of the column with the results (wide exports).
    pub column: Option<String>,
    /// Name of the analyte.
    pub name: Option<String>,
    /// Local code (long exports).
    pub code: Option<String>,
    /// LOINC code.
    pub loinc: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Header of the column with the unit.
    pub unit_column: Option<String>,
    /// Specimen.
    pub specimen: Option<String>,
    /// Condition of collection.
    pub condition: Option<String>,
    /// Lower limit.
    pub low: Option<Number>,
    /// Upper limit.
    pub high: Option<Number>,
    /// Header of the column with the lower limit.
    pub low_column: Option<String>,
    /// Header of the column with the upper limit.
    pub high_column: Option<String>,
    /// Header of the column with the interval as one text.
    pub range_column: Option<String>,
    /// Header of the column with the flag.
    pub flag_column: Option<String>,
}

/// A number of a layout, kept as it is written.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "NumberText")]
pub struct Number(pub String);

#[derive(Deserialize)]
#[serde(untagged)]
enum NumberText {
    Text(String),
    Whole(i64),
    Decimal(f64),
}

impl From<NumberText> for Number {
    fn from(number: NumberText) -> Number {
        Number(match number {
            NumberText::Text(text) => text,
            NumberText::Whole(number) => number.to_string(),
            NumberText::Decimal(number) => number.to_string(),
        })
    }
}

macro_rules! checked_text {
    ($(#[doc = $doc:literal])+ $name:ident($inner:ty), $read:expr) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(pub $inner);

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> std::result::Result<$name, String> {
                let read: fn(&str) -> std::result::Result<$inner, String> = $read;
                read(&text).map($name)
            }
        }
    };
}

checked_text! {
    /// A delimiter: one ASCII character, or `tab`.
    Delimiter(u8), |text| match text {
        "tab" => Ok(b'\t'),
        _ => match text.as_bytes() {
            [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r' | b'<' | b'>')
                && !byte.is_ascii_alphanumeric() => Ok(*byte),
            _ => Err("a delimiter is one of \",\", \";\", \"|\", \"tab\" or another single mark".into()),
        },
    }
}

checked_text! {
    /// A decimal mark: `.` or `,`.
    DecimalMark(char), |text| match text {
        "." => Ok('.'),
        "," => Ok(','),
        _ => Err("decimal is \".\" or \",\"".into()),
    }
}

checked_text! {
    /// A mark between groups of three digits, or `none`.
    Thousands(Option<char>), |text| {
        let mut chars = text.chars();
        match (text, chars.next(), chars.next()) {
            ("none", ..) => Ok(None),
            (_, Some(mark @ ('.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')), None) => Ok(Some(mark)),
            _ => Err("thousands is \",\", \".\", \"'\", a blank, or \"none\"".into()),
        }
    }
}

checked_text! {
    /// The name of an encoding.
    EncodingLabel(String), |text| match encoding::by_label(text) {
        Ok(_) => Ok(text.to_string()),
        Err(_) => Err(format!("unknown encoding \"{text}\"")),
    }
}

impl Layout {
    /// Reads a layout file.
    pub fn read(path: &Path) -> Result<Layout> {
        let label = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| Error::io(&label, error))?;
        Layout::parse(&label, &text)
    }

    /// Reads the text of a layout file that is called `label`.
    pub fn parse(label: &str, text: &str) -> Result<Layout> {
        let layout: Layout =
            toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
                let problem = Error::new(
                    label,
                    format!("this layout cannot be used: {}", error.message()),
                    "serumcheck layout FILE writes one to start from",
                );
                match error.span() {
                    Some(span) => {
                        let (line, column) = place(text, span.start);
                        problem.at(line).column(column)
                    }
                    None => problem,
                }
            })?;
        layout.check(label)?;
        Ok(layout)
    }

    /// What the type alone cannot refuse.
    fn check(&self, label: &str) -> Result<()> {
        let wrong = |problem: String, advice: &str| Err(Error::new(label, problem, advice));
        if self.header_line == Some(0) {
            return wrong("header_line is 0".into(), "the first line of a file is 1");
        }
        if let (Some(decimal), Some(Thousands(Some(mark)))) = (&self.decimal, &self.thousands)
            && decimal.0 == *mark
        {
            return wrong(
                "decimal and thousands are the same mark".into(),
                "give two marks, or thousands = \"none\"",
            );
        }
        for (at, analyte) in self.analytes.iter().enumerate() {
            if analyte.column.is_none() && analyte.name.is_none() && analyte.code.is_none() {
                return wrong(
                    format!(
                        "the analyte number {} has neither column nor name nor code",
                        at + 1
                    ),
                    "give the header of its column (wide), or its name or code (long)",
                );
            }
        }
        Ok(())
    }
}

/// Line and column of a byte.
fn place(text: &str, at: usize) -> (u64, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() as u64 + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests;
