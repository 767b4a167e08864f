//! An overlay: what a later text adds to a rule set. It can only add; nothing in it takes away or changes a condition.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::{Citation, ConductCode, ContestedPoint, Fact, InForce, Member, Rule, Situation, Text};
use crate::{
    OverlayId,
    vocabulary::{RuleSetKind, Stage},
};

/// What a later text adds to a rule set, as it is published: one versioned JSON document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Overlay {
    /// The version of the rule format.
    pub format: u32,
    /// The id of the overlay, for example `coe-2005`. The ids of its rules, contested points, situations and conduct codes
    /// begin with it.
    pub id: String,
    /// What the overlay speaks about.
    pub kind: RuleSetKind,
    /// The version of the overlay; `0.x` until a lawyer has signed.
    pub version: String,
    /// The id of the rule set that it adds to.
    pub extends: String,
    /// What it is called.
    pub title: String,
    /// What it is, in a few sentences.
    pub summary: String,
    /// When it is in force.
    pub in_force: InForce,
    /// The instruments whose articles it cites.
    pub instruments: Vec<Instrument>,
    /// The groups of facts that the rule set does not have yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// The facts that it adds to a record, in the order in which they follow those of the rule set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// What it adds to named sets of facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<AddedMembers>,
    /// Where the interview asks the facts that it adds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interview: Vec<AddedQuestions>,
    /// New destinations of referrals, behind those of the rule set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urgency: Vec<String>,
    /// New conduct codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conduct: Vec<ConductCode>,
    /// Situations that the cases of its rules refer to by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub situations: Vec<Situation>,
    /// Its rules, in the order in which they follow those of the rule set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
    /// Citations that it adds to rules of the rule set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<AddedCitation>,
    /// Which of its entitlements by their nature depend on a wish, a need or a stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_core: Vec<NotCore>,
    /// Contested points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contested: Vec<ContestedPoint>,
    /// A label and a sentence for every new thing that a person reads, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, Text>,
}

/// An instrument whose articles are cited. Its text is no part of the project, so it has neither lines nor a digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Instrument {
    /// The id by which citations name it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who adopted or published it.
    pub publisher: String,
    /// When it was adopted or published.
    pub published: String,
}

/// Members that an overlay adds to a named set of facts. Every rule that reads the set by its name widens with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AddedMembers {
    /// The name of the set.
    pub set: String,
    /// Its further members, behind those that it has.
    pub members: Vec<Member>,
}

/// Facts that an overlay adds to a stage of the interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AddedQuestions {
    /// The stage.
    pub stage: Stage,
    /// The further facts of the stage, behind those that it has.
    pub ask: Vec<String>,
}

/// A citation that an overlay adds to a rule of the rule set: the later text says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct AddedCitation {
    /// The id of the rule.
    pub rule: String,
    /// Where the later text says it.
    pub cite: Citation,
    /// How the later text was read beside the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// An entitlement of an overlay that is no part of core assistance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct NotCore {
    /// The id of the conclusion.
    pub conclusion: String,
    /// Why it depends on a wish, a need or a stage.
    pub reason: String,
}

/// What a rule set was composed of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Composed {
    /// `sha256:` and the digest of the canonical JSON of the rule set to which was added.
    pub base: String,
    /// The overlays, in the order in which they were composed.
    pub overlays: Vec<OverlayId>,
}
