//! Which facts a rule reads: those of its condition, of what breaks it, and of the sets that these name.

use std::collections::BTreeSet;

use palermo::rule_set::{Rule, RuleSet};

/// The facts that a rule reads, input and derived.
pub(crate) fn facts<'s>(rule: &'s Rule, set: &'s RuleSet) -> BTreeSet<&'s str> {
    set.facts_read([Some(&rule.when), rule.breach.as_ref().and_then(|breach| breach.when.as_ref())].into_iter().flatten())
}
