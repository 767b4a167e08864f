//! The charter: what a rule set promises to everybody, as a document that people read and that proofs are made of.
//!
//! A promise is a sentence, its formal statement, and one or more statements in forms that can be decided. Which facts and
//! conclusions a statement is about is said by name, in a list, or by a selection; selections with a name can be shared.
//! `decode` makes these types of a tree with every error at once; `check` finds names that a rule set does not have;
//! `resolve` turns selections into lists, and `concerns` says which rules serve a promise.

mod check;
mod concerns;
mod decode;
mod error;
mod resolve;
mod select;
mod statement;

use std::collections::BTreeMap;

use palermo::load::{Tree, canonical_json, digest_of};
use serde::Serialize;

pub(crate) use self::resolve::Resolver;
pub use self::{
    concerns::Concerns,
    error::{CharterError, CharterErrors},
    select::{ConclusionSelection, FactSelection, OutputKind, Selected},
    statement::{
        Always, AskedAfter, BorneBy, Compare, Exclusive, ForbiddenNames, Independent, Never, Numbers, SourceBullets, Statement,
        Strengthens, Structure, Test, UnknownKeeps, Which,
    },
};

/// The version of the charter format that this crate reads and writes.
pub const CHARTER_FORMAT: u32 = 1;

/// Promises that rule sets are held to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Charter {
    /// The version of the charter format.
    pub format: u32,
    /// The id of the charter.
    pub id: String,
    /// The version of the charter.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// What it is, in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub summary: Option<String>,
    /// Whether it may name a conclusion or a code that the rule set does not have. Nobody ever gets such a conclusion: promises
    /// that it is given are refuted, others are vacuous. Otherwise such a name is an error, so that a slip of the pen is no
    /// promise. Facts have to exist in any case.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub conclusions_may_be_absent: bool,
    /// Named sets of facts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub facts: BTreeMap<String, FactSelection>,
    /// Named sets of conclusions, and of what else follows from a record.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub conclusions: BTreeMap<String, ConclusionSelection>,
    /// The promises.
    pub promises: Vec<Promise>,
}

/// One promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Promise {
    /// The name of the promise, in lower-case words joined by `-`.
    pub name: String,
    /// A number by which other documents refer to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub number: Option<String>,
    /// What is promised, in one sentence for a reader who knows no logic.
    pub sentence: String,
    /// The same as a formal statement.
    pub formal: String,
    /// Of what it is promised.
    #[serde(skip_serializing_if = "Of::is_composed")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub of: Of,
    /// The kind of rule sets of which it is promised.
    #[serde(skip_serializing_if = "Kind::is_case")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub kind: Kind,
    /// The statements that make the promise, each proved on its own.
    pub prove: Vec<Statement>,
}

/// Of what a promise is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Of {
    /// Of the rule set with everything that is composed on it.
    #[default]
    Composed,
    /// Of the base alone; what is composed on it may only add.
    Base,
}

impl Of {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_composed(&self) -> bool {
        *self == Self::Composed
    }
}

/// What a rule set speaks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Kind {
    /// A person's situation.
    #[default]
    Case,
    /// A national referral system.
    System,
}

impl Kind {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_case(&self) -> bool {
        *self == Self::Case
    }
}

impl Charter {
    /// Reads a charter from JSON.
    ///
    /// # Errors
    ///
    /// Where the text is no JSON, or every place at which it has not the shape of a charter.
    pub fn from_json(text: &str) -> Result<Self, CharterErrors> {
        Self::from_tree(&Tree::from_json(text).map_err(|errors| CharterErrors::of_load(&errors))?)
    }

    /// Reads a charter from a tree of values, JSON or YAML.
    ///
    /// # Errors
    ///
    /// Every place at which the tree has not the shape of a charter.
    pub fn from_tree(tree: &Tree) -> Result<Self, CharterErrors> {
        decode::decode(tree)
    }

    /// Lets the promises also refer to the named sets of another charter. Where both have a name, this one's own set counts.
    #[must_use]
    pub fn with_sets_of(mut self, other: &Self) -> Self {
        for (name, set) in &other.facts {
            self.facts.entry(name.clone()).or_insert_with(|| set.clone());
        }
        for (name, set) in &other.conclusions {
            self.conclusions.entry(name.clone()).or_insert_with(|| set.clone());
        }
        self
    }

    /// The canonical JSON (RFC 8785): the text that is published and of which the digest is taken.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        // Strings, whole numbers, lists and maps only, so neither writing nor reading again can fail.
        let text = serde_json::to_string(self).unwrap_or_default();
        Tree::from_json(&text).map(|tree| canonical_json(&tree)).unwrap_or_default()
    }

    /// `sha256:` and the SHA-256 of the canonical JSON.
    #[must_use]
    pub fn digest(&self) -> String {
        digest_of(&self.to_canonical_json())
    }

    /// A promise by its name.
    #[must_use]
    pub fn promise(&self, name: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.name == name)
    }
}
