//! Results of suspicious patients, as they wait in the temporary file.

use serde::{Deserialize, Serialize};

use crate::interpret::reported::Status;
use crate::quality::panel::Item;

/// A result of a sample that may show a pattern.
#[derive(Debug, Deserialize, Serialize)]
pub(in crate::survey) struct Kept<'k> {
    /// Key of its sample.
    pub(in crate::survey) key: &'k str,
    /// Its patient; blank where that is not known.
    pub(in crate::survey) patient: &'k str,
    /// When the sample was drawn, in minutes on the laboratory's clock.
    pub(in crate::survey) minutes: Option<i64>,
    /// Place of its analyte in the catalog.
    pub(in crate::survey) analyte: u32,
    pub(in crate::survey) item: Item,
    /// The patient is known to be a child.
    pub(in crate::survey) child: bool,
    /// Identity and status, to tell whether it is replaced by another.
    pub(in crate::survey) identity: Option<u64>,
    pub(in crate::survey) status: Status,
}

impl Kept<'_> {
    /// Appends it to `bytes`.
    pub(in crate::survey) fn write(&self, bytes: &mut Vec<u8>) {
        let before = bytes.len();
        // Memory takes everything: what is not written whole would not be read back.
        match postcard::to_extend(self, std::mem::take(bytes)) {
            Ok(written) => *bytes = written,
            Err(_) => bytes.truncate(before),
        }
    }

    /// Those in `bytes`.
    pub(in crate::survey) fn all(bytes: &[u8]) -> impl Iterator<Item = Kept<'_>> {
        let mut rest = bytes;
        std::iter::from_fn(move || {
            let (kept, behind) = postcard::take_from_bytes(rest).ok()?;
            rest = behind;
            Some(kept)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Position;
    use crate::specimen::Specimen;
    use crate::value::Comparator;

    #[test]
    fn what_is_kept_comes_back() {
        let mut bytes = Vec::new();
        for number in 0..3_u32 {
            let kept = Kept {
                key: "p\u{1f}s",
                patient: "p",
                minutes: Some(-5),
                analyte: number,
                item: Item {
                    value: 4.1,
                    comparator: Some(Comparator::Less),
                    position: Position::High,
                    specimen: Specimen::Plasma,
                },
                child: false,
                identity: Some(u64::MAX),
                status: Status::Corrected,
            };
            kept.write(&mut bytes);
        }
        let read: Vec<Kept<'_>> = Kept::all(&bytes).collect();
        assert_eq!(read.len(), 3);
        assert_eq!((read[2].analyte, read[2].key), (2, "p\u{1f}s"));
        assert_eq!(read[1].item.comparator, Some(Comparator::Less));
        assert_eq!(read[0].status, Status::Corrected);
    }
}
