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
    string::{String, ToString},
    vec::Vec,
};

use super::{
    LoadError, LoadErrorCode, Tree,
    shape::{Object, Shape},
};
use crate::{
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

impl Shape for Decoder {
    fn error(&mut self, path: &str, code: LoadErrorCode) {
        self.errors.push(LoadError::new(path, code));
    }

    /// The id of a rule is the place of its file.
    fn known_keys(path: &str, keys: &[&str]) -> Vec<String> {
        keys.iter().filter(|key| !(path.starts_with("/rules/") && **key == "id")).map(ToString::to_string).collect()
    }
}
