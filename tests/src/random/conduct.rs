//! Random conduct: up to five events, biased to the code of the rule that the record is aimed at.

use serde_json::{Map, Value};

use super::SplitMix64;
use crate::slow::{Catalogue, Rule};

const CERTAINTIES: [&str; 4] = ["established", "alleged", "planned", "ruled_out"];
const ACTORS: [&str; 9] =
    ["police", "prosecutor", "court", "state", "ngo", "international_organisation", "donor", "embassy", "other"];

/// The events of one record.
pub fn events(catalogue: &Catalogue, random: &mut SplitMix64, aim: Option<usize>) -> Vec<Value> {
    let count = *random.pick(&[0, 0, 1, 1, 2, 3, 5]);
    (0..count).map(|_| event(catalogue, random, aim)).collect()
}

fn event(catalogue: &Catalogue, random: &mut SplitMix64, aim: Option<usize>) -> Value {
    let mut event = Map::new();
    event.insert("code".to_owned(), code(catalogue, random, aim).into());
    event.insert("certainty".to_owned(), (*random.pick(&CERTAINTIES)).into());
    if random.chance(70) {
        event.insert("actor".to_owned(), (*random.pick(&ACTORS)).into());
    } else if random.chance(20) {
        event.insert("actor".to_owned(), Value::Null);
    }
    event.into()
}

/// Half of the time the aimed rule's code, sometimes an implied one, else any.
fn code(catalogue: &Catalogue, random: &mut SplitMix64, aim: Option<usize>) -> String {
    let aimed = aim.and_then(|rule| catalogue.rules[rule].code.clone());
    let rules: Vec<&Rule> = if random.chance(15) {
        catalogue.implied.iter().map(|implied| &catalogue.rules[implied.rule]).collect()
    } else {
        catalogue.rules.iter().collect()
    };
    let codes: Vec<&String> = rules.into_iter().filter_map(|rule| rule.code.as_ref()).collect();
    match aimed {
        Some(aimed) if random.chance(50) => aimed,
        _ => (*random.pick(&codes)).clone(),
    }
}
