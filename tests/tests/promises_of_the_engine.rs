//! What the charter promises of the engine and no proof over rules can show. `rules/charter.yaml` names these tests.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{Actor, Certainty, ConductEvent, Decision, FactValue, IntakeRecord, Standard, Status, rule_set::RuleSet};
use palermo_tests::{
    random::{RandomRecords, SplitMix64},
    slow::SlowEvaluator,
};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const RECORDS: usize = 1_500;

/// Random records, each with what the standard decides.
fn decided(standard: &Standard, seed: u64) -> Result<Vec<(IntakeRecord, Decision)>, Box<dyn std::error::Error>> {
    let evaluator = SlowEvaluator::new();
    let mut decided = Vec::with_capacity(RECORDS);
    for json in RandomRecords::new(&evaluator, seed).take(RECORDS) {
        let record: IntakeRecord = serde_json::from_value(json)?;
        let decision = standard.evaluate(&record)?;
        decided.push((record, decision));
    }
    Ok(decided)
}

fn see_2002() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

/// How often each code is violated.
fn codes(decision: &Decision) -> BTreeMap<String, usize> {
    let mut codes = BTreeMap::new();
    for violation in &decision.violations {
        *codes.entry(violation.code.clone()).or_default() += 1;
    }
    codes
}

#[test]
fn no_violation_without_recorded_or_implied_conduct() -> Outcome {
    let standard = Standard::see_2002();
    let rule_set = see_2002()?;
    let implied: BTreeSet<&str> =
        rule_set.conduct.iter().filter(|code| code.implied_when.is_some()).map(|code| code.code.as_str()).collect();
    let (mut recorded, mut by_facts) = (0, 0);
    for (record, decision) in decided(&standard, 11)? {
        let without = standard.evaluate(&IntakeRecord { conduct: Vec::new(), ..record.clone() })?;
        for violation in &without.violations {
            by_facts += 1;
            assert!(implied.contains(violation.code.as_str()), "{} without conduct: {record:?}", violation.code);
            assert_eq!(record.facts.get("identification_completed"), Some(&FactValue::YesNo(true)), "{record:?}");
        }
        for violation in &decision.violations {
            let happened = |event: &&ConductEvent| {
                event.code == violation.code && matches!(event.certainty, Certainty::Established | Certainty::Alleged)
            };
            let is_implied = without.violations.iter().any(|other| other.code == violation.code);
            let is_recorded = record.conduct.iter().any(|event| happened(&event));
            recorded += usize::from(is_recorded);
            assert!(is_recorded || is_implied, "{} though nobody recorded it: {record:?}", violation.code);
            let ruled_out = |event: &&ConductEvent| event.code == violation.code && event.certainty == Certainty::RuledOut;
            assert!(
                is_recorded || !record.conduct.iter().any(|event| ruled_out(&event)),
                "{} though it is ruled out: {record:?}",
                violation.code
            );
        }
    }
    assert!(recorded > 100 && by_facts > 100, "{recorded} recorded and {by_facts} implied violations were looked at");
    Ok(())
}

#[test]
fn events_add_up_and_each_breaks_its_own_rule() -> Outcome {
    let standard = Standard::see_2002();
    let mut seen = 0;
    for (record, decision) in decided(&standard, 12)? {
        let none = codes(&standard.evaluate(&IntakeRecord { conduct: Vec::new(), ..record.clone() })?);
        // What facts imply stands once, and an established event takes its place: those codes are looked at elsewhere.
        let counted = |codes: &BTreeMap<String, usize>| -> usize {
            codes.iter().filter(|(code, _)| !none.contains_key(*code)).map(|(_, count)| count).sum()
        };
        let mut sum = 0;
        for event in &record.conduct {
            let alone = codes(&standard.evaluate(&IntakeRecord { conduct: vec![event.clone()], ..record.clone() })?);
            let violations = counted(&alone);
            assert!(violations <= 1, "{} is more than one violation: {record:?}", event.code);
            assert!(violations == 0 || alone.contains_key(&event.code), "{} breaks another rule: {record:?}", event.code);
            sum += violations;
        }
        assert_eq!(counted(&codes(&decision)), sum, "{record:?}");
        seen += usize::from(sum > 1);
    }
    assert!(seen > 100, "{seen} records have several violations");
    let rules: BTreeSet<String> =
        see_2002()?.rules.into_iter().filter(|rule| rule.breach.is_some()).map(|rule| rule.id).collect();
    assert_eq!(rules.len(), standard.conduct_codes().count(), "codes and the rules that they break are as many");
    Ok(())
}

#[test]
fn who_acted_changes_no_violation() -> Outcome {
    let standard = Standard::see_2002();
    let mut seen = 0;
    for (record, decision) in decided(&standard, 13)? {
        for actor in Actor::ALL.iter().map(|actor| Some(*actor)).chain([None]) {
            let mut record = record.clone();
            record.conduct.iter_mut().for_each(|event| event.actor = actor);
            assert_eq!(codes(&standard.evaluate(&record)?), codes(&decision), "{record:?}");
        }
        seen += decision.violations.len();
    }
    assert!(seen > 100, "{seen} violations were looked at");
    Ok(())
}

#[test]
fn the_order_of_rules_changes_nothing() -> Outcome {
    let records = decided(&Standard::see_2002(), 14)?;
    let mut random = SplitMix64::new(14);
    for _ in 0..4 {
        let mut rule_set = see_2002()?;
        for place in (1..rule_set.rules.len()).rev() {
            let other = usize::try_from(random.below(u64::try_from(place)? + 1))?;
            rule_set.rules.swap(place, other);
        }
        let shuffled = Standard::from_rule_set(&rule_set)?;
        for (record, decision) in &records {
            let other = shuffled.evaluate(record)?;
            let ids = |decision: &Decision| -> BTreeSet<String> {
                decision.conclusions.iter().map(|conclusion| conclusion.id.clone()).collect()
            };
            assert_eq!((other.status, &other.elements, other.child), (decision.status, &decision.elements, decision.child));
            assert_eq!(ids(&other), ids(decision), "{record:?}");
            assert_eq!(codes(&other), codes(decision), "{record:?}");
        }
    }
    Ok(())
}

#[test]
fn what_is_left_out_counts_as_unknown_and_never_as_no() -> Outcome {
    let standard = Standard::see_2002();
    for (record, decision) in decided(&standard, 15)? {
        let mut spelt_out = record.clone();
        for fact in standard.fact_names() {
            spelt_out.facts.entry(fact.into()).or_insert(FactValue::Unknown);
        }
        assert_eq!(standard.evaluate(&spelt_out)?, decision, "{record:?}");
    }
    // Identified in safety, nobody having been asked about the elements, and the same with every element denied.
    let mut facts: BTreeMap<String, FactValue> = BTreeMap::new();
    for fact in ["identification_completed", "safe_space_given", "time_given", "rights_explained", "understood_language_used"] {
        facts.insert(fact.into(), true.into());
    }
    facts.insert("identification_by".into(), "independent".into());
    let mut denied = facts.clone();
    for fact in see_2002()?.facts.iter().filter(|fact| fact.group == "act") {
        denied.insert(fact.name.clone(), false.into());
    }
    let status = |facts| -> Result<Status, Box<dyn std::error::Error>> {
        Ok(standard.evaluate(&IntakeRecord { facts, ..IntakeRecord::default() })?.status)
    };
    assert_eq!(status(facts)?, Status::Undetermined);
    assert_eq!(status(denied)?, Status::NotEstablished);
    Ok(())
}

#[test]
fn a_wider_code_beside_its_narrower_one_draws_a_warning() -> Outcome {
    let standard = Standard::see_2002();
    let mut seen = 0;
    for code in &see_2002()?.conduct {
        let Some(parent) = &code.parent else { continue };
        let event = |code: &String| ConductEvent { code: code.clone(), actor: None, certainty: Certainty::Established };
        let record = |conduct| IntakeRecord { conduct, ..IntakeRecord::default() };
        let twice = |record: &IntakeRecord| {
            let warnings = standard.validate(record).warnings;
            warnings.iter().filter(|warning| warning.code == "conduct_coded_twice").map(|warning| warning.path.clone()).collect()
        };
        let paths: Vec<String> = twice(&record(vec![event(&code.code), event(parent)]));
        assert_eq!(paths, ["/conduct/1/code"], "{parent} is wider than {}", code.code);
        let alone: Vec<String> = twice(&record(vec![event(&code.code)]));
        assert!(alone.is_empty(), "{} alone", code.code);
        seen += 1;
    }
    assert!(seen > 30, "{seen} codes have a wider one");
    Ok(())
}
