//! Conduct codes: each breaks one rule, and wider codes form a forest.

use std::collections::{BTreeMap, BTreeSet};

use palermo::rule_set::RuleSet;

use super::{Findings, broken};

/// Every conduct code breaks exactly one rule. A rule names one code at most, by the format.
pub(in crate::prove) fn bijection(rule_set: &RuleSet, findings: &mut Findings) {
    let mut breaks: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for rule in &rule_set.rules {
        if let Some(breach) = &rule.breach {
            breaks.entry(&breach.code).or_default().push(rule.id.clone());
        }
    }
    let mut listed = BTreeSet::new();
    for code in &rule_set.conduct {
        findings.decided();
        let code = code.code.as_str();
        if !listed.insert(code) {
            findings.refuted(broken(format!("the conduct code {code} stands twice"), [code.to_string()]));
        }
        match breaks.get(code).map(Vec::as_slice) {
            None | Some([]) => findings.refuted(broken(format!("no rule is broken by {code}"), [code.to_string()])),
            Some([_]) => {}
            Some(rules) => {
                findings.refuted(broken(format!("more than one rule is broken by {code}"), rules.to_vec()));
            }
        }
    }
    for (code, rules) in breaks.iter().filter(|(code, _)| !listed.contains(*code)) {
        findings.decided();
        findings.refuted(broken(format!("the conduct code {code} is not among those that a record can have"), rules.clone()));
    }
}

/// Whoever climbs from a code to wider ones comes to an end.
pub(super) fn forest(rule_set: &RuleSet, findings: &mut Findings) {
    let parents: BTreeMap<&str, Option<&str>> =
        rule_set.conduct.iter().map(|code| (code.code.as_str(), code.parent.as_deref())).collect();
    for code in parents.keys() {
        findings.decided();
        let mut seen = BTreeSet::from([*code]);
        let mut at = *code;
        while let Some(parent) = parents.get(at).copied().flatten() {
            if !parents.contains_key(parent) {
                findings.refuted(broken(format!("the code {at} is narrower than {parent}, which is none"), [at.to_string()]));
                break;
            }
            if !seen.insert(parent) {
                let circle = seen.iter().map(ToString::to_string);
                findings.refuted(broken(format!("the code {code} is narrower than itself"), circle));
                break;
            }
            at = parent;
        }
    }
}
