//! The document types of a rule set: what is written in YAML, published as JSON and read by people.
//!
//! These types hold everything that a rule set says. The engine never evaluates them: it evaluates the tables that
//! [`crate::Standard`] holds, which are compiled from them.

mod condition;
mod dictionary;
mod ledger;
mod overlay;
mod reading;
mod rule;

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Deserialize, Serialize};

pub use self::{
    condition::{Accepts, Condition, Value},
    dictionary::{ConductCode, ContestedPoint, DerivedFact, Dictionary, Fact, Interview, Text, Values},
    ledger::{Ledger, LedgerClause},
    overlay::{AddedCitation, AddedMembers, AddedQuestions, Composed, Instrument, NotCore, Overlay},
    rule::{Breach, Case, CaseFacts, Citation, Lines, Rule, Situation},
};
use crate::vocabulary::{RuleSetKind, Standing};

/// The version of the rule format that this crate reads and writes.
pub const FORMAT: u32 = 1;

/// A rule set as it is published: one versioned JSON document that says everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct RuleSet {
    /// The version of the rule format.
    pub format: u32,
    /// The id of the rule set, for example `see-2002`.
    pub id: String,
    /// What the rule set speaks about.
    pub kind: RuleSetKind,
    /// Whether it is a standard; left out where it is.
    #[serde(default, skip_serializing_if = "Standing::is_standard")]
    pub standing: Standing,
    /// The version of the rule set; `0.x` until a lawyer has signed.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// What it is, in a few sentences.
    pub summary: String,
    /// When it is in force.
    pub in_force: InForce,
    /// The documents that the rules cite; line numbers refer to the first.
    pub documents: Vec<Document>,
    /// The instruments whose articles the rules cite beside those documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<Instrument>,
    /// The groups of facts, in catalogue order.
    pub groups: Vec<String>,
    /// The facts of a record, in catalogue order.
    pub facts: Vec<Fact>,
    /// The facts that rules give.
    pub derived: Vec<DerivedFact>,
    /// Which derived fact stands where in the decision.
    pub decision: DecisionKeys,
    /// Named sets of facts.
    pub sets: Vec<FactSet>,
    /// The interview order, stage by stage.
    pub interview: Vec<Interview>,
    /// Destinations of referrals, the most urgent first.
    pub urgency: Vec<String>,
    /// What the first screen shows of a long decision.
    pub first_screen: FirstScreen,
    /// What duty-bearers do, in catalogue order.
    pub conduct: Vec<ConductCode>,
    /// Situations that the cases of rules refer to by name.
    pub situations: Vec<Situation>,
    /// The rules, in catalogue order.
    pub rules: Vec<Rule>,
    /// The contested points.
    pub contested: Vec<ContestedPoint>,
    /// A label and a sentence for everything that a person reads, by id.
    pub texts: BTreeMap<String, Text>,
    /// The ranges of the source that are cited, with their digests.
    pub source_index: Vec<SourceRange>,
    /// What the rule set was composed of; absent in one that stands on its own. It is written and never read: a composed rule
    /// set is composed anew of its parts, so that their digests stand for what they say.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub composed: Option<Composed>,
}

/// The days on which a rule set is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct InForce {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, `YYYY-MM-DD`; absent while no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// A document that rules cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Document {
    /// The id of the document; its text is looked for under this name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published.
    pub published: String,
    /// How many lines its text has.
    pub lines: u32,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

/// A named set of facts, open to members that an overlay adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct FactSet {
    /// The name of the set.
    pub name: String,
    /// Its members, in catalogue order.
    pub members: Vec<Member>,
}

/// A member of a set. Where its condition does not hold, it takes part neither in `any_of` nor in `all_of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Member {
    /// The name of the fact.
    pub fact: String,
    /// When the member takes part; absent where it always does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// Which derived fact stands under which key of the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct DecisionKeys {
    /// The status; `status:` consequences give this fact.
    pub status: DecisionKey,
    /// The element "act".
    pub act: DecisionKey,
    /// The element "means".
    pub means: DecisionKey,
    /// The element "purpose".
    pub purpose: DecisionKey,
    /// Whether the person is treated as a child.
    pub child: DecisionKey,
    /// Whether the person was under 18 when trafficked.
    pub child_when_trafficked: DecisionKey,
}

/// A derived fact and the words of the decision for its values; without words, a value is its own word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct DecisionKey {
    /// The name of the derived fact.
    pub fact: String,
    /// The word for each value (`true`, `false`, `unknown` or the value's name).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, String>,
}

/// What the first screen shows, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct FirstScreen {
    /// Conclusions that say what to do now.
    pub now: Vec<String>,
    /// Prohibitions that matter first.
    pub must_not: Vec<String>,
}

/// A range of the source that is cited, with the digest of its text and without the text itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct SourceRange {
    /// The anchor: section and bullet, or table and entry.
    pub at: String,
    /// The lines, counted from 1.
    pub lines: Lines,
    /// SHA-256 of the lines, each ended by a line feed, in hexadecimal.
    pub sha256: String,
}
