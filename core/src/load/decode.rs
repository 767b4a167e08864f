//! Makes the document types of a tree, with an error at every place that has not their shape.
//!
//! A part that is wrong is replaced by an empty one, so that the rest can still be looked at; nothing that was decoded with
//! an error is ever used.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{LoadError, LoadErrorCode, LoadErrors, Tree};
use crate::{
    FactValue,
    near::nearest,
    record::pointer,
    rule_set::{
        Accepts, Breach, Case, CaseFacts, Citation, Condition, ConductCode, ContestedPoint, DecisionKey, DecisionKeys,
        DerivedFact, Document, FORMAT, Fact, FactSet, FirstScreen, InForce, Interview, Lines, Member, Rule, RuleSet, Situation,
        SourceRange, Text, Value, Values,
    },
    vocabulary::{Bearer, Derivation, Modality, RuleSetKind, Sensitivity, Stage},
};

/// How deep a condition may be nested.
const MAX_CONDITION_DEPTH: usize = 32;

/// Decodes a rule set.
pub(super) fn decode(tree: &Tree) -> Result<RuleSet, LoadErrors> {
    let mut decoder = Decoder { errors: Vec::new() };
    let rule_set = decoder.rule_set(tree);
    if decoder.errors.is_empty() { Ok(rule_set) } else { Err(LoadErrors::new(decoder.errors)) }
}

struct Decoder {
    errors: Vec<LoadError>,
}

/// A map whose keys have been looked at.
#[derive(Clone, Copy)]
struct Object<'t> {
    entries: &'t [(String, Tree)],
    path: &'t str,
}

impl<'t> Object<'t> {
    /// The value under a key; `null` counts as absent.
    fn get(&self, key: &str) -> Option<&'t Tree> {
        self.entries.iter().find(|(name, value)| name == key && *value != Tree::Null).map(|(_, value)| value)
    }

    fn path(&self, key: &str) -> String {
        pointer(self.path, key)
    }
}

/// Declares the words of a vocabulary to the decoder.
macro_rules! words {
    ($($method:ident: $type:ident, $what:literal;)+) => {
        $(fn $method(&mut self, object: Object<'_>, key: &str) -> $type {
            let text = self.text(object, key);
            $type::from_word(&text).unwrap_or_else(|| {
                if !text.is_empty() {
                    let accepted = $type::ALL.iter().map(ToString::to_string).collect();
                    self.error(&object.path(key), LoadErrorCode::UnknownWord { what: $what, accepted });
                }
                $type::ALL[0]
            })
        })+
    };
}

#[expect(clippy::indexing_slicing, reason = "every vocabulary has a first word; the index is a constant of the macro")]
impl Decoder {
    words! {
        kind: RuleSetKind, "kind of rule set";
        stage: Stage, "stage of the interview";
        sensitivity: Sensitivity, "sensitivity";
        modality: Modality, "modality";
        derivation: Derivation, "derivation";
    }
}

impl Decoder {
    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(LoadError { path: path.into(), code });
    }

    fn wrong(&mut self, path: &str, expected: &'static str) {
        self.error(path, LoadErrorCode::WrongType { expected });
    }

    /// A map that has only the given keys, each once.
    fn object<'t>(&mut self, tree: &'t Tree, path: &'t str, keys: &[&str]) -> Object<'t> {
        let object = self.open_object(tree, path);
        for (key, _) in object.entries {
            if !keys.contains(&key.as_str()) {
                let nearest = nearest(key, keys.iter().copied()).map(Into::into);
                self.error(&object.path(key), LoadErrorCode::UnknownName { what: "key", nearest });
            }
        }
        object
    }

    /// A map with any keys, each once.
    fn open_object<'t>(&mut self, tree: &'t Tree, path: &'t str) -> Object<'t> {
        let Tree::Map(entries) = tree else {
            self.wrong(path, "a map");
            return Object { entries: &[], path };
        };
        for (place, (key, _)) in entries.iter().enumerate() {
            if entries.iter().take(place).any(|(earlier, _)| earlier == key) {
                self.error(&pointer(path, key), LoadErrorCode::DuplicateKey);
            }
        }
        Object { entries, path }
    }

    fn required<'t>(&mut self, object: Object<'t>, key: &str) -> Option<&'t Tree> {
        let value = object.get(key);
        // A map that is no map has been reported already.
        if value.is_none() && (!object.entries.is_empty() || object.path.is_empty()) {
            self.error(&object.path(key), LoadErrorCode::MissingKey);
        }
        value
    }

    fn text_of(&mut self, tree: &Tree, path: &str) -> String {
        match tree {
            Tree::Text(text) if !text.trim().is_empty() => text.clone(),
            _ => {
                self.wrong(path, "a text");
                String::new()
            }
        }
    }

    fn text(&mut self, object: Object<'_>, key: &str) -> String {
        self.required(object, key).map_or_else(String::new, |tree| self.text_of(tree, &object.path(key)))
    }

    fn optional_text(&mut self, object: Object<'_>, key: &str) -> Option<String> {
        object.get(key).map(|tree| self.text_of(tree, &object.path(key)))
    }

    fn number_of(&mut self, tree: &Tree, path: &str) -> u32 {
        match tree {
            Tree::Number(number) if u32::try_from(*number).is_ok() => u32::try_from(*number).unwrap_or_default(),
            _ => {
                self.wrong(path, "a whole number");
                0
            }
        }
    }

    fn number(&mut self, object: Object<'_>, key: &str) -> u32 {
        self.required(object, key).map_or(0, |tree| self.number_of(tree, &object.path(key)))
    }

    fn flag(&mut self, object: Object<'_>, key: &str) -> bool {
        match object.get(key) {
            Some(Tree::Bool(flag)) => *flag,
            Some(_) => {
                self.wrong(&object.path(key), "true or false");
                false
            }
            None => false,
        }
    }

    fn list_of<T>(&mut self, tree: &Tree, path: &str, mut item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        let Tree::List(items) = tree else {
            self.wrong(path, "a list");
            return Vec::new();
        };
        items.iter().enumerate().map(|(place, tree)| item(self, tree, &format!("{path}/{place}"))).collect()
    }

    fn list<T>(&mut self, object: Object<'_>, key: &str, item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        self.required(object, key).map_or_else(Vec::new, |tree| self.list_of(tree, &object.path(key), item))
    }

    fn optional_list<T>(&mut self, object: Object<'_>, key: &str, item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        object.get(key).map_or_else(Vec::new, |tree| self.list_of(tree, &object.path(key), item))
    }

    fn texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        self.list(object, key, Self::text_of)
    }

    fn map<T>(
        &mut self,
        object: Object<'_>,
        key: &str,
        mut item: impl FnMut(&mut Self, &Tree, &str) -> T,
    ) -> BTreeMap<String, T> {
        let Some(tree) = self.required(object, key) else {
            return BTreeMap::new();
        };
        let path = object.path(key);
        let entries = self.open_object(tree, &path).entries;
        entries.iter().map(|(name, tree)| (name.clone(), item(self, tree, &pointer(&path, name)))).collect()
    }

    fn rule_set(&mut self, tree: &Tree) -> RuleSet {
        let keys = [
            "format",
            "id",
            "kind",
            "version",
            "title",
            "summary",
            "in_force",
            "documents",
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
        let format = self.number(object, "format");
        if format != FORMAT {
            self.error("/format", LoadErrorCode::Format { expected: FORMAT });
        }
        RuleSet {
            format,
            id: self.text(object, "id"),
            kind: self.kind(object, "kind"),
            version: self.text(object, "version"),
            title: self.text(object, "title"),
            summary: self.text(object, "summary"),
            in_force: self.part(object, "in_force", InForce { from: String::new(), to: None }, Self::in_force),
            documents: self.list(object, "documents", Self::document),
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
        }
    }

    fn part<T>(&mut self, object: Object<'_>, key: &str, empty: T, read: impl Fn(&mut Self, &Tree, &str) -> T) -> T {
        match self.required(object, key) {
            Some(tree) => read(self, tree, &object.path(key)),
            None => empty,
        }
    }

    fn in_force(&mut self, tree: &Tree, path: &str) -> InForce {
        let object = self.object(tree, path, &["from", "to"]);
        InForce { from: self.text(object, "from"), to: self.optional_text(object, "to") }
    }

    fn document(&mut self, tree: &Tree, path: &str) -> Document {
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

    fn fact(&mut self, tree: &Tree, path: &str) -> Fact {
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

    fn values(&mut self, tree: &Tree, path: &str) -> Values {
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

    fn citation(&mut self, tree: &Tree, path: &str) -> Citation {
        let object = self.object(tree, path, &["at", "lines", "by_reference"]);
        if object.get("by_reference").is_some() {
            if object.entries.len() > 1 {
                self.error(
                    path,
                    LoadErrorCode::Mismatch { reason: "a citation has `at` and `lines`, or `by_reference` alone".into() },
                );
            }
            return Citation::Reference { by_reference: self.text(object, "by_reference") };
        }
        Citation::Source { at: self.text(object, "at"), lines: self.lines(object) }
    }

    fn lines(&mut self, object: Object<'_>) -> Lines {
        let numbers = self.list(object, "lines", Self::number_of);
        Lines::from_list(&numbers).unwrap_or_else(|| {
            self.wrong(&object.path("lines"), "`[line]` or `[first, last]`");
            Lines { first: 1, last: 1 }
        })
    }

    fn derived(&mut self, tree: &Tree, path: &str) -> DerivedFact {
        let object = self.object(tree, path, &["name", "values", "priority", "default"]);
        DerivedFact {
            name: self.text(object, "name"),
            values: self.part(object, "values", Values::YesNo, Self::values),
            priority: self.list(object, "priority", Self::value),
            default: self.part(object, "default", Value::YesNo(false), Self::value),
        }
    }

    fn value(&mut self, tree: &Tree, path: &str) -> Value {
        match tree {
            Tree::Bool(value) => Value::YesNo(*value),
            Tree::Text(word) => Value::Word(word.clone()),
            _ => {
                self.wrong(path, "true, false or a word");
                Value::YesNo(false)
            }
        }
    }

    fn decision(&mut self, tree: &Tree, path: &str) -> DecisionKeys {
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

    fn key(&mut self, tree: &Tree, path: &str) -> DecisionKey {
        let object = self.object(tree, path, &["fact", "words"]);
        let words = if object.get("words").is_some() { self.map(object, "words", Self::text_of) } else { BTreeMap::new() };
        DecisionKey { fact: self.text(object, "fact"), words }
    }

    fn set(&mut self, tree: &Tree, path: &str) -> FactSet {
        let object = self.object(tree, path, &["name", "members"]);
        FactSet { name: self.text(object, "name"), members: self.list(object, "members", Self::member) }
    }

    fn member(&mut self, tree: &Tree, path: &str) -> Member {
        if let Tree::Text(fact) = tree {
            return Member { fact: fact.clone(), when: None };
        }
        let object = self.object(tree, path, &["fact", "when"]);
        Member { fact: self.text(object, "fact"), when: self.optional_condition(object, "when") }
    }

    fn interview(&mut self, tree: &Tree, path: &str) -> Interview {
        let object = self.object(tree, path, &["stage", "after", "not_while", "ask"]);
        Interview {
            stage: self.stage(object, "stage"),
            after: self.optional_list(object, "after", Self::text_of),
            not_while: self.optional_list(object, "not_while", Self::text_of),
            ask: self.texts(object, "ask"),
        }
    }

    fn screen(&mut self, tree: &Tree, path: &str) -> FirstScreen {
        let object = self.object(tree, path, &["now", "must_not"]);
        FirstScreen { now: self.texts(object, "now"), must_not: self.texts(object, "must_not") }
    }

    fn conduct(&mut self, tree: &Tree, path: &str) -> ConductCode {
        let object = self.object(tree, path, &["code", "parent", "implied_when"]);
        ConductCode {
            code: self.text(object, "code"),
            parent: self.optional_text(object, "parent"),
            implied_when: self.optional_condition(object, "implied_when"),
        }
    }

    fn situation(&mut self, tree: &Tree, path: &str) -> Situation {
        let object = self.object(tree, path, &["name", "sentence", "facts"]);
        Situation {
            name: self.text(object, "name"),
            sentence: self.text(object, "sentence"),
            facts: self.map(object, "facts", Self::fact_value),
        }
    }

    fn fact_value(&mut self, tree: &Tree, path: &str) -> FactValue {
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

    fn rule(&mut self, tree: &Tree, path: &str) -> Rule {
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

    fn bearer(&mut self, tree: &Tree, path: &str) -> Bearer {
        let word = self.text_of(tree, path);
        Bearer::from_word(&word).unwrap_or_else(|| {
            let accepted = Bearer::ALL.iter().map(ToString::to_string).collect();
            self.error(path, LoadErrorCode::UnknownWord { what: "bearer", accepted });
            Bearer::All
        })
    }

    fn breach(&mut self, tree: &Tree, path: &str) -> Breach {
        if let Tree::Text(code) = tree {
            return Breach { code: code.clone(), when: None };
        }
        let object = self.object(tree, path, &["code", "when"]);
        Breach { code: self.text(object, "code"), when: self.optional_condition(object, "when") }
    }

    fn case(&mut self, tree: &Tree, path: &str) -> Case {
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

    fn case_facts(&mut self, tree: &Tree, path: &str) -> CaseFacts {
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

    fn contested(&mut self, tree: &Tree, path: &str) -> ContestedPoint {
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

    fn text_entry(&mut self, tree: &Tree, path: &str) -> Text {
        let object = self.object(tree, path, &["label", "sentence"]);
        Text { label: self.text(object, "label"), sentence: self.text(object, "sentence") }
    }

    fn source_range(&mut self, tree: &Tree, path: &str) -> SourceRange {
        let object = self.object(tree, path, &["at", "lines", "sha256"]);
        SourceRange { at: self.text(object, "at"), lines: self.lines(object), sha256: self.text(object, "sha256") }
    }

    fn optional_condition(&mut self, object: Object<'_>, key: &str) -> Option<Condition> {
        object.get(key).map(|tree| self.condition(tree, &object.path(key), 0))
    }

    fn condition(&mut self, tree: &Tree, path: &str, depth: usize) -> Condition {
        if depth > MAX_CONDITION_DEPTH {
            self.error(path, LoadErrorCode::Limit { what: "levels of a condition", limit: MAX_CONDITION_DEPTH });
            return Condition::Always;
        }
        match tree {
            Tree::Text(word) if word == "always" => return Condition::Always,
            Tree::Text(word) if word == "otherwise" => return Condition::Otherwise,
            _ => {}
        }
        let object = self.open_object(tree, path);
        match object.entries {
            [(key, parts)] if key == "all" => Condition::All(self.parts(parts, &object.path(key), depth)),
            [(key, parts)] if key == "any" => Condition::Any(self.parts(parts, &object.path(key), depth)),
            [(fact, accepts)] if !matches!(fact.as_str(), "any_of" | "all_of" | "is") => {
                Condition::Literal { fact: fact.clone(), accepts: self.accepts(accepts, &object.path(fact)) }
            }
            [_, _] if object.get("any_of").is_some() && object.get("is").is_some() => {
                Condition::AnyOf { set: self.text(object, "any_of"), is: self.accepted_values(object, "is") }
            }
            [_, _] if object.get("all_of").is_some() && object.get("is").is_some() => {
                Condition::AllOf { set: self.text(object, "all_of"), is: self.accepted_values(object, "is") }
            }
            [] if !matches!(tree, Tree::Map(_)) => Condition::Always,
            _ => {
                let reason = "a condition has one fact, `all`, `any`, or a set with `is`; put several under `all` or `any`";
                self.error(path, LoadErrorCode::ImpossibleCondition { reason });
                Condition::Always
            }
        }
    }

    fn parts(&mut self, tree: &Tree, path: &str, depth: usize) -> Vec<Condition> {
        let parts = self.list_of(tree, path, |decoder, tree, path| decoder.condition(tree, path, depth + 1));
        if parts.is_empty() {
            self.error(path, LoadErrorCode::ImpossibleCondition { reason: "`all` and `any` have at least one part" });
        }
        parts
    }

    fn accepted_values(&mut self, object: Object<'_>, key: &str) -> Vec<Value> {
        let Some(tree) = object.get(key) else {
            return Vec::new();
        };
        let path = object.path(key);
        match tree {
            Tree::List(_) => self.list_of(tree, &path, Self::value),
            _ => Vec::from([self.value(tree, &path)]),
        }
    }

    fn accepts(&mut self, tree: &Tree, path: &str) -> Accepts {
        match tree {
            Tree::List(_) => Accepts::OneOf(self.list_of(tree, path, Self::value)),
            Tree::Map(_) => {
                let object = self.object(tree, path, &["below", "at_least", "or_unknown"]);
                let or_unknown = self.flag(object, "or_unknown");
                match (object.get("below"), object.get("at_least")) {
                    (Some(_), None) => Accepts::Below { bound: self.number(object, "below"), or_unknown },
                    (None, Some(_)) => Accepts::AtLeast { bound: self.number(object, "at_least"), or_unknown },
                    _ => {
                        let reason = "a number is compared by either `below` or `at_least`";
                        self.error(path, LoadErrorCode::ImpossibleCondition { reason });
                        Accepts::OneOf(Vec::new())
                    }
                }
            }
            _ => Accepts::OneOf(Vec::from([self.value(tree, path)])),
        }
    }
}

fn empty_keys() -> DecisionKeys {
    let key = || DecisionKey { fact: String::new(), words: BTreeMap::new() };
    DecisionKeys { status: key(), act: key(), means: key(), purpose: key(), child: key(), child_when_trafficked: key() }
}
