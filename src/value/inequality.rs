//! Signs and words of an inequality before its number.

use serde::{Deserialize, Serialize};

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
        // Longest first: "<=" before "<", "less than or equal to" before "less than".
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
            ("less than or equal to ", Comparator::LessOrEqual),
            ("greater than or equal to ", Comparator::GreaterOrEqual),
            ("less than ", Comparator::Less),
            ("greater than ", Comparator::Greater),
            ("more than ", Comparator::Greater),
            ("kleiner als ", Comparator::Less),
            ("größer als ", Comparator::Greater),
            ("kleiner ", Comparator::Less),
            ("größer ", Comparator::Greater),
            ("inférieur à ", Comparator::Less),
            ("supérieur à ", Comparator::Greater),
            ("menor de ", Comparator::Less),
            ("mayor de ", Comparator::Greater),
            ("menor que ", Comparator::Less),
            ("mayor que ", Comparator::Greater),
            ("inferiore a ", Comparator::Less),
            ("superiore a ", Comparator::Greater),
            ("не более ", Comparator::LessOrEqual),
            ("не менее ", Comparator::GreaterOrEqual),
            ("менее ", Comparator::Less),
            ("более ", Comparator::Greater),
            ("меньше ", Comparator::Less),
            ("больше ", Comparator::Greater),
            ("大于", Comparator::Greater),
            ("大於", Comparator::Greater),
            ("小于", Comparator::Less),
            ("小於", Comparator::Less),
        ];
        for (form, comparator) in FORMS {
            if let Some(head) = text.get(..form.len())
                && (head.eq_ignore_ascii_case(form)
                    || (!head.is_ascii() && head.to_lowercase() == *form))
            {
                return (Some(*comparator), text[form.len()..].trim_start());
            }
        }
        (None, text)
    }
}
