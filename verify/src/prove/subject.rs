//! What is held to a charter: a rule set, or a base with what is composed on it.

use palermo::rule_set::RuleSet;

use crate::report::{Named, NotCore};

/// A clause that no overlay may bring in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The id of the instrument.
    pub instrument: String,
    /// The article.
    pub article: String,
    /// Why.
    pub why: String,
}

/// What is held to a charter.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The rule set, or the base.
    pub base: &'a RuleSet,
    /// The base with its overlays, where there are any.
    pub composed: Option<&'a RuleSet>,
    /// The overlays.
    pub overlays: Vec<Named>,
    /// What the overlays declare to be no core assistance.
    pub not_core: Vec<NotCore>,
    /// The ledger of clauses that no overlay may bring in.
    pub blocked: Vec<Blocked>,
}

impl<'a> Subject<'a> {
    /// A rule set on which nothing is composed.
    #[must_use]
    pub const fn new(rule_set: &'a RuleSet) -> Self {
        Self { base: rule_set, composed: None, overlays: Vec::new(), not_core: Vec::new(), blocked: Vec::new() }
    }

    /// A base and what was composed of it.
    #[must_use]
    pub const fn composed(base: &'a RuleSet, composed: &'a RuleSet, overlays: Vec<Named>, not_core: Vec<NotCore>) -> Self {
        Self { base, composed: Some(composed), overlays, not_core, blocked: Vec::new() }
    }

    /// The rule set with everything that is composed on it.
    #[must_use]
    pub fn whole(&self) -> &'a RuleSet {
        self.composed.unwrap_or(self.base)
    }

    pub(super) fn name(&self) -> Named {
        Named::of(self.base)
    }
}
