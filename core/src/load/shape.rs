//! Reads the shape of a document out of a tree: maps with known keys, lists, texts, numbers, with an error at every place that
//! is something else.
//!
//! A part that is wrong is read as an empty one, so that the rest can still be looked at. Whoever reads has to look at the
//! errors before anything is used.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{LoadErrorCode, Tree, is_name};
use crate::{near::nearest, record::pointer};

/// A map whose keys have been looked at.
#[derive(Clone, Copy, Debug)]
pub struct Object<'t> {
    /// Its keys and values, in the order of the document.
    pub entries: &'t [(String, Tree)],
    /// Where it stands, as a JSON Pointer.
    pub path: &'t str,
}

impl<'t> Object<'t> {
    /// The value under a key; `null` counts as absent.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'t Tree> {
        self.entries.iter().find(|(name, value)| name == key && *value != Tree::Null).map(|(_, value)| value)
    }

    /// Where the value under a key stands.
    #[must_use]
    pub fn path(&self, key: &str) -> String {
        pointer(self.path, key)
    }
}

/// What reads documents of one kind, and gathers what is wrong with them.
pub trait Shape: Sized {
    /// Takes note of an error.
    fn error(&mut self, path: &str, code: LoadErrorCode);

    /// Where a wrong key stands. `is_telling` says that the key looks like one that documents have; a kind of document in which
    /// any other key could hold something about a person leaves it out of the path.
    #[must_use]
    fn key_path(path: &str, place: usize, key: &str, is_telling: bool) -> String {
        let _ = (place, is_telling);
        pointer(path, key)
    }

    /// The keys to name where one is not known.
    #[must_use]
    fn known_keys(path: &str, keys: &[&str]) -> Vec<String> {
        let _ = path;
        keys.iter().map(ToString::to_string).collect()
    }

    /// Takes note that something of another type stands there.
    fn wrong(&mut self, path: &str, expected: &'static str) {
        self.error(path, LoadErrorCode::WrongType { expected });
    }

    /// Takes note of a key that a map does not have.
    fn unknown_key(&mut self, path: &str, place: usize, key: &str, keys: &[&str]) {
        let nearest: Option<String> = nearest(key, keys.iter().copied()).map(Into::into);
        let at = Self::key_path(path, place, key, nearest.is_some());
        self.error(&at, LoadErrorCode::UnknownKey { nearest, known: Self::known_keys(path, keys) });
    }

    /// A map that has only the given keys, each once.
    fn object<'t>(&mut self, tree: &'t Tree, path: &'t str, keys: &[&str]) -> Object<'t> {
        let object = self.open_object(tree, path);
        for (place, (key, _)) in object.entries.iter().enumerate() {
            if !keys.contains(&key.as_str()) {
                self.unknown_key(path, place, key, keys);
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
                self.error(&Self::key_path(path, place, key, is_name(key, '_')), LoadErrorCode::DuplicateKey);
            }
        }
        Object { entries, path }
    }

    /// The value under a key that has to be there.
    fn required<'t>(&mut self, object: Object<'t>, key: &str) -> Option<&'t Tree> {
        let value = object.get(key);
        // A map that is no map has been reported already.
        if value.is_none() && (!object.entries.is_empty() || object.path.is_empty()) {
            self.error(&object.path(key), LoadErrorCode::MissingKey);
        }
        value
    }

    /// A text that is not empty.
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

    /// The text under a key that has to be there.
    fn text(&mut self, object: Object<'_>, key: &str) -> String {
        self.required(object, key).map_or_else(String::new, |tree| self.text_of(tree, &object.path(key)))
    }

    /// The text under a key, where it is there.
    fn optional_text(&mut self, object: Object<'_>, key: &str) -> Option<String> {
        object.get(key).map(|tree| self.text_of(tree, &object.path(key)))
    }

    /// A whole number.
    fn number_of(&mut self, tree: &Tree, path: &str) -> u32 {
        match tree {
            Tree::Number(number) if u32::try_from(*number).is_ok() => u32::try_from(*number).unwrap_or_default(),
            _ => {
                self.wrong(path, "a whole number");
                0
            }
        }
    }

    /// The whole number under a key that has to be there.
    fn number(&mut self, object: Object<'_>, key: &str) -> u32 {
        self.required(object, key).map_or(0, |tree| self.number_of(tree, &object.path(key)))
    }

    /// Whether a key says `true`; it need not be there.
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

    /// A list, of which each entry is read as `item` says.
    fn list_of<T>(&mut self, tree: &Tree, path: &str, mut item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        let Tree::List(items) = tree else {
            self.wrong(path, "a list");
            return Vec::new();
        };
        items.iter().enumerate().map(|(place, tree)| item(self, tree, &format!("{path}/{place}"))).collect()
    }

    /// The list under a key that has to be there.
    fn list<T>(&mut self, object: Object<'_>, key: &str, item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        self.required(object, key).map_or_else(Vec::new, |tree| self.list_of(tree, &object.path(key), item))
    }

    /// The list under a key; none is an empty one.
    fn optional_list<T>(&mut self, object: Object<'_>, key: &str, item: impl FnMut(&mut Self, &Tree, &str) -> T) -> Vec<T> {
        object.get(key).map_or_else(Vec::new, |tree| self.list_of(tree, &object.path(key), item))
    }

    /// The list of texts under a key that has to be there.
    fn texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        self.list(object, key, Self::text_of)
    }

    /// The list of texts under a key; none is an empty one.
    fn optional_texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        self.optional_list(object, key, Self::text_of)
    }

    /// The map under a key that has to be there, with any keys.
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
