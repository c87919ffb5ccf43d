//! Where a text may be cut: at a line end that is in no quoted cell.

use memchr::{memchr, memrchr};

use crate::import::file::table::Dialect;

/// Where the last whole record of a text ends, and whether every quote encloses a cell and no quoted
/// cell holds a line break.
#[derive(Debug, PartialEq)]
pub(super) struct Cut {
    pub(super) end: usize,
    pub(super) regular: bool,
    /// Behind the last whole record a quoted cell is not closed.
    pub(super) open: bool,
}

/// `text` begins with a record. A quote opens a cell only at its start; behind a quoted cell that goes
/// on without its delimiter, quotes mean nothing any more.
pub(super) fn cut(text: &[u8], dialect: Dialect) -> Cut {
    let ends_cell = |byte: u8| byte == dialect.delimiter || byte == b'\n';
    let mut cut = Cut {
        end: 0,
        regular: true,
        open: false,
    };
    let mut at = 0;
    if dialect.quoting {
        while let Some(found) = memchr(b'"', &text[at..]) {
            let quote = at + found;
            cut.pass(text, at, quote);
            if quote > 0 && !ends_cell(text[quote - 1]) {
                cut.regular = false;
                at = quote + 1;
                continue;
            }
            let Some(close) = closing(text, quote) else {
                cut.open = true;
                return cut;
            };
            let clean = memchr(b'\n', &text[quote..close]).is_none() && ends_cell(text[close + 1]);
            cut.regular &= clean;
            at = close + 1;
        }
    } else {
        cut.regular = memchr(b'"', text).is_none();
    }
    cut.pass(text, at, text.len());
    cut
}

impl Cut {
    /// Takes the last line end of a part in no quoted cell.
    fn pass(&mut self, text: &[u8], from: usize, to: usize) {
        if let Some(last) = memrchr(b'\n', &text[from..to]) {
            self.end = from + last + 1;
        }
    }
}

/// The quote that closes the cell opened at `open`; `None` if that cannot be told within the text.
fn closing(text: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        let quote = at + memchr(b'"', &text[at..])?;
        match text.get(quote + 1)? {
            b'"' => at = quote + 2,
            _ => return Some(quote),
        }
    }
}

/// No blank line, and no mark of encoding where a reader would drop it.
pub(super) fn is_line_by_line(text: &[u8]) -> bool {
    // Without a branch, so that many bytes are compared at a time.
    let blank = text
        .iter()
        .zip(text.get(1..).unwrap_or_default())
        .fold(0, |blank, (one, next)| {
            blank | (u8::from(*one == b'\n') & u8::from(*next == b'\n'))
        });
    blank == 0 && text.first() != Some(&b'\n') && !text.starts_with("\u{feff}".as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ends of the records of a text, as the CSV reader sees them.
    fn ends(text: &str, dialect: Dialect) -> Vec<usize> {
        let mut reader = crate::import::file::table::csv_reader(dialect, text.len() as u64)
            .from_reader(text.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut ends = vec![0];
        while reader.read_byte_record(&mut record).expect("readable") {
            ends.push(reader.position().byte() as usize);
        }
        ends
    }

    #[test]
    fn a_block_ends_where_a_record_ends() {
        for text in [
            "a,b\n1,2\n",
            "a,\"b\nc\"\n1,2\n",
            "a,\"say \"\"x\"\"\"\nb,\"\"\nc,d\n",
            "a,5\" screen\nb,\"x\" y\"\nc,\"d\n\",e\n",
            "\"a\"\"\n\",b\n\"c\"d,\"e\n\"\nf\n",
            "a,\"\"\"\n\"\"\",b\nc\n",
        ] {
            for quoting in [true, false] {
                let dialect = Dialect {
                    delimiter: b',',
                    quoting,
                    header_line: 1,
                };
                let ends = ends(text, dialect);
                // Whatever of the text is at hand.
                for length in 0..=text.len() {
                    let found = cut(&text.as_bytes()[..length], dialect).end;
                    let expected = ends.iter().copied().filter(|end| *end <= length).max();
                    // A quote at the very end may be the first of two: then it is left open.
                    let open = text.as_bytes()[..length].ends_with(b"\"");
                    assert!(ends.contains(&found), "{text:?} cut at {length}: {found}");
                    assert!(
                        open || Some(found) == expected,
                        "{text:?} cut at {length}: {found}, not {expected:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_regular() {
        for (text, expected) in [
            ("a,b\n1,2\n", true),
            ("a,\"b,c\"\n\"x\"\"y\",2\n", true),
            ("a,\"b\nc\"\n", false),
            ("a,5\" screen\n", false),
            ("a,\"x\" y\n", false),
            ("a,\"x\n", false),
            ("a,b\n\n1,2\n", false),
            ("\na,b\n", false),
            ("\u{feff}a,b\n", false),
        ] {
            let dialect = Dialect {
                delimiter: b',',
                quoting: true,
                header_line: 1,
            };
            let cut = cut(text.as_bytes(), dialect);
            let regular = cut.regular && !cut.open && is_line_by_line(text.as_bytes());
            assert_eq!(regular, expected, "{text:?}");
        }
    }
}
