//! Whether a text holds one of many short pieces at all: asked of many texts, answered "no" nearly always.

/// Pieces of a text, in lower case; `?` stands for a byte outside ASCII, but not in front.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    /// In the order of their first bytes.
    pieces: Vec<Box<[u8]>>,
    /// By first byte, less the first letter: where its pieces begin. One more for the end of the last.
    starts: Vec<u8>,
}

/// Letters of ASCII.
const LETTERS: u8 = b'z' - b'a' + 1;

impl Sieve {
    /// For these pieces, which begin with a letter.
    pub(super) fn of<'p>(pieces: impl Iterator<Item = &'p str>) -> Sieve {
        let lower = |piece: &str| piece.to_ascii_lowercase().into_bytes().into_boxed_slice();
        let mut pieces: Vec<Box<[u8]>> = pieces.map(lower).collect();
        pieces.sort_unstable();
        let start = |letter: u8| {
            pieces.partition_point(|piece| *piece.first().unwrap_or(&0) < b'a' + letter) as u8
        };
        Sieve {
            starts: (0..=LETTERS).map(start).collect(),
            pieces,
        }
    }

    /// True if a text holds one of them, in capitals or not.
    pub(super) fn is_held_by(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let same = |byte: u8, piece: u8| match piece {
            b'?' => !byte.is_ascii(),
            piece => byte.to_ascii_lowercase() == piece,
        };
        (0..text.len()).any(|at| {
            let letter = usize::from(text[at].to_ascii_lowercase().wrapping_sub(b'a'));
            let [from, to] = [letter, letter + 1].map(|letter| self.starts.get(letter).copied());
            let (Some(from), Some(to)) = (from, to) else {
                return false;
            };
            self.pieces[usize::from(from)..usize::from(to)]
                .iter()
                .any(|piece| {
                    let rest = text.get(at..at + piece.len());
                    rest.is_some_and(|rest| {
                        rest.iter()
                            .zip(piece)
                            .all(|(byte, piece)| same(*byte, *piece))
                    })
                })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_found_wherever_it_stands() {
        let sieve = Sieve::of(["mo", "m?", "HEM", "h ind", "zz"].into_iter());
        for (text, held) in [
            ("", false),
            ("Hemolysis", true),
            ("xHEM", true),
            ("HE", false),
            ("H IND", true),
            ("Hämolyse", true),
            ("häm", false),
            ("m", false),
            ("mé", true),
            ("{m|", false),
            ("Zz", true),
            ("serum", false),
            ("m?", false),
        ] {
            assert_eq!(sieve.is_held_by(text), held, "{text:?}");
        }
        assert!(!Sieve::default().is_held_by("mo"));
    }
}
