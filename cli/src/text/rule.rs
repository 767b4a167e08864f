//! A rule in words: everything that the rule set says about it.

use palermo::{
    Standard,
    rule_set::{Case, Condition, Rule, RuleSet},
};

use super::{
    page::Page,
    rule_words::{BREACH, CASES, RuleWords, THEN, UNDECIDED, WHEN, contested_parts},
    words::Words,
};

/// A rule; the rule set adds reading, cases, contested points and the members of sets where it is at hand.
#[must_use]
pub fn rule(standard: &Standard, rule_set: Option<&RuleSet>, rule: &Rule, width: usize) -> String {
    let words = Words::new(standard);
    let mut text = Shown { told: RuleWords { words, rule_set }, page: words.page(width) };
    text.head(rule);
    text.condition(&rule.when);
    text.then(rule);
    text.breach(rule);
    let published = rule_set.and_then(|rule_set| rule_set.rules.iter().find(|other| other.id == rule.id));
    if let Some(reading) = published.map_or(&rule.reading, |rule| &rule.reading) {
        text.page.heading(&words.label("screen:reading"));
        text.page.text(2, reading);
    }
    text.contested(&rule.id);
    text.cases(published.map_or(&rule.cases, |rule| &rule.cases));
    text.page.blank();
    words.identify(&mut text.page);
    text.page.text(0, &words.standing());
    text.page.into_text()
}

struct Shown<'w> {
    told: RuleWords<'w>,
    page: Page,
}

impl Shown<'_> {
    fn head(&mut self, rule: &Rule) {
        self.page.text(0, &rule.id);
        self.page.text(0, &rule.sentence);
        self.page.blank();
        for (name, text) in self.told.head(rule) {
            self.page.part(0, &name, &text);
        }
    }

    fn condition(&mut self, when: &Condition) {
        self.page.heading(WHEN);
        self.told.conditions().write(&mut self.page, 2, when);
        self.as_written(2, when);
    }

    fn as_written(&mut self, indent: usize, condition: &Condition) {
        if let Ok(written) = serde_json::to_string(condition) {
            self.page.part(indent, "As written", &written.replace(',', ", "));
        }
    }

    fn then(&mut self, rule: &Rule) {
        self.page.heading(THEN);
        for consequence in self.told.consequences(rule) {
            self.page.item(2, &format!("{} [{}]", consequence.label, consequence.id));
            if let Some(sentence) = consequence.sentence {
                self.page.text(4, &sentence);
            }
        }
    }

    fn breach(&mut self, rule: &Rule) {
        let Some(breach) = self.told.breach(rule) else { return };
        self.page.heading(BREACH);
        self.page.item(2, &format!("{} [{}]", breach.conduct.label, breach.conduct.id));
        if let Some(sentence) = breach.conduct.sentence {
            self.page.text(4, &sentence);
        }
        let (sentence, when) = breach.breaks;
        self.page.text(4, sentence);
        if let Some(when) = when {
            self.told.conditions().write(&mut self.page, 4, &when);
            self.as_written(4, &when);
        }
        if let Some((sentence, when)) = breach.implied {
            self.page.text(4, sentence);
            self.told.conditions().write(&mut self.page, 4, &when);
        }
    }

    fn contested(&mut self, rule: &str) {
        let points = self.told.contested(rule);
        if points.is_empty() {
            return;
        }
        self.page.heading(&self.told.words.label("screen:contested"));
        for point in points {
            self.page.item(2, &format!("{}: {}", point.id, point.topic));
            for (name, text) in contested_parts(point) {
                self.page.part(4, name, text);
            }
        }
    }

    fn cases(&mut self, cases: &[Case]) {
        if cases.is_empty() {
            return;
        }
        self.page.heading(CASES);
        for case in self.told.cases(cases) {
            self.page.item(2, &format!("{}: {}", case.outcome, case.facts.join("; ")));
            if !case.undecided.is_empty() {
                self.page.part(4, UNDECIDED, &case.undecided.join("; "));
            }
            if let Some(note) = &case.note {
                self.page.text(4, note);
            }
        }
    }
}
