//! Facts that no condition reads. A shielded one is there so that the rule set can say that it changes nothing.

use std::collections::BTreeSet;

use palermo::rule_set::{Condition, RuleSet};

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
    let mut found = waited_for(rule_set);
    super::conditions(rule_set).for_each(|condition| collect(rule_set, condition, &mut found));
    found
}

/// The facts that decide when the interview enters a stage.
pub(super) fn waited_for(rule_set: &RuleSet) -> BTreeSet<&str> {
    rule_set.interview.iter().flat_map(|stage| stage.after.iter().chain(&stage.not_while)).map(String::as_str).collect()
}

fn collect<'r>(rule_set: &'r RuleSet, condition: &'r Condition, found: &mut BTreeSet<&'r str>) {
    match condition {
        Condition::Always | Condition::Otherwise => {}
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| collect(rule_set, part, found)),
        Condition::Literal { fact, .. } => {
            found.insert(fact);
        }
        Condition::AnyOf { set, .. } | Condition::AllOf { set, .. } => {
            let sets = rule_set.sets.iter().filter(|known| known.name == *set);
            for member in sets.flat_map(|set| &set.members) {
                found.insert(&member.fact);
                member.when.iter().for_each(|when| collect(rule_set, when, found));
            }
        }
    }
}
