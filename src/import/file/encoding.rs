//! Which encoding a file is in: its byte-order mark, then whether all of it is UTF-8, then the
//! pattern of UTF-16, then what the user says, then windows-1252 with a notice, or another one in which more headers are
//! known words.

mod bytes;

use std::io::Read;

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, GB18030, ISO_8859_2, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
};

use super::source::Source;
use crate::error::{Error, Result};
use bytes::{Census, census, utf16_pattern};

/// The encoding of one file and how it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TextEncoding {
    /// The encoding.
    pub(crate) encoding: &'static encoding_rs::Encoding,
    /// Length of the byte-order mark.
    pub(crate) mark: u64,
    /// All of the file is valid UTF-8, so nothing needs decoding.
    pub(crate) valid_utf8: bool,
    /// That is presumed by its beginning: to be checked as it is read.
    pub(crate) presumed: bool,
    /// How it was found, for the description of a layout.
    pub(crate) reason: &'static str,
    /// Nothing told the encoding: it is an assumption.
    pub(crate) assumed: bool,
}

impl TextEncoding {
    /// The decoder that is needed, if one is.
    pub(crate) fn decoding(&self) -> Option<&'static encoding_rs::Encoding> {
        (!self.valid_utf8).then_some(self.encoding)
    }

    /// True if it is said to be UTF-8 and some of it is not.
    pub(crate) fn loses_letters(&self) -> bool {
        self.encoding == UTF_8 && !self.valid_utf8
    }

    /// The error where the text is not UTF-8 behind the decoder: a presumption was wrong, or the file
    /// changed.
    pub(crate) fn not_text(&self, source: &Source) -> Error {
        match self.presumed {
            true => Error::not_utf8(source.label()),
            false => source.changed(),
        }
    }
}

/// Bytes of a long file by which it may be presumed to be UTF-8.
const BEGINNING: u64 = 1 << 20;

/// Finds the encoding of `source`; `label` is the user's word for it. With `presume`, a long file whose beginning
/// is UTF-8 is not read to its end.
pub(crate) fn detect(source: &Source, label: Option<&str>, presume: bool) -> Result<TextEncoding> {
    let failed = |error| Error::io(source.label(), error);
    // The user's word is checked even where it is not needed.
    let stated = match label {
        Some(label) => Some(by_label(label)?),
        None => None,
    };
    let mut head = Vec::new();
    source
        .reader(0)
        .take(4096)
        .read_to_end(&mut head)
        .map_err(failed)?;
    // The mark of UTF-16 begins as that of UTF-32 does.
    if head.starts_with(b"\xff\xfe\0\0") || head.starts_with(b"\0\0\xfe\xff") {
        let advice = "save it as UTF-8 in the program that made it";
        return Err(Error::new(source.label(), "this is text in UTF-32", advice));
    }
    let found = |encoding, mark, reason| TextEncoding {
        encoding,
        mark,
        valid_utf8: false,
        presumed: false,
        reason,
        assumed: false,
    };
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(&head) {
        let mut marked = found(encoding, mark as u64, "byte-order mark");
        if encoding == UTF_8 {
            let census = census(source.reader(mark as u64)).map_err(failed)?;
            refuse_nul(source, &census)?;
            marked.valid_utf8 = census.utf8;
        }
        return Ok(marked);
    }
    if presume && BEGINNING < source.length() {
        let beginning = census(source.reader(0).take(BEGINNING)).map_err(failed)?;
        // A character may be cut by the end of it.
        if !beginning.nul && (beginning.utf8 || beginning.cut) {
            let mut valid = found(UTF_8, 0, "its beginning is valid UTF-8");
            (valid.valid_utf8, valid.presumed) = (true, true);
            return Ok(valid);
        }
    }
    let census = census(source.reader(0)).map_err(failed)?;
    if census.nul {
        let stated = stated.filter(|encoding| [UTF_16LE, UTF_16BE].contains(encoding));
        return match (utf16_pattern(&head), stated) {
            (Some(encoding), _) => Ok(found(encoding, 0, "every other byte is zero")),
            (None, Some(encoding)) => Ok(found(encoding, 0, "as stated")),
            (None, None) => {
                refuse_nul(source, &census)?;
                Ok(found(UTF_8, 0, ""))
            }
        };
    }
    if census.utf8 {
        let mut valid = found(UTF_8, 0, "all of the file is valid UTF-8");
        valid.valid_utf8 = true;
        return Ok(valid);
    }
    Ok(match stated {
        Some(encoding) => found(encoding, 0, "as stated"),
        None => TextEncoding {
            assumed: true,
            ..found(WINDOWS_1252, 0, "not UTF-8 and no byte-order mark: assumed")
        },
    })
}

/// Where nothing told the encoding: windows-1252, unless more headers are known words in another one. `text` gives the first
/// part of the file in an encoding, and `known` how many of its headers are known words.
pub(crate) fn by_headers(
    assumed: TextEncoding,
    text: impl Fn(&TextEncoding) -> Result<String>,
    known: impl Fn(&str) -> usize,
) -> Result<(TextEncoding, String)> {
    let first = text(&assumed)?;
    if !assumed.assumed {
        return Ok((assumed, first));
    }
    // Of two with as many words the one in which more of the file is letters: `¶` is none, and `ś` is.
    let worth = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        (known(text), letters.count())
    };
    let least = known(&first);
    let mut best: Option<((usize, usize), TextEncoding, String)> = None;
    for encoding in OTHERS.into_iter().chain(OF_SIGNS) {
        let other = TextEncoding {
            encoding,
            reason: "not UTF-8, and more headers are known words in it: assumed",
            ..assumed
        };
        let decoded = text(&other)?;
        // In these, not every two bytes are a sign.
        if OF_SIGNS.contains(&encoding) && decoded.contains('\u{fffd}') {
            continue;
        }
        let worth = worth(&decoded);
        let better = best.as_ref().is_none_or(|(before, _, _)| *before < worth);
        if least < worth.0 && better {
            best = Some((worth, other, decoded));
        }
    }
    Ok(best.map_or((assumed, first), |(_, other, text)| (other, text)))
}

/// Encodings of one byte a letter that exports are written in, beside windows-1252: of Polish, Czech and Hungarian, Turkish,
/// Russian, Greek, and of an old Macintosh.
const OTHERS: [&encoding_rs::Encoding; 6] = [
    WINDOWS_1250,
    ISO_8859_2,
    WINDOWS_1254,
    WINDOWS_1251,
    WINDOWS_1253,
    MACINTOSH,
];

/// Encodings of Chinese, Japanese and Korean, one or two bytes a sign.
const OF_SIGNS: [&encoding_rs::Encoding; 5] = [GB18030, SHIFT_JIS, EUC_JP, EUC_KR, BIG5];

/// The encoding that the user calls `label`.
pub(crate) fn by_label(label: &str) -> Result<&'static encoding_rs::Encoding> {
    encoding_rs::Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        let advice = match is_of_dos(label) {
            true => "code pages of DOS are not read: convert the file to UTF-8 first",
            false => "use a name such as utf-8, windows-1252, iso-8859-15, utf-16le or macintosh",
        };
        Error::new("", format!("unknown encoding \"{label}\""), advice)
    })
}

/// `ibm850`, `cp852`, `437`: a name of a code page of DOS.
fn is_of_dos(label: &str) -> bool {
    let label = label.trim().to_lowercase().replace(['-', '_', ' '], "");
    let number = ["ibm", "cp", "dos", "oem"]
        .iter()
        .find_map(|name| label.strip_prefix(name))
        .unwrap_or(&label);
    [
        "437", "737", "775", "850", "852", "855", "857", "858", "860", "863", "865",
    ]
    .contains(&number)
}

fn refuse_nul(source: &Source, census: &Census) -> Result<()> {
    if census.nul {
        return Err(Error::new(
            source.label(),
            "this is binary data, not text",
            "export the results as CSV; if it is text in UTF-16 without a mark, say so: --encoding utf-16le",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn detected(bytes: &[u8], label: Option<&str>) -> String {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(bytes).expect("written");
        let source = Source::open(file.path()).expect("opened");
        match detect(&source, label, false) {
            Ok(found) => format!(
                "{} {}{}",
                found.encoding.name(),
                found.mark,
                if found.assumed { " assumed" } else { "" }
            ),
            Err(error) => error
                .to_string()
                .lines()
                .next()
                .unwrap_or("")
                .rsplit(": ")
                .next()
                .unwrap_or("")
                .to_string(),
        }
    }

    #[test]
    fn mark_then_utf8_then_pattern_then_label_then_assumption() {
        let utf16 = |text: &str, mark: &[u8], little: bool| -> Vec<u8> {
            let two = |unit: u16| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            };
            [mark.to_vec(), text.encode_utf16().flat_map(two).collect()].concat()
        };
        let text = "Patient;Analyse\n1;Größe µ\n";
        for (bytes, label, expected) in [
            (text.as_bytes().to_vec(), None, "UTF-8 0"),
            (text.as_bytes().to_vec(), Some("latin1"), "UTF-8 0"),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), None, "UTF-8 3"),
            (utf16(text, b"\xff\xfe", true), None, "UTF-16LE 2"),
            (utf16(text, b"\xfe\xff", false), None, "UTF-16BE 2"),
            (utf16(text, b"", true), None, "UTF-16LE 0"),
            (utf16(text, b"", false), None, "UTF-16BE 0"),
            (b"a;\xb5g/l\n".to_vec(), None, "windows-1252 0 assumed"),
            (
                b"a;\xb5g/l\n".to_vec(),
                Some("iso-8859-15"),
                "ISO-8859-15 0",
            ),
            (
                b"a;\xb5g/l\n".to_vec(),
                Some("klingon"),
                "unknown encoding \"klingon\"",
            ),
            (
                b"a;\xb5g/l\n".to_vec(),
                Some("IBM850"),
                "unknown encoding \"IBM850\"",
            ),
            (
                b"\xff\xfe\0\0a\0\0\0,\0\0\0".to_vec(),
                None,
                "this is text in UTF-32",
            ),
            (
                b"\0\0\xfe\xff\0\0\0a".to_vec(),
                None,
                "this is text in UTF-32",
            ),
            (
                b"a,b\n1,\0\0\0\x01\x02".to_vec(),
                None,
                "this is binary data, not text",
            ),
        ] {
            assert_eq!(detected(&bytes, label), expected);
        }
    }

    #[test]
    fn a_character_may_be_cut_by_a_chunk() {
        let mut bytes = vec![b'a'; 256 * 1024 - 1];
        bytes.extend_from_slice("µµ".as_bytes());
        assert_eq!(detected(&bytes, None), "UTF-8 0");
        bytes.push(0xc2);
        assert_eq!(detected(&bytes, None), "windows-1252 0 assumed");
    }
}
