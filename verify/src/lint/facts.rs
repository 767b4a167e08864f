//! Facts that no condition reads. A shielded one is there so that the rule set can say that it changes nothing.

use std::collections::BTreeSet;

use palermo::rule_set::RuleSet;

use super::{Finding, Lint, Looked};

pub(super) fn find(looked: &Looked<'_>) -> Vec<Finding> {
    let rule_set = looked.model.rule_set();
    let read = read(rule_set);
    let unread = rule_set.facts.iter().filter(|fact| !fact.shield && !read.contains(fact.name.as_str()));
    let found = |name: &String| {
        let sentence = format!("No condition reads the fact {name}, and it is not shielded.");
        Finding::new(Lint::FactUnread, name, sentence)
    };
    unread.map(|fact| found(&fact.name)).collect()
}

/// The facts that some condition reads, or that the interview waits for.
pub(super) fn read(rule_set: &RuleSet) -> BTreeSet<&str> {
    &rule_set.facts_read(rule_set.conditions()) | &waited_for(rule_set)
}

/// The facts that decide when the interview enters a stage.
pub(super) fn waited_for(rule_set: &RuleSet) -> BTreeSet<&str> {
    rule_set.interview.iter().flat_map(|stage| stage.after.iter().chain(&stage.not_while)).map(String::as_str).collect()
}
