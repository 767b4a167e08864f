//! Which facts a rule reads: those of its condition, of what breaks it, and of the sets that these name.

use std::collections::BTreeSet;

use palermo::rule_set::{Condition, Rule, RuleSet};

/// The facts that a rule reads, input and derived.
pub(crate) fn facts<'s>(rule: &'s Rule, set: &'s RuleSet) -> BTreeSet<&'s str> {
    let mut reader = Reader { set, facts: BTreeSet::new(), sets: BTreeSet::new() };
    reader.add(&rule.when);
    if let Some(when) = rule.breach.as_ref().and_then(|breach| breach.when.as_ref()) {
        reader.add(when);
    }
    reader.facts
}

struct Reader<'s> {
    set: &'s RuleSet,
    facts: BTreeSet<&'s str>,
    /// The sets that were looked into.
    sets: BTreeSet<&'s str>,
}

impl<'s> Reader<'s> {
    fn add(&mut self, condition: &'s Condition) {
        match condition {
            Condition::Always | Condition::Otherwise => {}
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.add(part)),
            Condition::Literal { fact, .. } => {
                self.facts.insert(fact);
            }
            Condition::AnyOf { set: name, .. } | Condition::AllOf { set: name, .. } => {
                if self.sets.insert(name) {
                    for member in self.set.sets.iter().filter(|known| known.name == *name).flat_map(|known| &known.members) {
                        self.facts.insert(&member.fact);
                        member.when.iter().for_each(|when| self.add(when));
                    }
                }
            }
        }
    }
}
