//! A rule in words: everything that the rule set says about it.

use palermo::{
    FactValue, Standard,
    rule_set::{Case, CaseFacts, Condition, ContestedPoint, FactSet, Rule, RuleSet},
};

use super::{condition::ConditionWriter, page::Page, words::Words};

/// A rule; the rule set adds reading, cases, contested points and the members of sets where it is at hand.
#[must_use]
pub fn rule(standard: &Standard, rule_set: Option<&RuleSet>, rule: &Rule, width: usize) -> String {
    let words = Words::new(standard);
    let sets: &[FactSet] = rule_set.map_or(&[], |rule_set| &rule_set.sets);
    let mut text = Shown { words, rule_set, writer: ConditionWriter { words, sets }, page: Page::new(width) };
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
    text.page.part(0, "Standard", &words.identity());
    text.page.text(0, &words.standing());
    text.page.into_text()
}

struct Shown<'w> {
    words: Words<'w>,
    rule_set: Option<&'w RuleSet>,
    writer: ConditionWriter<'w>,
    page: Page,
}

impl Shown<'_> {
    fn head(&mut self, rule: &Rule) {
        let words = self.words;
        self.page.text(0, &rule.id);
        self.page.text(0, &rule.sentence);
        self.page.blank();
        self.page.part(0, "Modality", &words.label(&format!("modality:{}", rule.modality)));
        self.page.part(0, "Derivation", &words.derivation(rule.derivation));
        self.page.part(0, &words.label("screen:bearers"), &words.bearers(&rule.bearers));
        self.page.part(0, &words.label("screen:source"), &words.citations(&rule.source));
    }

    fn condition(&mut self, when: &Condition) {
        self.page.heading("When it applies");
        self.writer.write(&mut self.page, 2, when);
        self.as_written(2, when);
    }

    fn as_written(&mut self, indent: usize, condition: &Condition) {
        if let Ok(written) = serde_json::to_string(condition) {
            self.page.part(indent, "As written", &written.replace(',', ", "));
        }
    }

    fn then(&mut self, rule: &Rule) {
        self.page.heading("What follows");
        for id in &rule.then {
            self.page.item(2, &format!("{} [{id}]", self.words.consequence(id)));
            if let Some(sentence) = self.words.sentence(id) {
                self.page.text(4, &sentence);
            }
        }
    }

    fn breach(&mut self, rule: &Rule) {
        let Some(breach) = &rule.breach else { return };
        self.page.heading("What breaks it");
        self.page.item(2, &format!("{} [conduct:{}]", self.words.conduct(&breach.code), breach.code));
        if let Some(sentence) = self.words.sentence(&format!("conduct:{}", breach.code)) {
            self.page.text(4, &sentence);
        }
        match &breach.when {
            None => self.page.text(4, "It breaks the rule wherever the rule applies."),
            Some(Condition::Always) => self.page.text(4, "It always breaks the rule."),
            Some(when) => {
                self.page.text(4, "It breaks the rule where this holds:");
                self.writer.write(&mut self.page, 4, when);
                self.as_written(4, when);
            }
        }
        let implied = self.words.standard().conduct(&breach.code).and_then(|code| code.implied_when);
        if let Some(when) = implied {
            self.page.text(4, "It counts as established, without being recorded, where this holds:");
            self.writer.write(&mut self.page, 4, &when);
        }
    }

    fn contested(&mut self, rule: &str) {
        let points = self.rule_set.map_or(&[][..], |rule_set| &rule_set.contested);
        let points: Vec<&ContestedPoint> = points.iter().filter(|point| point.rules.iter().any(|id| id == rule)).collect();
        if points.is_empty() {
            return;
        }
        self.page.heading(&self.words.label("screen:contested"));
        for point in points {
            self.page.item(2, &format!("{}: {}", point.id, point.topic));
            self.page.part(4, "The source says", &point.source_says);
            self.page.part(4, "What is contested", &point.contested);
            self.page.part(4, "What the rules do about it", &point.treatment);
        }
    }

    fn cases(&mut self, cases: &[Case]) {
        if cases.is_empty() {
            return;
        }
        self.page.heading("Cases");
        for case in cases {
            let (outcome, facts) = match case {
                Case { fires: Some(facts), .. } => ("Applies", facts),
                Case { silent: Some(facts), .. } => ("Does not apply", facts),
                Case { breached: Some(facts), .. } => ("The conduct breaks it", facts),
                Case { not_breached: Some(facts), .. } => ("The conduct does not break it", facts),
                _ => continue,
            };
            self.page.item(2, &format!("{outcome}: {}", self.facts(facts)));
            if !case.unknown.is_empty() {
                let unknown: Vec<String> = case.unknown.iter().map(|fact| self.words.fact(fact)).collect();
                self.page.part(4, "Not known, and it would decide", &unknown.join("; "));
            }
            if let Some(note) = &case.note {
                self.page.text(4, note);
            }
        }
    }

    fn facts(&self, facts: &CaseFacts) -> String {
        match facts {
            CaseFacts::Situation(name) => {
                let situations = self.rule_set.map_or(&[][..], |rule_set| &rule_set.situations);
                let situation = situations.iter().find(|situation| situation.name == *name);
                situation.map_or_else(|| name.clone(), |situation| situation.sentence.clone())
            }
            CaseFacts::Facts(facts) if facts.is_empty() => "nothing is known".to_string(),
            CaseFacts::Facts(facts) => {
                let told = facts.iter().map(|(fact, value)| self.words.fact_is(fact, &self.given(fact, value)));
                told.collect::<Vec<_>>().join("; ")
            }
        }
    }

    fn given(&self, fact: &str, value: &FactValue) -> String {
        match value {
            FactValue::Unknown => self.words.value(fact, "unknown"),
            FactValue::YesNo(true) => self.words.value(fact, "yes"),
            FactValue::YesNo(false) => self.words.value(fact, "no"),
            FactValue::Years(years) => years.to_string(),
            FactValue::Word(word) => self.words.value(fact, word),
        }
    }
}
