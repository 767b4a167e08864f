//! Writes the byte images that a crate embeds: the tables that are evaluated, and the texts.

use alloc::{format, string::String, vec::Vec};

use serde::Serialize;

use crate::{
    logic::Logic,
    rule_set::{Dictionary, Rule, RuleSet},
    texts::{MARK, SECTIONS, StandardInfo, TEXTS_MAGIC},
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
        standing: rule_set.standing,
        in_force: rule_set.in_force.clone(),
        documents: rule_set.documents.clone(),
        instruments: rule_set.instruments.clone(),
    };
    let dictionary = Dictionary { facts: Vec::new(), interview: rule_set.interview.clone(), conduct: Vec::new() };
    let contested = |rule: &Rule| {
        let touching = rule_set.contested.iter().filter(|point| point.rules.contains(&rule.id));
        touching.map(|point| point.id.as_str()).collect::<Vec<_>>().join(" ")
    };
    // `texts` is sorted by id, so that a text is found by bisection.
    let texts = rule_set.texts.iter().map(|(id, text)| [id.as_str(), &text.label, &text.sentence].join("\u{1f}"));
    let sections: [Vec<String>; SECTIONS] = [
        Vec::from([json(&about), json(&dictionary)]),
        rule_set.facts.iter().map(json).collect(),
        rule_set.rules.iter().map(rule).collect(),
        rule_set.conduct.iter().map(json).collect(),
        texts.collect(),
        rule_set.rules.iter().map(contested).collect(),
    ];
    Images { logic: logic.to_image(), texts: write(&sections) }
}

/// The JSON of a rule, with marks around what an explanation shows. Cases and readings are for authors and reviewers: they
/// stand in the rule set and not in what is embedded.
fn rule(rule: &Rule) -> String {
    let shown = Rule { cases: Vec::new(), reading: None, ..rule.clone() };
    let values = [
        ("sentence", json(&rule.sentence)),
        ("source", json(&rule.source)),
        ("derivation", json(&rule.derivation)),
        ("then", json(&rule.then)),
    ];
    values.into_iter().fold(json(&shown), |text, (key, value)| {
        // Inside a text every quotation mark is escaped, so the first place found is that of the key.
        text.replacen(&format!(",\"{key}\":{value}"), &format!(",\"{key}\":{MARK}{value}{MARK}"), 1)
    })
}

/// Strings, whole numbers and lists only, so serialising cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The magic number, the number of entries of each section, the length of each entry, and the pool of entries.
fn write(sections: &[Vec<String>; SECTIONS]) -> Vec<u8> {
    let mut head = Vec::from(TEXTS_MAGIC);
    let mut lengths = Vec::new();
    let mut pool = Vec::new();
    for section in sections {
        head.extend(u32::try_from(section.len()).unwrap_or(u32::MAX).to_le_bytes());
        for entry in section {
            pool.extend(entry.bytes());
            lengths.extend(u32::try_from(entry.len()).unwrap_or(u32::MAX).to_le_bytes());
        }
    }
    head.extend(lengths);
    head.extend(pool);
    head
}
