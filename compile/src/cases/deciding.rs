//! Which part of a condition, as it is written, decides whether it holds.

use std::collections::BTreeSet;

use palermo::{
    FactIs,
    rule_set::{Accepts, Condition, FactSet, Value},
};

use super::Decides;

/// The part of a condition that makes it hold, or that keeps it from holding, with the values of the facts in it.
pub(super) fn deciding(condition: &Condition, sets: &[FactSet], value: &impl Fn(&str) -> String, holds: bool) -> Decides {
    let reader = Reader { sets, value };
    // `otherwise` is settled by the other rules, and stands as it is written.
    let part = reader.part(condition, holds).unwrap_or_else(|| condition.clone());
    let mut names = Vec::new();
    reader.names(&part, &mut names);
    let mut seen = BTreeSet::new();
    let facts = names.into_iter().filter(|name| seen.insert(name.clone()));
    let facts = facts.map(|fact| FactIs { value: value(&fact), fact }).collect();
    Decides { holds, part, facts }
}

struct Reader<'r, Of> {
    sets: &'r [FactSet],
    value: &'r Of,
}

impl<Of: Fn(&str) -> String> Reader<'_, Of> {
    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Otherwise => false,
            Condition::All(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part)),
            Condition::AnyOf { set, is } => self.members(set, is).iter().any(|part| self.holds(part)),
            Condition::AllOf { set, is } => self.members(set, is).iter().all(|part| self.holds(part)),
            Condition::Literal { fact, accepts } => accepted(accepts, &(self.value)(fact)),
        }
    }

    /// The part that holds, or the part that does not; none where that is not so of the condition.
    fn part(&self, condition: &Condition, holds: bool) -> Option<Condition> {
        if self.holds(condition) != holds {
            return None;
        }
        Some(match condition {
            Condition::All(parts) => grouped(Condition::All, self.parts(parts, holds)),
            Condition::Any(parts) => grouped(Condition::Any, self.parts(parts, holds)),
            // Of a set only the members that make the difference are shown; where all of them do, the set says it shorter.
            Condition::AnyOf { set, is } if holds => grouped(Condition::Any, self.parts(&self.members(set, is), holds)),
            Condition::AllOf { set, is } if !holds => grouped(Condition::All, self.parts(&self.members(set, is), holds)),
            other => other.clone(),
        })
    }

    fn parts(&self, parts: &[Condition], holds: bool) -> Vec<Condition> {
        parts.iter().filter_map(|part| self.part(part, holds)).collect()
    }

    /// The members of a set that take part, each as a literal.
    fn members(&self, name: &str, is: &[Value]) -> Vec<Condition> {
        let members = self.sets.iter().filter(|set| set.name == name).flat_map(|set| &set.members);
        let taking_part = members.filter(|member| member.when.as_ref().is_none_or(|when| self.holds(when)));
        let literal = |fact: &String| Condition::Literal { fact: fact.clone(), accepts: Accepts::OneOf(is.to_vec()) };
        taking_part.map(|member| literal(&member.fact)).collect()
    }

    fn names(&self, condition: &Condition, names: &mut Vec<String>) {
        match condition {
            Condition::Always | Condition::Otherwise => {}
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.names(part, names)),
            Condition::AnyOf { set, is } | Condition::AllOf { set, is } => {
                self.members(set, is).iter().for_each(|part| self.names(part, names));
            }
            Condition::Literal { fact, .. } => names.push(fact.clone()),
        }
    }
}

fn grouped(group: fn(Vec<Condition>) -> Condition, mut parts: Vec<Condition>) -> Condition {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            group(parts)
        }
    }
}

/// Whether a literal accepts a value: `yes`, `no`, `unknown`, a word, or a span of years that no threshold cuts.
fn accepted(accepts: &Accepts, value: &str) -> bool {
    let years = || value.split_once('-').and_then(|(from, _)| from.parse::<u32>().ok());
    match accepts {
        Accepts::OneOf(values) => values.iter().any(|known| known.name() == value),
        Accepts::Below { bound, or_unknown } => years().map_or(*or_unknown, |years| years < *bound),
        Accepts::AtLeast { bound, or_unknown } => years().map_or(*or_unknown, |years| years >= *bound),
    }
}
