//! What conditions read, and what facts and conclusions are called.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    rule_set::{Condition, Fact, RuleSet, Values},
    vocabulary::Stage,
};

use super::{Findings, broken};
use crate::charter::{ForbiddenNames, OutputKind};

/// Facts that a statement is about, in their rule set.
pub(super) struct Facts<'a> {
    rule_set: &'a RuleSet,
    facts: Vec<&'a Fact>,
}

impl<'a> Facts<'a> {
    pub(super) const fn new(rule_set: &'a RuleSet, facts: Vec<&'a Fact>) -> Self {
        Self { rule_set, facts }
    }

    /// No condition reads them, and no set of facts that a condition could read has them.
    pub(super) fn not_read(&self, findings: &mut Findings) {
        let mut readers: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (place, condition) in conditions_of(self.rule_set) {
            for fact in self.rule_set.facts_read([condition]) {
                readers.entry(fact).or_default().push(place.clone());
            }
        }
        for set in &self.rule_set.sets {
            for member in &set.members {
                readers.entry(&member.fact).or_default().push(format!("set {}", set.name));
            }
        }
        for fact in &self.facts {
            findings.decided();
            if let Some(readers) = readers.get(fact.name.as_str()) {
                findings.refuted(broken(format!("{} is read", fact.name), readers.clone()));
            }
        }
    }

    pub(super) fn not_asked(&self, findings: &mut Findings) {
        let asked: BTreeSet<&str> = self.rule_set.interview.iter().flat_map(|stage| &stage.ask).map(String::as_str).collect();
        for fact in &self.facts {
            findings.decided();
            if fact.ask != Stage::Never || asked.contains(fact.name.as_str()) {
                findings.refuted(broken(format!("{} is asked", fact.name), [fact.name.clone()]));
            }
        }
    }

    pub(super) fn marked_as_shielded(&self, findings: &mut Findings) {
        for fact in &self.facts {
            findings.decided();
            if !fact.shield {
                findings.refuted(broken(format!("{} is not marked as shielded", fact.name), [fact.name.clone()]));
            }
        }
    }

    /// The only numbers in conditions are the allowed ones, and of these facts.
    pub(super) fn numbers(&self, allowed: &[u32], findings: &mut Findings) {
        for (place, condition) in conditions_of(self.rule_set) {
            findings.decided();
            for (fact, bound) in condition.bounds() {
                if !self.facts.iter().any(|known| known.name == fact) {
                    findings.refuted(broken(format!("{place} compares {fact} with the number {bound}"), [place.clone()]));
                } else if !allowed.contains(&bound) {
                    findings.refuted(broken(format!("{place} compares {fact} with {bound}"), [place.clone()]));
                }
            }
        }
    }
}

/// Every condition that is written in a rule set, with what it is the condition of.
fn conditions_of(set: &RuleSet) -> impl Iterator<Item = (String, &Condition)> {
    let rules = set.rules.iter().map(|rule| (format!("rule {}", rule.id), &rule.when));
    let breaches = set.rules.iter().filter_map(|rule| {
        let breach = rule.breach.as_ref()?;
        Some((format!("breach {} of rule {}", breach.code, rule.id), breach.when.as_ref()?))
    });
    let conduct = set.conduct.iter().filter_map(|code| Some((format!("conduct {}", code.code), code.implied_when.as_ref()?)));
    let members = set.sets.iter().flat_map(|set| {
        set.members.iter().filter_map(|member| Some((format!("{} in set {}", member.fact, set.name), member.when.as_ref()?)))
    });
    rules.chain(breaches).chain(conduct).chain(members)
}

/// No fact and no value is called so.
pub(super) fn no_fact_named(rule_set: &RuleSet, forbidden: &ForbiddenNames, findings: &mut Findings) {
    let names = rule_set.facts.iter().map(|fact| (&fact.name, &fact.values));
    let derived = rule_set.derived.iter().map(|fact| (&fact.name, &fact.values));
    for (name, values) in names.chain(derived) {
        findings.decided();
        let words: Vec<&str> = name.split('_').collect();
        let within = forbidden.words.iter().find(|word| contains(&words, word));
        let last = forbidden.last_words.iter().find(|word| words.last() == Some(&word.as_str()));
        if let Some(word) = within.or(last) {
            findings.refuted(broken(format!("the fact {name} is named after {word}"), [name.clone()]));
        }
        match values {
            Values::YesNo => {}
            Values::Choice(words) => {
                for word in words.iter().filter(|word| forbidden.values.contains(word)) {
                    findings.refuted(broken(format!("the fact {name} has the value {word}"), [name.clone()]));
                }
            }
            Values::Years { to, .. } => {
                if let Some(greatest) = forbidden.greatest_number.filter(|greatest| to > greatest) {
                    findings.refuted(broken(format!("the fact {name} has numbers above {greatest}"), [name.clone()]));
                }
            }
        }
    }
}

/// Whether the words of a name hold those of another, one after the other.
fn contains(words: &[&str], wanted: &str) -> bool {
    let wanted: Vec<&str> = wanted.split('_').collect();
    words.windows(wanted.len()).any(|window| window == wanted)
}

/// No conclusion of these kinds begins with one of the first words, or has one of the others anywhere.
pub(super) fn no_conclusion_named(
    rule_set: &RuleSet,
    kinds: &[OutputKind],
    (words, anywhere): (&[String], &[String]),
    except: &[String],
    findings: &mut Findings,
) {
    for rule in &rule_set.rules {
        for (kind, name) in rule.then.iter().filter(|id| !except.contains(id)).filter_map(|text| text.split_once(':')) {
            if !kinds.iter().any(|known| known.as_str() == kind) {
                continue;
            }
            findings.decided();
            let begins =
                |word: &&String| name.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
            let parts: Vec<&str> = name.split('-').collect();
            let says = |word: &&String| contains(&parts, &word.replace('-', "_"));
            if let Some(word) = words.iter().find(begins) {
                findings.refuted(broken(format!("{kind}:{name} commands to {word}"), [rule.id.clone()]));
            } else if let Some(word) = anywhere.iter().find(says) {
                findings.refuted(broken(format!("{kind}:{name} speaks of {word}"), [rule.id.clone()]));
            }
        }
    }
}
