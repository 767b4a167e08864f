//! Rules that cite, can fire and can be broken; bullets of the source that rules carry.

use std::collections::BTreeMap;

use palermo::rule_set::{Citation, Rule, RuleSet};

use super::{Findings, broken, leads_nowhere};
use crate::{Output, charter::SourceBullets, prove::Prover};

/// Every rule cites, and every citation leads somewhere.
pub(super) fn every_rule_cites(rule_set: &RuleSet, findings: &mut Findings) {
    for rule in &rule_set.rules {
        findings.decided();
        if rule.source.is_empty() {
            findings.refuted(broken(format!("the rule {} cites nothing", rule.id), [rule.id.clone()]));
        }
        for reason in rule.source.iter().filter_map(|citation| leads_nowhere(rule_set, citation)) {
            findings.refuted(broken(format!("a citation of {} leads nowhere: {reason}", rule.id), [rule.id.clone()]));
        }
    }
}

/// Every bullet is cited by a rule, or waits for another rule set.
pub(super) fn bullets(rule_set: &RuleSet, bullets: &SourceBullets, findings: &mut Findings) {
    let mut citing: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in &rule_set.rules {
        for citation in &rule.source {
            if let Citation::Source { at, .. } = citation {
                citing.entry(at).or_default().push(rule);
            }
        }
    }
    for anchor in &bullets.carried {
        findings.decided();
        match citing.get(anchor.as_str()) {
            None => findings.refuted(broken(format!("no rule cites {anchor}"), [anchor.clone()])),
            Some(rules) if !rules.iter().any(|rule| concludes(rule)) => {
                let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
                findings.remark(format!("{anchor} is cited by definitions or notes only: {}", ids.join(", ")));
            }
            Some(_) => {}
        }
    }
    for (rules, anchors) in &bullets.waiting {
        findings.remark(format!("{} bullets wait for {rules}: {}", anchors.len(), anchors.join(", ")));
        for anchor in anchors.iter().filter(|anchor| citing.contains_key(anchor.as_str())) {
            findings.remark(format!("{anchor} is said to wait for {rules}, and a rule cites it already"));
        }
    }
}

pub(super) fn concludes(rule: &Rule) -> bool {
    rule.then.iter().any(|text| matches!(text.parse(), Ok(Output::Conclusion(_))))
}

impl Prover<'_> {
    pub(in crate::prove) fn every_rule_can_fire(&self, findings: &mut Findings) {
        for rule in &self.model.rules {
            findings.decided();
            if rule.when.is_never() {
                findings.refuted(broken(format!("there is no record for which the rule {} applies", rule.id), [rule.id.clone()]));
            }
        }
    }

    /// A rule that gives no conclusion says what counts, and its code speaks of a decision: only where a duty is due can it be
    /// asked that its breach follows.
    pub(in crate::prove) fn every_duty_can_be_broken(&self, findings: &mut Findings) {
        for code in &self.model.codes {
            let rule = self.rule_set.rules.iter().zip(&self.model.rules).find(|(rule, _)| rule.id == code.rule);
            let Some((_, function)) = rule.filter(|(rule, _)| concludes(rule)) else {
                continue;
            };
            if function.when.is_never() {
                findings.vacuous(format!("{}: it never applies", code.rule));
                continue;
            }
            let Some(unbroken) = findings.answer(self.space.and_not(&function.when, &code.breach)) else {
                continue;
            };
            findings.decided();
            let says = format!("{} applies, and the conduct {} does not break it", code.rule, code.code);
            let output = Output::Violation(code.code.clone());
            self.by_record(says, Some(&output), &unbroken).into_iter().for_each(|refutation| findings.refuted(refutation));
        }
    }
}
