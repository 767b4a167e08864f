//! A rule set, or an overlay, together with the places at which everything in it is written.

use std::collections::BTreeMap;

use palermo::rule_set::{Overlay, Rule, RuleSet};
use serde::Serialize;

use crate::{SourceFile, error::Place};

/// A rule set that was compiled, and where everything in it is written.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The rule set.
    pub rule_set: RuleSet,
    places: Places,
}

/// An overlay that was compiled, what it makes of the rule set that it extends, and where everything in it is written.
#[derive(Clone, Debug)]
pub struct CompiledOverlay {
    /// The overlay.
    pub overlay: Overlay,
    /// The rule set with the overlay.
    pub composed: RuleSet,
    places: Places,
}

/// A place in the sources of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourcePlace {
    /// The path of the file inside the folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// Where every value of a document is written, by its JSON Pointer.
#[derive(Clone, Debug)]
pub(crate) struct Places(BTreeMap<String, SourcePlace>);

impl Places {
    pub(crate) fn new(places: BTreeMap<String, Place>, files: &[SourceFile]) -> Self {
        let places = places.into_iter().filter_map(|(path, Place { file, line, column })| {
            let file = files.get(file)?.path.clone();
            Some((path, SourcePlace { file, line, column }))
        });
        Self(places.collect())
    }

    fn of_rule(&self, rules: &[Rule], rule: &str, inside: &str) -> Option<SourcePlace> {
        let index = rules.iter().position(|known| known.id == rule)?;
        self.0.get(&format!("/rules/{index}{inside}")).cloned()
    }
}

impl Compiled {
    pub(crate) fn new(rule_set: RuleSet, places: BTreeMap<String, Place>, files: &[SourceFile]) -> Self {
        Self { rule_set, places: Places::new(places, files) }
    }

    /// Where the value at a JSON Pointer is written.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<SourcePlace> {
        self.places.0.get(path).cloned()
    }

    /// Where something in a rule is written, by a JSON Pointer inside the rule: `/cases/0`, or empty for the rule itself.
    #[must_use]
    pub fn place_in_rule(&self, rule: &str, inside: &str) -> Option<SourcePlace> {
        self.places.of_rule(&self.rule_set.rules, rule, inside)
    }
}

impl CompiledOverlay {
    pub(crate) fn new(overlay: Overlay, composed: RuleSet, places: Places) -> Self {
        Self { overlay, composed, places }
    }

    /// Where the value at a JSON Pointer into the overlay is written.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<SourcePlace> {
        self.places.0.get(path).cloned()
    }

    /// Where something in a rule of the overlay is written, by a JSON Pointer inside the rule: `/cases/0`, or empty for the rule
    /// itself.
    #[must_use]
    pub fn place_in_rule(&self, rule: &str, inside: &str) -> Option<SourcePlace> {
        self.places.of_rule(&self.overlay.rules, rule, inside)
    }
}
