//! Decodes everything of a rule set but its rules and conditions.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::{Decoder, Object, Shape};
use crate::{
    load::{LoadErrorCode, Tree},
    rule_set::{
        ConductCode, ContestedPoint, DecisionKey, DecisionKeys, DerivedFact, Document, FORMAT, Fact, FactSet, FirstScreen,
        InForce, Instrument, Interview, Member, RuleSet, SourceRange, Text, Value, Values,
    },
    vocabulary::Standing,
};

impl Decoder {
    pub(super) fn rule_set(&mut self, tree: &Tree) -> RuleSet {
        let keys = [
            "format",
            "id",
            "kind",
            "standing",
            "version",
            "title",
            "summary",
            "in_force",
            "documents",
            "instruments",
            "groups",
            "facts",
            "derived",
            "decision",
            "sets",
            "interview",
            "urgency",
            "first_screen",
            "conduct",
            "situations",
            "rules",
            "contested",
            "texts",
            "source_index",
        ];
        let object = self.object(tree, "", &keys);
        RuleSet {
            format: self.format(object),
            id: self.text(object, "id"),
            kind: self.kind(object, "kind"),
            standing: if object.get("standing").is_some() { self.standing(object, "standing") } else { Standing::Standard },
            version: self.text(object, "version"),
            title: self.text(object, "title"),
            summary: self.text(object, "summary"),
            in_force: self.part(object, "in_force", InForce { from: String::new(), to: None }, Self::in_force),
            documents: self.list(object, "documents", Self::document),
            instruments: self.optional_list(object, "instruments", Self::instrument),
            groups: self.texts(object, "groups"),
            facts: self.list(object, "facts", Self::fact),
            derived: self.list(object, "derived", Self::derived),
            decision: self.part(object, "decision", empty_keys(), Self::decision),
            sets: self.list(object, "sets", Self::set),
            interview: self.list(object, "interview", Self::interview),
            urgency: self.texts(object, "urgency"),
            first_screen: self.part(object, "first_screen", FirstScreen { now: Vec::new(), must_not: Vec::new() }, Self::screen),
            conduct: self.list(object, "conduct", Self::conduct),
            situations: self.optional_list(object, "situations", Self::situation),
            rules: self.list(object, "rules", Self::rule),
            contested: self.optional_list(object, "contested", Self::contested),
            texts: self.map(object, "texts", Self::text_entry),
            source_index: self.list(object, "source_index", Self::source_range),
            composed: None,
        }
    }

    pub(super) fn format(&mut self, object: Object<'_>) -> u32 {
        let format = self.number(object, "format");
        if format != FORMAT {
            self.error("/format", LoadErrorCode::Format { expected: FORMAT });
        }
        format
    }

    pub(super) fn part<T>(&mut self, object: Object<'_>, key: &str, empty: T, read: impl Fn(&mut Self, &Tree, &str) -> T) -> T {
        match self.required(object, key) {
            Some(tree) => read(self, tree, &object.path(key)),
            None => empty,
        }
    }

    pub(super) fn in_force(&mut self, tree: &Tree, path: &str) -> InForce {
        let object = self.object(tree, path, &["from", "to"]);
        InForce { from: self.text(object, "from"), to: self.optional_text(object, "to") }
    }

    pub(super) fn document(&mut self, tree: &Tree, path: &str) -> Document {
        let object = self.object(tree, path, &["id", "title", "publisher", "published", "lines", "sha256"]);
        Document {
            id: self.text(object, "id"),
            title: self.text(object, "title"),
            publisher: self.text(object, "publisher"),
            published: self.text(object, "published"),
            lines: self.number(object, "lines"),
            sha256: self.text(object, "sha256"),
        }
    }

    pub(super) fn instrument(&mut self, tree: &Tree, path: &str) -> Instrument {
        let object = self.object(tree, path, &["id", "title", "publisher", "published"]);
        Instrument {
            id: self.text(object, "id"),
            title: self.text(object, "title"),
            publisher: self.text(object, "publisher"),
            published: self.text(object, "published"),
        }
    }

    pub(super) fn fact(&mut self, tree: &Tree, path: &str) -> Fact {
        let keys = [
            "name",
            "group",
            "label",
            "meaning",
            "values",
            "question",
            "help",
            "ask",
            "sensitivity",
            "known_by",
            "shield",
            "source",
        ];
        let object = self.object(tree, path, &keys);
        Fact {
            name: self.text(object, "name"),
            group: self.text(object, "group"),
            label: self.text(object, "label"),
            meaning: self.text(object, "meaning"),
            values: self.part(object, "values", Values::YesNo, Self::values),
            question: self.text(object, "question"),
            help: self.text(object, "help"),
            ask: self.stage(object, "ask"),
            sensitivity: self.sensitivity(object, "sensitivity"),
            known_by: self.texts(object, "known_by"),
            shield: self.required(object, "shield").is_some() && self.flag(object, "shield"),
            source: self.list(object, "source", Self::citation),
        }
    }

    pub(super) fn values(&mut self, tree: &Tree, path: &str) -> Values {
        match tree {
            Tree::Text(word) if word == "yes_no" => Values::YesNo,
            Tree::List(_) => Values::Choice(self.list_of(tree, path, Self::text_of)),
            Tree::Map(_) => {
                let object = self.object(tree, path, &["from", "to"]);
                Values::Years { from: self.number(object, "from"), to: self.number(object, "to") }
            }
            _ => {
                self.wrong(path, "`yes_no`, a list of words or `{ from, to }`");
                Values::YesNo
            }
        }
    }

    pub(super) fn derived(&mut self, tree: &Tree, path: &str) -> DerivedFact {
        let object = self.object(tree, path, &["name", "values", "priority", "default"]);
        DerivedFact {
            name: self.text(object, "name"),
            values: self.part(object, "values", Values::YesNo, Self::values),
            priority: self.list(object, "priority", Self::value),
            default: self.part(object, "default", Value::YesNo(false), Self::value),
        }
    }

    pub(super) fn value(&mut self, tree: &Tree, path: &str) -> Value {
        match tree {
            Tree::Bool(value) => Value::YesNo(*value),
            Tree::Text(word) => Value::Word(word.clone()),
            _ => {
                self.wrong(path, "true, false or a word, and of years `{ below: … }` or `{ at_least: … }`,");
                Value::YesNo(false)
            }
        }
    }

    pub(super) fn decision(&mut self, tree: &Tree, path: &str) -> DecisionKeys {
        let object = self.object(tree, path, &["status", "act", "means", "purpose", "child", "child_when_trafficked"]);
        let empty = || DecisionKey { fact: String::new(), words: BTreeMap::new() };
        DecisionKeys {
            status: self.part(object, "status", empty(), Self::key),
            act: self.part(object, "act", empty(), Self::key),
            means: self.part(object, "means", empty(), Self::key),
            purpose: self.part(object, "purpose", empty(), Self::key),
            child: self.part(object, "child", empty(), Self::key),
            child_when_trafficked: self.part(object, "child_when_trafficked", empty(), Self::key),
        }
    }

    pub(super) fn key(&mut self, tree: &Tree, path: &str) -> DecisionKey {
        let object = self.object(tree, path, &["fact", "words"]);
        let words = if object.get("words").is_some() { self.map(object, "words", Self::text_of) } else { BTreeMap::new() };
        DecisionKey { fact: self.text(object, "fact"), words }
    }

    pub(super) fn set(&mut self, tree: &Tree, path: &str) -> FactSet {
        let object = self.object(tree, path, &["name", "members"]);
        FactSet { name: self.text(object, "name"), members: self.list(object, "members", Self::member) }
    }

    pub(super) fn member(&mut self, tree: &Tree, path: &str) -> Member {
        if let Tree::Text(fact) = tree {
            return Member { fact: fact.clone(), when: None };
        }
        let object = self.object(tree, path, &["fact", "when"]);
        Member { fact: self.text(object, "fact"), when: self.optional_condition(object, "when") }
    }

    pub(super) fn interview(&mut self, tree: &Tree, path: &str) -> Interview {
        let object = self.object(tree, path, &["stage", "after", "not_while", "ask"]);
        Interview {
            stage: self.stage(object, "stage"),
            after: self.optional_list(object, "after", Self::text_of),
            not_while: self.optional_list(object, "not_while", Self::text_of),
            ask: self.texts(object, "ask"),
        }
    }

    pub(super) fn screen(&mut self, tree: &Tree, path: &str) -> FirstScreen {
        let object = self.object(tree, path, &["now", "must_not"]);
        FirstScreen { now: self.texts(object, "now"), must_not: self.texts(object, "must_not") }
    }

    pub(super) fn conduct(&mut self, tree: &Tree, path: &str) -> ConductCode {
        let object = self.object(tree, path, &["code", "parent", "implied_when"]);
        ConductCode {
            code: self.text(object, "code"),
            parent: self.optional_text(object, "parent"),
            implied_when: self.optional_condition(object, "implied_when"),
        }
    }

    pub(super) fn contested(&mut self, tree: &Tree, path: &str) -> ContestedPoint {
        let object = self.object(tree, path, &["id", "topic", "source_says", "contested", "treatment", "rules"]);
        ContestedPoint {
            id: self.text(object, "id"),
            topic: self.text(object, "topic"),
            source_says: self.text(object, "source_says"),
            contested: self.text(object, "contested"),
            treatment: self.text(object, "treatment"),
            rules: self.texts(object, "rules"),
        }
    }

    pub(super) fn text_entry(&mut self, tree: &Tree, path: &str) -> Text {
        let object = self.object(tree, path, &["label", "sentence"]);
        Text { label: self.text(object, "label"), sentence: self.text(object, "sentence") }
    }

    pub(super) fn source_range(&mut self, tree: &Tree, path: &str) -> SourceRange {
        let object = self.object(tree, path, &["at", "lines", "sha256"]);
        SourceRange { at: self.text(object, "at"), lines: self.lines(object), sha256: self.text(object, "sha256") }
    }
}

fn empty_keys() -> DecisionKeys {
    let key = || DecisionKey { fact: String::new(), words: BTreeMap::new() };
    DecisionKeys { status: key(), act: key(), means: key(), purpose: key(), child: key(), child_when_trafficked: key() }
}
