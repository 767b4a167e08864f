//! Plain data as canonical JSON text: the bytes that every binding gives, to keep or to pass on.

#![expect(clippy::needless_pass_by_value, reason = "what crosses the border is owned on this side")]

use palermo::{CompactDecision, Decision, Question, ValidationReport};
use serde::Serialize;

/// The canonical JSON of a decision: the same bytes as `Standard.evaluate_json`.
#[uniffi::export]
#[must_use]
pub fn decision_to_json(decision: Decision) -> String {
    json(&decision)
}

/// The canonical JSON of the short form of a decision.
#[uniffi::export]
#[must_use]
pub fn compact_to_json(decision: CompactDecision) -> String {
    json(&decision)
}

/// The canonical JSON of questions.
#[uniffi::export]
#[must_use]
pub fn questions_to_json(questions: Vec<Question>) -> String {
    json(&questions)
}

/// The canonical JSON of a report.
#[uniffi::export]
#[must_use]
pub fn report_to_json(report: ValidationReport) -> String {
    json(&report)
}

/// Plain data of texts, numbers, lists and objects, of which writing cannot fail.
fn json<T: Serialize>(data: &T) -> String {
    serde_json::to_string(data).unwrap_or_default()
}
