//! Every status together with every value of the other derived facts that a decision shows.

use palermo_tests::{
    random::small_facts,
    slow::{DERIVED, parse},
};
use serde_json::Value;

use super::{Expected, Part, Vector, record::record};

/// The derived facts that decisions show beside the status, and what an id calls them.
const SHOWN: [(&str, &str); 5] = [
    ("child_status", "child"),
    ("child_when_trafficked", "child-when-trafficked"),
    ("act_element", "act"),
    ("means_element", "means"),
    ("purpose_element", "purpose"),
];

const STATUSES: [&str; 4] = ["identified", "presumed", "undetermined", "not_established"];

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let mut vectors = Vec::new();
    let mut subjects =
        ["status", "status:identified", "status:presumed", "status:undetermined", "status:not_established"].into_iter().cycle();
    for status in STATUSES {
        for (fact, shown) in SHOWN {
            for value in values(fact) {
                let Some(text) = small(expected, status, fact, &value) else { continue };
                let word = word(fact, &value);
                let about = format!("The status is {status} and {} is {word}.", shown.replace('-', " "));
                let id = format!("status/{}/{shown}/{}", kebab(status), kebab(word));
                let vector = expected.vector(id, about, &[], text, subjects.next().unwrap_or("status"))?;
                vectors.push(vector.with_only(&[Part::Decision, Part::Explanation, Part::StatusQuestions, Part::Report]));
            }
        }
    }
    Ok(vectors)
}

fn values(fact: &str) -> Vec<String> {
    DERIVED.iter().find(|derived| derived.name == fact).map(palermo_tests::slow::Derived::domain).unwrap_or_default()
}

/// A small record of the status in which the fact has the value; none where they cannot go together.
fn small(expected: &Expected<'_>, status: &str, fact: &str, value: &str) -> Option<String> {
    let wanted = parse(&format!("status = {status} and {fact} = {value}"), &expected.catalogue().vocabulary);
    let is_so = |record: &Value| {
        let case = expected.slow.case(record);
        case.word("status") == status && case.word(fact) == value
    };
    small_facts(expected.catalogue(), &wanted, is_so).map(|facts| record(&facts, &[], &[]))
}

/// The decision's word for a value.
fn word<'v>(fact: &str, value: &'v str) -> &'v str {
    match (fact.ends_with("_element"), value) {
        (true, "yes") => "established",
        (true, "no") => "not_met",
        (true, _) => "open",
        (false, value) => value,
    }
}

fn kebab(word: &str) -> String {
    word.replace('_', "-")
}
