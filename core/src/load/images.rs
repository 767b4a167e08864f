//! Writes the byte images that a crate embeds: the tables that are evaluated, and the texts.

use alloc::{string::String, vec::Vec};

use serde::Serialize;

use crate::{
    logic::Logic,
    rule_set::{Dictionary, Rule, RuleSet},
    texts::{SECTIONS, StandardInfo, TEXTS_MAGIC},
};

/// A compiled rule set as bytes. Made only by this crate for itself: never published, never accepted from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Images {
    /// The tables that are evaluated.
    pub logic: Vec<u8>,
    /// The texts that people read.
    pub texts: Vec<u8>,
}

pub(super) fn images(rule_set: &RuleSet, logic: &Logic) -> Images {
    let about = StandardInfo {
        title: rule_set.title.clone(),
        summary: rule_set.summary.clone(),
        in_force: rule_set.in_force.clone(),
        documents: rule_set.documents.clone(),
    };
    let dictionary = Dictionary { facts: Vec::new(), interview: rule_set.interview.clone(), conduct: Vec::new() };
    let contested = |rule: &Rule| {
        let touching = rule_set.contested.iter().filter(|point| point.rules.contains(&rule.id));
        touching.map(|point| point.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    // Cases are for authors and reviewers; a decision never shows them.
    let without_cases = |rule: &Rule| Rule { cases: Vec::new(), ..rule.clone() };
    // `texts` is sorted by id, so that a text is found by bisection.
    let texts = rule_set.texts.iter().map(|(id, text)| [id.as_str(), &text.label, &text.sentence].join("\u{1f}"));
    let sections: [Vec<String>; SECTIONS] = [
        Vec::from([json(&about), json(&dictionary)]),
        rule_set.facts.iter().map(json).collect(),
        rule_set.rules.iter().map(|rule| json(&without_cases(rule))).collect(),
        rule_set.conduct.iter().map(json).collect(),
        texts.collect(),
        rule_set.rules.iter().map(contested).collect(),
    ];
    Images { logic: logic.to_image(), texts: write(&sections) }
}

/// Strings, whole numbers and lists only, so serialising cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The magic number, the number of entries of each section, where each entry ends, and the pool of entries.
fn write(sections: &[Vec<String>; SECTIONS]) -> Vec<u8> {
    let mut head = Vec::from(TEXTS_MAGIC);
    let mut ends = Vec::new();
    let mut pool = Vec::new();
    for section in sections {
        head.extend(u32::try_from(section.len()).unwrap_or(u32::MAX).to_le_bytes());
        for entry in section {
            pool.extend(entry.bytes());
            ends.extend(u32::try_from(pool.len()).unwrap_or(u32::MAX).to_le_bytes());
        }
    }
    head.extend(ends);
    head.extend(pool);
    head
}
