//! A rule set together with the places at which everything in it is written.

use std::collections::BTreeMap;

use palermo::rule_set::RuleSet;
use serde::Serialize;

use crate::{SourceFile, error::Place};

/// A rule set that was compiled, and where everything in it is written.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The rule set.
    pub rule_set: RuleSet,
    places: BTreeMap<String, SourcePlace>,
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

impl Compiled {
    pub(crate) fn new(rule_set: RuleSet, places: BTreeMap<String, Place>, files: &[SourceFile]) -> Self {
        let places = places.into_iter().filter_map(|(path, Place { file, line, column })| {
            let file = files.get(file)?.path.clone();
            Some((path, SourcePlace { file, line, column }))
        });
        let places = places.collect();
        Self { rule_set, places }
    }

    /// Where the value at a JSON Pointer is written.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<SourcePlace> {
        self.places.get(path).cloned()
    }

    /// Where something in a rule is written, by a JSON Pointer inside the rule: `/cases/0`, or empty for the rule itself.
    #[must_use]
    pub fn place_in_rule(&self, rule: &str, inside: &str) -> Option<SourcePlace> {
        let index = self.rule_set.rules.iter().position(|known| known.id == rule)?;
        self.place(&format!("/rules/{index}{inside}"))
    }
}
