//! A condition as clauses: all of them have to be met, and each is met by any one of a few facts.
//!
//! This is the conjunctive normal form of the written condition: negations are pushed down to the comparisons, `or` becomes
//! every choice of one clause from each of its parts, comparisons of one fact in a clause are one list of values. A clause
//! that every record meets is left out, and so is one that another clause implies.

use std::collections::BTreeMap;

use super::Set;
use super::condition::Condition;

/// For each fact of the clause the values that meet it, as places in the order in which the values are written.
pub type Clause = BTreeMap<usize, Set>;

/// How many clauses a condition may have before the design breaks it into parts. No condition of the catalogue comes near.
const MOST: usize = 64;

/// The clauses of a condition in their order: by the facts, then by the values. `domains` has all values of each fact.
#[must_use]
pub fn clauses(condition: &Condition, domains: &[Set]) -> Vec<Clause> {
    of(condition, true, domains)
}

fn of(condition: &Condition, holds: bool, domains: &[Set]) -> Vec<Clause> {
    let found = match (condition, holds) {
        (Condition::Always, true) => Vec::new(),
        // A clause of nothing is never met.
        (Condition::Always, false) => vec![Clause::new()],
        (Condition::Not(part), _) => of(part, !holds, domains),
        (Condition::Literal { fact, accepted }, true) => vec![Clause::from([(*fact, *accepted)])],
        (Condition::Literal { fact, accepted }, false) => {
            let refused = domains[*fact].members().filter(|value| !accepted.has(*value)).collect();
            vec![Clause::from([(*fact, refused)])]
        }
        (Condition::All(parts), true) | (Condition::Any(parts), false) => {
            parts.iter().flat_map(|part| of(part, holds, domains)).collect()
        }
        (Condition::Any(parts), true) | (Condition::All(parts), false) => parts
            .iter()
            .map(|part| of(part, holds, domains))
            .fold(vec![Clause::new()], |choices, part| every_choice(&choices, &part)),
    };
    simplified(found, domains)
}

/// Each clause of the one list joined with each of the other.
fn every_choice(left: &[Clause], right: &[Clause]) -> Vec<Clause> {
    let count = left.len() * right.len();
    assert!(right.len() < 2 || count <= MOST, "a condition has {count} clauses: explain its parts one by one");
    left.iter().flat_map(|one| right.iter().map(move |other| joined(one, other))).collect()
}

fn joined(one: &Clause, other: &Clause) -> Clause {
    let mut joined = one.clone();
    for (fact, accepted) in other {
        let both = joined.get(fact).map_or(*accepted, |known| known.union(*accepted));
        joined.insert(*fact, both);
    }
    joined
}

/// The clauses that say something which no other clause says already, sorted.
fn simplified(clauses: Vec<Clause>, domains: &[Set]) -> Vec<Clause> {
    let says_something = |clause: &Clause| clause.iter().all(|(fact, accepted)| *accepted != domains[*fact]);
    let mut told: Vec<Clause> = clauses.into_iter().filter(says_something).collect();
    told.sort();
    told.dedup();
    let is_implied = |clause: &Clause| told.iter().any(|other| other != clause && implies(other, clause));
    told.iter().filter(|clause| !is_implied(clause)).cloned().collect()
}

/// Whether every record that meets the one clause meets the other.
fn implies(one: &Clause, other: &Clause) -> bool {
    one.iter().all(|(fact, accepted)| other.get(fact).is_some_and(|wider| accepted.is_within(*wider)))
}
