//! The facts of a case that are said to decide by being unknown: each is given every value that can make a difference.

use std::collections::BTreeMap;

use palermo::{
    FactValue,
    rule_set::{Condition, RuleSet, Values},
};

pub(super) type Facts = BTreeMap<String, FactValue>;

/// How many ways to complete a case are tried.
const MAX_COMPLETIONS: usize = 1 << 16;

/// The facts of a case, and those that are unknown in it with the values they can have.
pub(super) struct Unknown<'u> {
    facts: &'u Facts,
    names: &'u [String],
    values: Vec<Vec<FactValue>>,
}

/// What the values of unknown facts do to a result.
pub(super) struct Turned {
    /// Whether no value of theirs turns it round.
    pub never: bool,
    /// The facts that never make a difference, whatever the others are.
    pub without_part: Vec<String>,
}

impl<'u> Unknown<'u> {
    pub(super) fn new(rule_set: &RuleSet, facts: &'u Facts, names: &'u [String]) -> Self {
        let values = names.iter().map(|name| values(rule_set, name)).collect();
        Self { facts, names, values }
    }

    /// Tries every way to give values to the unknown facts, the ways that leave some of them unknown included; none where
    /// there are too many. A way that is no valid record is passed over.
    pub(super) fn turned(&self, result: impl Fn(&Facts) -> Option<bool>, came_out: bool) -> Option<Turned> {
        let count = self.values.iter().try_fold(1_usize, |count, values| count.checked_mul(values.len()))?;
        if count > MAX_COMPLETIONS {
            return None;
        }
        let results: Vec<Option<bool>> = (0..count).map(|number| result(&self.completed(number))).collect();
        let mut without_part = Vec::new();
        let mut step = 1;
        for (name, values) in self.names.iter().zip(&self.values) {
            // Numbers that differ in this fact alone are `step` apart, as many as it has values.
            let matters = (0..count).any(|number| {
                let other = number + step;
                number / step % values.len() + 1 < values.len() && results.get(number) != results.get(other)
            });
            if !matters {
                without_part.push(name.clone());
            }
            step *= values.len();
        }
        Some(Turned { never: results.iter().flatten().all(|result| *result == came_out), without_part })
    }

    /// The facts with the values that a number stands for: its digits are the places of the values.
    fn completed(&self, mut number: usize) -> Facts {
        let mut facts = self.facts.clone();
        for (name, values) in self.names.iter().zip(&self.values) {
            if let Some(value) = values.get(number % values.len()) {
                facts.insert(name.clone(), value.clone());
            }
            number /= values.len();
        }
        facts
    }
}

/// The values of a fact, unknown first; of years, one between any two bounds that the rule set knows of the fact.
fn values(rule_set: &RuleSet, name: &str) -> Vec<FactValue> {
    let mut values = vec![FactValue::Unknown];
    match rule_set.facts.iter().find(|fact| fact.name == name).map(|fact| &fact.values) {
        None => {}
        Some(Values::YesNo) => values.extend([true.into(), false.into()]),
        Some(Values::Choice(words)) => values.extend(words.iter().map(|word| word.as_str().into())),
        Some(Values::Years { from, to }) => {
            let mut bounds = vec![*from];
            let written = rule_set.conditions().chain(rule_set.member_conditions()).flat_map(Condition::bounds);
            bounds.extend(written.filter(|(fact, _)| *fact == name).map(|(_, bound)| bound));
            bounds.sort_unstable();
            bounds.dedup();
            values.extend(bounds.into_iter().filter(|bound| (*from..=*to).contains(bound)).map(FactValue::from));
        }
    }
    values
}
