//! Conditions made narrower and wider, one step at a time: the fewer records meet a condition, the fewer have what it gives; the
//! more meet it, the more are told a no by it.

use palermo::rule_set::{Accepts, Condition, RuleSet, Value, Values};

/// What was done to a condition, and what it became.
pub type Changed = (String, Condition);

pub fn literal(fact: &str, values: &[Value]) -> Condition {
    Condition::Literal { fact: fact.into(), accepts: Accepts::OneOf(values.to_vec()) }
}

pub fn word(word: &str) -> Value {
    Value::Word(word.into())
}

/// What somebody might make anything depend on.
pub fn demands() -> Vec<Changed> {
    let is = |what: &str, fact: &str, value: Value| (what.to_string(), literal(fact, &[value]));
    vec![
        is("asks for a testimony", "testimony_wish", word("willing")),
        is("asks for going home", "return_wish", word("willing")),
        is("asks for valid papers", "documents", word("valid")),
        is("asks for an adult", "child_status", word("adult")),
        is("asks for a completed identification", "identification_completed", Value::YesNo(true)),
        is("asks for a means", "means_element", Value::YesNo(true)),
        is("asks for a full recognition", "status", word("identified")),
        is("asks for open proceedings", "proceedings_open", Value::YesNo(true)),
        is("asks for no accusation", "accused_of_offence", Value::YesNo(false)),
        is("asks for time given", "time_given", Value::YesNo(true)),
    ]
}

/// Every value of every fact as a demand, and every fact as not known: nothing may depend on what is named nowhere else either.
pub fn every_demand(base: &RuleSet) -> Vec<Changed> {
    let values = |values: &Values| -> Vec<Accepts> {
        match values {
            Values::YesNo => [true, false].map(|value| Accepts::OneOf(vec![Value::YesNo(value)])).to_vec(),
            Values::Choice(words) => words.iter().map(|known| Accepts::OneOf(vec![word(known)])).collect(),
            Values::Years { .. } => vec![
                Accepts::Below { bound: 16, or_unknown: true },
                Accepts::AtLeast { bound: 18, or_unknown: false },
                Accepts::AtLeast { bound: 21, or_unknown: true },
            ],
        }
    };
    let demand = |fact: &str, accepts: Accepts| {
        let what = format!("asks for {fact} {}", serde_json::to_string(&accepts).unwrap_or_default());
        (what, Condition::Literal { fact: fact.into(), accepts })
    };
    let facts = base.facts.iter().flat_map(|fact| {
        let known = values(&fact.values).into_iter().map(|accepts| demand(&fact.name, accepts));
        known.chain([demand(&fact.name, Accepts::OneOf(vec![word("unknown")]))]).collect::<Vec<_>>()
    });
    facts.collect()
}

/// Every condition with one literal narrowed by a value, or one alternative left out.
pub fn narrowed(condition: &Condition) -> Vec<Changed> {
    match condition {
        Condition::Any(parts) => {
            let fewer = (0..parts.len())
                .filter(|_| parts.len() > 1)
                .map(|place| (format!("without alternative {place}"), Condition::Any(without(parts, place))));
            fewer.chain(inside(parts, narrowed, Condition::Any)).collect()
        }
        Condition::All(parts) => inside(parts, narrowed, Condition::All),
        Condition::Literal { fact, accepts } => {
            let narrowed = narrowed_values(fact, accepts).into_iter();
            narrowed.map(|(what, accepts)| (what, Condition::Literal { fact: fact.clone(), accepts })).collect()
        }
        Condition::AnyOf { set, is } => {
            let all = (format!("all of {set}"), Condition::AllOf { set: set.clone(), is: is.clone() });
            let fewer = fewer(is).into_iter();
            let fewer =
                fewer.map(|(gone, is)| (format!("any of {set} without {gone}"), Condition::AnyOf { set: set.clone(), is }));
            [all].into_iter().chain(fewer).collect()
        }
        Condition::AllOf { set, is } => {
            let fewer = fewer(is).into_iter();
            fewer.map(|(gone, is)| (format!("all of {set} without {gone}"), Condition::AllOf { set: set.clone(), is })).collect()
        }
        Condition::Always | Condition::Otherwise => Vec::new(),
    }
}

fn narrowed_values(fact: &str, accepts: &Accepts) -> Vec<(String, Accepts)> {
    let below = |bound, or_unknown| (format!("{fact} below {bound}"), Accepts::Below { bound, or_unknown });
    let at_least = |bound, or_unknown| (format!("{fact} at least {bound}"), Accepts::AtLeast { bound, or_unknown });
    let or_unknown = |(what, accepts): (String, Accepts)| (format!("{what}, not where unknown"), accepts);
    match accepts {
        Accepts::OneOf(values) => {
            fewer(values).into_iter().map(|(gone, values)| (format!("{fact} without {gone}"), Accepts::OneOf(values))).collect()
        }
        Accepts::Below { bound, or_unknown: unknown } => {
            let mut found = vec![below(13, *unknown), below(bound.saturating_sub(1), *unknown)];
            found.extend(unknown.then(|| or_unknown(below(*bound, false))));
            found
        }
        Accepts::AtLeast { bound, or_unknown: unknown } => {
            let mut found = vec![at_least(bound.saturating_add(1), *unknown)];
            found.extend(unknown.then(|| or_unknown(at_least(*bound, false))));
            found
        }
    }
}

/// Every list of values with one value less; none where only one is accepted.
fn fewer(values: &[Value]) -> Vec<(String, Vec<Value>)> {
    let places = (0..values.len()).filter(|_| values.len() > 1);
    places.filter_map(|place| Some((values.get(place)?.to_string(), without(values, place)))).collect()
}

fn without<T: Clone>(parts: &[T], place: usize) -> Vec<T> {
    let others = parts.iter().enumerate().filter(|(known, _)| *known != place);
    others.map(|(_, part)| part.clone()).collect()
}

/// A group with one of its parts changed.
fn inside(
    parts: &[Condition],
    change: impl Fn(&Condition) -> Vec<Changed>,
    group: fn(Vec<Condition>) -> Condition,
) -> Vec<Changed> {
    let mut found = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        for (what, changed) in change(part) {
            let with = |(known, part): (usize, &Condition)| if known == place { changed.clone() } else { part.clone() };
            found.push((what, group(parts.iter().enumerate().map(with).collect())));
        }
    }
    found
}

/// Every condition with one demand left out, or one literal that accepts what is not known: where it gives a no, that is the
/// weakening. `may_be_unknown` says of which facts something is not known at times.
pub fn widened(condition: &Condition, may_be_unknown: &dyn Fn(&str) -> bool) -> Vec<Changed> {
    let inner = |condition: &Condition| widened(condition, may_be_unknown);
    match condition {
        Condition::All(parts) => {
            let fewer = (0..parts.len()).map(|place| {
                let fewer = without(parts, place);
                let wider = if fewer.is_empty() { Condition::Always } else { Condition::All(fewer) };
                (format!("without demand {place}"), wider)
            });
            fewer.chain(inside(parts, inner, Condition::All)).collect()
        }
        Condition::Any(parts) => inside(parts, inner, Condition::Any),
        Condition::Literal { fact, accepts } => {
            let (what, accepts) = match accepts {
                Accepts::OneOf(values) if values.contains(&word("unknown")) || !may_be_unknown(fact) => return Vec::new(),
                Accepts::OneOf(values) => {
                    let more = values.iter().cloned().chain([word("unknown")]).collect();
                    ("or unknown".to_string(), Accepts::OneOf(more))
                }
                Accepts::Below { bound, or_unknown: false } => {
                    ("or unknown".to_string(), Accepts::Below { bound: *bound, or_unknown: true })
                }
                Accepts::AtLeast { bound, or_unknown: false } => {
                    ("or unknown".to_string(), Accepts::AtLeast { bound: *bound, or_unknown: true })
                }
                Accepts::Below { bound, or_unknown } => {
                    (format!("below {}", bound + 3), Accepts::Below { bound: bound + 3, or_unknown: *or_unknown })
                }
                Accepts::AtLeast { bound, or_unknown } => {
                    let bound = bound.saturating_sub(2);
                    (format!("at least {bound}"), Accepts::AtLeast { bound, or_unknown: *or_unknown })
                }
            };
            vec![(format!("{fact} {what}"), Condition::Literal { fact: fact.clone(), accepts })]
        }
        Condition::AllOf { set, is } => {
            let mut found = vec![(format!("any of {set}"), Condition::AnyOf { set: set.clone(), is: is.clone() })];
            if !is.contains(&word("unknown")) {
                let more = is.iter().cloned().chain([word("unknown")]).collect();
                found.push((format!("all of {set} or unknown"), Condition::AllOf { set: set.clone(), is: more }));
            }
            found
        }
        Condition::AnyOf { .. } | Condition::Always | Condition::Otherwise => Vec::new(),
    }
}

/// A condition and one demand more.
pub fn both(condition: &Condition, demand: Condition) -> Condition {
    if *condition == Condition::Always { demand } else { Condition::All(vec![condition.clone(), demand]) }
}
