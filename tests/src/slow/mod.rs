//! The slow, obvious evaluator: the oracle that the engine is compared with.
//!
//! It reads the condition column of the catalogue (`tests/catalogue.csv`), and walks the written
//! conditions for every record: no compiled form. Only explanations take more: their sentences and
//! citations are those of the published rule set, and they show conditions as clauses. Where the
//! two disagree, the design decides which of them is wrong.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test oracle stops the test run at the first surprise"
)]

mod catalogue;
mod clauses;
mod conclusions;
mod condition;
mod conduct;
mod derived;
mod explain;
mod open;
mod published;
mod questions;
mod record;
mod report;
mod set;
mod write;

use std::sync::OnceLock;

use serde_json::Value;

pub use catalogue::{Catalogue, Consequence, Fact, FactType, Implied, Rule};
pub use conclusions::Conclusion;
pub use condition::{Condition, Reading, Vocabulary, parse};
pub use conduct::{Pending, Violation};
pub use derived::{DERIVED, Derived};
pub use open::Open;
pub use published::Published;
pub use questions::Question;
pub use record::{Case, Event};
pub use report::Remark;
pub use set::Set;

/// The oracle. Records given to it are valid: the engine's validator refuses others before.
#[derive(Clone, Debug)]
pub struct SlowEvaluator {
    catalogue: Catalogue,
    /// Made when the first explanation is asked for.
    explainer: OnceLock<explain::Explainer>,
}

impl SlowEvaluator {
    /// Reads the committed catalogue.
    #[must_use]
    pub fn new() -> Self {
        Self { catalogue: Catalogue::read(), explainer: OnceLock::new() }
    }

    /// The facts, rules and words that it read.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The input facts in catalogue order.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.catalogue.facts
    }

    /// The case rules in catalogue order.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.catalogue.rules
    }

    /// The conduct codes in catalogue order of their rules.
    #[must_use]
    pub fn codes(&self) -> Vec<&str> {
        self.rules().iter().filter_map(|rule| rule.code.as_deref()).collect()
    }

    /// The record with the values of all facts and the fired rules.
    #[must_use]
    pub fn case(&self, record: &Value) -> Case<'_> {
        Case::read(&self.catalogue, record)
    }

    /// The whole decision, keys sorted by name; see `decision_text` for the canonical order.
    #[must_use]
    pub fn decision(&self, record: &Value, standard: &Value) -> Value {
        serde_json::from_str(&self.decision_text(record, &standard.to_string())).expect("a decision is JSON")
    }

    /// The canonical JSON text of the decision. `standard` is the JSON text of its member `standard`.
    #[must_use]
    pub fn decision_text(&self, record: &Value, standard: &str) -> String {
        write::decision(&self.case(record), standard)
    }

    /// The canonical JSON text of the compact form.
    #[must_use]
    pub fn compact_text(&self, record: &Value) -> String {
        write::compact(&self.case(record))
    }

    /// The canonical JSON text of the explanation of a conclusion, of `status`, or of `status:` and a status.
    #[must_use]
    pub fn explanation_text(&self, record: &Value, subject: &str) -> String {
        let explainer = self.explainer.get_or_init(|| explain::Explainer::new(&self.catalogue));
        explain::explanation(explainer, &self.case(record), subject)
    }

    /// The canonical JSON text of the questions; with `about_status_only`, of those that may change the status.
    #[must_use]
    pub fn questions_text(&self, record: &Value, about_status_only: bool) -> String {
        write::question_list(&self.questions(record, about_status_only))
    }

    /// The warnings on a record: path and code.
    #[must_use]
    pub fn warnings(&self, record: &Value) -> Vec<Remark> {
        report::warnings(&self.case(record))
    }

    /// The advice on a record: path and code.
    #[must_use]
    pub fn advice(&self, record: &Value) -> Vec<Remark> {
        report::advice(&self.case(record))
    }

    /// `identified`, `presumed`, `undetermined` or `not_established`
    #[must_use]
    pub fn status(&self, record: &Value) -> String {
        self.case(record).word("status").to_owned()
    }

    /// The value of any fact, input or derived, in the catalogue's words (`yes`, `presumed_child`, `17`).
    #[must_use]
    pub fn fact(&self, record: &Value, name: &str) -> String {
        self.case(record).word(name).to_owned()
    }

    /// The ids of the rules that fire, in rule order.
    #[must_use]
    pub fn fired_rules(&self, record: &Value) -> Vec<String> {
        self.case(record).fired.iter().map(|rule| rule.id.clone()).collect()
    }

    /// The conclusions, in the decision's order.
    #[must_use]
    pub fn conclusions(&self, record: &Value) -> Vec<Conclusion> {
        conclusions::conclusions(&self.case(record))
    }

    /// The ids of the conclusions, in the decision's order.
    #[must_use]
    pub fn conclusion_ids(&self, record: &Value) -> Vec<String> {
        self.conclusions(record).into_iter().map(|conclusion| conclusion.id).collect()
    }

    /// The violations, in the decision's order.
    #[must_use]
    pub fn violations(&self, record: &Value) -> Vec<Violation> {
        conduct::violations(&self.case(record))
    }

    /// The pending events, in the decision's order.
    #[must_use]
    pub fn pending(&self, record: &Value) -> Vec<Pending> {
        conduct::pending(&self.case(record))
    }

    /// The questions in interview order; with `about_status_only`, those that may change the status.
    #[must_use]
    pub fn questions(&self, record: &Value, about_status_only: bool) -> Vec<Question> {
        let mut questions = questions::questions(&self.case(record));
        questions.retain(|question| !about_status_only || question.may_change.contains(&"status"));
        questions
    }
}

impl Default for SlowEvaluator {
    fn default() -> Self {
        Self::new()
    }
}
