//! A small set of indices: the values that a fact can have, or the facts that something depends on.

/// A set of numbers below 128. Of two sets, the one with the greatest number that is not in both is the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Set(u128);

impl Set {
    /// The set without members.
    pub const EMPTY: Self = Self(0);

    /// The set with one member.
    #[must_use]
    pub fn one(member: usize) -> Self {
        assert!(member < 128, "a set holds numbers below 128");
        Self(1 << member)
    }

    /// All numbers from 0 up to and without `count`.
    #[must_use]
    pub fn below(count: usize) -> Self {
        (0..count).collect()
    }

    /// Whether `member` is in the set.
    #[must_use]
    pub fn has(self, member: usize) -> bool {
        self.overlaps(Self::one(member))
    }

    /// Everything that is in this set or in the other.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether every member of this set is in the other.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether the two sets have a member in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is more than one member.
    #[must_use]
    pub fn has_several(self) -> bool {
        self.0.count_ones() > 1
    }

    /// The members, the smallest first.
    pub fn members(self) -> impl Iterator<Item = usize> {
        (0..128).filter(move |&member| self.has(member))
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(members: I) -> Self {
        members.into_iter().map(Self::one).fold(Self::EMPTY, Self::union)
    }
}
