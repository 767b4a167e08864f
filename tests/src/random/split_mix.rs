//! A small generator of random numbers, the same on every machine.

use crate::slow::{Fact, FactType, Set};

/// Ages around which rules and people change.
const TELLING_AGES: [&str; 10] = ["4", "12", "16", "17", "18", "19", "24", "25", "26", "40"];

/// Steele, Lea and Flood's `SplitMix64`.
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// The same seed gives the same numbers.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.number() % limit
    }

    /// An index into something that is `len` long.
    pub fn index(&mut self, len: usize) -> usize {
        let len = u64::try_from(len).expect("a length fits");
        usize::try_from(self.below(len)).expect("an index fits")
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of the items.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.index(items.len())]
    }

    /// The numbers below `len` in random order.
    pub fn order(&mut self, len: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..len).collect();
        for place in (1..len).rev() {
            order.swap(place, self.index(place + 1));
        }
        order
    }

    /// One of the accepted values of a fact, ages mostly telling ones.
    pub fn value(&mut self, fact: &Fact, accepted: Set) -> usize {
        let all: Vec<usize> = accepted.members().collect();
        let telling: Vec<usize> =
            all.iter().copied().filter(|&value| TELLING_AGES.contains(&fact.domain[value].as_str())).collect();
        if fact.data_type == FactType::Integer && !telling.is_empty() && self.chance(75) {
            *self.pick(&telling)
        } else {
            *self.pick(&all)
        }
    }
}
