//! What is held to a charter: a rule set, or a base with what is composed on it.

use std::collections::BTreeMap;

use palermo::{
    OverlayId,
    rule_set::{Ledger, Overlay, RuleSet},
};

use crate::report::{DecidedBy, Named, NotCore, Reference};

/// What is held to a charter.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The rule set, or the base.
    pub base: &'a RuleSet,
    /// The base with its overlays, where there are any.
    pub composed: Option<&'a RuleSet>,
    /// The overlays, in the order in which they were composed.
    pub overlays: Vec<Named>,
    /// What the overlays declare to be no core assistance.
    pub not_core: Vec<NotCore>,
    /// The clauses that no overlay may bring in.
    pub ledger: Ledger,
    /// Another rule set behind which this one may not fall: what was published under its name.
    pub against: Option<&'a RuleSet>,
}

impl<'a> Subject<'a> {
    /// A rule set on which nothing is composed.
    #[must_use]
    pub fn new(rule_set: &'a RuleSet) -> Self {
        Self {
            base: rule_set,
            composed: None,
            overlays: Vec::new(),
            not_core: Vec::new(),
            ledger: Ledger::embedded(),
            against: None,
        }
    }

    /// A base, overlays, and what was composed of them. Proofs take the composed rule set as it is, and rely on nothing that
    /// composing promises.
    #[must_use]
    pub fn composed(base: &'a RuleSet, composed: &'a RuleSet, overlays: &[Overlay]) -> Self {
        let ids = composed.composed.iter().flat_map(|composed| &composed.overlays);
        let place: BTreeMap<&str, usize> = ids.enumerate().map(|(place, overlay)| (overlay.id.as_str(), place)).collect();
        let mut overlays: Vec<&Overlay> = overlays.iter().collect();
        overlays.sort_by_key(|overlay| (place.get(overlay.id.as_str()).copied(), &overlay.in_force.from, &overlay.id));
        let not_core = overlays.iter().flat_map(|overlay| {
            overlay.not_core.iter().map(|entry| NotCore {
                overlay: overlay.id.clone(),
                conclusion: entry.conclusion.clone(),
                reason: entry.reason.clone(),
            })
        });
        let named = |overlay: &&Overlay| Named {
            id: overlay.id.clone(),
            version: overlay.version.clone(),
            digest: Some(overlay.digest()),
            overlays: Vec::new(),
        };
        Self {
            base,
            composed: Some(composed),
            overlays: overlays.iter().map(named).collect(),
            not_core: not_core.collect(),
            ledger: Ledger::embedded(),
            against: None,
        }
    }

    /// The same, also held against another rule set: whatever the promises say of a base, that nothing of it is lost, they then
    /// say of the other one too. Its facts need not be the same.
    #[must_use]
    pub fn held_against(self, against: &'a RuleSet) -> Self {
        Self { against: Some(against), ..self }
    }

    /// The rule set with everything that is composed on it.
    #[must_use]
    pub fn whole(&self) -> &'a RuleSet {
        self.composed.unwrap_or(self.base)
    }

    pub(super) fn name(&self) -> Named {
        Named::of(self.base)
    }

    /// The names of what it is held against.
    pub(super) fn reference(&self) -> Option<Reference> {
        let rule_set = Named::of(self.against?);
        let has = |overlay: &OverlayId| self.overlays.iter().any(|own| own.id == overlay.id && own.version == overlay.version);
        let is_base = rule_set.id == self.base.id && rule_set.version == self.base.version;
        let of_same_name = is_base && rule_set.overlays.iter().all(has);
        Some(Reference { rule_set, of_same_name })
    }

    /// What the whole may not fall behind: the base, where something is composed on it, and what it is held against.
    pub(super) fn references(&self) -> Vec<(&'a RuleSet, DecidedBy)> {
        let base = self.composed.map(|_| (self.base, DecidedBy::Base));
        base.into_iter().chain(self.against.map(|against| (against, DecidedBy::Against))).collect()
    }
}
