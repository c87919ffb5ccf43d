//! What stops a run: a file that cannot be read, a layout that cannot be used, a wrong option.
//!
//! Trouble with the *data* is a [`Notice`](crate::notice), never an [`Error`]: a bad row does not
//! stop a run and is not lost.

use std::fmt;

/// Why a run could not be done: where, what is wrong, what to do.
///
/// Prints as `file:line:column: what is wrong` and a second line with the advice. It never holds
/// more of a patient's data than what locates the row.
#[derive(Debug, thiserror::Error)]
#[error("{}{problem}{}", place(.file, *.line, *.column), advice_line(.advice))]
pub struct Error {
    file: String,
    line: Option<u64>,
    column: Option<usize>,
    problem: String,
    advice: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Short for a result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error about `file` (empty: about the run), with what is wrong and what to do.
    pub fn new(
        file: impl Into<String>,
        problem: impl Into<String>,
        advice: impl Into<String>,
    ) -> Error {
        Error {
            file: file.into(),
            line: None,
            column: None,
            problem: problem.into(),
            advice: advice.into(),
            source: None,
        }
    }

    /// A file was presumed to be UTF-8 by its beginning, and is not.
    pub(crate) fn not_utf8(file: impl Into<String>) -> Error {
        let mut error = Error::new(
            file,
            "not UTF-8 behind its beginning",
            "open it without presuming so",
        );
        error.source = Some(Box::new(Presumed));
        error
    }

    /// An input or output error on `file`.
    pub fn io(file: impl Into<String>, source: std::io::Error) -> Error {
        let advice = match source.kind() {
            std::io::ErrorKind::NotFound => "check the path",
            std::io::ErrorKind::PermissionDenied => "check that you may read and write it",
            std::io::ErrorKind::IsADirectory => "name a file in it",
            _ => "check the disk and the path, then run it again",
        };
        let mut error = Error::new(file, describe(&source), advice);
        error.source = Some(Box::new(source));
        error
    }

    /// The same error, at a line (first line = 1).
    #[must_use]
    pub fn at(mut self, line: u64) -> Error {
        self.line = Some(line);
        self
    }

    /// The same error, at a column (first column = 1).
    #[must_use]
    pub fn column(mut self, column: usize) -> Error {
        self.column = Some(column);
        self
    }

    /// The file, empty for an error about the run.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Line and column, as far as they are known; both count from 1.
    #[must_use]
    pub fn position(&self) -> (Option<u64>, Option<usize>) {
        (self.line, self.column)
    }

    /// What is wrong.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// What to do.
    #[must_use]
    pub fn advice(&self) -> &str {
        &self.advice
    }

    /// The same error once something was written: then it is too late to presume otherwise.
    pub(crate) fn settled(mut self) -> Error {
        if self.is_presumption() {
            self.source = None;
        }
        self
    }

    /// True if a file was opened by [`Export::open_presuming`](crate::import::Export::open_presuming) that has to
    /// be opened by [`Export::open`](crate::import::Export::open). Nothing was written yet.
    #[must_use]
    pub fn is_presumption(&self) -> bool {
        let source = self.source.as_ref();
        source.is_some_and(|source| source.is::<Presumed>())
    }

    /// True when the output's reader went away (`serumcheck … | head`): not worth a message.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        self.source
            .as_ref()
            .and_then(|e| e.downcast_ref::<std::io::Error>())
            .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

/// What was presumed of a file is not so.
#[derive(Debug, thiserror::Error)]
#[error("it was presumed by its beginning")]
struct Presumed;

fn describe(source: &std::io::Error) -> String {
    match source.kind() {
        std::io::ErrorKind::NotFound => "no such file".to_string(),
        std::io::ErrorKind::PermissionDenied => "not allowed to open it".to_string(),
        std::io::ErrorKind::IsADirectory => "this is a directory, not a file".to_string(),
        _ => format!("cannot be read or written: {source}"),
    }
}

fn place(file: &str, line: Option<u64>, column: Option<usize>) -> String {
    use fmt::Write as _;
    let mut place = String::new();
    if !file.is_empty() {
        place.push_str(file);
        for number in [line, column.map(|c| c as u64)].into_iter().flatten() {
            let _ = write!(place, ":{number}");
        }
        place.push_str(": ");
    }
    place
}

fn advice_line(advice: &str) -> String {
    if advice.is_empty() {
        String::new()
    } else {
        format!("\n  {advice}")
    }
}
