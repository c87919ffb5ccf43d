//! Where in a TOML file something stands.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Error;

/// One step on the way to a value.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// A key of a table.
    Key(&'a str),
    /// An element of an array.
    At(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Step<'a> {
        Step::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(at: usize) -> Self {
        Step::At(at)
    }
}

/// Line and column, both from 1.
pub type Place = (u64, usize);

/// The parsed text of a file, with the place of everything in it.
pub struct Spans<'t> {
    text: &'t str,
    root: Spanned<DeTable<'t>>,
}

impl<'t> Spans<'t> {
    /// Parses a text.
    ///
    /// # Errors
    /// If it is no TOML.
    pub fn parse(label: &str, text: &'t str) -> Result<Spans<'t>, Error> {
        match DeTable::parse(text) {
            Ok(root) => Ok(Spans { text, root }),
            Err(error) => Err(parse_error(label, text, &error)),
        }
    }

    /// The place of what `path` leads to; as far as the path leads, if it ends before.
    #[must_use]
    pub fn place(&self, path: &[Step<'_>]) -> Place {
        let mut start = 0;
        let mut value: Option<&DeValue<'_>> = None;
        for step in path {
            let table = match value {
                None => Some(self.root.get_ref()),
                Some(DeValue::Table(table)) => Some(table),
                Some(_) => None,
            };
            let next = match (step, value) {
                (Step::Key(key), _) => table.and_then(|table| {
                    let (name, value) = table.iter().find(|(name, _)| name.get_ref() == key)?;
                    Some((name.span().start, value))
                }),
                (Step::At(at), Some(DeValue::Array(array))) => {
                    array.get(*at).map(|value| (value.span().start, value))
                }
                (Step::At(_), _) => None,
            };
            let Some((at, inner)) = next else {
                break;
            };
            start = at;
            value = Some(inner.get_ref());
        }
        place(self.text, start)
    }

    /// The table without the keys that stand at these places, to read what is left.
    #[must_use]
    pub fn without(mut self, unknown: &[usize]) -> Spanned<DeTable<'t>> {
        for at in unknown {
            prune(self.root.get_mut(), *at);
        }
        self.root
    }
}

/// Removes the key that stands at a byte.
fn prune(table: &mut DeTable<'_>, at: usize) {
    let named = table.iter().find(|(key, _)| key.span().start == at);
    if let Some(name) = named.map(|(key, _)| key.get_ref().to_string()) {
        table.remove(name.as_str());
        return;
    }
    for (_, value) in table.iter_mut() {
        prune_value(value.get_mut(), at);
    }
}

fn prune_value(value: &mut DeValue<'_>, at: usize) {
    match value {
        DeValue::Table(table) => prune(table, at),
        DeValue::Array(array) => {
            for value in array.iter_mut() {
                prune_value(value.get_mut(), at);
            }
        }
        _ => {}
    }
}

/// An error of the TOML reader as one of this crate, at its line and column.
#[must_use]
pub fn parse_error(label: &str, text: &str, error: &toml::de::Error) -> Error {
    let problem = error.message().replace('\n', " ");
    let found = Error::new(
        label,
        problem,
        "correct the line; reference_ranges/README.md says which keys there are",
    );
    match error.span() {
        Some(span) => {
            let (line, column) = place(text, span.start);
            found.at(line).column(column)
        }
        None => found,
    }
}

/// Line and column of a byte.
pub(super) fn place(text: &str, at: usize) -> Place {
    let before = text.get(..at).unwrap_or(text);
    let line = 1 + before.bytes().filter(|c| *c == b'\n').count() as u64;
    let column = 1 + before.chars().rev().take_while(|c| *c != '\n').count();
    (line, column)
}
