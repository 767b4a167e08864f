//! Every way to weaken a rule: what it says when, what follows, whose duty it is, and what breaks it.

use palermo::{
    rule_set::{Breach, Citation, Condition, Rule, RuleSet},
    vocabulary::{Bearer, Modality},
};

use crate::{
    Mutant,
    conditions::{Changed, both, demands, every_demand, narrowed, widened, word},
    edit::without_rule,
};

/// How many of the demands of all facts each rule is tried with. They are dealt out in turn.
const DEALT: usize = 4;

pub fn mutants(base: &RuleSet) -> Vec<Mutant> {
    let mut dealt = every_demand(base).into_iter().cycle();
    let may_be_unknown = |name: &str| base.derived.iter().all(|fact| fact.name != name || fact.default == word("unknown"));
    let mut of_rule = |rule| of_rule(rule, &dealt.by_ref().take(DEALT).collect::<Vec<_>>(), &may_be_unknown);
    base.rules.iter().flat_map(&mut of_rule).collect()
}

fn of_rule(rule: &Rule, dealt: &[Changed], may_be_unknown: &dyn Fn(&str) -> bool) -> Vec<Mutant> {
    let id = rule.id.clone();
    let mut found = vec![Mutant::new("rule dropped", &id, "dropped", {
        let id = id.clone();
        move |set| without_rule(set, &id)
    })];
    let mut change = |kind, what: &str, is_loss: bool, changed: Rule| {
        let replace = move |set: &mut RuleSet| {
            set.rules.iter_mut().filter(|known| known.id == changed.id).for_each(|known| known.clone_from(&changed));
        };
        let mutant = Mutant::new(kind, &id, what, replace);
        found.push(if is_loss { mutant.by_what_is_written() } else { mutant });
    };
    for consequence in rule.then.iter().filter(|_| rule.then.len() > 1) {
        let then = rule.then.iter().filter(|known| *known != consequence).cloned().collect();
        change("consequence dropped", &format!("without {consequence}"), false, Rule { then, ..rule.clone() });
    }
    if rule.when != Condition::Otherwise {
        for (what, demand) in demands().iter().chain(dealt) {
            change("demand added", what, false, Rule { when: both(&rule.when, demand.clone()), ..rule.clone() });
        }
        for (what, when) in narrowed(&rule.when) {
            change("condition narrowed", &what, false, Rule { when, ..rule.clone() });
        }
        for (what, when) in widened(&rule.when, may_be_unknown) {
            change("condition widened", &what, false, Rule { when, ..rule.clone() });
        }
    }
    for bearer in &rule.bearers {
        let bearers = rule.bearers.iter().copied().filter(|known| known != bearer).collect();
        let is_a_loss = concludes(rule);
        change("bearer let off", &format!("no duty of {}", bearer.as_str()), is_a_loss, Rule { bearers, ..rule.clone() });
    }
    if rule.bearers.contains(&Bearer::All) {
        change("bearer let off", "a duty of helpers alone", concludes(rule), Rule { bearers: vec![Bearer::Ngo], ..rule.clone() });
    }
    let by_reference = vec![Citation::Reference { by_reference: String::new() }];
    for (what, source) in [("cites nothing", Vec::new()), ("cites nothing that can be looked up", by_reference)] {
        change("source gone", what, true, Rule { source, ..rule.clone() });
    }
    let is_duty = rule.modality != Modality::Definition && concludes(rule);
    if is_duty {
        let nobody = Rule { modality: Modality::Definition, bearers: Vec::new(), ..rule.clone() };
        change("duty of nobody", "called a definition, and nobody's duty", true, nobody);
    }
    let Some(breach) = &rule.breach else {
        return found;
    };
    let own = breach.when.clone().unwrap_or_else(|| rule.when.clone());
    let mut change = |what: &str, breach: Option<Breach>| change("breach weakened", what, false, Rule { breach, ..rule.clone() });
    let code = || breach.code.clone();
    change("no conduct breaks it", None);
    if breach.when.is_some() {
        change("broken only where it still applies", Some(Breach { code: code(), when: None }));
    }
    for (what, demand) in demands().iter().chain(dealt) {
        change(what, Some(Breach { code: code(), when: Some(both(&own, demand.clone())) }));
    }
    for (what, when) in narrowed(&own) {
        change(&what, Some(Breach { code: code(), when: Some(when) }));
    }
    found
}

/// Whether somebody has to do something, or to let something be, by a rule.
fn concludes(rule: &Rule) -> bool {
    let kinds = ["entitlement:", "prohibition:", "obligation:", "refer:"];
    rule.breach.is_some() || rule.then.iter().any(|id| kinds.iter().any(|kind| id.starts_with(kind)))
}
