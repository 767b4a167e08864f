//! A tape of choices. A shorter tape, or one with smaller numbers on it, makes a simpler rule set: proptest shrinks it.

/// Choices, one after the other. At its end every choice is the first one.
pub struct Tape<'t> {
    choices: &'t [u8],
    next: usize,
}

impl<'t> Tape<'t> {
    pub fn new(choices: &'t [u8]) -> Self {
        Self { choices, next: 0 }
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        let choice = self.choices.get(self.next).copied().unwrap_or_default();
        self.next += 1;
        usize::from(choice) % bound.max(1)
    }

    /// Yes once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// Some entries of a list, in any order, but never more than a number of them and never none.
    pub fn some_of<T: Clone>(&mut self, list: &[T], most: usize) -> Vec<T> {
        let mut left = list.to_vec();
        let count = 1 + self.below(most.min(list.len()));
        (0..count).map(|_| left.remove(self.below(left.len()))).collect()
    }
}
