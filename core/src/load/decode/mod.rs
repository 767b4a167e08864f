//! Makes the document types of a tree, with an error at every place that has not their shape.
//!
//! A part that is wrong is replaced by an empty one, so that the rest can still be looked at; nothing that was decoded with
//! an error is ever used.

mod condition;
mod document;
mod ledger;
mod overlay;
mod rule;

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{LoadError, LoadErrorCode, Tree};
use crate::{
    near::nearest,
    record::pointer,
    rule_set::{Ledger, Overlay, RuleSet},
    vocabulary::{Confidence, Derivation, Import, Modality, RuleSetKind, Sensitivity, Stage, Standing},
};

/// Decodes a rule set; with an error, only what the errors do not touch is as it was written.
pub(super) fn decode(tree: &Tree) -> (RuleSet, Vec<LoadError>) {
    let mut decoder = Decoder { errors: Vec::new() };
    let rule_set = decoder.rule_set(tree);
    (rule_set, decoder.errors)
}

/// Decodes a part of a document on its own.
pub(super) fn decode_part<T>(
    tree: &Tree,
    path: &str,
    decode: impl FnOnce(&mut Decoder, &Tree, &str) -> T,
) -> (T, Vec<LoadError>) {
    let mut decoder = Decoder { errors: Vec::new() };
    let part = decode(&mut decoder, tree, path);
    (part, decoder.errors)
}

/// Decodes an overlay, as [`decode`] decodes a rule set.
pub(super) fn decode_overlay(tree: &Tree) -> (Overlay, Vec<LoadError>) {
    let mut decoder = Decoder { errors: Vec::new() };
    let overlay = decoder.overlay(tree);
    (overlay, decoder.errors)
}

/// Decodes the do-not-import ledger, as [`decode`] decodes a rule set.
pub(super) fn decode_ledger(tree: &Tree) -> (Ledger, Vec<LoadError>) {
    let mut decoder = Decoder { errors: Vec::new() };
    let ledger = decoder.ledger(tree);
    (ledger, decoder.errors)
}

pub(super) struct Decoder {
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
        standing: Standing, "standing of a rule set";
        stage: Stage, "stage of the interview";
        sensitivity: Sensitivity, "sensitivity";
        modality: Modality, "modality";
        derivation: Derivation, "derivation";
        confidence: Confidence, "confidence";
        import: Import, "degree of import";
    }
}

impl Decoder {
    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(LoadError::new(path, code));
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
                // The id of a rule is the place of its file.
                let ours = |key: &&&str| !(path.starts_with("/rules/") && **key == "id");
                let known = keys.iter().filter(ours).map(ToString::to_string).collect();
                self.error(&object.path(key), LoadErrorCode::UnknownKey { nearest, known });
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

    fn optional_texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        self.optional_list(object, key, Self::text_of)
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
}
