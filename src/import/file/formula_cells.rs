//! Cells that are written as formulas so that a spreadsheet leaves them as they are: `="00012"`, `="6.9"`.
//!
//! What stands in the formula is the cell. An export that begins with such cells is copied without them once; lines stay lines.

use std::io::{self, BufRead, Read, Write};

use memchr::memmem;

/// How much of an export is looked at.
const HEAD: u64 = 64 * 1024;

/// Copies an export, without the formulas if it begins with such cells. Gives its length.
pub(in crate::import) fn copy(mut from: impl Read, into: &mut impl Write) -> io::Result<u64> {
    let head = head(&mut from)?;
    let has_some = are_in(&head);
    let mut whole = io::BufReader::new(head.as_slice().chain(from));
    if !has_some {
        return io::copy(&mut whole, into);
    }
    let mut into = io::BufWriter::new(into);
    let (mut line, mut plain, mut length) = (Vec::new(), Vec::new(), 0);
    while whole.read_until(b'\n', &mut line)? > 0 {
        without(&line, &mut plain);
        into.write_all(&plain)?;
        length += plain.len() as u64;
        line.clear();
    }
    into.flush()?;
    Ok(length)
}

/// The beginning of an export.
pub(in crate::import) fn head(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    from.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// True if there is a cell that is a formula of a text.
pub(in crate::import) fn are_in(head: &[u8]) -> bool {
    memmem::find_iter(head, b"=\"").any(|at| cell(head, at).is_some())
}

/// A cell that is a formula: where it begins, what stands in it, and where it ends.
struct Formula<'t> {
    from: usize,
    text: &'t [u8],
    to: usize,
}

/// The cell with a `="` at this place: `="6.9"`, or `"=""6.9"""` where the writer put it into quotes.
fn cell(line: &[u8], at: usize) -> Option<Formula<'_>> {
    let is_quoted = at > 0 && line[at - 1] == b'"';
    let from = at - usize::from(is_quoted);
    let (open, close): (&[u8], &[u8]) = match is_quoted {
        true => (b"=\"\"", b"\"\"\""),
        false => (b"=\"", b"\""),
    };
    let is_end = |byte: Option<&u8>| byte.is_none_or(|byte| b",;\t|\r\n".contains(byte));
    let begins = is_end(from.checked_sub(1).and_then(|before| line.get(before)));
    let rest = line.get(at..)?.strip_prefix(open).filter(|_| begins)?;
    let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\n'))?;
    let (text, behind) = rest.split_at(length);
    let after = behind.strip_prefix(close)?;
    is_end(after.first()).then(|| Formula {
        from,
        text,
        to: line.len() - after.len(),
    })
}

/// A line with the texts of its formulas in plain quotes.
fn without(line: &[u8], plain: &mut Vec<u8>) {
    plain.clear();
    let mut done = 0;
    for at in memmem::find_iter(line, b"=\"") {
        if let Some(formula) = cell(line, at).filter(|formula| done <= formula.from) {
            plain.extend_from_slice(&line[done..formula.from]);
            plain.push(b'"');
            plain.extend_from_slice(formula.text);
            plain.push(b'"');
            done = formula.to;
        }
    }
    plain.extend_from_slice(&line[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str) -> String {
        let mut into = Vec::new();
        let length = copy(text.as_bytes(), &mut into).expect("memory");
        assert_eq!(length, into.len() as u64);
        String::from_utf8(into).expect("text")
    }

    #[test]
    fn a_formula_of_a_text_is_that_text() {
        for (line, expected) in [
            ("=\"00012\",K,=\"6.9\"\r\n", "\"00012\",K,\"6.9\"\r\n"),
            ("\"=\"\"00012\"\"\";K\n", "\"00012\";K\n"),
            ("a\t=\"\"\tb\n", "a\t\"\"\tb\n"),
            ("=\"6,9\"", "\"6,9\""),
        ] {
            assert_eq!(copied(line), expected, "{line}");
        }
    }

    #[test]
    fn nothing_else_is_changed() {
        for line in [
            "a,b=\"c\",d\n",
            "\"he said =\"\"6.9\"\", twice\",x\n",
            "=SUM(A1:A2),x\n",
            "=\"6.9\"&\"x\",y\n",
            "=\"6.9\n",
            "\"a,=\"\"b\"\",c\",d\n",
            "",
        ] {
            assert_eq!(copied(line), line, "{line}");
        }
    }
}
