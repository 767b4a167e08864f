//! The facts of a rule set as bits: input and derived ones, with the cells that thresholds cut.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

use crate::{
    load::{LoadError, LoadErrorCode, condition::Layout, names::Consequence},
    logic::{FactCode, Index, ValueCodes},
    rule_set::{Condition, Rule, RuleSet, Value, Values},
    vocabulary::{Sensitivity, Stage},
};

/// The facts, input and derived, each with its place among the bits.
pub(super) fn facts(rule_set: &RuleSet, layout: &mut Layout, errors: &mut Vec<LoadError>) -> Vec<FactCode> {
    let cuts = cuts(rule_set);
    let inputs = rule_set.facts.iter().map(|fact| FactCode {
        name: fact.name.as_str().into(),
        word: 0,
        shift: 0,
        values: value_codes(&fact.values, cuts.get(fact.name.as_str())),
        has_unknown: true,
        ask: fact.ask,
        sensitivity: fact.sensitivity,
        shield: fact.shield,
        irrelevant: irrelevant(rule_set, &fact.name),
    });
    let derived = rule_set.derived.iter().map(|fact| FactCode {
        name: fact.name.as_str().into(),
        word: 0,
        shift: 0,
        values: value_codes(&fact.values, None),
        has_unknown: fact.default == Value::Word("unknown".into()),
        ask: Stage::Never,
        sensitivity: Sensitivity::Low,
        shield: false,
        irrelevant: Vec::new(),
    });
    let mut facts: Vec<FactCode> = inputs.chain(derived).collect();
    for (place, fact) in facts.iter_mut().enumerate() {
        if fact.count() > 64 {
            errors.push(limit(&format!("/facts/{place}/values"), "values of a fact", 64));
        }
        layout.place(fact);
    }
    facts
}

pub(super) fn limit(path: &str, what: &'static str, limit: usize) -> LoadError {
    LoadError::new(path, LoadErrorCode::Limit { what, limit })
}

/// The thresholds that cut the years of each fact, in ascending order.
fn cuts(rule_set: &RuleSet) -> BTreeMap<String, Vec<u32>> {
    let mut cuts: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (fact, bound) in rule_set.conditions().chain(rule_set.member_conditions()).flat_map(Condition::bounds) {
        cuts.entry(fact.into()).or_default().push(bound);
    }
    for list in cuts.values_mut() {
        list.sort_unstable();
        list.dedup();
    }
    cuts
}

fn value_codes(values: &Values, cuts: Option<&Vec<u32>>) -> ValueCodes {
    match values {
        Values::YesNo => ValueCodes::YesNo,
        Values::Choice(words) => ValueCodes::Choice(words.iter().map(|word| word.as_str().into()).collect()),
        Values::Years { from, to } => {
            // A threshold outside the bounds cuts nothing off.
            let inside = |cut: &u32| (*from + 1..=*to).contains(cut);
            ValueCodes::Years { from: *from, to: *to, cuts: cuts.into_iter().flatten().copied().filter(inside).collect() }
        }
    }
}

/// The rules that note that a fact changes nothing.
fn irrelevant(rule_set: &RuleSet, fact: &str) -> Vec<Index> {
    let notes = |rule: &Rule| {
        rule.then
            .iter()
            .any(|text| matches!(Consequence::parse(text), Some(Consequence::Irrelevant { fact: named }) if named == fact))
    };
    (0..).zip(&rule_set.rules).filter(|(_, rule)| notes(rule)).map(|(index, _)| index).collect()
}
