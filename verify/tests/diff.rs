//! A diff says what changes for somebody, and both engines confirm every record that it shows.

use std::collections::BTreeSet;

use palermo::{
    Certainty, ConductEvent, FactValue, IntakeRecord, Standard,
    rule_set::{Accepts, Condition, RuleSet, Value},
};
use palermo_tests::workspace;
use palermo_verify::{Change, Diff, Facts, Failure, Output, OutputChange, diff, diff_within};

type Tested = Result<(), Box<dyn std::error::Error>>;

fn see_2002() -> Result<RuleSet, Box<dyn std::error::Error>> {
    Ok(RuleSet::from_json(palermo_rules::SEE_2002_JSON)?)
}

fn is(fact: &str, values: Vec<Value>) -> Condition {
    Condition::Literal { fact: fact.into(), accepts: Accepts::OneOf(values) }
}

fn rule<'r>(rule_set: &'r mut RuleSet, id: &str) -> Result<&'r mut palermo::rule_set::Rule, Box<dyn std::error::Error>> {
    Ok(rule_set.rules.iter_mut().find(|rule| rule.id == id).ok_or("a rule of the standard")?)
}

/// The change of an output.
fn of<'d>(diff: &'d Diff, output: &str) -> Result<&'d OutputChange, Box<dyn std::error::Error>> {
    let wanted: Output = output.parse().map_err(|()| "an output")?;
    Ok(diff.outputs().find(|change| change.output == wanted).ok_or("an output of the standard")?)
}

/// What an engine makes of facts and an event: conclusions, broken codes, status, and rules that fired.
struct Seen {
    conclusions: BTreeSet<String>,
    violations: BTreeSet<String>,
    status: String,
    fired: BTreeSet<String>,
}

fn seen(standard: &Standard, facts: &Facts, code: Option<&str>) -> Result<Seen, Box<dyn std::error::Error>> {
    let event = |code: &str| ConductEvent { code: code.into(), actor: None, certainty: Certainty::Established };
    let known = |name: &str| standard.fact_names().any(|fact| fact == name);
    let facts = facts.iter().filter(|(name, _)| known(name)).map(|(name, value)| (name.clone(), value.clone())).collect();
    let code = code.filter(|code| standard.conduct_codes().any(|known| known == *code));
    let record = IntakeRecord { facts, conduct: code.map(event).into_iter().collect(), ..IntakeRecord::default() };
    let checked = standard.check(&record)?;
    let decision = checked.decision();
    Ok(Seen {
        status: decision.status.to_string(),
        conclusions: decision.conclusions.into_iter().map(|conclusion| conclusion.id).collect(),
        violations: decision.violations.into_iter().map(|violation| violation.code).collect(),
        fired: checked.outcome().fired_rules().map(String::from).collect(),
    })
}

/// Holds both engines against everything that a diff shows.
fn confirm(diff: &Diff, from: &RuleSet, to: &RuleSet) -> Tested {
    let (from, to) = (&Standard::from_rule_set(from)?, &Standard::from_rule_set(to)?);
    for change in diff.conclusions.iter().chain(&diff.violations) {
        for (shown, with, without) in [(&change.gained, to, from), (&change.lost, from, to)] {
            let Some(shown) = shown else { continue };
            match &change.output {
                Output::Conclusion(id) => {
                    let with = seen(with, &shown.facts, None)?;
                    assert!(with.conclusions.contains(id), "{change:?}");
                    assert!(!shown.rules.is_empty() && shown.rules.iter().all(|rule| with.fired.contains(rule)), "{change:?}");
                    assert!(!seen(without, &shown.facts, None)?.conclusions.contains(id), "{change:?}");
                }
                Output::Violation(code) => {
                    assert!(seen(with, &shown.facts, Some(code))?.violations.contains(code), "{change:?}");
                    assert!(!seen(without, &shown.facts, Some(code))?.violations.contains(code), "{change:?}");
                }
                _ => return Err("neither a conclusion nor a violation".into()),
            }
        }
    }
    for changed in diff.derived.iter().filter(|changed| changed.is_status).flat_map(|changed| &changed.moves) {
        assert_eq!(Some(seen(from, &changed.facts, None)?.status), changed.from, "{changed:?}");
        assert_eq!(Some(seen(to, &changed.facts, None)?.status), changed.to, "{changed:?}");
    }
    for changed in &diff.rules.changed {
        for (facts, with, without) in [(&changed.gained, to, from), (&changed.lost, from, to)] {
            let Some(facts) = facts else { continue };
            assert!(seen(with, facts, None)?.fired.contains(&changed.rule), "{changed:?}");
            assert!(!seen(without, facts, None)?.fired.contains(&changed.rule), "{changed:?}");
        }
    }
    Ok(())
}

#[test]
fn a_rule_set_is_the_same_as_itself() -> Tested {
    let rule_set = see_2002()?;
    let diff = diff(&rule_set, &rule_set)?;
    assert!(diff.is_same() && diff.only_gains());
    assert!(diff.rules.added.is_empty() && diff.rules.removed.is_empty() && diff.rules.changed.is_empty());
    assert!(diff.facts.only_from.is_empty() && diff.facts.only_to.is_empty() && diff.facts.changed.is_empty());
    assert!(diff.conclusions.len() > 150 && diff.violations.len() == rule_set.conduct.len() && diff.derived.len() == 9);
    assert_eq!(diff.implied.len(), 5);
    Ok(())
}

#[test]
fn whoever_loses_something_by_a_condition_is_shown() -> Tested {
    let before = see_2002()?;
    let mut after = before.clone();
    let shelter = rule(&mut after, "assistance/shelter")?;
    let testifies = is("testimony_wish", vec![Value::Word("willing".into())]);
    shelter.when = Condition::All(vec![shelter.when.clone(), testifies]);
    let diff = diff(&before, &after)?;
    confirm(&diff, &before, &after)?;
    let change = of(&diff, "entitlement:shelter")?;
    assert_eq!((change.change, &change.gained), (Change::Lost, &None));
    let lost = change.lost.as_ref().ok_or("a record")?;
    assert_eq!(lost.rules, ["assistance/shelter"]);
    // Protected, and nothing said of testimony: no record with fewer facts is protected.
    assert_eq!(lost.facts.len(), 1, "{:?}", lost.facts);
    let changed: Vec<_> = diff.rules.changed.iter().map(|changed| (changed.rule.as_str(), changed.fires)).collect();
    assert_eq!(changed, [("assistance/shelter", Change::Lost)]);
    assert_eq!(diff.rules.changed.first().ok_or("a rule")?.parts, ["when"]);
    assert_eq!(of(&diff, "entitlement:medical-care")?.change, Change::Same);
    assert!(!diff.is_same() && !diff.only_gains());
    Ok(())
}

#[test]
fn what_is_written_otherwise_and_means_the_same_is_told_apart() -> Tested {
    let before = see_2002()?;
    let mut after = before.clone();
    let shelter = rule(&mut after, "assistance/shelter")?;
    shelter.when = Condition::Any(vec![shelter.when.clone(), shelter.when.clone()]);
    rule(&mut after, "assistance/medical")?.sentence.push('!');
    let fact = after.facts.iter_mut().find(|fact| fact.name == "documents").ok_or("a fact")?;
    fact.shield = !fact.shield;
    let diff = diff(&before, &after)?;
    assert!(diff.is_same());
    let changed = diff.rules.changed.iter().map(|changed| (changed.rule.as_str(), changed.parts.join(","), changed.fires));
    let expected = [("assistance/shelter", "when", Change::Same), ("assistance/medical", "sentence", Change::Same)];
    let expected: BTreeSet<_> = expected.into_iter().map(|(rule, parts, change)| (rule, parts.to_string(), change)).collect();
    assert_eq!(changed.collect::<BTreeSet<_>>(), expected);
    let facts: Vec<_> = diff.facts.changed.iter().map(|changed| (changed.id.as_str(), changed.parts.as_slice())).collect();
    assert_eq!(facts, [("documents", &["shield".to_string()][..])]);
    Ok(())
}

#[test]
fn a_change_below_moves_everything_that_stands_on_it() -> Tested {
    let before = see_2002()?;
    let mut after = before.clone();
    // What the person wants takes the place of what was done to the person.
    let presumed = rule(&mut after, "identification/presumed-victim")?;
    presumed.when = is("return_wish", vec![Value::Word("willing".into())]);
    let diff = diff(&before, &after)?;
    confirm(&diff, &before, &after)?;
    assert_eq!(of(&diff, "entitlement:shelter")?.change, Change::Both);
    let status = diff.derived.first().ok_or("the status stands first")?;
    assert!(status.is_status && !status.is_undecided);
    let moves: BTreeSet<_> = status.moves.iter().map(|moved| (moved.from.as_deref(), moved.to.as_deref())).collect();
    assert!(moves.contains(&(Some("presumed"), Some("undetermined"))), "{moves:?}");
    assert!(moves.contains(&(Some("undetermined"), Some("presumed"))), "{moves:?}");
    // Rules that nobody touched fire in other records, and say that they do.
    let shelter = diff.rules.changed.iter().find(|changed| changed.rule == "assistance/shelter").ok_or("a rule")?;
    assert!(shelter.parts.is_empty() && shelter.fires == Change::Both, "{shelter:?}");
    Ok(())
}

#[test]
fn rules_and_facts_of_one_rule_set_alone_are_named() -> Tested {
    let mut after = see_2002()?;
    let mut before = after.clone();
    let place = after.facts.iter().position(|fact| fact.name == "programme_eligible").ok_or("a fact")?;
    let mut fact = after.facts.get(place).ok_or("a fact")?.clone();
    fact.name = "programme_exists".into();
    after.facts.insert(place, fact);
    let removed = before.rules.iter().position(|rule| rule.id == "assistance/health-prevention").ok_or("a rule")?;
    let removed = before.rules.remove(removed);
    before.conduct.retain(|code| removed.breach.as_ref().is_none_or(|breach| breach.code != code.code));
    before.contested.iter_mut().for_each(|point| point.rules.retain(|rule| *rule != removed.id));
    let diff = diff(&before, &after)?;
    confirm(&diff, &before, &after)?;
    assert_eq!(diff.rules.added, ["assistance/health-prevention"]);
    assert_eq!((&diff.facts.only_from, &diff.facts.only_to), (&Vec::new(), &vec!["programme_exists".to_string()]));
    assert!(diff.only_gains() && !diff.is_same());
    let gained: Vec<&OutputChange> = diff.outputs().filter(|change| change.change == Change::Gained).collect();
    assert!(gained.iter().any(|change| change.output.to_string() == "entitlement:hiv-sti-prevention"), "{gained:?}");
    Ok(())
}

#[test]
fn a_rule_set_that_does_not_fit_is_not_compared() -> Tested {
    let rule_set = see_2002()?;
    assert_eq!(diff_within(&rule_set, &rule_set, 10), Err(Failure::Limit { nodes: 10 }));
    Ok(())
}

/// Who loses what they are owed where people are sorted as in 2002.
#[test]
fn by_the_observed_practice_people_lose_the_shelter_that_the_standard_owes_them() -> Tested {
    let standard = see_2002()?;
    let practice = RuleSet::from_json(palermo_rules::OBSERVED_PRACTICE_2002_JSON)?;
    let diff = diff(&standard, &practice)?;
    confirm(&diff, &standard, &practice)?;
    assert!(diff.facts.only_from.is_empty() && diff.facts.only_to.is_empty(), "they speak of the same facts");
    let shelter = of(&diff, "entitlement:shelter")?;
    assert_eq!(shelter.change, Change::Both);
    let lost = shelter.lost.as_ref().ok_or("whoever loses it")?;
    assert_eq!((lost.facts.len(), lost.rules.as_slice()), (1, &["assistance/shelter".to_string()][..]), "{lost:?}");
    // By the practice it is owed only to whoever is willing to go.
    let gained = shelter.gained.as_ref().ok_or("whoever has it by the practice alone")?;
    assert_eq!(gained.facts.get("return_wish"), Some(&FactValue::Word("willing".into())), "{gained:?}");
    assert_eq!(of(&diff, "prohibition:deport")?.change, Change::Lost);
    let status = diff.derived.first().ok_or("the status")?;
    let moves: BTreeSet<_> = status.moves.iter().map(|moved| (moved.from.as_deref(), moved.to.as_deref())).collect();
    assert!(moves.contains(&(Some("presumed"), Some("not_established"))), "{moves:?}");
    Ok(())
}

/// Every choice of the shipped overlays, composed with the standard.
fn composed() -> Result<(RuleSet, Vec<RuleSet>), Box<dyn std::error::Error>> {
    let base = see_2002()?;
    let mut overlays = Vec::new();
    for id in workspace::OVERLAYS {
        overlays.push(palermo_compile::compile_overlay(&workspace::overlay(id), &base)?);
    }
    let mut composed = Vec::new();
    for choice in 1..(1 << overlays.len()) {
        let chosen = overlays.iter().enumerate().filter(|(place, _)| choice & (1 << place) != 0);
        composed.push(base.compose(&chosen.map(|(_, overlay)| overlay.clone()).collect::<Vec<_>>())?);
    }
    Ok((base, composed))
}

#[test]
fn by_a_composed_overlay_nobody_loses_anything() -> Tested {
    let (base, composed) = composed()?;
    assert!(!composed.is_empty());
    for composed in &composed {
        let diff = diff(&base, composed)?;
        confirm(&diff, &base, composed)?;
        let lost: Vec<_> = diff.outputs().filter(|change| !matches!(change.change, Change::Same | Change::Gained)).collect();
        assert!(diff.only_gains(), "{lost:#?}");
        assert!(!diff.is_same() && diff.rules.removed.is_empty() && diff.facts.only_from.is_empty());
        // Nobody who is protected by the standard moves to another status.
        let status = diff.derived.first().ok_or("the status stands first")?;
        let from: BTreeSet<_> = status.moves.iter().map(|moved| moved.from.as_deref()).collect();
        assert!(from.is_subset(&BTreeSet::from([Some("undetermined")])), "{:?}", status.moves);
    }
    Ok(())
}
