//! What two rule sets let follow differently, over every record that has the facts of both.

use std::collections::BTreeSet;

use super::{Change, ChangedRule, DerivedChange, Move, OutputChange, RuleChanges, Shown, written};
use crate::{Facts, Failure, Function, Model, Output, Space, Witness};

/// Two rule sets over one space.
pub(super) struct Models<'m> {
    pub(super) space: &'m Space<'m>,
    pub(super) from: &'m Model<'m>,
    pub(super) to: &'m Model<'m>,
}

/// How a function changes, with a smallest record on each side.
struct Compared {
    change: Change,
    gained: Option<Facts>,
    lost: Option<Facts>,
}

impl Models<'_> {
    /// The records in which the second function holds and the first does not, and the other way round.
    fn compare(&self, from: &Function, to: &Function) -> Compared {
        let only = |one: &Function, other: &Function| -> Result<Option<Facts>, Failure> {
            let only = self.space.and_not(one, other)?;
            Ok(Witness::smallest(self.space.domain(), &only).map(|witness| witness.first))
        };
        let (Ok(gained), Ok(lost)) = (only(to, from), only(from, to)) else {
            return Compared { change: Change::Undecided, gained: None, lost: None };
        };
        let change = match (&gained, &lost) {
            (None, None) => Change::Same,
            (Some(_), None) => Change::Gained,
            (None, Some(_)) => Change::Lost,
            (Some(_), Some(_)) => Change::Both,
        };
        Compared { change, gained, lost }
    }

    /// Rules that were added and removed, and those that are written differently or fire in other records.
    pub(super) fn rules(&self) -> RuleChanges {
        let only = |one: &Model<'_>, other: &Model<'_>| {
            let known: BTreeSet<&str> = other.rules.iter().map(|rule| rule.id.as_str()).collect();
            one.rules.iter().map(|rule| rule.id.clone()).filter(|id| !known.contains(id.as_str())).collect()
        };
        let before = self.from.rules.iter().zip(&self.from.rule_set().rules);
        let changed = before.filter_map(|(from, written_from)| {
            let mut after = self.to.rules.iter().zip(&self.to.rule_set().rules);
            let (to, written_to) = after.find(|(to, _)| to.id == from.id)?;
            let parts = written::parts(written_from, written_to);
            let Compared { change, gained, lost } = self.compare(&from.when, &to.when);
            let is_changed = !parts.is_empty() || change != Change::Same;
            is_changed.then(|| ChangedRule { rule: from.id.clone(), parts, fires: change, gained, lost })
        });
        RuleChanges { added: only(self.to, self.from), removed: only(self.from, self.to), changed: changed.collect() }
    }

    /// The names of something of both rule sets: those of the first in their order, behind them the further ones.
    fn names<'n>(&'n self, of: impl Fn(&'n Model<'n>) -> Vec<&'n str>) -> Vec<&'n str> {
        let mut names = of(self.from);
        names.extend(of(self.to));
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        names
    }

    fn output(
        &self,
        output: Output,
        function: impl Fn(&Model<'_>) -> Option<Function>,
        rules: impl Fn(&Model<'_>, &Facts) -> Vec<String>,
    ) -> OutputChange {
        let or_never = |model: &Model<'_>| function(model).unwrap_or_else(|| self.space.never());
        let Compared { change, gained, lost } = self.compare(&or_never(self.from), &or_never(self.to));
        let shown = |model: &Model<'_>, facts: Facts| Shown { rules: rules(model, &facts), facts };
        let gained = gained.map(|facts| shown(self.to, facts));
        let lost = lost.map(|facts| shown(self.from, facts));
        OutputChange { output, change, gained, lost }
    }

    /// The rules that give a conclusion in a record.
    fn giving(&self, model: &Model<'_>, id: &str, facts: &Facts) -> Vec<String> {
        let places = self.space.domain().places(facts);
        let rules = model.rules.iter().zip(&model.rule_set().rules);
        let give = rules.filter(|(rule, written)| {
            written.then.iter().any(|given| given == id) && rule.when.holds_for(self.space.domain(), &places)
        });
        give.map(|(rule, _)| rule.id.clone()).collect()
    }

    pub(super) fn conclusions(&self) -> Vec<OutputChange> {
        let ids = self.names(|model| model.conclusions.iter().map(|(id, _)| id.as_str()).collect());
        let change = |id: &str| {
            let output = Output::Conclusion(id.into());
            let function = |model: &Model<'_>| model.output(&output).cloned();
            self.output(output.clone(), function, |model, facts| self.giving(model, id, facts))
        };
        ids.into_iter().map(change).collect()
    }

    /// The changes of every conduct code, in one of its functions.
    fn conduct(&self, function: impl Fn(&crate::CodeModel) -> Option<Function>) -> Vec<OutputChange> {
        let codes = self.names(|model| model.codes.iter().map(|code| code.code.as_str()).collect());
        let known = |model: &Model<'_>, code: &str| model.codes.iter().find(|known| known.code == code).cloned();
        let change = |code: &str| {
            let rule = |model: &Model<'_>, _: &Facts| known(model, code).map(|code| code.rule).into_iter().collect();
            self.output(Output::Violation(code.into()), |model| function(&known(model, code)?), rule)
        };
        codes.into_iter().map(change).collect()
    }

    pub(super) fn violations(&self) -> Vec<OutputChange> {
        self.conduct(|code| Some(code.breach.clone()))
    }

    pub(super) fn implied(&self) -> Vec<OutputChange> {
        let has_any = |change: &OutputChange| {
            let implies = |model: &Model<'_>| {
                let is_it = |code: &crate::CodeModel| Output::Violation(code.code.clone()) == change.output;
                model.codes.iter().any(|code| is_it(code) && code.implied.is_some())
            };
            implies(self.from) || implies(self.to)
        };
        self.conduct(|code| code.implied.clone()).into_iter().filter(has_any).collect()
    }

    pub(super) fn derived(&self) -> Vec<DerivedChange> {
        let names = self.names(|model| model.rule_set().derived.iter().map(|derived| derived.name.as_str()).collect());
        let is_status = |name: &str| [self.from, self.to].iter().any(|model| model.rule_set().decision.status.fact == name);
        let mut changes: Vec<DerivedChange> = names.into_iter().map(|name| self.moves(name, is_status(name))).collect();
        changes.sort_by_key(|change| !change.is_status);
        changes
    }

    fn moves(&self, name: &str, is_status: bool) -> DerivedChange {
        let mut change = DerivedChange { fact: name.into(), is_status, is_undecided: false, moves: Vec::new() };
        // Where a rule set does not have the fact, it has no value in any record.
        let values = |model: &Model<'_>| -> Vec<(Option<String>, Function)> {
            let values = model.derived(name).map(|(value, function)| (Some(value.name().to_string()), function.clone()));
            let values: Vec<_> = values.collect();
            if values.is_empty() { vec![(None, self.space.always())] } else { values }
        };
        for (from, before) in &values(self.from) {
            for (to, after) in values(self.to).iter().filter(|(to, _)| to != from) {
                match self.space.and(before, after) {
                    Ok(moved) => change.moves.extend(Witness::smallest(self.space.domain(), &moved).map(|witness| Move {
                        from: from.clone(),
                        to: to.clone(),
                        facts: witness.first,
                    })),
                    Err(_) => change.is_undecided = true,
                }
            }
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use palermo::rule_set::{Accepts, Condition, RuleSet, Value};

    use super::*;
    use crate::{Domain, NODE_LIMIT};

    /// The rule sets fit, and what is between them does not.
    #[test]
    fn what_grows_beyond_the_limit_is_undecided_and_never_the_same() -> Result<(), Box<dyn std::error::Error>> {
        let from = RuleSet::from_json(palermo_rules::SEE_2002_JSON)?;
        let mut to = from.clone();
        let willing = Accepts::OneOf(vec![Value::Word("willing".into())]);
        let willing = Condition::Literal { fact: "return_wish".into(), accepts: willing };
        let changed = ["assistance/shelter", "identification/presumed-victim"];
        for rule in to.rules.iter_mut().filter(|rule| changed.contains(&rule.id.as_str())) {
            rule.when = Condition::All(vec![rule.when.clone(), willing.clone()]);
        }
        let domain = Domain::new(&[&from, &to], [])?;
        let (wide, narrow) = (Space::new(&domain, NODE_LIMIT), Space::new(&domain, 3));
        let (from, to) = (&Model::new(&wide, &from)?, &Model::new(&wide, &to)?);
        let change = |space| -> Option<Change> {
            let conclusions = Models { space, from, to }.conclusions();
            let shelter = |change: &&OutputChange| change.output == Output::Conclusion("entitlement:shelter".into());
            Some(conclusions.iter().find(shelter)?.change)
        };
        assert_eq!((change(&wide), change(&narrow)), (Some(Change::Lost), Some(Change::Undecided)));
        let status = |space| Models { space, from, to }.moves("status", true).is_undecided;
        assert_eq!((status(&wide), status(&narrow)), (false, true));
        Ok(())
    }
}
