//! An explanation says what is so: rules that fire have every clause met, by facts that have those values; a clause that is
//! not met names values that would meet it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use palermo::{About, ExplainedRule, Explanation, Problem, Standard};
use palermo_tests::{
    random::{RandomRecords, SplitMix64},
    slow::SlowEvaluator,
};
use rayon::prelude::*;
use serde_json::{Value, json};

/// The subjects that are asked about: every conclusion and the statuses.
fn subjects(standard: &Standard) -> Vec<String> {
    let statuses = ["status", "status:identified", "status:presumed", "status:undetermined", "status:not_established"];
    standard.conclusions().map(String::from).chain(statuses.map(String::from)).collect()
}

fn rules(explanation: &Explanation) -> impl Iterator<Item = &ExplainedRule> {
    explanation.rules.iter().chain(&explanation.because)
}

/// The value of an input fact in a record, as an explanation writes it.
fn value_in(record: &Value, fact: &str) -> String {
    match &record["facts"][fact] {
        Value::Bool(true) => "yes".into(),
        Value::Bool(false) => "no".into(),
        Value::String(word) => word.clone(),
        Value::Number(years) => years.to_string(),
        _ => "unknown".into(),
    }
}

/// Whether a value of an explanation covers the value of a record; spans of years are written `18-24`.
fn covers(explained: &str, actual: &str) -> bool {
    let span = explained.split_once('-').and_then(|(from, to)| Some((from.parse::<u32>().ok()?, to.parse::<u32>().ok()?)));
    match (span, actual.parse::<u32>()) {
        (Some((from, to)), Ok(years)) => (from..=to).contains(&years),
        _ => explained == actual,
    }
}

/// A record in which a fact has a value of an explanation.
fn with(record: &Value, fact: &str, value: &str) -> Value {
    let mut record = record.clone();
    let value = match (value, value.split_once('-').and_then(|(from, _)| from.parse::<u32>().ok())) {
        (_, Some(years)) => json!(years),
        ("yes", _) => json!(true),
        ("no", _) => json!(false),
        ("unknown", _) => Value::Null,
        (word, _) => json!(word),
    };
    if !record["facts"].is_object() {
        record["facts"] = json!({});
    }
    record["facts"][fact] = value;
    if let Some(declined) = record["declined"].as_array_mut() {
        declined.retain(|name| name != fact);
    }
    record
}

#[test]
fn what_holds_is_explained_by_what_is_so() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let subjects = subjects(&standard);
    let mut random = SplitMix64::new(5);
    for record in RandomRecords::new(&slow, 21).take(1_500) {
        let checked = standard.read_json(&record.to_string()).unwrap();
        let decision = checked.decision();
        let fired = slow.fired_rules(&record);
        for _ in 0..6 {
            let subject = random.pick(&subjects);
            let explanation = checked.explain(subject).unwrap();
            let holds = match subject.strip_prefix("status:") {
                Some(status) => decision.status.as_str() == status,
                None => subject == "status" || decision.conclusions.iter().any(|conclusion| conclusion.id == *subject),
            };
            assert_eq!(explanation.holds, holds, "{subject} {record}");
            assert!(!explanation.rules.is_empty(), "{subject} {record}");
            for rule in rules(&explanation) {
                assert_eq!(rule.fires, fired.contains(&rule.rule), "{} {record}", rule.rule);
                assert_eq!(rule.fires, rule.clauses.iter().all(|clause| clause.met), "{} {record}", rule.rule);
                assert!(!rule.sentence.is_empty() && !rule.source.is_empty());
                for clause in &rule.clauses {
                    assert_eq!(clause.met, !clause.by.is_empty(), "a clause that is met names a fact: {} {record}", rule.rule);
                    assert_eq!(clause.met, clause.needs.is_empty(), "{} {record}", rule.rule);
                    for known in clause.by.iter().filter(|known| standard.fact(&known.fact).is_some()) {
                        assert!(covers(&known.value, &value_in(&record, &known.fact)), "{known:?} {record}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_missing_would_meet_the_clause() {
    let standard = Standard::see_2002();
    let mut shown = 0;
    for record in RandomRecords::new(&SlowEvaluator::new(), 22).take(250) {
        let checked = standard.read_json(&record.to_string()).unwrap();
        let explanation = checked.explain("status:identified").unwrap();
        for rule in rules(&explanation) {
            for (place, clause) in rule.clauses.iter().enumerate().filter(|(_, clause)| !clause.met) {
                for need in clause.needs.iter().filter(|need| standard.fact(&need.fact).is_some()) {
                    let changed = with(&record, &need.fact, &need.values[0]);
                    let again = standard.read_json(&changed.to_string()).unwrap();
                    let again = again.explain("status:identified").unwrap();
                    // Where the change lets the rule fire, the chain may be another; the same rule then fires.
                    let same = rules(&again).find(|other| other.rule == rule.rule);
                    if let Some(same) = same {
                        assert!(same.clauses[place].met, "{} clause {place} by {need:?}: {record}", rule.rule);
                        shown += 1;
                    }
                }
            }
        }
    }
    assert!(shown > 2_000, "many clauses were looked at: {shown}");
}

#[test]
fn an_unknown_conclusion_is_named_with_its_nearest() {
    let standard = Standard::see_2002();
    let record = standard.read_json("{}").unwrap();
    let error = record.explain("entitlement:shelterr").unwrap_err();
    assert_eq!(error.nearest(), Some("entitlement:shelter"));
    assert!(record.explain("Maria").unwrap_err().nearest().is_none());
    assert!(record.explain("status:innocent").is_err());
}

#[test]
fn the_slow_explanation_is_the_same_byte_for_byte() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let subjects = subjects(&standard);
    let seeds: Vec<u64> = (30..46).collect();
    let seen: Vec<BTreeSet<String>> = seeds
        .into_par_iter()
        .map(|seed| {
            let mut random = SplitMix64::new(seed);
            let mut seen = BTreeSet::new();
            for record in RandomRecords::new(&slow, seed).take(500) {
                let text = record.to_string();
                let checked = standard.read_json(&text).unwrap();
                let subjects = (0..4).map(|_| random.pick(&subjects).as_str()).chain(["status"]);
                for subject in subjects {
                    let explanation = checked.explain(subject).unwrap();
                    let expected = slow.explanation_text(&record, subject);
                    assert_eq!(serde_json::to_string(&explanation).unwrap(), expected, "{subject} {text}");
                    seen.insert(format!("{subject} holds: {}", explanation.holds));
                    for rule in rules(&explanation) {
                        assert!(rule.clauses.iter().all(|clause| clause.parts.is_empty()), "no rule is that long");
                        seen.insert(format!("rule {} fires: {}", rule.rule, rule.fires));
                    }
                    if subject == "status" {
                        seen.insert(explanation.conclusion);
                    }
                }
            }
            seen
        })
        .collect();
    let seen: BTreeSet<String> = seen.into_iter().flatten().collect();
    for status in ["identified", "presumed", "undetermined", "not_established"] {
        assert!(seen.contains(&format!("status:{status}")), "{status} is explained");
    }
    for subject in subjects {
        assert!(seen.contains(&format!("{subject} holds: true")), "{subject} is explained where it holds");
    }
    for rule in slow.rules() {
        let concludes = rule.conclusions().next().is_some();
        let behind = rule.consequences.iter().any(|consequence| ["fact", "status"].contains(&consequence.kind.as_str()));
        let shown = seen.contains(&format!("rule {} fires: true", rule.id));
        assert_eq!(shown, concludes || behind, "{} is shown where it has consequences", rule.id);
    }
    let open = seen.iter().filter(|entry| entry.ends_with("holds: false")).count();
    assert!(open > 100, "many conclusions that do not hold are explained: {open}");
}

#[test]
fn the_slow_report_and_the_slow_questions_about_the_status_are_the_same() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let remarks = |problems: Vec<Problem>| -> Vec<(String, String)> {
        problems.into_iter().map(|problem| (problem.path, problem.code)).collect()
    };
    let mut seen = BTreeSet::new();
    for record in RandomRecords::new(&slow, 23).take(5_000) {
        let text = record.to_string();
        let checked = standard.read_json(&text).unwrap();
        let report = checked.report();
        seen.extend(report.warnings.iter().chain(&report.advice).map(|problem| problem.code.clone()));
        assert_eq!(remarks(report.warnings), slow.warnings(&record), "{text}");
        assert_eq!(remarks(report.advice), slow.advice(&record), "{text}");
        let questions = serde_json::to_string(&checked.questions(About::Status)).unwrap();
        assert_eq!(questions, slow.questions_text(&record, true), "{text}");
    }
    assert_eq!(seen.len(), 3, "every warning and advice occurs: {seen:?}");
}
