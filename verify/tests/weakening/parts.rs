//! Every way to weaken what rules stand on: conduct codes, sets of facts, the dictionary, the interview, derived facts, and the
//! words of the decision.

use std::collections::BTreeSet;

use palermo::{
    rule_set::{ConductCode, DecisionKey, DerivedFact, Fact, FactSet, Interview, RuleSet, Value},
    vocabulary::Stage,
};

use crate::{
    Mutant,
    conditions::{both, demands, literal, narrowed, word},
};

pub fn mutants(base: &RuleSet) -> Vec<Mutant> {
    let mut found = Vec::new();
    base.conduct.iter().for_each(|code| conduct(code, &mut found));
    base.sets.iter().for_each(|set| members(set, &mut found));
    base.facts.iter().for_each(|fact| dictionary(fact, &mut found));
    base.interview.iter().for_each(|stage| interview(stage, &mut found));
    base.derived.iter().for_each(|fact| derived(fact, &mut found));
    words(base, &mut found);
    found
}

fn conduct(code: &ConductCode, found: &mut Vec<Mutant>) {
    let mut change = |what: &str, changed: ConductCode| {
        found.push(Mutant::new("conduct weakened", &code.code, what, move |set| {
            set.conduct.iter_mut().filter(|known| known.code == changed.code).for_each(|known| known.clone_from(&changed));
        }));
    };
    change("narrower than itself", ConductCode { parent: Some(code.code.clone()), ..code.clone() });
    let Some(implied) = &code.implied_when else { return };
    change("implied by nothing", ConductCode { implied_when: None, ..code.clone() });
    for (what, demand) in demands() {
        change(
            &format!("implied only where it {what}"),
            ConductCode { implied_when: Some(both(implied, demand)), ..code.clone() },
        );
    }
    for (what, when) in narrowed(implied) {
        change(&format!("implied {what}"), ConductCode { implied_when: Some(when), ..code.clone() });
    }
}

fn members(known: &FactSet, found: &mut Vec<Mutant>) {
    for member in &known.members {
        let (name, fact) = (known.name.clone(), member.fact.clone());
        let of = format!("{name}/{fact}");
        found.push(Mutant::new("member dropped", &of, "dropped", {
            let (name, fact) = (name.clone(), fact.clone());
            move |set| {
                set.sets.iter_mut().filter(|set| set.name == name).for_each(|set| set.members.retain(|known| known.fact != fact));
            }
        }));
        for (what, when) in [
            ("for adults only", literal("age_doubt", &[Value::YesNo(false)])),
            ("for those who did not agree", literal("consent_to_exploitation", &[word("refused")])),
            ("for those who crossed a border", literal("cross_border", &[Value::YesNo(true)])),
        ] {
            let (name, fact) = (name.clone(), fact.clone());
            found.push(Mutant::new("member under a condition", &of, what, move |set| {
                let members = set.sets.iter_mut().filter(|set| set.name == name).flat_map(|set| &mut set.members);
                members.filter(|known| known.fact == fact).for_each(|known| known.when = Some(when.clone()));
            }));
        }
    }
}

fn dictionary(fact: &Fact, found: &mut Vec<Mutant>) {
    let mut change = |kind, what: &str, change: fn(&mut Fact)| {
        let name = fact.name.clone();
        found.push(Mutant::new(kind, &fact.name, what, move |set| {
            set.facts.iter_mut().filter(|known| known.name == name).for_each(change);
        }));
    };
    if fact.shield {
        change("shield dropped", "may be held against the person", |fact| fact.shield = false);
    }
    if fact.ask == Stage::Never {
        let name = fact.name.clone();
        let asked = Mutant::new("asked", &fact.name, "is asked", move |set| {
            set.facts.iter_mut().filter(|known| known.name == name).for_each(|fact| fact.ask = Stage::Wish);
            set.interview.iter_mut().filter(|known| known.stage == Stage::Wish).for_each(|known| known.ask.push(name.clone()));
        });
        found.push(asked.by_what_is_written());
    }
    if matches!(fact.ask, Stage::Situation | Stage::Need | Stage::Wish) {
        for stage in [Stage::First, Stage::Seen] {
            let name = fact.name.clone();
            let early = Mutant::new("asked early", &fact.name, &format!("asked at stage {}", stage.as_str()), move |set| {
                set.facts.iter_mut().filter(|known| known.name == name).for_each(|fact| fact.ask = stage);
                set.interview.iter_mut().for_each(|known| known.ask.retain(|known| *known != name));
                set.interview.iter_mut().filter(|known| known.stage == stage).for_each(|known| known.ask.push(name.clone()));
            });
            found.push(early.by_what_is_written());
        }
    }
}

fn interview(stage: &Interview, found: &mut Vec<Mutant>) {
    let of = stage.stage;
    for fact in &stage.after {
        let name = fact.clone();
        let early = Mutant::new("asked early", of.as_str(), &format!("before {fact}"), move |set| {
            set.interview
                .iter_mut()
                .filter(|known| known.stage == of)
                .for_each(|known| known.after.retain(|known| *known != name));
        });
        found.push(early.by_what_is_written());
    }
    for fact in &stage.not_while {
        let name = fact.clone();
        let pressed = Mutant::new("asked early", of.as_str(), &format!("in spite of {fact}"), move |set| {
            let stages = set.interview.iter_mut().filter(|known| known.stage == of);
            stages.for_each(|known| known.not_while.retain(|known| *known != name));
        });
        found.push(pressed.by_what_is_written());
    }
}

fn derived(fact: &DerivedFact, found: &mut Vec<Mutant>) {
    let mut change = |what: &str, changed: DerivedFact| {
        found.push(Mutant::new("derived fact turned", &fact.name, what, move |set| {
            set.derived.iter_mut().filter(|known| known.name == changed.name).for_each(|known| known.clone_from(&changed));
        }));
    };
    let mut turned = fact.clone();
    turned.priority.reverse();
    if turned != *fact {
        change("the other value wins", turned);
    }
    for value in fact.priority.iter().filter(|value| **value != fact.default) {
        change(&format!("{value} where nothing gives it"), DerivedFact { default: value.clone(), ..fact.clone() });
    }
}

/// The decision tells one finding by the word of another.
fn words(base: &RuleSet, found: &mut Vec<Mutant>) {
    let keys: [fn(&mut RuleSet) -> &mut DecisionKey; 6] = [
        |set| &mut set.decision.status,
        |set| &mut set.decision.act,
        |set| &mut set.decision.means,
        |set| &mut set.decision.purpose,
        |set| &mut set.decision.child,
        |set| &mut set.decision.child_when_trafficked,
    ];
    for of in keys {
        let key = of(&mut base.clone()).clone();
        let derived = base.derived.iter().filter(|fact| fact.name == key.fact);
        let values: BTreeSet<&Value> = derived.flat_map(|fact| fact.priority.iter().chain([&fact.default])).collect();
        let written = |value: &Value| match value {
            Value::YesNo(yes) => yes.to_string(),
            Value::Word(word) => word.clone(),
        };
        let word = |value: &Value| key.words.get(&written(value)).cloned().unwrap_or_else(|| written(value));
        for value in &values {
            for other in values.iter().filter(|other| *other != value) {
                let (value, word) = (written(value), word(other));
                let turned = Mutant::new("word turned", &key.fact, &format!("{value} is called {word}"), move |set| {
                    of(set).words.insert(value.clone(), word.clone());
                });
                found.push(turned.by_what_is_written());
            }
        }
    }
}
