//! Valid records about which there is a warning or advice.

use palermo_tests::{
    random::small_facts,
    slow::{Condition, FactType, Rule},
};
use serde_json::Value;

use super::super::{
    Expected, Part, Vector,
    record::{Event, record},
};
use super::event;

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let mut vectors = contradicted(expected)?;
    let others = [coded_twice(expected)?, not_needed(expected)?].into_iter().flatten();
    vectors.extend(others.map(|vector| vector.with_only(&[Part::Compact, Part::Report])));
    Ok(vectors)
}

/// For every rule where that can be, conduct that breaks it although its own circumstances are known not to hold.
fn contradicted(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let mut vectors = Vec::new();
    for rule in expected.slow.rules() {
        let (Some(code), false) = (&rule.code, rule.condition == rule.breach) else { continue };
        let Some(facts) = contradiction(expected, rule, code) else { continue };
        let name = code.replace('_', "-");
        let about = format!("Conduct counts as {code} although the facts say that the circumstances of the rule do not hold.");
        let text = record(&facts, &[], &[event(code, "established")]);
        let vector = expected.vector(format!("report/contradicted/{name}"), about, &[], text, &subject(rule))?;
        vectors.push(vector.with_only(&[Part::Report]));
        if vectors.len() == 1 {
            let ruled_out = record(&facts, &[], &[event(code, "ruled_out"), event(code, "planned"), event(code, "alleged")]);
            let about = format!("Of {code}, what is ruled out contradicts nothing; what is planned or alleged does.");
            vectors.push(expected.vector("report/contradicted/certainties", about, &[], ruled_out, &subject(rule))?);
        }
    }
    if vectors.is_empty() { Err("no conduct can be contradicted".to_string()) } else { Ok(vectors) }
}

fn contradiction(expected: &Expected<'_>, rule: &Rule, code: &str) -> Option<Vec<(String, Value)>> {
    let condition = Condition::All(vec![rule.breach.clone(), Condition::Not(Box::new(rule.condition.clone()))]);
    let shows = |facts: &Value| {
        let mut record = facts.clone();
        if let Some(members) = record.as_object_mut() {
            members.insert("conduct".into(), serde_json::json!([{ "code": code, "certainty": "established" }]));
        }
        expected.slow.warnings(&record).iter().any(|(_, code)| code == "conduct_contradicted")
    };
    small_facts(expected.catalogue(), &condition, shows)
}

fn subject(rule: &Rule) -> String {
    rule.conclusions().next().map_or_else(|| "status".to_string(), |conclusion| conclusion.id.clone())
}

/// Conduct under a narrower code and under a wider one.
fn coded_twice(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let events = |events: &[(&str, &'static str)]| -> String {
        let events: Vec<Event> = events.iter().map(|(code, certainty)| event(code, certainty)).collect();
        record(&[], &[], &events)
    };
    Ok(vec![
        expected.vector(
            "report/coded-twice/narrower-first",
            "The wider code is named, wherever it stands.",
            &[],
            events(&[("status_denied_over_no_border", "established"), ("recognition_refused", "alleged")]),
            "obligation:recognise-as-trafficked",
        )?,
        expected.vector(
            "report/coded-twice/wider-first",
            "The wider code is named at every place at which it stands.",
            &[],
            events(&[
                ("recognition_refused", "planned"),
                ("recognition_refused", "established"),
                ("status_denied_over_consent", "established"),
            ]),
            "obligation:recognise-as-trafficked",
        )?,
        expected.vector(
            "report/coded-twice/two-narrower",
            "Two narrower codes of one wider code are no warning.",
            &[],
            events(&[("status_denied_over_no_border", "established"), ("status_denied_over_return", "established")]),
            "status",
        )?,
        expected.vector(
            "report/coded-twice/ruled-out",
            "Conduct that is ruled out is not counted, the narrower not and the wider not.",
            &[],
            events(&[
                ("recognition_refused", "established"),
                ("status_denied_over_no_border", "ruled_out"),
                ("screening_not_offered", "ruled_out"),
                ("not_screened_because_documents_valid", "established"),
            ]),
            "status",
        )?,
    ])
}

/// Facts that nobody should collect, one by one and all.
fn not_needed(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let never: Vec<&palermo_tests::slow::Fact> = expected.catalogue().facts.iter().filter(|fact| fact.ask == "never").collect();
    let value = |fact: &palermo_tests::slow::Fact| match (fact.data_type, fact.domain.first()) {
        (FactType::Enum, Some(word)) => Value::from(word.as_str()),
        (FactType::Integer, _) => Value::from(30),
        _ => Value::from(false),
    };
    let mut all: Vec<(String, Value)> = never.iter().map(|fact| (fact.name.clone(), value(fact))).collect();
    let mut vectors = Vec::new();
    all.reverse();
    vectors.push(expected.vector(
        "report/not-needed/all",
        "Every fact that no form should ask, against the order of the catalogue: the advice is in that order.",
        &["key_order"],
        record(&all, &[], &[]),
        "status",
    )?);
    let nulls: Vec<(String, Value)> = never.iter().map(|fact| (fact.name.clone(), Value::Null)).collect();
    vectors.push(expected.vector(
        "report/not-needed/null",
        "What is null is not collected.",
        &["null"],
        record(&nulls, &[], &[]),
        "status",
    )?);
    vectors.push(expected.vector(
        "report/warnings-and-advice",
        "Warnings of both kinds and advice in one report.",
        &[],
        r#"{"facts":{"documents":"forged","consent_to_exploitation":"agreed","age_years":40,"age_doubt":false},"conduct":[{"code":"status_denied_over_consent","certainty":"established","actor":"police"},{"code":"recognition_refused","certainty":"alleged"},{"code":"deported","certainty":"planned"}]}"#,
        "entitlement:shelter",
    )?);
    Ok(vectors)
}
