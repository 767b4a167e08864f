//! Which facts that changed between two records explain a status or a conclusion that was gained or lost.
//!
//! The explanation of both records is held side by side, rule by rule and clause by clause: what was lost is explained by
//! the facts that met a clause before and meet it no longer, what was gained by the facts that meet a clause now. Where the
//! chain of rules ends at a value that no rule gave (a default), the change of status speaks for it, and where that says
//! nothing either, every fact that changed and that the chains name.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{ExplainedClause, ExplainedRule, Explanation, Status};
use serde::Serialize;

use super::side::Facts;

/// The facts that explain what was gained or lost.
#[derive(Debug, Serialize)]
pub struct Because {
    /// `status`, or the id of a conclusion.
    pub conclusion: String,
    /// The names of the facts, in alphabetical order; empty where none can be named.
    pub facts: Vec<String>,
}

type Names = BTreeSet<String>;

/// Explains the change of status, then what was lost, then what was gained.
pub fn because(
    old: &Facts<'_>,
    new: &Facts<'_>,
    (before, after): (Status, Status),
    gained: &[String],
    lost: &[String],
) -> Vec<Because> {
    let changed: Names =
        old.known.keys().chain(new.known.keys()).filter(|name| old.known.get(*name) != new.known.get(*name)).cloned().collect();
    let change = Change { old, new, changed };
    let status = if before == after { Names::new() } else { change.status(before, after) };
    let mut all = Vec::new();
    if before != after {
        all.push(Because { conclusion: "status".to_string(), facts: status.iter().cloned().collect() });
    }
    for (ids, way) in [(lost, Way::Lost), (gained, Way::Gained)] {
        for id in ids {
            let facts = change.conclusion(id, way, &status);
            all.push(Because { conclusion: id.clone(), facts: facts.into_iter().collect() });
        }
    }
    all
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Lost,
    Gained,
}

struct Change<'c, 's> {
    old: &'c Facts<'s>,
    new: &'c Facts<'s>,
    changed: Names,
}

impl Change<'_, '_> {
    fn status(&self, before: Status, after: Status) -> Names {
        let mut names = self.precise(&format!("status:{before}"), Way::Lost);
        names.extend(self.precise(&format!("status:{after}"), Way::Gained));
        if names.is_empty() { self.named("status") } else { names }
    }

    fn conclusion(&self, id: &str, way: Way, status: &Names) -> Names {
        let names = self.precise(id, way);
        if !names.is_empty() {
            return names;
        }
        if status.is_empty() { self.named(id) } else { status.clone() }
    }

    /// Both explanations of a subject; nothing where the standard does not know it.
    fn explanations(&self, subject: &str) -> Option<(Explanation, Explanation)> {
        self.old.checked.explain(subject).ok().zip(self.new.checked.explain(subject).ok())
    }

    /// The changed facts that met a clause on the side where the subject holds, and no fact meets on the other.
    fn precise(&self, subject: &str, way: Way) -> Names {
        let Some((old, new)) = self.explanations(subject) else {
            return Names::new();
        };
        let (with, without) = if way == Way::Lost { (old, new) } else { (new, old) };
        let others: BTreeMap<&str, &ExplainedRule> = rules(&without).map(|rule| (rule.rule.as_str(), rule)).collect();
        let met = rules(&with).filter(|rule| rule.fires).flat_map(|rule| {
            let other = others.get(rule.rule.as_str());
            rule.clauses.iter().enumerate().filter(move |(place, clause)| {
                let then = other.and_then(|other| other.clauses.get(*place));
                clause.met && then.is_none_or(|then| !then.met)
            })
        });
        self.only_changed(met.flat_map(|(_, clause)| clause.known().map(|fact| fact.fact.as_str())))
    }

    /// The changed facts that either explanation names.
    fn named(&self, subject: &str) -> Names {
        let Some((old, new)) = self.explanations(subject) else {
            return Names::new();
        };
        let clauses: Vec<&ExplainedClause> = rules(&old).chain(rules(&new)).flat_map(|rule| &rule.clauses).collect();
        let by = clauses.iter().flat_map(|clause| clause.known()).map(|fact| fact.fact.as_str());
        let needs = clauses.iter().flat_map(|clause| clause.missing()).map(|fact| fact.fact.as_str());
        self.only_changed(by.chain(needs))
    }

    fn only_changed<'n>(&self, names: impl Iterator<Item = &'n str>) -> Names {
        names.filter(|name| self.changed.contains(*name)).map(str::to_string).collect()
    }
}

fn rules(explanation: &Explanation) -> impl Iterator<Item = &ExplainedRule> {
    explanation.rules.iter().chain(&explanation.because)
}
