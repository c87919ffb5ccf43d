//! The rules by which results are judged: reference data, words, and what the user chose.

mod comments;
mod options;
mod understand;

use std::collections::HashMap;

use crate::error::Result;
use crate::grade::Scheme;
use crate::interpret::ConditionWords;
use crate::notice::FileNotice;
use crate::quality::changes::Changes;
use crate::quality::patterns::Patterns;
use crate::quality::platform::Platform;
use crate::quality::remarks::Remarks;
use crate::quality::words::SampleWords;
use crate::reference::{Analyte, Catalog, Interval};
use crate::resolve::specimen::SpecimenWords;
use crate::resolve::{self, Resolved, Resolver};
use crate::text::fold_name;
use crate::value::ResultWords;

pub(crate) use comments::said_in_status;
pub use options::Options;
pub(crate) use options::as_condition;

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
        known(name)
            || in_specimen().is_some_and(|(_, rest)| known(&rest))
            || resolve::without_tail(name).is_some_and(|bare| self.knows_name(bare))
            || resolve::without_last(name, &self.specimens, self.catalog)
                .is_some_and(|(bare, _)| known(bare))
    }

    /// True for two names that cannot mean the same: of other analytes or specimens, or, where one is not known, without a
    /// word in common. "Potassium" and "Kalium" may.
    #[must_use]
    pub fn names_differ(&self, one: &str, other: &str) -> bool {
        let meanings = |name: &str| -> Vec<(&str, bool)> {
            let (specimen, rest) = match self.specimens.in_name(name) {
                Some((specimen, rest)) if self.catalog.knows_name(&fold_name(&rest)) => {
                    (Some(specimen), rest)
                }
                _ => (None, name.to_string()),
            };
            let is_blood = specimen.is_none_or(|specimen| specimen.is_blood());
            let found = self.catalog.by_name(&fold_name(&rest));
            found
                .map(|meaning| (meaning.analyte.id.as_str(), is_blood))
                .collect()
        };
        let (own, its) = (meanings(one), meanings(other));
        if own.is_empty() || its.is_empty() {
            let (one, other) = (fold_name(one), fold_name(other));
            return !one.contains(&other) && !other.contains(&one);
        }
        !own.iter().any(|meaning| its.contains(meaning))
    }

    /// A resolver for rows to be judged by these rules.
    #[must_use]
    pub fn resolver(&self) -> Resolver<'_> {
        Resolver::sharing(self.catalog, &self.specimens, &self.resolved)
    }
}
