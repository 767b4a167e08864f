//! Composes overlays with a rule set: checks each alone and all together, and makes one document of them.
//!
//! Each overlay has to stand on the rule set alone, so that nothing that it says depends on which others are there. They are
//! put in the order of the day on which they came into force, then of their ids: whoever names them in another order gets the
//! same bytes.

mod alone;
mod merge;
mod origins;
mod together;

use alloc::{format, string::String, vec::Vec};

use self::{alone::check_alone, merge::merge, together::check_together};
use super::{Images, LoadError, LoadErrorCode, LoadErrors, Tree, canonical, compile, decode, digest_of, images};
use crate::{
    logic::Logic,
    rule_set::{Ledger, Overlay, RuleSet},
    standard::Standard,
};

impl Overlay {
    /// Reads an overlay from a tree of values, JSON or YAML, without composing it.
    ///
    /// # Errors
    ///
    /// Every place at which the tree has not the shape of an overlay.
    pub fn from_tree(tree: &Tree) -> Result<Self, LoadErrors> {
        let (overlay, errors) = decode::decode_overlay(tree);
        if errors.is_empty() { Ok(overlay) } else { Err(LoadErrors::new(errors)) }
    }

    /// Reads an overlay from its JSON, without composing it.
    ///
    /// # Errors
    ///
    /// The place at which the text is no JSON, or every place at which it has not the shape of an overlay.
    pub fn from_json(text: &str) -> Result<Self, LoadErrors> {
        Self::from_tree(&Tree::from_json(text)?)
    }

    /// The canonical JSON (RFC 8785): the text that is published and of which the digest is taken.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        canonical::of(self)
    }

    /// `sha256:` and the SHA-256 of the canonical JSON, which anybody can recompute in any language.
    #[must_use]
    pub fn digest(&self) -> String {
        digest_of(&self.to_canonical_json())
    }
}

impl RuleSet {
    /// The rule set with what overlays add to it: one document. The order in which they are handed over does not matter, and
    /// they are handed over all at once. Without any, it is the rule set itself.
    ///
    /// A composed rule set is no published document: it keeps the id and the version of the rule set, and says under `composed`
    /// what it was made of.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, each error with the overlay in which it is: an overlay that extends another rule set, stands
    /// twice, adds what is there already, or cites what the do-not-import ledger forbids; what cannot be compiled; and a rule set
    /// that is no standard.
    pub fn compose(&self, overlays: &[Overlay]) -> Result<Self, LoadErrors> {
        compose(self, overlays).map(|(composed, _)| composed)
    }
}

impl Standard {
    /// Composes overlays with a rule set and compiles what comes of it, as [`RuleSet::compose`] does. Decisions name the rule set
    /// and the overlays, each with its digest.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::compose`].
    pub fn compose(base: &RuleSet, overlays: &[Overlay]) -> Result<Self, LoadErrors> {
        let (composed, logic) = compose(base, overlays)?;
        Self::from_made(images::images(&composed, &logic))
    }

    /// Composes overlays with a rule set, all of them JSON.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::compose`], and where a text is no JSON or has not the shape of its document.
    pub fn compose_json(base: &str, overlays: &[&str]) -> Result<Self, LoadErrors> {
        Self::from_made(images_of_composed_json(base, overlays)?)
    }
}

/// Composes the JSON of a rule set and of overlays and compiles it to images: what [`Standard::compose_json`] does before it
/// opens them.
///
/// # Errors
///
/// As [`Standard::compose_json`].
pub fn images_of_composed_json(base: &str, overlays: &[&str]) -> Result<Images, LoadErrors> {
    match (RuleSet::from_json(base), overlays_of_json(overlays)) {
        (Ok(base), Ok(overlays)) => {
            let (composed, logic) = compose(&base, &overlays)?;
            Ok(images::images(&composed, &logic))
        }
        (Ok(_), Err(errors)) | (Err(errors), Ok(_)) => Err(errors),
        (Err(errors), Err(more)) => Err(LoadErrors::new(errors.errors().iter().chain(more.errors()).cloned().collect())),
    }
}

/// Reads overlays from their JSON, without composing them.
///
/// # Errors
///
/// Where a text is no JSON or has not the shape of an overlay: every error of every text, each with the overlay in which it is.
pub fn overlays_of_json(texts: &[&str]) -> Result<Vec<Overlay>, LoadErrors> {
    let mut errors = Vec::new();
    let mut read = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        match Tree::from_json(text).map(|tree| decode::decode_overlay(&tree)) {
            Ok((overlay, found)) if found.is_empty() => read.push(overlay),
            Ok((overlay, found)) => {
                let name = if overlay.id.is_empty() { format!("#{}", number + 1) } else { overlay.id };
                errors.extend(found.into_iter().map(|error| error.of(&name)));
            }
            Err(found) => errors.extend(found.errors().iter().map(|error| error.clone().of(&format!("#{}", number + 1)))),
        }
    }
    if errors.is_empty() { Ok(read) } else { Err(LoadErrors::new(errors)) }
}

fn compose(base: &RuleSet, overlays: &[Overlay]) -> Result<(RuleSet, Logic), LoadErrors> {
    if overlays.is_empty() {
        return compile::compile(base).map(|logic| (base.clone(), logic));
    }
    for (reason, refused) in [
        ("the rule set is no standard", !base.standing.is_standard()),
        ("the rule set is composed already", base.composed.is_some()),
    ] {
        if refused {
            return Err(LoadErrors::one("", LoadErrorCode::NoBase { reason }));
        }
    }
    let sorted = in_canonical_order(overlays);
    let ledger = Ledger::embedded();
    let mut errors = Vec::new();
    let mut made = None;
    for overlay in &sorted {
        let found = check_alone(base, overlay, &ledger);
        if found.is_empty() {
            made = collect(compiled(base, core::slice::from_ref(overlay)), &mut errors);
        } else {
            errors.extend(found.into_iter().map(|error| error.of(&overlay.id)));
        }
    }
    errors.extend(check_together(base, &sorted));
    if errors.is_empty() && sorted.len() > 1 {
        made = collect(compiled(base, &sorted), &mut errors);
    }
    match made {
        Some(made) if errors.is_empty() => Ok(made),
        _ => {
            // What is wrong with the rule set alone is no matter of its overlays.
            compile::compile(base)?;
            Err(LoadErrors::new(errors))
        }
    }
}

/// Overlays by the day on which they came into force, then by their ids. They are few: none is worth a sort.
fn in_canonical_order(overlays: &[Overlay]) -> Vec<&Overlay> {
    let mut sorted: Vec<&Overlay> = Vec::with_capacity(overlays.len());
    for overlay in overlays {
        let key = |known: &Overlay| (&known.in_force.from, &known.id) <= (&overlay.in_force.from, &overlay.id);
        let behind = sorted.iter().take_while(|known| key(known)).count();
        sorted.insert(behind, overlay);
    }
    sorted
}

fn collect<T>(made: Result<T, Vec<LoadError>>, errors: &mut Vec<LoadError>) -> Option<T> {
    made.map_err(|found| errors.extend(found)).ok()
}

/// The rule set with overlays in canonical order, compiled; errors are led back to where they were written.
fn compiled(base: &RuleSet, overlays: &[&Overlay]) -> Result<(RuleSet, Logic), Vec<LoadError>> {
    let (composed, origins) = merge(base, overlays);
    match compile::compile(&composed) {
        Ok(logic) => Ok((composed, logic)),
        Err(found) => Err(found.errors().iter().map(|error| origins.led_back(error, overlays)).collect()),
    }
}
