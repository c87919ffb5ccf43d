//! Signs and words of an inequality before its number.

use serde::{Deserialize, Serialize};

use super::interval;

/// Direction of an inequality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Comparator {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparator {
    /// `<`, `<=`, `>` or `>=`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Comparator::Less => "<",
            Comparator::LessOrEqual => "<=",
            Comparator::Greater => ">",
            Comparator::GreaterOrEqual => ">=",
        }
    }

    /// True for `<` and `<=`.
    #[must_use]
    pub fn is_below(self) -> bool {
        matches!(self, Comparator::Less | Comparator::LessOrEqual)
    }

    /// True where the number itself is possible.
    #[must_use]
    pub fn includes(self) -> bool {
        matches!(self, Comparator::LessOrEqual | Comparator::GreaterOrEqual)
    }

    /// The same inequality with the number itself.
    #[must_use]
    pub fn or_equal(self) -> Comparator {
        if self.is_below() {
            Comparator::LessOrEqual
        } else {
            Comparator::GreaterOrEqual
        }
    }

    /// Takes a comparator, as a sign or in words, from the start of `text`.
    #[must_use]
    pub fn take(text: &str) -> (Option<Comparator>, &str) {
        // Most cells begin with a digit.
        if text.bytes().next().is_none_or(|c| c.is_ascii_digit()) {
            return (None, text);
        }
        match interval::word_of_result(text) {
            Some((comparator, rest)) => (Some(comparator), rest),
            None => Comparator::take_sign(text),
        }
    }

    /// Takes a sign from the start of `text`.
    pub(super) fn take_sign(text: &str) -> (Option<Comparator>, &str) {
        // Longest first: "<=" before "<".
        const FORMS: &[(&str, Comparator)] = &[
            ("<=", Comparator::LessOrEqual),
            ("=<", Comparator::LessOrEqual),
            ("< =", Comparator::LessOrEqual),
            ("≤", Comparator::LessOrEqual),
            ("⩽", Comparator::LessOrEqual),
            ("⩾", Comparator::GreaterOrEqual),
            ("&lt;=", Comparator::LessOrEqual),
            ("&gt;=", Comparator::GreaterOrEqual),
            ("&lt;", Comparator::Less),
            ("&gt;", Comparator::Greater),
            ("≦", Comparator::LessOrEqual),
            (">=", Comparator::GreaterOrEqual),
            ("=>", Comparator::GreaterOrEqual),
            ("> =", Comparator::GreaterOrEqual),
            ("≥", Comparator::GreaterOrEqual),
            ("≧", Comparator::GreaterOrEqual),
            ("<", Comparator::Less),
            (">", Comparator::Greater),
            ("‹", Comparator::Less),
            ("›", Comparator::Greater),
        ];
        for (form, comparator) in FORMS {
            if let Some(rest) = text.strip_prefix(form) {
                return (Some(*comparator), rest.trim_start());
            }
        }
        (None, text)
    }
}
