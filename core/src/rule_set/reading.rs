//! What the conditions of a rule set read: the conditions themselves, the facts that they name, the bounds of years.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::{Accepts, Condition, RuleSet};

impl RuleSet {
    /// Every condition that stands on its own: those of rules, of breaches and of implied conduct.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let rules = self.rules.iter().map(|rule| &rule.when);
        let breaches = self.rules.iter().filter_map(|rule| rule.breach.as_ref()?.when.as_ref());
        let conduct = self.conduct.iter().filter_map(|code| code.implied_when.as_ref());
        rules.chain(breaches).chain(conduct)
    }

    /// The conditions under which members of sets take part; they count where the set is named.
    pub fn member_conditions(&self) -> impl Iterator<Item = &Condition> {
        self.sets.iter().flat_map(|set| &set.members).filter_map(|member| member.when.as_ref())
    }

    /// The facts, input and derived, that some conditions name, through sets too, but not through derived facts.
    #[must_use]
    pub fn facts_read<'a>(&'a self, conditions: impl IntoIterator<Item = &'a Condition>) -> BTreeSet<&'a str> {
        let mut facts = BTreeSet::new();
        let mut sets = BTreeSet::new();
        let mut waiting: Vec<&Condition> = conditions.into_iter().collect();
        while let Some(condition) = waiting.pop() {
            match condition {
                Condition::Always | Condition::Otherwise => {}
                Condition::All(parts) | Condition::Any(parts) => waiting.extend(parts),
                Condition::Literal { fact, .. } => {
                    facts.insert(fact.as_str());
                }
                Condition::AnyOf { set: name, .. } | Condition::AllOf { set: name, .. } => {
                    if sets.insert(name) {
                        for member in self.sets.iter().filter(|set| set.name == *name).flat_map(|set| &set.members) {
                            facts.insert(&member.fact);
                            waiting.extend(&member.when);
                        }
                    }
                }
            }
        }
        facts
    }
}

impl Condition {
    /// The bounds of years that the condition itself is written with, each with its fact.
    #[must_use]
    pub fn bounds(&self) -> Vec<(&str, u32)> {
        let mut found = Vec::new();
        let mut waiting = vec![self];
        while let Some(condition) = waiting.pop() {
            match condition {
                Self::All(parts) | Self::Any(parts) => waiting.extend(parts.iter().rev()),
                Self::Literal { fact, accepts: Accepts::Below { bound, .. } | Accepts::AtLeast { bound, .. } } => {
                    found.push((fact.as_str(), *bound));
                }
                Self::Always | Self::Otherwise | Self::AnyOf { .. } | Self::AllOf { .. } | Self::Literal { .. } => {}
            }
        }
        found
    }
}
