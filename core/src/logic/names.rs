//! A table from names to indices, built when a rule set is opened: one hash and, almost always, one comparison.

use alloc::{vec, vec::Vec};

use super::Index;

/// Where a name stands in its table, by open addressing over a power of two at least twice the number of names.
#[derive(Clone, Debug)]
pub(crate) struct NameTable {
    /// Index plus one; zero is an empty place.
    slots: Vec<Index>,
    mask: u32,
}

impl NameTable {
    #[inline(never)]
    pub(crate) fn new<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let size = (names.len() * 2).next_power_of_two().max(2);
        let mask = u32::try_from(size - 1).unwrap_or(u32::MAX);
        let mut slots = vec![0; size];
        for (name, number) in names.zip(1..) {
            let mut place = hash(name) & mask;
            while slots.get(place as usize).is_some_and(|slot| *slot != 0) {
                place = (place + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(place as usize) {
                *slot = number;
            }
        }
        Self { slots, mask }
    }

    /// The index of a name; `name_at` gives the name at an index.
    pub(crate) fn find<'a>(&self, name: &str, name_at: impl Fn(Index) -> Option<&'a str>) -> Option<Index> {
        let mut place = hash(name) & self.mask;
        loop {
            let index = self.slots.get(place as usize).copied()?.checked_sub(1)?;
            if name_at(index) == Some(name) {
                return Some(index);
            }
            place = (place + 1) & self.mask;
        }
    }
}

/// FNV-1a.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
