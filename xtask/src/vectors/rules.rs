//! For every rule about a case a small record that fires it.

use std::collections::BTreeSet;

use palermo_tests::{random::small_facts, slow::Rule};
use serde_json::Value;

use super::{Expected, Part, Vector, record::record};

pub(super) fn vectors(expected: &Expected<'_>) -> Result<Vec<Vector>, String> {
    let mut explained = BTreeSet::new();
    expected.slow.rules().iter().map(|rule| vector(expected, rule, &mut explained)).collect()
}

fn vector(expected: &Expected<'_>, rule: &Rule, explained: &mut BTreeSet<String>) -> Result<Vector, String> {
    let fires = |record: &Value| expected.slow.case(record).fired.iter().any(|fired| fired.id == rule.id);
    let facts = small_facts(expected.catalogue(), &rule.condition, fires).ok_or_else(|| format!("nothing fires {}", rule.id))?;
    let text = record(&facts, &[], &[]);
    let subject = subject(expected, rule, &text, explained)?;
    explained.insert(subject.clone());
    let how = if facts.is_empty() { "the rule always applies" } else { "only the facts that it needs are known" };
    let about = format!("The rule {} fires; {how}.", rule.id);
    let vector = expected.vector(format!("rule/{}", rule.id), about, &[], text, &subject)?;
    Ok(vector.with_only(&[Part::Decision, Part::Explanation, Part::Report]))
}

/// A conclusion of the rule that no vector before explains; for rules without one the status, or the first conclusion behind
/// which they stand.
pub(super) fn subject(expected: &Expected<'_>, rule: &Rule, text: &str, explained: &BTreeSet<String>) -> Result<String, String> {
    let own: Vec<&String> = rule.conclusions().map(|conclusion| &conclusion.id).collect();
    if let Some(own) = own.iter().find(|id| !explained.contains(**id)).or(own.first()) {
        return Ok((*own).clone());
    }
    let record: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if rule.gives.is_none() {
        // A rule that only notes something is in no explanation; something else that follows is explained.
        let follows = expected.slow.conclusion_ids(&record);
        let fresh = follows.iter().find(|id| !explained.contains(*id)).or(follows.first());
        return Ok(fresh.cloned().unwrap_or_else(|| "status".to_string()));
    }
    let given = rule.consequences.iter().map(|consequence| consequence.id.clone()).filter(|id| id.starts_with("status:"));
    let candidates = given.chain(["status".to_string()]).chain(expected.slow.conclusion_ids(&record));
    let mut behind = candidates.filter(|subject| expected.is_explained(&record, subject, &rule.id));
    behind.next().ok_or_else(|| format!("{} stands behind nothing", rule.id))
}
