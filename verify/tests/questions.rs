//! The engine's questions against the exact answer: no fact that is missing from them can matter, whatever else comes to be
//! known, and few of those that are listed cannot. What the exact method says is confirmed by the engine in turn.
#![allow(clippy::cast_precision_loss, reason = "a rate is a fraction")]

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use palermo::{About, CheckedRecord, IntakeRecord, Stage, Standard, rule_set::RuleSet};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};
use palermo_verify::{Domain, Facts, Function, Matters, Model, NODE_LIMIT, OpenFacts, Output, Place, Side, Space, Witness};

type Failed = Box<dyn std::error::Error>;
type Tested = Result<(), Failed>;

const RECORDS: usize = 10_000;

fn asked(checked: &CheckedRecord<'_>, about: About) -> BTreeSet<String> {
    checked.questions(about).into_iter().map(|question| question.fact).collect()
}

#[test]
fn no_fact_that_is_missing_from_the_questions_matters() -> Tested {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let standard = Standard::from_rule_set(&rule_set)?;
    let domain = Domain::new(&[&rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let open_facts = OpenFacts::new(&space, &Model::new(&space, &rule_set)?)?;
    let never_asked: BTreeSet<&str> =
        rule_set.facts.iter().filter(|fact| fact.ask == Stage::Never).map(|fact| fact.name.as_str()).collect();
    let slow = SlowEvaluator::new();
    let (mut listed, mut idle, mut about_status, mut idle_about_status) = (0, 0, 0, 0);
    let mut idle_facts: BTreeMap<String, usize> = BTreeMap::new();
    for json in RandomRecords::new(&slow, 71).take(RECORDS) {
        let record: IntakeRecord = serde_json::from_value(json)?;
        let checked = standard.check(&record)?;
        let Matters { status, decision } = open_facts.of(&record);
        let (all, of_status) = (asked(&checked, About::Decision), asked(&checked, About::Status));
        assert!(decision.is_subset(&all), "{:?} matter and are not asked: {record:?}", &decision - &all);
        assert!(status.is_subset(&of_status), "{:?} matter to the status: {record:?}", &status - &of_status);
        assert!(!decision.iter().any(|fact| never_asked.contains(fact.as_str())), "{decision:?}");
        listed += all.len();
        idle += all.difference(&decision).count();
        about_status += of_status.len();
        idle_about_status += of_status.difference(&status).count();
        for fact in all.difference(&decision) {
            *idle_facts.entry(fact.clone()).or_default() += 1;
        }
    }
    let rate = |idle: usize, listed: usize| 100.0 * idle as f64 / listed as f64;
    let mut most: Vec<_> = idle_facts.into_iter().collect();
    most.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    most.truncate(5);
    writeln!(
        io::stderr(),
        "{RECORDS} records: of {listed} questions {idle} ({:.2} in 100) cannot matter; of {about_status} about the status \
         {idle_about_status} ({:.2} in 100). Most often: {most:?}",
        rate(idle, listed),
        rate(idle_about_status, about_status)
    )?;
    assert!(listed > 10 * RECORDS && about_status > RECORDS, "{listed} questions, {about_status} about the status");
    // ARCHITECTURE.md says how many there are.
    assert!(rate(idle, listed) < 3.0, "{:.2} in 100", rate(idle, listed));
    Ok(())
}

/// Status, conclusions and violations, as the engine finds them.
type Found = (String, Vec<String>, BTreeSet<String>);

fn found(standard: &Standard, record: &IntakeRecord, facts: &Facts) -> Result<Found, Failed> {
    let mut record = record.clone();
    record.facts.extend(facts.clone());
    let decision = standard.check(&record)?.decision();
    let conclusions = decision.conclusions.into_iter().map(|conclusion| conclusion.id).collect();
    Ok((decision.status.to_string(), conclusions, decision.violations.into_iter().map(|broken| broken.code).collect()))
}

/// Completions of the open facts that differ in one fact and in something that follows.
fn pair(space: &Space<'_>, functions: &[Function], fact: &str) -> Result<Option<(Facts, Facts)>, Failed> {
    let domain = space.domain();
    let fact = domain.index(fact).and_then(|index| domain.fact(index)).ok_or("a fact")?;
    for function in functions {
        for place in fact.places() {
            let without = space.given(function, fact, Place::Unknown, Side::First);
            let differ = space.differ(&without, &space.given(function, fact, place, Side::First))?;
            if let Some(witness) = Witness::smallest(domain, &differ) {
                let with = Witness::with(&witness.first, fact, place);
                return Ok(Some((witness.first, with)));
            }
        }
    }
    Ok(None)
}

#[test]
fn the_engine_confirms_that_what_matters_does() -> Tested {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let standard = Standard::from_rule_set(&rule_set)?;
    let domain = Domain::new(&[&rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, &rule_set)?;
    let open_facts = OpenFacts::new(&space, &model)?;
    let slow = SlowEvaluator::new();
    let mut confirmed = 0;
    for json in RandomRecords::new(&slow, 73).take(60) {
        let record: IntakeRecord = serde_json::from_value(json)?;
        let mut settled = domain.places(&record.facts);
        settled.retain(|_, place| *place != Place::Unknown);
        settled.extend(record.declined.iter().filter_map(|name| Some((domain.index(name)?, Place::Unknown))));
        let rest = |function: &Function| space.given_all(function, &settled, Side::First);
        let outputs: Vec<Function> = model
            .outputs()
            .into_iter()
            .filter(|(output, _)| matches!(output, Output::Status(_) | Output::Conclusion(_)))
            .map(|(_, function)| rest(function))
            .collect();
        for fact in open_facts.of(&record).decision {
            // A fact that matters to a violation alone depends on the events, too, and is left to the other test.
            let Some((one, other)) = pair(&space, &outputs, &fact)? else { continue };
            let (before, after) = (found(&standard, &record, &one)?, found(&standard, &record, &other)?);
            assert_ne!((before.0, before.1), (after.0, after.1), "{fact} {record:?} {one:?}");
            confirmed += 1;
        }
    }
    assert!(confirmed > 1_000, "{confirmed}");
    Ok(())
}
