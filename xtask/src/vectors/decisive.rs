//! For every literal of every condition a smallest record in which it alone decides, once met and once missed.
//!
//! The records come from the diagrams of `palermo-verify`, which know every record that there could be; what is expected of
//! them comes from the slow evaluator, as for every other vector.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    FactValue,
    rule_set::{Accepts, Condition},
};
use palermo_tests::slow::Published;
use palermo_verify::{ConditionOf, Decisive, Domain, Failure, Model, NODE_LIMIT, Space, decisive};
use serde_json::Value;

use super::{
    Expected, Part, Vector, ids,
    record::{Event, record},
    rules,
};
use crate::published;

/// A literal on one of its sides.
struct Shown {
    id: String,
    /// What it shows, in words.
    about: String,
    condition: ConditionOf,
}

/// What one record shows.
#[derive(Default)]
struct Group {
    shown: Vec<Shown>,
}

/// Facts in catalogue order.
type Facts = Vec<(String, Value)>;

/// Every record, by its facts, with what it shows.
type Groups = Vec<(Facts, Group)>;

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let (settled, judged) = groups().map_err(|failure| failure.to_string())?;
    let known = ids::known();
    let mut explained = BTreeSet::new();
    let mut vectors = Vec::new();
    for (facts, group) in &settled {
        for shown in group.with_ids(&known)? {
            vectors.push(of_facts(expected, facts, group, shown, &mut explained)?);
        }
    }
    for (facts, group) in &judged {
        for shown in group.with_ids(&known)? {
            vectors.push(of_conduct(expected, facts, group, shown)?);
        }
    }
    Ok(vectors)
}

/// The records of rules and implied conduct, which have facts alone, and those of breaches, which have events as well.
fn groups() -> Result<(Groups, Groups), Failure> {
    let read = || published::newest(Published::newest().id());
    let rule_set =
        read().map_err(|_| Failure::UnknownName { what: "published version of", name: Published::newest().id().into() })?;
    let domain = Domain::new(&[&rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, &rule_set)?;
    let (mut settled, mut judged) = (Groups::new(), Groups::new());
    let mut met_before: BTreeMap<(ConditionOf, String), usize> = BTreeMap::new();
    for one in decisive(&space, &model)? {
        let literal = &one.literal;
        let times = met_before.entry((literal.condition.clone(), literal.fact.clone())).or_default();
        *times += 1;
        let name = name(&one, *times);
        for (met, word) in [(true, "met"), (false, "missed")] {
            let Some(witness) = one.witness(&space, met) else { continue };
            let facts = domain.facts().iter().filter_map(|fact| Some((fact.name.clone(), json(witness.get(&fact.name)?))));
            let groups = if matches!(literal.condition, ConditionOf::Breach { .. }) { &mut judged } else { &mut settled };
            let shown = Shown {
                id: format!("{name}/{word}"),
                about: format!("Of {}, {} is {word} and alone decides", literal.condition, in_words(&literal.written)),
                condition: literal.condition.clone(),
            };
            add(groups, facts.collect(), shown);
        }
    }
    Ok((settled, judged))
}

fn add(groups: &mut Groups, facts: Facts, shown: Shown) {
    match groups.iter_mut().find(|(known, _)| *known == facts) {
        Some((_, group)) => group.shown.push(shown),
        None => groups.push((facts, Group { shown: vec![shown] })),
    }
}

/// The id of the vectors of a literal but for its side. Where a condition names a fact more than once, it is counted.
fn name(one: &Decisive, times: usize) -> String {
    let kebab = |name: &str| name.replace('_', "-");
    let condition = match &one.literal.condition {
        ConditionOf::Rule { rule } => format!("rule/{rule}"),
        ConditionOf::Breach { code, .. } => format!("breach/{}", kebab(code)),
        ConditionOf::Implied { code, .. } => format!("implied/{}", kebab(code)),
        other => kebab(&other.to_string()),
    };
    let count = if times > 1 { format!("/{times}") } else { String::new() };
    format!("decisive/{condition}/{}{count}", kebab(&one.literal.fact))
}

fn json(value: &FactValue) -> Value {
    match value {
        FactValue::YesNo(yes) => (*yes).into(),
        FactValue::Years(years) => (*years).into(),
        FactValue::Word(word) => word.as_str().into(),
        FactValue::Unknown => Value::Null,
    }
}

fn in_words(literal: &Condition) -> String {
    let Condition::Literal { fact, accepts } = literal else { return String::new() };
    let or = |or_unknown: bool| if or_unknown { " or unknown" } else { "" };
    match accepts {
        Accepts::OneOf(values) => {
            let values: Vec<&str> = values.iter().map(palermo::rule_set::Value::name).collect();
            format!("{fact} = {}", values.join(" or "))
        }
        Accepts::Below { bound, or_unknown } => format!("{fact} below {bound}{}", or(*or_unknown)),
        Accepts::AtLeast { bound, or_unknown } => format!("{fact} at least {bound}{}", or(*or_unknown)),
    }
}

impl Group {
    /// The vectors of one record: one is enough, but an id that was given stays given.
    fn with_ids(&self, known: &ids::Known) -> Result<Vec<&Shown>, String> {
        let given: Vec<&Shown> = self.shown.iter().filter(|shown| known.given.contains(&shown.id)).collect();
        if !given.is_empty() {
            return Ok(given);
        }
        let fresh = self.shown.iter().find(|shown| !known.withdrawn.contains(&shown.id));
        let first = || self.shown.first().map_or("no literal", |shown| &shown.id).to_string();
        Ok(vec![fresh.ok_or_else(|| format!("{}: every id of this record was withdrawn", first()))?])
    }

    fn about(&self, shown: &Shown) -> String {
        match self.shown.len() {
            1 => format!("{}.", shown.about),
            2 => format!("{}; so does another literal.", shown.about),
            count => format!("{}; so do {} other literals.", shown.about, count - 1),
        }
    }
}

fn of_facts(
    expected: &Expected<'_>,
    facts: &Facts,
    group: &Group,
    shown: &Shown,
    explained: &mut BTreeSet<String>,
) -> Result<Vector, String> {
    let text = record(facts, &[], &[]);
    let rule = match &shown.condition {
        ConditionOf::Rule { rule } => expected.slow.rules().iter().find(|known| known.id == *rule),
        _ => None,
    };
    let subject = match rule {
        Some(rule) => rules::subject(expected, rule, &text, explained).unwrap_or_else(|_| "status".into()),
        None => "status".into(),
    };
    explained.insert(subject.clone());
    let vector = expected.vector(&shown.id, group.about(shown), &["decisive"], text, &subject)?;
    let parts: &[Part] = if rule.is_some() { &[Part::Compact, Part::Explanation] } else { &[Part::Compact] };
    Ok(vector.with_only(parts))
}

/// The record has an event of each code whose breach the facts decide. What is no violation there can be pending, so the whole
/// decision is compared.
fn of_conduct(expected: &Expected<'_>, facts: &Facts, group: &Group, shown: &Shown) -> Result<Vector, String> {
    let mut codes: Vec<&str> = Vec::new();
    for shown in &group.shown {
        if let ConditionOf::Breach { code, .. } = &shown.condition
            && !codes.contains(&code.as_str())
        {
            codes.push(code);
        }
    }
    let event = |code: &&str| Event { code: (*code).into(), actor: None, certainty: "established" };
    let conduct: Vec<Event> = codes.iter().map(event).collect();
    let vector = expected.vector(&shown.id, group.about(shown), &["decisive"], record(facts, &[], &conduct), "status")?;
    Ok(vector.with_only(&[Part::Decision]))
}
