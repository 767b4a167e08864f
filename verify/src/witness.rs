//! A smallest record, or pair of records, for which a function holds.
//!
//! The fewest facts are found in the diagram itself: it is a graph without circles in which every way to "holds" is a set of
//! records, and the way on which the fewest variables are on has the fewest facts known. No smaller witness exists.

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddPointer};
use palermo::FactValue;

use crate::{Domain, DomainFact, Function, Place, Side};

/// Facts as a record holds them; what is not known is left out.
pub type Facts = BTreeMap<String, FactValue>;

/// A record, or a pair of records, that proves or refutes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The first record, or the only one.
    pub first: Facts,
    /// The second record, where the statement is about two.
    pub second: Option<Facts>,
}

/// What one fact more costs; the places of the variables decide between witnesses with equally many facts, so that the same
/// one is found each time.
const ONE_FACT: u64 = 1 << 32;

impl Witness {
    /// A smallest record for which a function of one record holds, or `None` where there is none.
    #[must_use]
    pub fn smallest(domain: &Domain, function: &Function) -> Option<Self> {
        Some(Self { first: facts(domain, &smallest(&function.0)?, |_| Side::First), second: None })
    }

    /// A smallest pair for which a function of two records holds. The second record has second copies of the facts for which
    /// `side` says so, and shares the others.
    #[must_use]
    pub fn smallest_pair(domain: &Domain, function: &Function, side: impl Fn(&DomainFact) -> Side) -> Option<Self> {
        let on = smallest(&function.0)?;
        Some(Self { first: facts(domain, &on, |_| Side::First), second: Some(facts(domain, &on, side)) })
    }

    /// How many facts are known in the first record.
    #[must_use]
    pub fn size(&self) -> usize {
        self.first.len()
    }

    /// The facts with one of them set to a value.
    #[must_use]
    pub fn with(facts: &Facts, fact: &DomainFact, place: Place) -> Facts {
        let mut facts = facts.clone();
        match fact.value(place) {
            FactValue::Unknown => facts.remove(&fact.name),
            value => facts.insert(fact.name.clone(), value),
        };
        facts
    }
}

/// The variables that are on, on the way with the fewest of them.
fn smallest(bdd: &Bdd) -> Option<Vec<usize>> {
    let count = bdd.size();
    // The cost from each node on, `None` where no way holds. Children stand before their parents; where they did not, a second
    // pass would be needed, so passes go on until nothing changes.
    let mut costs: Vec<Option<u64>> = vec![None; count];
    if let Some(one) = costs.get_mut(1) {
        *one = Some(0);
    }
    let cost_of = |costs: &[Option<u64>], pointer: BddPointer| costs.get(pointer.to_index()).copied().flatten();
    let step = |node: BddPointer| ONE_FACT + bdd.var_of(node).to_index() as u64;
    loop {
        let mut changed = false;
        for index in 2..count {
            let node = BddPointer::from_index(index);
            let low = cost_of(&costs, bdd.low_link_of(node));
            let high = cost_of(&costs, bdd.high_link_of(node)).map(|cost| cost + step(node));
            let best = [low, high].into_iter().flatten().min();
            if let Some(cost) = costs.get_mut(index).filter(|cost| **cost != best) {
                *cost = best;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut node = bdd.root_pointer();
    cost_of(&costs, node)?;
    let mut on = Vec::new();
    while !node.is_terminal() {
        let low = cost_of(&costs, bdd.low_link_of(node));
        let high = cost_of(&costs, bdd.high_link_of(node)).map(|cost| cost + step(node));
        node = match (low, high) {
            (Some(low), high) if high.is_none_or(|high| low <= high) => bdd.low_link_of(node),
            _ => {
                on.push(bdd.var_of(node).to_index());
                bdd.high_link_of(node)
            }
        };
    }
    Some(on)
}

fn facts(domain: &Domain, on: &[usize], side: impl Fn(&DomainFact) -> Side) -> Facts {
    let known = domain.facts().iter().filter_map(|fact| {
        let side = side(fact);
        let value = fact.variables(side).position(|variable| on.contains(&usize::from(variable)))?;
        Some((fact.name.clone(), fact.value(Place::Known(value))))
    });
    known.collect()
}
