//! Rules that fire in no record.

use super::{Finding, Lint, Looked};

pub(super) fn find(looked: &Looked<'_>) -> Vec<Finding> {
    let never = looked.model.rules.iter().filter(|rule| rule.when.is_never());
    let found = |id: &String| {
        let sentence = format!("There is no record in which the rule {id} fires.");
        Finding::new(Lint::RuleNeverFires, id, sentence)
    };
    never.map(|rule| found(&rule.id)).collect()
}
