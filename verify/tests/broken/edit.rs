//! Changes to a rule set, as somebody would make them who wants it weaker.

use palermo::{
    load::Tree,
    rule_set::{Breach, Condition, Rule, RuleSet},
};

/// A condition from its JSON.
pub fn condition(json: &str) -> Condition {
    let tree = Tree::from_json(json).unwrap_or_else(|errors| panic!("{json}: {errors}"));
    Condition::from_tree(&tree, "").unwrap_or_else(|errors| panic!("{json}: {errors}"))
}

/// A rule by its id.
pub fn rule<'r>(set: &'r mut RuleSet, id: &str) -> &'r mut Rule {
    set.rules.iter_mut().find(|rule| rule.id == id).unwrap_or_else(|| panic!("there is no rule {id}"))
}

/// The rule applies only where a further condition holds; its breach stays as it was.
pub fn only_when(set: &mut RuleSet, id: &str, json: &str) {
    let rule = rule(set, id);
    let before = rule.when.clone();
    if let Some(breach) = &mut rule.breach {
        breach.when.get_or_insert_with(|| before.clone());
    }
    rule.when = both(before, condition(json));
}

/// The rule also applies where another condition holds.
pub fn also_when(set: &mut RuleSet, id: &str, json: &str) {
    let rule = rule(set, id);
    rule.when = Condition::Any(vec![rule.when.clone(), condition(json)]);
}

/// The rule applies under this condition alone.
pub fn when(set: &mut RuleSet, id: &str, json: &str) {
    rule(set, id).when = condition(json);
}

/// Conduct breaks the rule only under this condition.
pub fn breach_when(set: &mut RuleSet, id: &str, json: &str) {
    let breach = rule(set, id).breach.as_mut().unwrap_or_else(|| panic!("{id} has a code"));
    breach.when = Some(condition(json));
}

fn both(one: Condition, other: Condition) -> Condition {
    match one {
        Condition::Always => other,
        one => Condition::All(vec![one, other]),
    }
}

/// Takes a rule out, with its code, and everything that names what only this rule gives.
pub fn without_rule(set: &mut RuleSet, id: &str) {
    let place = set.rules.iter().position(|rule| rule.id == id).unwrap_or_else(|| panic!("there is no rule {id}"));
    let gone = set.rules.remove(place);
    if let Some(Breach { code, .. }) = gone.breach {
        let parent = set.conduct.iter().find(|known| known.code == code).and_then(|known| known.parent.clone());
        set.conduct.retain(|known| known.code != code);
        set.conduct
            .iter_mut()
            .filter(|known| known.parent.as_ref() == Some(&code))
            .for_each(|known| known.parent.clone_from(&parent));
    }
    let still_given = |id: &String| set.rules.iter().any(|rule| rule.then.contains(id));
    set.first_screen.now.retain(still_given);
    set.first_screen.must_not.retain(still_given);
    set.urgency.retain(|to| still_given(&format!("refer:{to}")));
    set.contested.iter_mut().for_each(|point| point.rules.retain(|rule| rule != id));
}

/// A rule like another one, under another id, with another condition and consequence and no code.
pub fn add_rule(set: &mut RuleSet, like: &str, id: &str, when: &str, then: &str) {
    let mut added = rule(set, like).clone();
    added.id = id.into();
    added.when = condition(when);
    added.then = vec![then.into()];
    added.breach = None;
    added.cases.clear();
    set.rules.push(added);
    if let Some(to) = then.strip_prefix("refer:").filter(|to| !set.urgency.iter().any(|known| known == to)) {
        set.urgency.push(to.into());
    }
}

/// A fact like another one, under another name.
pub fn add_fact(set: &mut RuleSet, like: &str, name: &str) {
    let place = set.facts.iter().position(|fact| fact.name == like).unwrap_or_else(|| panic!("there is no fact {like}"));
    let mut added = set.facts[place].clone();
    added.name = name.into();
    for stage in set.interview.iter_mut().filter(|stage| stage.ask.iter().any(|fact| fact == like)) {
        stage.ask.push(name.into());
    }
    set.facts.insert(place + 1, added);
}
