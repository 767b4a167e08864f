//! What the proofs of all forms share: functions by name, and witnesses made of a function that should never hold.

use std::collections::BTreeSet;

use palermo::{
    Certainty, ConductEvent, FactValue, IntakeRecord,
    rule_set::{Condition, Fact, RuleSet},
};

use crate::{
    Domain, DomainFact, FactIndex, Facts, Failure, Function, Model, Output, Place, Space, Witness,
    charter::{Charter, ConclusionSelection, FactSelection, Resolver, Selected},
    report::{DecidedBy, Refutation, WitnessRecord},
};

/// Proves statements about one rule set.
pub(super) struct Prover<'p> {
    pub charter: &'p Charter,
    pub rule_set: &'p RuleSet,
    pub not_core: &'p BTreeSet<String>,
    pub space: &'p Space<'p>,
    pub model: &'p Model<'p>,
    pub by: DecidedBy,
}

impl<'p> Prover<'p> {
    fn resolver(&self) -> Resolver<'p> {
        Resolver::new(self.charter, self.rule_set, self.not_core)
    }

    /// The outputs that a statement names, of another rule set.
    pub(super) fn outputs_of(&self, rule_set: &RuleSet, selected: &Selected<ConclusionSelection>) -> Vec<Output> {
        Resolver::new(self.charter, rule_set, self.not_core).conclusions(selected, "")
    }

    pub(super) fn domain(&self) -> &'p Domain {
        self.space.domain()
    }

    /// The outputs that a statement names. The names were looked up before.
    pub(super) fn outputs(&self, selected: &Selected<ConclusionSelection>) -> Vec<Output> {
        self.resolver().conclusions(selected, "")
    }

    /// The pairs that a pair of a statement stands for.
    pub(super) fn pairs_of(&self, first: &str, second: &str) -> Vec<(Output, Output)> {
        self.resolver().pair(first, second, "")
    }

    /// The facts that a statement names, with their variables.
    pub(super) fn facts(&self, selected: &Selected<FactSelection>) -> Vec<(&'p Fact, FactIndex, &'p DomainFact)> {
        let found = self.resolver().facts(selected, "");
        let with_index = |fact: &'p Fact| {
            let index = self.domain().index(&fact.name)?;
            Some((fact, index, self.domain().fact(index)?))
        };
        found.into_iter().filter_map(with_index).collect()
    }

    /// The function of a condition of the charter.
    pub(super) fn condition(&self, condition: &Condition) -> Result<Function, Failure> {
        self.condition_of(self.model, condition)
    }

    /// The function of a condition of the charter over another reading of the rule set.
    pub(super) fn condition_of(&self, model: &Model<'_>, condition: &Condition) -> Result<Function, Failure> {
        model.condition(self.space, &self.resolver().condition(condition, ""))
    }

    /// That an output never follows, and whether that is because no rule gives it.
    pub(super) fn never_follows(&self, output: &Output) -> String {
        if self.model.output(output).is_none() { format!("no rule gives {output}") } else { format!("{output} never follows") }
    }

    /// When an output follows; what no rule gives never does.
    pub(super) fn follows(&self, output: &Output) -> Function {
        self.follows_by(self.model, output)
    }

    /// When an output follows by another reading.
    pub(super) fn follows_by(&self, model: &Model<'_>, output: &Output) -> Function {
        model.output(output).cloned().unwrap_or_else(|| self.space.never())
    }

    /// A refutation by one record: the smallest for which a function holds that should hold for none.
    pub(super) fn by_record(&self, says: String, output: Option<&Output>, broken: &Function) -> Option<Refutation> {
        let witness = Witness::smallest(self.domain(), broken)?;
        let first = Some(self.record(&witness.first, output, self.model, self.by));
        Some(Refutation {
            says,
            output: output.map(ToString::to_string),
            differ: Vec::new(),
            first,
            second: None,
            parts: Vec::new(),
        })
    }

    /// What tells that a condition is broken, for the smallest record for which a function holds: the value that the record has of
    /// the first derived fact that one of the conditions names, the status before all others.
    pub(super) fn telling(&self, conditions: &[&Condition], broken: &Function) -> Option<Output> {
        self.telling_of(conditions, &Witness::smallest(self.domain(), broken)?.first)
    }

    /// As [`Prover::telling`], for a record.
    pub(super) fn telling_of(&self, conditions: &[&Condition], facts: &Facts) -> Option<Output> {
        let status = &self.rule_set.decision.status.fact;
        let read = |condition: &Condition| {
            let read = self.rule_set.facts_read([condition]);
            let derived = || self.rule_set.derived.iter().filter(|fact| read.contains(fact.name.as_str()));
            derived().find(|fact| fact.name == *status).or_else(|| derived().next())
        };
        let fact = conditions.iter().find_map(|condition| read(condition))?;
        let places = self.domain().places(facts);
        let holds = |output: &Output| self.follows(output).holds_for(self.domain(), &places);
        Output::of_fact(self.rule_set, fact).find(holds)
    }

    /// A refutation by two records.
    pub(super) fn by_pair(&self, says: String, output: Option<&Output>, first: &Facts, second: &Facts) -> Refutation {
        let unknown = FactValue::Unknown;
        let value = |facts: &'_ Facts, name: &str| facts.get(name).unwrap_or(&unknown).clone();
        let names = self.domain().facts().iter().map(|fact| &fact.name);
        Refutation {
            says,
            output: output.map(ToString::to_string),
            differ: names.filter(|name| value(first, name) != value(second, name)).cloned().collect(),
            first: Some(self.record(first, output, self.model, self.by)),
            second: Some(self.record(second, output, self.model, self.by)),
            parts: Vec::new(),
        }
    }

    /// A record of a witness, with the rules that make it so.
    pub(super) fn record(&self, facts: &Facts, output: Option<&Output>, model: &Model<'_>, by: DecidedBy) -> WitnessRecord {
        let places = self.domain().places(facts);
        let conduct = match output {
            // A code that the rule set does not have can stand in no record.
            Some(Output::Violation(code)) if model.rule_set().conduct.iter().any(|known| known.code == *code) => {
                vec![ConductEvent { code: code.clone(), actor: None, certainty: Certainty::Established }]
            }
            _ => Vec::new(),
        };
        let follows = output.map(|output| self.follows_by(model, output).holds_for(self.domain(), &places));
        let rules = output.map_or_else(Vec::new, |output| rules_for(model, output));
        // Where it follows, the rules by which it does; where it does not, those that would give it.
        let fires = |id: &String| {
            let rule = model.rules.iter().find(|rule| rule.id == *id);
            rule.is_some_and(|rule| rule.when.holds_for(self.domain(), &places))
        };
        let is_conduct = matches!(output, Some(Output::Violation(_) | Output::Implied(_)));
        let rules = rules.into_iter().filter(|id| follows != Some(true) || is_conduct || fires(id)).collect();
        // A fact that the rule set does not have changes nothing by it, and can stand in no record of it.
        let has = |name: &String| model.rule_set().facts.iter().any(|fact| fact.name == *name);
        let facts = facts.iter().filter(|(name, _)| has(name)).map(|(name, value)| (name.clone(), value.clone())).collect();
        let record = IntakeRecord { facts, conduct, ..IntakeRecord::default() };
        WitnessRecord { by, record, follows, rules }
    }

    /// Those of the rules that fire for a witness.
    pub(super) fn fire(&self, ids: &[String], witness: &Witness) -> Vec<String> {
        let places = self.domain().places(&witness.first);
        let fires = self.model.rules.iter().filter(|rule| ids.contains(&rule.id));
        fires.filter(|rule| rule.when.holds_for(self.domain(), &places)).map(|rule| rule.id.clone()).collect()
    }
}

/// Two records that differ in one fact alone.
pub(super) fn pair_with(facts: &Facts, fact: &DomainFact, first: Place, second: Place) -> (Facts, Facts) {
    (Witness::with(facts, fact, first), Witness::with(facts, fact, second))
}

/// How many facts two records know together.
pub(super) fn size(pair: &(Facts, Facts)) -> usize {
    pair.0.len() + pair.1.len()
}

/// The rules that give an output, in catalogue order.
pub(super) fn rules_for(model: &Model<'_>, output: &Output) -> Vec<String> {
    let rules = &model.rule_set().rules;
    let text = match output {
        Output::Conclusion(id) => id.clone(),
        Output::Violation(code) | Output::Implied(code) => {
            let breaks = rules.iter().filter(|rule| rule.breach.as_ref().is_some_and(|breach| breach.code == *code));
            return breaks.map(|rule| rule.id.clone()).collect();
        }
        Output::Status(_) | Output::Derived { .. } => output.to_string(),
    };
    // The status may also be written as the derived fact that it is.
    let as_fact = match output {
        Output::Status(value) => Some(format!("fact:{}={value}", model.rule_set().decision.status.fact)),
        _ => None,
    };
    let gives = |then: &String| *then == text || as_fact.as_ref() == Some(then);
    rules.iter().filter(|rule| rule.then.iter().any(gives)).map(|rule| rule.id.clone()).collect()
}
