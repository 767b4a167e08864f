//! The engine and the slow evaluator agree on the whole decision, byte for byte, over 100,000 random records.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use palermo::{IntakeRecord, Standard};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};
use rayon::prelude::*;

const SEEDS: u64 = 20;
const RECORDS_PER_SEED: usize = 5_000;

/// What occurred over one seed.
#[derive(Default)]
struct Seen {
    statuses: BTreeSet<String>,
    rules: BTreeSet<String>,
}

#[test]
fn the_engine_agrees_with_the_slow_evaluator_on_every_decision() {
    let standard = Standard::see_2002();
    let slow = SlowEvaluator::new();
    let identity = serde_json::to_string(&standard.identity()).unwrap();
    let seen: Vec<Seen> = (0..SEEDS).into_par_iter().map(|seed| compare(&standard, &slow, &identity, seed)).collect();

    let statuses: BTreeSet<_> = seen.iter().flat_map(|seen| &seen.statuses).collect();
    let rules: BTreeSet<_> = seen.iter().flat_map(|seen| &seen.rules).collect();
    assert_eq!(statuses.len(), 4, "every status occurs");
    assert_eq!(rules.len(), 205, "every rule occurs");
}

fn compare(standard: &Standard, slow: &SlowEvaluator, identity: &str, seed: u64) -> Seen {
    let mut seen = Seen::default();
    for record in RandomRecords::new(slow, seed).take(RECORDS_PER_SEED) {
        let text = record.to_string();
        let checked = standard.read_json(&text).unwrap_or_else(|errors| panic!("refused: {errors}\n{text}"));
        let expected = slow.decision_text(&record, identity);
        let decision = checked.decision_json();
        assert_eq!(decision, expected, "{text}");
        assert_eq!(checked.compact_json(), slow.compact_text(&record), "{text}");

        // The other ways in and out say the same.
        assert_eq!(serde_json::to_string(&checked.decision()).unwrap(), decision, "{text}");
        assert_eq!(serde_json::to_string(&checked.compact()).unwrap(), checked.compact_json(), "{text}");
        let plain: IntakeRecord = serde_json::from_str(&text).unwrap();
        assert_eq!(standard.check(&plain).unwrap().decision_json(), decision, "{text}");

        let outcome = checked.outcome();
        seen.statuses.insert(outcome.status().to_string());
        seen.rules.extend(outcome.fired_rules().map(String::from));
    }
    seen
}
