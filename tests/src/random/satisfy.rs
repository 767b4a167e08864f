//! Makes a condition true, or false, by a random walk of its syntax tree through the derived facts.

use super::SplitMix64;
use crate::slow::{Catalogue, Condition, DERIVED, Set};

/// A value for some input facts; what is `None` is still free.
pub type Draft = Vec<Option<usize>>;

/// Gives values to free facts so that the condition holds (or surely does not), whatever the facts
/// that stay free are. False where this walk came to a contradiction; another may succeed.
pub fn make(catalogue: &Catalogue, random: &mut SplitMix64, condition: &Condition, holds: bool, draft: &mut Draft) -> bool {
    match (condition, holds) {
        (Condition::Always, holds) => holds,
        (Condition::Not(part), holds) => make(catalogue, random, part, !holds, draft),
        (Condition::Literal { fact, accepted }, holds) => {
            let domain = catalogue.vocabulary.domain(*fact).len();
            let wanted = (0..domain).filter(|&value| accepted.has(value) == holds).collect();
            if *fact < catalogue.facts.len() {
                make_input(catalogue, random, *fact, wanted, draft)
            } else {
                make_derived(catalogue, random, *fact, wanted, draft)
            }
        }
        (Condition::All(parts), true) | (Condition::Any(parts), false) => {
            random.order(parts.len()).into_iter().all(|part| make(catalogue, random, &parts[part], holds, draft))
        }
        (Condition::All(parts), false) | (Condition::Any(parts), true) => {
            let parts: Vec<&Condition> = parts.iter().collect();
            make_one(catalogue, random, &parts, holds, draft)
        }
    }
}

/// Makes one of the conditions true (or false), trying them in random order.
fn make_one(catalogue: &Catalogue, random: &mut SplitMix64, conditions: &[&Condition], holds: bool, draft: &mut Draft) -> bool {
    random.order(conditions.len()).into_iter().any(|part| {
        let before = draft.clone();
        let made = make(catalogue, random, conditions[part], holds, draft);
        if !made {
            *draft = before;
        }
        made
    })
}

fn make_input(catalogue: &Catalogue, random: &mut SplitMix64, fact: usize, wanted: Set, draft: &mut Draft) -> bool {
    if wanted == Set::EMPTY {
        return false;
    }
    let value = *draft[fact].get_or_insert_with(|| random.value(&catalogue.facts[fact], wanted));
    wanted.has(value)
}

/// A derived fact has a value when a rule gives it and no rule gives a stronger one.
fn make_derived(catalogue: &Catalogue, random: &mut SplitMix64, fact: usize, wanted: Set, draft: &mut Draft) -> bool {
    let wanted: Vec<usize> = wanted.members().collect();
    if wanted.is_empty() {
        return false;
    }
    let default = DERIVED[fact - catalogue.facts.len()].by_priority.len();
    let value = *random.pick(&wanted);
    let rules_of =
        |value: usize| -> Vec<&Condition> { catalogue.rules_giving(fact, value).map(|rule| &rule.condition).collect() };
    let given = value == default || make_one(catalogue, random, &rules_of(value), true, draft);
    given
        && (0..value)
            .all(|stronger| rules_of(stronger).into_iter().all(|condition| make(catalogue, random, condition, false, draft)))
}
