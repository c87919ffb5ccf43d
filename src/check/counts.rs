//! How often each result counts: very many add the same to the summary.

use std::sync::{Mutex, PoisonError};

use foldhash::HashMap;

use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::report::{Share, Summary};

/// What one result may add to the summary, numbered; the same for all threads.
#[derive(Debug, Default)]
pub(super) struct Kinds(Mutex<(Vec<Share>, HashMap<Share, u32>)>);

/// How many results of a block add what.
#[derive(Debug)]
pub(super) struct Counts<'s> {
    kinds: &'s Kinds,
    times: Vec<u64>,
}

/// What may be said of a result because it is repeated.
const REPEATS: [Code; 3] = [Code::Duplicate, Code::Superseded, Code::RepeatDiffers];

/// Places of what a result adds: as it is, and with each thing that may be said because it is repeated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places([u32; 1 + REPEATS.len()]);

impl Kinds {
    fn place(&self, result: &Interpretation<'_>) -> u32 {
        let share = Share::of(result);
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, places) = &mut *kinds;
        *places.entry(share).or_insert_with(|| {
            all.push(share);
            all.len() as u32 - 1
        })
    }
}

impl<'s> Counts<'s> {
    pub(super) fn of(kinds: &'s Kinds) -> Counts<'s> {
        Counts {
            kinds,
            times: Vec::new(),
        }
    }

    /// The places of a result of which nothing is said because it is repeated.
    pub(super) fn places(&mut self, result: &mut Interpretation<'_>) -> Places {
        let mut places = Places([self.kinds.place(result); 1 + REPEATS.len()]);
        let notices = result.notices.clone();
        for (code, place) in REPEATS.iter().zip(&mut places.0[1..]) {
            result.notices.clone_from(&notices);
            result.notices.add(*code);
            *place = self.kinds.place(result);
        }
        result.notices = notices;
        places
    }

    /// One more result, of which this is said because it is repeated.
    #[inline]
    pub(super) fn count(&mut self, Places(places): Places, repeat: Option<Code>) {
        let place = match repeat {
            None => 0,
            Some(code) => 1 + REPEATS.iter().position(|known| *known == code).unwrap_or(0),
        };
        let place = places[place] as usize;
        if self.times.len() <= place {
            self.times.resize(place + 1, 0);
        }
        self.times[place] += 1;
    }

    /// Adds what was counted, and begins anew.
    pub(super) fn take(&mut self, summary: &mut Summary) {
        let kinds = self.kinds.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = kinds.0.iter().zip(&mut self.times);
        for (share, times) in counted.filter(|(_, times)| 0 < **times) {
            summary.add_share(share, std::mem::take(times));
        }
    }
}
