//! In what a decision differs from the one that is made again, in words.

use palermo::{
    CompactDecision, Conclusion, Decision, Elements, OverlayId, Pending, Question, Referral, Shielded, Standard, StandardId,
    Violation,
};

/// Stands for a conclusion that the standard does not know.
pub const UNKNOWN_CONCLUSION: &str = "a conclusion that this standard does not have";
/// Stands for a conduct code that the standard does not know.
pub const UNKNOWN_CONDUCT: &str = "conduct that this standard does not have";

/// Collects differences; "the decision" is the one that is checked.
pub struct Differences<'s> {
    standard: &'s Standard,
    lines: Vec<String>,
}

impl<'s> Differences<'s> {
    /// None so far.
    pub fn new(standard: &'s Standard) -> Self {
        Self { standard, lines: Vec::new() }
    }

    /// A line for each difference.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Compares full decisions.
    pub fn full(&mut self, given: &Decision, again: &Decision) {
        self.standards(&given.standard, &again.standard);
        self.other("the reference is another", given.reference == again.reference);
        self.status(given.status.as_str(), again.status.as_str());
        self.other("the rules that gave the status are others", given.status_rules == again.status_rules);
        self.elements(given.elements, again.elements);
        self.word("the person is treated as", "child", given.child.as_str(), again.child.as_str());
        self.word(
            "at the time of the trafficking",
            "child_when_trafficked",
            given.child_when_trafficked.as_str(),
            again.child_when_trafficked.as_str(),
        );
        let conclusion = |conclusion: &Conclusion| (String::new(), conclusion.id.clone());
        self.list("conclusions", &given.conclusions, &again.conclusions, conclusion);
        let violation = |violation: &Violation| ("conduct:".to_string(), violation.code.clone());
        self.list("violations", &given.violations, &again.violations, violation);
        let pending = |pending: &Pending| ("conduct:".to_string(), pending.code.clone());
        self.list("pending conduct", &given.pending, &again.pending, pending);
        let referral = |referral: &Referral| ("refer:".to_string(), referral.to.clone());
        self.list("referrals", &given.referrals, &again.referrals, referral);
        let question = |question: &Question| ("fact:".to_string(), question.fact.clone());
        self.list("questions", &given.questions, &again.questions, question);
        let shielded = |shielded: &Shielded| ("fact:".to_string(), shielded.fact.clone());
        self.list("shielded facts", &given.shielded, &again.shielded, shielded);
    }

    /// Compares short decisions.
    pub fn compact(&mut self, given: &CompactDecision, again: &CompactDecision) {
        self.other("the reference is another", given.reference == again.reference);
        self.status(given.status.as_str(), again.status.as_str());
        self.list("conclusions", &given.conclusions, &again.conclusions, |id| (String::new(), id.clone()));
        let violation = |violation: &Violation| ("conduct:".to_string(), violation.code.clone());
        self.list("violations", &given.violations, &again.violations, violation);
    }

    fn other(&mut self, words: &str, same: bool) {
        if !same {
            self.lines.push(words.to_string());
        }
    }

    fn standards(&mut self, given: &StandardId, again: &StandardId) {
        if given == again {
            return;
        }
        self.lines.push(format!(
            "another standard: the decision names {}, this was decided by {}",
            standard_name(given),
            standard_name(again)
        ));
    }

    fn status(&mut self, given: &str, again: &str) {
        self.word("the status is", "status", given, again);
    }

    fn elements(&mut self, given: Elements, again: Elements) {
        for (element, given, again) in
            [("act", given.act, again.act), ("means", given.means, again.means), ("purpose", given.purpose, again.purpose)]
        {
            self.word(element, "element", given.as_str(), again.as_str());
        }
    }

    fn word(&mut self, what: &str, group: &str, given: &str, again: &str) {
        if given != again {
            let label = |word: &str| self.label(&format!("{group}:{word}"), word);
            let line = format!("{what}: \"{}\" in the decision, \"{}\" when decided again", label(given), label(again));
            self.lines.push(line);
        }
    }

    /// Compares two lists by the id of their entries, then entry by entry, then by their order.
    fn list<T: PartialEq>(&mut self, what: &str, given: &[T], again: &[T], id: impl Fn(&T) -> (String, String)) {
        let without = |one: &[T], other: &[T]| -> Vec<(String, String)> {
            let mut left: Vec<(String, String)> = other.iter().map(&id).collect();
            one.iter()
                .map(&id)
                .filter(|id| left.iter().position(|other| other == id).map(|found| left.swap_remove(found)).is_none())
                .collect()
        };
        let missing = without(again, given);
        let added = without(given, again);
        if missing.is_empty() && added.is_empty() && given != again {
            let same_entries = given.len() == again.len() && given.iter().all(|entry| again.contains(entry));
            let how = if same_entries { "stand in another order" } else { "differ in their rules or particulars" };
            self.lines.push(format!("{what} {how}"));
        }
        for (heading, ids) in [("missing from the decision", missing), ("only in the decision", added)] {
            for (prefix, id) in ids {
                let label = match prefix.as_str() {
                    "fact:" => self.standard.fact(&id).map(|fact| fact.label),
                    _ => self.standard.text(&format!("{prefix}{id}")).map(|text| text.label),
                };
                // What the standard does not know may be anything; it is not repeated.
                let shown = label.map_or_else(|| unknown(&prefix).to_string(), |label| format!("{id} ({label})"));
                self.lines.push(format!("{what}, {heading}: {shown}"));
            }
        }
    }

    fn label(&self, id: &str, otherwise: &str) -> String {
        self.standard.text(id).map_or_else(|| otherwise.to_string(), |text| text.label)
    }
}

/// What stands for an id that the standard does not know.
fn unknown(prefix: &str) -> &'static str {
    match prefix {
        "fact:" => "a fact that this standard does not have",
        "conduct:" => UNKNOWN_CONDUCT,
        "refer:" => "a destination that this standard does not have",
        _ => UNKNOWN_CONCLUSION,
    }
}

/// The id, the version and the digest of a standard that a decision names, and of each of its overlays.
pub fn standard_name(standard: &StandardId) -> String {
    let base = format!("{} {} ({})", standard.id, standard.version, standard.digest);
    let overlay = |overlay: &OverlayId| format!("{} {} ({})", overlay.id, overlay.version, overlay.digest);
    core::iter::once(base).chain(standard.overlays.iter().map(overlay)).collect::<Vec<_>>().join(" + ")
}
