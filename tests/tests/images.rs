//! The embedded images are those of the locked JSON, and a loaded rule set decides as the embedded one does.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use palermo::{Standard, load::digest_of, rule_set::RuleSet};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};

fn published() -> RuleSet {
    RuleSet::from_json(palermo_rules::SEE_2002_JSON).unwrap()
}

#[test]
fn the_embedded_images_are_those_of_the_published_json_byte_for_byte() {
    let images = published().to_images().unwrap();
    assert_eq!(images.logic, palermo_rules::SEE_2002.logic);
    assert_eq!(images.texts, palermo_rules::SEE_2002.texts);
}

#[test]
fn the_digest_is_that_of_the_published_canonical_json() {
    let text = palermo_rules::SEE_2002_JSON.trim_end();
    assert_eq!(published().to_canonical_json(), text, "what is published is canonical");
    assert_eq!(Standard::see_2002().digest(), digest_of(text));
}

#[test]
fn the_digest_can_be_recomputed_by_anybody_who_sorts_keys() {
    // An independent way to the canonical form: serde_json's own sorted map.
    let value: serde_json::Value = serde_json::from_str(palermo_rules::SEE_2002_JSON).unwrap();
    assert_eq!(digest_of(&value.to_string()), Standard::see_2002().digest());
}

#[test]
fn every_record_gets_the_same_decision_embedded_and_loaded() {
    let embedded = Standard::see_2002();
    let loaded = Standard::from_json(palermo_rules::SEE_2002_JSON).unwrap();
    for record in RandomRecords::new(&SlowEvaluator::new(), 7).take(2_000) {
        let text = record.to_string();
        assert_eq!(embedded.evaluate_json(&text).unwrap(), loaded.evaluate_json(&text).unwrap());
    }
    assert_eq!(embedded.dictionary(), loaded.dictionary());
    assert_eq!(embedded.rules(), loaded.rules());
}

#[test]
fn the_generated_names_are_those_of_the_dictionary() {
    use palermo::see_2002::{Conduct, Fact};

    let standard = Standard::see_2002();
    let dictionary = standard.dictionary();
    let facts: Vec<&str> = Fact::ALL.iter().map(|fact| fact.as_str()).collect();
    assert_eq!(facts, dictionary.facts.iter().map(|fact| fact.name.as_str()).collect::<Vec<_>>());
    let codes: Vec<&str> = Conduct::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes, dictionary.conduct.iter().map(|code| code.code.as_str()).collect::<Vec<_>>());
}

#[test]
fn a_standard_can_be_shared_between_threads() {
    fn assert_shared<T: Send + Sync>() {}
    assert_shared::<Standard>();
    assert_shared::<palermo::CheckedRecord<'_>>();
    assert_shared::<palermo::Decision>();
}
