//! Makes a charter of a tree, with an error at every place that has not its shape.
//!
//! A part that is wrong is replaced by an empty one, so that the rest can still be looked at; nothing that was decoded with an
//! error is ever used.

use std::collections::{BTreeMap, BTreeSet};

use palermo::{
    load::{LoadErrorCode, LoadErrors, Object, Shape, Tree, is_name, pointer},
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

impl Shape for Decoder {
    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(CharterError { path: path.into(), code });
    }

    /// A key that is near no known one could be anything, and is not repeated.
    fn key_path(path: &str, place: usize, key: &str, is_telling: bool) -> String {
        if is_telling { pointer(path, key) } else { format!("{path}/#{place}") }
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
            promises: self.list(object, "promises", Self::promise),
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
        let prove = self.list(object, "prove", Self::statement);
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

    fn mismatch(&mut self, path: &str, reason: String) {
        self.error(path, LoadErrorCode::Mismatch { reason });
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

    /// A list that has to be there and to have entries.
    fn some_texts(&mut self, object: Object<'_>, key: &str) -> Vec<String> {
        let texts = self.list(object, key, Self::text_of);
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
