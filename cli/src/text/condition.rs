//! A condition in words: what has to be known before a rule applies.

use palermo::rule_set::{Accepts, Condition, FactSet, Value};

use super::{
    page::Page,
    words::{Words, uncapitalised},
};

/// Writes conditions, with the labels of facts and, where the rule set is at hand, the members of its sets.
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
        match condition {
            Condition::Always => page.item(indent, "always"),
            Condition::Otherwise => page.item(indent, "where no other rule says anything about it"),
            Condition::All(parts) => self.group(page, indent, "all of:", parts),
            Condition::Any(parts) => self.group(page, indent, "any one of:", parts),
            Condition::AnyOf { set, is } => self.set(page, indent, "any one of", set, is),
            Condition::AllOf { set, is } => self.set(page, indent, "every one of", set, is),
            Condition::Literal { fact, accepts } => {
                page.item(indent, &self.words.fact_is(fact, &self.accepted(fact, accepts)));
            }
        }
    }

    fn group(&self, page: &mut Page, indent: usize, head: &str, parts: &[Condition]) {
        if let [part] = parts {
            return self.write(page, indent, part);
        }
        page.item(indent, head);
        for part in parts {
            self.write(page, indent + 2, part);
        }
    }

    fn set(&self, page: &mut Page, indent: usize, which: &str, name: &str, is: &[Value]) {
        let values = self.words.values(name, is.iter().map(Value::name));
        page.item(indent, &format!("{which} these ({name}): {values}"));
        let members = self.sets.iter().filter(|set| set.name == name).flat_map(|set| &set.members);
        for member in members {
            match &member.when {
                None => page.item(indent + 2, &self.words.fact(&member.fact)),
                Some(when) => {
                    page.item(indent + 2, &format!("{}, but only where:", self.words.fact(&member.fact)));
                    self.write(page, indent + 4, when);
                }
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
