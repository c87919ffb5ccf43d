//! How often each result counts: very many add the same to the summary.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::report::{Share, Summary};

/// What one result may add to the summary: as it is, and with each thing that may be said because it is repeated.
type Shares = [Share; 1 + REPEATS.len()];

/// What results may add, numbered; the same for all threads.
#[derive(Debug, Default)]
pub(super) struct Kinds(Mutex<(Vec<Shares>, HashMap<Shares, u32>)>);

/// How many results of a block add what.
#[derive(Debug)]
pub(super) struct Counts<'s> {
    kinds: &'s Kinds,
    times: Vec<[u64; 1 + REPEATS.len()]>,
}

/// What may be said of a result because it is repeated.
const REPEATS: [Code; 3] = [Code::Duplicate, Code::Superseded, Code::RepeatDiffers];

/// The place of what a result adds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(u32);

impl Kinds {
    fn place(&self, shares: Shares) -> Place {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, places) = &mut *kinds;
        Place(*places.entry(shares).or_insert_with(|| {
            all.push(shares);
            all.len() as u32 - 1
        }))
    }
}

impl<'s> Counts<'s> {
    pub(super) fn of(kinds: &'s Kinds) -> Counts<'s> {
        Counts {
            kinds,
            times: Vec::new(),
        }
    }

    /// The place of a result of which nothing is said because it is repeated.
    pub(super) fn place(&self, result: &mut Interpretation<'_>) -> Place {
        let mut shares = [Share::of(result); 1 + REPEATS.len()];
        let notices = result.notices.clone();
        for (code, share) in REPEATS.iter().zip(&mut shares[1..]) {
            result.notices.clone_from(&notices);
            result.notices.add(*code);
            *share = Share::of(result);
        }
        result.notices = notices;
        self.kinds.place(shares)
    }

    /// One more result, of which this is said because it is repeated.
    #[inline]
    pub(super) fn count(&mut self, Place(place): Place, repeat: Option<Code>) {
        let which = match repeat {
            None => 0,
            Some(code) => 1 + REPEATS.iter().position(|known| *known == code).unwrap_or(0),
        };
        let place = place as usize;
        if self.times.len() <= place {
            self.times.resize(place + 1, [0; 1 + REPEATS.len()]);
        }
        self.times[place][which] += 1;
    }

    /// Adds what was counted, and begins anew.
    pub(super) fn take(&mut self, summary: &mut Summary) {
        let kinds = self.kinds.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = kinds.0.iter().zip(&mut self.times);
        for (share, times) in counted.flat_map(|(shares, times)| shares.iter().zip(times)) {
            if 0 < *times {
                summary.add_share(share, std::mem::take(times));
            }
        }
    }
}
