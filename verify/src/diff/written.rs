//! What two rule sets write differently, member by member.

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::RuleSet;
use serde::Serialize;
use serde_json::Value;

use super::{Changed, FactChanges};

/// The facts that one rule set alone knows, and those that both describe differently.
pub(super) fn facts(from: &RuleSet, to: &RuleSet) -> FactChanges {
    let of = |rule_set: &RuleSet| -> BTreeSet<String> { rule_set.facts.iter().map(|fact| fact.name.clone()).collect() };
    let (known_before, known_after) = (of(from), of(to));
    let only = |rule_set: &RuleSet, other: &BTreeSet<String>| {
        rule_set.facts.iter().map(|fact| fact.name.clone()).filter(|name| !other.contains(name)).collect()
    };
    let changed = from.facts.iter().filter_map(|before| {
        let after = to.facts.iter().find(|after| after.name == before.name)?;
        let parts = parts(before, after);
        (!parts.is_empty()).then(|| Changed { id: before.name.clone(), parts })
    });
    FactChanges { only_from: only(from, &known_after), only_to: only(to, &known_before), changed: changed.collect() }
}

/// The members that differ between two things of one kind, in the order of their names.
pub(super) fn parts(before: &impl Serialize, after: &impl Serialize) -> Vec<String> {
    let members = |value: Result<Value, serde_json::Error>| -> BTreeMap<String, Value> {
        match value {
            Ok(Value::Object(members)) => members.into_iter().collect(),
            _ => BTreeMap::new(),
        }
    };
    let (before, after) = (members(serde_json::to_value(before)), members(serde_json::to_value(after)));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}
