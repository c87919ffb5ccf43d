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
mod tests;
