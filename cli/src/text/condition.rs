//! A condition in words: what has to be known before a rule applies.

use palermo::rule_set::{Accepts, Condition, FactSet, Value};

use super::{
    page::Page,
    words::{Words, uncapitalised},
};

/// A line of a condition in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands below the first line.
    pub depth: usize,
    /// What it says.
    pub text: String,
    /// The fact that it speaks about, with whose label the text begins.
    pub fact: Option<String>,
}

/// Puts conditions in words, with the labels of facts and, where the rule set is at hand, the members of its sets.
#[derive(Clone, Copy, Debug)]
pub struct ConditionWriter<'w> {
    /// The words of the standard.
    pub words: Words<'w>,
    /// The named sets of facts.
    pub sets: &'w [FactSet],
}

impl ConditionWriter<'_> {
    /// Writes a condition as a list, a part a line.
    pub fn write(&self, page: &mut Page, indent: usize, condition: &Condition) {
        for line in self.lines(condition) {
            page.item(indent + 2 * line.depth, &line.text);
        }
    }

    /// A condition as lines, each with its depth.
    #[must_use]
    pub fn lines(&self, condition: &Condition) -> Vec<Line> {
        let mut lines = Vec::new();
        self.add(&mut lines, 0, condition);
        lines
    }

    fn add(&self, lines: &mut Vec<Line>, depth: usize, condition: &Condition) {
        let plain = |text: &str| Line { depth, text: text.to_string(), fact: None };
        match condition {
            Condition::Always => lines.push(plain("always")),
            Condition::Otherwise => lines.push(plain("where no other rule says anything about it")),
            Condition::All(parts) => self.group(lines, depth, "all of:", parts),
            Condition::Any(parts) => self.group(lines, depth, "any one of:", parts),
            Condition::AnyOf { set, is } => self.set(lines, depth, "any one of", set, is),
            Condition::AllOf { set, is } => self.set(lines, depth, "every one of", set, is),
            Condition::Literal { fact, accepts } => {
                let text = self.words.fact_is(fact, &self.accepted(fact, accepts));
                lines.push(Line { depth, text, fact: Some(fact.clone()) });
            }
        }
    }

    fn group(&self, lines: &mut Vec<Line>, depth: usize, head: &str, parts: &[Condition]) {
        if let [part] = parts {
            return self.add(lines, depth, part);
        }
        lines.push(Line { depth, text: head.to_string(), fact: None });
        for part in parts {
            self.add(lines, depth + 1, part);
        }
    }

    fn set(&self, lines: &mut Vec<Line>, depth: usize, which: &str, name: &str, is: &[Value]) {
        let values = self.words.values(name, is.iter().map(Value::name));
        lines.push(Line { depth, text: format!("{which} these ({name}): {values}"), fact: None });
        let members = self.sets.iter().filter(|set| set.name == name).flat_map(|set| &set.members);
        for member in members {
            let label = self.words.fact(&member.fact);
            let text = if member.when.is_some() { format!("{label}, but only where:") } else { label };
            lines.push(Line { depth: depth + 1, text, fact: Some(member.fact.clone()) });
            if let Some(when) = &member.when {
                self.add(lines, depth + 2, when);
            }
        }
    }

    fn accepted(&self, fact: &str, accepts: &Accepts) -> String {
        let bounded = |words: String, or_unknown: bool| {
            if or_unknown { format!("{words} or {}", uncapitalised(&self.words.value(fact, "unknown"))) } else { words }
        };
        match accepts {
            Accepts::OneOf(values) => self.words.values(fact, values.iter().map(Value::name)),
            Accepts::Below { bound, or_unknown } => bounded(format!("below {bound}"), *or_unknown),
            Accepts::AtLeast { bound, or_unknown } => bounded(format!("{bound} or over"), *or_unknown),
        }
    }
}
