//! A laboratory's own intervals, from the plain table that a laboratory has.
//!
//! CSV with a header: `analyte` (our id, any known name, or a LOINC code), `low`, `high`, `unit`, and
//! as far as needed `sex`, `age_from`, `age_below`, `condition`, `specimen`. An age is `18 y`, `6 mo`,
//! `12 d`; a bare number is years. An empty sex, age or specimen means any.

use std::collections::HashMap;
use std::path::Path;

use csv::StringRecord;
use rust_decimal::Decimal;

use super::{Catalog, Interval, IntervalKind, StatedLimits};
use crate::age::AgePoint;
use crate::error::{Error, Result};
use crate::interpretation::Limit;
use crate::notice::{Code, FileNotice};
use crate::observation::NumberStyle;
use crate::person::Sex;
use crate::resolve::specimen::SpecimenWords;
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::value::{Comparator, read_number};

/// A laboratory's intervals by analyte id, and what was left out and why.
#[derive(Debug, Default)]
pub struct Laboratory {
    /// Intervals.
    pub intervals: HashMap<String, Vec<Interval>>,
    /// Rows that name no analyte this program knows.
    pub notices: Vec<FileNotice>,
}

const COLUMNS: &[(&str, &[&str])] = &[
    ("analyte", &["analyte", "id", "test", "name", "code", "loinc"]),
    ("sex", &["sex", "gender"]),
    ("age_from", &["agefrom", "from", "minage", "agemin", "agelow"]),
    ("age_below", &["agebelow", "below", "maxage", "agemax", "ageto", "agehigh"]),
    ("condition", &["condition"]),
    ("specimen", &["specimen", "material", "fluid"]),
    ("low", &["low", "lower", "lowerlimit", "reflow", "min"]),
    ("high", &["high", "upper", "upperlimit", "refhigh", "max"]),
    ("unit", &["unit", "units"]),
];

/// Reads a laboratory's file.
///
/// # Errors
/// With file, line and column: a missing column, a limit that is no number, an age, a sex or a unit
/// that cannot be read, a low limit above its high limit, two rows for the same person.
pub fn read(path: &Path, catalog: &Catalog, specimens: &SpecimenWords) -> Result<Laboratory> {
    let label = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::io(&label, error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::new(&label, "the file is not UTF-8 text", "save it as CSV UTF-8")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let header_line = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|d| header_line.bytes().filter(|c| c == d).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader
        .headers()
        .map_err(|error| Error::new(&label, error.to_string(), "write a header line"))?
        .clone();
    let table = Table {
        label,
        columns: columns(&headers),
        decimal_comma: delimiter == b';',
    };
    for needed in ["analyte", "unit"] {
        if !table.columns.contains_key(needed) {
            return Err(Error::new(
                &table.label,
                format!("there is no column `{needed}`"),
                "the header must name analyte, low, high and unit",
            )
            .at(1));
        }
    }
    let mut laboratory = Laboratory::default();
    for record in reader.records() {
        let record = record.map_err(|error| {
            Error::new(&table.label, error.to_string(), "correct the line")
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        table.row(&record, line, catalog, specimens, &mut laboratory)?;
    }
    Ok(laboratory)
}

fn columns(headers: &StringRecord) -> HashMap<&'static str, usize> {
    let mut found = HashMap::new();
    for (at, header) in headers.iter().enumerate() {
        let key = fold_name(header);
        for (name, spellings) in COLUMNS {
            if spellings.contains(&key.as_str()) {
                found.entry(*name).or_insert(at);
            }
        }
    }
    found
}

struct Table {
    label: String,
    columns: HashMap<&'static str, usize>,
    decimal_comma: bool,
}

impl Table {
    fn cell<'r>(&self, record: &'r StringRecord, column: &str) -> &'r str {
        self.columns
            .get(column)
            .and_then(|at| record.get(*at))
            .unwrap_or("")
            .trim()
    }

    fn wrong(&self, line: u64, column: &str, problem: String, advice: &str) -> Error {
        let error = Error::new(&self.label, problem, advice).at(line);
        match self.columns.get(column) {
            Some(at) => error.column(at + 1),
            None => error,
        }
    }

    fn row(
        &self,
        record: &StringRecord,
        line: u64,
        catalog: &Catalog,
        specimens: &SpecimenWords,
        laboratory: &mut Laboratory,
    ) -> Result<()> {
        let name = self.cell(record, "analyte");
        let by_loinc = catalog
            .by_loinc(name)
            .map(|meaning| (meaning.analyte, meaning.variant));
        let mut named = catalog.by_name(&fold_name(name));
        let by_name = match (named.next(), named.next()) {
            (Some(only), None) => Some((only.analyte, only.variant)),
            _ => None,
        };
        let Some((analyte, variant)) = by_loinc.or(by_name) else {
            laboratory.notices.push(FileNotice {
                file: self.label.clone(),
                line: Some(line),
                code: Code::AnalyteUnknown,
                message: format!("{name:?} is not an analyte this program knows; the row is not used"),
            });
            return Ok(());
        };
        let unit_text = self.cell(record, "unit");
        let (unit, conversion) = catalog
            .units()
            .read(unit_text)
            .iter()
            .find_map(|unit| Some((*unit, analyte.conversion(unit, variant)?)))
            .ok_or_else(|| {
                self.wrong(
                    line,
                    "unit",
                    format!("{} cannot be stated in {unit_text:?}", analyte.name),
                    "write a unit that the laboratory reports it in",
                )
            })?;
        let low = self.limit(record, line, "low")?;
        let high = self.limit(record, line, "high")?;
        if low.is_none() && high.is_none() {
            return Err(self.wrong(line, "low", "the row has no limit".to_string(), "write low, high or both"));
        }
        if let (Some(low), Some(high)) = (low, high)
            && high.value < low.value
        {
            return Err(self.wrong(
                line,
                "low",
                format!("the low limit {} is above the high limit {}", low.value, high.value),
                "exchange them, or correct the slip",
            ));
        }
        let interval = Interval {
            profile: "lab".to_string(),
            kind: IntervalKind::ReferenceInterval,
            sex: self.sex(record, line)?,
            from: self.age(record, line, "age_from")?.unwrap_or(AgePoint::years(0)),
            below: self.age(record, line, "age_below")?,
            condition: Some(self.cell(record, "condition"))
                .filter(|text| !text.is_empty())
                .map(|text| crate::text::fold_words(text).replace([' ', '_'], "-")),
            specimens: self.specimens(record, specimens),
            stated: StatedLimits {
                low,
                high,
                unit,
                conversion,
            },
            also: Vec::new(),
            source: self.label.clone(),
            note: None,
        };
        let rows = laboratory.intervals.entry(analyte.id.clone()).or_default();
        if rows.iter().any(|other| overlap(other, &interval)) {
            return Err(self.wrong(
                line,
                "analyte",
                format!("a row for {} and the same person stands above", analyte.name),
                "let ages meet: age_below of one row is age_from of the next",
            ));
        }
        rows.push(interval);
        Ok(())
    }

    fn limit(&self, record: &StringRecord, line: u64, column: &str) -> Result<Option<Limit>> {
        let text = self.cell(record, column);
        if text.is_empty() {
            return Ok(None);
        }
        let (comparator, body) = Comparator::take(text);
        let style = NumberStyle {
            decimal_comma: self.decimal_comma && body.contains(','),
            thousands: None,
        };
        let value: Decimal = read_number(body.trim(), style).ok_or_else(|| {
            self.wrong(
                line,
                column,
                format!("{text:?} is no number"),
                "write a number, or leave the cell empty for no limit",
            )
        })?;
        Ok(Some(Limit {
            value,
            inclusive: comparator.is_none_or(Comparator::includes),
        }))
    }

    fn sex(&self, record: &StringRecord, line: u64) -> Result<Option<Sex>> {
        let text = self.cell(record, "sex");
        if text.is_empty() || ["any", "all", "both", "*"].iter().any(|any| text.eq_ignore_ascii_case(any)) {
            return Ok(None);
        }
        match Sex::read(text) {
            Sex::Unknown => Err(self.wrong(
                line,
                "sex",
                format!("{text:?} is no sex"),
                "write F, M, or leave the cell empty for any",
            )),
            sex => Ok(Some(sex)),
        }
    }

    fn age(&self, record: &StringRecord, line: u64, column: &str) -> Result<Option<AgePoint>> {
        let text = self.cell(record, column);
        if text.is_empty() {
            return Ok(None);
        }
        let years = text.parse().ok().map(AgePoint::years);
        let spaced = text
            .find(|c: char| c.is_alphabetic())
            .map(|at| format!("{} {}", text[..at].trim(), text[at..].trim()));
        years
            .or_else(|| AgePoint::read(&spaced?))
            .map(Some)
            .ok_or_else(|| {
                self.wrong(
                    line,
                    column,
                    format!("{text:?} is no age"),
                    "write 18 y, 6 mo, 2 wk or 12 d",
                )
            })
    }

    fn specimens(&self, record: &StringRecord, words: &SpecimenWords) -> Vec<Specimen> {
        match words.in_cell(self.cell(record, "specimen")) {
            // A laboratory that names none means what it measures in.
            Specimen::Unstated => vec![
                Specimen::Serum,
                Specimen::Plasma,
                Specimen::PlasmaEdta,
                Specimen::PlasmaCitrate,
                Specimen::PlasmaFluoride,
                Specimen::WholeBlood,
            ],
            stated => vec![stated],
        }
    }
}

/// Could both rows hold for one person?
fn overlap(a: &Interval, b: &Interval) -> bool {
    let sexes = a.sex.is_none() || b.sex.is_none() || a.sex == b.sex;
    let starts_before = |from: AgePoint, below: Option<AgePoint>| {
        below.is_none_or(|below| from.days() < below.days())
    };
    sexes
        && a.condition == b.condition
        && a.specimens.iter().any(|specimen| b.specimens.contains(specimen))
        && starts_before(a.from, b.below)
        && starts_before(b.from, a.below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn load(text: &str) -> Result<Laboratory> {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        let catalog = Catalog::bundled().expect("bundled data");
        let words = SpecimenWords::bundled().expect("bundled words");
        read(file.path(), catalog, &words)
    }

    #[test]
    fn a_laboratory_table() {
        let laboratory = load(
            "analyte,sex,age_from,age_below,low,high,unit\n\
             potassium,,18 y,,3.4,4.9,mmol/L\n\
             Kreatinin,F,18,,45,84,µmol/l\n\
             creatinine,M,18,,59,104,umol/L\n\
             moonstone,,,,1,2,mmol/L\n",
        )
        .expect("readable");
        assert_eq!(laboratory.intervals["creatinine"].len(), 2);
        assert_eq!(laboratory.intervals["potassium"].len(), 1);
        assert_eq!(laboratory.notices[0].line, Some(5));
    }

    #[test]
    fn slips_are_told_with_line_and_column() {
        for (row, expected) in [
            ("potassium,,,,five,5,mmol/L", ":2:5: \"five\" is no number"),
            ("potassium,,,,5,3.5,mmol/L", ":2:5: the low limit 5 is above"),
            ("potassium,,,,3,5,U/L", ":2:7: Potassium cannot be stated in"),
            ("potassium,x,,,3,5,mmol/L", ":2:2: \"x\" is no sex"),
            ("potassium,,old,,3,5,mmol/L", ":2:3: \"old\" is no age"),
            ("potassium,,,,,,mmol/L", ":2:5: the row has no limit"),
        ] {
            let text = format!("analyte,sex,age_from,age_below,low,high,unit\n{row}\n");
            let error = load(&text).expect_err(row).to_string();
            assert!(error.contains(expected), "{row}: {error}");
        }
    }
}
