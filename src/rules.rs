//! The rules by which results are judged: reference data, words, and what the user chose.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::age::Age;
use crate::derive::DeriveOptions;
use crate::error::Result;
use crate::grade::Scheme;
use crate::interpret::ConditionWords;
use crate::interpret::placeholder;
use crate::interpret::reported::{self, Status};
use crate::interpretation::Usability;
use crate::notice::FileNotice;
use crate::observation::Observation;
use crate::person::Sex;
use crate::quality::changes::Changes;
use crate::quality::patterns::{Patterns, Said};
use crate::quality::platform::Platform;
use crate::quality::remarks::{Remark, Remarks};
use crate::quality::words::SampleWords;
use crate::reference::{Analyte, Catalog, Interval};
use crate::resolve::specimen::SpecimenWords;
use crate::resolve::{Resolution, Resolved, Resolver};
use crate::specimen::Specimen;
use crate::text::fold_name;
use crate::value::{self, Absence, Reading, ResultWords, Value};

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
    /// Analyzer family whose index numbers and grades stand in the export: `roche`, `abbott`,
    /// `beckman`, `siemens`. Not given: a number without a unit stays unknown.
    pub index_platform: Option<String>,
    /// Derive values too, with these choices.
    pub derive: Option<DeriveOptions>,
    /// Grade by this scheme (`ctcae-v5`).
    pub grade: Option<String>,
    /// Say which results differ from the patient's previous one by more than analysis and biology do.
    pub changes: bool,
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
            index_platform: None,
            derive: None,
            grade: None,
            changes: false,
        }
    }
}

/// The rules by which results are judged: reference data, words and options. Cheap to share.
#[derive(Debug)]
pub struct Rules {
    pub(crate) catalog: &'static Catalog,
    pub(crate) words: ResultWords,
    pub(crate) condition_words: ConditionWords,
    pub(crate) hemolysis: SampleWords,
    pub(crate) icterus: SampleWords,
    pub(crate) lipemia: SampleWords,
    pub(crate) platform: Option<Platform>,
    pub(crate) patterns: Patterns,
    /// Only where they are asked for.
    pub(crate) changes: Option<Changes>,
    pub(crate) specimens: SpecimenWords,
    pub(crate) options: Options,
    /// The laboratory's own intervals, by analyte id.
    pub(crate) lab: HashMap<String, Vec<Interval>>,
    /// The scheme of grades that was asked for.
    pub(crate) grades: Option<Scheme>,
    resolved: Resolved,
    remarks: Remarks,
}

/// What words in exports mean.
struct Words {
    results: ResultWords,
    conditions: ConditionWords,
    hemolysis: SampleWords,
    icterus: SampleWords,
    lipemia: SampleWords,
    specimens: SpecimenWords,
}

impl Words {
    fn bundled() -> Result<Words> {
        let hemolysis = SampleWords::hemolysis()?;
        Ok(Words {
            results: ResultWords::bundled(),
            conditions: ConditionWords::bundled()?,
            icterus: SampleWords::icterus(&hemolysis)?,
            lipemia: SampleWords::lipemia(&hemolysis)?,
            hemolysis,
            specimens: SpecimenWords::bundled()?,
        })
    }
}

impl Rules {
    /// The bundled reference data with these options.
    ///
    /// # Errors
    /// If bundled data is wrong (tests read all of it), or the index platform is not known.
    pub fn bundled(options: Options) -> Result<Rules> {
        let catalog = Catalog::bundled()?;
        let words = Words::bundled()?;
        let grades = match &options.grade {
            Some(name) => Some(Scheme::bundled(name, catalog)?),
            None => None,
        };
        Ok(Rules {
            catalog,
            grades,
            patterns: Patterns::bundled(catalog)?,
            changes: match options.changes {
                true => Some(Changes::bundled(catalog)?),
                false => None,
            },
            words: words.results,
            condition_words: words.conditions,
            hemolysis: words.hemolysis,
            icterus: words.icterus,
            lipemia: words.lipemia,
            platform: options
                .index_platform
                .as_deref()
                .map(Platform::bundled)
                .transpose()?,
            specimens: words.specimens,
            options,
            lab: HashMap::new(),
            resolved: Resolved::default(),
            remarks: Remarks::default(),
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
        let laboratory = crate::reference::laboratory::read(
            path,
            self.catalog,
            &self.specimens,
            &self.options.profile,
        )?;
        self.lab = laboratory.intervals;
        Ok(laboratory.notices)
    }

    /// What was said of everybody holds as a condition, too, where an interval needs it. No critical limit is
    /// silenced or added by it: that takes `--condition`.
    pub fn hold<'a>(&mut self, said: impl IntoIterator<Item = &'a String>) {
        let mut said = said.into_iter().peekable();
        if said.peek().is_none() {
            // No analyte needs to be read for that.
            return;
        }
        let bundled = self.catalog.analytes().flat_map(|a| &a.intervals);
        let needed: HashSet<&str> = bundled
            .chain(self.lab.values().flatten())
            .filter_map(|row| row.condition.as_deref())
            .collect();
        let held = said.filter(|said| needed.contains(said.as_str()));
        let held: Vec<String> = held.cloned().collect();
        self.options.conditions.extend(held);
    }

    /// Every condition that some interval or critical limit needs, and every context in which a list
    /// does not call, in order.
    #[must_use]
    pub fn known_conditions(&self) -> Vec<String> {
        let bundled = self.catalog.analytes().flat_map(|a| &a.intervals);
        let mut known: Vec<String> = bundled
            .chain(self.lab.values().flatten())
            .filter_map(|row| row.condition.clone())
            .collect();
        let critical = self.catalog.analytes().flat_map(|a| &a.critical);
        for row in critical.filter(|row| row.list == self.options.critical_list) {
            known.extend(row.condition.clone());
            known.extend(row.unless.as_ref().map(|context| as_condition(context)));
        }
        known.sort_unstable();
        known.dedup();
        known
    }

    /// A condition of the options that no interval needs: a slip.
    #[must_use]
    pub fn unknown_condition(&self) -> Option<&str> {
        if self.options.conditions.is_empty() {
            return None;
        }
        let known = self.known_conditions();
        self.options
            .conditions
            .iter()
            .map(String::as_str)
            .find(|condition| !known.iter().any(|known| known == condition))
    }

    /// Every list of critical limits, in order.
    #[must_use]
    pub fn critical_lists(&self) -> Vec<&str> {
        let lists = self.catalog.critical_lists().iter();
        lists.map(|list| list.name).collect()
    }

    /// If the list in use has no limit for potassium: the analytes that it covers. Such a list adds to
    /// another one; alone it lets most critical results pass.
    #[must_use]
    pub fn narrow_critical_list(&self) -> Option<Vec<&str>> {
        let mut lists = self.catalog.critical_lists().iter();
        let covered = lists
            .find(|list| list.name == self.options.critical_list)?
            .covers;
        let narrow = covered.len() == 1 || !covered.contains(&"potassium");
        narrow.then(|| covered.to_vec())
    }

    /// If the list of critical limits in the options does not exist: those that do.
    #[must_use]
    pub fn unknown_critical_list(&self) -> Option<Vec<&str>> {
        let lists = self.critical_lists();
        (!lists.contains(&self.options.critical_list.as_str())).then_some(lists)
    }

    /// The adult interval of the profile in the canonical unit, for pattern rules only: both sexes
    /// together, whatever else is known. It never gives a flag.
    pub(crate) fn adult_interval(&self, analyte: &Analyte) -> Option<(Option<f64>, Option<f64>)> {
        let of = |profile: &str| {
            let rows: Vec<&Interval> = analyte
                .intervals
                .iter()
                .filter(|row| row.profile == profile && row.is_sourced())
                .filter(|row| row.below.is_none())
                .filter(|row| row.specimens.contains(&analyte.specimen))
                .collect();
            // Where every row needs a condition (bicarbonate as total CO2), the widest of them.
            let plain: Vec<&Interval> = rows
                .iter()
                .copied()
                .filter(|row| row.condition.is_none())
                .collect();
            let rows = if plain.is_empty() { rows } else { plain };
            let (lows, highs): (Vec<_>, Vec<_>) = rows.iter().map(|row| row.stated.ends()).unzip();
            let widest = |ends: Vec<Option<f64>>, widest: fn(f64, f64) -> f64| {
                // An open end of one row leaves the whole open.
                let ends: Option<Vec<f64>> = ends.into_iter().collect();
                ends?.into_iter().reduce(widest)
            };
            (!rows.is_empty()).then(|| (widest(lows, f64::min), widest(highs, f64::max)))
        };
        of(&self.options.profile).or_else(|| of("us"))
    }

    /// True for the name of an analyte, with or without its specimen: what makes a header one of results.
    #[must_use]
    pub fn knows_name(&self, name: &str) -> bool {
        let known = |name: &str| self.catalog.knows_name(&fold_name(name));
        let in_specimen = || self.specimens.in_name(name);
        known(name) || in_specimen().is_some_and(|(_, rest)| known(&rest))
    }

    /// A resolver for rows to be judged by these rules.
    #[must_use]
    pub fn resolver(&self) -> Resolver<'_> {
        Resolver::sharing(self.catalog, &self.specimens, &self.resolved)
    }

    /// What a comment says of its sample.
    pub(crate) fn remark(&self, comment: &str) -> Remark {
        self.remarks.get(comment, || {
            let fault = self.words.fault_in(comment);
            let said = match fault {
                Some(Absence::MixedUp) => Some(Said::MixUp),
                _ => self.patterns.said_in(comment),
            };
            Remark {
                hemolysis: self.hemolysis.in_comment(comment),
                icterus: self.icterus.in_comment(comment),
                lipemia: self.lipemia.in_comment(comment),
                said,
                fault,
                serum_fault: self.words.fault_in_serum(comment),
                preliminary: self.words.is_preliminary(comment),
            }
        })
    }

    /// How far a result can be used of which the laboratory's own comment says that its sample is no good; `None`
    /// if it says nothing of that. What interferes is said by its own words.
    pub(crate) fn disowned(
        &self,
        row: &Observation<'_>,
        analyte: Option<&Analyte>,
        specimen: Specimen,
    ) -> Option<Usability> {
        let comment = self.remark(row.comment);
        let is_other = |fault: &Absence| comment.said.is_none_or(|said| !said.covers(*fault));
        let said = comment.fault_of(specimen).filter(is_other);
        let others = [row.reason, row.specimen_condition, said_in_status(row)];
        let for_this = || {
            let is_own = |name: &str| {
                let name =
                    fold_name(name.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+'));
                let mut meanings = self.catalog.by_name(&name);
                analyte.is_some_and(|own| meanings.any(|meaning| meaning.analyte.id == own.id))
            };
            let comment = self.words.for_this(row.comment, is_own)?;
            self.remark(&comment).fault_of(specimen)
        };
        let said = said.or_else(for_this);
        let in_others = || {
            others
                .iter()
                .find_map(|text| self.remark(text).fault_of(specimen))
        };
        let fault = said.or_else(in_others);
        let fault = fault.or_else(|| self.is_replaced(row).then_some(Absence::Unreliable));
        match fault? {
            Absence::Clotted
            | Absence::Contaminated
            | Absence::Unsuitable
            | Absence::Unreliable => Some(Usability::Indeterminate),
            Absence::Clumped => {
                let counted = analyte.is_none_or(|analyte| self.patterns.clumps(&analyte.id));
                counted.then_some(Usability::Indeterminate)
            }
            // Too much citrate for the blood in it.
            Absence::Insufficient if specimen == Specimen::PlasmaCitrate => {
                Some(Usability::Indeterminate)
            }
            Absence::Insufficient
                if matches!(specimen, Specimen::WholeBlood | Specimen::PlasmaEdta) =>
            {
                Some(Usability::Caution)
            }
            Absence::MixedUp => Some(Usability::Unusable),
            Absence::Recollect | Absence::Doubtful => Some(Usability::Caution),
            // Too little for another test ("zu wenig Material für Glukose"): here is a number.
            _ => None,
        }
    }

    /// True if the comment gives another number in the place of this one.
    fn is_replaced(&self, row: &Observation<'_>) -> bool {
        let stated = self.words.corrected_to(row.comment);
        stated.is_some_and(|stated| match self.read(row).value {
            Value::Number(number) => number != stated,
            Value::Censored(..) | Value::Range(..) => true,
            Value::Absent(_) | Value::Text(_) => false,
        })
    }

    /// True if what is said of a number hangs on the number itself.
    pub(crate) fn may_be_replaced(&self, row: &Observation<'_>) -> bool {
        self.words.corrected_to(row.comment).is_some()
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
            Status::NotDone => reading.value = Value::Absent(Absence::NotPerformed),
            Status::Statistic => reading.value = Value::Absent(Absence::Statistic),
            Status::Standardized => reading.value = Value::Absent(Absence::Standardized),
            _ => {}
        }
        reading
    }

    /// What a row's value cell says, and of which analyte: a number that stands for a missing result of that (-99,
    /// 9999999) is none.
    pub(crate) fn understand<'a, 'c>(
        &self,
        resolver: &mut Resolver<'c>,
        row: &Observation<'a>,
    ) -> (Reading<'a>, Rc<Resolution<'c>>) {
        let mut reading = self.read(row);
        let resolution = resolver.resolve(row, reading.unit);
        if let Value::Number(number) = reading.value
            && placeholder::is_placeholder(number, &resolution)
        {
            reading.value = Value::Absent(Absence::Placeholder);
        }
        (reading, resolution)
    }
}

/// What stands in the cell of the status and is none ("Clotted").
pub(crate) fn said_in_status<'a>(row: &Observation<'a>) -> &'a str {
    match reported::is_unknown_status(row.status) {
        true => row.status,
        false => "",
    }
}

/// Words as a condition is written: folded, with hyphens.
pub(crate) fn as_condition(words: &str) -> String {
    crate::text::fold_words(words).replace([' ', '_'], "-")
}
