//! Whose duty something is.

use palermo::{
    rule_set::{Rule, RuleSet},
    vocabulary::{Bearer, Modality},
};

use super::{Findings, broken, rules::concludes};
use crate::Output;

/// Every duty falls on somebody, whatever the rule calls itself: what gives a conclusion, or can be broken, is a duty.
pub(super) fn every_duty_has_a_bearer(rule_set: &RuleSet, findings: &mut Findings) {
    let is_duty = |rule: &&Rule| {
        let by_mood = matches!(
            rule.modality,
            Modality::Obligation | Modality::Entitlement | Modality::Prohibition | Modality::ViolationPattern
        );
        by_mood || rule.breach.is_some() || concludes(rule)
    };
    for rule in rule_set.rules.iter().filter(is_duty) {
        findings.decided();
        if rule.bearers.is_empty() {
            findings.refuted(broken(format!("the rule {} binds nobody", rule.id), [rule.id.clone()]));
        }
    }
}

/// No rule that gives one of the conclusions, or is broken by one of the violations, lets all of these off.
pub(super) fn borne_by(rule_set: &RuleSet, bearers: &[Bearer], outputs: &[Output], findings: &mut Findings) {
    let binds = |rule: &Rule| rule.bearers.iter().any(|bearer| *bearer == Bearer::All || bearers.contains(bearer));
    let words: Vec<&str> = bearers.iter().map(|bearer| bearer.as_str()).collect();
    for output in outputs {
        findings.decided();
        let gives = |rule: &&Rule| match output {
            Output::Violation(code) | Output::Implied(code) => rule.breach.as_ref().is_some_and(|breach| breach.code == *code),
            _ => rule.then.iter().any(|text| text.parse().as_ref() == Ok(output)),
        };
        for rule in rule_set.rules.iter().filter(gives).filter(|rule| !binds(rule)) {
            let says = format!("{output} is no duty of {} by the rule {}", words.join(" or "), rule.id);
            findings.refuted(broken(says, [rule.id.clone()]));
        }
    }
}
