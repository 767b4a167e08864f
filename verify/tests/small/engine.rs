//! Every record that fits a small rule set, with everything that the engine says of it.

use std::collections::BTreeSet;

use palermo::{
    Certainty, ConductEvent, FactValue, IntakeRecord, Standard,
    rule_set::{RuleSet, Values},
};
use palermo_verify::Facts;

/// A record and what follows from it.
pub struct Said {
    /// What is known.
    pub facts: Facts,
    /// The rules that fire, by id.
    pub rules: BTreeSet<String>,
    /// Conclusions, values of derived facts, and the codes that would be breaches, as outputs are written.
    pub outputs: BTreeSet<String>,
    /// The codes that the facts by themselves imply to be breaches.
    pub implied: BTreeSet<String>,
}

/// Every record that fits a rule set.
pub struct Everything {
    /// Record after record. The first fact changes fastest, and unknown is the first of its values.
    pub said: Vec<Said>,
    /// The facts, with their known values and how many records lie between one of them and the next.
    facts: Vec<(String, Vec<FactValue>, usize)>,
}

impl Everything {
    /// Asks the engine about every record there is: each fact with each of its values and unknown, each number of years.
    pub fn new(rule_set: &RuleSet) -> Self {
        let standard = Standard::from_rule_set(rule_set).unwrap_or_else(|errors| panic!("{errors}\n{rule_set:#?}"));
        let mut records = vec![Facts::new()];
        let mut facts = Vec::new();
        for fact in &rule_set.facts {
            let values = values(&fact.values);
            facts.push((fact.name.clone(), values.clone(), records.len()));
            let mut known = Vec::new();
            for value in values {
                let with = |record: &Facts| record.clone().into_iter().chain([(fact.name.clone(), value.clone())]).collect();
                known.extend(records.iter().map(with).collect::<Vec<Facts>>());
            }
            records.extend(known);
        }
        Self { said: records.into_iter().map(|facts| said(&standard, rule_set, facts)).collect(), facts }
    }

    /// The place of a record.
    pub fn number(&self, record: &Facts) -> usize {
        let place = |(name, values, stride): &(String, Vec<FactValue>, usize)| {
            let value = record.get(name)?;
            let place = values.iter().position(|known| known == value).unwrap_or_else(|| panic!("{name} has no {value:?}"));
            Some((1 + place) * stride)
        };
        self.facts.iter().filter_map(place).sum()
    }

    /// The records in groups that differ in nothing but the value of a fact.
    pub fn variants(&self, fact: usize) -> Vec<Vec<usize>> {
        let (name, values, stride) = &self.facts[fact];
        let without = (0..self.said.len()).filter(|number| !self.said[*number].facts.contains_key(name));
        without.map(|number| (0..=values.len()).map(|value| number + value * stride).collect()).collect()
    }
}

fn said(standard: &Standard, rule_set: &RuleSet, facts: Facts) -> Said {
    let mut record = IntakeRecord { facts: facts.clone(), ..IntakeRecord::default() };
    let checked = standard.check(&record).unwrap_or_else(|errors| panic!("{errors}"));
    let outcome = checked.outcome();
    let rules = outcome.fired_rules().map(Into::into).collect();
    let implied: BTreeSet<String> = outcome.violations().into_iter().map(|violation| violation.code).collect();
    let status = &rule_set.decision.status.fact;
    let values = rule_set.derived.iter().filter_map(|fact| Some((&fact.name, outcome.value(&fact.name)?)));
    let mut outputs: BTreeSet<String> = values
        .map(|(fact, value)| if fact == status { format!("status:{value}") } else { format!("fact:{fact}={value}") })
        .collect();
    outputs.extend(implied.iter().map(|code| format!("implied:{code}")));
    for code in &rule_set.conduct {
        record.conduct.push(ConductEvent { code: code.code.clone(), actor: None, certainty: Certainty::Established });
    }
    let decision = standard.check(&record).unwrap_or_else(|errors| panic!("{errors}")).decision();
    outputs.extend(decision.conclusions.into_iter().map(|conclusion| conclusion.id));
    outputs.extend(decision.referrals.into_iter().map(|referral| format!("refer:{}", referral.to)));
    outputs.extend(decision.violations.into_iter().map(|violation| format!("violation:{}", violation.code)));
    Said { facts, rules, outputs, implied }
}

fn values(values: &Values) -> Vec<FactValue> {
    match values {
        Values::YesNo => vec![true.into(), false.into()],
        Values::Choice(words) => words.iter().map(|word| FactValue::Word(word.clone())).collect(),
        Values::Years { from, to } => (*from..=*to).map(FactValue::Years).collect(),
    }
}
