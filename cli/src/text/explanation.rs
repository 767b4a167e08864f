//! An explanation in words: whether something holds, by which rules, on which facts, and what is missing where it does not.

use palermo::{ExplainedClause, ExplainedRule, Explanation, Standard};

use super::{page::Page, words::Words};

/// An explanation.
#[must_use]
pub fn explanation(standard: &Standard, explanation: &Explanation, width: usize) -> String {
    let words = Words::new(standard);
    let mut text = Explained { words, page: words.page(width) };
    text.head(explanation);
    let (given, others): (Vec<&ExplainedRule>, Vec<&ExplainedRule>) =
        explanation.rules.iter().partition(|rule| rule.fires || !explanation.holds);
    for rule in given {
        text.rule(rule);
    }
    if !others.is_empty() {
        text.page.heading("What would lead to something else that goes before this:");
        for rule in others {
            text.rule(rule);
        }
    }
    if !explanation.because.is_empty() {
        text.page.heading("The rules behind the facts that these rules read, from near to far:");
        for rule in &explanation.because {
            text.rule(rule);
        }
    }
    text.page.blank();
    text.words.identify(&mut text.page);
    text.page.text(0, &text.words.standing());
    text.page.into_text()
}

struct Explained<'s> {
    words: Words<'s>,
    page: Page,
}

impl Explained<'_> {
    fn head(&mut self, explanation: &Explanation) {
        let id = &explanation.conclusion;
        self.page.text(0, &format!("{} [{id}]", self.words.consequence(id)));
        if let Some(sentence) = self.words.sentence(id) {
            self.page.text(0, &sentence);
        }
        if let Some(reference) = explanation.reference {
            self.page.text(0, &format!("Reference: {reference}"));
        }
        self.page.blank();
        let applies = explanation.rules.iter().any(|rule| rule.fires);
        self.page.text(
            0,
            match (explanation.holds, applies) {
                (true, true) => "This holds for the record.",
                (true, false) => "This holds for the record because no rule gives anything else.",
                (false, _) => "This does not hold on what is known so far. It is given by any of these rules:",
            },
        );
    }

    fn rule(&mut self, rule: &ExplainedRule) {
        let words = self.words;
        let applies = if rule.fires { "applies" } else { "does not apply" };
        self.page.heading(&format!("{} - {applies}", rule.rule));
        self.page.text(2, &rule.sentence);
        let gives: Vec<String> = rule.gives.iter().map(|id| words.consequence(id)).collect();
        if !gives.is_empty() {
            self.page.part(2, "Gives", &gives.join("; "));
        }
        self.page.part(2, "Derivation", &words.derivation(rule.derivation));
        self.page.part(2, &words.label("screen:source"), &words.citations(&rule.source));
        if rule.clauses.is_empty() {
            self.page.text(2, "It always applies.");
        }
        let (met, missing): (Vec<&ExplainedClause>, Vec<&ExplainedClause>) = rule.clauses.iter().partition(|clause| clause.met);
        self.met(&met);
        self.missing(&missing);
        if !rule.contested.is_empty() {
            let label = words.label("screen:contested");
            self.page.part(2, &label, &format!("{} (`palermo rules show {}` says how)", rule.contested.join(", "), rule.rule));
        }
    }

    fn met(&mut self, clauses: &[&ExplainedClause]) {
        if clauses.is_empty() {
            return;
        }
        let words = self.words;
        let lines = clauses.iter().map(|clause| {
            let facts = clause.known().map(|is| words.fact_is(&is.fact, &words.value(&is.fact, &is.value)));
            facts.collect::<Vec<_>>().join("; ")
        });
        // Clauses of one condition often rest on the same facts.
        let mut told: Vec<String> = Vec::new();
        for line in lines {
            if !told.contains(&line) {
                told.push(line);
            }
        }
        self.page.text(2, &format!("{}:", words.label("screen:met")));
        for line in told {
            self.page.item(4, &line);
        }
    }

    fn missing(&mut self, clauses: &[&ExplainedClause]) {
        if clauses.is_empty() {
            return;
        }
        let words = self.words;
        self.page.text(2, &format!("{}:", words.label("screen:missing")));
        for clause in clauses {
            self.needs(4, clause);
        }
    }

    /// What would meet a clause: any one of some values, or a part of it as a whole.
    fn needs(&mut self, indent: usize, clause: &ExplainedClause) {
        let words = self.words;
        let needs = clause.needs.iter();
        let needs: Vec<String> = needs
            .map(|needs| words.fact_is(&needs.fact, &words.values(&needs.fact, needs.values.iter().map(String::as_str))))
            .collect();
        match (needs.as_slice(), clause.parts.as_slice()) {
            ([], []) => self.page.item(indent, "nothing that could be known would meet it"),
            ([one], []) => self.page.item(indent, one),
            (several, parts) => {
                self.page.item(indent, "any one of:");
                for one in several {
                    self.page.item(indent + 2, one);
                }
                for part in parts {
                    self.page.item(indent + 2, "all of:");
                    for clause in part.iter().filter(|clause| !clause.met) {
                        self.needs(indent + 4, clause);
                    }
                }
            }
        }
    }
}
