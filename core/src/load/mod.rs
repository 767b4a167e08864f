//! Loads a rule set: from a tree of values to checked types, and from those to the tables that are evaluated.
//!
//! [`tree`] is what JSON and YAML have in common. [`decode`] makes types of it, [`check`] finds what types cannot say,
//! [`compile`] makes the tables. Each stage reports every error it finds, with a JSON Pointer into the document.

mod canonical;
mod check;
mod compile;
mod condition;
mod decode;
mod digest;
mod error;
mod images;
mod tree;

use self::canonical::canonical_json;
pub use self::{
    digest::{digest_of, sha256},
    error::{LoadError, LoadErrorCode, LoadErrors},
    images::Images,
    tree::Tree,
};
use crate::{rule_set::RuleSet, standard::Standard};

impl RuleSet {
    /// Reads a rule set from a tree of values, JSON or YAML, without compiling it.
    ///
    /// # Errors
    ///
    /// Every place at which the tree has not the shape of a rule set.
    pub fn from_tree(tree: &Tree) -> Result<Self, LoadErrors> {
        decode::decode(tree)
    }

    /// Reads a rule set from its JSON, without compiling it.
    ///
    /// # Errors
    ///
    /// The place at which the text is no JSON, or every place at which it has not the shape of a rule set.
    pub fn from_json(text: &str) -> Result<Self, LoadErrors> {
        Self::from_tree(&Tree::from_json(text)?)
    }

    /// The canonical JSON (RFC 8785): the text that is published and of which the digest is taken.
    #[must_use]
    pub fn to_canonical_json(&self) -> alloc::string::String {
        // Strings, whole numbers, lists and maps only, so serialising cannot fail.
        serde_json::to_value(self).map(|value| canonical_json(&value)).unwrap_or_default()
    }

    /// `sha256:` and the SHA-256 of the canonical JSON, which anybody can recompute in any language.
    #[must_use]
    pub fn digest(&self) -> alloc::string::String {
        digest_of(&self.to_canonical_json())
    }

    /// Compiles the rule set to the byte images that a crate can embed.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the rule set: unknown names, impossible values, cycles, limits.
    pub fn to_images(&self) -> Result<Images, LoadErrors> {
        compile::compile(self).map(|logic| images::images(self, &logic))
    }
}

impl Standard {
    /// Loads a rule set from its JSON, through the same images that an embedded standard is opened from.
    ///
    /// # Errors
    ///
    /// Every error of the rule set, each with its place, its reason and, for an unknown name, the nearest known one.
    ///
    /// ```
    /// # #[cfg(feature = "load")] {
    /// let errors = palermo::Standard::from_json("{}").unwrap_err();
    /// assert!(errors.errors().iter().any(|error| error.path == "/id"));
    /// # }
    /// ```
    pub fn from_json(text: &str) -> Result<Self, LoadErrors> {
        Self::from_rule_set(&RuleSet::from_json(text)?)
    }

    /// Compiles a rule set that was read before.
    ///
    /// # Errors
    ///
    /// As [`Standard::from_json`].
    pub fn from_rule_set(rule_set: &RuleSet) -> Result<Self, LoadErrors> {
        let images = rule_set.to_images()?;
        Self::open(&images.logic, images.texts.into())
            .map_err(|error| LoadErrors::one("", LoadErrorCode::Image { reason: alloc::string::ToString::to_string(&error) }))
    }
}
