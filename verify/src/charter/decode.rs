//! Makes a charter of a tree, with an error at every place that has not its shape.
//!
//! A part that is wrong is replaced by an empty one, so that the rest can still be looked at; nothing that was decoded with an
//! error is ever used.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    load::{LoadErrorCode, LoadErrors, Tree, is_name, nearest, pointer},
    rule_set::{Accepts, Condition},
};

use super::{CHARTER_FORMAT, Charter, CharterError, CharterErrors, Kind, Of, Promise};

mod select;
mod statement;

/// How deep selections can stand inside each other.
const MAX_SELECTION_DEPTH: usize = 8;

/// Decodes a charter.
pub(super) fn decode(tree: &Tree) -> Result<Charter, CharterErrors> {
    let mut decoder = Decoder { errors: Vec::new() };
    let charter = decoder.charter(tree);
    if decoder.errors.is_empty() { Ok(charter) } else { Err(CharterErrors::new(decoder.errors)) }
}

struct Decoder {
    errors: Vec<CharterError>,
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

impl Decoder {
    fn charter(&mut self, tree: &Tree) -> Charter {
        let keys =
            ["format", "id", "version", "title", "summary", "conclusions_may_be_absent", "facts", "conclusions", "promises"];
        let object = self.object(tree, "", &keys);
        let format = self.number(object, "format");
        if object.get("format").is_some() && format != CHARTER_FORMAT {
            self.mismatch("/format", format!("the format of the charter is not version {CHARTER_FORMAT}"));
        }
        let charter = Charter {
            format,
            id: self.name(object, "id", '-'),
            version: self.text(object, "version"),
            title: self.text(object, "title"),
            summary: self.optional_text(object, "summary"),
            conclusions_may_be_absent: self.flag(object, "conclusions_may_be_absent"),
            facts: self.sets(object, "facts", |decoder, tree, path| decoder.fact_selection(tree, path, 0)),
            conclusions: self.sets(object, "conclusions", |decoder, tree, path| decoder.conclusion_selection(tree, path, 0)),
            promises: self.required_list(object, "promises", Self::promise),
        };
        let mut seen = BTreeSet::new();
        for (place, promise) in charter.promises.iter().enumerate() {
            if !promise.name.is_empty() && !seen.insert(&promise.name) {
                self.error(&format!("/promises/{place}/name"), LoadErrorCode::DuplicateName { what: "promise" });
            }
        }
        charter
    }

    /// Named selections.
    fn sets<T>(
        &mut self,
        object: Object<'_>,
        key: &str,
        mut selection: impl FnMut(&mut Self, &Tree, &str) -> T,
    ) -> BTreeMap<String, T> {
        let Some(tree) = object.get(key) else {
            return BTreeMap::new();
        };
        let path = object.path(key);
        let entries = self.open_object(tree, &path).entries;
        let mut sets = BTreeMap::new();
        for (place, (name, tree)) in entries.iter().enumerate() {
            if !is_name(name, '_') {
                // What is no name could be anything, and is not repeated.
                let expected = "lower-case words joined by `_`";
                self.error(&format!("{path}/#{place}"), LoadErrorCode::InvalidName { expected });
                continue;
            }
            sets.insert(name.clone(), selection(self, tree, &pointer(&path, name)));
        }
        sets
    }

    fn promise(&mut self, tree: &Tree, path: &str) -> Promise {
        let object = self.object(tree, path, &["name", "number", "sentence", "formal", "of", "kind", "prove"]);
        let of = self.word(object, "of", "part of a standard", &[("composed", Of::Composed), ("base", Of::Base)]);
        let kind = self.word(object, "kind", "kind of rule set", &[("case", Kind::Case), ("system", Kind::System)]);
        let prove = self.required_list(object, "prove", Self::statement);
        // A promise about referral systems waits for rule sets of that kind; every other one has something to prove.
        let is_list = matches!(object.get("prove"), Some(Tree::List(_)));
        if is_list && prove.is_empty() && kind != Some(Kind::System) {
            self.mismatch(&object.path("prove"), "a promise has at least one statement that can be proved".into());
        }
        Promise {
            name: self.name(object, "name", '-'),
            number: self.optional_text(object, "number"),
            sentence: self.text(object, "sentence"),
            formal: self.text(object, "formal"),
            of: of.unwrap_or_default(),
            kind: kind.unwrap_or_default(),
            prove: prove.into_iter().flatten().collect(),
        }
    }

    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(CharterError { path: path.into(), code });
    }

    fn wrong(&mut self, path: &str, expected: &'static str) {
        self.error(path, LoadErrorCode::WrongType { expected });
    }

    fn mismatch(&mut self, path: &str, reason: String) {
        self.error(path, LoadErrorCode::Mismatch { reason });
    }

    fn unknown_key(&mut self, object: Object<'_>, place: usize, key: &str, known: &[&str]) {
        let near: Option<String> = nearest(key, known.iter().copied()).map(Into::into);
        // A key that is near no known one could be anything, and is not repeated.
        let path = if near.is_some() { object.path(key) } else { format!("{}/#{place}", object.path) };
        let known = known.iter().map(ToString::to_string).collect();
        self.error(&path, LoadErrorCode::UnknownKey { nearest: near, known });
    }

    /// A map that has only the given keys, each once.
    fn object<'t>(&mut self, tree: &'t Tree, path: &'t str, keys: &[&str]) -> Object<'t> {
        let object = self.open_object(tree, path);
        for (place, (key, _)) in object.entries.iter().enumerate() {
            if !keys.contains(&key.as_str()) {
                self.unknown_key(object, place, key, keys);
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
                let path = if is_name(key, '_') { pointer(path, key) } else { format!("{path}/#{place}") };
                self.error(&path, LoadErrorCode::DuplicateKey);
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
            Tree::Bool(_) | Tree::Number(_) | Tree::OtherNumber => {
                self.wrong(path, "a text, in quotes where it looks like a number or like true or false,");
                String::new()
            }
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

    fn name(&mut self, object: Object<'_>, key: &str, joint: char) -> String {
        let name = self.text(object, key);
        if !name.is_empty() && !is_name(&name, joint) {
            let expected = if joint == '_' { "lower-case words joined by `_`" } else { "lower-case words joined by `-`" };
            self.error(&object.path(key), LoadErrorCode::InvalidName { expected });
        }
        name
    }

    /// A word of a short list, or `None` where the key is absent or the word is none of them.
    fn word<T: Copy>(&mut self, object: Object<'_>, key: &str, what: &'static str, words: &[(&str, T)]) -> Option<T> {
        let tree = object.get(key)?;
        let text = self.text_of(tree, &object.path(key));
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() && !text.is_empty() {
            let accepted = words.iter().map(|(word, _)| (*word).to_string()).collect();
            self.error(&object.path(key), LoadErrorCode::UnknownWord { what, accepted });
        }
        found
    }

    fn number_of(&mut self, tree: &Tree, path: &str) -> u32 {
        let number = if let Tree::Number(number) = tree { u32::try_from(*number).ok() } else { None };
        number.unwrap_or_else(|| {
            self.wrong(path, "a whole number");
            0
        })
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

    fn required_list<T>(&mut self, object: Object<'_>, key: &str, item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        self.required(object, key).map_or_else(Vec::new, |tree| self.list_of(tree, &object.path(key), item))
    }

    fn texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        object.get(key).map_or_else(Vec::new, |tree| self.list_of(tree, &object.path(key), Self::text_of))
    }

    /// A list that has to be there and to have entries.
    fn some_texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        let texts = self.required_list(object, key, Self::text_of);
        if texts.is_empty() && matches!(object.get(key), Some(Tree::List(_))) {
            self.mismatch(&object.path(key), "the list has at least one entry".into());
        }
        texts
    }

    fn condition(&mut self, object: Object<'_>, key: &str) -> Option<Condition> {
        let tree = object.get(key)?;
        let path = object.path(key);
        match Condition::from_tree(tree, &path) {
            Ok(condition) => {
                if otherwise_in(&condition) {
                    let reason = "`otherwise` stands in rules only: write out when the promise applies";
                    self.error(&path, LoadErrorCode::ImpossibleCondition { reason });
                }
                Some(condition)
            }
            Err(errors) => self.take(&errors),
        }
    }

    fn accepts(&mut self, tree: &Tree, path: &str) -> Option<Accepts> {
        Accepts::from_tree(tree, path).map_or_else(|errors| self.take(&errors), Some)
    }

    fn take<T>(&mut self, errors: &LoadErrors) -> Option<T> {
        self.errors.extend(errors.errors().iter().cloned().map(CharterError::from));
        None
    }
}

fn otherwise_in(condition: &Condition) -> bool {
    match condition {
        Condition::Otherwise => true,
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(otherwise_in),
        _ => false,
    }
}
