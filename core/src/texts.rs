//! The texts of a standard: a pool of strings that is looked into and never parsed as a whole.
//!
//! Evaluation does not touch it. Facts, rules and conduct codes stand in it as their JSON, in catalogue order, so that the
//! index of a rule in the tables finds its text.

use alloc::{borrow::Cow, string::String, vec::Vec};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    rule_set::{ConductCode, Dictionary, Document, Fact, InForce, Instrument, Rule, Text},
    vocabulary::Standing,
};

/// What a text image begins with; the last byte is the version of its layout.
pub(crate) const TEXTS_MAGIC: [u8; 8] = *b"palermo\x02";
/// Head, facts, rules, conduct, texts by id, contested points by rule.
pub(crate) const SECTIONS: usize = 6;

const HEAD: usize = 0;
const FACTS: usize = 1;
const RULES: usize = 2;
const CONDUCT: usize = 3;
const TEXTS: usize = 4;
const CONTESTED: usize = 5;

/// What a standard is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardInfo {
    /// What it is called.
    pub title: String,
    /// What it is, in a few sentences.
    pub summary: String,
    /// Whether it is a standard, or a practice written as rules.
    pub standing: Standing,
    /// When it is in force.
    pub in_force: InForce,
    /// The documents that its rules cite.
    pub documents: Vec<Document>,
    /// The instruments whose articles its rules cite beside those documents.
    pub instruments: Vec<Instrument>,
}

/// Marks the values in the JSON of a rule that an explanation shows. JSON text holds no such character.
pub(crate) const MARK: char = '\u{1f}';

/// What an explanation shows of a rule: each value as its JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleHead<'t> {
    pub sentence: &'t str,
    pub source: &'t str,
    pub derivation: &'t str,
    pub then: &'t str,
}

/// A text image.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    bytes: Cow<'static, [u8]>,
    /// How many entries stand before each section.
    before: [usize; SECTIONS],
    /// Where each entry ends; the first one begins where the pool does.
    ends: Vec<usize>,
    pool: usize,
}

impl Texts {
    /// Opens an image; `None` where it is none.
    #[inline(never)]
    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Option<Self> {
        if bytes.get(..TEXTS_MAGIC.len())? != TEXTS_MAGIC {
            return None;
        }
        let mut before = [0; SECTIONS];
        let mut count = 0_usize;
        for (section, before) in before.iter_mut().enumerate() {
            *before = count;
            count = count.checked_add(number(&bytes, TEXTS_MAGIC.len() + section * 4)?)?;
        }
        let lengths = TEXTS_MAGIC.len() + SECTIONS * 4;
        let pool = lengths.checked_add(count.checked_mul(4)?)?;
        // A count that the bytes cannot hold is refused before anything is made room for.
        let table = bytes.get(lengths..pool)?;
        let mut end = pool;
        let mut ends = Vec::with_capacity(count);
        for length in table.chunks_exact(4) {
            end = end.checked_add(number(length, 0)?)?;
            ends.push(end);
        }
        // The last entry ends where the image does.
        (end == bytes.len()).then_some(Self { bytes, before, ends, pool })
    }

    fn len(&self, section: usize) -> usize {
        let next = self.before.get(section + 1).copied().unwrap_or(self.ends.len());
        next.saturating_sub(self.before.get(section).copied().unwrap_or(next))
    }

    fn entry(&self, section: usize, index: usize) -> Option<&str> {
        if index >= self.len(section) {
            return None;
        }
        let place = self.before.get(section)?.checked_add(index)?;
        let start = place.checked_sub(1).map_or(Some(&self.pool), |before| self.ends.get(before))?;
        let bytes = self.bytes.get(*start..*self.ends.get(place)?)?;
        core::str::from_utf8(bytes).ok()
    }

    fn json<T: DeserializeOwned>(&self, section: usize, index: usize) -> Option<T> {
        serde_json::from_str(self.entry(section, index)?).ok()
    }

    fn all<T: DeserializeOwned>(&self, section: usize) -> Vec<T> {
        (0..self.len(section)).filter_map(|index| self.json(section, index)).collect()
    }

    pub(crate) fn about(&self) -> Option<StandardInfo> {
        self.json(HEAD, 0)
    }

    pub(crate) fn about_json(&self) -> &str {
        self.entry(HEAD, 0).unwrap_or("null")
    }

    /// The dictionary as the JSON that it is stored as: nothing is parsed.
    pub(crate) fn dictionary_json(&self) -> String {
        // The head holds a dictionary without facts and codes.
        let head = self.entry(HEAD, 1).unwrap_or_default();
        let interview = head.strip_prefix(r#"{"facts":[]"#).and_then(|rest| rest.strip_suffix(r#""conduct":[]}"#));
        let mut text = String::from(r#"{"facts":"#);
        self.append_list(FACTS, &mut text);
        text.push_str(interview.unwrap_or(r#","interview":[],"#));
        text.push_str(r#""conduct":"#);
        self.append_list(CONDUCT, &mut text);
        text.push('}');
        text
    }

    pub(crate) fn rules_json(&self) -> String {
        let mut text = String::from("[");
        for index in 0..self.len(RULES) {
            if index > 0 {
                text.push(',');
            }
            self.append_rule(index, &mut text);
        }
        text.push(']');
        text
    }

    fn append_list(&self, section: usize, text: &mut String) {
        text.push('[');
        for index in 0..self.len(section) {
            if index > 0 {
                text.push(',');
            }
            text.push_str(self.entry(section, index).unwrap_or("null"));
        }
        text.push(']');
    }

    pub(crate) fn fact_json(&self, index: usize) -> Option<&str> {
        self.entry(FACTS, index)
    }

    pub(crate) fn rule_json(&self, index: usize) -> Option<String> {
        let mut text = String::new();
        self.append_rule(index, &mut text)?;
        Some(text)
    }

    fn append_rule(&self, index: usize, text: &mut String) -> Option<()> {
        self.entry(RULES, index)?.split(MARK).for_each(|piece| text.push_str(piece));
        Some(())
    }

    pub(crate) fn conduct_json(&self, index: usize) -> Option<&str> {
        self.entry(CONDUCT, index)
    }

    pub(crate) fn dictionary(&self) -> Dictionary {
        let head = self.json::<Dictionary>(HEAD, 1);
        Dictionary {
            facts: self.all(FACTS),
            interview: head.map(|head| head.interview).unwrap_or_default(),
            conduct: self.all(CONDUCT),
        }
    }

    pub(crate) fn fact(&self, index: usize) -> Option<Fact> {
        self.json(FACTS, index)
    }

    pub(crate) fn rules(&self) -> Vec<Rule> {
        (0..self.len(RULES)).filter_map(|index| self.rule(index)).collect()
    }

    pub(crate) fn rule(&self, index: usize) -> Option<Rule> {
        serde_json::from_str(&self.rule_json(index)?).ok()
    }

    pub(crate) fn rule_head(&self, index: usize) -> Option<RuleHead<'_>> {
        let mut values = self.entry(RULES, index)?.split(MARK).skip(1).step_by(2);
        Some(RuleHead { sentence: values.next()?, source: values.next()?, derivation: values.next()?, then: values.next()? })
    }

    pub(crate) fn conduct(&self, index: usize) -> Option<ConductCode> {
        self.json(CONDUCT, index)
    }

    /// The ids of the contested points that touch a rule.
    pub(crate) fn contested(&self, index: usize) -> impl Iterator<Item = &str> {
        self.entry(CONTESTED, index).unwrap_or_default().split(' ').filter(|id| !id.is_empty())
    }

    pub(crate) fn text(&self, id: &str) -> Option<Text> {
        let (mut low, mut high) = (0, self.len(TEXTS));
        while low < high {
            let middle = low.midpoint(high);
            let mut parts = self.entry(TEXTS, middle)?.split('\u{1f}');
            match parts.next()?.cmp(id) {
                core::cmp::Ordering::Equal => {
                    return Some(Text { label: parts.next()?.into(), sentence: parts.next()?.into() });
                }
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}
