//! Sets that no condition reads. Their members are no findings of their own.

use std::collections::BTreeSet;

use palermo::rule_set::{Condition, RuleSet};

use super::{Finding, Lint, Looked};

pub(super) fn find(looked: &Looked<'_>) -> Vec<Finding> {
    let rule_set = looked.model.rule_set();
    let read = read(rule_set);
    let unread = rule_set.sets.iter().filter(|set| !read.contains(set.name.as_str()));
    let found = |name: &String| Finding::new(Lint::SetUnread, name, format!("No condition reads the set {name}."));
    unread.map(|set| found(&set.name)).collect()
}

/// The sets that conditions read, those of members included.
pub(super) fn read(rule_set: &RuleSet) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&Condition> = rule_set.conditions().collect();
    while let Some(condition) = waiting.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => waiting.extend(parts),
            Condition::AnyOf { set, .. } | Condition::AllOf { set, .. } => {
                if found.insert(set.as_str()) {
                    let members = rule_set.sets.iter().filter(|known| known.name == *set).flat_map(|set| &set.members);
                    waiting.extend(members.filter_map(|member| member.when.as_ref()));
                }
            }
            Condition::Always | Condition::Otherwise | Condition::Literal { .. } => {}
        }
    }
    found
}
