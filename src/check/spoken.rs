//! What is written of samples, by kind of what is known of them.

use crate::quality::SampleQuality;
use crate::report::Scribe;

/// Kinds remembered at most: where samples have indices, there may be as many as samples.
const REMEMBERED: usize = 4_000;

/// What was written of kinds of samples.
#[derive(Default)]
pub(super) struct Spoken {
    /// Of a sample of which nothing is said.
    nothing: [Vec<u8>; 2],
    by_kind: foldhash::HashMap<usize, [Vec<u8>; 2]>,
}

impl Spoken {
    pub(super) fn of(scribe: &Scribe) -> Spoken {
        Spoken {
            nothing: scribe.sample(&SampleQuality::default()),
            ..Spoken::default()
        }
    }

    /// What is written of a sample of a kind.
    #[inline]
    pub(super) fn written(
        &mut self,
        kind: Option<usize>,
        kinds: &[SampleQuality],
        scribe: &Scribe,
    ) -> &[Vec<u8>; 2] {
        let Some(kind) = kind.filter(|_| scribe.tells_all()) else {
            return &self.nothing;
        };
        if REMEMBERED <= self.by_kind.len() && !self.by_kind.contains_key(&kind) {
            self.by_kind.clear();
        }
        self.by_kind
            .entry(kind)
            .or_insert_with(|| scribe.sample(&kinds[kind]))
    }
}
