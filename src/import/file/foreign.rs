//! Files that are no delimited text, recognized by how they begin.

use crate::error::{Error, Result};

/// What a file is, and what to do with it.
pub(crate) struct Foreign {
    /// Completes "this is …".
    pub(crate) what: &'static str,
    /// What to do.
    pub(crate) advice: &'static str,
}

const AS_CSV: &str = "save it as CSV (UTF-8) in the program that made it";
const UNPACK: &str = "unpack it first";
const NO_RESULTS: &str = "name the laboratory's export instead";
const LATER: &str = "only delimited text (CSV) can be read so far; export the results as CSV";

/// Recognizes binary files by their first bytes.
pub(crate) fn binary(head: &[u8]) -> Option<Foreign> {
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|w| w == needle);
    let known = |what, advice| Some(Foreign { what, advice });
    if head.starts_with(b"PK\x03\x04") {
        return if holds(b"xl/") || holds(b"[Content_Types].xml") {
            known("an Excel workbook", AS_CSV)
        } else if holds(b"opendocument.spreadsheet") {
            known("an OpenDocument spreadsheet", AS_CSV)
        } else {
            known("a zip archive", UNPACK)
        };
    }
    let table: [(&[u8], &str, &str); 18] = [
        (b"\x7fELF", "a program", NO_RESULTS),
        (b"MZ\x90", "a program", NO_RESULTS),
        (b"%PDF", "a PDF document", "ask for the results as CSV"),
        (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", AS_CSV),
        (b"\x1f\x8b", "a gzip file", UNPACK),
        (b"BZh", "a bzip2 file", UNPACK),
        (b"\xfd7zXZ", "an xz file", UNPACK),
        (b"\x28\xb5\x2f\xfd", "a zstd file", UNPACK),
        (b"7z\xbc\xaf", "a 7-Zip archive", UNPACK),
        (b"PAR1", "a Parquet file", AS_CSV),
        (b"ARROW1", "an Arrow file", AS_CSV),
        (
            b"SQLite format 3",
            "an SQLite database",
            "export the table as CSV",
        ),
        (
            b"RDX",
            "an R data file",
            "write the data frame with write.csv",
        ),
        (
            b"HEADER RECORD*******",
            "a SAS transport file",
            "export the data set as CSV",
        ),
        (
            b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xc2\xea\x81\x60",
            "a SAS data set",
            "export the data set as CSV",
        ),
        (b"$FL2", "an SPSS file", AS_CSV),
        (b"\x89PNG", "an image", "ask for the results as CSV"),
        (b"\xff\xd8\xff", "an image", "ask for the results as CSV"),
    ];
    let (_, what, advice) = table.iter().find(|(magic, ..)| head.starts_with(magic))?;
    known(what, advice)
}

/// Recognizes text that is structured in another way, by its first characters.
pub(crate) fn structured_text(head: &str) -> Option<Foreign> {
    let known = |what, advice| Some(Foreign { what, advice });
    let text = head.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    if ["MSH|", "FHS|", "BHS|"].iter().any(|s| text.starts_with(s)) {
        return known("HL7 v2", LATER);
    }
    // A header record (`H|\^&`), perhaps with a frame number before it and remarks above it.
    let first = text
        .lines()
        .find(|l| !l.trim().is_empty() && !l.starts_with('#'));
    let frame = first
        .unwrap_or("")
        .trim_start_matches(|c: char| c.is_ascii_digit() || c.is_control());
    if frame.starts_with("H|\\^&") || frame.starts_with("H|@^\\") {
        return known("ASTM analyzer output", LATER);
    }
    if text.starts_with('{') || text.starts_with('[') {
        let inside = text[1..].trim_start();
        if inside.starts_with(['{', '[', '"', '}', ']']) {
            return known("JSON", LATER);
        }
    }
    if let Some(tag) = text.strip_prefix('<') {
        let tag = tag.get(..14).unwrap_or(tag).to_ascii_lowercase();
        if tag.starts_with("!doctype html") || tag.starts_with("html") {
            return known("a web page", LATER);
        }
        if tag.starts_with("?xml") || tag.starts_with("!--") || tag.starts_with("!doctype") {
            return known("XML", LATER);
        }
        // `<ClinicalDocument xmlns=…`, but not a first cell such as `<5`.
        let name = tag.bytes().take_while(u8::is_ascii_alphabetic).count();
        if name > 1 && text.contains("</") {
            return known("XML", LATER);
        }
    }
    None
}

/// Refuses a file that is to be a table, and is of another kind.
pub(crate) fn refuse(label: &str, bytes: &[u8]) -> Result<()> {
    /// Bytes by which a file is known.
    const HEAD: usize = 4096;
    let head = &bytes[..bytes.len().min(HEAD)];
    match binary(head) {
        Some(found) => Err(found.refused(label, "this is")),
        None => match structured_text(&String::from_utf8_lossy(head)) {
            Some(found) => Err(found.refused(label, "this looks like")),
            None => Ok(()),
        },
    }
}

/// The error for a file with nothing in it.
pub(crate) fn empty(label: &str) -> Error {
    Error::new(label, "empty file", "export the results again")
}

impl Foreign {
    /// The error for it; the verb says how sure it is.
    pub(crate) fn refused(&self, label: &str, verb: &str) -> Error {
        Error::new(label, format!("{verb} {}", self.what), self.advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_named() {
        for (head, expected) in [
            (
                &b"PK\x03\x04....[Content_Types].xml"[..],
                Some("an Excel workbook"),
            ),
            (b"PK\x03\x04....notes.txt", Some("a zip archive")),
            (b"\x7fELF\x02\x01", Some("a program")),
            (b"%PDF-1.7", Some("a PDF document")),
            (b"\x1f\x8b\x08", Some("a gzip file")),
            (b"patient,test", None),
        ] {
            assert_eq!(binary(head).map(|f| f.what), expected);
        }
        for (head, expected) in [
            ("MSH|^~\\&|LAB", Some("HL7 v2")),
            ("\u{b}MSH|^~\\&|LAB", Some("HL7 v2")),
            (
                "# remark\n# more\nH|\\^&|||Analyzer",
                Some("ASTM analyzer output"),
            ),
            ("\u{2}1H|\\^&|||", Some("ASTM analyzer output")),
            ("{\"resourceType\":", Some("JSON")),
            ("[\n  {", Some("JSON")),
            ("<?xml version=", Some("XML")),
            ("<!DOCTYPE html><html>", Some("a web page")),
            ("<Bundle xmlns=\"x\"><id/></Bundle>", Some("XML")),
            ("<5,mmol/L", None),
            ("[Test],Result", None),
            ("Patient,Test,Result", None),
            ("H,I,L", None),
        ] {
            assert_eq!(structured_text(head).map(|f| f.what), expected, "{head:?}");
        }
    }
}
