//! The vectors exercise every literal of the standard that can decide, and the report says so only where it is so.

use std::{collections::BTreeSet, fs};

use palermo::{
    IntakeRecord, Standard,
    rule_set::{Citation, Condition, RuleSet},
};
use palermo_tests::workspace;
use palermo_verify::{ConditionOf, Coverage, Exercise, NamedRecord, coverage};
use serde_json::Value;

type Failed = Box<dyn std::error::Error>;
type Tested = Result<(), Failed>;

fn see_2002() -> Result<RuleSet, Failed> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

/// The records of the vectors in a file.
fn vectors(file: &str) -> Result<Vec<NamedRecord>, Failed> {
    let text = fs::read_to_string(workspace::root().join("tests/vectors").join(format!("{file}.json")))?;
    let file: Value = serde_json::from_str(&text)?;
    let mut records = Vec::new();
    for vector in file.get("vectors").and_then(Value::as_array).into_iter().flatten() {
        let text = |member: &str| vector.get(member).and_then(Value::as_str);
        // A record of many pieces shows how large one may be, and nothing else.
        let (Some(id), Some(record), None) = (text("id"), text("record"), vector.get("errors")) else { continue };
        records.push(NamedRecord { name: id.into(), record: serde_json::from_str(record)? });
    }
    Ok(records)
}

fn of(files: &[&str]) -> Result<Coverage, Failed> {
    let mut records = Vec::new();
    for file in files {
        records.extend(vectors(file)?);
    }
    Ok(coverage(&see_2002()?, &records)?)
}

#[test]
fn the_vectors_from_proofs_exercise_every_literal_that_can_decide() -> Tested {
    let exercised = of(&["decisive"])?.records.ok_or("records were given")?;
    let open = |exercise: &Exercise| matches!(exercise, Exercise::Missing { .. });
    let missing: Vec<_> = exercised.literals.iter().filter(|literal| open(&literal.met) || open(&literal.missed)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(exercised.sides_exercised, exercised.sides_possible);
    assert!(exercised.sides_possible > 950 && exercised.literals.len() > 480, "{}", exercised.sides_possible);

    let all = of(&["examples", "rules", "statuses", "conduct", "reports", "decisive"])?.records.ok_or("records")?;
    assert!(all.is_complete());
    assert_eq!(all.rules_fired, all.rules.len());
    Ok(())
}

#[test]
fn without_them_much_is_missing_and_each_comes_with_a_record_that_exercises_it() -> Tested {
    let rule_set = see_2002()?;
    let mut records = vectors("examples")?;
    let before = coverage(&rule_set, &records)?.records.ok_or("records")?;
    assert!(!before.is_complete() && before.rules_fired < before.rules_possible);
    assert!(before.sides_exercised < before.sides_possible * 9 / 10, "{}", before.sides_exercised);
    let record = |facts: &palermo_verify::Facts| IntakeRecord { facts: facts.clone(), ..IntakeRecord::default() };
    let mut add = |exercise: &Exercise, condition: Option<&ConditionOf>| {
        let Exercise::Missing { facts } = exercise else { return };
        let mut record = record(facts);
        if let Some(ConditionOf::Breach { code, .. }) = condition {
            let certainty = palermo::Certainty::Established;
            record.conduct.push(palermo::ConductEvent { code: code.clone(), actor: None, certainty });
        }
        records.push(NamedRecord { name: format!("added/{}", records.len()), record });
    };
    before.rules.iter().for_each(|rule| add(&rule.exercise, None));
    for literal in &before.literals {
        add(&literal.met, Some(&literal.literal.condition));
        add(&literal.missed, Some(&literal.literal.condition));
    }
    let after = coverage(&rule_set, &records)?.records.ok_or("records")?;
    assert!(after.is_complete(), "{} of {}", after.sides_exercised, after.sides_possible);
    Ok(())
}

#[test]
fn the_engine_confirms_what_fires_where() -> Tested {
    let standard = Standard::from_json(palermo_rules::SEE_2002_JSON)?;
    let records = vectors("examples")?;
    let exercised = coverage(&see_2002()?, &records)?.records.ok_or("records")?;
    for rule in &exercised.rules {
        let mut firing = Vec::new();
        for named in &records {
            if standard.check(&named.record)?.outcome().fired_rules().any(|fired| fired == rule.rule) {
                firing.push(named.name.as_str());
            }
        }
        assert_eq!(rule.fires_in, firing.len(), "{}", rule.rule);
        let first = match &rule.exercise {
            Exercise::Exercised { by } => Some(by.as_str()),
            _ => None,
        };
        assert_eq!(first, firing.first().copied(), "{}", rule.rule);
    }
    Ok(())
}

#[test]
fn what_cannot_be_exercised_is_not_counted() -> Tested {
    let mut rule_set = see_2002()?;
    let rule = rule_set.rules.iter_mut().find(|rule| rule.id == "assistance/shelter").ok_or("a rule")?;
    rule.when = Condition::All(vec![rule.when.clone(), Condition::Any(vec![rule.when.clone(), Condition::Always])]);
    let exercised = coverage(&rule_set, &vectors("decisive")?)?.records.ok_or("records")?;
    let of_shelter = |literal: &&palermo_verify::LiteralExercise| {
        literal.literal.condition == ConditionOf::Rule { rule: "assistance/shelter".into() }
    };
    let literals: Vec<_> = exercised.literals.iter().filter(of_shelter).collect();
    let states: Vec<_> = literals.iter().map(|literal| (&literal.met, &literal.missed)).collect();
    assert!(
        matches!(
            states.as_slice(),
            [(Exercise::Exercised { .. }, Exercise::Exercised { .. }), (Exercise::Impossible, Exercise::Impossible)]
        ),
        "{states:?}"
    );
    assert!(exercised.sides_exercised <= exercised.sides_possible);
    Ok(())
}

#[test]
fn every_anchor_of_the_source_is_cited_and_those_of_definitions_alone_are_named() -> Tested {
    let rule_set = see_2002()?;
    let Coverage { source, records, .. } = coverage(&rule_set, &[])?;
    assert!(records.is_none());
    let anchors: BTreeSet<&str> = rule_set.source_index.iter().map(|range| range.at.as_str()).collect();
    assert_eq!((source.anchors, source.anchors_uncited), (anchors.len(), 0));
    assert_eq!(source.anchors_in_rules + source.anchors_in_definitions_only, source.anchors);
    assert_eq!(source.bullets.iter().map(|bullet| bullet.ranges.len()).sum::<usize>(), rule_set.source_index.len());
    assert!(source.lines_cited > 300 && source.lines_cited < source.lines, "{} lines", source.lines_cited);
    let bullet = source.bullets.iter().find(|bullet| bullet.at == "2.1 b3").ok_or("an anchor")?;
    assert!(bullet.rules.contains(&"assistance/shelter".to_string()), "{bullet:?}");
    // Whatever stands under `rules` gives a conclusion or can be broken.
    for id in source.bullets.iter().flat_map(|bullet| &bullet.definitions) {
        let rule = rule_set.rules.iter().find(|rule| rule.id == *id).ok_or("a rule")?;
        assert!(rule.breach.is_none(), "{id}");
    }

    // An anchor that is cited by nothing any more.
    let mut without = rule_set.clone();
    let elsewhere = |source: &mut Vec<Citation>| {
        for citation in source {
            if matches!(citation, Citation::Source { at, .. } if at == "2.1 b3") {
                *citation = Citation::Reference { by_reference: "a handbook".into() };
            }
        }
    };
    without.rules.iter_mut().for_each(|rule| elsewhere(&mut rule.source));
    without.facts.iter_mut().for_each(|fact| elsewhere(&mut fact.source));
    let source = coverage(&without, &[])?.source;
    let uncited: Vec<&str> =
        source.bullets.iter().filter(|bullet| bullet.is_uncited()).map(|bullet| bullet.at.as_str()).collect();
    assert_eq!((uncited, source.anchors_uncited), (vec!["2.1 b3"], 1));
    let named = source.references.iter().find(|reference| reference.cited == "a handbook").ok_or("a reference")?;
    assert!(named.rules.contains(&"assistance/shelter".to_string()), "{named:?}");
    Ok(())
}

#[test]
fn a_part_is_counted_alone() -> Tested {
    let whole = of(&["examples"])?.records.ok_or("records")?;
    let part = whole.clone().of(&["assistance/shelter", "asylum_blocked", "return_planned"].map(String::from).into());
    assert_eq!(part.rules.iter().map(|rule| rule.rule.as_str()).collect::<Vec<_>>(), ["assistance/shelter"]);
    assert_eq!((part.records, part.rules_possible, part.rules_fired), (whole.records, 1, 1));
    let is_of =
        |rule: &str, id: &str, fact: &str| rule == "assistance/shelter" || id == "asylum_blocked" || fact == "return_planned";
    let expected: Vec<_> = whole
        .literals
        .into_iter()
        .filter(|one| is_of(one.literal.condition.rule(), one.literal.condition.id(), &one.literal.fact))
        .collect();
    assert!(expected.iter().any(|one| one.literal.condition.rule() != "assistance/shelter"));
    let sides = || expected.iter().flat_map(|one| [&one.met, &one.missed]);
    assert_eq!(part.sides_possible, sides().filter(|side| **side != Exercise::Impossible).count());
    assert_eq!(part.sides_exercised, sides().filter(|side| matches!(side, Exercise::Exercised { .. })).count());
    assert_eq!(part.literals, expected);
    Ok(())
}
