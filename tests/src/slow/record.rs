//! Reads a valid intake record, and settles what it says: the values of all facts and the rules
//! that fire.

use serde_json::Value;

use super::Set;
use super::catalogue::{Catalogue, Fact, FactType, Rule};
use super::derived::settle;

/// One event of the record's conduct.
pub struct Event {
    /// The index of the rule that its code violates.
    pub rule: usize,
    /// `established`, `alleged`, `planned` or `ruled_out`
    pub certainty: String,
    /// Who did it, if the record says so.
    pub actor: Option<String>,
}

/// A record, read and settled.
pub struct Case<'a> {
    /// Where the facts and rules come from.
    pub catalogue: &'a Catalogue,
    /// The record's own token.
    pub reference: Option<String>,
    /// The declined input facts.
    pub declined: Set,
    /// The conduct in the record's order.
    pub events: Vec<Event>,
    /// One value for each fact, input and derived.
    pub values: Vec<usize>,
    /// The rules that fire, in rule order.
    pub fired: Vec<&'a Rule>,
}

impl<'a> Case<'a> {
    /// Reads a record that is known to be valid.
    #[must_use]
    pub fn read(catalogue: &'a Catalogue, record: &Value) -> Self {
        let input: Vec<usize> = catalogue.facts.iter().map(|fact| value_of(fact, &record["facts"][fact.name.as_str()])).collect();
        let values = settle(catalogue, &input);
        let fired = catalogue.rules.iter().filter(|rule| rule.condition.holds(&values)).collect();
        Self {
            catalogue,
            reference: text(&record["reference"]),
            declined: list(&record["declined"])
                .map(|name| catalogue.vocabulary.fact(name.as_str().expect("a declined fact is a name")))
                .collect(),
            events: list(&record["conduct"]).map(|event| event_of(catalogue, event)).collect(),
            values,
            fired,
        }
    }

    /// Whether an input fact has a known value.
    #[must_use]
    pub fn is_given(&self, fact: usize) -> bool {
        self.values[fact] != self.catalogue.facts[fact].unknown()
    }

    /// The word for the value of a fact, input or derived.
    #[must_use]
    pub fn word(&self, name: &str) -> &'a str {
        let fact = self.catalogue.vocabulary.fact(name);
        &self.catalogue.vocabulary.domain(fact)[self.values[fact]]
    }
}

fn value_of(fact: &Fact, given: &Value) -> usize {
    let word = match (fact.data_type, given) {
        (_, Value::Null) => "unknown".to_owned(),
        (FactType::YesNo, Value::Bool(true)) => "yes".to_owned(),
        (FactType::YesNo, Value::Bool(false)) => "no".to_owned(),
        (FactType::Enum, Value::String(word)) => word.clone(),
        (FactType::Integer, Value::Number(number)) => number.to_string(),
        _ => panic!("the record is not valid at {}", fact.name),
    };
    let place = fact.domain.iter().position(|value| *value == word);
    place.unwrap_or_else(|| panic!("the record is not valid at {}", fact.name))
}

fn event_of(catalogue: &Catalogue, event: &Value) -> Event {
    Event {
        rule: catalogue.rule_of_code(event["code"].as_str().expect("an event has a code")),
        certainty: text(&event["certainty"]).expect("an event has a certainty"),
        actor: text(&event["actor"]),
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
