//! Open analysis: the values that each fact can still have, and the open input facts on which that
//! depends (design, "Open analysis").

use super::Set;
use super::catalogue::Catalogue;
use super::condition::{Condition, Reading};
use super::derived::DERIVED;
use super::record::Case;

/// What is possible for every fact, input and derived.
pub struct Open {
    possible: Vec<Set>,
    depends: Vec<Set>,
}

impl Open {
    /// A declined fact is fixed at unknown: nobody will ask it.
    #[must_use]
    pub fn for_questions(case: &Case<'_>) -> Self {
        Self::new(case, |fact| !case.is_given(fact) && !case.declined.has(fact))
    }

    /// A declined fact is open: it may yet come to light.
    #[must_use]
    pub fn for_pending(case: &Case<'_>) -> Self {
        Self::new(case, |fact| !case.is_given(fact))
    }

    fn new(case: &Case<'_>, is_open: impl Fn(usize) -> bool) -> Self {
        let mut open = Self { possible: Vec::new(), depends: Vec::new() };
        for (fact, row) in case.catalogue.facts.iter().enumerate() {
            if is_open(fact) {
                open.push(row.every_value(), Set::one(fact));
            } else {
                open.push(Set::one(case.values[fact]), Set::EMPTY);
            }
        }
        for derived in DERIVED {
            let (possible, depends) = open.derive(case.catalogue, derived.by_priority.len());
            open.push(possible, depends);
        }
        open
    }

    fn push(&mut self, possible: Set, depends: Set) {
        self.possible.push(possible);
        self.depends.push(depends);
    }

    /// The next derived fact: its values by priority, then its default.
    fn derive(&self, catalogue: &Catalogue, default: usize) -> (Set, Set) {
        let fact = self.possible.len();
        let mut possible = Set::EMPTY;
        let mut depends = Set::EMPTY;
        for value in 0..default {
            let conditions: Vec<&Condition> = catalogue.rules_giving(fact, value).map(|rule| &rule.condition).collect();
            let readings: Vec<Reading> = conditions.iter().map(|condition| self.reading(condition)).collect();
            if readings.contains(&Reading::Yes) {
                return (possible.union(Set::one(value)), depends);
            }
            if readings.contains(&Reading::Open) {
                possible = possible.union(Set::one(value));
                for condition in conditions {
                    depends = depends.union(self.dependencies(condition));
                }
            }
        }
        (possible.union(Set::one(default)), depends)
    }

    /// What a condition says over the possible values.
    #[must_use]
    pub fn reading(&self, condition: &Condition) -> Reading {
        condition.reading(&self.possible)
    }

    /// The open input facts on which a condition depends; none if it is settled.
    #[must_use]
    pub fn dependencies(&self, condition: &Condition) -> Set {
        condition.dependencies(&self.possible, &self.depends)
    }

    /// The open input facts on which a fact depends.
    #[must_use]
    pub fn dependencies_of_fact(&self, fact: usize) -> Set {
        self.depends[fact]
    }

    /// Whether a fact can have more than one value.
    #[must_use]
    pub fn is_open(&self, fact: usize) -> bool {
        self.possible[fact].has_several()
    }

    /// The values that a fact can have.
    #[must_use]
    pub fn possible(&self, fact: usize) -> Set {
        self.possible[fact]
    }
}
