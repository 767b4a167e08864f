//! Valid records in every way of writing, and records about which `validate` has something to say.

mod remarks;
mod written;

use palermo_tests::slow::FactType;
use serde_json::Value;

use super::{
    Expected, Vector,
    record::{Event, record},
};

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let parts = [written::vectors(expected)?, values(expected)?, declined(expected)?, remarks::vectors(expected)?];
    Ok(parts.into_iter().flatten().collect())
}

/// Every fact known, by its first value, by its last, and each declined.
fn values(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let all = |pick: fn(&[String]) -> Option<&String>| -> Vec<(String, Value)> {
        let known = |fact: &palermo_tests::slow::Fact| {
            let word = pick(fact.domain.get(..fact.unknown())?)?;
            let value = match fact.data_type {
                FactType::YesNo => Value::from(word == "yes"),
                FactType::Enum => Value::from(word.as_str()),
                FactType::Integer => Value::from(word.parse::<u32>().ok()?),
            };
            Some((fact.name.clone(), value))
        };
        expected.catalogue().facts.iter().filter_map(known).collect()
    };
    let mut backwards = all(<[String]>::first);
    backwards.reverse();
    Ok(vec![
        expected.vector(
            "report/values/all-first",
            "Every fact is known by the first of its values: nothing is left to ask.",
            &[],
            record(&all(<[String]>::first), &[], &[]),
            "status",
        )?,
        expected.vector(
            "report/values/all-last",
            "Every fact is known by the last of its values: every answer is no.",
            &[],
            record(&all(<[String]>::last), &[], &[]),
            "status",
        )?,
        expected.vector(
            "report/values/all-backwards",
            "Every fact is known, against the order of the catalogue; the report keeps that order all the same.",
            &["key_order"],
            record(&backwards, &[], &[]),
            "status:presumed",
        )?,
    ])
}

fn declined(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let all: Vec<&str> = expected.catalogue().facts.iter().map(|fact| fact.name.as_str()).collect();
    Ok(vec![
        expected.vector(
            "report/declined/all",
            "Every fact is declined: nothing is asked, and nothing is lost.",
            &[],
            record(&[], &all, &[]),
            "status",
        )?,
        expected.vector(
            "report/declined/twice",
            "A fact that is declined twice is declined.",
            &[],
            record(&[], &["age_years", "documents", "age_years"], &[]),
            "entitlement:shelter",
        )?,
        expected.vector(
            "report/declined/and-null",
            "A declined fact may stand among the facts as null, or as the word unknown.",
            &["null"],
            r#"{"facts":{"age_years":null,"documents":"unknown"},"declined":["age_years","documents"]}"#,
            "status",
        )?,
        expected.vector(
            "report/declined/conduct-waits-for-it",
            "Conduct still waits for a fact that was declined: it may yet come to light.",
            &[],
            record(&[], &["identification_result", "identification_completed"], &[event("deported", "established")]),
            "prohibition:deport",
        )?,
        expected.vector(
            "report/declined/screening",
            "The person declined the interview: questions about the situation stand behind that.",
            &[],
            r#"{"facts":{"screening_declined":true,"understood_language_used":true}}"#,
            "obligation:offer-screening",
        )?,
    ])
}

fn event(code: &str, certainty: &'static str) -> Event {
    Event { code: code.to_string(), actor: None, certainty }
}
