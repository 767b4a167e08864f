//! Where a literal alone decides, said by its diagram, is where turning it around turns its condition around, said by a walk
//! over the written condition with the slow evaluator's values; and the engine decides the witnesses as the walk says.

use std::collections::BTreeSet;

use palermo::{
    Certainty, ConductEvent, IntakeRecord, Standard,
    rule_set::{Accepts, Condition, RuleSet, Value},
};
use palermo_tests::{random::RandomRecords, slow::SlowEvaluator};
use palermo_verify::{ConditionOf, Decisive, Domain, Model, NODE_LIMIT, Space, decisive};

type Tested = Result<(), Box<dyn std::error::Error>>;

const RECORDS: usize = 1_500;

/// Walks a written condition, with one literal turned around.
struct Walk<'a> {
    rule_set: &'a RuleSet,
    values: &'a dyn Fn(&str) -> String,
    turned: Option<usize>,
    next: usize,
}

impl Walk<'_> {
    fn literal(&mut self, fact: &str, accepts: &Accepts) -> bool {
        let value = (self.values)(fact);
        let years = value.parse::<u32>();
        let holds = match accepts {
            Accepts::OneOf(values) => values.iter().any(|accepted| accepted.name() == value),
            Accepts::Below { bound, or_unknown } => years.map_or(*or_unknown, |years| years < *bound),
            Accepts::AtLeast { bound, or_unknown } => years.map_or(*or_unknown, |years| years >= *bound),
        };
        let turned = self.turned == Some(self.next);
        self.next += 1;
        holds != turned
    }

    /// Every member of a set with whether it takes part and whether it has one of the values.
    fn members(&mut self, name: &str, is: &[Value]) -> Vec<(bool, bool)> {
        let accepts = Accepts::OneOf(is.to_vec());
        let members = self.rule_set.sets.iter().filter(|set| set.name == name).flat_map(|set| &set.members);
        let member = |member: &palermo::rule_set::Member| {
            (member.when.as_ref().is_none_or(|when| self.holds(when)), self.literal(&member.fact, &accepts))
        };
        members.map(member).collect()
    }

    // Every part is walked, so that literals keep their numbers.
    fn holds(&mut self, condition: &Condition) -> bool {
        match condition {
            Condition::Always | Condition::Otherwise => true,
            Condition::All(parts) => parts.iter().map(|part| self.holds(part)).fold(true, |all, part| all & part),
            Condition::Any(parts) => parts.iter().map(|part| self.holds(part)).fold(false, |any, part| any | part),
            Condition::AnyOf { set, is } => self.members(set, is).into_iter().any(|(takes_part, is)| takes_part && is),
            Condition::AllOf { set, is } => self.members(set, is).into_iter().all(|(takes_part, is)| !takes_part || is),
            Condition::Literal { fact, accepts } => self.literal(fact, accepts),
        }
    }
}

fn written<'a>(rule_set: &'a RuleSet, of: &ConditionOf) -> Option<&'a Condition> {
    let rule = |id: &String| rule_set.rules.iter().find(|rule| rule.id == *id);
    match of {
        ConditionOf::Rule { rule: id } => Some(&rule(id)?.when),
        ConditionOf::Breach { rule: id, .. } => Some(rule(id)?.breach.as_ref()?.when.as_ref().unwrap_or(&rule(id)?.when)),
        ConditionOf::Implied { code, .. } => rule_set.conduct.iter().find(|known| known.code == *code)?.implied_when.as_ref(),
        _ => None,
    }
}

/// Whether the condition of a literal holds, and whether it does with the literal turned around.
fn walked(rule_set: &RuleSet, of: &Decisive, values: &dyn Fn(&str) -> String) -> Option<(bool, bool)> {
    let condition = written(rule_set, &of.literal.condition)?;
    let walk = |turned| Walk { rule_set, values, turned, next: 0 }.holds(condition);
    Some((walk(None), walk(Some(of.literal.number))))
}

/// How often a literal decides for random records, and the literals and sides that do, once diagrams and walk agree.
fn agreed(rule_set: &RuleSet, seed: u64, of: impl Fn(&Decisive) -> bool) -> Result<(usize, usize), Box<dyn std::error::Error>> {
    let domain = Domain::new(&[rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, rule_set)?;
    let all: Vec<Decisive> = decisive(&space, &model)?.into_iter().filter(of).collect();
    let slow = SlowEvaluator::new();
    let (mut deciding, mut seen) = (0, BTreeSet::new());
    for json in RandomRecords::new(&slow, seed).take(RECORDS) {
        let record: IntakeRecord = serde_json::from_value(json.clone())?;
        let places = domain.places(&record.facts);
        let case = slow.case(&json);
        let values = |name: &str| case.word(name).to_owned();
        for (number, one) in all.iter().enumerate() {
            let (holds, turned) = walked(rule_set, one, &values).ok_or("a condition of the rule set")?;
            let decides = one.met.holds_for(&domain, &places) || one.missed.holds_for(&domain, &places);
            assert_eq!(decides, holds != turned, "{:?} {json}", one.literal);
            if decides {
                deciding += 1;
                seen.insert((number, holds));
            }
        }
    }
    Ok((deciding, seen.len()))
}

#[test]
fn the_diagrams_say_of_random_records_what_a_walk_says() -> Tested {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let (deciding, seen) = agreed(&rule_set, 23, |_| true)?;
    assert!(deciding > RECORDS * 100 && seen > 500, "{deciding} times, {seen} literals and sides");
    Ok(())
}

#[test]
fn members_that_take_part_only_sometimes_are_walked_too() -> Tested {
    let mut rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let member = rule_set.sets.iter_mut().find(|set| set.name == "purpose").and_then(|set| set.members.first_mut());
    let accepts = Accepts::OneOf(vec![Value::YesNo(true)]);
    member.ok_or("a purpose")?.when = Some(Condition::Literal { fact: "child_when_trafficked".into(), accepts });
    // The slow evaluator does not know of the change, but the rules that read the set read nothing that follows from it.
    let reads = ["identification/purpose-element", "identification/purpose-not-met"];
    let of = |one: &Decisive| matches!(&one.literal.condition, ConditionOf::Rule { rule } if reads.contains(&rule.as_str()));
    let (deciding, seen) = agreed(&rule_set, 29, of)?;
    // 7 members in one rule, 7 members and 5 further literals in the other, and the condition of the member in each.
    assert!(deciding > RECORDS && seen > 25, "{deciding} times, {seen} literals and sides");
    Ok(())
}

#[test]
fn the_engine_decides_the_witnesses_as_the_literal_says() -> Tested {
    let rule_set = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
    let standard = Standard::from_rule_set(&rule_set)?;
    let domain = Domain::new(&[&rule_set], [])?;
    let space = Space::new(&domain, NODE_LIMIT);
    let model = Model::new(&space, &rule_set)?;
    let slow = SlowEvaluator::new();
    let mut witnesses = 0;
    for one in decisive(&space, &model)? {
        let sides = [true, false].map(|met| (met, one.witness(&space, met)));
        for (met, facts) in sides {
            let Some(facts) = facts else { continue };
            witnesses += 1;
            let mut record = IntakeRecord { facts: facts.clone(), ..IntakeRecord::default() };
            let json = serde_json::to_value(&record)?;
            let case = slow.case(&json);
            let (holds, turned) = walked(&rule_set, &one, &|name| case.word(name).to_owned()).ok_or("a condition")?;
            // No literal of a rule set without conditions on its sets stands behind a "not".
            assert_eq!((holds, turned), (met, !met), "{:?} {json}", one.literal);
            if let ConditionOf::Breach { code, .. } = &one.literal.condition {
                let event = ConductEvent { code: code.clone(), actor: None, certainty: Certainty::Established };
                record.conduct.push(event);
            }
            let checked = standard.check(&record)?;
            let broken = |code: &String| checked.decision().violations.iter().any(|violation| violation.code == *code);
            let decided = match &one.literal.condition {
                ConditionOf::Rule { rule } => checked.outcome().fired_rules().any(|fired| fired == rule),
                ConditionOf::Breach { code, .. } | ConditionOf::Implied { code, .. } => broken(code),
                _ => continue,
            };
            assert_eq!(decided, met, "{:?} {json}", one.literal);
            // The smallest record needs all of its facts, where it is not looked for among those in which the literal shows.
            let function = if met { &one.met } else { &one.missed };
            if one.shows.is_always() {
                for name in facts.keys() {
                    let mut fewer = facts.clone();
                    fewer.remove(name);
                    assert!(!function.holds_for(&domain, &domain.places(&fewer)), "{:?} needs no {name}", one.literal);
                }
            }
        }
    }
    assert!(witnesses > 900, "{witnesses}");
    Ok(())
}
