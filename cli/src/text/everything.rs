//! A whole decision in words: every conclusion with its rules, every breach, every open question.

use palermo::{Conclusion, ConclusionKind, Decision, ElementState, Pending, Standard, vocabulary::Derivation};

use super::{
    page::Page,
    questions::{Stages, may_change},
    words::Words,
};

/// The order in which conclusions are read: what to do, what not to do, what is owed. Destinations follow by urgency.
const KINDS: [(ConclusionKind, &str); 3] = [
    (ConclusionKind::Obligation, "kind:obligation"),
    (ConclusionKind::Prohibition, "screen:must_not"),
    (ConclusionKind::Entitlement, "screen:owed"),
];

/// Everything that a decision says.
#[must_use]
pub fn everything(standard: &Standard, decision: &Decision, width: usize) -> String {
    let words = Words::new(standard);
    let mut text = Everything { words, decision, page: words.page(width) };
    text.head();
    text.elements();
    for (kind, heading) in KINDS {
        text.conclusions(kind, heading);
    }
    text.referrals();
    text.violations();
    text.pending();
    text.questions();
    text.shielded();
    text.foot();
    text.page.into_text()
}

struct Everything<'d> {
    words: Words<'d>,
    decision: &'d Decision,
    page: Page,
}

impl Everything<'_> {
    fn counted(&mut self, heading: &str, count: usize) {
        let heading = self.words.label(heading);
        self.page.heading(&format!("{heading} ({count})"));
    }

    fn head(&mut self) {
        let status = format!("status:{}", self.decision.status);
        self.page.text(0, &format!("{}: {}", self.words.label("kind:status"), self.words.label(&status)));
        self.sentence(0, &status);
        self.sentence(0, &format!("child:{}", self.decision.child));
        let rules = self.words.rules(&self.decision.status_rules);
        if !rules.is_empty() {
            self.page.text(0, &format!("[{status}: {rules}]"));
        }
        if let Some(reference) = self.decision.reference {
            self.page.text(0, &format!("Reference: {reference}"));
        }
    }

    fn sentence(&mut self, indent: usize, id: &str) {
        let text = self.words.sentence_or_label(id);
        self.page.text(indent, &text);
    }

    fn elements(&mut self) {
        self.page.heading(&self.words.label("screen:elements"));
        let elements = self.decision.elements;
        let named: [(&str, ElementState); 3] =
            [("group:act", elements.act), ("group:means", elements.means), ("group:purpose", elements.purpose)];
        for (group, state) in named {
            let line = format!("{} - {}", self.words.label(group), self.words.label(&format!("element:{state}")));
            self.page.item(2, &line);
        }
        let then = self.words.label(&format!("child_when_trafficked:{}", self.decision.child_when_trafficked));
        self.page.item(2, &then);
    }

    fn conclusions(&mut self, kind: ConclusionKind, heading: &str) {
        let decision = self.decision;
        let of_kind: Vec<&Conclusion> = decision.conclusions.iter().filter(|conclusion| conclusion.kind == kind).collect();
        if of_kind.is_empty() {
            return;
        }
        self.counted(heading, of_kind.len());
        for conclusion in of_kind {
            let mut label = self.words.label(&conclusion.id);
            if !conclusion.bearers.is_empty() {
                label = format!("{label} ({})", self.words.bearers(&conclusion.bearers));
            }
            self.page.item(2, &label);
            self.page.text(4, &format!("[{}: {}]", conclusion.id, self.words.rules(&conclusion.rules)));
        }
    }

    fn referrals(&mut self) {
        if self.decision.referrals.is_empty() {
            return;
        }
        self.counted("screen:call", self.decision.referrals.len());
        for referral in &self.decision.referrals {
            let id = format!("refer:{}", referral.to);
            self.page.item(2, &self.words.label(&id));
            if let Some(sentence) = self.words.sentence(&id) {
                self.page.text(4, &sentence);
            }
            self.page.text(4, &format!("[{id}: {}]", self.words.rules(&referral.rules)));
        }
    }

    fn violations(&mut self) {
        if self.decision.violations.is_empty() {
            return;
        }
        self.counted("screen:broken", self.decision.violations.len());
        for violation in &self.decision.violations {
            let how = self.words.certainty(violation.certainty);
            let how = self.words.actor(violation.actor).map_or(how.clone(), |actor| format!("{actor}; {how}"));
            self.page.item(2, &format!("{} ({how})", self.words.conduct(&violation.code)));
            self.rule_sentence(&violation.rule);
            self.page.text(4, &format!("[conduct:{}: {}]", violation.code, self.words.rule(&violation.rule)));
        }
    }

    fn rule_sentence(&mut self, rule: &str) {
        if let Some(rule) = self.words.standard().rule(rule) {
            self.page.text(4, &rule.sentence);
        }
    }

    fn pending(&mut self) {
        if self.decision.pending.is_empty() {
            return;
        }
        self.counted("screen:pending", self.decision.pending.len());
        // What is planned and would be a breach comes first: it has to be said before it happens.
        let (planned, waiting): (Vec<&Pending>, Vec<&Pending>) =
            self.decision.pending.iter().partition(|pending| pending.waits_for.is_empty());
        for pending in planned.into_iter().chain(waiting) {
            let how = self.words.certainty(pending.certainty);
            let how = self.words.actor(pending.actor).map_or(how.clone(), |actor| format!("{actor}; {how}"));
            self.page.item(2, &format!("{} ({how})", self.words.conduct(&pending.code)));
            if pending.waits_for.is_empty() {
                self.page.text(4, "It would break a duty: say so before it happens.");
            } else {
                let facts: Vec<String> = pending.waits_for.iter().map(|fact| self.words.fact(fact)).collect();
                self.page.part(4, "Whether it breaks a duty is open until this is settled", &facts.join("; "));
            }
            self.rule_sentence(&pending.rule);
            self.page.text(4, &format!("[conduct:{}: {}]", pending.code, self.words.rule(&pending.rule)));
        }
    }

    fn questions(&mut self) {
        if self.decision.questions.is_empty() {
            return;
        }
        self.counted("screen:ask", self.decision.questions.len());
        self.sentence(0, "screen:ask");
        let stages = Stages::new(self.words.standard());
        let mut stage = None;
        for question in &self.decision.questions {
            if stage != Some(question.ask) {
                stage = Some(question.ask);
                self.page.text(2, &self.words.label(&format!("stage:{}", question.ask)));
                stages.write(&mut self.page, self.words, question, 4);
            }
            self.page.item(4, &self.words.question(&question.fact));
            may_change(&mut self.page, self.words, question, 6);
        }
    }

    fn shielded(&mut self) {
        if self.decision.shielded.is_empty() {
            return;
        }
        self.counted("screen:shielded", self.decision.shielded.len());
        for shielded in &self.decision.shielded {
            self.page.item(2, &self.words.fact(&shielded.fact));
            for rule in &shielded.rules {
                self.rule_sentence(rule);
            }
            self.page.text(4, &format!("[{}: {}]", shielded.fact, self.words.rules(&shielded.rules)));
        }
    }

    fn foot(&mut self) {
        self.page.blank();
        self.words.identify(&mut self.page);
        let letters: Vec<String> = Derivation::ALL.iter().map(|derivation| self.words.derivation(*derivation)).collect();
        self.page.part(0, "Letters behind rules", &letters.join("; "));
        let bearers = self.words.label("screen:bearers");
        self.page.part(0, "In brackets", &format!("({bearers}) [id: rules with their letters]"));
        self.page.text(0, &self.words.standing());
    }
}
