//! What follows for the person: the rules behind the status, conclusions, referrals, and the
//! shielded facts that changed nothing.

use super::Set;
use super::catalogue::{Consequence, Rule, union_of_bearers};
use super::record::Case;

/// The destinations of referrals, the most urgent first (design, "The decision").
const URGENCY: [&str; 16] = [
    "safe-place",
    "medical-provider",
    "child-protection-service",
    "unconditional-shelter",
    "security-provider",
    "independent-identification-body",
    "legal-aid",
    "psychological-provider",
    "witness-protection",
    "asylum-and-residence-advice",
    "oversight-body",
    "support-in-country",
    "labour-rights-body",
    "compensation-and-remedies",
    "reintegration-programme",
    "voluntary-return-programme",
];

/// One conclusion with everything that gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// Such as `entitlement:shelter`.
    pub id: String,
    /// `entitlement`, `prohibition`, `obligation` or `refer`
    pub kind: String,
    /// The rules that gave it.
    pub rules: Vec<String>,
    /// Who owes it.
    pub bearers: Vec<&'static str>,
}

/// The fired rules that give the status that the person has.
#[must_use]
pub fn status_rules(case: &Case<'_>) -> Vec<String> {
    let status = format!("status:{}", case.word("status"));
    ids(fired_giving(case, &status))
}

/// Every conclusion once, in catalogue order.
#[must_use]
pub fn conclusions(case: &Case<'_>) -> Vec<Conclusion> {
    let mut given: Vec<(&Consequence, Vec<&Rule>)> = Vec::new();
    for rule in &case.fired {
        for consequence in rule.conclusions() {
            match given.iter_mut().find(|(earlier, _)| earlier.id == consequence.id) {
                Some((_, rules)) => rules.push(rule),
                None => given.push((consequence, vec![rule])),
            }
        }
    }
    given
        .into_iter()
        .map(|(consequence, rules)| Conclusion {
            id: consequence.id.clone(),
            kind: consequence.kind.clone(),
            rules: ids(rules.iter().copied()),
            bearers: union_of_bearers(&rules),
        })
        .collect()
}

/// Each destination of a referral with its rules, the most urgent first.
#[must_use]
pub fn referrals(case: &Case<'_>) -> Vec<(String, Vec<String>)> {
    URGENCY
        .into_iter()
        .map(|to| (to.to_owned(), ids(fired_giving(case, &format!("refer:{to}")))))
        .filter(|(_, rules)| !rules.is_empty())
        .collect()
}

/// The shielded facts that are given and that no fired rule names, each with the rules that say why.
#[must_use]
pub fn shielded(case: &Case<'_>) -> Vec<(String, Vec<String>)> {
    let named = case.fired.iter().map(|rule| rule.condition.facts()).fold(Set::EMPTY, Set::union);
    let mut shielded = Vec::new();
    for (place, fact) in case.catalogue.facts.iter().enumerate() {
        if fact.shielded && case.is_given(place) && !named.has(place) {
            let note = format!("irrelevant:{}", fact.name);
            let says_why = case.catalogue.rules.iter().filter(|rule| gives(rule, &note));
            shielded.push((fact.name.clone(), ids(says_why)));
        }
    }
    shielded
}

fn fired_giving<'a>(case: &'a Case<'_>, id: &'a str) -> impl Iterator<Item = &'a Rule> {
    case.fired.iter().copied().filter(move |rule| gives(rule, id))
}

fn gives(rule: &Rule, id: &str) -> bool {
    rule.consequences.iter().any(|consequence| consequence.id == id)
}

fn ids<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<String> {
    rules.map(|rule| rule.id.clone()).collect()
}
