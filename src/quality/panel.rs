//! The results of one sample side by side, as the pattern rules see them.

use serde::{Deserialize, Serialize};

use super::Position;
use crate::specimen::Specimen;
use crate::value::Comparator;

/// One result of a panel, in the canonical unit of its analyte.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub struct Item {
    /// The value.
    pub value: f64,
    /// `<` or `>` of a censored value.
    pub comparator: Option<Comparator>,
    /// Where it lies against the limits that judge it, or against the adult interval of the profile.
    /// Also known for an implausible value, which no report flags.
    pub position: Position,
    /// What it was measured in.
    pub specimen: Specimen,
}

impl Item {
    fn surely_from(&self, limit: f64) -> bool {
        let below = self.comparator.is_some_and(Comparator::is_below);
        !below && limit <= self.value
    }

    /// Which of two results of one analyte counts: the lower, and of two that are equal the one that is judged, as low before as
    /// inside.
    fn goes_before(&self, other: &Item) -> bool {
        let order = self.value.total_cmp(&other.value);
        order
            .then(self.position.cmp(&other.position))
            .then(self.comparator.cmp(&other.comparator))
            .then(self.specimen.cmp(&other.specimen))
            .is_lt()
    }

    fn surely_below(&self, limit: f64) -> bool {
        match self.comparator {
            None => self.value < limit,
            Some(comparator) => comparator.is_below() && self.value <= limit,
        }
    }
}

/// Results of one sample by analyte id; a few dozen at most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    items: Vec<(Key, &'static str, Item)>,
    /// A bit for each key that is there: rules ask for much that most panels have not.
    present: u64,
    child: bool,
}

/// Some bytes of an id: where two differ, the ids do.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key(u32);

impl Key {
    #[inline]
    fn of(id: &str) -> Key {
        let bytes = id.as_bytes();
        let at = |place: usize| bytes.get(place).copied().unwrap_or_default();
        let length = bytes.len();
        Key(u32::from_le_bytes([
            length as u8,
            at(0),
            at(length / 2),
            at(length.saturating_sub(1)),
        ]))
    }

    /// Its bit among those that are there; several keys may share one.
    #[inline]
    fn bit(self) -> u64 {
        // A large odd number spreads the keys.
        const SPREAD: u32 = 0x9e37_79b9;
        1 << (self.0.wrapping_mul(SPREAD) >> (u32::BITS - u64::BITS.ilog2()))
    }
}

impl Panel {
    /// Adds a result. Of two for one analyte the lower stays, so that the order of rows does not matter.
    pub fn add(&mut self, analyte: &'static str, item: Item) {
        let key = Key::of(analyte);
        let is = |(known, id, _): &&mut (Key, &str, Item)| *known == key && *id == analyte;
        match self.items.iter_mut().find(is) {
            Some((_, _, known)) if item.goes_before(known) => *known = item,
            Some(_) => {}
            None => {
                if self.items.is_empty() {
                    self.items.reserve(USUAL);
                }
                self.items.push((key, analyte, item));
                self.present |= key.bit();
            }
        }
    }

    /// Says that the patient is known to be a child.
    pub fn set_child(&mut self) {
        self.child = true;
    }

    /// True if the patient is known to be a child: what is usual in adults does not hold.
    #[must_use]
    pub fn is_child(&self) -> bool {
        self.child
    }

    /// The result of an analyte.
    #[must_use]
    #[inline]
    pub fn get(&self, analyte: &str) -> Option<&Item> {
        let key = Key::of(analyte);
        if self.present & key.bit() == 0 {
            return None;
        }
        self.items
            .iter()
            .find(|(known, id, _)| *known == key && *id == analyte)
            .map(|(_, _, item)| item)
    }

    /// Every result.
    pub fn items(&self) -> impl Iterator<Item = (&'static str, &Item)> {
        self.items.iter().map(|(_, id, item)| (*id, item))
    }

    /// Its results, in an order that does not depend on that in which they came.
    pub(crate) fn order(&self) -> Vec<(&'static str, u64)> {
        let results = self.items.iter();
        let mut results: Vec<_> = results
            .map(|(_, id, item)| (*id, item.value.to_bits()))
            .collect();
        results.sort_unstable();
        results
    }

    /// True if there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The number of an analyte; none for an inequality.
    #[must_use]
    pub fn number(&self, analyte: &str) -> Option<f64> {
        self.get(analyte)
            .filter(|item| item.comparator.is_none())
            .map(|item| item.value)
    }

    /// True if the analyte is there and lies above its limits.
    #[must_use]
    pub fn is_high(&self, analyte: &str) -> bool {
        self.is_at(analyte, Position::High)
    }

    /// True if the analyte is there and lies below its limits.
    #[must_use]
    pub fn is_low(&self, analyte: &str) -> bool {
        self.is_at(analyte, Position::Low)
    }

    /// True if the analyte is there and lies within its limits.
    #[must_use]
    pub fn is_inside(&self, analyte: &str) -> bool {
        self.is_at(analyte, Position::Inside)
    }

    fn is_at(&self, analyte: &str, position: Position) -> bool {
        self.get(analyte)
            .is_some_and(|item| item.position == position)
    }

    /// True if the analyte is there and is `limit` or more.
    #[must_use]
    pub fn is_from(&self, analyte: &str, limit: f64) -> bool {
        self.get(analyte)
            .is_some_and(|item| item.surely_from(limit))
    }

    /// True if the analyte is there and is less than `limit`.
    #[must_use]
    pub fn is_below(&self, analyte: &str, limit: f64) -> bool {
        self.get(analyte)
            .is_some_and(|item| item.surely_below(limit))
    }

    /// True if the analyte is there and is more than `limit`.
    #[must_use]
    pub fn is_above(&self, analyte: &str, limit: f64) -> bool {
        self.is_from(analyte, limit) && self.number(analyte) != Some(limit)
    }
}

/// Results of a usual panel.
const USUAL: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    fn item(value: f64, comparator: Option<Comparator>) -> Item {
        Item {
            value,
            comparator,
            position: Position::Unjudged,
            specimen: Specimen::Serum,
        }
    }

    #[test]
    fn an_inequality_counts_only_where_it_is_sure() {
        for (value, comparator, from, below) in [
            (6.0, None, true, false),
            (5.9, None, false, true),
            (6.0, Some(Comparator::Less), false, true),
            (7.0, Some(Comparator::Less), false, false),
            (6.0, Some(Comparator::Greater), true, false),
            (5.0, Some(Comparator::Greater), false, false),
        ] {
            let mut panel = Panel::default();
            panel.add("potassium", item(value, comparator));
            assert_eq!(
                panel.is_from("potassium", 6.0),
                from,
                "{value} {comparator:?}"
            );
            assert_eq!(
                panel.is_below("potassium", 6.0),
                below,
                "{value} {comparator:?}"
            );
        }
    }

    #[test]
    fn each_analyte_is_found_by_its_id_alone() {
        let catalog = crate::reference::Catalog::bundled().expect("bundled data");
        let ids = catalog.analytes().map(|analyte| analyte.id.as_str());
        let mut panel = Panel::default();
        for (value, id) in ids.clone().enumerate() {
            assert_eq!(panel.get(id), None, "{id}");
            panel.add(id, item(value as f64, None));
        }
        for (value, id) in ids.enumerate() {
            assert_eq!(panel.number(id), Some(value as f64), "{id}");
        }
        assert_eq!((panel.get(""), panel.get("potassiun")), (None, None));
    }

    #[test]
    fn the_order_of_repeats_does_not_matter() {
        let (mut one, mut other) = (Panel::default(), Panel::default());
        for value in [4.0, 3.9] {
            one.add("potassium", item(value, None));
        }
        for value in [3.9, 4.0] {
            other.add("potassium", item(value, None));
        }
        assert_eq!(one, other);
        // The same number, judged and not judged.
        let judged = Item {
            position: Position::High,
            ..item(3.9, None)
        };
        let (mut one, mut other) = (Panel::default(), Panel::default());
        for item in [judged, item(3.9, None)] {
            one.add("potassium", item);
        }
        for item in [item(3.9, None), judged] {
            other.add("potassium", item);
        }
        assert_eq!(one, other);
        assert!(one.is_high("potassium"));
    }
}
