//! Columns that a layout names.

use super::Seen;
use crate::error::{Error, Result};
use crate::import::vocabulary;

/// The column with a header, or with a number (`#3`).
pub(crate) fn resolve(seen: &Seen, header: &str) -> Result<usize> {
    let wanted = header.trim();
    let folded = vocabulary::fold(wanted);
    let by_number = || {
        let number = wanted.strip_prefix('#')?.parse::<usize>().ok()?;
        (1..=seen.headers.len())
            .contains(&number)
            .then(|| number - 1)
    };
    let exact = seen
        .headers
        .iter()
        .position(|h| h.trim() == wanted && !wanted.is_empty());
    let alike = || {
        let same = |h: &String| !folded.is_empty() && vocabulary::fold(h) == folded;
        seen.headers.iter().position(same)
    };
    exact.or_else(by_number).or_else(alike).ok_or_else(|| {
        let headers: Vec<&str> = seen
            .headers
            .iter()
            .map(|h| h.trim())
            .filter(|h| !h.is_empty())
            .collect();
        Error::new(
            seen.file,
            format!("the layout names a column \"{wanted}\" that is not in the header"),
            format!("the header has: {}", headers.join(", ")),
        )
        .at(seen.header_line)
    })
}
