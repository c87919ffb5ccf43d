//! Bytes of any encoding in, UTF-8 text with plain line ends out.
//!
//! Behind the decoder every line of the input, however it ended (LF, CR LF, or CR alone, also
//! inside quotes), ends with exactly one LF, the last one too. That makes line numbers exact. UTF-8
//! without a CR passes through the caller's own buffer untouched.

use std::io::{self, Read};

use memchr::memchr;

const CHUNK: usize = 64 * 1024;

/// Reads bytes, gives UTF-8 with LF line ends.
pub(crate) struct Decoder<R> {
    inner: R,
    /// `None` for input that is known to be UTF-8.
    decoder: Option<Box<encoding_rs::Decoder>>,
    raw: Vec<u8>,
    ready: Vec<u8>,
    at: usize,
    after_cr: bool,
    last: u8,
    ended: bool,
    taken: u64,
}

impl<R: Read> Decoder<R> {
    /// Decodes `inner`, which stands behind its byte-order mark. `None`: it is valid UTF-8.
    pub(crate) fn new(inner: R, encoding: Option<&'static encoding_rs::Encoding>) -> Decoder<R> {
        Decoder {
            inner,
            decoder: encoding.map(|e| Box::new(e.new_decoder_without_bom_handling())),
            raw: Vec::new(),
            ready: Vec::new(),
            at: 0,
            after_cr: false,
            last: b'\n',
            ended: false,
            taken: 0,
        }
    }

    /// Bytes taken from the input so far.
    pub(crate) fn taken(&self) -> u64 {
        self.taken
    }

    /// Drops the first `count` lines.
    pub(crate) fn skip_lines(&mut self, count: u64) -> io::Result<()> {
        if count == 0 {
            return Ok(());
        }
        let mut left = count;
        let mut chunk = vec![0u8; CHUNK];
        while left > 0 {
            let length = self.read(&mut chunk)?;
            if length == 0 {
                break;
            }
            let mut from = 0;
            while left > 0
                && let Some(end) = chunk[from..length].iter().position(|c| *c == b'\n')
            {
                from += end + 1;
                left -= 1;
            }
            if left == 0 {
                // What was read too far comes before anything still waiting.
                let mut ready = chunk[from..length].to_vec();
                ready.extend_from_slice(&self.ready[self.at..]);
                (self.ready, self.at) = (ready, 0);
            }
        }
        Ok(())
    }

    /// Reads UTF-8 into the caller's buffer.
    fn pass(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.inner.read(into)?;
            self.taken += count as u64;
            if count == 0 {
                self.ended = true;
                return Ok(0);
            }
            let kept = plain_line_ends(&mut into[..count], &mut self.after_cr);
            if kept > 0 {
                return Ok(kept);
            }
        }
    }

    /// Decodes the next chunk into `ready`.
    fn fill(&mut self) -> io::Result<()> {
        let Some(decoder) = &mut self.decoder else {
            return Ok(());
        };
        self.at = 0;
        self.ready.clear();
        while self.ready.is_empty() && !self.ended {
            self.raw.resize(CHUNK, 0);
            let count = self.inner.read(&mut self.raw)?;
            self.taken += count as u64;
            self.ended = count == 0;
            let most = decoder.max_utf8_buffer_length(count).unwrap_or(CHUNK * 4);
            self.ready.resize(most.max(16), 0);
            let (_, _, written, _) =
                decoder.decode_to_utf8(&self.raw[..count], &mut self.ready, self.ended);
            let kept = plain_line_ends(&mut self.ready[..written], &mut self.after_cr);
            self.ready.truncate(kept);
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        if self.at >= self.ready.len() && !self.ended {
            if self.decoder.is_none() {
                let count = self.pass(into)?;
                if count > 0 {
                    self.last = into[count - 1];
                    return Ok(count);
                }
            } else {
                self.fill()?;
            }
        }
        if self.at < self.ready.len() {
            let count = into.len().min(self.ready.len() - self.at);
            into[..count].copy_from_slice(&self.ready[self.at..self.at + count]);
            self.at += count;
            self.last = into[count - 1];
            return Ok(count);
        }
        if self.ended && self.last != b'\n' {
            self.last = b'\n';
            into[0] = b'\n';
            return Ok(1);
        }
        Ok(0)
    }
}

/// Turns CR LF and CR into LF in place, and gives the new length. `after_cr` carries a CR over the
/// end of a chunk.
fn plain_line_ends(text: &mut [u8], after_cr: &mut bool) -> usize {
    if !*after_cr && memchr(b'\r', text).is_none() {
        return text.len();
    }
    let mut kept = 0;
    for at in 0..text.len() {
        let byte = text[at];
        if byte == b'\n' && *after_cr {
            *after_cr = false;
            continue;
        }
        *after_cr = byte == b'\r';
        text[kept] = if byte == b'\r' { b'\n' } else { byte };
        kept += 1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a text in pieces of a few bytes, so that everything is cut at a bad place once.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(into.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn decoded(
        bytes: &[u8],
        encoding: Option<&'static encoding_rs::Encoding>,
        piece: usize,
    ) -> String {
        let mut text = String::new();
        Decoder::new(Drip(bytes, piece), encoding)
            .read_to_string(&mut text)
            .expect("readable");
        text
    }

    #[test]
    fn every_line_ends_with_one_line_feed() {
        for (input, output) in [
            ("a,b\n1,2\n", "a,b\n1,2\n"),
            ("a,b\n1,2", "a,b\n1,2\n"),
            ("a,b\r\n1,2\r\n", "a,b\n1,2\n"),
            ("a,b\r1,2\r", "a,b\n1,2\n"),
            ("a\r\n\r\nb\r\rc", "a\n\nb\n\nc\n"),
            ("\"x\ry\"\r\nµ", "\"x\ny\"\nµ\n"),
            ("", ""),
        ] {
            for piece in 1..7 {
                assert_eq!(decoded(input.as_bytes(), None, piece), output, "{input:?}");
                let wide: Vec<u8> = input.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let through = decoded(&wide, Some(encoding_rs::UTF_16LE), piece);
                assert_eq!(through, output, "{input:?} as UTF-16");
            }
        }
    }

    #[test]
    fn single_byte_text_is_decoded() {
        assert_eq!(
            decoded(b"\xb5g/l \x80", Some(encoding_rs::WINDOWS_1252), 3),
            "µg/l €\n"
        );
    }

    #[test]
    fn skipped_lines_are_counted_as_they_end_in_the_input() {
        for encoding in [None, Some(encoding_rs::WINDOWS_1252)] {
            let mut decoder = Decoder::new(Drip(b"one\rtwo\r\n\nfour\nfive", 3), encoding);
            decoder.skip_lines(3).expect("readable");
            let mut rest = String::new();
            decoder.read_to_string(&mut rest).expect("readable");
            assert_eq!(rest, "four\nfive\n");
        }
    }
}
