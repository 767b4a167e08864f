//! Sets of bits of fixed size: the values of a record, sets of facts, sets of rules.

/// Words of the bit set of a record: at most 1,024 (fact, value) pairs.
pub(crate) const WORDS: usize = 16;
/// Words of a set of facts: at most 384 facts, derived and hidden ones included.
pub(crate) const FACT_WORDS: usize = 6;
/// Words of a set of rules or conditions: at most 1,024 of each.
pub(crate) const RULE_WORDS: usize = 16;

pub(crate) type BitSet = Words<WORDS>;
pub(crate) type FactBits = Words<FACT_WORDS>;
pub(crate) type RuleBits = Words<RULE_WORDS>;

/// A set of small numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words<const N: usize>(pub(super) [u64; N]);

impl<const N: usize> Words<N> {
    pub(crate) const EMPTY: Self = Self([0; N]);

    pub(crate) fn word(&self, word: u8) -> u64 {
        self.0.get(usize::from(word)).copied().unwrap_or(0)
    }

    /// Clears the bits of `domain` in a word and sets those of `bits`.
    pub(crate) fn replace(&mut self, word: u8, domain: u64, bits: u64) {
        if let Some(word) = self.0.get_mut(usize::from(word)) {
            *word = *word & !domain | bits;
        }
    }

    pub(crate) fn insert(&mut self, index: u16) {
        if let Some(word) = self.0.get_mut(usize::from(index / 64)) {
            *word |= 1 << (index % 64);
        }
    }

    pub(crate) fn contains(&self, index: u16) -> bool {
        self.0.get(usize::from(index / 64)).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    pub(crate) fn union(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// The members, in ascending order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        self.0.iter().zip(0_u16..).flat_map(|(word, number)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                let place = u16::try_from(rest.trailing_zeros()).ok().filter(|place| *place < 64)?;
                rest &= rest - 1;
                Some(number * 64 + place)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::FactBits;

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let mut set = FactBits::EMPTY;
        for index in [0, 63, 64, 200, 383] {
            set.insert(index);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 200, 383]);
        assert!(!set.contains(65) && set.contains(63));
        set.insert(384);
        assert!(!set.contains(384), "what lies outside is left out, not wrapped round");
    }
}
