//! Quotes that do not close where they should.
//!
//! An unclosed quote makes a CSV reader swallow every record up to the next quote. That must not
//! happen silently, so a file in which a quoted cell holds a line break is checked once. A second stray
//! quote may stand where a cell ends, so that all looks closed: then the lines between them tell, which
//! have the shape of records.

use std::io::{self, BufRead, BufReader, Read};

use super::table::begins_like_number;

/// Where in the text the reader stands.
#[derive(Clone, Copy, PartialEq)]
enum State {
    CellStart,
    Bare,
    Quoted,
    /// Behind a quote inside a quoted cell: its end, or the first of a doubled quote.
    Closing,
}

/// Where a quoted cell opens that does not close properly, or holds records: the line, or `None` if there is no such cell.
///
/// `input` is decoded text from line `number` on, that of the header, with LF line ends.
pub(crate) fn first_unclosed(
    input: impl Read,
    delimiter: u8,
    mut number: u64,
) -> io::Result<Option<u64>> {
    let mut input = BufReader::with_capacity(64 * 1024, input);
    let mut state = State::CellStart;
    let mut opened = number;
    let mut broke = false;
    // Cells of the header, once it is read: its own lines are no records.
    let mut columns = None;
    let mut cells_of_header = 1;
    let mut line = Vec::new();
    let mut first_line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            let open = matches!(state, State::Quoted) && broke;
            return Ok(open.then_some(opened));
        }
        let goes_on = state == State::Quoted;
        // In most lines there is nothing to see.
        if goes_on || columns.is_none() || line.contains(&b'"') {
            let opened_above = opened;
            for &byte in &line {
                let ends_cell = byte == delimiter || byte == b'\n';
                state = match (state, byte) {
                    (State::Quoted, b'"') => State::Closing,
                    (State::Quoted, b'\n') => {
                        broke = true;
                        State::Quoted
                    }
                    (State::Quoted, _) | (State::Closing, b'"') => State::Quoted,
                    (State::CellStart, b'"') => {
                        (opened, broke) = (number, false);
                        State::Quoted
                    }
                    _ if ends_cell => {
                        cells_of_header += usize::from(byte == delimiter);
                        State::CellStart
                    }
                    // Blanks between a closing quote and the delimiter are harmless.
                    (State::Closing, b' ' | b'\t') => State::Closing,
                    (State::Closing, _) if broke => return Ok(Some(opened)),
                    _ => State::Bare,
                };
            }
            if let Some(columns) = columns
                && goes_on
                && is_record(&line, &first_line, delimiter, columns)
            {
                return Ok(Some(opened_above));
            }
            if !goes_on && state == State::Quoted {
                std::mem::swap(&mut first_line, &mut line);
            }
        }
        number += 1;
        if columns.is_none() && state != State::Quoted {
            columns = Some(cells_of_header);
        }
    }
}

/// Is a line inside a quoted cell a record of its own? Then it and the line on which the record around it begins have as many
/// cells as the header, and both begin like a number, or say the same, in one of them. Of a comment that
/// goes over several lines hardly any has that many commas, and behind those a blank stands, or they
/// are decimal ones. A record may lack its last cell, if more than one of its others is alike.
fn is_record(line: &[u8], first_line: &[u8], delimiter: u8, columns: usize) -> bool {
    let (own, first) = (cells(line, delimiter), cells(first_line, delimiter));
    let alike = match columns.checked_sub(own.len()) {
        Some(0) => 1,
        Some(1) => 2,
        _ => return false,
    };
    if own.len() < 2 || first.len() != columns {
        return false;
    }
    let is_of_prose = |pair: &[&str]| {
        let behind = pair[1].chars().next();
        let is_decimal = pair[0].ends_with(|c: char| c.is_ascii_digit())
            && behind.is_some_and(|c| c.is_ascii_digit());
        behind == Some(' ') || is_decimal
    };
    let is_like = |(own, first): (&&str, &&str)| {
        (begins_like_number(own) && begins_like_number(first))
            || (!own.trim().is_empty() && own == first)
    };
    let cells = own.iter().zip(&first);
    !own.windows(2).all(is_of_prose) && alike <= cells.filter(|cells| is_like(*cells)).count()
}

/// The cells of a line without its end; a quote that is not closed within the line means nothing here.
fn cells(line: &[u8], delimiter: u8) -> Vec<&str> {
    let mut rest = line.strip_suffix(b"\n").unwrap_or(line);
    let mut cells = Vec::new();
    let text = |cell| std::str::from_utf8(cell).unwrap_or_default();
    loop {
        let inner = rest.strip_prefix(b"\"").unwrap_or_default();
        // Of a quoted cell its end, else the next delimiter.
        let quoted = closing(inner, delimiter).map(|at| at + 2);
        let end = quoted.or_else(|| rest.iter().position(|byte| *byte == delimiter));
        let cell = &rest[..end.unwrap_or(rest.len())];
        let cell = text(cell).trim_matches('"');
        cells.push(cell);
        match end {
            Some(end) if end < rest.len() => rest = &rest[end + 1..],
            _ => return cells,
        }
    }
}

/// Where in a line the quote stands that closes a quoted cell, if a delimiter or the end of the line follows.
fn closing(inner: &[u8], delimiter: u8) -> Option<usize> {
    let mut at = 0;
    loop {
        at += inner.get(at..)?.iter().position(|byte| *byte == b'"')?;
        match inner.get(at + 1) {
            Some(b'"') => at += 2,
            Some(next) => return (*next == delimiter).then_some(at),
            None => return Some(at),
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
            // Another quote at the end of a cell closes it: the records between them would be text.
            (
                "id,test,value,unit,note\n1,Na,140,mmol/L,\"slightly\n2,K,6.9,mmol/L,hemolyzed\"\n",
                Some(2),
            ),
            (
                "id,test,value,unit,note\nP1,Na,140,mmol/L,\"135-145\nP2,K,neg,mmol/L,\nP3,K,6.9,mmol/L,3-5\"\n",
                Some(2),
            ),
            (
                "id,test,value,unit,note\n\"A, B\",Na,140,mmol/L,\"slightly\nC,K,6.9,mmol/L,\"\nD,Na,1,g/L,\n",
                Some(2),
            ),
            ("id,test,value\n1,\"Na,140\n2,K\",6.9\n3,Na,140\n", Some(2)),
            // Records without their last cells.
            (
                "id,test,value,unit,note\n1,Na,140,mmol/L,\"ok\n2,K,6.9,mmol/L\n3,K,7.1,mmol/L\"\n",
                Some(2),
            ),
            (
                "id,test,value,unit,note\n1,Na,140,mmol/L,\"ok\n2,neither,hemolyzed,nor\nlipemic\"\n",
                None,
            ),
            ("test,value\nNa,\"140\nK,6.9\"\n", Some(2)),
            // Comments of several lines.
            (
                "id,test,value,note\n1,K,6.9,\"hemolyzed, repeat,\nseen by 2, 3, and 4\nat 9\"\n",
                None,
            ),
            (
                "test,value,note\nK,6.9,\"repeated\nKalium 4,5 und 4,8\"\n",
                None,
            ),
            ("test,note\nK,\"low\nrepeat, please\"\n", None),
            ("test,note\nK,\"low\nrepeat,please\"\n", None),
            (
                "id,test,value,low,high\n1,Na,\"140\n(low)\",135,145\n",
                None,
            ),
            ("\"id\n1\",\"value\n2\"\n1,2\n", None),
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
