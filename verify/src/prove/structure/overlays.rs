//! What is composed on a base adds to it, and brings in nothing that the ledger blocks.

use std::collections::BTreeMap;

use palermo::rule_set::{Citation, Rule, RuleSet};

use super::{Findings, broken};
use crate::{prove::Subject, report::DecidedBy};

/// Everything of the base stands in the whole as it was; citations may be added to its rules and facts, members to its sets.
pub(super) fn only_add(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.references().is_empty() {
        findings.not_applicable("nothing is composed on the rule set");
    }
    for (base, by) in subject.references() {
        let against = subject.reference().filter(|_| by == DecidedBy::Against);
        match against {
            None => kept(base, subject.whole(), "the base", findings),
            Some(against) if against.of_same_name => {
                kept(base, subject.whole(), &against.rule_set.to_string(), findings);
            }
            Some(against) => findings.remark(format!(
                "{} is another version, or another rule set: only what follows is held against it, and not what is written",
                against.rule_set
            )),
        }
    }
    // What is only held against another version says nothing about what is written.
    if subject.composed.is_none() && subject.reference().is_some_and(|against| !against.of_same_name) {
        findings.is_not_applicable();
    }
}

/// Everything of one rule set stands in another one.
fn kept(base: &RuleSet, composed: &RuleSet, called: &str, findings: &mut Findings) {
    rules(base, composed, called, findings);
    let mut kept = |what: &str, name: &str, is_kept: bool| {
        findings.decided();
        if !is_kept {
            findings.refuted(broken(format!("the {what} {name} of {called} is no longer as it was"), [name.to_string()]));
        }
    };
    for fact in &base.facts {
        let found = composed.facts.iter().find(|known| known.name == fact.name);
        let same = found.is_some_and(|found| {
            let mut found = found.clone();
            let cited = found.source.starts_with(&fact.source);
            found.source.clone_from(&fact.source);
            cited && found == *fact
        });
        kept("fact", &fact.name, same);
    }
    for fact in &base.derived {
        kept("derived fact", &fact.name, composed.derived.contains(fact));
    }
    for set in &base.sets {
        let found = composed.sets.iter().find(|known| known.name == set.name);
        let same = found.is_some_and(|found| set.members.iter().all(|member| found.members.contains(member)));
        kept("set", &set.name, same);
    }
    for code in &base.conduct {
        kept("conduct code", &code.code, composed.conduct.contains(code));
    }
    for (id, text) in &base.texts {
        kept("text", id, composed.texts.get(id) == Some(text));
    }
    for point in &base.contested {
        kept("contested point", &point.id, composed.contested.contains(point));
    }
    for stage in &base.interview {
        let found = composed.interview.iter().find(|known| known.stage == stage.stage);
        let same = found.is_some_and(|found| {
            found.after == stage.after
                && found.not_while == stage.not_while
                && stage.ask.iter().all(|fact| found.ask.contains(fact))
        });
        kept("stage of the interview", stage.stage.as_str(), same);
    }
    kept("map of the decision", "decision", composed.decision == base.decision);
    kept("order of urgency", "urgency", is_within(&base.urgency, &composed.urgency));
}

/// Whether a list stands in another one, in its order.
fn is_within(list: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    list.iter().all(|entry| rest.any(|known| known == entry))
}

fn rules(base: &RuleSet, composed: &RuleSet, called: &str, findings: &mut Findings) {
    let whole: BTreeMap<&str, &Rule> = composed.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
    for rule in &base.rules {
        findings.decided();
        let Some(found) = whole.get(rule.id.as_str()) else {
            findings.refuted(broken(format!("the rule {} of {called} is gone", rule.id), [rule.id.clone()]));
            continue;
        };
        for change in changes(rule, found) {
            findings.refuted(broken(
                format!("the {change} of the rule {} is no longer that of {called}", rule.id),
                [rule.id.clone()],
            ));
        }
    }
}

/// What of a rule is not as it was.
fn changes(before: &Rule, after: &Rule) -> Vec<&'static str> {
    let mut changes = Vec::new();
    let mut compare = |what, same: bool| {
        if !same {
            changes.push(what);
        }
    };
    compare("condition", before.when == after.when);
    compare("consequence", before.then == after.then);
    compare("breach", before.breach == after.breach);
    compare("sentence", before.sentence == after.sentence);
    compare("mood", before.modality == after.modality);
    compare("derivation", before.derivation == after.derivation);
    compare("bearer", before.bearers == after.bearers);
    compare("source", before.source.iter().all(|citation| after.source.contains(citation)));
    changes
}

/// No rule and no fact cites a clause of which the ledger lets nothing in.
pub(super) fn nothing_blocked_is_cited(subject: &Subject<'_>, findings: &mut Findings) {
    let whole = subject.whole();
    let of_rules = whole.rules.iter().flat_map(|rule| rule.source.iter().map(|citation| (&rule.id, citation)));
    let of_facts = whole.facts.iter().flat_map(|fact| fact.source.iter().map(|citation| (&fact.name, citation)));
    let mut cited = 0;
    for (part, citation) in of_rules.chain(of_facts) {
        let Citation::Article { instrument, article, .. } = citation else {
            continue;
        };
        cited += 1;
        findings.decided();
        if let Some(clause) = subject.ledger.refused(instrument, article) {
            let says = format!("{part} cites {instrument} {article}, of which nothing is imported: {}", clause.why);
            findings.refuted(broken(says, [part.clone()]));
        }
    }
    if cited == 0 {
        findings.not_applicable("no article of another instrument is cited");
    }
}
