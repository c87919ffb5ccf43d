//! The entry for programs that embed serumcheck: one call for a result, one reader for an export.

use std::path::Path;
use std::sync::Arc;

use crate::check::{Results, Work};
use crate::error::Result;
use crate::import::{Companions, Export, ImportOptions};
use crate::interpretation::Interpretation;
use crate::observation::Observation;
use crate::quality::{SampleHemolysis, SampleQuality};
use crate::rules::{Options, Rules};
use crate::survey;

/// Judges results by the bundled reference data. Cheap to share between threads.
///
/// ```
/// use serumcheck::{Flag, Interpreter, Observation};
///
/// let interpreter = Interpreter::bundled()?;
/// let potassium = interpreter.interpret(Observation {
///     name: "K",
///     value: "6.1",
///     unit: "mEq/L",
///     sex: "F",
///     age: "34",
///     ..Observation::default()
/// });
/// assert_eq!(potassium.analyte.map(|analyte| analyte.id.as_str()), Some("potassium"));
/// assert_eq!(potassium.flag, Some(Flag::High));
/// # Ok::<(), serumcheck::Error>(())
/// ```
#[derive(Debug)]
pub struct Interpreter {
    rules: Rules,
}

impl Interpreter {
    /// The bundled reference data, US profile, no assumptions.
    ///
    /// # Errors
    /// If bundled data is wrong; tests read all of it.
    pub fn bundled() -> Result<Interpreter> {
        Interpreter::with(Options::default())
    }

    /// The bundled reference data with other options.
    ///
    /// # Errors
    /// If bundled data is wrong; tests read all of it.
    pub fn with(options: Options) -> Result<Interpreter> {
        Ok(Interpreter {
            rules: Rules::bundled(options)?,
        })
    }

    /// Judges one result that stands alone. What the row says itself about its sample (a comment, a
    /// condition) is used; for a hemolysis index see [`Interpreter::interpret_in`].
    #[must_use]
    pub fn interpret<'a>(&'a self, observation: Observation<'a>) -> Interpretation<'a> {
        self.interpret_in(observation, SampleHemolysis::default())
    }

    /// Judges one result of a sample of which something is known.
    ///
    /// ```
    /// use serumcheck::quality::{Provenance, SampleHemolysis};
    /// use serumcheck::{Interpreter, Observation, Usability};
    ///
    /// let interpreter = Interpreter::bundled()?;
    /// let hemolyzed = SampleHemolysis {
    ///     provenance: Provenance::Measured,
    ///     free_hb: Some((2.0, Some(2.0))), // g/L, that is an index of 200 mg/dL
    /// };
    /// let row = Observation { name: "Potassium", value: "4.1", unit: "mmol/L", age: "50", ..Observation::default() };
    /// let potassium = interpreter.interpret_in(row, hemolyzed);
    /// // Inside its interval, and yet not a normal potassium: a low one may be hidden.
    /// assert_eq!(potassium.usability, Some(Usability::Indeterminate));
    /// # Ok::<(), serumcheck::Error>(())
    /// ```
    #[must_use]
    pub fn interpret_in<'a>(
        &'a self,
        observation: Observation<'a>,
        sample: SampleHemolysis,
    ) -> Interpretation<'a> {
        let (reading, resolution) = self
            .rules
            .understand(&mut self.rules.resolver(), &observation);
        let mut quality = SampleQuality::from(sample);
        survey::statement(&self.rules, &observation, &reading, &resolution)
            .add_to(&mut quality, &self.rules.patterns);
        self.rules
            .judge(observation, reading, &resolution, &quality)
    }

    /// Opens an export. Its rows are read as often as needed and never held in memory.
    ///
    /// # Errors
    /// If the file cannot be read or is no table, with the place and what to do.
    pub fn open(&self, path: &Path) -> Result<Export> {
        let known = |name: &str| self.rules.knows_name(name);
        let differ = |one: &str, other: &str| self.rules.names_differ(one, other);
        Export::open(
            path,
            &Arc::new(Companions::default()),
            &ImportOptions {
                layout: None,
                encoding: None,
                date_order: None,
                known_analyte: &known,
                names_differ: &differ,
            },
        )
    }

    /// Judges every result of the exports, in their order.
    ///
    /// ```
    /// use serumcheck::Interpreter;
    ///
    /// let interpreter = Interpreter::bundled()?;
    /// let exports = [interpreter.open("samples/preop_panel.csv".as_ref())?];
    /// let mut results = interpreter.results(&exports)?;
    /// while let Some(result) = results.next()? {
    ///     println!("{} {:?}", result.observation.name, result.flag);
    /// }
    /// # Ok::<(), serumcheck::Error>(())
    /// ```
    ///
    /// # Errors
    /// If a file cannot be read to its end.
    pub fn results<'r>(&'r self, exports: &'r [Export]) -> Result<Results<'r>> {
        Results::of(&self.rules, exports, Work::default(), |_| {})
    }

    /// The rules behind it: reference data, words and options.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }
}
