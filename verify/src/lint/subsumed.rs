//! Rules that give nothing that another rule does not already give wherever they fire.
//!
//! A rule with a breach of its own is no such rule: it says whose conduct breaks what. Notes count neither way.

use std::collections::BTreeSet;

use palermo::rule_set::Rule;

use super::{Finding, Lint, Looked};
use crate::{Failure, Model, Witness};

/// The rules of one of the two lints: those that fire in some records of another one, or those that fire in the same.
pub(super) fn find(looked: &Looked<'_>, lint: Lint) -> Result<Vec<Finding>, Failure> {
    let Looked { space, model, .. } = looked;
    let rules: Vec<_> = model.rule_set().rules.iter().zip(&model.rules).enumerate().collect();
    let mut findings = Vec::new();
    for (place, (rule, function)) in &rules {
        let gives = gives(model, rule);
        if gives.is_empty() || rule.breach.is_some() || function.when.is_never() {
            continue;
        }
        for (other_place, (other, other_function)) in &rules {
            let other_gives = self::gives(model, other);
            let is_same = function.when == other_function.when && gives == other_gives;
            let is_candidate = place != other_place && gives.is_subset(&other_gives);
            // Of two rules that are the same, the later one is found, unless the earlier one alone could go.
            let is_later = other_place < place || other.breach.is_some();
            if !is_candidate || (lint == Lint::RuleDuplicate) != is_same || (is_same && !is_later) {
                continue;
            }
            if !space.and_not(&function.when, &other_function.when)?.is_never() {
                continue;
            }
            // What the other rule does alone; of duplicates, what both do.
            let alone = space.and_not(&other_function.when, &function.when)?;
            let shown = if alone.is_never() { &function.when } else { &alone };
            let sentence = if is_same {
                format!("The rule {} applies to the same records as {} and gives the same.", rule.id, other.id)
            } else {
                format!("Wherever the rule {} applies, {} applies too and gives all that it gives.", rule.id, other.id)
            };
            let mut finding = Finding::new(lint, &rule.id, sentence);
            finding.other = Some(other.id.clone());
            finding.witness = Witness::smallest(space.domain(), shown).map(|witness| witness.first);
            findings.push(finding);
            break;
        }
    }
    Ok(findings)
}

/// The conclusions and values of derived facts that a rule gives.
fn gives<'r>(model: &Model<'_>, rule: &'r Rule) -> BTreeSet<&'r str> {
    let is_given = |text: &&str| model.conclusions.iter().any(|(id, _)| id == text) || model.given(text).is_some();
    rule.then.iter().map(String::as_str).filter(is_given).collect()
}
