//! Which rules and which literals some records exercise.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{Certainty, IntakeRecord};

use super::{Exercise, LiteralExercise, RecordCoverage, RuleExercise};
use crate::{ConditionOf, Decisive, FactIndex, Function, Literal, Model, Place, Space, Witness};

/// A record with a name by which a report speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRecord {
    /// The name: an id of a vector, a path.
    pub name: String,
    /// The record.
    pub record: IntakeRecord,
}

/// A record over the facts of a domain.
struct Read<'r> {
    named: &'r NamedRecord,
    places: BTreeMap<FactIndex, Place>,
}

impl Read<'_> {
    /// Whether the record shows what a condition makes of it: that of a breach shows where there is an event of the code, that
    /// of implied conduct where no event says more.
    fn shows(&self, condition: &ConditionOf) -> bool {
        let has = |code: &String, certainties: [Certainty; 2]| {
            self.named.record.conduct.iter().any(|event| event.code == *code && certainties.contains(&event.certainty))
        };
        match condition {
            ConditionOf::Rule { .. } => true,
            ConditionOf::Breach { code, .. } => has(code, [Certainty::Established, Certainty::Alleged]),
            ConditionOf::Implied { code, .. } => !has(code, [Certainty::Established, Certainty::RuledOut]),
        }
    }
}

pub(super) fn exercised(
    space: &Space<'_>,
    model: &Model<'_>,
    literals: Vec<Decisive>,
    records: &[NamedRecord],
) -> RecordCoverage {
    let domain = space.domain();
    let read = |named| Read { named, places: domain.places(&named.record.facts) };
    let records: Vec<Read<'_>> = records.iter().map(read).collect();
    let exercise = |function: &Function, shows: &dyn Fn(&Read<'_>) -> bool| {
        let first = records.iter().find(|record| shows(record) && function.holds_for(domain, &record.places));
        let by = first.map(|record| Exercise::Exercised { by: record.named.name.clone() });
        by.or_else(|| Some(Exercise::Missing { facts: Witness::smallest(domain, function)?.first }))
            .unwrap_or(Exercise::Impossible)
    };
    let rules = model.rules.iter().map(|rule| RuleExercise {
        rule: rule.id.clone(),
        fires_in: records.iter().filter(|record| rule.when.holds_for(domain, &record.places)).count(),
        exercise: exercise(&rule.when, &|_| true),
    });
    let rules: Vec<RuleExercise> = rules.collect();
    let literals = literals.into_iter().map(|one| {
        let side = |function: &Function| exercise(function, &|record| record.shows(&one.literal.condition));
        let (met, missed) = (side(&one.met), side(&one.missed));
        LiteralExercise { literal: one.literal, met, missed }
    });
    let literals: Vec<LiteralExercise> = literals.collect();
    counted(records.len(), rules, literals)
}

/// The coverage by so many records, with its counts.
fn counted(records: usize, rules: Vec<RuleExercise>, literals: Vec<LiteralExercise>) -> RecordCoverage {
    let is_possible = |exercise: &&Exercise| **exercise != Exercise::Impossible;
    let is_exercised = |exercise: &&Exercise| matches!(exercise, Exercise::Exercised { .. });
    let of_rules = || rules.iter().map(|rule| &rule.exercise);
    let of_sides = || literals.iter().flat_map(|literal| [&literal.met, &literal.missed]);
    RecordCoverage {
        records,
        rules_possible: of_rules().filter(is_possible).count(),
        rules_fired: of_rules().filter(is_exercised).count(),
        sides_possible: of_sides().filter(is_possible).count(),
        sides_exercised: of_sides().filter(is_exercised).count(),
        rules,
        literals,
    }
}

impl RecordCoverage {
    /// The part that is about these rules, conduct codes and facts: what an overlay adds, for example.
    #[must_use]
    pub fn of(self, names: &BTreeSet<String>) -> Self {
        let is_of = |literal: &LiteralExercise| {
            let Literal { condition, fact, .. } = &literal.literal;
            [condition.id(), condition.rule(), fact].into_iter().any(|name| names.contains(name))
        };
        let rules = self.rules.into_iter().filter(|rule| names.contains(&rule.rule)).collect();
        counted(self.records, rules, self.literals.into_iter().filter(is_of).collect())
    }
}
