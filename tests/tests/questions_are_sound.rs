//! What is not asked never matters: however the open facts of a record are completed, the answers to facts that are not
//! among its questions can be dropped, and status, conclusion ids and violations stay the same. The slow evaluator and the
//! engine are both asked. How often a question that is asked could matter is counted, too.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a test stops at the first surprise, and a rate is a fraction"
)]

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use palermo::{About, FactValue, IntakeRecord, Standard, Status};
use palermo_tests::{
    random::{RandomRecords, SplitMix64},
    slow::{Fact, FactType, SlowEvaluator},
};
use rayon::prelude::*;
use serde_json::{Value, json};

const SEEDS: u64 = 16;
const RECORDS: usize = 250;
const COMPLETIONS: usize = 4;

/// Status, conclusion ids, and violations as code, rule and certainty.
#[derive(Debug, PartialEq, Eq)]
struct Verdict {
    status: String,
    conclusions: Vec<String>,
    violations: Vec<String>,
}

fn by_engine(standard: &Standard, record: &Value) -> Verdict {
    let text = record.to_string();
    let decision = standard.read_json(&text).unwrap_or_else(|errors| panic!("{errors}\n{text}")).decision();
    Verdict {
        status: decision.status.to_string(),
        conclusions: decision.conclusions.into_iter().map(|conclusion| conclusion.id).collect(),
        violations: decision
            .violations
            .iter()
            .map(|broken| format!("{} {} {}", broken.code, broken.rule, broken.certainty))
            .collect(),
    }
}

fn by_slow(slow: &SlowEvaluator, record: &Value) -> Verdict {
    Verdict {
        status: slow.status(record),
        conclusions: slow.conclusion_ids(record),
        violations: slow
            .violations(record)
            .iter()
            .map(|broken| format!("{} {} {}", broken.code, broken.rule, broken.certainty))
            .collect(),
    }
}

/// The facts that are neither given nor declined, those that nobody may ask included.
fn open_facts<'s>(slow: &'s SlowEvaluator, record: &Value) -> Vec<&'s Fact> {
    let declined: BTreeSet<&str> = record["declined"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let is_open = |fact: &&Fact| {
        matches!(&record["facts"][fact.name.as_str()], Value::Null) || record["facts"][fact.name.as_str()] == json!("unknown")
    };
    slow.facts().iter().filter(is_open).filter(|fact| !declined.contains(fact.name.as_str())).collect()
}

fn written(fact: &Fact, place: usize) -> Value {
    match (fact.data_type, fact.domain[place].as_str()) {
        (_, "unknown") => Value::Null,
        (FactType::YesNo, word) => json!(word == "yes"),
        (FactType::Enum, word) => json!(word),
        (FactType::Integer, word) => json!(word.parse::<u32>().expect("an age is a number")),
    }
}

/// Answers for the open facts: those of another random record, which often completes an identification or denies an
/// element, with some noise; or noise alone. Any value can occur, `unknown` too.
fn answers(open: &[&Fact], donor: &Value, random: &mut SplitMix64) -> Vec<Value> {
    let noise = *random.pick(&[0, 5, 30, 100]);
    let answer = |fact: &&Fact| {
        if random.chance(noise) {
            written(fact, random.value(fact, fact.every_value()))
        } else {
            donor["facts"][fact.name.as_str()].clone()
        }
    };
    open.iter().map(answer).collect()
}

fn completed(record: &Value, open: &[&Fact], answers: &[Value], keep: impl Fn(&str) -> bool) -> Value {
    let mut record = record.clone();
    for (fact, answer) in open.iter().zip(answers) {
        if keep(&fact.name) {
            record["facts"][fact.name.as_str()] = answer.clone();
        }
    }
    record
}

fn asked(standard: &Standard, record: &Value, about: About) -> BTreeSet<String> {
    let checked = standard.read_json(&record.to_string()).unwrap_or_else(|errors| panic!("{errors}"));
    checked.questions(about).into_iter().map(|question| question.fact).collect()
}

/// How many answers were dropped, and how many completions changed something at all.
#[derive(Clone, Copy, Default)]
struct Seen {
    dropped: usize,
    changed: usize,
}

fn drop_what_is_not_asked(standard: &Standard, slow: &SlowEvaluator, seed: u64) -> Seen {
    let mut random = SplitMix64::new(seed ^ 0xA5C3);
    let mut donors = RandomRecords::new(slow, seed + 1_000);
    let mut seen = Seen::default();
    for record in RandomRecords::new(slow, seed).take(RECORDS) {
        let about_all = asked(standard, &record, About::Decision);
        let about_status = asked(standard, &record, About::Status);
        let open = open_facts(slow, &record);
        assert!(about_status.is_subset(&about_all), "{record}");
        assert!(about_all.iter().all(|name| open.iter().any(|fact| fact.name == *name)), "asked, but not open: {record}");
        assert_eq!(about_all, slow.questions(&record, false).into_iter().map(|question| question.fact).collect(), "{record}");
        assert_eq!(about_status, slow.questions(&record, true).into_iter().map(|question| question.fact).collect(), "{record}");
        let before = by_engine(standard, &record);
        for _ in 0..COMPLETIONS {
            let donor = donors.next().expect("there is always another record");
            let answers = answers(&open, &donor, &mut random);
            let full = completed(&record, &open, &answers, |_| true);
            let only_asked = completed(&record, &open, &answers, |name| about_all.contains(name));
            let everything = by_engine(standard, &full);
            assert_eq!(everything, by_engine(standard, &only_asked), "{record}\ncompleted {full}");
            assert_eq!(everything, by_slow(slow, &only_asked), "{record}\ncompleted {full}");
            assert_eq!(everything, by_slow(slow, &full), "{record}\ncompleted {full}");
            let for_status = completed(&record, &open, &answers, |name| about_status.contains(name));
            assert_eq!(everything.status, by_engine(standard, &for_status).status, "{record}\ncompleted {full}");
            assert_eq!(everything.status, slow.status(&for_status), "{record}\ncompleted {full}");
            seen.dropped += open.iter().zip(&answers).filter(|(fact, a)| !a.is_null() && !about_all.contains(&fact.name)).count();
            seen.changed += usize::from(everything != before);
        }
    }
    seen
}

#[test]
fn dropping_the_answers_to_what_is_not_asked_changes_nothing() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let seen: Vec<Seen> = (0..SEEDS).into_par_iter().map(|seed| drop_what_is_not_asked(&standard, &slow, seed)).collect();
    let dropped: usize = seen.iter().map(|seen| seen.dropped).sum();
    let changed: usize = seen.iter().map(|seen| seen.changed).sum();
    let completions = usize::try_from(SEEDS).expect("a small number fits") * RECORDS * COMPLETIONS;
    assert!(dropped > completions, "only {dropped} answers were dropped over {completions} completions");
    assert!(changed > completions / 2, "only {changed} of {completions} completions changed anything");
}

// How many questions could not matter after all

/// What the engine makes of plain facts, as cheaply as it can be compared.
fn outcome(standard: &Standard, record: &IntakeRecord) -> (Status, Vec<usize>, String) {
    let checked = standard.check(record).unwrap_or_else(|errors| panic!("{errors}"));
    let compact = checked.compact();
    let ids = compact.conclusions.iter().map(|id| standard.conclusions().position(|known| known == id).unwrap_or_default());
    (compact.status, ids.collect(), compact.violations.iter().map(|broken| broken.code.as_str()).collect())
}

fn plain(value: &Value) -> FactValue {
    match value {
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => FactValue::Years(number.as_u64().and_then(|years| years.try_into().ok()).expect("an age")),
        Value::String(word) => word.as_str().into(),
        _ => FactValue::Unknown,
    }
}

/// Of the questions of a record, how many there are and how many no tried completion of the others made matter.
fn idle_questions(standard: &Standard, slow: &SlowEvaluator, record: &Value, seed: u64) -> (usize, usize) {
    const TRIES: usize = 60;
    let mut random = SplitMix64::new(seed);
    let mut donors = RandomRecords::new(slow, seed);
    let open = open_facts(slow, record);
    let mut idle = asked(standard, record, About::Decision);
    let asked = idle.len();
    for _ in 0..TRIES {
        if idle.is_empty() {
            break;
        }
        let donor = donors.next().expect("there is always another record");
        let answers = answers(&open, &donor, &mut random);
        let full = completed(record, &open, &answers, |_| true);
        let mut full: IntakeRecord = serde_json::from_value(full).expect("a completed record is a record");
        let before = outcome(standard, &full);
        for fact in &open {
            if !idle.contains(&fact.name) {
                continue;
            }
            let own = full.facts.insert(fact.name.clone(), FactValue::Unknown);
            let matters = (0..3).any(|_| {
                let other = written(fact, random.value(fact, fact.every_value()));
                full.facts.insert(fact.name.clone(), plain(&other));
                outcome(standard, &full) != before
            });
            full.facts.insert(fact.name.clone(), own.unwrap_or(FactValue::Unknown));
            if matters {
                idle.remove(&fact.name);
            }
        }
    }
    (asked, idle.len())
}

#[test]
fn nearly_every_question_that_is_asked_can_matter() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let records: Vec<Value> = RandomRecords::new(&slow, 7).take(160).collect();
    let counts: Vec<(usize, usize)> = records
        .par_iter()
        .enumerate()
        .map(|(number, record)| idle_questions(&standard, &slow, record, 9_000 + number as u64))
        .collect();
    let asked: usize = counts.iter().map(|(asked, _)| asked).sum();
    let idle: usize = counts.iter().map(|(_, idle)| idle).sum();
    let rate = 100.0 * idle as f64 / asked as f64;
    let said = writeln!(
        io::stderr(),
        "of {asked} questions on {} records, {idle} ({rate:.1} in 100) mattered in none of the completions tried",
        records.len()
    );
    drop(said);
    assert!(asked > 1_000, "only {asked} questions");
    // A question that matters only in a rare completion counts here as idle, so this bound is wide.
    assert!(rate < 10.0, "{rate:.1} in 100 questions never mattered");
}
