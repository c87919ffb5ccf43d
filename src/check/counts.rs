//! How often each result counts: every result of a kind adds the same to the summary.

use foldhash::HashMap;

use crate::interpretation::Interpretation;
use crate::notice::Code;
use crate::report::Summary;

/// What one result may add to the summary, and how many results of a block do.
#[derive(Debug, Default)]
pub(super) struct Counts {
    kinds: Vec<(Summary, u64)>,
    places: HashMap<Summary, u32>,
}

/// What may be said of a result because it is repeated.
const REPEATS: [Code; 3] = [Code::Duplicate, Code::Superseded, Code::RepeatDiffers];

/// Places of what a result adds: as it is, and with each thing that may be said because it is repeated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places([u32; 1 + REPEATS.len()]);

impl Counts {
    /// The places of a result of which nothing is said because it is repeated.
    pub(super) fn places(&mut self, result: &mut Interpretation<'_>) -> Places {
        let mut places = Places([self.place(result); 1 + REPEATS.len()]);
        let notices = result.notices.clone();
        for (code, place) in REPEATS.iter().zip(&mut places.0[1..]) {
            result.notices.clone_from(&notices);
            result.notices.add(*code);
            *place = self.place(result);
        }
        result.notices = notices;
        places
    }

    fn place(&mut self, result: &Interpretation<'_>) -> u32 {
        let mut summary = Summary::default();
        summary.add(result);
        if let Some(place) = self.places.get(&summary) {
            return *place;
        }
        let place = self.kinds.len() as u32;
        self.kinds.push((summary.clone(), 0));
        self.places.insert(summary, place);
        place
    }

    /// One more result, of which this is said because it is repeated.
    #[inline]
    pub(super) fn count(&mut self, Places(places): Places, repeat: Option<Code>) {
        let place = match repeat {
            None => 0,
            Some(code) => 1 + REPEATS.iter().position(|known| *known == code).unwrap_or(0),
        };
        self.kinds[places[place] as usize].1 += 1;
    }

    /// Adds what was counted, and begins anew.
    pub(super) fn take(&mut self, summary: &mut Summary) {
        for (counts, times) in self.kinds.iter_mut().filter(|(_, times)| 0 < *times) {
            summary.merge(counts, std::mem::take(times));
        }
    }
}
