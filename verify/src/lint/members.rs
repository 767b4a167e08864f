//! Members of sets without which every condition is the same.

use super::{Finding, Lint, Looked, sets};
use crate::{Failure, Model};

pub(super) fn find(looked: &Looked<'_>) -> Result<Vec<Finding>, Failure> {
    let rule_set = looked.model.rule_set();
    let mut findings = Vec::new();
    let read = sets::read(rule_set);
    for (place, set) in rule_set.sets.iter().enumerate().filter(|(_, set)| read.contains(set.name.as_str())) {
        for (number, member) in set.members.iter().enumerate() {
            let mut its = looked.literals.iter().map(|one| (one, &one.literal));
            let decides = its.any(|(one, literal)| {
                let is_it = literal.set.as_ref() == Some(&set.name) && literal.fact == member.fact;
                is_it && !one.is_idle()
            });
            // A set of one member is what it is for.
            if decides || set.members.len() == 1 {
                continue;
            }
            // No single literal of the member decides; all of them together could all the same.
            let mut without = rule_set.clone();
            if let Some(set) = without.sets.get_mut(place) {
                set.members.remove(number);
            }
            if same(looked.model, &Model::new(looked.space, &without)?) {
                let sentence =
                    format!("Without its member {}, the set {} makes the same of every record.", member.fact, set.name);
                findings.push(Finding::new(Lint::MemberIdle, &set.name, sentence));
            }
        }
    }
    Ok(findings)
}

/// Whether the same rules fire, and the same conduct breaks them or is implied, in all records.
fn same(one: &Model<'_>, other: &Model<'_>) -> bool {
    let rules = one.rules.iter().zip(&other.rules).all(|(one, other)| one.when == other.when);
    let codes = one.codes.iter().zip(&other.codes);
    rules && codes.into_iter().all(|(one, other)| one.breach == other.breach && one.implied == other.implied)
}
