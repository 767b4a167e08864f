//! Valid records in every way of writing, and records about which `validate` has something to say.

use palermo_tests::{
    random::small_facts,
    slow::{Condition, FactType, Rule},
};
use serde_json::Value;

use super::{
    Expected, Part, Vector,
    format::Text,
    record::{Event, record},
};

/// The longest record that is read.
const LIMIT: usize = 1 << 20;

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let mut vectors = written(expected)?;
    vectors.push(as_long_as_can_be(expected)?);
    vectors.extend(values(expected)?);
    vectors.extend(declined(expected)?);
    vectors.extend(contradicted(expected)?);
    let remarked = [coded_twice(expected)?, not_needed(expected)?].into_iter().flatten();
    vectors.extend(remarked.map(|vector| vector.with_only(&[Part::Compact, Part::Report])));
    Ok(vectors)
}

/// What is written in unusual ways and means nothing else.
fn written(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let texts: [(&str, &str, &[&'static str], &str); 24] = [
        ("empty", "A record in which nothing stands.", &[], "{}"),
        (
            "white-space",
            "White space of every kind around everything.",
            &["white_space"],
            " \r\n\t{ \t\"facts\"\n:\r{ \"time_given\" : true , \"documents\":\n\"none\" } } \n",
        ),
        ("new-line-at-the-end", "A new line behind the record.", &["white_space"], "{\"facts\":{\"time_given\":true}}\n"),
        (
            "null-everywhere",
            "Null under every key at the top.",
            &["null"],
            r#"{"reference":null,"facts":null,"declined":null,"conduct":null}"#,
        ),
        ("empty-everywhere", "Nothing in every part.", &[], r#"{"facts":{},"declined":[],"conduct":[]}"#),
        (
            "null-facts",
            "A yes-or-no fact, an age and a word that are null are unknown, as if they were not there.",
            &["null"],
            r#"{"facts":{"time_given":null,"age_years":null,"documents":null,"ind_third_party_control":true}}"#,
        ),
        (
            "null-actor",
            "An actor that is null is not known, and is left out of the decision.",
            &["null"],
            r#"{"conduct":[{"code":"deported","actor":null,"certainty":"planned"}],"facts":{"identification_result":"recognised"}}"#,
        ),
        (
            "word-unknown",
            "The word unknown under a fact that has words is the same as null.",
            &[],
            r#"{"facts":{"documents":"unknown","return_wish":"unknown","identification_by":"unknown","majority":"unknown"}}"#,
        ),
        (
            "word-none",
            "The word none is a value and not the same as unknown.",
            &[],
            r#"{"facts":{"documents":"none","identification_by":"none","age_basis":"none"}}"#,
        ),
        (
            "no-is-not-unknown",
            "No is a value: it is not the same as silence.",
            &[],
            r#"{"facts":{"time_given":false,"safe_space_given":false,"rights_explained":false,"understood_language_used":false,"age_doubt":false}}"#,
        ),
        (
            "escaped-keys",
            "Keys written with escapes are the same keys.",
            &["escapes", "text_only"],
            r#"{"\u0066acts":{"age_\u0079ears":16,"\u0069\u006e\u0064_afraid_of_controller":true}}"#,
        ),
        (
            "escaped-words",
            "Words written with escapes are the same words.",
            &["escapes", "text_only"],
            r#"{"facts":{"documents":"n\u006Fne"},"declined":["\u0074ime_given"],"conduct":[{"code":"d\u0065ported","certainty":"\u0070lanned","actor":"polic\u0065"}]}"#,
        ),
        (
            "escaped-reference",
            "A reference written with escapes is echoed without them.",
            &["escapes", "text_only"],
            r#"{"reference":"01JD8Z3V7Q4M2K9X5T6R0B1C2\u0044"}"#,
        ),
        (
            "keys-backwards",
            "The order of keys does not matter where every key stands once.",
            &["key_order"],
            r#"{"conduct":[{"certainty":"established","actor":"police","code":"deported"}],"declined":["time_given"],"facts":{"return_wish":"unwilling","age_years":16},"reference":"01JD8Z3V7Q4M2K9X5T6R0B1C2D"}"#,
        ),
        ("uuid", "A UUID with hyphens as the reference.", &[], r#"{"reference":"f47ac10b-58cc-4372-a567-0e02b2c3d479"}"#),
        (
            "uuid-upper-case",
            "A UUID in upper case is echoed in upper case.",
            &[],
            r#"{"reference":"F47AC10B-58CC-4372-A567-0E02B2C3D479"}"#,
        ),
        (
            "uuid-mixed-case",
            "A UUID in both cases is echoed in both.",
            &[],
            r#"{"reference":"f47AC10b-58cc-4372-A567-0e02b2c3D479"}"#,
        ),
        (
            "uuid-nil",
            "The UUID of zeros: its version is not looked at.",
            &[],
            r#"{"reference":"00000000-0000-0000-0000-000000000000"}"#,
        ),
        (
            "ulid-lower-case",
            "A ULID in lower case is echoed in lower case.",
            &[],
            r#"{"reference":"01jd8z3v7q4m2k9x5t6r0b1c2d"}"#,
        ),
        ("ulid-greatest", "The greatest ULID.", &[], r#"{"reference":"7ZZZZZZZZZZZZZZZZZZZZZZZZZ"}"#),
        ("age-zero", "An age of 0 is an age.", &[], r#"{"facts":{"age_years":0}}"#),
        ("age-greatest", "The greatest age.", &[], r#"{"facts":{"age_years":120,"age_when_trafficked":0,"age_doubt":false}}"#),
        ("age-17", "The last year of a child.", &[], r#"{"facts":{"age_years":17,"age_doubt":false}}"#),
        ("age-18", "The first year of an adult.", &[], r#"{"facts":{"age_years":18,"age_doubt":false}}"#),
    ];
    let subjects = ["entitlement:shelter", "prohibition:deport", "obligation:offer-screening"].into_iter().cycle();
    let vector = |((id, about, flags, text), subject): ((&str, &str, &[&'static str], &str), &str)| {
        let vector = expected.vector(format!("report/written/{id}"), about, flags, text, subject)?;
        Ok(vector.with_only(&[Part::Compact, Part::Explanation, Part::Report]))
    };
    texts.into_iter().zip(subjects).map(vector).collect()
}

/// A record exactly as long as the limit, most of it white space.
fn as_long_as_can_be(expected: &Expected<'_>) -> Result<Vector, String> {
    let (head, tail) = ("{\"facts\":{\"time_given\":true}", "}");
    let parts = vec![(head.to_string(), 1), (" ".to_string(), LIMIT - head.len() - tail.len()), (tail.to_string(), 1)];
    let about = format!("A record of exactly {LIMIT} bytes, the most that is read, nearly all of it white space.");
    expected.of(
        "report/written/as-long-as-can-be".into(),
        about,
        &["large", "white_space", "text_only"],
        Text::Parts(parts),
        "status",
    )
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
    let mut backwards = all(|words| words.first());
    backwards.reverse();
    Ok(vec![
        expected.vector(
            "report/values/all-first",
            "Every fact is known by the first of its values: nothing is left to ask.",
            &[],
            record(&all(|words| words.first()), &[], &[]),
            "status",
        )?,
        expected.vector(
            "report/values/all-last",
            "Every fact is known by the last of its values: every answer is no.",
            &[],
            record(&all(|words| words.last()), &[], &[]),
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
