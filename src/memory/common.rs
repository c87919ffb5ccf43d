//! What threads tell each other of what they found out.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::HashMap;

/// What was found out, by number, for one generation of numbers.
#[derive(Debug)]
pub(crate) struct Common<V>(Mutex<State<V>>);

#[derive(Debug)]
struct State<V> {
    generation: u32,
    known: HashMap<usize, V>,
}

impl<V> Default for Common<V> {
    fn default() -> Common<V> {
        Common(Mutex::new(State {
            generation: 0,
            known: HashMap::default(),
        }))
    }
}

impl<V: Clone + Default> Common<V> {
    fn open(&self) -> MutexGuard<'_, State<V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known.
    pub(crate) fn get(&self, generation: u32, number: usize) -> Option<V> {
        let state = self.open();
        let known = state.known.get(&number);
        known.filter(|_| state.generation == generation).cloned()
    }

    /// Adds to what is known. What is known of an earlier generation is forgotten.
    pub(crate) fn change(&self, generation: u32, number: usize, change: impl FnOnce(&mut V)) {
        let mut state = self.open();
        if state.generation < generation {
            state.generation = generation;
            state.known.clear();
        }
        if state.generation == generation {
            change(state.known.entry(number).or_default());
        }
    }
}

impl<T: Clone> Common<Vec<T>> {
    /// Adds one thing to those that are known by a number, unless one is the same. Most numbers have one.
    pub(crate) fn add(&self, generation: u32, number: usize, new: T, same: impl Fn(&T) -> bool) {
        self.change(generation, number, |known| {
            if !known.iter().any(same) {
                known.reserve_exact(1);
                known.push(new);
            }
        });
    }
}

/// What a thread knows by number, and asks the others for.
#[derive(Debug)]
pub(crate) struct ByNumber<'s, W> {
    common: &'s Common<Option<Arc<W>>>,
    known: Vec<Option<Arc<W>>>,
}

impl<'s, W> ByNumber<'s, W> {
    pub(crate) fn of(common: &'s Common<Option<Arc<W>>>) -> ByNumber<'s, W> {
        ByNumber {
            common,
            known: Vec::new(),
        }
    }

    /// What is known.
    #[inline]
    pub(crate) fn get(&mut self, generation: u32, number: usize) -> Option<&W> {
        if self.known.get(number).is_none_or(Option::is_none) {
            self.ask(generation, number);
        }
        self.known[number].as_deref()
    }

    #[cold]
    fn ask(&mut self, generation: u32, number: usize) {
        if self.known.len() <= number {
            self.known.resize_with(number + 1, || None);
        }
        self.known[number] = self.common.get(generation, number).flatten();
    }

    /// What is known, found out if nothing is.
    pub(crate) fn get_or_find(
        &mut self,
        generation: u32,
        number: usize,
        find: impl FnOnce() -> W,
    ) -> Option<&W> {
        if self.get(generation, number).is_none() {
            let found = Some(Arc::new(find()));
            let change = |known: &mut Option<Arc<W>>| *known = found;
            self.common.change(generation, number, change);
        }
        self.get(generation, number)
    }

    /// Forgets what a thread knows: its numbers mean something else now.
    pub(crate) fn clear(&mut self) {
        self.known.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generation_knows_nothing_of_another() {
        let common: Common<Vec<u8>> = Common::default();
        common.change(0, 7, |known| known.push(1));
        common.change(0, 7, |known| known.push(2));
        assert_eq!(
            (common.get(0, 7), common.get(0, 8)),
            (Some(vec![1, 2]), None)
        );
        common.change(2, 7, |known| known.push(3));
        common.change(1, 7, |known| known.push(4));
        let known = [0, 1, 2].map(|generation| common.get(generation, 7));
        assert_eq!(known, [None, None, Some(vec![3])]);
    }
}
