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
    loop {
        let count = input.read(&mut buffer)?;
        if count == 0 {
            let open = matches!(state, State::Quoted) && broke;
            return Ok(open.then_some(opened));
        }
        for &byte in &buffer[..count] {
            let ends_cell = byte == delimiter || byte == b'\n';
            state = match state {
                State::CellStart if byte == b'"' => {
                    opened = line;
                    broke = false;
                    State::Quoted
                }
                State::CellStart | State::Bare if ends_cell => State::CellStart,
                State::CellStart | State::Bare => State::Bare,
                State::Quoted if byte == b'"' => State::Closing,
                State::Quoted => {
                    broke |= byte == b'\n';
                    State::Quoted
                }
                State::Closing if byte == b'"' => State::Quoted,
                State::Closing if ends_cell => State::CellStart,
                // Blanks between a closing quote and the delimiter are harmless.
                State::Closing if byte == b' ' || byte == b'\t' => State::Closing,
                State::Closing if broke => return Ok(Some(opened)),
                State::Closing => State::Bare,
            };
            line += u64::from(byte == b'\n');
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
        }
    }
}
