//! Quotes that do not close where they should.
//!
//! An unclosed quote makes a CSV reader swallow every record up to the next quote. That must not
//! happen silently, so a file in which a quoted cell holds a line break is checked once.

use std::io::{self, Read};

/// Where a quoted cell opens that does not close properly: the line, or `None` if all do.
///
/// `input` is decoded text from line `line` on, with LF line ends.
pub(crate) fn first_unclosed(
    mut input: impl Read,
    delimiter: u8,
    mut line: u64,
) -> io::Result<Option<u64>> {
    /// Where in the text the reader stands.
    enum State {
        CellStart,
        Bare,
        Quoted,
        /// Behind a quote inside a quoted cell: its end, or the first of a doubled quote.
        Closing,
    }
    let mut state = State::CellStart;
    let mut opened = line;
    let mut broke = false;
    let mut buffer = vec![0u8; 64 * 1024];
    let line_ends = |text: &[u8]| text.iter().filter(|c| **c == b'\n').count() as u64;
    let ends_cell = |byte: u8| byte == delimiter || byte == b'\n';
    loop {
        let count = input.read(&mut buffer)?;
        if count == 0 {
            let open = matches!(state, State::Quoted) && broke;
            return Ok(open.then_some(opened));
        }
        let mut rest = &buffer[..count];
        while let Some(&byte) = rest.first() {
            if let State::Closing = state {
                line += u64::from(byte == b'\n');
                state = match byte {
                    b'"' => State::Quoted,
                    _ if ends_cell(byte) => State::CellStart,
                    // Blanks between a closing quote and the delimiter are harmless.
                    b' ' | b'\t' => State::Closing,
                    _ if broke => return Ok(Some(opened)),
                    _ => State::Bare,
                };
                rest = &rest[1..];
                continue;
            }
            // Nothing but the next quote matters.
            let quote = rest.iter().position(|c| *c == b'"');
            let (before, after) = rest.split_at(quote.unwrap_or(rest.len()));
            let breaks = line_ends(before);
            line += breaks;
            let at_start = match before.last() {
                Some(&byte) => ends_cell(byte),
                None => matches!(state, State::CellStart),
            };
            state = match (&state, quote) {
                (State::Quoted, quote) => {
                    broke |= breaks > 0;
                    if quote.is_some() {
                        State::Closing
                    } else {
                        State::Quoted
                    }
                }
                (_, Some(_)) if at_start => {
                    opened = line;
                    broke = false;
                    State::Quoted
                }
                (_, None) if at_start => State::CellStart,
                _ => State::Bare,
            };
            rest = after.get(1..).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_swallows_lines_is_found() {
        for (text, expected) in [
            ("a,b\n1,\"two\nlines\"\n", None),
            ("a,b\n1,\"say \"\"x\"\"\"\n", None),
            ("a,b\n1,5\" screen\n", None),
            ("a,b\n1,\"x\" y\n", None),
            ("a,b\n1,\"open\n2,closed\n", Some(2)),
            ("a,b\n1,ok\n2,\"open\n3,\"shut\"\n", Some(3)),
        ] {
            let found = first_unclosed(text.as_bytes(), b',', 1).expect("readable");
            assert_eq!(found, expected, "{text:?}");
            // The same where a chunk ends at any byte.
            for cut in 0..text.len() {
                let (one, two) = text.as_bytes().split_at(cut);
                let found = first_unclosed(one.chain(two), b',', 1).expect("readable");
                assert_eq!(found, expected, "{text:?} cut at {cut}");
            }
        }
    }
}
