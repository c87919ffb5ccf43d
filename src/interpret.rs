//! The judgement of one result: value, interval, flag, critical limit, usability.
//!
//! Nothing here does any input or output, and nothing here can fail: what cannot be judged carries
//! the reason.

pub mod compare;
mod critical;
mod interval;
pub mod reported;

use crate::age::Age;
use crate::error::Result;
use crate::interpretation::{
    Canonical, Flag, Interpretation, Limits, RangeSource, ReportedFlag, Usability,
};
use crate::notice::{Code, FileNotice, Notices};
use crate::observation::Observation;
use crate::person::{self, Sex};
use crate::quality::words::HemolysisWords;
use crate::quality::{self, Position, SampleHemolysis};
use crate::reference::{Analyte, Catalog, Conversion, Interval};
use crate::resolve::specimen::SpecimenWords;
use crate::resolve::{Resolution, Resolver};
use crate::specimen::Specimen;
use crate::value::interval::Printed;
use crate::value::{self, Absence, Bounds, Reading, ResultWords, Value, to_f64};
use compare::Scale;
use reported::Status;

/// What a run may set.
#[derive(Clone, Debug)]
pub struct Options {
    /// Bundled profile of intervals: `us`, `uk`, `anz` or `nordic`.
    pub profile: String,
    /// List of critical limits.
    pub critical_list: String,
    /// Conditions that hold for every result (`fasting`).
    pub conditions: Vec<String>,
    /// Everyone is 18 or older.
    pub adults: bool,
    /// Sex of everyone in the export, where a row does not say.
    pub sex: Option<Sex>,
    /// Age of everyone in the export, where a row does not say.
    pub age: Option<Age>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            profile: "us".to_string(),
            critical_list: "rcpath-2017".to_string(),
            conditions: Vec::new(),
            adults: false,
            sex: None,
            age: None,
        }
    }
}

/// The rules by which results are judged: reference data, words and options. Cheap to share.
#[derive(Debug)]
pub struct Rules {
    pub(crate) catalog: &'static Catalog,
    pub(crate) words: ResultWords,
    pub(crate) hemolysis: HemolysisWords,
    pub(crate) specimens: SpecimenWords,
    pub(crate) options: Options,
    /// The laboratory's own intervals, by analyte id.
    pub(crate) lab: std::collections::HashMap<String, Vec<Interval>>,
}

impl Rules {
    /// The bundled reference data with these options.
    ///
    /// # Errors
    /// If bundled data is wrong; tests read all of it.
    pub fn bundled(options: Options) -> Result<Rules> {
        Ok(Rules {
            catalog: Catalog::bundled()?,
            words: ResultWords::bundled(),
            hemolysis: HemolysisWords::bundled()?,
            specimens: SpecimenWords::bundled()?,
            options,
            lab: std::collections::HashMap::new(),
        })
    }

    /// The reference data.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// The options.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Puts a laboratory's own intervals before the profile, for the analytes that it lists.
    /// Gives back what was left out and why.
    ///
    /// # Errors
    /// If the file cannot be read or a row is wrong, with line and column.
    pub fn add_laboratory(&mut self, path: &std::path::Path) -> Result<Vec<FileNotice>> {
        let laboratory =
            crate::reference::laboratory::read(path, self.catalog, &self.specimens)?;
        self.lab = laboratory.intervals;
        Ok(laboratory.notices)
    }

    /// Every condition that some interval needs, in order.
    #[must_use]
    pub fn known_conditions(&self) -> Vec<&str> {
        let bundled = self.catalog.analytes().iter().flat_map(|a| &a.intervals);
        let mut known: Vec<&str> = bundled
            .chain(self.lab.values().flatten())
            .filter_map(|row| row.condition.as_deref())
            .collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    /// A condition of the options that no interval needs: a slip.
    #[must_use]
    pub fn unknown_condition(&self) -> Option<&str> {
        let known = self.known_conditions();
        self.options
            .conditions
            .iter()
            .map(String::as_str)
            .find(|condition| !known.contains(condition))
    }

    /// A resolver for rows to be judged by these rules.
    #[must_use]
    pub fn resolver(&self) -> Resolver<'_> {
        Resolver::new(self.catalog, &self.specimens)
    }

    /// What a row's value cell says.
    #[must_use]
    pub fn read<'a>(&self, row: &Observation<'a>) -> Reading<'a> {
        let mut reading = value::read(row.value, row.comparator, row.numbers, &self.words);
        if !reading.unit.is_empty() && self.catalog.units().read(reading.unit).is_empty() {
            // "5 cells seen": what follows the number is no unit, so this is no number.
            reading.value = Value::Text(row.value.trim());
            reading.unit = "";
        }
        match reported::status(row.status) {
            Status::Cancelled => reading.value = Value::Absent(Absence::Cancelled),
            Status::NotDone if matches!(reading.value, Value::Absent(_)) => {
                reading.value = Value::Absent(Absence::NotPerformed);
            }
            _ => {}
        }
        reading
    }

    /// Judges a result. `sample` is what is known of its sample.
    #[must_use]
    pub fn judge<'a>(
        &'a self,
        row: Observation<'a>,
        reading: Reading<'a>,
        resolution: &Resolution<'a>,
        sample: SampleHemolysis,
    ) -> Interpretation<'a> {
        let who = person::read(
            row.sex,
            row.age,
            row.age_unit,
            row.birth,
            collected(&row),
            row.date_order,
        );
        let mut result = Interpretation {
            observation: row,
            analyte: resolution.analyte,
            specimen: resolution.specimen,
            reading,
            unit: resolution.unit.map_or("", |unit| unit.code),
            canonical: None,
            limits: None,
            flag: None,
            reported_flag: reported_flag(&row, &reading),
            critical: None,
            usability: None,
            hemolysis: sample,
            person: who.person,
            notices: Notices::default(),
        };
        self.fill_person(&mut result, who);
        self.note_row(&mut result);
        if reported::is_quality_control(&row) {
            result.notices.add(Code::QualityControl);
            return result;
        }
        match reading.value {
            Value::Absent(absence) => self.absent(&mut result, absence, resolution),
            Value::Text(_) => self.text(&mut result, resolution),
            Value::Number(_) | Value::Censored(..) | Value::Range(..) => {
                self.number(&mut result, resolution, sample);
            }
        }
        result
    }

    /// Completes sex and age from the options, and says what could not be read.
    fn fill_person(&self, result: &mut Interpretation<'_>, who: person::PersonReading) {
        let person = &mut result.person;
        if person.sex == Sex::Unknown
            && let Some(sex) = self.options.sex
        {
            person.sex = sex;
        }
        if person.age == Age::Unknown {
            if let Some(age) = self.options.age {
                person.age = age;
            } else {
                if who.date_ambiguous {
                    result.notices.add(Code::DateAmbiguous);
                } else if who.date_unreadable {
                    result.notices.add(Code::DateUnreadable);
                }
                if self.options.adults {
                    person.age = Age::at_least(person::ADULT);
                    result.notices.add(Code::AdultAssumed);
                }
            }
        }
    }

    /// What is to be said of the row itself, whatever its value.
    fn note_row(&self, result: &mut Interpretation<'_>) {
        let row = &result.observation;
        if row.ragged {
            result.notices.add(Code::RowRagged);
        }
        if row.collected.trim().is_empty() && !collected(row).is_empty() {
            result.notices.add(Code::CollectionAssumed);
        }
        if reported::status(row.status) == Status::Preliminary {
            result.notices.add(Code::Preliminary);
        }
    }

    fn absent(&self, result: &mut Interpretation<'_>, absence: Absence, resolution: &Resolution<'_>) {
        add_all(&mut result.notices, &resolution.codes);
        result.notices.add(Code::ResultAbsent);
        if absence.is_sample_fault() && resolution.specimen.is_blood() {
            result.usability = Some(Usability::Unusable);
        }
        note_number_in_comment(result);
    }

    fn text(&self, result: &mut Interpretation<'_>, resolution: &Resolution<'_>) {
        add_all(&mut result.notices, &resolution.codes);
        result.notices.add(if resolution.analyte.is_some_and(is_index) {
            Code::SampleIndex
        } else {
            Code::NotNumeric
        });
        note_number_in_comment(result);
    }

    fn number<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        sample: SampleHemolysis,
    ) {
        let Some(bounds) = result.reading.value.bounds() else {
            return;
        };
        if matches!(result.reading.value, Value::Censored(..)) {
            result.notices.add(Code::ValueCensored);
        }
        if !resolution.specimen.is_blood() {
            result.notices.add(Code::SpecimenNotSerum);
            return;
        }
        result.canonical = canonical(&result.reading.value, resolution);
        if let Some(analyte) = resolution.analyte
            && is_index(analyte)
        {
            add_all(&mut result.notices, &resolution.codes);
            result.notices.add(Code::SampleIndex);
            if analyte.id == HEMOLYSIS_INDEX && resolution.conversion.is_none() {
                result.notices.add(Code::HemolysisIndexWithoutUnit);
            }
            return;
        }
        let implausible = self.is_implausible(result, resolution);
        if implausible {
            result.notices.add(Code::ImplausibleValue);
        } else {
            self.flag(result, resolution, bounds);
        }
        self.call_critical(result, resolution, bounds, implausible);
        if result.flag.is_some() {
            // What stood against a judgement is still worth knowing once there is one.
            add_all(&mut result.notices, &resolution.codes);
        }
        compare_flags(result);
        self.usability(result, resolution, sample, implausible);
    }

    fn is_implausible(&self, result: &Interpretation<'_>, resolution: &Resolution<'_>) -> bool {
        let (Some(canonical), Some(analyte)) = (&result.canonical, resolution.analyte) else {
            return false;
        };
        let (low, high) = analyte.plausible;
        canonical.comparator.is_none() && !(low <= canonical.value && canonical.value <= high)
    }

    /// The interval printed on the report judges first, then the laboratory's file, then the profile.
    fn flag<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
    ) {
        match value::interval::printed(&result.observation) {
            Printed::Reversed => {
                result.notices.add(Code::IntervalReversed);
                return;
            }
            Printed::Interval(low, high, unit) => {
                if self.by_report(result, resolution, bounds, (low, high), unit) {
                    return;
                }
            }
            Printed::Unreadable => result.notices.add(Code::IntervalUnreadable),
            Printed::Missing => {}
        }
        add_all(&mut result.notices, &resolution.codes);
        let Some(analyte) = resolution.analyte else {
            return;
        };
        let stops = [
            Code::SpecimenUnsuitable,
            Code::UnitMissing,
            Code::UnitUnknown,
            Code::UnitNotForAnalyte,
        ];
        if stops.iter().any(|code| resolution.codes.contains(code)) {
            return;
        }
        let mut conditions: Vec<&str> = self.options.conditions.iter().map(String::as_str).collect();
        let stated = crate::text::fold_words(result.observation.condition).replace(' ', "-");
        conditions.extend((!stated.is_empty()).then_some(stated.as_str()));
        if matches!(stated.as_str(), "y" | "yes" | "true" | "1") {
            // The one yes-or-no column that exports have is "fasting".
            conditions.push("fasting");
        }
        conditions.extend(resolution.condition);
        let question = interval::Question {
            person: result.person,
            conditions: &conditions,
            bounds,
        };
        let mut notices = std::mem::take(&mut result.notices);
        let judged = match self.lab.get(&analyte.id) {
            Some(rows) => interval::by_rows(
                analyte,
                rows.iter(),
                resolution,
                &question,
                RangeSource::Lab,
                &mut notices,
            ),
            None => interval::by_rows(
                analyte,
                analyte
                    .intervals
                    .iter()
                    .filter(|row| row.profile == self.options.profile),
                resolution,
                &question,
                RangeSource::Profile(&self.options.profile),
                &mut notices,
            ),
        };
        result.notices = notices;
        result.limits = judged.limits;
        result.flag = judged.flag;
    }

    /// Judges by the printed interval; false if it cannot be compared with the result.
    fn by_report<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
        (low, high): (
            Option<crate::interpretation::Limit>,
            Option<crate::interpretation::Limit>,
        ),
        unit: &'a str,
    ) -> bool {
        let own = result.observation.unit;
        let mut scale = Scale::SAME;
        let mut limits_to_canonical = resolution.conversion;
        if !unit.is_empty()
            && !own.is_empty()
            && crate::units::spelling::fold_unit(unit) != crate::units::spelling::fold_unit(own)
        {
            // The interval is printed in another unit than the result.
            let other = resolution.analyte.and_then(|analyte| {
                let [only] = self.catalog.units().read(unit) else {
                    return None;
                };
                analyte.conversion(only, resolution.variant)
            });
            let (Some(result_to), Some(limits_to)) = (resolution.conversion, other) else {
                result.notices.add(Code::IntervalUnreadable);
                return false;
            };
            scale = Scale::between(result_to, limits_to);
            limits_to_canonical = Some(limits_to);
        }
        result.flag = compare::flag(bounds, low, high, scale);
        if result.flag.is_none() {
            result.notices.add(Code::FlagUndetermined);
        }
        let canonical = limits_to_canonical.map(|conversion| {
            let convert = |limit: Option<crate::interpretation::Limit>| {
                limit.map(|limit| conversion.apply(to_f64(limit.value)))
            };
            (convert(low), convert(high))
        });
        result.limits = Some(Limits {
            low,
            high,
            unit: if unit.is_empty() { own } else { unit },
            source: RangeSource::Report,
            rows: Vec::new(),
            canonical,
        });
        true
    }

    fn call_critical<'a>(
        &'a self,
        result: &mut Interpretation<'a>,
        resolution: &Resolution<'a>,
        bounds: Bounds,
        implausible: bool,
    ) {
        let (Some(analyte), Some(conversion)) = (resolution.analyte, resolution.conversion) else {
            return;
        };
        result.critical = critical::call(
            analyte,
            &self.options.critical_list,
            result.person,
            bounds,
            conversion,
        );
        let Some(call) = &result.critical else {
            return;
        };
        result.notices.add(Code::CriticalLimit);
        if !implausible {
            result.flag = Some(if call.high {
                Flag::CriticalHigh
            } else {
                Flag::CriticalLow
            });
        }
    }

    fn usability(
        &self,
        result: &mut Interpretation<'_>,
        resolution: &Resolution<'_>,
        sample: SampleHemolysis,
        implausible: bool,
    ) {
        let Some(analyte) = resolution.analyte else {
            return;
        };
        let position = match result.flag {
            Some(flag) if flag.direction() < 0 => Position::Low,
            Some(flag) if flag.direction() > 0 => Position::High,
            Some(_) => Position::Inside,
            None => Position::Unjudged,
        };
        let verdict = quality::hemolysis(
            analyte.hemolysis.as_ref(),
            sample,
            position,
            self.hemolysis.general(),
        );
        for code in &verdict.codes {
            result.notices.add(*code);
        }
        let mut usability = verdict.usability;
        if implausible {
            usability = usability.max(Usability::Indeterminate);
        }
        if resolution.codes.contains(&Code::SpecimenUnsuitable) {
            usability = Usability::Unusable;
        }
        if Usability::Usable < usability
            && let (Some(call), Some(canonical)) = (&result.critical, &result.canonical)
            && let (Some(effect), Some(limit)) = (&analyte.hemolysis, critical::limit_of(call))
            && quality::critical_either_way(effect, sample, call.high, canonical.value, limit)
        {
            result.notices.add(Code::CriticalEitherWay);
        }
        // A number without a usable unit that nothing judged is not vouched for.
        let vouched = resolution.conversion.is_some() || result.flag.is_some();
        if vouched || Usability::Usable < usability {
            result.usability = Some(usability);
        }
    }
}

/// Id of the analyte whose rows state hemolysis.
pub(crate) const HEMOLYSIS_INDEX: &str = "hemolysis_index";

/// Serum indices describe the sample, not the patient.
pub(crate) fn is_index(analyte: &Analyte) -> bool {
    analyte.group == "serum_indices"
}

/// Does evidence about a sample reach this result? Hemolysis cannot be seen in whole blood, and a
/// citrate tube is another tube.
#[must_use]
pub(crate) fn shares_serum_evidence(specimen: Specimen) -> bool {
    !matches!(specimen, Specimen::WholeBlood | Specimen::PlasmaCitrate)
}

/// The time that stands for collection: collected, else received, else reported.
#[must_use]
pub fn collected<'a>(row: &Observation<'a>) -> &'a str {
    [row.collected, row.received, row.reported]
        .into_iter()
        .map(str::trim)
        .find(|text| !text.is_empty())
        .unwrap_or("")
}

fn add_all(notices: &mut Notices, codes: &[Code]) {
    for code in codes {
        notices.add(*code);
    }
}

fn reported_flag(row: &Observation<'_>, reading: &Reading<'_>) -> ReportedFlag {
    match reported::flag(row.flag) {
        ReportedFlag::None => reported::flag(reading.flag),
        flag => flag,
    }
}

fn compare_flags(result: &mut Interpretation<'_>) {
    let (Some(flag), reported) = (result.flag, result.reported_flag) else {
        return;
    };
    let theirs = match reported {
        ReportedFlag::Normal => 0,
        ReportedFlag::Low => -1,
        ReportedFlag::High => 1,
        ReportedFlag::None | ReportedFlag::NoDirection => return,
    };
    if theirs != flag.direction() {
        result.notices.add(Code::FlagDisagrees);
    }
}

fn note_number_in_comment(result: &mut Interpretation<'_>) {
    let comment = result.observation.comment;
    let has_number = comment
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .any(|word| word.bytes().any(|c| c.is_ascii_digit()));
    if has_number {
        result.notices.add(Code::NumberInComment);
    }
}

/// The value in the canonical unit; none for a range, which is no single number.
fn canonical<'a>(value: &Value<'_>, resolution: &Resolution<'a>) -> Option<Canonical<'a>> {
    let (comparator, number) = match *value {
        Value::Number(number) => (None, number),
        Value::Censored(comparator, number) => (Some(comparator), number),
        _ => return None,
    };
    let (analyte, conversion) = (resolution.analyte?, resolution.conversion?);
    let exact = conversion == Conversion::IDENTITY;
    let converted = conversion.apply(to_f64(number));
    let text = match exact.then(|| number.normalize()) {
        Some(decimal) if decimal.mantissa().unsigned_abs() < 1_000_000_000_000 => {
            decimal.to_string()
        }
        _ => shortest(converted),
    };
    Some(Canonical {
        comparator,
        value: converted,
        text,
        unit: analyte.unit.code,
    })
}

/// The shortest decimal of at most 12 significant digits.
#[must_use]
pub fn shortest(value: f64) -> String {
    let rounded: f64 = format!("{value:.11e}").parse().unwrap_or(value);
    rounded.to_string()
}
