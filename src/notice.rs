//! Notices: what there is to say about the data.
//!
//! Each has a stable kebab-case code, a severity and a page ([`Code::meaning`], [`Code::what_to_do`])
//! that `serumcheck explain CODE` prints. A code is declared once, in the table of [`Code`].

use std::fmt;

#[macro_use]
mod of_samples;
#[macro_use]
mod of_results;
mod code;

pub use code::Code;

/// How much a notice matters to the reader of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know; changes nothing.
    Info,
    /// The result is judged, but read this first.
    Warning,
    /// The result is not judged, or must not be relied on.
    Serious,
}

impl Severity {
    /// `info`, `warning` or `serious`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Serious => "serious",
        }
    }
}

/// The notices of one result: a small ordered set, each code at most once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    codes: Vec<Code>,
}

impl Notices {
    /// Adds a code, once.
    pub fn add(&mut self, code: Code) {
        if !self.codes.contains(&code) {
            self.codes.push(code);
        }
    }

    /// The codes in the order they arose.
    #[must_use]
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// True if `code` is among them.
    #[must_use]
    pub fn has(&self, code: Code) -> bool {
        self.codes.contains(&code)
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Forgets them, keeping the memory.
    pub fn clear(&mut self) {
        self.codes.clear();
    }
}

/// A notice about a whole file, for standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNotice {
    /// File as named.
    pub file: String,
    /// Line, where one is to blame.
    pub line: Option<u64>,
    /// The code.
    pub code: Code,
    /// What was found here; no patient text beyond what locates it.
    pub message: String,
}

impl fmt::Display for FileNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {} [{}]", self.message, self.code)
    }
}
