//! The oracle on random records: everything in the catalogue happens on them, and the open analysis
//! keeps its promises.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use palermo_tests::random::{RandomRecords, SplitMix64};
use palermo_tests::slow::{DERIVED, FactType, Open, Set, SlowEvaluator};
use serde_json::{Value, json};

const STANDARD: &str = r#"{"id":"see-2002","version":"0.1.0","digest":"sha256:0","overlays":[]}"#;

fn slow() -> SlowEvaluator {
    SlowEvaluator::new()
}

// What happens

#[test]
fn everything_happens_on_random_records() {
    let slow = slow();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for record in RandomRecords::new(&slow, 1).take(20_000) {
        let case = slow.case(&record);
        seen.extend(case.fired.iter().map(|rule| format!("fired {}", rule.id)));
        for derived in DERIVED {
            seen.insert(format!("{} = {}", derived.name, case.word(derived.name)));
        }
        for violation in slow.violations(&record) {
            seen.insert(format!("violated {}", violation.code));
            if violation.actor.is_none() && case.events.iter().all(|event| slow.rules()[event.rule].id != violation.rule) {
                seen.insert(format!("implied {}", violation.code));
            }
        }
        for implied in &slow.catalogue().implied {
            let ruled_out = case.events.iter().any(|event| event.rule == implied.rule && event.certainty == "ruled_out");
            if ruled_out && implied.condition.holds(&case.values) {
                seen.insert(format!("ruled out {}", slow.rules()[implied.rule].id));
            }
        }
        for pending in slow.pending(&record) {
            seen.insert(format!("pending {} {}", pending.certainty, pending.waits_for.is_empty()));
        }
        if case.declined != Set::EMPTY {
            seen.insert("declined".to_owned());
        }
        if let Some(reference) = case.reference {
            seen.insert(format!("reference of {}", reference.len()));
        }
        for question in slow.questions(&record, false) {
            seen.insert(format!("asked {}", question.fact));
        }
    }

    let mut missing: Vec<String> = Vec::new();
    let mut expect = |what: String| {
        if !seen.contains(&what) {
            missing.push(what);
        }
    };
    slow.rules().iter().for_each(|rule| expect(format!("fired {}", rule.id)));
    for derived in DERIVED {
        derived.domain().iter().for_each(|value| expect(format!("{} = {value}", derived.name)));
    }
    slow.codes().iter().for_each(|code| expect(format!("violated {code}")));
    for implied in &slow.catalogue().implied {
        let rule = &slow.rules()[implied.rule];
        expect(format!("implied {}", rule.code.as_deref().expect("an implied rule has a code")));
        expect(format!("ruled out {}", rule.id));
    }
    for what in ["planned true", "planned false", "alleged false", "established false"] {
        expect(format!("pending {what}"));
    }
    for what in ["declined", "reference of 26", "reference of 36"] {
        expect(what.to_owned());
    }
    for fact in slow.facts().iter().filter(|fact| fact.ask != "never") {
        expect(format!("asked {}", fact.name));
    }
    assert!(missing.is_empty(), "never seen in 20,000 records: {missing:#?}");
}

#[test]
fn the_same_seed_gives_the_same_records() {
    let slow = slow();
    let twice: Vec<Vec<Value>> = (0..2).map(|_| RandomRecords::new(&slow, 7).take(100).collect()).collect();
    assert_eq!(twice[0], twice[1]);
    let other: Vec<Value> = RandomRecords::new(&slow, 8).take(100).collect();
    assert_ne!(twice[0], other);
}

#[test]
fn every_status_is_frequent_enough() {
    let slow = slow();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for record in RandomRecords::new(&slow, 2).take(5_000) {
        *counts.entry(slow.status(&record)).or_default() += 1;
    }
    for status in ["identified", "presumed", "undetermined", "not_established"] {
        assert!(counts.get(status).is_some_and(|&count| count > 150), "{counts:?}");
    }
}

#[test]
fn every_decision_is_json_in_the_keys_of_the_design() {
    let slow = slow();
    for record in RandomRecords::new(&slow, 3).take(500) {
        let standard: Value = serde_json::from_str(STANDARD).expect("the standard is JSON");
        let decision = slow.decision(&record, &standard);
        assert_eq!(decision["reference"], record["reference"]);
        assert_eq!(decision["standard"], standard);
        let compact: Value = serde_json::from_str(&slow.compact_text(&record)).expect("the compact form is JSON");
        assert_eq!(compact["status"], decision["status"]);
        assert_eq!(compact["violations"], decision["violations"]);
    }
}

// The open analysis

/// Where nothing is open, the three-valued reading is the plain one.
#[test]
fn a_record_that_leaves_nothing_open_has_one_value_for_each_fact() {
    let slow = slow();
    let mut random = SplitMix64::new(4);
    for record in RandomRecords::new(&slow, 4).take(2_000) {
        let mut settled = completed(&slow, &record, |_| true, &mut random);
        settled["declined"] = json!(not_given(&slow, &settled));
        let case = slow.case(&settled);
        let open = Open::for_questions(&case);
        for (fact, &value) in case.values.iter().enumerate() {
            assert_eq!(open.possible(fact), Set::one(value), "{settled}");
        }
    }
}

/// Whatever the open facts turn out to be, each derived fact takes a value that was possible.
#[test]
fn what_becomes_true_was_possible() {
    let slow = slow();
    let mut random = SplitMix64::new(6);
    for record in RandomRecords::new(&slow, 6).take(3_000) {
        let before = slow.case(&record);
        let open = Open::for_questions(&before);
        let full = completed(&slow, &record, |_| true, &mut random);
        for (fact, &value) in slow.case(&full).values.iter().enumerate() {
            assert!(open.possible(fact).has(value), "{record} {full}");
        }
    }
}

/// However the open facts are completed, one that is not listed never matters.
#[test]
fn a_fact_that_is_not_asked_never_matters() {
    let slow = slow();
    let mut random = SplitMix64::new(5);
    for record in RandomRecords::new(&slow, 5).take(3_000) {
        let status: Vec<String> = slow.questions(&record, true).into_iter().map(|question| question.fact).collect();
        let all: Vec<String> = slow.questions(&record, false).into_iter().map(|question| question.fact).collect();

        let first = completed(&slow, &record, |fact| status.contains(&fact.to_owned()), &mut random);
        let second = completed(&slow, &first, |fact| !status.contains(&fact.to_owned()), &mut random);
        assert_eq!(slow.status(&first), slow.status(&second), "{record}");

        let first = completed(&slow, &record, |fact| all.contains(&fact.to_owned()), &mut random);
        let second = completed(&slow, &first, |fact| !all.contains(&fact.to_owned()), &mut random);
        assert_eq!(slow.status(&first), slow.status(&second), "{record}");
        assert_eq!(slow.conclusion_ids(&first), slow.conclusion_ids(&second), "{record}");
        assert_eq!(slow.violations(&first), slow.violations(&second), "{record}");
    }
}

fn not_given(slow: &SlowEvaluator, record: &Value) -> Vec<String> {
    let case = slow.case(record);
    let names = slow.facts().iter().enumerate();
    names.filter(|(place, _)| !case.is_given(*place)).map(|(_, fact)| fact.name.clone()).collect()
}

/// A random value, `unknown` among them, for each wanted fact that is neither given nor declined.
fn completed(slow: &SlowEvaluator, record: &Value, is_wanted: impl Fn(&str) -> bool, random: &mut SplitMix64) -> Value {
    let case = slow.case(record);
    let mut full = record.clone();
    for (place, fact) in slow.facts().iter().enumerate() {
        if case.is_given(place) || case.declined.has(place) || !is_wanted(&fact.name) {
            continue;
        }
        let word = &fact.domain[random.value(fact, fact.every_value())];
        full["facts"][&fact.name] = match (fact.data_type, word.as_str()) {
            (_, "unknown") => Value::Null,
            (FactType::YesNo, word) => json!(word == "yes"),
            (FactType::Enum, word) => json!(word),
            (FactType::Integer, word) => json!(word.parse::<u32>().expect("an age is a number")),
        };
    }
    full
}
