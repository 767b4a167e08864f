//! What can be said of a valid record before it is decided on: warnings, and advice on what not to collect.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::condition::Reading;
use super::open::Open;
use super::record::{Case, Event};
use crate::rows;

/// The wider code of each code that has one.
static PARENTS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let name = |cell: &str| cell.trim_start_matches("audit_").to_owned();
    let rows = rows::rows("audit_fact");
    let with_parent = rows.iter().filter(|row| !row.cell("parent").is_empty());
    with_parent.map(|row| (name(row.cell("id")), name(row.cell("parent")))).collect()
});

/// Where something is said of a record, and what: a JSON Pointer and a code.
pub type Remark = (String, String);

/// The warnings: conduct that the facts contradict, then conduct that is recorded under a narrower code as well.
#[must_use]
pub fn warnings(case: &Case<'_>) -> Vec<Remark> {
    let counting: Vec<(usize, &Event)> =
        case.events.iter().enumerate().filter(|(_, event)| event.certainty != "ruled_out").collect();
    let code = |event: &Event| case.catalogue.rules[event.rule].code.clone().expect("the rule of an event has a code");
    let wider: Vec<String> = counting.iter().flat_map(|(_, event)| wider_codes(code(event))).collect();
    let open = Open::for_pending(case);

    let contradicted = counting.iter().filter(|(_, event)| {
        let rule = &case.catalogue.rules[event.rule];
        rule.breach.holds(&case.values) && open.reading(&rule.condition) == Reading::No
    });
    let coded_twice = counting.iter().filter(|(_, event)| wider.contains(&code(event)));
    contradicted
        .map(|(place, _)| (format!("/conduct/{place}"), "conduct_contradicted".to_owned()))
        .chain(coded_twice.map(|(place, _)| (format!("/conduct/{place}/code"), "conduct_coded_twice".to_owned())))
        .collect()
}

/// The advice: facts with a value that no form should ask.
#[must_use]
pub fn advice(case: &Case<'_>) -> Vec<Remark> {
    let facts = case.catalogue.facts.iter().enumerate();
    facts
        .filter(|(place, fact)| fact.ask == "never" && case.is_given(*place))
        .map(|(_, fact)| (format!("/facts/{}", fact.name), "not_needed".to_owned()))
        .collect()
}

/// The wider code of a code, the wider one of that, and so on.
fn wider_codes(mut code: String) -> Vec<String> {
    let mut wider = Vec::new();
    while let Some(parent) = PARENTS.get(&code) {
        wider.push(parent.clone());
        code.clone_from(parent);
    }
    wider
}
