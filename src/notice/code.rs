//! Every code, with its severity and its page, declared once: in the tables of `of_results` and `of_samples`.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($variant:ident, $code:literal, $severity:ident, $meaning:literal, $todo:literal;)+) => {
        /// A notice's code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            /// The stable kebab-case code.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)+ }
            }

            /// How much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// What it means, in one or two sentences.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)+ }
            }

            /// What to do about it.
            #[must_use]
            pub fn what_to_do(self) -> &'static str {
                match self { $(Code::$variant => $todo,)+ }
            }

            /// The code that is written `text`.
            #[must_use]
            pub fn from_code(text: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.as_str() == text)
            }
        }
    };
}

codes_of_results!();

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
