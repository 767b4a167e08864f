//! A canonical JSON text in the making.
//!
//! Ids, names and words are checked when a rule set is loaded: they are lower-case ASCII with a few marks, so none of them
//! needs escaping.

use alloc::string::String;

use crate::{logic::Logic, record::Reference};

/// A canonical JSON text in the making.
pub(crate) struct Writer<'t> {
    pub text: &'t mut String,
}

impl Writer<'_> {
    pub(crate) fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(crate) fn string(&mut self, text: &str) {
        self.text.push('"');
        self.text.push_str(text);
        self.text.push('"');
    }

    /// A key with its colon; `key` brings its own quotes and comma.
    pub(crate) fn field(&mut self, key: &str, word: &str) {
        self.raw(key);
        self.string(word);
    }

    /// A key with its colon, and a value that is JSON already.
    pub(crate) fn json(&mut self, key: &str, value: &str) {
        self.raw(key);
        self.raw(value);
    }

    /// A key with its colon, and yes or no.
    pub(crate) fn flag(&mut self, key: &str, yes: bool) {
        self.json(key, if yes { "true" } else { "false" });
    }

    pub(crate) fn list<T>(&mut self, items: impl Iterator<Item = T>, mut item: impl FnMut(&mut Self, T)) {
        self.text.push('[');
        for (number, entry) in items.enumerate() {
            if number > 0 {
                self.text.push(',');
            }
            item(self, entry);
        }
        self.text.push(']');
    }

    pub(crate) fn strings<'a>(&mut self, items: impl Iterator<Item = &'a str>) {
        self.list(items, Self::string);
    }

    /// The same for what is not written often: one function for all iterators, which is smaller.
    pub(crate) fn strings_once(&mut self, items: &mut dyn Iterator<Item = &str>) {
        self.list(items, Self::string);
    }

    /// Opens the object with the reference, where there is one; what follows brings no comma.
    pub(crate) fn open(&mut self, reference: Option<Reference>) {
        self.raw("{");
        if let Some(reference) = reference {
            self.field("\"reference\":", reference.as_str());
            self.raw(",");
        }
    }

    /// The standard by which is decided.
    pub(crate) fn standard(&mut self, logic: &Logic) {
        self.raw("\"standard\":");
        self.identity(logic);
    }

    /// Id, version, digest and overlays.
    pub(crate) fn identity(&mut self, logic: &Logic) {
        self.field("{\"id\":", &logic.id);
        self.field(",\"version\":", &logic.version);
        self.field(",\"digest\":", &logic.digest);
        self.raw(",\"overlays\":");
        self.list(logic.overlays.iter(), |writer, overlay| {
            writer.field("{\"id\":", &overlay.id);
            writer.field(",\"version\":", &overlay.version);
            writer.field(",\"digest\":", &overlay.digest);
            writer.raw("}");
        });
        self.raw("}");
    }
}
