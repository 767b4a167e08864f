//! Literals that never decide, at least on one side. Those of sets are looked at as members, since nobody can take them out of
//! one condition alone.

use super::{Finding, Lint, Looked};
use crate::ConditionOf;

pub(super) fn find(looked: &Looked<'_>) -> Vec<Finding> {
    let rule_set = looked.model.rule_set();
    // A breach without a condition of its own repeats that of its rule.
    let is_written = |condition: &ConditionOf| match condition {
        ConditionOf::Breach { rule, .. } => {
            let breach = rule_set.rules.iter().find(|known| known.id == *rule).and_then(|rule| rule.breach.as_ref());
            breach.is_some_and(|breach| breach.when.is_some())
        }
        _ => true,
    };
    let idle = looked.literals.iter().filter(|one| one.is_idle() && one.literal.set.is_none());
    let idle = idle.map(|one| (one, &one.literal)).filter(|(_, literal)| is_written(&literal.condition));
    let found = idle.map(|(one, literal)| {
        let (condition, fact) = (&literal.condition, &literal.fact);
        let idle = match (one.met.is_never(), one.missed.is_never()) {
            (false, true) => format!("no record lacks {fact} alone"),
            (true, false) => format!("no record meets it by {fact} alone"),
            _ => format!("{fact} never decides"),
        };
        let sentence = format!("In the condition of {condition}, {idle}: without it, the condition is the same.");
        let mut finding = Finding::new(Lint::LiteralIdle, literal.condition.id(), sentence);
        finding.literal = Some(literal.clone());
        finding
    });
    found.collect()
}
