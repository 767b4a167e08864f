//! What people read that has no words of its own: it is shown by its id.

use std::collections::BTreeSet;

use palermo::rule_set::{RuleSet, Values};

use super::{Finding, Lint, Looked};

pub(super) fn find(looked: &Looked<'_>) -> Vec<Finding> {
    let rule_set = looked.model.rule_set();
    let mut named = BTreeSet::new();
    let missing = shown(rule_set).into_iter().filter(|id| !rule_set.texts.contains_key(id) && named.insert(id.clone()));
    missing.map(|id| Finding::new(Lint::TextMissing, &id, format!("Nothing in the texts says what {id} is."))).collect()
}

/// The ids of what people read, in the order of the rule set.
fn shown(rule_set: &RuleSet) -> Vec<String> {
    let follows = rule_set.rules.iter().flat_map(|rule| &rule.then).filter(|id| !id.starts_with("fact:")).cloned();
    let conduct = rule_set.conduct.iter().map(|code| format!("conduct:{}", code.code));
    let families = rule_set.rules.iter().filter_map(|rule| Some(format!("family:{}", rule.id.split_once('/')?.0)));
    let groups = rule_set.groups.iter().map(|group| format!("group:{group}"));
    let values = rule_set.facts.iter().flat_map(|fact| {
        let words: &[String] = if let Values::Choice(words) = &fact.values { words } else { &[] };
        words.iter().map(|word| format!("value:{}={word}", fact.name)).collect::<Vec<_>>()
    });
    follows.chain(conduct).chain(families).chain(groups).chain(values).collect()
}
