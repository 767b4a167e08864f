//! What is expected of a valid record, as the slow evaluator says.

use palermo_tests::slow::{Catalogue, Published, Set, SlowEvaluator};
use serde_json::Value;

use super::{
    flags,
    format::{Decided, Outcome, Report, Text, Vector},
};

/// Asks the slow evaluator.
pub(super) struct Expected<'s> {
    pub slow: &'s SlowEvaluator,
}

impl Expected<'_> {
    pub(super) fn catalogue(&self) -> &Catalogue {
        self.slow.catalogue()
    }

    /// The vector of a valid record. What marks it is seen from what comes out; `flags` are those that cannot be seen there.
    pub(super) fn vector(
        &self,
        id: impl Into<String>,
        about: impl Into<String>,
        flags: &[&'static str],
        text: impl Into<String>,
        subject: &str,
    ) -> Result<Vector, String> {
        self.of(id.into(), about.into(), flags, Text::Whole(text.into()), subject)
    }

    /// As `vector`, of any text.
    pub(super) fn of(
        &self,
        id: String,
        about: String,
        flags: &[&'static str],
        text: Text,
        subject: &str,
    ) -> Result<Vector, String> {
        let whole = match &text {
            Text::Whole(text) => text.clone(),
            Text::Parts(parts) => parts.iter().map(|(text, times)| text.repeat(*times)).collect(),
        };
        let record: Value = serde_json::from_str(&whole).map_err(|error| format!("{id}: {error}"))?;
        let decided = self.decided(&record, subject);
        let seen = self.seen(&record, subject);
        let flags = flags::sorted(&[flags, &seen].concat());
        Ok(Vector { id, about, flags, record: text, outcome: Outcome::Decided(Box::new(decided)) })
    }

    fn decided(&self, record: &Value, subject: &str) -> Decided {
        Decided {
            decision: Some(self.slow.decision_text(record, &Published::newest().standard())),
            compact: Some(self.slow.compact_text(record)),
            explanation: Some((subject.to_string(), self.slow.explanation_text(record, subject))),
            status_questions: Some(self.slow.questions_text(record, true)),
            report: Some(Report { warnings: self.slow.warnings(record), advice: self.slow.advice(record) }),
        }
    }

    /// The flags that show in a record and what comes of it.
    fn seen(&self, record: &Value, subject: &str) -> Vec<&'static str> {
        let case = self.slow.case(record);
        let known = (0..self.catalogue().facts.len()).any(|fact| case.is_given(fact));
        let (violations, pending) = (self.slow.violations(record), self.slow.pending(record));
        let recorded = case.events.iter().filter(|event| {
            let holds = case.catalogue.rules.get(event.rule).is_some_and(|rule| rule.breach.holds(&case.values));
            holds && matches!(event.certainty.as_str(), "established" | "alleged")
        });
        let holds = match subject.strip_prefix("status:") {
            Some(status) => case.word("status") == status,
            None => subject == "status" || self.slow.conclusion_ids(record).iter().any(|id| id == subject),
        };
        let decision = self.slow.decision_text(record, "null");
        let flags = [
            ("nothing_known", !known),
            ("reference", case.reference.is_some()),
            ("declined", case.declined != Set::EMPTY),
            ("conduct", !case.events.is_empty()),
            ("violation", !violations.is_empty()),
            ("implied", violations.len() > recorded.count()),
            ("pending", !pending.is_empty()),
            ("shielded", !decision.ends_with("\"shielded\":[]}")),
            ("does_not_hold", !holds),
            ("warning", !self.slow.warnings(record).is_empty()),
            ("advice", !self.slow.advice(record).is_empty()),
        ];
        flags.into_iter().filter(|(_, is)| *is).map(|(flag, _)| flag).collect()
    }

    /// Whether a rule stands in the explanation of a subject.
    pub(super) fn is_explained(&self, record: &Value, subject: &str, rule: &str) -> bool {
        self.slow.explanation_text(record, subject).contains(&format!("{{\"rule\":\"{rule}\","))
    }
}
