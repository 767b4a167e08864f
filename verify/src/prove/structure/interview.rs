//! What the interview waits for before it asks, and how the decision tells what was found.

use std::collections::BTreeMap;

use palermo::rule_set::{Fact, RuleSet};

use super::{Findings, broken};
use crate::charter::AskedAfter;

/// The facts stand only in stages of the interview that wait for what has to be settled.
pub(super) fn asked_after(rule_set: &RuleSet, asked: &AskedAfter, facts: &[&Fact], findings: &mut Findings) {
    for fact in facts {
        findings.decided();
        for stage in rule_set.interview.iter().filter(|stage| stage.ask.contains(&fact.name)) {
            let early = asked.after.iter().filter(|name| !stage.after.contains(name)).map(|name| format!("before {name}"));
            let pressed = asked.not_while.iter().filter(|name| !stage.not_while.contains(name));
            for when in early.chain(pressed.map(|name| format!("in spite of {name}"))) {
                findings.refuted(broken(format!("{} can be asked {when}", fact.name), [fact.name.clone()]));
            }
        }
    }
}

/// The decision has these words for the values of derived facts.
pub(super) fn told_as(rule_set: &RuleSet, facts: &BTreeMap<String, BTreeMap<String, String>>, findings: &mut Findings) {
    let keys = &rule_set.decision;
    let keys = [&keys.status, &keys.act, &keys.means, &keys.purpose, &keys.child, &keys.child_when_trafficked];
    for (fact, words) in facts {
        let Some(key) = keys.into_iter().find(|key| key.fact == *fact) else {
            findings.refuted(broken(format!("the decision does not tell {fact}"), [fact.clone()]));
            continue;
        };
        for (value, word) in words {
            findings.decided();
            // Values are called by their names in conditions of facts, and as in JSON where the decision has words for them.
            let written = match value.as_str() {
                "yes" => "true",
                "no" => "false",
                value => value,
            };
            let told = key.words.get(written).map_or(value, |word| word);
            if told != word {
                findings.refuted(broken(format!("of {fact} the decision tells {value} as {told}"), [fact.clone()]));
            }
        }
    }
}
