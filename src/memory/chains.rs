//! What is known by number, several things each: first one after the other in one piece of memory.

/// No thing.
const NONE: u32 = u32::MAX;

/// Things by number. Most numbers have one; it is found in one step.
#[derive(Debug)]
pub(crate) struct Chains<T> {
    /// By number: the place of the first thing.
    first: Vec<u32>,
    /// Each with the place of the next of its number.
    all: Vec<(T, u32)>,
}

impl<T> Default for Chains<T> {
    fn default() -> Chains<T> {
        Chains {
            first: Vec::new(),
            all: Vec::new(),
        }
    }
}

impl<T> Chains<T> {
    /// How many things are known.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The things of a number, each with its place.
    #[inline]
    fn places(&self, number: usize) -> impl Iterator<Item = (u32, &T)> {
        let mut next = self.first.get(number).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let at = next;
            let (thing, behind) = self.all.get(at as usize)?;
            next = *behind;
            Some((at, thing))
        })
    }

    /// The things of a number.
    pub(crate) fn of(&self, number: usize) -> impl Iterator<Item = &T> {
        self.places(number).map(|(_, thing)| thing)
    }

    /// The place of the first thing of a number of which this is true.
    #[inline]
    pub(crate) fn find(&self, number: usize, is: impl Fn(&T) -> bool) -> Option<u32> {
        let mut places = self.places(number);
        places.find(|(_, thing)| is(thing)).map(|(at, _)| at)
    }

    /// The thing at a place.
    #[inline]
    pub(crate) fn at(&self, place: u32) -> &T {
        &self.all[place as usize].0
    }

    /// Adds a thing to those of a number, behind the others.
    pub(crate) fn add(&mut self, number: usize, thing: T) {
        if self.first.len() <= number {
            self.first.resize(number + 1, NONE);
        }
        let new = self.all.len() as u32;
        let last = self.places(number).last().map(|(at, _)| at);
        match last {
            None => self.first[number] = new,
            Some(last) => self.all[last as usize].1 = new,
        }
        self.all.push((thing, NONE));
    }

    /// Forgets all of them.
    pub(crate) fn clear(&mut self) {
        self.first.clear();
        self.all.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stay_in_the_order_in_which_they_came() {
        let mut chains = Chains::default();
        for (number, thing) in [(3, 'a'), (0, 'b'), (3, 'c'), (3, 'd'), (0, 'e')] {
            chains.add(number, thing);
        }
        let of = |number| chains.of(number).collect::<String>();
        assert_eq!([0, 1, 3, 9].map(of), ["be", "", "acd", ""]);
        let found = |number, is: fn(&char) -> bool| chains.find(number, is).map(|at| chains.at(at));
        assert_eq!(found(3, |thing| *thing > 'b'), Some(&'c'));
        assert_eq!(found(3, |thing| *thing == 'b'), None);
        assert_eq!((found(9, |_| true), chains.len()), (None, 5));
        chains.clear();
        assert_eq!((chains.of(3).count(), chains.len()), (0, 0));
    }
}
