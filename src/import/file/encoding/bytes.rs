//! What the bytes of a file say of its encoding.

use std::io::Read;

use encoding_rs::{UTF_16BE, UTF_16LE};

/// What reading the whole file once says about its bytes.
pub(super) struct Census {
    pub(super) utf8: bool,
    /// Only a character that is cut by the end is not UTF-8.
    pub(super) cut: bool,
    pub(super) nul: bool,
}

/// Reads everything once: is it UTF-8, and does it hold a zero byte?
pub(super) fn census(mut reader: impl Read) -> std::io::Result<Census> {
    let mut census = Census {
        utf8: true,
        cut: false,
        nul: false,
    };
    let mut buffer = vec![0u8; 256 * 1024];
    // Bytes at the start of the buffer that belong to a character cut by the last chunk's end.
    let mut carried = 0;
    loop {
        let count = reader.read(&mut buffer[carried..])?;
        if count == 0 {
            census.cut = census.utf8 && carried != 0;
            census.utf8 &= carried == 0;
            return Ok(census);
        }
        let length = carried + count;
        census.nul |= buffer[carried..length].contains(&0);
        carried = 0;
        if census.utf8
            && let Err(error) = std::str::from_utf8(&buffer[..length])
        {
            if error.error_len().is_some() {
                census.utf8 = false;
            } else {
                buffer.copy_within(error.valid_up_to()..length, 0);
                carried = length - error.valid_up_to();
            }
        }
        if census.nul && !census.utf8 {
            return Ok(census);
        }
    }
}

/// UTF-16 without a mark: text that is mostly ASCII has a zero in nearly every second byte, and
/// always on the same side.
pub(super) fn utf16_pattern(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let pairs = head.chunks_exact(2);
    let (mut high_first, mut low_first, mut count) = (0usize, 0usize, 0usize);
    for pair in pairs {
        count += 1;
        high_first += usize::from(pair[0] == 0 && pair[1] != 0);
        low_first += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let most = count - count / 4;
    if count == 0 {
        None
    } else if low_first >= most && high_first == 0 {
        Some(UTF_16LE)
    } else if high_first >= most && low_first == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}
