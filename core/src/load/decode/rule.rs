//! Decodes rules: their sources, breaches, cases and situations.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
};

use super::{Decoder, Object, Shape};
use crate::{
    FactValue,
    load::{LoadErrorCode, Tree},
    record::pointer,
    rule_set::{Breach, Case, CaseFacts, Citation, Condition, Lines, Rule, Situation},
    vocabulary::Bearer,
};

impl Decoder {
    pub(super) fn citation(&mut self, tree: &Tree, path: &str) -> Citation {
        let object = self.object(tree, path, &["at", "lines", "instrument", "article", "confidence", "by_reference"]);
        let one_kind = [&["at", "lines"][..], &["instrument", "article", "confidence"], &["by_reference"]]
            .iter()
            .any(|kind| object.entries.iter().all(|(key, _)| kind.contains(&key.as_str())));
        if !one_kind {
            let reason =
                "a citation has `at` and `lines`, or `instrument`, `article` and `confidence`, or `by_reference` alone".into();
            self.error(path, LoadErrorCode::Mismatch { reason });
        }
        if object.get("instrument").is_some() {
            return Citation::Article {
                instrument: self.text(object, "instrument"),
                article: self.text(object, "article"),
                confidence: self.confidence(object, "confidence"),
            };
        }
        if object.get("by_reference").is_some() {
            return Citation::Reference { by_reference: self.text(object, "by_reference") };
        }
        Citation::Source { at: self.text(object, "at"), lines: self.lines(object) }
    }

    pub(super) fn lines(&mut self, object: Object<'_>) -> Lines {
        let numbers = self.list(object, "lines", Self::number_of);
        Lines::from_list(&numbers).unwrap_or_else(|| {
            self.wrong(&object.path("lines"), "`[line]` or `[first, last]`");
            Lines { first: 1, last: 1 }
        })
    }

    pub(super) fn rule(&mut self, tree: &Tree, path: &str) -> Rule {
        let keys =
            ["id", "sentence", "source", "modality", "derivation", "bearers", "when", "then", "breach", "reading", "cases"];
        let object = self.object(tree, path, &keys);
        Rule {
            id: self.text(object, "id"),
            sentence: self.text(object, "sentence"),
            source: self.list(object, "source", Self::citation),
            modality: self.modality(object, "modality"),
            derivation: self.derivation(object, "derivation"),
            bearers: self.list(object, "bearers", Self::bearer),
            when: self.part(object, "when", Condition::Always, |decoder, tree, path| decoder.condition(tree, path, 0)),
            then: self.texts(object, "then"),
            breach: object.get("breach").map(|tree| self.breach(tree, &object.path("breach"))),
            reading: self.optional_text(object, "reading"),
            cases: self.optional_list(object, "cases", Self::case),
        }
    }

    pub(super) fn bearer(&mut self, tree: &Tree, path: &str) -> Bearer {
        let word = self.text_of(tree, path);
        Bearer::from_word(&word).unwrap_or_else(|| {
            if word.is_empty() {
                return Bearer::All;
            }
            let accepted = Bearer::ALL.iter().map(ToString::to_string).collect();
            self.error(path, LoadErrorCode::UnknownWord { what: "bearer", accepted });
            Bearer::All
        })
    }

    pub(super) fn breach(&mut self, tree: &Tree, path: &str) -> Breach {
        if let Tree::Text(code) = tree {
            return Breach { code: code.clone(), when: None };
        }
        let object = self.object(tree, path, &["code", "when"]);
        Breach { code: self.text(object, "code"), when: self.optional_condition(object, "when") }
    }

    pub(super) fn case(&mut self, tree: &Tree, path: &str) -> Case {
        let object = self.object(tree, path, &["fires", "silent", "breached", "not_breached", "unknown", "note"]);
        let mut facts = |key: &str| object.get(key).map(|tree| self.case_facts(tree, &object.path(key)));
        let (fires, silent, breached, not_breached) = (facts("fires"), facts("silent"), facts("breached"), facts("not_breached"));
        if [&fires, &silent, &breached, &not_breached].into_iter().flatten().count() != 1 {
            let reason = "a case has exactly one of `fires`, `silent`, `breached` and `not_breached`".into();
            self.error(path, LoadErrorCode::Mismatch { reason });
        }
        let unknown = self.optional_list(object, "unknown", Self::text_of);
        Case { fires, silent, breached, not_breached, unknown, note: self.optional_text(object, "note") }
    }

    pub(super) fn case_facts(&mut self, tree: &Tree, path: &str) -> CaseFacts {
        match tree {
            Tree::Text(situation) => CaseFacts::Situation(situation.clone()),
            Tree::Map(_) => {
                let entries = self.open_object(tree, path).entries;
                let value = |(name, tree): &(String, Tree)| (name.clone(), self.fact_value(tree, &pointer(path, name)));
                CaseFacts::Facts(entries.iter().map(value).collect())
            }
            _ => {
                self.wrong(path, "the name of a situation, or facts");
                CaseFacts::Facts(BTreeMap::new())
            }
        }
    }

    pub(super) fn situation(&mut self, tree: &Tree, path: &str) -> Situation {
        let object = self.object(tree, path, &["name", "sentence", "facts"]);
        Situation {
            name: self.text(object, "name"),
            sentence: self.text(object, "sentence"),
            facts: self.map(object, "facts", Self::fact_value),
        }
    }

    pub(super) fn fact_value(&mut self, tree: &Tree, path: &str) -> FactValue {
        match tree {
            Tree::Bool(value) => FactValue::YesNo(*value),
            Tree::Number(_) => FactValue::Years(self.number_of(tree, path)),
            Tree::Text(word) => FactValue::Word(word.clone()),
            _ => {
                self.wrong(path, "true, false, a whole number or a word");
                FactValue::Unknown
            }
        }
    }
}
