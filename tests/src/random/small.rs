//! Small records that show one thing: as few facts as a few random walks and a greedy removal find.

use serde_json::{Map, Value, json};

use super::SplitMix64;
use super::satisfy::{Draft, make};
use crate::slow::{Catalogue, Condition, Fact, FactType};

/// How many random walks are tried for the smallest record.
const WALKS: u64 = 24;

/// Facts with which the condition holds and the record shows what it should, in catalogue order; none where no walk found
/// any. The same condition gives the same facts each time.
#[must_use]
pub fn small_facts(catalogue: &Catalogue, condition: &Condition, shows: impl Fn(&Value) -> bool) -> Option<Vec<(String, Value)>> {
    let mut smallest: Option<Draft> = None;
    for seed in 0..WALKS {
        let mut draft: Draft = vec![None; catalogue.facts.len()];
        let walked = make(catalogue, &mut SplitMix64::new(seed), condition, true, &mut draft);
        if !walked || !shows(&record(catalogue, &draft)) {
            continue;
        }
        reduce(catalogue, &mut draft, &shows);
        if smallest.as_ref().is_none_or(|known| count(&draft) < count(known)) {
            smallest = Some(draft);
        }
    }
    smallest.map(|draft| facts(catalogue, &draft))
}

/// Takes away each fact without which the record still shows what it should.
fn reduce(catalogue: &Catalogue, draft: &mut Draft, shows: &impl Fn(&Value) -> bool) {
    for place in 0..draft.len() {
        let before = draft[place].take();
        if before.is_some() && !shows(&record(catalogue, draft)) {
            draft[place] = before;
        }
    }
}

fn count(draft: &Draft) -> usize {
    draft.iter().flatten().count()
}

fn record(catalogue: &Catalogue, draft: &Draft) -> Value {
    json!({ "facts": facts(catalogue, draft).into_iter().collect::<Map<String, Value>>() })
}

fn facts(catalogue: &Catalogue, draft: &Draft) -> Vec<(String, Value)> {
    let given = catalogue.facts.iter().zip(draft);
    given.filter_map(|(fact, value)| Some((fact.name.clone(), known(fact, (*value)?)?))).collect()
}

/// The JSON of a known value.
fn known(fact: &Fact, value: usize) -> Option<Value> {
    let word = fact.domain[value].as_str();
    match fact.data_type {
        _ if value == fact.unknown() => None,
        FactType::YesNo => Some(json!(word == "yes")),
        FactType::Enum => Some(json!(word)),
        FactType::Integer => Some(json!(word.parse::<u32>().expect("an age is a number"))),
    }
}
