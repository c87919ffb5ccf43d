//! Results that are absent though their row is there, and why.

use foldhash::HashMap;

use serde::Deserialize;

use crate::text::{fold_words, is_sign};
use comment::CommentWords;
use verdicts::Verdicts;

mod comment;
mod verdicts;

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Absence {
    /// The cell is empty.
    Blank,
    /// The sample is hemolyzed.
    Hemolyzed,
    /// The sample is clotted.
    Clotted,
    /// Not enough sample.
    Insufficient,
    /// The sample is contaminated.
    Contaminated,
    /// The sample is lipemic.
    Lipemic,
    /// The sample is icteric.
    Icteric,
    /// The sample may be another patient's.
    MixedUp,
    /// The sample is unsuitable for another reason.
    Unsuitable,
    /// Platelets clumped, which spoils their count.
    Clumped,
    /// The laboratory does not stand by the result.
    Unreliable,
    /// The laboratory asks for caution.
    Doubtful,
    /// A number stands for a missing result.
    Placeholder,
    /// The sample did not arrive.
    NotReceived,
    /// The sample is kept, not measured.
    Hold,
    /// The request was cancelled.
    Cancelled,
    /// Not done.
    NotPerformed,
    /// Not finished.
    Pending,
    /// The result stands elsewhere.
    SeeComment,
    /// The laboratory asks for a new sample.
    Recollect,
    /// Withheld.
    Suppressed,
    /// A mean or another figure that is worked out from several results.
    Statistic,
    /// A number of standard deviations, and no concentration.
    Standardized,
    /// Measured in an animal, for which no interval here holds.
    OfAnimal,
    /// No reason given.
    Unspecified,
}

impl Absence {
    /// The word used in reports and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Absence::Blank => "empty cell",
            Absence::Hemolyzed => "hemolyzed",
            Absence::Clotted => "clotted",
            Absence::Insufficient => "insufficient sample",
            Absence::Contaminated => "contaminated",
            Absence::Lipemic => "lipemic",
            Absence::Icteric => "icteric",
            Absence::MixedUp => "perhaps another patient's sample",
            Absence::Unsuitable => "unsuitable sample",
            Absence::Clumped => "clumped platelets",
            Absence::Unreliable => "unreliable",
            Absence::Doubtful => "doubtful",
            Absence::Placeholder => "a number that stands for no result",
            Absence::NotReceived => "sample not received",
            Absence::Hold => "on hold",
            Absence::Cancelled => "cancelled",
            Absence::NotPerformed => "not performed",
            Absence::Pending => "pending",
            Absence::SeeComment => "see comment",
            Absence::Recollect => "recollect",
            Absence::Suppressed => "withheld",
            Absence::Statistic => "a mean or another statistic of results",
            Absence::Standardized => "a standardized value, no concentration",
            Absence::OfAnimal => "not of a human",
            Absence::Unspecified => "no reason given",
        }
    }

    /// True where the sample itself is the reason: then the result is `unusable`, not just missing.
    #[must_use]
    pub fn is_sample_fault(self) -> bool {
        matches!(
            self,
            Absence::Hemolyzed
                | Absence::Clotted
                | Absence::Insufficient
                | Absence::Contaminated
                | Absence::Lipemic
                | Absence::Icteric
                | Absence::MixedUp
                | Absence::Unsuitable
                | Absence::Clumped
                | Absence::Unreliable
                | Absence::Doubtful
                | Absence::Recollect
        )
    }
}

/// The words that stand in a value cell for an absent result.
#[derive(Clone, Debug)]
pub struct ResultWords {
    exact: HashMap<String, Absence>,
    contained: Vec<(String, Absence)>,
    comments: CommentWords,
    verdicts: Verdicts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    absent: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Row {
    reason: Absence,
    /// Whole cells.
    #[serde(default)]
    texts: Vec<&'static str>,
    /// Words that tell it wherever they stand in the cell.
    #[serde(default)]
    containing: Vec<&'static str>,
}

impl ResultWords {
    /// The bundled words, `reference_ranges/results/absent.toml` and `comments.toml`.
    ///
    /// # Panics
    /// Never: a test reads the bundled files.
    #[must_use]
    pub fn bundled() -> ResultWords {
        let file: File = bundled!("results/absent").unwrap_or(File { absent: Vec::new() });
        let mut words = ResultWords {
            exact: HashMap::default(),
            contained: Vec::new(),
            comments: CommentWords::bundled(),
            verdicts: Verdicts::bundled(),
        };
        for row in file.absent {
            for text in &row.texts {
                words.exact.insert(fold_words(text), row.reason);
            }
            for text in &row.containing {
                words.contained.push((fold_words(text), row.reason));
            }
        }
        words
    }

    /// Why the cell holds no result, if it holds none. A cell with a number in it holds one.
    #[must_use]
    pub fn absence(&self, text: &str) -> Option<Absence> {
        if text.is_empty() {
            return Some(Absence::Blank);
        }
        if text.chars().all(|c| matches!(c, '*' | '#')) {
            return Some(Absence::Suppressed);
        }
        if text.chars().all(|c| {
            matches!(
                c,
                '-' | '–' | '—' | '?' | '.' | '_' | '=' | '/' | ' ' | '\\'
            )
        }) {
            return Some(Absence::Unspecified);
        }
        let folded = fold_words(text);
        if let Some(absence) = self.exact.get(&folded) {
            return Some(*absence);
        }
        if text.bytes().any(|c| c.is_ascii_digit()) {
            return None;
        }
        const DENIED: &[&str] = &[
            " нет",
            "отсутствуют",
            "не обнаружено",
            "не требуется",
            "不要",
            "不需要",
            "불필요",
            "없음",
        ];
        if DENIED.iter().any(|denial| folded.ends_with(denial)) {
            return None;
        }
        // Of all that are in it, the one that is listed first.
        let mut first = self.contained.len();
        for behind in behind_word_starts(&folded) {
            let mut listed = self.contained[..first].iter();
            let found = listed.position(|(word, _)| behind.starts_with(word.as_str()));
            first = found.unwrap_or(first);
        }
        self.contained.get(first).map(|(_, absence)| *absence)
    }
}

/// The text from each of its words on that is not denied.
fn behind_word_starts(text: &str) -> impl Iterator<Item = &str> {
    let mut before = None;
    let places = text.char_indices().filter_map(move |(at, c)| {
        let is_start = before
            .replace(c)
            .is_none_or(|before: char| !before.is_alphanumeric());
        (is_start || is_sign(c)).then_some(at)
    });
    places
        .map(|at| text.split_at(at))
        .filter(|(before, _)| {
            let denials = [
                "无需", "無需", "无须", "不需", "not ", "no ", "non ", "nicht ", "нет ", "без ",
                "无", "無", "未见", "未見", "未", "没有", "非",
            ];
            !denials.iter().any(|denial| before.ends_with(denial))
        })
        .map(|(_, behind)| behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Absence>) {
        assert_eq!(ResultWords::bundled().absence(text), expected, "{text:?}");
    }

    #[test]
    fn absent_results_say_why() {
        check("", Some(Absence::Blank));
        check("HOLD", Some(Absence::Hold));
        check("QNS", Some(Absence::Insufficient));
        check("See Comments", Some(Absence::SeeComment));
        check("cancelled", Some(Absence::Cancelled));
        check("-----", Some(Absence::Unspecified));
        check("___", Some(Absence::Unspecified));
        check("?", Some(Absence::Unspecified));
        check("NA", Some(Absence::Unspecified));
        check("NaN", Some(Absence::Unspecified));
        check("*****", Some(Absence::Suppressed));
        check("HEMOLYZED", Some(Absence::Hemolyzed));
        check("GROSSLY HAEMOLYSED", Some(Absence::Hemolyzed));
        check(
            "Sample hemolyzed, please recollect",
            Some(Absence::Hemolyzed),
        );
        check(
            "UNABLE TO REPORT DUE TO CONTAMINATION",
            Some(Absence::Contaminated),
        );
        check("NotDone", Some(Absence::NotPerformed));
        check("Material hämolytisch", Some(Absence::Hemolyzed));
    }

    #[test]
    fn words_that_are_results() {
        for text in [
            "POSITIVE",
            "NEG",
            "clear",
            "12",
            "<5",
            "NONE SEEN",
            "not hemolyzed",
            "not hemolyzed sample",
            "Yellow",
        ] {
            check(text, None);
        }
    }
}
