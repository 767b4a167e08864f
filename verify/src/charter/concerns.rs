//! What a promise speaks about, and so which rules serve it.

use std::collections::BTreeSet;

use palermo::rule_set::{Accepts, Condition, Rule, RuleSet, Value};

use super::{Charter, Promise, Statement, Structure, resolve::Resolver};
use crate::Output;

/// What a promise speaks about in a rule set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerns {
    /// What it says of who has it, who keeps it or who never gets it.
    pub outputs: BTreeSet<Output>,
    /// The facts of which it says that they change nothing.
    pub without: BTreeSet<String>,
}

impl Charter {
    /// What a promise speaks about in a rule set. A promise about overlays, about the rule set as a document or about the engine
    /// speaks of every rule alike and so of none in particular.
    #[must_use]
    pub fn concerns(&self, promise: &Promise, rule_set: &RuleSet, not_core: &BTreeSet<String>) -> Concerns {
        let mut resolver = Resolver::new(self, rule_set, not_core);
        let mut concerns = Concerns::default();
        for statement in &promise.prove {
            concerns.add(&mut resolver, rule_set, statement);
        }
        concerns
    }
}

impl Concerns {
    fn add(&mut self, resolver: &mut Resolver<'_>, rule_set: &RuleSet, statement: &Statement) {
        // What the rule set does not have was reported when the charter was held against it.
        let none = "";
        let (selected, held) = match statement {
            Statement::Independent(independent) => {
                let facts = resolver.facts(&independent.facts, none);
                self.without.extend(facts.into_iter().map(|fact| fact.name.clone()));
                (vec![&independent.conclusions], None)
            }
            Statement::Structure(Structure::NotRead(facts)) => {
                let facts = resolver.facts(facts, none);
                self.without.extend(facts.into_iter().map(|fact| fact.name.clone()));
                (Vec::new(), None)
            }
            Statement::Always(always) => (always.concludes.iter().collect(), always.holds.as_ref()),
            Statement::Never(never) => (vec![&never.concludes], None),
            Statement::UnknownKeeps(keeps) => (vec![&keeps.conclusions], None),
            Statement::Compare(compare) => (compare.keeps.iter().chain(&compare.same).collect(), compare.then_holds.as_ref()),
            Statement::NeverTogether(pairs) => {
                let found = pairs.iter().flat_map(|(first, second)| resolver.pair(first, second, none));
                self.outputs.extend(found.flat_map(|(first, second)| [first, second]));
                (Vec::new(), None)
            }
            Statement::Closure(entries) => {
                let ids = entries.iter().flat_map(|(from, to)| [from, to]);
                self.outputs.extend(ids.filter_map(|id| resolver.output(id, none)));
                (Vec::new(), None)
            }
            Statement::Exclusive(list) => {
                let values = list.iter().flat_map(|entry| entry.values.iter().map(move |value| (&entry.fact, value)));
                self.outputs.extend(values.map(|(fact, value)| Output::of_value(rule_set, fact, value)));
                (Vec::new(), None)
            }
            Statement::Strengthens(_) | Statement::Bijection(_) | Statement::Structure(_) | Statement::ShownBy(_) => {
                (Vec::new(), None)
            }
        };
        for selected in selected {
            self.outputs.extend(resolver.conclusions(selected, none));
        }
        if let Some(condition) = held {
            self.held(rule_set, condition);
        }
    }

    /// The values of derived facts of which a condition says that they hold.
    fn held(&mut self, rule_set: &RuleSet, condition: &Condition) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.held(rule_set, part)),
            Condition::Literal { fact, accepts: Accepts::OneOf(values) } => {
                let derived = rule_set.derived.iter().any(|known| known.name == *fact);
                let values = values.iter().filter(|value| derived && **value != Value::Word("unknown".into()));
                self.outputs.extend(values.map(|value| Output::of_value(rule_set, fact, value.name())));
            }
            _ => {}
        }
    }

    /// Whether a rule serves the promise: it gives something that the promise speaks about, what breaks it does, or it says of a
    /// fact that it changes nothing.
    #[must_use]
    pub fn served_by(&self, rule: &Rule) -> bool {
        let gives = |id: &String| {
            id.parse::<Output>().is_ok_and(|output| self.outputs.contains(&output))
                || id.strip_prefix("irrelevant:").is_some_and(|fact| self.without.contains(fact))
        };
        let broken = rule.breach.as_ref().is_some_and(|breach| {
            [Output::Violation(breach.code.clone()), Output::Implied(breach.code.clone())]
                .iter()
                .any(|output| self.outputs.contains(output))
        });
        broken || rule.then.iter().any(gives)
    }
}
