//! Whatever comes in as a rule set, nothing panics: changed documents are loaded or refused with reasons, and the tables
//! compiled from what is loaded are never at fault.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::sync::LazyLock;

use palermo::{
    Standard,
    load::{LoadErrors, Tree},
    rule_set::{Overlay, RuleSet},
};
use palermo_tests::{random::SplitMix64, workspace};
use serde_json::{Value, json};

/// A rule set with few rules, so that many changes of it can be looked at.
fn small(rule_set: &RuleSet) -> RuleSet {
    let mut small = rule_set.clone();
    small.rules.retain(|rule| rule.id.starts_with("identification/") || rule.id.starts_with("child/"));
    small.rules.iter_mut().for_each(|rule| rule.cases.truncate(1));
    let codes: Vec<String> =
        small.rules.iter().filter_map(|rule| rule.breach.as_ref()).map(|breach| breach.code.clone()).collect();
    small.conduct.retain(|code| codes.contains(&code.code));
    small.conduct.iter_mut().for_each(|code| code.parent = None);
    small.urgency.clear();
    small.first_screen.now.clear();
    small.first_screen.must_not.clear();
    small.contested.clear();
    small.texts.retain(|id, _| id.starts_with("status:"));
    small.documents.truncate(1);
    small
}

static PUBLISHED: LazyLock<RuleSet> =
    LazyLock::new(|| palermo_compile::compile(&workspace::see_2002()).unwrap_or_else(|errors| panic!("{errors}")));

/// An overlay with what fits the small rule set.
fn small_overlay(base: &RuleSet) -> Overlay {
    let folder = workspace::overlay("coe-2005");
    let mut small = palermo_compile::compile_overlay(&folder, &PUBLISHED).unwrap_or_else(|errors| panic!("{errors}"));
    small.rules.retain(|rule| !rule.then.iter().any(|then| then.starts_with("refer:")));
    small.rules.iter_mut().for_each(|rule| rule.cases.clear());
    small
        .conduct
        .retain(|code| small.rules.iter().any(|rule| rule.breach.as_ref().is_some_and(|breach| breach.code == code.code)));
    small.conduct.iter_mut().for_each(|code| code.parent = None);
    small.citations.retain(|added| base.rules.iter().any(|rule| rule.id == added.rule));
    small.not_core.retain(|entry| small.rules.iter().any(|rule| rule.then.contains(&entry.conclusion)));
    small.contested.clear();
    small
}

/// Loads a text; whatever is refused is refused with reasons.
fn load(text: &str) -> bool {
    told(Standard::from_json(text))
}

fn told(made: Result<Standard, LoadErrors>) -> bool {
    match made {
        Ok(standard) => {
            let decision = standard.evaluate_json("{\"facts\":{}}").expect("an empty record fits every rule set");
            assert!(decision.starts_with('{'));
            true
        }
        Err(errors) => {
            assert!(!errors.errors().is_empty());
            for error in errors.errors() {
                assert!(error.path.is_empty() || error.path.starts_with('/'), "{error}");
                assert!(error.code.message().len() > 5, "{error}");
                // The compiled tables are this crate's own work; whatever comes in, they are never at fault.
                assert_ne!(error.code.as_str(), "image", "{error}");
            }
            false
        }
    }
}

/// Every place of a document, as the way to it.
fn places(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        found.push(path.to_owned());
        match value {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(number, item)| walk(item, &format!("{path}/{number}"), found));
            }
            Value::Object(entries) => entries
                .iter()
                .for_each(|(key, item)| walk(item, &format!("{path}/{}", key.replace('~', "~0").replace('/', "~1")), found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// Another value for a place: of another type, of another place, twice, or gone.
fn changed(value: &Value, other: Value, how: u64) -> Value {
    match (how, value) {
        (0, _) => Value::Null,
        (1, _) => json!([]),
        (2, _) => json!({}),
        (3, _) => json!("always"),
        (4, _) => json!(u64::MAX),
        (5, _) => json!(-1.5),
        (6, Value::Array(items)) => items.iter().chain(items).cloned().collect(),
        (7, Value::Array(items)) => items.iter().rev().cloned().collect(),
        (8, Value::Object(entries)) => entries.iter().skip(1).map(|(key, item)| (key.clone(), item.clone())).collect(),
        (9, Value::String(text)) => json!(format!("{text}x")),
        (10, _) => json!({ "all": [value] }),
        (11, _) => json!([value]),
        _ => other,
    }
}

#[test]
fn changed_rule_sets_are_loaded_or_refused_and_never_panic() {
    let rule_set = small(&PUBLISHED);
    assert!(load(&rule_set.to_canonical_json()), "the small rule set itself is right");
    let document = serde_json::to_value(&rule_set).expect("a rule set is JSON");
    let all = places(&document);
    let mut random = SplitMix64::new(11);
    let mut loaded = 0;
    for _ in 0..700 {
        let mut changed_document = document.clone();
        for _ in 0..=random.below(3) {
            // A place near the top, one of the few that are, as often as one of the many inside.
            let near_the_top: Vec<&String> = all.iter().filter(|path| path.matches('/').count() <= 2).collect();
            let path = if random.chance(30) { random.pick(&near_the_top).as_str() } else { random.pick(&all) };
            let other = document.pointer(random.pick::<String>(&all)).cloned().unwrap_or_default();
            let how = random.below(16);
            if let Some(place) = changed_document.pointer_mut(path) {
                *place = changed(place, other, how);
            }
        }
        loaded += usize::from(load(&changed_document.to_string()));
    }
    assert!((10..600).contains(&loaded), "{loaded} of 700 changed rule sets were loaded");
}

#[test]
fn changed_overlays_are_composed_or_refused_and_never_panic() {
    let base = small(&PUBLISHED);
    let overlay = small_overlay(&base);
    let base = base.to_canonical_json();
    assert!(told(Standard::compose_json(&base, &[&overlay.to_canonical_json()])), "the small overlay itself is right");
    let document = serde_json::to_value(&overlay).expect("an overlay is JSON");
    let all = places(&document);
    let near_the_top: Vec<&String> = all.iter().filter(|path| path.matches('/').count() <= 2).collect();
    let mut random = SplitMix64::new(13);
    let mut composed = 0;
    for _ in 0..400 {
        let mut changed_document = document.clone();
        for _ in 0..=random.below(2) {
            let path = if random.chance(30) { random.pick(&near_the_top).as_str() } else { random.pick(&all) };
            let other = document.pointer(random.pick::<String>(&all)).cloned().unwrap_or_default();
            let how = random.below(16);
            if let Some(place) = changed_document.pointer_mut(path) {
                *place = changed(place, other, how);
            }
        }
        let text = changed_document.to_string();
        composed += usize::from(told(Standard::compose_json(&base, &[&text])));
        // Twice, it is refused at least for that.
        assert!(!told(Standard::compose_json(&base, &[&text, &text])));
    }
    assert!((10..390).contains(&composed), "{composed} of 400 changed overlays were composed");
}

#[test]
fn broken_texts_of_rule_sets_never_panic() {
    let text = small(&PUBLISHED).to_canonical_json();
    let mut random = SplitMix64::new(12);
    for _ in 0..300 {
        let mut bytes = text.clone().into_bytes();
        for _ in 0..=random.below(2) {
            let (at, length) = (random.index(bytes.len()), random.index(30));
            let end = (at + length).min(bytes.len());
            match random.below(3) {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let piece = bytes.get(at..end).unwrap_or_default().to_vec();
                    let to = random.index(bytes.len());
                    bytes.splice(to..to, piece).for_each(drop);
                }
                _ => bytes.splice(at..end, b"\"unknown\"".iter().copied()).for_each(drop),
            }
        }
        load(&String::from_utf8_lossy(&bytes));
    }
    for text in ["", "null", "[]", "{}", "{\"rules\":[{}]}", "\u{feff}{}", "{\"format\":1e999}", "{\"format\":1,\"format\":1}"] {
        assert!(!load(text), "{text}");
    }
    let deep = format!("{{\"rules\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!load(&deep), "a rule set is not nested 100,000 deep");
}

#[test]
fn the_whole_published_rule_set_survives_changes_too() {
    let document = serde_json::to_value(&*PUBLISHED).expect("a rule set is JSON");
    let all = places(&document);
    let mut random = SplitMix64::new(13);
    for _ in 0..15 {
        let mut changed_document = document.clone();
        let other = document.pointer(random.pick::<String>(&all)).cloned().unwrap_or_default();
        let how = random.below(16);
        if let Some(place) = changed_document.pointer_mut(random.pick::<String>(&all)) {
            *place = changed(place, other, how);
        }
        load(&changed_document.to_string());
    }
}

#[test]
fn a_tree_that_is_no_rule_set_is_refused_with_its_missing_parts() {
    let errors = RuleSet::from_tree(&Tree::Map(Vec::new())).expect_err("an empty map is no rule set");
    let missing: Vec<&str> = errors.errors().iter().map(|error| error.path.as_str()).collect();
    for path in ["/format", "/id", "/kind", "/documents", "/facts", "/rules", "/texts", "/source_index"] {
        assert!(missing.contains(&path), "{path} is not missed: {errors}");
    }
}
