//! Two records that differ in some facts alone: what the second keeps of what the first has.
//!
//! Where each fact changes on its own, the function of an output is taken once for each value of the fact, and both are functions
//! of all other facts. Where facts change together, the second record has second copies of them.

use std::collections::BTreeSet;

use palermo::rule_set::{Accepts, Condition, Fact, Value, Values};

use super::{
    Findings, Prover,
    prover::{pair_with, size},
};
use crate::{
    Cell, DomainFact, FactIndex, Facts, Failure, Function, Model, Output, Place, Side, Space, Witness,
    charter::{Compare, Which},
};

/// What is asked of the second record.
enum Demand {
    /// It has the output wherever the first has it.
    Keeps(Output),
    /// Both have the output or neither.
    Same(Output),
    /// It meets a condition.
    Holds,
}

impl Prover<'_> {
    pub(super) fn compare(&self, compare: &Compare, findings: &mut Findings) -> Result<(), Failure> {
        let demands = self.demands(compare, findings);
        if compare.together { self.together(compare, &demands, findings) } else { self.one_by_one(compare, &demands, findings) }
    }

    fn demands(&self, compare: &Compare, findings: &mut Findings) -> Vec<Demand> {
        let mut demands = Vec::new();
        let lists = [(&compare.keeps, Demand::Keeps as fn(Output) -> Demand), (&compare.same, Demand::Same)];
        for (selected, demand) in lists {
            for output in selected.iter().flat_map(|selected| self.outputs(selected)) {
                if self.follows(&output).is_never() {
                    findings.vacuous(self.never_follows(&output));
                } else {
                    demands.push(demand(output));
                }
            }
        }
        demands.extend(compare.then_holds.iter().map(|_| Demand::Holds));
        demands
    }

    /// Each fact changes on its own, from each of its values to each other.
    fn one_by_one(&self, compare: &Compare, demands: &[Demand], findings: &mut Findings) -> Result<(), Failure> {
        let conditions = Conditions::new(self, self.model, compare)?;
        let mut met = vec![false; demands.len()];
        for (_, _, fact) in self.facts(&compare.change) {
            let (from, to) = (places(fact, &compare.from), places(fact, &compare.to));
            let mut smallest: Vec<Option<(Facts, Facts)>> = demands.iter().map(|_| None).collect();
            for first in &from {
                for second in &to {
                    // Inside a cell of years no rule can tell one from another: two records, and nothing differs.
                    let two_records = first != second || is_wide(fact, *first);
                    if !two_records && compare.then_holds.is_none() {
                        continue;
                    }
                    let at = |place| Reading { model: self.model, conditions: &conditions, at: Some((self.space, fact, place)) };
                    let (one, other) = (at(*first), at(*second));
                    let Some(premise) = findings.answer(self.premise(&one, &other)) else {
                        continue;
                    };
                    if premise.is_never() {
                        continue;
                    }
                    for ((demand, met), smallest) in demands.iter().zip(&mut met).zip(&mut smallest) {
                        if !two_records && !matches!(demand, Demand::Holds) {
                            continue;
                        }
                        let broken = self.broken(demand, &premise, &one, &other);
                        let Some(Broken { happens, broken }) = findings.answer(broken) else {
                            continue;
                        };
                        *met |= !happens.is_never();
                        let Some(witness) = Witness::smallest(self.domain(), &broken) else {
                            continue;
                        };
                        let pair = pair_with(&witness.first, fact, *first, *second);
                        if smallest.as_ref().is_none_or(|known| size(&pair) < size(known)) {
                            *smallest = Some(pair);
                        }
                    }
                }
            }
            for (demand, pair) in demands.iter().zip(smallest) {
                if let Some((first, second)) = pair {
                    self.refute(compare, demand, &first, &second, findings);
                }
            }
        }
        count(demands, &met, findings);
        Ok(())
    }

    /// When what a demand speaks of happens in the first record, and what breaks it in the second.
    fn broken(&self, demand: &Demand, premise: &Function, first: &Reading<'_>, second: &Reading<'_>) -> Result<Broken, Failure> {
        let output = match demand {
            Demand::Holds => {
                let broken = match second.conditions.then_holds.as_ref() {
                    Some(holds) => self.space.and_not(premise, &second.of(holds))?,
                    None => self.space.never(),
                };
                return Ok(Broken { happens: premise.clone(), broken });
            }
            Demand::Keeps(output) | Demand::Same(output) => output,
        };
        let (before, after) = (first.follows(self, output), second.follows(self, output));
        let happens = self.space.and(premise, &before)?;
        let broken = match demand {
            // Equal functions need no more work.
            _ if before == after => self.space.never(),
            Demand::Same(_) => self.space.and(premise, &self.space.differ(&before, &after)?)?,
            _ => self.space.and_not(&happens, &after)?,
        };
        Ok(Broken { happens, broken })
    }

    /// Both records are as the statement says.
    fn premise(&self, first: &Reading<'_>, second: &Reading<'_>) -> Result<Function, Failure> {
        let when = first.of(&first.conditions.when);
        let mut premise = self.space.and(&when, &second.of(&second.conditions.then_when))?;
        for (one, other) in first.conditions.equal.iter().zip(&second.conditions.equal) {
            let differ = self.space.differ(&first.of(one), &second.of(other))?;
            premise = self.space.and_not(&premise, &differ)?;
        }
        Ok(premise)
    }

    /// All facts may change at once.
    fn together(&self, compare: &Compare, demands: &[Demand], findings: &mut Findings) -> Result<(), Failure> {
        let changing: Vec<(FactIndex, &DomainFact)> =
            self.facts(&compare.change).into_iter().map(|(_, index, fact)| (index, fact)).collect();
        let second: BTreeSet<FactIndex> = changing.iter().map(|(index, _)| *index).collect();
        let other = self.model.of_second(self.space, second.clone())?;
        let conditions = (Conditions::new(self, self.model, compare)?, Conditions::new(self, &other, compare)?);
        let first = Reading { model: self.model, conditions: &conditions.0, at: None };
        let other = Reading { model: &other, conditions: &conditions.1, at: None };
        let mut premise = self.premise(&first, &other)?;
        for (_, fact) in &changing {
            premise = self.space.and(&premise, &self.may_change(compare, fact)?)?;
        }
        let answers = demands.iter().map(|demand| self.broken(demand, &premise, &first, &other));
        let answers = answers.collect::<Result<Vec<_>, _>>()?;
        let mut met = Vec::with_capacity(demands.len());
        for (demand, Broken { happens, broken }) in demands.iter().zip(answers) {
            met.push(!happens.is_never());
            let side = |fact: &DomainFact| match self.domain().index(&fact.name) {
                Some(index) if second.contains(&index) => Side::Second,
                _ => Side::First,
            };
            if let Some(Witness { first, second: Some(second) }) = Witness::smallest_pair(self.domain(), &broken, side) {
                self.refute(compare, demand, &first, &second, findings);
            }
        }
        count(demands, &met, findings);
        Ok(())
    }

    /// A fact is the same in both records, or changes as the statement says.
    fn may_change(&self, compare: &Compare, fact: &DomainFact) -> Result<Function, Failure> {
        if compare.from == Which::Any && compare.to == Which::Any {
            return Ok(self.space.always());
        }
        let is = |places: &BTreeSet<Place>, side| self.space.fact_is(fact, places, side);
        let mut may =
            self.space.and(&is(&places(fact, &compare.from), Side::First)?, &is(&places(fact, &compare.to), Side::Second)?)?;
        for place in fact.places() {
            let place = BTreeSet::from([place]);
            may = self.space.or(&may, &self.space.and(&is(&place, Side::First)?, &is(&place, Side::Second)?)?)?;
        }
        Ok(may)
    }

    fn refute(&self, compare: &Compare, demand: &Demand, first: &Facts, second: &Facts, findings: &mut Findings) {
        if !findings.has_room() {
            findings.refuted_further();
            return;
        }
        let telling;
        let (says, output) = match demand {
            Demand::Keeps(output) => (format!("{output} follows of the first record and not of the second"), Some(output)),
            Demand::Same(output) => (format!("{output} follows of one record and not of the other"), Some(output)),
            Demand::Holds => {
                let conditions: Vec<&Condition> = compare.then_holds.iter().chain(&compare.when).collect();
                telling = self.telling_of(&conditions, second);
                ("what should hold of the second record does not".to_string(), telling.as_ref())
            }
        };
        findings.refuted(self.by_pair(says, output, first, second));
    }
}

/// One of the two records: its functions, and the value of the changing fact where that is settled.
struct Reading<'r> {
    model: &'r Model<'r>,
    conditions: &'r Conditions,
    at: Option<(&'r Space<'r>, &'r DomainFact, Place)>,
}

impl Reading<'_> {
    fn of(&self, function: &Function) -> Function {
        match self.at {
            Some((space, fact, place)) => space.given(function, fact, place, Side::First),
            None => function.clone(),
        }
    }

    fn follows(&self, prover: &Prover<'_>, output: &Output) -> Function {
        self.of(&prover.follows_by(self.model, output))
    }
}

/// What comes of a demand.
struct Broken {
    /// When what it speaks of happens in the first record.
    happens: Function,
    /// When the second record breaks it.
    broken: Function,
}

/// The conditions of a comparison as functions.
struct Conditions {
    when: Function,
    then_when: Function,
    then_holds: Option<Function>,
    /// The values of the derived facts that are equal in both records.
    equal: Vec<Function>,
}

impl Conditions {
    fn new(prover: &Prover<'_>, model: &Model<'_>, compare: &Compare) -> Result<Self, Failure> {
        let function = |condition: &Option<Condition>| match condition {
            Some(condition) => prover.condition_of(model, condition).map(Some),
            None => Ok(None),
        };
        let always = || prover.space.always();
        let derived = prover.rule_set.derived.iter().filter(|fact| compare.where_equal.contains(&fact.name));
        let equal = derived.flat_map(|fact| Output::of_fact(prover.rule_set, fact));
        let equal = equal.map(|output| prover.follows_by(model, &output));
        Ok(Self {
            when: function(&compare.when)?.unwrap_or_else(always),
            then_when: function(&compare.then_when)?.unwrap_or_else(always),
            then_holds: function(&compare.then_holds)?,
            equal: equal.collect(),
        })
    }
}

/// Whether a value stands for more than one number.
fn is_wide(fact: &DomainFact, place: Place) -> bool {
    let Place::Known(number) = place else { return false };
    matches!(fact.values.get(number), Some(Cell::Years { from, to }) if from < to)
}

/// Counts the demands that speak of something that happens.
fn count(demands: &[Demand], met: &[bool], findings: &mut Findings) {
    for (demand, met) in demands.iter().zip(met) {
        match demand {
            _ if *met => findings.decided(),
            Demand::Keeps(output) | Demand::Same(output) => {
                findings.vacuous(format!("{output}: no two records are as the statement says and the first has it"));
            }
            Demand::Holds => findings.vacuous("no two records are as the statement says"),
        }
    }
}

/// The values of a fact that are meant.
fn places(fact: &DomainFact, which: &Which) -> BTreeSet<Place> {
    match which {
        Which::Any => fact.places().collect(),
        Which::Known => fact.places().filter(|place| *place != Place::Unknown).collect(),
        Which::Accepts(Accepts::OneOf(values)) => values.iter().filter_map(|value| fact.place_of(value)).collect(),
        Which::Accepts(accepts) => fact.accepted(accepts).unwrap_or_default(),
    }
}

/// Whether a fact has values that a comparison changes.
pub(crate) fn changes(fact: &Fact, from: &Which, to: &Which) -> bool {
    let suits = |which: &Which| match which {
        Which::Any | Which::Known => true,
        Which::Accepts(Accepts::OneOf(values)) => values.iter().any(|value| match (value, &fact.values) {
            (Value::Word(word), _) if word == "unknown" => true,
            (Value::YesNo(_), Values::YesNo) => true,
            (Value::Word(word), Values::Choice(words)) => words.contains(word),
            _ => false,
        }),
        Which::Accepts(_) => matches!(fact.values, Values::Years { .. }),
    };
    suits(from) && suits(to)
}
