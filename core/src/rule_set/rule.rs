//! A rule: its sentence, its source, its condition, what follows, and the cases that show it.

use alloc::{collections::BTreeMap, string::String, vec, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Condition;
use crate::vocabulary::{Bearer, Confidence, Derivation, Modality};

/// A rule of a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Rule {
    /// `family/name`, which is also the place of its file.
    pub id: String,
    /// What the rule says, in one sentence.
    pub sentence: String,
    /// Where the source says it, or what it is inferred from.
    pub source: Vec<Citation>,
    /// Its mood.
    pub modality: Modality,
    /// Whether the source says it, or how it was inferred.
    pub derivation: Derivation,
    /// Who has to see that it is kept.
    pub bearers: Vec<Bearer>,
    /// When it applies.
    pub when: Condition,
    /// What follows: conclusions (`entitlement:`, `prohibition:`, `obligation:`, `refer:`), facts (`fact:name=value`,
    /// `status:value`) and notes (`irrelevant:`, `scope:`, `basis:`, `actor:`, `invariant:`).
    pub then: Vec<String>,
    /// The conduct that breaks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breach: Option<Breach>,
    /// How the source was read. Texts that are embedded leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// Cases that show when it applies and when it does not. Texts that are embedded leave them out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Case>,
}

/// The conduct that breaks a rule, and when it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Breach {
    /// The conduct code.
    pub code: String,
    /// When the conduct breaks the rule, where that is not the rule's own condition: a duty done later does not erase an
    /// earlier breach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// Where something is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Citation {
    /// A place in the source document.
    Source {
        /// The anchor: section and bullet, or table and entry.
        at: String,
        /// The lines, counted from 1.
        lines: Lines,
    },
    /// An article of an instrument.
    Article {
        /// The id of the instrument.
        instrument: String,
        /// The article, as `art. 13(1)`.
        article: String,
        /// How sure it is that the article has this number and says this.
        confidence: Confidence,
    },
    /// Another instrument or data standard.
    Reference {
        /// What is referred to.
        by_reference: String,
    },
}

/// A range of lines, written `[first, last]` or `[line]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lines {
    /// The first line, counted from 1.
    pub first: u32,
    /// The last line, not before the first.
    pub last: u32,
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.first == self.last { vec![self.first] } else { vec![self.first, self.last] }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_list(&Vec::deserialize(deserializer)?)
            .ok_or_else(|| de::Error::custom("lines are written `[line]` or `[first, last]`"))
    }
}

impl Lines {
    /// Reads `[line]` or `[first, last]`.
    pub(crate) fn from_list(list: &[u32]) -> Option<Self> {
        match *list {
            [line] if line > 0 => Some(Self { first: line, last: line }),
            [first, last] if first > 0 && first <= last => Some(Self { first, last }),
            _ => None,
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Lines {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Lines".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A line, or the first and the last line, counted from 1.",
            "type": "array",
            "items": { "type": "integer", "minimum": 1 },
            "minItems": 1,
            "maxItems": 2
        })
    }
}

/// An example for a rule: exactly one of `fires`, `silent`, `breached` and `not_breached`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Case {
    /// Facts with which the rule's condition holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fires: Option<CaseFacts>,
    /// Facts with which it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent: Option<CaseFacts>,
    /// Facts with which recorded conduct breaks the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breached: Option<CaseFacts>,
    /// Facts with which it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_breached: Option<CaseFacts>,
    /// Facts whose being unknown decides: with some value of theirs, the case would come out the other way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
    /// What the case shows, where that is not obvious.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The facts of a case: a situation by name, or facts as a record holds them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CaseFacts {
    /// The name of a situation.
    Situation(String),
    /// Facts as a record holds them.
    Facts(BTreeMap<String, crate::FactValue>),
}

/// A situation to which cases refer by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Situation {
    /// Its name.
    pub name: String,
    /// What it is, in one sentence.
    pub sentence: String,
    /// Its facts as a record holds them.
    pub facts: BTreeMap<String, crate::FactValue>,
}
