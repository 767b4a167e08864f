//! Where the parts of a composed document came from, so that an error in it is said of the document that somebody wrote.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    load::LoadError,
    rule_set::{Overlay, RuleSet},
};

/// A part of a composed document.
struct Part {
    /// Its JSON Pointer there.
    here: String,
    /// The place of the overlay that it comes from among those composed, or none where it comes from the base.
    overlay: Option<usize>,
    /// Its JSON Pointer in the document that it comes from.
    there: String,
}

/// The parts of a composed document that do not stand where they were written.
#[derive(Default)]
pub(super) struct Origins(Vec<Part>);

impl Origins {
    /// Notes where a part was written.
    pub(super) fn note(&mut self, here: String, overlay: Option<usize>, there: String) {
        self.0.push(Part { here, overlay, there });
    }

    /// Says an error of the document in which its place was written. What only the whole shows is said of the overlay where
    /// there is only one, and else of the rule set.
    pub(super) fn led_back(&self, error: &LoadError, overlays: &[&Overlay]) -> LoadError {
        let inside =
            |part: &&Part| error.path.strip_prefix(&part.here).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if let Some(part) = self.0.iter().filter(inside).max_by_key(|part| part.here.len()) {
            let rest = error.path.strip_prefix(&part.here).unwrap_or_default();
            let led = LoadError::new(format!("{}{rest}", part.there), error.code.clone());
            return match part.overlay.and_then(|place| overlays.get(place)) {
                Some(overlay) => led.of(&overlay.id),
                None => led,
            };
        }
        match overlays {
            [overlay] => {
                let list = error.path.get(1..).unwrap_or_default();
                // A place inside the base is no place inside the overlay.
                let path = if LISTS.contains(&list) { error.path.clone() } else { String::new() };
                LoadError::new(path, error.code.clone()).of(&overlay.id)
            }
            _ => error.clone(),
        }
    }
}

/// The lists that a rule set and an overlay have under the same key.
const LISTS: [&str; 9] =
    ["instruments", "groups", "facts", "interview", "urgency", "conduct", "situations", "rules", "contested"];

/// The JSON Pointers of the base's own facts, before any is put between them.
pub(super) fn places_of_facts(base: &RuleSet) -> Vec<(Option<usize>, String)> {
    (0..base.facts.len()).map(|place| (None, "/facts/".to_string() + &place.to_string())).collect()
}
