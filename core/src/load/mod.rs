//! Loads a rule set: from a tree of values to checked types, and from those to the tables that are evaluated.
//!
//! `tree` is what JSON and YAML have in common. `decode` makes types of it, `names` finds what types cannot say,
//! `compile` makes the tables. Each stage reports every error it finds, with a JSON Pointer into the document.

mod article;
mod canonical;
mod compile;
mod compose;
mod condition;
mod decode;
mod digest;
mod error;
mod images;
mod ledger;
mod names;
mod shape;
mod tree;

pub use self::{
    canonical::canonical_json,
    compose::{images_of_composed_json, overlays_of_json},
    digest::{digest_of, sha256},
    error::{LoadError, LoadErrorCode, LoadErrors},
    images::Images,
    names::is_name,
    shape::{Object, Shape},
    tree::Tree,
};
pub use crate::{near::nearest, record::pointer};
use crate::{
    rule_set::{Accepts, Condition, RuleSet},
    standard::Standard,
};

/// Reads a rule set from a tree of values and checks that it can be decided by.
///
/// # Errors
///
/// Every error that can be told: those of its shape, and those of the names, values and lists that the errors of its shape
/// leave standing.
pub fn check(tree: &Tree) -> Result<RuleSet, LoadErrors> {
    checked(tree).map(|(rule_set, _)| rule_set)
}

/// Compiles the JSON of a rule set to images: what [`Standard::from_json`] does before it opens them.
///
/// # Errors
///
/// As [`Standard::from_json`].
pub fn images_of_json(text: &str) -> Result<Images, LoadErrors> {
    checked(&Tree::from_json(text)?).map(|(_, images)| images)
}

fn checked(tree: &Tree) -> Result<(RuleSet, Images), LoadErrors> {
    let (rule_set, mut errors) = decode::decode(tree);
    if errors.is_empty() {
        return rule_set.to_images().map(|images| (rule_set, images));
    }
    // With facts and lists as they were written, the rules that were decoded can be looked at as well.
    let of_rules = |path: &str| ["/rules/", "/texts", "/contested", "/situations"].iter().any(|part| path.starts_with(part));
    if errors.iter().all(|error| of_rules(&error.path))
        && let Err(found) = compile::compile(&rule_set)
    {
        let touched = |path: &str| errors.iter().any(|known| path.starts_with(&known.path) || known.path.starts_with(path));
        let added: alloc::vec::Vec<LoadError> =
            found.errors().iter().filter(|error| of_rules(&error.path) && !touched(&error.path)).cloned().collect();
        errors.extend(added);
    }
    Err(LoadErrors::new(errors))
}

impl RuleSet {
    /// Reads a rule set from a tree of values, JSON or YAML, without compiling it.
    ///
    /// # Errors
    ///
    /// Every place at which the tree has not the shape of a rule set.
    pub fn from_tree(tree: &Tree) -> Result<Self, LoadErrors> {
        let (rule_set, errors) = decode::decode(tree);
        if errors.is_empty() { Ok(rule_set) } else { Err(LoadErrors::new(errors)) }
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
        canonical::of(self)
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

impl Condition {
    /// Reads a condition from a tree of values, for documents that hold conditions beside rule sets. The names in it are not
    /// looked up.
    ///
    /// # Errors
    ///
    /// Every place at which the tree has not the shape of a condition, as a JSON Pointer below `path`.
    pub fn from_tree(tree: &Tree, path: &str) -> Result<Self, LoadErrors> {
        let (condition, errors) = decode::decode_part(tree, path, |decoder, tree, path| decoder.condition(tree, path, 0));
        if errors.is_empty() { Ok(condition) } else { Err(LoadErrors::new(errors)) }
    }
}

impl Accepts {
    /// Reads what a literal accepts from a tree of values, as [`Condition::from_tree`] reads a condition.
    ///
    /// # Errors
    ///
    /// As [`Condition::from_tree`].
    pub fn from_tree(tree: &Tree, path: &str) -> Result<Self, LoadErrors> {
        let (accepts, errors) = decode::decode_part(tree, path, decode::Decoder::accepts);
        if errors.is_empty() { Ok(accepts) } else { Err(LoadErrors::new(errors)) }
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
        Self::from_made(images_of_json(text)?)
    }

    /// Compiles a rule set that was read before.
    ///
    /// # Errors
    ///
    /// As [`Standard::from_json`].
    pub fn from_rule_set(rule_set: &RuleSet) -> Result<Self, LoadErrors> {
        Self::from_made(rule_set.to_images()?)
    }

    fn from_made(images: Images) -> Result<Self, LoadErrors> {
        let refused = |error| LoadErrors::one("", LoadErrorCode::Image { reason: alloc::string::ToString::to_string(&error) });
        Self::open(&images.logic, images.texts.into()).map_err(refused)
    }
}
