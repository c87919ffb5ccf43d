//! A pattern that was found, and which results it touches.

use std::sync::Arc;

use serde::Deserialize;

use crate::interpretation::Usability;
use crate::notice::Code;
use crate::quality::{Position, SampleVerdict};

/// A pattern found in one sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// The results that it touches.
    pub marks: Arc<Marks>,
    /// Of results of which no row tells the sample: of one draw, if they are.
    pub of_a_day: bool,
}

impl Finding {
    pub(super) fn of(code: Code, marks: &Arc<Marks>) -> Finding {
        Finding {
            code,
            marks: Arc::clone(marks),
            of_a_day: false,
        }
    }
}

/// Which results a pattern touches, and how.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Marks(pub Vec<Mark>);

/// What a pattern makes of some analytes.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Ids of the analytes; `*` for all.
    pub analytes: Vec<String>,
    /// What becomes of their results.
    pub usability: Usability,
    /// Direction in which the tube moves them; absent where it is not known.
    #[serde(default)]
    pub bias: Option<Bias>,
}

/// Direction in which a tube moves a result.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Bias {
    /// Reads too high.
    Raises,
    /// Reads too low.
    Lowers,
}

impl Marks {
    fn of(&self, analyte: &str) -> Option<&Mark> {
        let names = |mark: &&Mark, name: &str| mark.analytes.iter().any(|id| id == name);
        self.0
            .iter()
            .find(|mark| names(mark, analyte))
            .or_else(|| self.0.iter().find(|mark| names(mark, "*")))
    }

    /// True if no result is worse than usable with a remark.
    #[must_use]
    pub fn is_mild(&self) -> bool {
        self.0
            .iter()
            .all(|mark| mark.usability <= Usability::Caution)
    }
}

impl Finding {
    /// True if the pattern makes some result worse than usable with a remark.
    #[must_use]
    pub fn compromises(&self) -> bool {
        !self.marks.is_mild()
    }

    /// True if the pattern touches results of `analyte`.
    #[must_use]
    pub fn touches(&self, analyte: &str) -> bool {
        self.marks.of(analyte).is_some()
    }

    /// What the pattern makes of a result of `analyte` in `position`; `None` if it does not touch it.
    ///
    /// On the side that the bias cannot cause the conclusion stands, and the true value is further out.
    #[must_use]
    pub fn verdict(&self, analyte: &str, position: Position) -> Option<SampleVerdict> {
        let mark = self.marks.of(analyte)?;
        let mut usability = mark.usability;
        let mut codes = vec![self.code];
        if self.of_a_day {
            codes.push(Code::OneDrawAssumed);
            usability = usability.min(Usability::Indeterminate);
        }
        if usability == Usability::Indeterminate {
            match (mark.bias, position) {
                (Some(Bias::Raises), Position::Low) | (Some(Bias::Lowers), Position::High) => {
                    usability = Usability::Caution;
                }
                (Some(Bias::Raises), Position::Inside) => codes.push(Code::MaskedLowPossible),
                (Some(Bias::Lowers), Position::Inside) => codes.push(Code::MaskedHighPossible),
                _ => {}
            }
        }
        Some(SampleVerdict { usability, codes })
    }
}
